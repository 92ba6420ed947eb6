// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ByteSource.h"
#include "providers/import/prices/JsonElement.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Where the elements of a format are: member names from the root, "*" for any member or array position.
using JsonPath = std::vector<std::string>;

/// Cuts a JSON text of any size into elements that a parser can hold.
///
/// A document parser wants the whole text in memory; price sheets are too large for that. The cutter walks
/// the outer levels by itself, and finds the end of everything else by tracking strings, escapes and brackets
/// 64 bytes at a time. Several root values in a row (JSON lines, concatenated pages) are accepted.
class JsonCutter
{
public:
    enum class Kind
    {
        Element,  ///< a value at one of the paths
        Scalar,   ///< a string, number, true, false or null on the way there, e.g. formatVersion
        Oversize, ///< an element beyond the limit; skipped
        RootEnd,  ///< a root value is complete
        End,
        Cut, ///< the text ends within a value; what came before is good
    };

    struct Event
    {
        Kind kind = Kind::End;
        std::string_view text;  ///< the value as written; kJsonPadding readable bytes follow an Element
        std::size_t rule = 0;   ///< which of the paths
        std::uint64_t line = 0; ///< from 1
    };

    /// Elements beyond `maxElement` bytes are reported and skipped.
    JsonCutter(std::unique_ptr<ByteStream> text,
               std::vector<JsonPath> rules,
               std::size_t maxElement = 4U << 20U);

    /// The next event; its views are valid until the following call. InvalidSyntax with the line where the
    /// outer levels are no JSON.
    [[nodiscard]] model::Result<Event> next();

    /// Member names (or "*" for array positions) from the root to the last event's value.
    [[nodiscard]] const std::vector<std::string>& path() const { return m_path; }

private:
    struct Frame
    {
        bool isArray = false;
        bool hasValue = false; ///< a member or item was read: a comma must come before the next
    };

    [[nodiscard]] model::Result<bool> more();
    [[nodiscard]] model::Result<int> peek();
    [[nodiscard]] model::Result<Event> value(int first);
    [[nodiscard]] model::Result<bool> skipString();
    [[nodiscard]] model::Result<bool> skipScalar();
    [[nodiscard]] model::Result<bool> skipContainer();
    [[nodiscard]] model::Result<Event> closed();
    [[nodiscard]] tl::unexpected<model::Error> syntax(const std::string& what) const;
    [[nodiscard]] bool isOnTheWay() const;
    [[nodiscard]] std::size_t matchingRule() const;
    void afterValue();

    std::unique_ptr<ByteStream> m_text;
    std::vector<JsonPath> m_rules;
    std::size_t m_maxElement;
    std::size_t m_longestRule = 0;
    std::vector<char> m_buffer;
    std::size_t m_size = 0;
    std::size_t m_at = 0;
    std::size_t m_keep = 0;   ///< start of what must stay in the buffer
    bool m_isKeeping = false; ///< an element is being gathered
    bool m_isOversize = false;
    bool m_isEnd = false;
    std::uint64_t m_line = 1;
    std::vector<Frame> m_frames;
    std::vector<std::string> m_path;
    bool m_hasRootEnded = false;
};

} // namespace wherewithal::providers
