// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CsvBlock.h"
#include "providers/import/prices/ScanMask.h"

#include <QtTest>

#include <random>

using namespace wherewithal::providers;

using Rows = std::vector<std::vector<std::string>>;
Q_DECLARE_METATYPE(Rows)

namespace {

/// Gives a few bytes at a time, so that every seam is tried.
class DrippingStream final : public ByteStream
{
public:
    DrippingStream(std::string_view text, std::size_t step)
        : m_text(text)
        , m_step(step)
    {}
    wherewithal::model::Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t size = std::min({buffer.size(), m_step, m_text.size()});
        std::copy_n(m_text.begin(), size, buffer.begin());
        m_text.remove_prefix(size);
        return size;
    }

private:
    std::string_view m_text;
    std::size_t m_step;
};

Rows read(std::string_view text, char separator = ',', std::size_t step = 1U << 20U, CsvLimits limits = {})
{
    CsvReader reader(
        std::make_unique<DrippingStream>(text, step), {.separator = separator, .quote = '"'}, limits);
    Rows rows;
    CsvTextRow row;
    while (true) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            return rows;
        }
        if (row.isBroken) {
            rows.push_back({"BROKEN", std::string(row.cells[0])});
        } else {
            rows.emplace_back(row.cells.begin(), row.cells.end());
        }
    }
}

/// The obvious reader: RFC 4180 byte by byte, for well-formed text.
Rows readSlowly(std::string_view text)
{
    Rows rows;
    std::vector<std::string> row(1);
    bool isQuoted = false;
    bool isBlank = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                row.back().push_back('"');
                ++i;
            } else if (c == '"') {
                isQuoted = false;
            } else {
                row.back().push_back(c);
            }
        } else if (c == '"') {
            isQuoted = true;
            isBlank = false;
        } else if (c == ',') {
            row.emplace_back();
            isBlank = false;
        } else if (c == '\n') {
            if (!isBlank) {
                rows.push_back(row);
            }
            row.assign(1, {});
            isBlank = true;
        } else if (c != '\r') {
            row.back().push_back(c);
            isBlank = false;
        }
    }
    if (!isBlank) {
        rows.push_back(row);
    }
    return rows;
}

} // namespace

class tst_CsvBlock : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatRfc4180Says_data();
    void readsWhatRfc4180Says();
    void isTheSameAtEverySeam_data() { readsWhatRfc4180Says_data(); }
    void isTheSameAtEverySeam();
    void agreesWithTheObviousReader();
    void oneStrayQuoteCostsOneRow();
    void anUnclosedQuoteCostsItsLineOnly();
    void countsLinesThroughQuotedLineEnds();
    void refusesEndlessLines();
    void masksFindEveryByte();
};

void tst_CsvBlock::readsWhatRfc4180Says_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");
    // The cases are those of csv-spectrum (simple, quotes, commas, newlines, empty cells, utf8) in our own
    // words.
    QTest::addRow("simple") << QByteArray("a,b,c\n1,2,3\n") << Rows{{"a", "b", "c"}, {"1", "2", "3"}};
    QTest::addRow("no line end at the end") << QByteArray("a,b\n1,2") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::addRow("carriage returns") << QByteArray("a,b\r\n1,\"2\"\r\n") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::addRow("quoted comma") << QByteArray("a,\"b,c\",d\n") << Rows{{"a", "b,c", "d"}};
    QTest::addRow("doubled quotes") << QByteArray("\"a \"\"b\"\"\",c\n") << Rows{{"a \"b\"", "c"}};
    QTest::addRow("quoted line end") << QByteArray("1,\"x\ny\"\n2,z\n") << Rows{{"1", "x\ny"}, {"2", "z"}};
    QTest::addRow("quoted carriage return and line end")
        << QByteArray("1,\"x\r\ny\"\r\n2,z\r\n") << Rows{{"1", "x\r\ny"}, {"2", "z"}};
    QTest::addRow("empty cells") << QByteArray("a,b,c\n1,\"\",\"\"\n2,,\n")
                                 << Rows{{"a", "b", "c"}, {"1", "", ""}, {"2", "", ""}};
    QTest::addRow("only quotes") << QByteArray("\"\"\"\",x\n") << Rows{{"\"", "x"}};
    QTest::addRow("json inside") << QByteArray("k,\"{\"\"t\"\": \"\"P\"\", \"\"c\"\": [1, 2]}\"\n")
                                 << Rows{{"k", "{\"t\": \"P\", \"c\": [1, 2]}"}};
    QTest::addRow("utf-8") << QByteArray("\xca\xa4,\xe6\x9c\x88\n1,2\n")
                           << Rows{{"\xca\xa4", "\xe6\x9c\x88"}, {"1", "2"}};
    QTest::addRow("quotes and line ends") << QByteArray("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n")
                                          << Rows{{"a", "b"}, {"1", "ha \n\"ha\" \nha"}, {"3", "4"}};
    QTest::addRow("empty cells and carriage returns")
        << QByteArray("a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n")
        << Rows{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}};
    QTest::addRow("signs inside quotes") << QByteArray("x,y\n\"51\xc2\xb0 58' N, 8\xc2\xb0 E\",\"a;b|c\"\n")
                                         << Rows{{"x", "y"}, {"51\xc2\xb0 58' N, 8\xc2\xb0 E", "a;b|c"}};
    QTest::addRow("blank lines") << QByteArray("a,b\n\n1,2\n\r\n") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::addRow("nothing") << QByteArray("") << Rows{};
    QTest::addRow("one cell") << QByteArray("a") << Rows{{"a"}};
    QTest::addRow("quoted last cell, no line end") << QByteArray("a,\"b\"") << Rows{{"a", "b"}};
}

void tst_CsvBlock::readsWhatRfc4180Says()
{
    QFETCH(QByteArray, text);
    QFETCH(Rows, rows);
    QCOMPARE(read({text.constData(), static_cast<std::size_t>(text.size())}), rows);
}

void tst_CsvBlock::isTheSameAtEverySeam()
{
    QFETCH(QByteArray, text);
    QFETCH(Rows, rows);
    const std::string_view view{text.constData(), static_cast<std::size_t>(text.size())};
    for (const std::size_t step : {1U, 2U, 3U, 5U, 63U, 64U, 65U}) {
        QCOMPARE(read(view, ',', step), rows);
    }
    // Pushed to every place within a block of 64 bytes.
    for (std::size_t shift = 1; shift < 70; ++shift) {
        std::string shifted = std::string(shift, 'x') + ",y\n";
        shifted.append(view);
        Rows expected = rows;
        expected.insert(expected.begin(), {std::string(shift, 'x'), "y"});
        QCOMPARE(read(shifted), expected);
    }
}

void tst_CsvBlock::agreesWithTheObviousReader()
{
    std::mt19937 random(20260814); // NOLINT(cert-msc32-c,cert-msc51-cpp): a fixed seed is the point
    constexpr std::string_view kPieces[] = {
        "a", ",", "\n", "\"x,\n\"\"y\"", "0.096", "\r\n", "\"\"", "longer text here", ","};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        bool isCellStart = true;
        const std::size_t length = 1 + random() % 300;
        for (std::size_t i = 0; i < length; ++i) {
            const std::string_view piece = kPieces[random() % std::size(kPieces)];
            const bool isQuoted = piece[0] == '"';
            if (isQuoted && !isCellStart) {
                text += ","; // a quote opens a cell only at its start
            }
            text += piece;
            if (isQuoted) {
                text += ",";
            }
            isCellStart = isQuoted || piece == "," || piece == "\n" || piece == "\r\n";
        }
        QCOMPARE(read(text, ',', 1 + random() % 4096), readSlowly(text));
    }
}

void tst_CsvBlock::oneStrayQuoteCostsOneRow()
{
    // A quote within an unquoted cell is a character like any other, as spreadsheet programs have it.
    QCOMPARE(read("a,b\n5\" disk,1\nc,\"d\"\n"), (Rows{{"a", "b"}, {"5\" disk", "1"}, {"c", "d"}}));
    QCOMPARE(read("a,b\n\"x\"y,1\nc,d\n"), (Rows{{"a", "b"}, {"BROKEN", "\"x\"y,1"}, {"c", "d"}}));
    for (const std::size_t step : {1U, 7U, 64U}) {
        QCOMPARE(read("a,b\n5\" disk,1\nc,\"d\"\n", ',', step),
                 (Rows{{"a", "b"}, {"5\" disk", "1"}, {"c", "d"}}));
    }
}

void tst_CsvBlock::anUnclosedQuoteCostsItsLineOnly()
{
    QCOMPARE(read("a,b\n\"open,1\nc,d\ne,f\n"),
             (Rows{{"a", "b"}, {"BROKEN", "\"open,1"}, {"c", "d"}, {"e", "f"}}));
    QCOMPARE(read("a,b\n\"open,1\nc,d\n\"e\",f\n"),
             (Rows{{"a", "b"}, {"BROKEN", "\"open,1"}, {"c", "d"}, {"e", "f"}}));
}

void tst_CsvBlock::countsLinesThroughQuotedLineEnds()
{
    CsvReader reader(std::make_unique<DrippingStream>("h,i\n1,\"a\nb\nc\"\n2,x\n\n3,y\n", 4), {});
    std::vector<std::uint64_t> lines;
    CsvTextRow row;
    while (reader.next(row).value_or(false)) {
        lines.push_back(row.line);
    }
    QCOMPARE(lines, (std::vector<std::uint64_t>{1, 2, 5, 7}));
}

void tst_CsvBlock::refusesEndlessLines()
{
    const std::string text(5000, 'x');
    CsvReader reader(std::make_unique<DrippingStream>(text, 64), {}, {.maxRowBytes = 1000, .maxColumns = 10});
    CsvTextRow row;
    const auto more = reader.next(row);
    QVERIFY(!more.has_value());
    QCOMPARE(more.error().code, wherewithal::model::ErrorCode::TooLarge);
}

void tst_CsvBlock::masksFindEveryByte()
{
    std::array<char, 64> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes.fill('a');
        bytes[i] = '\xff';
        QCOMPARE(equalMask(bytes.data(), '\xff'), std::uint64_t{1} << i);
        QCOMPARE(equalMask(bytes.data(), 'a'), ~(std::uint64_t{1} << i));
    }
    QCOMPARE(prefixXor(0b10010), std::uint64_t{0b1110});
}

QTEST_APPLESS_MAIN(tst_CsvBlock)
#include "tst_CsvBlock.moc"
