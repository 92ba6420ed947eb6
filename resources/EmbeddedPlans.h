// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// The plans that the program carries, as the files in resources/ have them.
namespace wherewithal::resources {

struct EmbeddedPlan
{
    std::string_view name; ///< "assistant"
    std::string_view text; ///< JSON
};

/// resources/templates: llm, inference, batch, training, service.
[[nodiscard]] std::span<const EmbeddedPlan> embeddedTemplates();
/// resources/examples; the first one is what the window opens with.
[[nodiscard]] std::span<const EmbeddedPlan> embeddedExamples();

} // namespace wherewithal::resources
