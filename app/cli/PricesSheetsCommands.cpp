// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/Detect.h"
#include "providers/import/prices/SheetDiff.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

class PricesFormatsCommand final : public Command
{
public:
    std::string_view path() const override { return "prices formats"; }
    std::string_view summary() const override { return "List the price-sheet formats that are read"; }
    std::string_view example() const override { return "prices formats"; }
    void declare(CLI::App& app) override { app.add_flag("--json", m_isJson, "One JSON document"); }

    ExitStatus run(const Services&, Streams& streams) override
    {
        Json document = Json::array();
        for (const auto& format : providers::formats()) {
            if (format.name == "unknown") {
                continue;
            }
            if (m_isJson) {
                document.push_back({{"name", format.name},
                                    {"title", format.title},
                                    {"known_by", format.knownBy},
                                    {"is_imported", !format.isRefused()},
                                    {"advice", format.isRefused() ? Json(format.advice) : Json()}});
            } else {
                streams.out << fmt::format("{:<30}{}{}\n",
                                           format.name,
                                           format.title,
                                           format.isRefused() ? " - refused, with advice" : "");
            }
        }
        if (m_isJson) {
            streams.out << document.dump(2) << '\n';
            return ExitStatus::Done;
        }
        for (const auto& mapping : providers::shippedMappings()) {
            streams.out << fmt::format("{:<30}shipped mapping (--mapping)\n", mapping.name);
        }
        return ExitStatus::Done;
    }

private:
    bool m_isJson = false;
};

class PricesSheetsCommand final : public Command
{
public:
    std::string_view path() const override { return "prices sheets"; }
    std::string_view summary() const override { return "List the imported price sheets"; }
    std::string_view example() const override { return "prices sheets --json"; }
    void declare(CLI::App& app) override
    {
        app.add_flag("--json", m_isJson, "One JSON document");
        declareCatalogue(app, m_catalogue);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const auto store = services.openCatalogue(catalogueFile(m_catalogue));
        if (!store) {
            return fail(store.error(), streams);
        }
        const auto sheets = store->sheets();
        if (!sheets) {
            return fail(sheets.error(), streams);
        }
        Json document = Json::array();
        for (const auto& sheet : *sheets) {
            if (m_isJson) {
                document.push_back({{"name", sheet.name},
                                    {"provider", textOrNull(sheet.provider)},
                                    {"format", sheet.format},
                                    {"file", sheet.fileName},
                                    {"published", textOrNull(sheet.publishedAt)},
                                    {"imported", textOrNull(sheet.importedAt)},
                                    {"offers", sheet.offers}});
            } else {
                streams.out << fmt::format("{}  {}  {} offers  published {}  imported {}\n",
                                           sheet.name,
                                           sheet.format,
                                           sheet.offers,
                                           sheet.publishedAt.empty() ? "unknown" : sheet.publishedAt,
                                           sheet.importedAt);
            }
        }
        if (m_isJson) {
            streams.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        } else if (sheets->empty()) {
            streams.err << "no price sheet has been imported yet (try: prices import FILE)\n";
        }
        return ExitStatus::Done;
    }

private:
    std::string m_catalogue;
    bool m_isJson = false;
};

class PricesDiffCommand final : public Command
{
public:
    std::string_view path() const override { return "prices diff"; }
    std::string_view summary() const override { return "Compare two imported price sheets"; }
    std::string_view example() const override { return "prices diff shipped shipped --json"; }
    void declare(CLI::App& app) override
    {
        app.add_option("before", m_before, "Name of the earlier sheet; `prices sheets` lists them")
            ->required()
            ->type_name("SHEET");
        app.add_option("after", m_after, "Name of the later sheet")->required()->type_name("SHEET");
        app.add_flag("--json", m_isJson, "One JSON document");
        declareCatalogue(app, m_catalogue);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const auto before = rowsOf(m_before, services, streams);
        if (!before) {
            return before.error();
        }
        const auto after = rowsOf(m_after, services, streams);
        if (!after) {
            return after.error();
        }
        const auto difference = providers::diffSheets(*before, *after);
        m_isJson ? printJson(difference, streams) : printText(difference, streams);
        return ExitStatus::Done;
    }

private:
    using Rows = std::vector<providers::PriceRow>;

    [[nodiscard]] tl::expected<Rows, ExitStatus>
    rowsOf(const std::string& sheet, const Services& services, Streams& streams) const
    {
        const auto store = services.openCatalogue(catalogueFile(m_catalogue));
        if (!store) {
            return tl::unexpected(fail(store.error(), streams));
        }
        auto rows = store->sheetRows(sheet);
        if (!rows) {
            return tl::unexpected(fail(rows.error(), streams));
        }
        return std::move(*rows);
    }

    [[nodiscard]] static Json changes(const std::vector<providers::PriceChange>& list)
    {
        Json out = Json::array();
        for (const auto& change : list) {
            out.push_back({{"provider", change.row.provider},
                           {"service", change.row.service},
                           {"sku", textOrNull(change.row.sku)},
                           {"region", textOrNull(change.row.region)},
                           {"machine", textOrNull(change.row.machine)},
                           {"os", textOrNull(change.row.os)},
                           {"purchase", model::name(change.row.purchase)},
                           {"term_months", change.row.termMonths},
                           {"payment", model::name(change.row.payment)},
                           {"unit", change.row.unit},
                           {"currency", change.row.currency.code()},
                           {"before", change.before ? Json(*change.before) : Json()},
                           {"after", change.after ? Json(*change.after) : Json()}});
        }
        return out;
    }

    static void printJson(const providers::SheetDifference& difference, Streams& streams)
    {
        Json families = Json::object();
        for (const auto& [family, change] : difference.families) {
            families[family] = {{"new", change.added},
                                {"gone", change.removed},
                                {"dearer", change.dearer},
                                {"cheaper", change.cheaper},
                                {"same", change.same}};
        }
        const Json document = {{"new", changes(difference.added)},
                               {"gone", changes(difference.removed)},
                               {"dearer", changes(difference.dearer)},
                               {"cheaper", changes(difference.cheaper)},
                               {"same", difference.same},
                               {"families", std::move(families)}};
        streams.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }

    static void printText(const providers::SheetDifference& difference, Streams& streams)
    {
        streams.out << fmt::format("{} new, {} gone, {} dearer, {} cheaper, {} the same\n",
                                   difference.added.size(),
                                   difference.removed.size(),
                                   difference.dearer.size(),
                                   difference.cheaper.size(),
                                   difference.same);
        for (const auto& [family, change] : difference.families) {
            if (change.added + change.removed + change.dearer + change.cheaper > 0) {
                streams.out << fmt::format("  {:<24} {} new, {} gone, {} dearer, {} cheaper, {} the same\n",
                                           family.empty() ? "(no family)" : family,
                                           change.added,
                                           change.removed,
                                           change.dearer,
                                           change.cheaper,
                                           change.same);
            }
        }
        for (const auto* list : {&difference.dearer, &difference.cheaper}) {
            for (const auto& change : *list) {
                streams.out << fmt::format(
                    "  {} {} {} {}: {:.6g} -> {:.6g} {} ({:+.1f} %)\n",
                    change.row.machine.empty() ? change.row.sku : change.row.machine,
                    change.row.region,
                    change.row.os,
                    model::name(change.row.purchase),
                    *change.before,
                    *change.after,
                    change.row.currency.code(),
                    *change.before == 0.0 ? 0.0 : (*change.after / *change.before - 1.0) * 100.0);
            }
        }
    }

    std::string m_before;
    std::string m_after;
    std::string m_catalogue;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makePricesFormatsCommand()
{
    return std::make_unique<PricesFormatsCommand>();
}

std::unique_ptr<Command> makePricesSheetsCommand()
{
    return std::make_unique<PricesSheetsCommand>();
}

std::unique_ptr<Command> makePricesDiffCommand()
{
    return std::make_unique<PricesDiffCommand>();
}

} // namespace wherewithal::app::cli
