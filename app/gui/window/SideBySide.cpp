// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/SideBySide.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/session/LocalEngine.h"
#include "app/session/PlanDifferences.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kOptionColumn = 0;

const simulator::WorkloadResult* binding(const simulator::OptionResult* option)
{
    return option != nullptr && option->bindingWorkload < option->workloads.size()
               ? &option->workloads[option->bindingWorkload]
               : nullptr;
}

std::optional<double> costOf(const simulator::OptionResult* option)
{
    return option != nullptr && option->state != simulator::OptionState::Excluded
               ? std::optional(option->cost.base.toDouble())
               : std::nullopt;
}

std::optional<double> latencyOf(const simulator::OptionResult* option)
{
    const simulator::WorkloadResult* workload = binding(option);
    return workload != nullptr && workload->latency ? std::optional(workload->latency->p95Seconds)
                                                    : std::nullopt;
}

QString rankOf(const simulator::OptionResult* option, const Format& format)
{
    if (option == nullptr) {
        return QStringLiteral("–");
    }
    return option->rank ? format.integer(*option->rank) : format.name(option->state);
}

QString limitOf(const simulator::OptionResult* option, const Format& format)
{
    const simulator::WorkloadResult* workload = binding(option);
    return workload != nullptr && workload->firstLimit ? format.month(workload->firstLimit->hitBase)
                                                       : format.month(std::nullopt);
}

QString asText(const TableModel& model)
{
    QString lines;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (row < 0) {
                const QString unit = model.headerData(column, Qt::Horizontal, UnitRole).toString();
                const QString name = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
                cells.append(unit.isEmpty() ? name : name + QStringLiteral(" [") + unit + QLatin1Char(']'));
            } else {
                const QModelIndex index = model.index(row, column);
                const QString letter = column == 0 ? index.data(LetterRole).toString() : QString();
                const QString text = index.data().toString();
                cells.append(letter.isEmpty() ? text : letter + QLatin1Char(' ') + text);
            }
        }
        lines += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return lines;
}

} // namespace

SideBySide::SideBySide(Workspace& workspace, PlanFiles& files, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_files(files)
    , m_runner(workspace.engine())
    , m_options(new TableModel(this))
    , m_inputs(new TableModel(this))
{
    setObjectName(QStringLiteral("sideBySide"));
    setWindowTitle(tr("Two plans side by side - Wherewithal"));
    resize(px(1100), px(700));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Rule);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    m_optionsTable = buildTable("differingOptions", tr("Options of both plans"), m_options);
    m_optionsTable->setItemDelegateForColumn(kOptionColumn, new LetterDelegate(m_optionsTable));
    splitter->addWidget(m_optionsTable);
    auto* inputs = new QWidget;
    auto* below = new QVBoxLayout(inputs);
    below->setContentsMargins(0, px(8), 0, 0);
    m_inputsTitle = new SectionTitle(tr("Inputs that differ"));
    m_inputsTitle->setContentsMargins(px(16), 0, px(16), 0);
    m_inputsTable = buildTable("differingInputs", tr("Inputs that differ"), m_inputs);
    below->addWidget(m_inputsTitle);
    below->addWidget(m_inputsTable, 1);
    splitter->addWidget(inputs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(splitter, 1);
    connect(&m_workspace.runner(), &SimulationRunner::resultReady, this, &SideBySide::refresh);
    connect(&m_runner, &SimulationRunner::resultReady, this, &SideBySide::refresh);
    connect(&m_runner, &SimulationRunner::failed, this, &SideBySide::showError);
    connect(&m_runner, &SimulationRunner::progressed, this, [this](double share) {
        m_progress->setValue(static_cast<int>(100 * share));
    });
    const auto showWork = [this] {
        m_progress->setVisible(m_runner.isRunning());
        m_cancel->setVisible(m_runner.isRunning());
    };
    connect(&m_runner, &SimulationRunner::started, this, showWork);
    connect(&m_runner, &SimulationRunner::finished, this, showWork);
    showWork();
    fillChoices();
}

QWidget* SideBySide::buildHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(new TypedLabel(Type::Title, tr("Two plans side by side")));
    row->addStretch(1);
    m_progress = new QProgressBar(head);
    m_progress->setAccessibleName(tr("Progress of the other plan"));
    m_progress->setMaximumWidth(px(120));
    m_progress->setMaximumHeight(px(10));
    m_progress->setTextVisible(false);
    m_cancel = makeButton(tr("Cancel"), QStringLiteral("cancelOther"), head);
    auto* label = new TypedLabel(Type::Note, tr("Compare &with"));
    label->setInk(Ink::Text2);
    m_choice = new QComboBox(head);
    m_choice->setObjectName(QStringLiteral("otherPlan"));
    m_choice->setAccessibleName(tr("The other plan"));
    m_choice->setMinimumWidth(px(220));
    label->setBuddy(m_choice);
    QPushButton* swapSides = makeButton(tr("Swap"), QStringLiteral("swapPlans"), head);
    QPushButton* copy = makeButton(tr("Copy as text"), QStringLiteral("copyDifferences"), head);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_progress, m_cancel, label, m_choice, swapSides, copy}) {
        row->addWidget(widget);
    }
    m_verdict = new TypedLabel(Type::Body);
    m_verdict->setObjectName(QStringLiteral("differenceVerdict"));
    m_verdict->setWordWrap(true);
    column->addLayout(row);
    column->addWidget(m_verdict);
    connect(m_choice, &QComboBox::activated, this, &SideBySide::choose);
    connect(swapSides, &QPushButton::clicked, this, &SideBySide::swap);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(plainText()); });
    connect(m_cancel, &QPushButton::clicked, &m_runner, &SimulationRunner::cancel);
    return head;
}

RuledTable* SideBySide::buildTable(const char* name, const QString& accessibleName, TableModel* model)
{
    auto* table = new RuledTable(this);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    return table;
}

void SideBySide::fillChoices()
{
    m_choice->clear();
    m_choice->addItem(tr("this plan before its edits"), QStringLiteral("unedited"));
    for (const RecentPlan& plan : m_files.recent()) {
        if (!plan.draft && plan.isThere && plan.path != m_workspace.document().path()) {
            m_choice->addItem(plan.name, plan.path);
        }
    }
    m_choice->addItem(tr("another file..."), QStringLiteral("file"));
}

void SideBySide::choose(int row)
{
    const QString what = m_choice->itemData(row).toString();
    if (what == QLatin1String("unedited")) {
        compareWith(m_files.unedited(), tr("before the edits"));
    } else if (what == QLatin1String("file")) {
        if (const QString path = m_files.askForPath(); !path.isEmpty()) {
            load(path);
        }
    } else {
        load(what);
    }
}

void SideBySide::load(const QString& path)
{
    const auto plan = fileStorage().load(path.toStdString());
    if (!plan) {
        showError(plan.error());
        return;
    }
    compareWith(*plan, fromEngine(plan->name));
}

void SideBySide::compareWith(const model::Plan& other, const QString& name)
{
    m_otherName = name;
    m_verdict->setText(tr("Computing %1").arg(name));
    m_runner.request(other);
}

void SideBySide::refresh()
{
    const RunResultPtr other = m_runner.result();
    const RunResultPtr own = m_workspace.runner().result();
    if (!own || !other || !isVisible()) {
        return;
    }
    Side left{.name = fromEngine(own->plan->name), .result = own};
    Side right{.name = m_otherName, .result = other};
    if (m_isSwapped) {
        std::swap(left, right);
    }
    fillOptions(left, right);
    fillInputs(left, right);
}

void SideBySide::fillOptions(const Side& left, const Side& right)
{
    const Format format;
    const simulator::Comparison& before = *left.result->comparison;
    const simulator::Comparison& after = *right.result->comparison;
    const Scale scale = costScale(before);
    // Amounts of two currencies are not subtracted: the difference is unknown then.
    const bool isSameCurrency = before.currency == after.currency;
    const auto unit = [&](const simulator::Comparison& comparison) {
        return format.scaleUnit(scale, std::string(comparison.currency.code()));
    };
    m_options->setColumns(
        {{tr("Option"), {}, Qt::AlignLeft},
         {tr("Rank"), tr("left"), Qt::AlignRight},
         {tr("Rank"), tr("right"), Qt::AlignRight},
         {tr("Cost, left"), unit(before), Qt::AlignRight},
         {tr("Cost, right"), unit(after), Qt::AlignRight},
         {tr("Difference"), isSameCurrency ? unit(after) : tr("two currencies"), Qt::AlignRight},
         {tr("P95 latency"), tr("s, left"), Qt::AlignRight},
         {tr("P95 latency"), tr("s, right"), Qt::AlignRight},
         {tr("First limit"), tr("left"), Qt::AlignRight},
         {tr("First limit"), tr("right"), Qt::AlignRight}});
    std::vector<std::string> ids;
    for (const auto* comparison : {&before, &after}) {
        for (const simulator::OptionResult& option : comparison->options) {
            if (std::ranges::find(ids, option.spec.id.text()) == ids.end()) {
                ids.push_back(option.spec.id.text());
            }
        }
    }
    std::vector<TableRow> rows;
    int differing = 0;
    for (const std::string& id : ids) {
        const simulator::OptionResult* a = before.findOption(id);
        const simulator::OptionResult* b = after.findOption(id);
        const simulator::OptionSpec& spec = (a != nullptr ? a : b)->spec;
        const auto costA = costOf(a);
        const auto costB = costOf(b);
        const auto change = costA && costB && isSameCurrency ? std::optional(*costB - *costA) : std::nullopt;
        differing += (costA != costB || latencyOf(a) != latencyOf(b)) ? 1 : 0;
        const auto cost = [&](const simulator::OptionResult* option, std::optional<double> value) {
            return numberCell(
                format.lowerBound(format.scaled(value, scale), option != nullptr && !option->cost.isComplete),
                value);
        };
        TableRow row{.kind = RowKind::Normal, .letter = fromEngine(spec.letter)};
        row.cells = {textCell(format.optionTitle(spec), format.optionDetail(spec)),
                     textCell(rankOf(a, format)),
                     textCell(rankOf(b, format)),
                     cost(a, costA),
                     cost(b, costB),
                     numberCell(change ? format.difference(*change / scale.divisor(), scale.decimals)
                                       : format.unknown(),
                                change,
                                true),
                     numberCell(format.significant(latencyOf(a)), latencyOf(a)),
                     numberCell(format.significant(latencyOf(b)), latencyOf(b)),
                     textCell(limitOf(a, format)),
                     textCell(limitOf(b, format))};
        rows.push_back(std::move(row));
    }
    m_options->setRows(std::move(rows));
    m_optionsTable->setStretch({6, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    m_verdict->setText(
        differing == 0
            ? tr("No option differs in cost or latency. Left: %1. Right: %2.").arg(left.name, right.name)
            : tr("%n options differ in cost or latency. Left: %1. Right: %2.", nullptr, differing)
                  .arg(left.name, right.name));
}

void SideBySide::fillInputs(const Side& left, const Side& right)
{
    const auto differences = planDifferences(*left.result->plan, *right.result->plan);
    m_inputs->setColumns(
        {{tr("Input"), {}, Qt::AlignLeft}, {left.name, {}, Qt::AlignLeft}, {right.name, {}, Qt::AlignLeft}});
    std::vector<TableRow> rows;
    for (const InputDifference& difference : differences) {
        const auto value = [](const QString& text) {
            TableCell cell = textCell(text.isEmpty() ? tr("not given") : text);
            cell.isMuted = text.isEmpty();
            return cell;
        };
        TableRow row{.kind = RowKind::Single};
        row.cells = {textCell(difference.place), value(difference.left), value(difference.right)};
        row.cells.front().place = difference.place;
        rows.push_back(std::move(row));
    }
    m_inputsTitle->setNote(
        differences.empty() ? tr("none") : tr("%n values", nullptr, static_cast<int>(differences.size())));
    m_inputs->setRows(std::move(rows));
    m_inputsTable->setStretch({2, 3, 3});
}

void SideBySide::swap()
{
    m_isSwapped = !m_isSwapped;
    refresh();
}

QString SideBySide::plainText() const
{
    return m_verdict->text() + QStringLiteral("\n\n") + asText(*m_options) + QLatin1Char('\n')
           + asText(*m_inputs);
}

void SideBySide::showError(const model::Error& error)
{
    m_verdict->setText(tr("✕ %1").arg(fromEngine(model::text(error))));
}

void SideBySide::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SideBySide::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillChoices();
    if (!m_runner.result()) {
        compareWith(m_files.unedited(), tr("before the edits"));
    } else {
        refresh();
    }
}

void SideBySide::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().base);
}

} // namespace wherewithal::app
