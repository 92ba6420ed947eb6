// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ChartFrame.h"

#include "app/gui/charts/ChartActions.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace wherewithal::app {

ChartFrame::ChartFrame(SectionTitle* title,
                       QWidget* chart,
                       std::function<ChartTable()> table,
                       QMargins margins)
    : m_stack(new QStackedWidget)
    , m_switch(new QToolButton)
    , m_view(new RuledTable)
    , m_model(new TableModel(this))
    , m_table(std::move(table))
{
    const QString name = chart->objectName();
    m_switch->setObjectName(name + QStringLiteral("TableSwitch"));
    m_switch->setText(tr("Table"));
    m_switch->setCheckable(true);
    m_switch->setAutoRaise(true);
    m_switch->setFont(typeFont(Type::Small));
    m_switch->setAccessibleName(tr("Show as a table: %1").arg(chart->accessibleName()));
    m_switch->setToolTip(tr("Show the figures of this chart as a table"));
    title->row()->addWidget(m_switch);
    m_view->setObjectName(name + QStringLiteral("Table"));
    m_view->setAccessibleName(chart->accessibleName());
    m_view->setModel(m_model);
    m_view->setFlush(true);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margins);
    layout->setSpacing(px(4));
    layout->addWidget(title);
    layout->addWidget(m_stack, 1);
    connect(m_switch, &QToolButton::toggled, this, &ChartFrame::setTableShown);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
            if (now.isValid()) {
                emit rowChosen(now.data(LetterRole).toString(), now.data(FigureRole).toString());
            }
        });
    for (ChartActions* actions : chart->findChildren<ChartActions*>(QString(), Qt::FindDirectChildrenOnly)) {
        actions->add(tr("Show as &table"), QStringLiteral("table"), [this] { setTableShown(true); });
    }
}

bool ChartFrame::isTableShown() const
{
    return m_stack->currentWidget() == m_view;
}

void ChartFrame::setTableShown(bool isShown)
{
    if (isShown != isTableShown()) {
        m_stack->setCurrentIndex(isShown ? 1 : 0);
        m_switch->setChecked(isShown);
        refresh();
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
}

void ChartFrame::refresh()
{
    if (!isTableShown()) {
        return;
    }
    const int place = m_view->verticalScrollBar()->value();
    ChartTable table = m_table();
    QList<int> stretch(static_cast<qsizetype>(table.columns.size()), 1);
    m_model->setColumns(std::move(table.columns));
    m_model->setRows(std::move(table.rows));
    m_view->setStretch(stretch);
    m_view->verticalScrollBar()->setValue(place);
}

} // namespace wherewithal::app
