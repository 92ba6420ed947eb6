// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Engine.h"
#include "app/session/LocalCatalogue.h"

namespace wherewithal::app {

/// The engine of the program: the catalogue of `files.file` over the embedded one (the embedded one alone
/// without a file), opened on first use, the simulator's compare() and explain(), and the catalogue's
/// service.
[[nodiscard]] Engine localEngine(CatalogueFiles files = {});

/// Plans as JSON files, saved so that the old file or the new one stands there whatever happens.
[[nodiscard]] PlanStorage fileStorage();

/// A plan from bytes, e.g. an example inside the program.
[[nodiscard]] model::Result<model::Plan> planFromBytes(std::string_view bytes);

} // namespace wherewithal::app
