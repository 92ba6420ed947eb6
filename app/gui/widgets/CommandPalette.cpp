// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/CommandPalette.h"

#include "app/gui/pages/Page.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/Format.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

enum EntryRole
{
    ValueRole = Qt::UserRole + 1,
    WhereRole,
    EntryIndexRole,
};

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QRectF rect = option.rect;
        painter->fillRect(rect, isSelected ? t.sel : t.base);
        const double third = rect.width() * 0.5;
        drawName(painter,
                 QRectF(rect.left() + pxf(12), rect.top(), third - pxf(16), rect.height()),
                 index.data().toString(),
                 typeFont(isSelected ? Type::Strong : Type::Body),
                 t.text);
        drawName(painter,
                 QRectF(rect.left() + third, rect.top(), rect.width() * 0.26, rect.height()),
                 index.data(ValueRole).toString(),
                 typeFont(Type::Note),
                 t.text2);
        drawName(painter,
                 QRectF(rect.left() + rect.width() * 0.78, rect.top(), rect.width() * 0.2, rect.height()),
                 index.data(WhereRole).toString(),
                 typeFont(Type::Note),
                 t.muted);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option)
        Q_UNUSED(index)
        return {px(300), px(30)};
    }
};

} // namespace

int fuzzyScore(const QString& query, const QString& text)
{
    int score = 0;
    qsizetype at = 0;
    int run = 0;
    for (const QChar letter : query) {
        if (letter.isSpace()) {
            run = 0;
            continue;
        }
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) {
            return 0;
        }
        const bool startsWord = found == 0 || !text[found - 1].isLetterOrNumber();
        run = found == at && at > 0 ? run + 1 : 0;
        score += 1 + (startsWord ? 8 : 0) + 4 * run - std::min<int>(3, static_cast<int>(found - at));
        at = found + 1;
    }
    return std::max(1, score + 2);
}

CommandPalette::CommandPalette(Workspace& workspace, const QList<QAction*>& actions, QWidget* window)
    : QFrame(window, Qt::Popup)
    , m_workspace(workspace)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find a field, option or command"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, px(6), 1, 1);
    layout->setSpacing(px(6));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setProperty("wherewithalBare", true);
    m_field->setPlaceholderText(tr("Type a few letters"));
    m_field->setAccessibleName(tr("Search"));
    m_field->setTextMargins(px(8), 0, px(8), 0);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    collectFields(window);
    collectOptions();
    collectActions(actions);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { activate(m_list->currentIndex().row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { activate(index.row()); });
}

void CommandPalette::addEntry(Entry entry)
{
    m_entries.append(std::move(entry));
}

void CommandPalette::popup()
{
    filter({});
    const QWidget* window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, px(60))));
    show();
    m_field->setFocus();
}

void CommandPalette::collectFields(QWidget* window)
{
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const QString place = widget->property("wherewithalPlace").toString();
        if (!place.isEmpty() && !widget->accessibleName().isEmpty()) {
            const auto* edit = qobject_cast<const QLineEdit*>(widget);
            const Page* page = nullptr;
            for (const QWidget* above = widget; above != nullptr && page == nullptr;
                 above = above->parentWidget()) {
                page = qobject_cast<const Page*>(above);
            }
            m_entries.append({widget->accessibleName(),
                              edit != nullptr ? edit->text() : QString(),
                              page != nullptr ? pageTitle(page->id()) : tr("Field"),
                              [this, place] {
                                  m_workspace.jumpTo(place);
                              }});
        }
    }
}

void CommandPalette::collectOptions()
{
    const simulator::Comparison* comparison = m_workspace.comparison();
    if (comparison == nullptr) {
        return;
    }
    const Format format;
    for (const auto& option : comparison->options) {
        const QString letter = fromEngine(option.spec.letter);
        const QString cost = option.state == simulator::OptionState::Excluded
                                 ? format.name(option.state)
                                 : format.money(option.cost.base.toDouble(), comparison->currency);
        m_entries.append({format.optionTitle(option.spec), cost, tr("Option %1").arg(letter), [this, letter] {
                              m_workspace.openPage(PageId::Compare);
                              m_workspace.selection().setFigure(letter, QStringLiteral("cost"));
                          }});
        for (const auto& workload : option.workloads) {
            if (workload.firstLimit) {
                m_entries.append({format.wording().engineText(workload.firstLimit->name),
                                  format.month(workload.firstLimit->hitBase),
                                  tr("Limit of %1").arg(letter),
                                  [this, letter] {
                                      m_workspace.openPage(PageId::Scaling);
                                      m_workspace.selection().setFigure(letter,
                                                                        QStringLiteral("first-limit"));
                                  }});
            }
        }
    }
}

void CommandPalette::collectActions(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        const bool isPage = action->objectName().startsWith(QLatin1String("go-"));
        QString text = action->text();
        m_entries.append({text.remove(QLatin1Char('&')),
                          action->shortcut().toString(QKeySequence::NativeText),
                          isPage ? tr("Page") : tr("Command"),
                          [action] {
                              action->trigger();
                          }});
    }
}

void CommandPalette::filter(const QString& query)
{
    struct Hit
    {
        int score;
        int entry;
    };
    std::vector<Hit> hits;
    for (int entry = 0; entry < m_entries.size(); ++entry) {
        const int score = query.isEmpty() ? 1 : fuzzyScore(query, m_entries[entry].text);
        if (score > 0) {
            hits.push_back({score, entry});
        }
    }
    std::ranges::stable_sort(hits, std::greater{}, &Hit::score);
    m_model->clear();
    for (const Hit& hit : hits) {
        const Entry& entry = m_entries[hit.entry];
        auto* item = new QStandardItem(entry.text);
        item->setData(entry.value, ValueRole);
        item->setData(entry.where, WhereRole);
        item->setData(hit.entry, EntryIndexRole);
        item->setData(tr("%1, %2, %3").arg(entry.text, entry.value, entry.where), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    // As high as its entries, up to eleven of them.
    constexpr int kMostRows = 11;
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    resize(px(560), px(44) + rows * px(30) + 2);
}

void CommandPalette::activate(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid()) {
        return;
    }
    const auto run = m_entries[index.data(EntryIndexRole).toInt()].run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? 8
                         : key == Qt::Key_PageUp   ? -8
                                                   : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.setPen(tokens().inputline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace wherewithal::app
