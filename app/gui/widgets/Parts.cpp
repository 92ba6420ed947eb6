// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/Parts.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Style.h"
#include "app/gui/theme/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace wherewithal::app {

namespace {

QColor colourOf(Ink ink)
{
    const Tokens& t = tokens();
    switch (ink) {
    case Ink::Text:
        return t.text;
    case Ink::Text2:
        return t.text2;
    case Ink::Muted:
        return t.muted;
    case Ink::Good:
        return t.good;
    case Ink::Warn:
        return t.warn;
    case Ink::Bad:
        return t.bad;
    }
    return t.text;
}

} // namespace

TypedLabel::TypedLabel(Type type, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_type(type)
{
    apply();
}

void TypedLabel::setInk(Ink ink)
{
    m_ink = ink;
    apply();
}

void TypedLabel::apply()
{
    m_isApplying = true;
    setFont(wherewithal::app::typeFont(m_type));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colourOf(m_ink));
    own.setColor(QPalette::Link, tokens().accent);
    setPalette(own);
    // On a widget with the role Base a label would take the colour of Text instead.
    setForegroundRole(QPalette::WindowText);
    m_isApplying = false;
}

void TypedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (!m_isApplying
        && (event->type() == QEvent::ApplicationPaletteChange
            || event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange
            || event->type() == QEvent::FontChange)) {
        apply();
    }
}

Rule::Rule(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Rule::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().line);
}

LetterTag::LetterTag(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LetterTag::setLetter(const QString& letter)
{
    m_letter = letter;
    setVisible(!letter.isEmpty());
    setAccessibleName(tr("Option %1").arg(letter));
    update();
}

QSize LetterTag::sizeHint() const
{
    return {px(18), px(18)};
}

void LetterTag::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawLetterTag(&painter, rect(), m_letter);
}

bool ElidedLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void ElidedLabel::paintEvent(QPaintEvent* event)
{
    if (textFormat() == Qt::RichText || !isCut()) {
        TypedLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(),
                     static_cast<int>(alignment()),
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return TypedLabel::event(event);
}

SectionTitle::SectionTitle(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent)
    , m_title(new TypedLabel(Type::Section, title, this))
    , m_note(new ElidedLabel(Type::Small, note, this))
    , m_row(new QHBoxLayout(this))
{
    m_note->setInk(Ink::Muted);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(8));
    m_row->addWidget(m_title);
    m_row->addWidget(m_note, 1);
}

QPushButton* makeButton(const QString& text, const QString& objectName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    return button;
}

QPushButton* makeFilledButton(const QString& text, const QString& objectName, QWidget* parent)
{
    QPushButton* button = makeButton(text, objectName, parent);
    button->setProperty(kFilledProperty, true);
    return button;
}

} // namespace wherewithal::app
