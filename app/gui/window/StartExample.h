// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QWidget>

#include <array>

class QPushButton;
class QVBoxLayout;

namespace wherewithal::app {

class CumulativeChart;
class RuledTable;
class SectionTitle;
class TableModel;
class TypedLabel;

/// The right half of the start page: an example that is computed already, as table, chart and three figures.
class StartExample : public QWidget
{
    Q_OBJECT

public:
    explicit StartExample(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* openButton() const { return m_open; }

signals:
    void openRequested();

private:
    struct Figure
    {
        TypedLabel* number = nullptr;
        TypedLabel* unit = nullptr;
        TypedLabel* text = nullptr;
    };

    void buildTable(QVBoxLayout* layout);
    void buildFigures(QVBoxLayout* layout);
    void showResult();
    void fillTable(const simulator::Comparison& comparison);
    void fillFigures(const simulator::Comparison& comparison);
    void showError(const model::Error& error);

    Workspace& m_workspace;
    Format m_format;
    QPushButton* m_open = nullptr;
    TypedLabel* m_sentence = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    SectionTitle* m_chartTitle = nullptr;
    CumulativeChart* m_chart = nullptr;
    std::array<Figure, 3> m_figures;
};

} // namespace wherewithal::app
