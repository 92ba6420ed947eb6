// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/CatalogueSession.h"
#include "app/session/PlanDocument.h"
#include "app/session/Settings.h"
#include "app/session/SimulationRunner.h"

#include <QObject>
#include <QString>

#include <optional>

namespace wherewithal::app {

/// The pages of the rail, in its order; Ctrl+1 is the first.
enum class PageId
{
    Workload,
    Demand,
    Requirements,
    Catalogue,
    Options,
    Compare,
    Scaling,
    Cost,
    Scores,
    Report,
};
inline constexpr int kPageCount = 10;

/// "workload", "demand" ...: stable, for settings and the developer options.
[[nodiscard]] QString pageKey(PageId page);
[[nodiscard]] QString pageTitle(PageId page);

/// One selection for the whole window: choosing an option or a figure in one view selects it in all.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Letter of the selected option; empty: none.
    [[nodiscard]] QString option() const { return m_option; }
    /// Name of the figure that the panel explains, as the engine knows it: "cost", "latency-p95" ...
    [[nodiscard]] QString figure() const { return m_figure; }
    /// Month of the horizon, zero-based, that charts and tables point at; absent: none.
    [[nodiscard]] std::optional<int> month() const { return m_month; }
    void setOption(const QString& letter);
    void setFigure(const QString& letter, const QString& figure);
    void setMonth(std::optional<int> month);
    /// Keeps the explanation of what is selected while the selection moves on.
    void pin() { emit pinRequested(); }

signals:
    void optionChanged(const QString& letter);
    void figureChanged(const QString& letter, const QString& figure);
    void monthChanged(std::optional<int> month);
    void pinRequested();

private:
    std::optional<int> m_month;
    QString m_option;
    QString m_figure = QStringLiteral("cost");
};

/// What all pages share: the plan, the answer, the selection, the settings. The plan's changes start runs
/// here.
class Workspace : public QObject
{
    Q_OBJECT

public:
    Workspace(Engine engine, PlanStorage storage, Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] PlanDocument& document() { return m_document; }
    [[nodiscard]] const model::Plan& plan() const { return m_document.plan(); }
    [[nodiscard]] SimulationRunner& runner() { return m_runner; }
    /// For runners beside the plan's own, e.g. of a plan to compare with.
    [[nodiscard]] const Engine& engine() const { return m_engine; }
    /// Computes the example of the start page, beside the plan.
    [[nodiscard]] SimulationRunner& exampleRunner() { return m_exampleRunner; }
    [[nodiscard]] CatalogueSession& catalogue() { return m_catalogue; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] Settings& settings() { return m_settings; }
    /// The last finished comparison; null before the first.
    [[nodiscard]] const simulator::Comparison* comparison() const;

    /// Goes to the field that edits the value at this JSON pointer of the plan.
    void jumpTo(const QString& place) { emit jumpRequested(place); }
    void openPage(PageId page) { emit pageRequested(page); }
    /// Opens a topic of the help.
    void openHelp(const QString& topic) { emit helpRequested(topic); }
    /// Explains a figure that belongs to no option, e.g. of an accelerator; null: the selection's again.
    void offerFigure(const QString& object, const model::FigurePtr& root)
    {
        emit figureOffered(object, root);
    }

signals:
    void jumpRequested(const QString& place);
    void pageRequested(PageId page);
    void helpRequested(const QString& topic);
    void figureOffered(const QString& object, const model::FigurePtr& root);

private:
    Settings& m_settings;
    Engine m_engine;
    PlanDocument m_document;
    SimulationRunner m_runner;
    SimulationRunner m_exampleRunner;
    CatalogueSession m_catalogue;
    Selection m_selection;
};

} // namespace wherewithal::app
