// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/PriceImport.h"
#include "providers/import/prices/SheetWriter.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace wherewithal;
using namespace wherewithal::providers;

namespace {

constexpr int kMachines = 6000;

/// All prices of an edition are the same number, so that a mixture of editions shows.
std::string sheetOf(int edition)
{
    std::string text = "instance type,region,vcpu,memory gib,price per hour,currency,effective from\n";
    for (int i = 0; i < kMachines; ++i) {
        text += fmt::format(
            "m{},here,2,8,{},USD,{}-{:02}-01\n", i, edition, 2000 + edition / 12, 1 + edition % 12);
    }
    return text;
}

model::Result<ImportOutcome> import(const std::filesystem::path& file,
                                    const std::string& text,
                                    int edition,
                                    const std::stop_token& stop = {})
{
    auto store = openCatalogue(file);
    if (!store) {
        return model::failure(store.error());
    }
    SheetWriter writer(*store, "2026-11-22");
    return importSheet({memorySource(text, fmt::format("edition-{}.csv", edition))}, {}, writer, stop);
}

/// The edition that the catalogue shows for every machine; -1 if it shows several, or too few machines.
int editionIn(const std::filesystem::path& file)
{
    const auto store = openCatalogue(file);
    if (!store) {
        qWarning("%s", model::text(store.error()).c_str());
        return -1;
    }
    const auto rows = store->listPrices({.provider = "custom"});
    if (!rows || rows->size() != kMachines) {
        return -1;
    }
    std::set<std::string> amounts;
    for (const PriceRow& row : *rows) {
        amounts.insert(row.amount.toText());
    }
    return amounts.size() == 1 ? std::stoi(*amounts.begin()) : -1;
}

} // namespace

class tst_KilledImport : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyInstantItIsTheOldOrTheNew();
    void aFullDiskLeavesTheOldState();
    void cancelledItIsTheOld();
};

void tst_KilledImport::killedAtAnyInstantItIsTheOldOrTheNew()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "c.sqlite";
    const std::string old = sheetOf(1);
    QVERIFY(import(file, old, 1).has_value());
    const auto begun = std::chrono::steady_clock::now();
    QVERIFY(import(file, sheetOf(2), 2).has_value());
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed): the same instants each time
    constexpr int kKills = 200;
    int edition = 2;
    int killed = 0;
    int renewed = 0;
    for (int i = 0; i < kKills; ++i) {
        constexpr int kRound = 20; // then all over again: the history of 200 editions would be another test
        if (i % kRound == 0) {
            for (const char* suffix : {"", "-wal", "-shm"}) {
                std::filesystem::remove(file.string() + suffix);
            }
            QVERIFY(import(file, old, 1).has_value());
            edition = 1;
        }
        // Later and later days, and now and then the first one again.
        const int next = i % 10 == 9 ? 1 : 2 + i % kRound;
        const std::string text = sheetOf(next);
        const pid_t child = fork();
        if (child == 0) {
            const auto done = import(file, text, next);
            _exit(done ? 0 : 1);
        }
        QVERIFY(child > 0);
        std::this_thread::sleep_for(
            std::chrono::microseconds(random() % static_cast<unsigned>(whole.count() * 2 + 1)));
        kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        killed += WIFSIGNALED(status) ? 1 : 0;
        QVERIFY(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
        const int shown = editionIn(file);
        QVERIFY2(shown == edition || shown == std::max(edition, next),
                 fmt::format("kill {}: {} was there, {} came, {} is shown", i, edition, next, shown).c_str());
        renewed += shown != edition ? 1 : 0;
        edition = shown;
    }
    QVERIFY2(killed >= kKills / 4 && renewed > 0,
             fmt::format("{} of {} were killed, {} times the new one was there: the instants are no test",
                         killed,
                         kKills,
                         renewed)
                 .c_str());
    qInfo("%d of %d imports were killed; %d times the new edition was there", killed, kKills, renewed);
}

/// No file may grow beyond a limit: what a full disk does to whoever writes, without needing one.
void tst_KilledImport::aFullDiskLeavesTheOldState()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "c.sqlite";
    QVERIFY(import(file, sheetOf(1), 1).has_value());
    const auto size = std::filesystem::file_size(file);
    int pipes[2] = {};
    QCOMPARE(pipe(pipes), 0);
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = size / 2, .rlim_max = size / 2};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto done = import(file, sheetOf(2), 2);
        const std::string message = done ? "it was stored" : model::text(done.error());
        const auto written = write(pipes[1], message.data(), message.size());
        const bool isMachine = !done && model::isMachineFault(done.error().code);
        _exit(written > 0 && isMachine ? 3 : 1);
    }
    close(pipes[1]);
    char buffer[512] = {};
    const auto got = read(pipes[0], buffer, sizeof buffer - 1);
    close(pipes[0]);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 3, got > 0 ? buffer : "no message");
    qInfo("%s", buffer);
    QCOMPARE(editionIn(file), 1);
    QVERIFY(import(file, sheetOf(2), 2).has_value()); // with room again it goes on
    QCOMPARE(editionIn(file), 2);
}

void tst_KilledImport::cancelledItIsTheOld()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "c.sqlite";
    QVERIFY(import(file, sheetOf(1), 1).has_value());
    std::string big = sheetOf(2);
    while (big.size() < 60'000'000U) {
        big += big.substr(big.find('\n') + 1);
    }
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    std::jthread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    const auto done = import(file, big, 2, stop.get_token());
    const auto ended = std::chrono::steady_clock::now();
    user.join();
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, model::ErrorCode::Cancelled);
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(ended - asked).count();
    QVERIFY2(waited < 500, fmt::format("{} ms", waited).c_str());
    QCOMPARE(editionIn(file), 1);
}

QTEST_APPLESS_MAIN(tst_KilledImport)
#include "tst_KilledImport.moc"
