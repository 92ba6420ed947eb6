// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "providers/store/PriceTable.h"

#include <SQLiteCpp/Database.h>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// Answers a plan from the shipped tables and the prices of both databases.
class SliceReader
{
public:
    /// `imported` is null without a user's database.
    SliceReader(SQLite::Database& database, PriceReader& shipped, PriceReader* imported);

    [[nodiscard]] model::CatalogueSlice read(const model::Plan& plan);

    /// Shipped prices of services, one row per item and region, as far as the filter wants them.
    [[nodiscard]] std::vector<PriceRow> serviceRows(const PriceFilter& filter) const;

    /// Providers, regions, rates, accelerators and machines of both databases, for a look at everything.
    void readFacts();
    /// After readFacts(): sorted by provider and id.
    [[nodiscard]] const std::vector<model::Machine>& machines() const { return m_allMachines; }
    [[nodiscard]] const std::map<std::string, model::Region>& regions() const { return m_regions; }
    [[nodiscard]] const std::vector<model::Provider>& providers() const { return m_slice.providers; }
    [[nodiscard]] const std::vector<model::ExchangeRate>& exchangeRates() const
    {
        return m_slice.exchangeRates; // newest first
    }
    [[nodiscard]] const std::vector<model::Accelerator>& accelerators() const { return m_slice.accelerators; }

    /// Title and address of a blank-separated list of source ids; the row's own day goes before the source's.
    [[nodiscard]] model::Source source(const std::string& ids, const std::string& day) const;

private:
    void readSources();
    void readProviders();
    void readRegions();
    void readExchangeRates();
    void readMachines(std::string_view schema);
    void readPrices(const model::Plan& plan);
    void readPricesOf(const model::Machine& machine, const model::Plan& plan);
    void readServices();
    void readSupportPlans();
    void readTokenPrices();
    void readLimits();
    void readConnectionLimits();
    void readAccelerators();
    void readProcessors();
    void readServers();
    void readSites();
    void readResiduals();
    void readQuestions();
    void readEvidence();
    void readLifecycles();

    [[nodiscard]] bool isConcerned(const model::ProviderId& provider) const
    {
        return m_concerned.contains(provider.text());
    }
    [[nodiscard]] std::vector<PriceRow> machinePrices(const model::Machine& machine, const std::string& day);
    void sortSlice();

    SQLite::Database& m_database;
    PriceReader& m_shipped;
    PriceReader* m_imported;
    std::map<std::string, model::Source> m_sources;
    std::map<std::string, model::Region> m_regions; ///< "provider/region"
    std::vector<model::Machine> m_allMachines;
    std::set<std::string> m_concerned;
    model::CatalogueSlice m_slice;
};

} // namespace wherewithal::providers
