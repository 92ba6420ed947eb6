// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

namespace wherewithal::app::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeCompareCommand());
    commands.push_back(makeReportCommand());
    commands.push_back(makeExplainCommand());
    commands.push_back(makeNewCommand());
    commands.push_back(makeCheckCommand());
    commands.push_back(makePricesImportCommand());
    commands.push_back(makePricesListCommand());
    commands.push_back(makePricesDiffCommand());
    commands.push_back(makePricesFormatsCommand());
    commands.push_back(makePricesSheetsCommand());
    commands.push_back(makeReplayCommand());
    commands.push_back(makeModelInspectCommand());
    commands.push_back(makeThroughputCommand());
    return commands;
}

} // namespace wherewithal::app::cli
