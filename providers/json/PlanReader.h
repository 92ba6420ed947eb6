// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/json/PlanFields.h"
#include "providers/json/PlanJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <string>
#include <vector>

namespace wherewithal::providers {

using Json = nlohmann::ordered_json;

/// What all readers of one document share.
struct ReadContext
{
    std::vector<model::PlanIssue>& issues;
    std::map<std::string, std::string>* unknownKeys = nullptr;
    std::size_t unknownFrom = 0; ///< length of the pointer that unknown keys are relative to
    std::filesystem::path folder;
};

/// Where a value stands: for people with dots and brackets, for machines as a JSON pointer.
struct Place
{
    std::string where;
    std::string pointer;

    [[nodiscard]] Place member(std::string_view key) const;
    [[nodiscard]] Place element(std::size_t index) const;
};

/// Reads one JSON object into one value by walking its field list (PlanFields.h).
class PlanReader
{
public:
    PlanReader(const Json& object, Place place, ReadContext& context)
        : m_object(object)
        , m_place(std::move(place))
        , m_context(context)
    {}

    template <typename T>
    void field(const Field& field, T& value)
    {
        if (const Json* json = find(field)) {
            read(*json, value, m_place.member(field.key), field.dimension);
        }
    }

    void profile(const Field& field, model::WeekProfile& profile);
    void assumptions(const Field& field, model::Assumptions& assumptions);
    void kind(const Field& field, model::WorkloadDetail& detail);
    void detail(model::WorkloadDetail& detail);

    template <typename Workload>
    void languageModel(const Field& field, Workload& workload)
    {
        if (const Json* json = find(field)) {
            readModel(*json,
                      m_place.member(field.key),
                      workload.architecture,
                      workload.configText,
                      workload.configOrigin);
        }
    }

    /// A key that no field list names, handled by the caller (the format version).
    void accept(std::string_view key) { m_known.push_back(key); }
    /// Keeps and reports the keys that nobody asked for.
    void finish();

private:
    [[nodiscard]] const Json* find(const Field& field);
    void issue(model::PlanIssue::Severity severity, model::Error error);
    void error(const Place& place, model::ErrorCode code, std::string message, std::string hint);
    void wrongType(const Place& place, const Json& json, std::string_view expected);

    template <typename T>
    void read(const Json& json, T& value, const Place& place, model::Dimension dimension);
    template <typename T>
    void readObject(const Json& json, T& value, const Place& place);

    void readText(const Json& json, std::string& value, const Place& place);
    void readFlag(const Json& json, bool& value, const Place& place);
    void readSeed(const Json& json, std::uint64_t& value, const Place& place);
    void readInteger(const Json& json, int& value, const Place& place, model::Dimension dimension);
    void readReal(const Json& json, double& value, const Place& place, model::Dimension dimension);
    void readRange(const Json& json, model::Range& value, const Place& place, model::Dimension dimension);
    void readDecimal(const Json& json, model::Decimal& value, const Place& place);
    void readModel(const Json& json,
                   const Place& place,
                   model::LlmArchitecture& architecture,
                   std::string& text,
                   std::string& origin);
    bool readConfigFile(const std::string& file, const Place& place, std::string& text);

    template <typename T>
    void
    parseText(const Json& json, T& value, const Place& place, model::Result<T> (*parse)(std::string_view));

    const Json& m_object;
    Place m_place;
    ReadContext& m_context;
    std::vector<std::string_view> m_known;
    bool m_reportsUnknown = true;
};

template <typename T>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsId = false;
template <typename Tag>
inline constexpr bool kIsId<model::Id<Tag>> = true;
template <typename T>
inline constexpr bool kIsMap = false;
template <typename K, typename V>
inline constexpr bool kIsMap<std::map<K, V>> = true;

template <typename T>
void PlanReader::parseText(const Json& json,
                           T& value,
                           const Place& place,
                           model::Result<T> (*parse)(std::string_view))
{
    std::string text;
    const std::size_t before = m_context.issues.size();
    readText(json, text, place);
    if (m_context.issues.size() != before) {
        return;
    }
    if (auto parsed = parse(text)) {
        value = *parsed;
    } else {
        error(place, parsed.error().code, parsed.error().message, parsed.error().hint);
    }
}

template <typename T>
void PlanReader::read(const Json& json, T& value, const Place& place, model::Dimension dimension)
{
    if constexpr (kIsOptional<T>) {
        typename T::value_type inner{};
        const std::size_t before = m_context.issues.size();
        read(json, inner, place, dimension);
        if (m_context.issues.size() == before) {
            value = inner;
        }
    } else if constexpr (kIsVector<T>) {
        if (!json.is_array()) {
            wrongType(place, json, "a list");
            return;
        }
        value.resize(json.size());
        for (std::size_t index = 0; index < json.size(); ++index) {
            read(json[index], value[index], place.element(index), dimension);
        }
    } else if constexpr (kIsMap<T>) {
        if (!json.is_object()) {
            wrongType(place, json, "an object");
            return;
        }
        for (const auto& [key, item] : json.items()) {
            typename T::mapped_type inner{};
            read(item, inner, place.member(key), dimension);
            value.insert_or_assign(typename T::key_type{key}, inner);
        }
    } else if constexpr (kIsId<T>) {
        std::string text;
        readText(json, text, place);
        value = T{std::move(text)};
    } else if constexpr (std::same_as<T, std::string>) {
        readText(json, value, place);
    } else if constexpr (std::same_as<T, bool>) {
        readFlag(json, value, place);
    } else if constexpr (std::same_as<T, std::uint64_t>) {
        readSeed(json, value, place);
    } else if constexpr (std::same_as<T, int>) {
        readInteger(json, value, place, dimension);
    } else if constexpr (std::same_as<T, double>) {
        readReal(json, value, place, dimension);
    } else if constexpr (std::same_as<T, model::Range>) {
        readRange(json, value, place, dimension);
    } else if constexpr (std::same_as<T, model::Decimal>) {
        readDecimal(json, value, place);
    } else if constexpr (std::same_as<T, model::Month>) {
        parseText(json, value, place, &model::parseMonth);
    } else if constexpr (std::same_as<T, model::Day>) {
        parseText(json, value, place, &model::parseDay);
    } else if constexpr (std::same_as<T, model::Currency>) {
        parseText(json, value, place, &model::Currency::parse);
    } else if constexpr (std::is_enum_v<T>) {
        std::string text;
        const std::size_t before = m_context.issues.size();
        readText(json, text, place);
        if (m_context.issues.size() != before) {
            return;
        }
        if constexpr (std::same_as<T, model::Precision>) {
            if (const auto precision = model::parsePrecision(text)) {
                value = *precision;
                return;
            }
        }
        std::vector<std::string_view> names;
        for (const T candidate : kAllOf<T>) {
            names.push_back(enumName(candidate));
            if (names.back() == text) {
                value = candidate;
                return;
            }
        }
        error(place,
              model::ErrorCode::UnknownName,
              fmt::format("'{}' is not known here", text.substr(0, 80)),
              fmt::format("use one of {}", fmt::join(names, ", ")));
    } else {
        readObject(json, value, place);
    }
}

template <typename T>
void PlanReader::readObject(const Json& json, T& value, const Place& place)
{
    if (!json.is_object()) {
        wrongType(place, json, "an object");
        return;
    }
    if constexpr (std::same_as<T, model::Workload>) {
        // A workload carries its own unknown keys, so that they move with it.
        auto* const outerKeys = m_context.unknownKeys;
        const std::size_t outerFrom = m_context.unknownFrom;
        m_context.unknownKeys = &value.unknownKeys;
        m_context.unknownFrom = place.pointer.size();
        PlanReader inner(json, place, m_context);
        exchange(inner, value);
        inner.finish();
        m_context.unknownKeys = outerKeys;
        m_context.unknownFrom = outerFrom;
    } else {
        PlanReader inner(json, place, m_context);
        exchange(inner, value);
        inner.finish();
    }
}

} // namespace wherewithal::providers
