// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Engine.h"

#include <filesystem>
#include <optional>

namespace wherewithal::app {

/// The engine of the program: the catalogue of `file` over the embedded one (the embedded one alone without a
/// file), opened on first use, and the simulator's compare() and explain().
[[nodiscard]] Engine localEngine(const std::optional<std::filesystem::path>& file = std::nullopt);

/// Plans as JSON files, saved so that the old file or the new one stands there whatever happens.
[[nodiscard]] PlanStorage fileStorage();

/// A plan from bytes, e.g. an example inside the program.
[[nodiscard]] model::Result<model::Plan> planFromBytes(std::string_view bytes);

} // namespace wherewithal::app
