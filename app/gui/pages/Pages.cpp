// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/Pages.h"

#include "app/gui/pages/CataloguePage.h"
#include "app/gui/pages/ComparePage.h"
#include "app/gui/pages/CostPage.h"
#include "app/gui/pages/DemandPage.h"
#include "app/gui/pages/OptionsPage.h"
#include "app/gui/pages/ReportPage.h"
#include "app/gui/pages/RequirementsPage.h"
#include "app/gui/pages/ScalingPage.h"
#include "app/gui/pages/ScoresPage.h"
#include "app/gui/pages/WorkloadPage.h"

namespace wherewithal::app {

Page* makePage(PageId id, Workspace& workspace, QWidget* parent)
{
    switch (id) {
    case PageId::Workload:
        return new WorkloadPage(workspace, parent);
    case PageId::Demand:
        return new DemandPage(workspace, parent);
    case PageId::Requirements:
        return new RequirementsPage(workspace, parent);
    case PageId::Catalogue:
        return new CataloguePage(workspace, parent);
    case PageId::Options:
        return new OptionsPage(workspace, parent);
    case PageId::Compare:
        return new ComparePage(workspace, parent);
    case PageId::Scaling:
        return new ScalingPage(workspace, parent);
    case PageId::Cost:
        return new CostPage(workspace, parent);
    case PageId::Scores:
        return new ScoresPage(workspace, parent);
    case PageId::Report:
        return new ReportPage(workspace, parent);
    }
    return new Page(id, workspace, parent);
}

} // namespace wherewithal::app
