// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

class TestCatalogueStore : public QObject
{
    Q_OBJECT
};

QTEST_APPLESS_MAIN(TestCatalogueStore)
#include "tst_CatalogueStore.moc"
