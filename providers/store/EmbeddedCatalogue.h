// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/store/CatalogueStore.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace wherewithal::providers {

/// The catalogue that ships inside the program, as an SQLite image.
[[nodiscard]] std::span<const std::byte> embeddedCatalogueImage();

/// The user's catalogue over the embedded one; without a file the embedded one alone.
[[nodiscard]] model::Result<CatalogueStore>
openCatalogue(const std::optional<std::filesystem::path>& file = std::nullopt);

} // namespace wherewithal::providers
