// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "providers/json/PlanJson.h"
#include "resources/EmbeddedPlans.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <ostream>
#include <system_error>

namespace wherewithal::app::cli {

namespace {

class NewCommand final : public Command
{
public:
    std::string_view path() const override { return "new"; }
    std::string_view summary() const override { return "Write a plan to start from"; }
    std::string_view example() const override { return "new llm --output my.wherewithal"; }

    void declare(CLI::App& app) override
    {
        app.add_option("template", m_template, "llm, inference, batch, training or service")
            ->required()
            ->type_name("TEMPLATE");
        app.add_option("--output", m_output, "Where to")->required()->type_name("PLAN");
        app.add_flag("--force", m_mayReplace, "Replace a file that is there already");
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const resources::EmbeddedPlan* found = nullptr;
        std::string known;
        for (const auto& plan : resources::embeddedTemplates()) {
            found = plan.name == m_template ? &plan : found;
            known += fmt::format("{}{}", known.empty() ? "" : ", ", plan.name);
        }
        if (found == nullptr) {
            return fail({.code = model::ErrorCode::UnknownName,
                         .where = "new",
                         .message = fmt::format("there is no template '{}'", m_template),
                         .hint = fmt::format("there are {}", known)},
                        streams);
        }
        std::error_code status;
        if (!m_mayReplace && std::filesystem::is_regular_file(m_output, status)
            && std::filesystem::file_size(m_output, status) > 0) {
            return fail({.code = model::ErrorCode::Inconsistent,
                         .where = m_output,
                         .message = "the file is there already",
                         .hint = "choose another name, or add --force"},
                        streams);
        }
        auto document = providers::readPlan(found->text);
        if (!document) {
            return fail(document.error(), streams);
        }
        model::Plan& plan = document->plan;
        plan.asOf = services.today();
        plan.starts = model::monthsLater(model::monthOf(plan.asOf), 1);
        const auto saved = providers::savePlan(plan, m_output);
        return saved ? ExitStatus::Done : fail(saved.error(), streams);
    }

private:
    std::string m_template;
    std::string m_output;
    bool m_mayReplace = false;
};

} // namespace

std::unique_ptr<Command> makeNewCommand()
{
    return std::make_unique<NewCommand>();
}

} // namespace wherewithal::app::cli
