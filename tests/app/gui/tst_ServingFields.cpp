// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QComboBox>

using namespace wherewithal;
using namespace wherewithal::app;
using tests::PageBench;

namespace {

const QString kExperts = QStringLiteral("/workloads/0/expert_parallel");
const QString kDrafted = QStringLiteral("/workloads/0/speculation/drafted_tokens");
const QString kAcceptance = QStringLiteral("/workloads/0/speculation/acceptance");

} // namespace

/// How a language model is served, as the Workload page edits it.
class tst_ServingFields : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void expertsAreDealtOutByAChoice();
    void aDenseModelOffersNoExperts();
    void draftedTokensBringTheirFactors();
    void wrongFactorsAreExplained();
    void undoNamesBothValues();
};

void tst_ServingFields::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void tst_ServingFields::expertsAreDealtOutByAChoice()
{
    PageBench bench(PageId::Workload); // a mixture
    auto* experts = bench.find<QComboBox>(kExperts);
    QVERIFY(experts != nullptr);
    QCOMPARE(experts->currentText(), QStringLiteral("cut over the devices"));
    experts->setFocus();
    QTest::keyClick(experts, Qt::Key_Down);
    QVERIFY(bench.llm().isExpertParallel);
    QCOMPARE(bench.undoText(), QStringLiteral("Experts cut over the devices → dealt out over the devices"));
    bench.undo();
    QVERIFY(!bench.llm().isExpertParallel);
    QCOMPARE(experts->currentIndex(), 0);
}

void tst_ServingFields::aDenseModelOffersNoExperts()
{
    model::Plan plan = fixture::plan();
    auto& serving = std::get<model::LlmServing>(plan.workloads[0].detail);
    serving.architecture = {.name = "dense",
                            .family = "llama",
                            .hiddenSize = 4096,
                            .layerCount = 32,
                            .queryHeads = 32,
                            .keyValueHeads = 8,
                            .headSize = 128,
                            .intermediateSize = 14336,
                            .vocabularySize = 128256};
    const PageBench bench(PageId::Workload, plan);
    QVERIFY(bench.window->findChild<QComboBox*>(kExperts) == nullptr);
    QVERIFY(bench.find<QLineEdit>(kDrafted) != nullptr);
}

void tst_ServingFields::draftedTokensBringTheirFactors()
{
    PageBench bench(PageId::Workload);
    QVERIFY(bench.window->findChild<QLineEdit*>(kAcceptance) == nullptr); // nothing is drafted
    bench.type(kDrafted, QStringLiteral("4"));
    QCOMPARE(bench.llm().speculation.draftedTokens, 4);
    QTRY_VERIFY(bench.window->findChild<QLineEdit*>(kAcceptance) != nullptr);
    bench.type(kAcceptance, QStringLiteral("60 to 80 %"));
    QCOMPARE(bench.llm().speculation.acceptance.least(), 0.6);
    QCOMPARE(bench.llm().speculation.acceptance.most(), 0.8);
    bench.type(QStringLiteral("/workloads/0/speculation/draft_share"), QStringLiteral("10 %"));
    QCOMPARE(bench.llm().speculation.draftShare, 0.1);
    bench.type(kDrafted, QStringLiteral("0"));
    QTRY_VERIFY(bench.window->findChild<QLineEdit*>(kAcceptance) == nullptr);
    QCOMPARE(bench.llm().speculation.draftShare, 0.1); // kept for when there is a draft again
}

void tst_ServingFields::wrongFactorsAreExplained()
{
    model::Plan plan = fixture::plan();
    std::get<model::LlmServing>(plan.workloads[0].detail).speculation.draftedTokens = 2;
    const PageBench bench(PageId::Workload, plan);
    bench.type(kDrafted, QStringLiteral("65"));
    QCOMPARE(bench.llm().speculation.draftedTokens, 2);
    QVERIFY2(bench.errorOf(kDrafted).contains(QLatin1String("64")), qPrintable(bench.errorOf(kDrafted)));
    bench.type(kAcceptance, QStringLiteral("100 %"));
    QCOMPARE(bench.llm().speculation.acceptance, model::Speculation{}.acceptance);
    QVERIFY(!bench.errorOf(kAcceptance).isEmpty());
}

void tst_ServingFields::undoNamesBothValues()
{
    PageBench bench(PageId::Workload);
    auto* devices = bench.find<QComboBox>(QStringLiteral("/workloads/0/tensor_parallel"));
    devices->setCurrentIndex(0);
    emit devices->activated(0);
    devices->setFocus();
    QTest::keyClick(devices, Qt::Key_End);
    QVERIFY2(bench.undoText().contains(QStringLiteral("→ 8")), qPrintable(bench.undoText()));
}

QTEST_MAIN(tst_ServingFields)
#include "tst_ServingFields.moc"
