// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include "app/cli/PlanArgument.h"
#include "providers/json/NearestName.h"
#include "providers/json/PlanJson.h"
#include "resources/EmbeddedPlans.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <optional>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

constexpr const char* kProgram = "wherewithal-cli";
constexpr std::string_view kExamplePrefix = "example:";

/// The subcommand of a path; groups ("prices") are made on the way.
CLI::App& appOf(CLI::App& root, std::string_view path, std::string_view summary)
{
    static const std::map<std::string_view, std::string_view> groups{
        {"prices", "Price sheets: import, list, compare"},
        {"model", "Model files"},
        {"logs", "Logs of a trial deployment"}};
    const auto blank = path.find(' ');
    if (blank == std::string_view::npos) {
        return *root.add_subcommand(std::string(path), std::string(summary));
    }
    const std::string group(path.substr(0, blank));
    const auto found = root.get_subcommands([&](const CLI::App* app) { return app->get_name() == group; });
    CLI::App* parent = found.empty() ? nullptr : found.front();
    if (parent == nullptr) {
        const auto known = groups.find(group);
        parent =
            root.add_subcommand(group, known == groups.end() ? std::string{} : std::string(known->second));
        parent->require_subcommand(1);
    }
    return appOf(*parent, path.substr(blank + 1), summary);
}

/// "compare", or "prices list": what the user was about to run when an argument failed.
std::string nameOfFault(const CLI::App& root)
{
    std::string name;
    const CLI::App* at = &root;
    while (!at->get_subcommands().empty()) {
        at = at->get_subcommands().front();
        name += (name.empty() ? "" : " ") + at->get_name();
    }
    return name.empty() ? std::string(kProgram) : name;
}

/// Where a command is missing or unknown, in the root or in a group: says so, with what there is. Nothing
/// where the fault lies elsewhere.
std::optional<model::Error> commandFault(CLI::App& root)
{
    CLI::App* at = &root;
    while (!at->get_subcommands().empty()) {
        at = at->get_subcommands().front();
    }
    std::vector<std::string> known;
    for (const CLI::App* command : at->get_subcommands([](const CLI::App*) { return true; })) {
        known.push_back(command->get_name());
    }
    if (known.empty()) {
        return std::nullopt;
    }
    const std::vector<std::string> words = at->remaining();
    const auto word =
        std::ranges::find_if(words, [](const std::string& text) { return !text.starts_with('-'); });
    if (word == words.end()) {
        return std::nullopt;
    }
    constexpr std::size_t kMostEdits = 3; // two letters exchanged, and one more
    const auto edits = [&](const std::string& name) {
        return providers::editDistance(*word, name);
    };
    const auto nearest = std::ranges::min_element(known, {}, edits);
    const std::string meant = edits(*nearest) <= std::min(kMostEdits, word->size() - 1)
                                  ? fmt::format("did you mean {}? ", *nearest)
                                  : "";
    return model::Error{.code = model::ErrorCode::UnknownName,
                        .where = nameOfFault(root),
                        .message = fmt::format("there is no command \"{}\"", *word),
                        .hint = fmt::format("{}There are {}", meant, fmt::join(known, ", "))};
}

} // namespace

model::Result<providers::PlanDocument> readPlanArgument(const std::string& file)
{
    if (file.starts_with(kExamplePrefix)) {
        const std::string_view wanted = std::string_view(file).substr(kExamplePrefix.size());
        std::string known;
        for (const auto& example : resources::embeddedExamples()) {
            if (example.name == wanted) {
                return providers::readPlan(example.text);
            }
            known += fmt::format("{}{}{}", known.empty() ? "" : ", ", kExamplePrefix, example.name);
        }
        return model::failure(model::ErrorCode::UnknownName,
                              file,
                              "there is no example of that name",
                              fmt::format("there are {}", known));
    }
    return providers::loadPlan(file);
}

ExitStatus fail(const model::Error& error, Streams& streams)
{
    streams.err << model::text(error) << '\n';
    if (error.code == model::ErrorCode::NoSolution) {
        return ExitStatus::AnswerIsNo;
    }
    return model::isMachineFault(error.code) ? ExitStatus::MachineAtFault : ExitStatus::InputAtFault;
}

void declareCatalogue(CLI::App& app, std::string& file)
{
    app.add_option("--catalogue", file, "Catalogue to use (default: yours, else the one inside the program)")
        ->type_name("FILE");
}

Services::CatalogueFile catalogueFile(const std::string& file)
{
    return file.empty() ? Services::CatalogueFile{} : Services::CatalogueFile{file};
}

void PlanArguments::declare(CLI::App& app)
{
    app.add_option("plan", file, "Plan file, or example:NAME for one that the program carries")
        ->required()
        ->type_name("PLAN");
    app.add_option("--as-of", asOf, "Day by which \"stale\" and \"ended\" are judged")
        ->type_name("YYYY-MM-DD");
    declareCatalogue(app, catalogue);
}

Services::CatalogueFile PlanArguments::catalogueFile() const
{
    return cli::catalogueFile(catalogue);
}

tl::expected<providers::PlanDocument, ExitStatus> PlanArguments::read(Streams& streams) const
{
    auto document = readPlanArgument(file);
    if (!document) {
        model::Error error = document.error();
        if (error.where.empty()) {
            error.where = file;
        }
        return tl::unexpected(fail(error, streams));
    }
    if (!asOf.empty()) {
        const auto day = model::parseDay(asOf);
        if (!day) {
            return tl::unexpected(fail({.code = day.error().code,
                                        .where = "--as-of",
                                        .message = day.error().message,
                                        .hint = "write YYYY-MM-DD"},
                                       streams));
        }
        document->plan.asOf = *day;
    }
    return std::move(*document);
}

tl::expected<model::Plan, ExitStatus> PlanArguments::load(Streams& streams) const
{
    auto document = read(streams);
    if (!document) {
        return tl::unexpected(document.error());
    }
    bool hasErrors = false;
    for (const auto& issue : allIssues(*document)) {
        if (issue.severity == model::PlanIssue::Severity::Note) {
            continue;
        }
        hasErrors = hasErrors || issue.severity == model::PlanIssue::Severity::Error;
        model::Error error = issue.error;
        error.where = placeInFile(file, *document, error.where);
        if (issue.severity == model::PlanIssue::Severity::Warning) {
            error.message = "warning: " + error.message;
        }
        streams.err << model::text(error) << '\n';
    }
    if (hasErrors) {
        return tl::unexpected(ExitStatus::InputAtFault);
    }
    return std::move(document->plan);
}

std::vector<model::PlanIssue> allIssues(const providers::PlanDocument& document)
{
    std::vector<model::PlanIssue> issues = document.issues;
    if (!document.hasErrors()) {
        std::ranges::copy(model::validate(document.plan), std::back_inserter(issues));
    }
    return issues;
}

std::string
placeInFile(const std::string& file, const providers::PlanDocument& document, const std::string& where)
{
    const auto line = document.lineOf(where);
    return line ? fmt::format("{}:{}:{}", file, *line, where) : fmt::format("{}:{}", file, where);
}

ExitStatus run(const std::vector<std::string>& arguments, const Services& services, Streams& streams)
{
    CLI::App root(
        "Where to run a model workload, what it sustains, what it costs, how far it can be trusted.",
        kProgram);
    root.require_subcommand(1);
    root.set_version_flag("--version", WHEREWITHAL_VERSION);
    root.footer(fmt::format(
        "Example:\n  {} compare example:assistant\n\n{} COMMAND --help shows an example of each command.\n"
        "Exit status: 0 done; 1 done, and the answer is no; 2 the input is at fault; 3 the machine is.",
        kProgram,
        kProgram));
    auto commands = allCommands();
    std::vector<std::pair<CLI::App*, Command*>> apps;
    for (const auto& command : commands) {
        CLI::App& app = appOf(root, command->path(), command->summary());
        app.footer(fmt::format("Example:\n  {} {}", kProgram, command->example()));
        command->declare(app);
        apps.emplace_back(&app, command.get());
    }
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        root.parse(std::move(reversed));
    } catch (const CLI::Success& asked) { // --help, --version
        std::ostringstream ignored;
        static_cast<void>(root.exit(asked, streams.out, ignored));
        return ExitStatus::Done;
    } catch (const CLI::ParseError& fault) {
        if (const auto unknown = commandFault(root)) {
            return fail(*unknown, streams);
        }
        const std::string name = nameOfFault(root);
        const std::string help = name == kProgram ? std::string("--help") : name + " --help";
        streams.err << model::text(
            {.where = name, .message = fault.what(), .hint = fmt::format("see {} {}", kProgram, help)})
                    << '\n';
        return ExitStatus::InputAtFault;
    }
    for (const auto& [app, command] : apps) {
        if (!app->parsed()) {
            continue;
        }
        try {
            const ExitStatus status = command->run(services, streams);
            streams.out.flush();
            if (!streams.out) {
                return fail({.code = model::ErrorCode::InputOutput,
                             .where = "standard output",
                             .message = "cannot write the result",
                             .hint = "is the disk full, or the pipe closed?"},
                            streams);
            }
            return status;
        } catch (const std::bad_alloc&) {
            return fail({.code = model::ErrorCode::InputOutput,
                         .where = std::string(command->path()),
                         .message = "the memory is used up",
                         .hint = "close other programs, or take fewer paths"},
                        streams);
        } catch (const std::exception& fault) {
            return fail({.code = model::ErrorCode::Internal,
                         .where = std::string(command->path()),
                         .message = fmt::format("a defect of the program: {}", fault.what()),
                         .hint = "please report it with the command line"},
                        streams);
        }
    }
    return ExitStatus::InputAtFault;
}

} // namespace wherewithal::app::cli
