// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/DemandPage.h"

#include "app/gui/charts/MachinesChart.h"
#include "app/gui/charts/WeekMap.h"
#include "app/gui/pages/WorkloadForm.h"
#include "app/gui/widgets/Parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

QWidget* region(SectionTitle* title, QWidget* content)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(px(16), px(10), px(16), px(10));
    layout->setSpacing(px(8));
    layout->addWidget(title);
    layout->addWidget(content, 1);
    return widget;
}

} // namespace

DemandPage::DemandPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Demand, workspace, parent)
{
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
    auto* forms = new QWidget;
    forms->setFixedWidth(px(384));
    m_formColumn = new QVBoxLayout(forms);
    m_formColumn->setContentsMargins(px(16), px(10), px(12), px(10));
    m_formColumn->setSpacing(px(8));
    m_formColumn->addWidget(new SectionTitle(tr("Arrivals and growth")));
    m_formColumn->addStretch(1);
    m_week = new WeekMap;
    m_weekTitle = new SectionTitle(tr("Over the week"), tr("% of the busiest hour"));
    m_machines = new MachinesChart;
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(forms);
    row->addWidget(new Rule(Qt::Vertical));
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(region(m_weekTitle, m_week), 1);
    right->addWidget(new Rule);
    right->addWidget(region(new SectionTitle(tr("Machines by month"),
                                             tr("what the growth asks of each option, base case")),
                            m_machines),
                     1);
    row->addLayout(right, 1);
    setContent(content);
    connect(m_machines, &PlainChartView::optionClicked, this, [this](const QString& letter) {
        this->workspace().selection().setFigure(letter, QStringLiteral("cost"));
    });
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

int DemandPage::issueCount() const
{
    return m_form != nullptr ? m_form->errorCount() : 0;
}

void DemandPage::rebuild()
{
    delete m_form;
    m_shown = workspace().plan().workloads[current()].id;
    m_form = new FieldForm(workspace());
    addDemandFields(*m_form, workspace(), current());
    m_formColumn->insertWidget(1, m_form);
    connect(m_form, &FieldForm::errorChanged, this, &Page::stateChanged);
}

void DemandPage::showPlan()
{
    const auto& workloads = workspace().plan().workloads;
    if (m_workload->count() != static_cast<int>(workloads.size())) {
        m_workload->clear();
        for (const auto& workload : workloads) {
            m_workload->addItem(workload.name.empty() ? fromEngine(workload.id.text())
                                                      : fromEngine(workload.name));
        }
    }
    m_workload->setVisible(workloads.size() > 1);
    if (m_form == nullptr || m_shown != workloads[current()].id) {
        rebuild();
    }
    m_form->showPlan(workspace().plan());
    m_week->setProfile(workloads[current()].demand.profile);
    setVerdict(demandVerdict(workspace().plan(), current()));
}

void DemandPage::showResult(const RunResultPtr& result)
{
    m_machines->setResult(result, current(), {});
}

} // namespace wherewithal::app
