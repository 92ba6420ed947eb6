// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/ReportBuilder.h"
#include "model/base/Result.h"

#include <QPushButton>

#include <functional>

namespace wherewithal::app {

/// "Export": the page's part of the answer as CSV, Markdown or a workbook, written beside the window by a
/// worker.
class ExportButton : public QPushButton
{
    Q_OBJECT

public:
    /// Where to write: asked of the user, or of a test. Empty: cancelled.
    using AskPath = std::function<QString(QWidget* parent, const QString& suggested)>;

    ExportButton(Workspace& workspace, ReportParts parts, QWidget* parent = nullptr);
    ~ExportButton() override;

    /// Builds the parts and writes them in the format of the suffix; answered by exported().
    void exportTo(const QString& path);
    void setAskPath(AskPath ask) { m_ask = std::move(ask); }

signals:
    /// `error` is empty if the file was written.
    void exported(const QString& path, const QString& error);

private:
    void choose(const QString& suffix, const QString& filter);

    Workspace& m_workspace;
    ReportParts m_parts;
    AskPath m_ask;
    std::function<void()> m_wait; ///< for a worker that still writes
};

} // namespace wherewithal::app
