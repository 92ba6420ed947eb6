// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/LocalImport.h"

#include "app/session/LocalCatalogue.h"
#include "providers/import/prices/PriceImport.h"
#include "providers/import/prices/SheetHead.h"
#include "providers/import/prices/SheetWriter.h"
#include "providers/import/prices/Workbook.h"

#include <algorithm>
#include <chrono>

namespace wherewithal::app {

using model::ErrorCode;
using model::failure;
using model::Result;
using providers::ImportOutcome;
using providers::OfferRow;
using providers::PriceRow;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<providers::SheetSources> sourcesOf(const ImportRequest& request)
{
    if (request.paths.empty()) {
        return failure(ErrorCode::NotFound, {}, "no file is chosen", "add a price sheet");
    }
    providers::SheetSources all;
    for (const std::string& path : request.paths) {
        auto sources = providers::sheetSources(path, {}, request.worksheet);
        if (!sources) {
            return failure(sources.error());
        }
        all.insert(all.end(), sources->begin(), sources->end());
    }
    if (all.empty()) {
        return failure(
            ErrorCode::NotFound, request.paths.front(), "the folder holds no file", "choose another");
    }
    return all;
}

/// Files as they lie on the disk; of folders what is in them.
std::vector<SheetFile> filesOf(const ImportRequest& request)
{
    std::vector<SheetFile> files;
    std::error_code status;
    const auto add = [&](const std::filesystem::path& path) {
        const auto bytes = std::filesystem::file_size(path, status);
        files.push_back({.name = path.filename().string(), .bytes = status ? 0 : bytes});
    };
    for (const std::string& path : request.paths) {
        if (!std::filesystem::is_directory(path, status)) {
            add(path);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path, status)) {
            if (entry.is_regular_file(status)) {
                add(entry.path());
            }
        }
    }
    return files;
}

/// Bytes to read, if the disk tells: of what is packed it does not.
std::optional<std::uint64_t> totalBytes(const ImportRequest& request, const providers::SheetSources& sources)
{
    std::uint64_t total = 0;
    const std::vector<SheetFile> files = filesOf(request);
    for (const SheetFile& file : files) {
        const bool isItself =
            std::ranges::any_of(sources, [&](const auto& source) { return source->name() == file.name; });
        if (!isItself || file.name.ends_with(".gz")) {
            return std::nullopt;
        }
        total += file.bytes;
    }
    return total;
}

providers::ImportOptions optionsOf(const ImportRequest& request)
{
    providers::ImportOptions options;
    options.format = request.format;
    options.currency = request.currency;
    options.provider = request.provider;
    options.day = request.day;
    if (request.mapping) {
        options.mapping = providers::mappingJson(*request.mapping);
    }
    return options;
}

/// Reports at most twenty times a second.
class ProgressTeller
{
public:
    ProgressTeller(const OnProgress& tell, std::optional<std::uint64_t> total)
        : m_tell(tell)
        , m_total(total)
    {}

    void countOffer() { ++m_offers; }
    void read(std::uint64_t bytes)
    {
        const auto now = Clock::now();
        if (!m_tell || now - m_last < std::chrono::milliseconds(50)) {
            return;
        }
        m_last = now;
        m_tell({.bytesRead = bytes, .bytesTotal = m_total, .offers = m_offers, .seconds = seconds()});
    }
    [[nodiscard]] double seconds() const { return secondsSince(m_start); }

private:
    const OnProgress& m_tell;
    std::optional<std::uint64_t> m_total;
    std::uint64_t m_offers = 0;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_last;
};

/// Passes rows on and counts them.
class CountingSink final : public providers::PriceSink
{
public:
    CountingSink(providers::PriceSink& next, ProgressTeller& teller)
        : m_next(next)
        , m_teller(teller)
    {}
    Result<void> begin(const providers::PriceSheet& sheet) override { return m_next.begin(sheet); }
    Result<void> machine(const providers::MachineRow& row) override { return m_next.machine(row); }
    Result<void> offer(const OfferRow& row) override
    {
        m_teller.countOffer();
        return m_next.offer(row);
    }
    Result<void> end(const ImportOutcome& outcome) override { return m_next.end(outcome); }

private:
    providers::PriceSink& m_next;
    ProgressTeller& m_teller;
};

/// Keeps the first offers, then ends the reading.
class PreviewSink final : public providers::PriceSink
{
public:
    Result<void> begin(const providers::PriceSheet& sheet) override
    {
        preview.sheet = sheet;
        return {};
    }
    Result<void> machine(const providers::MachineRow&) override { return {}; }
    Result<void> offer(const OfferRow& row) override
    {
        preview.rows.push_back(
            {.line = row.line, .parts = row.components.size(), .row = providers::storedRow(row)});
        if (preview.rows.size() >= kPreviewRows) {
            isFull = true;
            return failure(ErrorCode::Cancelled, {}, "enough rows for a preview");
        }
        return {};
    }
    Result<void> end(const ImportOutcome& outcome) override
    {
        preview.sheet = outcome.sheet;
        preview.isWhole = true;
        return {};
    }

    ImportPreview preview;
    bool isFull = false;
};

/// Compares the rows with the editions of the same sheet that the catalogue holds; stores nothing.
class CheckSink final : public providers::PriceSink
{
public:
    CheckSink(const providers::CatalogueStore& store, std::stop_token stop)
        : m_store(store)
        , m_stop(std::move(stop))
    {}

    Result<void> begin(const providers::PriceSheet& sheet) override
    {
        name = providers::sheetNameOf(sheet);
        auto sheets = m_store.sheets();
        if (!sheets) {
            return failure(sheets.error());
        }
        const std::string stem = sheetStem(name);
        std::string newest;
        for (const providers::SheetInfo& known : *sheets) {
            isKnown = isKnown || known.name == name;
            if (sheetStem(known.name) == stem && (against.empty() || known.publishedAt > newest)) {
                newest = known.publishedAt;
                against = known.name;
            }
        }
        return against.empty() ? Result<void>{} : readBefore(sheet.provider, stem);
    }
    Result<void> machine(const providers::MachineRow&) override { return {}; }
    Result<void> offer(const OfferRow& row) override
    {
        changes.addAfter(providers::storedRow(row));
        return {};
    }
    Result<void> end(const ImportOutcome&) override { return {}; }

    std::string name;
    std::string against;
    bool isKnown = false;
    providers::SheetChanges changes;

private:
    Result<void> readBefore(const std::string& provider, const std::string& stem)
    {
        providers::PriceFilter ofProvider;
        ofProvider.provider = provider;
        auto read = m_store.visitImported(ofProvider, [&](const PriceRow& row) {
            if (sheetStem(row.sheet) == stem) {
                changes.addBefore(row);
            }
            return !m_stop.stop_requested();
        });
        if (read && m_stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, {}, "cancelled; nothing was stored");
        }
        return read;
    }

    const providers::CatalogueStore& m_store;
    std::stop_token m_stop;
};

/// Reads the request's files into the sink with progress.
Result<ImportOutcome> readInto(providers::PriceSink& sink,
                               const ImportRequest& request,
                               const OnProgress& progress,
                               const std::stop_token& stop)
{
    auto sources = sourcesOf(request);
    if (!sources) {
        return failure(sources.error());
    }
    ProgressTeller teller(progress, totalBytes(request, *sources));
    CountingSink counting(sink, teller);
    providers::ImportOptions options = optionsOf(request);
    options.progress = [&teller](std::uint64_t bytes) {
        teller.read(bytes);
    };
    return providers::importSheet(*sources, options, counting, stop);
}

} // namespace

std::string sheetStem(const std::string& sheetName)
{
    return sheetName.substr(0, sheetName.rfind(' '));
}

Result<SheetFinding> detectFiles(const ImportRequest& request)
{
    auto sources = sourcesOf(request);
    if (!sources) {
        return failure(sources.error());
    }
    auto detection = providers::detectSheet(*sources);
    if (!detection) {
        return failure(detection.error());
    }
    SheetFinding finding{.files = filesOf(request),
                         .detection = std::move(*detection),
                         .formatTitle = {},
                         .advice = {},
                         .proposed = {},
                         .rows = {},
                         .head = {},
                         .worksheet = {},
                         .worksheets = {}};
    if (auto book = providers::worksheetsOf(*sources->front())) {
        finding.worksheet = std::move(book->read);
        finding.worksheets = std::move(book->tables);
    }
    if (!request.format.empty()) {
        finding.detection.format = request.format;
    }
    if (const providers::FormatInfo* format = providers::findFormat(finding.detection.format)) {
        finding.formatTitle = format->title;
        finding.advice = format->advice;
    }
    finding.isTable = providers::isMappedFormat(finding.detection.format);
    auto head = providers::readHead(
        *sources->front(), finding.detection, request.mapping ? &*request.mapping : nullptr);
    if (!head) {
        return failure(head.error());
    }
    if (!head->header.empty()) {
        finding.detection.header = head->header;
    }
    if (finding.isTable) {
        finding.proposed = providers::usualMapping(finding.detection, *head);
    }
    finding.rows = std::move(head->rows);
    finding.head = std::move(head->lines);
    return finding;
}

Result<ImportPreview> previewFiles(const ImportRequest& request, const std::stop_token& stop)
{
    PreviewSink sink;
    auto outcome = readInto(sink, request, {}, stop);
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, {}, "cancelled");
    }
    if (!outcome && !sink.isFull) {
        if (sink.preview.rows.empty()) {
            return failure(outcome.error());
        }
        sink.preview.failure = outcome.error();
    }
    if (outcome && !outcome->issues.empty()) {
        sink.preview.firstIssue = outcome->issues.front();
    }
    return std::move(sink.preview);
}

Result<ImportCheck> checkFiles(const LocalCatalogue& catalogue,
                               const ImportRequest& request,
                               const OnProgress& progress,
                               const std::stop_token& stop)
{
    const auto start = Clock::now();
    auto store = catalogue.open();
    if (!store) {
        return failure(store.error());
    }
    CheckSink sink(*store, stop);
    auto outcome = readInto(sink, request, progress, stop);
    if (!outcome) {
        return failure(outcome.error());
    }
    ImportCheck check;
    check.outcome = std::move(*outcome);
    check.sheetName = sink.name;
    check.isKnown = sink.isKnown;
    check.against = sink.against;
    check.changes = sink.changes.finish();
    check.seconds = secondsSince(start);
    return check;
}

Result<ImportDone> commitFiles(LocalCatalogue& catalogue,
                               const ImportRequest& request,
                               const OnProgress& progress,
                               const std::stop_token& stop)
{
    const auto start = Clock::now();
    auto store = catalogue.openForImport();
    if (!store) {
        return failure(store.error());
    }
    providers::SheetWriter writer(*store, catalogue.today());
    auto outcome = readInto(writer, request, progress, stop);
    if (!outcome) {
        return failure(outcome.error());
    }
    catalogue.contentChanged();
    return ImportDone{.outcome = std::move(*outcome),
                      .sheetName = writer.sheetName(),
                      .stored = writer.stored(),
                      .seconds = secondsSince(start)};
}

} // namespace wherewithal::app
