// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace wherewithal::app {

/// A length of the design at 100 %, in which the body font is 13 px high, scaled to the body font in use.
[[nodiscard]] int px(double designPixels);
[[nodiscard]] double pxf(double designPixels);

/// The type scale of the design. Nothing is smaller than Small.
enum class Type
{
    Figure,   ///< 26 bold: the one figure of a panel
    Title,    ///< 18 bold: page title
    Headline, ///< 24 bold: the question of the start page
    Section,  ///< 13 bold: section title, verdict
    Body,     ///< 13
    Strong,   ///< 13 medium: names, totals, selected
    Number,   ///< 14 medium: the answer in a range cell
    Rank,     ///< 15 bold
    Header,   ///< 12 medium: column headers
    Note,     ///< 12: notes, status
    Small,    ///< 11: units, axes, second lines
    Letter,   ///< 11 bold: letter tags
};

[[nodiscard]] QFont typeFont(Type type);

} // namespace wherewithal::app
