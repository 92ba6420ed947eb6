// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"

#include <string>

namespace wherewithal::app::cli {

/// A device by its id, its name, or a part of either that no other has. UnknownName with the known ids.
[[nodiscard]] model::Result<model::Accelerator> findDevice(const model::CatalogueSlice& slice,
                                                           const std::string& wanted);

} // namespace wherewithal::app::cli
