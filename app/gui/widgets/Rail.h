// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QListView>

class QStandardItemModel;

namespace wherewithal::app {

/// The rail of pages: three groups, an icon and a name each, and at the right how many issues are open.
class Rail : public QListView
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setCurrentPage(PageId page);
    /// No page of the plan is shown.
    void clearCurrentPage();
    [[nodiscard]] PageId currentPage() const;
    /// Shown as a warning sign and the count; 0 shows nothing.
    void setIssues(PageId page, int count);
    /// A plain number at the right, e.g. how many options there are; 0 shows nothing.
    void setCount(PageId page, int count);

signals:
    void pageChosen(PageId page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QModelIndex indexOf(PageId page) const;
    QStandardItemModel* m_model;
};

} // namespace wherewithal::app
