// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// How many characters must be inserted, left out or replaced to make one of the other (Levenshtein).
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// The known key most like an unknown one, if it is very like; for "did you mean".
[[nodiscard]] std::string nearestKey(std::string_view key, const std::vector<std::string_view>& known);

} // namespace wherewithal::providers
