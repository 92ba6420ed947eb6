// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/CostPage.h"

#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/MonthlyChart.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/OptionPicker.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

QWidget* region(SectionTitle* title, QWidget* content)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(px(16), px(10), px(12), px(8));
    layout->setSpacing(px(6));
    layout->addWidget(title);
    layout->addWidget(content, 1);
    return widget;
}

} // namespace

CostPage::CostPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Cost, workspace, parent)
{
    setEmptyText(tr("Nothing to price yet"),
                 tr("A plan needs a workload before its options have a cost."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* label = new TypedLabel(Type::Note, tr("Option"));
    label->setInk(Ink::Text2);
    m_picker = new OptionPicker(workspace, this);
    headerRow()->addWidget(label);
    headerRow()->addWidget(m_picker);

    m_monthly = new MonthlyChart;
    m_monthlyTitle = new SectionTitle(tr("Cost by month"));
    m_cumulative = new CumulativeChart;
    m_cumulative->setObjectName(QStringLiteral("costFan"));
    m_cumulative->setLanesVisible(false);
    m_cumulative->setOnlySelectedAndReference(true);
    m_cumulativeTitle = new SectionTitle(tr("Cumulative cost"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(region(m_monthlyTitle, m_monthly), 0, 0);
    grid->addWidget(new Rule(Qt::Vertical), 0, 1);
    grid->addWidget(region(m_cumulativeTitle, m_cumulative), 0, 2);
    grid->addWidget(new Rule, 1, 0, 1, 3);
    grid->addWidget(buildLedger(), 2, 0);
    grid->addWidget(new Rule(Qt::Vertical), 2, 1);
    grid->addWidget(buildSummary(), 2, 2);
    grid->setColumnStretch(0, 58);
    grid->setColumnStretch(2, 42);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(2, 1);
    setContent(content);
    connect(&workspace.selection(), &Selection::optionChanged, this, &CostPage::showOption);
}

bool CostPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
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
    connect(m_ledgerTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid() && !now.data(FigureRole).toString().isEmpty()) {
                    workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                      now.data(FigureRole).toString());
                }
            });
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, px(10), 0, 0);
    layout->setSpacing(px(4));
    layout->addWidget(m_ledgerTitle);
    layout->addWidget(m_ledgerTable, 1);
    return widget;
}

QWidget* CostPage::buildSummary()
{
    m_summary = new TableModel(this);
    m_summary->setColumns({{tr("Figure"), {}, Qt::AlignLeft},
                           {tr("Value"), {}, Qt::AlignRight},
                           {tr("Unit"), {}, Qt::AlignLeft}});
    m_summaryTable = new RuledTable;
    m_summaryTable->setObjectName(QStringLiteral("costSummary"));
    m_summaryTable->setAccessibleName(tr("Figures of the cost"));
    m_summaryTable->horizontalHeader()->hide();
    m_summaryTable->setModel(m_summary);
    m_summaryTable->setStretch({4, 0, 1});
    connect(m_summaryTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid() && !now.data(FigureRole).toString().isEmpty()) {
                    workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                      now.data(FigureRole).toString());
                }
            });
    auto* title = new SectionTitle(tr("In other words"));
    title->row()->setContentsMargins(px(16), 0, px(16), 0);
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, px(10), 0, 0);
    layout->setSpacing(px(4));
    layout->addWidget(title);
    layout->addWidget(m_summaryTable, 1);
    return widget;
}

void CostPage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    m_picker->refill();
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
    m_monthly->setOption(result, letter);
    m_monthlyTitle->setNote(tr("%1, base case").arg(m_monthly->unit()));
    m_cumulative->setSelected(letter);
    m_cumulative->setResult(result);
    m_cumulativeTitle->setNote(tr("%1; bands P10–P90").arg(m_cumulative->unit()));
    showLedger(*result->comparison, *option);
    showSummary(*result->comparison, *option);
    setVerdict(costVerdict(*result->comparison, *option));
}

TableRow CostPage::ledgerRow(const simulator::LedgerLine& line, int years, Scale scale) const
{
    TableRow row;
    row.kind = RowKind::Single;
    row.figure = QStringLiteral("line-") + fromEngine(line.key);
    TableCell basis = textCell(fromEngine(line.basis).replace(QStringLiteral(" x "), QStringLiteral(" × ")));
    basis.isSmall = true;
    basis.isMuted = true;
    basis.toolTip = fromEngine(line.basis);
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

void CostPage::showLedger(const simulator::Comparison& comparison, const simulator::OptionResult& option)
{
    const int years = std::min(10, (comparison.horizonMonths + 11) / 12);
    Scale scale = scaleFor(std::max(1.0, option.cost.base.toDouble()));
    scale.decimals = scale.word == Scale::Word::None ? scale.decimals : std::max(1, scale.decimals);
    std::vector<TableColumn> columns{{tr("Line"), {}, Qt::AlignLeft}, {tr("Basis"), {}, Qt::AlignLeft}};
    QList<int> stretch{2, 6};
    for (int year = 0; year < years; ++year) {
        columns.push_back({tr("Year %1").arg(year + 1), {}, Qt::AlignRight});
        stretch.append(1);
    }
    columns.push_back({tr("Total"), {}, Qt::AlignRight});
    columns.push_back({tr("Source"), {}, Qt::AlignLeft});
    stretch.append({1, 0});
    m_ledger->setColumns(columns);
    std::vector<TableRow> rows;
    const QString letter = fromEngine(option.spec.letter);
    TableRow total;
    total.kind = RowKind::Total;
    total.letter = letter;
    total.figure = QStringLiteral("cost");
    total.cells = {textCell(tr("Total"), {}, true),
                   textCell(tr("%n lines", nullptr, static_cast<int>(option.cost.lines.size())))};
    total.cells.back().isSmall = true;
    for (const auto& line : option.cost.lines) {
        rows.push_back(ledgerRow(line, years, scale));
        rows.back().letter = letter;
    }
    for (int year = 0; year < years; ++year) {
        model::Micros sum;
        for (const auto& line : option.cost.lines) {
            for (std::size_t month = static_cast<std::size_t>(year) * 12;
                 month < std::min(line.months.size(), static_cast<std::size_t>(year + 1) * 12);
                 ++month) {
                sum += line.months[month];
            }
        }
        total.cells.push_back(numberCell(format().scaled(sum.toDouble(), scale), sum.toDouble(), true));
    }
    total.cells.push_back(numberCell(
        format().lowerBound(format().scaled(option.cost.base.toDouble(), scale), !option.cost.isComplete),
        option.cost.base.toDouble(),
        true));
    total.cells.push_back(textCell({}));
    rows.push_back(std::move(total));
    m_ledger->setRows(std::move(rows));
    m_ledgerTable->setStretch(stretch);
    m_ledgerTitle->setNote(tr("%1, base case; the total is the sum of the lines")
                               .arg(format().scaleUnit(scale, comparison.currency.code())));
}

void CostPage::showSummary(const simulator::Comparison& comparison, const simulator::OptionResult& option)
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
            rows.push_back(std::move(row));
        };
    const bool isBound = !option.cost.isComplete;
    const Scale scale = scaleFor(std::max(1.0, option.cost.base.toDouble()));
    const QString unit = format().scaleUnit(scale, comparison.currency.code());
    add(tr("Present value"),
        format().lowerBound(format().scaled(option.cost.presentValue, scale), isBound),
        unit,
        QStringLiteral("present-value"));
    add(tr("Equivalent annual cost"),
        format().lowerBound(format().scaled(option.cost.equivalentAnnual, scale), isBound),
        tr("%1 a year").arg(unit),
        QStringLiteral("equivalent-annual"));
    if (option.cost.range) {
        add(tr("P10 to P90 of the total"),
            format().scaledRange(option.cost.range->p10, option.cost.range->p90, scale),
            unit,
            QString());
    }
    for (const auto& workload : option.workloads) {
        if (workload.unitCost) {
            const QString name = option.workloads.size() > 1
                                     ? tr("Unit cost, %1").arg(fromEngine(workload.id.text()))
                                     : tr("Unit cost");
            add(name,
                format().lowerBound(format().significant(workload.unitCost), isBound),
                format().unit(workload.unitCostUnit),
                QStringLiteral("unit-cost"));
        }
    }
    if (!option.breakEven.against.empty()) {
        const QString name = tr("%1 becomes cheaper").arg(fromEngine(option.breakEven.against));
        add(name,
            option.breakEven.base ? format().month(option.breakEven.base) : tr("never"),
            option.breakEven.p10 && option.breakEven.p90
                ? format().monthRange(option.breakEven.p10, option.breakEven.p90)
                : QString(),
            QStringLiteral("break-even"));
        if (comparison.paths > 0) {
            add(tr("Chance of that within the plan"),
                format().percent(option.breakEven.probability),
                tr("of paths"),
                QString());
        }
    }
    m_summary->setRows(std::move(rows));
}

} // namespace wherewithal::app
