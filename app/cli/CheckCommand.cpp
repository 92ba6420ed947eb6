// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "simulator/compare/Enumerate.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using Severity = model::PlanIssue::Severity;

std::string_view severityName(Severity severity)
{
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

class CheckCommand final : public Command
{
public:
    std::string_view path() const override { return "check"; }
    std::string_view summary() const override
    {
        return "Validate a plan: list what is wrong or noteworthy, where, and how to mend it";
    }
    std::string_view example() const override { return "check example:assistant"; }

    void declare(CLI::App& app) override
    {
        m_plan.declare(app);
        app.add_flag("--json", m_isJson, "One JSON document");
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        auto document = m_plan.read(streams);
        if (!document) {
            return document.error();
        }
        std::vector<model::PlanIssue> issues = allIssues(*document);
        if (std::ranges::none_of(issues, isError)) {
            if (const auto status = addCatalogueIssues(services, document->plan, issues, streams);
                status != ExitStatus::Done) {
                return status;
            }
        }
        if (m_isJson) {
            printJson(*document, issues, streams);
        } else {
            printText(*document, issues, streams);
        }
        return std::ranges::any_of(issues, isError) ? ExitStatus::InputAtFault : ExitStatus::Done;
    }

private:
    static bool isError(const model::PlanIssue& issue) { return issue.severity == Severity::Error; }

    /// What can be said only beside a catalogue: names it does not have, and whether it is the one used last.
    ExitStatus addCatalogueIssues(const Services& services,
                                  const model::Plan& plan,
                                  std::vector<model::PlanIssue>& issues,
                                  Streams& streams) const
    {
        const auto slice = services.slice(plan, m_plan.catalogueFile());
        if (!slice) {
            return fail(slice.error(), streams);
        }
        std::size_t index = 0;
        for (const auto& option : simulator::enumerateOptions(plan, *slice)) {
            if (option.query) {
                continue;
            }
            if (!option.problem.empty()) {
                issues.push_back(
                    {.severity = Severity::Warning,
                     .error = {.code = model::ErrorCode::UnknownName,
                               .where = fmt::format("candidates[{}]", index),
                               .message = fmt::format("{}: {}", option.spec.id.text(), option.problem),
                               .hint = "`prices list` shows what there is"}});
            }
            ++index;
        }
        if (!plan.catalogueHash.empty() && plan.catalogueHash != slice->hash) {
            issues.push_back({.severity = Severity::Note,
                              .error = {.code = model::ErrorCode::Inconsistent,
                                        .where = "catalogue_hash",
                                        .message = fmt::format(
                                            "the plan was computed last on catalogue {}, this one is {}",
                                            plan.catalogueHash,
                                            slice->hash),
                                        .hint = "prices may differ; `compare --frozen` keeps the old ones"}});
        }
        return ExitStatus::Done;
    }

    void printText(const providers::PlanDocument& document,
                   const std::vector<model::PlanIssue>& issues,
                   Streams& streams) const
    {
        for (const auto& issue : issues) {
            model::Error error = issue.error;
            error.where = placeInFile(m_plan.file, document, error.where);
            error.message = fmt::format("{}: {}", severityName(issue.severity), error.message);
            streams.err << model::text(error) << '\n';
        }
        const auto count = [&](Severity severity) {
            return std::ranges::count(issues, severity, &model::PlanIssue::severity);
        };
        streams.out << fmt::format("{}: errors {}, warnings {}, notes {}\n",
                                   m_plan.file,
                                   count(Severity::Error),
                                   count(Severity::Warning),
                                   count(Severity::Note));
    }

    static void printJson(const providers::PlanDocument& document,
                          const std::vector<model::PlanIssue>& issues,
                          Streams& streams)
    {
        Json list = Json::array();
        for (const auto& issue : issues) {
            const auto line = document.lineOf(issue.error.where);
            list.push_back({{"severity", severityName(issue.severity)},
                            {"code", model::name(issue.error.code)},
                            {"where", issue.error.where},
                            {"line", line ? Json(*line) : Json()},
                            {"message", issue.error.message},
                            {"hint", issue.error.hint}});
        }
        streams.out << list.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }

    PlanArguments m_plan;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeCheckCommand()
{
    return std::make_unique<CheckCommand>();
}

} // namespace wherewithal::app::cli
