// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// What was found in the resources. With errors there is no image.
struct BuildOutcome
{
    std::vector<model::Error> errors; ///< where: "aws/machines.csv:17:vcpus"
    std::string hash;                 ///< of the content, independent of the order of rows
    std::size_t tables = 0;
    std::size_t rows = 0;
};

/// Reads and checks all tables below `folder`: schema, numbers, days, currencies, duplicates, references.
[[nodiscard]] BuildOutcome checkCatalogue(const std::filesystem::path& folder);
/// checkCatalogue(), and if all is well the SQLite image at `image` (written aside, then renamed).
[[nodiscard]] BuildOutcome buildCatalogue(const std::filesystem::path& folder,
                                          const std::filesystem::path& image);

} // namespace wherewithal::providers
