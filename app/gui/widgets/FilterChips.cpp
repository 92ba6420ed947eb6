// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/FilterChips.h"

#include "app/gui/theme/Icons.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace wherewithal::app {

FilterChip::FilterChip(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize FilterChip::sizeHint() const
{
    const int text = QFontMetrics(typeFont(Type::Body)).horizontalAdvance(this->text());
    return {text + px(8 + 20 + 4), px(24)};
}

QRect FilterChip::crossRect() const
{
    return {width() - px(20), 0, px(20), height()};
}

void FilterChip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.inputline, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(underMouse() ? t.hover : t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), pxf(3), pxf(3));
    drawNumber(&painter,
               QRectF(pxf(8), 0, width() - pxf(28), height()),
               text(),
               typeFont(Type::Body),
               t.text,
               Qt::AlignLeft);
    drawNumber(&painter, crossRect(), QStringLiteral("×"), typeFont(Type::Body), t.text2, Qt::AlignHCenter);
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && crossRect().contains(event->pos())) {
        setDown(false);
        emit removeWanted();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removeWanted();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void FilterChip::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

FilterStrip::FilterStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("priceFilters"));
    setAccessibleName(tr("Filters"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* label = new TypedLabel(Type::Note, tr("Filters"), this);
    label->setInk(Ink::Text2);
    m_label = label;
    QPushButton* add = makeButton(tr("Add &filter"), QStringLiteral("addFilter"), this);
    connect(add, &QPushButton::clicked, this, &FilterStrip::addWanted);
    m_add = add;
    auto* clear = new QToolButton(this);
    clear->setObjectName(QStringLiteral("clearFilters"));
    clear->setText(tr("Clear"));
    clear->setAccessibleName(tr("Clear all filters"));
    clear->setAutoRaise(true);
    QPalette link = clear->palette();
    link.setColor(QPalette::ButtonText, tokens().accent);
    clear->setPalette(link);
    connect(clear, &QToolButton::clicked, this, &FilterStrip::clearWanted);
    m_clear = clear;
}

void FilterStrip::setFilters(const QList<FilterEntry>& filters)
{
    m_filters = filters;
    qDeleteAll(m_chips);
    m_chips.clear();
    QWidget* before = nullptr;
    for (const FilterEntry& filter : filters) {
        auto* made = new FilterChip(this);
        made->setObjectName(QStringLiteral("filter-") + filter.key);
        made->setText(filter.text);
        made->setAccessibleName(tr("Filter %1").arg(filter.text));
        made->setAccessibleDescription(tr("Enter changes it, Delete takes it away."));
        const QString key = filter.key;
        connect(made, &FilterChip::clicked, this, [this, key] { emit changeWanted(key); });
        // Queued: the chip goes with the change.
        connect(
            made,
            &FilterChip::removeWanted,
            this,
            [this, key] { emit removeWanted(key); },
            Qt::QueuedConnection);
        if (before != nullptr) {
            setTabOrder(before, made);
        }
        before = made;
        m_chips.append(made);
        made->show();
    }
    if (before != nullptr) {
        setTabOrder(before, m_add);
    }
    setTabOrder(m_add, m_clear);
    m_clear->setVisible(!filters.isEmpty());
    updateGeometry();
    place(width(), true);
}

QWidget* FilterStrip::chip(const QString& key) const
{
    const auto found = std::ranges::find_if(m_chips, [&](const FilterChip* each) {
        return each->objectName() == QStringLiteral("filter-") + key;
    });
    return found == m_chips.end() ? nullptr : *found;
}

int FilterStrip::place(int width, bool doMove) const
{
    QList<QWidget*> parts{m_label};
    for (FilterChip* each : m_chips) {
        parts.append(each);
    }
    parts.append(m_add);
    if (!m_filters.isEmpty()) {
        parts.append(m_clear);
    }
    const int height = px(24);
    int x = 0;
    int y = 0;
    for (QWidget* part : parts) {
        const int wanted = std::min(part->sizeHint().width(), width);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += height + px(4);
        }
        if (doMove) {
            part->setGeometry(x, y, wanted, height);
        }
        x += wanted + px(8);
    }
    return y + height;
}

int FilterStrip::heightForWidth(int width) const
{
    return place(width, false);
}

QSize FilterStrip::sizeHint() const
{
    return {px(400), place(std::max(width(), px(400)), false)};
}

void FilterStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
{
    setNote({});
}

void SearchField::setNote(const QString& note)
{
    m_note = note;
    const int right = QFontMetrics(typeFont(Type::Note)).horizontalAdvance(note) + px(44);
    setTextMargins(px(24), 0, right, 0);
    setAccessibleDescription(note);
    update();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Tokens& t = tokens();
    QPainter painter(this);
    drawIcon(&painter,
             QRectF(pxf(8), height() / 2.0 - pxf(8), pxf(16), pxf(16)),
             QStringLiteral("search"),
             t.muted);
    const QRectF key(width() - pxf(24), height() / 2.0 - pxf(8.5), pxf(16), pxf(17));
    drawNumber(&painter,
               QRectF(0, 0, key.left() - pxf(8), height()),
               m_note,
               typeFont(Type::Note),
               t.muted,
               Qt::AlignRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line2, 1));
    painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), pxf(3), pxf(3));
    drawNumber(&painter, key, QStringLiteral("/"), typeFont(Type::Small), t.text2, Qt::AlignHCenter);
}

} // namespace wherewithal::app
