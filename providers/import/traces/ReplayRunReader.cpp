// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/ReplayRunReader.h"

#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

namespace wherewithal::providers {

using model::BatchScheduler;
using model::Error;
using model::ErrorCode;
using model::failure;
using model::ReplayRun;
using model::Result;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxRunBytes = 1ULL << 20U;

/// Keys of the reference runs that say nothing the replay needs.
constexpr std::array<std::string_view, 14> kNotUsed{"simulator",
                                                    "hidden",
                                                    "mlp_hidden",
                                                    "vocab",
                                                    "gated_mlp",
                                                    "device_fp16_tflops",
                                                    "device_memory_gib",
                                                    "network",
                                                    "memory_margin_fraction",
                                                    "max_tokens",
                                                    "attention_table_source",
                                                    "mlp_table_source",
                                                    "trace_origin",
                                                    "skip_cpu_overhead_modeling"};

std::optional<Error> wrongType(std::string_view key, const char* expected, const Json& value)
{
    return Error{.code = ErrorCode::WrongType,
                 .where = std::string(key),
                 .message = fmt::format("is {}, expected {}", value.type_name(), expected),
                 .hint = "correct the run file, or leave the key out"};
}

template <typename Integer>
std::optional<Error>
readInto(std::optional<Integer>& target, std::string_view key, const Json& value, Integer least)
{
    if (!value.is_number_integer()) {
        return wrongType(key, "a whole number", value);
    }
    const auto take = [&](auto number) {
        if (std::cmp_less(number, least) || std::cmp_greater(number, std::numeric_limits<Integer>::max())) {
            return false;
        }
        target = static_cast<Integer>(number);
        return true;
    };
    if (!(value.is_number_unsigned() ? take(value.get<std::uint64_t>()) : take(value.get<std::int64_t>()))) {
        return Error{.code = ErrorCode::OutOfRange,
                     .where = std::string(key),
                     .message = fmt::format("is {}, expected at least {}", value.dump(), least),
                     .hint = "correct the run file, or leave the key out"};
    }
    return std::nullopt;
}

std::optional<Error>
readInto(std::optional<double>& target, std::string_view key, const Json& value, double least)
{
    if (!value.is_number()) {
        return wrongType(key, "a number", value);
    }
    const double number = value.get<double>();
    if (!(number >= least && number <= 1.0e9)) {
        return Error{.code = ErrorCode::OutOfRange,
                     .where = std::string(key),
                     .message = fmt::format("is {}, expected at least {}", number, least),
                     .hint = "correct the run file, or leave the key out"};
    }
    target = number;
    return std::nullopt;
}

std::optional<Error> readInto(std::string& target, std::string_view key, const Json& value)
{
    if (!value.is_string()) {
        return wrongType(key, "a text", value);
    }
    target = value.get<std::string>();
    return std::nullopt;
}

/// Reads one key into its field; false in `isKnown` if no field has it.
class FieldReader
{
public:
    FieldReader(ReplayRun& run, std::string_view key, const Json& value)
        : m_run(run)
        , m_key(key)
        , m_value(value)
    {}

    [[nodiscard]] std::optional<Error> read(bool& isKnown)
    {
        isKnown = texts() || counts() || fractions() || std::ranges::find(kNotUsed, m_key) != kNotUsed.end();
        return std::move(m_fault);
    }

private:
    bool texts()
    {
        if (is("scheduler")) {
            std::string text;
            m_fault = readInto(text, m_key, m_value);
            if (!m_fault) {
                auto scheduler = parseBatchScheduler(text);
                scheduler ? void(m_run.scheduler = *scheduler) : void(m_fault = std::move(scheduler).error());
            }
            return true;
        }
        if (is("prefix_cache")) {
            if (m_value.is_boolean()) {
                m_run.cachesSharedPrefixes = m_value.get<bool>();
            } else {
                m_fault = wrongType(m_key, "true or false", m_value);
            }
            return true;
        }
        if (is("model")) {
            // A name in the reference runs, a file in ours: files end in .json.
            m_fault = readInto(m_run.model, m_key, m_value);
            m_run.modelPath = m_run.model.ends_with(".json") ? m_run.model : m_run.modelPath;
            return true;
        }
        return text(m_run.name, {"name"}) || text(m_run.device, {"device"})
               || text(m_run.modelPath, {"model_config"})
               || text(m_run.stepTimesPath, {"step_times", "latency_table"})
               || text(m_run.tracePath, {"trace"}) || text(m_run.engineProfile, {"engine_profile"})
               || text(m_run.precision, {"precision"});
    }

    bool counts()
    {
        return number(m_run.layers, {"layers"}, 1) || number(m_run.queryHeads, {"q_heads"}, 1)
               || number(m_run.kvHeads, {"kv_heads"}, 1)
               || number(m_run.tensorParallel, {"tensor_parallel"}, 1)
               || number(m_run.pipelineStages, {"pipeline_stages", "pipeline_parallel"}, 1)
               || number(m_run.replicas, {"replicas"}, 1)
               || number(m_run.kvBlocks, {"kv_blocks", "num_kv_blocks"}, std::int64_t{1})
               || number(m_run.blockSizeTokens, {"block_size"}, 1)
               || number(m_run.maxBatch, {"max_batch", "batch_size_cap"}, 1)
               || number(m_run.maxBatchTokens, {"max_tokens_in_batch"}, 1)
               || number(m_run.chunkTokens, {"chunk", "chunk_size"}, 1)
               || number(m_run.contextGranularityTokens, {"kv_cache_prediction_granularity"}, 1)
               || number(m_run.seed, {"seed"}, std::uint64_t{0});
    }

    bool fractions()
    {
        return number(m_run.watermarkFraction, {"watermark_blocks_fraction"}, 0.0)
               || number(m_run.allReduceLaunchMilliseconds, {"nccl_cpu_launch_overhead_ms"}, 0.0)
               || number(
                   m_run.decodeBatchingOverheadFraction, {"attention_decode_batching_overhead_fraction"}, 0.0)
               || number(m_run.prefillBatchingOverheadFraction,
                         {"attention_prefill_batching_overhead_fraction"},
                         0.0)
               || number(m_run.cachedPrefixFraction, {"cached_prefix_fraction"}, 0.0)
               || number(m_run.stepOverheadSeconds, {"step_overhead_s"}, 0.0)
               || number(m_run.sequenceOverheadSeconds, {"sequence_overhead_s"}, 0.0);
    }

    [[nodiscard]] bool is(std::string_view key) const { return m_key == key; }

    bool text(std::string& target, std::initializer_list<std::string_view> keys)
    {
        if (std::ranges::find(keys, m_key) == keys.end()) {
            return false;
        }
        m_fault = readInto(target, m_key, m_value);
        return true;
    }

    template <typename Value, typename Least>
    bool number(std::optional<Value>& target, std::initializer_list<std::string_view> keys, Least least)
    {
        if (std::ranges::find(keys, m_key) == keys.end()) {
            return false;
        }
        m_fault = readInto(target, m_key, m_value, static_cast<Value>(least));
        return true;
    }

    ReplayRun& m_run;
    std::string_view m_key;
    const Json& m_value;
    std::optional<Error> m_fault;
};

} // namespace

Result<BatchScheduler> parseBatchScheduler(std::string_view text)
{
    if (text == "v1") {
        return BatchScheduler::V1;
    }
    if (text == "prefill-first" || text == "vllm") {
        return BatchScheduler::PrefillFirst;
    }
    if (text == "sarathi") {
        return BatchScheduler::Sarathi;
    }
    return failure(ErrorCode::UnknownName,
                   "scheduler",
                   fmt::format("no scheduler is called '{}'", text.substr(0, 80)),
                   "v1, prefill-first or sarathi");
}

Result<ReplayRunImport> readReplayRun(std::string_view text)
{
    if (text.size() > kMaxRunBytes) {
        return failure(ErrorCode::TooLarge, "run", fmt::format("larger than {} bytes", kMaxRunBytes));
    }
    const Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded()) {
        return failure(ErrorCode::InvalidSyntax,
                       "run",
                       "this is not valid JSON",
                       "a run file is one JSON object; look for a missing comma, quote or bracket");
    }
    if (!document.is_object()) {
        return failure(ErrorCode::WrongType,
                       "run",
                       fmt::format("is {}, expected an object", document.type_name()),
                       "a run file is one JSON object, such as {\"trace\": \"requests.csv\"}");
    }
    ReplayRunImport result;
    for (const auto& [key, value] : document.items()) {
        bool isKnown = true;
        if (!value.is_null()) {
            if (auto fault = FieldReader(result.run, key, value).read(isKnown)) {
                return failure(*std::move(fault));
            }
        }
        if (!isKnown) {
            result.unknownKeys.push_back(key);
        }
    }
    return result;
}

Result<ReplayRunImport> loadReplayRun(const std::filesystem::path& path)
{
    auto text = readWhole(path, kMaxRunBytes);
    if (!text) {
        return failure(std::move(text).error());
    }
    auto run = readReplayRun(*text);
    if (!run) {
        Error error = std::move(run).error();
        error.where = fmt::format("{}:{}", path.filename().string(), error.where);
        return failure(std::move(error));
    }
    return run;
}

Result<std::filesystem::path> resolvedRunPath(const std::filesystem::path& runFile, const std::string& path)
{
    const std::filesystem::path folder =
        runFile.has_parent_path() ? runFile.parent_path() : std::filesystem::path(".");
    std::error_code ignored;
    for (const std::filesystem::path& base : {folder, folder / ".."}) {
        std::filesystem::path candidate = base / path; // an absolute path replaces the base
        if (std::filesystem::is_regular_file(candidate, ignored)) {
            return candidate;
        }
    }
    return failure(
        ErrorCode::NotFound,
        path,
        fmt::format("is neither in the folder of {} nor in its parent", runFile.filename().string()),
        "correct the path in the run file, or put the file there");
}

} // namespace wherewithal::providers
