// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"
#include "app/report/ReportBuilder.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace wherewithal::app {

class PagePreview;
class PagedReport;

/// The decision record: which parts, in which language, on which paper; what it will look like; and the file.
class ReportPage : public Page
{
    Q_OBJECT

public:
    explicit ReportPage(Workspace& workspace, QWidget* parent = nullptr);
    ~ReportPage() override;

    /// Writes the PDF; tests call it with a path of their own.
    [[nodiscard]] bool exportTo(const QString& path);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;

private:
    QWidget* buildChoices();
    void rebuild();
    void turnPage(int step);
    [[nodiscard]] ReportSettings settings() const;

    QComboBox* m_language = nullptr;
    QComboBox* m_paper = nullptr;
    QList<QCheckBox*> m_parts;
    PagePreview* m_preview = nullptr;
    std::shared_ptr<PagedReport> m_report;
    int m_page = 0;
};

} // namespace wherewithal::app
