// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/DemandPage.h"

#include "app/gui/charts/DemandChart.h"
#include "app/gui/charts/MachinesChart.h"
#include "app/gui/charts/WeekEditor.h"
#include "app/gui/models/EditableTable.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/pages/WorkloadForm.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/SideColumns.h"
#include "app/session/FileGuess.h"
#include "app/session/Imports.h"
#include "model/units/Measure.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kFormWidth = 376; ///< design pixels

constexpr int kFanPaths = 512; // order statistics of a chart; the cost paths are drawn apart

enum class StepColumn
{
    Month,
    Factor,
    Label,
};

QWidget* region(SectionTitle* title, const QList<QWidget*>& parts)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(px(16), px(8), px(16), px(8));
    layout->setSpacing(px(6));
    layout->addWidget(title);
    for (QWidget* part : parts) {
        layout->addWidget(part, qobject_cast<QStackedWidget*>(part) != nullptr ? 1 : 0);
    }
    return widget;
}

QTabBar* viewTabs(const QString& name, const QStringList& texts)
{
    auto* tabs = new QTabBar;
    tabs->setObjectName(name);
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    for (const QString& text : texts) {
        tabs->addTab(text);
    }
    return tabs;
}

} // namespace

DemandPage::DemandPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Demand, workspace, parent)
{
    m_chooseFile = [this](const QString& title, const QString& filter) {
        return QFileDialog::getOpenFileName(this, title, {}, filter);
    };
    setEmptyText(tr("No demand yet"),
                 tr("Demand belongs to a workload; the plan has none."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    m_workload = new QComboBox(this);
    m_workload->setObjectName(QStringLiteral("demandWorkload"));
    m_workload->setAccessibleName(tr("Workload"));
    headerRow()->addWidget(m_workload);
    connect(m_workload, &QComboBox::activated, this, [this] {
        rebuild();
        showPlan();
        if (const auto result = this->workspace().runner().result()) {
            showResult(result);
        }
    });
    QWidget* forms = buildForms();
    auto* charts = new QWidget;
    auto* right = new QVBoxLayout(charts);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(buildWeek(), 1);
    right->addWidget(new Rule);
    right->addWidget(buildHorizon(), 1);
    setContent(
        new SideColumns(forms, charts, {.leftWidth = kFormWidth, .least = 900.0, .rightHeight = 640.0}));
}

QWidget* DemandPage::buildForms()
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* forms = new QWidget;
    forms->setBackgroundRole(QPalette::Base);
    forms->setAutoFillBackground(true);
    m_formColumn = new QVBoxLayout(forms);
    m_formColumn->setContentsMargins(px(16), px(10), px(12), px(10));
    m_formColumn->setSpacing(px(8));
    m_formColumn->addWidget(new SectionTitle(tr("Arrivals and growth")));
    m_formColumn->addWidget(new Rule);
    m_formColumn->addWidget(
        new SectionTitle(tr("Steps and shocks"), tr("demand is multiplied from that month on")));
    m_steps = new EditableTable(this);
    m_steps->setColumns({{tr("Month"), tr("YYYY-MM"), Qt::AlignLeft},
                         {tr("Factor"), tr("1.5, 1.2 to 2"), Qt::AlignRight},
                         {tr("What happens"), {}, Qt::AlignLeft}});
    m_stepTable = new RuledTable;
    m_stepTable->setObjectName(QStringLiteral("demandSteps"));
    m_stepTable->setAccessibleName(tr("Steps of demand"));
    m_stepTable->setModel(m_steps);
    m_stepTable->setFlush(true);
    m_stepTable->setStretch({1, 2, 3});
    m_stepTable->setGrowing(true);
    m_stepTable->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked
                                 | QAbstractItemView::EditKeyPressed);
    auto* remove = new QAction(tr("Remove step"), m_stepTable);
    remove->setObjectName(QStringLiteral("removeStep"));
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_stepTable->addAction(remove);
    m_stepTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, &DemandPage::removeStep);
    connect(m_steps, &EditableTable::edited, this, &DemandPage::editStep, Qt::QueuedConnection);
    m_formColumn->addWidget(m_stepTable);
    m_message = new TypedLabel(Type::Note);
    m_message->setObjectName(QStringLiteral("demandMessage"));
    m_message->setInk(Ink::Bad);
    m_message->setWordWrap(true);
    m_message->hide();
    m_formColumn->addWidget(m_message);
    auto* hint =
        new TypedLabel(Type::Note,
                       tr("Type into the last row for another step; Delete removes one. A factor below 1 is "
                          "a loss, a range is an uncertain one."));
    hint->setInk(Ink::Text2);
    hint->setWordWrap(true);
    m_formColumn->addWidget(hint);
    m_formColumn->addStretch(1);
    scroll->setWidget(forms);
    return scroll;
}

QWidget* DemandPage::buildWeek()
{
    m_weekTitle = new SectionTitle(tr("Over the week"), tr("% of the busiest hour"));
    auto* load = makeButton(tr("&Import week…"), QStringLiteral("importWeek"), this);
    load->setToolTip(tr("168 numbers, seven rows of 24, or a log or trace with dates"));
    QTabBar* tabs = viewTabs(QStringLiteral("weekViews"), {tr("Map"), tr("Table")});
    tabs->setAccessibleName(tr("Map or table of the week"));
    m_weekTitle->row()->addWidget(load);
    m_weekTitle->row()->addWidget(tabs);
    m_week = new WeekEditor;
    m_weekModel = new TableModel(this);
    auto* table = new RuledTable;
    table->setObjectName(QStringLiteral("weekTable"));
    table->setAccessibleName(tr("Arrivals by hour of the week"));
    table->setModel(m_weekModel);
    std::vector<TableColumn> columns{{tr("Hour"), {}, Qt::AlignLeft}};
    for (int day = 1; day <= 7; ++day) {
        columns.push_back(
            {QLocale().dayName(day, QLocale::ShortFormat), QStringLiteral("%"), Qt::AlignRight});
    }
    m_weekModel->setColumns(std::move(columns));
    table->setStretch({1, 1, 1, 1, 1, 1, 1, 1});
    m_weekStack = new QStackedWidget;
    m_weekStack->addWidget(m_week);
    m_weekStack->addWidget(table);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_blockText = new TypedLabel(Type::Note);
    m_blockText->setObjectName(QStringLiteral("weekBlock"));
    m_blockText->setInk(Ink::Text2);
    m_value = new QLineEdit;
    m_value->setObjectName(QStringLiteral("weekValue"));
    m_value->setAccessibleName(tr("Share of the busiest hour for the selected hours, in per cent"));
    m_value->setFixedWidth(px(72));
    m_value->setTextMargins(px(5), 0, px(5), 0);
    m_value->setPlaceholderText(QStringLiteral("%"));
    auto* label = new TypedLabel(Type::Note, tr("&Set to"));
    label->setBuddy(m_value);
    row->addWidget(m_blockText, 1);
    row->addWidget(label);
    row->addWidget(m_value);
    connect(tabs, &QTabBar::currentChanged, m_weekStack, &QStackedWidget::setCurrentIndex);
    connect(m_week, &WeekEditor::blockChanged, this, [this] { m_blockText->setText(m_week->blockText()); });
    connect(m_week, &WeekEditor::changeRequested, this, [this](const model::WeekProfile& profile) {
        changeProfile(profile, tr("week profile drawn"), true);
    });
    connect(m_week, &WeekEditor::valueTyped, this, [this](const QString& text) {
        m_value->setText(text);
        m_value->setFocus(Qt::OtherFocusReason);
        m_value->setCursorPosition(static_cast<int>(text.size()));
    });
    connect(m_week, &WeekEditor::pasteRequested, this, [this] {
        takeProfile(parseWeekProfile(QApplication::clipboard()->text().toStdString()),
                    tr("paste week profile"));
    });
    connect(m_value, &QLineEdit::returnPressed, this, &DemandPage::commitValue);
    connect(load, &QPushButton::clicked, this, [this] {
        const QString path = m_chooseFile(tr("Week profile"),
                                          tr("Tables, logs and traces (*.csv *.tsv *.txt);;All files (*)"));
        if (!path.isEmpty()) {
            openProfile(path);
        }
    });
    return region(m_weekTitle, {m_weekStack, line});
}

QWidget* DemandPage::buildHorizon()
{
    m_horizonTitle = new SectionTitle(tr("Over the horizon"));
    m_views = viewTabs(QStringLiteral("demandViews"), {tr("Demand"), tr("Machines"), tr("Table")});
    m_views->setAccessibleName(tr("Demand, machines or table"));
    m_horizonTitle->row()->addWidget(m_views);
    m_chart = new DemandChart;
    m_machines = new MachinesChart;
    m_model = new TableModel(this);
    auto* table = new RuledTable;
    table->setObjectName(QStringLiteral("demandTable"));
    table->setAccessibleName(tr("Demand by month"));
    table->setModel(m_model);
    table->setStretch({1, 1, 1, 1, 1});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_machines);
    m_stack->addWidget(table);
    connect(m_views, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        showFan();
    });
    connect(m_machines, &PlainChartView::optionClicked, this, [this](const QString& letter) {
        this->workspace().selection().setFigure(letter, QStringLiteral("cost"));
    });
    return region(m_horizonTitle, {m_stack});
}

bool DemandPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

std::size_t DemandPage::current() const
{
    return static_cast<std::size_t>(
        std::clamp(m_workload->currentIndex(),
                   0,
                   std::max(0, static_cast<int>(workspace().plan().workloads.size()) - 1)));
}

const model::Demand& DemandPage::demand() const
{
    return workspace().plan().workloads[current()].demand;
}

int DemandPage::issueCount() const
{
    return m_form != nullptr ? m_form->errorCount() : 0;
}

QString DemandPage::unit() const
{
    return m_fan.isRun
               ? tr("runs a month")
               : tr("%1 in the busiest hour")
                     .arg(format().unit(
                         std::string(model::unitOfWork(workspace().plan().workloads[current()].detail))
                         + "/s"));
}

void DemandPage::say(const QString& text)
{
    m_message->setText(QStringLiteral("✕ ") + text);
    m_message->setVisible(!text.isEmpty());
}

void DemandPage::rebuild()
{
    delete m_form;
    m_shown = workspace().plan().workloads[current()].id;
    m_form = new FieldForm(workspace());
    addDemandFields(*m_form, workspace(), current());
    m_formColumn->insertWidget(1, m_form);
    connect(m_form, &FieldForm::errorChanged, this, &Page::stateChanged);
    say({});
}

void DemandPage::showPlan()
{
    const auto& workloads = workspace().plan().workloads;
    QStringList names;
    for (const auto& workload : workloads) {
        names.append(workloadName(workload));
    }
    QStringList shown;
    for (int row = 0; row < m_workload->count(); ++row) {
        shown.append(m_workload->itemText(row));
    }
    if (names != shown) {
        const int row = m_workload->currentIndex();
        m_workload->clear();
        m_workload->addItems(names);
        m_workload->setCurrentIndex(std::clamp(row, 0, static_cast<int>(names.size()) - 1));
    }
    m_workload->setVisible(workloads.size() > 1);
    if (m_form == nullptr || m_shown != workloads[current()].id) {
        rebuild();
    }
    m_form->showPlan(workspace().plan());
    m_week->setProfile(demand().profile);
    m_blockText->setText(m_week->blockText());
    std::vector<TableRow> rows;
    for (int hour = 0; hour < 24; ++hour) {
        TableRow row{.kind = RowKind::Compact};
        row.cells.push_back(textCell(QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'))));
        for (int day = 0; day < 7; ++day) {
            const double weight = demand().profile.weights[static_cast<std::size_t>(24 * day + hour)];
            row.cells.push_back(numberCell(format().number(100.0 * weight), weight));
        }
        rows.push_back(std::move(row));
    }
    m_weekModel->setRows(std::move(rows));
    showSteps();
    computeFan();
    setVerdict(demandVerdict(workspace().plan(), current()));
}

void DemandPage::showResult(const RunResultPtr& result)
{
    m_machines->setResult(result, current(), {});
}

void DemandPage::changeProfile(const model::WeekProfile& profile, const QString& text, bool isRepeat)
{
    say({});
    workspace().document().change<model::WeekProfile>(
        QStringLiteral("/workloads/%1/demand/profile").arg(current()),
        text,
        [index = current()](model::Plan& plan) -> model::WeekProfile& {
            return plan.workloads[index].demand.profile;
        },
        profile,
        isRepeat ? Merge::Repeats : Merge::Never);
}

bool DemandPage::takeFile(const FileGuess& file)
{
    if (!hasContent() || file.kind != FileKind::RequestTrace) {
        return false;
    }
    openProfile(QString::fromStdString(file.path));
    return true;
}

void DemandPage::openProfile(const QString& path)
{
    m_reading.start([file = path.toStdString()](const std::stop_token&) { return importWeekProfile(file); },
                    [this, path](const model::Result<model::WeekProfile>& read) {
                        takeProfile(read,
                                    tr("import week profile %1").arg(path.section(QLatin1Char('/'), -1)));
                    });
}

void DemandPage::takeProfile(const model::Result<model::WeekProfile>& read, const QString& text)
{
    if (!read) {
        say(errorText(read.error()));
        return;
    }
    changeProfile(*read, text, false);
}

void DemandPage::commitValue()
{
    QString text = m_value->text().trimmed();
    if (!text.endsWith(QLatin1Char('%'))) {
        text += QStringLiteral(" %");
    }
    const auto value = model::parseMeasure(text.toStdString(), model::Dimension::Fraction);
    constexpr double kMost = 100.0;
    if (!value || !value->isCertain() || value->median() < 0.0 || value->median() > kMost) {
        say(tr("“%1” is no share of the busiest hour; write 80 or 80 %.").arg(m_value->text()));
        return;
    }
    m_value->clear();
    changeProfile(withBlock(demand().profile, m_week->block(), value->median()),
                  tr("week profile, %1").arg(m_week->blockText()),
                  false);
    m_week->setFocus(Qt::OtherFocusReason);
}

void DemandPage::setSteps(const QString& text, std::vector<model::DemandStep> steps)
{
    std::ranges::stable_sort(steps, {}, &model::DemandStep::month);
    workspace().document().change<std::vector<model::DemandStep>>(
        QStringLiteral("/workloads/%1/demand/steps").arg(current()),
        text,
        [index = current()](model::Plan& plan) -> std::vector<model::DemandStep>& {
            return plan.workloads[index].demand.steps;
        },
        std::move(steps));
}

void DemandPage::editStep(int row, int column, const QString& text)
{
    std::vector<model::DemandStep> steps = demand().steps;
    const auto at = static_cast<std::size_t>(row);
    const bool isNew = at >= steps.size();
    if (isNew) {
        steps.push_back({.month = model::monthsLater(workspace().plan().starts, 12), .factor = 1.0});
    }
    model::DemandStep& step = steps[at];
    QString problem;
    switch (static_cast<StepColumn>(column)) {
    case StepColumn::Month:
        if (const auto month = model::parseMonth(text.toStdString())) {
            step.month = *month;
        } else {
            problem = tr("“%1” is no month; write 2027-06.").arg(text);
        }
        break;
    case StepColumn::Factor:
        if (const auto factor = model::parseMeasure(text.toStdString(), model::Dimension::Plain);
            factor && factor->least() > 0.0) {
            step.factor = *factor;
        } else {
            problem = tr("“%1” is no factor above 0; write 1.5 or 1.2 to 2.").arg(text);
        }
        break;
    case StepColumn::Label:
        step.label = text.toStdString();
        break;
    }
    if (!problem.isEmpty()) {
        m_steps->setProblem(row, column, text, problem);
        say(problem);
        return;
    }
    m_steps->setProblem(0, 0, {}, {});
    say({});
    const QString name = fromEngine(model::text(step.month));
    setSteps(isNew ? tr("add step of demand %1").arg(name) : tr("change step of demand %1").arg(name),
             std::move(steps));
    m_stepTable->setCurrentIndex(
        m_steps->index(row, std::min(column + 1, static_cast<int>(StepColumn::Label))));
}

void DemandPage::removeStep()
{
    std::vector<model::DemandStep> steps = demand().steps;
    const auto at = static_cast<std::size_t>(std::max(0, m_stepTable->currentIndex().row()));
    if (at < steps.size()) {
        const QString name = fromEngine(model::text(steps[at].month));
        steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(at));
        setSteps(tr("remove step of demand %1").arg(name), std::move(steps));
    }
}

void DemandPage::showSteps()
{
    std::vector<QStringList> rows;
    for (const model::DemandStep& step : demand().steps) {
        rows.push_back(
            {fromEngine(model::text(step.month)), fromEngine(step.factor.toText()), fromEngine(step.label)});
    }
    m_steps->setRows(std::move(rows));
}

void DemandPage::computeFan()
{
    m_work.start([plan = workspace().plan(), index = current()](
                     const std::stop_token&) { return simulator::demandFan(plan, index, kFanPaths); },
                 [this](simulator::DemandFan fan) {
                     m_fan = std::move(fan);
                     showFan();
                 });
}

void DemandPage::showFan()
{
    if (!hasContent()) {
        return;
    }
    const model::Plan& plan = workspace().plan();
    std::vector<DemandChart::Step> steps;
    for (const model::DemandStep& step : demand().steps) {
        const QString label = fromEngine(step.label);
        steps.push_back({model::monthsBetween(plan.starts, step.month),
                         tr("× %1 %2").arg(format().significant(step.factor.median()), label).trimmed()});
    }
    m_chart->setFan(m_fan, plan.starts, unit(), std::move(steps));
    const QString note = m_fan.p10.empty()
                             ? tr("base case; nothing in the demand is uncertain")
                             : tr("base case, band P10–P90 of %1 paths").arg(format().integer(kFanPaths));
    m_horizonTitle->setNote(m_stack->currentIndex() == 1 ? tr("machines that each option needs, base case")
                                                         : note);
    ChartTable twin = m_chart->table();
    m_model->setContents(std::move(twin.columns), std::move(twin.rows));
}

} // namespace wherewithal::app
