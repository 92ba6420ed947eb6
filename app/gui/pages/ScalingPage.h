// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

namespace wherewithal::app {

class MachinesChart;
class OptionPicker;
class RuledTable;
class SectionTitle;

/// What breaks first and when: the ladder of limits of one option, and its machines month by month.
class ScalingPage : public Page
{
    Q_OBJECT

public:
    explicit ScalingPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;

private:
    void showOption();
    [[nodiscard]] TableRow
    limitRow(const simulator::Limit& limit, const QString& letter, model::Month last) const;

    OptionPicker* m_picker = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    MachinesChart* m_machines = nullptr;
    SectionTitle* m_machinesTitle = nullptr;
};

} // namespace wherewithal::app
