// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/CatalogueSession.h"

#include "app/session/PlanDocument.h"
#include "app/session/SimulationRunner.h"

namespace wherewithal::app {

CatalogueSession::CatalogueSession(std::shared_ptr<const CatalogueService> service,
                                   PlanDocument& document,
                                   SimulationRunner& runner,
                                   QObject* parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_document(document)
    , m_runner(runner)
{
    connect(&document, &PlanDocument::replaced, this, [this] {
        m_keeps = false; // a choice for one plan
        if (m_service) {
            m_service->keepRecordedPrices(false);
        }
    });
    connect(&runner, &SimulationRunner::resultReady, this, &CatalogueSession::findChangedPrices);
}

void CatalogueSession::look()
{
    if (!m_service) {
        return;
    }
    m_looking.start([service = m_service](const std::stop_token&) { return service->overview(); },
                    [this](model::Result<CatalogueOverview> found) {
                        m_failure = found ? std::nullopt : std::optional(found.error());
                        if (found) {
                            m_overview = std::move(*found);
                        }
                        emit overviewChanged();
                    });
}

void CatalogueSession::contentChanged()
{
    const RunResultPtr result = m_runner.result();
    if (!m_keeps && m_changed.empty() && result && !m_runner.isStale()) {
        m_document.recordPrices(*result->comparison); // what the answer stood on until now
    }
    look();
    emit changed();
    m_runner.request(m_document.plan());
}

void CatalogueSession::findChangedPrices()
{
    const RunResultPtr result = m_runner.result();
    if (m_keeps || !result || m_runner.isStale()) {
        return; // while recorded prices are kept, what differs from them was found before
    }
    auto now = simulator::changedPrices(m_document.plan(), result->comparison->prices);
    if (now != m_changed) {
        m_changed = std::move(now);
        emit changedPricesChanged();
    }
}

void CatalogueSession::keepRecordedPrices()
{
    if (!m_service || m_keeps) {
        return;
    }
    m_keeps = true;
    m_service->keepRecordedPrices(true);
    emit changedPricesChanged();
    m_runner.request(m_document.plan());
}

void CatalogueSession::renewPrices()
{
    const RunResultPtr result = m_runner.result();
    const bool kept = m_keeps;
    m_keeps = false;
    m_changed.clear();
    if (m_service) {
        m_service->keepRecordedPrices(false);
    }
    if (result && !kept) {
        m_document.recordPrices(*result->comparison);
    } else {
        m_document.forgetPrices();
        m_runner.request(m_document.plan());
    }
    emit changedPricesChanged();
}

} // namespace wherewithal::app
