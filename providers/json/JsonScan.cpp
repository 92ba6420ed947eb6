// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/JsonScan.h"

#include "providers/json/PlanJson.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace wherewithal::providers {

using Json = nlohmann::ordered_json;
using model::ErrorCode;

namespace {

/// The end of a string that starts at the quote `at`: the index behind its closing quote.
std::size_t stringEnd(std::string_view bytes, std::size_t at)
{
    for (++at; at < bytes.size(); ++at) {
        if (bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == '"') {
            return at + 1;
        }
    }
    return bytes.size();
}

struct Frame
{
    bool isArray = false;
    std::size_t index = 0;
    std::string place; ///< of the container
    std::string key;   ///< of the value that comes next, objects only
    std::set<std::string, std::less<>> keys;
};

std::string placeOfNext(const Frame& frame)
{
    if (frame.isArray) {
        return fmt::format("{}[{}]", frame.place, frame.index);
    }
    return frame.place.empty() ? frame.key : fmt::format("{}.{}", frame.place, frame.key);
}

class LineScanner
{
public:
    explicit LineScanner(std::string_view bytes)
        : m_bytes(bytes)
    {}

    JsonLines run()
    {
        while (m_at < m_bytes.size()) {
            step();
        }
        return std::move(m_result);
    }

private:
    void step()
    {
        const char character = m_bytes[m_at];
        switch (character) {
        case '\n':
            ++m_line;
            ++m_at;
            break;
        case '{':
        case '[':
            beginValue();
            m_frames.push_back({.isArray = character == '[', .place = m_place});
            m_expectsKey = character == '{';
            ++m_at;
            break;
        case '}':
        case ']':
            if (!m_frames.empty()) {
                m_frames.pop_back();
            }
            m_expectsKey = false;
            ++m_at;
            break;
        case ',':
            if (!m_frames.empty()) {
                m_expectsKey = !m_frames.back().isArray;
                ++m_frames.back().index;
            }
            ++m_at;
            break;
        case '"':
            stringToken();
            break;
        case ':':
        case ' ':
        case '\t':
        case '\r':
            ++m_at;
            break;
        default:
            beginValue();
            while (m_at < m_bytes.size()
                   && std::string_view(",]} \t\r\n").find(m_bytes[m_at]) == std::string_view::npos) {
                ++m_at;
            }
        }
    }

    void stringToken()
    {
        const std::size_t end = stringEnd(m_bytes, m_at);
        if (m_expectsKey && !m_frames.empty()) {
            Frame& frame = m_frames.back();
            frame.key = Json::parse(m_bytes.substr(m_at, end - m_at), nullptr, false).get<std::string>();
            if (!frame.keys.insert(frame.key).second) {
                m_result.duplicates.push_back(placeOfNext(frame));
            }
            m_expectsKey = false;
        } else {
            beginValue();
        }
        m_at = end;
    }

    void beginValue()
    {
        m_place = m_frames.empty() ? std::string{} : placeOfNext(m_frames.back());
        m_result.lines.insert_or_assign(m_place, m_line);
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    int m_line = 1;
    bool m_expectsKey = false;
    std::string m_place;
    std::vector<Frame> m_frames;
    JsonLines m_result;
};

/// Line and column, both from 1, of a byte.
std::pair<std::size_t, std::size_t> lineAndColumn(std::string_view bytes, std::size_t at)
{
    const std::string_view before = bytes.substr(0, std::min(at, bytes.size()));
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    const std::size_t lineStart = before.rfind('\n');
    return {line, before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1};
}

} // namespace

model::Result<void> checkJsonLimits(std::string_view bytes, std::string_view where)
{
    const auto tooLarge = [&](std::string_view what) {
        return model::failure(ErrorCode::TooLarge,
                              std::string(where),
                              fmt::format("the document has {}", what),
                              "this is not a file of the kind expected here");
    };
    std::vector<std::size_t> members; // values in each open container
    std::vector<bool> isObject;
    std::size_t values = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        switch (bytes[at]) {
        case '"':
            at = stringEnd(bytes, at) - 1;
            break;
        case '{':
        case '[':
            members.push_back(0);
            isObject.push_back(bytes[at] == '{');
            if (members.size() > static_cast<std::size_t>(kMaxPlanDepth)) {
                return tooLarge(fmt::format("more than {} levels", kMaxPlanDepth));
            }
            break;
        case '}':
        case ']':
            if (!members.empty()) {
                members.pop_back();
                isObject.pop_back();
            }
            break;
        case ',':
            if (++values > kMaxPlanValues) {
                return tooLarge(fmt::format("more than {} values", kMaxPlanValues));
            }
            if (!members.empty() && ++members.back() > kMaxPlanObjectMembers && isObject.back()) {
                return tooLarge(fmt::format("an object with more than {} keys", kMaxPlanObjectMembers));
            }
            break;
        default:
            break;
        }
    }
    return {};
}

model::Result<Json> parseJson(std::string_view bytes, std::string_view where)
{
    if (auto limits = checkJsonLimits(bytes, where); !limits) {
        return model::failure(limits.error());
    }
    try {
        return Json::parse(bytes.begin(), bytes.end());
    } catch (const nlohmann::json::parse_error& fault) {
        const auto [line, column] = lineAndColumn(bytes, fault.byte == 0 ? 0 : fault.byte - 1);
        const std::string place =
            fmt::format("{}{}line {}, column {}", where, where.empty() ? "" : ":", line, column);
        if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            return model::failure(ErrorCode::InvalidSyntax,
                                  place,
                                  "the file is empty",
                                  "was it saved or downloaded completely?");
        }
        const bool isEnd = fault.byte > bytes.size();
        return model::failure(ErrorCode::InvalidSyntax,
                              place,
                              isEnd ? "the JSON ends too early" : "this is not valid JSON",
                              isEnd ? "a bracket, brace or quote is still open"
                                    : "look for a missing comma, quote or bracket just before this place");
    } catch (const nlohmann::json::exception&) {
        return model::failure(ErrorCode::InvalidSyntax,
                              std::string(where),
                              "a number in the JSON is out of range",
                              "write a smaller number");
    }
}

JsonLines scanLines(std::string_view bytes)
{
    return LineScanner(bytes).run();
}

} // namespace wherewithal::providers
