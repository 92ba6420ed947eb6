// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PageFlow.h"

#include "app/report/ChartLayout.h"
#include "app/report/ShapePainter.h"
#include "app/report/TableLayout.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr double kGap = 9.0;         ///< between blocks
constexpr double kCellPadding = 5.0; ///< left and right
constexpr double kRowPadding = 2.6;  ///< above and below
constexpr double kDensePadding = 1.5;
constexpr double kBarHeight = 4.2;
constexpr double kTagSide = 12.5;
constexpr double kChartHeight = 176.0;
constexpr double kStackHeight = 134.0;
constexpr double kMostStretch = 2.0; ///< of a monthly chart alone on the rest of its page
constexpr double kChartTitle = 24.0;
constexpr double kLeastForSection = 0.25; ///< of a page: with less left a section begins on the next
constexpr double kTitleRoom = 22.0;       ///< for the title above a table
constexpr double kRunningHead = 20.0;     ///< room for it at the top of a page
constexpr double kLongestWord = 110.0;    ///< addresses and ids may be broken beyond

void drawRule(QPainter& painter, double x, double y, double width, const QColor& colour, double thickness)
{
    painter.setPen(QPen(colour, thickness * kDotsPerPoint));
    painter.drawLine(QPointF(x, y) * kDotsPerPoint, QPointF(x + width, y) * kDotsPerPoint);
}

// Tables
// ------------------------------------------------------------------------------------------------------------

/// The spaces before a text indent all its lines, so that the depth of a row can be seen where it wraps too.
struct Indented
{
    RichText text;
    double indent = 0.0; ///< points
};

Indented indented(const RichText& text, double size)
{
    Indented result{.text = text};
    if (text.spans.empty()) {
        return result;
    }
    QString& first = result.text.spans.front().text;
    const auto letter = std::ranges::find_if(
        first, [](QChar each) { return each != QChar(0x2002) && each != QLatin1Char(' '); });
    const auto spaces = static_cast<qsizetype>(letter - first.begin());
    result.indent = textWidth(first.left(spaces), size, false);
    first.remove(0, spaces);
    return result;
}

/// A table measured for a width: columns, font, heights of rows and of the head.
class LaidTable
{
public:
    LaidTable(const Table& table, double width, double tallestRow)
        : m_table(table)
        , m_width(width)
    {
        chooseSize();
        layOutHead();
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            layOutRow(row, tallestRow - m_headHeight);
        }
    }

    struct Piece
    {
        std::size_t row = 0;
        int firstLine = 0;
        int lineCount = 0;
        bool isLast = true; ///< of its row: bar and rule are drawn there
    };

    [[nodiscard]] double headHeight() const { return m_headHeight; }
    [[nodiscard]] const std::vector<double>& heights() const { return m_heights; }
    [[nodiscard]] const std::vector<Piece>& pieces() const { return m_pieces; }
    [[nodiscard]] std::vector<bool> keepsWithNext() const
    {
        std::vector<bool> keeps;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const bool isBeforeTotal =
                i + 1 < m_pieces.size() && m_table.rows[m_pieces[i + 1].row].kind == Row::Kind::Total;
            keeps.push_back(m_table.rows[m_pieces[i].row].kind == Row::Kind::Group || isBeforeTotal);
        }
        return keeps;
    }

    void drawHead(QPainter& painter, double x, double y) const
    {
        for (std::size_t c = 0; c < m_head.size(); ++c) {
            const double left = x + m_lefts[c] + kCellPadding;
            const double height = m_head[c].title.height() + (m_headUnits ? m_head[c].unit.height() : 0.0);
            const double top = y + m_headHeight - height - 3.0;
            m_head[c].title.draw(painter, {left, top});
            if (m_headUnits) {
                m_head[c].unit.draw(painter, {left, top + m_head[c].title.height()});
            }
        }
        drawRule(painter, x, y + m_headHeight, m_width, style::kLine2, 0.7);
    }

    void drawPiece(QPainter& painter, std::size_t index, double x, double y) const
    {
        const Piece& piece = m_pieces[index];
        const Row& row = m_table.rows[piece.row];
        const std::vector<TextBox>& boxes = m_boxes[piece.row];
        if (row.kind == Row::Kind::Total && piece.firstLine == 0) {
            drawRule(painter, x, y, m_width, style::kLine2, 0.7);
        }
        for (std::size_t c = 0; c < boxes.size(); ++c) {
            const Cell& cell = row.cells[c];
            const bool isGroup = row.kind == Row::Kind::Group;
            const double left = x + m_lefts[c] + kCellPadding;
            double textLeft = left;
            if (!cell.letter.isEmpty()) {
                if (piece.firstLine == 0) {
                    paintTag(painter,
                             cell.letter,
                             {left, y + m_padding + boxes[c].lineHeight() / 2.0},
                             kTagSide,
                             cell.isLetterOutlined);
                }
                textLeft += tagRoom(cell);
            }
            textLeft += m_indents[piece.row][c];
            boxes[c].draw(painter, {textLeft, y + m_padding}, piece.firstLine, piece.lineCount);
            if (cell.bar && piece.isLast && !isGroup) {
                const double barTop = y + m_heights[index] - m_padding - kBarHeight;
                paintBar(
                    painter, QRectF(left, barTop, m_widths[c] - 2.0 * kCellPadding, kBarHeight), *cell.bar);
            }
        }
        if (piece.isLast) {
            drawRule(painter, x, y + m_heights[index], m_width, style::kLine, 0.5);
        }
    }

private:
    struct HeadCell
    {
        TextBox title;
        TextBox unit;
    };

    [[nodiscard]] static double tagRoom(const Cell& cell)
    {
        return cell.letter.isEmpty() ? 0.0 : tagWidth(cell.letter, kTagSide) + 5.0;
    }

    [[nodiscard]] TextLook look(std::size_t column, Row::Kind kind) const
    {
        const Column& c = m_table.columns[column];
        return {.size = m_size,
                .isStrong = kind == Row::Kind::Total || kind == Row::Kind::Group || c.isStrong,
                .colour = kind == Row::Kind::Muted ? style::kMuted : style::kText,
                .alignsRight = c.align == Column::Align::Right};
    }

    [[nodiscard]] TextLook headLook(std::size_t column) const
    {
        return {.size = std::min(style::kSmall, m_size),
                .isMedium = true,
                .colour = style::kText2,
                .alignsRight = m_table.columns[column].align == Column::Align::Right};
    }

    [[nodiscard]] std::vector<ColumnNeed> needs() const
    {
        std::vector<ColumnNeed> found;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const TextExtent title = extentOf(m_table.columns[c].title, headLook(c));
            const TextExtent unit = extentOf(m_table.columns[c].unit, headLook(c));
            ColumnNeed need{.least = std::min(title.longestWord, kLongestWord),
                            .natural = std::max(title.natural, unit.natural),
                            .wraps = m_table.columns[c].isText};
            for (const Row& row : m_table.rows) {
                if (row.kind == Row::Kind::Group || c >= row.cells.size()) {
                    continue;
                }
                const TextExtent extent = extentOf(row.cells[c].text, look(c, row.kind));
                const double tag = tagRoom(row.cells[c]);
                need.least = std::max(need.least, std::min(extent.longestWord, kLongestWord) + tag);
                need.natural = std::max(need.natural, extent.natural + tag);
            }
            need.least += 2.0 * kCellPadding;
            need.natural += 2.0 * kCellPadding;
            found.push_back(need);
        }
        return found;
    }

    void chooseSize()
    {
        std::vector<ColumnNeed> wanted;
        m_padding = m_table.isDense ? kDensePadding : kRowPadding;
        for (const double size : {style::kCell, 8.4, 7.8, 7.2, 6.6}) {
            if (m_table.isDense && size > 7.9) {
                continue;
            }
            m_size = size;
            wanted = needs();
            // Prose in what the numbers leave is set smaller at once; numbers only when they must.
            double prose = 0.0;
            double left = m_width;
            for (const ColumnNeed& need : wanted) {
                prose += need.wraps ? need.natural : 0.0;
                left -= need.wraps ? 0.0 : need.natural;
            }
            const bool isCrowded = prose > 2.0 * left;
            if (fits(wanted, m_width) && (!isCrowded || size <= 7.9)) {
                break;
            }
        }
        m_widths = columnWidths(wanted, m_width);
        double left = 0.0;
        for (const double width : m_widths) {
            m_lefts.push_back(left);
            left += width;
        }
    }

    void layOutHead()
    {
        m_headUnits =
            std::ranges::any_of(m_table.columns, [](const Column& column) { return !column.unit.isEmpty(); });
        m_headHeight = 0.0;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            TextLook unitLook = headLook(c);
            unitLook.isMedium = false;
            unitLook.colour = style::kMuted;
            const double width = m_widths[c] - 2.0 * kCellPadding + 0.5;
            m_head.push_back({TextBox(m_table.columns[c].title, headLook(c), width),
                              TextBox(m_table.columns[c].unit, unitLook, width)});
            // A column without unit has its title on the lower line.
            const bool hasUnit = !m_table.columns[c].unit.isEmpty();
            if (m_headUnits && !hasUnit) {
                m_head.back().unit = m_head.back().title;
                m_head.back().title = TextBox(RichText(), headLook(c), width);
            }
            m_headHeight =
                std::max(m_headHeight,
                         m_head.back().title.height() + (m_headUnits ? m_head.back().unit.height() : 0.0));
        }
        m_headHeight += 5.0;
    }

    void layOutRow(std::size_t index, double tallest)
    {
        const Row& row = m_table.rows[index];
        std::vector<TextBox> boxes;
        std::vector<double> indents;
        int lines = 1;
        bool hasBar = false;
        for (std::size_t c = 0; c < row.cells.size() && c < m_widths.size(); ++c) {
            const bool isGroup = row.kind == Row::Kind::Group;
            const double cellWidth =
                (isGroup ? m_width : m_widths[c]) - 2.0 * kCellPadding - tagRoom(row.cells[c]) + 0.5;
            TextLook textLook = look(c, row.kind);
            textLook.alignsRight = textLook.alignsRight && !isGroup;
            const Indented cell = indented(row.cells[c].text, textLook.size);
            boxes.emplace_back(cell.text, textLook, cellWidth - cell.indent);
            indents.push_back(cell.indent);
            lines = std::max(lines, boxes.back().lineCount());
            hasBar = hasBar || row.cells[c].bar.has_value();
        }
        const double lineHeight = boxes.empty() ? m_size * style::kLineSpacing : boxes.front().lineHeight();
        const double extra = 2.0 * m_padding + (hasBar ? kBarHeight + 1.0 : 0.0);
        const int linesAtMost = std::max(1, static_cast<int>((tallest - extra) / lineHeight));
        for (int first = 0; first < lines; first += linesAtMost) {
            const int count = std::min(linesAtMost, lines - first);
            const bool isLast = first + count >= lines;
            m_pieces.push_back({.row = index, .firstLine = first, .lineCount = count, .isLast = isLast});
            m_heights.push_back(count * lineHeight + 2.0 * m_padding
                                + (isLast && hasBar ? kBarHeight + 1.0 : 0.0));
        }
        m_boxes.push_back(std::move(boxes));
        m_indents.push_back(std::move(indents));
    }

    Table m_table;
    double m_width;
    double m_size = style::kCell;
    double m_padding = kRowPadding;
    std::vector<double> m_widths;
    std::vector<double> m_lefts;
    std::vector<HeadCell> m_head;
    bool m_headUnits = false;
    double m_headHeight = 0.0;
    std::vector<std::vector<TextBox>> m_boxes;  // [row][column]
    std::vector<std::vector<double>> m_indents; // [row][column], points before all lines of a cell
    std::vector<Piece> m_pieces;
    std::vector<double> m_heights; // [piece]
};

/// "Table 4. All options  letters stay": the note beside the title where it fits, else below.
class BlockTitle
{
public:
    BlockTitle(const QString& title, const QString& subtitle, double width)
        : m_titleWidth(textWidth(title, style::kBlockTitle, true))
        , m_name(RichText(title), {.size = style::kBlockTitle, .isStrong = true}, width)
        , m_isBeside(m_name.lineCount() == 1
                     && m_titleWidth + 8.0 + textWidth(subtitle, style::kSmall, false) < width)
        , m_hasNote(!subtitle.isEmpty())
        , m_note(RichText(subtitle),
                 {.size = style::kSmall, .colour = style::kMuted},
                 m_isBeside ? width - m_titleWidth - 8.0 : width)
    {}

    [[nodiscard]] double height() const
    {
        return m_name.height() + (m_isBeside || !m_hasNote ? 0.0 : m_note.height());
    }

    void draw(QPainter& painter, QPointF at) const
    {
        m_name.draw(painter, at);
        m_note.draw(painter,
                    m_isBeside ? QPointF(at.x() + m_titleWidth + 8.0,
                                         at.y() + m_name.height() - m_note.lineHeight() - 1.0)
                               : QPointF(at.x(), at.y() + m_name.height()));
    }

private:
    double m_titleWidth;
    TextBox m_name;
    bool m_isBeside;
    bool m_hasNote;
    TextBox m_note;
};

// Pages
// -------------------------------------------------------------------------------------------------------------

/// How the first page is set.
struct FirstPage
{
    double chartHeight = kChartHeight;
    bool isTight = false;
};

class Flow
{
public:
    Flow(const ReportDocument& document, QSizeF size, FirstPage first)
        : m_document(document)
        , m_size(size)
        , m_left(style::kMarginSide)
        , m_width(size.width() - 2.0 * style::kMarginSide)
        , m_bottom(size.height() - style::kMarginBottom)
        , m_chartHeight(first.chartHeight)
        , m_isTight(first.isTight)
    {
        startPage();
        placeTitle();
    }

    void placeSections(std::size_t first, std::size_t last)
    {
        for (std::size_t i = first; i < last && i < m_document.sections.size(); ++i) {
            const bool isLast = i + 1 == m_document.sections.size();
            m_neededNext =
                isLast || !hasStack(m_document.sections[i]) ? 0.0 : neededBefore(m_document.sections[i + 1]);
            placeSection(m_document.sections[i], i == 0);
        }
    }

    void placeContents()
    {
        startPage();
        m_chartHeight = kChartHeight;
        m_isTight = false;
        m_heads.back().clear();
        TextBox title(
            RichText(m_document.contentsTitle, Span::Role::Strong), {.size = style::kPartHeading}, m_width);
        placeBox(title);
        m_y += 3.0;
        m_contentsPage = m_result.pages.size() - 1;
        m_contentsTop = m_y;
        for (const Section& section : m_document.sections) {
            m_y += section.level == 1 && !section.number.isEmpty() ? 15.0 : 0.0;
        }
        m_y += 6.0;
    }

    [[nodiscard]] std::size_t pageCount() const { return m_result.pages.size(); }

    FlowResult finish()
    {
        drawContents();
        for (std::size_t page = 0; page < m_result.pages.size(); ++page) {
            if (m_heads[page].isEmpty()) {
                continue;
            }
            const TextBox head(
                RichText(m_heads[page]), {.size = style::kSmall, .colour = style::kMuted}, m_width);
            m_result.pages[page].push_back([head, left = m_left](QPainter& painter) {
                head.draw(painter, {left, style::kMarginTop - 1.0}, 0, 1);
            });
        }
        return std::move(m_result);
    }

private:
    void startPage()
    {
        m_result.pages.emplace_back();
        m_heads.push_back(m_running);
        m_top = style::kMarginTop + (m_result.pages.size() == 1 ? 0.0 : kRunningHead);
        m_y = m_top;
    }

    void draw(DrawCommand command) { m_result.pages.back().push_back(std::move(command)); }

    [[nodiscard]] double room() const { return m_bottom - m_y; }
    [[nodiscard]] double roomFull() const { return m_bottom - style::kMarginTop - kRunningHead; }
    [[nodiscard]] bool isAtTop() const { return m_y <= m_top + 0.1; }

    void ensure(double height)
    {
        if (room() < height && !isAtTop()) {
            startPage();
        }
    }

    /// Text that may run over pages, line by line.
    void placeBox(const TextBox& box, double indent = 0.0)
    {
        int first = 0;
        while (first < box.lineCount()) {
            const int fitting = static_cast<int>((room() + 0.01) / box.lineHeight());
            if (fitting < 1 && !isAtTop()) {
                startPage();
                continue;
            }
            const int count = std::min(std::max(fitting, 1), box.lineCount() - first);
            draw([box, at = QPointF(m_left + indent, m_y), first, count](QPainter& painter) {
                box.draw(painter, at, first, count);
            });
            m_y += count * box.lineHeight();
            first += count;
        }
    }

    void placeTitle()
    {
        placeBox(
            TextBox(RichText(m_document.kicker), {.size = style::kSmall, .colour = style::kMuted}, m_width));
        m_y += 4.0;
        double size = style::kTitle;
        while (size > 0.75 * style::kTitle && textWidth(m_document.title, size, true) > m_width) {
            size -= 0.5;
        }
        placeBox(TextBox(RichText(m_document.title), {.size = size, .isStrong = true}, m_width));
        m_y += 9.0;
        draw([x = m_left, y = m_y, w = m_width](QPainter& painter) {
            drawRule(painter, x, y, w, style::kText, 1.4);
        });
        m_y += 8.0;
    }

    void placeSection(const Section& section, bool isFirst)
    {
        const QString title = section.number.isEmpty()
                                  ? section.title
                                  : QString(section.number + QLatin1Char(' ') + section.title);
        if (!isFirst) {
            const bool isPart = section.level == 2;
            if (!isAtTop()) {
                if (room() < neededBefore(section)) {
                    startPage();
                } else {
                    m_y += isPart ? 12.0 : 20.0;
                }
            }
        }
        m_result.anchors.insert(section.anchor, here());
        m_result.bookmarks.push_back({title, section.level, here()});
        if (section.level == 1) {
            m_running = isFirst ? QString() : title;
            if (isAtTop()) {
                m_heads.back().clear();
            }
        }
        const double size = isFirst              ? style::kBlockTitle
                            : section.level == 1 ? style::kHeading
                                                 : style::kPartHeading;
        if (isAtTop() && !isFirst && section.level == 1) {
            m_y = style::kMarginTop; // no running head above
        }
        placeBox(TextBox(RichText(title), {.size = size, .isStrong = true}, m_width));
        m_y += section.level == 1 && !isFirst ? 6.0 : 2.0;
        for (const Block& block : section.blocks) {
            std::visit([this](const auto& content) { place(content); }, block);
        }
    }

    [[nodiscard]] PdfPlace here() const
    {
        return {static_cast<int>(m_result.pages.size()) - 1, std::max(0.0, m_y - 8.0)};
    }

    [[nodiscard]] static bool hasStack(const Section& section)
    {
        return std::ranges::any_of(section.blocks, [](const Block& block) {
            const auto* chart = std::get_if<Chart>(&block);
            return chart != nullptr && chart->kind == Chart::Kind::Stack;
        });
    }

    /// Room on a page without which a section begins on the next.
    [[nodiscard]] double neededBefore(const Section& section) const
    {
        const bool isPart = section.level == 2;
        const double needed = minimalHeight(section) + (isPart ? 34.0 : 50.0);
        return isPart ? needed : std::max(needed, kLeastForSection * roomFull());
    }

    /// What must follow a heading on the same page: the blocks up to the first that can be broken.
    [[nodiscard]] double minimalHeight(const Section& section) const
    {
        double height = 0.0;
        for (const Block& block : section.blocks) {
            if (std::holds_alternative<Paragraph>(block)) {
                height += heightOf(std::get<Paragraph>(block));
                continue;
            }
            if (std::holds_alternative<Table>(block)) {
                return height + minimalHeight(std::get<Table>(block));
            }
            return height + (std::holds_alternative<Chart>(block) ? kStackHeight + 20.0 : 60.0);
        }
        return std::min(height, 60.0);
    }

    [[nodiscard]] double minimalHeight(const Table& table) const
    {
        const double titleHeight = titleRoom(table);
        const LaidTable laid(table, m_width, roomFull() - titleHeight - 4.0);
        const double whole = wholeHeight(laid, titleHeight);
        double least = titleHeight + laid.headHeight();
        for (std::size_t i = 0; i < std::min<std::size_t>(laid.heights().size(), 3); ++i) {
            least += laid.heights()[i];
        }
        return isKeptWhole(whole) ? whole : least;
    }

    [[nodiscard]] static double wholeHeight(const LaidTable& laid, double titleHeight)
    {
        return std::accumulate(laid.heights().begin(), laid.heights().end(), titleHeight + laid.headHeight());
    }
    /// Above a table: its title may need two lines and its subtitle one of its own.
    [[nodiscard]] double titleRoom(const Table& table) const
    {
        const BlockTitle title(
            numbered(table.title, table.number, m_document.tableWord), table.subtitle, m_width);
        return std::max(kTitleRoom, title.height() + 5.0);
    }
    /// Short tables are not cut: they move to the next page.
    [[nodiscard]] bool isKeptWhole(double height) const { return height < 0.46 * roomFull(); }

    [[nodiscard]] TextBox boxOf(const Paragraph& block) const
    {
        const double size = block.style == Paragraph::Style::Lead   ? style::kLead
                            : block.style == Paragraph::Style::Body ? style::kBody
                                                                    : style::kSmall;
        return TextBox(
            block.text,
            {.size = size, .colour = block.style == Paragraph::Style::Note ? style::kMuted : style::kText},
            m_width);
    }

    [[nodiscard]] double heightOf(const Paragraph& block) const { return boxOf(block).height() + 6.0; }

    void place(const Paragraph& block)
    {
        placeBox(boxOf(block));
        m_y += 6.0;
    }

    void place(const KeyFigures& block)
    {
        const double column = m_width / static_cast<double>(std::max<std::size_t>(block.figures.size(), 1));
        m_y += 6.0;
        double tallest = 0.0;
        std::vector<DrawCommand> commands;
        for (std::size_t i = 0; i < block.figures.size(); ++i) {
            const KeyFigure& figure = block.figures[i];
            const double x = m_left + column * static_cast<double>(i);
            const double inner = column - 14.0;
            const double valueWidth = textWidth(figure.value, 15.0, true);
            const TextBox value(RichText(figure.value), {.size = 15.0, .isStrong = true}, inner);
            const TextBox unit(RichText(figure.unit),
                               {.size = style::kSmall, .colour = style::kMuted},
                               std::max(inner - valueWidth - 5.0, 20.0));
            const TextBox label(RichText(figure.label), {.size = style::kCell}, inner);
            const TextBox detail(
                RichText(figure.detail), {.size = style::kSmall, .colour = style::kMuted}, inner);
            tallest = std::max(tallest, value.height() + label.height() + detail.height());
            commands.emplace_back([=, y = m_y](QPainter& painter) {
                value.draw(painter, {x + 8.0, y});
                unit.draw(painter,
                          {x + 8.0 + valueWidth + 5.0, y + value.height() - unit.lineHeight() - 2.6},
                          0,
                          1);
                label.draw(painter, {x + 8.0, y + value.height()});
                detail.draw(painter, {x + 8.0, y + value.height() + label.height()});
            });
        }
        for (std::size_t i = 0; i < commands.size(); ++i) {
            draw(std::move(commands[i]));
            draw([x = m_left + column * static_cast<double>(i), y = m_y, tallest](QPainter& painter) {
                painter.setPen(QPen(style::kLine2, 1.4 * kDotsPerPoint));
                painter.drawLine(QPointF(x + 0.7, y) * kDotsPerPoint,
                                 QPointF(x + 0.7, y + tallest) * kDotsPerPoint);
            });
        }
        m_y += tallest + 14.0;
    }

    void placeBlockTitle(const QString& title, const QString& subtitle)
    {
        const BlockTitle laid(title, subtitle, m_width);
        draw([laid, at = QPointF(m_left, m_y)](QPainter& painter) { laid.draw(painter, at); });
        m_y += laid.height() + 2.0;
    }

    [[nodiscard]] QString numbered(const QString& title, int number, const QString& kind) const
    {
        return number == 0 ? title : QStringLiteral("%1 %2. %3").arg(kind, QString::number(number), title);
    }

    void place(const Table& block)
    {
        if (m_isTight && !block.isDense) {
            Table tight = block;
            tight.isDense = true;
            place(tight);
            return;
        }
        const double titleHeight = titleRoom(block);
        const auto laid = std::make_shared<LaidTable>(block, m_width, roomFull() - titleHeight - 4.0);
        if (const double whole = wholeHeight(*laid, titleHeight); isKeptWhole(whole)) {
            ensure(whole);
        }
        const std::vector<TableSlice> slices = splitTable(laid->heights(),
                                                          laid->keepsWithNext(),
                                                          laid->headHeight(),
                                                          room() - titleHeight,
                                                          roomFull() - titleHeight);
        bool isTitled = false;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            if (slices[i].first == slices[i].last && i == 0 && slices.size() > 1) {
                startPage();
                continue;
            }
            if (isTitled) {
                startPage();
            } else {
                m_y += isAtTop() ? 0.0 : 3.0;
                placeBlockTitle(numbered(block.title, block.number, m_document.tableWord), block.subtitle);
                isTitled = true;
            }
            placeSlice(block, laid, slices[i]);
        }
        for (const RichText& note : block.footnotes) {
            m_y += 2.0;
            placeBox(TextBox(note, {.size = style::kSmall, .colour = style::kText2}, m_width));
        }
        m_y += kGap + 2.0;
    }

    void placeSlice(const Table& block, const std::shared_ptr<LaidTable>& laid, const TableSlice& slice)
    {
        draw([laid, x = m_left, y = m_y](QPainter& painter) { laid->drawHead(painter, x, y); });
        m_y += laid->headHeight();
        for (std::size_t i = slice.first; i < slice.last; ++i) {
            const Row& row = block.rows[laid->pieces()[i].row];
            if (!row.anchor.isEmpty() && laid->pieces()[i].firstLine == 0) {
                m_result.anchors.insert(row.anchor, here());
            }
            draw([laid, i, x = m_left, y = m_y](QPainter& painter) { laid->drawPiece(painter, i, x, y); });
            m_y += laid->heights()[i];
        }
        m_y += 2.0;
    }

    void place(const Chart& block)
    {
        double height = block.kind == Chart::Kind::Stack ? kStackHeight : m_chartHeight;
        ensure(height + kChartTitle);
        if (block.kind == Chart::Kind::Stack) {
            height = stretched(height);
        }
        m_y += 3.0;
        placeBlockTitle(numbered(block.title, block.number, m_document.figureWord), block.subtitle);
        const std::vector<Shape> shapes =
            layOutChart(block, m_document.locale, {m_width, height}, &textWidth);
        draw([shapes, at = QPointF(m_left, m_y)](QPainter& painter) { paintShapes(painter, shapes, at); });
        m_y += height + kGap;
    }

    /// A chart of months that would leave the rest of its page empty, since what follows begins on the next,
    /// takes that room instead, up to kMostStretch.
    [[nodiscard]] double stretched(double height) const
    {
        const double left = room() - kChartTitle - height - kGap;
        return left < m_neededNext ? std::min(height * kMostStretch, height + std::max(0.0, left)) : height;
    }

    void place(const ItemList& block)
    {
        if (!block.title.isEmpty()) {
            ensure(40.0);
            placeBlockTitle(block.title, {});
        }
        for (const RichText& item : block.items) {
            const TextBox box(item, {.size = style::kCell}, m_width - 14.0);
            ensure(std::min(box.height(), 40.0));
            draw([symbol = block.symbol, at = QPointF(m_left + 4.5, m_y + box.lineHeight() / 2.0)](
                     QPainter& painter) { paintSymbol(painter, symbol, at); });
            placeBox(box, 14.0);
            m_y += 3.0;
        }
        m_y += kGap;
    }

    void place(const ListPair& block)
    {
        const double column = (m_width - 24.0) / 2.0;
        double tallest = 0.0;
        std::vector<DrawCommand> commands;
        for (const bool isRight : {false, true}) {
            const ItemList& list = isRight ? block.right : block.left;
            const double x = m_left + (isRight ? column + 24.0 : 0.0);
            const TextBox title(RichText(list.title), {.size = style::kBlockTitle, .isStrong = true}, column);
            double y = title.height() + 2.0;
            commands.emplace_back([title, x](QPainter& painter) { title.draw(painter, {x, 0.0}); });
            for (const RichText& item : list.items) {
                const TextBox box(item, {.size = style::kCell}, column - 14.0);
                commands.emplace_back([box, x, y, symbol = list.symbol](QPainter& painter) {
                    paintSymbol(painter, symbol, {x + 4.5, y + box.lineHeight() / 2.0});
                    box.draw(painter, {x + 14.0, y});
                });
                y += box.height() + 3.0;
            }
            tallest = std::max(tallest, y);
        }
        ensure(tallest);
        draw([commands, y = m_y](QPainter& painter) {
            painter.save();
            painter.translate(0.0, y * kDotsPerPoint);
            for (const DrawCommand& command : commands) {
                command(painter);
            }
            painter.restore();
        });
        m_y += tallest + kGap;
    }

    void drawContents()
    {
        double y = m_contentsTop;
        for (const Section& section : m_document.sections) {
            if (section.level != 1 || section.number.isEmpty() || !m_contentsPage) {
                continue;
            }
            const int page = m_result.anchors.value(section.anchor).page + 1;
            const QString link = QLatin1Char('#') + section.anchor;
            const TextBox title(RichText().add(section.number + QStringLiteral("  ") + section.title,
                                               Span::Role::Plain,
                                               link),
                                {.size = style::kBody},
                                m_width - 40.0);
            const TextBox number(RichText(QString::number(page)),
                                 {.size = style::kBody, .colour = style::kText2, .alignsRight = true},
                                 m_width);
            m_result.pages[*m_contentsPage].push_back([=, x = m_left, w = m_width](QPainter& painter) {
                title.draw(painter, {x, y}, 0, 1);
                number.draw(painter, {x, y}, 0, 1);
                drawRule(painter, x, y + 14.0, w, style::kLine, 0.4);
            });
            y += 15.0;
        }
    }

    const ReportDocument& m_document;
    QSizeF m_size;
    double m_left;
    double m_width;
    double m_bottom;
    double m_chartHeight;
    bool m_isTight; ///< tables are set small while the first page is placed
    double m_top = 0.0;
    double m_y = 0.0;
    double m_neededNext = 0.0; ///< room that the section after this one needs to begin on the same page
    QString m_running;
    std::vector<QString> m_heads; // [page], above the text
    std::optional<std::size_t> m_contentsPage;
    double m_contentsTop = 0.0;
    FlowResult m_result;
};

/// The largest setting with which the first section stays on one page: a lower chart first, then small
/// tables.
FirstPage firstPage(const ReportDocument& document, QSizeF size)
{
    for (const bool isTight : {false, true}) {
        for (const double height : {200.0, 170.0, 145.0, 125.0, 108.0, 94.0}) {
            const FirstPage first{height, isTight};
            Flow flow(document, size, first);
            flow.placeSections(0, 1);
            if (flow.pageCount() == 1) {
                return first;
            }
        }
    }
    return {94.0};
}

} // namespace

FlowResult layOutPages(const ReportDocument& document, QSizeF size)
{
    Flow flow(document, size, firstPage(document, size));
    flow.placeSections(0, 1);
    if (document.sections.size() > 1) {
        flow.placeContents();
        flow.placeSections(1, document.sections.size());
    }
    return flow.finish();
}

} // namespace wherewithal::app
