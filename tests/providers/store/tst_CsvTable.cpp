// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CsvTable.h"

#include <QtTest>

using wherewithal::providers::parseCsvTable;

class TestCsvTable : public QObject
{
    Q_OBJECT

private slots:
    void readsQuotesCommasAndLinesInsideCells();
    void remembersTheLineOfEachRow();
    void rejects_data();
    void rejects();
};

void TestCsvTable::readsQuotesCommasAndLinesInsideCells()
{
    const auto table = parseCsvTable("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n,\n", "t.csv");
    QVERIFY(table);
    QCOMPARE(table->header, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(table->rows.size(), 2U);
    QCOMPARE(table->rows[0].cells[0], std::string("x, \"y\""));
    QCOMPARE(table->rows[0].cells[1], std::string("two\nlines"));
    QCOMPARE(table->rows[1].cells, (std::vector<std::string>{"", ""}));
}

void TestCsvTable::remembersTheLineOfEachRow()
{
    const auto table = parseCsvTable("a\n1\n2", "t.csv");
    QVERIFY(table);
    QCOMPARE(table->rows[0].line, 2U);
    QCOMPARE(table->rows[1].line, 3U);
}

void TestCsvTable::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    QTest::addRow("nothing at all") << QByteArray("") << QByteArray("t.csv");
    QTest::addRow("a row too short") << QByteArray("a,b\n1,2\n3\n") << QByteArray("t.csv:3");
    QTest::addRow("a quote that never ends") << QByteArray("a\n\"x\n") << QByteArray("t.csv:2");
    QTest::addRow("a quote inside a bare cell") << QByteArray("a\nx\"y\n") << QByteArray("t.csv:2");
    QTest::addRow("text after a quoted cell") << QByteArray("a\n\"x\"y\n") << QByteArray("t.csv:2");
    QTest::addRow("a carriage return") << QByteArray("a\nx\r\n") << QByteArray("t.csv:2");
}

void TestCsvTable::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    const auto table = parseCsvTable(text.toStdString(), "t.csv");
    QVERIFY(!table);
    QCOMPARE(table.error().where, where.toStdString());
}

QTEST_APPLESS_MAIN(TestCsvTable)
#include "tst_CsvTable.moc"
