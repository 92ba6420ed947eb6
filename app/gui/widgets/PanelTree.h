// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTreeView>

namespace wherewithal::app {

/// The tree of figures on the panel: compact rows, the current one in `sel`, names elided, numbers whole.
class PanelTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PanelTree(QWidget* parent = nullptr);

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
};

/// A formula in words and its result, in a frame.
class FormulaBox : public QLabel
{
    Q_OBJECT

public:
    explicit FormulaBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace wherewithal::app
