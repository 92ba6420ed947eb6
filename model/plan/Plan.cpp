// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/Plan.h"

#include <cstddef>
#include <numeric>
#include <utility>

namespace wherewithal::model {

namespace {

constexpr std::array<std::pair<OptionKind, std::string_view>, 6> kOptionKinds{{
    {OptionKind::Machine, "machine"},
    {OptionKind::Platform, "platform"},
    {OptionKind::Layer, "layer"},
    {OptionKind::TokenApi, "token-api"},
    {OptionKind::SelfHosted, "self-hosted"},
    {OptionKind::Hybrid, "hybrid"},
}};

constexpr std::array<std::pair<Requirement::Kind, std::string_view>, 7> kRequirementKinds{{
    {Requirement::Kind::Region, "region"},
    {Requirement::Kind::Provider, "provider"},
    {Requirement::Kind::Question, "question"},
    {Requirement::Kind::Service, "service"},
    {Requirement::Kind::OperatingSystem, "operating-system"},
    {Requirement::Kind::Purchase, "purchase"},
    {Requirement::Kind::Kind, "kind"},
}};

template <typename T, std::size_t N>
std::string_view textOf(const std::array<std::pair<T, std::string_view>, N>& names, T value)
{
    for (const auto& [known, text] : names) {
        if (known == value) {
            return text;
        }
    }
    return names.front().second;
}

template <typename T, std::size_t N>
std::optional<T> valueOfText(const std::array<std::pair<T, std::string_view>, N>& names, std::string_view text)
{
    for (const auto& [known, knownText] : names) {
        if (knownText == text) {
            return known;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name(OptionKind kind) { return textOf(kOptionKinds, kind); }
std::optional<OptionKind> parseOptionKind(std::string_view text) { return valueOfText(kOptionKinds, text); }
std::string_view name(Requirement::Kind kind) { return textOf(kRequirementKinds, kind); }
std::optional<Requirement::Kind> parseRequirementKind(std::string_view text) { return valueOfText(kRequirementKinds, text); }

double Weights::sum() const { return std::accumulate(criteria.begin(), criteria.end(), cost); }

} // namespace wherewithal::model
