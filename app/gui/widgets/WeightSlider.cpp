// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/WeightSlider.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>

#include <algorithm>

namespace wherewithal::app {

WeightSlider::WeightSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setPageStep(50);
    setSingleStep(10);
}

void WeightSlider::setTipping(std::optional<double> at, const QString& letter)
{
    m_tipping = at;
    m_letter = letter;
    update();
}

QSize WeightSlider::sizeHint() const
{
    return {px(240), px(30)};
}

double WeightSlider::positionOf(double value) const
{
    const double margin = pxf(8);
    return margin + (value - minimum()) / std::max(1, maximum() - minimum()) * (width() - 2 * margin);
}

void WeightSlider::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double thumb = positionOf(sliderPosition());
    painter.fillRect(
        QRectF(positionOf(minimum()), middle - pxf(2), positionOf(maximum()) - positionOf(minimum()), pxf(4)),
        t.line2);
    painter.fillRect(QRectF(positionOf(minimum()), middle - pxf(2), thumb - positionOf(minimum()), pxf(4)),
                     t.accent);
    if (m_tipping && *m_tipping * 1000.0 <= maximum()) {
        const double x = positionOf(*m_tipping * 1000.0);
        painter.setPen(QPen(t.text, pxf(1.5)));
        painter.drawLine(QPointF(x, middle - pxf(6)), QPointF(x, middle + pxf(7)));
        painter.setBrush(t.text);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(
            QPolygonF{{x - pxf(4), middle - pxf(10)}, {x + pxf(4), middle - pxf(10)}, {x, middle - pxf(5)}});
        const bool isRight = x >= thumb;
        const double tag = std::clamp(isRight ? x + pxf(6) : x - pxf(19), 0.0, width() - pxf(13));
        drawLetterTag(&painter, QRectF(tag, middle - pxf(14), pxf(13), pxf(13)), m_letter);
    }
    const double half = pxf(6);
    painter.setPen(QPen(hasFocus() ? t.accent : t.text2, hasFocus() ? 2 : 1.2));
    painter.setBrush(t.base);
    painter.drawRoundedRect(QRectF(thumb - half, middle - half, 2 * half, 2 * half), pxf(2), pxf(2));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(
            QRectF(thumb - half - 3, middle - half - 3, 2 * half + 6, 2 * half + 6), pxf(3), pxf(3));
    }
}

} // namespace wherewithal::app
