// SPDX-License-Identifier: GPL-3.0-or-later
// wherewithal_preview FOLDER [light|dark] [SCALE] [PAGE...]: a picture of each page on the fixture, 1440 x
// 900.
#include "app/gui/MainWindow.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/Fixture.h"

#include <QApplication>
#include <QTimer>

using namespace wherewithal;

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
    int page = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        if (page > 0) {
            const QString name = app::pageKey(static_cast<app::PageId>(page - 1));
            if (wanted.isEmpty() || wanted.contains(name)) {
                window.grab().save(QStringLiteral("%1/%2-%3.png")
                                       .arg(arguments.value(1, QStringLiteral(".")),
                                            name,
                                            arguments.value(2, QStringLiteral("light"))));
            }
        }
        if (page == app::kPageCount) {
            QApplication::quit();
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
