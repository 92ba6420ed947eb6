// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportDocument.h"
#include "model/base/Result.h"

#include <QByteArray>
#include <QSizeF>

#include <memory>

class QPainter;

namespace wherewithal::app {

/// A document cut into pages: what the preview shows is what the PDF prints.
class PagedReport
{
public:
    explicit PagedReport(const ReportDocument& document);
    ~PagedReport();
    PagedReport(PagedReport&&) noexcept;
    PagedReport& operator=(PagedReport&&) noexcept;
    PagedReport(const PagedReport&) = delete;
    PagedReport& operator=(const PagedReport&) = delete;

    [[nodiscard]] int pageCount() const;
    /// In points.
    [[nodiscard]] QSizeF pageSize() const;
    /// Draws a page; the painter's unit is 1/1200 inch (scale the painter for a screen).
    void paintPage(QPainter& painter, int page) const;
    /// The whole file. Text is selectable, fonts are embedded, links and bookmarks live, and two runs give
    /// the same text.
    [[nodiscard]] model::Result<QByteArray> toPdf() const;

private:
    class Pages;
    std::unique_ptr<Pages> m_pages;
};

/// Needs a QGuiApplication for its fonts (the offscreen platform will do).
[[nodiscard]] model::Result<QByteArray> renderPdf(const ReportDocument& document);

} // namespace wherewithal::app
