// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/ChartTable.h"

#include <QImage>
#include <QObject>

#include <functional>

class QAction;
class QPainter;
class QWidget;

namespace wherewithal::app {

/// Where a picture is saved: asked of the user, or of a test. Empty: cancelled.
using PicturePath = std::function<QString(QWidget* parent, const QString& suggested)>;

/// The context menu of a chart: copy as picture, copy data, save as SVG and PNG. Charts add their own below.
///
/// Actions are told apart by the property "chartAction": "copy-picture", "copy-data", "save-svg", "save-png".
class ChartActions : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        std::function<ChartTable()> table;
        std::function<void(QPainter*)> paint; ///< the whole chart at its size, without focus and hover
    };

    ChartActions(QWidget* chart, Source source);

    /// Adds an action of the chart's own to the menu.
    QAction* add(const QString& text, const QString& key, std::function<void()> action);
    void copyPicture() const;
    void copyData() const;
    /// Scaled to `ratio` pixels per unit, on the colour of the page.
    [[nodiscard]] QImage image(double ratio) const;
    /// SVG or PNG by the suffix; false if it cannot be written: the old file then stays.
    [[nodiscard]] bool saveTo(const QString& path) const;
    /// For tests; without one the user is asked.
    static void setPicturePath(PicturePath ask);

private:
    void save(const QString& suffix);

    QWidget* m_chart;
    Source m_source;
};

} // namespace wherewithal::app
