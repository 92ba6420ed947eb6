// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/StepTimeTableReader.h"

#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::StepOperator;
using model::StepTimeRow;
using model::StepTimeTable;

namespace {

constexpr std::array<std::string_view, 5> kColumns{"op", "group", "from", "to", "ms"};
constexpr std::size_t kMaxTableRows = 20'000'000;
constexpr double kMaxMilliseconds = 1.0e7;

using Columns = std::array<std::size_t, kColumns.size()>;

tl::unexpected<model::Error>
rowFailure(ErrorCode code, std::uint64_t line, std::size_t column, std::string message, std::string hint = {})
{
    return failure(
        code, fmt::format("table:{}:{}", line, kColumns.at(column)), std::move(message), std::move(hint));
}

Result<Columns> columnsOf(std::string_view headerLine)
{
    std::vector<std::string_view> header;
    splitCells(headerLine, header);
    Columns columns{};
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const auto found = columnOf(header, {kColumns.at(i)});
        if (!found) {
            return failure(ErrorCode::MissingField,
                           "table:1",
                           fmt::format("no column '{}'", kColumns.at(i)),
                           "a table of step times has the columns op,group,from,to,ms");
        }
        columns.at(i) = *found;
    }
    return columns;
}

Result<StepTimeRow>
readRow(const Columns& columns, const std::vector<std::string_view>& cells, std::uint64_t line)
{
    const auto cell = [&](std::size_t i) {
        return columns.at(i) < cells.size() ? cells[columns.at(i)] : std::string_view{};
    };
    const auto op = std::ranges::find(model::kStepOperatorNames, cell(0));
    if (op == model::kStepOperatorNames.end()) {
        return rowFailure(ErrorCode::UnknownName,
                          line,
                          0,
                          fmt::format("'{}' is no operator", cell(0).substr(0, 80)),
                          fmt::format("known: {}", fmt::join(model::kStepOperatorNames, ", ")));
    }
    StepTimeRow row{.op = static_cast<StepOperator>(op - model::kStepOperatorNames.begin())};
    const std::array<std::int32_t*, 3> numbers{&row.group, &row.from, &row.to};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string_view raw = cell(i + 1);
        if (i == 0 && raw.empty() && !isAttention(row.op)) {
            continue;
        }
        const auto value = parseNumber<std::int32_t>(raw);
        if (!value) {
            return rowFailure(ErrorCode::WrongType,
                              line,
                              i + 1,
                              fmt::format("'{}' is not a whole number", raw.substr(0, 80)));
        }
        if (*value < 0 || *value > model::kMaxTablePosition) {
            return rowFailure(ErrorCode::OutOfRange,
                              line,
                              i + 1,
                              fmt::format("{} is outside 0..{}", *value, model::kMaxTablePosition));
        }
        *numbers.at(i) = *value;
    }
    if (row.to < row.from) {
        return rowFailure(
            ErrorCode::Inconsistent, line, 3, fmt::format("{} is below from, {}", row.to, row.from));
    }
    const auto milliseconds = parseNumber<double>(cell(4));
    if (!milliseconds) {
        return rowFailure(
            ErrorCode::WrongType, line, 4, fmt::format("'{}' is not a number", cell(4).substr(0, 80)));
    }
    if (!(*milliseconds >= 0.0 && *milliseconds <= kMaxMilliseconds)) {
        return rowFailure(
            ErrorCode::OutOfRange, line, 4, fmt::format("{} ms is not a time of a layer", *milliseconds));
    }
    row.milliseconds = *milliseconds;
    return row;
}

} // namespace

Result<StepTimeTable> readStepTimeTable(std::string_view text)
{
    LineReader lines(text);
    const auto header = lines.next();
    if (!header) {
        return failure(ErrorCode::InvalidSyntax,
                       "table",
                       "the file is empty",
                       "a table of step times has the columns op,group,from,to,ms");
    }
    const auto columns = columnsOf(*header);
    if (!columns) {
        return failure(columns.error());
    }
    StepTimeTable table;
    std::vector<std::string_view> cells;
    while (const auto line = lines.next()) {
        splitCells(*line, cells);
        auto row = readRow(*columns, cells, lines.lineNumber());
        if (!row) {
            return failure(std::move(row).error());
        }
        if (table.rows.size() == kMaxTableRows) {
            return failure(ErrorCode::TooLarge, "table", fmt::format("more than {} rows", kMaxTableRows));
        }
        table.rows.push_back(*row);
    }
    if (table.rows.empty()) {
        return failure(ErrorCode::InvalidSyntax, "table", "no rows", "a header alone is not a table");
    }
    return table;
}

Result<StepTimeTable> loadStepTimeTable(const std::filesystem::path& path)
{
    auto text = readWhole(path, kMaxTraceBytes);
    if (!text) {
        return failure(std::move(text).error());
    }
    auto table = readStepTimeTable(*text);
    if (!table) {
        model::Error error = std::move(table).error();
        error.where = path.filename().string()
                      + (error.where.starts_with("table") ? error.where.substr(5) : error.where);
        return failure(std::move(error));
    }
    return table;
}

} // namespace wherewithal::providers
