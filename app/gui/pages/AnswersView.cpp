// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/AnswersView.h"

#include "app/gui/pages/RequirementEditor.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

int symbolOf(model::Answer answer)
{
    switch (answer) {
    case model::Answer::Yes:
    case model::Answer::Value:
        return static_cast<int>(Symbol::Check);
    case model::Answer::Partial:
        return static_cast<int>(Symbol::Half);
    case model::Answer::No:
        return static_cast<int>(Symbol::Cross);
    case model::Answer::NotApplicable:
        return -1;
    case model::Answer::Unknown:
        break;
    }
    return static_cast<int>(Symbol::Question);
}

} // namespace

AnswersView::AnswersView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(new SectionTitle(tr("Answers"), {}, this))
    , m_model(new TableModel(this))
    , m_table(new RuledTable(this))
    , m_column(new QVBoxLayout(this))
{
    m_model->setColumns({{tr("Provider"), tr("options"), Qt::AlignLeft},
                         {tr("Answer"), tr("as it counts"), Qt::AlignLeft},
                         {tr("Who says so"), tr("and when"), Qt::AlignLeft}});
    m_table->setObjectName(QStringLiteral("answersTable"));
    m_table->setAccessibleName(tr("Answers of the providers"));
    m_table->setModel(m_model);
    m_table->setStretch({2, 2, 4});
    m_title->row()->setContentsMargins(px(16), 0, px(16), 0);
    m_column->setContentsMargins(0, px(10), 0, 0);
    m_column->setSpacing(px(6));
    m_column->addWidget(m_title);
    m_column->addWidget(m_table, 1);
    m_column->addStretch(0);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AnswersView::showEditor);
}

void AnswersView::show(const model::QuestionId& question, const RunResultPtr& result)
{
    m_question = question;
    m_result = result;
    fill();
}

void AnswersView::showPlan()
{
    if (m_editor != nullptr) {
        m_editor->showPlan(m_workspace.plan());
    }
    showEditor();
}

int AnswersView::errorCount() const
{
    return m_editor != nullptr ? m_editor->errorCount() : 0;
}

std::vector<AnswersView::Asked> AnswersView::asked() const
{
    std::vector<Asked> all;
    if (m_question.isEmpty() || m_result == nullptr) {
        return all;
    }
    for (const auto& option : m_result->comparison->options) {
        const model::ProviderId provider =
            option.spec.layer.isEmpty() ? option.spec.provider : option.spec.layer;
        const simulator::AnswerCell* cell = nullptr;
        for (const auto& score : option.scores) {
            const auto found = std::ranges::find(score.cells, m_question, &simulator::AnswerCell::question);
            cell = found != score.cells.end() ? &*found : cell;
        }
        if (provider.isEmpty() || cell == nullptr) {
            continue;
        }
        const QString letter = fromEngine(option.spec.letter);
        const auto known = std::ranges::find(all, provider, &Asked::provider);
        if (known != all.end()) {
            known->letters.append(letter);
            continue;
        }
        const model::Provider* facts = m_result->slice->findProvider(provider);
        all.push_back({provider,
                       facts != nullptr && !facts->displayName.empty() ? fromEngine(facts->displayName)
                                                                       : fromEngine(provider.text()),
                       {letter},
                       *cell});
    }
    return all;
}

QString AnswersView::basisOf(const simulator::AnswerCell& cell) const
{
    if (cell.evidence.empty()) {
        return tr("nobody published it");
    }
    const auto fact =
        std::ranges::find(m_result->slice->evidence, cell.evidence.front(), &model::Evidence::id);
    if (fact == m_result->slice->evidence.end()) {
        return {};
    }
    const QString date = fromEngine(fact->source.date);
    return fact->isOwn ? tr("your own answer, %1").arg(date)
           : date.isEmpty()
               ? fromEngine(fact->source.title)
               : tr("%1, %2").arg(fromEngine(fact->source.title.empty() ? fact->finding : fact->source.title),
                                  date);
}

void AnswersView::fill()
{
    const QModelIndex now = m_table->currentIndex();
    const QString kept = now.isValid() ? now.data(KeyRole).toString() : QString();
    std::vector<TableRow> rows;
    for (const Asked& each : asked()) {
        TableRow row;
        row.kind = RowKind::Normal;
        row.key = fromEngine(each.provider.text());
        TableCell answer =
            textCell(m_format.name(each.cell.answer),
                     each.cell.isConflicting ? tr("sources contradict each other") : QString());
        answer.symbol = symbolOf(each.cell.answer);
        answer.isMuted = each.cell.answer == model::Answer::Unknown;
        const QString basis = basisOf(each.cell);
        TableCell said = textCell(basis);
        said.toolTip = basis;
        said.isMuted = each.cell.evidence.empty();
        row.cells = {textCell(each.name, each.letters.join(QStringLiteral(", ")), true), answer, said};
        rows.push_back(std::move(row));
    }
    int selected = rows.empty() ? -1 : 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        selected = rows[i].key == kept ? static_cast<int>(i) : selected;
    }
    m_model->setRows(std::move(rows));
    m_table->setVisible(m_model->rowCount() > 0);
    m_title->setNote(m_model->rowCount() > 0 ? tr("how each provider answers; an own answer decides first")
                     : m_question.isEmpty()
                         ? tr("This requirement is decided by the option itself, not by an answer.")
                         : tr("Nobody has been asked yet: there are no options."));
    if (selected >= 0) {
        m_table->setCurrentIndex(m_model->index(selected, 0));
        m_table->selectRow(selected);
    }
    showEditor();
}

void AnswersView::showEditor()
{
    const QModelIndex now = m_table->currentIndex();
    const bool isThere = m_model->rowCount() > 0 && now.isValid();
    const model::ProviderId provider(isThere ? now.data(KeyRole).toString().toStdString() : std::string());
    const bool hasOwn = isThere && ownAnswer(m_workspace.plan(), provider, m_question) != nullptr;
    const QString shape = isThere ? QStringLiteral("%1/%2/%3")
                                        .arg(fromEngine(provider.text()), fromEngine(m_question.text()))
                                        .arg(hasOwn ? 1 : 0)
                                  : QString();
    if (shape == m_shape) {
        return;
    }
    m_shape = shape;
    if (m_editor != nullptr) {
        m_editor->hide();
        m_editor->deleteLater(); // one of its controls may be sending the signal that leads here
        m_editor = nullptr;
    }
    if (isThere) {
        const QString name = m_model->index(now.row(), 0).data().toString();
        m_editor = makeAnswerEditor(m_workspace, provider, m_question, name, this);
        m_column->addWidget(m_editor);
    }
}

} // namespace wherewithal::app
