// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/FitView.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/MemoryDelegate.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "model/units/Quantity.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

using simulator::AcceleratorFit;
using simulator::FitFigure;

namespace {

enum class Column
{
    Name,
    Devices,
    Memory,
    Cache,
    AtOnce,
    Speed,
    Sustained,
};

FitFigure figureOf(int column)
{
    switch (static_cast<Column>(column)) {
    case Column::Devices:
        return FitFigure::Devices;
    case Column::Memory:
        return FitFigure::Weights;
    case Column::Cache:
        return FitFigure::Cache;
    case Column::AtOnce:
        return FitFigure::AtOnce;
    case Column::Speed:
        return FitFigure::Speed;
    case Column::Name:
    case Column::Sustained:
        break;
    }
    return FitFigure::Sustained;
}

bool failsSpeed(const AcceleratorFit& fit)
{
    return fit.state == AcceleratorFit::State::MissesObjective && fit.tokensPerSecond.has_value();
}

std::optional<double> gib(std::optional<double> bytes)
{
    return bytes ? std::optional(*bytes / model::kGib) : std::nullopt;
}

} // namespace

FitView::FitView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(4));
    m_title = new SectionTitle(tr("Fit"));
    m_title->setObjectName(QStringLiteral("fitTitle"));
    m_title->row()->setContentsMargins(px(16), 0, px(16), 0);
    m_subject = new QComboBox;
    m_subject->setObjectName(QStringLiteral("fitSubject"));
    m_subject->setAccessibleName(tr("Fit on"));
    m_subject->addItems({tr("each accelerator"), tr("each option")});
    m_title->row()->addWidget(m_subject);
    m_stack = new QStackedWidget;
    buildAccelerators();
    buildOptions();
    column->addWidget(m_title);
    column->addWidget(m_stack, 1);
    connect(m_subject, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        showTitle();
    });
}

void FitView::buildAccelerators()
{
    m_model = new TableModel(this);
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("acceleratorTable"));
    m_table->setAccessibleName(tr("Fit on each accelerator"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Memory), new MemoryDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_stack->addWidget(m_table);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (!now.isValid() || m_isFilling) {
                    return;
                }
                m_hasFocusedCell = true;
                m_column = now.column();
                const QString key = now.data(KeyRole).toString();
                const bool isOther = key != m_selected;
                m_selected = key;
                offer();
                if (isOther) {
                    emit selectionChanged();
                }
            });
}

void FitView::buildOptions()
{
    m_optionModel = new TableModel(this);
    m_optionModel->setColumns({{tr("Option"), tr("one replica"), Qt::AlignLeft},
                               {tr("Devices"), tr("tensor"), Qt::AlignRight},
                               {tr("Memory"), tr("weights, KV cache"), Qt::AlignLeft},
                               {tr("At once"), tr("requests"), Qt::AlignRight},
                               {tr("Latency"), tr("s, P95"), Qt::AlignRight},
                               {tr("Replica"), tr("sustained"), Qt::AlignRight},
                               {tr("Machines"), tr("first month"), Qt::AlignRight}});
    m_optionTable = new RuledTable;
    m_optionTable->setObjectName(QStringLiteral("fitTable"));
    m_optionTable->setAccessibleName(tr("Fit on each option"));
    m_optionTable->setModel(m_optionModel);
    m_optionTable->setItemDelegateForColumn(0, new LetterDelegate(m_optionTable));
    m_optionTable->setItemDelegateForColumn(2, new MemoryDelegate(m_optionTable));
    m_optionTable->setStretch({6, 1, 3, 1, 1, 1, 1});
    m_optionTable->setSortingEnabled(true);
    m_optionTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_stack->addWidget(m_optionTable);
    connect(m_optionTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid() && !m_isFilling) {
                    m_workspace.selection().setFigure(now.data(LetterRole).toString(),
                                                      now.data(FigureRole).toString());
                }
            });
}

bool FitView::showsOptions() const
{
    return m_stack->currentIndex() == 1;
}

void FitView::show(std::size_t workload, const RunResultPtr& result)
{
    const auto& workloads = m_workspace.plan().workloads;
    if (workload >= workloads.size() || !result) {
        return;
    }
    m_index = workload;
    m_result = result;
    const bool isMeasured = std::holds_alternative<model::MeasuredService>(workloads[workload].detail);
    m_subject->setVisible(!isMeasured);
    const bool isLlm = std::holds_alternative<model::LlmServing>(workloads[workload].detail);
    for (const int column : {1, 2, 3}) { // devices, memory, requests at once: of language models
        m_optionTable->setColumnWanted(column, isLlm);
    }
    m_stack->setCurrentIndex(isMeasured ? 1 : m_subject->currentIndex());
    showOptions();
    compute();
}

void FitView::compute()
{
    const model::Workload& workload = m_workspace.plan().workloads[m_index];
    if (workload == m_asked && m_askedAssumptions == m_workspace.plan().assumptions && !m_fits.empty()) {
        if (!m_work.isRunning()) {
            showTitle();
            emit fitsChanged();
        }
        return;
    }
    m_asked = workload;
    m_askedAssumptions = m_workspace.plan().assumptions;
    m_work.start(
        [workload, assumptions = m_askedAssumptions, slice = m_result->slice](const std::stop_token&) {
            return simulator::fitOnAccelerators(workload, slice->accelerators, assumptions);
        },
        [this](std::vector<AcceleratorFit> fits) {
            m_fits = std::move(fits);
            showFits();
            emit fitsChanged();
        });
}

void FitView::showFits()
{
    const bool isLlm = std::holds_alternative<model::LlmServing>(m_asked.detail);
    const QString unit = m_format.unit(std::string(model::unitOfWork(m_asked.detail)) + "/s");
    m_model->setColumns({{tr("Accelerator"), tr("one replica"), Qt::AlignLeft},
                         {tr("Devices"), tr("tensor"), Qt::AlignRight},
                         {tr("Memory"), tr("■ weights  ▨ KV  □ reserve"), Qt::AlignLeft},
                         {tr("For KV"), QStringLiteral("GiB"), Qt::AlignRight},
                         {tr("At once"), tr("requests"), Qt::AlignRight},
                         {tr("Speed"), tr("tokens/s"), Qt::AlignRight},
                         {tr("Sustained"), unit, Qt::AlignRight}});
    double most = 0.0;
    for (const AcceleratorFit& fit : m_fits) {
        most = std::max(most, fit.memoryBytes.value_or(0.0));
    }
    std::vector<TableRow> running;
    std::vector<TableRow> rest;
    for (const AcceleratorFit& fit : m_fits) {
        const bool isMissed = fit.state == AcceleratorFit::State::MissesObjective;
        TableRow row{.key = fromEngine(fit.id.text())};
        TableCell name = textCell(fromEngine(fit.name), {}, fit.state == AcceleratorFit::State::Sustains);
        if (fit.isCalibrated) {
            name.text += tr(", calibrated");
        }
        if (fit.error) {
            name.toolTip = fromEngine(fit.error->message);
        }
        name.isMuted = fit.state != AcceleratorFit::State::Sustains;
        if (fit.devices == 0) {
            row.kind = RowKind::Compact;
            TableCell why = textCell(fit.error ? fromEngine(fit.error->message) : m_format.unknown());
            why.symbol = static_cast<int>(fit.state == AcceleratorFit::State::DoesNotFit ? Symbol::Cross
                                                                                         : Symbol::Question);
            why.isMuted = true;
            why.link = QStringLiteral(" "); // the reason takes the rest of the row
            row.cells = {name, textCell({}), why, textCell({}), textCell({}), textCell({}), textCell({})};
            rest.push_back(std::move(row));
            continue;
        }
        TableCell memory;
        memory.special =
            QVariant::fromValue(MemoryCell{fit.weightsBytes, {}, most, fit.cacheBytes, fit.reserveBytes()});
        memory.sort = fit.memoryBytes ? QVariant(*fit.memoryBytes) : QVariant();
        memory.toolTip = tr("%1 of weights, %2 for the key-value cache, %3 in reserve")
                             .arg(m_format.bytes(fit.weightsBytes),
                                  isLlm ? m_format.bytes(fit.cacheBytes) : tr("nothing"),
                                  m_format.bytes(fit.reserveBytes()));
        TableCell speed = numberCell(isLlm ? m_format.number(fit.tokensPerSecond) : QStringLiteral("–"),
                                     fit.tokensPerSecond);
        if (failsSpeed(fit)) {
            speed.symbol = static_cast<int>(Symbol::Cross);
            speed.toolTip = fit.error ? fromEngine(fit.error->message) : QString();
        }
        TableCell sustained = numberCell(fit.perSecond ? m_format.significant(fit.perSecond) : tr("none"),
                                         fit.perSecond,
                                         fit.perSecond.has_value());
        const QString none = QStringLiteral("–");
        row.cells = {name,
                     numberCell(m_format.integer(fit.devices), fit.devices),
                     memory,
                     numberCell(isLlm ? m_format.number(gib(fit.cacheBytes), 1) : none, fit.cacheBytes),
                     numberCell(isLlm ? m_format.number(fit.atOnce) : none, fit.atOnce),
                     speed,
                     sustained};
        for (TableCell& cell : row.cells) {
            cell.isMuted = cell.isMuted || isMissed;
        }
        running.push_back(std::move(row));
    }
    std::ranges::move(rest, std::back_inserter(running));
    m_isFilling = true;
    const bool hasReasons =
        !running.empty() && running.back().kind == RowKind::Compact; // they need the column they begin in
    m_model->setRows(std::move(running));
    m_table->setStretch({4, 1, 1, 1, 1, 1, 1});
    m_table->setColumnWanted(static_cast<int>(Column::Memory), isLlm || hasReasons);
    for (const Column column : {Column::Cache, Column::AtOnce, Column::Speed}) {
        m_table->setColumnWanted(static_cast<int>(column), isLlm);
    }
    m_isFilling = false;
    const bool isKnown = std::ranges::any_of(
        m_fits, [&](const AcceleratorFit& fit) { return fromEngine(fit.id.text()) == m_selected; });
    select(isKnown ? m_selected : bestRow());
    showTitle();
    if (m_hasFocusedCell) {
        offer();
    }
}

QString FitView::bestRow() const
{
    // The device of the option that stands first, else the one that sustains most.
    for (const auto& option : m_result->comparison->options) {
        const model::Machine* machine =
            m_result->slice->findMachine(option.spec.provider, option.spec.machine);
        const auto fit = machine == nullptr
                             ? m_fits.end()
                             : std::ranges::find(m_fits, machine->accelerator, &AcceleratorFit::id);
        if (fit != m_fits.end() && fit->perSecond) {
            return fromEngine(fit->id.text());
        }
    }
    const auto best = std::ranges::max_element(
        m_fits, {}, [](const AcceleratorFit& fit) { return fit.perSecond.value_or(0.0); });
    return best == m_fits.end() ? QString() : fromEngine(best->id.text());
}

void FitView::select(const QString& accelerator)
{
    const bool isOther = accelerator != m_selected;
    m_selected = accelerator;
    m_isFilling = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).key == accelerator) {
            m_table->setCurrentIndex(m_model->index(row, m_column));
            m_table->scrollTo(m_model->index(std::max(0, row - 2), 0), QAbstractItemView::PositionAtTop);
        }
    }
    m_isFilling = false;
    if (isOther) {
        emit selectionChanged();
    }
}

std::optional<model::Accelerator> FitView::device(const QString& id) const
{
    const model::Accelerator* found =
        m_result ? m_result->slice->findAccelerator(model::AcceleratorId(id.toStdString())) : nullptr;
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void FitView::offer()
{
    const auto chosen = device(m_selected);
    if (!chosen || !isVisible() || showsOptions()) {
        return;
    }
    const auto root = simulator::explainFit(m_asked, *chosen, m_askedAssumptions, figureOf(m_column));
    if (root) {
        m_workspace.offerFigure(tr("%1, one replica").arg(fromEngine(chosen->displayName)), *root);
        return;
    }
    auto figure = std::make_shared<model::Figure>();
    figure->name = root.error().message;
    figure->note = root.error().hint;
    m_workspace.offerFigure(fromEngine(chosen->displayName), figure);
}

void FitView::withdraw()
{
    m_hasFocusedCell = false;
    m_workspace.offerFigure({}, nullptr);
}

void FitView::showTitle()
{
    if (showsOptions()) {
        m_title->setTitle(tr("Fit on each option"));
        m_title->setNote(tr("capacity is what one replica sustains within the objectives"));
        return;
    }
    const auto sustaining = std::ranges::count_if(
        m_fits, [](const AcceleratorFit& fit) { return fit.state == AcceleratorFit::State::Sustains; });
    QString note = tr("%1 of %2").arg(sustaining).arg(m_fits.size());
    if (const auto* serving = std::get_if<model::LlmServing>(&m_asked.detail)) {
        note += QStringLiteral(", %1").arg(
            QString::fromUtf8(model::name(serving->weightPrecision).data()).toUpper());
    }
    const auto& perToken = m_asked.objectives.timePerTokenP95Seconds;
    note += perToken ? tr(". ✕ below %1 tokens/s: over %2 each.")
                           .arg(m_format.plain(std::round(1.0 / *perToken)), m_format.duration(perToken))
                     : tr(". ✕ misses an objective even alone.");
    m_title->setTitle(tr("Fit on each accelerator"));
    m_title->setNote(note);
}

void FitView::showOptions()
{
    std::vector<TableRow> rows;
    double most = 0.0;
    for (const auto& option : m_result->comparison->options) {
        if (m_index < option.workloads.size()) {
            most = std::max(most, option.workloads[m_index].weightsBytes.value_or(0.0));
        }
    }
    const QString figure = m_result->plan->workloads.size() > 1
                               ? QStringLiteral("workload-%1-sustained").arg(m_index + 1)
                               : QStringLiteral("sustained");
    for (const auto& option : m_result->comparison->options) {
        if (m_index >= option.workloads.size()) {
            continue;
        }
        const simulator::WorkloadResult& w = option.workloads[m_index];
        TableRow row{.kind = RowKind::Normal, .letter = fromEngine(option.spec.letter), .figure = figure};
        TableCell memory;
        memory.special =
            QVariant::fromValue(MemoryCell{w.weightsBytes, w.cacheTokensPerReplica, most, {}, {}});
        memory.text = w.weightsBytes ? m_format.bytes(w.weightsBytes) : QString();
        memory.second = w.cacheTokensPerReplica
                            ? tr("%1 tokens of cache")
                                  .arg(m_format.integer(static_cast<qint64>(*w.cacheTokensPerReplica)))
                            : QString();
        memory.sort = w.weightsBytes ? QVariant(*w.weightsBytes) : QVariant();
        TableCell devices =
            numberCell(w.devicesPerReplica > 0 ? m_format.integer(w.devicesPerReplica) : tr("none"),
                       w.devicesPerReplica);
        devices.isMuted = w.devicesPerReplica == 0;
        TableCell sustained = numberCell(m_format.significant(w.perReplica), w.perReplica, true);
        if (!(w.perReplica && *w.perReplica > 0.0)) {
            sustained.symbol = static_cast<int>(w.perReplica ? Symbol::Cross : Symbol::Question);
        }
        const auto latency = w.latency ? std::optional(w.latency->p95Seconds) : std::nullopt;
        const auto machines =
            w.machinesPerMonth.empty() ? std::nullopt : std::optional(w.machinesPerMonth.front());
        row.cells = {textCell(m_format.optionTitle(option.spec), m_format.optionDetail(option.spec), true),
                     devices,
                     memory,
                     numberCell(w.concurrencyPerReplica ? m_format.number(w.concurrencyPerReplica)
                                                        : m_format.unknown(),
                                w.concurrencyPerReplica),
                     numberCell(m_format.significant(latency), latency),
                     sustained,
                     numberCell(figureNumber(m_format, machines), machines)};
        rows.push_back(std::move(row));
    }
    m_isFilling = true;
    m_optionModel->setRows(std::move(rows));
    m_isFilling = false;
}

} // namespace wherewithal::app
