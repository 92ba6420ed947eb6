// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportDocument.h"
#include "app/report/ReportStyle.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace wherewithal::app {

/// Device dots per point: text is laid out in dots, so that glyph positions are exact on paper.
inline constexpr double kDotsPerPoint = 1200.0 / 72.0;

struct TextLook
{
    double size = 9.0; ///< points
    bool isStrong = false;
    bool isMedium = false;
    QColor colour = style::kText;
    bool alignsRight = false;
};

/// The report's font at a size in points, measured in dots.
[[nodiscard]] QFont reportFont(double size, bool isStrong, bool isMedium = false);
/// Width of a text on one line, points.
[[nodiscard]] double textWidth(const QString& text, double size, bool isStrong);

/// Rich text laid out to a width. All lengths in points.
class TextBox
{
public:
    TextBox(const RichText& text, const TextLook& look, double width);

    [[nodiscard]] int lineCount() const;
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double height() const { return m_lineHeight * lineCount(); }
    /// Lines [first, first + count) with the first at `at`, the upper left corner.
    void draw(QPainter& painter, QPointF at, int first = 0, int count = -1) const;

private:
    std::shared_ptr<QTextLayout>
        m_layout; ///< QTextLayout cannot be copied; a laid out one is not changed any more
    double m_lineHeight = 0.0;
};

/// Width on one line, and of the longest word: what a column asks for.
struct TextExtent
{
    double natural = 0.0;
    double longestWord = 0.0;
};
[[nodiscard]] TextExtent extentOf(const RichText& text, const TextLook& look);

} // namespace wherewithal::app
