// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Format.h"
#include "simulator/compare/Comparison.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace wherewithal::app {

/// What item models offer beside the text: delegates, sorting and the panel read these, never the text.
enum Role
{
    SortRole = Qt::UserRole + 1, ///< raw value; invalid: unknown
    UnitRole,                    ///< header: second line
    FigureRole,                  ///< name of the engine's figure behind the cell, for the panel
    LetterRole,                  ///< of the option of the row
    RowKindRole,                 ///< RowKind
    SecondLineRole,              ///< below the text, muted
    RangeRole,                   ///< RangeCell
    AxisRole,                    ///< header: RangeAxis of a range column
    ScoreRole,                   ///< ScoreCell
    ShareRole,                   ///< fraction below a rank, 0..1
    SymbolRole,                  ///< int of Symbol before the text
    LinkRole,                    ///< text of a link after the text
    PlaceRole,                   ///< JSON pointer of the plan
    IsMutedRole,                 ///< bool: unknown, beyond, stale
    IsStrongRole,                ///< bool: names, totals
    IsSmallRole,                 ///< bool: units, origins
    SecondSortRole,              ///< header: Qt::SortOrder of the second sort key
};

enum class RowKind
{
    Normal,  ///< two lines
    Single,  ///< one line
    Group,   ///< spans the table
    Compact, ///< an excluded option, a line of a ledger
    Total,
};

/// P10, P50 and P90 of one option on the axis of its column, in plain units.
struct RangeCell
{
    QString letter;
    double base = 0.0;
    std::optional<double> p10;
    std::optional<double> p50;
    std::optional<double> p90;
    bool isLowerBound = false;
    QString number; ///< as shown left of the plot
    QString note;   ///< below the plot
};

/// Shared by all range cells of a column and its header.
struct RangeAxis
{
    double low = 0.0;
    double high = 1.0;
    std::vector<double> ticks;
    Scale scale;
    QStringList labels; ///< of the ticks; where given, the whole column is the plot
    bool isCut = false; ///< some values lie beyond `high`: they are shown with an arrow there

    /// True for what is shown by the arrow at the end.
    [[nodiscard]] bool isBeyond(double value) const { return isCut && value > high; }
    /// 0 at the left end, 1 at the right end
    [[nodiscard]] double position(double value) const
    {
        return high > low ? (value - low) / (high - low) : 0.0;
    }
};

/// An interval of a score, fractions.
struct ScoreCell
{
    double low = 0.0;
    double high = 1.0;
    QString text;
};

/// The one scale in which costs of a comparison are shown, in every view.
[[nodiscard]] Scale costScale(const simulator::Comparison& comparison);

/// What of a cost axis one option takes, in plain units.
struct CostExtent
{
    double base = 0.0;
    double low = 0.0;  ///< P10; the base case where there is no range
    double high = 0.0; ///< P90
};

/// Base case and range of one option.
[[nodiscard]] CostExtent costExtent(const simulator::OptionResult& option);

/// Ends of a cost axis. Values above `high` are drawn at its end with an arrow and their true figure.
struct CostSpan
{
    double low = 0.0;
    double high = 0.0;
    bool isCut = false; ///< something lies beyond `high`
};

/// The axis on which options can be told apart: one that costs many times what the next cheaper one does
/// would press all others together, so it stands beyond the end. At least two options, and half of them, stay
/// within.
[[nodiscard]] CostSpan costSpan(std::vector<CostExtent> extents);

/// Round numbers that cover [low, high], about `count` steps.
[[nodiscard]] std::vector<double> niceTicks(double low, double high, int count);

} // namespace wherewithal::app

Q_DECLARE_METATYPE(wherewithal::app::RangeCell)
Q_DECLARE_METATYPE(wherewithal::app::RangeAxis)
Q_DECLARE_METATYPE(wherewithal::app::ScoreCell)
