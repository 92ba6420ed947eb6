// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "providers/json/PlanJson.h"

#include <string>

namespace wherewithal::app::cli {

/// The plan of a path, or of "example:NAME" for one that the program carries; UnknownName lists the examples.
[[nodiscard]] model::Result<providers::PlanDocument> readPlanArgument(const std::string& file);

} // namespace wherewithal::app::cli
