// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Style.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/theme/Tokens.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QWidget>

namespace wherewithal::app {

namespace {

constexpr double kFieldPadding = 5; ///< beside the text of a field, within its frame

void drawFrame(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& edge, double edgeWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, edgeWidth));
    painter->setBrush(fill);
    const double inset = edgeWidth / 2.0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), pxf(4), pxf(4));
    painter->restore();
}

void drawField(QPainter* painter, const QRect& rect, QStyle::State state, const QWidget* widget)
{
    const Tokens& t = tokens();
    const bool hasFocus = state.testFlag(QStyle::State_HasFocus);
    const bool isWrong = widget != nullptr && widget->property(kErrorProperty).toBool();
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const QColor edge = hasFocus ? t.accent : isWrong ? t.bad : t.inputline;
    drawFrame(painter, rect, isEnabled ? t.base : t.window, edge, hasFocus ? 2.0 : 1.0);
}

void drawButton(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const Tokens& t = tokens();
    const bool isFilled = widget != nullptr && widget->property(kFilledProperty).toBool();
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isDown =
        option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    QColor fill = isFilled ? t.accent : t.raised;
    if (!isEnabled) {
        fill = t.unkbg;
    } else if (isFilled && (isDown || isHovered)) {
        fill = isDown ? t.accent.darker(115) : t.accent.lighter(108);
    } else if (isDown) {
        fill = t.sel;
    } else if (isHovered) {
        fill = t.hover;
    }
    drawFrame(painter,
              option.rect,
              fill,
              hasFocus && !isFilled ? t.accent
              : isFilled            ? fill
                                    : t.line2,
              hasFocus ? 2.0 : 1.0);
    if (hasFocus && isFilled) {
        drawFrame(painter, option.rect.adjusted(2, 2, -2, -2), Qt::transparent, t.onAccent, 1.0);
    }
}

void drawChevron(QPainter* painter, const QPointF& centre, const QColor& colour, bool isUp = false)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, pxf(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double half = pxf(3.5);
    const double tip = isUp ? -half / 2 : half / 2;
    painter->drawPolyline(QPolygonF{{centre.x() - half, centre.y() - tip},
                                    {centre.x(), centre.y() + tip},
                                    {centre.x() + half, centre.y() - tip}});
    painter->restore();
}

/// A box with the edge of a field; Fusion's can hardly be seen on dark.
void drawCheckBox(QPainter* painter, const QStyleOption& option)
{
    const Tokens& t = tokens();
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isHalf = option.state.testFlag(QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isEnabled ? t.inputline : t.line2, 1));
    painter->setBrush(isEnabled ? t.base : t.window);
    painter->drawRoundedRect(box, pxf(2), pxf(2));
    painter->setPen(QPen(isEnabled ? t.text : t.muted, pxf(1.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (isOn) {
        painter->drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)});
    } else if (isHalf) {
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
    painter->restore();
}

/// The text of a spin box or of a choice that takes text: the whole has the frame.
bool isPartOfField(const QWidget* widget)
{
    const QWidget* whole = widget != nullptr ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(whole) != nullptr
           || qobject_cast<const QComboBox*>(whole) != nullptr;
}

void drawTab(QPainter* painter, const QStyleOptionTab& tab)
{
    const Tokens& t = tokens();
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    const QRect rect = tab.rect;
    painter->save();
    painter->fillRect(rect, t.base);
    painter->setPen(t.line2);
    if (isSelected) {
        painter->drawLine(rect.topLeft(), rect.topRight());
        painter->drawLine(rect.topLeft(), rect.bottomLeft());
        painter->drawLine(rect.topRight(), rect.bottomRight());
    } else {
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }
    if (tab.state.testFlag(QStyle::State_HasFocus) && isSelected) {
        painter->setPen(QPen(t.accent, 2));
        painter->drawRect(rect.adjusted(2, 2, -2, -2));
    }
    painter->restore();
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void Style::drawPrimitive(PrimitiveElement element,
                          const QStyleOption* option,
                          QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (widget == nullptr || widget->property("wherewithalBare").toBool() || isPartOfField(widget)) {
            return;
        }
        drawField(painter, option->rect, option->state, widget);
        return;
    case PE_FrameLineEdit:
        if (isPartOfField(widget)) {
            return; // the whole has the frame
        }
        drawField(painter, option->rect, option->state, widget);
        return;
    case PE_PanelButtonCommand:
        if (widget != nullptr && widget->property(kChoiceProperty).toBool()) {
            drawField(painter, option->rect, option->state, widget);
            return;
        }
        drawButton(painter, *option, widget);
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(painter, *option);
        return;
    case PE_IndicatorArrowDown:
        if (const auto* button = qobject_cast<const QPushButton*>(widget)) {
            const bool isFilled = button->property(kFilledProperty).toBool() && button->isEnabled();
            drawChevron(
                painter, QRectF(option->rect).center(), isFilled ? tokens().onAccent : tokens().text2);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameFocusRect: // buttons and fields draw their own edge; item views their delegate
        if (widget == nullptr || !widget->inherits("QAbstractItemView")) {
            return;
        }
        painter->save();
        painter->setPen(QPen(tokens().accent, 2));
        painter->drawRect(option->rect.adjusted(1, 1, -1, -1));
        painter->restore();
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, tokens().base);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element,
                        const QStyleOption* option,
                        QPainter* painter,
                        const QWidget* widget) const
{
    if (element == CE_TabBarTabShape) {
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTab(painter, *tab);
            return;
        }
    }
    if (element == CE_PushButtonLabel && widget != nullptr && widget->property(kFilledProperty).toBool()) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton copy(*button);
            if (copy.state.testFlag(State_Enabled)) {
                copy.palette.setColor(QPalette::ButtonText, tokens().onAccent);
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_PushButtonLabel && widget != nullptr && widget->property(kChoiceProperty).toBool()) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            const QRect text = button->rect.adjusted(px(kFieldPadding + 3), 0, -px(24), 0);
            drawItemText(painter,
                         text,
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic,
                         button->palette,
                         button->state.testFlag(State_Enabled),
                         button->fontMetrics.elidedText(button->text, Qt::ElideRight, text.width()),
                         QPalette::ButtonText);
            return;
        }
    }
    if (element == CE_ComboBoxLabel) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            // Fusion cuts a long choice in the middle of a letter.
            QStyleOptionComboBox copy(*box);
            copy.rect.setLeft(copy.rect.left() + px(box->currentIcon.isNull() ? kFieldPadding : 0));
            const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + px(4);
            const int width =
                subControlRect(CC_ComboBox, &copy, SC_ComboBoxEditField, widget).width() - icon - px(6);
            copy.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, width);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, tokens().line);
        return;
    }
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, tokens().window);
        return;
    }
    if (element == CE_MenuBarItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const bool isActive = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
            painter->fillRect(item->rect, isActive ? tokens().sel : tokens().window);
            int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
            if (styleHint(SH_UnderlineShortcut, item, widget, nullptr) == 0) {
                flags |= Qt::TextHideMnemonic;
            }
            drawItemText(painter,
                         item->rect,
                         flags,
                         item->palette,
                         item->state.testFlag(State_Enabled),
                         item->text,
                         QPalette::ButtonText);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control,
                               const QStyleOptionComplex* option,
                               QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawField(painter, box->rect, box->state, widget);
            const QRectF frame = box->rect;
            drawChevron(painter, {frame.right() - pxf(13), frame.center().y()}, tokens().text2);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawField(painter, box->rect, box->state, widget);
            const QRectF up = subControlRect(CC_SpinBox, box, SC_SpinBoxUp, widget);
            const QRectF down = subControlRect(CC_SpinBox, box, SC_SpinBoxDown, widget);
            const auto ink = [box](QAbstractSpinBox::StepEnabledFlag step) {
                return box->stepEnabled.testFlag(step) ? tokens().text2 : tokens().line2;
            };
            drawChevron(painter, up.center(), ink(QAbstractSpinBox::StepUpEnabled), true);
            drawChevron(painter, down.center(), ink(QAbstractSpinBox::StepDownEnabled));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents) {
        return rect;
    }
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const bool hasOwn = edit == nullptr || !edit->textMargins().isNull();
    const bool isInSpinBox =
        edit != nullptr && qobject_cast<QAbstractSpinBox*>(edit->parentWidget()) != nullptr;
    return hasOwn || isInSpinBox ? rect : rect.adjusted(px(kFieldPadding), 0, -px(kFieldPadding), 0);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_MenuButtonIndicator:
        return px(18);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return px(14);
    case PM_ScrollBarExtent:
        return px(11);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_TabBarTabHSpace:
        return px(28);
    case PM_TabBarTabVSpace:
        return px(12);
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint,
                     const QStyleOption* option,
                     const QWidget* widget,
                     QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_Widget_Animation_Duration:
        return isAnimationReduced() ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type,
                              const QStyleOption* option,
                              const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool hasText = button != nullptr && !button->text.isEmpty();
        result = QSize(hasText ? size.width() + px(20) : result.width(), px(26));
    } else if (type == CT_ComboBox) {
        result = QSize(result.width() + px(10), px(26));
    } else if (type == CT_LineEdit) {
        result.setHeight(px(26));
    } else if (type == CT_MenuBarItem) {
        result = QSize(size.width() + px(18), px(26));
    }
    return result;
}

} // namespace wherewithal::app
