// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanJson.h"

#include "providers/json/AtomicFile.h"
#include "providers/json/JsonScan.h"
#include "providers/json/PlanReader.h"
#include "providers/json/PlanWriter.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::PlanIssue;

namespace {

constexpr std::string_view kVersionKey = "wherewithal";

model::Result<void> checkVersion(const Json& document)
{
    if (!document.is_object()) {
        return model::failure(ErrorCode::WrongType,
                              {},
                              "the document is not a plan: it is no JSON object",
                              "a plan starts with {\"wherewithal\": 1, ...}; `new` makes one");
    }
    const auto version = document.find(std::string(kVersionKey));
    if (version == document.end()) {
        return model::failure(ErrorCode::MissingField,
                              std::string(kVersionKey),
                              "the document is not a plan: the key 'wherewithal' is missing",
                              "a plan starts with {\"wherewithal\": 1, ...}; `new` makes one");
    }
    if (!version->is_number_integer() || *version != model::Plan::kFormatVersion) {
        return model::failure(
            ErrorCode::UnsupportedVersion,
            std::string(kVersionKey),
            fmt::format("this program reads version {} of the plan format, not {}",
                        model::Plan::kFormatVersion,
                        version->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 40)),
            "use the program that wrote the plan, or a newer one");
    }
    return {};
}

/// The next token of a JSON pointer, unescaped; the pointer loses it.
std::string nextToken(std::string_view& pointer)
{
    pointer.remove_prefix(1);
    const std::string_view raw = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(raw.size());
    std::string token;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] == '~' && at + 1 < raw.size()) {
            token += raw[++at] == '1' ? '/' : '~';
        } else {
            token += raw[at];
        }
    }
    return token;
}

/// Puts a kept value back where it was; objects on the way that were left out as empty come back, list
/// elements that the user removed do not.
void restore(Json& object, std::string_view pointer, const std::string& text)
{
    Json* at = &object;
    while (!pointer.empty() && pointer.front() == '/') {
        const std::string token = nextToken(pointer);
        if (at->is_array()) {
            std::size_t index = 0;
            const auto [end, status] = std::from_chars(token.data(), token.data() + token.size(), index);
            if (status != std::errc{} || end != token.data() + token.size() || index >= at->size()) {
                return;
            }
            at = &(*at)[index];
        } else if (at->is_object()) {
            const bool isLast = pointer.empty();
            if (isLast && at->contains(token)) {
                return;
            }
            at = &(*at)[token];
            if (at->is_null() && !isLast) {
                *at = Json::object();
            }
        } else {
            return;
        }
    }
    if (Json value = Json::parse(text, nullptr, false); !value.is_discarded()) {
        *at = std::move(value);
    }
}

bool isEmptyDefault(const Json& value)
{
    return value.is_null() || (value.is_structured() && value.empty())
           || (value.is_string() && value.get_ref<const std::string&>().empty());
}

} // namespace

bool PlanDocument::hasErrors() const
{
    return std::ranges::any_of(
        issues, [](const PlanIssue& issue) { return issue.severity == PlanIssue::Severity::Error; });
}

std::optional<int> PlanDocument::lineOf(std::string_view where) const
{
    while (!where.empty()) {
        if (const auto at = lines.find(where); at != lines.end()) {
            return at->second;
        }
        const auto cut = where.find_last_of(".[");
        where = cut == std::string_view::npos ? std::string_view{} : where.substr(0, cut);
    }
    return std::nullopt;
}

model::Result<PlanDocument> readPlan(std::string_view bytes, const PlanReadOptions& options)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
    }
    if (bytes.size() > kMaxPlanBytes) {
        return model::failure(ErrorCode::TooLarge,
                              {},
                              fmt::format("the plan is larger than {} MiB", kMaxPlanBytes / (1024 * 1024)),
                              "this is not a plan; plans hold a few kilobytes");
    }
    auto json = parseJson(bytes, {});
    if (!json) {
        return model::failure(json.error());
    }
    if (auto version = checkVersion(*json); !version) {
        return model::failure(version.error());
    }
    PlanDocument document;
    JsonLines scan = scanLines(bytes);
    document.lines = std::move(scan.lines);
    for (std::string& place : scan.duplicates) {
        document.issues.push_back({.severity = PlanIssue::Severity::Error,
                                   .error = {.code = ErrorCode::Inconsistent,
                                             .where = std::move(place),
                                             .message = "this key stands twice in the same object",
                                             .hint = "keep one of them"}});
    }
    ReadContext context{.issues = document.issues,
                        .unknownKeys = &document.plan.unknownKeys,
                        .unknownFrom = 0,
                        .folder = options.folder};
    PlanReader reader(*json, {}, context);
    reader.accept(kVersionKey);
    reader.accept("$schema");
    exchange(reader, document.plan);
    reader.finish();
    if (const auto schema = json->find("$schema"); schema != json->end()) {
        document.plan.unknownKeys.insert_or_assign(
            "/$schema", schema->dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    return document;
}

std::string writePlan(const model::Plan& plan)
{
    Json document = Json::object();
    if (const auto schema = plan.unknownKeys.find("/$schema"); schema != plan.unknownKeys.end()) {
        restore(document, schema->first, schema->second);
    }
    document[std::string(kVersionKey)] = model::Plan::kFormatVersion;
    PlanWriter writer;
    exchange(writer, plan);
    Json body = writer.take();
    for (auto& [key, value] : body.items()) {
        if (writer.isRequired(key) || !isEmptyDefault(value)) {
            document[key] = std::move(value);
        }
    }
    if (!plan.usesSourcedFactsOnly) {
        document.erase("sourced_facts_only");
    }
    for (std::size_t index = 0; index < plan.workloads.size(); ++index) {
        for (const auto& [pointer, text] : plan.workloads[index].unknownKeys) {
            restore(document["workloads"][index], pointer, text);
        }
    }
    for (const auto& [pointer, text] : plan.unknownKeys) {
        restore(document, pointer, text);
    }
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

model::Result<PlanDocument> loadPlan(const std::filesystem::path& path)
{
    auto bytes = readWhole(path, kMaxPlanBytes);
    if (!bytes) {
        return model::failure(bytes.error());
    }
    std::filesystem::path folder = path.parent_path();
    auto document =
        readPlan(*bytes, {.folder = folder.empty() ? std::filesystem::path(".") : std::move(folder)});
    if (!document) {
        model::Error error = document.error();
        error.where = error.where.empty() ? path.string() : fmt::format("{}:{}", path.string(), error.where);
        return model::failure(std::move(error));
    }
    return document;
}

model::Result<void> savePlan(const model::Plan& plan, const std::filesystem::path& path)
{
    return savePlan(plan, path, SaveSteps::system());
}

model::Result<void> savePlan(const model::Plan& plan, const std::filesystem::path& path, SaveSteps& steps)
{
    return saveAtomically(path, writePlan(plan), steps);
}

} // namespace wherewithal::providers
