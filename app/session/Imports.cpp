// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Imports.h"

#include "providers/import/models/ModelFile.h"
#include "providers/import/traces/LoadTestReader.h"
#include "providers/import/traces/RequestTraceReader.h"
#include "providers/import/traces/WeekProfileReader.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace wherewithal::app {

using model::failure;
using model::Result;

namespace {

constexpr std::size_t kListedRows = 20;

std::string fileName(const std::string& path)
{
    return std::filesystem::path(path).filename().string();
}

std::vector<model::Error> listed(const std::vector<providers::TraceIssue>& issues, const std::string& file)
{
    std::vector<model::Error> errors;
    for (std::size_t i = 0; i < std::min(issues.size(), kListedRows); ++i) {
        errors.push_back({.code = issues[i].code,
                          .where = fmt::format("{}:{}:{}", file, issues[i].line, issues[i].column),
                          .message = fmt::format("'{}' is {}", issues[i].raw, issues[i].message),
                          .hint = issues[i].hint});
    }
    return errors;
}

Result<ImportedPoints> pointsOf(Result<providers::LoadTestImport> read, const std::string& file)
{
    if (!read) {
        return failure(read.error());
    }
    return ImportedPoints{.points = std::move(read->points), .rejected = listed(read->issues, file)};
}

} // namespace

Result<ImportedModel> importModel(const std::string& path)
{
    auto file = providers::loadModelFile(path);
    if (!file) {
        return failure(file.error());
    }
    ImportedModel imported{.architecture = std::move(file->architecture),
                           .configText = std::move(file->configText),
                           .file = fileName(path),
                           .origin = fileName(path)};
    if (!file->weightsOrigin.empty()) {
        imported.origin = fmt::format("{}, bytes of {}", imported.origin, fileName(file->weightsOrigin));
    }
    if (file->graph) {
        imported.cost = file->graph->cost();
        imported.cost->modelName = std::filesystem::path(path).stem().string();
        if (!file->graph->uncounted.empty()) {
            imported.remarks.push_back(
                fmt::format("{} of {} operations have unknown shapes: the arithmetic is a lower bound",
                            file->graph->uncounted.size(),
                            file->graph->uncounted.size() + file->graph->nodesCounted));
        }
    }
    return imported;
}

Result<ImportedTrace> importTrace(const std::string& path)
{
    auto read = providers::loadRequestTrace(path);
    if (!read) {
        return failure(read.error());
    }
    const std::string file = fileName(path);
    return ImportedTrace{.trace = std::move(read->trace),
                         .file = file,
                         .rejected = listed(read->issues, file),
                         .rejectedCount = read->rowsRejected};
}

Result<ImportedPoints> importLoadTest(const std::string& path)
{
    return pointsOf(providers::loadLoadTest(path), fileName(path));
}

Result<ImportedPoints> parseLoadTest(const std::string& text)
{
    return pointsOf(providers::readLoadTest(text), "clipboard");
}

Result<model::WeekProfile> importWeekProfile(const std::string& path)
{
    return providers::loadWeekProfile(path);
}

Result<model::WeekProfile> parseWeekProfile(const std::string& text)
{
    return providers::readWeekProfile(text);
}

} // namespace wherewithal::app
