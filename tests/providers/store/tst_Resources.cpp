// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

class TestResources : public QObject
{
    Q_OBJECT
};

QTEST_APPLESS_MAIN(TestResources)
#include "tst_Resources.moc"
