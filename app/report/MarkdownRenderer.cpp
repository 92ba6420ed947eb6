// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Renderers.h"

#include <algorithm>

namespace wherewithal::app {

namespace {

/// Text that Markdown leaves as it is, on one line.
QString escaped(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            out += QLatin1Char(' ');
            continue;
        }
        if (QStringLiteral("\\`*_[]<>|#~").contains(c)) {
            out += QLatin1Char('\\');
        }
        out += c;
    }
    return out;
}

QString markdown(const RichText& text)
{
    QString out;
    for (const Span& span : text.spans) {
        const QString words = escaped(span.text.trimmed());
        if (words.isEmpty()) {
            out += span.text;
            continue;
        }
        const QString before = span.text.startsWith(QLatin1Char(' ')) ? QStringLiteral(" ") : QString();
        const QString after = span.text.endsWith(QLatin1Char(' ')) ? QStringLiteral(" ") : QString();
        const bool isWeb = span.link.startsWith(QLatin1String("http"));
        QString piece = span.role == Span::Role::Strong
                            ? QString(QStringLiteral("**") + words + QStringLiteral("**"))
                            : words;
        if (isWeb) {
            QString target = span.link;
            target.replace(QLatin1Char(' '), QStringLiteral("%20"))
                .replace(QLatin1Char('>'), QStringLiteral("%3E"));
            piece = QLatin1Char('[') + piece + QStringLiteral("](<") + target + QStringLiteral(">)");
        }
        out += before + piece + after;
    }
    return out;
}

class MarkdownWriter
{
public:
    explicit MarkdownWriter(const ReportDocument& document)
        : m_document(document)
    {}

    QString write()
    {
        m_out = QStringLiteral("# ") + escaped(m_document.title) + QStringLiteral("\n\n")
                + escaped(m_document.kicker) + QStringLiteral("\n\n");
        for (const Section& section : m_document.sections) {
            m_out += (section.level == 1 ? QStringLiteral("## ") : QStringLiteral("### "))
                     + escaped(QString(section.number + QLatin1Char(' ') + section.title).trimmed())
                     + QStringLiteral("\n\n");
            for (const Block& block : section.blocks) {
                std::visit([this](const auto& content) { write(content); }, block);
            }
        }
        m_out += QStringLiteral("---\n\n") + escaped(m_document.footerLeft) + QStringLiteral(". ")
                 + escaped(m_document.footerRight) + QStringLiteral("\n");
        return m_out;
    }

private:
    void write(const Paragraph& block) { m_out += markdown(block.text) + QStringLiteral("\n\n"); }

    void write(const KeyFigures& block)
    {
        for (const KeyFigure& figure : block.figures) {
            m_out += QStringLiteral("- **") + escaped(figure.value) + QStringLiteral("** ")
                     + escaped(figure.unit) + QStringLiteral(" – ") + escaped(figure.label)
                     + QStringLiteral(" (") + escaped(figure.detail) + QStringLiteral(")\n");
        }
        m_out += QLatin1Char('\n');
    }

    void writeTitle(const QString& word, int number, const QString& title, const QString& subtitle)
    {
        m_out +=
            QStringLiteral("**")
            + escaped(number == 0 ? title
                                  : QStringLiteral("%1 %2. %3").arg(word, QString::number(number), title))
            + QStringLiteral("** ") + escaped(subtitle) + QStringLiteral("\n\n");
    }

    void write(const Table& block)
    {
        writeTitle(m_document.tableWord, block.number, block.title, block.subtitle);
        QString head = QStringLiteral("|");
        QString rule = QStringLiteral("|");
        for (const Column& column : block.columns) {
            const QString unit = column.unit.isEmpty()
                                     ? QString()
                                     : QString(QStringLiteral(" (") + column.unit + QLatin1Char(')'));
            head += QLatin1Char(' ') + escaped(column.title + unit) + QStringLiteral(" |");
            rule +=
                column.align == Column::Align::Right ? QStringLiteral(" ---: |") : QStringLiteral(" --- |");
        }
        m_out += head + QLatin1Char('\n') + rule + QLatin1Char('\n');
        for (const Row& row : block.rows) {
            m_out += QLatin1Char('|');
            for (std::size_t c = 0; c < block.columns.size(); ++c) {
                m_out += QLatin1Char(' ') + (c < row.cells.size() ? cell(row.cells[c], row.kind) : QString())
                         + QStringLiteral(" |");
            }
            m_out += QLatin1Char('\n');
        }
        m_out += QLatin1Char('\n');
        for (const RichText& note : block.footnotes) {
            m_out += markdown(note) + QStringLiteral("\n\n");
        }
    }

    [[nodiscard]] static QString cell(const Cell& cell, Row::Kind kind)
    {
        QString words = markdown(cell.text).trimmed();
        const bool isStrong = kind == Row::Kind::Total || kind == Row::Kind::Group;
        if (isStrong && !words.isEmpty() && !words.contains(QLatin1String("**"))) {
            words = QStringLiteral("**") + words + QStringLiteral("**");
        }
        return cell.letter.isEmpty() ? words
                                     : QString(escaped(cell.letter) + QLatin1Char(' ') + words).trimmed();
    }

    /// Values at the end of each year, since a picture has no place here.
    void write(const Chart& block)
    {
        writeTitle(m_document.figureWord, block.number, block.title, block.subtitle);
        m_out += escaped(block.description) + QStringLiteral("\n\n|  |");
        QString rule = QStringLiteral("| --- |");
        std::vector<int> months;
        for (int m = 11; m < block.months; m += 12) {
            months.push_back(m);
        }
        if (block.months > 0 && (months.empty() || months.back() != block.months - 1)) {
            months.push_back(block.months - 1);
        }
        for (const int m : months) {
            m_out += QLatin1Char(' ')
                     + QString::fromStdString(model::text(model::monthsLater(block.starts, m)))
                     + QStringLiteral(" |");
            rule += QStringLiteral(" ---: |");
        }
        m_out += QLatin1Char('\n') + rule + QLatin1Char('\n');
        for (const Series& series : block.series) {
            m_out += QStringLiteral("| ") + escaped(QString(series.letter + QLatin1Char(' ') + series.label))
                     + QStringLiteral(" |");
            for (const int m : months) {
                const auto index = static_cast<std::size_t>(m);
                m_out += QLatin1Char(' ')
                         + (index < series.values.size() ? number(series.values[index]) : QString())
                         + QStringLiteral(" |");
            }
            m_out += QLatin1Char('\n');
        }
        m_out += QLatin1Char('\n');
    }

    [[nodiscard]] QString number(double value) const
    {
        const QString text = m_document.locale.toString(std::abs(value), 'f', 1);
        return value < -0.05 ? QString(QChar(0x2212) + text) : text;
    }

    void write(const ItemList& block)
    {
        if (!block.title.isEmpty()) {
            m_out += QStringLiteral("**") + escaped(block.title) + QStringLiteral("**\n\n");
        }
        for (const RichText& item : block.items) {
            m_out += QStringLiteral("- ") + markdown(item) + QLatin1Char('\n');
        }
        m_out += QLatin1Char('\n');
    }

    void write(const ListPair& block)
    {
        write(block.left);
        write(block.right);
    }

    const ReportDocument& m_document;
    QString m_out;
};

} // namespace

QString renderMarkdown(const ReportDocument& document)
{
    return MarkdownWriter(document).write();
}

} // namespace wherewithal::app
