// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/LoadTestReader.h"

#include "providers/import/traces/TableText.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <optional>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr std::size_t kMostPoints = 10'000;

struct Columns
{
    std::size_t concurrency = 0;
    std::size_t throughput = 1;
    std::optional<std::size_t> latency;
    double latencyFactor = 1.0; ///< seconds per unit of the column
};

Result<Columns> columnsOf(const TableText& table)
{
    if (!table.hasHeader()) {
        return Columns{.latency = table.columnCount() > 2 ? std::optional<std::size_t>(2) : std::nullopt};
    }
    const auto concurrency = table.column(
        {"concurrency", "users", "clients", "connections", "concurrent users", "vus", "threads", "at once"});
    const auto throughput = table.column({"throughput per second",
                                          "throughput",
                                          "requests per second",
                                          "requests/s",
                                          "req/s",
                                          "rps",
                                          "qps",
                                          "tps"});
    if (!concurrency || !throughput) {
        return failure(ErrorCode::MissingField,
                       "load test",
                       fmt::format("no column holds the {}; there are: {}",
                                   !concurrency ? "concurrency" : "throughput",
                                   table.headerText()),
                       !concurrency ? "name it concurrency, users or clients"
                                    : "name it throughput, rps or requests_per_second");
    }
    Columns columns{.concurrency = *concurrency, .throughput = *throughput};
    if (const auto milliseconds = table.column({"latency p95 ms", "p95 ms", "95th percentile ms"})) {
        columns.latency = milliseconds;
        columns.latencyFactor = 1e-3;
    } else {
        columns.latency = table.column({"latency p95 s", "p95 s", "latency p95", "p95", "95th percentile"});
    }
    return columns;
}

class Points
{
public:
    explicit Points(const Columns& columns)
        : m_columns(columns)
    {}

    void take(const TableText::Row& row)
    {
        ++m_import.rowsRead;
        const auto concurrency = positive(row, m_columns.concurrency, "concurrency");
        const auto throughput =
            concurrency ? positive(row, m_columns.throughput, "throughput") : std::nullopt;
        if (!concurrency || !throughput) {
            return;
        }
        model::MeasuredPoint point{.concurrency = *concurrency, .throughputPerSecond = *throughput};
        if (m_columns.latency && !row.cell(*m_columns.latency).empty()) {
            const auto latency = positive(row, *m_columns.latency, "p95");
            if (!latency) {
                return;
            }
            point.latencyP95Seconds = *latency * m_columns.latencyFactor;
        }
        m_import.points.push_back(point);
    }

    [[nodiscard]] std::size_t count() const { return m_import.points.size(); }
    [[nodiscard]] LoadTestImport finish() &&
    {
        std::ranges::stable_sort(m_import.points, {}, &model::MeasuredPoint::concurrency);
        return std::move(m_import);
    }

private:
    std::optional<double> positive(const TableText::Row& row, std::size_t column, std::string_view name)
    {
        const auto value = row.number(column);
        if (value && *value > 0.0 && std::isfinite(*value)) {
            return value;
        }
        constexpr std::size_t kShown = 40;
        m_import.issues.push_back({.code = value ? ErrorCode::OutOfRange : ErrorCode::WrongType,
                                   .line = row.line,
                                   .column = std::string(name),
                                   .raw = row.cell(column).substr(0, kShown),
                                   .message = value ? "not more than 0" : "not a number",
                                   .hint = "the row was left out"});
        return std::nullopt;
    }

    Columns m_columns;
    LoadTestImport m_import;
};

} // namespace

Result<LoadTestImport> readLoadTest(std::string_view text)
{
    const TableText table(text);
    if (table.rows().empty()) {
        return failure(ErrorCode::InvalidSyntax,
                       "load test",
                       "there is no row of numbers",
                       "paste rows of concurrency, requests a second and the 95th percentile in seconds");
    }
    const auto columns = columnsOf(table);
    if (!columns) {
        return failure(columns.error());
    }
    Points points(*columns);
    for (const TableText::Row& row : table.rows()) {
        points.take(row);
        if (points.count() > kMostPoints) {
            return failure(ErrorCode::TooLarge,
                           "load test",
                           fmt::format("more than {} points", kMostPoints),
                           "a load test has some dozen; is this a log of requests?");
        }
    }
    LoadTestImport import = std::move(points).finish();
    if (import.points.empty()) {
        const TraceIssue& first = import.issues.front();
        return failure(ErrorCode::InvalidSyntax,
                       fmt::format("load test:{}:{}", first.line, first.column),
                       fmt::format("no row holds a point; '{}' is {}", first.raw, first.message),
                       "a point is concurrency and requests a second, both more than 0");
    }
    return import;
}

Result<LoadTestImport> loadLoadTest(const std::filesystem::path& path)
{
    const auto text = readWhole(path, kMostBytes);
    if (!text) {
        return failure(text.error());
    }
    return readLoadTest(*text);
}

} // namespace wherewithal::providers
