// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/PriceQuestion.h"
#include "app/session/SheetJob.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace wherewithal::app {

/// What is in the catalogue, in numbers.
struct CatalogueOverview
{
    providers::CatalogueInfo info;
    std::string file; ///< where imports are kept; empty: none can be made
};

/// The catalogue as functions, injected like Engine: the program wires the store and the importers, tests a
/// fixture.
///
/// All are synchronous, called on worker threads, several at a time; each call has a store of its own. A stop
/// request ends them with Cancelled.
struct CatalogueService
{
    std::function<model::Result<CatalogueOverview>()> overview;
    std::function<model::Result<PriceAnswer>(const PriceQuestion&, const std::stop_token&)> search;
    /// What can be filtered by.
    std::function<model::Result<providers::PriceFacets>(const std::stop_token&)> facets;
    /// Writes all lines as CSV; the number of rows. The old file stays if this fails.
    std::function<model::Result<std::size_t>(
        const PriceResult&, const std::string& path, const std::stop_token&)>
        exportCsv;

    std::function<model::Result<std::vector<providers::SheetInfo>>()> sheets;
    std::function<model::Result<void>(const std::string& name)> removeSheet;
    std::function<model::Result<providers::ChangeSummary>(
        const std::string& before, const std::string& after, const std::stop_token&)>
        compareSheets;

    std::function<model::Result<SheetFinding>(const ImportRequest&)> detect;
    std::function<model::Result<ImportPreview>(const ImportRequest&, const std::stop_token&)> preview;
    /// Reads everything and stores nothing.
    std::function<model::Result<ImportCheck>(const ImportRequest&, const OnProgress&, const std::stop_token&)>
        check;
    /// One transaction: after a failure or a stop the catalogue is as it was.
    std::function<model::Result<ImportDone>(const ImportRequest&, const OnProgress&, const std::stop_token&)>
        commit;

    /// "YYYY-MM-DD": the day of an import.
    std::function<std::string()> today;
    std::function<std::vector<SavedMapping>()> mappings;
    std::function<model::Result<void>(const providers::CsvMapping&)> saveMapping;

    /// True: slices take the prices that the plan recorded before those of the catalogue.
    std::function<void(bool)> keepRecordedPrices;
};

} // namespace wherewithal::app
