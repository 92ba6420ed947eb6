// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/RequestTraceReader.h"

#include "model/base/Calendar.h"
#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>
#include <unordered_set>
#include <utility>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::TraceRequest;

namespace {

constexpr std::size_t kMaxRawCharacters = 80;
constexpr double kSecondsPerDay = 86'400.0;
constexpr double kMaxCalendarSeconds = 4.0e11; // past the year 9999

std::string shortened(std::string_view text)
{
    std::string clean(text.substr(0, kMaxRawCharacters));
    std::ranges::replace_if(clean, [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
    return clean;
}

constexpr std::string_view kExpected =
    "expected arrived_at,prefill_tokens,decode_tokens, Azure's TIMESTAMP,ContextTokens,GeneratedTokens or "
    "Mooncake's JSON lines";
constexpr std::string_view kTimeHint =
    "seconds with a decimal point (Azure: YYYY-MM-DD HH:MM:SS, Mooncake: milliseconds)";

/// A cell as a message shows it; a whole line of JSON is not repeated.
std::string quoted(std::string_view raw)
{
    return raw.empty()          ? std::string("an empty cell")
           : raw.front() == '{' ? std::string("what stands there")
                                : fmt::format("'{}'", shortened(raw));
}

/// Text that a message may repeat: no control characters but tabs and line ends.
bool isText(std::string_view text)
{
    return std::ranges::none_of(text.substr(0, text.find('\n')), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20U && c != '\t' && c != '\r') || code == 0x7FU;
    });
}

/// Collects rows; a bad one becomes an issue.
class Collector
{
public:
    explicit Collector(std::string format) { m_import.trace.format = std::move(format); }

    void setLengthsOnly() { m_import.trace.hasArrivalTimes = false; }

    void accept(const TraceRequest& request)
    {
        ++m_import.rowsRead;
        auto& requests = m_import.trace.requests;
        m_import.wasSorted =
            m_import.wasSorted
            && (requests.empty() || requests.back().arrivedAtSeconds <= request.arrivedAtSeconds);
        requests.push_back(request);
    }

    void reject(std::uint64_t line,
                ErrorCode code,
                std::string_view column,
                std::string_view raw,
                std::string message,
                std::string hint = {})
    {
        ++m_import.rowsRead;
        ++m_import.rowsRejected;
        if (m_import.issues.size() < kMaxTraceIssues) {
            m_import.issues.push_back({.code = code,
                                       .line = line,
                                       .column = std::string(column),
                                       .raw = shortened(raw),
                                       .message = std::move(message),
                                       .hint = std::move(hint)});
        }
    }

    /// Checks the range of a token count; nothing after rejecting the row.
    [[nodiscard]] std::optional<std::int32_t> tokens(std::optional<std::int64_t> value,
                                                     std::int64_t least,
                                                     std::uint64_t line,
                                                     std::string_view column,
                                                     std::string_view raw)
    {
        if (!value) {
            reject(line,
                   ErrorCode::WrongType,
                   column,
                   raw,
                   fmt::format("{} is not a whole number", quoted(raw)),
                   "write tokens as digits alone, such as 512");
            return std::nullopt;
        }
        if (*value < least || *value > model::kMaxTokensPerRequest) {
            reject(line,
                   ErrorCode::OutOfRange,
                   column,
                   raw,
                   fmt::format("{} is outside {}..{}", *value, least, model::kMaxTokensPerRequest),
                   "correct the row, or leave it out");
            return std::nullopt;
        }
        return static_cast<std::int32_t>(*value);
    }

    [[nodiscard]] std::optional<double> arrival(std::optional<double> seconds,
                                                double most,
                                                std::uint64_t line,
                                                std::string_view column,
                                                std::string_view raw)
    {
        if (!seconds) {
            reject(line,
                   ErrorCode::WrongType,
                   column,
                   raw,
                   fmt::format("{} is not a time", quoted(raw)),
                   std::string(kTimeHint));
            return std::nullopt;
        }
        if (!(*seconds >= 0.0 && *seconds <= most)) {
            reject(line,
                   ErrorCode::OutOfRange,
                   column,
                   raw,
                   fmt::format("{} s is outside 0..{} s", *seconds, most),
                   "count seconds from the first request");
            return std::nullopt;
        }
        return seconds;
    }

    [[nodiscard]] Result<TraceImport> finish(bool startsAtFirst)
    {
        auto& requests = m_import.trace.requests;
        if (requests.empty()) {
            if (m_import.issues.empty()) {
                return failure(
                    ErrorCode::InvalidSyntax, "trace", "no requests", "a header alone is not a trace");
            }
            const TraceIssue& first = m_import.issues.front();
            return failure(
                first.code,
                fmt::format("trace:{}:{}", first.line, first.column),
                fmt::format("none of {} rows is good; the first: {}", m_import.rowsRead, first.message),
                first.hint);
        }
        if (!m_import.wasSorted) {
            std::ranges::stable_sort(requests, {}, &TraceRequest::arrivedAtSeconds);
        }
        if (startsAtFirst) {
            const double origin = requests.front().arrivedAtSeconds;
            for (TraceRequest& request : requests) {
                request.arrivedAtSeconds -= origin;
            }
        }
        if (requests.back().arrivedAtSeconds > model::kMaxTraceSeconds) {
            return failure(ErrorCode::OutOfRange,
                           "trace",
                           fmt::format("spans {} s, at most {} s are taken",
                                       requests.back().arrivedAtSeconds,
                                       model::kMaxTraceSeconds));
        }
        return std::move(m_import);
    }

private:
    TraceImport m_import;
};

/// Seconds since 1970-01-01 of "YYYY-MM-DD HH:MM:SS[.fraction]", also with a T and a zone of zero.
std::optional<double> timestampSeconds(std::string_view text)
{
    constexpr std::size_t kDate = 10;
    if (text.size() < kDate + 9 || (text[kDate] != ' ' && text[kDate] != 'T') || text[kDate + 3] != ':'
        || text[kDate + 6] != ':') {
        return std::nullopt;
    }
    for (const std::string_view zone : {"Z", "+00:00", "+0000"}) {
        if (text.ends_with(zone)) {
            text.remove_suffix(zone.size());
            break;
        }
    }
    const auto day = model::parseDay(text.substr(0, kDate));
    const auto hour = parseNumber<int>(text.substr(kDate + 1, 2));
    const auto minute = parseNumber<int>(text.substr(kDate + 4, 2));
    const double second = parseNumber<double>(text.substr(kDate + 7)).value_or(-1.0);
    if (!day || !hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59
        || !(second >= 0.0 && second < 61.0)) {
        return std::nullopt;
    }
    // Whole seconds are exact in a double; the sum keeps about 0.2 microseconds.
    return model::dayNumber(*day) * kSecondsPerDay + *hour * 3600.0 + *minute * 60.0 + second;
}

struct TraceColumns
{
    std::optional<std::size_t> arrival;
    std::optional<std::size_t> prefill;
    std::optional<std::size_t> decode;
    bool isTimestamp = false;
    std::string format;
};

std::optional<TraceColumns> recognised(const std::vector<std::string_view>& header)
{
    TraceColumns columns;
    columns.prefill = columnOf(header, {"prefill_tokens", "ContextTokens", "num_prefill_tokens"});
    columns.decode = columnOf(header, {"decode_tokens", "GeneratedTokens", "num_decode_tokens"});
    columns.arrival = columnOf(header, {"arrived_at", "arrived_at_s", "TIMESTAMP"});
    if (!columns.prefill && !columns.decode && !columns.arrival) {
        return std::nullopt;
    }
    columns.isTimestamp = columns.arrival && header[*columns.arrival] == "TIMESTAMP";
    const bool isLengths =
        !columns.arrival && columns.prefill && header[*columns.prefill] == "num_prefill_tokens";
    columns.format = columns.isTimestamp ? "azure-llm" : isLengths ? "lengths" : "arrivals";
    return columns;
}

void readCsvRow(Collector& collector,
                const TraceColumns& columns,
                const std::vector<std::string_view>& header,
                const std::vector<std::string_view>& cells,
                std::uint64_t line)
{
    const auto cell = [&](std::size_t index) {
        return index < cells.size() ? cells[index] : std::string_view{};
    };
    TraceRequest request;
    if (columns.arrival) {
        const std::string_view raw = cell(*columns.arrival);
        const auto seconds =
            collector.arrival(columns.isTimestamp ? timestampSeconds(raw) : parseNumber<double>(raw),
                              columns.isTimestamp ? kMaxCalendarSeconds : model::kMaxTraceSeconds,
                              line,
                              header[*columns.arrival],
                              raw);
        if (!seconds) {
            return;
        }
        request.arrivedAtSeconds = *seconds;
    }
    const std::string_view prefillCell = cell(*columns.prefill);
    const auto prefill = collector.tokens(
        parseNumber<std::int64_t>(prefillCell), 1, line, header[*columns.prefill], prefillCell);
    if (!prefill) {
        return;
    }
    const std::string_view decodeCell = cell(*columns.decode);
    const auto decode =
        collector.tokens(parseNumber<std::int64_t>(decodeCell), 0, line, header[*columns.decode], decodeCell);
    if (!decode) {
        return;
    }
    request.prefillTokens = *prefill;
    request.decodeTokens = *decode;
    collector.accept(request);
}

Result<TraceImport> readCsv(std::string_view text)
{
    LineReader lines(text);
    std::vector<std::string_view> header;
    splitCells(lines.next().value_or(""), header);
    const auto columns = recognised(header);
    if (!columns && !isText(text)) {
        return failure(
            ErrorCode::UnsupportedFormat, "trace:1", "this is no text file", std::string(kExpected));
    }
    if (!columns && text.substr(0, text.find('\n')).find_first_of(";\t") != std::string_view::npos) {
        return failure(ErrorCode::UnsupportedFormat,
                       "trace:1",
                       "the columns are not separated by commas",
                       "save the table as CSV with commas and decimal points");
    }
    if (!columns) {
        return failure(
            ErrorCode::UnsupportedFormat,
            "trace:1",
            fmt::format("no trace has the columns '{}'", shortened(text.substr(0, text.find('\n')))),
            std::string(kExpected));
    }
    if (!columns->prefill || !columns->decode || (!columns->arrival && columns->format != "lengths")) {
        const char* absent = !columns->prefill  ? "prompt tokens"
                             : !columns->decode ? "answer tokens"
                                                : "arrival";
        return failure(ErrorCode::MissingField,
                       "trace:1",
                       fmt::format("no column for {}", absent),
                       std::string(kExpected));
    }
    Collector collector(columns->format);
    if (!columns->arrival) {
        collector.setLengthsOnly();
    }
    std::vector<std::string_view> cells;
    while (const auto line = lines.next()) {
        splitCells(*line, cells);
        readCsvRow(collector, *columns, header, cells, lines.lineNumber());
    }
    return collector.finish(columns->isTimestamp);
}

/// A whole number of a JSON object; a number with a zero fraction is one too.
std::optional<std::int64_t> wholeNumber(simdjson::dom::element object, const char* key)
{
    std::int64_t whole = 0;
    if (object[key].get(whole) == simdjson::SUCCESS) {
        return whole;
    }
    double value = 0.0;
    if (object[key].get(value) == simdjson::SUCCESS && std::abs(value) < 1e15 && value == std::floor(value)) {
        return static_cast<std::int64_t>(value);
    }
    return std::nullopt;
}

/// Remembers the prefix blocks of a Mooncake trace: an id stands for 512 tokens and all that came before
/// them.
class PrefixBlocks
{
public:
    /// Leading tokens whose blocks were there before; the request's own are there from now on.
    [[nodiscard]] std::int32_t sharedTokens(simdjson::dom::element object, std::int32_t inputTokens)
    {
        constexpr std::int64_t kTokensPerBlock = 512;
        simdjson::dom::array ids;
        if (object["hash_ids"].get(ids) != simdjson::SUCCESS) {
            return 0;
        }
        std::int64_t known = 0;
        bool isPrefix = true;
        for (const simdjson::dom::element id : ids) {
            std::int64_t number = 0;
            if (id.get(number) != simdjson::SUCCESS) {
                break;
            }
            isPrefix = !m_seen.insert(number).second && isPrefix;
            known += isPrefix ? 1 : 0;
        }
        return static_cast<std::int32_t>(std::min<std::int64_t>(known * kTokensPerBlock, inputTokens));
    }

private:
    std::unordered_set<std::int64_t> m_seen; // asked, never walked through
};

void readJsonRow(Collector& collector,
                 PrefixBlocks& prefixes,
                 simdjson::dom::element object,
                 std::string_view line,
                 std::uint64_t number)
{
    constexpr double kSecondsPerMillisecond = 1e-3;
    double milliseconds = 0.0;
    const bool hasTime = object["timestamp"].get(milliseconds) == simdjson::SUCCESS;
    const auto seconds =
        collector.arrival(hasTime ? std::optional(milliseconds * kSecondsPerMillisecond) : std::nullopt,
                          model::kMaxTraceSeconds,
                          number,
                          "timestamp",
                          line);
    if (!seconds) {
        return;
    }
    const auto prefill =
        collector.tokens(wholeNumber(object, "input_length"), 1, number, "input_length", line);
    if (!prefill) {
        return;
    }
    const auto decode =
        collector.tokens(wholeNumber(object, "output_length"), 0, number, "output_length", line);
    if (!decode) {
        return;
    }
    collector.accept({.arrivedAtSeconds = *seconds,
                      .prefillTokens = *prefill,
                      .decodeTokens = *decode,
                      .sharedPrefixTokens = prefixes.sharedTokens(object, *prefill)});
}

Result<TraceImport> readJsonLines(std::string_view text)
{
    Collector collector("mooncake");
    simdjson::dom::parser parser;
    PrefixBlocks prefixes;
    LineReader lines(text);
    while (const auto line = lines.next()) {
        simdjson::dom::element object;
        if (const auto error = parser.parse(line->data(), line->size()).get(object);
            error != simdjson::SUCCESS) {
            collector.reject(lines.lineNumber(),
                             ErrorCode::InvalidSyntax,
                             "line",
                             *line,
                             fmt::format("not a JSON object: {}", simdjson::error_message(error)),
                             "is the line cut off?");
        } else if (!object.is_object()) {
            collector.reject(lines.lineNumber(), ErrorCode::WrongType, "line", *line, "not a JSON object");
        } else {
            readJsonRow(collector, prefixes, object, *line, lines.lineNumber());
        }
    }
    return collector.finish(false);
}

} // namespace

Result<TraceImport> readRequestTrace(std::string_view text)
{
    LineReader lines(text);
    const auto first = lines.next();
    if (!first) {
        return failure(ErrorCode::InvalidSyntax, "trace", "the file is empty", std::string(kExpected));
    }
    return trimmed(*first).starts_with('{') ? readJsonLines(text) : readCsv(text);
}

Result<TraceImport> loadRequestTrace(const std::filesystem::path& path)
{
    auto text = readWhole(path, kMaxTraceBytes);
    if (!text) {
        return failure(std::move(text).error());
    }
    auto read = readRequestTrace(*text);
    if (!read) {
        model::Error error = std::move(read).error();
        error.where = path.filename().string()
                      + (error.where.starts_with("trace") ? error.where.substr(5) : ":" + error.where);
        return failure(std::move(error));
    }
    return read;
}

} // namespace wherewithal::providers
