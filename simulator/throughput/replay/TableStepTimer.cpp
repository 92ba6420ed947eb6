// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/TableStepTimer.h"

#include <array>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <span>

namespace wherewithal::simulator {

using model::Error;
using model::ErrorCode;
using model::failure;
using model::Result;
using model::StepOperator;
using model::StepTimeRow;
using model::StepTimeTable;

namespace {

constexpr double kUnset = -1.0;
constexpr std::int64_t kTokenRounding = 8; // token-wise operators were measured at multiples of 8

/// Operators that every iteration runs once per layer, at the rounded token count.
constexpr std::array kTokenwise{StepOperator::AttentionPreProjection,
                                StepOperator::AttentionPostProjection,
                                StepOperator::MlpUpProjection,
                                StepOperator::MlpDownProjection,
                                StepOperator::MlpActivation,
                                StepOperator::AttentionRope,
                                StepOperator::InputLayerNorm,
                                StepOperator::PostAttentionLayerNorm,
                                StepOperator::Add};

std::string place(StepOperator op, std::int64_t group)
{
    return isAttention(op) ? fmt::format("{} group {}", name(op), group) : std::string(name(op));
}

std::optional<Error> rowFault(const StepTimeRow& row)
{
    const std::int32_t maxGroup =
        row.op == StepOperator::AttentionDecode ? model::kMaxTableSequences : model::kMaxTablePosition;
    if (row.from < 0 || row.to < row.from || row.to > model::kMaxTablePosition || row.group < 0
        || row.group > maxGroup) {
        return Error{.code = ErrorCode::OutOfRange,
                     .where = place(row.op, row.group),
                     .message = fmt::format("{}..{} is not a valid range", row.from, row.to),
                     .hint = {}};
    }
    if (!(row.milliseconds >= 0.0) || row.milliseconds > 1.0e7) {
        return Error{.code = ErrorCode::OutOfRange,
                     .where = place(row.op, row.group),
                     .message = fmt::format("{} ms at {} is not a time", row.milliseconds, row.from),
                     .hint = {}};
    }
    return std::nullopt;
}

/// The times of one operator and group at first, first + step, ... up to its largest position.
class Line
{
public:
    /// Rows of one operator and group; positions that are not first + k step are skipped.
    Line(std::span<const StepTimeRow* const> rows, std::int64_t first, std::int64_t step)
        : m_first(first)
        , m_step(step)
    {
        std::int64_t last = -1;
        for (const StepTimeRow* row : rows) {
            last = std::max<std::int64_t>(last, row->to);
        }
        if (last >= first) {
            m_values.assign(static_cast<std::size_t>((last - first) / step + 1), kUnset);
        }
        for (const StepTimeRow* row : rows) {
            const std::int64_t from = std::max<std::int64_t>(0, (row->from - first + step - 1) / step);
            for (std::int64_t k = from; first + k * step <= row->to; ++k) {
                double& value = m_values[static_cast<std::size_t>(k)];
                if (value >= 0.0 && value != row->milliseconds && !m_overlap) {
                    m_overlap = first + k * step;
                }
                value = row->milliseconds;
            }
        }
    }

    [[nodiscard]] std::vector<double>& values() { return m_values; }

    /// Empty lines, gaps and positions that two rows claim with different times.
    [[nodiscard]] std::optional<Error> fault(StepOperator op, std::int64_t group) const
    {
        if (m_values.empty()) {
            return Error{.code = ErrorCode::MissingField,
                         .where = place(op, group),
                         .message = "the table has no times for it",
                         .hint = "add its rows: op, group, from, to, ms"};
        }
        if (m_overlap) {
            return Error{.code = ErrorCode::Inconsistent,
                         .where = place(op, group),
                         .message = fmt::format("two different times at {}", *m_overlap),
                         .hint = "let the ranges of the rows not overlap"};
        }
        for (std::size_t k = 0; k < m_values.size(); ++k) {
            if (m_values[k] < 0.0) {
                return Error{
                    .code = ErrorCode::MissingField,
                    .where = place(op, group),
                    .message = fmt::format("no time at {}", m_first + static_cast<std::int64_t>(k) * m_step),
                    .hint = "the ranges must follow each other without a gap"};
            }
        }
        return std::nullopt;
    }

private:
    std::vector<double> m_values;
    std::int64_t m_first;
    std::int64_t m_step;
    std::optional<std::int64_t> m_overlap;
};

} // namespace

/// Turns the rows of a table into the flat arrays of a timer.
class TableDecoder
{
public:
    TableDecoder(const StepTimeTable& table, const LayerPlan& plan)
        : m_plan(plan)
        , m_secondsPerMillisecond(1.0e-3 * plan.layers / plan.pipelineStages)
    {
        m_rows.reserve(table.rows.size());
        for (const StepTimeRow& row : table.rows) {
            m_rows.push_back(&row);
        }
        std::ranges::stable_sort(m_rows, [](const StepTimeRow* a, const StepTimeRow* b) {
            return a->op != b->op ? a->op < b->op : a->group < b->group;
        });
    }

    [[nodiscard]] Result<TableStepTimer> decode()
    {
        for (const StepTimeRow* row : m_rows) {
            if (auto fault = rowFault(*row)) {
                return failure(*std::move(fault));
            }
        }
        auto fault = decodeTokenwise();
        fault = fault ? std::move(fault) : decodeSend();
        fault = fault ? std::move(fault) : decodeDecode();
        fault = fault ? std::move(fault) : decodePrefill();
        if (fault) {
            return failure(*std::move(fault));
        }
        m_timer.m_prefillBatchingFactor =
            m_plan.isGroupedQuery ? 1.0 + m_plan.prefillBatchingOverheadFraction : 1.0;
        return std::move(m_timer);
    }

private:
    using Rows = std::span<const StepTimeRow* const>;

    [[nodiscard]] Rows rowsOf(StepOperator op) const
    {
        const auto [first, last] =
            std::ranges::equal_range(m_rows, op, {}, [](const StepTimeRow* row) { return row->op; });
        return {first, last};
    }

    [[nodiscard]] static Rows groupOf(Rows rows, std::int64_t group)
    {
        const auto [first, last] = std::ranges::equal_range(
            rows, group, {}, [](const StepTimeRow* row) { return std::int64_t{row->group}; });
        return {first, last};
    }

    /// Reads one token-wise operator; the table's range is the shortest of all operators.
    [[nodiscard]] std::optional<Error> readTokenwise(StepOperator op, std::vector<double>& milliseconds)
    {
        Line line(rowsOf(op), 1, 1);
        auto fault = line.fault(op, 0);
        milliseconds = std::move(line.values());
        return fault;
    }

    [[nodiscard]] std::optional<Error> decodeTokenwise()
    {
        std::vector<std::vector<double>> rounded(kTokenwise.size() + (m_plan.tensorParallel > 1 ? 1 : 0));
        std::vector<double> save;
        std::size_t tokens = std::numeric_limits<std::size_t>::max();
        for (std::size_t i = 0; i < rounded.size(); ++i) {
            const StepOperator op = i < kTokenwise.size() ? kTokenwise.at(i) : StepOperator::AllReduce;
            if (auto fault = readTokenwise(op, rounded[i])) {
                return fault;
            }
            tokens = std::min(tokens, rounded[i].size());
        }
        if (auto fault = readTokenwise(StepOperator::KvCacheSave, save)) {
            return fault;
        }
        tokens = std::min(tokens, save.size());
        m_timer.m_token.assign(tokens + 1, 0.0);
        for (std::size_t n = 1; n <= tokens; ++n) {
            const std::size_t at = std::min(roundedUp(n), tokens) - 1;
            double sum = save[n - 1];
            for (std::size_t i = 0; i < kTokenwise.size(); ++i) {
                sum += rounded[i][at];
            }
            if (rounded.size() > kTokenwise.size()) {
                sum += 2.0 * (rounded.back()[at] + m_plan.allReduceLaunchMilliseconds);
            }
            m_timer.m_token[n] = sum * m_secondsPerMillisecond;
        }
        return std::nullopt;
    }

    [[nodiscard]] static std::size_t roundedUp(std::size_t tokens)
    {
        return (tokens + kTokenRounding - 1) / kTokenRounding * kTokenRounding;
    }

    [[nodiscard]] std::optional<Error> decodeSend()
    {
        m_timer.m_send.assign(1, 0.0);
        if (m_plan.pipelineStages == 1) {
            return std::nullopt;
        }
        std::vector<double> send;
        if (auto fault = readTokenwise(StepOperator::SendReceive, send)) {
            return fault;
        }
        for (std::size_t n = 1; n <= send.size(); ++n) {
            m_timer.m_send.push_back(send[std::min(roundedUp(n), send.size()) - 1] * 1.0e-3);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> decodeDecode()
    {
        const Rows rows = rowsOf(StepOperator::AttentionDecode);
        const std::int64_t sequences = rows.empty() ? 1 : rows.back()->group;
        std::int64_t last = 0;
        for (const StepTimeRow* row : rows) {
            last = std::max<std::int64_t>(last, row->to);
        }
        const std::int64_t buckets = last / TableStepTimer::kGranule + 1;
        std::vector<double>& flat = m_timer.m_decode;
        flat.reserve(static_cast<std::size_t>(std::max<std::int64_t>(sequences, 1) * buckets));
        for (std::int64_t group = 1; group <= std::max<std::int64_t>(sequences, 1); ++group) {
            Line line(groupOf(rows, group), 0, TableStepTimer::kGranule);
            if (auto fault = line.fault(StepOperator::AttentionDecode, group)) {
                return fault;
            }
            if (std::ssize(line.values()) != buckets) {
                return Error{.code = ErrorCode::MissingField,
                             .where = place(StepOperator::AttentionDecode, group),
                             .message = fmt::format("times end before {}", last),
                             .hint = "every group must reach the same mean context"};
            }
            const bool isBatched = m_plan.isGroupedQuery && group > 1;
            const double factor =
                m_secondsPerMillisecond * (isBatched ? 1.0 + m_plan.decodeBatchingOverheadFraction : 1.0);
            for (const double milliseconds : line.values()) {
                flat.push_back(milliseconds * factor);
            }
        }
        m_timer.m_maxSequences = std::max<std::int64_t>(sequences, 1);
        m_timer.m_contextBuckets = buckets;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> decodePrefill()
    {
        const Rows rows = rowsOf(StepOperator::AttentionPrefill);
        const std::int64_t lastGroup = rows.empty() ? 0 : rows.back()->group;
        for (std::int64_t group = 0; group <= lastGroup; group += TableStepTimer::kGranule) {
            Line line(groupOf(rows, group), 1, 1);
            if (auto fault = line.fault(StepOperator::AttentionPrefill, group)) {
                return fault;
            }
            m_timer.m_prefillRows.push_back(
                {.offset = m_timer.m_prefill.size(), .maxChunk = std::ssize(line.values())});
            for (const double milliseconds : line.values()) {
                m_timer.m_prefill.push_back(milliseconds * m_secondsPerMillisecond);
            }
        }
        return std::nullopt;
    }

    LayerPlan m_plan;
    double m_secondsPerMillisecond;
    std::vector<const StepTimeRow*> m_rows;
    TableStepTimer m_timer;
};

Result<TableStepTimer> TableStepTimer::create(const StepTimeTable& table, const LayerPlan& plan)
{
    if (plan.layers < 1 || plan.layers > 10'000) {
        return failure(
            ErrorCode::OutOfRange, "layers", fmt::format("layers is {}, expected 1 to 10000", plan.layers));
    }
    if (plan.pipelineStages < 1 || plan.pipelineStages > plan.layers) {
        return failure(ErrorCode::OutOfRange,
                       "pipeline_stages",
                       fmt::format("{} stages for {} layers", plan.pipelineStages, plan.layers),
                       "give every stage at least one layer");
    }
    if (plan.tensorParallel < 1) {
        return failure(ErrorCode::OutOfRange,
                       "tensor_parallel",
                       fmt::format("tensor_parallel is {}, expected at least 1", plan.tensorParallel));
    }
    return TableDecoder(table, plan).decode();
}

double
TableStepTimer::beyond(const double* values, std::int64_t stride, std::int64_t last, std::int64_t position)
{
    const double atLast = values[last * stride];
    if (last == 0) {
        return atLast;
    }
    const std::int64_t middle = last / 2;
    const double slope = (atLast - values[middle * stride]) / static_cast<double>(last - middle);
    return atLast + std::max(0.0, slope) * static_cast<double>(position - last);
}

double TableStepTimer::decodeBeyond(std::int64_t sequences, std::int64_t bucket) const
{
    const std::int64_t row = std::min(sequences, m_maxSequences) - 1;
    const std::int64_t column = std::min(bucket, m_contextBuckets - 1);
    const double along = beyond(&m_decode[static_cast<std::size_t>(row * m_contextBuckets)],
                                1,
                                m_contextBuckets - 1,
                                std::max(bucket, m_contextBuckets - 1));
    const double inside = m_decode[static_cast<std::size_t>(row * m_contextBuckets + column)];
    const double start = bucket > m_contextBuckets - 1 ? along : inside;
    if (sequences <= m_maxSequences) {
        return start;
    }
    // More sequences at the same mean context: the time beyond the table in proportion to what lies inside
    // it.
    const double across = beyond(
        &m_decode[static_cast<std::size_t>(column)], m_contextBuckets, m_maxSequences - 1, sequences - 1);
    return inside > 0.0 ? start * across / inside : start;
}

double TableStepTimer::prefillBeyond(std::int64_t past, std::int64_t chunk) const
{
    const auto work = [](std::int64_t cached, std::int64_t added) {
        return static_cast<double>(added) * (static_cast<double>(cached) + 0.5 * static_cast<double>(added));
    };
    const auto lastRow = static_cast<std::int64_t>(m_prefillRows.size()) - 1;
    const std::int64_t rowIndex = std::min(past / kGranule, lastRow);
    const PrefillRow& row = m_prefillRows[static_cast<std::size_t>(rowIndex)];
    const std::int64_t nearest = std::min(chunk, row.maxChunk);
    const double value = m_prefill[row.offset + static_cast<std::size_t>(nearest - 1)];
    return value * work(past, chunk) / work(rowIndex * kGranule, nearest);
}

bool TableStepTimer::covers(const StepBatch& batch) const
{
    if (batch.tokens() >= std::ssize(m_token)) {
        return false;
    }
    if (batch.decodeSequences > 0) {
        const std::int64_t mean = batch.decodeContextTokens / batch.decodeSequences;
        if (batch.decodeSequences > m_maxSequences || (mean + kGranule - 1) / kGranule >= m_contextBuckets) {
            return false;
        }
    }
    if (batch.prefillSequences == 0) {
        return true;
    }
    const std::int64_t group = batch.prefillPastRoundedTokens / kGranule;
    const auto chunk = std::llround(std::sqrt(static_cast<double>(batch.prefillTokensSquared)));
    return group < std::ssize(m_prefillRows)
           && chunk <= m_prefillRows[static_cast<std::size_t>(group)].maxChunk;
}

} // namespace wherewithal::simulator
