// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/LabelPlacement.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr int kDirections = 16;
constexpr int kRings = 14;
constexpr double kRingStep = 0.5; ///< of the label's height

/// Below, costs in lengths of chart: what a fault weighs against standing farther away.
constexpr double kCoversLabel = 1e6;
constexpr double kCoversPoint = 1e4;
constexpr double kCrosses = 300.0;
constexpr double kAxisAligned = 25.0; ///< a leader along an axis is taken for a whisker
constexpr double kDistance = 3.0;     ///< each length away from the point

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QPointF nearestIn(const QRectF& box, const QPointF& point)
{
    return {std::clamp(point.x(), box.left(), box.right()), std::clamp(point.y(), box.top(), box.bottom())};
}

double overlap(const QRectF& a, const QRectF& b)
{
    const QRectF both = a.intersected(b);
    return both.isEmpty() ? 0.0 : both.width() * both.height();
}

/// True if the line runs through the box, its ends included.
bool crosses(const QLineF& line, const QRectF& box)
{
    const std::array<QLineF, 4> edges{QLineF(box.topLeft(), box.topRight()),
                                      QLineF(box.topRight(), box.bottomRight()),
                                      QLineF(box.bottomRight(), box.bottomLeft()),
                                      QLineF(box.bottomLeft(), box.topLeft())};
    return box.contains(line.p1()) || box.contains(line.p2())
           || std::ranges::any_of(edges, [&line](const QLineF& edge) {
                  return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
              });
}

/// The label whose edge stands `away` from the point in a direction.
QRectF boxAt(const LabelWish& wish, int direction, double away)
{
    const double angle = (direction + 0.5) * 2.0 * std::numbers::pi / kDirections;
    const QPointF towards(std::cos(angle), -std::sin(angle));
    const double half =
        std::min(std::abs(towards.x()) < 1e-9 ? std::numeric_limits<double>::max()
                                              : wish.size.width() / 2.0 / std::abs(towards.x()),
                 std::abs(towards.y()) < 1e-9 ? std::numeric_limits<double>::max()
                                              : wish.size.height() / 2.0 / std::abs(towards.y()));
    const QPointF centre = wish.point + towards * (away + half);
    return {centre - QPointF(wish.size.width() / 2.0, wish.size.height() / 2.0), wish.size};
}

class Placer
{
public:
    Placer(const std::vector<LabelWish>& wishes, const LabelRoom& room)
        : m_wishes(wishes)
        , m_room(room)
        , m_placed(wishes.size())
    {}

    std::vector<PlacedLabel> run()
    {
        for (const std::size_t index : crowdedFirst()) {
            place(index);
        }
        return std::move(m_placed);
    }

private:
    [[nodiscard]] std::vector<std::size_t> crowdedFirst() const
    {
        std::vector<double> nearness(m_wishes.size(), 0.0);
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            for (std::size_t j = 0; j < m_wishes.size(); ++j) {
                const double size = m_wishes[i].size.height();
                nearness[i] += i == j ? 0.0 : size / (size + distance(m_wishes[i].point, m_wishes[j].point));
            }
        }
        std::vector<std::size_t> order(m_wishes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return nearness[i]; });
        return order;
    }

    [[nodiscard]] QRectF inside(QRectF box) const
    {
        box.moveLeft(std::clamp(
            box.left(), m_room.area.left(), std::max(m_room.area.left(), m_room.area.right() - box.width())));
        box.moveTop(std::clamp(
            box.top(), m_room.area.top(), std::max(m_room.area.top(), m_room.area.bottom() - box.height())));
        return box;
    }

    [[nodiscard]] double faults(std::size_t index, const QRectF& box) const
    {
        const QPointF point = m_wishes[index].point;
        const QRectF guarded = box.adjusted(-m_room.gap, -m_room.gap, m_room.gap, m_room.gap);
        const QLineF leader(nearestIn(box, point), point);
        double cost = 0.0;
        for (std::size_t other = 0; other < m_wishes.size(); ++other) {
            const PlacedLabel& there = m_placed[other];
            if (other != index && guarded.contains(m_wishes[other].point)) {
                cost += kCoversPoint;
            }
            if (there.box.isNull()) {
                continue;
            }
            if (guarded.intersects(there.box)) {
                cost += kCoversLabel * (0.01 + overlap(guarded, there.box) / (box.width() * box.height()));
            }
            if (there.leader && crosses(*there.leader, guarded)) {
                cost += kCrosses;
            }
            if (leader.length() > m_room.reach && crosses(leader, there.box)) {
                cost += kCrosses;
            }
        }
        const double flat = std::min(std::abs(leader.dx()), std::abs(leader.dy()));
        if (leader.length() > m_room.reach && flat < 0.2 * leader.length()) {
            cost += kAxisAligned;
        }
        return guarded.contains(point) ? cost + kCoversPoint : cost;
    }

    /// Between two places as near as each other, the one that is farther from the points of others.
    [[nodiscard]] double strangers(std::size_t index, const QRectF& box) const
    {
        double cost = 0.0;
        for (std::size_t other = 0; other < m_wishes.size(); ++other) {
            if (other != index) {
                const double away = distance(nearestIn(box, m_wishes[other].point), m_wishes[other].point);
                cost += std::max(0.0, m_room.reach + m_room.gap - away);
            }
        }
        return cost;
    }

    void place(std::size_t index)
    {
        const LabelWish& wish = m_wishes[index];
        double least = std::numeric_limits<double>::max();
        QRectF best;
        for (int ring = 0; ring < kRings; ++ring) {
            const double away = m_room.gap + 1.0 + ring * kRingStep * wish.size.height();
            for (int direction = 0; direction < kDirections; ++direction) {
                const QRectF box = inside(boxAt(wish, direction, away));
                const double cost = faults(index, box) + strangers(index, box)
                                    + kDistance * distance(nearestIn(box, wish.point), wish.point);
                if (cost < least - 1e-9) {
                    least = cost;
                    best = box;
                }
            }
        }
        const QLineF leader(nearestIn(best, wish.point), wish.point);
        m_placed[index].box = best;
        if (leader.length() > m_room.reach) {
            m_placed[index].leader = leader;
        }
    }

    const std::vector<LabelWish>& m_wishes;
    LabelRoom m_room;
    std::vector<PlacedLabel> m_placed; ///< [wish], null boxes are not placed yet
};

} // namespace

std::vector<PlacedLabel> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room)
{
    return Placer(wishes, room).run();
}

} // namespace wherewithal::app
