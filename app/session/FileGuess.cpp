// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/FileGuess.h"

#include "providers/import/prices/Detect.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <system_error>
#include <vector>

namespace wherewithal::app {

namespace {

constexpr std::uint64_t kMostSafetensorsHeader = 100'000'000; ///< the format's own limit
constexpr std::size_t kLogLines = 40; ///< lines that are looked at before a text counts as a log

bool hasAll(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::all_of(
        words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(
        words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return result;
}

std::vector<std::string_view> firstLines(std::string_view text, std::size_t most)
{
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < most) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.empty()) {
            lines.push_back(line);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool isSafetensors(std::string_view head)
{
    if (head.size() < 10 || head[8] != '{') {
        return false;
    }
    std::uint64_t length = 0;
    for (int byte = 7; byte >= 0; --byte) {
        length = length << 8U | static_cast<unsigned char>(head[static_cast<std::size_t>(byte)]);
    }
    return length >= 2 && length <= kMostSafetensorsHeader;
}

/// A ModelProto begins with its ir_version (field 1) and goes on with a text, a number or the graph. No text
/// begins with such a byte, so that a small graph without a zero in it is known too.
bool isOnnx(std::string_view head)
{
    constexpr int kNewestIrVersion = 32;
    return head.size() > 16 && head[0] == '\x08' && head[1] > 0 && head[1] <= kNewestIrVersion
           && hasAny(head.substr(2, 1), {"\x12", "\x1a", "\x22", "\x2a", "\x32", "\x3a", "\x42"});
}

std::optional<FileGuess> binaryGuess(std::string_view head)
{
    if (head.starts_with("GGUF")) {
        return FileGuess{.kind = FileKind::ModelWeights, .title = "GGUF"};
    }
    if (isSafetensors(head)) {
        return FileGuess{.kind = FileKind::ModelWeights, .title = "safetensors"};
    }
    if (isOnnx(head)) {
        return FileGuess{.kind = FileKind::ModelGraph, .title = "ONNX"};
    }
    return std::nullopt;
}

std::optional<FileGuess> jsonGuess(std::string_view head)
{
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || head[start] != '{') {
        return std::nullopt;
    }
    const std::string_view text = head.substr(start);
    if (hasAll(text.substr(0, 400), {"\"wherewithal\"", ":"})
        && hasAny(text, {"\"workloads\"", "\"starts\""})) {
        return FileGuess{.kind = FileKind::Plan, .title = "plan"};
    }
    if (hasAll(text, {"\"weight_map\""})) {
        return FileGuess{.kind = FileKind::ModelConfig, .title = "index of safetensors"};
    }
    const bool hasLayers =
        hasAny(text, {"\"num_hidden_layers\"", "\"n_layer\"", "\"n_layers\"", "\"num_layers\""});
    const bool hasWidth = hasAny(text, {"\"hidden_size\"", "\"n_embd\"", "\"d_model\"", "\"text_config\""});
    if (hasAny(text, {"\"model_type\"", "\"architectures\""}) && (hasLayers || hasWidth)) {
        return FileGuess{.kind = FileKind::ModelConfig, .title = "model configuration"};
    }
    const std::string_view first = text.substr(0, text.find('\n'));
    if (hasAll(first, {"\"input_length\"", "\"output_length\""})) {
        return FileGuess{.kind = FileKind::RequestTrace, .title = "request trace, JSON lines"};
    }
    const auto lines = firstLines(text, 2);
    const bool isLines = lines.size() == 2 && lines[0].ends_with('}') && lines[1].starts_with('{');
    if (isLines && hasAny(first, {"\"level\"", "\"severity\"", "\"msg\"", "\"message\"", "\"log\""})) {
        return FileGuess{.kind = FileKind::LogSample, .title = "log, JSON lines"};
    }
    return std::nullopt;
}

std::optional<FileGuess> tableGuess(std::string_view head)
{
    const auto lines = firstLines(head, 2);
    if (lines.size() < 2) {
        return std::nullopt;
    }
    const std::string header = lower(lines[0]);
    if (!hasAny(header, {",", ";", "\t"})) {
        return std::nullopt;
    }
    if (hasAll(header, {"contexttokens", "generatedtokens"})
        || hasAll(header, {"prefill_tokens", "decode_tokens"})) {
        return FileGuess{.kind = FileKind::RequestTrace, .title = "request trace, CSV"};
    }
    const bool isLocust = hasAll(header, {"request count", "median response time"});
    const bool isJmeter = hasAll(header, {"timestamp", "elapsed", "label"});
    const bool hasLoad =
        hasAny(header, {"concurrency", "users", "clients", "connections", "threads", "rate"});
    const bool hasThroughput = hasAny(header, {"throughput", "requests_per_second", "rps", "req/s"});
    const bool hasLatency = hasAny(header, {"latency", "response_time", "p95", "p50", "p99"});
    const bool hasPrice = hasAny(header, {"price", "cost", "sku"});
    if (isLocust || isJmeter || (hasLatency && (hasLoad || hasThroughput) && !hasPrice)) {
        return FileGuess{.kind = FileKind::LoadTest, .title = "load test, CSV"};
    }
    return std::nullopt;
}

/// A log has a level or a time in most of its lines.
std::optional<FileGuess> logGuess(std::string_view head)
{
    const auto lines = firstLines(head, kLogLines);
    const auto isLogLine = [](std::string_view line) {
        const std::size_t start = line.find_first_not_of("[ ");
        const bool hasTime = start != std::string_view::npos && line.size() > 8
                             && std::isdigit(static_cast<unsigned char>(line[start])) != 0
                             && line.substr(0, 40).find(':') != std::string_view::npos;
        return hasTime
               || hasAny(line,
                         {" INFO",
                          " WARN",
                          " ERROR",
                          " DEBUG",
                          "[info]",
                          "[error]",
                          "[warn]",
                          "INFO:",
                          "ERROR:",
                          "WARNING:"})
               || hasAny(line, {"\" 200 ", "\" 404 ", "\" 500 ", "\" 401 "});
    };
    const auto hits = static_cast<std::size_t>(std::ranges::count_if(lines, isLogLine));
    if (lines.size() >= 2 && hits * 2 > lines.size()) {
        return FileGuess{.kind = FileKind::LogSample, .title = "log"};
    }
    return std::nullopt;
}

std::optional<FileGuess> priceGuess(std::string_view head)
{
    const providers::Detection found = providers::detect(head);
    const providers::FormatInfo* format = providers::findFormat(found.format);
    if (format == nullptr || found.format == "unknown" || found.format == "binary") {
        return std::nullopt;
    }
    if (found.format == "csv") {
        const std::string header =
            lower(firstLines(head, 1).empty() ? std::string_view() : firstLines(head, 1)[0]);
        if (!hasAny(header, {"price", "cost", "rate", "usd", "eur", "amount", "hour", "month"})) {
            return std::nullopt;
        }
    }
    return FileGuess{.kind = format->isRefused() ? FileKind::Unknown : FileKind::PriceSheet,
                     .title = std::string(format->title),
                     .advice = std::string(format->advice)};
}

} // namespace

FileGuess guessFile(std::string_view head)
{
    if (head.empty()) {
        return {};
    }
    for (const auto guess : {binaryGuess, jsonGuess, tableGuess}) {
        if (const auto found = guess(head)) {
            return *found;
        }
    }
    // Logs are asked after the price formats by name, and before "any table": a log line may hold commas.
    const auto price = priceGuess(head);
    if (price && (price->kind == FileKind::PriceSheet || !price->advice.empty())) {
        return *price;
    }
    if (const auto log = logGuess(head)) {
        return *log;
    }
    return {};
}

model::Result<FileGuess> guessFileAt(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code fault;
    if (fs::is_directory(path, fault)) {
        return FileGuess{.kind = FileKind::PriceSheet, .path = path, .title = "folder"};
    }
    if (fault) {
        return model::failure(providers::systemError(fault.value(), path, "read"));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return model::failure(providers::systemError(errno != 0 ? errno : EACCES, path, "read"));
    }
    std::string head(providers::kDetectionHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    const bool isPacked = head.starts_with("\x1f\x8b") || head.starts_with("PK");
    if (isPacked) {
        const auto parts = providers::unpacked(providers::fileSource(path), {});
        if (parts && !parts->empty()) {
            if (auto unpacked = providers::headOf(*parts->front(), providers::kDetectionHead)) {
                head = std::move(*unpacked);
            }
        }
    }
    FileGuess guess = guessFile(head);
    guess.path = path;
    return guess;
}

} // namespace wherewithal::app
