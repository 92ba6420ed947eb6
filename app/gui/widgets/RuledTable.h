// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace wherewithal::app {

/// A table as the design draws it: horizontal rules only, rows by kind, the whole row hovered and selected,
/// the current cell framed. Models tell the kind of a row with RowKindRole.
class RuledTable : public QTableView
{
    Q_OBJECT

public:
    explicit RuledTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    /// Share of the spare width that each column gets; 0: as wide as its contents.
    void setStretch(const QList<int>& stretch);
    /// Columns narrower than their contents never; called after a change of contents.
    void fitColumns();
    /// The merged cell of an excluded row starts here.
    void setMergeColumn(int column) { m_mergeColumn = column; }
    /// The table stands on the side panel or the rail, not on a page.
    void setOnPanel(bool isOnPanel) { m_isOnPanel = isOnPanel; }
    [[nodiscard]] bool isOnPanel() const { return m_isOnPanel; }
    /// No margin at the left and right edge.
    void setFlush(bool isFlush) { m_isFlush = isFlush; }
    [[nodiscard]] bool isFlush() const { return m_isFlush; }
    /// False: cells of a group row are drawn one by one.
    void setGroupsSpan(bool doSpan) { m_groupsSpan = doSpan; }
    [[nodiscard]] bool groupsSpan() const { return m_groupsSpan; }
    /// All rows are single lines; then a million of them cost no more than ten.
    void setUniformRows(bool isUniform) { m_isUniform = isUniform; }
    /// Columns that go first where there is no room for all, in that order; the user's own choice comes
    /// before it.
    void setDropOrder(const QList<int>& columns);
    void setColumnWanted(int column, bool isWanted);
    [[nodiscard]] bool isColumnWanted(int column) const { return !m_unwanted.contains(column); }
    /// As high as its rows, no scroll bar.
    void setGrowing(bool isGrowing);
    [[nodiscard]] int contentHeight() const;

signals:
    /// A click on the link of a cell, or Enter on it.
    void linkActivated(const QModelIndex& index);
    void explainRequested(const QModelIndex& index);
    /// Space on a cell; where nobody listens, explainRequested() is emitted instead.
    void pinRequested(const QModelIndex& index);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layoutRows();
    [[nodiscard]] QList<int> wantedWidths() const;
    [[nodiscard]] int leastWidth(int column) const;
    void dropColumns();
    void setHoveredRow(int row);

    int m_hoveredRow = -1;
    int m_mergeColumn = 2;
    bool m_isGrowing = false;
    bool m_groupsSpan = true;
    bool m_isFlush = false;
    bool m_isUniform = false;
    bool m_isOnPanel = false;
    QList<int> m_stretch;
    QList<int> m_dropOrder;
    QList<int> m_unwanted; ///< by the user
};

} // namespace wherewithal::app
