// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SheetJob.h"

#include <stop_token>

namespace wherewithal::app {

class LocalCatalogue;

/// The steps of an import on real files; what CatalogueService says of them holds.

[[nodiscard]] model::Result<SheetFinding> detectFiles(const ImportRequest& request);
/// The first kPreviewRows offers.
[[nodiscard]] model::Result<ImportPreview> previewFiles(const ImportRequest& request,
                                                        const std::stop_token& stop);
inline constexpr std::size_t kPreviewRows = 200;
[[nodiscard]] model::Result<ImportCheck> checkFiles(const LocalCatalogue& catalogue,
                                                    const ImportRequest& request,
                                                    const OnProgress& progress,
                                                    const std::stop_token& stop);
[[nodiscard]] model::Result<ImportDone> commitFiles(LocalCatalogue& catalogue,
                                                    const ImportRequest& request,
                                                    const OnProgress& progress,
                                                    const std::stop_token& stop);

/// "aws AmazonEC2" of "aws AmazonEC2 20250912225308": sheets of one stem are editions of the same.
[[nodiscard]] std::string sheetStem(const std::string& sheetName);

} // namespace wherewithal::app
