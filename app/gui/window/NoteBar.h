// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/theme/Paint.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace wherewithal::app {

class TypedLabel;

/// Something the user should know and may act on, now or later: it blocks nothing.
struct Note
{
    struct Action
    {
        QString objectName;
        QString text;
        std::function<void()> run;
    };

    QString id; ///< a note of the same id takes the place of the one before
    Symbol symbol = Symbol::Info;
    QString text;
    QList<Action> actions;
};

/// One line below the top bar: symbol, sentence, links, close. The newest note is shown; closing it brings
/// the one before.
class NoteBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoteBar(QWidget* parent = nullptr);

    void show(const Note& note);
    void close(const QString& id);
    /// Id of the note that is shown; empty: none.
    [[nodiscard]] QString current() const { return m_notes.isEmpty() ? QString() : m_notes.last().id; }
    [[nodiscard]] QString text() const { return m_notes.isEmpty() ? QString() : m_notes.last().text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();

    QList<Note> m_notes;
    QHBoxLayout* m_row;
    QWidget* m_content = nullptr;
};

} // namespace wherewithal::app
