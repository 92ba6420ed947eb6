// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

class TestCatalogueBuilder : public QObject
{
    Q_OBJECT
};

QTEST_APPLESS_MAIN(TestCatalogueBuilder)
#include "tst_CatalogueBuilder.moc"
