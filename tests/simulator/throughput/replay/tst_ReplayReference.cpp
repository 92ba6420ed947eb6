// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReferenceRuns.h"
#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"
#include "simulator/throughput/replay/Replay.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <string>
#include <vector>

using namespace wherewithal;
using namespace wherewithal::simulator;
using namespace wherewithal::tests;

namespace {

/// One row of vidur-results.csv by column name.
using ReferenceRow = std::map<std::string, std::string, std::less<>>;

std::map<std::string, ReferenceRow, std::less<>> referenceRows()
{
    std::map<std::string, ReferenceRow, std::less<>> rows;
    const auto text = providers::readWhole(sharedData() / "llm-reference" / "vidur-results.csv", 1U << 20U);
    if (!text) {
        return rows;
    }
    providers::LineReader lines(*text);
    std::vector<std::string_view> header;
    std::vector<std::string_view> cells;
    providers::splitCells(lines.next().value_or(""), header);
    while (const auto line = lines.next()) {
        providers::splitCells(*line, cells);
        ReferenceRow row;
        for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) {
            row[std::string(header[i])] = std::string(cells[i]);
        }
        rows[row["name"]] = row;
    }
    return rows;
}

/// Per-request results of the reference: TTFT and end to end, in the order of the trace.
struct ReferenceTimes
{
    std::vector<double> firstToken;
    std::vector<double> endToEnd;
};

ReferenceTimes referenceTimes(const std::filesystem::path& file)
{
    ReferenceTimes times;
    const std::string text = providers::readWhole(file, 1U << 28U).value_or("");
    providers::LineReader lines(text);
    std::vector<std::string_view> header;
    std::vector<std::string_view> cells;
    providers::splitCells(lines.next().value_or(""), header);
    const auto first = providers::columnOf(header, {"ttft_s"}).value_or(0);
    const auto whole = providers::columnOf(header, {"e2e_s"}).value_or(0);
    while (const auto line = lines.next()) {
        providers::splitCells(*line, cells);
        times.firstToken.push_back(providers::parseNumber<double>(cells[first]).value_or(0.0));
        times.endToEnd.push_back(providers::parseNumber<double>(cells[whole]).value_or(0.0));
    }
    return times;
}

/// Mean absolute relative error of one value per request, and the largest.
struct RequestError
{
    double mean = 0.0;
    double worst = 0.0;
};

RequestError requestError(const std::vector<RequestTimes>& own,
                          const std::vector<double>& reference,
                          double RequestTimes::* field)
{
    RequestError error;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const double relative = std::abs(own[i].*field - reference[i]) / std::max(reference[i], 1e-6);
        error.mean += relative / static_cast<double>(own.size());
        error.worst = std::max(error.worst, relative);
    }
    return error;
}

} // namespace

/// T1 and T2 of the throughput reference: Vidur's runs from their own tables.
class tst_ReplayReference : public QObject
{
    Q_OBJECT
private slots:
    void percentilesMatchTheReference_data();
    void percentilesMatchTheReference();
    void cleanupTestCase();

private:
    std::string m_worstName;
    double m_worst = 0.0;
};

void tst_ReplayReference::percentilesMatchTheReference_data()
{
    QTest::addColumn<QString>("file");
    const auto files = referenceRunFiles();
    if (files.empty()) {
        QTest::addRow("the reference runs are absent") << QString();
        return;
    }
    fmt::print("| run | worst percentile off | its error | requests: TTFT mean, worst | end to end mean, "
               "worst | restarts (ref.) | "
               "iterations | grade |\n|---|---|---|---|---|---|---|---|\n");
    for (const auto& file : files) {
        QTest::addRow("%s", file.stem().stem().c_str()) << QString::fromStdString(file.string());
    }
}

void tst_ReplayReference::percentilesMatchTheReference()
{
    QFETCH(QString, file);
    if (file.isEmpty()) {
        return;
    }
    const std::filesystem::path path = file.toStdString();
    const auto run = loadRun(path);
    QVERIFY2(run, run ? "" : model::text(run.error()).c_str());
    const auto outcome = replay(run->trace.requests, run->settings, run->timer);
    QVERIFY2(outcome, outcome ? "" : model::text(outcome.error()).c_str());
    const ReplaySummary& own = outcome->summary;
    auto row = referenceRows()[run->name];
    const auto reference = [&row](const std::string& column) {
        return providers::parseNumber<double>(row[column]).value_or(-1.0);
    };

    const std::vector<std::pair<std::string, double>> percentiles{
        {"e2e_p50", own.endToEndSeconds.p50},
        {"e2e_p95", own.endToEndSeconds.p95},
        {"e2e_p99", own.endToEndSeconds.p99},
        {"ttft_p50", own.firstTokenSeconds.p50},
        {"ttft_p95", own.firstTokenSeconds.p95},
        {"ttft_p99", own.firstTokenSeconds.p99},
        {"tpot_p50", own.perOutputTokenSeconds.p50},
        {"tpot_p99", own.perOutputTokenSeconds.p99}};
    double worst = 0.0;
    std::string worstName;
    for (const auto& [name, value] : percentiles) {
        const double error = std::abs(value / reference(name) - 1.0);
        if (worstName.empty() || error > worst) {
            worst = error;
            worstName = name;
        }
    }
    const ReferenceTimes times = referenceTimes(providers::resolvedRunPath(path, run->run.tracePath).value());
    const RequestError first =
        requestError(outcome->requests, times.firstToken, &RequestTimes::firstTokenSeconds);
    const RequestError whole =
        requestError(outcome->requests, times.endToEnd, &RequestTimes::endToEndSeconds);
    const bool isHard = run->settings.pipelineStages > 1 || reference("restarts") > 0.0;
    const double allowed = isHard ? 0.03 : 0.01;
    const double stretch = run->settings.pipelineStages > 1 ? 0.005 : 0.001;
    constexpr double kStretchByRequest = 0.005; // mean over the requests, of both times; asked of one stage
    const bool isStretch =
        worst <= stretch
        && (run->settings.pipelineStages > 1 || std::max(first.mean, whole.mean) < kStretchByRequest);
    const char* grade = isStretch ? "stretch" : worst <= allowed ? "pass" : "MISSED";
    fmt::print("| {} | {} | {:.4f} % | {:.4f} %, {:.2f} % | {:.4f} %, {:.2f} % | {} ({}) | {} | {} |\n",
               run->name,
               worstName,
               100.0 * worst,
               100.0 * first.mean,
               100.0 * first.worst,
               100.0 * whole.mean,
               100.0 * whole.worst,
               own.restarts,
               reference("restarts"),
               own.iterations,
               grade);
    std::fflush(stdout);
    fmt::print("VERDICT {}  {}: worst percentile {:.4f} %  pass {:.0f} %  stretch {:.1f} %  {}\n",
               run->settings.pipelineStages > 1 ? "T2" : "T1",
               run->name,
               100.0 * worst,
               100.0 * allowed,
               100.0 * stretch,
               grade);
    std::fflush(stdout);
    if (worst > m_worst) {
        m_worst = worst;
        m_worstName = run->name + " " + worstName;
    }
    QVERIFY(worst <= allowed);
    QVERIFY(std::abs(static_cast<double>(own.restarts) - reference("restarts"))
            <= std::max(3.0, 0.05 * reference("restarts")));
    QVERIFY(std::abs(own.outputTokensPerSecond / reference("out_tok_s") - 1.0) <= allowed);
}

void tst_ReplayReference::cleanupTestCase()
{
    fmt::print("worst case: {}, {:.4f} %\n",
               m_worstName.empty() ? "none (no reference runs here)" : m_worstName,
               100.0 * m_worst);
}

QTEST_APPLESS_MAIN(tst_ReplayReference)
#include "tst_ReplayReference.moc"
