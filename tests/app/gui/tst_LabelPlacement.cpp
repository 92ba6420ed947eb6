// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/LabelPlacement.h"

#include <QTest>

#include <cmath>

using namespace wherewithal::app;

namespace {

constexpr QSizeF kTag(16, 16);
const LabelRoom kRoom{.area = QRectF(0, 0, 260, 140), .gap = 3.0, .reach = 12.0};

double away(const PlacedLabel& label, const QPointF& point)
{
    return std::hypot(point.x() - std::clamp(point.x(), label.box.left(), label.box.right()),
                      point.y() - std::clamp(point.y(), label.box.top(), label.box.bottom()));
}

} // namespace

class TestLabelPlacement : public QObject
{
    Q_OBJECT

private slots:
    void placesALoneLabelBesideItsPoint()
    {
        const QPointF point(100, 70);
        const auto placed = placeLabels({{point, kTag}}, kRoom);
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(!placed.front().leader);
        QVERIFY(away(placed.front(), point) >= kRoom.gap);
        QVERIFY(away(placed.front(), point) <= kRoom.reach);
    }

    void keepsCrowdedLabelsApartAndLeadsThemToTheirPoints_data()
    {
        QTest::addColumn<double>("spread"); // of sixteen points around one place
        QTest::newRow("all on one point") << 0.0;
        QTest::newRow("closer than a label") << 10.0;
        QTest::newRow("over half the chart") << 70.0;
    }

    void keepsCrowdedLabelsApartAndLeadsThemToTheirPoints()
    {
        QFETCH(double, spread);
        std::vector<LabelWish> wishes;
        for (int i = 0; i < 16; ++i) {
            const double angle = i * 2.4; // the golden angle spreads them evenly
            const double radius = spread * std::sqrt(i / 16.0);
            wishes.push_back(
                {QPointF(130 + radius * std::cos(angle), 70 + 0.8 * radius * std::sin(angle)), kTag});
        }
        const auto placed = placeLabels(wishes, kRoom);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            QVERIFY(kRoom.area.contains(placed[i].box));
            QCOMPARE(placed[i].leader.has_value(), away(placed[i], wishes[i].point) > kRoom.reach);
            for (std::size_t j = 0; j < placed.size(); ++j) {
                QVERIFY2(i == j || !placed[i].box.intersects(placed[j].box),
                         qPrintable(QStringLiteral("labels %1 and %2").arg(i).arg(j)));
                QVERIFY2(!placed[i].box.contains(wishes[j].point),
                         qPrintable(QStringLiteral("label %1 on point %2").arg(i).arg(j)));
            }
        }
    }

    void keepsLabelsOfPointsAtTheEdgeInside()
    {
        const std::vector<LabelWish> wishes{
            {QPointF(0, 0), kTag}, {QPointF(260, 140), QSizeF(60, 16)}, {QPointF(260, 0), kTag}};
        for (const PlacedLabel& label : placeLabels(wishes, kRoom)) {
            QVERIFY(kRoom.area.contains(label.box));
        }
    }

    void placesAllWhereThereIsRoomForNone()
    {
        const LabelRoom tiny{.area = QRectF(0, 0, 20, 20), .gap = 3.0, .reach = 12.0};
        const auto placed = placeLabels(std::vector<LabelWish>(5, {QPointF(10, 10), kTag}), tiny);
        QCOMPARE(placed.size(), std::size_t{5});
        for (const PlacedLabel& label : placed) {
            QVERIFY(tiny.area.contains(label.box));
        }
    }

    void givesTheSamePlacesForTheSameWishes()
    {
        const std::vector<LabelWish> wishes(7, {QPointF(50, 60), kTag});
        const auto first = placeLabels(wishes, kRoom);
        const auto second = placeLabels(wishes, kRoom);
        for (std::size_t i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].box, second[i].box);
        }
    }
};

QTEST_APPLESS_MAIN(TestLabelPlacement)
#include "tst_LabelPlacement.moc"
