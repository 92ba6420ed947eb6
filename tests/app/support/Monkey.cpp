// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/Monkey.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <array>
#include <utility>

namespace wherewithal::fixture {

namespace {

constexpr int kKeptSteps = 40;

/// What people type into fields, and what they should not.
const std::array kTexts = {
    "5 to 10", "100 +- 10%", "P10 3, P90 9", "0",     "-5",
    "1e400",   "nan",        "abc",          "7,5",   "1 000 000",
    "12",      "0.5",        "50 ms",        "2 GiB", "",
    "h100",    "=1+1",       "\"",           "5 to",  "99999999999999999999",
};

struct Stroke
{
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};
const std::array kStrokes = {
    Stroke{Qt::Key_Tab, Qt::NoModifier},    Stroke{Qt::Key_Backtab, Qt::ShiftModifier},
    Stroke{Qt::Key_Up, Qt::NoModifier},     Stroke{Qt::Key_Down, Qt::NoModifier},
    Stroke{Qt::Key_Left, Qt::NoModifier},   Stroke{Qt::Key_Right, Qt::NoModifier},
    Stroke{Qt::Key_Return, Qt::NoModifier}, Stroke{Qt::Key_Space, Qt::NoModifier},
    Stroke{Qt::Key_Escape, Qt::NoModifier}, Stroke{Qt::Key_Delete, Qt::NoModifier},
    Stroke{Qt::Key_Home, Qt::NoModifier},   Stroke{Qt::Key_End, Qt::NoModifier},
    Stroke{Qt::Key_PageUp, Qt::NoModifier}, Stroke{Qt::Key_PageDown, Qt::NoModifier},
    Stroke{Qt::Key_F1, Qt::NoModifier},     Stroke{Qt::Key_F2, Qt::NoModifier},
    Stroke{Qt::Key_F4, Qt::NoModifier},     Stroke{Qt::Key_F6, Qt::NoModifier},
    Stroke{Qt::Key_F6, Qt::ShiftModifier},  Stroke{Qt::Key_Slash, Qt::NoModifier},
    Stroke{Qt::Key_Plus, Qt::NoModifier},   Stroke{Qt::Key_Minus, Qt::NoModifier},
    Stroke{Qt::Key_K, Qt::ControlModifier}, Stroke{Qt::Key_Z, Qt::ControlModifier},
    Stroke{Qt::Key_A, Qt::ControlModifier}, Stroke{Qt::Key_C, Qt::ControlModifier},
    Stroke{Qt::Key_V, Qt::ControlModifier}, Stroke{Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier},
    Stroke{Qt::Key_Down, Qt::AltModifier},  Stroke{Qt::Key_1, Qt::AltModifier},
    Stroke{Qt::Key_0, Qt::ControlModifier}, Stroke{Qt::Key_1, Qt::ControlModifier},
    Stroke{Qt::Key_2, Qt::ControlModifier}, Stroke{Qt::Key_3, Qt::ControlModifier},
    Stroke{Qt::Key_4, Qt::ControlModifier}, Stroke{Qt::Key_5, Qt::ControlModifier},
    Stroke{Qt::Key_6, Qt::ControlModifier}, Stroke{Qt::Key_7, Qt::ControlModifier},
    Stroke{Qt::Key_8, Qt::ControlModifier}, Stroke{Qt::Key_9, Qt::ControlModifier},
};

QString nameOf(const QWidget& widget)
{
    return QStringLiteral("%1 '%2'").arg(QLatin1String(widget.metaObject()->className()),
                                         widget.objectName());
}

} // namespace

Monkey::Monkey(QWidget& window, quint32 seed, QSet<QString> avoid, QObject* parent)
    : QObject(parent)
    , m_window(&window)
    , m_random(seed)
    , m_avoid(std::move(avoid))
{}

void Monkey::start(int count)
{
    m_left = count;
    QTimer::singleShot(0, this, &Monkey::step);
}

void Monkey::step()
{
    if (m_left <= 0 || m_window == nullptr) {
        while (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
        if (QWidget* modal = QApplication::activeModalWidget()) {
            modal->close();
            QTimer::singleShot(0, this, &Monkey::step);
            return;
        }
        emit finished();
        return;
    }
    --m_left;
    // Armed before acting: an action may open an event loop of its own, in which the next step must come.
    QTimer::singleShot(0, this, &Monkey::step);
    act();
}

void Monkey::act()
{
    if (auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
        note(QStringLiteral("close a file dialog"));
        files->reject();
        return;
    }
    QWidget* const on = top();
    if (on == nullptr) {
        return;
    }
    QWidget* const focus = on->focusWidget() != nullptr ? on->focusWidget() : on;
    const int kind = draw(100);
    if (kind < 30) {
        press(*focus);
    } else if (kind < 42) {
        type(*on, *focus);
    } else if (kind < 82) {
        click(*on);
    } else if (kind < 88) {
        turnWheel(*on);
    } else if (kind < 98) {
        trigger();
    } else {
        resize();
    }
}

void Monkey::press(QWidget& target)
{
    const Stroke& stroke = kStrokes[static_cast<std::size_t>(draw(static_cast<int>(kStrokes.size())))];
    note(QStringLiteral("press %1 in %2")
             .arg(QKeySequence(static_cast<int>(stroke.modifiers.toInt()) | stroke.key).toString(),
                  nameOf(target)));
    QTest::keyClick(&target, stroke.key, stroke.modifiers);
}

void Monkey::type(QWidget& on, QWidget& focus)
{
    QList<QLineEdit*> fields;
    for (auto* field : on.findChildren<QLineEdit*>()) {
        if (field->isVisible() && field->isEnabled() && !field->visibleRegion().isEmpty()) {
            fields.push_back(field);
        }
    }
    QPointer<QWidget> target = &focus;
    if (!fields.isEmpty() && draw(4) > 0) {
        auto* const field = fields[draw(static_cast<int>(fields.size()))];
        field->setFocus();
        field->selectAll();
        target = field;
    }
    const QString text =
        QString::fromLatin1(kTexts[static_cast<std::size_t>(draw(static_cast<int>(kTexts.size())))]);
    note(QStringLiteral("type \"%1\" in %2").arg(text, nameOf(*target)));
    for (const QChar character : text) {
        if (target == nullptr) {
            return;
        }
        QTest::keyClick(target, character.toLatin1());
    }
    if (target != nullptr && draw(3) > 0) {
        QTest::keyClick(target, Qt::Key_Return);
    }
}

void Monkey::click(QWidget& on)
{
    QWidget* const target = pick(on);
    if (target == nullptr) {
        return;
    }
    const QPoint place(draw(std::max(1, target->width())), draw(std::max(1, target->height())));
    const int kind = draw(10);
    note(QStringLiteral("%1 %2 at %3,%4")
             .arg(kind == 0   ? QStringLiteral("double-click")
                  : kind == 1 ? QStringLiteral("right-click")
                              : QStringLiteral("click"),
                  nameOf(*target))
             .arg(place.x())
             .arg(place.y()));
    if (kind == 0) {
        QTest::mouseDClick(target, Qt::LeftButton, {}, place);
    } else if (kind == 1) {
        QTest::mouseClick(target, Qt::RightButton, {}, place);
    } else if (kind == 2) {
        const QPointer<QWidget> alive = target;
        QTest::mousePress(target, Qt::LeftButton, {}, place);
        if (alive != nullptr) {
            QTest::mouseMove(alive, {draw(std::max(1, alive->width())), draw(std::max(1, alive->height()))});
        }
        if (alive != nullptr) {
            QTest::mouseRelease(alive,
                                Qt::LeftButton,
                                {},
                                {draw(std::max(1, alive->width())), draw(std::max(1, alive->height()))});
        }
    } else {
        QTest::mouseClick(target, Qt::LeftButton, {}, place);
    }
}

void Monkey::turnWheel(QWidget& on)
{
    QWidget* const target = pick(on);
    if (target == nullptr) {
        return;
    }
    note(QStringLiteral("turn the wheel over %1").arg(nameOf(*target)));
    const QPointF place(target->rect().center());
    const QPoint angle(0, draw(2) == 0 ? 120 : -120);
    QWheelEvent event(
        place, target->mapToGlobal(place), {}, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

void Monkey::trigger()
{
    // Within a dialog or a menu the window's actions are out of reach for a person too.
    if (QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr) {
        return;
    }
    QList<QAction*> usable;
    for (QAction* action : m_window->findChildren<QAction*>()) {
        const bool isReachable = action->isEnabled() && action->isVisible() && !action->isSeparator()
                                 && action->menu() == nullptr && !action->objectName().isEmpty();
        if (isReachable && !m_avoid.contains(action->objectName())) {
            usable.push_back(action);
        }
    }
    if (usable.isEmpty()) {
        return;
    }
    QAction* const action = usable[draw(static_cast<int>(usable.size()))];
    note(QStringLiteral("trigger %1").arg(action->objectName()));
    action->trigger();
}

void Monkey::resize()
{
    const QSize least = m_window->minimumSize();
    const QSize size(least.width() + draw(1000), least.height() + draw(600));
    note(QStringLiteral("resize to %1 x %2").arg(size.width()).arg(size.height()));
    m_window->resize(size);
}

void Monkey::note(const QString& text)
{
    m_steps.push_back(text);
    if (qEnvironmentVariableIsSet("WHEREWITHAL_MONKEY_TRACE")) {
        qInfo("%s", qPrintable(text));
    }
    if (m_steps.size() > kKeptSteps) {
        m_steps.removeFirst();
    }
}

QWidget* Monkey::top() const
{
    if (QWidget* popup = QApplication::activePopupWidget()) {
        return popup;
    }
    if (QWidget* modal = QApplication::activeModalWidget()) {
        return modal;
    }
    if (QWidget* active = QApplication::activeWindow(); active != nullptr && active->isVisible()) {
        return active;
    }
    return m_window;
}

QWidget* Monkey::pick(QWidget& on)
{
    QList<QWidget*> usable{&on};
    for (QWidget* widget : on.findChildren<QWidget*>()) {
        const bool isReachable = widget->isVisible() && widget->isEnabled() && widget->window() == on.window()
                                 && !widget->visibleRegion().isEmpty();
        if (isReachable && !m_avoid.contains(widget->objectName())) {
            usable.push_back(widget);
        }
    }
    return usable[draw(static_cast<int>(usable.size()))];
}

int Monkey::draw(int below)
{
    // Not a standard distribution: those differ by library, and a seed must mean the same everywhere.
    return static_cast<int>(m_random() % static_cast<quint32>(below));
}

} // namespace wherewithal::fixture
