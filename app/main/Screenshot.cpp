// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/Screenshot.h"

#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"

#include <QApplication>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>
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

constexpr std::chrono::milliseconds kMoment{400};
constexpr int kMostWaits = 50; ///< moments for a page that builds something of the result

/// Saves the picture and quits, once no page in view is at work.
void shoot(MainWindow& window, const QString& path, int waits)
{
    const bool isBusy = std::ranges::any_of(
        window.findChildren<Page*>(), [](const Page* page) { return page->isVisible() && page->isBusy(); });
    if (isBusy && waits > 0) {
        QTimer::singleShot(kMoment, &window, [&window, path, waits] { shoot(window, path, waits - 1); });
        return;
    }
    window.grab().save(path);
    QApplication::quit();
}

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
        if (wishes.screenshot.isEmpty()) {
            QTimer::singleShot(0, &window, &QApplication::quit);
        } else {
            QTimer::singleShot(
                kMoment, &window, [wishes, &window] { shoot(window, wishes.screenshot, kMostWaits); });
        }
    });
}

} // namespace wherewithal::app
