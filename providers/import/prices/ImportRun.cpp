// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/ImportRun.h"

#include <algorithm>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

/// Passes bytes on and keeps watch: progress, cancel, hash.
class WatchedStream final : public ByteStream
{
public:
    WatchedStream(std::unique_ptr<ByteStream> bytes,
                  const ImportRun& run,
                  ContentHash& hash,
                  std::uint64_t& total)
        : m_bytes(std::move(bytes))
        , m_run(run)
        , m_hash(hash)
        , m_total(total)
    {}

    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_run.stopToken().stop_requested()) {
            return failure(ErrorCode::Cancelled, {}, "cancelled; nothing was stored");
        }
        auto got = m_bytes->read(buffer);
        if (!got) {
            return got;
        }
        m_hash.add({buffer.data(), *got});
        m_total += *got;
        if (m_total > m_run.options().source.maxBytes) {
            return failure(ErrorCode::TooLarge,
                           {},
                           fmt::format("the file is larger than {} bytes", m_run.options().source.maxBytes));
        }
        if (m_run.options().progress) {
            m_run.options().progress(m_total);
        }
        return got;
    }

private:
    std::unique_ptr<ByteStream> m_bytes;
    const ImportRun& m_run;
    ContentHash& m_hash;
    std::uint64_t& m_total;
};

} // namespace

ImportRun::ImportRun(PriceSink& sink, const ImportOptions& options, std::stop_token stop)
    : m_sink(sink)
    , m_options(options)
    , m_stop(std::move(stop))
{}

Result<void> ImportRun::begin()
{
    if (m_isBegun) {
        return {};
    }
    m_isBegun = true;
    if (!m_options.day.empty()) {
        m_outcome.sheet.published = m_options.day;
    }
    return m_sink.begin(m_outcome.sheet);
}

Result<void> ImportRun::offer(const OfferRow& row)
{
    if (isFull()) {
        m_outcome.isComplete = false;
        return failure(ErrorCode::Cancelled, {}, "enough for a preview");
    }
    ++m_outcome.offers;
    m_outcome.undated += row.effectiveFrom.empty() ? 1U : 0U;
    m_outcome.components += row.components.size();
    m_anomalies.add(row);
    return m_sink.offer(row);
}

bool ImportRun::isNewMachine(std::string_view provider, std::string_view name)
{
    m_machineKey.assign(provider).append(1, '\n').append(name);
    if (m_machines.contains(m_machineKey)) {
        return false;
    }
    m_machines.insert(m_machineKey);
    return true;
}

Result<void> ImportRun::machine(const MachineRow& row)
{
    ++m_outcome.machines;
    m_anomalies.add(row);
    return m_sink.machine(row);
}

Result<std::unique_ptr<ByteStream>> ImportRun::openText(const ByteSource& source, Encoding encoding)
{
    auto bytes = source.open();
    if (!bytes) {
        return failure(bytes.error());
    }
    auto watched = std::make_unique<WatchedStream>(std::move(*bytes), *this, m_hash, m_bytesRead);
    return std::make_unique<TextStream>(std::move(watched), encoding, m_repairedBytes);
}

Result<ImportOutcome> ImportRun::end()
{
    m_outcome.sheet.contentHash = m_hash.text();
    if (!m_options.day.empty()) {
        m_outcome.sheet.published = m_options.day;
    }
    for (RowIssue& finding : m_anomalies.findings()) {
        issue(std::move(finding));
    }
    if (m_repairedBytes > 0) {
        issue({.severity = Severity::Warning,
               .code = ErrorCode::InvalidSyntax,
               .line = 0,
               .column = {},
               .raw = {},
               .message = fmt::format("{} bytes were no valid text (UTF-8) and became '?'", m_repairedBytes),
               .hint = "set the encoding in the mapping if the file comes from an older program"});
    }
    if (auto begun = begin(); !begun) {
        return failure(begun.error());
    }
    if (auto ended = m_sink.end(m_outcome); !ended) {
        return failure(ended.error());
    }
    return std::move(m_outcome);
}

Result<void> ImportRun::countRow(std::uint64_t rows)
{
    m_outcome.rowsRead += rows;
    if (m_stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, m_outcome.sheet.fileName, "cancelled; nothing was stored");
    }
    if (m_outcome.rowsRead > m_options.maxRows) {
        return failure(ErrorCode::TooLarge,
                       m_outcome.sheet.fileName,
                       fmt::format("more than {} rows", m_options.maxRows));
    }
    return {};
}

void ImportRun::issue(RowIssue issue)
{
    if (issue.severity == Severity::Error) {
        ++m_outcome.rejectedRows;
    } else if (issue.severity == Severity::Warning) {
        ++m_outcome.warnings;
    }
    // Rejections are what the user must see: a flood of warnings leaves room for them.
    const std::size_t room = issue.severity == Severity::Error ? kMaxIssues : kMaxIssues / 2;
    if (m_outcome.issues.size() < room) {
        m_outcome.issues.push_back(std::move(issue));
    }
}

void ImportRun::reject(std::uint64_t line,
                       std::string column,
                       std::string_view raw,
                       ErrorCode code,
                       std::string message,
                       std::string hint)
{
    issue({.severity = Severity::Error,
           .code = code,
           .line = line,
           .column = std::move(column),
           .raw = shortened(raw),
           .message = std::move(message),
           .hint = std::move(hint)});
}

void ImportRun::warn(
    std::uint64_t line, std::string column, std::string_view raw, std::string message, std::string hint)
{
    issue({.severity = Severity::Warning,
           .code = ErrorCode::Inconsistent,
           .line = line,
           .column = std::move(column),
           .raw = shortened(raw),
           .message = std::move(message),
           .hint = std::move(hint)});
}

void ImportRun::skip(std::string_view reason,
                     std::uint64_t line,
                     std::string_view example,
                     std::uint64_t count)
{
    auto& entry = m_outcome.skipped[std::string(reason)];
    if (entry.count == 0) {
        entry.firstLine = line;
        entry.example = shortened(example);
    }
    entry.count += count;
}

std::string shortened(std::string_view text)
{
    constexpr std::size_t kMost = 120;
    std::size_t size = std::min(text.size(), kMost);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size; // never inside a UTF-8 sequence
    }
    std::string out(text.substr(0, size));
    std::ranges::replace_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
    if (size < text.size()) {
        out += "...";
    }
    return out;
}

std::string columnKey(std::string_view name)
{
    std::string key;
    for (const char character : name) {
        if (character >= 'A' && character <= 'Z') {
            key.push_back(static_cast<char>(character - 'A' + 'a'));
        } else if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            key.push_back(character);
        }
    }
    return key;
}

std::string_view stripped(std::string_view text)
{
    const auto isBlank = [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return a.size() == b.size()
           && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace wherewithal::providers
