// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

namespace wherewithal::app::cli {

[[nodiscard]] std::unique_ptr<Command> makeCompareCommand();
[[nodiscard]] std::unique_ptr<Command> makeReportCommand();
[[nodiscard]] std::unique_ptr<Command> makeExplainCommand();
[[nodiscard]] std::unique_ptr<Command> makeNewCommand();
[[nodiscard]] std::unique_ptr<Command> makeCheckCommand();
[[nodiscard]] std::unique_ptr<Command> makePricesImportCommand();
[[nodiscard]] std::unique_ptr<Command> makePricesListCommand();
[[nodiscard]] std::unique_ptr<Command> makePricesDiffCommand();
[[nodiscard]] std::unique_ptr<Command> makePricesFormatsCommand();
[[nodiscard]] std::unique_ptr<Command> makePricesSheetsCommand();
[[nodiscard]] std::unique_ptr<Command> makeReplayCommand();
[[nodiscard]] std::unique_ptr<Command> makeModelInspectCommand();
[[nodiscard]] std::unique_ptr<Command> makeThroughputCommand();

} // namespace wherewithal::app::cli
