// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

#include <random>

class QAction;
class QWidget;

namespace wherewithal::fixture {

/// Does what comes to hand with a window: keys, clicks, texts, actions, sizes. The same seed does the same
/// things as long as the window answers the same way.
///
/// Each step is a timer event of its own, so that the monkey goes on inside menus and modal dialogs. File
/// dialogs are closed at once: a monkey must not walk through the files of the machine.
class Monkey : public QObject
{
    Q_OBJECT

public:
    /// `avoid`: object names of actions and widgets that are left alone.
    Monkey(QWidget& window, quint32 seed, QSet<QString> avoid, QObject* parent = nullptr);

    /// Does `count` steps, then emits finished().
    void start(int count);
    /// The last steps, oldest first: what to read when something went wrong.
    [[nodiscard]] QStringList lastSteps() const { return m_steps; }

signals:
    void finished();

private:
    void step();
    void act();
    void press(QWidget& target);
    /// A text into a field of `on`, or into what has the focus.
    void type(QWidget& on, QWidget& focus);
    void click(QWidget& top);
    void turnWheel(QWidget& top);
    void trigger();
    void resize();
    void note(const QString& text);
    [[nodiscard]] QWidget* top() const;
    [[nodiscard]] QWidget* pick(QWidget& top);
    [[nodiscard]] int draw(int below);

    QPointer<QWidget> m_window;
    std::mt19937 m_random;
    QSet<QString> m_avoid;
    QStringList m_steps;
    int m_left = 0;
};

} // namespace wherewithal::fixture
