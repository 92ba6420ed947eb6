// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ReportDocument.h"

#include <QStringList>

#include <algorithm>

namespace wherewithal::app {

RichText::RichText(const QString& text)
{
    add(text);
}

RichText::RichText(const QString& text, Span::Role role)
{
    add(text, role);
}

RichText& RichText::add(const QString& text, Span::Role role, const QString& link)
{
    if (!text.isEmpty()) {
        // Addresses come from catalogues and plans: only those that a browser opens harmlessly become links.
        const bool isSafe = link.startsWith(QLatin1Char('#')) || link.startsWith(QLatin1String("https://"))
                            || link.startsWith(QLatin1String("http://"));
        spans.push_back(Span{text, role, isSafe ? link : QString()});
    }
    return *this;
}

RichText& RichText::add(const RichText& text)
{
    spans.insert(spans.end(), text.spans.begin(), text.spans.end());
    return *this;
}

QString RichText::plain() const
{
    QString text;
    for (const Span& span : spans) {
        text += span.text;
    }
    return text;
}

bool RichText::isEmpty() const
{
    return spans.empty();
}

namespace {

QString text(const Cell& cell)
{
    const QString words = cell.text.plain();
    return cell.letter.isEmpty() ? words : QString(cell.letter + QLatin1Char(' ') + words).trimmed();
}

void append(QStringList& lines, const Paragraph& block)
{
    lines << block.text.plain();
}

void append(QStringList& lines, const KeyFigures& block)
{
    for (const KeyFigure& figure : block.figures) {
        lines << figure.value + QLatin1Char(' ') + figure.unit << figure.label << figure.detail;
    }
}

void append(QStringList& lines, const Table& block)
{
    lines << block.title + QLatin1Char(' ') + block.subtitle;
    QStringList head;
    for (const Column& column : block.columns) {
        head << QString(column.title + QLatin1Char(' ') + column.unit).trimmed();
    }
    lines << head.join(QLatin1Char('\t'));
    for (const Row& row : block.rows) {
        QStringList cells;
        for (const Cell& cell : row.cells) {
            cells << text(cell);
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    for (const RichText& note : block.footnotes) {
        lines << note.plain();
    }
}

void append(QStringList& lines, const Chart& block)
{
    lines << block.title + QLatin1Char(' ') + block.subtitle << block.description;
    for (const Series& series : block.series) {
        lines << QString(series.letter + QLatin1Char(' ') + series.label + QLatin1Char(' ') + series.endText)
                     .trimmed();
    }
    for (const ChartMark& mark : block.marks) {
        lines << mark.text;
    }
}

void append(QStringList& lines, const ItemList& block)
{
    lines << block.title;
    for (const RichText& item : block.items) {
        lines << item.plain();
    }
}

void append(QStringList& lines, const ListPair& block)
{
    append(lines, block.left);
    append(lines, block.right);
}

} // namespace

QString plainText(const ReportDocument& document)
{
    QStringList lines{document.kicker, document.title, document.footerLeft, document.footerRight};
    for (const Section& section : document.sections) {
        lines << QString(section.number + QLatin1Char(' ') + section.title).trimmed();
        for (const Block& block : section.blocks) {
            std::visit([&lines](const auto& content) { append(lines, content); }, block);
        }
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace wherewithal::app
