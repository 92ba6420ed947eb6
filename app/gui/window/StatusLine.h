// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QStatusBar>

#include <array>
#include <optional>

namespace wherewithal::app {

class TypedLabel;

/// The status bar: whether the answer is up to date, options, price dates, currency, seed and paths.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Workspace& workspace, QWidget* parent = nullptr);

    /// The start page has no plan of its own to report on.
    void setOnStart(bool isOnStart);
    void showError(const model::Error& error);
    /// Prices in the answer that are older than they should be.
    [[nodiscard]] static int stalePrices(const simulator::Comparison& comparison);

private:
    void refresh();
    void showStart();
    void showAnswer(const RunResult& result);
    [[nodiscard]] QString stateText() const;

    /// No line beside a part that says nothing.
    void separate();

    Workspace& m_workspace;
    Format m_format;
    std::array<TypedLabel*, 6> m_parts{};
    std::array<QWidget*, 6> m_rules{}; ///< left of each part; the first has none
    std::optional<model::Error> m_error;
    bool m_isOnStart = false;
};

} // namespace wherewithal::app
