// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scoring/Evidence.h"

#include <cstddef>
#include <utility>

namespace wherewithal::model {

namespace {

template <typename T, std::size_t N>
using Names = std::array<std::pair<T, std::string_view>, N>;

constexpr Names<Criterion, 8> kCriterionNames{{{Criterion::Security, "security"},
                                               {Criterion::Integrity, "integrity"},
                                               {Criterion::Documentation, "documentation"},
                                               {Criterion::Connectivity, "connectivity"},
                                               {Criterion::Automation, "automation"},
                                               {Criterion::Debuggability, "debuggability"},
                                               {Criterion::Standardisation, "standardisation"},
                                               {Criterion::Scalability, "scalability"}}};

constexpr Names<Answer, 6> kAnswerNames{{{Answer::Yes, "yes"},
                                         {Answer::Partial, "partial"},
                                         {Answer::No, "no"},
                                         {Answer::NotApplicable, "not-applicable"},
                                         {Answer::Unknown, "unknown"},
                                         {Answer::Value, "value"}}};

constexpr Names<Confidence, 5> kConfidenceNames{{{Confidence::Document, "document"},
                                                 {Confidence::Mirror, "mirror"},
                                                 {Confidence::Secondary, "secondary"},
                                                 {Confidence::GeneralKnowledge, "general-knowledge"},
                                                 {Confidence::SearchedNotFound, "searched-not-found"}}};

template <typename T, std::size_t N>
std::string_view textOf(const Names<T, N>& names, T value)
{
    for (const auto& [known, text] : names) {
        if (known == value) {
            return text;
        }
    }
    return names.back().second;
}

template <typename T, std::size_t N>
std::optional<T> valueOfText(const Names<T, N>& names, std::string_view text)
{
    for (const auto& [known, knownText] : names) {
        if (knownText == text) {
            return known;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name(Criterion criterion) { return textOf(kCriterionNames, criterion); }
std::optional<Criterion> parseCriterion(std::string_view text) { return valueOfText(kCriterionNames, text); }
std::string_view name(Answer answer) { return textOf(kAnswerNames, answer); }
std::optional<Answer> parseAnswer(std::string_view text) { return valueOfText(kAnswerNames, text); }
std::string_view name(Confidence confidence) { return textOf(kConfidenceNames, confidence); }
std::optional<Confidence> parseConfidence(std::string_view text) { return valueOfText(kConfidenceNames, text); }

} // namespace wherewithal::model
