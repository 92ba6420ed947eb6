// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QComboBox>

namespace wherewithal::app {

/// Chooses the horizon of the plan; a step of undo each. Follows the plan.
class HorizonBox : public QComboBox
{
    Q_OBJECT

public:
    explicit HorizonBox(Workspace& workspace, QWidget* parent = nullptr);

private:
    void follow();

    Workspace& m_workspace;
    Format m_format;
};

} // namespace wherewithal::app
