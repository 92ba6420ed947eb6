// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Result.h"
#include "model/explain/Figure.h"
#include "model/plan/Plan.h"
#include "providers/json/PlanJson.h"
#include "providers/store/CatalogueStore.h"
#include "simulator/compare/Compare.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace wherewithal::app::cli {

/// What the shell sees.
enum class ExitStatus
{
    Done = 0,
    AnswerIsNo =
        1, ///< done, and the answer is no: over budget, no feasible option, rejected rows with --strict
    InputAtFault = 2,
    MachineAtFault = 3, ///< disk full, no permission
};

struct Streams
{
    std::istream& in;
    std::ostream& out; ///< results
    std::ostream& err; ///< diagnostics, "where: message (hint)"
};

/// What a report is made of; the extension of the path picks the form.
struct ReportJob
{
    const model::Plan& plan;
    const model::CatalogueSlice& slice;
    const simulator::Comparison& comparison;
    std::filesystem::path output;
    std::string language = "en"; ///< "en", "de"
    bool isLetter = false;       ///< US Letter instead of A4
    bool isShort = false;        ///< what a committee needs to decide, without what it looks up
};

/// Everything outside the commands, injected: the program hands in the real thing, tests what they like.
struct Services
{
    using CatalogueFile =
        std::optional<std::filesystem::path>; ///< of --catalogue; empty: the user's, else the embedded

    std::function<model::Result<providers::CatalogueStore>(const CatalogueFile&)> openCatalogue;
    /// As above, but the user's catalogue is made if there is none yet.
    std::function<model::Result<providers::CatalogueStore>(const CatalogueFile&)> openForImport;
    std::function<model::Result<model::CatalogueSlice>(const model::Plan&, const CatalogueFile&)> slice;
    std::function<model::Result<std::vector<providers::PriceRow>>(const providers::PriceFilter&,
                                                                  const CatalogueFile&)>
        listPrices;
    std::function<model::Result<simulator::Comparison>(
        const model::Plan&, const model::CatalogueSlice&, const simulator::CompareSettings&)>
        compare;
    std::function<std::vector<simulator::FigureName>(const simulator::Comparison&,
                                                     const simulator::OptionResult&)>
        figureNames;
    std::function<model::Result<model::FigurePtr>(const model::Plan&,
                                                  const model::CatalogueSlice&,
                                                  std::string_view option,
                                                  std::string_view figure,
                                                  const simulator::CompareSettings&)>
        explain;
    std::function<model::Result<void>(const ReportJob&)> writeReport;
    std::function<model::Day()> today; ///< the one clock of the command line; asked by `new`, and for the date of a calibration
};

/// One command. To add one: a class here, a line in Commands.cpp.
class Command
{
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string_view path() const = 0;    ///< "compare", "prices list"
    [[nodiscard]] virtual std::string_view summary() const = 0; ///< one line of --help
    [[nodiscard]] virtual std::string_view example() const = 0; ///< a command line that works as it stands
    /// Declares arguments and options; they are bound to members.
    virtual void declare(CLI::App& app) = 0;
    [[nodiscard]] virtual ExitStatus run(const Services& services, Streams& streams) = 0;
};

/// All commands, in the order of --help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

/// Runs one command line (without the program's name). Nothing escapes as an exception.
[[nodiscard]] ExitStatus
run(const std::vector<std::string>& arguments, const Services& services, Streams& streams);

/// The services of the program itself, but for those that need Qt: compare, explain, catalogue, clock.
[[nodiscard]] Services programServices();

// For commands
// ---------------------------------------------------------------------------------------------------------------

/// Prints "where: message (hint)" and says which exit status the error means.
[[nodiscard]] ExitStatus fail(const model::Error& error, Streams& streams);

/// Reads --as-of, --seed and the like into a plan that is fit to be computed.
struct PlanArguments
{
    std::string file; ///< a path, or "example:NAME" for one that the program carries
    std::string asOf;
    std::string catalogue;

    /// Declares the plan and --as-of and --catalogue.
    void declare(CLI::App& app);
    /// The document with the arguments over its plan, whatever its issues; what cannot be read ends the
    /// command.
    [[nodiscard]] tl::expected<providers::PlanDocument, ExitStatus> read(Streams& streams) const;
    /// The plan with the arguments over it; errors and warnings are printed, errors end the command.
    [[nodiscard]] tl::expected<model::Plan, ExitStatus> load(Streams& streams) const;
    [[nodiscard]] Services::CatalogueFile catalogueFile() const;
};

/// Issues of reading, and of validate() where reading found no error: fields at fault hold defaults, and what
/// these would be told is noise.
[[nodiscard]] std::vector<model::PlanIssue> allIssues(const providers::PlanDocument& document);
/// "plan.wherewithal:17:workloads[0].demand"
[[nodiscard]] std::string
placeInFile(const std::string& file, const providers::PlanDocument& document, const std::string& where);

/// Declares --catalogue.
void declareCatalogue(CLI::App& app, std::string& file);
[[nodiscard]] Services::CatalogueFile catalogueFile(const std::string& file);

} // namespace wherewithal::app::cli
