// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Refuses documents beyond the limits of PlanJson.h on depth and counts, before anything is built from them.
[[nodiscard]] model::Result<void> checkJsonLimits(std::string_view bytes, std::string_view where);

/// Parses a small JSON document within the limits; a syntax error names "where:line:column".
[[nodiscard]] model::Result<nlohmann::ordered_json> parseJson(std::string_view bytes, std::string_view where);

struct JsonLines
{
    std::map<std::string, int, std::less<>> lines; ///< place with dots and brackets -> line, from 1
    std::vector<std::string> duplicates;           ///< places of keys that their object has already
};

/// Where each value of a valid document stands.
[[nodiscard]] JsonLines scanLines(std::string_view bytes);

} // namespace wherewithal::providers
