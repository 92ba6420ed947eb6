// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/PriceImport.h"
#include "tests/support/SyntheticOffers.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sys/resource.h>

using namespace wherewithal;
using namespace wherewithal::providers;

namespace {

/// Takes rows and adds up what a query over them would: reading and matching, without storing.
class SummingSink final : public PriceSink
{
public:
    model::Result<void> begin(const PriceSheet&) override { return {}; }
    model::Result<void> machine(const MachineRow&) override { return {}; }
    model::Result<void> offer(const OfferRow& row) override
    {
        for (const PriceComponent& component : row.components) {
            m_sum += component.amount.toDouble();
            ++m_rows;
        }
        return {};
    }
    model::Result<void> end(const ImportOutcome&) override { return {}; }
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    double m_sum = 0.0;
    std::uint64_t m_rows = 0;
};

/// The file of this kind and size, written once to the temporary folder.
std::filesystem::path syntheticFile(bool isJson, std::uint64_t megabytes)
{
    const auto path = std::filesystem::temp_directory_path()
                      / ("wherewithal-synthetic-" + std::to_string(megabytes) + (isJson ? ".json" : ".csv"));
    if (!std::filesystem::exists(path)) {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        const auto write = [&](std::string_view piece) {
            std::fwrite(piece.data(), 1, piece.size(), file);
        };
        if (isJson) {
            testing::writeSyntheticEc2Json(megabytes * 1'000'000, 1, write);
        } else {
            testing::writeSyntheticEc2Csv(megabytes * 1'000'000, 1, write);
        }
        std::fclose(file);
    }
    return path;
}

/// Arguments: megabytes, workers. Filter: the instances, every system, tenancy, capacity status and term.
void readAndMatch(benchmark::State& state, bool isJson)
{
    const auto path = syntheticFile(isJson, static_cast<std::uint64_t>(state.range(0)));
    ImportOptions options;
    options.families = {"Compute Instance", "Compute Instance (bare metal)"};
    options.workers = static_cast<std::size_t>(state.range(1));
    std::uint64_t rows = 0;
    double sum = 0.0;
    for (auto _ : state) {
        SummingSink sink;
        const auto outcome = importSheet({fileSource(path)}, options, sink);
        if (!outcome || outcome->rejectedRows > 0) {
            const std::string why = outcome ? outcome->issues.front().message : model::text(outcome.error());
            state.SkipWithError(why.c_str());
            return;
        }
        rows = sink.rows();
        sum = sink.sum();
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations())
                            * static_cast<std::int64_t>(std::filesystem::file_size(path)));
    state.counters["rows"] = static_cast<double>(rows);
    state.counters["sum"] = sum;
    state.counters["peak_rss_mb"] = static_cast<double>(usage.ru_maxrss) / 1000.0;
}

void awsOfferCsv(benchmark::State& state)
{
    readAndMatch(state, false);
}
void awsOfferJson(benchmark::State& state)
{
    readAndMatch(state, true);
}

BENCHMARK(awsOfferCsv)
    ->Args({500, 2})
    ->Args({500, 1})
    ->Args({500, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(awsOfferJson)->Args({500, 2})->Args({500, 0})->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
