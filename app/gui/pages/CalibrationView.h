// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"
#include "app/session/Background.h"
#include "model/hardware/Accelerator.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;

namespace wherewithal::app {

class EditableTable;
class RuledTable;
class TypedLabel;

/// Own measurements on one accelerator against what is predicted: points, error before and after a fit, and
/// whether the plan keeps it. Nothing changes the plan but Keep and Drop.
class CalibrationView : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationView(Workspace& workspace, QWidget* parent = nullptr);

    void show(std::size_t workload, const std::optional<model::Accelerator>& device);
    /// The day that a new calibration carries; tests set it.
    void setToday(model::Day today) { m_today = today; }

private:
    void edit(int row, int column, const QString& text);
    void removeRow();
    void fit();
    void accept(const model::Result<model::Calibration>& fitted);
    void fill();
    void showState();
    [[nodiscard]] const model::LlmServing* serving() const;
    [[nodiscard]] const model::Calibration* kept() const;
    /// The points that are complete.
    [[nodiscard]] std::vector<model::CalibrationPoint> points() const;

    /// What is typed, before it is a point.
    struct Draft
    {
        model::CalibrationPoint::Kind kind = model::CalibrationPoint::Kind::Throughput;
        std::optional<double> at;
        std::optional<double> measured; ///< tokens/s or seconds

        bool operator==(const Draft&) const = default;
    };

    Workspace& m_workspace;
    Format m_format;
    Background m_work;
    model::Day m_today;
    std::size_t m_index = 0;
    std::optional<model::Accelerator> m_device;
    std::string m_workloadId;
    std::vector<Draft> m_drafts;
    std::optional<model::Calibration> m_fit;
    std::vector<double> m_predicted; ///< with the constants in use, in the order of points()

    TypedLabel* m_title = nullptr;
    EditableTable* m_model = nullptr;
    RuledTable* m_table = nullptr;
    TypedLabel* m_result = nullptr;
    QPushButton* m_fitButton = nullptr;
    QPushButton* m_keepButton = nullptr;
    QPushButton* m_dropButton = nullptr;
    QPushButton* m_removeButton = nullptr;
};

} // namespace wherewithal::app
