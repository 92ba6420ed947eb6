// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/CatalogueService.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace wherewithal::app {

/// Where the real catalogue lies.
struct CatalogueFiles
{
    std::optional<std::filesystem::path> file; ///< read now; absent: the shipped one alone
    std::filesystem::path importsGoTo;  ///< made by the first import if there is no file; empty: nowhere
    std::filesystem::path mappings;     ///< folder of saved mappings; empty: none are kept
    std::function<std::string()> today; ///< "YYYY-MM-DD"; the store knows no clock
};

/// The catalogue's place, shared by the runs of the engine and the Catalogue page. May be used from any
/// thread; stores are opened by those who use them.
class LocalCatalogue
{
public:
    explicit LocalCatalogue(CatalogueFiles files)
        : m_files(std::move(files))
    {}

    /// For reading.
    [[nodiscard]] model::Result<providers::CatalogueStore> open() const;
    /// For an import: made if it is not there. Inconsistent if there is no place for it.
    [[nodiscard]] model::Result<providers::CatalogueStore> openForImport() const;
    /// Grows with each change of the content by this program; who keeps a store or a slice asks.
    [[nodiscard]] unsigned generation() const { return m_generation; }
    void contentChanged();

    [[nodiscard]] bool keepsRecordedPrices() const { return m_keepsPrices; }
    void setKeepsRecordedPrices(bool keeps) { m_keepsPrices = keeps; }

    [[nodiscard]] std::string importPlace() const;
    [[nodiscard]] std::filesystem::path mappingFolder() const { return m_files.mappings; }
    [[nodiscard]] std::string today() const { return m_files.today ? m_files.today() : std::string(); }

private:
    mutable std::mutex m_mutex; ///< of m_files.file
    CatalogueFiles m_files;
    std::atomic<unsigned> m_generation = 1;
    std::atomic<bool> m_keepsPrices = false;
};

/// The store and the importers as a service.
[[nodiscard]] CatalogueService localCatalogueService(std::shared_ptr<LocalCatalogue> catalogue);

} // namespace wherewithal::app
