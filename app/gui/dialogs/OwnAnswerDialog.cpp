// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/OwnAnswerDialog.h"

#include "app/gui/pages/RequirementEditor.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace wherewithal::app {

OwnAnswerDialog::OwnAnswerDialog(Workspace& workspace,
                                 const model::ProviderId& provider,
                                 const model::QuestionId& question,
                                 const QString& providerName,
                                 const QString& asked,
                                 QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_provider(provider)
    , m_question(question)
    , m_providerName(providerName)
    , m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("ownAnswerDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Own answer"));
    auto* text = new TypedLabel(Type::Strong, asked, this);
    text->setWordWrap(true);
    auto* close = makeButton(tr("Close"), QStringLiteral("ownAnswerClose"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    column->addWidget(text);
    column->addLayout(m_column);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&workspace.document(), &PlanDocument::changed, this, &OwnAnswerDialog::showPlan);
    showPlan();
    resize(px(520), sizeHint().height());
}

void OwnAnswerDialog::showPlan()
{
    const bool hasAnswer = ownAnswer(m_workspace.plan(), m_provider, m_question) != nullptr;
    if (m_form != nullptr && hasAnswer == m_hadAnswer) {
        m_form->showPlan(m_workspace.plan());
        return;
    }
    m_hadAnswer = hasAnswer;
    if (m_form != nullptr) {
        m_form->hide();
        m_form->deleteLater(); // one of its controls may be sending the signal that leads here
    }
    m_form = makeAnswerEditor(m_workspace, m_provider, m_question, m_providerName, this);
    m_column->addWidget(m_form);
}

} // namespace wherewithal::app
