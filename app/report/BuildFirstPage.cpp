// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wherewithal::app::building {

namespace {

constexpr std::size_t kRowsOnFirstPage = 8;
constexpr qsizetype kLongTitle = 34; ///< characters; a longer one takes two lines of the page
constexpr std::size_t kUndecidedOnFirstPage = 2;
constexpr std::size_t kCurvesOnFirstPage = 6;
constexpr std::size_t kReasonsOnFirstPage = 4;

/// The option whose cost the winner is measured against on the first page: the next in rank.
QString costAgainstSecond(const Context& context, const OptionResult& first, const OptionResult& second)
{
    const double difference = first.cost.base.toDouble() - second.cost.base.toDouble();
    const QString amount = context.format().money(std::abs(difference), context.comparison().currency);
    const QString rival = context.lettered(second);
    return difference <= 0.0 ? context.words(", %1 less than the next in rank (%2)").arg(amount, rival)
                             : context.words(", %1 more than the next in rank (%2)").arg(amount, rival);
}

QString firstWords(const Context& context, const OptionResult& option)
{
    const QString title = context.title(option);
    const QString letter = fromEngine(option.spec.letter);
    switch (option.spec.kind) {
    case model::OptionKind::SelfHosted:
        return context.words("Buy servers and host them: %1 (option %2).").arg(title, letter);
    case model::OptionKind::TokenApi:
        return context.words("Buy tokens: %1 (option %2).").arg(title, letter);
    case model::OptionKind::Machine:
    case model::OptionKind::Platform:
    case model::OptionKind::Layer:
    case model::OptionKind::Hybrid:
        break;
    }
    return context.words("Run it on %1 (option %2).").arg(title, letter);
}

QString sustainedWords(const Context& context, const OptionResult& option)
{
    const WorkloadResult* workload = bindingWorkload(option);
    if (workload == nullptr || !workload->sustained) {
        return {};
    }
    const Format& format = context.format();
    return context.words(" It sustains %1 as sized for the first month, against %2 needed then.")
        .arg(format.quantity(workload->sustained, workload->sustainedUnit),
             format.quantity(workload->demandNow, workload->sustainedUnit));
}

RichText recommendation(const Context& context)
{
    const OptionResult* first = context.winner();
    if (first == nullptr) {
        const auto undecided = context.options(OptionState::Undecided).size();
        RichText text(context.words("No option meets every requirement."), Span::Role::Strong);
        if (undecided > 0) {
            text.add(QStringLiteral(" ")
                     + context.counted(static_cast<qsizetype>(undecided),
                                       "One option is undecided: a fact is missing.",
                                       "%1 options are undecided: facts are missing."));
        }
        return text.add(QStringLiteral(" ") + context.words("The reasons stand with the options below."));
    }
    const Format& format = context.format();
    RichText text(firstWords(context, *first), Span::Role::Strong);
    text.add(QStringLiteral(" ")
             + context.words("Over %1 this costs %2")
                   .arg(format.months(context.comparison().horizonMonths),
                        format.money(first->cost.base.toDouble(), context.comparison().currency)));
    if (const OptionResult* second = context.second()) {
        text.add(costAgainstSecond(context, *first, *second));
    }
    text.add(QStringLiteral("."));
    return text.add(sustainedWords(context, *first));
}

KeyFigure costFigure(const Context& context, const OptionResult& first)
{
    const Format& format = context.format();
    const double base = first.cost.base.toDouble();
    const Scale scale = scaleFor(base);
    KeyFigure figure{
        .value = format.lowerBound(format.scaled(base, scale), !first.cost.isComplete),
        .unit = format.scaleUnit(scale, context.currency()),
        .label = context.words("base cost of %2, %1")
                     .arg(format.months(context.comparison().horizonMonths), fromEngine(first.spec.letter))};
    figure.detail = first.cost.range ? context.words("P10 %1, P90 %2")
                                           .arg(format.scaled(first.cost.range->p10, scale),
                                                format.scaled(first.cost.range->p90, scale))
                                     : context.words("range not computed");
    return figure;
}

/// The option that the winner crosses: itself against the reference, or the next in rank against it.
const OptionResult* crossingOption(const Context& context, const OptionResult& first)
{
    if (!first.breakEven.against.empty()) {
        return &first;
    }
    return context.second();
}

/// "A overtakes B": who is cheaper at the end.
QString overtakes(const Context& context, const OptionResult& option)
{
    const OptionResult* other = context.comparison().findOption(option.breakEven.against);
    if (other == nullptr) {
        return {};
    }
    const bool isOtherCheaper = other->cost.base < option.cost.base;
    return context.words("%1 overtakes %2")
        .arg(fromEngine(isOtherCheaper ? other->spec.letter : option.spec.letter),
             fromEngine(isOtherCheaper ? option.spec.letter : other->spec.letter));
}

KeyFigure crossingFigure(const Context& context, const OptionResult& first)
{
    const Format& format = context.format();
    const OptionResult* option = crossingOption(context, first);
    if (option == nullptr || option->breakEven.against.empty()) {
        return {.value = format.month(std::nullopt),
                .unit = {},
                .label = context.words("break-even"),
                .detail = context.words("no other option")};
    }
    const auto month = crossing(option->breakEven);
    if (!month) {
        return {.value = format.month(std::nullopt),
                .unit = {},
                .label = context.words("break-even of %1 and %2")
                             .arg(fromEngine(option->spec.letter), fromEngine(option->breakEven.against)),
                .detail = context.words("not by %1").arg(format.month(context.lastMonth()))};
    }
    const QString detail = option->breakEven.p10 || option->breakEven.p90
                               ? format.monthRange(option->breakEven.p10, option->breakEven.p90)
                               : context.words("base case");
    return {.value = format.month(month), .unit = {}, .label = overtakes(context, *option), .detail = detail};
}

KeyFigure stabilityFigure(const Context& context, const OptionResult& first)
{
    const Format& format = context.format();
    if (!first.firstInFraction) {
        return {.value = format.unknown(),
                .unit = {},
                .label = context.words("how often %1 is first").arg(fromEngine(first.spec.letter)),
                .detail = context.words("paths not computed")};
    }
    QStringList others;
    for (const OptionResult* option : context.options(OptionState::Ranked)) {
        if (option != &first && option->firstInFraction.value_or(0.0) >= 0.005 && others.size() < 3) {
            others << fromEngine(option->spec.letter) + QLatin1Char(' ')
                          + format.percent(option->firstInFraction);
        }
    }
    return {.value = format.percent(first.firstInFraction),
            .unit = context.words("of samples"),
            .label = context.words("rank %1 first").arg(fromEngine(first.spec.letter)),
            .detail = others.isEmpty() ? context.words("no other is ever first")
                                       : others.join(QStringLiteral(", "))};
}

KeyFigure scoreFigure(const Context& context, const OptionResult& first)
{
    const Format& format = context.format();
    const QString unknownPoints = format.number((first.scoreHigh - first.scoreLow) * 100.0);
    QString detail = context.words("%1 points unknown").arg(unknownPoints);
    if (const OptionResult* second = context.second()) {
        detail = QStringLiteral("%1 %2; %3")
                     .arg(fromEngine(second->spec.letter),
                          format.score(second->scoreLow, second->scoreHigh),
                          detail);
    }
    return {.value = format.score(first.scoreLow, first.scoreHigh),
            .unit = context.words("of 100"),
            .label = context.words("score of %1").arg(fromEngine(first.spec.letter)),
            .detail = detail};
}

/// One unit for the column, or none: then each cell says its own.
std::string commonUnit(const std::vector<const OptionResult*>& options)
{
    std::set<std::string> units;
    for (const OptionResult* option : options) {
        if (const WorkloadResult* workload = bindingWorkload(*option)) {
            units.insert(workload->sustainedUnit);
        }
    }
    return units.size() == 1 ? *units.begin() : std::string();
}

struct ColumnRange
{
    double latency = 0.0;
    double runHours = 0.0; ///< of batch and training, which have no latency
    double sustained = 0.0;
    double cost = 0.0;
};

ColumnRange greatest(const std::vector<const OptionResult*>& options)
{
    ColumnRange range;
    for (const OptionResult* option : options) {
        range.cost = std::max(range.cost, option->cost.base.toDouble());
        if (const WorkloadResult* workload = bindingWorkload(*option)) {
            range.sustained = std::max(range.sustained, workload->sustained.value_or(0.0));
            range.runHours = std::max(range.runHours, workload->runHours.value_or(0.0));
            range.latency = std::max(range.latency, workload->latency ? workload->latency->p95Seconds : 0.0);
        }
    }
    return range;
}

bool showsRuns(const ColumnRange& range)
{
    return range.latency == 0.0 && range.runHours > 0.0;
}

Column timeColumn(const Context& context, const ColumnRange& range)
{
    if (showsRuns(range)) {
        return Context::numberColumn(context.words("One run"), context.format().unit("h"));
    }
    return Context::numberColumn(context.words("Latency"),
                                 range.latency < 1.0 ? context.words("ms, P95") : context.words("s, P95"));
}

Row optionRow(const Context& context,
              const OptionResult& option,
              const ColumnRange& range,
              const std::string& unit,
              bool hasRanges)
{
    const Format& format = context.format();
    const WorkloadResult* workload = bindingWorkload(option);
    const Scale scale = scaleFor(range.cost);
    const double latencyFactor = range.latency < 1.0 ? 1000.0 : 1.0;
    Row row;
    row.cells.push_back(Context::textCell(
        RichText(option.rank ? format.integer(*option.rank) : QString(QChar(0x2013)), Span::Role::Strong)));
    row.cells.push_back(context.optionCell(option));
    std::optional<double> time;
    if (showsRuns(range)) {
        time = workload != nullptr ? workload->runHours : std::nullopt;
    } else if (workload != nullptr && workload->latency) {
        time = workload->latency->p95Seconds * latencyFactor;
    }
    const double greatestTime = showsRuns(range) ? range.runHours : range.latency * latencyFactor;
    row.cells.push_back(context.numberCell(time, columnDecimals(greatestTime)));
    const auto sustained = workload != nullptr ? workload->sustained : std::nullopt;
    row.cells.push_back(
        unit.empty() && sustained
            ? Cell{.text = format.quantity(sustained, workload->sustainedUnit), .number = sustained}
            : context.numberCell(sustained, columnDecimals(range.sustained)));
    const bool isKnown = workload != nullptr && sustained.has_value();
    std::optional<model::Month> hit;
    if (isKnown && workload->firstLimit) {
        hit = workload->firstLimit->hitP50 ? workload->firstLimit->hitP50 : workload->firstLimit->hitBase;
    }
    row.cells.push_back(Context::textCell(isKnown ? RichText(format.month(hit))
                                                  : RichText(format.unknown(), Span::Role::Muted)));
    Cell cost = context.costCell(option.cost.base.toDouble(), scale, option.cost.isComplete);
    row.cells.push_back(cost);
    if (hasRanges) {
        row.cells.push_back(Context::textCell(
            option.cost.range
                ? RichText(format.lowerBound(
                               format.scaledRange(option.cost.range->p10, option.cost.range->p90, scale),
                               !option.cost.isComplete),
                           Span::Role::Muted)
                : RichText(format.unknown(), Span::Role::Muted)));
    }
    row.cells.push_back(Context::textCell(format.score(option.scoreLow, option.scoreHigh)));
    return row;
}

QString tableTitle(const Context& context)
{
    const auto undecided = context.options(OptionState::Undecided).size();
    if (context.winner() == nullptr) {
        return context.words("Options that are still open");
    }
    if (undecided == 0) {
        return context.words("Options that meet every requirement");
    }
    return context.counted(static_cast<qsizetype>(undecided),
                           "Options that meet every requirement, and one undecided",
                           "Options that meet every requirement, and %1 undecided");
}

RichText excludedNote(const Context& context, std::size_t hidden)
{
    const auto excluded = context.options(OptionState::Excluded);
    QStringList parts;
    for (const OptionResult* option : excluded) {
        if (parts.size() == 4) {
            parts << context.counted(static_cast<qsizetype>(excluded.size()) - 4, "one more", "%1 more");
            break;
        }
        const simulator::Reason* reason = decidingReason(*option);
        const QString why =
            reason != nullptr ? context.fromEngine(reason->text) : context.words("no reason given");
        parts << QStringLiteral("%1 (%2)").arg(context.lettered(*option), why);
    }
    RichText note;
    if (hidden > 0) {
        note.add(context.counted(static_cast<qsizetype>(hidden),
                                 "One option more stands in the cost section. ",
                                 "%1 options more stand in the cost section. "));
    }
    if (!parts.isEmpty()) {
        note.add(context.words("Excluded: %1.").arg(parts.join(QStringLiteral("; "))) + QLatin1Char(' '));
    }
    return note;
}

/// The best, and among the undecided the cheapest: what a page can carry. Returns how many stay out.
std::size_t keepForFirstPage(const Context& context, std::vector<const OptionResult*>& options)
{
    // Nine lines of names: the lists below the chart must stay on the page.
    const auto isLong = [&context](const OptionResult* option) {
        return context.title(*option).size() > kLongTitle;
    };
    const auto tall = static_cast<std::size_t>(std::count_if(
        options.begin(),
        options.begin() + static_cast<std::ptrdiff_t>(std::min(options.size(), kRowsOnFirstPage)),
        isLong));
    const std::size_t rows = tall > 4   ? kRowsOnFirstPage - 2
                             : tall > 1 ? kRowsOnFirstPage - 1
                                        : kRowsOnFirstPage;
    if (options.size() <= rows) {
        return 0;
    }
    const auto firstUndecided = std::ranges::find_if(
        options, [](const OptionResult* option) { return option->state == OptionState::Undecided; });
    std::vector<const OptionResult*> ranked(options.begin(), firstUndecided);
    std::vector<const OptionResult*> undecided(firstUndecided, options.end());
    std::ranges::stable_sort(undecided,
                             [](const auto* a, const auto* b) { return a->cost.base < b->cost.base; });
    undecided.resize(
        std::min(undecided.size(), std::max(kUndecidedOnFirstPage, rows - std::min(ranked.size(), rows))));
    const std::size_t all = options.size();
    ranked.resize(std::min(ranked.size(), rows - undecided.size()));
    options = std::move(ranked);
    options.insert(options.end(), undecided.begin(), undecided.end());
    return all - options.size();
}

void addOptionsTable(Context& context)
{
    std::vector<const OptionResult*> options = context.openOptions();
    const Format& format = context.format();
    const std::size_t hidden = keepForFirstPage(context, options);
    const ColumnRange range = greatest(options);
    const std::string unit = commonUnit(options);
    Table table{.title = tableTitle(context)};
    table.columns = {Column{.title = {}, .align = Column::Align::Left},
                     Context::textColumn(context.words("Option")),
                     timeColumn(context, range),
                     Context::numberColumn(context.words("Sustained"), format.unit(unit)),
                     Context::numberColumn(context.words("First limit"), context.words("month, P50")),
                     Context::numberColumn(context.words("Cost"),
                                           format.scaleUnit(scaleFor(range.cost), context.currency())),
                     Context::numberColumn(context.words("Score"), QStringLiteral("0–100"))};
    table.columns[5].isStrong = true;
    const bool hasRanges = std::ranges::any_of(
        options, [](const OptionResult* option) { return option->cost.range.has_value(); });
    if (hasRanges) {
        table.columns.insert(table.columns.end() - 1, Context::numberColumn(QStringLiteral("P10–P90")));
    }
    for (const OptionResult* option : options) {
        table.rows.push_back(optionRow(context, *option, range, unit, hasRanges));
    }
    const RichText note = excludedNote(context, hidden);
    if (!note.isEmpty()) {
        table.footnotes.push_back(note);
    }
    context.add(std::move(table));
}

/// The cheapest of those whose whole cost is known and below the first's; else of those of which a part is: a
/// lower bound is no cost to compare with.
const OptionResult* cheaperThan(const Context& context, const OptionResult& first)
{
    const OptionResult* cheapest = nullptr;
    const auto rank = [](const OptionResult& option) {
        return std::pair(!option.cost.isComplete, option.cost.base);
    };
    for (const OptionResult* option : context.openOptions()) {
        if (option != &first && option->cost.base < first.cost.base
            && (cheapest == nullptr || rank(*option) < rank(*cheapest))) {
            cheapest = option;
        }
    }
    return cheapest;
}

/// Others that are, or may turn out, cheaper; what is paid whether used or not.
void addCostReasons(const Context& context, const OptionResult& first, std::vector<RichText>& reasons)
{
    const Format& format = context.format();
    if (const OptionResult* cheapest = cheaperThan(context, first)) {
        const QString amount =
            format.money((first.cost.base - cheapest->cost.base).toDouble(), context.comparison().currency);
        const QString sentence =
            !cheapest->cost.isComplete
                ? context.words("%1 may cost up to %2 less; a part of its cost is unknown.")
            : cheapest->state == OptionState::Undecided ? context.words("%1 costs %2 less, but is undecided.")
                                                        : context.words("%1 costs %2 less.");
        reasons.emplace_back(sentence.arg(context.lettered(*cheapest), amount));
    }
    if (model::isCommitment(first.spec.purchase) && first.spec.termMonths > 0) {
        reasons.emplace_back(context.words("It commits for %1: that is paid whether used or not.")
                                 .arg(format.months(first.spec.termMonths)));
    }
}

/// What speaks against the first: facts of the comparison, the strongest first.
std::vector<RichText> reasonsAgainst(const Context& context, const OptionResult& first)
{
    const Format& format = context.format();
    std::vector<RichText> reasons;
    if (const OptionResult* best = [&]() -> const OptionResult* {
            const OptionResult* found = nullptr;
            for (const OptionResult* option : context.options(OptionState::Ranked)) {
                if (option != &first && option->scoreLow > first.scoreLow + 0.045
                    && (found == nullptr || option->scoreLow > found->scoreLow)) {
                    found = option;
                }
            }
            return found;
        }()) {
        reasons.emplace_back(
            context.words("It scores %1 points below %2 (lower bounds).")
                .arg(format.number((best->scoreLow - first.scoreLow) * 100.0), context.lettered(*best)));
    }
    addCostReasons(context, first, reasons);
    if (first.firstInFraction.value_or(1.0) < 0.5) {
        reasons.emplace_back(
            context.words("It is first in only %1 of the sampled weights, prices and unknowns.")
                .arg(format.percent(first.firstInFraction)));
    }
    const auto& months = first.cost.cumulativeBase;
    if (months.size() > 1 && months.front() > 0.2 * months.back()) {
        reasons.emplace_back(context.words("%1 are due in the first month.")
                                 .arg(format.money(months.front(), context.comparison().currency)));
    }
    const WorkloadResult* workload = bindingWorkload(first);
    if (workload != nullptr && workload->firstLimit) {
        const auto& limit = *workload->firstLimit;
        const auto month = limit.hitP50 ? limit.hitP50 : limit.hitBase;
        if (month) {
            reasons.emplace_back(context.words("Its first limit, “%1”, is reached in %2.")
                                     .arg(context.fromEngine(limit.name), format.month(month)));
        }
    }
    const double width = first.scoreHigh - first.scoreLow;
    if (width >= 0.08) {
        reasons.emplace_back(context.words("%1 of its 100 score points hang on facts that nobody published.")
                                 .arg(format.number(width * 100.0)));
    }
    for (const simulator::Reason& reason : first.reasons) {
        if (reason.kind == simulator::Reason::Kind::Warning) {
            reasons.emplace_back(QString(context.fromEngine(reason.text) + QLatin1Char('.')));
        }
    }
    if (reasons.size() > kReasonsOnFirstPage) {
        reasons.resize(kReasonsOnFirstPage);
    }
    if (reasons.empty()) {
        reasons.emplace_back(context.words("None was found in the facts at hand."));
    }
    return reasons;
}

std::vector<RichText> whenToDecideAgain(const Context& context)
{
    const Format& format = context.format();
    std::vector<RichText> items;
    for (const simulator::TippingPoint& point : context.comparison().tippingPoints) {
        if (point.at && items.size() < 2) {
            const QString sentence = *point.at < point.current
                                         ? context.words("The weight “%1” falls below %2: then %3 is first.")
                                         : context.words("The weight “%1” rises above %2: then %3 is first.");
            items.emplace_back(sentence.arg(
                format.weightName(point.weight), format.percent(point.at), fromEngine(point.newFirst)));
        }
    }
    if (const OptionResult* first = context.winner()) {
        const WorkloadResult* workload = bindingWorkload(*first);
        if (workload != nullptr && workload->firstLimit && workload->firstLimit->hitP90) {
            items.emplace_back(context.words("Growth reaches “%1” earlier than %2.")
                                   .arg(context.fromEngine(workload->firstLimit->name),
                                        format.month(workload->firstLimit->hitP50)));
        }
        if (first->spec.termMonths > 0) {
            items.emplace_back(context.words("The commitment of %1 ends: %2.")
                                   .arg(format.months(first->spec.termMonths),
                                        format.month(model::monthsLater(context.comparison().starts,
                                                                        first->spec.termMonths))));
        }
    }
    const auto undecided = context.options(OptionState::Undecided).size();
    if (undecided > 0) {
        items.emplace_back(context.counted(static_cast<qsizetype>(undecided),
                                           "The missing facts of the undecided option become known.",
                                           "The missing facts of the %1 undecided options become known."));
    }
    const auto stale =
        std::ranges::count_if(context.comparison().prices, [](const auto& use) { return use.isStale; });
    if (stale > 0) {
        items.emplace_back(context.counted(stale,
                                           "One price is stale: ask for it before signing.",
                                           "%1 prices are stale: ask for them before signing."));
    }
    if (items.size() > kReasonsOnFirstPage) {
        items.resize(kReasonsOnFirstPage);
    }
    if (items.empty()) {
        items.emplace_back(context.words("No single weight changes the first place; prices and demand may."));
    }
    return items;
}

} // namespace

void addFirstPage(Context& context)
{
    const Comparison& comparison = context.comparison();
    const Format& format = context.format();
    ReportDocument& document = context.document();
    QStringList kicker{context.words("Decision report"),
                       format.day(comparison.asOf),
                       context.words("status: %1")
                           .arg(context.settings().status.isEmpty() ? context.words("proposed")
                                                                    : context.settings().status)};
    if (!context.settings().audience.isEmpty()) {
        kicker << context.words("for: %1").arg(context.settings().audience);
    }
    document.kicker = kicker.join(QStringLiteral("  ·  "));
    document.title = context.words("%1: where to run it, %2 to %3")
                         .arg(fromEngine(comparison.planName),
                              format.month(comparison.starts),
                              format.month(context.lastMonth()));
    document.footerLeft = context.words("%1, decision report, %2")
                              .arg(fromEngine(comparison.planName), format.day(comparison.asOf));
    document.footerRight =
        QStringLiteral("Wherewithal %1, %2 %3, %4 %5")
            .arg(context.settings().programVersion, context.words("seed"))
            .arg(comparison.seed)
            .arg(context.words("catalogue"), fromEngine(comparison.catalogueHash.substr(0, 8)));
    document.pagePattern = context.words("page %1 of %2");
    document.contentsTitle = context.words("Contents");
    document.tableWord = context.words("Table");
    document.figureWord = context.words("Figure");

    document.sections.push_back(
        Section{.anchor = QStringLiteral("summary"), .title = context.words("Recommendation"), .level = 1});
    context.addText(recommendation(context), Paragraph::Style::Lead);
    const OptionResult* first = context.winner();
    if (first != nullptr) {
        context.add(KeyFigures{{costFigure(context, *first),
                                crossingFigure(context, *first),
                                stabilityFigure(context, *first),
                                scoreFigure(context, *first)}});
    }
    if (!context.openOptions().empty()) {
        addOptionsTable(context);
        context.add(cumulativeChart(context, kCurvesOnFirstPage));
    } else if (const RichText note = excludedNote(context, 0); !note.isEmpty()) {
        context.addText(note, Paragraph::Style::Note);
    }
    if (first != nullptr) {
        context.add(ListPair{
            .left = {.title =
                         context.words("Strongest reasons against %1").arg(fromEngine(first->spec.letter)),
                     .symbol = ItemList::Symbol::Against,
                     .items = reasonsAgainst(context, *first)},
            .right = {.title = context.words("When to decide again"),
                      .symbol = ItemList::Symbol::Again,
                      .items = whenToDecideAgain(context)}});
    }
}

} // namespace wherewithal::app::building
