// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PdfRenderer.h"
#include "app/report/ReportBuilder.h"
#include "providers/store/CatalogueStore.h"
#include "providers/store/EmbeddedCatalogue.h"
#include "simulator/compare/Compare.h"

#include <QGuiApplication>

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>

/// The bar of the report: 50 options over three years, from the plan to the bytes of the PDF, in less than 10
/// s.
namespace {

using namespace wherewithal;

constexpr int kOptions = 50;
constexpr int kPaths = 1024;

model::Plan widePlan()
{
    model::Plan plan;
    plan.name = "50 options, 36 months";
    plan.horizonMonths = 36;
    plan.asOf = {.year = 2026, .month = 11, .day = 22};
    plan.starts = {.year = 2026, .month = 12};
    model::InferenceCost cost{.modelName = "ResNet-50", .modelClass = "cnn"};
    cost.flops = 8.2e9;
    cost.memoryTrafficBytes = 9e7;
    cost.modelBytes = 1.02e8;
    model::Workload workload{
        .id = model::WorkloadId{"vision"}, .name = "Vision", .detail = model::Inference{.cost = cost}};
    workload.demand.peakPerSecond = model::Range::triangular(150, 200, 320);
    workload.demand.profile = *model::namedProfile("evening");
    workload.demand.growth = {.kind = model::Growth::Kind::Exponential,
                              .perYear = model::Range::triangular(0.1, 0.3, 0.6)};
    workload.objectives.latencyP95Seconds = 0.5;
    plan.workloads = {workload};
    model::CandidateQuery query;
    query.continents = {"Europe"};
    query.minVcpus = 8;
    query.maxVcpus = 64;
    query.perProvider = 100;
    query.maxOptions = kOptions;
    plan.queries = {query};
    return plan;
}

model::CatalogueSlice sliceOf(const model::Plan& plan)
{
    const auto store = providers::CatalogueStore::openImage(providers::embeddedCatalogueImage());
    auto answered =
        store ? store->slice(plan) : model::Result<model::CatalogueSlice>(model::failure(store.error()));
    if (!answered) {
        std::fprintf(stderr, "%s\n", model::text(answered.error()).c_str());
        std::exit(1);
    }
    return std::move(*answered);
}

/// @param isWhole the whole record, or what the decision needs
void report(benchmark::State& state, bool isWhole)
{
    const model::Plan plan = widePlan();
    const model::CatalogueSlice slice = sliceOf(plan);
    app::ReportSettings settings;
    if (!isWhole) {
        settings.parts = app::decisionParts();
    }
    int pages = 0;
    for (auto _ : state) {
        const auto comparison = simulator::compare(plan, slice, {.paths = kPaths});
        if (!comparison || comparison->options.size() != kOptions) {
            state.SkipWithError("not the plan that was meant");
            return;
        }
        const app::ExplainFunction explain = [&](const std::string& option, const std::string& figure) {
            return simulator::explain(plan, slice, option, figure);
        };
        const app::PagedReport paged(app::buildReport({plan, *comparison, slice, explain}, settings));
        const auto pdf = paged.toPdf();
        if (!pdf) {
            state.SkipWithError("no PDF");
            return;
        }
        pages = paged.pageCount();
        benchmark::DoNotOptimize(pdf->size());
    }
    state.counters["pages"] = pages;
}

void wholeReportOf50Options(benchmark::State& state)
{
    report(state, true);
}
BENCHMARK(wholeReportOf50Options)->Unit(benchmark::kMillisecond)->Iterations(3);

void shortReportOf50Options(benchmark::State& state)
{
    report(state, false);
}
BENCHMARK(shortReportOf50Options)->Unit(benchmark::kMillisecond)->Iterations(3);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv); // fonts
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
