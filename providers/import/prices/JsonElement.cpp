// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/JsonElement.h"

#include "providers/import/prices/ScanMask.h"

#include <fmt/format.h>
#include <simdjson.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kMaxDepth = 64;

[[nodiscard]] bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 8259: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
[[nodiscard]] bool isJsonNumber(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
        return at - from;
    };
    at += text.starts_with('-') ? 1U : 0U;
    const bool hasLeadingZero = at < text.size() && text[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (hasLeadingZero && whole > 1)) {
        return false;
    }
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0) {
            return false;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1U : 0U;
        if (digits() == 0) {
            return false;
        }
    }
    return at == text.size();
}

[[nodiscard]] std::string_view withoutBlanks(std::string_view token)
{
    while (!token.empty()
           && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t')) {
        token.remove_suffix(1);
    }
    return token;
}

/// The text between the quotes if it holds no escape; `from` points behind the opening quote, and the padding
/// follows `end`.
[[nodiscard]] std::optional<std::string_view> plainText(const char* from, const char* end)
{
    const auto readable = static_cast<std::size_t>(end - from);
    const std::size_t size = plainSize(from, readable);
    return size < readable && from[size] == '"' ? std::optional(std::string_view(from, size)) : std::nullopt;
}

/// Tells whether a key was seen in one object: a bit per hash first, the nodes only if that bit is taken.
class KeySet
{
public:
    [[nodiscard]] bool mayHold(std::string_view key)
    {
        const auto first = static_cast<unsigned char>(key.empty() ? '\0' : key.front());
        const auto last = static_cast<unsigned char>(key.empty() ? '\0' : key.back());
        const std::uint64_t bit = 1ULL << ((first * 7U + last * 13U + key.size() * 29U) % 64U);
        const bool isTaken = (m_bits & bit) != 0;
        m_bits |= bit;
        return isTaken;
    }

private:
    std::uint64_t m_bits = 0;
};

} // namespace

struct JsonElement::Parser
{
    ondemand::parser parser;
    std::vector<JsonNode>& nodes;
    std::deque<std::string>& texts;
    const char* end = nullptr;
    Result<void> fault;

    Parser(std::vector<JsonNode>& nodesOut, std::deque<std::string>& textsOut)
        : nodes(nodesOut)
        , texts(textsOut)
    {}

    bool fail(ErrorCode code, std::string message)
    {
        fault = failure(code, {}, std::move(message));
        return false;
    }

    bool failBy(simdjson::error_code error)
    {
        return fail(ErrorCode::InvalidSyntax,
                    fmt::format("is no valid JSON: {}", simdjson::error_message(error)));
    }

    bool text(ondemand::value value, std::string_view& out)
    {
        const std::string_view token = value.raw_json_token();
        if (const auto plain = plainText(token.data() + 1, end)) {
            out = *plain;
            return true;
        }
        std::string_view unescaped;
        if (const auto error = value.get_string().get(unescaped)) {
            return failBy(error);
        }
        out = texts.emplace_back(unescaped);
        return true;
    }

    bool scalar(ondemand::value value, ondemand::json_type type, JsonNode& node)
    {
        const std::string_view token = withoutBlanks(value.raw_json_token());
        node.text = token;
        switch (type) {
        case ondemand::json_type::string:
            node.kind = JsonKind::String;
            return text(value, node.text);
        case ondemand::json_type::number:
            node.kind = JsonKind::Number;
            return isJsonNumber(token)
                   || fail(ErrorCode::InvalidSyntax,
                           fmt::format("'{}' is no JSON number", token.substr(0, 40)));
        case ondemand::json_type::boolean:
            node.kind = JsonKind::Boolean;
            return token == "true" || token == "false"
                   || fail(ErrorCode::InvalidSyntax,
                           fmt::format("'{}' is no JSON value", token.substr(0, 40)));
        default:
            node.kind = JsonKind::Null;
            return token == "null"
                   || fail(ErrorCode::InvalidSyntax,
                           fmt::format("'{}' is no JSON value", token.substr(0, 40)));
        }
    }

    bool key(ondemand::field& field, std::string_view& out)
    {
        if (const auto plain = plainText(field.key().raw(), end)) {
            out = *plain;
            return true;
        }
        std::string_view unescaped;
        if (const auto error = field.unescaped_key().get(unescaped)) {
            return failBy(error);
        }
        out = texts.emplace_back(unescaped);
        return true;
    }

    bool object(ondemand::object members, std::size_t self, int depth)
    {
        KeySet seen;
        for (auto member : members) {
            ondemand::field field;
            if (const auto error = std::move(member).get(field)) {
                return failBy(error);
            }
            std::string_view name;
            if (!key(field, name)) {
                return false;
            }
            if (seen.mayHold(name)) {
                for (std::size_t at = self + 1; at < nodes.size(); at = nodes[at].end) {
                    if (nodes[at].key == name) {
                        return fail(
                            ErrorCode::Inconsistent,
                            fmt::format("the key '{}' appears twice in one object", name.substr(0, 60)));
                    }
                }
            }
            if (!value(field.value(), name, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool array(ondemand::array items, int depth)
    {
        for (auto item : items) {
            ondemand::value inner;
            if (const auto error = std::move(item).get(inner)) {
                return failBy(error);
            }
            if (!value(inner, {}, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool value(ondemand::value node, std::string_view name, int depth)
    {
        if (depth > kMaxDepth) {
            return fail(ErrorCode::TooLarge, fmt::format("is nested deeper than {} levels", kMaxDepth));
        }
        ondemand::json_type type{};
        if (const auto error = node.type().get(type)) {
            return failBy(error);
        }
        const std::size_t self = nodes.size();
        nodes.push_back({.kind = JsonKind::Null, .key = name, .text = {}, .end = 0});
        bool isGood = true;
        if (type == ondemand::json_type::object) {
            nodes[self].kind = JsonKind::Object;
            ondemand::object members;
            const auto error = node.get_object().get(members);
            isGood = error ? failBy(error) : object(members, self, depth);
        } else if (type == ondemand::json_type::array) {
            nodes[self].kind = JsonKind::Array;
            ondemand::array items;
            const auto error = node.get_array().get(items);
            isGood = error ? failBy(error) : array(items, depth);
        } else {
            isGood = scalar(node, type, nodes[self]);
        }
        nodes[self].end = static_cast<std::uint32_t>(nodes.size());
        return isGood;
    }
};

JsonElement::JsonElement()
    : m_parser(std::make_unique<Parser>(m_nodes, m_texts))
{}

JsonElement::~JsonElement() = default;

void JsonElement::clear()
{
    m_nodes.clear();
    m_texts.clear();
}

Result<void> JsonElement::parse(std::string_view text)
{
    m_nodes.clear();
    m_parser->fault = {};
    m_parser->end = text.data() + text.size();
    ondemand::document document;
    if (const auto error =
            m_parser->parser
                .iterate(simdjson::padded_string_view(text.data(), text.size(), text.size() + kJsonPadding))
                .get(document)) {
        m_parser->failBy(error);
        return m_parser->fault;
    }
    ondemand::value root;
    if (const auto error = document.get_value().get(root)) {
        m_parser->failBy(error);
        return m_parser->fault;
    }
    if (!m_parser->value(root, {}, 0)) {
        return m_parser->fault;
    }
    if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS) {
        return failure(ErrorCode::InvalidSyntax, {}, "is followed by something else");
    }
    return {};
}

const JsonNode* JsonElement::find(const JsonNode& object, std::string_view key) const
{
    if (object.kind != JsonKind::Object) {
        return nullptr;
    }
    for (std::size_t at = indexOf(object) + 1; at < object.end; at = m_nodes[at].end) {
        if (m_nodes[at].key == key) {
            return &m_nodes[at];
        }
    }
    return nullptr;
}

std::string_view JsonElement::text(const JsonNode& object, std::string_view key) const
{
    const JsonNode* node = find(object, key);
    return node == nullptr || node->kind == JsonKind::Null ? std::string_view{} : node->text;
}

namespace {

[[nodiscard]] std::optional<char32_t> hex4(std::string_view text)
{
    char32_t value = 0;
    if (text.size() < 4) {
        return std::nullopt;
    }
    for (const char c : text.substr(0, 4)) {
        const int digit = isDigit(c)             ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) {
            return std::nullopt;
        }
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
}

void appendCode(std::string& out, char32_t code)
{
    const auto put = [&](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

} // namespace

std::optional<std::string> unescapedJson(std::string_view literal)
{
    if (literal.size() < 2 || literal.front() != '"' || literal.back() != '"') {
        return std::nullopt;
    }
    const std::string_view inner = literal.substr(1, literal.size() - 2);
    std::string out;
    out.reserve(inner.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\') {
            out.push_back(inner[i]);
            continue;
        }
        if (++i == inner.size()) {
            return std::nullopt;
        }
        constexpr std::string_view kLetters = "\"\\/bfnrt";
        constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
        if (const auto at = kLetters.find(inner[i]); at != std::string_view::npos) {
            out.push_back(kMeant[at]);
            continue;
        }
        auto code = inner[i] == 'u' ? hex4(inner.substr(i + 1)) : std::nullopt;
        if (!code) {
            return std::nullopt;
        }
        i += 4;
        if (*code >= 0xD800 && *code <= 0xDBFF && inner.substr(i + 1).starts_with("\\u")) {
            const auto low = hex4(inner.substr(i + 3));
            if (!low || *low < 0xDC00 || *low > 0xDFFF) {
                return std::nullopt;
            }
            code = 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00);
            i += 6;
        }
        if (*code >= 0xD800 && *code <= 0xDFFF) {
            return std::nullopt;
        }
        appendCode(out, *code);
    }
    return out;
}

} // namespace wherewithal::providers
