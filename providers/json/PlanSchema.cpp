// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanFields.h"
#include "providers/json/PlanJson.h"

#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wherewithal::providers {

namespace {

using Json = nlohmann::ordered_json;

/// Describes an object by walking its field list; the values it is handed are not looked at.
class SchemaWriter
{
public:
    template <typename T>
    void field(const Field& field, const T& value)
    {
        put(field, schemaOf(value, field.dimension));
    }
    void profile(const Field& field, const model::WeekProfile& /*profile*/)
    {
        put(field,
            {{"anyOf",
              {{{"enum", model::profileNames()}},
               {{"type", "array"},
                {"items", {{"type", "number"}}},
                {"minItems", model::kHoursPerWeek},
                {"maxItems", model::kHoursPerWeek}}}}});
    }
    void assumptions(const Field& field, const model::Assumptions& /*assumptions*/)
    {
        put(field, {{"type", "object"}, {"additionalProperties", {{"$ref", "#/$defs/range"}}}});
    }
    void kind(const Field& field, const model::WorkloadDetail& detail)
    {
        put(field, {{"const", kindName(detail)}});
    }
    void detail(const model::WorkloadDetail& detail)
    {
        std::visit([this](const auto& value) { exchange(*this, value); }, detail);
    }
    template <typename Workload>
    void languageModel(const Field& field, const Workload& /*workload*/)
    {
        put(field, {{"$ref", "#/$defs/model"}});
    }

    [[nodiscard]] Json take() const
    {
        Json object{{"type", "object"}, {"properties", m_properties}};
        if (!m_required.empty()) {
            object["required"] = m_required;
        }
        return object;
    }

    template <typename T>
    [[nodiscard]] static Json objectSchema(const T& value)
    {
        SchemaWriter writer;
        exchange(writer, value);
        return writer.take();
    }

private:
    void put(const Field& field, Json schema)
    {
        std::string doc(field.doc);
        if (const auto unit = model::baseUnit(field.dimension); !unit.empty() && unit != "fraction") {
            doc += fmt::format(" [{}]", unit);
        }
        schema["description"] = doc;
        m_properties[std::string(field.key)] = std::move(schema);
        if (field.isRequired) {
            m_required.emplace_back(field.key);
        }
    }

    template <typename T>
    static Json schemaOf(const std::vector<T>& /*values*/, model::Dimension dimension)
    {
        if constexpr (std::same_as<T, model::Workload>) {
            return {{"type", "array"}, {"items", {{"$ref", "#/$defs/workload"}}}};
        } else {
            return {{"type", "array"}, {"items", schemaOf(T{}, dimension)}};
        }
    }
    template <typename T>
    static Json schemaOf(const std::optional<T>& /*value*/, model::Dimension dimension)
    {
        return schemaOf(T{}, dimension);
    }
    template <typename Tag>
    static Json schemaOf(const model::Id<Tag>& /*id*/, model::Dimension /*dimension*/)
    {
        return {{"type", "string"}};
    }
    template <typename K, typename V>
    static Json schemaOf(const std::map<K, V>& /*map*/, model::Dimension dimension)
    {
        return {{"type", "object"}, {"additionalProperties", schemaOf(V{}, dimension)}};
    }
    template <typename T>
    static Json schemaOf(const T& value, model::Dimension /*dimension*/)
    {
        if constexpr (std::is_enum_v<T>) {
            Json names = Json::array();
            for (const T candidate : kAllOf<T>) {
                names.push_back(enumName(candidate));
            }
            return {{"enum", names}};
        } else if constexpr (std::same_as<T, model::Range>) {
            return {{"$ref", "#/$defs/range"}};
        } else if constexpr (std::same_as<T, double> || std::same_as<T, int>) {
            return {{"$ref", "#/$defs/number"}};
        } else if constexpr (std::same_as<T, std::uint64_t>) {
            return {{"type", "integer"}, {"minimum", 0}};
        } else if constexpr (std::same_as<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::same_as<T, std::string>) {
            return {{"type", "string"}};
        } else if constexpr (std::same_as<T, model::Month>) {
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"}};
        } else if constexpr (std::same_as<T, model::Day>) {
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]$"}};
        } else if constexpr (std::same_as<T, model::Currency>) {
            return {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}};
        } else if constexpr (std::same_as<T, model::Decimal>) {
            return {{"type", {"string", "number"}}};
        } else {
            return objectSchema(value);
        }
    }

    Json m_properties = Json::object();
    std::vector<std::string> m_required;
};

template <std::size_t... I>
Json workloadSchemas(std::index_sequence<I...> /*indices*/)
{
    Json kinds = Json::array();
    (kinds.push_back(SchemaWriter::objectSchema(
         model::Workload{.detail = model::WorkloadDetail{std::in_place_index<I>}})),
     ...);
    return kinds;
}

Json definitions()
{
    return {
        {"number",
         {{"description", "A number, or a text with a unit that the field takes, e.g. \"20 ms\""},
          {"type", {"number", "string"}}}},
        {"range",
         {{"description",
           "A number, or a text: \"7.5\", \"5 to 10\", \"5 to 7 to 10\", \"100 +- 10%\", \"P10 3, P90 9\", "
           "with units such as \"96 GiB\""},
          {"type", {"number", "string"}}}},
        {"model",
         {{"type", "object"},
          {"properties",
           {{"name", {{"type", "string"}, {"description", "What people call it"}}},
            {"origin", {{"type", "string"}, {"description", "Where the config comes from"}}},
            {"weights_bytes",
             {{"$ref", "#/$defs/number"}, {"description", "Exact size of the weights, if known [bytes]"}}},
            {"config", {{"type", "object"}, {"description", "The content of the Hugging Face config.json"}}},
            {"config_file",
             {{"type", "string"},
              {"description", "Instead of `config`: a file in the plan's folder; embedded on save"}}}}}}},
        {"workload",
         {{"anyOf",
           workloadSchemas(std::make_index_sequence<std::variant_size_v<model::WorkloadDetail>>{})}}}};
}

} // namespace

std::string planSchema()
{
    Json plan = SchemaWriter::objectSchema(model::Plan{});
    Json properties{
        {"$schema", {{"type", "string"}}},
        {"wherewithal", {{"const", model::Plan::kFormatVersion}, {"description", "Version of the format"}}}};
    properties.update(plan["properties"]);
    std::vector<std::string> required = plan["required"];
    required.insert(required.begin(), "wherewithal");
    const Json schema{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "Wherewithal plan"},
        {"description", "Made from providers/json/PlanFields.h; tst_PlanJson fails when the two differ."},
        {"type", "object"},
        {"properties", properties},
        {"required", required},
        {"$defs", definitions()}};
    return schema.dump(2) + "\n";
}

} // namespace wherewithal::providers
