// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ScoresPage.h"

#include "app/gui/dialogs/OwnAnswerDialog.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/WeightSlider.h"
#include "simulator/scoring/Agreement.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostColumns = 10; ///< providers in the evidence table
constexpr std::size_t kLeastColumns = 3;
constexpr double kQuestionRoom = 200.0; ///< of a question before providers take the rest

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
    buildHeaderControls();
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildWeights());
    left->addWidget(new Rule);
    left->addWidget(buildRanking(), 1);
    left->addWidget(new Rule);
    left->addWidget(buildMethods());
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
    auto* title = new SectionTitle(tr("Weights"), tr("marks: where first place changes"));
    auto* equal = makeButton(tr("Equal"), QStringLiteral("equalWeights"), title);
    auto* reset = makeButton(tr("Reset"), QStringLiteral("resetWeights"), title);
    equal->setToolTip(tr("Cost and every criterion count the same"));
    reset->setToolTip(tr("Half for cost, the rest in equal parts for the criteria"));
    title->row()->addWidget(equal);
    title->row()->addWidget(reset);
    connect(equal, &QPushButton::clicked, this, [this] {
        model::Weights weights;
        weights.cost = 1.0 / kWeights;
        weights.criteria.fill(1.0 / kWeights);
        setAllWeights(weights, tr("weights all equal"));
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        setAllWeights(model::Weights(), tr("weights to their defaults"));
    });
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

void ScoresPage::setAllWeights(const model::Weights& weights, const QString& undoText)
{
    workspace().document().change<model::Weights>(
        QStringLiteral("/weights"),
        undoText,
        [](model::Plan& plan) -> model::Weights& { return plan.weights; },
        weights);
}

void ScoresPage::buildHeaderControls()
{
    auto* label = new TypedLabel(Type::Note, tr("Facts"));
    m_facts = new QComboBox;
    m_facts->addItems({tr("All"), tr("Sourced only")});
    m_facts->setObjectName(QStringLiteral("factsChoice"));
    m_facts->setProperty("wherewithalPlace", QStringLiteral("/uses_sourced_facts_only"));
    m_facts->setAccessibleName(tr("Facts that count"));
    m_facts->setToolTip(tr("Sourced only leaves general knowledge out: what no document says is unknown."));
    label->setBuddy(m_facts);
    m_questions = makeButton(tr("Open questions"), QStringLiteral("openQuestions"), this);
    m_questions->setToolTip(tr("Copies every question without an answer as text, to send to the vendors"));
    headerRow()->addWidget(label);
    headerRow()->addWidget(m_facts);
    headerRow()->addWidget(m_questions);
    connect(m_facts, &QComboBox::activated, this, [this](int row) {
        workspace().document().change<bool>(
            QStringLiteral("/uses_sourced_facts_only"),
            row == 1 ? tr("count sourced facts only") : tr("count all facts"),
            [](model::Plan& plan) -> bool& { return plan.usesSourcedFactsOnly; },
            row == 1);
    });
    connect(m_questions, &QPushButton::clicked, this, [this] {
        if (const RunResultPtr result = workspace().runner().result()) {
            QGuiApplication::clipboard()->setText(openQuestionsText(*result));
            QToolTip::showText(m_questions->mapToGlobal(QPoint(0, m_questions->height())),
                               tr("Copied as text."),
                               m_questions);
        }
    });
}

void ScoresPage::showPlan()
{
    m_facts->setCurrentIndex(workspace().plan().usesSourcedFactsOnly ? 1 : 0);
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
            m_sliders[index]->setAccessibleDescription(tr("No weight of it changes the first place."));
            continue;
        }
        const QString letter = fromEngine(found->newFirst);
        m_sliders[index]->setTipping(found->at, letter);
        m_tipping[index]->setText(
            (*found->at > found->current ? tr("above %1, to %2") : tr("below %1, to %2"))
                .arg(format().percent(*found->at), letter));
        m_sliders[index]->setAccessibleDescription(
            tr("First place changes %1.").arg(m_tipping[index]->text()));
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
        new SectionTitle(tr("Ranking"), tr("scores alone, without cost; one segment for each criterion")),
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
        std::vector<double> segments;
        QStringList parts;
        for (std::size_t criterion = 0; criterion < option->scores.size(); ++criterion) {
            segments.push_back(shareOfScore(criterion) * option->scores[criterion].low);
            parts.append(tr("%1 %2").arg(
                format().name(model::kCriteria[criterion]),
                format().score(option->scores[criterion].low, option->scores[criterion].high)));
        }
        bar.special = QVariant::fromValue(SegmentedScore{option->scoreLow, option->scoreHigh, segments});
        bar.sort = option->scoreLow;
        bar.toolTip =
            tr("%1 of 100. %2.")
                .arg(format().score(option->scoreLow, option->scoreHigh), parts.join(QStringLiteral(", ")));
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
    const auto openOrFold = [this](const QModelIndex& index) {
        if (index.isValid() && m_evidence->row(index.row()).kind == RowKind::Group) {
            toggleGroup(index);
        } else {
            openPopover(index);
        }
    };
    connect(m_evidenceTable, &RuledTable::explainRequested, this, openOrFold);
    connect(m_evidenceTable, &QTableView::clicked, this, openOrFold);
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

/// How many facts stand behind the answers, and for how many of the providers.
QString ScoresPage::factsNote(const RunResult& result, std::size_t shown)
{
    const auto all = evidenceOptions(*result.comparison);
    int facts = 0;
    for (std::size_t at = 0; at < std::min(shown, all.size()); ++at) {
        for (const simulator::CriterionScore& score : all[at]->scores) {
            for (const simulator::AnswerCell& answer : score.cells) {
                facts += static_cast<int>(answer.evidence.size());
            }
        }
    }
    const QString text = tr("%n sourced facts", nullptr, facts);
    return shown < all.size() ? tr("%1 of %2 of %3 providers").arg(text).arg(shown).arg(all.size()) : text;
}

void ScoresPage::showEvidence(const RunResult& result)
{
    const auto options = shownOptions(*result.comparison);
    m_columns = options.size();
    const QModelIndex before = m_evidenceTable->currentIndex();
    const QString beforeKey = before.isValid() ? before.data(KeyRole).toString() : QString();
    const int beforeColumn = before.column();
    std::vector<TableColumn> columns{{tr("Question"), factsNote(result, options.size()), Qt::AlignLeft}};
    QList<int> stretch{2};
    for (const auto* option : options) {
        const QString letter = fromEngine(option->spec.letter);
        columns.push_back({letter,
                           {},
                           Qt::AlignHCenter,
                           {},
                           letter,
                           tr("%1, %2").arg(letter, format().optionTitle(option->spec))});
        stretch.append(0);
    }
    m_evidence->setColumns(columns);
    std::vector<TableRow> rows;
    for (std::size_t criterion = 0; criterion < model::kCriteria.size() && !options.empty(); ++criterion) {
        TableRow head;
        head.kind = RowKind::Group;
        head.key = QStringLiteral("#%1").arg(criterion);
        const bool isFolded = m_folded.contains(criterion);
        head.cells.push_back(textCell(tr("%1 %2 · %3 · %n questions",
                                         nullptr,
                                         static_cast<int>(options.front()->scores[criterion].cells.size()))
                                          .arg(isFolded ? QStringLiteral("▸") : QStringLiteral("▾"),
                                               format().name(model::kCriteria[criterion]),
                                               format().percent(weightOf(criterion + 1))),
                                      {},
                                      true));
        head.cells.back().toolTip = isFolded ? tr("Enter or a click shows the questions")
                                             : tr("Enter or a click hides the questions");
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
            row.key = fromEngine(cells[question].question.text());
            const auto known =
                std::ranges::find(result.slice->questions, cells[question].question, &model::Question::id);
            row.cells.push_back(textCell(known != result.slice->questions.end()
                                             ? format().wording().engineText(known->text)
                                             : fromEngine(cells[question].question.text())));
            for (const auto* option : options) {
                const auto& answers = option->scores[criterion].cells;
                const auto answer =
                    std::ranges::find(answers, cells[question].question, &simulator::AnswerCell::question);
                row.cells.push_back(answer != answers.end() ? evidenceCell(result, *answer) : TableCell{});
            }
            if (!isFolded) {
                rows.push_back(std::move(row));
            }
        }
    }
    m_evidence->setRows(std::move(rows));
    for (int place = 0; place < m_evidence->rowCount() && !beforeKey.isEmpty(); ++place) {
        if (m_evidence->row(place).key == beforeKey && beforeColumn < m_evidence->columnCount()) {
            m_evidenceTable->setCurrentIndex(m_evidence->index(place, beforeColumn));
        }
    }
    for (int column = 1; column < m_evidence->columnCount(); ++column) {
        m_evidenceTable->setItemDelegateForColumn(column, new EvidenceDelegate(m_evidenceTable));
    }
    m_evidenceTable->setStretch(stretch);
    m_evidenceTitle->setNote(tr("✓ yes ◑ partly ✕ no – not applicable ? unknown ≠ conflict"));
}

void ScoresPage::showResult(const RunResultPtr& result)
{
    showTipping(*result->comparison);
    showRanking(*result->comparison);
    showMethods(*result->comparison);
    showEvidence(*result);
    int open = 0;
    for (const auto* option : evidenceOptions(*result->comparison)) {
        for (const auto& score : option->scores) {
            open += static_cast<int>(
                std::ranges::count(score.cells, model::Answer::Unknown, &simulator::AnswerCell::answer));
        }
    }
    m_questions->setText(tr("Open questions (%1)").arg(format().integer(open)));
    m_questions->setEnabled(open > 0);
    setVerdict(scoresVerdict(*result->comparison));
}

std::vector<const simulator::OptionResult*>
ScoresPage::evidenceOptions(const simulator::Comparison& comparison)
{
    std::vector<const simulator::OptionResult*> options;
    for (const auto& option : comparison.options) {
        // One column per provider: evidence is about providers, and its scope (layers, sites) where that
        // differs.
        const bool isNew = std::ranges::none_of(options, [&](const simulator::OptionResult* known) {
            return known->spec.provider == option.spec.provider && known->spec.layer == option.spec.layer;
        });
        if (isNew && option.state != simulator::OptionState::Excluded) {
            options.push_back(&option);
        }
    }
    return options;
}

std::vector<const simulator::OptionResult*>
ScoresPage::shownOptions(const simulator::Comparison& comparison) const
{
    auto options = evidenceOptions(comparison);
    const double column =
        QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(QStringLiteral("00–100")) + pxf(10);
    const double room = m_evidenceTable->width() - pxf(kQuestionRoom) - pxf(30);
    const auto fitting = static_cast<std::size_t>(std::max(0.0, room / std::max(pxf(38), column)));
    const std::size_t count = std::clamp(fitting, kLeastColumns, kMostColumns);
    options.resize(std::min(options.size(), count));
    return options;
}

void ScoresPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    if (const RunResultPtr result = workspace().runner().result();
        result && isVisible() && m_columns > 0 && shownOptions(*result->comparison).size() != m_columns) {
        showEvidence(*result);
    }
}

double ScoresPage::shareOfScore(std::size_t criterion) const
{
    const double rest = 1.0 - weightOf(0);
    return rest > 1e-12 ? weightOf(criterion + 1) / rest : 0.0;
}

QWidget* ScoresPage::buildMethods()
{
    m_methods = new TableModel(this);
    m_methods->setColumns({{tr("Method"), {}, Qt::AlignLeft},
                           {tr("Order, best first"), {}, Qt::AlignLeft},
                           {tr("Agreement"), {}, Qt::AlignRight}});
    m_methodsTable = new RuledTable;
    m_methodsTable->setObjectName(QStringLiteral("methodsTable"));
    m_methodsTable->setAccessibleName(tr("Do other methods agree?"));
    m_methodsTable->setModel(m_methods);
    m_methodsTable->setStretch({0, 1, 0});
    m_methodsTable->setItemDelegateForColumn(1, new OrderDelegate(m_methodsTable));
    m_methodsTable->horizontalHeader()->hide();
    m_methodsTable->setGrowing(true);
    return region(
        new SectionTitle(tr("Do other methods agree?"), tr("1: same order as in use, −1: reversed")),
        m_methodsTable);
}

void ScoresPage::showMethods(const simulator::Comparison& comparison)
{
    const auto orders =
        simulator::methodOrders(comparison, workspace().plan().weights, workspace().plan().seed);
    std::vector<TableRow> rows;
    const auto add = [&rows](const QString& name,
                             const QString& order,
                             const QString& agreement,
                             const OrderCell& places = {}) {
        TableRow row;
        row.kind = RowKind::Compact;
        row.cells = {textCell(name, {}, rows.empty()), textCell(order), textCell(agreement)};
        row.cells[1].toolTip = order;
        if (!places.places.empty()) {
            row.cells[1].special = QVariant::fromValue(places);
        }
        rows.push_back(std::move(row));
    };
    if (!orders) {
        add(tr("Nothing to order"), fromEngine(orders.error().message), {});
    } else {
        for (const simulator::MethodOrder& order : *orders) {
            QStringList places;
            OrderCell tags;
            for (std::size_t index = 0; index < order.letters.size(); ++index) {
                tags.places.emplace_back(order.ranks[index], fromEngine(order.letters[index]));
                places.append(tr("%1 %2").arg(order.ranks[index]).arg(fromEngine(order.letters[index])));
            }
            QString name;
            switch (order.method) {
            case simulator::Method::WeightedSum:
                name = tr("Weighted sum");
                break;
            case simulator::Method::Topsis:
                name = tr("TOPSIS");
                break;
            case simulator::Method::Promethee2:
                name = tr("PROMETHEE II");
                break;
            case simulator::Method::SampledWeights:
                name = tr("Sampled weights, SMAA");
                break;
            }
            const bool isInUse = order.method == simulator::Method::WeightedSum;
            add(name,
                places.join(QStringLiteral(" · ")),
                isInUse ? tr("in use") : format().number(order.agreement, 2),
                tags);
        }
    }
    m_methods->setRows(std::move(rows));
}

void ScoresPage::toggleGroup(const QModelIndex& index)
{
    const QString key = index.data(KeyRole).toString();
    const auto criterion = static_cast<std::size_t>(key.mid(1).toInt());
    if (!m_folded.erase(criterion)) {
        m_folded.insert(criterion);
    }
    m_evidenceTable->setCurrentIndex(index);
    if (const RunResultPtr result = workspace().runner().result()) {
        showEvidence(*result);
    }
}

std::optional<EvidenceDetail> ScoresPage::detailOf(const RunResult& result, const QModelIndex& index) const
{
    const auto options = shownOptions(*result.comparison);
    const int column = index.column() - 1;
    if (!index.isValid() || column < 0 || column >= static_cast<int>(options.size())) {
        return std::nullopt;
    }
    const simulator::OptionResult& option = *options[static_cast<std::size_t>(column)];
    const std::string question = index.data(KeyRole).toString().toStdString();
    for (std::size_t criterion = 0; criterion < option.scores.size(); ++criterion) {
        const auto& cells = option.scores[criterion].cells;
        const auto cell = std::ranges::find_if(cells, [&](const simulator::AnswerCell& candidate) {
            return candidate.question.text() == question;
        });
        if (cell == cells.end()) {
            continue;
        }
        EvidenceDetail detail;
        detail.letter = fromEngine(option.spec.letter);
        detail.question = index.siblingAtColumn(0).data().toString();
        detail.answer = cell->isConflicting ? tr("sources conflict") : format().name(cell->answer);
        const auto asked = std::ranges::count_if(cells, [](const simulator::AnswerCell& other) {
            return other.answer != model::Answer::NotApplicable;
        });
        const double weight = asked > 0 ? shareOfScore(criterion) / static_cast<double>(asked) : 0.0;
        if (cell->answer == model::Answer::NotApplicable) {
            detail.counts = tr("does not count");
        } else {
            detail.counts = tr("counts %1 of 100, weight %2")
                                .arg(format().score(cell->low, cell->high), format().percent(weight, 1));
            if (cell->low < 1.0) {
                detail.effect = tr("If yes: %1 points of the score.")
                                    .arg(format().difference(100.0 * weight * (1.0 - cell->low), 1));
            }
        }
        for (const model::EvidenceId& id : cell->evidence) {
            const auto fact = std::ranges::find(result.slice->evidence, id, &model::Evidence::id);
            if (fact != result.slice->evidence.end()) {
                detail.facts.push_back(
                    {fromEngine(fact->finding),
                     fromEngine(fact->source.url),
                     fromEngine(fact->source.date),
                     fact->isOwn ? tr("own answer of this plan") : format().name(fact->confidence)});
            }
        }
        return detail;
    }
    return std::nullopt;
}

void ScoresPage::openPopover(const QModelIndex& index)
{
    const RunResultPtr result = workspace().runner().result();
    const auto detail = result ? detailOf(*result, index) : std::nullopt;
    if (!detail) {
        return;
    }
    const QRect cell = m_evidenceTable->visualRect(index);
    auto* popover = new EvidencePopover(*detail, this);
    const auto options = evidenceOptions(*result->comparison);
    const simulator::OptionSpec spec = options[static_cast<std::size_t>(index.column() - 1)]->spec;
    const model::QuestionId question(index.data(KeyRole).toString().toStdString());
    connect(
        popover, &EvidencePopover::answerRequested, this, [this, spec, question, asked = detail->question] {
            const model::ProviderId provider = spec.layer.isEmpty() ? spec.provider : spec.layer;
            const RunResultPtr now = workspace().runner().result();
            const model::Provider* known = now ? now->slice->findProvider(provider) : nullptr;
            auto* dialog =
                new OwnAnswerDialog(workspace(),
                                    provider,
                                    question,
                                    fromEngine(known != nullptr ? known->displayName : provider.text()),
                                    asked,
                                    this);
            dialog->show();
        });
    popover->openBeside(QRect(m_evidenceTable->viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

namespace {

/// "To DataTron, 5 questions:", whoever can answer them; one's own operations are asked in another way.
QString askedText(const model::CatalogueSlice& slice, const simulator::OptionSpec& spec, int count)
{
    const model::ProviderId asked = spec.layer.isEmpty() ? spec.provider : spec.layer;
    if (asked.text() == "self-hosted") {
        return ScoresPage::tr("To your own operations, %n questions:", nullptr, count);
    }
    const model::Provider* known = slice.findProvider(asked);
    const bool isNamed = known != nullptr && !known->displayName.empty();
    return ScoresPage::tr("To %1, %n questions:", nullptr, count)
        .arg(fromEngine(isNamed ? known->displayName : asked.text()));
}

} // namespace

QString ScoresPage::openQuestionsText(const RunResult& result) const
{
    QStringList lines{tr("Open questions of the plan %1").arg(fromEngine(workspace().plan().name))};
    for (const simulator::OptionResult* option : evidenceOptions(*result.comparison)) {
        QStringList open;
        for (const auto& score : option->scores) {
            for (const simulator::AnswerCell& cell : score.cells) {
                const auto known =
                    std::ranges::find(result.slice->questions, cell.question, &model::Question::id);
                if (cell.answer == model::Answer::Unknown && known != result.slice->questions.end()) {
                    open.append(
                        tr("- %1 (%2)")
                            .arg(format().wording().engineText(known->text), format().name(score.criterion)));
                }
            }
        }
        if (!open.isEmpty()) {
            lines.append(QString());
            lines.append(askedText(*result.slice, option->spec, static_cast<int>(open.size())));
            lines.append(open);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace wherewithal::app
