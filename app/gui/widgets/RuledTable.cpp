// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/RuledTable.h"

#include "app/gui/models/Roles.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/TwoLineHeader.h"

#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>

#include <algorithm>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr int kMeasuredRows = 60; ///< rows outside the view that widths are taken from

int heightOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Normal:
        return px(37);
    case RowKind::Single:
        return px(28);
    case RowKind::Group:
        return px(22);
    case RowKind::Compact:
        return px(23);
    case RowKind::Total:
        return px(26);
    }
    return px(28);
}

} // namespace

RuledTable::RuledTable(QWidget* parent)
    : QTableView(parent)
{
    setHorizontalHeader(new TwoLineHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setItemDelegate(new CellDelegate(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
}

void RuledTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    if (newModel != nullptr) {
        connect(newModel, &QAbstractItemModel::modelReset, this, &RuledTable::layoutRows);
        connect(newModel, &QAbstractItemModel::layoutChanged, this, &RuledTable::layoutRows);
        layoutRows();
    }
}

void RuledTable::layoutRows()
{
    if (m_isUniform) {
        m_hoveredRow = -1;
        verticalHeader()->setDefaultSectionSize(heightOf(RowKind::Single));
        fitColumns();
        return;
    }
    clearSpans();
    m_hoveredRow = -1;
    const int columns = model()->columnCount();
    for (int row = 0; row < model()->rowCount(); ++row) {
        const auto kind = static_cast<RowKind>(model()->index(row, 0).data(RowKindRole).toInt());
        setRowHeight(row, heightOf(kind));
        if (kind == RowKind::Group && columns > 1 && m_groupsSpan) {
            setSpan(row, 0, 1, columns);
        } else if (kind == RowKind::Compact && columns - m_mergeColumn > 1
                   && model()->index(row, m_mergeColumn).data(LinkRole).isValid()) {
            setSpan(row, m_mergeColumn, 1, columns - m_mergeColumn);
        }
    }
    fitColumns();
    if (m_isGrowing) {
        setFixedHeight(contentHeight());
    }
}

int RuledTable::contentHeight() const
{
    int height = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row) {
        height += heightOf(static_cast<RowKind>(model()->index(row, 0).data(RowKindRole).toInt()));
    }
    return height + 1;
}

void RuledTable::setGrowing(bool isGrowing)
{
    m_isGrowing = isGrowing;
    setVerticalScrollBarPolicy(isGrowing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(isGrowing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (isGrowing && model() != nullptr) {
        setFixedHeight(contentHeight());
    }
}

void RuledTable::setStretch(const QList<int>& stretch)
{
    m_stretch = stretch;
    fitColumns();
}

/// What a column of names may shrink to.
int RuledTable::leastWidth(int column) const
{
    return px(m_isFlush ? 60 : m_stretch[column] >= 6 ? 190 : 112);
}

QList<int> RuledTable::wantedWidths() const
{
    QList<int> widths;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const int wanted =
            isColumnHidden(column)
                ? 0
                : std::max(sizeHintForColumn(column),
                           horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sectionSizeHint(column));
        widths.append(wanted);
    }
    return widths;
}

void RuledTable::setDropOrder(const QList<int>& columns)
{
    m_dropOrder = columns;
    fitColumns();
}

void RuledTable::setColumnWanted(int column, bool isWanted)
{
    m_unwanted.removeAll(column);
    if (!isWanted) {
        m_unwanted.append(column);
    }
    setColumnHidden(column, !isWanted);
    fitColumns();
}

/// Shows what the user wants, then takes columns out until the rest can be read.
void RuledTable::dropColumns()
{
    if (m_dropOrder.isEmpty()) {
        return;
    }
    for (const int column : m_dropOrder) {
        setColumnHidden(column, m_unwanted.contains(column));
    }
    const QList<int> widths = wantedWidths();
    int least = 0;
    for (int column = 0; column < widths.size(); ++column) {
        least += m_stretch[column] < 2 ? widths[column] : std::min(widths[column], leastWidth(column));
    }
    for (const int column : m_dropOrder) {
        if (least <= viewport()->width()) {
            return;
        }
        if (!isColumnHidden(column)) {
            setColumnHidden(column, true);
            least -= widths[column];
        }
    }
}

void RuledTable::fitColumns()
{
    if (model() == nullptr || m_stretch.size() != model()->columnCount()) {
        return;
    }
    if (m_isUniform && !isVisible()) {
        return; // a hidden view would measure every row, read or not; showEvent() comes back to it
    }
    dropColumns();
    QList<int> widths = wantedWidths();
    int spare = viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    // Names give way, each in proportion to what it has beyond a readable rest.
    QList<int> surplus;
    int together = 0;
    for (int column = 0; column < widths.size(); ++column) {
        const bool givesWay = m_stretch[column] >= (m_isFlush ? 1 : 2);
        surplus.append(givesWay ? std::max(0, widths[column] - leastWidth(column)) : 0);
        together += surplus.back();
    }
    if (spare < 0 && together > 0) {
        const int missing = std::min(-spare, together);
        int given = 0;
        for (int column = 0; column < widths.size(); ++column) {
            const int part = static_cast<int>(static_cast<qint64>(missing) * surplus[column] / together);
            widths[column] -= part;
            given += part;
        }
        // What rounding left: a pixel too many would bring a scroll bar.
        const auto widest = static_cast<int>(std::ranges::max_element(surplus) - surplus.begin());
        widths[widest] -= missing - given;
        given = missing;
        spare += given;
    }
    int shares = 0;
    for (qsizetype column = 0; column < widths.size(); ++column) {
        shares += isColumnHidden(static_cast<int>(column)) ? 0 : m_stretch[column];
    }
    int left = std::max(0, spare);
    for (int column = 0; column < widths.size(); ++column) {
        if (isColumnHidden(column)) {
            continue;
        }
        const int extra = shares > 0 ? left * m_stretch[column] / shares : 0;
        shares -= m_stretch[column];
        left -= extra;
        setColumnWidth(column, widths[column] + extra);
    }
}

void RuledTable::setHoveredRow(int row)
{
    if (row != m_hoveredRow) {
        m_hoveredRow = row;
        viewport()->update();
    }
}

void RuledTable::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    setHoveredRow(index.row());
    const bool isLink = index.isValid() && !index.data(LinkRole).toString().isEmpty();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void RuledTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && !index.data(LinkRole).toString().isEmpty()) {
        emit linkActivated(index);
    }
}

void RuledTable::leaveEvent(QEvent* event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void RuledTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RuledTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    if (m_isUniform) {
        fitColumns();
    }
}

void RuledTable::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (currentIndex().isValid() && (isEnter || event->key() == Qt::Key_Space)) {
        const bool hasLink = !currentIndex().data(LinkRole).toString().isEmpty();
        if (isEnter && hasLink) {
            emit linkActivated(currentIndex());
        } else if (!isEnter && isSignalConnected(QMetaMethod::fromSignal(&RuledTable::pinRequested))) {
            emit pinRequested(currentIndex());
        } else {
            emit explainRequested(currentIndex());
        }
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RuledTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model() != nullptr) {
        layoutRows();
    }
}

} // namespace wherewithal::app
