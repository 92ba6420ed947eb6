// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Icons.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

namespace wherewithal::app {

namespace {

/// The file's "currentColor" is replaced by the colour wanted; one renderer per name and colour is kept.
QSvgRenderer* renderer(const QString& name, const QColor& colour)
{
    static QHash<QString, QSvgRenderer*> known; // lives as long as the program
    const QString key = name + colour.name();
    if (const auto at = known.constFind(key); at != known.constEnd()) {
        return *at;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QSvgRenderer* made = nullptr;
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray text = file.readAll();
        text.replace("currentColor", colour.name().toLatin1());
        made = new QSvgRenderer(text);
    }
    known.insert(key, made);
    return made;
}

} // namespace

void drawIcon(QPainter* painter, const QRectF& square, const QString& name, const QColor& colour)
{
    if (QSvgRenderer* svg = renderer(name, colour)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        svg->render(painter, square);
        painter->restore();
    }
}

} // namespace wherewithal::app
