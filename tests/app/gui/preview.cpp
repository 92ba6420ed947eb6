// SPDX-License-Identifier: GPL-3.0-or-later
// wherewithal_preview FOLDER [light|dark] [SCALE] [PAGE...]: a picture of each page on the fixture, 1440 x
// 900, then of help, settings and two plans side by side.
#include "app/gui/MainWindow.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/window/HelpWindow.h"
#include "app/gui/window/SettingsDialog.h"
#include "app/gui/window/SideBySide.h"
#include "tests/app/support/Fixture.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

#include <array>

using namespace wherewithal;

namespace {

/// A plan with one input changed, to hold beside the fixture's.
model::Plan otherPlan()
{
    model::Plan plan = fixture::plan();
    plan.name = "Claims assistant, twice the peak";
    plan.workloads.front().demand.peakPerSecond = 15.0;
    return plan;
}

/// Opens the windows beside the main one; each call opens one and gives it, null when there are no more.
QWidget* openNext(app::MainWindow& window, app::Settings& settings, int index)
{
    switch (index) {
    case 0:
        window.openHelp(QStringLiteral("throughput"));
        return window.findChild<app::HelpWindow*>();
    case 1: {
        auto* dialog = new app::SettingsDialog(settings, &window);
        dialog->show();
        return dialog;
    }
    case 2: {
        if (auto* action = window.findChild<QAction*>(QStringLiteral("sideBySide"))) {
            action->trigger();
        }
        auto* view = window.findChild<app::SideBySide*>();
        if (view != nullptr) {
            view->compareWith(otherPlan(), QStringLiteral("twice the peak"));
        }
        return view;
    }
    default:
        return nullptr;
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    app::installTheme(application);
    app::setPaletteChoice(app::parsePaletteChoice(arguments.value(2, QStringLiteral("light"))));
    app::setFontScale(arguments.value(3, QStringLiteral("1")).toDouble());
    app::Settings settings{QString()};
    app::Workspace workspace(fixture::engine(), fixture::memoryStorage(), settings);
    workspace.document().replace(fixture::plan());
    app::MainWindow window(workspace, {});
    window.resize(1440, 900);
    window.show();
    const QStringList wanted = arguments.mid(4);
    constexpr std::array<const char*, 3> kBeside{"help", "settings", "side-by-side"};
    QWidget* beside = nullptr;
    int page = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        if (page > 0 && page <= app::kPageCount && beside == nullptr) {
            const QString name = app::pageKey(static_cast<app::PageId>(page - 1));
            if (wanted.isEmpty() || wanted.contains(name)) {
                window.grab().save(QStringLiteral("%1/%2-%3.png")
                                       .arg(arguments.value(1, QStringLiteral(".")),
                                            name,
                                            arguments.value(2, QStringLiteral("light"))));
            }
        }
        if (page >= app::kPageCount) {
            if (beside != nullptr) {
                beside->grab().save(QStringLiteral("%1/%2-%3.png")
                                        .arg(arguments.value(1, QStringLiteral(".")),
                                             QString::fromLatin1(kBeside.at(
                                                 static_cast<std::size_t>(page - app::kPageCount - 1))),
                                             arguments.value(2, QStringLiteral("light"))));
                beside->close();
            }
            beside = openNext(window, settings, page++ - app::kPageCount);
            if (beside == nullptr) {
                QApplication::quit();
            }
            return;
        }
        window.showPage(static_cast<app::PageId>(page++));
        if (page == static_cast<int>(app::PageId::Compare) + 1) {
            workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
        }
    });
    timer.start(250);
    return QApplication::exec();
}
