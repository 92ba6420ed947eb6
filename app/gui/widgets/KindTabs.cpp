// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/KindTabs.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionTab>

#include <algorithm>

namespace wherewithal::app {

KindTabs::KindTabs(QWidget* parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
}

void KindTabs::setTabs(const QList<Tab>& tabs)
{
    const QSignalBlocker blocker(this);
    const auto size = static_cast<int>(tabs.size());
    const int current = currentIndex();
    m_tabs = tabs;
    while (count() > size) {
        removeTab(count() - 1);
    }
    for (int index = 0; index < size; ++index) {
        const QString text = tr("%1, %2").arg(tabs[index].name, tabs[index].kind);
        if (index < count()) {
            setTabText(index, text);
        } else {
            addTab(text);
        }
        setTabToolTip(index, text);
    }
    setCurrentIndex(std::clamp(current, 0, std::max(0, size - 1)));
    updateGeometry();
    update();
}

QSize KindTabs::tabSizeHint(int index) const
{
    if (index >= m_tabs.size()) {
        return QTabBar::tabSizeHint(index);
    }
    const double name = QFontMetricsF(typeFont(Type::Section)).horizontalAdvance(m_tabs[index].name);
    const double kind = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(m_tabs[index].kind);
    return {static_cast<int>(name + kind) + px(34), px(33)};
}

void KindTabs::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    for (int index = 0; index < count() && index < m_tabs.size(); ++index) {
        QStyleOptionTab option;
        initStyleOption(&option, index);
        style()->drawControl(QStyle::CE_TabBarTabShape, &option, &painter, this);
        const bool isCurrent = index == currentIndex();
        const QFont font = typeFont(isCurrent ? Type::Section : Type::Body);
        const QRectF cell = QRectF(tabRect(index)).adjusted(pxf(14), 0, -pxf(4), 0);
        drawNumber(&painter, cell, m_tabs[index].name, font, tokens().text, Qt::AlignLeft);
        const double name = QFontMetricsF(font).horizontalAdvance(m_tabs[index].name);
        drawNumber(&painter,
                   cell.adjusted(name + pxf(5), 0, 0, 0),
                   m_tabs[index].kind,
                   typeFont(Type::Small),
                   tokens().text2,
                   Qt::AlignLeft);
    }
}

} // namespace wherewithal::app
