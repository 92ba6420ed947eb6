// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Readable bytes that must follow a text given to JsonElement::parse (simdjson reads in whole registers).
inline constexpr std::size_t kJsonPadding = 64;

enum class JsonKind : std::uint8_t
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
};

/// One value within an element. Numbers keep their text, so that an amount is never rounded through a double.
struct JsonNode
{
    JsonKind kind = JsonKind::Null;
    std::string_view key;  ///< empty in arrays and at the root
    std::string_view text; ///< string: its text; number, true, false, null: as written; else empty
    std::uint32_t end = 0; ///< index one past the last descendant
};

/// One element of a sheet, parsed whole: every field visited, so that a fault anywhere in it is seen.
///
/// Nodes are in document order. Texts point into the parsed buffer or into this object; they stay until
/// clear().
class JsonElement
{
public:
    JsonElement();
    JsonElement(const JsonElement&) = delete;
    JsonElement(JsonElement&&) = delete;
    JsonElement& operator=(const JsonElement&) = delete;
    JsonElement& operator=(JsonElement&&) = delete;
    ~JsonElement();

    /// Parses an object or array. InvalidSyntax, TooLarge (depth beyond 64), Inconsistent (a key twice in an
    /// object).
    [[nodiscard]] model::Result<void> parse(std::string_view text);
    /// Gives up the texts of all elements parsed since the last clear().
    void clear();

    [[nodiscard]] const std::vector<JsonNode>& nodes() const { return m_nodes; }
    [[nodiscard]] const JsonNode& root() const { return m_nodes.front(); }
    /// The member of this name, or null.
    [[nodiscard]] const JsonNode* find(const JsonNode& object, std::string_view key) const;
    /// The member's text; empty if absent, null or a container.
    [[nodiscard]] std::string_view text(const JsonNode& object, std::string_view key) const;

    /// Calls visit(const JsonNode&) for each child.
    template <typename Visit>
    void forEach(const JsonNode& parent, Visit visit) const
    {
        for (std::size_t at = indexOf(parent) + 1; at < parent.end; at = m_nodes[at].end) {
            visit(m_nodes[at]);
        }
    }

private:
    struct Parser;

    [[nodiscard]] std::size_t indexOf(const JsonNode& node) const
    {
        return static_cast<std::size_t>(&node - m_nodes.data());
    }

    std::unique_ptr<Parser> m_parser;
    std::vector<JsonNode> m_nodes;
    std::deque<std::string> m_texts; ///< strings that had escapes
};

/// The text of a JSON string literal, its quotes included; nothing if it is none.
[[nodiscard]] std::optional<std::string> unescapedJson(std::string_view literal);

} // namespace wherewithal::providers
