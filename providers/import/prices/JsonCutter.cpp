// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/JsonCutter.h"

#include "providers/import/prices/ScanMask.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kReadBlock = 1U << 20U;
constexpr std::size_t kNoRule = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxOuterDepth = 16;
constexpr int kEnd = -1;

[[nodiscard]] bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Bits of the bytes that a backslash before them takes the meaning from. `carry`: the last backslash of the
/// bytes before was a free one.
[[nodiscard]] std::uint64_t escapedMask(std::uint64_t backslashes, std::uint64_t& carry)
{
    std::uint64_t escaped = carry;
    carry = 0;
    for (std::uint64_t rest = backslashes; rest != 0; rest &= rest - 1U) {
        const std::uint64_t bit = rest & (~rest + 1U);
        if ((escaped & bit) != 0) {
            continue;
        }
        escaped |= bit << 1U;
        carry = bit >> 63U;
    }
    return escaped;
}

} // namespace

JsonCutter::JsonCutter(std::unique_ptr<ByteStream> text, std::vector<JsonPath> rules, std::size_t maxElement)
    : m_text(std::move(text))
    , m_rules(std::move(rules))
    , m_maxElement(maxElement)
    , m_buffer(kReadBlock + kJsonPadding)
{
    for (const JsonPath& rule : m_rules) {
        m_longestRule = std::max(m_longestRule, rule.size());
    }
}

tl::unexpected<model::Error> JsonCutter::syntax(const std::string& what) const
{
    return failure(
        ErrorCode::InvalidSyntax, fmt::format("line {}", m_line), what, "is the file complete and unedited?");
}

/// Reads on; what lies before m_keep (or before m_at) is given up. False at the end.
Result<bool> JsonCutter::more()
{
    if (m_isEnd) {
        return false;
    }
    if (m_isKeeping && m_at - m_keep > m_maxElement) {
        m_isKeeping = false; // too large to hand over: only its end is looked for
        m_isOversize = true;
    }
    const std::size_t from = m_isKeeping ? m_keep : m_at;
    std::memmove(m_buffer.data(), m_buffer.data() + from, m_size - from);
    m_size -= from;
    m_at -= from;
    m_keep = 0;
    if (m_size * 2 > m_buffer.size() - kJsonPadding) {
        m_buffer.resize((m_buffer.size() - kJsonPadding) * 2 + kJsonPadding);
    }
    auto got = m_text->read(std::span(m_buffer).subspan(m_size, m_buffer.size() - kJsonPadding - m_size));
    if (!got) {
        return failure(got.error());
    }
    m_size += *got;
    m_isEnd = *got == 0;
    return !m_isEnd;
}

/// The next byte that is no blank, or kEnd.
Result<int> JsonCutter::peek()
{
    while (true) {
        for (; m_at < m_size; ++m_at) {
            const char here = m_buffer[m_at];
            if (!isBlank(here)) {
                return static_cast<int>(static_cast<unsigned char>(here));
            }
            m_line += here == '\n' ? 1U : 0U;
        }
        auto isMore = more();
        if (!isMore) {
            return failure(isMore.error());
        }
        if (!*isMore) {
            return kEnd;
        }
    }
}

/// m_at is at the opening quote; afterwards behind the closing one. False: the text ended before.
Result<bool> JsonCutter::skipString()
{
    ++m_at;
    bool isEscaped = false;
    while (true) {
        for (; m_at < m_size; ++m_at) {
            const char here = m_buffer[m_at];
            if (isEscaped) {
                isEscaped = false;
            } else if (here == '\\') {
                isEscaped = true;
            } else if (here == '"') {
                ++m_at;
                return true;
            }
            m_line += here == '\n' ? 1U : 0U;
        }
        auto isMore = more();
        if (!isMore || !*isMore) {
            return isMore;
        }
    }
}

Result<bool> JsonCutter::skipScalar()
{
    while (true) {
        for (; m_at < m_size; ++m_at) {
            const char here = m_buffer[m_at];
            if (isBlank(here) || here == ',' || here == '}' || here == ']' || here == '{' || here == '['
                || here == '"' || here == ':') {
                return true;
            }
        }
        auto isMore = more();
        if (!isMore) {
            return isMore;
        }
        if (!*isMore) {
            return m_frames.empty(); // a root scalar may end with the text
        }
    }
}

Result<bool> JsonCutter::skipContainer()
{
    std::uint64_t depth = 0;
    std::uint64_t inString = 0; // all ones: inside
    std::uint64_t escapeCarry = 0;
    while (true) {
        if (m_size - m_at < kScanBlock && !m_isEnd) {
            auto isMore = more();
            if (!isMore) {
                return isMore;
            }
            continue;
        }
        const std::size_t left = m_size - m_at;
        if (left == 0) {
            return false;
        }
        const char* at = m_buffer.data() + m_at;
        const std::uint64_t valid = left >= kScanBlock ? ~0ULL : (1ULL << left) - 1U;
        const JsonMasks masks = jsonMasks(at);
        std::uint64_t quotes = masks.quotes & valid;
        const std::uint64_t backslashes = masks.backslashes & valid;
        if ((backslashes | escapeCarry) != 0) {
            quotes &= ~escapedMask(backslashes, escapeCarry);
        }
        const std::uint64_t inside = prefixXor(quotes) ^ inString;
        inString = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63U);
        const std::uint64_t outside = valid & ~inside;
        const std::uint64_t opens = masks.opens & outside;
        std::uint64_t closes = masks.closes & outside;
        const std::uint64_t newlines = masks.newlines & valid;
        const std::uint64_t closeCount = bitCount(closes);
        if (depth > closeCount) {
            depth = depth + bitCount(opens) - closeCount;
        } else {
            std::uint64_t counted = 0; // opening brackets before the closing one in hand
            for (; closes != 0; closes &= closes - 1U) {
                const std::uint64_t below = (closes & (~closes + 1U)) - 1U;
                const std::uint64_t before = bitCount(opens & below);
                depth += before - counted;
                counted = before;
                if (--depth == 0) {
                    m_line += bitCount(newlines & below);
                    m_at += static_cast<std::size_t>(std::countr_zero(closes)) + 1;
                    return true;
                }
            }
            depth += bitCount(opens) - counted;
        }
        m_line += bitCount(newlines);
        m_at += std::min(left, kScanBlock);
    }
}

bool JsonCutter::isOnTheWay() const
{
    return std::ranges::any_of(m_rules, [&](const JsonPath& rule) {
        return rule.size() > m_path.size()
               && std::equal(m_path.begin(),
                             m_path.end(),
                             rule.begin(),
                             [](const std::string& is, const std::string& wanted) {
                                 return wanted == "*" || wanted == is;
                             });
    });
}

std::size_t JsonCutter::matchingRule() const
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (m_rules[i].size() == m_path.size()
            && std::equal(m_path.begin(),
                          m_path.end(),
                          m_rules[i].begin(),
                          [](const std::string& is, const std::string& wanted) {
                              return wanted == "*" || wanted == is;
                          })) {
            return i;
        }
    }
    return kNoRule;
}

void JsonCutter::afterValue()
{
    if (m_frames.empty()) {
        m_hasRootEnded = true;
    } else {
        m_frames.back().hasValue = true;
    }
}

/// Reads or enters the value that begins at m_at.
Result<JsonCutter::Event> JsonCutter::value(int first)
{
    const bool isContainer = first == '{' || first == '[';
    const std::size_t rule = matchingRule();
    if (rule == kNoRule && isContainer && isOnTheWay() && m_frames.size() < kMaxOuterDepth) {
        m_frames.push_back({.isArray = first == '[', .hasValue = false});
        ++m_at;
        return Event{.kind = Kind::RootEnd}; // nothing to tell yet: next() goes on
    }
    const bool isWanted = rule != kNoRule || !isContainer;
    Event event;
    event.line = m_line;
    event.rule = rule;
    m_keep = m_at;
    m_isKeeping = isWanted;
    m_isOversize = false;
    auto isWhole = first == '"' ? skipString() : isContainer ? skipContainer() : skipScalar();
    if (!isWhole) {
        return failure(isWhole.error());
    }
    const bool wasKept = m_isKeeping;
    m_isKeeping = false;
    if (!*isWhole) {
        event.kind = Kind::Cut;
        return event;
    }
    event.text = wasKept ? std::string_view(m_buffer.data() + m_keep, m_at - m_keep) : std::string_view{};
    if (!isContainer && first != '"' && event.text.empty() && wasKept) {
        return syntax(fmt::format("a value was expected, and '{}' was found", static_cast<char>(first)));
    }
    const bool isTooLarge = m_isOversize || event.text.size() > m_maxElement;
    event.kind = isTooLarge        ? Kind::Oversize
                 : rule != kNoRule ? Kind::Element
                 : isContainer     ? Kind::RootEnd
                                   : Kind::Scalar;
    afterValue();
    return event;
}

/// Leaves the innermost open container.
Result<JsonCutter::Event> JsonCutter::closed()
{
    ++m_at;
    m_frames.pop_back();
    afterValue();
    return Event{.kind = Kind::RootEnd};
}

Result<JsonCutter::Event> JsonCutter::next()
{
    while (true) {
        if (m_hasRootEnded && m_frames.empty()) {
            m_hasRootEnded = false;
            return Event{.kind = Kind::RootEnd, .line = m_line};
        }
        auto first = peek();
        if (!first) {
            return failure(first.error());
        }
        if (*first == kEnd) {
            return Event{.kind = m_frames.empty() ? Kind::End : Kind::Cut, .line = m_line};
        }
        m_path.resize(m_frames.size());
        if (m_frames.empty()) { // between root values: a comma is tolerated, people join pages by hand
            m_path.clear();
            if (*first == ',') {
                ++m_at;
                continue;
            }
        } else {
            Frame& frame = m_frames.back();
            if (*first == (frame.isArray ? ']' : '}')) {
                (void)closed();
                continue;
            }
            if (frame.hasValue) {
                if (*first != ',') {
                    return syntax(fmt::format("a comma or closing bracket was expected, and '{}' was found",
                                              static_cast<char>(*first)));
                }
                frame.hasValue = false;
                ++m_at;
                continue;
            }
            if (frame.isArray) {
                m_path.back() = "*";
            } else {
                if (*first != '"') {
                    return syntax(fmt::format("a member name was expected, and '{}' was found",
                                              static_cast<char>(*first)));
                }
                m_keep = m_at;
                m_isKeeping = true;
                auto isWhole = skipString();
                if (!isWhole) {
                    return failure(isWhole.error());
                }
                if (!*isWhole || !m_isKeeping) {
                    m_isKeeping = false;
                    return Event{.kind = Kind::Cut, .line = m_line};
                }
                m_isKeeping = false;
                const std::string_view literal(m_buffer.data() + m_keep, m_at - m_keep);
                if (const auto name = unescapedJson(literal)) {
                    m_path.back() = *name;
                } else {
                    return syntax("a member name holds a wrong escape");
                }
                auto colon = peek();
                if (!colon) {
                    return failure(colon.error());
                }
                if (*colon != ':') {
                    return *colon == kEnd ? Result<Event>(Event{.kind = Kind::Cut, .line = m_line})
                                          : syntax("a colon was expected after a member name");
                }
                ++m_at;
                first = peek();
                if (!first) {
                    return failure(first.error());
                }
                if (*first == kEnd) {
                    return Event{.kind = Kind::Cut, .line = m_line};
                }
            }
        }
        if (*first == '}' || *first == ']' || *first == ':' || *first == ',') {
            return syntax(fmt::format("a value was expected, and '{}' was found", static_cast<char>(*first)));
        }
        auto event = value(*first);
        if (!event || event->kind != Kind::RootEnd) {
            return event;
        }
    }
}

} // namespace wherewithal::providers
