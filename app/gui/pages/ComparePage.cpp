// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ComparePage.h"

#include "app/gui/charts/ChartFrame.h"
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/ScatterChart.h"
#include "app/gui/models/OptionVariants.h"
#include "app/gui/models/OptionsModel.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/ExportButton.h"
#include "app/gui/widgets/HorizonBox.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

using Field = OptionsModel::Column;

constexpr int kMostVariants = 12; ///< of one kind in the menu

ReportParts comparedParts()
{
    ReportParts parts;
    parts.workload = false;
    parts.prices = false;
    parts.ledgers = false;
    parts.questions = false;
    parts.workedFigures = false;
    parts.evidence = false;
    return parts;
}

} // namespace

ComparePage::ComparePage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Compare, workspace, parent)
{
    setEmptyText(tr("Nothing to compare yet"),
                 tr("A plan needs a workload before options can be sized and priced."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    m_optionMenu = new QMenu(tr("&Option"), this);
    m_optionMenu->setObjectName(QStringLiteral("optionMenu"));
    connect(m_optionMenu, &QMenu::aboutToShow, this, &ComparePage::fillOptionMenu);
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
    connect(&workspace.selection(), &Selection::figureChanged, this, &ComparePage::followSelection);
}

bool ComparePage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

void ComparePage::buildControls()
{
    auto* horizonLabel = new TypedLabel(Type::Note, tr("&Horizon"));
    horizonLabel->setInk(Ink::Text2);
    auto* horizon = new HorizonBox(workspace(), this);
    horizonLabel->setBuddy(horizon);
    auto* referenceLabel = new TypedLabel(Type::Note, tr("&Reference"));
    referenceLabel->setInk(Ink::Text2);
    m_reference = new QComboBox(this);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setAccessibleName(tr("Reference option for break-even"));
    m_reference->setMinimumWidth(px(126));
    m_reference->setMaximumWidth(px(200));
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    referenceLabel->setBuddy(m_reference);
    auto* columns = makeButton(tr("&Columns"), QStringLiteral("columns"), this);
    headerRow()->addWidget(horizonLabel);
    headerRow()->addWidget(horizon);
    headerRow()->addSpacing(px(8));
    headerRow()->addWidget(referenceLabel);
    headerRow()->addWidget(m_reference);
    headerRow()->addSpacing(px(8));
    headerRow()->addWidget(columns);
    headerRow()->addWidget(new ExportButton(workspace(), comparedParts(), this));

    connect(columns, &QPushButton::clicked, this, &ComparePage::showColumnMenu);
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
    m_table->setItemDelegateForColumn(static_cast<int>(Field::Rank), new RankDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Field::Option), new LetterDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Field::Cost), new RangeCellDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Field::Score), new ScoreBarDelegate(m_table));
    m_table->setStretch({0, 6, 1, 1, 3, 1, 1, 1, 1});
    m_table->setDropOrder({static_cast<int>(Field::UnitCost),
                           static_cast<int>(Field::BreakEven),
                           static_cast<int>(Field::Score),
                           static_cast<int>(Field::FirstLimit),
                           static_cast<int>(Field::Sustained)});
    const QStringList hidden = workspace().settings().get(Setting::HiddenCompareColumns).toStringList();
    for (int column = 2; column < OptionsModel::kColumnCount; ++column) {
        if (hidden.contains(OptionsModel::columnKey(column))) {
            m_table->setColumnWanted(column, false);
        }
    }
    auto* header = m_table->horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSortIndicator(static_cast<int>(Field::Rank), Qt::AscendingOrder);
    header->setToolTip(tr("Click to sort; with Shift as the second key"));
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) { sortBy(column, m_hasShift); });
    header->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparePage::showContextMenu);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::selectFigure);
    connect(m_table, &RuledTable::explainRequested, this, &ComparePage::openDetail);
    connect(m_table, &QTableView::doubleClicked, this, &ComparePage::openDetail);
    connect(m_table, &RuledTable::pinRequested, this, [this](const QModelIndex& index) {
        selectFigure(index);
        workspace().selection().pin();
    });
    connect(m_table, &RuledTable::linkActivated, this, &ComparePage::openReason);
    return m_table;
}

QWidget* ComparePage::buildCharts()
{
    m_cumulative = new CumulativeChart;
    m_scatter = new ScatterChart;
    m_cumulativeTitle = new SectionTitle(tr("Cumulative cost"));
    m_cumulativeFrame = new ChartFrame(
        m_cumulativeTitle,
        m_cumulative,
        [this] { return m_cumulative->table(); },
        QMargins(px(16), px(8), px(16), px(6)));
    m_scatterFrame = new ChartFrame(
        new SectionTitle(tr("Score against cost"), tr("dashed: not beaten on both")),
        m_scatter,
        [this] { return m_scatter->table(); },
        QMargins(px(14), px(8), px(16), px(6)));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_cumulativeFrame, 64);
    layout->addWidget(new Rule(Qt::Vertical));
    layout->addWidget(m_scatterFrame, 34);
    for (PlainChartView* chart : std::initializer_list<PlainChartView*>{m_cumulative, m_scatter}) {
        connect(chart, &PlainChartView::optionClicked, this, [this](const QString& letter) {
            workspace().selection().setFigure(letter, QStringLiteral("cost"));
        });
    }
    connect(
        m_scatterFrame, &ChartFrame::rowChosen, this, [this](const QString& letter, const QString& figure) {
            workspace().selection().setFigure(letter, figure);
        });
    return row;
}

void ComparePage::fillReferences(const simulator::Comparison& comparison)
{
    QStringList entries;
    for (const auto& option : comparison.options) {
        if (option.state != simulator::OptionState::Excluded) {
            entries.append(fromEngine(option.spec.id.text()) + QLatin1Char(' ')
                           + fromEngine(option.spec.letter));
        }
    }
    entries.append(fromEngine(comparison.reference));
    if (entries == m_references) {
        // A choice that the engine did not take up does not stand.
        const auto* reference = comparison.findOption(comparison.reference);
        m_reference->setCurrentIndex(
            reference != nullptr ? m_reference->findData(fromEngine(reference->spec.id.text())) : -1);
        return;
    }
    m_references = entries;
    m_reference->clear();
    for (const auto& option : comparison.options) {
        if (option.state != simulator::OptionState::Excluded) {
            m_reference->addItem(
                tr("%1 %2").arg(fromEngine(option.spec.letter), format().optionTitle(option.spec)),
                fromEngine(option.spec.id.text()));
        }
        if (option.spec.letter == comparison.reference) {
            m_reference->setCurrentIndex(m_reference->count() - 1);
        }
    }
}

void ComparePage::showResult(const RunResultPtr& result)
{
    const int place = m_table->verticalScrollBar()->value();
    const int column =
        m_table->currentIndex().isValid() ? m_table->currentIndex().column() : static_cast<int>(Field::Cost);
    m_isFollowing = true; // a reset moves the current cell: that is no choice of the user
    m_model->setResult(result);
    const int row = m_model->rowOf(workspace().selection().option());
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, column));
    }
    m_isFollowing = false;
    m_table->fitColumns();
    m_cumulative->setResult(result);
    m_scatter->setResult(result);
    fillReferences(*result->comparison);
    setVerdict(compareVerdict(*result->comparison));
    followSelection();
    m_cumulativeFrame->refresh();
    m_scatterFrame->refresh();
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

void ComparePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    followSelection(); // it may have moved on another page
}

/// The head's signal does not say which keys were held.
bool ComparePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        m_hasShift = static_cast<QMouseEvent*>(event)->modifiers().testFlag(Qt::ShiftModifier);
    }
    return Page::eventFilter(watched, event);
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

void ComparePage::showNotes()
{
    const RunResultPtr result = workspace().runner().result();
    if (!result) {
        return;
    }
    const QString letter = workspace().selection().option();
    const QString reference = fromEngine(result->comparison->reference);
    const QString bands =
        letter == reference || letter.isEmpty() ? reference : tr("%1 and %2").arg(reference, letter);
    m_cumulativeTitle->setNote(result->comparison->paths > 0
                                   ? tr("%1, base case; P10–P90 bands of %2").arg(m_cumulative->unit(), bands)
                                   : tr("%1, base case").arg(m_cumulative->unit()));
}

void ComparePage::followSelection()
{
    if (!isVisible() || m_isFollowing) {
        return;
    }
    const QString letter = workspace().selection().option();
    m_cumulative->setSelected(letter);
    m_scatter->setSelected(letter);
    showNotes();
    const int row = m_model->rowOf(letter);
    const QModelIndex current = m_table->currentIndex();
    if (row < 0 || m_model->option(row) == nullptr) {
        return;
    }
    // The cell of the selected figure; a figure without one (a ledger line) leaves the column as it is.
    int column = current.isValid() ? current.column() : static_cast<int>(Field::Cost);
    const QString figure = workspace().selection().figure();
    const bool isThere = m_model->index(row, column).data(FigureRole).toString() == figure;
    for (int each = 0; !isThere && each < OptionsModel::kColumnCount; ++each) {
        if (each != static_cast<int>(Field::Option) && !m_table->isColumnHidden(each)
            && m_model->index(row, each).data(FigureRole).toString() == figure) {
            column = each;
            break;
        }
    }
    if (current.row() != row || current.column() != column) {
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

void ComparePage::openDetail(const QModelIndex& index)
{
    const simulator::OptionResult* option = m_model->option(index.row());
    if (option == nullptr) {
        return;
    }
    selectFigure(index);
    switch (static_cast<Field>(index.column())) {
    case Field::Option:
        workspace().openPage(PageId::Options);
        break;
    case Field::Latency:
    case Field::Sustained:
    case Field::FirstLimit:
        workspace().openPage(PageId::Scaling);
        break;
    case Field::Cost:
    case Field::UnitCost:
    case Field::BreakEven:
        workspace().openPage(PageId::Cost);
        break;
    case Field::Rank:
    case Field::Score:
        workspace().openPage(PageId::Scores);
        break;
    }
}

void ComparePage::sortBy(int column, bool isSecond)
{
    const auto& keys = m_model->sortKeys();
    const auto now =
        std::ranges::find(keys, column, [](const std::pair<int, Qt::SortOrder>& key) { return key.first; });
    const auto order =
        now != keys.end() && now->second == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (isSecond) {
        m_model->sortSecond(column, order);
    } else {
        m_model->sort(column, order);
        m_table->horizontalHeader()->setSortIndicator(column, order);
    }
    m_table->horizontalHeader()->viewport()->update();
}

void ComparePage::showColumnMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 2; column < OptionsModel::kColumnCount; ++column) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool isWanted = m_table->isColumnWanted(column);
        const bool isDropped = isWanted && m_table->isColumnHidden(column);
        QAction* action = menu->addAction(isDropped ? tr("%1 (no room)").arg(name) : name);
        action->setCheckable(true);
        action->setChecked(isWanted);
        connect(action, &QAction::toggled, m_table, [this, column](bool isOn) {
            m_table->setColumnWanted(column, isOn);
            QStringList hidden;
            for (int each = 2; each < OptionsModel::kColumnCount; ++each) {
                if (!m_table->isColumnWanted(each)) {
                    hidden.append(OptionsModel::columnKey(each));
                }
            }
            workspace().settings().set(Setting::HiddenCompareColumns, hidden);
        });
    }
    auto* button = findChild<QWidget*>(QStringLiteral("columns"));
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ComparePage::showContextMenu(const QPoint& place)
{
    const QModelIndex under = m_table->indexAt(place);
    if (under.isValid() && m_model->option(under.row()) != nullptr) {
        m_table->setCurrentIndex(under);
    }
    m_optionMenu->popup(m_table->viewport()->mapToGlobal(place));
}

void ComparePage::fillOptionMenu()
{
    m_optionMenu->clear();
    const RunResultPtr result = workspace().runner().result();
    const auto* option =
        result ? result->comparison->findOption(workspace().selection().option().toStdString()) : nullptr;
    if (option == nullptr) {
        m_optionMenu->addAction(tr("No option is selected"))->setEnabled(false);
        return;
    }
    const QString letter = fromEngine(option->spec.letter);
    addVariants(m_optionMenu->addMenu(tr("&Duplicate %1 and vary").arg(letter)), *option);
    const auto& candidates = workspace().plan().candidates;
    const model::Candidate own = candidateOf(option->spec);
    const auto same = std::ranges::find_if(candidates, [&](const model::Candidate& other) {
        model::Candidate plain = other;
        plain.displayName.clear();
        plain.notes.clear();
        return plain == own;
    });
    const QString title = format().optionTitle(option->spec);
    if (same == candidates.end()) {
        m_optionMenu->addAction(tr("&Keep %1 as a candidate, whatever the query finds").arg(letter),
                                this,
                                [this, own, title] { addCandidate(own, tr("candidate %1").arg(title)); });
    } else {
        const auto index = static_cast<std::size_t>(same - candidates.begin());
        m_optionMenu->addAction(tr("&Remove %1 from the candidates").arg(letter), this, [this, index, title] {
            removeCandidate(index, title);
        });
    }
    if (option->state != simulator::OptionState::Excluded) {
        const std::string id = option->spec.id.text();
        m_optionMenu->addAction(tr("Make %1 the &reference").arg(letter), this, [this, id, letter] {
            workspace().document().change<std::string>(
                QStringLiteral("/reference_option"),
                tr("reference option %1").arg(letter),
                [](model::Plan& plan) -> std::string& { return plan.referenceOption; },
                id);
        });
    }
    if (const QModelIndex current = m_table->currentIndex(); current.isValid()) {
        const QString name =
            m_model->headerData(current.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        m_optionMenu->addSeparator();
        m_optionMenu->addAction(
            tr("&Sort by %1").arg(name), this, [this, current] { sortBy(current.column(), false); });
        m_optionMenu->addAction(
            tr("&Then by %1").arg(name), this, [this, current] { sortBy(current.column(), true); });
        m_optionMenu->addAction(tr("&Open detail"), this, [this, current] { openDetail(current); });
        m_optionMenu->addAction(tr("&Pin the explanation"), this, [this] { workspace().selection().pin(); });
    }
}

void ComparePage::addVariants(QMenu* menu, const simulator::OptionResult& option)
{
    const RunResultPtr result = workspace().runner().result();
    const auto variants = variantsOf(option.spec, *result->slice, workspace().plan());
    using Change = OptionVariant::Change;
    for (const Change change : {Change::Purchase, Change::Region, Change::Site, Change::Server}) {
        int count = 0;
        for (const OptionVariant& variant : variants) {
            if (variant.change != change || ++count > kMostVariants) {
                continue;
            }
            const model::Candidate& candidate = variant.candidate;
            const QString bought =
                format().purchaseText(candidate.purchase, candidate.termMonths, candidate.payment);
            const QString label = fromEngine(variant.label);
            const QString text = change == Change::Purchase ? tr("Bought %1").arg(bought)
                                 : change == Change::Region ? tr("In %1").arg(label)
                                 : change == Change::Site   ? tr("On the site %1").arg(label)
                                                            : tr("With the server %1").arg(label);
            const QString undo = tr("duplicate %1: %2").arg(fromEngine(option.spec.letter), text);
            menu->addAction(text, this, [this, candidate, undo] { addCandidate(candidate, undo); });
        }
        if (count > 0) {
            menu->addSeparator();
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("The catalogue has no other way to have it"))->setEnabled(false);
    }
}

void ComparePage::addCandidate(const model::Candidate& candidate, const QString& text)
{
    std::vector<model::Candidate> candidates = workspace().plan().candidates;
    candidates.push_back(candidate);
    workspace().document().change<std::vector<model::Candidate>>(
        QStringLiteral("/candidates"),
        text,
        [](model::Plan& plan) -> std::vector<model::Candidate>& { return plan.candidates; },
        std::move(candidates));
}

void ComparePage::removeCandidate(std::size_t index, const QString& title)
{
    std::vector<model::Candidate> candidates = workspace().plan().candidates;
    if (index < candidates.size()) {
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(index));
        workspace().document().change<std::vector<model::Candidate>>(
            QStringLiteral("/candidates"),
            tr("removal of %1").arg(title),
            [](model::Plan& plan) -> std::vector<model::Candidate>& { return plan.candidates; },
            std::move(candidates));
    }
}

} // namespace wherewithal::app
