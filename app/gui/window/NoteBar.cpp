// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/NoteBar.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace wherewithal::app {

namespace {

/// The symbol of a note, for the eye; the sentence beside it says the same.
class SymbolMark : public QWidget
{
public:
    SymbolMark(Symbol symbol, QWidget* parent)
        : QWidget(parent)
        , m_symbol(symbol)
    {
        setFixedSize(px(16), px(16));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        drawSymbol(&painter, rect(), m_symbol);
    }

private:
    Symbol m_symbol;
};

} // namespace

NoteBar::NoteBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("noteBar"));
    m_row->setContentsMargins(px(16), px(4), px(12), px(4));
    m_row->setSpacing(px(8));
    setVisible(false);
}

void NoteBar::show(const Note& note)
{
    m_notes.removeIf([&note](const Note& other) { return other.id == note.id; });
    m_notes.append(note);
    rebuild();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoteBar::close(const QString& id)
{
    if (m_notes.removeIf([&id](const Note& other) { return other.id == id; }) > 0) {
        rebuild();
    }
}

void NoteBar::rebuild()
{
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater(); // a button of it may have called us
        m_content = nullptr;
    }
    setVisible(!m_notes.isEmpty());
    if (m_notes.isEmpty()) {
        return;
    }
    const Note note = m_notes.last();
    setAccessibleName(note.text);
    m_content = new QWidget(this);
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* text = new TypedLabel(Type::Body, note.text);
    text->setObjectName(QStringLiteral("noteText"));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    row->addWidget(new SymbolMark(note.symbol, m_content), 0, Qt::AlignVCenter);
    row->addWidget(text, 1);
    for (const Note::Action& action : note.actions) {
        QPushButton* button = makeButton(action.text, action.objectName, m_content);
        connect(button, &QPushButton::clicked, this, action.run);
        row->addWidget(button);
    }
    auto* close = new QToolButton(m_content);
    close->setObjectName(QStringLiteral("closeNote"));
    close->setAccessibleName(tr("Close this note"));
    close->setToolTip(tr("Close this note"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, [this, id = note.id] { this->close(id); });
    row->addWidget(close);
    m_row->addWidget(m_content);
}

void NoteBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const bool isWarning = !m_notes.isEmpty() && m_notes.last().symbol == Symbol::Warning;
    const bool isError = !m_notes.isEmpty() && m_notes.last().symbol == Symbol::Cross;
    const Tokens& t = tokens();
    painter.fillRect(rect(), isError ? t.badbg : isWarning ? t.warnbg : t.sel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

void NoteBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_notes.isEmpty()) {
        close(m_notes.last().id);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace wherewithal::app
