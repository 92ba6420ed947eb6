// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ScalingPage.h"

#include "app/gui/charts/MachinesChart.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/OptionPicker.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

ScalingPage::ScalingPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Scaling, workspace, parent)
{
    setEmptyText(tr("No limits yet"),
                 tr("A plan needs a workload before limits can be dated."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* label = new TypedLabel(Type::Note, tr("Option"));
    label->setInk(Ink::Text2);
    m_picker = new OptionPicker(workspace, this);
    headerRow()->addWidget(label);
    headerRow()->addWidget(m_picker);

    m_model = new TableModel(this);
    m_model->setColumns(
        {{tr("Limit"), tr("■ hard  ▲ can be raised"), Qt::AlignLeft},
         {tr("In use"), tr("now"), Qt::AlignRight},
         {tr("Limit"), {}, Qt::AlignRight},
         {tr("Unit"), {}, Qt::AlignLeft},
         {tr("Use of the limit"), tr("now and at the horizon; the line is 100 %"), Qt::AlignLeft},
         {tr("Reached"), tr("base case"), Qt::AlignRight},
         {tr("Passed by"), tr("9 of 10 paths"), Qt::AlignRight},
         {tr("Next step"), {}, Qt::AlignLeft}});
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("limitsTable"));
    m_table->setAccessibleName(tr("Limits"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(4, new LimitDelegate(m_table));
    m_table->setStretch({4, 0, 0, 0, 1, 1, 1, 6});
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    this->workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                            now.data(FigureRole).toString());
                }
            });
    m_machines = new MachinesChart;
    m_machinesTitle = new SectionTitle(tr("Machines by month"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 3);
    column->addWidget(new Rule);
    auto* chart = new QVBoxLayout;
    chart->setContentsMargins(px(16), px(10), px(16), px(8));
    chart->addWidget(m_machinesTitle);
    chart->addWidget(m_machines, 1);
    column->addLayout(chart, 2);
    setContent(content);
    connect(&workspace.selection(), &Selection::optionChanged, this, &ScalingPage::showOption);
}

bool ScalingPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

void ScalingPage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    m_picker->refill();
    showOption();
}

TableRow ScalingPage::limitRow(const simulator::Limit& limit, const QString& letter, model::Month last) const
{
    const bool hasPaths = workspace().comparison()->paths > 0;
    TableRow row;
    row.kind = RowKind::Normal;
    row.letter = letter;
    row.figure = QStringLiteral("first-limit");
    row.key = fromEngine(limit.key);
    const QString mark = limit.isRaisable ? QStringLiteral("▲ ") : QStringLiteral("■ ");
    TableCell name =
        textCell(mark + format().wording().engineText(limit.name), {}, limit.hitBase.has_value());
    name.second = limit.isAssumption ? tr("assumed") : fromEngine(limit.source.title);
    TableCell unit = textCell(format().unit(limit.unit));
    unit.isSmall = true;
    unit.isMuted = true;
    TableCell ladder = textCell({});
    const bool isKnown = limit.value > 0.0;
    ladder.special = QVariant::fromValue(LimitCell{isKnown ? limit.usedNow / limit.value : 0.0,
                                                   isKnown ? limit.usedAtHorizon / limit.value : 0.0,
                                                   isKnown});
    ladder.toolTip =
        tr("%1 now, %2 at the horizon")
            .arg(format().percent(isKnown ? std::optional(limit.usedNow / limit.value) : std::nullopt),
                 format().percent(isKnown ? std::optional(limit.usedAtHorizon / limit.value) : std::nullopt));
    const auto monthCell = [&](const std::optional<model::Month>& month) {
        TableCell cell = numberCell(format().limitMonth(month, last),
                                    month ? std::optional(month->year * 12.0 + month->month) : std::nullopt,
                                    month.has_value());
        return cell;
    };
    row.cells = {name,
                 numberCell(format().significant(limit.usedNow), limit.usedNow),
                 numberCell(format().significant(limit.value), limit.value),
                 unit,
                 ladder,
                 monthCell(limit.hitBase),
                 hasPaths ? monthCell(limit.hitP90) : numberCell(QString(QChar(0x2013)), std::nullopt),
                 textCell(limit.nextStep.empty() ? QString(QChar(0x2013))
                                                 : format().wording().engineText(limit.nextStep))};
    row.cells.back().toolTip = fromEngine(limit.nextStep);
    return row;
}

void ScalingPage::showOption()
{
    const RunResultPtr result = workspace().runner().result();
    const auto* option = m_picker->option();
    if (!result || option == nullptr || !isVisible()) {
        return;
    }
    const QString letter = fromEngine(option->spec.letter);
    const model::Month last =
        model::monthsLater(result->comparison->starts, result->comparison->horizonMonths - 1);
    std::vector<TableRow> rows;
    for (const auto& workload : option->workloads) {
        if (option->workloads.size() > 1) {
            TableRow group;
            group.kind = RowKind::Group;
            group.cells = {textCell(fromEngine(workload.id.text()))};
            rows.push_back(std::move(group));
        }
        for (const auto& limit : workload.limits) {
            rows.push_back(limitRow(limit, letter, last));
        }
    }
    m_model->setRows(std::move(rows));
    m_machines->setResult(result, option->bindingWorkload, letter);
    m_machinesTitle->setNote(tr("base case, at the peak of each month"));
    setVerdict(scalingVerdict(*result->comparison, *option));
}

} // namespace wherewithal::app
