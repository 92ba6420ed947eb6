// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <string>
#include <string_view>

namespace wherewithal::app {

/// What a file holds, as far as its first bytes tell.
enum class FileKind
{
    Plan,         ///< a plan of ours
    ModelConfig,  ///< a Hugging Face config.json, or the index of its weights
    ModelWeights, ///< GGUF, safetensors
    ModelGraph,   ///< ONNX
    PriceSheet,   ///< a file that the price importers know, or any table with a header
    RequestTrace, ///< arrivals and token counts of requests
    LoadTest,     ///< load, throughput and latency of a measured service
    LogSample,    ///< lines of a log
    Unknown,
};

struct FileGuess
{
    FileKind kind = FileKind::Unknown;
    std::string path;
    std::string title;  ///< "AWS offer file, CSV", "GGUF"; English
    std::string advice; ///< of a file that is known and cannot be taken: what to do instead

    bool operator==(const FileGuess&) const = default;
};

/// Looks at the beginning of the content, never at the name. An empty head is Unknown.
[[nodiscard]] FileGuess guessFile(std::string_view head);

/// The same from a file, unpacking gzip first. Reads 64 KiB at most; call it on a worker thread, since a file
/// may lie on a slow disk. A folder is a price sheet of many parts.
///
/// NotFound, PermissionDenied and other errors of the system.
[[nodiscard]] model::Result<FileGuess> guessFileAt(const std::string& path);

} // namespace wherewithal::app
