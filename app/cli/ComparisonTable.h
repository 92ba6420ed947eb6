// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/compare/Comparison.h"

#include <string>

namespace wherewithal::app {
class Format;
}

namespace wherewithal::app::cli {

/// The table of options and what stands behind those that are not ranked, for pasting; rounded for reading.
[[nodiscard]] std::string comparisonMarkdown(const simulator::Comparison& comparison, const Format& format);

/// The same in columns for a terminal.
[[nodiscard]] std::string comparisonText(const simulator::Comparison& comparison, const Format& format);

} // namespace wherewithal::app::cli
