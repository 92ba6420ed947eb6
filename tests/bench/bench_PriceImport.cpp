// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/PriceImport.h"
#include "providers/import/prices/SheetWriter.h"
#include "providers/store/EmbeddedCatalogue.h"
#include "tests/support/SyntheticOffers.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
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

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// How far the way of a row goes: what one stage costs is the difference to the one before.
enum class Stage : std::uint8_t
{
    Read,    ///< bytes alone
    Parse,   ///< and cut into rows or elements and parsed: a filter that no row passes
    Match,   ///< and matched
    Convert, ///< and made a row of the catalogue
    Store,   ///< and inserted, indexed, committed
};

/// Stores rows, and takes the time of the end of the import.
class StoringSink final : public PriceSink
{
public:
    StoringSink(CatalogueStore* store)
        : m_store(store)
    {}
    model::Result<void> begin(const PriceSheet& sheet) override
    {
        if (m_store == nullptr) {
            return {};
        }
        auto begun = m_store->beginImport({.name = sheetNameOf(sheet), .provider = sheet.provider});
        if (!begun) {
            return model::failure(begun.error());
        }
        m_import.emplace(std::move(*begun));
        return {};
    }
    model::Result<void> machine(const MachineRow& row) override
    {
        return m_import ? m_import->add(storedMachine(row)) : model::Result<void>{};
    }
    model::Result<void> offer(const OfferRow& row) override
    {
        const PriceRow stored = storedRow(row);
        m_rows += row.components.size();
        benchmark::DoNotOptimize(stored);
        return m_import ? m_import->add(stored) : model::Result<void>{};
    }
    model::Result<void> end(const ImportOutcome&) override
    {
        if (!m_import) {
            return {};
        }
        const auto before = std::chrono::steady_clock::now();
        const auto secondsSince = [&] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
        };
        if (auto finished = m_import->finish(); !finished) {
            return model::failure(finished.error());
        }
        m_indexSeconds = secondsSince();
        auto stored = m_import->commit();
        m_commitSeconds = secondsSince() - m_indexSeconds;
        return stored ? model::Result<void>{} : model::failure(stored.error());
    }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] double indexSeconds() const { return m_indexSeconds; }
    [[nodiscard]] double commitSeconds() const { return m_commitSeconds; }

private:
    CatalogueStore* m_store;
    std::optional<SheetImport> m_import;
    std::uint64_t m_rows = 0;
    double m_indexSeconds = 0.0;
    double m_commitSeconds = 0.0;
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
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(path)));
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
    ->Args({1000, 2})
    ->Args({500, 2})
    ->Args({500, 1})
    ->Args({500, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(awsOfferJson)->Args({500, 2})->Args({500, 0})->Unit(benchmark::kMillisecond)->UseRealTime();

/// A first import into an empty catalogue, as far as a stage; processor seconds of all threads.
void storeAll(benchmark::State& state, bool isJson)
{
    const auto path = syntheticFile(isJson, static_cast<std::uint64_t>(state.range(0)));
    const auto stage = static_cast<Stage>(state.range(1));
    ImportOptions options;
    options.families = {"Compute Instance", "Compute Instance (bare metal)"};
    const auto file = std::filesystem::temp_directory_path() / "wherewithal-bench-import.sqlite";
    for (auto _ : state) {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + suffix);
        }
        const double before = processorSeconds();
        if (stage == Stage::Read) {
            auto stream = fileSource(path)->open();
            std::string buffer(1U << 20U, '\0');
            while ((*stream)->read(buffer).value_or(0) > 0) {
                benchmark::DoNotOptimize(buffer);
            }
            state.counters["processor_s"] = processorSeconds() - before;
            continue;
        }
        if (stage == Stage::Parse || stage == Stage::Match) {
            if (stage == Stage::Parse) {
                options.families = {"no family has this name"};
            }
            SummingSink sink;
            benchmark::DoNotOptimize(importSheet({fileSource(path)}, options, sink));
            state.counters["rows"] = static_cast<double>(sink.rows());
            state.counters["processor_s"] = processorSeconds() - before;
            continue;
        }
        std::optional<CatalogueStore> store;
        if (stage == Stage::Store) {
            store.emplace(std::move(*openCatalogue(file)));
        }
        StoringSink sink(store ? &*store : nullptr);
        const auto outcome = importSheet({fileSource(path)}, options, sink);
        if (!outcome) {
            state.SkipWithError(model::text(outcome.error()).c_str());
            return;
        }
        state.counters["rows"] = static_cast<double>(sink.rows());
        state.counters["offers"] = static_cast<double>(outcome->offers);
        state.counters["processor_s"] = processorSeconds() - before;
        state.counters["index_s"] = sink.indexSeconds();
        state.counters["commit_s"] = sink.commitSeconds();
        if (store) {
            state.counters["database_mb"] = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peak_rss_mb"] = static_cast<double>(usage.ru_maxrss) / 1000.0;
}

void storeCsv(benchmark::State& state)
{
    storeAll(state, false);
}
void storeJson(benchmark::State& state)
{
    storeAll(state, true);
}

BENCHMARK(storeCsv)
    ->ArgsProduct({{500, 1000}, {0, 1, 2, 3, 4}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);
BENCHMARK(storeJson)
    ->ArgsProduct({{500}, {0, 1, 2, 3, 4}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

} // namespace

BENCHMARK_MAIN();
