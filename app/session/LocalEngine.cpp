// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/LocalEngine.h"

#include "app/session/LocalCatalogue.h"
#include "model/plan/OwnParts.h"
#include "providers/json/PlanJson.h"
#include "simulator/compare/Frozen.h"

#include <mutex>

namespace wherewithal::app {

namespace {

using SlicePtr = std::shared_ptr<const model::CatalogueSlice>;

/// One store, used by one worker at a time, and the slice that it gave last.
class CatalogueAccess
{
public:
    explicit CatalogueAccess(std::shared_ptr<const LocalCatalogue> catalogue)
        : m_catalogue(std::move(catalogue))
    {}

    model::Result<SlicePtr> slice(const model::Plan& plan)
    {
        auto found = sliceOfNow(plan);
        if (!found || !m_catalogue->keepsRecordedPrices()) {
            return found;
        }
        auto frozen = std::make_shared<model::CatalogueSlice>(**found);
        if (auto kept = simulator::freezePrices(plan, *frozen); !kept) {
            return model::failure(kept.error());
        }
        return SlicePtr(std::move(frozen));
    }

private:
    model::Result<SlicePtr> sliceOfNow(const model::Plan& plan)
    {
        const std::scoped_lock lock(m_mutex);
        if (const unsigned generation = m_catalogue->generation(); generation != m_generation) {
            m_generation = generation;
            m_slice.reset();
            m_store.reset();
        }
        const model::Plan asked = question(plan);
        if (m_slice && asked == m_asked) {
            return withOwnParts(plan);
        }
        if (!m_store) {
            auto opened = m_catalogue->open();
            if (!opened) {
                return model::failure(opened.error());
            }
            m_store.emplace(std::move(*opened));
        }
        auto found = m_store->slice(plan);
        if (!found) {
            return model::failure(found.error());
        }
        m_slice = std::make_shared<const model::CatalogueSlice>(std::move(*found));
        m_asked = asked;
        return withOwnParts(plan);
    }

    /// The facts of the catalogue and those of the plan. A copy only where the plan has some.
    [[nodiscard]] SlicePtr withOwnParts(const model::Plan& plan) const
    {
        if (!model::hasOwnParts(plan)) {
            return m_slice;
        }
        auto own = std::make_shared<model::CatalogueSlice>(*m_slice);
        model::addOwnParts(*own, plan);
        return own;
    }

    /// The parts of a plan that a slice may depend on; all else may change without another query.
    static model::Plan question(const model::Plan& plan)
    {
        model::Plan asked;
        asked.asOf = plan.asOf;
        asked.currency = plan.currency;
        asked.candidates = plan.candidates;
        asked.queries = plan.queries;
        asked.requirements = plan.requirements;
        asked.brownfield = plan.brownfield;
        asked.exchangeRates = plan.exchangeRates;
        for (const model::Workload& workload : plan.workloads) {
            model::Workload kept;
            kept.id = workload.id;
            if (const auto* llm = std::get_if<model::LlmServing>(&workload.detail)) {
                kept.detail =
                    model::LlmServing{.architecture = llm->architecture, .tokenModels = llm->tokenModels};
            } else {
                kept.detail = workload.detail;
            }
            asked.workloads.push_back(std::move(kept));
        }
        return asked;
    }

    std::mutex m_mutex;
    std::shared_ptr<const LocalCatalogue> m_catalogue;
    unsigned m_generation = 0;
    std::optional<providers::CatalogueStore> m_store;
    model::Plan m_asked;
    SlicePtr m_slice;
};

/// A plan with an error in its reading is no plan; the first error says why.
model::Result<model::Plan> accepted(model::Result<providers::PlanDocument> read)
{
    if (!read) {
        return model::failure(read.error());
    }
    for (const model::PlanIssue& issue : read->issues) {
        if (issue.severity == model::PlanIssue::Severity::Error) {
            return model::failure(issue.error);
        }
    }
    return std::move(read->plan);
}

} // namespace

Engine localEngine(CatalogueFiles files)
{
    auto place = std::make_shared<LocalCatalogue>(std::move(files));
    const auto catalogue = std::make_shared<CatalogueAccess>(place);
    Engine engine;
    engine.catalogue = std::make_shared<const CatalogueService>(localCatalogueService(std::move(place)));
    engine.slice = [catalogue](const model::Plan& plan) {
        return catalogue->slice(plan);
    };
    engine.compare = [](const model::Plan& plan,
                        const model::CatalogueSlice& slice,
                        const simulator::CompareSettings& settings,
                        const simulator::Progress& progress,
                        std::stop_token stop) {
        return simulator::compare(plan, slice, settings, progress, std::move(stop));
    };
    engine.explain = [](const model::Plan& plan,
                        const model::CatalogueSlice& slice,
                        std::string_view option,
                        std::string_view figure) {
        return simulator::explain(plan, slice, option, figure);
    };
    engine.examine = [](const model::Plan& plan,
                        const model::CatalogueSlice& slice,
                        const simulator::Comparison& comparison,
                        std::string_view option) {
        return simulator::examine(plan, slice, comparison, option);
    };
    return engine;
}

PlanStorage fileStorage()
{
    PlanStorage storage;
    storage.load = [](const std::string& path) {
        return accepted(providers::loadPlan(path));
    };
    storage.save = [](const model::Plan& plan, const std::string& path) {
        return providers::savePlan(plan, path);
    };
    return storage;
}

model::Result<model::Plan> planFromBytes(std::string_view bytes)
{
    return accepted(providers::readPlan(bytes));
}

} // namespace wherewithal::app
