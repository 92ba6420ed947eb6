// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmCounts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

using namespace wherewithal;
using model::Precision;
using model::Traced;

class tst_LlmCounts : public QObject
{
    Q_OBJECT
private slots:
    void countsMatchThePublishedOnesExactly_data();
    void countsMatchThePublishedOnesExactly();
    void theTraceGivesTheSameBits();
    void fourBitCheckpointOfExpertsOnlyHasItsPublishedSize();
    void exactBytesOfTheFileWinAtTheStoredPrecision();
    void anUnknownFamilyIsNamed();
    void aMissingDimensionIsAskedFor();
};

void tst_LlmCounts::countsMatchThePublishedOnesExactly_data()
{
    QTest::addColumn<int>("row");
    const auto models = tests::knownModels();
    for (std::size_t i = 0; i < models.size(); ++i) {
        QTest::addRow("%s", models[i].architecture.name.c_str()) << static_cast<int>(i);
    }
}

void tst_LlmCounts::countsMatchThePublishedOnesExactly()
{
    QFETCH(int, row);
    const tests::KnownModel known = tests::knownModels()[static_cast<std::size_t>(row)];
    QVERIFY(simulator::checkArchitecture(known.architecture).has_value());
    const auto shape = simulator::shapeOf<double>(known.architecture);
    const auto counts = simulator::countLlm<double>(known.architecture, shape);
    QCOMPARE(counts.total, known.parameters);
    QCOMPARE(counts.active, known.active);
    QCOMPARE(counts.cacheElementsPerToken, known.cacheElements);
}

void tst_LlmCounts::theTraceGivesTheSameBits()
{
    for (const tests::KnownModel& known : tests::knownModels()) {
        const auto plain =
            simulator::countLlm<double>(known.architecture, simulator::shapeOf<double>(known.architecture));
        const auto traced =
            simulator::countLlm<Traced>(known.architecture, simulator::shapeOf<Traced>(known.architecture));
        QVERIFY(plain.total == traced.total.value());
        QVERIFY(simulator::weightsBytes<double>(known.architecture, plain, Precision::Fp8)
                == simulator::weightsBytes<Traced>(known.architecture, traced, Precision::Fp8).value());
        QVERIFY(model::figureCount(model::figureOf(traced.total)) > 10);
    }
}

void tst_LlmCounts::fourBitCheckpointOfExpertsOnlyHasItsPublishedSize()
{
    // Published checkpoint of gpt-oss-20b: 13.76 GB of safetensors (model card: "12.8 GiB").
    const model::LlmArchitecture oss = tests::knownModels()[9].architecture;
    const auto counts = simulator::countLlm<double>(oss, simulator::shapeOf<double>(oss));
    const double bytes = simulator::weightsBytes<double>(oss, counts, Precision::Fp4);
    QVERIFY2(std::abs(bytes / 13.76e9 - 1.0) < 0.01, qPrintable(QString::number(bytes)));
}

void tst_LlmCounts::exactBytesOfTheFileWinAtTheStoredPrecision()
{
    model::LlmArchitecture llama = tests::knownModels()[0].architecture;
    llama.weightsBytesOverride = 16060522496.0;
    const auto counts = simulator::countLlm<double>(llama, simulator::shapeOf<double>(llama));
    QCOMPARE(simulator::weightsBytes<double>(llama, counts, Precision::Bf16), 16060522496.0);
    QVERIFY(simulator::weightsBytes<double>(llama, counts, Precision::Fp8) < 10e9);
}

void tst_LlmCounts::anUnknownFamilyIsNamed()
{
    model::LlmArchitecture strange = tests::knownModels()[0].architecture;
    strange.family = "mamba9";
    const auto checked = simulator::checkArchitecture(strange);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, model::ErrorCode::UnknownName);
    QVERIFY(checked.error().message.find("mamba9") != std::string::npos);
}

void tst_LlmCounts::aMissingDimensionIsAskedFor()
{
    model::LlmArchitecture partial = tests::knownModels()[0].architecture;
    partial.intermediateSize = 0;
    const auto checked = simulator::checkArchitecture(partial);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, model::ErrorCode::MissingField);
    QCOMPARE(checked.error().where, std::string("architecture.intermediateSize"));
}

QTEST_APPLESS_MAIN(tst_LlmCounts)
#include "tst_LlmCounts.moc"
