// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QFrame>
#include <QList>

#include <functional>

class QAction;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace wherewithal::app {

/// How well a text answers a query whose letters must occur in it in order; 0: not at all. Beginnings of
/// words and runs of letters count more.
[[nodiscard]] int fuzzyScore(const QString& query, const QString& text);

/// Fields, options, limits, pages and actions in one list; Enter goes there.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString text;
        QString value;
        QString where;
        std::function<void()> run;
    };

    CommandPalette(Workspace& workspace, const QList<QAction*>& actions, QWidget* window);

    /// Before popup().
    void addEntry(Entry entry);
    void popup();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void collectOptions();
    void collectFields(QWidget* window);
    void collectActions(const QList<QAction*>& actions);
    void filter(const QString& query);
    void activate(int row);

    Workspace& m_workspace;
    QList<Entry> m_entries;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace wherewithal::app
