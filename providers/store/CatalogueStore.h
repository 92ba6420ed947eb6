// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceRow.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Which prices are wanted. Empty parts ask nothing; names are compared whole, case matters.
struct PriceFilter
{
    std::string provider;
    std::string service;
    std::string region;
    std::string machine;
    std::optional<model::Purchase> purchase;
    std::string sheet;
    std::string
        effectiveUntil; ///< only rows in force on this day ("YYYY-MM-DD"); rows without a date always are
    bool includesSuperseded = false; ///< also rows that a newer one of the same key replaced
    std::size_t limit = 100'000;
};

/// What is known about an imported sheet.
struct SheetInfo
{
    std::string name; ///< unique: "aws AmazonEC2 20250912225308"; importing it again replaces nothing and
                      ///< adds nothing
    std::string provider;
    std::string format;      ///< "aws-offer-csv", "azure-retail-json" ...
    std::string fileName;    ///< without its folder
    std::string contentHash; ///< of the file's bytes, hexadecimal
    std::string publisherVersion;
    std::string publishedAt; ///< "YYYY-MM-DD"; "" unknown
    std::string importedAt;  ///< "YYYY-MM-DD", given by the caller: the store knows no clock
    std::string note;
    std::size_t offers = 0; ///< filled when read

    bool operator==(const SheetInfo&) const = default;
};

/// What an import did.
struct SheetOutcome
{
    std::size_t added = 0;     ///< rows the catalogue did not have
    std::size_t unchanged = 0; ///< rows it had with the same amounts
    std::size_t changed = 0;   ///< rows of the same thing and day with other amounts: these hold now
    std::size_t older = 0;     ///< likewise, but a sheet published later has set the price: kept as history
    std::size_t machines = 0;

    bool operator==(const SheetOutcome&) const = default;
};

/// One row of the Catalogue page: the exact price and what is known of its product.
struct ListedPrice
{
    PriceIndex::Row row = 0; ///< place in the index: for history() and otherWays()
    PriceRow price;          ///< exact; PriceRow::reason says why it won or lost, where it had rivals
    ProductFacts product;
    std::optional<double> hourlyUsd; ///< upfront part spread; nothing: not by the hour, or no rate
    std::optional<double> eachUsd;   ///< an hour and accelerator

    bool operator==(const ListedPrice&) const = default;
};

/// Where a price comes from.
struct PriceOrigin
{
    SheetInfo sheet;                   ///< name "shipped", and nothing else, for the shipped catalogue
    model::Source source;              ///< title, address and day
    std::optional<std::uint64_t> line; ///< in the file, from 1
    std::string unitText;              ///< the unit as the file has it, e.g. "100 Hours"; empty: unknown

    bool operator==(const PriceOrigin&) const = default;
};

/// A price that moved by more than half against what the catalogue knew before.
struct PriceJump
{
    std::string thing; ///< for people: "m5.large us-east-1 linux on-demand"
    std::string currency;
    double before = 0.0; ///< per unit, upfront part spread
    double after = 0.0;
    std::uint64_t line = 0;  ///< in the sheet, from 1; 0 unknown
    bool isUnitSlip = false; ///< by the hours of a month or year: another unit rather than another price

    bool operator==(const PriceJump&) const = default;
};

struct CatalogueInfo
{
    std::string hash; ///< of the shipped content and the imported sheets, 16 hexadecimal digits
    std::string asOf; ///< newest effective day of a price
    std::size_t machines = 0;
    std::size_t prices = 0;
    std::size_t sheets = 0; ///< imported ones

    bool operator==(const CatalogueInfo&) const = default;
};

class CatalogueStore;

/// One import: rows go into one transaction, which commit() ends. Destroyed without commit() nothing is left
/// of it.
class SheetImport
{
public:
    SheetImport(const SheetImport&) = delete;
    SheetImport& operator=(const SheetImport&) = delete;
    SheetImport(SheetImport&&) noexcept;
    SheetImport& operator=(SheetImport&&) noexcept;
    ~SheetImport();

    [[nodiscard]] model::Result<void> add(const PriceRow& row);
    [[nodiscard]] model::Result<void> add(const model::Machine& machine);
    /// The first of the prices that moved by more than half, and how many there are.
    [[nodiscard]] const std::vector<PriceJump>& jumps() const;
    [[nodiscard]] std::size_t jumpCount() const;
    /// The file's hash, where it is known only when all is read.
    void setContentHash(std::string hash);
    /// Completes the rows without committing: what they are can be looked at, and still be given up. No add()
    /// after it.
    [[nodiscard]] model::Result<SheetOutcome> finish();
    [[nodiscard]] model::Result<SheetOutcome> commit();

private:
    friend class CatalogueStore;
    struct Private;
    explicit SheetImport(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

/// The catalogue: a shipped, read-only image, and beside it the user's database of imported price sheets.
///
/// Both are asked together. Where both (or two sheets) price the same thing, the newest effective day wins,
/// at the same day the imported one; the loser stays listed with the reason. One store per thread; opening is
/// cheap.
class CatalogueStore
{
public:
    /// The image alone. `image` must outlive the store; it is not copied.
    [[nodiscard]] static model::Result<CatalogueStore> openImage(std::span<const std::byte> image);
    /// The user's database over the image; created with its folder if absent. A read-only file is opened for
    /// reading. A file that the catalogue builder made takes the place of the image. NotFound,
    /// PermissionDenied, UnsupportedFormat (no catalogue of ours), UnsupportedVersion (a newer one).
    [[nodiscard]] static model::Result<CatalogueStore> open(const std::filesystem::path& file,
                                                            std::span<const std::byte> image);

    CatalogueStore(const CatalogueStore&) = delete;
    CatalogueStore& operator=(const CatalogueStore&) = delete;
    CatalogueStore(CatalogueStore&&) noexcept;
    CatalogueStore& operator=(CatalogueStore&&) noexcept;
    ~CatalogueStore();

    [[nodiscard]] model::Result<CatalogueInfo> info() const;

    /// All that the plan's candidates and queries name. Of one machine under one way of buying, a query keeps
    /// the cheapest region of each country; candidates keep every way of buying in their region.
    [[nodiscard]] model::Result<model::CatalogueSlice> slice(const model::Plan& plan) const;

    /// Sorted by provider, machine, region, purchase, term, payment, then newest first.
    [[nodiscard]] model::Result<std::vector<PriceRow>> listPrices(const PriceFilter& filter) const;

    /// All prices as columns in memory, for searching (PriceIndex.h). Takes a while for millions of rows:
    /// `progress` gets the rows read so far; Cancelled when stopped. It shows the catalogue as it is now: ask
    /// again after an import.
    [[nodiscard]] model::Result<std::shared_ptr<const PriceIndex>>
    priceIndex(const std::stop_token& stop = {}, const std::function<void(std::size_t)>& progress = {}) const;
    /// Exact texts and amounts of rows of an index of this catalogue, in their order. Rows that have gone
    /// since are left out. `asOf` judges rivals ("" : the newest wins).
    [[nodiscard]] model::Result<std::vector<ListedPrice>> listed(const PriceIndex& index,
                                                                 std::span<const PriceIndex::Row> rows,
                                                                 const std::string& asOf = {}) const;
    /// Sheet, line and source of one row.
    [[nodiscard]] model::Result<PriceOrigin> origin(const PriceIndex& index, PriceIndex::Row row) const;
    /// Hands over the stored rows of imported sheets that the filter's names want, in no order, as they are:
    /// all days, rivals undecided. False from `visit` ends it. For passes over millions of rows.
    [[nodiscard]] model::Result<void> visitImported(const PriceFilter& filter,
                                                    const std::function<bool(const PriceRow&)>& visit) const;

    /// All rows that a sheet lists, also those that an earlier one had brought already; as "shipped" those of
    /// the shipped catalogue. NotFound without such a sheet.
    [[nodiscard]] model::Result<std::vector<PriceRow>> sheetRows(const std::string& sheet) const;

    /// Imported sheets, by name.
    [[nodiscard]] model::Result<std::vector<SheetInfo>> sheets() const;
    /// Begins an import; PermissionDenied if the database cannot be written, Inconsistent if there is none.
    [[nodiscard]] model::Result<SheetImport> beginImport(const SheetInfo& sheet);
    [[nodiscard]] model::Result<void> removeSheet(std::string_view name);

    /// True if imports have a place to go.
    [[nodiscard]] bool isWritable() const;

private:
    struct Private;
    explicit CatalogueStore(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

} // namespace wherewithal::providers
