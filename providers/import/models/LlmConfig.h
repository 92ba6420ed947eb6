// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/LlmArchitecture.h"

#include <cstddef>
#include <string_view>

namespace wherewithal::providers {

/// Configs are a few kilobytes; anything beyond this is something else.
inline constexpr std::size_t kMostConfigBytes = std::size_t{1} << 20;

/// The shape of a language model from the text of its Hugging Face config.json.
///
/// Reads the names that the families use for the same thing (n_embd, hidden_size, d_model ...), `text_config`
/// first. A model_type that is not known is refused by name; `"wherewithal": {"like": "llama"}` in the config
/// says that its layers are those of a known family. Missing dimensions are asked for, none is guessed.
///
/// InvalidSyntax, TooLarge, WrongType, MissingField, OutOfRange, Inconsistent, UnknownName, UnsupportedFormat
/// (a quantisation method nobody knows).
[[nodiscard]] model::Result<model::LlmArchitecture> readLlmConfig(std::string_view text,
                                                                  std::string_view where = "config");

} // namespace wherewithal::providers
