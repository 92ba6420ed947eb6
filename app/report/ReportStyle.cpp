// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ReportStyle.h"

#include <array>

namespace wherewithal::app::style {

int paletteIndex(const QString& letter)
{
    if (letter.size() != 1) {
        return -1;
    }
    const int index = letter.at(0).unicode() - u'A';
    return index >= 0 && index < 7 ? index : -1;
}

QColor letterColour(const QString& letter)
{
    static constexpr std::array<QRgb, 7> kColours{
        0xFF2343AD, 0xFF8F1F05, 0xFF00844C, 0xFF50126A, 0xFF986B00, 0xFF7B6C8F, 0xFF86195A};
    const int index = paletteIndex(letter);
    return index < 0 ? kText2 : QColor(kColours.at(static_cast<std::size_t>(index)));
}

QList<double> letterDash(const QString& letter)
{
    switch (paletteIndex(letter)) {
    case 0:
    case 1:
        return {};
    case 2:
        return {5.0, 2.2};
    case 3:
        return {1.5, 2.2};
    case 4:
        return {6.5, 2.2, 1.5, 2.2};
    case 5:
        return {3.6, 1.5, 0.8, 1.5, 0.8, 1.5};
    case 6:
        return {0.8, 3.0};
    default:
        return {3.75, 3.75};
    }
}

} // namespace wherewithal::app::style
