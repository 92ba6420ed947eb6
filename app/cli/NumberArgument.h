// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace wherewithal::app::cli {

/// A check of a number typed as an argument: from `least` to `most`, both included. Unlike CLI11's own it
/// refuses "nan", reads no locale, and says in plain figures what is expected.
[[nodiscard]] inline CLI::Validator numberWithin(double least, double most)
{
    const std::string range = fmt::format("{} to {}", least, most);
    return {[=](const std::string& text) {
                double value = 0.0;
                const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
                if (fault != std::errc{} || end != text.data() + text.size() || std::isnan(value)) {
                    return fmt::format("'{}' is no number, expected one from {}", text, range);
                }
                return value < least || value > most ? fmt::format("{} is outside {}", text, range)
                                                     : std::string();
            },
            fmt::format("from {}", range)};
}

} // namespace wherewithal::app::cli
