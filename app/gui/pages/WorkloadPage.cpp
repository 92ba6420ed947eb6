// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadPage.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/WorkloadForm.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/MemoryDelegate.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

WorkloadPage::WorkloadPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Workload, workspace, parent)
{
    setEmptyText(tr("No workload yet"), tr("Open a plan or an example that describes what is to run."));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, px(6), 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("workloadTabs"));
    m_tabs->setAccessibleName(tr("Workloads"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(px(16), 0, px(16), 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    column->addLayout(tabRow);
    column->addWidget(new Rule);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildForms());
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(buildFit(), 1);
    column->addLayout(row, 1);
    setContent(content);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        rebuildForms();
        showPlan();
        if (const RunResultPtr result = this->workspace().runner().result()) {
            showResult(result);
        }
    });
}

bool WorkloadPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

std::size_t WorkloadPage::current() const
{
    const auto most = static_cast<int>(workspace().plan().workloads.size()) - 1;
    return static_cast<std::size_t>(std::clamp(m_tabs->currentIndex(), 0, std::max(0, most)));
}

int WorkloadPage::issueCount() const
{
    return (m_detail != nullptr ? m_detail->errorCount() : 0)
           + (m_objectives != nullptr ? m_objectives->errorCount() : 0);
}

QWidget* WorkloadPage::buildForms()
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(px(404));
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_formHolder = new QWidget;
    m_formHolder->setBackgroundRole(QPalette::Base);
    m_formHolder->setAutoFillBackground(true);
    new QVBoxLayout(m_formHolder);
    scroll->setWidget(m_formHolder);
    return scroll;
}

void WorkloadPage::rebuildForms()
{
    delete m_formHolder->layout();
    qDeleteAll(m_formHolder->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_detail = nullptr;
    m_objectives = nullptr;
    if (!hasContent()) {
        return;
    }
    const std::size_t index = current();
    const model::Workload& workload = workspace().plan().workloads[index];
    m_shown = workload;
    auto* column = new QVBoxLayout(m_formHolder);
    column->setContentsMargins(0, px(10), 0, px(16));
    column->setSpacing(px(8));
    const auto section = [&](const QString& title, FieldForm* form) {
        auto* holder = new QWidget;
        auto* inner = new QVBoxLayout(holder);
        inner->setContentsMargins(px(16), 0, px(12), px(4));
        inner->setSpacing(px(8));
        inner->addWidget(new SectionTitle(title));
        inner->addWidget(form);
        column->addWidget(holder);
        connect(form, &FieldForm::errorChanged, this, &Page::stateChanged);
    };
    m_facts = new FieldForm(workspace());
    addModelFacts(*m_facts, workload);
    const bool hasModel = std::holds_alternative<model::LlmServing>(workload.detail)
                          || std::holds_alternative<model::Training>(workload.detail);
    if (hasModel) {
        section(tr("Model"), m_facts);
        column->addWidget(new Rule);
    } else {
        m_facts->setParent(m_formHolder);
        m_facts->hide();
    }
    m_detail = new FieldForm(workspace());
    addDetailFields(*m_detail, workspace(), index);
    section(tr("Requests"), m_detail);
    column->addWidget(new Rule);
    m_objectives = new FieldForm(workspace());
    addObjectiveFields(*m_objectives, workload, index);
    section(tr("Objectives"), m_objectives);
    auto* hint = new TypedLabel(Type::Note,
                                tr("Ranges may be written 5 to 10, 100 +- 10 % or P10 3, P90 9. An empty "
                                   "objective is not asked for."));
    hint->setInk(Ink::Text2);
    hint->setWordWrap(true);
    hint->setContentsMargins(px(16), 0, px(12), 0);
    column->addWidget(hint);
    column->addStretch(1);
}

QWidget* WorkloadPage::buildFit()
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, px(10), 0, 0);
    column->setSpacing(px(6));
    m_fitTitle = new SectionTitle(tr("Fit on each option"));
    m_fitTitle->row()->setContentsMargins(px(16), 0, px(16), 0);
    m_model = new TableModel(this);
    m_model->setColumns({{tr("Option"), tr("one replica"), Qt::AlignLeft},
                         {tr("Devices"), tr("tensor"), Qt::AlignRight},
                         {tr("Memory"), tr("weights, KV cache"), Qt::AlignLeft},
                         {tr("At once"), tr("requests"), Qt::AlignRight},
                         {tr("Latency"), tr("s, P95"), Qt::AlignRight},
                         {tr("Replica"), tr("sustained"), Qt::AlignRight},
                         {tr("Machines"), tr("first month"), Qt::AlignRight}});
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("fitTable"));
    m_table->setAccessibleName(tr("Fit on each option"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(0, new LetterDelegate(m_table));
    m_table->setItemDelegateForColumn(2, new MemoryDelegate(m_table));
    m_table->setStretch({6, 1, 3, 1, 1, 1, 1});
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                      now.data(FigureRole).toString());
                }
            });
    column->addWidget(m_fitTitle);
    column->addWidget(m_table, 1);
    return holder;
}

void WorkloadPage::showPlan()
{
    const auto& workloads = workspace().plan().workloads;
    const bool sameTabs = m_tabs->count() == static_cast<int>(workloads.size());
    {
        const QSignalBlocker blocker(m_tabs);
        while (!sameTabs && m_tabs->count() > 0) {
            m_tabs->removeTab(0);
        }
        for (std::size_t index = 0; index < workloads.size(); ++index) {
            const QString name = workloads[index].name.empty() ? fromEngine(workloads[index].id.text())
                                                               : fromEngine(workloads[index].name);
            const QString text = tr("%1 · %2").arg(name, format().workloadKind(workloads[index].detail));
            if (sameTabs) {
                m_tabs->setTabText(static_cast<int>(index), text);
            } else {
                m_tabs->addTab(text);
            }
        }
    }
    const model::Workload& workload = workloads[current()];
    const auto factsOf = [](const model::Workload& each) -> const model::LlmArchitecture* {
        const auto* llm = std::get_if<model::LlmServing>(&each.detail);
        const auto* training = std::get_if<model::Training>(&each.detail);
        return llm != nullptr ? &llm->architecture : training != nullptr ? &training->architecture : nullptr;
    };
    const auto precisionOf = [](const model::Workload& each) {
        const auto* llm = std::get_if<model::LlmServing>(&each.detail);
        return llm != nullptr ? std::pair(llm->weightPrecision, llm->cachePrecision)
                              : std::pair(model::Precision::Bf16, model::Precision::Bf16);
    };
    const bool sameKind =
        m_detail != nullptr && m_shown.id == workload.id && m_shown.detail.index() == workload.detail.index();
    const auto* before = factsOf(m_shown);
    const auto* now = factsOf(workload);
    const bool sameFacts = (before == nullptr) == (now == nullptr) && (now == nullptr || *before == *now)
                           && precisionOf(m_shown) == precisionOf(workload);
    if (!sameKind || !sameFacts) {
        rebuildForms();
    }
    m_detail->showPlan(workspace().plan());
    m_objectives->showPlan(workspace().plan());
}

void WorkloadPage::showResult(const RunResultPtr& result)
{
    const std::size_t index = current();
    std::vector<TableRow> rows;
    int fits = 0;
    double most = 0.0;
    for (const auto& option : result->comparison->options) {
        if (index < option.workloads.size()) {
            const auto& w = option.workloads[index];
            most = std::max(most, w.weightsBytes.value_or(0.0));
        }
    }
    const QString figure = [&](const char* name) {
        return result->plan->workloads.size() > 1
                   ? QStringLiteral("workload-%1-%2").arg(index + 1).arg(QLatin1String(name))
                   : QString::fromLatin1(name);
    }("sustained");
    for (const auto& option : result->comparison->options) {
        if (index >= option.workloads.size()) {
            continue;
        }
        const simulator::WorkloadResult& w = option.workloads[index];
        const bool runs = w.perReplica && *w.perReplica > 0.0;
        fits += runs ? 1 : 0;
        TableRow row;
        row.kind = RowKind::Normal;
        row.letter = fromEngine(option.spec.letter);
        row.figure = figure;
        TableCell memory;
        memory.special = QVariant::fromValue(MemoryCell{w.weightsBytes, w.cacheTokensPerReplica, most});
        memory.text = w.weightsBytes ? format().bytes(w.weightsBytes) : QString();
        memory.second = w.cacheTokensPerReplica
                            ? tr("%1 tokens of cache")
                                  .arg(format().integer(static_cast<qint64>(*w.cacheTokensPerReplica)))
                            : QString();
        memory.sort = w.weightsBytes ? QVariant(*w.weightsBytes) : QVariant();
        TableCell devices =
            numberCell(w.devicesPerReplica > 0 ? format().integer(w.devicesPerReplica) : tr("none"),
                       w.devicesPerReplica);
        devices.isMuted = w.devicesPerReplica == 0;
        TableCell sustained = numberCell(format().significant(w.perReplica), w.perReplica, true);
        if (!runs) {
            sustained.symbol = static_cast<int>(w.perReplica ? Symbol::Cross : Symbol::Question);
        }
        const auto latency = w.latency ? std::optional(w.latency->p95Seconds) : std::nullopt;
        const auto machines =
            w.machinesPerMonth.empty() ? std::nullopt : std::optional(w.machinesPerMonth.front());
        row.cells = {textCell(format().optionTitle(option.spec), format().optionDetail(option.spec), true),
                     devices,
                     memory,
                     numberCell(w.concurrencyPerReplica ? format().number(w.concurrencyPerReplica)
                                                        : format().unknown(),
                                w.concurrencyPerReplica),
                     numberCell(format().significant(latency), latency),
                     sustained,
                     numberCell(figureNumber(format(), machines), machines)};
        rows.push_back(std::move(row));
    }
    m_fitTitle->setNote(
        tr("%1 of %2 options can run it; capacity is what one replica sustains within the objectives")
            .arg(fits)
            .arg(rows.size()));
    m_model->setRows(std::move(rows));
    setVerdict(workloadVerdict(*result->comparison, index));
}

} // namespace wherewithal::app
