// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ChartLayout.h"
#include "app/report/Renderers.h"
#include "app/report/ReportStyle.h"
#include "app/report/TextBox.h"

#include <algorithm>

namespace wherewithal::app {

namespace {

const char* const kCss = R"(
:root{color-scheme:light;--text:#1a1e23;--text2:#474f59;--muted:#5f6873;--line:#dde1e6;--line2:#c3c9d1;--accent:#0b5cad;--good:#1b6b3c;--warn:#8a4b00;--bad:#b0281e}
*{box-sizing:border-box}body{font:15px/1.5 Roboto,"Segoe UI",sans-serif;color:var(--text);background:#fff;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.25;border-bottom:2px solid var(--text);padding-bottom:.8rem}h2{font-size:1.35rem;margin:2.2rem 0 .5rem}h3{font-size:1.1rem;margin:1.8rem 0 .4rem}
a{color:var(--accent)}.kicker,.sub,.note,footer{color:var(--muted);font-size:.86em}.lead{font-size:1.08em}
nav ol{list-style:none;padding:0;columns:2}.keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem;margin:1.2rem 0}
.keys div{border-left:2px solid var(--line2);padding-left:.7rem}.keys b{font-size:1.45em}.keys small{display:block;color:var(--muted)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92em;margin:.3rem 0 .4rem}caption{text-align:left;font-weight:700;font-size:1.06em;padding:.9rem 0 .3rem}
th{font-weight:500;color:var(--text2);vertical-align:bottom;border-bottom:1px solid var(--line2)}th small,.unit{color:var(--muted);font-weight:400;display:block}
td,th{padding:.28rem .5rem;text-align:left}td{border-bottom:1px solid var(--line);vertical-align:top}.r{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.t td{font-weight:700;border-top:1px solid var(--line2)}.g td{font-weight:700}.m td{color:var(--muted)}
.tag{display:inline-block;min-width:1.35em;text-align:center;border-radius:3px;color:#fff;font-weight:700;font-size:.85em;padding:0 .25em;margin-right:.45em}
.out{background:none!important;color:var(--muted);outline:1px solid var(--muted)}.muted{color:var(--muted)}.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
figure{margin:1rem 0}figcaption{font-weight:700}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.5rem}
.bar{display:block;height:6px;margin-top:3px;outline:1px solid var(--line2)}
@media print{body{margin:0;max-width:none;font-size:10pt}tr,figure{break-inside:avoid}h2,h3,caption{break-after:avoid}}
)";

QString cssClass(Span::Role role)
{
    switch (role) {
    case Span::Role::Plain:
    case Span::Role::Strong:
        return {};
    case Span::Role::Muted:
        return QStringLiteral("muted");
    case Span::Role::Good:
        return QStringLiteral("good");
    case Span::Role::Warning:
        return QStringLiteral("warn");
    case Span::Role::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

QString html(const RichText& text)
{
    QString out;
    for (const Span& span : text.spans) {
        QString words = span.text.toHtmlEscaped();
        if (span.role == Span::Role::Strong) {
            words = QStringLiteral("<strong>") + words + QStringLiteral("</strong>");
        } else if (const QString name = cssClass(span.role); !name.isEmpty()) {
            words = QStringLiteral("<span class=\"") + name + QStringLiteral("\">") + words
                    + QStringLiteral("</span>");
        }
        if (!span.link.isEmpty()) {
            words = QStringLiteral("<a href=\"") + span.link.toHtmlEscaped() + QStringLiteral("\">") + words
                    + QStringLiteral("</a>");
        }
        out += words;
    }
    return out;
}

class HtmlWriter
{
public:
    explicit HtmlWriter(const ReportDocument& document)
        : m_document(document)
    {}

    QString write()
    {
        m_out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + m_document.language.toHtmlEscaped()
                + QStringLiteral("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                                 "content=\"width=device-width,initial-scale=1\">"
                                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                                 "style-src 'unsafe-inline'\"><title>")
                + m_document.title.toHtmlEscaped() + QStringLiteral("</title><style>")
                + QString::fromUtf8(kCss) + QStringLiteral("</style></head><body>\n<p class=\"kicker\">")
                + m_document.kicker.toHtmlEscaped() + QStringLiteral("</p>\n<h1>")
                + m_document.title.toHtmlEscaped() + QStringLiteral("</h1>\n");
        for (std::size_t i = 0; i < m_document.sections.size(); ++i) {
            write(m_document.sections[i]);
            if (i == 0 && m_document.sections.size() > 1) {
                writeContents();
            }
        }
        m_out += QStringLiteral("<footer><p>") + m_document.footerLeft.toHtmlEscaped() + QStringLiteral(". ")
                 + m_document.footerRight.toHtmlEscaped() + QStringLiteral("</p></footer>\n</body></html>\n");
        return m_out;
    }

private:
    void writeContents()
    {
        m_out += QStringLiteral("<nav><h2>") + m_document.contentsTitle.toHtmlEscaped()
                 + QStringLiteral("</h2><ol>");
        for (const Section& section : m_document.sections) {
            if (section.level == 1 && !section.number.isEmpty()) {
                m_out += QStringLiteral("<li><a href=\"#") + section.anchor.toHtmlEscaped()
                         + QStringLiteral("\">")
                         + QString(section.number + QLatin1Char(' ') + section.title).toHtmlEscaped()
                         + QStringLiteral("</a></li>");
            }
        }
        m_out += QStringLiteral("</ol></nav>\n");
    }

    void write(const Section& section)
    {
        const QString tag = section.level == 1 ? QStringLiteral("h2") : QStringLiteral("h3");
        const QString title = QString(section.number + QLatin1Char(' ') + section.title).trimmed();
        m_out += QStringLiteral("<%1 id=\"%2\">%3</%1>\n")
                     .arg(tag, section.anchor.toHtmlEscaped(), title.toHtmlEscaped());
        for (const Block& block : section.blocks) {
            std::visit([this](const auto& content) { write(content); }, block);
        }
    }

    void write(const Paragraph& block)
    {
        const QString name = block.style == Paragraph::Style::Lead   ? QStringLiteral(" class=\"lead\"")
                             : block.style == Paragraph::Style::Note ? QStringLiteral(" class=\"note\"")
                                                                     : QString();
        m_out += QStringLiteral("<p") + name + QLatin1Char('>') + html(block.text) + QStringLiteral("</p>\n");
    }

    void write(const KeyFigures& block)
    {
        m_out += QStringLiteral("<div class=\"keys\">");
        for (const KeyFigure& figure : block.figures) {
            m_out += QStringLiteral("<div><b>") + figure.value.toHtmlEscaped()
                     + QStringLiteral("</b> <span class=\"muted\">") + figure.unit.toHtmlEscaped()
                     + QStringLiteral("</span><br>") + figure.label.toHtmlEscaped()
                     + QStringLiteral("<small>") + figure.detail.toHtmlEscaped()
                     + QStringLiteral("</small></div>");
        }
        m_out += QStringLiteral("</div>\n");
    }

    [[nodiscard]] static QString numbered(const QString& word, int number, const QString& title)
    {
        return (number == 0 ? title : QStringLiteral("%1 %2. %3").arg(word, QString::number(number), title))
            .toHtmlEscaped();
    }

    [[nodiscard]] static QString tag(const Cell& cell)
    {
        if (cell.letter.isEmpty()) {
            return {};
        }
        return QStringLiteral("<span class=\"tag")
               + (cell.isLetterOutlined ? QStringLiteral(" out") : QString())
               + QStringLiteral("\" style=\"background:") + style::letterColour(cell.letter).name()
               + QStringLiteral("\">") + cell.letter.toHtmlEscaped() + QStringLiteral("</span>");
    }

    [[nodiscard]] static QString bar(const CellBar& bar)
    {
        const auto share = [](double value) {
            return QString::number(std::clamp(value, 0.0, 1.0) * 100.0, 'f', 1);
        };
        return QStringLiteral("<span class=\"bar\" aria-hidden=\"true\" "
                              "style=\"background:linear-gradient(90deg,#474f59 %1%,transparent %1%),"
                              "linear-gradient(90deg,transparent %1%,transparent %2%,#fff "
                              "%2%),repeating-linear-gradient(135deg,#474f59 0 1px,#fff 1px 4px)\"></span>")
            .arg(share(bar.low), share(bar.high));
    }

    void write(const Table& block)
    {
        m_out += QStringLiteral("<div class=\"scroll\"><table><caption>")
                 + numbered(m_document.tableWord, block.number, block.title)
                 + QStringLiteral(" <span class=\"sub\">") + block.subtitle.toHtmlEscaped()
                 + QStringLiteral("</span></caption><thead><tr>");
        for (const Column& column : block.columns) {
            m_out += QStringLiteral("<th scope=\"col\"") + rightClass(column) + QLatin1Char('>')
                     + column.title.toHtmlEscaped();
            m_out += (column.unit.isEmpty() ? QString()
                                            : QString(QStringLiteral("<small>") + column.unit.toHtmlEscaped()
                                                      + QStringLiteral("</small>")))
                     + QStringLiteral("</th>");
        }
        m_out += QStringLiteral("</tr></thead><tbody>\n");
        for (const Row& row : block.rows) {
            write(row, block.columns);
        }
        m_out += QStringLiteral("</tbody></table></div>\n");
        for (const RichText& note : block.footnotes) {
            m_out += QStringLiteral("<p class=\"note\">") + html(note) + QStringLiteral("</p>\n");
        }
    }

    [[nodiscard]] static QString rightClass(const Column& column)
    {
        return column.align == Column::Align::Right ? QStringLiteral(" class=\"r\"") : QString();
    }

    void write(const Row& row, const std::vector<Column>& columns)
    {
        const QString kind = row.kind == Row::Kind::Total   ? QStringLiteral("t")
                             : row.kind == Row::Kind::Group ? QStringLiteral("g")
                             : row.kind == Row::Kind::Muted ? QStringLiteral("m")
                                                            : QString();
        m_out +=
            QStringLiteral("<tr")
            + (kind.isEmpty() ? QString() : QString(QStringLiteral(" class=\"") + kind + QLatin1Char('"')))
            + (row.anchor.isEmpty()
                   ? QString()
                   : QString(QStringLiteral(" id=\"") + row.anchor.toHtmlEscaped() + QLatin1Char('"')))
            + QLatin1Char('>');
        for (std::size_t c = 0; c < row.cells.size() && c < columns.size(); ++c) {
            const Cell& cell = row.cells[c];
            const bool isGroup = row.kind == Row::Kind::Group;
            m_out +=
                QStringLiteral("<td")
                + (isGroup ? QStringLiteral(" colspan=\"%1\"").arg(columns.size()) : rightClass(columns[c]))
                + QLatin1Char('>') + tag(cell);
            const QString words = html(cell.text);
            m_out += (columns[c].isStrong ? QString(QStringLiteral("<b>") + words + QStringLiteral("</b>"))
                                          : words)
                     + (cell.bar ? bar(*cell.bar) : QString()) + QStringLiteral("</td>");
        }
        m_out += QStringLiteral("</tr>\n");
    }

    void write(const Chart& block)
    {
        const QSizeF size(620.0, block.kind == Chart::Kind::Lines ? 230.0 : 240.0);
        const auto shapes = layOutChart(block, m_document.locale, size, &textWidth);
        m_out += QStringLiteral("<figure><figcaption>")
                 + numbered(m_document.figureWord, block.number, block.title)
                 + QStringLiteral(" <span class=\"sub\">") + block.subtitle.toHtmlEscaped()
                 + QStringLiteral("</span></figcaption>\n")
                 + toSvg(shapes, size, block, QStringLiteral("f%1").arg(block.number))
                 + QStringLiteral("</figure>\n");
    }

    void write(const ItemList& block)
    {
        if (!block.title.isEmpty()) {
            m_out += QStringLiteral("<h3>") + block.title.toHtmlEscaped() + QStringLiteral("</h3>");
        }
        m_out += QStringLiteral("<ul>");
        for (const RichText& item : block.items) {
            m_out += QStringLiteral("<li>") + html(item) + QStringLiteral("</li>");
        }
        m_out += QStringLiteral("</ul>\n");
    }

    void write(const ListPair& block)
    {
        m_out += QStringLiteral("<div class=\"pair\"><div>");
        write(block.left);
        m_out += QStringLiteral("</div><div>");
        write(block.right);
        m_out += QStringLiteral("</div></div>\n");
    }

    const ReportDocument& m_document;
    QString m_out;
};

} // namespace

QString renderHtml(const ReportDocument& document)
{
    return HtmlWriter(document).write();
}

} // namespace wherewithal::app
