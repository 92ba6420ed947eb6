// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/CollectingSink.h"
#include "providers/import/prices/PriceImport.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// What the tests of the price importers share.
namespace wherewithal::testing {

/// An import and what came of it.
struct Imported
{
    model::Result<providers::ImportOutcome> outcome;
    providers::CollectingSink sink;

    /// Offers that match; `where` gets an OfferRow.
    template <typename Where>
    [[nodiscard]] std::vector<const providers::OfferRow*> all(Where where) const
    {
        std::vector<const providers::OfferRow*> found;
        for (const providers::HeldOffer& held : sink.offers()) {
            if (where(held.row())) {
                found.push_back(&held.row());
            }
        }
        return found;
    }
    /// The one that matches; null if there is none or more than one.
    template <typename Where>
    [[nodiscard]] const providers::OfferRow* one(Where where) const
    {
        const auto found = all(where);
        return found.size() == 1 ? found.front() : nullptr;
    }
};

[[nodiscard]] inline std::unique_ptr<Imported> importSources(const providers::SheetSources& sources,
                                                             const providers::ImportOptions& options = {})
{
    auto imported = std::make_unique<Imported>();
    imported->outcome = providers::importSheet(sources, options, imported->sink);
    return imported;
}

[[nodiscard]] inline std::unique_ptr<Imported> importFile(const std::filesystem::path& path,
                                                          const providers::ImportOptions& options = {})
{
    auto imported = std::make_unique<Imported>();
    auto sources = providers::sheetSources(path);
    imported->outcome =
        sources ? providers::importSheet(*sources, options, imported->sink) : model::failure(sources.error());
    return imported;
}

/// `text` outlives the call only as long as the test needs it: nothing of the result points into it.
[[nodiscard]] inline std::unique_ptr<Imported> importText(std::string_view text,
                                                          const providers::ImportOptions& options = {},
                                                          const std::string& name = "sheet")
{
    auto imported = std::make_unique<Imported>();
    auto sources = providers::unpacked(providers::memorySource(text, name), options.source);
    imported->outcome =
        sources ? providers::importSheet(*sources, options, imported->sink) : model::failure(sources.error());
    return imported;
}

/// The amount of the first component of a kind, as text; empty if there is none.
[[nodiscard]] inline std::string amountOf(const providers::OfferRow& offer, providers::ComponentKind kind)
{
    for (const providers::PriceComponent& component : offer.components) {
        if (component.kind == kind) {
            return component.amount.toText();
        }
    }
    return {};
}

/// Hourly price with the upfront part spread over the term, 8760 hours a year: the convention of the samples'
/// READMEs.
[[nodiscard]] inline double effectiveHourly(const providers::OfferRow& offer)
{
    double hourly = 0.0;
    for (const providers::PriceComponent& component : offer.components) {
        if (component.kind == providers::ComponentKind::Recurring) {
            hourly +=
                component.unit == "month" ? component.amount.toDouble() / 730.0 : component.amount.toDouble();
        } else if (component.kind == providers::ComponentKind::Upfront) {
            hourly += component.amount.toDouble() / (8760.0 * offer.termMonths / 12.0);
        }
    }
    return hourly;
}

/// The samples beside the repository, if they are there.
[[nodiscard]] inline std::optional<std::filesystem::path> sharedSheets()
{
    const char* set = std::getenv(
        "WHEREWITHAL_SHARED_DATA"); // NOLINT(concurrency-mt-unsafe): tests are single-threaded here
    const std::filesystem::path folder =
        std::filesystem::path(set != nullptr ? set : WHEREWITHAL_SOURCE_DIR "/../shared/data")
        / "price-sheets";
    return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

} // namespace wherewithal::testing
