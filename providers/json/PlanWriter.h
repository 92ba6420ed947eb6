// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/json/PlanFields.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace wherewithal::providers {

/// Writes one value as a JSON object by walking its field list (PlanFields.h).
class PlanWriter
{
public:
    using Json = nlohmann::ordered_json;

    template <typename T>
    void field(const Field& field, const T& value)
    {
        put(field, jsonOf(value, field.dimension));
    }
    void profile(const Field& field, const model::WeekProfile& profile);
    void assumptions(const Field& field, const model::Assumptions& assumptions);
    void kind(const Field& field, const model::WorkloadDetail& detail) { put(field, kindName(detail)); }
    void detail(const model::WorkloadDetail& detail);

    template <typename Workload>
    void languageModel(const Field& field, const Workload& workload)
    {
        put(field, modelJson(workload.architecture, workload.configText, workload.configOrigin));
    }

    [[nodiscard]] Json take() { return std::move(m_object); }
    /// True if the key is written even where it equals its default.
    [[nodiscard]] bool isRequired(const std::string& key) const { return m_required.contains(key); }

    /// The object of a value, without the keys that equal those of a default value of its kind.
    template <typename T>
    [[nodiscard]] static Json objectJson(const T& value)
    {
        PlanWriter writer;
        exchange(writer, value);
        PlanWriter plain;
        const T standard = standardOf(value);
        exchange(plain, standard);
        Json object = Json::object();
        for (auto& [key, item] : writer.m_object.items()) {
            const auto same = plain.m_object.find(key);
            if (writer.isRequired(key) || same == plain.m_object.end() || *same != item) {
                object[key] = std::move(item);
            }
        }
        return object;
    }

private:
    template <typename T>
    static T standardOf(const T& value)
    {
        T standard{};
        if constexpr (std::same_as<T, model::Workload>) {
            standard.detail = std::visit(
                [](const auto& detail) { return model::WorkloadDetail{std::decay_t<decltype(detail)>{}}; },
                value.detail);
        }
        return standard;
    }

    void put(const Field& field, Json value);
    [[nodiscard]] static Json
    modelJson(const model::LlmArchitecture& architecture, const std::string& text, const std::string& origin);

    template <typename T>
    static Json jsonOf(const std::vector<T>& values, model::Dimension dimension)
    {
        Json list = Json::array();
        for (const T& value : values) {
            list.push_back(jsonOf(value, dimension));
        }
        return list;
    }
    template <typename T>
    static Json jsonOf(const std::optional<T>& value, model::Dimension dimension)
    {
        return value ? jsonOf(*value, dimension) : Json();
    }
    template <typename Tag>
    static Json jsonOf(const model::Id<Tag>& id, model::Dimension /*dimension*/)
    {
        return id.text();
    }
    template <typename K, typename V>
    static Json jsonOf(const std::map<K, V>& map, model::Dimension dimension)
    {
        Json object = Json::object();
        for (const auto& [key, value] : map) {
            object[keyText(key)] = jsonOf(value, dimension);
        }
        return object;
    }
    template <typename T>
    static Json jsonOf(const T& value, model::Dimension dimension)
    {
        if constexpr (std::is_enum_v<T>) {
            return enumName(value);
        } else if constexpr (std::same_as<T, double> || std::same_as<T, model::Range>) {
            return measureJson(value, dimension);
        } else if constexpr (std::same_as<T, model::Month> || std::same_as<T, model::Day>) {
            return model::text(value);
        } else if constexpr (std::same_as<T, model::Decimal>) {
            return value.toText();
        } else if constexpr (std::same_as<T, model::Currency>) {
            return value.code();
        } else if constexpr (std::constructible_from<Json, T> && !std::is_aggregate_v<T>) {
            return value;
        } else {
            return objectJson(value);
        }
    }
    static Json measureJson(const model::Range& value, model::Dimension dimension);
    static const std::string& keyText(const std::string& key) { return key; }
    template <typename Tag>
    static const std::string& keyText(const model::Id<Tag>& id)
    {
        return id.text();
    }

    Json m_object = Json::object();
    std::map<std::string, bool, std::less<>> m_required;
};

/// A number as JSON: whole numbers without a decimal point.
[[nodiscard]] nlohmann::ordered_json numberJson(double value);

} // namespace wherewithal::providers
