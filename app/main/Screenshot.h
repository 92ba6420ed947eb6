// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace wherewithal::app {

class MainWindow;
class Workspace;

/// What a developer may ask of the window: a picture of one page when all is computed, or the times of the
/// start.
struct DeveloperWishes
{
    QString screenshot; ///< PNG file; empty: none
    QString option;     ///< letter to select before the picture
    QString dropped;    ///< file to drop on the window before the picture; empty: none
    /// What to do before the picture, one after the other. Controls and actions go by their object names:
    /// `name` presses it, `name=text` types or chooses, `name@row,column` opens a cell.
    QStringList steps;
    bool measuresStart = false;

    [[nodiscard]] bool isEmpty() const { return screenshot.isEmpty() && !measuresStart; }
};

/// Fulfils the wishes, then quits the program. `sinceStartMilliseconds` is asked at each event.
void fulfil(const DeveloperWishes& wishes,
            MainWindow& window,
            Workspace& workspace,
            const std::function<qint64()>& sinceStartMilliseconds);

} // namespace wherewithal::app
