// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"
#include "ZipBytes.h"
#include "providers/import/prices/Workbook.h"

#include <QtTest>

#include <map>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

namespace {

constexpr const char* kTypes = "<?xml version=\"1.0\"?><Types/>";
constexpr const char* kBook = "<?xml version=\"1.0\"?><workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet "
                              "name=\"Notes\" sheetId=\"1\" r:id=\"rId1\"/>"
                              "<sheet name=\"Prices\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";
constexpr const char* kRelations =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>";
constexpr const char* kTexts =
    "<sst><si><t>Instance</t></si><si><t>Region</t></si><si><r><t>Price </t></r><r><t>per hour"
    "</t></r></si><si><t>m5.large</t><rPh><t>no</t></rPh></si><si><t>a, \"b\"</t></si></sst>";
constexpr const char* kStyles =
    "<styleSheet><numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"0.00 &quot;per day&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>";

std::map<std::string, std::string> book(const std::string& cells)
{
    return {{"[Content_Types].xml", kTypes},
            {"xl/workbook.xml", kBook},
            {"xl/_rels/workbook.xml.rels", kRelations},
            {"xl/sharedStrings.xml", kTexts},
            {"xl/styles.xml", kStyles},
            {"xl/worksheets/sheet1.xml",
             "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>read "
             "me</t></is></c></row></sheetData></worksheet>"},
            {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + cells + "</sheetData></worksheet>"}};
}

/// The text that the one source of an archive gives; "code: message" if it fails.
std::string textOf(const std::string& archive)
{
    const auto sources = unpacked(memorySource(archive, "book.xlsx"), {});
    if (!sources) {
        return model::text(sources.error());
    }
    auto stream = sources->front()->open();
    std::string all;
    std::string buffer(7, '\0'); // small: pieces must not show
    while (true) {
        const auto got = (*stream)->read(buffer);
        if (!got) {
            return model::text(got.error());
        }
        if (*got == 0) {
            return all;
        }
        all.append(buffer, 0, *got);
    }
}

} // namespace

class tst_Workbook : public QObject
{
    Q_OBJECT

private slots:
    void cellsBecomeATable();
    void aWorkbookIsImported();
    void rowsKeepTheirNumbers();
    void daysOf1904();
    void aWorksheetIsChosenByItsName();
    void refusesDamage_data();
    void refusesDamage();
    void otherDocumentsAreRefusedByName();
};

void tst_Workbook::cellsBecomeATable()
{
    const std::string text = textOf(
        zipOf(book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c><c r=\"C1\" "
                   "t=\"str\"><v>Since</v></c></row>"
                   "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c "
                   "r=\"B2\"><v>9.6000000000000002E-2</v></c><c r=\"C2\" s=\"1\"><v>46331</v></c></row>"
                   "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>4</v></c><c r=\"C3\" s=\"2\"><v>46331</v></c></row>"
                   "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                   "<row r=\"5\"><c r=\"A5\"><f>1+1</f><v>2</v></c></row>")));
    QCOMPARE(text,
             std::string("Instance,Price per hour,Since\n"
                         "m5.large,0.096,2026-11-05\n"
                         "\"a, \"\"b\"\"\",,46331\n"
                         "TRUE,#N/A,\n"
                         "2,,\n"));
}

void tst_Workbook::aWorkbookIsImported()
{
    const std::string bytes = zipOf(book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                                         "t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
                                         "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" "
                                         "t=\"inlineStr\"><is><t>eu-central-1</t></is></c>"
                                         "<c r=\"C2\"><v>0.115</v></c></row>"));
    ImportOptions options;
    options.currency = "EUR";
    const auto sheet = importText(bytes, options, "book.xlsx");
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->sheet.fileName, std::string("book.xlsx:Prices"));
    QCOMPARE(sheet->outcome->offers, std::uint64_t{1});
    const auto* offer = sheet->one([](const OfferRow& o) { return o.machine == "m5.large"; });
    QVERIFY(offer != nullptr && offer->region == "eu-central-1" && offer->currency == "EUR"
            && offer->line == 2);
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.115"));
}

void tst_Workbook::rowsKeepTheirNumbers()
{
    const std::string text = textOf(zipOf(book("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"5\"><c "
                                               "r=\"A5\"><v>2</v></c><c r=\"B5\"><v>3</v></c></row>")));
    QCOMPARE(text, std::string("\n,1\n\n\n2,3\n"));
}

void tst_Workbook::daysOf1904()
{
    auto files = book(
        "<row><c s=\"1\"><v>44869</v></c><c><v>1</v></c></row><row><c><v>1</v></c><c><v>1</v></c></row>");
    files["xl/workbook.xml"] = std::string(kBook).replace(
        std::string(kBook).find("<workbookPr/>"), 13, "<workbookPr date1904=\"1\"/>");
    QVERIFY(textOf(zipOf(files)).starts_with("2026-11-05,1\n"));
}

void tst_Workbook::aWorksheetIsChosenByItsName()
{
    auto parts = book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c></row>"
                      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\"><v>0.5</v></c></row>");
    const std::string plain = zipOf(parts);
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
        "t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c "
        "r=\"B2\"><v>0.25</v></c></row></sheetData></worksheet>";
    const std::string two = zipOf(parts);
    const auto sources = [](const std::string& bytes, const std::string& worksheet) {
        return unpacked(memorySource(bytes, "book.xlsx"), {}, worksheet);
    };
    const auto first = sources(two, {});
    QVERIFY(first.has_value());
    const auto known = worksheetsOf(*first->front());
    QVERIFY(known.has_value());
    QCOMPARE(known->read, std::string("Notes")); // the first with a table
    QCOMPARE(known->tables, (std::vector<std::string>{"Notes", "Prices"}));
    const auto second = sources(two, "Prices");
    QVERIFY(second.has_value());
    QCOMPARE((*second)[0]->name(), std::string("book.xlsx:Prices"));
    QVERIFY(headOf(*second->front(), 100)->find("0.5") != std::string::npos);
    const auto only = sources(plain, {}); // a worksheet of notes is no table
    QCOMPARE(worksheetsOf(*only->front())->tables, std::vector<std::string>{"Prices"});
    const auto absent = sources(two, "Prizes");
    QVERIFY(!absent.has_value());
    QCOMPARE(absent.error().code, model::ErrorCode::NotFound);
    QCOMPARE(absent.error().hint, std::string("it has: Notes, Prices"));
    QVERIFY(!worksheetsOf(*memorySource("a,b\n1,2\n", "plain.csv")).has_value());
}

void tst_Workbook::refusesDamage_data()
{
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("message");
    const QString row = QStringLiteral("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>");
    QTest::addRow("cut off") << row + QStringLiteral("<row r=\"2\"><c") << "is damaged";
    QTest::addRow("rows backwards") << QStringLiteral("<row r=\"7\"/><row r=\"2\"/>")
                                    << "rows are not in order";
    QTest::addRow("too many rows") << QStringLiteral("<row r=\"99999999\"/>") << "more than a sheet can have";
    QTest::addRow("cells backwards") << QStringLiteral("<row r=\"1\"><c r=\"C1\"/><c r=\"A1\"/></row>")
                                     << "cells are not in order";
    QTest::addRow("a column too far")
        << QStringLiteral("<row r=\"1\"><c r=\"ZZZ1\"/></row>") << "more than 4096";
    QTest::addRow("a text that is not there")
        << QStringLiteral("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>") << "names a text";
    QTest::addRow("nothing to read") << QString() << "no worksheet with a table";
}

void tst_Workbook::refusesDamage()
{
    QFETCH(QString, cells);
    QFETCH(QString, message);
    const std::string text = textOf(zipOf(book(cells.toStdString())));
    QVERIFY2(text.find(message.toStdString()) != std::string::npos, text.c_str());
    QVERIFY(text.find("book.xlsx") != std::string::npos || text.find("row ") != std::string::npos);
}

void tst_Workbook::otherDocumentsAreRefusedByName()
{
    const auto document = importText(zipOf({{"[Content_Types].xml", kTypes}, {"word/document.xml", "<w/>"}}));
    QVERIFY(!document->outcome.has_value());
    QVERIFY(model::text(document->outcome.error()).find("Office document") != std::string::npos);
    const auto doctype =
        textOf(zipOf({{"[Content_Types].xml", kTypes},
                      {"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>"}}));
    QVERIFY2(doctype.find("document type declaration") != std::string::npos, doctype.c_str());
}

QTEST_APPLESS_MAIN(tst_Workbook)
#include "tst_Workbook.moc"
