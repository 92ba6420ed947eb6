// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"

namespace wherewithal::app {

/// The page of the rail with this id.
[[nodiscard]] Page* makePage(PageId id, Workspace& workspace, QWidget* parent);

} // namespace wherewithal::app
