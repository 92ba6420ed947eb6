// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hardware/Accelerator.h"
#include "model/units/Quantity.h"
#include "model/workload/LlmArchitecture.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Measured data that may lie beside the project: tests that use it say so when it is absent.
namespace wherewithal::tests {

inline QString sharedDataFolder()
{
    const QByteArray named = qgetenv("WHEREWITHAL_SHARED_DATA");
    return named.isEmpty() ? QStringLiteral(WHEREWITHAL_SOURCE_DIR "/../shared/data")
                           : QString::fromLocal8Bit(named);
}

inline std::string sharedText(const char* path)
{
    QFile file(QDir(sharedDataFolder()).filePath(QString::fromLatin1(path)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// A row of a table by column name; an absent or empty cell is an empty text.
class CsvRow
{
public:
    explicit CsvRow(std::map<std::string, std::string, std::less<>> cells)
        : m_cells(std::move(cells))
    {}
    [[nodiscard]] const std::string& text(std::string_view column) const
    {
        static const std::string kNone;
        const auto at = m_cells.find(column);
        return at == m_cells.end() ? kNone : at->second;
    }
    [[nodiscard]] double number(std::string_view column) const
    {
        return std::strtod(text(column).c_str(), nullptr);
    }

private:
    std::map<std::string, std::string, std::less<>> m_cells;
};

inline std::vector<std::string> csvCells(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

/// Empty if the file is absent.
inline std::vector<CsvRow> sharedTable(const char* path)
{
    const std::string all = sharedText(path);
    std::vector<CsvRow> rows;
    std::vector<std::string> head;
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        const std::vector<std::string> cells = csvCells(all.substr(at, end - at));
        at = end + 1;
        if (head.empty()) {
            head = cells;
            continue;
        }
        std::map<std::string, std::string, std::less<>> row;
        for (std::size_t i = 0; i < std::min(cells.size(), head.size()); ++i) {
            row[head[i]] = cells[i];
        }
        rows.emplace_back(std::move(row));
    }
    return rows;
}

/// Device facts by id; empty if the file is absent.
inline std::map<std::string, model::Accelerator> sharedDevices()
{
    const std::string text = sharedText("accelerators.json");
    std::map<std::string, model::Accelerator> devices;
    if (text.empty()) {
        return devices;
    }
    const auto json = nlohmann::json::parse(text);
    const auto scaled =
        [](const nlohmann::json& object, const char* key, double factor) -> std::optional<double> {
        const auto at = object.find(key);
        return at != object.end() && at->is_number() ? std::optional(at->get<double>() * factor)
                                                     : std::nullopt;
    };
    for (const auto& entry : json["devices"]) {
        const auto& peaks = entry["dense_peak_tflops"];
        const std::string id = entry["id"];
        devices[id] = {.id = model::AcceleratorId(id),
                       .displayName = entry["name"],
                       .vendor = entry["vendor"],
                       .kind = entry["kind"],
                       .fp32FlopsPerSecond = scaled(peaks, "fp32", 1e12),
                       .bf16FlopsPerSecond = scaled(peaks, "bf16_fp16", 1e12),
                       .fp8FlopsPerSecond = scaled(peaks, "fp8", 1e12),
                       .int8OpsPerSecond = scaled(peaks, "int8_tops", 1e12),
                       .fp4FlopsPerSecond = scaled(peaks, "fp4", 1e12),
                       .memoryBytes = scaled(entry, "memory_gib", model::kGib),
                       .memoryBytesPerSecond = scaled(entry, "memory_bandwidth_gb_s", 1e9),
                       .linkBytesPerSecond = scaled(entry, "interconnect_gb_s_per_direction", 1e9),
                       .pcieBytesPerSecond = scaled(entry, "pcie_gb_s_per_direction", 1e9)};
    }
    return devices;
}

/// Shapes beside those of KnownModels.h that the measurements use; from the models' published configs.
inline model::LlmArchitecture measuredModel(std::string_view name)
{
    using A = model::LlmArchitecture;
    const A llama2of70{.name = "Llama-2-70B",
                       .family = "llama",
                       .hiddenSize = 8192,
                       .layerCount = 80,
                       .queryHeads = 64,
                       .keyValueHeads = 8,
                       .headSize = 128,
                       .intermediateSize = 28672,
                       .vocabularySize = 32000,
                       .contextLength = 4096};
    A llama3of70 = llama2of70;
    llama3of70.name = "Llama-3.1-70B";
    llama3of70.vocabularySize = 128256;
    const A of405{.name = "Llama-3.1-405B",
                  .family = "llama",
                  .hiddenSize = 16384,
                  .layerCount = 126,
                  .queryHeads = 128,
                  .keyValueHeads = 8,
                  .headSize = 128,
                  .intermediateSize = 53248,
                  .vocabularySize = 128256,
                  .contextLength = 131072};
    const A code34{.name = "CodeLlama-34B",
                   .family = "llama",
                   .hiddenSize = 8192,
                   .layerCount = 48,
                   .queryHeads = 64,
                   .keyValueHeads = 8,
                   .headSize = 128,
                   .intermediateSize = 22016,
                   .vocabularySize = 32000,
                   .contextLength = 16384};
    const A qwen235{.name = "Qwen3-235B-A22B",
                    .family = "qwen3_moe",
                    .hiddenSize = 4096,
                    .layerCount = 94,
                    .queryHeads = 64,
                    .keyValueHeads = 4,
                    .headSize = 128,
                    .vocabularySize = 151936,
                    .contextLength = 40960,
                    .expertCount = 128,
                    .expertsPerToken = 8,
                    .expertIntermediateSize = 1536};
    const A qwen32{.name = "Qwen3-32B",
                   .family = "qwen3",
                   .hiddenSize = 5120,
                   .layerCount = 64,
                   .queryHeads = 64,
                   .keyValueHeads = 8,
                   .headSize = 128,
                   .intermediateSize = 25600,
                   .vocabularySize = 151936,
                   .contextLength = 40960};
    for (const A& known : {llama2of70, llama3of70, of405, code34, qwen235, qwen32}) {
        if (known.name == name) {
            return known;
        }
    }
    return {};
}

} // namespace wherewithal::tests
