// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Metrics.h"

#include <QApplication>
#include <QFontInfo>
#include <QScreen>

#include <cmath>

namespace wherewithal::app {

namespace {

constexpr double kBodyPixels = 13.0;

/// Height of the body font in pixels; kept, since QFontInfo is asked thousands of times a second while
/// painting.
double bodyPixels()
{
    static QFont known;
    static double pixels = 0.0;
    const QFont body = QApplication::font();
    if (pixels == 0.0 || known != body) {
        known = body;
        const double dpi = QGuiApplication::primaryScreen() != nullptr
                               ? QGuiApplication::primaryScreen()->logicalDotsPerInchY()
                               : 96.0;
        pixels = body.pixelSize() > 0 ? body.pixelSize() : body.pointSizeF() * dpi / 72.0;
    }
    return pixels;
}

struct Face
{
    double pixels;
    QFont::Weight weight;
};

Face face(Type type)
{
    switch (type) {
    case Type::Figure:
        return {26.0, QFont::Bold};
    case Type::Title:
        return {18.0, QFont::Bold};
    case Type::Headline:
        return {24.0, QFont::Bold};
    case Type::Section:
        return {13.0, QFont::Bold};
    case Type::Body:
        return {13.0, QFont::Normal};
    case Type::Strong:
        return {13.0, QFont::Medium};
    case Type::Number:
        return {14.0, QFont::Medium};
    case Type::Rank:
        return {15.0, QFont::Bold};
    case Type::Header:
        return {12.0, QFont::Medium};
    case Type::Note:
        return {12.0, QFont::Normal};
    case Type::Small:
        return {11.0, QFont::Normal};
    case Type::Letter:
        return {11.0, QFont::Bold};
    }
    return {13.0, QFont::Normal};
}

} // namespace

double pxf(double designPixels)
{
    return designPixels * bodyPixels() / kBodyPixels;
}

int px(double designPixels)
{
    return static_cast<int>(std::lround(pxf(designPixels)));
}

QFont typeFont(Type type)
{
    const Face wanted = face(type);
    QFont result = QApplication::font();
    result.setPixelSize(std::max(1, px(wanted.pixels)));
    result.setWeight(wanted.weight);
    return result;
}

} // namespace wherewithal::app
