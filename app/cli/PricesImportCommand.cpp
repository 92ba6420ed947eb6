// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "model/base/Calendar.h"
#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/PriceImport.h"
#include "providers/import/prices/SheetWriter.h"
#include "providers/import/prices/Workbook.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using providers::ImportOutcome;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

/// One sheet's worth of files, and what became of it.
struct Imported
{
    ImportOutcome outcome;
    std::string sheet;
    providers::SheetOutcome stored;
    std::vector<providers::PriceJump> jumps; ///< the first of them
    std::size_t jumpCount = 0;
    std::string today;
    std::optional<providers::Worksheets> worksheets; ///< of a workbook

    /// The day from which rows without a day of their own hold.
    [[nodiscard]] std::string undatedFrom() const
    {
        return outcome.sheet.published.empty() ? today : outcome.sheet.published.substr(0, 10);
    }
};

Json importJson(const Imported& imported)
{
    const ImportOutcome& outcome = imported.outcome;
    Json skipped = Json::object();
    Json examples = Json::object();
    for (const auto& [reason, count] : outcome.skipped) {
        skipped[reason] = count.count;
        examples[reason] = {{"line", count.firstLine}, {"text", count.example}};
    }
    Json rejected = Json::array();
    Json warnings = Json::array();
    for (const auto& issue : outcome.issues) {
        Json entry = {{"line", issue.line == 0 ? Json() : Json(issue.line)},
                      {"column", textOrNull(issue.column)},
                      {"raw", textOrNull(issue.raw)},
                      {"message", issue.message},
                      {"hint", textOrNull(issue.hint)}};
        (issue.severity == providers::Severity::Error ? rejected : warnings).push_back(std::move(entry));
    }
    Json document = {{"format", outcome.sheet.format},
                     {"sheet", imported.sheet},
                     {"published", textOrNull(outcome.sheet.published)},
                     {"provider", textOrNull(outcome.sheet.provider)},
                     {"mapping", textOrNull(outcome.sheet.mapping)},
                     {"rows_read", outcome.rowsRead},
                     {"offers", outcome.offers},
                     {"components", outcome.components},
                     {"machines", outcome.machines},
                     {"undated", outcome.undated},
                     {"undated_from", outcome.undated == 0 ? Json() : Json(imported.undatedFrom())},
                     {"worksheet", imported.worksheets ? Json(imported.worksheets->read) : Json()},
                     {"worksheets", imported.worksheets ? Json(imported.worksheets->tables) : Json::array()},
                     {"added", imported.stored.added},
                     {"unchanged", imported.stored.unchanged},
                     {"changed", imported.stored.changed},
                     {"older", imported.stored.older},
                     {"skipped", std::move(skipped)},
                     {"skipped_examples", std::move(examples)},
                     {"rejected_count", outcome.rejectedRows},
                     {"rejected", std::move(rejected)},
                     {"warnings_count", outcome.warnings},
                     {"warnings", std::move(warnings)}};
    Json jumps = Json::array();
    for (const auto& jump : imported.jumps) {
        jumps.push_back({{"thing", jump.thing},
                         {"line", jump.line == 0 ? Json() : Json(jump.line)},
                         {"currency", jump.currency},
                         {"before", jump.before},
                         {"after", jump.after},
                         {"is_unit_slip", jump.isUnitSlip}});
    }
    document["jumps_count"] = imported.jumpCount;
    document["jumps"] = std::move(jumps);
    if (!outcome.summary.empty()) {
        document["summary"] = outcome.summary;
    }
    return document;
}

class PricesImportCommand final : public Command
{
public:
    std::string_view path() const override { return "prices import"; }
    std::string_view summary() const override { return "Import price sheets into the catalogue"; }
    std::string_view example() const override { return "prices import index.csv --json"; }

    void declare(CLI::App& app) override
    {
        app.add_option("files", m_files, "Price sheets: files, zip or gzip archives, folders of pages")
            ->required()
            ->type_name("FILE");
        app.add_option("--format", m_options.format, "Overrule detection; `prices formats` lists the names")
            ->type_name("F");
        app.add_option("--mapping", m_mapping, "Mapping of a table: a file, or the name of a shipped one")
            ->type_name("M");
        app.add_option("--currency", m_options.currency, "Currency of files that name none, e.g. EUR")
            ->type_name("CCY");
        app.add_option("--provider", m_options.provider, "Provider of tables that name none")->type_name("P");
        app.add_option(
               "--worksheet", m_worksheet, "Worksheet of a workbook (default: the first with a table)")
            ->type_name("NAME");
        app.add_option("--day",
                       m_options.day,
                       "Day of the sheet: rows without a day hold from it (default: the file's, else today)")
            ->type_name("DATE");
        app.add_flag("--strict", m_isStrict, "Exit status 1 if a row was rejected");
        app.add_flag("--dry-run", m_isDryRun, "Read and report; store nothing");
        app.add_flag("--json", m_isJson, "One JSON document");
        declareCatalogue(app, m_catalogue);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        if (auto read = readMapping(); !read) {
            return fail(read.error(), streams);
        }
        if (!m_options.day.empty() && (m_options.day.size() != 10 || !model::parseDay(m_options.day))) {
            return fail({.code = model::ErrorCode::InvalidSyntax,
                         .where = "--day",
                         .message = fmt::format("'{}' is no day", m_options.day),
                         .hint = "write it as YYYY-MM-DD"},
                        streams);
        }
        std::optional<providers::CatalogueStore> store;
        if (!m_isDryRun) {
            auto opened = services.openForImport(catalogueFile(m_catalogue));
            if (!opened) {
                return fail(opened.error(), streams);
            }
            store.emplace(std::move(*opened));
        }
        const std::string today = model::text(services.today());
        Json documents = Json::array();
        auto status = ExitStatus::Done;
        for (const std::string& file : m_files) {
            const auto imported = importOne(file, store ? &*store : nullptr, today);
            if (!imported) {
                status = std::max(status, fail(imported.error(), streams));
                continue;
            }
            if (m_isStrict && imported->outcome.rejectedRows > 0) {
                status = std::max(status, ExitStatus::AnswerIsNo);
            }
            m_isJson ? documents.push_back(importJson(*imported)) : print(*imported, streams);
        }
        if (m_isJson && !documents.empty()) { // one file: its document, as the contract has it
            streams.out << (m_files.size() == 1 ? documents[0] : documents)
                               .dump(2, ' ', false, Json::error_handler_t::replace)
                        << '\n';
        }
        return status;
    }

private:
    model::Result<void> readMapping()
    {
        if (m_mapping.empty()) {
            return {};
        }
        for (const auto& shipped : providers::shippedMappings()) {
            if (shipped.name == m_mapping) {
                m_options.mapping = shipped.json;
                return {};
            }
        }
        constexpr std::size_t kMostBytes = 1U << 20U;
        auto text = providers::headOf(*providers::fileSource(m_mapping), kMostBytes);
        if (!text) {
            text.error().hint = "name a file or a shipped mapping; `prices formats` lists those";
            return model::failure(text.error());
        }
        m_options.mapping = std::move(*text);
        if (m_options.mapping.empty()) {
            return model::failure(model::ErrorCode::InvalidSyntax, m_mapping, "the mapping is empty");
        }
        return {};
    }

    [[nodiscard]] model::Result<Imported>
    importOne(const std::string& file, providers::CatalogueStore* store, const std::string& today) const
    {
        auto sources = providers::sheetSources(file, m_options.source, m_worksheet);
        if (!sources) {
            return model::failure(sources.error());
        }
        Imported imported;
        imported.today = today;
        imported.worksheets = sources->empty() ? std::nullopt : providers::worksheetsOf(*sources->front());
        if (!imported.worksheets && !m_worksheet.empty()) {
            return model::failure(model::ErrorCode::Inconsistent,
                                  file,
                                  "is no workbook, so it has no worksheet",
                                  "leave --worksheet out");
        }
        if (store == nullptr) {
            class NoSink final : public providers::PriceSink
            {
            public:
                model::Result<void> begin(const providers::PriceSheet&) override { return {}; }
                model::Result<void> machine(const providers::MachineRow&) override { return {}; }
                model::Result<void> offer(const providers::OfferRow&) override { return {}; }
                model::Result<void> end(const ImportOutcome&) override { return {}; }
            } sink;
            auto outcome = providers::importSheet(*sources, m_options, sink);
            if (!outcome) {
                return model::failure(outcome.error());
            }
            imported.outcome = std::move(*outcome);
            imported.sheet = providers::sheetNameOf(imported.outcome.sheet);
            return imported;
        }
        providers::SheetWriter writer(*store, today);
        auto outcome = providers::importSheet(*sources, m_options, writer);
        if (!outcome) {
            return model::failure(outcome.error());
        }
        imported.outcome = std::move(*outcome);
        imported.sheet = writer.sheetName();
        imported.stored = writer.stored();
        imported.jumps = writer.jumps();
        imported.jumpCount = writer.jumpCount();
        return imported;
    }

    static void print(const Imported& imported, Streams& streams)
    {
        const ImportOutcome& outcome = imported.outcome;
        streams.out << fmt::format("{} ({}{})\n",
                                   imported.sheet,
                                   outcome.sheet.format,
                                   outcome.sheet.published.empty() ? std::string()
                                                                   : ", published " + outcome.sheet.published)
                    << fmt::format("  {} rows read, {} offers with {} amounts, {} machines\n",
                                   outcome.rowsRead,
                                   outcome.offers,
                                   outcome.components,
                                   outcome.machines)
                    << fmt::format("  {} new, {} changed, {} unchanged in the catalogue\n",
                                   imported.stored.added,
                                   imported.stored.changed,
                                   imported.stored.unchanged);
        if (imported.worksheets && imported.worksheets->tables.size() > 1) {
            streams.out << fmt::format("  worksheet '{}' was read; tables stand in: {} (--worksheet)\n",
                                       imported.worksheets->read,
                                       fmt::join(imported.worksheets->tables, ", "));
        }
        if (outcome.undated > 0) {
            streams.out << fmt::format("  {} offers name no day: they hold from {}, {} (--day)\n",
                                       outcome.undated,
                                       imported.undatedFrom(),
                                       outcome.sheet.published.empty() ? "the day of this import"
                                                                       : "the day of the sheet");
        }
        if (outcome.offers == 0) {
            streams.out << "  nothing was stored: no row could be kept\n";
        }
        if (imported.stored.older > 0) {
            streams.out << fmt::format("  {} kept as history: a sheet published later has set their price\n",
                                       imported.stored.older);
        }
        for (const auto& [reason, count] : outcome.skipped) {
            streams.out << fmt::format("  skipped {}: {} (first in line {}: {})\n",
                                       reason,
                                       count.count,
                                       count.firstLine,
                                       count.example);
        }
        if (imported.jumpCount > 0) {
            streams.out << fmt::format("  {} prices moved by more than half against the catalogue\n",
                                       imported.jumpCount);
        }
        for (const auto& jump : imported.jumps) {
            streams.err << model::text(
                {.where = jump.line == 0 ? outcome.sheet.fileName
                                         : fmt::format("{}:{}", outcome.sheet.fileName, jump.line),
                 .message = fmt::format(
                     "{}: {:.6g} {} before, {:.6g} now", jump.thing, jump.before, jump.currency, jump.after),
                 .hint = jump.isUnitSlip ? "the factor is that of hours and months: check the unit"
                                         : "look at it before relying on it"})
                        << '\n';
        }
        if (outcome.rejectedRows > 0) {
            streams.out << fmt::format("  {} rows rejected\n", outcome.rejectedRows);
        }
        for (const auto& issue : outcome.issues) {
            const std::string where = issue.line == 0
                                          ? outcome.sheet.fileName
                                          : fmt::format("{}:{}", outcome.sheet.fileName, issue.line);
            streams.err << model::text(
                {.where = where + (issue.column.empty() ? "" : ":" + issue.column),
                 .message = issue.message
                            + (issue.message.find(issue.raw) != std::string::npos ? std::string()
                                                                                  : ": '" + issue.raw + "'"),
                 .hint = issue.hint})
                        << '\n';
        }
    }

    std::vector<std::string> m_files;
    providers::ImportOptions m_options;
    std::string m_mapping;
    std::string m_catalogue;
    std::string m_worksheet;
    bool m_isStrict = false;
    bool m_isDryRun = false;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makePricesImportCommand()
{
    return std::make_unique<PricesImportCommand>();
}

} // namespace wherewithal::app::cli
