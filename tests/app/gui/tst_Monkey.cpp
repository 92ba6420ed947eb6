// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/theme/Theme.h"
#include "app/session/LocalEngine.h"
#include "resources/EmbeddedPlans.h"
#include "tests/app/support/Monkey.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// What the offscreen platform says of itself and nobody can mend.
const QStringList kOfThePlatform{QStringLiteral("This plugin does not support propagateSizeHints()"),
                                 QStringLiteral("This plugin does not support raise()"),
                                 QStringLiteral("This plugin does not support grabbing the keyboard")};

const QStringList kSchemes{
    QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("file"), QStringLiteral("mailto")};

QMutex s_mutex;
QStringList s_warnings;
QtMessageHandler s_before = nullptr;

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (kOfThePlatform.contains(text)) {
        return;
    }
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const QMutexLocker lock(&s_mutex);
        s_warnings.push_back(text);
    }
    s_before(type, context, text);
}

int wantedSteps()
{
    bool isNumber = false;
    const int steps = qEnvironmentVariableIntValue("WHEREWITHAL_MONKEY_STEPS", &isNumber);
    return isNumber ? steps : 60;
}

quint32 firstSeed()
{
    return qEnvironmentVariableIsSet("WHEREWITHAL_MONKEY_SEED")
               ? static_cast<quint32>(qEnvironmentVariableIntValue("WHEREWITHAL_MONKEY_SEED"))
               : 1U;
}

/// Addresses are not opened during the test.
class NoBrowser : public QObject
{
    Q_OBJECT

public slots:
    void open(const QUrl& url) { Q_UNUSED(url) }
};

} // namespace

/// Random actions on the real engine and catalogue. WHEREWITHAL_MONKEY_STEPS sets their number for each plan,
/// WHEREWITHAL_MONKEY_SEED the first seed; the long CI stage takes 10,000 under the sanitizers.
class TestMonkey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void survivesRandomActions_data();
    void survivesRandomActions();
    void reachedTheFields();

private:
    qsizetype m_edits = 0;
    NoBrowser m_browser;
    QTemporaryDir m_folder;
};

void TestMonkey::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
    for (const QString& scheme : kSchemes) {
        QDesktopServices::setUrlHandler(scheme, &m_browser, "open");
    }
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir::setCurrent(m_folder.path()));
    s_before = qInstallMessageHandler(collect);
}

void TestMonkey::cleanupTestCase()
{
    qInstallMessageHandler(s_before);
    for (const QString& scheme : kSchemes) {
        QDesktopServices::unsetUrlHandler(scheme);
    }
    QDir::setCurrent(QDir::rootPath());
}

void TestMonkey::survivesRandomActions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("seed");
    quint32 seed = firstSeed();
    for (const auto& example : resources::embeddedExamples()) {
        QTest::newRow(std::string(example.name).c_str())
            << QByteArray(example.text.data(), static_cast<qsizetype>(example.text.size())) << seed++;
    }
}

void TestMonkey::survivesRandomActions()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint32, seed);
    s_warnings.clear();
    Settings settings{QString()};
    Workspace workspace(localEngine(), fileStorage(), settings);
    Dialogs dialogs;
    dialogs.openPath = [](QWidget*) {
        return QString();
    };
    dialogs.savePath = [this](QWidget*, const QString& suggested) {
        return m_folder.filePath(QFileInfo(suggested).fileName());
    };
    MainWindow window(workspace, dialogs);
    window.resize(1440, 900);
    window.show();
    auto plan = planFromBytes(bytes.toStdString());
    QVERIFY(plan.has_value());
    QSignalSpy computed(&workspace.runner(), &SimulationRunner::resultReady);
    workspace.document().replace(std::move(*plan));
    QVERIFY(computed.wait(60'000));

    fixture::Monkey monkey(window, seed, {QStringLiteral("quit")});
    QSignalSpy finished(&monkey, &fixture::Monkey::finished);
    QSignalSpy edits(&workspace.document(), &PlanDocument::changed);
    QElapsedTimer timer;
    timer.start();
    monkey.start(wantedSteps());
    QVERIFY2(finished.wait(1'800'000), qPrintable(monkey.lastSteps().join(QLatin1Char('\n'))));
    qInfo("seed %u: %d steps, %lld edits, in %lld ms", seed, wantedSteps(), edits.count(), timer.elapsed());
    m_edits += edits.count();

    // The window still answers: every page can be shown and painted.
    for (int number = 0; number < kPageCount; ++number) {
        window.showPage(static_cast<PageId>(number));
        QCoreApplication::processEvents();
        QVERIFY(!window.grab().isNull());
    }
    const QMutexLocker lock(&s_mutex);
    QVERIFY2(s_warnings.isEmpty(),
             qPrintable(s_warnings.join(QLatin1Char('\n')) + QStringLiteral("\nafter\n")
                        + monkey.lastSteps().join(QLatin1Char('\n'))));
}

/// A monkey that changes no plan proves nothing.
void TestMonkey::reachedTheFields()
{
    QVERIFY2(m_edits >= 3, qPrintable(QStringLiteral("%1 edits in all").arg(m_edits)));
}

QTEST_MAIN(TestMonkey)
#include "tst_Monkey.moc"
