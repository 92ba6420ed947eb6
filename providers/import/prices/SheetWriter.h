// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSink.h"
#include "providers/store/CatalogueStore.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// Writes the rows of one import into the catalogue: one transaction, committed by end(), or, when held back,
/// by commit(). Without it nothing is left: a wizard imports held back, shows what would change (`stored()`,
/// `CatalogueStore::sheetRows()`), and commits or drops the writer.
class SheetWriter final : public PriceSink
{
public:
    enum class Commit
    {
        AtEnd,
        WhenTold, ///< by commit()
    };

    /// `today` ("YYYY-MM-DD") is the day written as the day of import. The store outlives the writer.
    SheetWriter(CatalogueStore& store, std::string today, Commit commit = Commit::AtEnd);

    [[nodiscard]] model::Result<void> begin(const PriceSheet& sheet) override;
    [[nodiscard]] model::Result<void> machine(const MachineRow& row) override;
    [[nodiscard]] model::Result<void> offer(const OfferRow& row) override;
    [[nodiscard]] model::Result<void> end(const ImportOutcome& outcome) override;

    /// Makes what was held back part of the catalogue; does nothing without an ended import.
    [[nodiscard]] model::Result<void> commit();

    /// Name of the sheet in the catalogue; empty before begin().
    [[nodiscard]] const std::string& sheetName() const { return m_name; }
    /// What the store did; set by end().
    [[nodiscard]] const SheetOutcome& stored() const { return m_stored; }

    /// Prices that moved by more than half; set by end().
    [[nodiscard]] const std::vector<PriceJump>& jumps() const { return m_jumps; }
    [[nodiscard]] std::size_t jumpCount() const { return m_jumpCount; }

private:
    CatalogueStore& m_store;
    std::string m_today;
    Commit m_commit;
    std::string m_name;
    std::optional<SheetImport> m_import;
    SheetOutcome m_stored;
    std::vector<PriceJump> m_jumps;
    std::size_t m_jumpCount = 0;
};

/// A row as the catalogue keeps it.
[[nodiscard]] PriceRow storedRow(const OfferRow& row);
/// A shape as the catalogue keeps it.
[[nodiscard]] model::Machine storedMachine(const MachineRow& row);
/// Name under which a sheet is kept: "aws AmazonEC2 20250912225308".
[[nodiscard]] std::string sheetNameOf(const PriceSheet& sheet);

} // namespace wherewithal::providers
