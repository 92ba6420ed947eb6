// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/Screenshot.h"

#include "app/gui/MainWindow.h"

#include <QApplication>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace wherewithal::app {

namespace {

/// Says once when the window was first exposed, which is when it is mapped and painted.
class ExposeWatch : public QObject
{
public:
    ExposeWatch(QObject* parent, std::function<qint64()> now)
        : QObject(parent)
        , m_now(std::move(now))
    {}

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Expose && !m_isDone) {
            m_isDone = true;
            std::fprintf(stderr, "mapped %s ms\n", qPrintable(QString::number(m_now())));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<qint64()> m_now;
    bool m_isDone = false;
};

} // namespace

void fulfil(const DeveloperWishes& wishes,
            MainWindow& window,
            Workspace& workspace,
            const std::function<qint64()>& sinceStartMilliseconds)
{
    if (wishes.isEmpty()) {
        return;
    }
    SimulationRunner& runner = window.isOnStart() ? workspace.exampleRunner() : workspace.runner();
    if (wishes.measuresStart) {
        window.winId();
        window.windowHandle()->installEventFilter(new ExposeWatch(&window, sinceStartMilliseconds));
        QObject::connect(&runner, &SimulationRunner::resultReady, &window, [&runner, sinceStartMilliseconds] {
            std::fprintf(stderr,
                         "%s %s ms\n",
                         runner.result()->comparison->paths > 0 ? "paths" : "computed",
                         qPrintable(QString::number(sinceStartMilliseconds())));
        });
    }
    QObject::connect(&runner, &SimulationRunner::finished, &window, [wishes, &window, &workspace] {
        if (!wishes.option.isEmpty()) {
            workspace.selection().setFigure(wishes.option, QStringLiteral("cost"));
        }
        QTimer::singleShot(wishes.screenshot.isEmpty() ? 0 : 400, &window, [wishes, &window] {
            if (!wishes.screenshot.isEmpty()) {
                window.grab().save(wishes.screenshot);
            }
            QApplication::quit();
        });
    });
}

} // namespace wherewithal::app
