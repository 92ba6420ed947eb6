// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/HelpWindow.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/window/HelpTopics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

/// A topic at the height and with the margins of a row of a table.
class TopicDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, isSelected ? tokens().sel : tokens().window);
        drawName(painter,
                 QRectF(option.rect).adjusted(pxf(8), 0, -pxf(8), 0),
                 index.data().toString(),
                 typeFont(isSelected ? Type::Strong : Type::Body),
                 tokens().text);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(tokens().accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(120), px(28)};
    }
};

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Help - Wherewithal"));
    resize(px(820), px(620));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("helpTopics"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new TopicDelegate(m_list));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Text of the topic"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(px(16));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(px(12), px(12), px(8), px(12));
    left->setSpacing(px(8));
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(m_text, 3);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0) {
            m_list->setCurrentRow(0);
        }
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            showTopic(item->data(Qt::UserRole).toString());
        }
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == QLatin1String("topic")) {
            openTopic(link.path());
        }
    });
    filter({});
}

void HelpWindow::filter(const QString& query)
{
    m_list->clear();
    for (const HelpTopic& topic : searchHelp(query)) {
        auto* item = new QListWidgetItem(topic.title, m_list);
        item->setData(Qt::UserRole, topic.name);
    }
}

void HelpWindow::showTopic(const QString& name)
{
    if (const HelpTopic* topic = findHelpTopic(name)) {
        m_current = name;
        m_text->setMarkdown(topic->text);
        m_text->verticalScrollBar()->setValue(0);
    }
}

void HelpWindow::openTopic(const QString& name)
{
    const QString known = findHelpTopic(name) != nullptr ? name : helpTopics().first().name;
    m_search->clear();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == known) {
            m_list->setCurrentRow(row);
        }
    }
    showTopic(known);
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        showTopic(m_current); // Markdown keeps the font and colours it was laid out with
    }
}

} // namespace wherewithal::app
