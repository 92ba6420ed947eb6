// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QDialog>

class QVBoxLayout;

namespace wherewithal::app {

class EditorForm;

/// One's own answer to a question about a provider, edited beside the page that it is asked on. Every change
/// takes hold at once and is a step of undo; there is nothing to confirm.
class OwnAnswerDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param asked  the question in words
    OwnAnswerDialog(Workspace& workspace,
                    const model::ProviderId& provider,
                    const model::QuestionId& question,
                    const QString& providerName,
                    const QString& asked,
                    QWidget* parent = nullptr);

private:
    void showPlan();

    Workspace& m_workspace;
    model::ProviderId m_provider;
    model::QuestionId m_question;
    QString m_providerName;
    QVBoxLayout* m_column;
    EditorForm* m_form = nullptr;
    bool m_hadAnswer = false;
};

} // namespace wherewithal::app
