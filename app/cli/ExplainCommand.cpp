// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fmt/format.h>
#include <ostream>
#include <unordered_map>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The tree of a figure as JSON. A figure that several others use is written out once; where it comes again
/// it stands without its inputs and names the `id` under which they are: written out everywhere, the cost of
/// a language model is 165 MB.
class FigureWriter
{
public:
    Json write(const model::FigurePtr& figure)
    {
        const auto known = m_ids.find(figure.get());
        const bool isRepeated = known != m_ids.end() && !figure->inputs.empty();
        Json inputs = Json::array();
        const std::size_t id = known != m_ids.end() ? known->second : m_ids.size() + 1;
        if (known == m_ids.end()) {
            m_ids.emplace(figure.get(), id);
            for (const model::FigurePtr& input : figure->inputs) {
                inputs.push_back(write(input));
            }
        }
        Json object{{"name", figure->name},
                    {"value", figure->value && std::isfinite(*figure->value) ? Json(*figure->value) : Json()},
                    {"unit", figure->unit},
                    {"formula", textOrNull(figure->formula)},
                    {"inputs", std::move(inputs)},
                    {"source", Json()},
                    {"assumption", figure->isAssumption}};
        if (!figure->source.isEmpty()) {
            object["source"] = {{"title", textOrNull(figure->source.title)},
                                {"url", textOrNull(figure->source.url)},
                                {"date", textOrNull(figure->source.date)}};
        }
        object["range"] = textOrNull(figure->range);
        object["note"] = textOrNull(figure->note);
        object["place"] = textOrNull(figure->place);
        object[isRepeated ? "repeats_id" : "id"] = id;
        return object;
    }

private:
    static Json textOrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

    std::unordered_map<const model::Figure*, std::size_t> m_ids;
};

class ExplainCommand final : public Command
{
public:
    std::string_view path() const override { return "explain"; }
    std::string_view summary() const override { return "Open one figure of one option down to its sources"; }
    std::string_view example() const override { return "explain example:assistant --option A --figure cost"; }

    void declare(CLI::App& app) override
    {
        m_plan.declare(app);
        app.add_option("--option", m_option, "Letter or id of the option")->required()->type_name("ID");
        app.add_option("--figure", m_figure, "Name of the figure; `list` names them")
            ->required()
            ->type_name("NAME");
        app.add_flag("--json", m_isJson, "One JSON document");
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const auto plan = m_plan.load(streams);
        if (!plan) {
            return plan.error();
        }
        const auto slice = services.slice(*plan, m_plan.catalogueFile());
        if (!slice) {
            return fail(slice.error(), streams);
        }
        return m_figure == "list" ? list(services, *plan, *slice, streams)
                                  : explain(services, *plan, *slice, streams);
    }

private:
    ExitStatus explain(const Services& services,
                       const model::Plan& plan,
                       const model::CatalogueSlice& slice,
                       Streams& streams) const
    {
        const auto figure = services.explain(plan, slice, m_option, m_figure, {});
        if (!figure) {
            return fail(figure.error(), streams);
        }
        if (m_isJson) {
            streams.out << FigureWriter().write(*figure).dump(2, ' ', false, Json::error_handler_t::replace)
                        << '\n';
        } else {
            streams.out << model::plainText(*figure);
        }
        return ExitStatus::Done;
    }

    ExitStatus list(const Services& services,
                    const model::Plan& plan,
                    const model::CatalogueSlice& slice,
                    Streams& streams) const
    {
        const auto comparison = services.compare(plan, slice, {.paths = 0});
        if (!comparison) {
            return fail(comparison.error(), streams);
        }
        const simulator::OptionResult* option = comparison->findOption(m_option);
        if (option == nullptr) {
            std::string known;
            for (const auto& one : comparison->options) {
                known += (known.empty() ? "" : ", ") + one.spec.letter;
            }
            return fail({.code = model::ErrorCode::UnknownName,
                         .where = "--option",
                         .message = fmt::format("there is no option '{}'", m_option),
                         .hint = fmt::format("the plan has {}", known)},
                        streams);
        }
        Json names = Json::array();
        for (const auto& figure : services.figureNames(*comparison, *option)) {
            if (m_isJson) {
                names.push_back({{"name", figure.name}, {"label", figure.label}});
            } else {
                streams.out << fmt::format("{:<32} {}\n", figure.name, figure.label);
            }
        }
        if (m_isJson) {
            streams.out << names.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        }
        return ExitStatus::Done;
    }

    PlanArguments m_plan;
    std::string m_option;
    std::string m_figure;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeExplainCommand()
{
    return std::make_unique<ExplainCommand>();
}

} // namespace wherewithal::app::cli
