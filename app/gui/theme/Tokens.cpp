// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Tokens.h"

#include <QGuiApplication>

#include <algorithm>

namespace wherewithal::app {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(0xff000000U | value);
}

/// Position in the letters A to G, or -1.
int optionIndex(const QString& letter)
{
    if (letter.size() != 1) {
        return -1;
    }
    const int index = letter.front().unicode() - u'A';
    return index >= 0 && index < 7 ? index : -1;
}

} // namespace

const Tokens& lightTokens()
{
    static const Tokens light{
        .isDark = false,
        .window = rgb(0xF3F4F6),
        .base = rgb(0xFFFFFF),
        .raised = rgb(0xFFFFFF),
        .hover = rgb(0xF1F4F8),
        .sel = rgb(0xDFEBF8),
        .line = rgb(0xDDE1E6),
        .line2 = rgb(0xC3C9D1),
        .inputline = rgb(0x848C96),
        .text = rgb(0x1A1E23),
        .text2 = rgb(0x474F59),
        .muted = rgb(0x5F6873),
        .accent = rgb(0x0B5CAD),
        .good = rgb(0x1B6B3C),
        .goodbg = rgb(0xDCEFE3),
        .warn = rgb(0x8A4B00),
        .warnbg = rgb(0xFBEBD3),
        .bad = rgb(0xB0281E),
        .badbg = rgb(0xF9E0DD),
        .unknown = rgb(0x5B6470),
        .unkbg = rgb(0xECEEF1),
        .grid = rgb(0xE6E9ED),
        .onAccent = rgb(0xFFFFFF),
        .onLetter = rgb(0xFFFFFF),
        .toolTip = rgb(0x1A1E23),
        .toolTipText = rgb(0xFFFFFF),
        .options = {rgb(0x2343AD),
                    rgb(0x8F1F05),
                    rgb(0x00844C),
                    rgb(0x50126A),
                    rgb(0x986B00),
                    rgb(0x7B6C8F),
                    rgb(0x86195A)},
        .heat = {rgb(0xF4F7FB), rgb(0xD5E3F2), rgb(0xA9C8E6), rgb(0x6FA3D2), rgb(0x3A7ABA), rgb(0x0B5496)},
    };
    return light;
}

const Tokens& darkTokens()
{
    static const Tokens dark{
        .isDark = true,
        .window = rgb(0x16191D),
        .base = rgb(0x1D2126),
        .raised = rgb(0x252A30),
        .hover = rgb(0x262C33),
        .sel = rgb(0x203A57),
        .line = rgb(0x333A42),
        .line2 = rgb(0x48515B),
        .inputline = rgb(0x7C8590),
        .text = rgb(0xE7E9EC),
        .text2 = rgb(0xB9C0C8),
        .muted = rgb(0x9CA5AF),
        .accent = rgb(0x6FB3F5),
        .good = rgb(0x6CC48D),
        .goodbg = rgb(0x1F3A2B),
        .warn = rgb(0xE5AE5A),
        .warnbg = rgb(0x40331C),
        .bad = rgb(0xF28B82),
        .badbg = rgb(0x452725),
        .unknown = rgb(0xA3ABB5),
        .unkbg = rgb(0x2D333A),
        .grid = rgb(0x2A3037),
        .onAccent = rgb(0x0C1520),
        .onLetter = rgb(0x10151B),
        .toolTip = rgb(0xE7E9EC),
        .toolTipText = rgb(0x16191D),
        .options = {rgb(0x3F92F8),
                    rgb(0xF26B4E),
                    rgb(0x62E3A0),
                    rgb(0xC8749A),
                    rgb(0xE8CC4A),
                    rgb(0xCFE3F0),
                    rgb(0xAF9EDF)},
        .heat = {rgb(0x20252B), rgb(0x24384D), rgb(0x2A4F74), rgb(0x3A6F9F), rgb(0x5C99CC), rgb(0x9CCBF2)},
    };
    return dark;
}

QColor Tokens::option(const QString& letter) const
{
    const int index = optionIndex(letter);
    return index < 0 ? text2 : options[static_cast<std::size_t>(index)];
}

QPalette Tokens::palette() const
{
    QPalette result;
    const auto set = [&](QPalette::ColorRole role, const QColor& colour) {
        result.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, window);
    set(QPalette::Base, base);
    set(QPalette::AlternateBase, hover);
    set(QPalette::Button, raised);
    set(QPalette::Highlight, sel);
    set(QPalette::HighlightedText, text);
    set(QPalette::Light, base);
    set(QPalette::Midlight, line);
    set(QPalette::Mid, line2);
    set(QPalette::Dark, inputline);
    set(QPalette::Shadow, inputline);
    set(QPalette::Text, text);
    set(QPalette::WindowText, text);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, bad);
    set(QPalette::PlaceholderText, muted);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::ToolTipBase, toolTip);
    set(QPalette::ToolTipText, toolTipText);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        result.setColor(QPalette::Disabled, role, muted);
    }
    return result;
}

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

const Tokens& tokens()
{
    return isDarkPalette(QGuiApplication::palette()) ? darkTokens() : lightTokens();
}

QList<qreal> optionDash(const QString& letter, qreal penWidth)
{
    static const std::array<QList<qreal>, 7> pixels{
        {{}, {}, {7, 3}, {2, 3}, {9, 3, 2, 3}, {5, 2, 1, 2, 1, 2}, {1, 4}}};
    static const QList<qreal> later{
        5, 5}; // all of one colour: told apart by their letters, and from A and B in grey
    const int index = optionIndex(letter);
    QList<qreal> dash = index < 0 ? later : pixels[static_cast<std::size_t>(index)];
    std::ranges::transform(dash, dash.begin(), [penWidth](qreal length) { return length / penWidth; });
    return dash;
}

} // namespace wherewithal::app
