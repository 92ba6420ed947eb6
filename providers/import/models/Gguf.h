// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/LlmArchitecture.h"
#include "providers/import/models/Safetensors.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// The header of a GGUF file: the model's shape and the exact bytes of its tensors.
struct GgufModel
{
    model::LlmArchitecture architecture; ///< weightsBytesOverride is set
    TensorTotals tensors;
    std::string architectureName; ///< general.architecture as the file has it
};

/// The header lies at the start; vocabularies make it a few megabytes long.
inline constexpr std::size_t kMostGgufHeaderBytes = std::size_t{128} << 20;

/// Reads versions 2 and 3, little-endian. `bytes` is the start of the file; if the header goes on beyond it
/// the error is TooLarge and a longer start can be tried, up to the limit.
///
/// InvalidSyntax, TooLarge, UnsupportedVersion, UnknownName (an architecture or tensor type nobody knows),
/// MissingField.
[[nodiscard]] model::Result<GgufModel> readGguf(std::string_view bytes, std::string_view where = "gguf");

} // namespace wherewithal::providers
