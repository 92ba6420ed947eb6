// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Workspace.h"

#include <QCoreApplication>

#include <array>

namespace wherewithal::app {

QString pageKey(PageId page)
{
    static const std::array<const char*, kPageCount> keys{"workload",
                                                          "demand",
                                                          "requirements",
                                                          "catalogue",
                                                          "options",
                                                          "compare",
                                                          "scaling",
                                                          "cost",
                                                          "scores",
                                                          "report"};
    return QString::fromLatin1(keys[static_cast<std::size_t>(page)]);
}

QString pageTitle(PageId page)
{
    static const std::array<const char*, kPageCount> titles{QT_TRANSLATE_NOOP("Page", "Workload"),
                                                            QT_TRANSLATE_NOOP("Page", "Demand"),
                                                            QT_TRANSLATE_NOOP("Page", "Requirements"),
                                                            QT_TRANSLATE_NOOP("Page", "Catalogue"),
                                                            QT_TRANSLATE_NOOP("Page", "Options"),
                                                            QT_TRANSLATE_NOOP("Page", "Compare"),
                                                            QT_TRANSLATE_NOOP("Page", "Scaling"),
                                                            QT_TRANSLATE_NOOP("Page", "Cost"),
                                                            QT_TRANSLATE_NOOP("Page", "Scores"),
                                                            QT_TRANSLATE_NOOP("Page", "Report")};
    return QCoreApplication::translate("Page", titles[static_cast<std::size_t>(page)]);
}

void Selection::setOption(const QString& letter)
{
    if (letter != m_option) {
        m_option = letter;
        emit optionChanged(letter);
    }
}

void Selection::setFigure(const QString& letter, const QString& figure)
{
    const bool isNew = letter != m_option || figure != m_figure;
    m_figure = figure;
    setOption(letter);
    if (isNew) {
        emit figureChanged(letter, figure);
    }
}

void Selection::setMonth(std::optional<int> month)
{
    if (month != m_month) {
        m_month = month;
        emit monthChanged(month);
    }
}

Workspace::Workspace(Engine engine, PlanStorage storage, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_engine(std::move(engine))
    , m_document(std::move(storage))
    , m_runner(m_engine)
    , m_exampleRunner(m_engine)
    , m_catalogue(m_engine.catalogue, m_document, m_runner)
{
    connect(&m_document, &PlanDocument::changed, this, [this] { m_runner.request(m_document.plan()); });
    connect(&m_runner, &SimulationRunner::resultReady, this, [this] {
        const simulator::Comparison* result = comparison();
        if (!m_runner.isStale()) {
            m_document.keepLetters(*result);
        }
        const bool isKnown = result->findOption(m_selection.option().toStdString()) != nullptr;
        if (!isKnown && !result->options.empty()) {
            m_selection.setFigure(QString::fromStdString(result->options.front().spec.letter),
                                  QStringLiteral("cost"));
        }
    });
}

const simulator::Comparison* Workspace::comparison() const
{
    const RunResultPtr result = m_runner.result();
    return result ? result->comparison.get() : nullptr;
}

} // namespace wherewithal::app
