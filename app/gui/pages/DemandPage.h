// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"

class QComboBox;
class QVBoxLayout;

namespace wherewithal::app {

class FieldForm;
class MachinesChart;
class SectionTitle;
class WeekMap;

/// How much arrives, when in the week, and how it grows.
class DemandPage : public Page
{
    Q_OBJECT

public:
    explicit DemandPage(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] int issueCount() const override;

protected:
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    void rebuild();
    [[nodiscard]] std::size_t current() const;

    QComboBox* m_workload = nullptr;
    QVBoxLayout* m_formColumn = nullptr;
    FieldForm* m_form = nullptr;
    model::WorkloadId m_shown;
    WeekMap* m_week = nullptr;
    SectionTitle* m_weekTitle = nullptr;
    MachinesChart* m_machines = nullptr;
};

} // namespace wherewithal::app
