// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/StartExample.h"

#include "app/gui/Verdicts.h"
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/window/Templates.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kRankedShown = 4;
constexpr int kOptionColumn = 1;

const simulator::WorkloadResult* binding(const simulator::OptionResult& option)
{
    return option.bindingWorkload < option.workloads.size() ? &option.workloads[option.bindingWorkload]
                                                            : nullptr;
}

} // namespace

StartExample::StartExample(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    m_open = makeFilledButton(tr("Open the example"), QStringLiteral("openExample"), this);
    connect(m_open, &QPushButton::clicked, this, &StartExample::openRequested);
    head->addWidget(new TypedLabel(Type::Section, tr("Example, already computed")));
    head->addStretch(1);
    head->addWidget(m_open);
    column->addLayout(head);
    m_sentence = new TypedLabel(Type::Body);
    m_sentence->setObjectName(QStringLiteral("exampleSentence"));
    m_sentence->setInk(Ink::Text2);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    buildTable(column);
    m_chartTitle = new SectionTitle(tr("Cumulative cost"));
    m_chart = new CumulativeChart;
    m_chart->setObjectName(QStringLiteral("exampleChart"));
    m_chart->setAccessibleName(tr("Cumulative cost of the example"));
    m_chart->setLanesVisible(false);
    m_chart->setMinimumHeight(px(150));
    column->addSpacing(px(8));
    column->addWidget(m_chartTitle);
    column->addWidget(m_chart, 1);
    column->addWidget(new Rule);
    buildFigures(column);
    auto* note =
        new TypedLabel(Type::Note, tr("The example is a copy. Change anything in it; undo brings it back."));
    note->setInk(Ink::Muted);
    note->setWordWrap(true);
    column->addSpacing(px(8));
    column->addWidget(note);
    SimulationRunner& runner = workspace.exampleRunner();
    connect(&runner, &SimulationRunner::resultReady, this, &StartExample::showResult);
    connect(&runner, &SimulationRunner::failed, this, &StartExample::showError);
    showResult();
}

void StartExample::buildTable(QVBoxLayout* layout)
{
    m_model = new TableModel(this);
    m_table = new RuledTable(this);
    m_table->setObjectName(QStringLiteral("exampleTable"));
    m_table->setAccessibleName(tr("Options of the example"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(kOptionColumn, new LetterDelegate(m_table));
    m_table->setMergeColumn(kOptionColumn + 1);
    layout->addWidget(m_table);
    connect(m_table, &RuledTable::linkActivated, this, &StartExample::openRequested);
}

void StartExample::buildFigures(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(24));
    int number = 0;
    for (Figure& figure : m_figures) {
        auto* block = new QVBoxLayout;
        block->setSpacing(px(2));
        auto* line = new QHBoxLayout;
        line->setSpacing(px(6));
        figure.number = new TypedLabel(Type::Title);
        figure.number->setObjectName(QStringLiteral("exampleFigure-%1").arg(++number));
        figure.unit = new TypedLabel(Type::Note);
        figure.unit->setInk(Ink::Text2);
        figure.text = new TypedLabel(Type::Note);
        figure.text->setInk(Ink::Text2);
        figure.text->setWordWrap(true);
        line->addWidget(figure.number, 0, Qt::AlignBaseline);
        line->addWidget(figure.unit, 1, Qt::AlignBaseline);
        block->addLayout(line);
        block->addWidget(figure.text);
        block->addStretch(1);
        row->addLayout(block, 1);
    }
    layout->addLayout(row);
}

void StartExample::showResult()
{
    const RunResultPtr result = m_workspace.exampleRunner().result();
    m_open->setEnabled(true);
    if (!result) {
        m_sentence->setText(tr("The example is being computed."));
        return;
    }
    const simulator::Comparison& comparison = *result->comparison;
    m_sentence->setText(planSentence(*result->plan, m_format));
    fillTable(comparison);
    m_chart->setResult(result);
    if (comparison.options.size() > 1) {
        // The first in rank beside the reference; if it is the reference, the next.
        const bool isReference = comparison.options.front().spec.letter == comparison.reference;
        m_chart->setSelected(fromEngine(comparison.options[isReference ? 1 : 0].spec.letter));
    }
    m_chartTitle->setNote(comparison.paths > 0 ? tr("%1, base case; P10–P90 bands").arg(m_chart->unit())
                                               : tr("%1, base case").arg(m_chart->unit()));
    fillFigures(comparison);
}

void StartExample::fillTable(const simulator::Comparison& comparison)
{
    const Scale scale = costScale(comparison);
    m_model->setColumns({{tr("Rank"), {}, Qt::AlignLeft},
                         {tr("Option"), {}, Qt::AlignLeft},
                         {tr("Latency"), tr("s, P95"), Qt::AlignRight},
                         {tr("Limit"), tr("date"), Qt::AlignRight},
                         {tr("Cost, %1").arg(m_format.months(comparison.horizonMonths)),
                          m_format.scaleUnit(scale, std::string(comparison.currency.code())),
                          Qt::AlignRight},
                         {tr("Score"), tr("0–100"), Qt::AlignRight}});
    const model::Month last = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    std::vector<TableRow> rows;
    for (const simulator::OptionResult& option : comparison.options) {
        TableRow row{.kind = RowKind::Normal, .letter = fromEngine(option.spec.letter)};
        if (option.rank && static_cast<int>(rows.size()) < kRankedShown) {
            const simulator::WorkloadResult* workload = binding(option);
            std::optional<double> latency;
            if (workload != nullptr && workload->latency) {
                latency = workload->latency->p95Seconds;
            }
            const bool hasLimit = workload != nullptr && workload->firstLimit.has_value();
            row.cells = {numberCell(m_format.integer(*option.rank), *option.rank, true),
                         textCell(m_format.optionTitle(option.spec), m_format.optionDetail(option.spec)),
                         numberCell(m_format.significant(latency), latency),
                         textCell(hasLimit ? m_format.limitMonth(workload->firstLimit->hitBase, last)
                                           : m_format.month(std::nullopt)),
                         numberCell(m_format.lowerBound(m_format.scaled(option.cost.base.toDouble(), scale),
                                                        !option.cost.isComplete),
                                    option.cost.base.toDouble(),
                                    true),
                         textCell(m_format.score(option.scoreLow, option.scoreHigh))};
            rows.push_back(std::move(row));
        } else if (option.state != simulator::OptionState::Ranked && !option.reasons.empty()) {
            row.kind = RowKind::Compact;
            TableCell reason = textCell(m_format.engineProse(decidingReason(option)->text));
            reason.symbol = static_cast<int>(
                option.state == simulator::OptionState::Excluded ? Symbol::Cross : Symbol::Question);
            reason.isMuted = true;
            reason.link = tr("Show"); // and a cell with a link asks for no width: the sentence gives way
            TableCell name = textCell(m_format.optionTitle(option.spec));
            name.isMuted = true;
            row.cells = {textCell(QStringLiteral("–")), name, reason, {}, {}, {}};
            rows.push_back(std::move(row));
            break;
        }
    }
    m_model->setRows(std::move(rows));
    for (int line = 0; line < m_model->rowCount(); ++line) {
        if (m_model->row(line).kind == RowKind::Compact) {
            m_table->setSpan(line, kOptionColumn + 1, 1, m_model->columnCount() - kOptionColumn - 1);
        }
    }
    m_table->setStretch({0, 6, 1, 1, 1, 1});
    m_table->setGrowing(true);
}

void StartExample::fillFigures(const simulator::Comparison& comparison)
{
    const auto set =
        [this](std::size_t index, const QString& number, const QString& unit, const QString& text) {
            m_figures[index].number->setText(number);
            m_figures[index].unit->setText(unit);
            m_figures[index].text->setText(text);
        };
    const simulator::OptionResult* cheapest = nullptr;
    const simulator::OptionResult* limited = nullptr;
    for (const simulator::OptionResult& option : comparison.options) {
        if (!option.rank) {
            continue;
        }
        if (cheapest == nullptr || option.cost.base < cheapest->cost.base) {
            cheapest = &option;
        }
        const simulator::WorkloadResult* workload = binding(option);
        if (limited == nullptr && workload != nullptr && workload->firstLimit
            && workload->firstLimit->hitBase) {
            limited = &option;
        }
    }
    if (cheapest == nullptr) {
        set(0, m_format.unknown(), {}, tr("no option is feasible"));
        return;
    }
    const QString letter = fromEngine(cheapest->spec.letter);
    const QString money = m_format.money(cheapest->cost.base.toDouble(), comparison.currency);
    const auto space = std::ranges::find_if(money, [](QChar sign) { return sign.isSpace(); }) - money.begin();
    set(0,
        money.left(space),
        money.mid(space + 1),
        tr("cost of %1, the cheapest, %2").arg(letter, m_format.months(comparison.horizonMonths)));
    if (limited != nullptr) {
        const simulator::Limit& limit = *binding(*limited)->firstLimit;
        set(1,
            m_format.month(limit.hitBase),
            {},
            tr("%1 meets its limit: %2")
                .arg(fromEngine(limited->spec.letter), m_format.wording().engineText(limit.name)));
    } else {
        set(1, tr("none"), {}, tr("no limit is met within the horizon"));
    }
    const simulator::OptionResult& first = comparison.options.front();
    set(2,
        first.firstInFraction ? m_format.percent(*first.firstInFraction) : QStringLiteral("…"),
        tr("of weightings"),
        tr("rank %1 first").arg(fromEngine(first.spec.letter)));
}

void StartExample::showError(const model::Error& error)
{
    m_sentence->setText(tr("The example cannot be computed: %1").arg(fromEngine(model::text(error))));
}

} // namespace wherewithal::app
