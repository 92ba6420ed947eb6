// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"

#include <optional>
#include <string>

namespace wherewithal::providers {

/// The day itself, or the first day of a month ("2026-08") or year ("2026"); nothing if the text is neither.
[[nodiscard]] inline std::optional<std::string> firstDay(const std::string& text)
{
    constexpr std::size_t kYearLength = 4;
    constexpr std::size_t kMonthLength = 7;
    std::string whole = text;
    if (text.size() == kYearLength) {
        whole += "-01-01";
    } else if (text.size() == kMonthLength) {
        whole += "-01";
    }
    return model::parseDay(whole) ? std::optional(whole) : std::nullopt;
}

} // namespace wherewithal::providers
