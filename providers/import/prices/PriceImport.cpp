// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/PriceImport.h"

#include "providers/import/prices/Readers.h"

#include <algorithm>
#include <fmt/format.h>
#include <new>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

[[nodiscard]] tl::unexpected<model::Error> refusal(const std::string& fileName, const FormatInfo& format)
{
    const std::string message =
        format.name == "unknown" ? std::string("is no price sheet that we know")
                                 : fmt::format("is no price sheet but: {} ({})", format.title, format.name);
    return failure(ErrorCode::UnsupportedFormat, fileName, message, std::string(format.advice));
}

using ReadOne = Result<void> (*)(const ByteSource&, Encoding, ImportRun&);

struct SourceReader
{
    std::string_view format;
    ReadOne read;
};

constexpr std::array kReaders = {
    SourceReader{"aws-offer-csv", readAwsOfferCsv},
    SourceReader{"aws-offer-json", readAwsOfferJson},
    SourceReader{"aws-price-list", readAwsPriceList},
    SourceReader{"aws-savings-plan-csv", readAwsSavingsPlanCsv},
    SourceReader{"aws-savings-plan-json", readAwsSavingsPlanJson},
    SourceReader{"gcp-skus", readGcpSkus},
    SourceReader{"vantage", readVantage},
    SourceReader{"aws-flat-json", readAwsFlat},
    SourceReader{"oracle", readOracle},
    SourceReader{"ovh", readOvh},
    SourceReader{"scaleway", readScaleway},
    SourceReader{"linode", readLinode},
    SourceReader{"vultr", readVultr},
    SourceReader{"digitalocean", readDigitalOcean},
    SourceReader{"hetzner", readHetzner},
    SourceReader{"eu-cloud-prices", readEuCloudPrices},
};

using ReadTable = Result<void> (*)(const ByteSource&, const Detection&, ImportRun&);

struct TableReader
{
    std::string_view format;
    ReadTable read;
};

constexpr std::array kTableReaders = {
    TableReader{"csv", readMappedCsv},
    TableReader{"skypilot", readMappedCsv},
    TableReader{"gpuhunt", readMappedCsv},
    TableReader{"opencost", readMappedCsv},
    TableReader{"gcp-console-csv", readGcpConsole},
    TableReader{"focus", readFocus},
    TableReader{"azure-price-sheet", readAzureSheet},
    TableReader{"gcosts", readGcosts},
};

Result<void> readAll(const SheetSources& sources, const Detection& detection, ImportRun& run)
{
    if (detection.format == "azure-retail") {
        return readAzureRetail(sources, run);
    }
    const auto reader = std::ranges::find(kReaders, detection.format, &SourceReader::format);
    for (const auto& source : sources) {
        auto found = detect(*source);
        if (!found) {
            return failure(found.error());
        }
        if (found->format != detection.format && run.options().format.empty()) {
            return failure(ErrorCode::Inconsistent,
                           source->name(),
                           fmt::format("is {}, and the first file is {}", found->format, detection.format),
                           "import files of one kind together, others by themselves");
        }
        if (const auto table = std::ranges::find(kTableReaders, detection.format, &TableReader::format);
            table != kTableReaders.end()) {
            found->format = detection.format;
            if (auto read = table->read(*source, *found, run); !read) {
                return read;
            }
            continue;
        }
        if (reader == kReaders.end()) {
            return failure(ErrorCode::UnsupportedFormat,
                           source->name(),
                           fmt::format("the format {} cannot be read yet", detection.format));
        }
        if (auto read = reader->read(*source, found->encoding, run); !read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<SheetSources>
sheetSources(const std::filesystem::path& path, const SourceLimits& limits, const std::string& worksheet)
{
    std::error_code status;
    if (!std::filesystem::is_directory(path, status)) {
        return unpacked(fileSource(path), limits, worksheet);
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             path, std::filesystem::directory_options::skip_permission_denied, status)) {
        if (entry.is_regular_file(status) && !entry.path().filename().string().starts_with('.')) {
            files.push_back(entry.path());
        }
    }
    if (status) {
        return failure(ErrorCode::InputOutput, path.string(), status.message());
    }
    std::ranges::sort(files);
    SheetSources all;
    for (const auto& file : files) {
        auto parts = unpacked(fileSource(file), limits, worksheet);
        if (!parts) {
            return failure(parts.error());
        }
        all.insert(all.end(), parts->begin(), parts->end());
    }
    return all;
}

Result<Detection> detectSheet(const SheetSources& sources)
{
    if (sources.empty()) {
        return failure(ErrorCode::NotFound, {}, "there is no file to import");
    }
    const bool isDocument = std::ranges::any_of(sources, [](const auto& source) {
        return source->name() == "[Content_Types].xml" || source->name() == "content.xml";
    });
    if (isDocument) {
        Detection document;
        document.format = "office";
        return document;
    }
    return detect(*sources.front());
}

Result<ImportOutcome> importSheet(const SheetSources& sources,
                                  const ImportOptions& options,
                                  PriceSink& sink,
                                  const std::stop_token& stop)
{
    auto detection = detectSheet(sources);
    if (!detection) {
        return failure(detection.error());
    }
    if (!options.format.empty() && options.format != "xlsx") { // a worksheet comes as a table already
        detection->format = options.format;
    } else if (!options.mapping.empty()) {
        detection->format = "csv";
    }
    const std::string fileName = sources.front()->name();
    const FormatInfo* format = findFormat(detection->format);
    if (format == nullptr) {
        return failure(ErrorCode::UnknownName,
                       fileName,
                       fmt::format("no format is called '{}'", detection->format),
                       "`prices formats` lists them");
    }
    if (format->isRefused()) {
        return refusal(fileName, *format);
    }
    ImportRun run(sink, options, stop);
    run.sheet().format = detection->format;
    run.sheet().fileName = fileName;
    run.sheet().currency = options.currency;
    try {
        auto read = readAll(sources, *detection, run);
        const bool isEnough = run.isFull() && !run.outcome().isComplete;
        if (!read && !isEnough) {
            auto error = read.error();
            error.where = error.where.empty() ? fileName : error.where;
            return failure(std::move(error));
        }
        return run.end();
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::TooLarge, fileName, "the machine has no memory left for this file");
    } catch (const std::exception& exception) {
        return failure(ErrorCode::Internal, fileName, exception.what());
    }
}

} // namespace wherewithal::providers
