// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/report/PrintReport.h"
#include "model/plan/OwnParts.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <chrono>
#include <cstdlib>
#include <system_error>

namespace wherewithal::app::cli {

namespace {

/// Where the user's own catalogue lies: $XDG_DATA_HOME/wherewithal/catalogue.sqlite.
Services::CatalogueFile cataloguePath()
{
    const char* data =
        std::getenv("XDG_DATA_HOME");       // NOLINT(concurrency-mt-unsafe): read once, nobody writes
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): as above
    std::filesystem::path folder;
    if (data != nullptr && *data != '\0') {
        folder = data;
    } else if (home != nullptr && *home != '\0') {
        folder = std::filesystem::path(home) / ".local" / "share";
    } else {
        return std::nullopt;
    }
    return folder / "wherewithal" / "catalogue.sqlite";
}

/// The user's own catalogue if there is one.
Services::CatalogueFile standardCatalogue()
{
    std::error_code status;
    const auto file = cataloguePath();
    return file && std::filesystem::exists(*file, status) ? file : std::nullopt;
}

model::Result<providers::CatalogueStore> openStore(const Services::CatalogueFile& file)
{
    return providers::openCatalogue(file ? file : standardCatalogue());
}

/// For commands that only read: a catalogue that was asked for is there, and is not an empty file.
model::Result<providers::CatalogueStore> openForReading(const Services::CatalogueFile& file)
{
    std::error_code status;
    if (file && !std::filesystem::exists(*file, status)) {
        return model::failure(model::ErrorCode::NotFound,
                              file->string(),
                              "there is no such catalogue",
                              "check the name; `prices import` makes one");
    }
    if (file && std::filesystem::is_regular_file(*file, status)
        && std::filesystem::file_size(*file, status) == 0) {
        return model::failure(model::ErrorCode::UnsupportedFormat,
                              file->string(),
                              "the file is empty, not a catalogue",
                              "import price sheets into it, or leave --catalogue out");
    }
    return openStore(file);
}

model::Day currentDay()
{
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::chrono::year_month_day date(day);
    return {.year = int(date.year()),
            .month = static_cast<int>(unsigned(date.month())),
            .day = static_cast<int>(unsigned(date.day()))};
}

} // namespace

Services programServices()
{
    Services services;
    services.openCatalogue = openStore;
    services.openForImport = [](const Services::CatalogueFile& file) {
        return providers::openCatalogue(file ? file : cataloguePath());
    };
    services.slice = [](const model::Plan& plan, const Services::CatalogueFile& file) {
        return openForReading(file).and_then(
            [&](const providers::CatalogueStore& store) -> model::Result<model::CatalogueSlice> {
                auto slice = store.slice(plan);
                if (slice) {
                    model::addOwnParts(*slice, plan);
                }
                return slice;
            });
    };
    services.listPrices = [](const providers::PriceFilter& filter, const Services::CatalogueFile& file) {
        return openForReading(file).and_then(
            [&](const providers::CatalogueStore& store) { return store.listPrices(filter); });
    };
    services.compare = [](const model::Plan& plan,
                          const model::CatalogueSlice& slice,
                          const simulator::CompareSettings& settings) {
        return simulator::compare(plan, slice, settings);
    };
    services.figureNames = simulator::figureNames;
    services.explain = simulator::explain;
    services.writeReport = [](const ReportJob& job) {
        const ExplainFunction explain = [&job](const std::string& option, const std::string& figure) {
            return simulator::explain(job.plan, job.slice, option, figure);
        };
        return printReport(
            {.plan = job.plan, .comparison = job.comparison, .slice = job.slice, .explain = explain},
            {.paper = job.isLetter ? Paper::Letter : Paper::A4,
             .language = QString::fromStdString(job.language),
             .programVersion = QStringLiteral(WHEREWITHAL_VERSION),
             .parts = job.isShort ? decisionParts() : ReportParts{}},
            job.output.string());
    };
    services.today = currentDay;
    return services;
}

} // namespace wherewithal::app::cli
