// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

class QStackedWidget;

namespace wherewithal::app {

class ChartFrame;
class MachinesChart;
class OptionPicker;
class RuledTable;
class SectionTitle;
class ThroughputChart;
class TypedLabel;
class WeekMap;

/// What breaks first and when: the ladder of limits of one option, what its pool sustains by size, and how
/// hard it works over the week.
class ScalingPage : public Page
{
    Q_OBJECT

public:
    explicit ScalingPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;
    void showStale(bool isStale) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildTable();
    QWidget* buildCharts();
    void showOption();
    void followFigure();
    void showLimits(const simulator::Comparison& comparison, const simulator::OptionResult& option);
    void showThroughput(const RunResultPtr& result, const simulator::OptionResult& option);
    void showWeek(const RunResultPtr& result, const simulator::OptionResult& option);
    [[nodiscard]] TableRow limitRow(const simulator::Limit& limit,
                                    const QString& letter,
                                    const QString& prefix,
                                    model::Month last) const;
    [[nodiscard]] TableCell ladderCell(const simulator::Limit& limit) const;
    [[nodiscard]] TableCell stepCell(const simulator::Limit& limit) const;

    OptionPicker* m_picker = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    ThroughputChart* m_throughput = nullptr;
    MachinesChart* m_machines = nullptr; ///< where the work runs in jobs, or the curve is unknown
    ChartFrame* m_throughputFrame = nullptr;
    ChartFrame* m_machinesFrame = nullptr;
    ChartFrame* m_weekFrame = nullptr;
    QStackedWidget* m_growth = nullptr;
    SectionTitle* m_throughputTitle = nullptr;
    SectionTitle* m_weekTitle = nullptr;
    WeekMap* m_week = nullptr;
    TypedLabel* m_weekAnswer = nullptr;
    TypedLabel* m_weekRest = nullptr;
    bool m_isFollowing = false;
};

} // namespace wherewithal::app
