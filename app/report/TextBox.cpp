// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/TextBox.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace wherewithal::app {

namespace {

QColor colourOf(const Span& span, const QColor& standard)
{
    switch (span.role) {
    case Span::Role::Plain:
    case Span::Role::Strong:
        return span.link.isEmpty() ? standard : style::kAccent;
    case Span::Role::Muted:
        return style::kMuted;
    case Span::Role::Good:
        return style::kGood;
    case Span::Role::Warning:
        return style::kWarning;
    case Span::Role::Bad:
        return style::kBad;
    }
    return standard;
}

QList<QTextLayout::FormatRange> formatsOf(const RichText& text, const TextLook& look)
{
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Span& span : text.spans) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(span.text.size());
        range.format.setForeground(colourOf(span, look.colour));
        if (span.role == Span::Role::Strong) {
            range.format.setFont(reportFont(look.size, true), QTextCharFormat::FontPropertiesSpecifiedOnly);
        }
        if (!span.link.isEmpty()) {
            range.format.setAnchor(true);
            range.format.setAnchorHref(span.link);
        }
        formats << range;
        start += range.length;
    }
    return formats;
}

} // namespace

QFont reportFont(double size, bool isStrong, bool isMedium)
{
    QFont font;
    font.setFamilies({QStringLiteral("Roboto"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(1, qRound(size * kDotsPerPoint)));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (isStrong || isMedium) {
        font.setWeight(isStrong ? QFont::Bold : QFont::Medium);
    }
    // A letter spacing that nobody sees turns ligatures off: "fi" stays two letters when the text is searched
    // or copied.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

double textWidth(const QString& text, double size, bool isStrong)
{
    return QFontMetricsF(reportFont(size, isStrong)).horizontalAdvance(text) / kDotsPerPoint;
}

TextBox::TextBox(const RichText& text, const TextLook& look, double width)
    : m_layout(std::make_shared<QTextLayout>(text.plain().replace(QLatin1Char('\n'), QChar::LineSeparator),
                                             reportFont(look.size, look.isStrong, look.isMedium)))
    , m_lineHeight(look.size * style::kLineSpacing)
{
    QTextOption option(look.alignsRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setFormats(formatsOf(text, look));
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    double y = 0.0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(width, 1.0) * kDotsPerPoint);
        line.setPosition(QPointF(0.0, y + (m_lineHeight * kDotsPerPoint - line.height()) / 2.0));
        y += m_lineHeight * kDotsPerPoint;
    }
    m_layout->endLayout();
}

int TextBox::lineCount() const
{
    return std::max(1, m_layout->lineCount());
}

void TextBox::draw(QPainter& painter, QPointF at, int first, int count) const
{
    const int last = count < 0 ? m_layout->lineCount() : std::min(m_layout->lineCount(), first + count);
    const QPointF origin(at.x() * kDotsPerPoint, (at.y() - first * m_lineHeight) * kDotsPerPoint);
    for (int i = first; i < last; ++i) {
        m_layout->lineAt(i).draw(&painter, origin);
    }
}

TextExtent extentOf(const RichText& text, const TextLook& look)
{
    TextExtent extent;
    const QFontMetricsF plain(reportFont(look.size, look.isStrong, look.isMedium));
    const QFontMetricsF strong(reportFont(look.size, true));
    double word = 0.0;
    for (const Span& span : text.spans) {
        const QFontMetricsF& metrics = span.role == Span::Role::Strong ? strong : plain;
        extent.natural += metrics.horizontalAdvance(span.text) / kDotsPerPoint;
        qsizetype from = 0;
        for (qsizetype i = 0; i <= span.text.size(); ++i) {
            const bool isEnd = i == span.text.size();
            if (isEnd || span.text.at(i) == QLatin1Char(' ')) {
                word += metrics.horizontalAdvance(span.text.mid(from, i - from)) / kDotsPerPoint;
                extent.longestWord = std::max(extent.longestWord, word);
                from = i + 1;
                word = isEnd ? word : 0.0;
            }
        }
    }
    return extent;
}

} // namespace wherewithal::app
