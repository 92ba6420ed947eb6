// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace wherewithal::app {

/// Property of a push button: the one filled button of a page.
inline constexpr const char* kFilledProperty = "wherewithalFilled";
/// Property of a push button that opens a list to choose from: it looks like a choice.
inline constexpr const char* kChoiceProperty = "wherewithalChoice";
/// Property of a field: its text is in error.
inline constexpr const char* kErrorProperty = "wherewithalError";

/// Fusion with the design's flat frames: fields and buttons with a radius of 4, a 2 px accent edge for the
/// focus, no gradients. Colours come from tokens(), so that a change of palette needs no new style.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption* option,
                       QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption* option,
                     QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex* option,
                            QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] QRect
    subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int
    pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint,
                                const QStyleOption* option,
                                const QWidget* widget,
                                QStyleHintReturn* returnData) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type,
                                         const QStyleOption* option,
                                         const QSize& size,
                                         const QWidget* widget) const override;
};

} // namespace wherewithal::app
