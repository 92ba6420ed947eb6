// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanWriter.h"

#include <cmath>
#include <cstdint>

namespace wherewithal::providers {

using Json = PlanWriter::Json;

nlohmann::ordered_json numberJson(double value)
{
    constexpr double kExactIntegers = 9007199254740992.0; // 2^53
    if (value == std::floor(value) && std::abs(value) < kExactIntegers) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

void PlanWriter::put(const Field& field, Json value)
{
    std::string key(field.key);
    if (field.isRequired) {
        m_required.emplace(key, true);
    }
    m_object[std::move(key)] = std::move(value);
}

Json PlanWriter::measureJson(const model::Range& value, model::Dimension dimension)
{
    const std::string text = model::measureText(value, dimension);
    const bool isPlain = value.isCertain() && text == value.toText();
    return isPlain ? numberJson(value.median()) : Json(text);
}

void PlanWriter::profile(const Field& field, const model::WeekProfile& profile)
{
    if (model::namedProfile(profile.name) == profile) {
        put(field, profile.name);
        return;
    }
    Json weights = Json::array();
    for (const double weight : profile.weights) {
        weights.push_back(numberJson(weight));
    }
    put(field, std::move(weights));
}

void PlanWriter::assumptions(const Field& field, const model::Assumptions& assumptions)
{
    Json object = Json::object();
    for (const auto& [key, range] : assumptions.own()) {
        object[key] = measureJson(range, model::Dimension::Plain);
    }
    put(field, std::move(object));
}

void PlanWriter::detail(const model::WorkloadDetail& detail)
{
    std::visit([this](const auto& value) { exchange(*this, value); }, detail);
}

Json PlanWriter::modelJson(const model::LlmArchitecture& architecture,
                           const std::string& text,
                           const std::string& origin)
{
    Json object = Json::object();
    if (!architecture.name.empty()) {
        object["name"] = architecture.name;
    }
    if (!origin.empty()) {
        object["origin"] = origin;
    }
    if (architecture.weightsBytesOverride) {
        object["weights_bytes"] = measureJson(*architecture.weightsBytesOverride, model::Dimension::Bytes);
    }
    if (Json config = Json::parse(text, nullptr, false); config.is_object()) {
        object["config"] = std::move(config);
    }
    return object;
}

} // namespace wherewithal::providers
