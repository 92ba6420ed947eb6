// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

/// The way of buying as people ask for it. What is bought on demand but is no ordinary price (reserved
/// capacity, a programme's price, a machine on a host paid for elsewhere) goes by a word of its own.
std::string purchaseWord(const providers::PriceRow& row)
{
    for (const char* word : {"low-priority", "dev-test", "capacity-reservation", "dedicated-host", "fee"}) {
        if (row.offeringClass == word) {
            return word;
        }
    }
    return std::string(model::name(row.purchase));
}

/// A row to the contract: list prices net of VAT in their own currency, dates as the source gives them.
Json rowJson(const providers::PriceRow& row)
{
    Json tiers = Json::array();
    for (const auto& tier : row.tiers) {
        tiers.push_back({{"from", tier.from},
                         {"to", tier.to ? Json(*tier.to) : Json()},
                         {"amount", tier.amount.toDouble()}});
    }
    if (tiers.empty()) {
        tiers.push_back({{"from", 0.0}, {"to", Json()}, {"amount", row.amount.toDouble()}});
    }
    const auto hourly = providers::effectiveHourly(row);
    return {{"provider", row.provider},
            {"service", row.service},
            {"sku", textOrNull(row.sku)},
            {"region", textOrNull(row.region)},
            {"machine", textOrNull(row.machine)},
            {"os", textOrNull(row.os)},
            {"tenancy", textOrNull(row.tenancy)},
            {"licence", textOrNull(row.licence)},
            {"software", textOrNull(row.software)},
            {"capacity", textOrNull(row.capacity)},
            {"offering_class", textOrNull(row.offeringClass)},
            {"basis", row.basis.empty() ? Json("list") : Json(row.basis)},
            {"is_machine_price", row.isMachinePrice},
            {"purchase", purchaseWord(row)},
            {"term_months", row.termMonths},
            {"payment", model::name(row.payment)},
            {"unit", row.unit},
            {"unit_count", row.blockSize},
            {"currency", row.currency.code()},
            {"amount", row.amount.toDouble()},
            {"upfront", row.upfront ? Json(row.upfront->toDouble()) : Json()},
            {"effective_hourly", hourly ? Json(*hourly) : Json()},
            {"tiers", std::move(tiers)},
            {"effective_from", textOrNull(row.effectiveFrom)},
            {"effective_to", textOrNull(row.effectiveTo)},
            {"effective_from_is_observed", row.isDayObserved},
            {"sheet", textOrNull(row.sheet)},
            {"line", row.line == 0 ? Json() : Json(row.line)},
            {"reason", textOrNull(row.reason)},
            {"source_title", textOrNull(row.source.title)},
            {"source_url", textOrNull(row.source.url)},
            {"source_date", textOrNull(row.source.date)},
            {"note", textOrNull(row.note)}};
}

class PricesListCommand final : public Command
{
public:
    std::string_view path() const override { return "prices list"; }
    std::string_view summary() const override { return "List prices of the catalogue"; }
    std::string_view example() const override
    {
        return "prices list --provider aws --machine p5.48xlarge --json";
    }

    void declare(CLI::App& app) override
    {
        app.add_option("--provider", m_filter.provider, "Provider id, e.g. aws")->type_name("P");
        app.add_option("--region", m_filter.region, "Region id, e.g. us-east-1")->type_name("R");
        app.add_option("--machine", m_filter.machine, "Machine, e.g. m5.large")->type_name("M");
        app.add_option("--service", m_filter.service, "Service, e.g. compute, egress-internet")
            ->type_name("S");
        app.add_option("--purchase",
                       m_purchase,
                       "on-demand, spot, reserved, savings-plan, committed-use, platform or owned")
            ->type_name("K");
        app.add_option("--as-of", m_asOf, "Prices in force on this day")->type_name("YYYY-MM-DD");
        app.add_flag("--json", m_isJson, "One JSON document");
        declareCatalogue(app, m_catalogue);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        if (!m_purchase.empty()) {
            m_filter.purchase = model::parsePurchase(m_purchase);
            if (!m_filter.purchase) {
                return fail(
                    {.code = model::ErrorCode::UnknownName,
                     .where = "--purchase",
                     .message = fmt::format("'{}' is no way of buying", m_purchase),
                     .hint = "use on-demand, spot, reserved, savings-plan, committed-use, platform or owned"},
                    streams);
            }
        }
        if (!m_asOf.empty()) {
            if (!model::parseDay(m_asOf)) {
                return fail({.code = model::ErrorCode::InvalidSyntax,
                             .where = "--as-of",
                             .message = fmt::format("'{}' is no day", m_asOf),
                             .hint = "write YYYY-MM-DD"},
                            streams);
            }
            m_filter.effectiveUntil = m_asOf;
        }
        auto rows = services.listPrices(m_filter, catalogueFile(m_catalogue));
        if (!rows) {
            return fail(rows.error(), streams);
        }
        if (m_filter.purchase) {
            std::erase_if(*rows, [&](const auto& row) { return purchaseWord(row) != m_purchase; });
        }
        if (rows->size() == m_filter.limit) {
            streams.err << model::text(
                {.where = "prices list",
                 .message = fmt::format("only the first {} prices are listed", m_filter.limit),
                 .hint = "narrow the list with --provider or --machine"})
                        << '\n';
        }
        if (rows->empty()) {
            streams.err << model::text(
                {.code = model::ErrorCode::NotFound,
                 .where = "prices list",
                 .message = "no price of the catalogue fits",
                 .hint = "ask for less; names are compared whole, and --as-of leaves out what "
                         "was not in force yet"})
                        << '\n';
        }
        m_isJson ? printJson(*rows, streams) : printTable(*rows, streams);
        return ExitStatus::Done;
    }

private:
    static void printJson(const std::vector<providers::PriceRow>& rows, Streams& streams)
    {
        streams.out << '[';
        for (std::size_t index = 0; index < rows.size(); ++index) { // one row a line: lists are long
            streams.out << (index == 0 ? "\n  " : ",\n  ")
                        << rowJson(rows[index]).dump(-1, ' ', false, Json::error_handler_t::replace);
        }
        streams.out << (rows.empty() ? "]\n" : "\n]\n");
    }

    static void printTable(const std::vector<providers::PriceRow>& rows, Streams& streams)
    {
        constexpr std::array<std::string_view, 8> kHeader{
            "provider", "machine", "region", "purchase", "amount", "unit", "from", "sheet"};
        std::vector<std::array<std::string, 8>> cells;
        std::array<std::size_t, 8> widths{};
        std::ranges::transform(kHeader, widths.begin(), &std::string_view::size);
        for (const auto& row : rows) {
            std::string purchase = purchaseWord(row);
            if (row.termMonths > 0) {
                purchase += fmt::format(" {} months, upfront {}", row.termMonths, model::name(row.payment));
            }
            const std::string unit =
                row.blockSize == 1.0 ? row.unit : fmt::format("{} {}", row.blockSize, row.unit);
            cells.push_back({row.provider,
                             row.machine.empty() ? row.service : row.machine,
                             row.region,
                             purchase,
                             row.upfront
                                 ? fmt::format("{} once + {}", row.upfront->toText(), row.amount.toText())
                                 : row.amount.toText(),
                             fmt::format("{}/{}", row.currency.code(), unit),
                             row.effectiveFrom.empty() ? "undated" : row.effectiveFrom,
                             row.sheet});
            for (std::size_t column = 0; column < widths.size(); ++column) {
                widths[column] = std::max(widths[column], cells.back()[column].size());
            }
        }
        const auto print = [&](const auto& row) {
            std::string line;
            for (std::size_t column = 0; column < widths.size(); ++column) {
                line += column == 4 ? fmt::format("{:>{}}  ", row[column], widths[column])
                                    : fmt::format("{:<{}}  ", row[column], widths[column]);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            streams.out << line << '\n';
        };
        print(kHeader);
        std::ranges::for_each(cells, print);
    }

    providers::PriceFilter m_filter;
    std::string m_purchase;
    std::string m_asOf;
    std::string m_catalogue;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makePricesListCommand()
{
    return std::make_unique<PricesListCommand>();
}

} // namespace wherewithal::app::cli
