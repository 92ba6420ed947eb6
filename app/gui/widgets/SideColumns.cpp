// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/SideColumns.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/widgets/Parts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace wherewithal::app {

SideColumns::SideColumns(QWidget* left, QWidget* right, const Sizes& sizes, QWidget* parent)
    : QScrollArea(parent)
    , m_sizes(sizes)
    , m_left(left)
    , m_right(right)
    , m_across(new Rule(Qt::Horizontal))
    , m_along(new Rule(Qt::Vertical))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    auto* both = new QWidget;
    both->setLayout(m_layout);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_left, m_sizes.leftWidth > 0.0 ? 0 : 11);
    m_layout->addWidget(m_along);
    m_layout->addWidget(m_across);
    m_layout->addWidget(m_right, m_sizes.leftWidth > 0.0 ? 1 : 9);
    setWidget(both);
    both->setAutoFillBackground(false); // setWidget() turns it on; the page shows through
    if (const auto* area = qobject_cast<QScrollArea*>(m_left); area != nullptr && area->widget() != nullptr) {
        area->widget()->installEventFilter(this);
    }
    arrange();
}

void SideColumns::arrange()
{
    m_isStacked = width() < px(m_sizes.least);
    m_layout->setDirection(m_isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_along->setVisible(!m_isStacked);
    m_across->setVisible(m_isStacked);
    const bool isFixed = m_sizes.leftWidth > 0.0 && !m_isStacked;
    m_left->setMinimumWidth(isFixed ? px(m_sizes.leftWidth) : 0);
    m_left->setMaximumWidth(isFixed ? px(m_sizes.leftWidth) : QWIDGETSIZE_MAX);
    m_left->setMinimumHeight(m_isStacked ? leftHeight() : 0);
    m_right->setMinimumHeight(m_isStacked ? px(m_sizes.rightHeight) : 0);
}

/// One scroll bar is enough: what scrolls beside the other part stands in its whole height above it.
int SideColumns::leftHeight() const
{
    const auto* area = qobject_cast<const QScrollArea*>(m_left);
    const int whole =
        area != nullptr && area->widget() != nullptr ? area->widget()->sizeHint().height() + 2 : 0;
    return std::max(px(m_sizes.leftHeight), whole);
}

bool SideColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && m_isStacked) {
        m_left->setMinimumHeight(leftHeight());
    }
    return QScrollArea::eventFilter(watched, event);
}

void SideColumns::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void SideColumns::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

} // namespace wherewithal::app
