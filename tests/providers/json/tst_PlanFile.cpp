// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/AtomicFile.h"
#include "providers/json/PlanJson.h"
#include "tests/support/FullPlan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>

using namespace wherewithal::model;
using namespace wherewithal::providers;

namespace {

/// The system's steps, one of which fails.
class FailingSteps final : public SaveSteps
{
public:
    enum class At
    {
        Create,
        Write,
        Synchronise,
        Close,
        Rename,
    };

    FailingSteps(At at, int fault)
        : m_at(at)
        , m_fault(fault)
    {}

    int create(const std::filesystem::path& path) override
    {
        return m_at == At::Create ? -m_fault : system().create(path);
    }
    int write(int descriptor, std::string_view bytes) override
    {
        if (m_at != At::Write) {
            return system().write(descriptor, bytes);
        }
        static_cast<void>(system().write(descriptor, bytes.substr(0, bytes.size() / 2)));
        return m_fault;
    }
    int synchronise(int descriptor) override
    {
        return m_at == At::Synchronise ? m_fault : system().synchronise(descriptor);
    }
    int close(int descriptor) override
    {
        const int done = system().close(descriptor);
        return m_at == At::Close ? m_fault : done;
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        return m_at == At::Rename ? m_fault : system().rename(from, to);
    }

private:
    At m_at;
    int m_fault;
};

/// The system's steps, the n-th of which ends the process in its middle, as a power cut or `kill -9` would.
class DeadlySteps final : public SaveSteps
{
public:
    explicit DeadlySteps(int fatalStep)
        : m_left(fatalStep)
    {}

    int create(const std::filesystem::path& path) override
    {
        step();
        return system().create(path);
    }
    int write(int descriptor, std::string_view bytes) override
    {
        if (m_left == 0) {
            static_cast<void>(system().write(descriptor, bytes.substr(0, bytes.size() / 3)));
        }
        step();
        return system().write(descriptor, bytes);
    }
    int synchronise(int descriptor) override
    {
        step();
        return system().synchronise(descriptor);
    }
    int close(int descriptor) override
    {
        step();
        return system().close(descriptor);
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        step();
        const int done = system().rename(from, to);
        step();
        return done;
    }

private:
    void step()
    {
        if (m_left-- == 0) {
            ::_exit(9);
        }
    }

    int m_left;
};

} // namespace

class tst_PlanFile : public QObject
{
    Q_OBJECT

private slots:
    void loadsWhatItSaved();
    void leavesTheOldFileWhenSavingFails_data();
    void leavesTheOldFileWhenSavingFails();
    void holdsTheOldOrTheNewFileWhenKilled_data();
    void holdsTheOldOrTheNewFileWhenKilled();
    void refusesAReadOnlyFolder();
    void savesThroughALink();
    void reportsAMissingFile();
    void refusesAFolder();
    void refusesAHugeFileAtOnce();
    void readsAConfigBesideThePlan();
};

void tst_PlanFile::loadsWhatItSaved()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a.wherewithal")).toStdString();
    const Plan plan = wherewithal::test::fullPlan();
    QVERIFY(savePlan(plan, path).has_value());
    QVERIFY(savePlan(plan, path).has_value());
    const auto document = loadPlan(path);
    QVERIFY(document.has_value());
    QCOMPARE(writePlan(document->plan), writePlan(plan));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void tst_PlanFile::leavesTheOldFileWhenSavingFails_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, FailingSteps::At at, int fault, ErrorCode code) {
        QTest::newRow(name) << static_cast<int>(at) << fault << static_cast<int>(code);
    };
    row("no permission to create", FailingSteps::At::Create, EACCES, ErrorCode::PermissionDenied);
    row("read-only file system", FailingSteps::At::Create, EROFS, ErrorCode::PermissionDenied);
    row("disk full while writing", FailingSteps::At::Write, ENOSPC, ErrorCode::DiskFull);
    row("quota used up", FailingSteps::At::Write, EDQUOT, ErrorCode::DiskFull);
    row("disk broken while writing", FailingSteps::At::Write, EIO, ErrorCode::InputOutput);
    row("disk full on synchronising", FailingSteps::At::Synchronise, ENOSPC, ErrorCode::DiskFull);
    row("disk full on closing", FailingSteps::At::Close, ENOSPC, ErrorCode::DiskFull);
    row("rename refused", FailingSteps::At::Rename, EPERM, ErrorCode::PermissionDenied);
}

void tst_PlanFile::leavesTheOldFileWhenSavingFails()
{
    QFETCH(int, at);
    QFETCH(int, fault);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a.wherewithal")).toStdString();
    Plan plan = wherewithal::test::fullPlan();
    QVERIFY(savePlan(plan, path).has_value());
    const std::string before = *readWhole(path, kMaxPlanBytes);
    plan.name = "changed";
    FailingSteps steps(static_cast<FailingSteps::At>(at), fault);
    const auto saved = savePlan(plan, path, steps);
    QVERIFY(!saved);
    QCOMPARE(static_cast<int>(saved.error().code), code);
    QVERIFY(isMachineFault(saved.error().code));
    QCOMPARE(saved.error().where, path);
    QCOMPARE(*readWhole(path, kMaxPlanBytes), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void tst_PlanFile::holdsTheOldOrTheNewFileWhenKilled_data()
{
    QTest::addColumn<int>("fatalStep");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("before creating") << 0 << false;
    QTest::newRow("in the middle of writing") << 1 << false;
    QTest::newRow("before synchronising") << 2 << false;
    QTest::newRow("before closing") << 3 << false;
    QTest::newRow("before renaming") << 4 << false;
    QTest::newRow("after renaming") << 5 << true;
}

void tst_PlanFile::holdsTheOldOrTheNewFileWhenKilled()
{
    QFETCH(int, fatalStep);
    QFETCH(bool, isNew);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a.wherewithal")).toStdString();
    Plan plan = wherewithal::test::fullPlan();
    QVERIFY(savePlan(plan, path).has_value());
    const std::string before = writePlan(plan);
    plan.name = "changed";
    const std::string after = writePlan(plan);
    const pid_t child = ::fork();
    if (child == 0) {
        DeadlySteps steps(fatalStep);
        static_cast<void>(savePlan(plan, path, steps));
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 9);
    QCOMPARE(*readWhole(path, kMaxPlanBytes), isNew ? after : before);
    QVERIFY(savePlan(plan, path).has_value()); // what was left aside is in nobody's way
    QCOMPARE(*readWhole(path, kMaxPlanBytes), after);
}

void tst_PlanFile::refusesAReadOnlyFolder()
{
    if (::geteuid() == 0) {
        QSKIP("the superuser may write anywhere; leavesTheOldFileWhenSavingFails covers the case");
    }
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto saved =
        savePlan(wherewithal::test::fullPlan(), folder.filePath(QStringLiteral("a")).toStdString());
    QVERIFY(QFile::setPermissions(folder.path(),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::PermissionDenied);
}

void tst_PlanFile::savesThroughALink()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("real")).toStdString();
    const auto link = folder.filePath(QStringLiteral("link")).toStdString();
    QVERIFY(saveAtomically(path, "old").has_value());
    std::filesystem::create_symlink("real", link);
    QVERIFY(saveAtomically(link, "new").has_value());
    QVERIFY(std::filesystem::is_symlink(link));
    QCOMPARE(*readWhole(path, 100), std::string("new"));
}

void tst_PlanFile::reportsAMissingFile()
{
    const auto document = loadPlan("/nowhere/plan.wherewithal");
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::NotFound);
    QCOMPARE(document.error().where, std::string("/nowhere/plan.wherewithal"));
}

void tst_PlanFile::refusesAFolder()
{
    const QTemporaryDir folder;
    QCOMPARE(loadPlan(folder.path().toStdString()).error().code, ErrorCode::UnsupportedFormat);
    QCOMPARE(saveAtomically(folder.path().toStdString(), "x").error().code, ErrorCode::UnsupportedFormat);
}

void tst_PlanFile::refusesAHugeFileAtOnce()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("huge")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100LL * 1024 * 1024)); // sparse: refused by its size, unread
    file.close();
    const auto document = loadPlan(file.fileName().toStdString());
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::TooLarge);
}

void tst_PlanFile::readsAConfigBesideThePlan()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(saveAtomically(root / "config.json",
                           R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
 "num_attention_heads": 32, "intermediate_size": 11008, "vocab_size": 32000})")
                .has_value());
    QVERIFY(
        saveAtomically(
            root / "p.wherewithal",
            R"({"wherewithal": 1, "workloads": [{"id": "a", "kind": "llm-serving", "model": {"config_file": "config.json"}}]})")
            .has_value());
    const auto document = loadPlan(root / "p.wherewithal");
    QVERIFY(document.has_value());
    const auto& serving = std::get<LlmServing>(document->plan.workloads.at(0).detail);
    QVERIFY(serving.configText.starts_with(R"({"model_type":"llama")"));
    QVERIFY(writePlan(document->plan).find("\"hidden_size\": 4096") != std::string::npos);
}

QTEST_APPLESS_MAIN(tst_PlanFile)
#include "tst_PlanFile.moc"
