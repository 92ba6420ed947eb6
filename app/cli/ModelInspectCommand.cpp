// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ModelArgument.h"
#include "model/units/Quantity.h"
#include "providers/import/models/ModelFile.h"
#include "simulator/throughput/LlmCounts.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;

Json numberOrNull(double value)
{
    return value > 0.0 ? Json(value) : Json();
}

class ModelInspectCommand final : public Command
{
public:
    std::string_view path() const override { return "model inspect"; }
    std::string_view summary() const override
    {
        return "Parameters, weights and cache of a model from its config.json, GGUF, safetensors or ONNX "
               "file";
    }
    std::string_view example() const override
    {
        return "model inspect example:assistant --context 8192 --json";
    }

    void declare(CLI::App& app) override
    {
        app.add_option(
               "config",
               m_file,
               "config.json or its folder, a .gguf, .safetensors or .onnx file, a plan, or example:NAME")
            ->required()
            ->type_name("CONFIG");
        app.add_option("--precision", m_precision, "Precision of the weights (default: as published)")
            ->type_name("P");
        app.add_option("--kv-precision", m_cachePrecision, "Precision of the key-value cache (default: bf16)")
            ->type_name("P");
        app.add_option("--context", m_context, "Tokens of one sequence (default: the model's longest)")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000'000));
        app.add_flag("--json", m_isJson, "One JSON document");
    }

    ExitStatus run(const Services& /*services*/, Streams& streams) override
    {
        if (providers::isLoneSafetensors(m_file)) {
            return inspectTensors(streams);
        }
        const auto named = readModelArgument(m_file, streams);
        if (!named) {
            return named.error();
        }
        if (named->graph) {
            print(graphJson(*named->graph), streams);
            return ExitStatus::Done;
        }
        const model::LlmArchitecture& architecture = *named->architecture;
        const auto weights =
            readPrecisionArgument("--precision", m_precision, architecture.storedPrecision, streams);
        const auto cache =
            readPrecisionArgument("--kv-precision", m_cachePrecision, model::Precision::Bf16, streams);
        if (!weights || !cache) {
            return !weights ? weights.error() : cache.error();
        }
        if (const auto checked = simulator::checkArchitecture(architecture); !checked) {
            return fail(checked.error(), streams);
        }
        print(modelJson(*named, *weights, *cache), streams);
        return ExitStatus::Done;
    }

private:
    /// A file of tensors alone: what its header says, and what it cannot say.
    ExitStatus inspectTensors(Streams& streams) const
    {
        const auto totals = providers::loadTensorTotals(m_file);
        if (!totals) {
            return fail(totals.error(), streams);
        }
        print(tensorsJson(*totals), streams);
        streams.err << model::text({.where = m_file,
                                    .message = "no config.json beside the file says which architecture it is",
                                    .hint =
                                        "put the model's config.json into the same folder for layers, cache "
                                        "and work per token"})
                    << '\n';
        return ExitStatus::Done;
    }

    Json tensorsJson(const providers::TensorTotals& totals) const
    {
        // Numbers of 4 bits are packed into these: what a tensor holds of them is not in the header.
        const bool isPacked = std::ranges::any_of(totals.bytesByType, [](const auto& entry) {
            return entry.first == "U8" || entry.first == "I32" || entry.first == "U32"
                   || entry.first == "I64";
        });
        return {{"architecture", nullptr},
                {"name", std::filesystem::path(m_file).stem().string()},
                {"parameters_total", isPacked ? Json() : Json(totals.parameters)},
                {"parameters_active", nullptr},
                {"weights_bytes", totals.bytes},
                {"weights_source", m_file},
                {"kv_bytes_per_token", nullptr},
                {"layers", nullptr},
                {"context", nullptr},
                {"tensors", totals.tensors},
                {"bytes_by_type", Json(totals.bytesByType)},
                {"origin", m_file}};
    }

    Json modelJson(const NamedModel& named, model::Precision weights, model::Precision cache) const
    {
        const model::LlmArchitecture& a = *named.architecture;
        const auto counts = simulator::countLlm<double>(a, simulator::shapeOf<double>(a));
        const double bytes = simulator::weightsBytes<double>(a, counts, weights);
        const double perToken = counts.cacheElementsPerToken * model::bytesPerNumber(cache);
        const double context = m_context > 0 ? m_context : a.contextLength;
        const bool isExact = a.weightsBytesOverride && weights == a.storedPrecision;
        return {
            {"architecture", a.family},
            {"name", a.name},
            {"parameters_total", counts.total},
            {"parameters_active", counts.active},
            {"weights_bytes", bytes},
            {"weights_precision", model::name(weights)},
            {"weights_source", isExact ? Json(named.weightsOrigin) : Json("counted from the configuration")},
            {"kv_bytes_per_token", perToken},
            {"kv_precision", model::name(cache)},
            {"layers", a.layerCount},
            {"context", numberOrNull(context)},
            {"kv_bytes_per_sequence", numberOrNull(context * perToken)},
            {"flops_per_token", counts.flopsPerToken},
            {"hidden_size", a.hiddenSize},
            {"query_heads", a.queryHeads},
            {"kv_heads", a.hasLatentAttention() ? Json() : Json(a.keyValueHeads)},
            {"experts", a.expertCount},
            {"experts_per_token", a.expertsPerToken},
            {"sliding_window", a.slidingWindow},
            {"sliding_layers", a.slidingLayerCount},
            {"tied_embeddings", a.hasTiedEmbeddings},
            {"origin", named.origin}};
    }

    static Json graphJson(const providers::OnnxModel& graph)
    {
        return {{"architecture", "onnx"},
                {"name", graph.producer},
                {"parameters_total", graph.parameters},
                {"parameters_active", graph.parameters},
                {"weights_bytes", graph.parameterBytes},
                {"kv_bytes_per_token", nullptr},
                {"layers", nullptr},
                {"context", nullptr},
                {"nodes", graph.nodes},
                {"flops_per_item", graph.flops},
                {"flops_complete", graph.uncounted.empty()},
                {"activation_bytes_per_item", graph.activationBytes},
                {"uncounted", graph.uncounted},
                {"dimensions_taken_as_1", graph.openDimensions}};
    }

    void print(const Json& json, Streams& streams) const
    {
        if (m_isJson) {
            streams.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
            return;
        }
        for (const auto& [key, value] : json.items()) {
            const std::string text = value.is_null()     ? "unknown"
                                     : value.is_string() ? value.get<std::string>()
                                     : value.is_number_float()
                                         ? fmt::format("{:.15g}", value.get<double>())
                                         : value.dump(-1, ' ', false, Json::error_handler_t::replace);
            streams.out << fmt::format("{:<26}{}", key, text);
            if (key.find("bytes") != std::string::npos && value.is_number()
                && value.get<double>() >= model::kGib) {
                streams.out << fmt::format("  ({:.2f} GiB)", value.get<double>() / model::kGib);
            }
            streams.out << '\n';
        }
    }

    std::string m_file;
    std::string m_precision;
    std::string m_cachePrecision;
    int m_context = 0;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeModelInspectCommand()
{
    return std::make_unique<ModelInspectCommand>();
}

} // namespace wherewithal::app::cli
