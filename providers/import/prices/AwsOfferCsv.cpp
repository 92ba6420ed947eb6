// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/CollectingSink.h"
#include "providers/import/prices/CsvBlock.h"
#include "providers/import/prices/OrderedPipeline.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/ScanMask.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <fmt/format.h>
#include <unordered_map>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kBlock = 1U << 20U;    ///< bytes per job
constexpr std::size_t kMaxPending = 100'000; ///< offers waiting for their other half
constexpr std::array kMachineFields = {AwsField::InstanceType,
                                       AwsField::InstanceFamily,
                                       AwsField::Vcpu,
                                       AwsField::Memory,
                                       AwsField::PhysicalProcessor,
                                       AwsField::ProcessorArchitecture,
                                       AwsField::Storage,
                                       AwsField::NetworkPerformance,
                                       AwsField::Gpu,
                                       AwsField::GpuMemory};

/// Where the fields are: read once from the header, shared by all workers.
struct Layout
{
    std::array<int, kAwsFields> columns{}; ///< column index, -1: absent
    std::size_t columnCount = 0;
    std::string service;  ///< offer code of the file's head
    std::string currency; ///< only if the file has no currency column
    std::vector<std::string> families;
    std::vector<std::string> regions;
    CsvLimits limits;
};

/// One block of complete rows on its way through the pipeline.
struct Job
{
    std::vector<char> buffer;
    std::size_t size = 0; ///< bytes in use; kScanBlock more are readable
    bool isLast = false;

    // Filled by the worker:
    std::vector<OfferRow> offers; ///< components are set by the consumer
    std::vector<std::uint32_t> firstComponent;
    std::vector<PriceComponent> components;
    std::vector<std::array<std::string_view, kMachineFields.size()>> shapes; ///< of each offer
    std::vector<RowIssue> issues;
    std::map<std::string, SkipCount, std::less<>> skipped;
    std::deque<std::string> texts; ///< cells whose doubled quotes were halved
    std::uint64_t rows = 0;
    std::uint64_t lines = 0;
    std::size_t consumed = 0;
    bool isTooLong = false;
};

/// Reads one block: rows to offers, adjacent rows of one (SKU, term) to one offer.
class BlockWorker
{
public:
    BlockWorker(const Layout& layout, Job& job)
        : m_layout(layout)
        , m_job(job)
        , m_block({}, layout.limits)
    {}

    void run()
    {
        m_job.offers.clear();
        m_job.firstComponent.clear();
        m_job.components.clear();
        m_job.shapes.clear();
        m_job.issues.clear();
        m_job.skipped.clear();
        m_job.texts.clear();
        m_job.rows = 0;
        m_job.isTooLong = false;
        m_block.start(m_job.buffer.data(), m_job.size, m_job.isLast);
        CsvRow row;
        for (auto status = m_block.next(row); status != CsvBlock::Status::End; status = m_block.next(row)) {
            if (status == CsvBlock::Status::Row && (row.size() != m_layout.columnCount || !isPlain(row))) {
                status = m_block.reread(row);
            }
            if (status == CsvBlock::Status::End) {
                break;
            }
            if (status == CsvBlock::Status::TooLong) {
                m_job.isTooLong = true;
                break;
            }
            readRow(row, status);
        }
        m_job.consumed = m_block.consumed();
        m_job.lines = m_block.lines();
    }

private:
    /// The cells we read are quoted as a whole or not at all.
    [[nodiscard]] bool isPlain(const CsvRow& row) const
    {
        const auto check = [&](AwsField field) {
            const int column = m_layout.columns[static_cast<std::size_t>(field)];
            if (column < 0) {
                return true;
            }
            const std::string_view raw = row.raw(static_cast<std::size_t>(column));
            return raw.empty() || (raw.front() == '"') == (raw.back() == '"' && raw.size() > 1);
        };
        return check(AwsField::Sku) && check(AwsField::PricePerUnit) && check(AwsField::RateCode)
               && check(AwsField::PriceDescription);
    }

    [[nodiscard]] std::string_view cell(const CsvRow& row, AwsField field)
    {
        const int column = m_layout.columns[static_cast<std::size_t>(field)];
        if (column < 0) {
            return {};
        }
        const std::string_view raw = row.raw(static_cast<std::size_t>(column));
        if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') {
            return raw;
        }
        if (!m_block.mayHoldDoubledQuotes()) {
            return raw.substr(1, raw.size() - 2);
        }
        std::string scratch;
        const std::string_view text = cellText(raw, '"', scratch);
        return text.data() == scratch.data() ? std::string_view(m_job.texts.emplace_back(std::move(scratch)))
                                             : text;
    }

    void readRow(const CsvRow& row, CsvBlock::Status status)
    {
        if (row.size() == 1 && row.raw(0).empty()) {
            return;
        }
        ++m_job.rows;
        if (status == CsvBlock::Status::Broken) {
            reject(row,
                   {},
                   row.raw(0),
                   ErrorCode::InvalidSyntax,
                   "the quotes of this line do not match",
                   "a quote within a cell is written twice");
            return;
        }
        if (row.size() != m_layout.columnCount) {
            reject(row,
                   {},
                   row.raw(0),
                   ErrorCode::InvalidSyntax,
                   fmt::format("{} cells where the header has {}", row.size(), m_layout.columnCount),
                   "is the file cut off or edited?");
            return;
        }
        const std::string_view family = cell(row, AwsField::ProductFamily);
        if (!m_layout.families.empty()
            && std::ranges::find(m_layout.families, family) == m_layout.families.end()) {
            skip("other-family", row, family);
            return;
        }
        AwsRecord record;
        for (std::size_t i = 0; i < kAwsFields; ++i) {
            record[static_cast<AwsField>(i)] = cell(row, static_cast<AwsField>(i));
        }
        if (record[AwsField::Currency].empty()) {
            record[AwsField::Currency] = m_layout.currency;
        }
        addRecord(record, row);
    }

    void addRecord(const AwsRecord& record, const CsvRow& row)
    {
        if (record[AwsField::Sku].empty()) {
            reject(row, "SKU", row.raw(0), ErrorCode::MissingField, "the row has no SKU");
            return;
        }
        auto component = awsComponent(record);
        if (!component) {
            reject(row,
                   component.error().where,
                   record[AwsField::PricePerUnit],
                   component.error().code,
                   component.error().message,
                   component.error().hint);
            return;
        }
        const bool isSame = !m_job.offers.empty() && m_job.offers.back().sku == record[AwsField::Sku]
                            && m_job.offers.back().rate == record[AwsField::OfferTermCode];
        if (!isSame) {
            OfferRow offer = awsOffer(record, m_layout.service);
            if (!m_layout.regions.empty()
                && std::ranges::find(m_layout.regions, offer.region) == m_layout.regions.end()) {
                skip("other-region", row, offer.region);
                return;
            }
            offer.line = row.line;
            m_job.offers.push_back(offer);
            m_job.firstComponent.push_back(static_cast<std::uint32_t>(m_job.components.size()));
            auto& shape = m_job.shapes.emplace_back();
            if (!offer.machine.empty()) {
                for (std::size_t i = 0; i < kMachineFields.size(); ++i) {
                    shape[i] = record[kMachineFields[i]];
                }
            }
        }
        m_job.components.push_back(*component);
    }

    void reject(const CsvRow& row,
                std::string column,
                std::string_view raw,
                ErrorCode code,
                std::string message,
                std::string hint = {})
    {
        m_job.issues.push_back({.severity = Severity::Error,
                                .code = code,
                                .line = row.line,
                                .column = std::move(column),
                                .raw = shortened(raw),
                                .message = std::move(message),
                                .hint = std::move(hint)});
    }

    void skip(std::string_view reason, const CsvRow& row, std::string_view example)
    {
        auto found = m_job.skipped.find(reason);
        if (found == m_job.skipped.end()) {
            found =
                m_job.skipped.emplace(std::string(reason), SkipCount{0, row.line, shortened(example)}).first;
        }
        ++found->second.count;
    }

    const Layout& m_layout;
    Job& m_job;
    CsvBlock m_block;
};

/// Cuts the stream into jobs, takes the worked ones back in order, and closes the seams between them.
class OfferCsvReader
{
public:
    OfferCsvReader(std::unique_ptr<ByteStream> text, ImportRun& run)
        : m_text(std::move(text))
        , m_run(run)
    {}

    Result<void> read()
    {
        if (auto head = readHead(); !head) {
            return head;
        }
        if (auto begun = m_run.begin(); !begun) {
            return begun;
        }
        auto result = runOrdered<Job>(
            m_run.options().workers,
            m_run.stopToken(),
            [this](Job& job) { return produce(job); },
            [this](Job& job) { BlockWorker(m_layout, job).run(); },
            [this](Job& job) { return consume(job); });
        if (!result) {
            return result;
        }
        if (auto flushed = flushHeld(); !flushed) {
            return flushed;
        }
        return flushPending();
    }

private:
    /// The five lines of metadata and the header. What follows them stays in m_carry.
    Result<void> readHead()
    {
        if (auto filled = fill(kBlock); !filled) {
            return filled;
        }
        m_carry.resize(m_carry.size() + kScanBlock);
        CsvBlock block;
        block.start(m_carry.data(), m_carry.size() - kScanBlock, m_isEnd);
        CsvRow row;
        constexpr int kMaxHeadRows = 50;
        bool hasHeader = false;
        for (int i = 0; i < kMaxHeadRows && !hasHeader && block.nextChecked(row) == CsvBlock::Status::Row;
             ++i) {
            std::vector<std::string> cells;
            for (std::size_t c = 0; c < row.size(); ++c) {
                std::string scratch;
                cells.emplace_back(cellText(row.raw(c), '"', scratch));
            }
            hasHeader = std::ranges::find(cells, "SKU") != cells.end()
                        && std::ranges::find(cells, "PricePerUnit") != cells.end();
            if (hasHeader) {
                bindHeader(cells);
            } else if (cells.size() >= 2) {
                takeMetadata(cells[0], cells[1]);
            }
        }
        if (!hasHeader) {
            return failure(ErrorCode::InvalidSyntax,
                           m_run.sheet().fileName,
                           "no header line with the columns SKU and PricePerUnit was found",
                           "an AWS offer file has it in line 6");
        }
        m_line = block.lines();
        m_carry.resize(m_carry.size() - kScanBlock);
        m_carry.erase(m_carry.begin(), m_carry.begin() + static_cast<std::ptrdiff_t>(block.consumed()));
        return {};
    }

    void takeMetadata(const std::string& key, const std::string& value)
    {
        PriceSheet& sheet = m_run.sheet();
        if (key == "Publication Date") {
            sheet.published = value;
        } else if (key == "Version") {
            sheet.version = value;
        } else if (key == "OfferCode") {
            sheet.title = value;
            m_layout.service = value;
        }
    }

    void bindHeader(const std::vector<std::string>& cells)
    {
        m_layout.columns.fill(-1);
        m_layout.columnCount = cells.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (const auto field = awsField(cells[i]);
                field && m_layout.columns[static_cast<std::size_t>(*field)] < 0) {
                m_layout.columns[static_cast<std::size_t>(*field)] = static_cast<int>(i);
            }
        }
        m_layout.currency = m_run.options().currency.empty() ? "USD" : m_run.options().currency;
        m_layout.families = m_run.options().families;
        m_layout.regions = m_run.options().regions;
        m_layout.limits = m_run.options().csv;
        m_run.sheet().provider = "aws";
    }

    /// Reads until m_carry holds at least `size` bytes or the stream ends.
    Result<void> fill(std::size_t size)
    {
        std::size_t filled = m_carry.size();
        m_carry.resize(std::max(size, filled));
        while (filled < size && !m_isEnd) {
            auto got = m_text->read(std::span(m_carry).subspan(filled));
            if (!got) {
                return failure(got.error());
            }
            m_isEnd = *got == 0;
            filled += *got;
        }
        m_carry.resize(filled);
        return {};
    }

    Result<bool> produce(Job& job)
    {
        if (m_isProduced) {
            return false;
        }
        // The carry becomes the job's buffer; its incomplete last row the next carry.
        job.buffer.swap(m_carry);
        std::size_t size = job.buffer.size();
        std::size_t cut = 0;
        std::size_t target = std::max(kBlock, size);
        while (true) {
            job.buffer.resize(target + kScanBlock);
            while (size < target && !m_isEnd) {
                auto got = m_text->read(std::span(job.buffer).subspan(size, target - size));
                if (!got) {
                    return failure(got.error());
                }
                m_isEnd = *got == 0;
                size += *got;
            }
            cut = m_isEnd ? size : lastRowEnd({job.buffer.data(), size}, {});
            if (m_isEnd || cut > 0) { // at the end there may be nothing left
                break;
            }
            target *= 2;
            if (target > 2 * m_layout.limits.maxRowBytes + kBlock) {
                cut = size; // the worker will say what is wrong
                break;
            }
        }
        m_carry.assign(job.buffer.begin() + static_cast<std::ptrdiff_t>(cut),
                       job.buffer.begin() + static_cast<std::ptrdiff_t>(size));
        job.size = cut;
        job.isLast = m_isEnd;
        m_isProduced = m_isEnd;
        return true;
    }

    Result<void> consume(Job& job)
    {
        if (!m_leftover.empty()) {
            // The rows of the block before ran on: the cut was wrong, so this block is read again, joined to
            // the rest.
            m_leftover.insert(m_leftover.end(),
                              job.buffer.begin(),
                              job.buffer.begin() + static_cast<std::ptrdiff_t>(job.size));
            job.buffer.swap(m_leftover);
            job.size = job.buffer.size();
            job.buffer.resize(job.size + kScanBlock);
            m_leftover.clear();
            BlockWorker(m_layout, job).run();
        }
        if (job.isTooLong) {
            return failure(ErrorCode::TooLarge,
                           m_run.sheet().fileName,
                           fmt::format("line {} is longer than {} bytes",
                                       m_line + job.lines + 1,
                                       m_layout.limits.maxRowBytes),
                           "is this a table of comma-separated values?");
        }
        if (auto counted = m_run.countRow(job.rows); !counted) {
            return counted;
        }
        for (RowIssue& issue : job.issues) {
            issue.line += m_line + 1;
            m_run.issue(std::move(issue));
        }
        for (const auto& [reason, skipped] : job.skipped) {
            m_run.skip(reason, skipped.firstLine + m_line + 1, skipped.example, skipped.count);
        }
        if (auto taken = takeOffers(job); !taken) {
            return taken;
        }
        m_line += job.lines;
        if (job.consumed < job.size) {
            m_leftover.assign(job.buffer.begin() + static_cast<std::ptrdiff_t>(job.consumed),
                              job.buffer.begin() + static_cast<std::ptrdiff_t>(job.size));
        }
        return {};
    }

    Result<void> takeOffers(Job& job)
    {
        const std::size_t count = job.offers.size();
        for (std::size_t i = 0; i < count; ++i) {
            OfferRow& offer = job.offers[i];
            const std::size_t first = job.firstComponent[i];
            const std::size_t end = i + 1 < count ? job.firstComponent[i + 1] : job.components.size();
            offer.components = std::span(job.components).subspan(first, end - first);
            offer.line += m_line + 1;
            if (!offer.machine.empty() && (i == 0 || offer.sku != job.offers[i - 1].sku)) {
                if (auto told = tellMachine(offer, job.shapes[i]); !told) {
                    return told;
                }
            }
            if (i == 0 && !m_held.empty()) {
                const OfferRow& held = m_held.back().row();
                if (held.sku == offer.sku && held.rate == offer.rate) {
                    m_held.back().add(offer.components);
                    if (count > 1) {
                        if (auto flushed = flushHeld(); !flushed) {
                            return flushed;
                        }
                    }
                    continue;
                }
                if (auto flushed = flushHeld(); !flushed) {
                    return flushed;
                }
            }
            if (i + 1 == count) { // its other rows may be in the next block
                m_held.emplace_back(offer);
                continue;
            }
            if (auto emitted = emit(offer); !emitted) {
                return emitted;
            }
        }
        return {};
    }

    Result<void> tellMachine(const OfferRow& offer,
                             const std::array<std::string_view, kMachineFields.size()>& shape)
    {
        if (shape[0].empty() || !m_run.isNewMachine("aws", offer.machine)) {
            return {};
        }
        AwsRecord record;
        for (std::size_t i = 0; i < kMachineFields.size(); ++i) {
            record[kMachineFields[i]] = shape[i];
        }
        return m_run.machine(awsMachine(record));
    }

    Result<void> flushHeld()
    {
        if (m_held.empty()) {
            return {};
        }
        OfferRow offer = m_held.back().row();
        auto emitted = emit(offer);
        m_held.clear();
        return emitted;
    }

    /// Hands a complete offer over; an incomplete one waits for rows of the same key further on.
    Result<void> emit(OfferRow& offer)
    {
        if (!m_pending.empty() || awsGap(offer) != AwsGap::None) {
            std::string key = fmt::format("{}.{}", offer.sku, offer.rate);
            auto found = m_pending.find(key);
            if (found != m_pending.end()) {
                HeldOffer& waiting = m_pendingOffers[found->second];
                waiting.add(offer.components);
                OfferRow joined = waiting.row();
                if (awsGap(joined) != AwsGap::None) {
                    return {};
                }
                m_pending.erase(found);
                judgeAwsOffer(joined);
                return m_run.offer(joined);
            }
            if (awsGap(offer) != AwsGap::None) {
                if (m_pendingOffers.size() >= kMaxPending) {
                    if (auto flushed = flushPending(); !flushed) {
                        return flushed;
                    }
                }
                m_pending.emplace(std::move(key), m_pendingOffers.size());
                m_pendingOffers.emplace_back(offer);
                return {};
            }
        }
        judgeAwsOffer(offer);
        return m_run.offer(offer);
    }

    Result<void> flushPending()
    {
        for (std::size_t i = 0; i < m_pendingOffers.size(); ++i) {
            OfferRow offer = m_pendingOffers[i].row();
            const auto found = m_pending.find(fmt::format("{}.{}", offer.sku, offer.rate));
            if (found == m_pending.end() || found->second != i) {
                continue;
            }
            if (awsGap(offer) == AwsGap::Upfront) {
                m_run.warn(offer.line,
                           "PurchaseOption",
                           offer.paymentText,
                           fmt::format("{}.{} is paid upfront, and the file has no upfront amount for it",
                                       offer.sku,
                                       offer.rate),
                           "its hourly rate alone is too low and is not used; is the file cut off?");
            }
            if (awsGap(offer) == AwsGap::Tiers) {
                m_run.warn(
                    offer.line,
                    "StartingRange",
                    {},
                    fmt::format("the tiers of {}.{} do not reach from 0 to infinity", offer.sku, offer.rate));
            }
            judgeAwsOffer(offer);
            if (auto emitted = m_run.offer(offer); !emitted) {
                return emitted;
            }
        }
        m_pending.clear();
        m_pendingOffers.clear();
        return {};
    }

    std::unique_ptr<ByteStream> m_text;
    ImportRun& m_run;
    Layout m_layout;
    std::vector<char> m_carry;
    std::vector<char> m_leftover;
    bool m_isEnd = false;
    bool m_isProduced = false;
    std::uint64_t m_line = 0;      ///< lines before the next block
    std::vector<HeldOffer> m_held; ///< none or one
    std::unordered_map<std::string, std::size_t> m_pending;
    std::deque<HeldOffer> m_pendingOffers;
};

} // namespace

Result<void> readAwsOfferCsv(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    auto text = run.openText(source, encoding);
    if (!text) {
        return failure(text.error());
    }
    return OfferCsvReader(std::move(*text), run).read();
}

} // namespace wherewithal::providers
