// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ComparisonTable.h"
#include "app/cli/ModelArgument.h"
#include "app/report/ComparisonJson.h"
#include "app/report/Format.h"
#include "simulator/compare/Frozen.h"
#include "simulator/compare/Resolve.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

struct Budget
{
    double amount = 0.0;
    model::Currency currency;
};

/// "250000" or "250000 EUR".
model::Result<Budget> parseBudget(std::string_view text, const model::Currency& standard)
{
    const auto wrong = [&] {
        return model::failure(model::ErrorCode::InvalidSyntax,
                              "--budget",
                              fmt::format("'{}' is no amount", text.substr(0, 60)),
                              "write AMOUNT or 'AMOUNT CCY', such as 250000 or '250000 EUR'");
    };
    const auto blank = text.find(' ');
    Budget budget{.currency = standard};
    const auto amount = model::parseDecimal(text.substr(0, blank));
    if (!amount || amount->isNegative()) {
        return wrong();
    }
    budget.amount = amount->toDouble();
    if (blank != std::string_view::npos) {
        auto currency = model::Currency::parse(text.substr(blank + 1));
        if (!currency) {
            return wrong();
        }
        budget.currency = std::move(*currency);
    }
    return budget;
}

class CompareCommand final : public Command
{
public:
    std::string_view path() const override { return "compare"; }
    std::string_view summary() const override { return "Size, price, score and rank every option of a plan"; }
    std::string_view example() const override
    {
        return "compare example:assistant --budget '2000000 USD' --json";
    }

    void declare(CLI::App& app) override
    {
        m_plan.declare(app);
        app.add_option("--seed", m_seed, "Seed of the sampled paths (default: the plan's)")->type_name("N");
        app.add_option("--paths", m_paths, "Sampled paths, 0 for the base case alone (default: the plan's)")
            ->type_name("N")
            ->check(CLI::Range(0, 100'000));
        app.add_flag("--frozen", m_isFrozen, "Use the prices that the plan recorded");
        app.add_option(
               "--budget", m_budget, "Exit with 1 if the first-ranked option costs more over the horizon")
            ->type_name("'AMOUNT [CCY]'");
        app.add_flag("--record", m_records, "Write prices, letters and the catalogue's hash into the plan");
        auto* json = app.add_flag("--json", m_isJson, "One JSON document");
        auto* csv = app.add_flag("--csv", m_isCsv, "One row per option")->excludes(json);
        app.add_flag("--markdown", m_isMarkdown, "A table for pasting")->excludes(json)->excludes(csv);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        auto plan = m_plan.load(streams);
        if (!plan) {
            return plan.error();
        }
        std::optional<Budget> budget;
        if (!m_budget.empty()) {
            auto parsed = parseBudget(m_budget, plan->currency);
            if (!parsed) {
                return fail(parsed.error(), streams);
            }
            budget = *parsed;
        }
        auto slice = services.slice(*plan, m_plan.catalogueFile());
        if (!slice) {
            return fail(slice.error(), streams);
        }
        if (m_isFrozen) {
            if (auto frozen = simulator::freezePrices(*plan, *slice); !frozen) {
                return fail(frozen.error(), streams);
            }
        }
        const simulator::CompareSettings settings{.paths = m_paths, .seed = m_seed};
        const auto comparison = services.compare(*plan, *slice, settings);
        if (!comparison) {
            return fail(comparison.error(), streams);
        }
        noteCalibrations(*plan, *slice, *comparison, streams);
        print(*comparison, streams);
        if (m_records) {
            if (const auto recorded = record(*comparison); !recorded) {
                return fail(recorded.error(), streams);
            }
        }
        return verdict(*comparison, *slice, budget, streams);
    }

private:
    /// The plan as its file has it, without what the command line put over it.
    model::Result<void> record(const simulator::Comparison& comparison) const
    {
        auto document = providers::loadPlan(m_plan.file);
        if (!document) {
            return model::failure(document.error());
        }
        model::Plan& plan = document->plan;
        plan.catalogueHash = comparison.catalogueHash;
        plan.pricesUsed.clear();
        for (const auto& use : comparison.prices) {
            plan.pricesUsed.push_back(use.price);
        }
        plan.letters.clear();
        for (const auto& option : comparison.options) {
            plan.letters.emplace(option.spec.id.text(), option.spec.letter);
        }
        return providers::savePlan(plan, m_plan.file);
    }

    /// Which kept calibrations the figures rest on: those of accelerators that an option runs on.
    static void noteCalibrations(const model::Plan& plan,
                                 const model::CatalogueSlice& slice,
                                 const simulator::Comparison& comparison,
                                 Streams& streams)
    {
        for (const model::Workload& workload : plan.workloads) {
            const auto* serving = std::get_if<model::LlmServing>(&workload.detail);
            if (serving == nullptr || serving->calibrations.empty()) {
                continue;
            }
            for (const model::Accelerator& device : slice.accelerators) {
                const bool isUsed = std::ranges::any_of(comparison.options, [&](const auto& option) {
                    const auto host = simulator::hostOf(option.spec, slice);
                    return host.accelerator != nullptr && host.accelerator->id == device.id;
                });
                auto note = isUsed ? noteKeptCalibrations(*serving, device) : std::nullopt;
                if (note) {
                    note->where = fmt::format("{}, {}", workload.id.text(), note->where);
                    streams.err << model::text(*note) << '\n';
                }
            }
        }
    }

    void print(const simulator::Comparison& comparison, Streams& streams) const
    {
        if (m_isJson) {
            streams.out << comparisonJson(comparison);
            return;
        }
        if (m_isCsv) {
            streams.out << comparisonCsv(comparison);
            return;
        }
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates));
        streams.out << (m_isMarkdown ? comparisonMarkdown(comparison, format)
                                     : comparisonText(comparison, format));
    }

    static ExitStatus verdict(const simulator::Comparison& comparison,
                              const model::CatalogueSlice& slice,
                              const std::optional<Budget>& budget,
                              Streams& streams)
    {
        const auto first =
            std::ranges::find_if(comparison.options, [](const auto& option) { return option.rank == 1; });
        if (first == comparison.options.end()) {
            streams.err << model::text(
                {.where = comparison.planName,
                 .message = "no option is feasible",
                 .hint = "the reasons stand with each option; add candidates or loosen a requirement"})
                        << '\n';
            return ExitStatus::AnswerIsNo;
        }
        if (!budget) {
            return ExitStatus::Done;
        }
        const auto rate = slice.exchangeRate(first->cost.currency, budget->currency);
        if (!rate) {
            return fail(
                {.code = model::ErrorCode::NotFound,
                 .where = "--budget",
                 .message = fmt::format("there is no dated rate from {} to {}",
                                        first->cost.currency.code(),
                                        budget->currency.code()),
                 .hint = "add one to the plan's exchange_rates, or give the budget in the plan's currency"},
                streams);
        }
        const double cost = first->cost.base.toDouble() * *rate;
        const std::string sentence = fmt::format("the first-ranked option {} costs {}{:.2f} {}",
                                                 first->spec.id.text(),
                                                 first->cost.isComplete ? "" : "at least ",
                                                 cost,
                                                 budget->currency.code());
        if (cost > budget->amount) {
            streams.err << model::text(
                {.where = "--budget", .message = fmt::format("{}, over {:.2f}", sentence, budget->amount)})
                        << '\n';
            return ExitStatus::AnswerIsNo;
        }
        if (!first->cost.isComplete) {
            streams.err << model::text(
                {.where = "--budget", .message = "warning: " + sentence, .hint = "a cost part is unknown"})
                        << '\n';
        }
        return ExitStatus::Done;
    }

    PlanArguments m_plan;
    std::optional<std::uint64_t> m_seed;
    int m_paths = -1;
    bool m_isFrozen = false;
    bool m_records = false;
    std::string m_budget;
    bool m_isJson = false;
    bool m_isCsv = false;
    bool m_isMarkdown = false;
};

} // namespace

std::unique_ptr<Command> makeCompareCommand()
{
    return std::make_unique<CompareCommand>();
}

} // namespace wherewithal::app::cli
