// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ComparePage.h"

#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/ScatterChart.h"
#include "app/gui/models/OptionsModel.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

using Column = OptionsModel::Column;

QWidget* titled(SectionTitle* title, QWidget* content, int leftMargin)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(leftMargin, px(8), px(16), px(6));
    layout->setSpacing(px(6));
    layout->addWidget(title);
    layout->addWidget(content, 1);
    return widget;
}

} // namespace

ComparePage::ComparePage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Compare, workspace, parent)
{
    setEmptyText(tr("Nothing to compare yet"),
                 tr("A plan needs a workload before options can be sized and priced."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    buildControls();
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildTable());
    m_splitter->addWidget(buildCharts());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({px(480), px(308)});
    setContent(m_splitter);
    connect(&workspace.selection(), &Selection::optionChanged, this, &ComparePage::followSelection);
}

bool ComparePage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

void ComparePage::buildControls()
{
    auto* horizonLabel = new TypedLabel(Type::Note, tr("&Horizon"));
    horizonLabel->setInk(Ink::Text2);
    m_horizon = new QComboBox(this);
    m_horizon->setObjectName(QStringLiteral("horizon"));
    m_horizon->setProperty("wherewithalPlace", QStringLiteral("/horizon_months"));
    m_horizon->setAccessibleName(tr("Horizon"));
    for (const int years : {1, 2, 3, 4, 5, 7, 10}) {
        m_horizon->addItem(format().months(12 * years), 12 * years);
    }
    horizonLabel->setBuddy(m_horizon);
    auto* referenceLabel = new TypedLabel(Type::Note, tr("&Reference"));
    referenceLabel->setInk(Ink::Text2);
    m_reference = new QComboBox(this);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setAccessibleName(tr("Reference option for break-even"));
    m_reference->setMinimumWidth(px(126));
    m_reference->setMaximumWidth(px(200));
    referenceLabel->setBuddy(m_reference);
    auto* columns = makeButton(tr("Columns"), QStringLiteral("columns"), this);
    headerRow()->addWidget(horizonLabel);
    headerRow()->addWidget(m_horizon);
    headerRow()->addSpacing(px(8));
    headerRow()->addWidget(referenceLabel);
    headerRow()->addWidget(m_reference);
    headerRow()->addSpacing(px(8));
    headerRow()->addWidget(columns);

    connect(columns, &QPushButton::clicked, this, &ComparePage::showColumnMenu);
    connect(m_horizon, &QComboBox::activated, this, [this](int row) {
        const int months = m_horizon->itemData(row).toInt();
        workspace().document().change<int>(
            QStringLiteral("/horizon_months"),
            tr("horizon %1 → %2")
                .arg(format().months(workspace().plan().horizonMonths), format().months(months)),
            [](model::Plan& plan) -> int& { return plan.horizonMonths; },
            months);
    });
    connect(m_reference, &QComboBox::activated, this, [this](int row) {
        workspace().document().change<std::string>(
            QStringLiteral("/reference_option"),
            tr("reference option %1").arg(m_reference->itemText(row)),
            [](model::Plan& plan) -> std::string& { return plan.referenceOption; },
            m_reference->itemData(row).toString().toStdString());
    });
}

QWidget* ComparePage::buildTable()
{
    m_model = new OptionsModel(this);
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("optionsTable"));
    m_table->setAccessibleName(tr("Options"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Rank), new RankDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Option), new LetterDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Cost), new RangeCellDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Score), new ScoreBarDelegate(m_table));
    m_table->setStretch({0, 6, 1, 1, 3, 3, 1, 1, 1});
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(Column::Rank), Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::selectFigure);
    connect(m_table, &RuledTable::explainRequested, this, &ComparePage::selectFigure);
    connect(m_table, &RuledTable::linkActivated, this, &ComparePage::openReason);
    return m_table;
}

QWidget* ComparePage::buildCharts()
{
    m_cumulative = new CumulativeChart;
    m_scatter = new ScatterChart;
    m_cumulativeTitle = new SectionTitle(tr("Cumulative cost"));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(titled(m_cumulativeTitle, m_cumulative, px(16)), 64);
    layout->addWidget(new Rule(Qt::Vertical));
    layout->addWidget(titled(new SectionTitle(tr("Score against cost"), tr("dashed: not beaten on both")),
                             m_scatter,
                             px(14)),
                      34);
    for (PlainChartView* chart : std::initializer_list<PlainChartView*>{m_cumulative, m_scatter}) {
        connect(chart, &PlainChartView::optionClicked, this, [this](const QString& letter) {
            workspace().selection().setFigure(letter, QStringLiteral("cost"));
        });
    }
    return row;
}

void ComparePage::showPlan()
{
    const int row = m_horizon->findData(workspace().plan().horizonMonths);
    if (row < 0) {
        m_horizon->addItem(format().months(workspace().plan().horizonMonths),
                           workspace().plan().horizonMonths);
    }
    m_horizon->setCurrentIndex(m_horizon->findData(workspace().plan().horizonMonths));
}

void ComparePage::showResult(const RunResultPtr& result)
{
    const int place = m_table->verticalScrollBar()->value();
    m_model->setResult(result);
    m_cumulative->setResult(result);
    m_scatter->setResult(result);
    m_reference->clear();
    for (const auto& option : result->comparison->options) {
        if (option.state != simulator::OptionState::Excluded) {
            m_reference->addItem(
                tr("%1 %2").arg(fromEngine(option.spec.letter), format().optionTitle(option.spec)),
                fromEngine(option.spec.id.text()));
        }
        if (option.spec.letter == result->comparison->reference) {
            m_reference->setCurrentIndex(m_reference->count() - 1);
        }
    }
    setVerdict(compareVerdict(*result->comparison));
    followSelection();
    if (!m_isArranged && isVisible()) {
        // Once: as many rows as there are, if that leaves the charts two fifths. Then the user's splitter
        // rules.
        m_isArranged = true;
        const int all = m_splitter->height();
        const int rows = std::min(m_table->contentHeight() + 1, all * 3 / 5);
        m_splitter->setSizes({rows, all - rows});
    }
    m_table->verticalScrollBar()->setValue(place);
}

void ComparePage::showStale(bool isStale)
{
    m_model->setStale(isStale);
}

void ComparePage::selectFigure(const QModelIndex& index)
{
    if (m_isFollowing || !index.isValid() || m_model->option(index.row()) == nullptr) {
        return;
    }
    const QString figure = index.data(FigureRole).toString();
    workspace().selection().setFigure(index.data(LetterRole).toString(),
                                      figure.isEmpty() ? QStringLiteral("cost") : figure);
}

void ComparePage::followSelection()
{
    const QString letter = workspace().selection().option();
    m_cumulative->setSelected(letter);
    m_scatter->setSelected(letter);
    const RunResultPtr result = workspace().runner().result();
    if (result) {
        const QString reference = fromEngine(result->comparison->reference);
        const QString bands =
            letter == reference || letter.isEmpty() ? reference : tr("%1 and %2").arg(reference, letter);
        m_cumulativeTitle->setNote(
            result->comparison->paths > 0
                ? tr("%1, base case; P10–P90 bands of %2").arg(m_cumulative->unit(), bands)
                : tr("%1, base case").arg(m_cumulative->unit()));
    }
    const int row = m_model->rowOf(letter);
    if (row >= 0 && m_table->currentIndex().row() != row) {
        const int column = m_table->currentIndex().isValid() ? m_table->currentIndex().column()
                                                             : static_cast<int>(Column::Cost);
        m_isFollowing = true;
        m_table->setCurrentIndex(m_model->index(row, column));
        m_isFollowing = false;
    }
}

void ComparePage::openReason(const QModelIndex& index)
{
    const QString place = index.data(PlaceRole).toString();
    workspace().jumpTo(place.startsWith(QLatin1Char('/')) ? place : QStringLiteral("/requirements/") + place);
}

void ComparePage::showColumnMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 2; column < OptionsModel::kColumnCount; ++column) {
        QAction* action =
            menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, m_table, [this, column](bool isOn) {
            m_table->setColumnHidden(column, !isOn);
            m_table->fitColumns();
        });
    }
    auto* button = findChild<QWidget*>(QStringLiteral("columns"));
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

} // namespace wherewithal::app
