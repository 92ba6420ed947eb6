// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/PriceFilters.h"

#include "app/gui/theme/Metrics.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <array>

namespace wherewithal::app {

using providers::Bounds;
using providers::PriceFacet;
using providers::PriceQuery;

namespace {

/// Filters in the order of the menu; the keys name chips and menus.
struct NamedFilter
{
    const char* key;
    const char* name;
};

constexpr std::array kFilters = {
    NamedFilter{"kind", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Kind")},
    NamedFilter{"provider", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Provider")},
    NamedFilter{"region", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Region")},
    NamedFilter{"purchase", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Purchase")},
    NamedFilter{"accelerator", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Accelerator")},
    NamedFilter{"accelerator-memory",
                QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Accelerator memory")},
    NamedFilter{"each", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Price of one accelerator")},
    NamedFilter{"price", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Price")},
    NamedFilter{"vcpus", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "vCPUs")},
    NamedFilter{"memory", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Memory")},
    NamedFilter{"system", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Operating system")},
    NamedFilter{"sheet", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Sheet")},
    NamedFilter{"as-of", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "As of")},
    NamedFilter{"history", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Replaced prices too")},
    NamedFilter{"plan", QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "Only prices of this plan")},
};

struct NamedKind
{
    providers::PriceKind kind;
    const char* name;
};

constexpr std::array kKinds = {
    NamedKind{providers::PriceKind::Any, QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "everything")},
    NamedKind{providers::PriceKind::Machine, QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "machine")},
    NamedKind{providers::PriceKind::AcceleratorMachine,
              QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "accelerator machine")},
    NamedKind{providers::PriceKind::Platform,
              QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "platform")},
    NamedKind{providers::PriceKind::Service,
              QT_TRANSLATE_NOOP("wherewithal::app::PriceFilters", "service, or no machine's own price")},
};

template <typename T>
void toggle(std::vector<T>& list, const T& value)
{
    const auto found = std::ranges::find(list, value);
    if (found == list.end()) {
        list.push_back(value);
    } else {
        list.erase(found);
    }
}

} // namespace

PriceFilters::PriceFilters(FilterStrip* strip)
    : QObject(strip)
    , m_strip(strip)
{
    connect(strip, &FilterStrip::addWanted, this, [this] { openMenu({}, m_strip->addButton()); });
    connect(strip, &FilterStrip::changeWanted, this, [this](const QString& key) {
        openMenu(key, m_strip->chip(key));
    });
    connect(strip, &FilterStrip::removeWanted, this, &PriceFilters::remove);
    connect(strip, &FilterStrip::clearWanted, this, &PriceFilters::clear);
}

void PriceFilters::change(const std::function<void(PriceQuestion&)>& edit)
{
    PriceQuestion next = m_question;
    edit(next);
    if (next == m_question) {
        return;
    }
    m_question = std::move(next);
    showChips();
    emit changed();
}

void PriceFilters::reset(model::Day asOf)
{
    m_planDay = asOf;
    change([&](PriceQuestion& question) {
        auto offers = std::move(question.planOffers);
        question = {};
        question.planOffers = std::move(offers);
        question.query.kind = providers::PriceKind::Machine;
        question.query.asOf = model::text(asOf);
    });
}

void PriceFilters::setAsOf(model::Day asOf)
{
    const std::string before = model::text(m_planDay);
    m_planDay = asOf;
    change([&](PriceQuestion& question) {
        if (question.query.asOf == before) { // a day of the user's own stays
            question.query.asOf = model::text(asOf);
        }
    });
}

void PriceFilters::setWords(const QString& words)
{
    change([&](PriceQuestion& question) { question.query.words = words.toStdString(); });
}

void PriceFilters::setSort(std::vector<providers::PriceSort> sort)
{
    change([&](PriceQuestion& question) { question.query.sort = std::move(sort); });
}

void PriceFilters::setPlanOnly(bool isPlanOnly)
{
    change([&](PriceQuestion& question) { question.isPlanOnly = isPlanOnly; });
}

void PriceFilters::setPlanOffers(std::vector<PlanOffer> offers)
{
    if (m_question.isPlanOnly) {
        change([&](PriceQuestion& question) { question.planOffers = std::move(offers); });
    } else {
        m_question.planOffers = std::move(offers); // changes nothing of what is shown
    }
}

QString PriceFilters::labelsOf(const std::vector<std::string>& values,
                               const std::vector<PriceFacet>& facets) const
{
    QStringList labels;
    for (const std::string& value : values) {
        const auto facet = std::ranges::find(facets, value, &PriceFacet::value);
        const bool hasLabel = facet != facets.end() && !facet->label.empty();
        labels.append(fromEngine(hasLabel ? facet->label : value));
    }
    return labels.join(tr(" or "));
}

QString PriceFilters::boundsText(const Bounds& bounds, const QString& unit) const
{
    QString text = bounds.least ? tr("≥ %1 %2").arg(m_format.plain(bounds.least), unit) : QString();
    if (bounds.most) {
        text += (text.isEmpty() ? QString() : QStringLiteral(", "))
                + tr("≤ %1 %2").arg(m_format.plain(bounds.most), unit);
    }
    return bounds.includesUnknown ? tr("%1 or unknown").arg(text) : text;
}

void PriceFilters::showChips()
{
    const PriceQuery& query = m_question.query;
    QList<FilterEntry> entries;
    const auto add = [&](const char* key, const QString& text) {
        entries.append({QString::fromLatin1(key), text});
    };
    if (query.kind != providers::PriceKind::Any) {
        const auto kind = std::ranges::find(kKinds, query.kind, &NamedKind::kind);
        add("kind", tr("Kind: %1").arg(tr(kind->name)));
    }
    if (!query.providers.empty()) {
        add("provider", tr("Provider: %1").arg(labelsOf(query.providers, m_facets.providers)));
    }
    if (!query.regions.empty()) {
        add("region", tr("Region: %1").arg(labelsOf(query.regions, m_facets.regions)));
    }
    if (!query.purchases.empty()) {
        QStringList names;
        for (const model::Purchase purchase : query.purchases) {
            names.append(m_format.name(purchase));
        }
        add("purchase", tr("Purchase: %1").arg(names.join(tr(" or "))));
    }
    if (!query.accelerators.empty()) {
        add("accelerator", tr("Accelerator: %1").arg(labelsOf(query.accelerators, m_facets.accelerators)));
    }
    if (query.acceleratorMemoryGib.isSet()) {
        add("accelerator-memory",
            tr("Accelerator memory %1").arg(boundsText(query.acceleratorMemoryGib, QStringLiteral("GiB"))));
    }
    if (query.priceEach.isSet()) {
        add("each", tr("Each %1").arg(boundsText(query.priceEach, QStringLiteral("USD/h"))));
    }
    if (query.price.isSet()) {
        add("price", tr("Price %1").arg(boundsText(query.price, QStringLiteral("USD/h"))));
    }
    if (query.vcpus.isSet()) {
        add("vcpus", boundsText(query.vcpus, tr("vCPUs")));
    }
    if (query.memoryGib.isSet()) {
        add("memory", tr("Memory %1").arg(boundsText(query.memoryGib, QStringLiteral("GiB"))));
    }
    if (!query.systems.empty()) {
        add("system", tr("System: %1").arg(labelsOf(query.systems, m_facets.systems)));
    }
    if (!query.sheets.empty()) {
        add("sheet", tr("Sheet: %1").arg(labelsOf(query.sheets, m_facets.sheets)));
    }
    if (!query.asOf.empty()) {
        add("as-of", tr("As of %1").arg(fromEngine(query.asOf)));
    }
    if (query.includesSuperseded) {
        add("history", tr("Replaced prices too"));
    }
    if (m_question.isPlanOnly) {
        add("plan", tr("Only prices of this plan"));
    }
    m_strip->setFilters(entries);
}

void PriceFilters::remove(const QString& key)
{
    change([&](PriceQuestion& question) {
        PriceQuery& query = question.query;
        const PriceQuery none;
        if (key == QLatin1String("kind")) {
            query.kind = none.kind;
        } else if (key == QLatin1String("provider")) {
            query.providers.clear();
        } else if (key == QLatin1String("region")) {
            query.regions.clear();
        } else if (key == QLatin1String("purchase")) {
            query.purchases.clear();
        } else if (key == QLatin1String("accelerator")) {
            query.accelerators.clear();
        } else if (key == QLatin1String("accelerator-memory")) {
            query.acceleratorMemoryGib = none.acceleratorMemoryGib;
        } else if (key == QLatin1String("each")) {
            query.priceEach = none.priceEach;
        } else if (key == QLatin1String("price")) {
            query.price = none.price;
        } else if (key == QLatin1String("vcpus")) {
            query.vcpus = none.vcpus;
        } else if (key == QLatin1String("memory")) {
            query.memoryGib = none.memoryGib;
        } else if (key == QLatin1String("system")) {
            query.systems.clear();
        } else if (key == QLatin1String("sheet")) {
            query.sheets.clear();
        } else if (key == QLatin1String("as-of")) {
            query.asOf.clear();
        } else if (key == QLatin1String("history")) {
            query.includesSuperseded = false;
        } else if (key == QLatin1String("plan")) {
            question.isPlanOnly = false;
        }
    });
    m_strip->addButton()->setFocus(Qt::OtherFocusReason);
}

void PriceFilters::clear()
{
    change([](PriceQuestion& question) {
        auto words = std::move(question.query.words);
        auto sort = std::move(question.query.sort);
        question.query = {};
        question.query.words = std::move(words);
        question.query.sort = std::move(sort);
        question.isPlanOnly = false;
    });
}

// Menus -------------------------------------------------------

void PriceFilters::openMenu(const QString& key, QWidget* below)
{
    if (below == nullptr) {
        return;
    }
    auto* menu = new QMenu(m_strip);
    menu->setObjectName(QStringLiteral("filterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!key.isEmpty()) {
        fillMenu(menu, key);
    } else {
        for (const NamedFilter& filter : kFilters) {
            const QString each = QString::fromLatin1(filter.key);
            if (each == QLatin1String("history") || each == QLatin1String("plan")) {
                fillMenu(menu, each);
            } else {
                QMenu* sub = menu->addMenu(tr(filter.name));
                sub->setObjectName(QStringLiteral("filterMenu-") + each);
                fillMenu(sub, each);
                sub->menuAction()->setEnabled(!sub->isEmpty());
            }
        }
    }
    menu->popup(below->mapToGlobal(QPoint(0, below->height())));
}

void PriceFilters::fillMenu(QMenu* menu, const QString& key)
{
    if (key == QLatin1String("kind")) {
        addKinds(menu);
    } else if (key == QLatin1String("provider")) {
        addFacets(menu, m_facets.providers, &PriceQuery::providers);
    } else if (key == QLatin1String("region")) {
        addFacets(menu, m_facets.regions, &PriceQuery::regions);
    } else if (key == QLatin1String("purchase")) {
        addPurchases(menu);
    } else if (key == QLatin1String("accelerator")) {
        addFacets(menu, m_facets.accelerators, &PriceQuery::accelerators);
    } else if (key == QLatin1String("system")) {
        addFacets(menu, m_facets.systems, &PriceQuery::systems);
    } else if (key == QLatin1String("sheet")) {
        addFacets(menu, m_facets.sheets, &PriceQuery::sheets);
    } else if (key == QLatin1String("accelerator-memory")) {
        addBounds(menu,
                  &PriceQuery::acceleratorMemoryGib,
                  true,
                  {16, 24, 40, 80, 94, 141, 180},
                  QStringLiteral("GiB"));
    } else if (key == QLatin1String("each")) {
        addBounds(menu, &PriceQuery::priceEach, false, {1, 2, 3, 5, 10, 15}, QStringLiteral("USD/h"));
    } else if (key == QLatin1String("price")) {
        addBounds(menu, &PriceQuery::price, false, {0.1, 0.5, 1, 5, 20, 100}, QStringLiteral("USD/h"));
    } else if (key == QLatin1String("vcpus")) {
        addBounds(menu, &PriceQuery::vcpus, true, {2, 4, 8, 16, 32, 64, 96}, tr("vCPUs"));
    } else if (key == QLatin1String("memory")) {
        addBounds(menu, &PriceQuery::memoryGib, true, {4, 16, 64, 256, 1024}, QStringLiteral("GiB"));
    } else if (key == QLatin1String("as-of")) {
        addDays(menu);
    } else if (key == QLatin1String("history")) {
        QAction* action = menu->addAction(tr("Replaced prices too"));
        action->setCheckable(true);
        action->setChecked(m_question.query.includesSuperseded);
        connect(action, &QAction::triggered, this, [this](bool isOn) {
            change([&](PriceQuestion& question) { question.query.includesSuperseded = isOn; });
        });
    } else if (key == QLatin1String("plan")) {
        QAction* action = menu->addAction(tr("Only prices of this plan"));
        action->setObjectName(QStringLiteral("filterPlanOnly"));
        action->setCheckable(true);
        action->setChecked(m_question.isPlanOnly);
        connect(action, &QAction::triggered, this, &PriceFilters::setPlanOnly);
    }
}

void PriceFilters::addKinds(QMenu* menu)
{
    for (const NamedKind& each : kKinds) {
        QAction* action = menu->addAction(tr(each.name));
        action->setCheckable(true);
        action->setChecked(m_question.query.kind == each.kind);
        const providers::PriceKind kind = each.kind;
        connect(action, &QAction::triggered, this, [this, kind] {
            change([&](PriceQuestion& question) { question.query.kind = kind; });
        });
    }
}

void PriceFilters::addFacets(QMenu* menu,
                             const std::vector<PriceFacet>& facets,
                             std::vector<std::string> PriceQuery::* chosen)
{
    for (const PriceFacet& facet : facets) {
        if (facet.value.empty()) {
            continue;
        }
        const std::vector<std::string>& now = m_question.query.*chosen;
        QAction* action =
            menu->addAction(tr("%1  (%2)")
                                .arg(facet.label.empty() || facet.label == facet.value
                                         ? fromEngine(facet.value)
                                         : tr("%1, %2").arg(fromEngine(facet.value), fromEngine(facet.label)),
                                     m_format.integer(static_cast<qint64>(facet.rows))));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(now, facet.value) != now.end());
        const std::string value = facet.value;
        connect(action, &QAction::triggered, this, [this, chosen, value] {
            change([&](PriceQuestion& question) { toggle(question.query.*chosen, value); });
        });
    }
}

void PriceFilters::addPurchases(QMenu* menu)
{
    for (const PriceFacet& facet : m_facets.purchases) {
        const auto purchase = model::parsePurchase(facet.value);
        if (!purchase) {
            continue;
        }
        const auto& now = m_question.query.purchases;
        QAction* action = menu->addAction(
            tr("%1  (%2)").arg(m_format.name(*purchase), m_format.integer(static_cast<qint64>(facet.rows))));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(now, *purchase) != now.end());
        const model::Purchase value = *purchase;
        connect(action, &QAction::triggered, this, [this, value] {
            change([&](PriceQuestion& question) { toggle(question.query.purchases, value); });
        });
    }
}

void PriceFilters::addBounds(
    QMenu* menu, Bounds PriceQuery::* bounds, bool isLeast, const QList<double>& usual, const QString& unit)
{
    const auto set = [this, bounds, isLeast](double value) {
        change([&](PriceQuestion& question) {
            Bounds& changed = question.query.*bounds;
            (isLeast ? changed.least : changed.most) = value;
        });
    };
    const Bounds& now = m_question.query.*bounds;
    for (const double value : usual) {
        QAction* action =
            menu->addAction((isLeast ? tr("≥ %1 %2") : tr("≤ %1 %2")).arg(m_format.plain(value), unit));
        action->setCheckable(true);
        action->setChecked((isLeast ? now.least : now.most) == value);
        connect(action, &QAction::triggered, this, [set, value] { set(value); });
    }
    menu->addSeparator();
    auto* own = new QWidget(menu);
    auto* row = new QHBoxLayout(own);
    row->setContentsMargins(px(24), px(2), px(8), px(2));
    row->addWidget(new QLabel(isLeast ? tr("at least") : tr("at most")));
    auto* edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("filterValue"));
    edit->setAccessibleName(isLeast ? tr("At least, in %1").arg(unit) : tr("At most, in %1").arg(unit));
    edit->setFixedWidth(px(80));
    row->addWidget(edit);
    row->addWidget(new QLabel(unit));
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(own);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, menu, [this, edit, set, menu] {
        bool isNumber = false;
        const double value = m_format.locale().toDouble(edit->text().trimmed(), &isNumber);
        if (isNumber) {
            menu->close();
            set(value);
        } else {
            edit->selectAll();
        }
    });
    QAction* unknown = menu->addAction(tr("or unknown"));
    unknown->setCheckable(true);
    unknown->setChecked(now.includesUnknown);
    unknown->setEnabled(now.isSet());
    connect(unknown, &QAction::triggered, this, [this, bounds](bool isOn) {
        change([&](PriceQuestion& question) { (question.query.*bounds).includesUnknown = isOn; });
    });
}

void PriceFilters::addDays(QMenu* menu)
{
    const auto addDay = [&](const QString& text, const std::string& day) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_question.query.asOf == day);
        connect(action, &QAction::triggered, this, [this, day] {
            change([&](PriceQuestion& question) { question.query.asOf = day; });
        });
    };
    addDay(tr("%1, the plan's day").arg(m_format.day(m_planDay)), model::text(m_planDay));
    model::Day earlier = m_planDay;
    for (int years = 1; years <= 3; ++years) {
        --earlier.year;
        earlier.day = std::min(earlier.day, 28);
        addDay(m_format.day(earlier), model::text(earlier));
    }
    addDay(tr("the newest price of each"), {});
    auto* own = new QWidget(menu);
    auto* row = new QHBoxLayout(own);
    row->setContentsMargins(px(24), px(2), px(8), px(2));
    auto* edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("filterDay"));
    edit->setAccessibleName(tr("Another day, year-month-day"));
    edit->setPlaceholderText(QStringLiteral("2026-01-31"));
    edit->setFixedWidth(px(120));
    row->addWidget(edit);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(own);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, menu, [this, edit, menu] {
        const std::string text = edit->text().trimmed().toStdString();
        if (!model::parseDay(text)) {
            edit->selectAll();
            return;
        }
        menu->close();
        change([&](PriceQuestion& question) { question.query.asOf = text; });
    });
}

} // namespace wherewithal::app
