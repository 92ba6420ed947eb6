// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/EditorForm.h"
#include "app/report/Format.h"
#include "app/session/SimulationRunner.h"

class QVBoxLayout;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TypedLabel;

/// How each provider answers the question of a requirement, and the user's own answer to it.
class AnswersView : public QWidget
{
    Q_OBJECT

public:
    explicit AnswersView(Workspace& workspace, QWidget* parent = nullptr);

    /// The question to show; empty: none, and the view says so.
    void show(const model::QuestionId& question, const RunResultPtr& result);
    /// Refreshes what the plan says.
    void showPlan();
    [[nodiscard]] int errorCount() const;

private:
    /// Who is asked: one provider, with the letters of the options that its answer is for.
    struct Asked
    {
        model::ProviderId provider;
        QString name;
        QStringList letters;
        simulator::AnswerCell cell;
    };
    [[nodiscard]] std::vector<Asked> asked() const;
    void fill();
    void showEditor();
    [[nodiscard]] QString basisOf(const simulator::AnswerCell& cell) const;

    Workspace& m_workspace;
    Format m_format;
    model::QuestionId m_question;
    RunResultPtr m_result;
    SectionTitle* m_title;
    TableModel* m_model;
    RuledTable* m_table;
    QVBoxLayout* m_column;
    EditorForm* m_editor = nullptr;
    QString m_shape; ///< of what the editor is about
};

} // namespace wherewithal::app
