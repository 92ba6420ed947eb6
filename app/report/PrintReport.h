// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportBuilder.h"
#include "model/base/Result.h"

#include <string>

namespace wherewithal::app {

/// Builds the decision record and saves it in the format of the suffix: the one call of the command line.
///
/// Paper and HTML need fonts, and those a QGuiApplication: where the program has none, one without a display
/// is made for the duration of the call. Call it on the main thread then.
[[nodiscard]] model::Result<void>
printReport(const ReportInput& input, const ReportSettings& settings, const std::string& path);

} // namespace wherewithal::app
