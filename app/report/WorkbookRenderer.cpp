// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Renderers.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <xlsxwriter.h>

namespace wherewithal::app {

namespace {

constexpr qsizetype kLongestCell = 32000; ///< Excel takes 32,767 characters
constexpr qsizetype kLongestSheetName = 31;
constexpr double kWidestColumn = 60.0; ///< characters

QByteArray cellText(const QString& text)
{
    return text.left(kLongestCell).toUtf8();
}

class WorkbookWriter
{
public:
    WorkbookWriter(const ReportDocument& document, const QByteArray& path)
        : m_document(document)
        , m_book(workbook_new(path.constData()))
    {
        m_title = makeFormat([](lxw_format* format) {
            format_set_bold(format);
            format_set_font_size(format, 14);
        });
        m_strong = makeFormat([](lxw_format* format) { format_set_bold(format); });
        m_head = makeFormat([](lxw_format* format) {
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bottom(format, LXW_BORDER_THIN);
        });
        m_wrapped = makeFormat([](lxw_format* format) {
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        });
        m_whole = makeFormat([](lxw_format* format) { format_set_num_format(format, "#,##0"); });
        m_fraction = makeFormat([](lxw_format* format) { format_set_num_format(format, "#,##0.00####"); });
        setProperties();
    }

    lxw_error write()
    {
        for (const Section& section : m_document.sections) {
            if (section.level == 1 || m_sheet == nullptr) {
                openSheet(section);
            }
            writeSection(section);
        }
        return workbook_close(m_book);
    }

private:
    lxw_format* makeFormat(auto setUp)
    {
        lxw_format* format = workbook_add_format(m_book);
        setUp(format);
        return format;
    }

    void setProperties()
    {
        m_titleText = m_document.title.toUtf8();
        lxw_doc_properties properties{};
        properties.title = m_titleText.data();
        // The day of the plan, not of the clock: the same report gives the same bytes.
        const QDate day(m_document.date.year, m_document.date.month, m_document.date.day);
        properties.created = QDateTime(day, QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch();
        workbook_set_properties(m_book, &properties);
    }

    void openSheet(const Section& section)
    {
        QString name = QString(section.number + QLatin1Char(' ') + section.title).trimmed();
        for (const QChar forbidden : QStringLiteral("[]:*?/\\'")) {
            name.remove(forbidden);
        }
        m_sheet = workbook_add_worksheet(m_book, name.left(kLongestSheetName).toUtf8().constData());
        if (m_sheet == nullptr) { // a name that is taken or refused: Excel's own numbering
            m_sheet = workbook_add_worksheet(m_book, nullptr);
        }
        m_sheetName = QString::fromUtf8(m_sheet->name);
        m_row = 0;
        m_widths.clear();
    }

    void writeSection(const Section& section)
    {
        put(0, QString(section.number + QLatin1Char(' ') + section.title).trimmed(), m_title);
        m_row += 2;
        for (const Block& block : section.blocks) {
            std::visit([this](const auto& content) { write(content); }, block);
        }
        ++m_row;
    }

    void put(lxw_col_t column, const QString& text, lxw_format* format = nullptr)
    {
        if (!text.isEmpty()) {
            worksheet_write_string(m_sheet, m_row, column, cellText(text).constData(), format);
        }
    }

    void put(lxw_col_t column, double number)
    {
        if (std::isfinite(number)) {
            worksheet_write_number(
                m_sheet, m_row, column, number, number == std::round(number) ? m_whole : m_fraction);
        }
    }

    void widen(lxw_col_t column, const QString& text)
    {
        const double wanted = std::min(kWidestColumn, static_cast<double>(text.size()) + 2.0);
        double& width = m_widths[column];
        if (wanted > width) {
            width = wanted;
            worksheet_set_column(m_sheet, column, column, width, nullptr);
        }
    }

    void write(const Paragraph& block)
    {
        put(0, block.text.plain());
        m_row += 2;
    }

    void write(const KeyFigures& block)
    {
        for (const KeyFigure& figure : block.figures) {
            put(0, figure.label);
            put(1, figure.value, m_strong);
            put(2, figure.unit);
            put(3, figure.detail);
            ++m_row;
        }
        ++m_row;
    }

    void write(const Table& block)
    {
        put(0,
            QString(numbered(m_document.tableWord, block.number, block.title) + QStringLiteral("  ")
                    + block.subtitle)
                .trimmed(),
            m_strong);
        ++m_row;
        // A letter tag has a column of its own, so that sheets can be joined by it.
        std::vector<lxw_col_t> places;
        lxw_col_t next = 0;
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            const bool hasLetters = std::ranges::any_of(block.rows, [c](const Row& row) {
                return c < row.cells.size() && !row.cells[c].letter.isEmpty();
            });
            next = static_cast<lxw_col_t>(next + (hasLetters ? 1 : 0));
            places.push_back(next);
            const Column& column = block.columns[c];
            const QString head = column.unit.isEmpty()
                                     ? column.title
                                     : QString(column.title + QStringLiteral(", ") + column.unit);
            put(next, head, m_head);
            widen(next, column.title);
            next = static_cast<lxw_col_t>(next + 1);
        }
        ++m_row;
        for (const Row& row : block.rows) {
            for (std::size_t c = 0; c < row.cells.size() && c < places.size(); ++c) {
                writeCell(row.cells[c], places[c], row.kind);
            }
            ++m_row;
        }
        for (const RichText& note : block.footnotes) {
            put(0, note.plain());
            ++m_row;
        }
        ++m_row;
    }

    void writeCell(const Cell& cell, lxw_col_t place, Row::Kind kind)
    {
        if (!cell.letter.isEmpty() && place > 0) {
            put(static_cast<lxw_col_t>(place - 1), cell.letter, m_strong);
        }
        if (cell.number) {
            put(place, *cell.number);
            widen(place, QString::number(*cell.number, 'f', 2));
            return;
        }
        const QString text = cell.text.plain();
        if (kind != Row::Kind::Group) {
            widen(place, text);
        }
        put(place, text, kind == Row::Kind::Body || kind == Row::Kind::Muted ? m_wrapped : m_strong);
    }

    void write(const Chart& block)
    {
        put(0,
            QString(numbered(m_document.figureWord, block.number, block.title) + QStringLiteral("  ")
                    + block.subtitle)
                .trimmed(),
            m_strong);
        m_row += 1;
        lxw_chart* chart = workbook_add_chart(m_book,
                                              static_cast<uint8_t>(block.kind == Chart::Kind::Lines
                                                                       ? LXW_CHART_LINE
                                                                       : LXW_CHART_COLUMN_STACKED));
        const lxw_row_t head = m_row;
        const auto last = head + static_cast<lxw_row_t>(std::max(block.months, 1));
        for (std::size_t s = 0; s < block.series.size(); ++s) {
            const auto column = static_cast<lxw_col_t>(s + 1);
            m_row = head;
            const Series& series = block.series[s];
            put(column, QString(series.letter + QLatin1Char(' ') + series.label).trimmed(), m_head);
            for (const double value : series.values) {
                ++m_row;
                put(column, value);
            }
            lxw_chart_series* line = chart_add_series(chart, nullptr, nullptr);
            const QByteArray sheet = m_sheetName.toUtf8();
            chart_series_set_categories(line, sheet.constData(), head + 1, 0, last, 0);
            chart_series_set_values(line, sheet.constData(), head + 1, column, last, column);
            chart_series_set_name_range(line, sheet.constData(), head, column);
        }
        for (int m = 0; m < block.months; ++m) {
            m_row = head + 1 + static_cast<lxw_row_t>(m);
            put(0, QString::fromStdString(model::text(model::monthsLater(block.starts, m))));
        }
        worksheet_insert_chart(m_sheet, head, static_cast<lxw_col_t>(block.series.size() + 2), chart);
        m_row = std::max(last, head + 18) + 2;
    }

    void write(const ItemList& block)
    {
        put(0, block.title, m_strong);
        ++m_row;
        for (const RichText& item : block.items) {
            put(0, item.plain());
            ++m_row;
        }
        ++m_row;
    }

    void write(const ListPair& block)
    {
        write(block.left);
        write(block.right);
    }

    [[nodiscard]] static QString numbered(const QString& word, int number, const QString& title)
    {
        return number == 0 ? title : QStringLiteral("%1 %2. %3").arg(word, QString::number(number), title);
    }

    const ReportDocument& m_document;
    lxw_workbook* m_book;
    lxw_worksheet* m_sheet = nullptr;
    QString m_sheetName;
    lxw_row_t m_row = 0;
    QMap<lxw_col_t, double> m_widths;
    QByteArray m_titleText;
    lxw_format* m_title = nullptr;
    lxw_format* m_strong = nullptr;
    lxw_format* m_head = nullptr;
    lxw_format* m_wrapped = nullptr;
    lxw_format* m_whole = nullptr;
    lxw_format* m_fraction = nullptr;
};

} // namespace

model::Result<QByteArray> renderWorkbook(const ReportDocument& document)
{
    // The library writes files only: into a folder of our own, then read back.
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return model::failure(model::ErrorCode::InputOutput,
                              "xlsx",
                              "no temporary folder: " + folder.errorString().toStdString());
    }
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    const lxw_error error = WorkbookWriter(document, QFile::encodeName(path)).write();
    QFile file(path);
    if (error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly)) {
        return model::failure(model::ErrorCode::InputOutput,
                              "xlsx",
                              std::string("the workbook was not written: ") + lxw_strerror(error),
                              "is the temporary folder full?");
    }
    return file.readAll();
}

} // namespace wherewithal::app
