// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ScoresPage.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/WeightSlider.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostColumns = 8; ///< options in the evidence table

QWidget* region(SectionTitle* title, QWidget* content)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, px(10), 0, px(4));
    layout->setSpacing(px(6));
    title->row()->setContentsMargins(px(16), 0, px(16), 0);
    layout->addWidget(title);
    layout->addWidget(content, 1);
    return widget;
}

} // namespace

ScoresPage::ScoresPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Scores, workspace, parent)
{
    setEmptyText(tr("Nothing to score yet"),
                 tr("A plan needs a workload before its options have scores."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildWeights());
    left->addWidget(new Rule);
    left->addWidget(buildRanking(), 1);
    row->addLayout(left, 9);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(buildEvidence(), 11);
    setContent(content);
}

bool ScoresPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

QString ScoresPage::weightName(std::size_t index) const
{
    return index == 0 ? tr("Cost") : format().name(model::kCriteria[index - 1]);
}

double ScoresPage::weightOf(std::size_t index) const
{
    const model::Weights& weights = workspace().plan().weights;
    const double sum = weights.sum();
    return sum > 0.0 ? (index == 0 ? weights.cost : weights.criteria[index - 1]) / sum : 0.0;
}

QWidget* ScoresPage::buildWeights()
{
    auto* holder = new QWidget;
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(px(16), 0, px(16), 0);
    grid->setHorizontalSpacing(px(10));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(2, px(38));
    grid->setColumnMinimumWidth(3, px(104));
    for (std::size_t index = 0; index < kWeights; ++index) {
        addWeight(grid, index);
    }
    auto* title =
        new SectionTitle(tr("Weights"), tr("share of the sum, 0 to 100 %; marks: where first place changes"));
    auto* reset = makeButton(tr("Reset"), QStringLiteral("resetWeights"), title);
    title->row()->addWidget(reset);
    connect(reset, &QPushButton::clicked, this, &ScoresPage::resetWeights);
    return region(title, holder);
}

void ScoresPage::addWeight(QGridLayout* grid, std::size_t index)
{
    const int row = static_cast<int>(index);
    const QString name = weightName(index);
    auto* label = new TypedLabel(Type::Body, name);
    auto* slider = new WeightSlider;
    slider->setRange(0, 1000);
    slider->setObjectName(QStringLiteral("weight-%1").arg(index));
    slider->setAccessibleName(tr("Weight of %1").arg(name));
    slider->setProperty("wherewithalPlace",
                        index == 0
                            ? QStringLiteral("/weights/cost")
                            : QStringLiteral("/weights/")
                                  + QString::fromUtf8(model::name(model::kCriteria[index - 1]).data()));
    label->setBuddy(slider);
    auto* value = new TypedLabel(Type::Strong);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* tipping = new TypedLabel(Type::Note);
    tipping->setInk(Ink::Text2);
    grid->addWidget(label, row, 0);
    grid->addWidget(slider, row, 1);
    grid->addWidget(value, row, 2);
    grid->addWidget(tipping, row, 3);
    m_sliders[index] = slider;
    m_values[index] = value;
    m_tipping[index] = tipping;
    connect(slider, &QSlider::valueChanged, this, [this, index](int perMille) {
        setWeight(index, perMille / 1000.0);
    });
}

void ScoresPage::setWeight(std::size_t index, double fraction)
{
    // The others keep their proportions and share the rest, so that the sum stays 1.
    const double before = weightOf(index);
    const double target = std::clamp(fraction, 0.0, 0.999);
    if (std::abs(before - target) < 0.0005) {
        return;
    }
    model::Weights weights;
    const double rest = before < 1.0 ? (1.0 - target) / (1.0 - before) : 0.0;
    const auto shareOf = [&](std::size_t other) {
        return other == index ? target : weightOf(other) * rest;
    };
    weights.cost = shareOf(0);
    for (std::size_t other = 1; other < kWeights; ++other) {
        weights.criteria[other - 1] = shareOf(other);
    }
    workspace().document().change<model::Weights>(
        QStringLiteral("/weights"),
        tr("weight of %1 %2 → %3").arg(weightName(index), format().percent(before), format().percent(target)),
        [](model::Plan& plan) -> model::Weights& { return plan.weights; },
        weights,
        Merge::Repeats);
}

void ScoresPage::resetWeights()
{
    workspace().document().change<model::Weights>(
        QStringLiteral("/weights"),
        tr("weights to their defaults"),
        [](model::Plan& plan) -> model::Weights& { return plan.weights; },
        model::Weights());
}

void ScoresPage::showPlan()
{
    for (std::size_t index = 0; index < kWeights; ++index) {
        const QSignalBlocker blocker(m_sliders[index]);
        m_sliders[index]->setValue(static_cast<int>(std::lround(weightOf(index) * 1000.0)));
        m_values[index]->setText(format().percent(weightOf(index)));
    }
}

void ScoresPage::showTipping(const simulator::Comparison& comparison)
{
    for (std::size_t index = 0; index < kWeights; ++index) {
        const std::string name = index == 0 ? "cost" : std::string(model::name(model::kCriteria[index - 1]));
        const auto found =
            std::ranges::find(comparison.tippingPoints, name, &simulator::TippingPoint::weight);
        if (found == comparison.tippingPoints.end() || !found->at || *found->at > 0.995) {
            m_sliders[index]->setTipping({}, {});
            m_tipping[index]->setText(found == comparison.tippingPoints.end() ? QString() : tr("never"));
            continue;
        }
        const QString letter = fromEngine(found->newFirst);
        m_sliders[index]->setTipping(found->at, letter);
        m_tipping[index]->setText(
            (*found->at > found->current ? tr("above %1, to %2") : tr("below %1, to %2"))
                .arg(format().percent(*found->at), letter));
    }
}

QWidget* ScoresPage::buildRanking()
{
    m_ranking = new TableModel(this);
    m_ranking->setColumns({{tr("Rank"), {}, Qt::AlignLeft},
                           {tr("Option"), tr("scores alone"), Qt::AlignLeft},
                           {tr("Weighted score"), tr("0 to 100, unknown hatched"), Qt::AlignLeft},
                           {tr("Score"), tr("0–100"), Qt::AlignRight}});
    m_rankingTable = new RuledTable;
    m_rankingTable->setObjectName(QStringLiteral("rankingTable"));
    m_rankingTable->setAccessibleName(tr("Ranking by scores alone"));
    m_rankingTable->setModel(m_ranking);
    m_rankingTable->setItemDelegateForColumn(1, new LetterDelegate(m_rankingTable));
    m_rankingTable->setItemDelegateForColumn(2, new WideScoreDelegate(m_rankingTable));
    m_rankingTable->setStretch({0, 2, 6, 0});
    connect(m_rankingTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                      QStringLiteral("score"));
                }
            });
    return region(
        new SectionTitle(tr("Ranking"), tr("scores alone, without cost; the Compare page ranks by both")),
        m_rankingTable);
}

void ScoresPage::showRanking(const simulator::Comparison& comparison)
{
    std::vector<const simulator::OptionResult*> order;
    for (const auto& option : comparison.options) {
        if (option.state != simulator::OptionState::Excluded) {
            order.push_back(&option);
        }
    }
    std::ranges::stable_sort(order, {}, [](const simulator::OptionResult* option) {
        return option->rankByScore.value_or(1'000'000);
    });
    std::vector<TableRow> rows;
    for (const auto* option : order) {
        TableRow row;
        row.kind = RowKind::Normal;
        row.letter = fromEngine(option->spec.letter);
        row.figure = QStringLiteral("score");
        TableCell rank = textCell(
            option->rankByScore ? format().integer(*option->rankByScore) : QString(QChar(0x2013)), {}, true);
        TableCell bar = textCell({});
        bar.special = QVariant::fromValue(ScoreCell{option->scoreLow, option->scoreHigh, {}});
        bar.sort = option->scoreLow;
        bar.toolTip = format().score(option->scoreLow, option->scoreHigh);
        row.cells = {rank,
                     textCell(format().optionTitle(option->spec), format().optionDetail(option->spec), true),
                     bar,
                     numberCell(format().score(option->scoreLow, option->scoreHigh), option->scoreLow, true)};
        rows.push_back(std::move(row));
    }
    m_ranking->setRows(std::move(rows));
}

QWidget* ScoresPage::buildEvidence()
{
    m_evidence = new TableModel(this);
    m_evidenceTable = new RuledTable;
    m_evidenceTable->setObjectName(QStringLiteral("evidenceTable"));
    m_evidenceTable->setAccessibleName(tr("Evidence by question and option"));
    m_evidenceTable->setModel(m_evidence);
    m_evidenceTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_evidenceTable->setGroupsSpan(false);
    m_evidenceTitle = new SectionTitle(tr("Evidence"));
    return region(m_evidenceTitle, m_evidenceTable);
}

TableCell ScoresPage::evidenceCell(const RunResult& result, const simulator::AnswerCell& answer) const
{
    TableCell cell;
    cell.special = QVariant::fromValue(EvidenceCell{answer.answer, answer.isConflicting, {}});
    cell.text = answer.isConflicting ? tr("sources conflict") : format().name(answer.answer);
    QStringList lines{cell.text};
    for (const model::EvidenceId& id : answer.evidence) {
        const auto fact = std::ranges::find(result.slice->evidence, id, &model::Evidence::id);
        if (fact != result.slice->evidence.end()) {
            lines.append(tr("%1 (%2, %3)")
                             .arg(fromEngine(fact->finding),
                                  format().name(fact->confidence),
                                  fromEngine(fact->source.date)));
            lines.append(fromEngine(fact->source.url));
        }
    }
    if (answer.evidence.empty()) {
        lines.append(tr("Nobody answered this yet: ask the vendor."));
    }
    cell.toolTip = lines.join(QLatin1Char('\n'));
    return cell;
}

void ScoresPage::showEvidence(const RunResult& result)
{
    std::vector<const simulator::OptionResult*> options;
    for (const auto& option : result.comparison->options) {
        // One column per provider: evidence is about providers, and its scope (layers, sites) where that
        // differs.
        const bool isNew = std::ranges::none_of(options, [&](const simulator::OptionResult* known) {
            return known->spec.provider == option.spec.provider && known->spec.layer == option.spec.layer;
        });
        if (isNew && option.state != simulator::OptionState::Excluded && options.size() < kMostColumns) {
            options.push_back(&option);
        }
    }
    std::vector<TableColumn> columns{{tr("Question"), {}, Qt::AlignLeft}};
    QList<int> stretch{2};
    for (const auto* option : options) {
        columns.push_back({fromEngine(option->spec.letter), {}, Qt::AlignHCenter});
        stretch.append(0);
    }
    m_evidence->setColumns(columns);
    std::vector<TableRow> rows;
    int facts = 0;
    for (std::size_t criterion = 0; criterion < model::kCriteria.size() && !options.empty(); ++criterion) {
        TableRow head;
        head.kind = RowKind::Group;
        head.cells.push_back(textCell(tr("%1 · %2").arg(format().name(model::kCriteria[criterion]),
                                                        format().percent(weightOf(criterion + 1))),
                                      {},
                                      true));
        for (const auto* option : options) {
            TableCell cell =
                textCell(format().score(option->scores[criterion].low, option->scores[criterion].high));
            cell.special = QVariant::fromValue(EvidenceCell{model::Answer::Unknown, false, cell.text});
            head.cells.push_back(cell);
        }
        rows.push_back(std::move(head));
        const auto& cells = options.front()->scores[criterion].cells;
        for (std::size_t question = 0; question < cells.size(); ++question) {
            TableRow row;
            row.kind = RowKind::Compact;
            const auto known =
                std::ranges::find(result.slice->questions, cells[question].question, &model::Question::id);
            row.cells.push_back(textCell(known != result.slice->questions.end()
                                             ? fromEngine(known->text)
                                             : fromEngine(cells[question].question.text())));
            for (const auto* option : options) {
                const auto& answers = option->scores[criterion].cells;
                const auto answer =
                    std::ranges::find(answers, cells[question].question, &simulator::AnswerCell::question);
                row.cells.push_back(answer != answers.end() ? evidenceCell(result, *answer) : TableCell{});
                facts += answer != answers.end() ? static_cast<int>(answer->evidence.size()) : 0;
            }
            rows.push_back(std::move(row));
        }
    }
    m_evidence->setRows(std::move(rows));
    for (int column = 1; column < m_evidence->columnCount(); ++column) {
        m_evidenceTable->setItemDelegateForColumn(column, new EvidenceDelegate(m_evidenceTable));
    }
    m_evidenceTable->setStretch(stretch);
    m_evidenceTitle->setNote(
        tr("%n sourced facts; ✓ yes ◑ partly ✕ no – not applicable ? unknown ≠ conflict", nullptr, facts));
}

void ScoresPage::showResult(const RunResultPtr& result)
{
    showTipping(*result->comparison);
    showRanking(*result->comparison);
    showEvidence(*result);
    setVerdict(scoresVerdict(*result->comparison));
}

} // namespace wherewithal::app
