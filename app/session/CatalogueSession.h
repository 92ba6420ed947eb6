// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Background.h"
#include "app/session/CatalogueService.h"
#include "simulator/compare/Frozen.h"

#include <QObject>

#include <memory>
#include <optional>

namespace wherewithal::app {

class PlanDocument;
class SimulationRunner;

/// The catalogue of a workspace: its service, what is in it, and what a change of it means for the plan.
///
/// After an import or a removal the plan is computed again. The prices that it stood on are recorded before,
/// so that changedPrices() can say which differ; the user keeps them or renews them.
class CatalogueSession : public QObject
{
    Q_OBJECT

public:
    CatalogueSession(std::shared_ptr<const CatalogueService> service,
                     PlanDocument& document,
                     SimulationRunner& runner,
                     QObject* parent = nullptr);

    /// Null: there is no catalogue to look into.
    [[nodiscard]] const CatalogueService* service() const { return m_service.get(); }
    [[nodiscard]] std::shared_ptr<const CatalogueService> sharedService() const { return m_service; }
    /// What was found last; absent before the first look.
    [[nodiscard]] const std::optional<CatalogueOverview>& overview() const { return m_overview; }
    [[nodiscard]] const std::optional<model::Error>& failure() const { return m_failure; }
    /// Looks anew, in the background; overviewChanged() tells the end.
    void look();

    /// An import or a removal was done.
    void contentChanged();

    /// Prices of the plan that are others now than it recorded.
    [[nodiscard]] const std::vector<simulator::PriceChange>& changedPrices() const { return m_changed; }
    /// True: the plan is computed with the prices it recorded.
    [[nodiscard]] bool keepsRecordedPrices() const { return m_keeps; }
    void keepRecordedPrices();
    void renewPrices();

signals:
    void overviewChanged();
    void changedPricesChanged();
    void changed(); ///< other prices than before

private:
    void findChangedPrices();

    std::shared_ptr<const CatalogueService> m_service;
    PlanDocument& m_document;
    SimulationRunner& m_runner;
    Background m_looking;
    std::optional<CatalogueOverview> m_overview;
    std::optional<model::Error> m_failure;
    std::vector<simulator::PriceChange> m_changed;
    bool m_keeps = false;
};

} // namespace wherewithal::app
