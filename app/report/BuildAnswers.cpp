// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wherewithal::app::building {

namespace {

constexpr std::size_t kMonthlyCharts = 6; ///< ledgers with a picture; the others have the table alone
constexpr std::size_t kStackParts = 6;    ///< fills that stay apart in grey

int yearCount(const Comparison& comparison)
{
    return std::max(1, (comparison.horizonMonths + 11) / 12);
}

model::Micros yearSum(const std::vector<model::Micros>& months, int year)
{
    model::Micros sum;
    for (std::size_t m = static_cast<std::size_t>(year) * 12;
         m < std::min(months.size(), (static_cast<std::size_t>(year) + 1) * 12);
         ++m) {
        sum += months[m];
    }
    return sum;
}

model::Micros yearSum(const simulator::CostResult& cost, int year)
{
    model::Micros sum;
    for (const simulator::LedgerLine& line : cost.lines) {
        sum += yearSum(line.months, year);
    }
    return sum;
}

std::vector<Column> yearColumns(const Context& context)
{
    std::vector<Column> columns;
    for (int year = 0; year < yearCount(context.comparison()); ++year) {
        columns.push_back(
            Context::numberColumn(context.words("Year %1").arg(year + 1),
                                  context.words("from %1").arg(context.format().month(
                                      model::monthsLater(context.comparison().starts, 12 * year)))));
    }
    return columns;
}

/// Whole units while the page has room for them, so that lines can be checked by hand; else one scale for the
/// table.
Scale tableScale(const Context& context, double greatest)
{
    return yearCount(context.comparison()) <= 4 && greatest < 1e8 ? Scale{} : scaleFor(greatest);
}

bool hasAnyRange(const Context& context)
{
    return std::ranges::any_of(context.openOptions(),
                               [](const OptionResult* option) { return option->cost.range.has_value(); });
}

/// The unit in which all open options give their unit cost; empty if they differ.
std::string commonUnitOfCost(const Context& context)
{
    std::string unit;
    for (const OptionResult* option : context.openOptions()) {
        const WorkloadResult* workload = bindingWorkload(*option);
        if (workload == nullptr || workload->unitCostUnit.empty()) {
            continue;
        }
        if (!unit.empty() && unit != workload->unitCostUnit) {
            return {};
        }
        unit = workload->unitCostUnit;
    }
    return unit;
}

Cell unitCostCell(const Context& context, const OptionResult& option, bool namesUnit)
{
    const Format& format = context.format();
    const WorkloadResult* workload = bindingWorkload(option);
    if (workload == nullptr || !workload->unitCost) {
        return Context::textCell(RichText(format.unknown(), Span::Role::Muted));
    }
    const QString text = namesUnit ? format.quantity(workload->unitCost, workload->unitCostUnit)
                                   : format.significant(workload->unitCost);
    return Cell{.text = format.lowerBound(text, !option.cost.isComplete), .number = workload->unitCost};
}

void addOverview(Context& context)
{
    const Format& format = context.format();
    double greatest = 0.0;
    for (const OptionResult* option : context.openOptions()) {
        greatest = std::max(greatest, option->cost.base.toDouble());
    }
    const Scale scale = greatest < 1e9 ? Scale{} : scaleFor(greatest);
    const QString unit = format.scaleUnit(scale, context.currency());
    Table table = context.table(context.words("Cost of each option"),
                                context.words("%1, nominal, net of VAT").arg(unit));
    const bool hasRanges = hasAnyRange(context);
    const std::string unitOfCost = commonUnitOfCost(context);
    table.columns = {Context::textColumn(context.words("Option")),
                     Context::numberColumn(context.words("Base case"), context.words("sum of lines")),
                     Context::numberColumn(context.words("Present"), context.words("value"))};
    table.columns[1].isStrong = true;
    if (hasRanges) {
        for (const char* percentile : {"P10", "P50", "P90"}) {
            table.columns.push_back(Context::numberColumn(QString::fromLatin1(percentile)));
        }
    }
    table.columns.push_back(Context::numberColumn(context.words("A year"), context.words("annuity")));
    table.columns.push_back(Context::numberColumn(context.words("Unit cost"), format.unit(unitOfCost)));
    for (const OptionResult* option : context.openOptions()) {
        const simulator::CostResult& cost = option->cost;
        Row row{{context.optionCell(*option),
                 context.costCell(cost.base.toDouble(), scale, cost.isComplete),
                 context.costCell(cost.presentValue, scale, cost.isComplete)}};
        if (hasRanges) {
            for (double simulator::Percentiles::* which :
                 {&simulator::Percentiles::p10, &simulator::Percentiles::p50, &simulator::Percentiles::p90}) {
                row.cells.push_back(context.costCell(
                    cost.range ? std::optional((*cost.range).*which) : std::nullopt, scale, cost.isComplete));
            }
        }
        row.cells.push_back(context.costCell(cost.equivalentAnnual, scale, cost.isComplete));
        row.cells.push_back(unitCostCell(context, *option, unitOfCost.empty()));
        table.rows.push_back(std::move(row));
        if (!cost.isComplete) {
            QStringList parts;
            for (const std::string& name : cost.unknownParts) {
                parts << context.fromEngine(name);
            }
            table.footnotes.emplace_back(
                context.words("≥: lower bound. Unknown for %1: %2.")
                    .arg(fromEngine(option->spec.letter), parts.join(QStringLiteral(", "))));
        }
    }
    context.add(std::move(table));
}

void addYears(Context& context)
{
    double greatest = 0.0;
    for (const OptionResult* option : context.openOptions()) {
        greatest = std::max(greatest, option->cost.base.toDouble());
    }
    const Scale scale = tableScale(context, greatest);
    Table table = context.table(
        context.words("Cost by year"),
        context.words("%1, base case").arg(context.format().scaleUnit(scale, context.currency())));
    table.columns = {Context::textColumn(context.words("Option"))};
    const std::vector<Column> years = yearColumns(context);
    table.columns.insert(table.columns.end(), years.begin(), years.end());
    table.columns.push_back(Context::numberColumn(context.words("Total")));
    table.columns.back().isStrong = true;
    for (const OptionResult* option : context.openOptions()) {
        Row row{{context.optionCell(*option)}};
        for (int year = 0; year < yearCount(context.comparison()); ++year) {
            row.cells.push_back(
                context.costCell(yearSum(option->cost, year).toDouble(), scale, option->cost.isComplete));
        }
        row.cells.push_back(context.costCell(option->cost.base.toDouble(), scale, option->cost.isComplete));
        table.rows.push_back(std::move(row));
    }
    context.add(std::move(table));
}

void addBreakEven(Context& context)
{
    const OptionResult* reference = context.comparison().findOption(context.comparison().reference);
    if (reference == nullptr) {
        return;
    }
    const Format& format = context.format();
    Table table = context.table(context.words("Break-even with %1").arg(context.lettered(*reference)),
                                context.words("month in which the cumulative costs cross"));
    const bool hasPaths = context.comparison().paths > 0 && hasAnyRange(context);
    table.columns = {Context::textColumn(context.words("Option")),
                     Context::numberColumn(context.words("Base case"))};
    if (hasPaths) {
        for (const char* percentile : {"P10", "P50", "P90"}) {
            table.columns.push_back(Context::numberColumn(QString::fromLatin1(percentile)));
        }
        table.columns.push_back(Context::numberColumn(
            context.words("Probability"), context.words("by %1").arg(format.month(context.lastMonth()))));
    }
    bool isBound = !reference->cost.isComplete;
    const auto cell = [&format](const std::optional<model::Month>& month) {
        return Context::textCell(
            RichText(format.month(month), month ? Span::Role::Plain : Span::Role::Muted));
    };
    for (const OptionResult* option : context.openOptions()) {
        const simulator::BreakEven& point = option->breakEven;
        if (point.against.empty()) {
            continue;
        }
        Row row{{context.optionCell(*option), cell(point.base)}};
        if (hasPaths) {
            row.cells.push_back(cell(point.p10));
            row.cells.push_back(cell(point.p50));
            row.cells.push_back(cell(point.p90));
            row.cells.push_back(Cell{.text = format.percent(point.probability), .number = point.probability});
        }
        isBound = isBound || !option->cost.isComplete;
        table.rows.push_back(std::move(row));
    }
    if (isBound) {
        table.footnotes.emplace_back(context.words(
            "Where a part of a cost is unknown, the months are those of the known part: the whole may cross "
            "elsewhere, or not at all."));
    }
    if (!table.rows.empty()) {
        context.add(std::move(table));
    }
}

void addLedger(Context& context, const OptionResult& option)
{
    const Format& format = context.format();
    const Scale scale = tableScale(context, option.cost.base.toDouble());
    Table table = context.table(context.words("Ledger of %1").arg(fromEngine(option.spec.letter)),
                                context.words("%1, base case; the total is the sum of the lines")
                                    .arg(format.scaleUnit(scale, context.currency())));
    table.columns = {Context::textColumn(context.words("Line")), Context::textColumn(context.words("Basis"))};
    const std::vector<Column> years = yearColumns(context);
    table.columns.insert(table.columns.end(), years.begin(), years.end());
    table.columns.push_back(Context::numberColumn(context.words("Total")));
    table.columns.back().isStrong = true;
    table.columns.push_back(Column{.title = context.words("Source"), .align = Column::Align::Left});
    for (const simulator::LedgerLine& line : option.cost.lines) {
        Row row{{Context::textCell(context.fromEngine(line.label)),
                 Context::textCell(RichText(format.formulaText(line.basis), Span::Role::Muted))}};
        for (int year = 0; year < yearCount(context.comparison()); ++year) {
            row.cells.push_back(context.costCell(
                line.isKnown ? std::optional(yearSum(line.months, year).toDouble()) : std::nullopt, scale));
        }
        row.cells.push_back(
            context.costCell(line.isKnown ? std::optional(line.total.toDouble()) : std::nullopt, scale));
        RichText source;
        if (line.isAssumption) {
            source.add(context.words("assumed") + QLatin1Char(' '), Span::Role::Warning);
        }
        if (!line.isAssumption || !line.source.isEmpty()) {
            context.cite(source, line.source);
        }
        if (line.oldestDate.empty() ? !line.isAssumption && !line.source.isEmpty()
                                    : model::isStale(line.oldestDate, context.comparison().asOf)) {
            source.add(context.words(" stale"), Span::Role::Warning); // undated is as old as can be
        }
        row.cells.push_back(Context::textCell(source));
        table.rows.push_back(std::move(row));
    }
    Row total{.cells = {Context::textCell(context.words("Total")),
                        Context::textCell(context.counted(
                            static_cast<qsizetype>(option.cost.lines.size()), "one line", "%1 lines"))},
              .kind = Row::Kind::Total};
    for (int year = 0; year < yearCount(context.comparison()); ++year) {
        total.cells.push_back(
            context.costCell(yearSum(option.cost, year).toDouble(), scale, option.cost.isComplete));
    }
    total.cells.push_back(context.costCell(option.cost.base.toDouble(), scale, option.cost.isComplete));
    total.cells.emplace_back();
    table.rows.push_back(std::move(total));
    context.add(std::move(table));
}

/// The greatest lines by themselves, the rest together.
std::vector<Series> stackOf(const Context& context, const OptionResult& option, double divisor)
{
    static constexpr std::array<Fill, kStackParts> kFills{
        Fill::Solid, Fill::Hatched, Fill::Ink, Fill::InkHatched, Fill::InkDotted, Fill::Outline};
    std::vector<const simulator::LedgerLine*> lines;
    for (const simulator::LedgerLine& line : option.cost.lines) {
        if (line.isKnown
            && line.months.size() == static_cast<std::size_t>(context.comparison().horizonMonths)) {
            lines.push_back(&line);
        }
    }
    std::ranges::stable_sort(lines, [](const auto* a, const auto* b) {
        return std::abs(a->total.count) > std::abs(b->total.count);
    });
    std::vector<Series> stack;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isRest = i >= kStackParts - 1 && lines.size() > kStackParts;
        if (!isRest || stack.size() < kStackParts) {
            stack.push_back(
                Series{.letter = fromEngine(option.spec.letter),
                       .label = isRest ? context.words("Other") : context.fromEngine(lines[i]->label),
                       .values = std::vector<double>(lines[i]->months.size(), 0.0),
                       .fill = kFills.at(stack.size())});
        }
        for (std::size_t m = 0; m < lines[i]->months.size(); ++m) {
            stack.back().values[m] += lines[i]->months[m].toDouble() / divisor;
        }
    }
    return stack;
}

void addMonthlyChart(Context& context, const OptionResult& option)
{
    double greatest = 0.0;
    for (std::size_t m = 0; m < static_cast<std::size_t>(context.comparison().horizonMonths); ++m) {
        double sum = 0.0;
        for (const simulator::LedgerLine& line : option.cost.lines) {
            sum += m < line.months.size() ? line.months[m].toDouble() : 0.0;
        }
        greatest = std::max(greatest, sum);
    }
    const Scale scale = greatest >= 1e4
                            ? Scale{.word = greatest >= 1e8 ? Scale::Word::Million : Scale::Word::Thousand}
                            : Scale{};
    Chart chart = context.chart(
        context.words("Cost by month of %1").arg(fromEngine(option.spec.letter)),
        context.words("%1, base case").arg(context.format().scaleUnit(scale, context.currency())));
    chart.kind = Chart::Kind::Stack;
    chart.series = stackOf(context, option, scale.divisor());
    chart.description = context.words("Stacked bars, one for each month: the lines of the ledger above.");
    if (!chart.series.empty()) {
        context.add(std::move(chart));
    }
}

void addOptionCost(Context& context, const OptionResult& option, bool hasChart)
{
    const Format& format = context.format();
    const QString letter = fromEngine(option.spec.letter);
    context.openPart(QStringLiteral("cost-") + letter,
                     context.words("Option %1: %2").arg(letter, context.title(option)));
    RichText text(letter + QLatin1Char(' '), Span::Role::Plain);
    text.add(option.cost.isComplete ? context.words("costs ") : context.words("costs at least "));
    text.add(format.amount(option.cost.base) + QChar(0x00A0) + fromEngine(context.currency()),
             Span::Role::Strong);
    text.add(context.words(" from %1 to %2")
                 .arg(format.month(context.comparison().starts), format.month(context.lastMonth())));
    if (option.cost.range) {
        text.add(QStringLiteral(" (P10 %1, P90 %2)")
                     .arg(format.money(option.cost.range->p10, context.comparison().currency),
                          format.money(option.cost.range->p90, context.comparison().currency)));
    }
    text.add(QStringLiteral(". ") + format.optionDetail(option.spec) + QStringLiteral(". "));
    text.add(context.words("All amounts are nominal, net of VAT."));
    context.addText(text);
    addLedger(context, option);
    if (hasChart) {
        addMonthlyChart(context, option);
    }
}

} // namespace

Chart cumulativeChart(Context& context, std::size_t greatestCount)
{
    const Format& format = context.format();
    std::vector<const OptionResult*> chosen;
    const auto choose = [&](const OptionResult* option) {
        if (option != nullptr && !option->cost.cumulativeBase.empty() && chosen.size() < greatestCount
            && std::ranges::find(chosen, option) == chosen.end()) {
            chosen.push_back(option);
        }
    };
    choose(context.winner());
    const OptionResult* reference = context.comparison().findOption(context.comparison().reference);
    choose(reference != nullptr && reference->state != OptionState::Excluded ? reference : nullptr);
    for (const OptionResult* option : context.openOptions()) {
        choose(option);
    }
    double greatest = 0.0;
    for (const OptionResult* option : chosen) {
        greatest = std::max(greatest, *std::ranges::max_element(option->cost.cumulativeBase));
    }
    Scale scale = greatest >= 1e5
                      ? Scale{.word = greatest >= 1e9 ? Scale::Word::Million : Scale::Word::Thousand}
                      : Scale{};
    scale.decimals = greatest / scale.divisor() < 1000.0 ? 1 : 0;
    const bool hasBands = std::ranges::any_of(
        chosen, [](const OptionResult* option) { return !option->cost.cumulativeP10.empty(); });
    Chart chart = context.chart(
        context.words("Cumulative cost"),
        (hasBands ? context.words("%1, base case, bands P10–P90") : context.words("%1, base case"))
            .arg(format.scaleUnit(scale, context.currency())));
    const auto scaled = [&](std::vector<double> values) {
        for (double& value : values) {
            value /= scale.divisor();
        }
        return values;
    };
    for (const OptionResult* option : chosen) {
        Series series{.letter = fromEngine(option->spec.letter),
                      .label = context.title(*option),
                      .values = scaled(option->cost.cumulativeBase)};
        series.isMain = chart.series.size() < 2;
        if (series.isMain) {
            series.low = scaled(option->cost.cumulativeP10);
            series.high = scaled(option->cost.cumulativeP90);
        }
        series.endText =
            format.lowerBound(format.scaled(option->cost.base.toDouble(), scale), !option->cost.isComplete);
        chart.series.push_back(std::move(series));
    }
    chart.description = context.words("Lines rise from the first month to the last; the steepest is the "
                                      "dearest to run. The table of cost by year holds the values.");
    if (const OptionResult* first = context.winner()) {
        const OptionResult* crossed = first->breakEven.against.empty() ? context.second() : first;
        const OptionResult* other =
            crossed != nullptr ? context.comparison().findOption(crossed->breakEven.against) : nullptr;
        const auto month = crossed != nullptr ? crossing(crossed->breakEven) : std::nullopt;
        if (other != nullptr && month) {
            const int index = model::monthsBetween(context.comparison().starts, *month);
            const auto& values = crossed->cost.cumulativeBase;
            if (index >= 0 && static_cast<std::size_t>(index) < values.size()) {
                const bool isOtherCheaper = other->cost.base < crossed->cost.base;
                chart.marks.push_back(
                    {.monthIndex = index,
                     .value = values[static_cast<std::size_t>(index)] / scale.divisor(),
                     .text = context.words("%1 overtakes %2, %3")
                                 .arg(fromEngine(isOtherCheaper ? other->spec.letter : crossed->spec.letter),
                                      fromEngine(isOtherCheaper ? crossed->spec.letter : other->spec.letter),
                                      format.month(month))});
            }
        }
    }
    return chart;
}

void addCost(Context& context)
{
    context.openSection(QStringLiteral("cost"), context.words("Cost over the years"));
    context.addText(context.words("The base case holds every uncertain input at its median; its total is the "
                                  "sum of its ledger lines."));
    if (hasAnyRange(context)) {
        context.addText(
            context.words("P10, P50 and P90 are order statistics over %1 sampled paths and do not add up.")
                .arg(context.format().integer(context.comparison().paths)));
    }
    addOverview(context);
    addYears(context);
    context.add(cumulativeChart(context, kMonthlyCharts));
    addBreakEven(context);
    if (!context.settings().parts.ledgers) {
        return;
    }
    std::size_t count = 0;
    for (const OptionResult* option : context.openOptions()) {
        addOptionCost(context, *option, count < kMonthlyCharts);
        ++count;
    }
}

} // namespace wherewithal::app::building
