// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace wherewithal::app {

class PagedReport;

/// One page of a report as it will be printed; the wheel and the page keys turn.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget* parent = nullptr);
    void setReport(std::shared_ptr<PagedReport> report, int page);

signals:
    void turned(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::shared_ptr<PagedReport> m_report;
    int m_page = 0;
};

} // namespace wherewithal::app
