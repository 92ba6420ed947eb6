// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/window/Language.h"
#include "app/gui/window/Templates.h"
#include "app/main/Screenshot.h"
#include "app/session/LocalEngine.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDate>
#include <QElapsedTimer>
#include <QHashFunctions>
#include <QStandardPaths>

#include <cstdio>
#include <functional>
#include <memory>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

struct Arguments
{
    QString plan;
    QString example = QStringLiteral("assistant");
    std::optional<std::filesystem::path> catalogue;
    QString page;
    QString palette;
    double scale = 0.0;
    QSize size;
    bool isFresh = false; ///< neither read nor write the user's settings
    bool namesExample = false;
    DeveloperWishes wishes;

    /// A page of an example was asked for, rather than the start page.
    [[nodiscard]] bool wantsPlan() const
    {
        return namesExample || (!page.isEmpty() && page != QLatin1String("start"));
    }
};

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main",
        "Where to run a model workload, what it sustains, what it costs, how far it can be trusted."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("plan"),
        QCoreApplication::translate("main", "A plan to open; without one, the start page."),
        QStringLiteral("[plan]"));
    const QCommandLineOption catalogue(QStringLiteral("catalogue"),
                                       QCoreApplication::translate("main", "The catalogue to use."),
                                       QStringLiteral("file"));
    const QCommandLineOption example(
        QStringLiteral("example"),
        QCoreApplication::translate("main",
                                    "Open this example: assistant, batch, classifier, fine-tuning, service."),
        QStringLiteral("name"));
    const QCommandLineOption page(QStringLiteral("page"),
                                  QCoreApplication::translate("main", "Open on this page."),
                                  QStringLiteral("name"));
    const QCommandLineOption palette(QStringLiteral("palette"),
                                     QCoreApplication::translate("main", "light, dark or system."),
                                     QStringLiteral("name"));
    const QCommandLineOption scale(QStringLiteral("text-scale"),
                                   QCoreApplication::translate("main", "Size of text, 1 to 2."),
                                   QStringLiteral("factor"));
    QCommandLineOption screenshot(QStringLiteral("screenshot"), {}, QStringLiteral("file"));
    QCommandLineOption option(QStringLiteral("select"), {}, QStringLiteral("letter"));
    QCommandLineOption size(QStringLiteral("window-size"), {}, QStringLiteral("WxH"));
    QCommandLineOption measure(QStringLiteral("measure-start"));
    QCommandLineOption steps(QStringLiteral("do"), {}, QStringLiteral("step"));
    QCommandLineOption dropped(QStringLiteral("drop"), {}, QStringLiteral("file"));
    for (QCommandLineOption* hidden : {&screenshot, &option, &measure, &size, &steps, &dropped}) {
        hidden->setFlags(QCommandLineOption::HiddenFromHelp);
    }
    parser.addOptions(
        {catalogue, example, page, palette, scale, screenshot, option, measure, size, steps, dropped});
    parser.process(application);
    Arguments arguments;
    arguments.plan = parser.positionalArguments().value(0);
    if (parser.isSet(example)) {
        arguments.example = parser.value(example);
        arguments.namesExample = true;
    }
    if (parser.isSet(catalogue)) {
        arguments.catalogue = parser.value(catalogue).toStdString();
    }
    arguments.page = parser.value(page);
    arguments.palette = parser.value(palette);
    arguments.scale = parser.value(scale).toDouble();
    const QStringList parts = parser.value(size).split(QLatin1Char('x'));
    arguments.size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    arguments.wishes = {.screenshot = parser.value(screenshot),
                        .option = parser.value(option),
                        .dropped = parser.value(dropped),
                        .steps = parser.values(steps),
                        .measuresStart = parser.isSet(measure)};
    arguments.isFresh = !arguments.wishes.isEmpty();
    return arguments;
}

/// The catalogue that was asked for, else the user's own, which the first import makes, as the command line
/// has it.
CatalogueFiles catalogueFiles(const std::optional<std::filesystem::path>& wanted)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                           + QStringLiteral("/wherewithal");
    const std::filesystem::path own = QString(folder + QStringLiteral("/catalogue.sqlite")).toStdString();
    std::error_code status;
    CatalogueFiles files;
    files.file = wanted ? wanted : std::filesystem::exists(own, status) ? std::optional(own) : std::nullopt;
    files.importsGoTo = own;
    files.mappings = QString(folder + QStringLiteral("/mappings")).toStdString();
    files.today = [] {
        return QDate::currentDate().toString(Qt::ISODate).toStdString();
    };
    return files;
}

/// The example as a copy without a file, so that saving asks for a name.
bool openExample(Workspace& workspace, const QString& name)
{
    auto plan = examplePlan(name);
    if (!plan) {
        std::fprintf(stderr,
                     "%s (%s)\n",
                     model::text(plan.error()).c_str(),
                     qPrintable(exampleNames().join(QStringLiteral(", "))));
        return false;
    }
    workspace.document().replace(std::move(*plan));
    return true;
}

/// What the window opens on. Runs start here, before the window is built: both take about as long.
enum class Opening
{
    Plan,
    Start,
};

Opening open(const Arguments& arguments, Workspace& workspace)
{
    if (!arguments.plan.isEmpty()) {
        if (const auto opened = workspace.document().open(arguments.plan)) {
            workspace.settings().addRecent(arguments.plan, fromEngine(workspace.plan().name));
            return Opening::Plan;
        } else {
            std::fprintf(stderr, "%s\n", model::text(opened.error()).c_str());
        }
    } else if (arguments.wantsPlan() && openExample(workspace, arguments.example)) {
        return Opening::Plan;
    }
    if (auto example = examplePlan(exampleNames().first())) {
        workspace.exampleRunner().request(*example);
    }
    return Opening::Start;
}

void applySettings(const Arguments& arguments, Settings& settings)
{
    if (!arguments.palette.isEmpty()) {
        settings.set(Setting::Palette, arguments.palette);
    }
    if (arguments.scale >= 0.5) {
        settings.set(Setting::FontScale, arguments.scale);
    }
    if (!arguments.page.isEmpty()) {
        settings.set(Setting::Page, arguments.page);
    }
    setPaletteChoice(parsePaletteChoice(settings.get(Setting::Palette).toString()));
    setFontScale(settings.get(Setting::FontScale).toDouble());
    setReducedAnimation(settings.get(Setting::ReducedAnimation).toBool());
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // see CliMain.cpp
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wherewithal"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const Arguments arguments = parse(application);

    const auto settings =
        arguments.isFresh ? std::make_unique<Settings>(QString()) : std::make_unique<Settings>();
    installTheme(application);
    applySettings(arguments, *settings);

    installLanguage(settings->get(Setting::Language).toString());
    Workspace workspace(localEngine(catalogueFiles(arguments.catalogue)), fileStorage(), *settings);
    const Opening opening = open(arguments, workspace);
    std::unique_ptr<MainWindow> window;
    // A window keeps the language it was made in, so another language makes another window. The plan, its
    // undo history and its results live in the workspace and stay.
    std::function<void()> build = [&] {
        const bool wasOnStart = window && window->isOnStart();
        window.reset();
        window = std::make_unique<MainWindow>(workspace, realDialogs());
        if (arguments.size.isValid()) {
            window->resize(arguments.size);
        }
        QObject::connect(
            window.get(),
            &MainWindow::rebuildRequested,
            &application,
            [&] {
                installLanguage(settings->get(Setting::Language).toString());
                build();
                window->show();
            },
            Qt::QueuedConnection);
        if (wasOnStart) {
            window->showStart();
        }
    };
    build();
    if (opening == Opening::Start && !window->files().restoreNewest()) {
        window->showStart();
    }
    fulfil(arguments.wishes, *window, workspace, [&sinceStart] { return sinceStart.elapsed(); });
    window->show();
    workspace.catalogue().look();
    return QApplication::exec();
}
