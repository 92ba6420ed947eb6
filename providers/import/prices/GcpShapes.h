// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ImportRun.h"

#include <vector>

namespace wherewithal::providers {

/// Predefined shapes of Google Compute Engine, by Google's published rule of each family (memory per vCPU),
/// for composing prices. Families whose price is not the plain sum of core and memory (shared-core E2, A4)
/// are left out.
[[nodiscard]] const std::vector<ComposedShape>& googleShapes();

} // namespace wherewithal::providers
