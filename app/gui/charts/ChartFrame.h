// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/ChartTable.h"

#include <QMargins>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QToolButton;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TableModel;

/// A chart under its title, and the table of the same rows behind a switch beside the title.
class ChartFrame : public QWidget
{
    Q_OBJECT

public:
    /// `table` gives the rows that the chart shows; it is asked only while the table is seen.
    ChartFrame(SectionTitle* title, QWidget* chart, std::function<ChartTable()> table, QMargins margins);

    [[nodiscard]] bool isTableShown() const;
    void setTableShown(bool isShown);
    /// The chart shows something else now.
    void refresh();

signals:
    /// A row of the table became the current one; letter and figure as the row names them.
    void rowChosen(const QString& letter, const QString& figure);

private:
    QStackedWidget* m_stack;
    QToolButton* m_switch;
    RuledTable* m_view;
    TableModel* m_model;
    std::function<ChartTable()> m_table;
};

} // namespace wherewithal::app
