// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PdfRenderer.h"

#include "app/report/PageFlow.h"
#include "app/report/PdfFinish.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <utility>

namespace wherewithal::app {

namespace {

constexpr double kSmallestFooter = 6.8; ///< points

QPageSize pageSizeOf(Paper paper)
{
    return QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter);
}

} // namespace

class PagedReport::Pages
{
public:
    explicit Pages(const ReportDocument& document)
        : m_document(document)
        , m_size(pageSizeOf(document.paper).size(QPageSize::Point))
        , m_flow(layOutPages(document, m_size))
    {}

    [[nodiscard]] const FlowResult& flow() const { return m_flow; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] const ReportDocument& document() const { return m_document; }

    void paint(QPainter& painter, std::size_t index) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        for (const DrawCommand& draw : m_flow.pages.at(index)) {
            draw(painter);
        }
        paintFooter(painter, index);
    }

private:
    void paintFooter(QPainter& painter, std::size_t index) const
    {
        const double y = m_size.height() - 42.0;
        const double width = m_size.width() - 2.0 * style::kMarginSide;
        painter.setPen(QPen(style::kLine2, 0.6 * kDotsPerPoint));
        painter.drawLine(QPointF(style::kMarginSide, y) * kDotsPerPoint,
                         QPointF(style::kMarginSide + width, y) * kDotsPerPoint);
        const QString page = m_document.pagePattern.arg(index + 1).arg(m_flow.pages.size());
        const QString rightText = m_document.footerRight + QStringLiteral(", ") + page;
        // On one line: long words of a language are set a little smaller before they wrap.
        double size = style::kSmall;
        const auto needed = [&] {
            return textWidth(rightText, size, false) + textWidth(m_document.footerLeft, size, false) + 16.0;
        };
        while (size > kSmallestFooter && needed() > width) {
            size -= 0.2;
        }
        const double rightWidth = std::min(textWidth(rightText, size, false) + 2.0, width * 0.7);
        const TextBox right(
            RichText(rightText), {.size = size, .colour = style::kMuted, .alignsRight = true}, rightWidth);
        const TextBox left(RichText(m_document.footerLeft),
                           {.size = size, .colour = style::kMuted},
                           width - rightWidth - 12.0);
        left.draw(painter, {style::kMarginSide, y + 6.0}, 0, 2);
        right.draw(painter, {style::kMarginSide + width - rightWidth, y + 6.0}, 0, 2);
    }

    ReportDocument m_document;
    QSizeF m_size;
    FlowResult m_flow;
};

PagedReport::PagedReport(const ReportDocument& document)
    : m_pages(std::make_unique<Pages>(document))
{}

PagedReport::~PagedReport() = default;
PagedReport::PagedReport(PagedReport&&) noexcept = default;
PagedReport& PagedReport::operator=(PagedReport&&) noexcept = default;

int PagedReport::pageCount() const
{
    return static_cast<int>(m_pages->flow().pages.size());
}

QSizeF PagedReport::pageSize() const
{
    return m_pages->size();
}

void PagedReport::paintPage(QPainter& painter, int page) const
{
    m_pages->paint(painter, static_cast<std::size_t>(page));
}

model::Result<QByteArray> PagedReport::toPdf() const
{
    const ReportDocument& document = m_pages->document();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(1200);
        writer.setPageSize(pageSizeOf(document.paper));
        writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0));
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Wherewithal"));
        QPainter painter;
        if (!painter.begin(&writer)) {
            return model::failure(model::ErrorCode::Internal, "pdf", "the PDF writer could not start");
        }
        for (std::size_t i = 0; i < m_pages->flow().pages.size(); ++i) {
            if (i > 0) {
                writer.newPage();
            }
            m_pages->paint(painter, i);
        }
    }
    PdfExtras extras{.anchors = m_pages->flow().anchors,
                     .bookmarks = m_pages->flow().bookmarks,
                     .language = document.language,
                     .date = document.date,
                     .pageHeight = m_pages->size().height()};
    return finishPdf(buffer.data(), extras);
}

model::Result<QByteArray> renderPdf(const ReportDocument& document)
{
    return PagedReport(document).toPdf();
}

} // namespace wherewithal::app
