// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/Workbook.h"

#include "model/base/Calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <expat.h>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string_view>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kChunk = 8U * 1024U;         ///< of XML parsed at a time: bounds what it can expand to
constexpr std::size_t kMostColumns = 4096;         ///< as for CSV files
constexpr std::uint32_t kMostRows = 1'048'576;     ///< Excel's own
constexpr std::size_t kMostCellBytes = 131'072;    ///< 32,767 characters, Excel's own, of up to 4 bytes
constexpr std::size_t kMostTextBytes = 64U << 20U; ///< of all shared texts

/// The local name: "x:row" and "row" are one.
std::string_view localName(const char* name)
{
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// An attribute by its local name; empty if absent.
std::string_view attribute(const char** attributes, std::string_view name)
{
    for (std::size_t i = 0; attributes[i] != nullptr; i += 2) {
        if (localName(attributes[i]) == name) {
            return attributes[i + 1];
        }
    }
    return {};
}

/// What a part of the workbook is read by.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const char** attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
    /// Set to end the parsing with this failure.
    std::optional<model::Error> failed;

protected:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = default;
    XmlHandler& operator=(const XmlHandler&) = default;
};

/// expat, fed piece by piece. Document type declarations, and with them entities, are refused.
class XmlParser
{
public:
    XmlParser(XmlHandler& handler, std::string where)
        : m_parser(XML_ParserCreate(nullptr))
        , m_handler(handler)
        , m_where(std::move(where))
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, onStart, onEnd);
        XML_SetCharacterDataHandler(m_parser, onText);
        XML_SetStartDoctypeDeclHandler(m_parser, onDoctype);
    }
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;
    ~XmlParser() { XML_ParserFree(m_parser); }

    [[nodiscard]] Result<void> parse(std::string_view piece, bool isLast)
    {
        const XML_Status status =
            XML_Parse(m_parser, piece.data(), static_cast<int>(piece.size()), isLast ? 1 : 0);
        if (m_handler.failed) {
            return failure(*m_handler.failed);
        }
        if (status != XML_STATUS_OK) {
            return failure(ErrorCode::InvalidSyntax,
                           fmt::format("{}:{}", m_where, XML_GetCurrentLineNumber(m_parser)),
                           fmt::format("is damaged: {}", XML_ErrorString(XML_GetErrorCode(m_parser))),
                           "open it in a spreadsheet program and save it again");
        }
        return {};
    }

private:
    static XmlParser& self(void* user) { return *static_cast<XmlParser*>(user); }
    void stopIfFailed()
    {
        if (m_handler.failed) {
            XML_StopParser(m_parser, XML_FALSE);
        }
    }
    static void onStart(void* user, const char* name, const char** attributes)
    {
        self(user).m_handler.start(localName(name), attributes);
        self(user).stopIfFailed();
    }
    static void onEnd(void* user, const char* name)
    {
        self(user).m_handler.end(localName(name));
        self(user).stopIfFailed();
    }
    static void onText(void* user, const char* text, int size)
    {
        self(user).m_handler.text({text, static_cast<std::size_t>(size)});
        self(user).stopIfFailed();
    }
    static void onDoctype(void* user, const char*, const char*, const char*, int)
    {
        self(user).m_handler.failed =
            model::Error{.code = ErrorCode::UnsupportedFormat,
                         .where = self(user).m_where,
                         .message = "holds a document type declaration, which no workbook needs",
                         .hint = "save the sheet as CSV (UTF-8)"};
        self(user).stopIfFailed();
    }

    XML_Parser m_parser;
    XmlHandler& m_handler;
    std::string m_where;
};

/// Parses a whole part; parts like this are small, or hold what has to be in memory anyway.
Result<void> parseAll(const ByteSource& part, XmlHandler& handler)
{
    auto stream = part.open();
    if (!stream) {
        return failure(stream.error());
    }
    XmlParser parser(handler, part.name());
    std::array<char, kChunk> buffer{};
    while (true) {
        const auto got = (*stream)->read(buffer);
        if (!got) {
            return failure(got.error());
        }
        if (auto parsed = parser.parse({buffer.data(), *got}, *got == 0); !parsed || *got == 0) {
            return parsed;
        }
    }
}

/// Texts of <si>, without the phonetic ones.
class SharedTexts final : public XmlHandler
{
public:
    void start(std::string_view name, const char**) override
    {
        if (name == "si") {
            m_texts.emplace_back();
        } else if (name == "rPh") {
            ++m_phonetic;
        } else if (name == "t") {
            m_isText = m_phonetic == 0;
        }
    }
    void end(std::string_view name) override
    {
        m_phonetic -= name == "rPh" && m_phonetic > 0 ? 1 : 0;
        m_isText = m_isText && name != "t";
    }
    void text(std::string_view text) override
    {
        if (!m_isText || m_texts.empty()) {
            return;
        }
        m_bytes += text.size();
        if (m_bytes > kMostTextBytes || m_texts.back().size() + text.size() > kMostCellBytes) {
            failed = model::Error{.code = ErrorCode::TooLarge,
                                  .where = "sharedStrings.xml",
                                  .message = "the workbook holds more text than fits",
                                  .hint = "save the sheet as CSV (UTF-8) and import that"};
            return;
        }
        m_texts.back().append(text);
    }
    [[nodiscard]] const std::string* at(std::size_t index) const
    {
        return index < m_texts.size() ? &m_texts[index] : nullptr;
    }

private:
    std::vector<std::string> m_texts;
    std::size_t m_bytes = 0;
    int m_phonetic = 0;
    bool m_isText = false;
};

/// True for a number format that shows a day: it has a y or d outside quotes and brackets.
bool isDayFormat(std::string_view code)
{
    bool isQuoted = false;
    bool isBracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\') {
            ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == '[' || c == ']')) {
            isBracketed = c == '[';
        } else if (!isQuoted && !isBracketed && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) {
            return true;
        }
    }
    return false;
}

/// Which cell styles show a day.
class Styles final : public XmlHandler
{
public:
    void start(std::string_view name, const char** attributes) override
    {
        if (name == "numFmt") {
            m_formats[std::string(attribute(attributes, "numFmtId"))] =
                isDayFormat(attribute(attributes, "formatCode"));
        } else if (name == "cellXfs") {
            m_isCells = true;
        } else if (name == "xf" && m_isCells && m_isDay.size() < kMostStyles) {
            const std::string_view format = attribute(attributes, "numFmtId");
            const auto custom = m_formats.find(std::string(format));
            constexpr std::array<std::string_view, 5> kBuiltIn{"14", "15", "16", "17", "22"};
            m_isDay.push_back(custom != m_formats.end()
                                  ? custom->second
                                  : std::ranges::find(kBuiltIn, format) != kBuiltIn.end());
        }
    }
    void end(std::string_view name) override { m_isCells = m_isCells && name != "cellXfs"; }
    void text(std::string_view) override {}
    [[nodiscard]] bool isDay(std::size_t style) const { return style < m_isDay.size() && m_isDay[style]; }

private:
    static constexpr std::size_t kMostStyles = 65'536;
    std::map<std::string, bool> m_formats;
    std::vector<bool> m_isDay;
    bool m_isCells = false;
};

/// Names and parts of the worksheets.
class Contents final : public XmlHandler
{
public:
    void start(std::string_view name, const char** attributes) override
    {
        if (name == "sheet") {
            m_sheets.emplace_back(attribute(attributes, "name"), attribute(attributes, "id"));
        } else if (name == "Relationship") {
            m_targets[std::string(attribute(attributes, "Id"))] = attribute(attributes, "Target");
        } else if (name == "workbookPr") {
            const std::string_view since = attribute(attributes, "date1904");
            m_is1904 = since == "1" || since == "true";
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    /// Name of each sheet, and where its part lies in the archive.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> sheets() const
    {
        std::vector<std::pair<std::string, std::string>> found;
        for (const auto& [name, id] : m_sheets) {
            const auto target = m_targets.find(id);
            if (target != m_targets.end()) {
                const bool isAbsolute = target->second.starts_with('/');
                found.emplace_back(name, isAbsolute ? target->second.substr(1) : "xl/" + target->second);
            }
        }
        return found;
    }
    [[nodiscard]] bool is1904() const { return m_is1904; }

private:
    std::vector<std::pair<std::string, std::string>> m_sheets;
    std::map<std::string, std::string> m_targets;
    bool m_is1904 = false;
};

struct Workbook
{
    SharedTexts texts;
    Styles styles;
    bool is1904 = false;
};

/// "BC12" -> column 54, row 12; column 0: no such reference.
std::pair<std::size_t, std::uint32_t> cellAt(std::string_view reference)
{
    std::size_t column = 0;
    std::size_t i = 0;
    while (i < reference.size() && i < 4 && reference[i] >= 'A' && reference[i] <= 'Z') {
        column = column * 26 + static_cast<std::size_t>(reference[i++] - 'A') + 1;
    }
    std::uint32_t row = 0;
    std::from_chars(reference.data() + i, reference.data() + reference.size(), row);
    return {column, row};
}

template <typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Cells of one worksheet to lines of CSV.
class SheetCells final : public XmlHandler
{
public:
    explicit SheetCells(const Workbook& workbook)
        : m_workbook(workbook)
    {}

    void start(std::string_view name, const char** attributes) override
    {
        if (name == "row") {
            startRow(attribute(attributes, "r"));
        } else if (name == "c") {
            startCell(attributes);
        } else if (name == "v" || name == "t") {
            m_isValue = m_isCell && !m_isPhonetic;
        } else if (name == "rPh") {
            m_isPhonetic = true;
        }
    }
    void end(std::string_view name) override
    {
        if (name == "c") {
            endCell();
        } else if (name == "row") {
            m_width = std::max(m_width, m_column);
            m_out.append(m_width - std::max<std::size_t>(m_column, 1),
                         ','); // trailing empty cells are left out
            m_out.push_back('\n');
            ++m_line;
        } else if (name == "v" || name == "t") {
            m_isValue = false;
        } else if (name == "rPh") {
            m_isPhonetic = false;
        }
    }
    void text(std::string_view text) override
    {
        if (!m_isValue) {
            return;
        }
        if (m_value.size() + text.size() > kMostCellBytes) {
            return fail(ErrorCode::TooLarge, "holds more text than a cell can");
        }
        m_value.append(text);
    }

    /// Takes what has become text so far.
    [[nodiscard]] std::string& out() { return m_out; }

private:
    void fail(ErrorCode code, const char* message)
    {
        failed = model::Error{.code = code,
                              .where = fmt::format("row {}", m_line),
                              .message = message,
                              .hint = "save the sheet as CSV (UTF-8) and import that"};
    }
    void startRow(std::string_view number)
    {
        const std::uint32_t row = number.empty() ? m_line : numberOf<std::uint32_t>(number).value_or(0);
        if (row < m_line || row > kMostRows) {
            return fail(ErrorCode::InvalidSyntax, "rows are not in order, or more than a sheet can have");
        }
        m_out.append(row - m_line, '\n'); // line n is row n
        m_line = row;
        m_column = 0;
    }
    void startCell(const char** attributes)
    {
        const std::string_view reference = attribute(attributes, "r");
        const std::size_t column = reference.empty() ? m_column + 1 : cellAt(reference).first;
        if (column <= m_column || column > kMostColumns) {
            return fail(ErrorCode::InvalidSyntax, "cells are not in order, or more than 4096 in a row");
        }
        m_out.append(column - std::max<std::size_t>(m_column, 1), ',');
        m_column = column;
        m_type = attribute(attributes, "t");
        m_style = numberOf<std::size_t>(attribute(attributes, "s")).value_or(0);
        m_value.clear();
        m_isCell = true;
    }
    void endCell()
    {
        m_isCell = false;
        if (m_type == "s") {
            const auto index = numberOf<std::size_t>(m_value);
            const std::string* shared = index ? m_workbook.texts.at(*index) : nullptr;
            if (shared == nullptr && !m_value.empty()) {
                return fail(ErrorCode::InvalidSyntax, "a cell names a text that the workbook does not hold");
            }
            write(shared == nullptr ? std::string_view() : std::string_view(*shared));
        } else if (m_type == "b") {
            write(m_value == "1" ? "TRUE" : "FALSE");
        } else if (m_type == "str" || m_type == "inlineStr" || m_type == "e" || m_type == "d") {
            write(m_value);
        } else {
            writeNumber();
        }
    }
    void write(std::string_view text)
    {
        if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
            m_out.append(text);
            return;
        }
        m_out.push_back('"');
        for (const char c : text) {
            m_out.append(c == '"' ? 2 : 1, c);
        }
        m_out.push_back('"');
    }
    void writeNumber()
    {
        const auto number = numberOf<double>(m_value);
        if (!number || !std::isfinite(*number)) {
            return write(m_value);
        }
        if (m_workbook.styles.isDay(m_style) && *number >= 1.0 && *number < 2'958'466.0) {
            // Day 60 of the 1900 system, 29 February 1900, never was; days before it are not looked for.
            const int base = m_workbook.is1904 ? -24'107 : -25'569; // days from 1970-01-01
            const std::chrono::year_month_day day{
                std::chrono::sys_days{std::chrono::days{static_cast<int>(*number) + base}}};
            return write(fmt::format("{:04}-{:02}-{:02}",
                                     static_cast<int>(day.year()),
                                     static_cast<unsigned>(day.month()),
                                     static_cast<unsigned>(day.day())));
        }
        std::array<char, 400> text{}; // 1.8e308 without exponent has 309 digits
        const auto [end, error] =
            std::to_chars(text.data(), text.data() + text.size(), *number, std::chars_format::fixed);
        write(error == std::errc{}
                  ? std::string_view(text.data(), static_cast<std::size_t>(end - text.data()))
                  : std::string_view(m_value));
    }

    const Workbook& m_workbook;
    std::string m_out;
    std::string m_value;
    std::string m_type;
    std::size_t m_style = 0;
    std::size_t m_column = 0; ///< of the last cell, from 1
    std::size_t m_width = 1;  ///< of the widest row so far
    std::uint32_t m_line = 1; ///< of the row in hand
    bool m_isCell = false;
    bool m_isValue = false;
    bool m_isPhonetic = false;
};

class WorksheetStream final : public ByteStream
{
public:
    WorksheetStream(std::unique_ptr<ByteStream> xml,
                    std::shared_ptr<const Workbook> workbook,
                    const std::string& where)
        : m_xml(std::move(xml))
        , m_workbook(std::move(workbook))
        , m_cells(*m_workbook)
        , m_parser(m_cells, where)
    {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override
    {
        while (m_given == m_cells.out().size() && !m_isEnd) {
            m_cells.out().clear();
            m_given = 0;
            const auto got = m_xml->read(m_chunk);
            if (!got) {
                return got;
            }
            m_isEnd = *got == 0;
            if (auto parsed = m_parser.parse({m_chunk.data(), *got}, m_isEnd); !parsed) {
                return failure(parsed.error());
            }
        }
        const std::size_t size = std::min(buffer.size(), m_cells.out().size() - m_given);
        std::copy_n(m_cells.out().data() + m_given, size, buffer.data());
        m_given += size;
        return size;
    }

private:
    std::unique_ptr<ByteStream> m_xml;
    std::shared_ptr<const Workbook> m_workbook;
    SheetCells m_cells;
    XmlParser m_parser;
    std::array<char, kChunk> m_chunk{};
    std::size_t m_given = 0;
    bool m_isEnd = false;
};

class WorksheetSource final : public ByteSource
{
public:
    WorksheetSource(std::shared_ptr<ByteSource> xml,
                    std::shared_ptr<const Workbook> workbook,
                    const std::string& fileName,
                    std::string worksheet)
        : m_xml(std::move(xml))
        , m_workbook(std::move(workbook))
        , m_name(fmt::format("{}:{}", fileName, worksheet))
    {
        m_worksheets.read = std::move(worksheet);
    }
    [[nodiscard]] const Worksheets& worksheets() const { return m_worksheets; }
    void setTables(std::vector<std::string> tables) { m_worksheets.tables = std::move(tables); }
    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        auto xml = m_xml->open();
        if (!xml) {
            return failure(xml.error());
        }
        return std::make_unique<WorksheetStream>(std::move(*xml), m_workbook, m_name);
    }
    [[nodiscard]] std::string name() const override { return m_name; }

private:
    std::shared_ptr<ByteSource> m_xml;
    std::shared_ptr<const Workbook> m_workbook;
    std::string m_name;
    Worksheets m_worksheets;
};

std::shared_ptr<ByteSource> partOf(const std::vector<ArchiveFile>& files, std::string_view path)
{
    const auto found = std::ranges::find(files, path, &ArchiveFile::first);
    return found == files.end() ? nullptr : found->second;
}

/// Two rows of two cells within the first bytes.
bool holdsTable(std::string_view head)
{
    int rows = 0;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        rows += head.substr(0, end).find(',') != std::string_view::npos ? 1 : 0;
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return rows >= 2;
}

} // namespace

bool isWorkbook(const std::vector<ArchiveFile>& files)
{
    return partOf(files, "[Content_Types].xml") != nullptr && partOf(files, "xl/workbook.xml") != nullptr;
}

Result<std::shared_ptr<ByteSource>>
worksheetSource(const std::vector<ArchiveFile>& files, std::string fileName, const std::string& wanted)
{
    Contents contents;
    const auto workbook = std::make_shared<Workbook>();
    struct Part
    {
        const char* path;
        XmlHandler* handler;
    };
    for (const Part& part : {Part{"xl/workbook.xml", &contents},
                             Part{"xl/_rels/workbook.xml.rels", &contents},
                             Part{"xl/sharedStrings.xml", &workbook->texts},
                             Part{"xl/styles.xml", &workbook->styles}}) {
        const auto source = partOf(files, part.path);
        if (source == nullptr) {
            continue; // a workbook of numbers alone has no texts
        }
        if (auto parsed = parseAll(*source, *part.handler); !parsed) {
            auto error = parsed.error();
            error.where = fmt::format("{}:{}", fileName, error.where);
            return failure(std::move(error));
        }
    }
    workbook->is1904 = contents.is1904();
    constexpr std::size_t kHead = 64U * 1024U;
    constexpr std::size_t kMostLooked = 200; // worksheets; more are no price sheet
    std::shared_ptr<WorksheetSource> chosen;
    std::vector<std::string> tables;
    std::vector<std::string> names;
    for (const auto& [name, path] : contents.sheets()) {
        const auto xml = partOf(files, path);
        if (xml == nullptr || names.size() == kMostLooked) {
            continue;
        }
        names.push_back(name);
        auto sheet = std::make_shared<WorksheetSource>(xml, workbook, fileName, name);
        const auto head = headOf(*sheet, kHead);
        const bool isWanted = wanted.empty() ? chosen == nullptr : name == wanted;
        if (!head) {
            if (isWanted) {
                return failure(head.error());
            }
            continue; // damage in a worksheet that nobody reads
        }
        const bool isTable = holdsTable(*head);
        if (isTable) {
            tables.push_back(name);
        }
        if (isWanted && (isTable || !wanted.empty())) {
            chosen = std::move(sheet);
        }
    }
    if (chosen != nullptr) {
        chosen->setTables(std::move(tables));
        return chosen;
    }
    if (!wanted.empty()) {
        return failure(ErrorCode::NotFound,
                       std::move(fileName),
                       fmt::format("the workbook has no worksheet '{}'", wanted),
                       fmt::format("it has: {}", fmt::join(names, ", ")));
    }
    return failure(ErrorCode::UnsupportedFormat,
                   std::move(fileName),
                   "the workbook holds no worksheet with a table",
                   "put the prices into a worksheet: a line of names, and below it a line for each price");
}

std::optional<Worksheets> worksheetsOf(const ByteSource& source)
{
    const auto* sheet = dynamic_cast<const WorksheetSource*>(&source);
    return sheet == nullptr ? std::nullopt : std::optional(sheet->worksheets());
}

} // namespace wherewithal::providers
