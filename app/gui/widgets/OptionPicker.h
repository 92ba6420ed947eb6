// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QComboBox>

namespace wherewithal::app {

/// Chooses the option that a page is about; follows and sets the window's selection.
class OptionPicker : public QComboBox
{
    Q_OBJECT

public:
    explicit OptionPicker(Workspace& workspace, QWidget* parent = nullptr);

    /// The selected option, or the first of the comparison; null without a comparison.
    [[nodiscard]] const simulator::OptionResult* option() const;
    void refill();

private:
    void follow();
    Workspace& m_workspace;
    QStringList m_entries; ///< what the list was made of
};

} // namespace wherewithal::app
