// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanReader.h"

#include "providers/import/models/LlmConfig.h"
#include "providers/json/AtomicFile.h"
#include "providers/json/JsonScan.h"
#include "providers/json/NearestName.h"

#include <numeric>

namespace wherewithal::providers {

using model::ErrorCode;
using model::PlanIssue;

namespace {

std::string escapedPointerToken(std::string_view key)
{
    std::string token;
    for (const char character : key) {
        if (character == '~') {
            token += "~0";
        } else if (character == '/') {
            token += "~1";
        } else {
            token += character;
        }
    }
    return token;
}

std::string shown(const Json& json)
{
    constexpr std::size_t kLongest = 60;
    if (json.is_structured()) {
        return json.is_array() ? "a list" : "an object";
    }
    std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > kLongest) {
        text.resize(kLongest);
        text += " ...";
    }
    return text;
}

template <std::size_t... I>
bool emplaceKind(std::string_view text, model::WorkloadDetail& detail, std::index_sequence<I...> /*indices*/)
{
    const auto attempt = [&]<std::size_t N>(std::integral_constant<std::size_t, N> /*index*/) {
        model::WorkloadDetail candidate{std::in_place_index<N>};
        if (kindName(candidate) != text) {
            return false;
        }
        detail = std::move(candidate);
        return true;
    };
    return (attempt(std::integral_constant<std::size_t, I>{}) || ...);
}

} // namespace

Place Place::member(std::string_view key) const
{
    return {.where = where.empty() ? std::string(key) : fmt::format("{}.{}", where, key),
            .pointer = fmt::format("{}/{}", pointer, escapedPointerToken(key))};
}

Place Place::element(std::size_t index) const
{
    return {.where = fmt::format("{}[{}]", where, index), .pointer = fmt::format("{}/{}", pointer, index)};
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

std::string nearestKey(std::string_view key, const std::vector<std::string_view>& known)
{
    std::string_view best;
    std::size_t least = 3;
    for (const std::string_view candidate : known) {
        if (candidate.size() + 2 < key.size() || key.size() + 2 < candidate.size()) {
            continue;
        }
        if (const std::size_t distance = editDistance(key, candidate); distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return std::string(best);
}

void PlanReader::issue(PlanIssue::Severity severity, model::Error error)
{
    m_context.issues.push_back({.severity = severity, .error = std::move(error)});
}

void PlanReader::error(const Place& place, ErrorCode code, std::string message, std::string hint)
{
    issue(PlanIssue::Severity::Error,
          {.code = code, .where = place.where, .message = std::move(message), .hint = std::move(hint)});
}

void PlanReader::wrongType(const Place& place, const Json& json, std::string_view expected)
{
    error(place,
          ErrorCode::WrongType,
          fmt::format("this is {}, expected {}", shown(json), expected),
          fmt::format("write {}", expected));
}

const Json* PlanReader::find(const Field& field)
{
    m_known.push_back(field.key);
    const auto at = m_object.find(std::string(field.key));
    if (at != m_object.end() && !at->is_null()) {
        return &*at;
    }
    if (field.isRequired && at == m_object.end()) {
        error(m_place.member(field.key),
              ErrorCode::MissingField,
              fmt::format("'{}' is missing", field.key),
              std::string(field.doc));
    }
    if (field.isRequired && at != m_object.end()) {
        wrongType(m_place.member(field.key), *at, "a value");
    }
    return nullptr;
}

void PlanReader::finish()
{
    if (!m_reportsUnknown) {
        return;
    }
    for (const auto& [key, value] : m_object.items()) {
        if (std::ranges::find(m_known, key) != m_known.end()) {
            continue;
        }
        const Place place = m_place.member(key);
        if (m_context.unknownKeys != nullptr) {
            m_context.unknownKeys->insert_or_assign(
                place.pointer.substr(m_context.unknownFrom),
                value.dump(-1, ' ', false, Json::error_handler_t::replace));
        }
        const std::string near = nearestKey(key, m_known);
        issue(PlanIssue::Severity::Warning,
              {.code = ErrorCode::UnknownKey,
               .where = place.where,
               .message =
                   fmt::format("the key '{}' is not known; it has no effect and is kept", key.substr(0, 80)),
               .hint = near.empty() ? std::string("remove it if it is not yours")
                                    : fmt::format("did you mean '{}'?", near)});
    }
}

void PlanReader::readText(const Json& json, std::string& value, const Place& place)
{
    constexpr std::size_t kLongestText = 100'000;
    if (!json.is_string()) {
        wrongType(place, json, "a text in quotes");
        return;
    }
    const auto& text = json.get_ref<const std::string&>();
    if (text.size() > kLongestText) {
        error(place, ErrorCode::TooLarge, "the text is longer than 100,000 characters", "shorten it");
        return;
    }
    value = text;
}

void PlanReader::readFlag(const Json& json, bool& value, const Place& place)
{
    if (json.is_boolean()) {
        value = json.get<bool>();
    } else {
        wrongType(place, json, "true or false");
    }
}

void PlanReader::readSeed(const Json& json, std::uint64_t& value, const Place& place)
{
    if (json.is_number_unsigned()) {
        value = json.get<std::uint64_t>();
    } else {
        wrongType(place, json, "a whole number from 0 to 18446744073709551615");
    }
}

void PlanReader::readInteger(const Json& json, int& value, const Place& place, model::Dimension dimension)
{
    double number = 0.0;
    const std::size_t before = m_context.issues.size();
    readReal(json, number, place, dimension);
    if (m_context.issues.size() != before) {
        return;
    }
    if (number != std::floor(number)) {
        error(place,
              ErrorCode::WrongType,
              fmt::format("this is {}, expected a whole number", shown(json)),
              "write a whole number");
    } else if (std::abs(number) > static_cast<double>(std::numeric_limits<int>::max())) {
        error(place,
              ErrorCode::OutOfRange,
              fmt::format("{} is too large", shown(json)),
              "write a smaller number");
    } else {
        value = static_cast<int>(number);
    }
}

void PlanReader::readReal(const Json& json, double& value, const Place& place, model::Dimension dimension)
{
    model::Range range;
    const std::size_t before = m_context.issues.size();
    readRange(json, range, place, dimension);
    if (m_context.issues.size() != before) {
        return;
    }
    if (range.isCertain()) {
        value = range.median();
    } else {
        error(place,
              ErrorCode::WrongType,
              fmt::format("this is {}, expected one number", shown(json)),
              "this field takes no range");
    }
}

void PlanReader::readRange(const Json& json,
                           model::Range& value,
                           const Place& place,
                           model::Dimension dimension)
{
    if (json.is_number()) {
        value = json.get<double>();
    } else if (json.is_string()) {
        if (auto range = model::parseMeasure(json.get_ref<const std::string&>(), dimension)) {
            value = *range;
        } else {
            error(place, range.error().code, range.error().message, range.error().hint);
        }
    } else {
        wrongType(place, json, "a number, or a text such as \"5 to 10\"");
    }
}

void PlanReader::readDecimal(const Json& json, model::Decimal& value, const Place& place)
{
    if (!json.is_string() && !json.is_number()) {
        wrongType(place, json, "a decimal number in quotes");
        return;
    }
    if (auto decimal = model::parseDecimal(json.is_string() ? json.get<std::string>() : json.dump())) {
        value = *decimal;
    } else {
        error(place, decimal.error().code, decimal.error().message, decimal.error().hint);
    }
}

void PlanReader::profile(const Field& field, model::WeekProfile& profile)
{
    const Json* json = find(field);
    if (json == nullptr) {
        return;
    }
    const Place place = m_place.member(field.key);
    if (json->is_string()) {
        if (auto named = model::namedProfile(json->get_ref<const std::string&>())) {
            profile = *named;
        } else {
            error(place,
                  ErrorCode::UnknownName,
                  fmt::format("there is no profile {}", shown(*json)),
                  fmt::format("use one of {}, or a list of 168 weights",
                              fmt::join(model::profileNames(), ", ")));
        }
        return;
    }
    std::vector<double> weights;
    const std::size_t before = m_context.issues.size();
    read(*json, weights, place, model::Dimension::Fraction);
    if (m_context.issues.size() != before) {
        return;
    }
    if (weights.size() != model::kHoursPerWeek) {
        error(place,
              ErrorCode::OutOfRange,
              fmt::format("the profile has {} weights", weights.size()),
              "write 168, one for each hour of the week from Monday 00:00");
        return;
    }
    profile.name = "own";
    std::ranges::copy(weights, profile.weights.begin());
}

void PlanReader::assumptions(const Field& field, model::Assumptions& assumptions)
{
    const Json* json = find(field);
    if (json == nullptr) {
        return;
    }
    const Place place = m_place.member(field.key);
    if (!json->is_object()) {
        wrongType(place, *json, "an object");
        return;
    }
    for (const auto& [key, item] : json->items()) {
        const Place itemPlace = place.member(key);
        model::Range range;
        const std::size_t before = m_context.issues.size();
        readRange(item, range, itemPlace, model::Dimension::Plain);
        if (m_context.issues.size() != before) {
            continue;
        }
        if (auto done = assumptions.set(key, range); !done) {
            std::vector<std::string_view> known;
            for (const auto& spec : model::assumptionTable()) {
                known.push_back(spec.key);
            }
            const std::string near =
                done.error().code == ErrorCode::UnknownName ? nearestKey(key, known) : std::string{};
            error(itemPlace,
                  done.error().code,
                  done.error().message,
                  near.empty() ? done.error().hint : fmt::format("did you mean '{}'?", near));
        }
    }
}

void PlanReader::kind(const Field& field, model::WorkloadDetail& detail)
{
    const Json* json = find(field);
    std::string text;
    if (json != nullptr) {
        readText(*json, text, m_place.member(field.key));
    }
    if (emplaceKind(text, detail, std::make_index_sequence<std::variant_size_v<model::WorkloadDetail>>{})) {
        return;
    }
    // Without a kind nobody can say which other keys belong here.
    m_reportsUnknown = false;
    if (!text.empty()) {
        error(m_place.member(field.key),
              ErrorCode::UnknownName,
              fmt::format("'{}' is no kind of workload", text.substr(0, 80)),
              "use one of llm-serving, inference, batch-scoring, training, measured-service");
    }
}

void PlanReader::detail(model::WorkloadDetail& detail)
{
    if (m_reportsUnknown) {
        std::visit([this](auto& value) { exchange(*this, value); }, detail);
    }
}

bool PlanReader::readConfigFile(const std::string& file, const Place& place, std::string& text)
{
    const std::filesystem::path path(file);
    const bool leavesFolder =
        path.is_absolute() || std::ranges::find(path, std::filesystem::path("..")) != path.end();
    if (leavesFolder || m_context.folder.empty()) {
        error(place,
              ErrorCode::OutOfRange,
              fmt::format("'{}' is not beside the plan", file.substr(0, 200)),
              "copy the file into the plan's folder, or write its content as `config`");
        return false;
    }
    auto bytes = readWhole(m_context.folder / path, kMaxModelConfigBytes);
    if (!bytes) {
        error(place,
              bytes.error().code,
              fmt::format("'{}': {}", file.substr(0, 200), bytes.error().message),
              bytes.error().hint);
        return false;
    }
    text = std::move(*bytes);
    return true;
}

void PlanReader::readModel(const Json& json,
                           const Place& place,
                           model::LlmArchitecture& architecture,
                           std::string& text,
                           std::string& origin)
{
    if (!json.is_object()) {
        wrongType(place, json, "an object");
        return;
    }
    PlanReader inner(json, place, m_context);
    std::string name;
    std::string file;
    std::optional<double> weightsBytes;
    inner.field({"name", ""}, name);
    inner.field({"origin", ""}, origin);
    inner.field({"weights_bytes", "", model::Dimension::Bytes}, weightsBytes);
    inner.field({"config_file", ""}, file);
    Place configPlace = place.member("config");
    if (const Json* config = inner.find({"config", ""})) {
        if (config->is_object()) {
            text = config->dump(-1, ' ', false, Json::error_handler_t::replace);
        } else {
            wrongType(configPlace, *config, "an object, the content of config.json");
        }
    } else if (!file.empty()) {
        configPlace = place.member("config_file");
        std::string bytes;
        if (readConfigFile(file, configPlace, bytes)) {
            if (auto parsed = parseJson(bytes, file)) {
                text = parsed->dump(-1, ' ', false, Json::error_handler_t::replace);
            } else {
                error(configPlace, parsed.error().code, model::text(parsed.error()), parsed.error().hint);
            }
        }
    } else {
        error(configPlace,
              ErrorCode::MissingField,
              "the model has no config",
              "put the content of its Hugging Face config.json under `config`, or name the file in "
              "`config_file`");
    }
    inner.finish();
    if (!text.empty()) {
        if (auto parsed = readLlmConfig(text)) {
            architecture = std::move(*parsed);
        } else {
            error(configPlace, parsed.error().code, parsed.error().message, parsed.error().hint);
        }
    }
    if (!name.empty()) {
        architecture.name = name;
    }
    if (weightsBytes) {
        architecture.weightsBytesOverride = weightsBytes;
    }
}

} // namespace wherewithal::providers
