// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/LocalCatalogue.h"

#include "app/session/LocalImport.h"
#include "app/session/LocalSearch.h"
#include "app/session/PriceExport.h"
#include "providers/json/AtomicFile.h"
#include "providers/store/EmbeddedCatalogue.h"
#include "providers/store/Merge.h"

#include <algorithm>

namespace wherewithal::app {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kMappingBytes = 1U << 20U;

Result<CatalogueOverview> overviewOf(const LocalCatalogue& catalogue)
{
    auto store = catalogue.open();
    if (!store) {
        return failure(store.error());
    }
    auto info = store->info();
    if (!info) {
        return failure(info.error());
    }
    return CatalogueOverview{.info = std::move(*info), .file = catalogue.importPlace()};
}

Result<void> removeSheetFrom(LocalCatalogue& catalogue, const std::string& name)
{
    auto store = catalogue.openForImport();
    if (!store) {
        return failure(store.error());
    }
    auto removed = store->removeSheet(name);
    if (removed) {
        catalogue.contentChanged();
    }
    return removed;
}

/// Hands over all rows of a sheet by its name, "shipped" included.
Result<void> visitSheet(const providers::CatalogueStore& store,
                        const std::string& name,
                        const std::stop_token& stop,
                        const std::function<void(const providers::PriceRow&)>& visit)
{
    if (name == providers::kShippedSheet) {
        auto rows = store.listPrices({.provider = {},
                                      .service = {},
                                      .region = {},
                                      .machine = {},
                                      .purchase = {},
                                      .sheet = name,
                                      .effectiveUntil = {},
                                      .includesSuperseded = true,
                                      .limit = 10'000'000});
        if (!rows) {
            return failure(rows.error());
        }
        std::ranges::for_each(*rows, visit);
        return {};
    }
    auto done = store.visitImported({}, [&](const providers::PriceRow& row) {
        if (row.sheet == name) {
            visit(row);
        }
        return !stop.stop_requested();
    });
    if (done && stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, name, "cancelled");
    }
    return done;
}

Result<providers::ChangeSummary> compareTwo(const LocalCatalogue& catalogue,
                                            const std::string& before,
                                            const std::string& after,
                                            const std::stop_token& stop)
{
    auto store = catalogue.open();
    if (!store) {
        return failure(store.error());
    }
    providers::SheetChanges changes;
    if (auto read = visitSheet(*store, before, stop, [&](const auto& row) { changes.addBefore(row); });
        !read) {
        return failure(read.error());
    }
    if (auto read = visitSheet(*store, after, stop, [&](const auto& row) { changes.addAfter(row); }); !read) {
        return failure(read.error());
    }
    return changes.finish();
}

std::vector<SavedMapping> knownMappings(const LocalCatalogue& catalogue)
{
    std::vector<SavedMapping> known;
    std::error_code status;
    if (!catalogue.mappingFolder().empty()) {
        for (const auto& entry : std::filesystem::directory_iterator(catalogue.mappingFolder(), status)) {
            const auto text = entry.path().extension() == ".json"
                                  ? providers::readWhole(entry.path(), kMappingBytes)
                                  : failure(ErrorCode::NotFound, {}, {});
            if (!text) {
                continue;
            }
            if (auto mapping = providers::parseMapping(*text)) {
                const std::string name = mapping->name.empty() ? entry.path().stem().string() : mapping->name;
                known.push_back({.name = name, .isShipped = false, .mapping = std::move(*mapping)});
            }
        }
    }
    std::ranges::sort(known, {}, &SavedMapping::name);
    for (const auto& shipped : providers::shippedMappings()) {
        if (auto mapping = providers::parseMapping(shipped.json)) {
            known.push_back(
                {.name = std::string(shipped.name), .isShipped = true, .mapping = std::move(*mapping)});
        }
    }
    return known;
}

/// A name as a file: what a file system might take amiss becomes '-'.
std::string fileNameOf(std::string name)
{
    std::ranges::replace_if(
        name,
        [](char c) {
            const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            return !isPlain && c != ' ' && c != '_' && static_cast<unsigned char>(c) < 0x80U;
        },
        '-');
    return name + ".json";
}

Result<void> keepMapping(const LocalCatalogue& catalogue, const providers::CsvMapping& mapping)
{
    if (catalogue.mappingFolder().empty()) {
        return failure(ErrorCode::Inconsistent, mapping.name, "there is no folder for mappings");
    }
    if (mapping.name.empty()) {
        return failure(ErrorCode::MissingField, "name", "the mapping has no name", "give it one");
    }
    std::error_code status;
    std::filesystem::create_directories(catalogue.mappingFolder(), status);
    if (status) {
        return failure(ErrorCode::PermissionDenied, catalogue.mappingFolder().string(), status.message());
    }
    return providers::saveAtomically(catalogue.mappingFolder() / fileNameOf(mapping.name),
                                     providers::mappingJson(mapping));
}

} // namespace

Result<providers::CatalogueStore> LocalCatalogue::open() const
{
    const std::scoped_lock lock(m_mutex);
    return providers::openCatalogue(m_files.file);
}

Result<providers::CatalogueStore> LocalCatalogue::openForImport() const
{
    const std::string place = importPlace();
    if (place.empty()) {
        return failure(ErrorCode::Inconsistent,
                       "catalogue",
                       "the shipped catalogue takes no imports",
                       "name a catalogue file when starting the program");
    }
    return providers::openCatalogue(std::filesystem::path(place));
}

std::string LocalCatalogue::importPlace() const
{
    const std::scoped_lock lock(m_mutex);
    return (m_files.file ? *m_files.file : m_files.importsGoTo).string();
}

void LocalCatalogue::contentChanged()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_files.file && !m_files.importsGoTo.empty()) {
        m_files.file = m_files.importsGoTo;
    }
    ++m_generation;
}

CatalogueService localCatalogueService(std::shared_ptr<LocalCatalogue> catalogue)
{
    CatalogueService service;
    service.overview = [catalogue] {
        return overviewOf(*catalogue);
    };
    const auto search = std::make_shared<LocalSearch>(catalogue);
    service.search = [search](const PriceQuestion& question, const std::stop_token& stop) {
        return search->search(question, stop);
    };
    service.facets = [search](const std::stop_token& stop) {
        return search->facets(stop);
    };
    service.exportCsv = exportPrices;
    service.sheets = [catalogue]() -> Result<std::vector<providers::SheetInfo>> {
        auto store = catalogue->open();
        return store ? store->sheets() : failure(store.error());
    };
    service.removeSheet = [catalogue](const std::string& name) {
        return removeSheetFrom(*catalogue, name);
    };
    service.compareSheets =
        [catalogue](const std::string& before, const std::string& after, const std::stop_token& stop) {
            return compareTwo(*catalogue, before, after, stop);
        };
    service.detect = detectFiles;
    service.preview = previewFiles;
    service.check =
        [catalogue](const ImportRequest& request, const OnProgress& progress, const std::stop_token& stop) {
            return checkFiles(*catalogue, request, progress, stop);
        };
    service.commit =
        [catalogue](const ImportRequest& request, const OnProgress& progress, const std::stop_token& stop) {
            return commitFiles(*catalogue, request, progress, stop);
        };
    service.today = [catalogue] {
        return catalogue->today();
    };
    service.mappings = [catalogue] {
        return knownMappings(*catalogue);
    };
    service.saveMapping = [catalogue](const providers::CsvMapping& mapping) {
        return keepMapping(*catalogue, mapping);
    };
    service.keepRecordedPrices = [catalogue](bool keeps) {
        catalogue->setKeepsRecordedPrices(keeps);
    };
    return service;
}

} // namespace wherewithal::app
