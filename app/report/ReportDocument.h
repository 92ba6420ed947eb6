// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// A report as a value: what it says, not how it looks. Renderers turn it into pages, HTML, Markdown or a
/// workbook.
namespace wherewithal::app {

struct Span
{
    enum class Role
    {
        Plain,
        Strong,
        Muted,
        Good,
        Warning,
        Bad,
    };

    QString text;
    Role role = Role::Plain;
    QString link; ///< an address, or "#anchor" of this document; empty: none

    bool operator==(const Span&) const = default;
};

/// Text with emphasis and links.
struct RichText
{
    std::vector<Span> spans;

    RichText() = default;
    RichText(
        const QString& text); // NOLINT(google-explicit-constructor): plain text is rich text without riches
    RichText(const QString& text, Span::Role role);

    RichText& add(const QString& text, Span::Role role = Span::Role::Plain, const QString& link = {});
    RichText& add(const RichText& text);
    [[nodiscard]] QString plain() const;
    [[nodiscard]] bool isEmpty() const;

    bool operator==(const RichText&) const = default;
};

struct Paragraph
{
    enum class Style
    {
        Lead, ///< the recommendation
        Body,
        Note, ///< small print below tables
    };

    RichText text;
    Style style = Style::Body;

    bool operator==(const Paragraph&) const = default;
};

/// One of the figures that stand side by side on the first page.
struct KeyFigure
{
    QString value;
    QString unit;
    QString label;
    QString detail;

    bool operator==(const KeyFigure&) const = default;
};

struct KeyFigures
{
    std::vector<KeyFigure> figures;

    bool operator==(const KeyFigures&) const = default;
};

/// A small picture in a cell, 0..1: known part, then up to `high` unknown (hatched), then nothing.
struct CellBar
{
    double low = 0.0;
    double high = 0.0;

    bool operator==(const CellBar&) const = default;
};

struct Cell
{
    RichText text;
    QString letter;                ///< tag of an option before the text
    bool isLetterOutlined = false; ///< of an option that is excluded
    std::optional<double> number;  ///< the value behind the text, unrounded, for workbooks
    std::optional<CellBar> bar;    ///< below the text

    bool operator==(const Cell&) const = default;
};

struct Column
{
    enum class Align
    {
        Left,
        Right,
    };

    QString title;
    QString unit; ///< second line of the head, muted
    Align align = Align::Right;
    bool isText = false; ///< wraps, and takes what room the numbers leave
    bool isStrong = false;

    bool operator==(const Column&) const = default;
};

struct Row
{
    enum class Kind
    {
        Body,
        Total,
        Group, ///< the first cell goes over the whole width
        Muted,
    };

    std::vector<Cell> cells;
    Kind kind = Kind::Body;
    QString anchor; ///< where links to this row lead; empty: none

    bool operator==(const Row&) const = default;
};

struct Table
{
    int number = 0; ///< 0: unnumbered
    QString title;
    QString subtitle; ///< unit and what the reader should know, muted
    std::vector<Column> columns;
    std::vector<Row> rows; ///< as many cells as columns, but in group rows
    std::vector<RichText> footnotes;
    bool isDense = false; ///< a long list for reference: smaller type, closer rows

    bool operator==(const Table&) const = default;
};

/// How a bar of a stack or a series is filled; colours come from the option's letter.
enum class Fill
{
    Solid,
    Hatched,
    Ink,
    InkHatched,
    InkDotted,
    Outline,
};

struct Series
{
    QString letter;             ///< of an option; decides colour and dash
    QString label;              ///< of a cost line
    std::vector<double> values; ///< per month, in the chart's unit
    std::vector<double> low;    ///< band; empty: none
    std::vector<double> high;
    bool isMain = false; ///< drawn heavier
    Fill fill = Fill::Solid;
    QString endText; ///< beside the letter at the line's end

    bool operator==(const Series&) const = default;
};

/// A point that the text speaks of.
struct ChartMark
{
    int monthIndex = 0;
    double value = 0.0;
    QString text;

    bool operator==(const ChartMark&) const = default;
};

struct Chart
{
    enum class Kind
    {
        Lines,
        Stack,
    };

    Kind kind = Kind::Lines;
    int number = 0;
    QString title;
    QString subtitle;
    model::Month starts;
    int months = 0;
    std::vector<Series> series;
    std::vector<ChartMark> marks;
    int decimals = 0;    ///< of the axis
    QString description; ///< what the picture shows, in words, for those who do not see it

    bool operator==(const Chart&) const = default;
};

struct ItemList
{
    enum class Symbol
    {
        Against,
        Again,
        Question,
        Warning,
        Point,
    };

    QString title;
    Symbol symbol = Symbol::Point;
    std::vector<RichText> items;

    bool operator==(const ItemList&) const = default;
};

/// Two lists side by side.
struct ListPair
{
    ItemList left;
    ItemList right;

    bool operator==(const ListPair&) const = default;
};

using Block = std::variant<Paragraph, KeyFigures, Table, Chart, ItemList, ListPair>;

struct Section
{
    QString anchor; ///< unique in the document
    QString number; ///< "6.2"; empty on the first page
    QString title;
    int level = 1; ///< 1 section, 2 part of one
    bool startsPage = false;
    std::vector<Block> blocks;

    bool operator==(const Section&) const = default;
};

enum class Paper
{
    A4,
    Letter,
};

struct ReportDocument
{
    QString kicker; ///< "Decision report · 2026-11-22 · status: proposed"
    QString title;
    QString language;
    QLocale locale;
    Paper paper = Paper::A4;
    model::Day date; ///< of the plan, not of the clock
    QString footerLeft;
    QString footerRight;
    QString pagePattern; ///< "page %1 of %2"
    QString contentsTitle;
    QString tableWord; ///< "Table", before its number
    QString figureWord;
    std::vector<Section> sections;

    bool operator==(const ReportDocument&) const = default;
};

/// All text of a document, block by block: what tests read and screen readers may be given.
[[nodiscard]] QString plainText(const ReportDocument& document);

} // namespace wherewithal::app
