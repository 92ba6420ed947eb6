// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/Rail.h"

#include "app/gui/theme/Icons.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace wherewithal::app {

namespace {

enum RailRole
{
    PageRole = Qt::UserRole + 100,
    IssuesRole,
    CountRole,
};

class RailDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const QRectF rect = option.rect;
        const QVariant page = index.data(PageRole);
        if (!page.isValid()) {
            drawName(painter,
                     rect.adjusted(pxf(16), pxf(6), -pxf(4), 0),
                     index.data().toString(),
                     typeFont(Type::Small),
                     t.muted);
            return;
        }
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(rect, isSelected ? t.sel : isHovered ? t.hover : t.window);
        if (isSelected) {
            painter->fillRect(QRectF(rect.left(), rect.top(), pxf(3), rect.height()), t.accent);
        }
        const double side = pxf(16);
        drawIcon(painter,
                 QRectF(rect.left() + pxf(16), rect.center().y() - side / 2, side, side),
                 pageKey(static_cast<PageId>(page.toInt())),
                 isSelected ? t.text : t.text2);
        double right = rect.right() - pxf(10);
        if (const int issues = index.data(IssuesRole).toInt(); issues > 0) {
            const QString count = QString::number(issues);
            drawNumber(painter,
                       QRectF(right - pxf(14), rect.top(), pxf(14), rect.height()),
                       count,
                       typeFont(Type::Note),
                       t.warn,
                       Qt::AlignRight);
            const double width = QFontMetricsF(typeFont(Type::Note)).horizontalAdvance(count);
            drawSymbol(painter,
                       QRectF(right - width - pxf(17), rect.top(), pxf(13), rect.height()),
                       Symbol::Warning);
            right -= width + pxf(20);
        } else if (const int count = index.data(CountRole).toInt(); count > 0) {
            drawNumber(painter,
                       QRectF(right - pxf(24), rect.top(), pxf(24), rect.height()),
                       QString::number(count),
                       typeFont(Type::Small),
                       t.muted,
                       Qt::AlignRight);
            right -= pxf(26);
        }
        const double left = rect.left() + pxf(41);
        drawName(painter,
                 QRectF(left, rect.top(), right - left, rect.height()),
                 index.data().toString(),
                 typeFont(isSelected ? Type::Section : Type::Body),
                 t.text);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(t.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(rect.adjusted(1, 1, -1, -1));
        }
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option)
        return {px(120), index.data(PageRole).isValid() ? px(30) : px(29)};
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    const auto group = [this](const QString& title) {
        auto* item = new QStandardItem(title);
        item->setFlags(Qt::NoItemFlags);
        m_model->appendRow(item);
    };
    for (int page = 0; page < kPageCount; ++page) {
        if (page == static_cast<int>(PageId::Workload)) {
            group(tr("Plan"));
        } else if (page == static_cast<int>(PageId::Catalogue)) {
            group(tr("Supply"));
        } else if (page == static_cast<int>(PageId::Compare)) {
            group(tr("Answers"));
        }
        auto* item = new QStandardItem(pageTitle(static_cast<PageId>(page)));
        item->setData(page, PageRole);
        item->setEditable(false);
        item->setToolTip(tr("%1 (Ctrl+%2)").arg(pageTitle(static_cast<PageId>(page))).arg((page + 1) % 10));
        m_model->appendRow(item);
    }
    setModel(m_model);
    setItemDelegate(new RailDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    viewport()->setBackgroundRole(QPalette::Window);
    setFixedWidth(px(146));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.data(PageRole).isValid()) {
            emit pageChosen(static_cast<PageId>(current.data(PageRole).toInt()));
        }
    });
}

QModelIndex Rail::indexOf(PageId page) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(PageRole).isValid() && index.data(PageRole).toInt() == static_cast<int>(page)) {
            return index;
        }
    }
    return {};
}

void Rail::setCurrentPage(PageId page)
{
    setCurrentIndex(indexOf(page));
}

void Rail::clearCurrentPage()
{
    clearSelection();
    setCurrentIndex({});
}

PageId Rail::currentPage() const
{
    return static_cast<PageId>(currentIndex().data(PageRole).toInt());
}

void Rail::setIssues(PageId page, int count)
{
    const QModelIndex index = indexOf(page);
    m_model->setData(index, count, IssuesRole);
    m_model->setData(index,
                     count > 0 ? tr("%1, %n open issues", nullptr, count).arg(pageTitle(page))
                               : pageTitle(page),
                     Qt::AccessibleTextRole);
}

void Rail::setCount(PageId page, int count)
{
    m_model->setData(indexOf(page), count, CountRole);
}

void Rail::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(viewport()->rect(), tokens().window);
    QListView::paintEvent(event);
}

} // namespace wherewithal::app
