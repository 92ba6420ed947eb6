// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <regex>
#include <string>

/// As much of JSON Schema as our schemas use; enough to say whether a document fits and where it does not.
namespace wherewithal::test {

class SchemaCheck
{
public:
    explicit SchemaCheck(nlohmann::json schema)
        : m_root(std::move(schema))
    {}

    /// Empty if the document fits, else the place and the fault.
    [[nodiscard]] std::string fault(const nlohmann::json& document) const
    {
        return fault(document, m_root, "");
    }

private:
    [[nodiscard]] static bool isOfType(const nlohmann::json& value, const std::string& type)
    {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array())
               || (type == "string" && value.is_string()) || (type == "number" && value.is_number())
               || (type == "integer" && value.is_number_integer())
               || (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
    }

    [[nodiscard]] std::string
    fault(const nlohmann::json& value, const nlohmann::json& schema, const std::string& at) const
    {
        if (schema.contains("$ref")) {
            const auto target = nlohmann::json::json_pointer(schema["$ref"].get<std::string>().substr(1));
            if (std::string found = fault(value, m_root.at(target), at); !found.empty()) {
                return found;
            }
        }
        if (schema.contains("type")) {
            const auto& type = schema["type"];
            bool fits = type.is_string() && isOfType(value, type);
            for (const auto& one : type.is_array() ? type : nlohmann::json::array()) {
                fits = fits || isOfType(value, one);
            }
            if (!fits) {
                return at + ": type is not " + type.dump();
            }
        }
        if (schema.contains("const") && schema["const"] != value) {
            return at + ": is not " + schema["const"].dump();
        }
        if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
            return at + ": is none of " + schema["enum"].dump();
        }
        if (schema.contains("pattern") && value.is_string()
            && !std::regex_search(value.get<std::string>(),
                                  std::regex(schema["pattern"].get<std::string>()))) {
            return at + ": does not match " + schema["pattern"].dump();
        }
        if (schema.contains("anyOf")) {
            std::string faults;
            bool fits = false;
            for (const auto& one : schema["anyOf"]) {
                const std::string found = fault(value, one, at);
                fits = fits || found.empty();
                faults += found + " | ";
            }
            if (!fits) {
                return faults;
            }
        }
        return structureFault(value, schema, at);
    }

    [[nodiscard]] std::string
    structureFault(const nlohmann::json& value, const nlohmann::json& schema, const std::string& at) const
    {
        for (const auto& key : schema.value("required", nlohmann::json::array())) {
            if (value.is_object() && !value.contains(key.get<std::string>())) {
                return at + ": lacks " + key.dump();
            }
        }
        if (value.is_object()) {
            for (const auto& [key, item] : value.items()) {
                const bool isNamed = schema.contains("properties") && schema["properties"].contains(key);
                const bool hasRest =
                    schema.contains("additionalProperties") && schema["additionalProperties"].is_object();
                if (isNamed || hasRest) {
                    const auto& inner = isNamed ? schema["properties"][key] : schema["additionalProperties"];
                    if (std::string found = fault(item, inner, at + "/" + key); !found.empty()) {
                        return found;
                    }
                }
            }
        }
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t index = 0; index < value.size(); ++index) {
                if (std::string found =
                        fault(value[index], schema["items"], at + "/" + std::to_string(index));
                    !found.empty()) {
                    return found;
                }
            }
        }
        return {};
    }

    nlohmann::json m_root;
};

} // namespace wherewithal::test
