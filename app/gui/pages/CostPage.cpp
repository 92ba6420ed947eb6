// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/CostPage.h"

#include "app/gui/charts/ChartFrame.h"
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/MonthlyChart.h"
#include "app/gui/models/SensitivityRows.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/ExportButton.h"
#include "app/gui/widgets/HorizonBox.h"
#include "app/gui/widgets/OptionPicker.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "simulator/cost/Discounted.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr int kNarrow = 1100; ///< pixels at 100 %

ReportParts costParts()
{
    ReportParts parts;
    for (bool ReportParts::* part : {&ReportParts::workload,
                                     &ReportParts::requirements,
                                     &ReportParts::prices,
                                     &ReportParts::throughput,
                                     &ReportParts::scores,
                                     &ReportParts::stability,
                                     &ReportParts::questions,
                                     &ReportParts::workedFigures,
                                     &ReportParts::evidence}) {
        parts.*part = false;
    }
    return parts;
}

} // namespace

CostPage::CostPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Cost, workspace, parent)
{
    setEmptyText(tr("Nothing to price yet"),
                 tr("A plan needs a workload before its options have a cost."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    buildControls();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildCharts(), 9);
    column->addWidget(new Rule);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildLedger(), 1);
    left->addWidget(new Rule);
    left->addWidget(buildSummary());
    below->addLayout(left, 57);
    below->addWidget(new Rule(Qt::Vertical));
    m_sensitivity = buildSensitivity();
    below->addWidget(m_sensitivity, 43);
    column->addLayout(below, 13);
    setContent(content);
    connect(&workspace.selection(), &Selection::optionChanged, this, &CostPage::showOption);
    connect(&workspace.selection(), &Selection::figureChanged, this, &CostPage::followFigure);
    connect(&workspace.runner(),
            &SimulationRunner::examined,
            this,
            [this](const QString& letter, const ExaminationPtr& examination) {
                const auto* option = m_picker->option();
                if (option != nullptr && letter == fromEngine(option->spec.letter)) {
                    m_examination = examination;
                    showExamination();
                } else if (option != nullptr && !m_examination && isVisible()) {
                    // The pinned panel looks at another option: its question came after ours.
                    this->workspace().runner().examine(fromEngine(option->spec.letter));
                }
            });
}

bool CostPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

void CostPage::buildControls()
{
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* made = new TypedLabel(Type::Note, text);
        made->setInk(Ink::Text2);
        made->setBuddy(buddy);
        headerRow()->addWidget(made);
        headerRow()->addWidget(buddy);
        headerRow()->addSpacing(px(4));
    };
    m_picker = new OptionPicker(workspace(), this);
    label(tr("&Option"), m_picker);
    label(tr("&Horizon"), new HorizonBox(workspace(), this));
    m_values = new QComboBox(this);
    m_values->setObjectName(QStringLiteral("costValues"));
    m_values->setAccessibleName(tr("Values"));
    m_values->addItem(tr("nominal"));
    m_values->addItem(tr("present"));
    m_values->setToolTip(
        tr("Nominal: what is paid in each month. Present: the same discounted to the first month."));
    label(tr("&Values"), m_values);
    headerRow()->addWidget(new ExportButton(workspace(), costParts(), this));
    connect(m_values, &QComboBox::activated, this, &CostPage::showCost);
}

QWidget* CostPage::buildCharts()
{
    m_monthly = new MonthlyChart;
    m_monthlyTitle = new SectionTitle(tr("Cost by month"));
    m_monthlyFrame = new ChartFrame(
        m_monthlyTitle,
        m_monthly,
        [this] { return m_monthly->table(); },
        QMargins(px(16), px(8), px(12), px(8)));
    m_cumulative = new CumulativeChart;
    m_cumulative->setObjectName(QStringLiteral("costFan"));
    m_cumulative->setLanesVisible(false);
    m_cumulative->setFan(true);
    m_cumulativeTitle = new SectionTitle(tr("Cumulative cost"));
    m_cumulativeFrame = new ChartFrame(
        m_cumulativeTitle,
        m_cumulative,
        [this] { return m_cumulative->table(); },
        QMargins(px(14), px(8), px(16), px(8)));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_monthlyFrame, 57);
    layout->addWidget(new Rule(Qt::Vertical));
    layout->addWidget(m_cumulativeFrame, 43);
    connect(m_cumulative, &PlainChartView::optionClicked, this, [this](const QString& letter) {
        workspace().selection().setFigure(letter, QStringLiteral("cost"));
    });
    connect(m_monthly, &MonthlyChart::lineClicked, this, [this](const QString& key) {
        workspace().selection().setFigure(workspace().selection().option(), QStringLiteral("line-") + key);
    });
    // One cross hair: both charts show the same months.
    connect(m_monthly, &PlainChartView::cursorMoved, m_cumulative, &PlainChartView::setCursor);
    connect(m_cumulative, &PlainChartView::cursorMoved, m_monthly, &PlainChartView::setCursor);
    return row;
}

QWidget* CostPage::buildLedger()
{
    m_ledgerTitle = new SectionTitle(tr("Ledger"));
    m_ledgerTitle->row()->setContentsMargins(px(16), 0, px(16), 0);
    m_ledger = new TableModel(this);
    m_ledgerTable = new RuledTable;
    m_ledgerTable->setObjectName(QStringLiteral("ledgerTable"));
    m_ledgerTable->setAccessibleName(tr("Ledger"));
    m_ledgerTable->setModel(m_ledger);
    connect(m_ledgerTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &CostPage::select);
    connect(m_ledgerTable, &RuledTable::pinRequested, this, [this](const QModelIndex& index) {
        select(index);
        workspace().selection().pin();
    });
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, px(8), 0, 0);
    layout->setSpacing(px(4));
    layout->addWidget(m_ledgerTitle);
    layout->addWidget(m_ledgerTable, 1);
    return widget;
}

QWidget* CostPage::buildSummary()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, px(6), 0, px(8));
    row->setSpacing(0);
    for (std::size_t side = 0; side < m_summary.size(); ++side) {
        m_summary[side] = new TableModel(this);
        m_summary[side]->setColumns({{tr("Figure"), {}, Qt::AlignLeft, {}},
                                     {tr("Value"), {}, Qt::AlignRight, {}},
                                     {tr("Unit"), {}, Qt::AlignLeft, {}}});
        auto* table = new RuledTable;
        m_summaryTable[side] = table;
        table->setObjectName(side == 0 ? QStringLiteral("costSummary") : QStringLiteral("costSummaryMore"));
        table->setAccessibleName(tr("Figures of the cost"));
        table->horizontalHeader()->hide();
        table->setModel(m_summary[side]);
        table->setStretch({1, 0, 0});
        table->setGrowing(true);
        connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CostPage::select);
        row->addWidget(table, 1, Qt::AlignTop);
    }
    return widget;
}

QWidget* CostPage::buildSensitivity()
{
    auto* widget = new QWidget;
    widget->setObjectName(QStringLiteral("sensitivity"));
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, px(8), 0, 0);
    layout->setSpacing(px(4));
    auto* title = new SectionTitle(tr("What moves the total"), tr("hatched: low end of the input"));
    title->row()->setContentsMargins(px(14), 0, px(16), 0);
    m_swings = new TableModel(this);
    m_swingTable = new RuledTable;
    m_swingTable->setObjectName(QStringLiteral("swingTable"));
    m_swingTable->setAccessibleName(tr("What moves the total, one input at a time"));
    m_swingTable->setModel(m_swings);
    m_swingTable->setItemDelegateForColumn(2, new SwingDelegate(m_swingTable));
    m_switchTitle = new SectionTitle(tr("Switch-over values"));
    m_switchTitle->row()->setContentsMargins(px(14), px(6), px(16), 0);
    m_switchNone = new TypedLabel(Type::Note);
    m_switchNone->setObjectName(QStringLiteral("noSwitchOver"));
    m_switchNone->setInk(Ink::Text2);
    m_switchNone->setWordWrap(true);
    m_switchNone->setContentsMargins(px(14), 0, px(16), px(10));
    m_switches = new TableModel(this);
    m_switchTable = new RuledTable;
    m_switchTable->setObjectName(QStringLiteral("switchTable"));
    m_switchTable->setAccessibleName(tr("Value of one input at which the order of two options turns"));
    m_switchTable->setModel(m_switches);
    layout->addWidget(title);
    layout->addWidget(m_swingTable, 5);
    layout->addWidget(new Rule);
    layout->addWidget(m_switchTitle);
    layout->addWidget(m_switchTable, 3);
    layout->addWidget(m_switchNone);
    for (RuledTable* table : {m_swingTable, m_switchTable}) {
        table->setToolTip(tr("Enter or a double click goes to the input"));
        const auto jump = [this](const QModelIndex& index) {
            if (const QString place = index.data(KeyRole).toString(); !place.isEmpty()) {
                workspace().jumpTo(place);
            }
        };
        connect(table, &RuledTable::explainRequested, this, jump);
        connect(table, &QTableView::doubleClicked, this, jump);
    }
    widget->hide(); // until an engine answers
    return widget;
}

bool CostPage::isPresent() const
{
    return m_values->currentIndex() == 1;
}

void CostPage::select(const QModelIndex& index)
{
    if (!m_isFollowing && index.isValid() && !index.data(FigureRole).toString().isEmpty()) {
        workspace().selection().setFigure(index.data(LetterRole).toString(),
                                          index.data(FigureRole).toString());
    }
}

bool CostPage::isNarrow() const
{
    return width() < px(kNarrow);
}

void CostPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    if (isVisible() && isNarrow() != m_wasNarrow) {
        // Rows of another height are other rows.
        m_swings->setRows({});
        for (TableModel* side : m_summary) {
            side->setRows({});
        }
        showCost();
    }
}

void CostPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    showOption(); // it may have been chosen on another page
}

void CostPage::showStale(bool isStale)
{
    m_ledger->setMuted(isStale);
    for (TableModel* side : m_summary) {
        side->setMuted(isStale);
    }
}

void CostPage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    m_picker->refill();
    m_examination.reset();
    showOption();
}

void CostPage::showOption()
{
    const RunResultPtr result = workspace().runner().result();
    const auto* option = m_picker->option();
    if (!result || option == nullptr || !isVisible()) {
        return;
    }
    const QString letter = fromEngine(option->spec.letter);
    if (!m_examination || fromEngine(m_examination->letter) != letter) {
        m_examination.reset();
        workspace().runner().examine(letter);
    }
    showCost();
}

/// Everything that depends on nominal or present.
void CostPage::showCost()
{
    const RunResultPtr result = workspace().runner().result();
    const auto* option = m_picker->option();
    if (!result || option == nullptr) {
        return;
    }
    const QString letter = fromEngine(option->spec.letter);
    const simulator::CostResult cost = isPresent() ? simulator::discounted(option->cost) : option->cost;
    const QString kind = isPresent() ? tr("present values") : tr("nominal");
    m_monthly->setOption(result, letter, cost);
    m_monthlyTitle->setNote(tr("%1, base case, %2").arg(m_monthly->unit(), kind));
    m_cumulative->setPresentValues(isPresent());
    m_cumulative->setSelected(letter);
    m_cumulative->setResult(result);
    const bool isReference = option->spec.letter == result->comparison->reference;
    const QString other = isReference || result->comparison->reference.empty()
                              ? QString()
                              : tr(", dashed %1").arg(fromEngine(result->comparison->reference));
    m_cumulativeTitle->setNote((isPresent() || result->comparison->paths == 0
                                    ? tr("%1, %2").arg(m_cumulative->unit(), kind)
                                    : tr("%1; P10–P90, P25–P75").arg(m_cumulative->unit()))
                               + other);
    m_wasNarrow = isNarrow();
    showLedger(*result->comparison, *option, cost);
    showSummary(*result->comparison, *option);
    showExamination();
    m_monthlyFrame->refresh();
    m_cumulativeFrame->refresh();
    followFigure();
}

void CostPage::followFigure()
{
    const QString figure = workspace().selection().figure();
    m_monthly->setSelectedLine(figure.startsWith(QLatin1String("line-")) ? figure.mid(5) : QString());
    m_isFollowing = true;
    const auto follow = [&figure](RuledTable* table, const TableModel* model) {
        const int row = model->rowOfFigure(figure);
        if (row >= 0 && table->currentIndex().row() != row) {
            table->setCurrentIndex(model->index(row, std::max(0, table->currentIndex().column())));
        } else if (row < 0) {
            table->clearSelection();
        }
    };
    follow(m_ledgerTable, m_ledger);
    for (std::size_t side = 0; side < m_summary.size(); ++side) {
        follow(m_summaryTable[side], m_summary[side]);
    }
    m_isFollowing = false;
}

TableRow CostPage::ledgerRow(const simulator::LedgerLine& line, int years, Scale scale) const
{
    TableRow row;
    row.kind = RowKind::Single;
    row.figure = QStringLiteral("line-") + fromEngine(line.key);
    TableCell basis = textCell(format().formulaText(line.basis));
    basis.isSmall = true;
    basis.isMuted = true;
    basis.toolTip = basis.text;
    row.cells = {textCell(format().wording().engineText(line.label), {}, true), basis};
    for (int year = 0; year < years; ++year) {
        model::Micros sum;
        for (std::size_t month = static_cast<std::size_t>(year) * 12;
             month < std::min(line.months.size(), static_cast<std::size_t>(year + 1) * 12);
             ++month) {
            sum += line.months[month];
        }
        row.cells.push_back(numberCell(line.isKnown ? format().scaled(sum.toDouble(), scale) : QString(),
                                       line.isKnown ? std::optional(sum.toDouble()) : std::nullopt));
    }
    row.cells.push_back(
        numberCell(line.isKnown ? format().scaled(line.total.toDouble(), scale) : format().unknown(),
                   line.isKnown ? std::optional(line.total.toDouble()) : std::nullopt,
                   true));
    TableCell source;
    if (line.isAssumption) {
        source = textCell(tr("assumed"));
        source.symbol = static_cast<int>(Symbol::Warning);
    } else {
        source = textCell(line.oldestDate.empty() ? QString(QChar(0x2013)) : fromEngine(line.oldestDate));
        source.toolTip = line.source.isEmpty()
                             ? QString()
                             : tr("%1, %2").arg(fromEngine(line.source.title), fromEngine(line.source.url));
        source.isMuted = true;
    }
    source.isSmall = true;
    row.cells.push_back(source);
    return row;
}

TableRow CostPage::ledgerTotal(const simulator::CostResult& cost, int years, Scale scale) const
{
    TableRow total;
    total.kind = RowKind::Total;
    total.figure = isPresent() ? QStringLiteral("present-value") : QStringLiteral("cost");
    total.cells = {textCell(tr("Total"), {}, true),
                   textCell(tr("%n lines", nullptr, static_cast<int>(cost.lines.size())))};
    total.cells.back().isSmall = true;
    for (int year = 0; year < years; ++year) {
        model::Micros sum;
        for (const auto& line : cost.lines) {
            for (std::size_t month = static_cast<std::size_t>(year) * 12;
                 month < std::min(line.months.size(), static_cast<std::size_t>(year + 1) * 12);
                 ++month) {
                sum += line.months[month];
            }
        }
        total.cells.push_back(numberCell(format().scaled(sum.toDouble(), scale), sum.toDouble(), true));
    }
    total.cells.push_back(
        numberCell(format().lowerBound(format().scaled(cost.base.toDouble(), scale), !cost.isComplete),
                   cost.base.toDouble(),
                   true));
    total.cells.push_back(textCell({}));
    return total;
}

void CostPage::showLedger(const simulator::Comparison& comparison,
                          const simulator::OptionResult& option,
                          const simulator::CostResult& cost)
{
    const int place = m_ledgerTable->verticalScrollBar()->value();
    const int years = std::min(10, (comparison.horizonMonths + 11) / 12);
    Scale scale = scaleFor(std::max(1.0, option.cost.base.toDouble()));
    scale.decimals = scale.word == Scale::Word::None ? scale.decimals : std::max(1, scale.decimals);
    std::vector<TableColumn> columns{{tr("Line"), {}, Qt::AlignLeft, {}},
                                     {tr("Basis"), {}, Qt::AlignLeft, {}}};
    // Few years: names stay whole and the basis gives way; it stands in the tool tip and the explanation too.
    QList<int> stretch{years <= 4 ? 1 : 4, 5};
    for (int year = 0; year < years; ++year) {
        columns.push_back({tr("Year %1").arg(year + 1), {}, Qt::AlignRight, {}});
        stretch.append(1);
    }
    columns.push_back({tr("Total"), {}, Qt::AlignRight, {}});
    columns.push_back({tr("Source"), {}, Qt::AlignLeft, {}});
    stretch.append({1, 0});
    std::vector<TableRow> rows;
    const QString letter = fromEngine(option.spec.letter);
    for (const auto& line : cost.lines) {
        rows.push_back(ledgerRow(line, years, scale));
        rows.back().letter = letter;
    }
    rows.push_back(ledgerTotal(cost, years, scale));
    rows.back().letter = letter;
    m_isFollowing = true;
    m_ledger->setContents(std::move(columns), std::move(rows));
    m_isFollowing = false;
    m_ledgerTable->setDropOrder({1});
    m_ledgerTable->setStretch(stretch);
    m_ledgerTable->verticalScrollBar()->setValue(place);
    const QString kind = isPresent() ? tr("present values") : tr("base case");
    m_ledgerTitle->setNote(tr("%1, %2; the total is the sum of the lines")
                               .arg(format().scaleUnit(scale, comparison.currency.code()), kind));
}

std::vector<TableRow> CostPage::summaryRows(const simulator::Comparison& comparison,
                                            const simulator::OptionResult& option) const
{
    std::vector<TableRow> rows;
    const auto add =
        [&](const QString& name, const QString& value, const QString& unit, const QString& figure) {
            TableRow row;
            row.letter = fromEngine(option.spec.letter);
            row.figure = figure;
            TableCell unitCell = textCell(unit);
            unitCell.isSmall = true;
            unitCell.isMuted = true;
            row.cells = {textCell(name), numberCell(value, 0.0, true), unitCell};
            if (isNarrow()) {
                row.kind = RowKind::Normal;
                row.cells[0].second = unit;
                row.cells[2].text.clear();
            }
            rows.push_back(std::move(row));
        };
    const bool isBound = !option.cost.isComplete;
    const Scale scale = scaleFor(std::max(1.0, option.cost.base.toDouble()));
    const QString unit = format().scaleUnit(scale, comparison.currency.code());
    const QString rate = format().percent(workspace().plan().assumptions.get("discount-rate").median(), 0);
    add(tr("Present value at %1").arg(rate),
        format().lowerBound(format().scaled(option.cost.presentValue, scale), isBound),
        unit,
        QStringLiteral("present-value"));
    add(tr("Equivalent annual"),
        format().lowerBound(format().scaled(option.cost.equivalentAnnual, scale), isBound),
        tr("%1/year").arg(unit),
        QStringLiteral("equivalent-annual"));
    for (std::size_t index = 0; index < option.workloads.size(); ++index) {
        const auto& workload = option.workloads[index];
        if (workload.unitCost) {
            const QString name = option.workloads.size() > 1
                                     ? tr("Unit cost, %1").arg(fromEngine(workload.id.text()))
                                     : tr("Unit cost");
            const QString prefix = index > 0 ? QStringLiteral("workload-%1-").arg(index + 1) : QString();
            add(name,
                format().lowerBound(format().significant(workload.unitCost), isBound),
                format().unit(workload.unitCostUnit),
                prefix + QStringLiteral("unit-cost"));
        }
    }
    if (m_examination && m_examination->letter == option.spec.letter) {
        add(tr("Committed"),
            format().scaled(m_examination->committed.toDouble(), scale),
            unit,
            QStringLiteral("committed"));
        if (m_examination->idleFraction) {
            add(tr("Paid for but idle"),
                format().number(100.0 * *m_examination->idleFraction),
                tr("% of machine-hours"),
                QStringLiteral("idle"));
        }
    }
    if (option.cheapestFraction) {
        add(tr("Cheapest"),
            format().number(100.0 * *option.cheapestFraction),
            tr("% of paths"),
            QStringLiteral("cheapest"));
    }
    if (!option.breakEven.against.empty()) {
        add(tr("%1 becomes cheaper").arg(fromEngine(option.breakEven.against)),
            option.breakEven.base ? format().month(option.breakEven.base) : tr("never"),
            comparison.paths > 0 ? tr("on %1 of paths").arg(format().percent(option.breakEven.probability))
                                 : QString(),
            QStringLiteral("break-even"));
    }
    return rows;
}

void CostPage::showSummary(const simulator::Comparison& comparison, const simulator::OptionResult& option)
{
    std::vector<TableRow> rows = summaryRows(comparison, option);
    const std::size_t half = (rows.size() + 1) / 2;
    std::vector<TableRow> more(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(half)),
                               std::make_move_iterator(rows.end()));
    rows.resize(half);
    m_isFollowing = true;
    m_summary[0]->setRows(std::move(rows));
    m_summary[1]->setRows(std::move(more));
    m_isFollowing = false;
}

void CostPage::showExamination()
{
    const RunResultPtr result = workspace().runner().result();
    const auto* option = m_picker->option();
    if (!result || option == nullptr || !isVisible()) {
        return;
    }
    showVerdict(*result->comparison, *option);
    const bool isKnown = m_examination && m_examination->letter == option->spec.letter;
    if (!isKnown) {
        return; // what was shown last stays until the answer comes
    }
    showSummary(*result->comparison, *option);
    const Scale scale = scaleFor(std::max(1.0, option->cost.base.toDouble()));
    const QString unit = format().scaleUnit(scale, result->comparison->currency.code());
    m_swings->setContents(swingColumns(format(), *m_examination, scale, unit),
                          swingRows(format(), *m_examination, scale, unit, m_wasNarrow));
    m_swingTable->setColumnWanted(1, !m_wasNarrow);
    m_swingTable->setStretch({5, 0, 1});
    m_switches->setContents(switchColumns(*m_examination), switchRows(format(), *m_examination));
    m_switchTable->setStretch({5, 1, 1, 1});
    const bool hasRival = !m_examination->rival.empty();
    const bool canTurn = std::ranges::any_of(
        m_examination->switchOvers, [](const simulator::SwitchOver& each) { return each.value.has_value(); });
    m_switchTable->setVisible(canTurn);
    m_switchNone->setVisible(hasRival && !canTurn);
    m_switchNone->setText((m_examination->isCheaperNow
                               ? tr("No input alone, within its range, makes %1 dearer than %2.")
                               : tr("No input alone, within its range, makes %1 cheaper than %2."))
                              .arg(fromEngine(m_examination->letter), fromEngine(m_examination->rival)));
    m_switchTitle->setNote(
        !hasRival  ? tr("there is no other ranked option")
        : !canTurn ? QString()
        : m_examination->isCheaperNow
            ? tr("of one input, at which %1 becomes dearer than %2")
                  .arg(fromEngine(m_examination->letter), fromEngine(m_examination->rival))
            : tr("of one input, at which %1 becomes cheaper than %2")
                  .arg(fromEngine(m_examination->letter), fromEngine(m_examination->rival)));
    m_sensitivity->show();
}

void CostPage::showVerdict(const simulator::Comparison& comparison, const simulator::OptionResult& option)
{
    Verdict verdict = costVerdict(comparison, option);
    if (m_examination && m_examination->letter == option.spec.letter) {
        if (const QString words = whatMattersMost(format(), *m_examination); !words.isEmpty()) {
            verdict.rest = words;
        }
    }
    setVerdict(verdict);
}

} // namespace wherewithal::app
