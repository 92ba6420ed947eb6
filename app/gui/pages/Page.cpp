// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/Page.h"

#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wherewithal::app {

Page::Page(PageId id, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_workspace(workspace)
{
    setObjectName(pageKey(id) + QStringLiteral("Page"));
    setAccessibleName(pageTitle(id));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);

    m_stack->addWidget(
        buildMessage(QStringLiteral("emptyState"), &m_emptyTitle, &m_emptyText, &m_emptyButton));
    QPushButton* cancel = nullptr;
    TypedLabel* workingText = nullptr;
    QWidget* working = buildMessage(QStringLiteral("workingState"), &m_workingTitle, &workingText, &cancel);
    m_workingTitle->setText(tr("Computing the options"));
    cancel->setText(tr("Cancel"));
    m_progress = new QProgressBar(working);
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(px(360));
    working->layout()->addWidget(m_progress);
    m_stack->addWidget(working);
    m_stack->addWidget(new QWidget);
    m_stack->addWidget(
        buildMessage(QStringLiteral("errorState"), &m_errorTitle, &m_errorText, &m_errorButton));
    m_errorButton->setText(tr("Try again"));

    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyAction) {
            m_emptyAction();
        }
    });
    connect(cancel, &QPushButton::clicked, &workspace.runner(), &SimulationRunner::cancel);
    connect(m_errorButton, &QPushButton::clicked, this, [this] {
        m_workspace.runner().request(m_workspace.plan());
    });
    connect(&workspace.runner(), &SimulationRunner::progressed, this, [this](double share, const QString&) {
        m_progress->setValue(static_cast<int>(100 * share));
    });
    connect(&workspace.runner(), &SimulationRunner::resultReady, this, [this] {
        m_error.reset();
        m_isDirty = true;
        refresh();
    });
    connect(&workspace.runner(), &SimulationRunner::started, this, [this] {
        m_progress->setValue(0);
        if (m_error) { // "Try again" or an edit: the page works, whatever the last run said
            m_error.reset();
            m_verdict->clear();
            refresh();
        }
    });
    connect(&workspace.runner(), &SimulationRunner::finished, this, [this] {
        if (!m_error && !m_workspace.runner().result()) {
            showStopped();
        }
    });
    connect(&workspace.runner(), &SimulationRunner::failed, this, &Page::showError);
    connect(&workspace.document(), &PlanDocument::changed, this, [this] {
        m_isDirty = true;
        refresh();
    });
}

void Page::buildHeader(QVBoxLayout* layout)
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(px(16), px(8), px(16), px(7));
    column->setSpacing(px(3));
    m_headerRow = new QHBoxLayout;
    m_headerRow->setSpacing(px(8));
    m_headerRow->addWidget(new TypedLabel(Type::Title, pageTitle(m_id)));
    m_headerRow->addStretch(1);
    m_verdict = new TypedLabel(Type::Body);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addLayout(m_headerRow);
    column->addWidget(m_verdict);
    header->setMinimumHeight(px(66));
    layout->addWidget(header);
    layout->addWidget(new Rule);
}

QWidget* Page::buildMessage(const QString& name, TypedLabel** title, TypedLabel** text, QPushButton** button)
{
    auto* widget = new QWidget;
    widget->setObjectName(name);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(px(16), px(24), px(16), px(16));
    layout->setSpacing(px(8));
    layout->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    *title = new TypedLabel(Type::Section, {}, widget);
    *text = new TypedLabel(Type::Body, {}, widget);
    (*text)->setInk(Ink::Text2);
    (*text)->setWordWrap(true);
    *button = makeButton({}, name + QStringLiteral("Button"), widget);
    layout->addWidget(*title);
    layout->addWidget(*text);
    layout->addWidget(*button, 0, Qt::AlignLeft);
    return widget;
}

void Page::setContent(QWidget* content)
{
    const int index = static_cast<int>(State::Result);
    QWidget* old = m_stack->widget(index);
    m_stack->insertWidget(index, content);
    m_stack->removeWidget(old);
    old->deleteLater();
}

void Page::setVerdict(const Verdict& verdict)
{
    m_verdict->setText(
        QStringLiteral("<b>%1</b> <span style='color:%3'>%2</span>")
            .arg(verdict.answer.toHtmlEscaped(), verdict.rest.toHtmlEscaped(), tokens().text2.name()));
    m_verdict->show();
}

void Page::setEmptyText(const QString& title,
                        const QString& text,
                        const QString& button,
                        std::function<void()> action)
{
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_emptyButton->setText(button);
    m_emptyButton->setVisible(!button.isEmpty());
    m_emptyAction = std::move(action);
}

void Page::setState(State state)
{
    m_stack->setCurrentIndex(static_cast<int>(state));
    if (state != State::Result) {
        m_verdict->clear();
        m_verdict->hide(); // a label that says nothing is nothing to read out
    }
    if (state != m_state) {
        m_state = state;
        emit stateChanged();
    }
}

void Page::refresh()
{
    const bool isShown = isVisible();
    if (!hasContent()) {
        setState(State::Empty);
        return;
    }
    if (m_error && needsResult()) {
        setState(State::Error);
        return;
    }
    const RunResultPtr result = m_workspace.runner().result();
    if (needsResult() && !result) {
        setState(m_error ? State::Error : State::Working);
        return;
    }
    setState(State::Result);
    if (!isShown) {
        return; // filled when it is shown
    }
    m_isDirty = false;
    showPlan();
    if (m_workspace.runner().isStale()) {
        showStale(true);
    } else if (result) {
        showResult(result);
        showStale(false);
    }
    sayError();
}

/// Pages that edit the plan stay usable after a failed run; their first line says what is wrong with it.
void Page::sayError()
{
    if (m_error && m_state == State::Result && !needsResult() && hasContent()) {
        setVerdict({QStringLiteral("✕ ") + m_errorTitle->text(), m_errorText->text()});
    }
}

/// The first computation was cancelled: there is nothing to show, and nothing is under way.
void Page::showStopped()
{
    m_error = model::Error{.code = model::ErrorCode::Cancelled, .where = {}, .message = {}, .hint = {}};
    m_errorTitle->setText(tr("The computation was stopped"));
    m_errorText->setText(tr("Nothing has been computed for this plan yet."));
    m_errorButton->setText(tr("Compute"));
    if (hasContent() && needsResult()) {
        setState(State::Error);
    }
    sayError();
}

void Page::showError(const model::Error& error)
{
    m_error = error;
    m_errorButton->setText(tr("Try again"));
    const QString place = fromEngine(error.where);
    m_errorTitle->setText(place.isEmpty() ? tr("The plan cannot be computed")
                                          : tr("The plan cannot be computed: %1").arg(place));
    m_errorText->setText(error.hint.empty()
                             ? fromEngine(error.message)
                             : tr("%1. %2.").arg(fromEngine(error.message), fromEngine(error.hint)));
    if (hasContent() && needsResult()) {
        setState(State::Error);
    }
    sayError();
}

void Page::makeFields()
{
    if (m_isDirty && !isVisible() && !needsResult() && hasContent()) {
        showPlan(); // dirty it stays: its answers come when it is shown
    }
}

QWidget* Page::fieldAt(const QString& place) const
{
    // The nearest one: a table that holds a whole list stands behind the field of one of its members.
    QWidget* nearest = nullptr;
    qsizetype length = 0;
    for (QWidget* widget : findChildren<QWidget*>()) {
        const QString own = widget->property("wherewithalPlace").toString();
        const bool fits = !own.isEmpty() && (own == place || place.startsWith(own + QLatin1Char('/')));
        if (fits && own.size() > length) {
            nearest = widget;
            length = own.size();
        }
    }
    return nearest;
}

bool Page::focusPlace(const QString& place)
{
    QWidget* field = fieldAt(place);
    if (field != nullptr) {
        field->setFocus(Qt::ShortcutFocusReason);
    }
    return field != nullptr;
}

void Page::focusContent()
{
    if (QWidget* content = m_stack->currentWidget()) {
        for (QWidget* widget : content->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus) {
                widget->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

bool Page::takeFile(const FileGuess& file)
{
    Q_UNUSED(file)
    return false;
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isDirty) {
        refresh();
    }
}

void Page::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().base);
}

} // namespace wherewithal::app
