// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/Screenshot.h"

#include "app/gui/MainWindow.h"
#include "app/gui/dialogs/ImportWizard.h"
#include "app/gui/pages/Page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>

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

/// A control, table or action of any window by its object name; those in sight first.
QObject* named(const QString& name)
{
    QObject* hidden = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (QObject* found : top->findChildren<QObject*>(name)) {
            const auto* widget = qobject_cast<QWidget*>(found);
            if (widget == nullptr || widget->isVisible()) {
                return found;
            }
            hidden = found;
        }
    }
    return hidden;
}

void press(QObject* what)
{
    if (auto* action = qobject_cast<QAction*>(what)) {
        action->trigger();
    } else if (auto* button = qobject_cast<QAbstractButton*>(what)) {
        button->click();
    } else if (auto* widget = qobject_cast<QWidget*>(what)) {
        widget->setFocus();
    }
}

void enter(QObject* where, const QString& text)
{
    if (auto* line = qobject_cast<QLineEdit*>(where)) {
        line->setFocus();
        line->setText(text);
        emit line->textEdited(text);
        emit line->editingFinished();
    } else if (auto* choice = qobject_cast<QComboBox*>(where)) {
        choice->setCurrentIndex(choice->findText(text, Qt::MatchStartsWith));
        emit choice->activated(choice->currentIndex());
    }
}

/// Makes a cell current and opens it, as Enter does.
void openCell(QObject* where, const QString& rowAndColumn)
{
    const QStringList parts = rowAndColumn.split(QLatin1Char(','));
    auto* view = qobject_cast<QAbstractItemView*>(where);
    if (view == nullptr || parts.size() != 2) {
        return;
    }
    view->setFocus();
    view->setCurrentIndex(view->model()->index(parts[0].toInt(), parts[1].toInt()));
    view->scrollTo(view->currentIndex());
    QKeyEvent enterKey(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(view, &enterKey);
}

void perform(const QString& step)
{
    const auto after = [&step](QChar sign) {
        return step.section(sign, 1);
    };
    const QString name = step.section(QRegularExpression(QStringLiteral("[=@]")), 0, 0);
    QObject* found = named(name);
    if (found == nullptr) {
        std::fprintf(stderr, "%s: there is no such control\n", qPrintable(name));
    } else if (step.contains(QLatin1Char('='))) {
        enter(found, after(QLatin1Char('=')));
    } else if (step.contains(QLatin1Char('@'))) {
        openCell(found, after(QLatin1Char('@')));
    } else {
        press(found);
    }
}

bool isAnythingBusy(const MainWindow& window)
{
    const auto isBusyPage = [](const Page* page) {
        return page->isVisible() && page->isBusy();
    };
    const auto isBusyWizard = [](const ImportWizard* wizard) {
        return wizard->isVisible() && wizard->isBusy();
    };
    return std::ranges::any_of(window.findChildren<Page*>(), isBusyPage)
           || std::ranges::any_of(window.findChildren<ImportWizard*>(), isBusyWizard);
}

/// The window with what stands in front of it: dialogs, popovers, menus.
QPixmap picture(MainWindow& window)
{
    QPixmap whole = window.grab();
    QPainter painter(&whole);
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top != &window && top->isVisible()) {
            const QPoint place = top->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint());
            const QPixmap part = top->grab();
            painter.drawPixmap(place, part);
            painter.setPen(window.palette().color(QPalette::Mid));
            painter.drawRect(QRect(place, part.deviceIndependentSize().toSize()).adjusted(-1, -1, 0, 0));
        }
    }
    return whole;
}

/// Takes the next step once no page in view is at work; after the last one saves the picture and quits.
void shoot(MainWindow& window, const DeveloperWishes& wishes, int step, int waits)
{
    const auto later = [&window, wishes](int nextStep, int nextWaits) {
        QTimer::singleShot(kMoment, &window, [&window, wishes, nextStep, nextWaits] {
            shoot(window, wishes, nextStep, nextWaits);
        });
    };
    if (isAnythingBusy(window) && waits > 0) {
        later(step, waits - 1);
    } else if (step < wishes.steps.size()) {
        later(step + 1, kMostWaits); // before the step: a dialog may keep it until it is closed
        perform(wishes.steps[step]);
    } else {
        picture(window).save(wishes.screenshot);
        QApplication::quit();
    }
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
    const auto hasBegun = std::make_shared<bool>(false); // steps that edit the plan start more runs
    QObject::connect(&runner, &SimulationRunner::finished, &window, [wishes, &window, &workspace, hasBegun] {
        if (std::exchange(*hasBegun, true)) {
            return;
        }
        if (!wishes.option.isEmpty()) {
            workspace.selection().setFigure(wishes.option, QStringLiteral("cost"));
        }
        if (wishes.screenshot.isEmpty()) {
            QTimer::singleShot(0, &window, &QApplication::quit);
        } else {
            if (!wishes.dropped.isEmpty()) {
                window.offerFiles({wishes.dropped});
            }
            QTimer::singleShot(kMoment, &window, [wishes, &window] { shoot(window, wishes, 0, kMostWaits); });
        }
    });
}

} // namespace wherewithal::app
