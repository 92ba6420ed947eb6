// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ScalingPage.h"

#include "app/gui/charts/ChartFrame.h"
#include "app/gui/charts/MachinesChart.h"
#include "app/gui/charts/ThroughputChart.h"
#include "app/gui/charts/WeekMap.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/ExportButton.h"
#include "app/gui/widgets/OptionPicker.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "simulator/scaling/WeekUse.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kLadderColumn = 5;

ReportParts scalingParts()
{
    ReportParts parts;
    for (bool ReportParts::* part : {&ReportParts::requirements,
                                     &ReportParts::prices,
                                     &ReportParts::cost,
                                     &ReportParts::ledgers,
                                     &ReportParts::scores,
                                     &ReportParts::stability,
                                     &ReportParts::questions,
                                     &ReportParts::workedFigures,
                                     &ReportParts::evidence}) {
        parts.*part = false;
    }
    return parts;
}

/// The ladder's axis: the limit in the middle, twice the limit at the right end.
RangeAxis ladderAxis(const Format& format)
{
    RangeAxis axis;
    axis.low = 0.0;
    axis.high = 2.0;
    for (const int percent : {0, 50, 100, 150, 200}) {
        axis.ticks.push_back(percent / 100.0);
        axis.labels.append(percent == 100 ? format.percent(1.0) : format.integer(percent));
    }
    return axis;
}

} // namespace

ScalingPage::ScalingPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Scaling, workspace, parent)
{
    setEmptyText(tr("No limits yet"),
                 tr("A plan needs a workload before limits can be dated."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* label = new TypedLabel(Type::Note, tr("&Option"));
    label->setInk(Ink::Text2);
    m_picker = new OptionPicker(workspace, this);
    label->setBuddy(m_picker);
    headerRow()->addWidget(label);
    headerRow()->addWidget(m_picker);
    headerRow()->addSpacing(px(4));
    headerRow()->addWidget(new ExportButton(workspace, scalingParts(), this));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTable(), 4);
    column->addWidget(new Rule);
    column->addWidget(buildCharts(), 5);
    setContent(content);
    connect(&workspace.selection(), &Selection::optionChanged, this, &ScalingPage::showOption);
    connect(&workspace.selection(), &Selection::figureChanged, this, &ScalingPage::followFigure);
}

bool ScalingPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

QWidget* ScalingPage::buildTable()
{
    m_model = new TableModel(this);
    m_model->setColumns(
        {{QString(), {}, Qt::AlignLeft},
         {tr("Limit"), tr("■ hard  △ can be raised"), Qt::AlignLeft},
         {tr("In use"), tr("now"), Qt::AlignRight},
         {tr("Limit"), {}, Qt::AlignRight},
         {tr("Unit"), {}, Qt::AlignLeft},
         {tr("Use of the limit"), {}, Qt::AlignLeft, QVariant::fromValue(ladderAxis(format()))},
         {tr("Reached"), tr("base case"), Qt::AlignRight},
         {tr("Early"), tr("1 of 10 paths"), Qt::AlignRight},
         {tr("Next step"), tr("and its price"), Qt::AlignLeft}});
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("limitsTable"));
    m_table->setAccessibleName(tr("Limits"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(kLadderColumn, new LimitDelegate(m_table));
    m_table->setStretch({0, 4, 0, 0, 0, 1, 0, 0, 1}); // names give way, what a step brings and costs does not
    const auto choose = [this](const QModelIndex& now) {
        if (!m_isFollowing && now.isValid() && !now.data(FigureRole).toString().isEmpty()) {
            workspace().selection().setFigure(now.data(LetterRole).toString(),
                                              now.data(FigureRole).toString());
        }
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
    connect(m_table, &RuledTable::pinRequested, this, [this, choose](const QModelIndex& index) {
        choose(index);
        workspace().selection().pin();
    });
    return m_table;
}

QWidget* ScalingPage::buildCharts()
{
    const QMargins margins(px(16), px(10), px(16), px(8));
    m_throughput = new ThroughputChart;
    m_throughputTitle = new SectionTitle(tr("Throughput against machines"));
    m_throughputFrame =
        new ChartFrame(m_throughputTitle, m_throughput, [this] { return m_throughput->table(); }, margins);
    m_machines = new MachinesChart;
    m_machinesFrame = new ChartFrame(
        new SectionTitle(tr("Machines by month"), tr("base case, at the peak of each month")),
        m_machines,
        [this] { return m_machines->table(); },
        margins);
    m_growth = new QStackedWidget;
    m_growth->addWidget(m_throughputFrame);
    m_growth->addWidget(m_machinesFrame);
    m_week = new WeekMap;
    m_week->setObjectName(QStringLiteral("useMap"));
    m_weekTitle = new SectionTitle(tr("Use over the week"));
    m_weekFrame =
        new ChartFrame(m_weekTitle, m_week, [this] { return m_week->table(); }, QMargins(0, 0, 0, 0));
    m_weekAnswer = new TypedLabel(Type::Body);
    m_weekAnswer->setObjectName(QStringLiteral("weekAnswer"));
    m_weekAnswer->setWordWrap(true);
    m_weekRest = new TypedLabel(Type::Note);
    m_weekRest->setInk(Ink::Text2);
    m_weekRest->setWordWrap(true);
    auto* week = new QWidget;
    auto* column = new QVBoxLayout(week);
    column->setContentsMargins(margins);
    column->setSpacing(px(4));
    m_weekFrame->setMaximumHeight(px(360)); // as tall as its cells grow: the answer stands right below
    column->addWidget(m_weekFrame, 1);
    column->addWidget(m_weekAnswer);
    column->addWidget(m_weekRest);
    column->addStretch();
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_growth, 1);
    layout->addWidget(new Rule(Qt::Vertical));
    layout->addWidget(week, 1);
    return row;
}

void ScalingPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    showOption(); // it may have been chosen on another page
}

void ScalingPage::showStale(bool isStale)
{
    m_model->setMuted(isStale);
}

void ScalingPage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    m_picker->refill();
    showOption();
}

TableCell ScalingPage::ladderCell(const simulator::Limit& limit) const
{
    const bool isKnown = limit.value > 0.0;
    const auto share = [&](double used) {
        return isKnown ? used / limit.value : 0.0;
    };
    LimitCell bars{.now = share(limit.usedNow), .horizon = share(limit.usedAtHorizon), .isKnown = isKnown};
    if (limit.usedAtHorizonP90 && isKnown) {
        bars.horizonP90 = share(*limit.usedAtHorizonP90);
    }
    TableCell cell = textCell({});
    cell.special = QVariant::fromValue(bars);
    const auto percent = [&](double value) {
        return format().percent(isKnown ? std::optional(value) : std::nullopt);
    };
    cell.toolTip = bars.horizonP90
                       ? tr("%1 now, %2 at the horizon, %3 with fast growth (P90)")
                             .arg(percent(bars.now), percent(bars.horizon), percent(*bars.horizonP90))
                       : tr("%1 now, %2 at the horizon").arg(percent(bars.now), percent(bars.horizon));
    return cell;
}

/// "one more machine: +7.6 requests/s for 7.07 USD/h": what to do, and below it what that brings and costs.
TableCell ScalingPage::stepCell(const simulator::Limit& limit) const
{
    if (limit.nextStep.empty()) {
        return textCell(QString(QChar(0x2013)));
    }
    QString whole = format().engineProse(limit.nextStep);
    whole[0] = whole.at(0).toUpper();
    const qsizetype colon = whole.indexOf(QLatin1String(": "));
    const bool hasPrice = colon > 0 && whole.contains(QLatin1Char('/'), Qt::CaseInsensitive);
    TableCell cell =
        colon > 0 ? textCell(whole.left(colon), whole.mid(colon + 2)) : textCell(whole, tr("price unknown"));
    if (colon > 0 && !hasPrice) {
        cell.second += tr(", price unknown");
    }
    cell.toolTip = whole;
    return cell;
}

TableRow ScalingPage::limitRow(const simulator::Limit& limit,
                               const QString& letter,
                               const QString& prefix,
                               model::Month last) const
{
    const bool hasPaths = workspace().comparison()->paths > 0;
    TableRow row;
    row.kind = RowKind::Normal;
    row.letter = letter;
    row.figure = prefix + QStringLiteral("limit-") + fromEngine(limit.key);
    row.key = fromEngine(limit.name);
    const QString mark = limit.isRaisable ? QStringLiteral("△ ") : QStringLiteral("■ ");
    TableCell name =
        textCell(mark + format().wording().engineText(limit.name), {}, limit.hitBase.has_value());
    name.second = limit.isAssumption ? tr("assumed") : fromEngine(limit.source.title);
    name.toolTip = tr("%1, %2").arg(format().wording().engineText(limit.name),
                                    limit.isRaisable ? tr("can be raised") : tr("hard"));
    TableCell unit = textCell(format().unit(limit.unit));
    unit.isSmall = true;
    unit.isMuted = true;
    const auto monthCell = [&](const std::optional<model::Month>& month, bool isStrong) {
        return numberCell(format().limitMonth(month, last),
                          month ? std::optional(month->year * 12.0 + month->month) : std::nullopt,
                          isStrong && month.has_value());
    };
    TableCell number = textCell({});
    number.isMuted = true;
    row.cells = {number,
                 name,
                 numberCell(format().significant(limit.usedNow), limit.usedNow),
                 numberCell(format().significant(limit.value), limit.value),
                 unit,
                 ladderCell(limit),
                 monthCell(limit.hitBase, true),
                 hasPaths ? monthCell(limit.hitP10, false) : numberCell(QString(QChar(0x2013)), std::nullopt),
                 stepCell(limit)};
    return row;
}

void ScalingPage::showLimits(const simulator::Comparison& comparison, const simulator::OptionResult& option)
{
    const model::Month last = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    const QString letter = fromEngine(option.spec.letter);
    std::vector<TableRow> rows;
    for (std::size_t index = 0; index < option.workloads.size(); ++index) {
        const auto& workload = option.workloads[index];
        if (option.workloads.size() > 1) {
            TableRow group;
            group.kind = RowKind::Group;
            group.cells = {textCell(fromEngine(workload.id.text()))};
            rows.push_back(std::move(group));
        }
        const QString prefix = index > 0 ? QStringLiteral("workload-%1-").arg(index + 1) : QString();
        int number = 0;
        for (const auto& limit : workload.limits) {
            rows.push_back(limitRow(limit, letter, prefix, last));
            rows.back().cells.front().text = format().integer(++number);
        }
        if (workload.limits.empty()) {
            TableRow group;
            group.kind = RowKind::Group;
            group.cells = {textCell(tr("No limit is known: the throughput of this option is unknown."))};
            rows.push_back(std::move(group));
        }
    }
    m_isFollowing = true;
    m_model->setRows(std::move(rows));
    m_isFollowing = false;
    // The charts take what a short ladder leaves; a long one scrolls.
    m_table->setMinimumHeight(std::min(m_table->contentHeight() + px(12), px(300)));
    m_table->setMaximumHeight(m_table->contentHeight() + px(12));
}

void ScalingPage::showThroughput(const RunResultPtr& result, const simulator::OptionResult& option)
{
    const QString letter = fromEngine(option.spec.letter);
    const bool hasCurve = option.bindingWorkload < option.workloads.size()
                          && !option.workloads[option.bindingWorkload].throughput.empty();
    m_growth->setCurrentWidget(hasCurve ? m_throughputFrame : m_machinesFrame);
    if (!hasCurve) {
        m_throughput->clear();
        m_machines->setResult(result, option.bindingWorkload, letter);
        m_machinesFrame->refresh();
        return;
    }
    const auto& workload = option.workloads[option.bindingWorkload];
    m_throughput->setWorkload(result, letter, workload);
    const auto& wanted = result->plan->workloads[option.bindingWorkload].objectives;
    const model::Month last =
        model::monthsLater(result->comparison->starts, result->comparison->horizonMonths - 1);
    const QString within = wanted.latencyP95Seconds
                               ? tr("P95 ≤ %1; ").arg(format().duration(wanted.latencyP95Seconds))
                               : QString();
    m_throughputTitle->setNote(tr("%1dashed: demand now, %2").arg(within, format().month(last)));
    m_throughputFrame->refresh();
}

void ScalingPage::showWeek(const RunResultPtr& result, const simulator::OptionResult& option)
{
    const bool isKnown = option.bindingWorkload < option.workloads.size()
                         && option.workloads[option.bindingWorkload].utilisation.has_value();
    m_week->setEnabled(isKnown);
    const auto& plan = *result->plan;
    const auto& profile =
        plan.workloads[std::min(option.bindingWorkload, plan.workloads.size() - 1)].demand.profile;
    if (!isKnown) {
        m_week->setProfile(profile);
        m_weekTitle->setNote(tr("% of the busiest hour"));
        m_weekAnswer->setText(tr("What the pool sustains is unknown, so its use is too."));
        m_weekRest->clear();
        m_weekFrame->refresh();
        return;
    }
    const auto& workload = option.workloads[option.bindingWorkload];
    const simulator::WeekUse use = simulator::weekUse(profile, *workload.utilisation);
    m_week->setUse(use.use);
    m_weekTitle->setNote(tr("% of sustained throughput, %1").arg(format().month(result->comparison->starts)));
    m_weekAnswer->setText(tr("%1 of %2 hours run at %3 or more; the peak is %4 %5:00.")
                              .arg(use.busyHours)
                              .arg(model::kHoursPerWeek)
                              .arg(format().percent(simulator::WeekUse::kBusyFraction),
                                   format().locale().dayName(use.peakHour / 24 + 1))
                              .arg(use.peakHour % 24, 2, 10, QLatin1Char('0')));
    const QString machines =
        workload.machinesPerMonth.empty()
            ? QString()
            : tr("%1 machines in the first month; ").arg(format().plain(workload.machinesPerMonth.front()));
    m_weekRest->setText(tr("%1on average the pool works at %2 of what it sustains.")
                            .arg(machines, format().percent(use.mean)));
    m_weekFrame->refresh();
}

void ScalingPage::followFigure()
{
    if (!isVisible()) {
        return;
    }
    QString figure = workspace().selection().figure();
    const auto* option = m_picker->option();
    if (option != nullptr && figure.endsWith(QLatin1String("first-limit"))
        && option->bindingWorkload < option->workloads.size()
        && option->workloads[option->bindingWorkload].firstLimit) {
        figure = figure.chopped(11) + QStringLiteral("limit-")
                 + fromEngine(option->workloads[option->bindingWorkload].firstLimit->key);
    }
    const int row = m_model->rowOfFigure(figure);
    if (row >= 0 && m_table->currentIndex().row() != row) {
        m_isFollowing = true;
        m_table->setCurrentIndex(m_model->index(row, 1));
        m_isFollowing = false;
    }
}

void ScalingPage::showOption()
{
    const RunResultPtr result = workspace().runner().result();
    const auto* option = m_picker->option();
    if (!result || option == nullptr || !isVisible()) {
        return;
    }
    showLimits(*result->comparison, *option);
    showThroughput(result, *option);
    showWeek(result, *option);
    setVerdict(scalingVerdict(*result->comparison, *option));
    followFigure();
}

} // namespace wherewithal::app
