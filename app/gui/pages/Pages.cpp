// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/Pages.h"

#include "app/gui/pages/ComparePage.h"

namespace wherewithal::app {

Page* makePage(PageId id, Workspace& workspace, QWidget* parent)
{
    switch (id) {
    case PageId::Compare:
        return new ComparePage(workspace, parent);
    default:
        break;
    }
    return new Page(id, workspace, parent);
}

} // namespace wherewithal::app
