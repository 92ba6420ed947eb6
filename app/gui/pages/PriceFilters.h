// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/FilterChips.h"
#include "app/report/Format.h"
#include "app/session/PriceQuestion.h"

#include <QObject>

class QMenu;

namespace wherewithal::app {

/// The filters of the Catalogue page: the question in words, and the menus that change it.
class PriceFilters : public QObject
{
    Q_OBJECT

public:
    explicit PriceFilters(FilterStrip* strip);

    void setFacets(providers::PriceFacets facets) { m_facets = std::move(facets); }
    [[nodiscard]] const PriceQuestion& question() const { return m_question; }
    /// Nothing is asked but the plan's day.
    void reset(model::Day asOf);
    void setAsOf(model::Day asOf);
    void setWords(const QString& words);
    void setSort(std::vector<providers::PriceSort> sort);
    void setPlanOnly(bool isPlanOnly);
    void setPlanOffers(std::vector<PlanOffer> offers);
    /// The whole question with something changed; chips and listeners follow.
    void change(const std::function<void(PriceQuestion&)>& edit);

signals:
    void changed();

private:
    void showChips();
    void remove(const QString& key);
    void clear();
    void openMenu(const QString& key, QWidget* below);
    void fillMenu(QMenu* menu, const QString& key);
    void addKinds(QMenu* menu);
    void addFacets(QMenu* menu,
                   const std::vector<providers::PriceFacet>& facets,
                   std::vector<std::string> providers::PriceQuery::* chosen);
    void addPurchases(QMenu* menu);
    void addBounds(QMenu* menu,
                   providers::Bounds providers::PriceQuery::* bounds,
                   bool isLeast,
                   const QList<double>& usual,
                   const QString& unit);
    void addDays(QMenu* menu);
    [[nodiscard]] QString boundsText(const providers::Bounds& bounds, const QString& unit) const;
    [[nodiscard]] QString labelsOf(const std::vector<std::string>& values,
                                   const std::vector<providers::PriceFacet>& facets) const;

    FilterStrip* m_strip;
    Format m_format;
    PriceQuestion m_question;
    providers::PriceFacets m_facets;
    model::Day m_planDay;
};

} // namespace wherewithal::app
