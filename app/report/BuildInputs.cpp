// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"
#include "model/plan/Assumptions.h"

#include <algorithm>
#include <set>

namespace wherewithal::app::building {

namespace {

/// Rows "what, value, note" of one workload.
class InputRows
{
public:
    InputRows(const Context& context, Table& table, const std::string& place)
        : m_context(context)
        , m_table(table)
        , m_place(place)
    {}

    void add(const QString& what, const QString& value, const QString& note = {})
    {
        m_table.rows.push_back(Row{{Context::textCell(what),
                                    Context::textCell(value),
                                    Context::textCell(RichText(note, Span::Role::Muted))}});
    }
    /// An input that may be a range; nothing is printed for one that does not apply (certain zero).
    void
    add(const QString& what, const model::Range& value, const std::string& unit, const std::string& field)
    {
        if (value == model::Range(0.0)) {
            return;
        }
        add(what, m_context.format().range(value, unit), note(field, value));
    }
    void addBytes(const QString& what, const model::Range& value, const std::string& field)
    {
        if (value == model::Range(0.0)) {
            return;
        }
        const Format& format = m_context.format();
        const QString text =
            value.isCertain()
                ? format.traffic(value.median())
                : QString(format.traffic(value.least()) + QChar(0x2013) + format.traffic(value.most()));
        add(what, text, note(field, value));
    }
    [[nodiscard]] QString note(const std::string& field, const model::Range& value) const
    {
        const auto at = m_context.plan().fieldNotes.find(m_place + "/" + field);
        QString text = at == m_context.plan().fieldNotes.end() ? QString() : fromEngine(at->second);
        if (!value.isCertain()) {
            const QString median =
                m_context.words("median %1").arg(m_context.format().significant(value.median()));
            text = text.isEmpty() ? median : QString(median + QStringLiteral("; ") + text);
        }
        return text;
    }

private:
    const Context& m_context;
    Table& m_table;
    std::string m_place;
};

void addArchitecture(const Context& context,
                     InputRows& rows,
                     const model::LlmArchitecture& model,
                     const std::string& origin)
{
    const Format& format = context.format();
    QString shape = context.words("%1 layers, hidden size %2")
                        .arg(format.integer(model.layerCount), format.integer(model.hiddenSize));
    if (model.isMixtureOfExperts()) {
        shape += context.words(", %1 of %2 experts per token")
                     .arg(format.integer(model.expertsPerToken), format.integer(model.expertCount));
    }
    rows.add(context.words("Model"), fromEngine(model.name), origin.empty() ? QString() : fromEngine(origin));
    rows.add(context.words("Shape"), shape, fromEngine(model.family));
}

void addCostOfWork(const Context& context, InputRows& rows, const model::InferenceCost& cost)
{
    rows.add(context.words("Model"), fromEngine(cost.modelName), fromEngine(cost.modelClass));
    rows.add(context.words("Arithmetic per item"), cost.flops, "FLOP", "cost/flops");
    rows.addBytes(
        context.words("Memory traffic per item"), cost.memoryTrafficBytes, "cost/memory_traffic_bytes");
    rows.addBytes(context.words("Model in memory"), cost.modelBytes, "cost/model_bytes");
    rows.add(context.words("Measured on one vCPU"), cost.cpuSecondsPerItem, "s", "cost/cpu_seconds_per_item");
    rows.add(context.words("Precision"), fromEngine(std::string(model::name(cost.precision))));
}

/// How the model lies on its devices, and what drafts for it; nothing where the plan asks for nothing.
void addServing(const Context& context, InputRows& rows, const model::LlmServing& serving)
{
    if (serving.isExpertParallel) {
        rows.add(context.words("Experts"), context.words("dealt out over the devices"));
    }
    const model::Speculation& speculation = serving.speculation;
    if (speculation.draftedTokens == 0) {
        return;
    }
    rows.add(context.words("Drafted tokens for each pass"),
             context.format().integer(speculation.draftedTokens));
    rows.add(context.words("Acceptance of drafted tokens"),
             speculation.acceptance,
             "fraction",
             "speculation/acceptance");
    rows.add(context.words("Time of a draft over that of a pass"),
             context.format().percent(speculation.draftShare, 1));
}

void addDetail(const Context& context, InputRows& rows, const model::WorkloadDetail& detail)
{
    const Format& format = context.format();
    if (const auto* serving = std::get_if<model::LlmServing>(&detail)) {
        addArchitecture(context, rows, serving->architecture, serving->configOrigin);
        rows.add(context.words("Precision of weights and cache"),
                 fromEngine(std::string(model::name(serving->weightPrecision))) + QStringLiteral(", ")
                     + fromEngine(std::string(model::name(serving->cachePrecision))));
        rows.add(context.words("Input"), serving->inputTokens, "tokens", "input_tokens");
        rows.add(context.words("Output"), serving->outputTokens, "tokens", "output_tokens");
        rows.add(context.words("Shared prefix"),
                 serving->sharedPrefixFraction,
                 "fraction",
                 "shared_prefix_fraction");
        addServing(context, rows, *serving);
    } else if (const auto* inference = std::get_if<model::Inference>(&detail)) {
        addCostOfWork(context, rows, inference->cost);
    } else if (const auto* batch = std::get_if<model::BatchScoring>(&detail)) {
        addCostOfWork(context, rows, batch->cost);
        rows.add(context.words("Items per run"), batch->itemsPerRun, "items", "items_per_run");
        rows.add(context.words("Runs per month"), batch->runsPerMonth, "", "runs_per_month");
    } else if (const auto* training = std::get_if<model::Training>(&detail)) {
        addArchitecture(context, rows, training->architecture, training->configOrigin);
        rows.add(context.words("Method"),
                 training->method == model::Training::Method::Full ? context.words("all parameters")
                                                                   : context.words("adapters (LoRA)"));
        rows.add(context.words("Tokens per run"), training->tokensPerRun, "tokens", "tokens_per_run");
        rows.add(context.words("Runs per month"), training->runsPerMonth, "", "runs_per_month");
    } else if (const auto* measured = std::get_if<model::MeasuredService>(&detail)) {
        rows.add(context.words("Measured on"), fromEngine(measured->measuredOn));
        for (const model::MeasuredPoint& point : measured->points) {
            rows.add(point.concurrency == 1.0
                         ? context.words("Load test at one user")
                         : context.words("Load test at %1 users").arg(format.plain(point.concurrency)),
                     format.quantity(point.throughputPerSecond, "requests/s"),
                     point.latencyP95Seconds
                         ? context.words("P95 %1").arg(format.duration(point.latencyP95Seconds))
                         : QString());
        }
        rows.addBytes(
            context.words("Memory per replica"), measured->memoryBytesPerReplica, "memory_bytes_per_replica");
    }
}

QString growthText(const Context& context, const model::Growth& growth)
{
    const QString rate = context.format().range(growth.perYear, "fraction/year");
    switch (growth.kind) {
    case model::Growth::Kind::None:
        return context.words("none");
    case model::Growth::Kind::Linear:
        return context.words("linear, %1 of the first month").arg(rate);
    case model::Growth::Kind::Exponential:
        return context.words("compound, %1").arg(rate);
    case model::Growth::Kind::Logistic:
        return context.words("compound, %1, levelling at %2 times the first month")
            .arg(rate, context.format().range(growth.ceilingMultiple));
    }
    return {};
}

void addDemand(const Context& context, InputRows& rows, const model::Workload& workload)
{
    const Format& format = context.format();
    const model::Demand& demand = workload.demand;
    rows.add(context.words("Arrivals in the busiest hour"),
             demand.peakPerSecond,
             "requests/s",
             "demand/peak_per_second");
    rows.add(context.words("Week"),
             fromEngine(demand.profile.name),
             context.words("mean %1 of the peak").arg(format.percent(demand.profile.meanFraction())));
    rows.add(context.words("Growth"), growthText(context, demand.growth), {});
    for (const model::DemandStep& step : demand.steps) {
        rows.add(context.words("Step in %1").arg(format.month(step.month)),
                 QStringLiteral("× ") + format.range(step.factor),
                 fromEngine(step.label));
    }
    rows.addBytes(
        context.words("Transfer in per request"), workload.bytesInPerRequest, "bytes_in_per_request");
    rows.addBytes(
        context.words("Transfer back per request"), workload.bytesOutPerRequest, "bytes_out_per_request");
    rows.addBytes(context.words("Stored"), workload.storedBytes, "stored_bytes");
}

void addObjectives(const Context& context, InputRows& rows, const model::Objectives& objectives)
{
    const Format& format = context.format();
    const auto atMost = [&](const QString& what, const std::optional<double>& seconds) {
        if (seconds) {
            rows.add(
                what, context.words("at most %1").arg(format.duration(seconds)), context.words("objective"));
        }
    };
    atMost(context.words("Time to first token, P95"), objectives.timeToFirstTokenP95Seconds);
    atMost(context.words("Time per token, P95"), objectives.timePerTokenP95Seconds);
    atMost(context.words("Latency end to end, P95"), objectives.latencyP95Seconds);
    if (objectives.deadlineHours) {
        atMost(context.words("A run"), *objectives.deadlineHours * 3600.0);
    }
    if (objectives.availability) {
        rows.add(context.words("Availability"),
                 context.words("at least %1").arg(format.percent(objectives.availability, 2)),
                 context.words("objective"));
    }
}

void addWorkload(Context& context, const model::Workload& workload, std::size_t index)
{
    const QString title = fromEngine(workload.name.empty() ? workload.id.text() : workload.name);
    Table table = context.table(title, context.format().workloadKind(workload.detail));
    table.columns = {Context::textColumn(context.words("Input")),
                     Context::textColumn(context.words("Value")),
                     Context::textColumn(context.words("Note"))};
    InputRows rows(context, table, "/workloads/" + std::to_string(index));
    addDetail(context, rows, workload.detail);
    addDemand(context, rows, workload);
    addObjectives(context, rows, workload.objectives);
    if (!workload.notes.empty()) {
        table.footnotes.emplace_back(fromEngine(workload.notes));
    }
    context.add(std::move(table));
}

Row assumptionRow(const Context& context, const model::Figure& figure, bool isOwn)
{
    const Format& format = context.format();
    const auto range = model::parseRange(figure.range);
    Row row;
    row.cells.push_back(Context::textCell(
        RichText(context.fromEngine(figure.name), isOwn ? Span::Role::Strong : Span::Role::Plain)));
    row.cells.push_back(Cell{.text = format.compact(figure.value, figure.unit), .number = figure.value});
    row.cells.push_back(Context::textCell(RichText(
        range ? format.compactRange(*range, figure.unit) : fromEngine(figure.range), Span::Role::Muted)));
    row.cells.push_back(Context::textCell(RichText(context.fromEngine(figure.note), Span::Role::Muted)));
    return row;
}

void addAssumptions(Context& context)
{
    const model::Assumptions& assumptions = context.plan().assumptions;
    Table table = context.table(context.words("Assumptions in force"),
                                context.words("figures that no source settles; bold: set in this plan"));
    table.isDense = true;
    table.columns = {Context::textColumn(context.words("Assumption")),
                     Context::numberColumn(context.words("Value")),
                     Context::numberColumn(context.words("Range")),
                     Context::textColumn(context.words("Basis"))};
    // Those that the figures rest on, and those that the plan sets; all of them if the run did not say.
    const auto& used = context.comparison().assumptionsUsed;
    std::set<std::string> listed;
    for (const model::Figure& figure : used) {
        if (listed.insert(figure.name).second) {
            const bool isOwn = std::ranges::any_of(assumptions.own(), [&](const auto& own) {
                const model::AssumptionSpec* spec = model::findAssumption(own.first);
                return spec != nullptr && spec->label == figure.name;
            });
            table.rows.push_back(assumptionRow(context, figure, isOwn));
        }
    }
    for (const model::AssumptionSpec& spec : model::assumptionTable()) {
        const bool isOwn = assumptions.isOwn(spec.key);
        if ((isOwn || used.empty()) && listed.insert(std::string(spec.label)).second) {
            table.rows.push_back(assumptionRow(context, assumptions.figure(spec.key), isOwn));
        }
    }
    context.add(std::move(table));
}

/// What a requirement asks for, in words.
QString asked(const Context& context, const model::Requirement& requirement)
{
    QStringList values;
    for (const std::string& value : requirement.values) {
        const auto at = std::ranges::find_if(context.slice().questions,
                                             [&](const model::Question& q) { return q.id.text() == value; });
        values << (at == context.slice().questions.end() ? fromEngine(value) : context.fromEngine(at->text));
    }
    QString text =
        context.format().name(requirement.kind) + QStringLiteral(": ") + values.join(QStringLiteral(", "));
    if (requirement.acceptsPartial) {
        text += context.words(" (partly suffices)");
    }
    return text;
}

QStringList lettersWith(const Context& context, const std::string& requirement, simulator::Reason::Kind kind)
{
    QStringList letters;
    for (const OptionResult& option : context.comparison().options) {
        if (std::ranges::any_of(option.reasons, [&](const auto& r) {
                return r.kind == kind && r.requirementId == requirement;
            })) {
            letters << fromEngine(option.spec.letter);
        }
    }
    return letters;
}

void addRequirementTable(Context& context)
{
    using Kind = simulator::Reason::Kind;
    Table table = context.table(context.words("Must-haves"), context.words("pass or fail, before any score"));
    table.columns = {Context::textColumn(context.words("Must-have")),
                     Context::textColumn(context.words("Asks for")),
                     Context::numberColumn(context.words("Met by")),
                     Context::textColumn(context.words("Failed by")),
                     Context::textColumn(context.words("Open for"))};
    const auto count = static_cast<qsizetype>(context.comparison().options.size());
    for (const model::Requirement& requirement : context.plan().requirements) {
        const QStringList failed = lettersWith(context, requirement.id, Kind::RequirementFailed);
        const QStringList open = lettersWith(context, requirement.id, Kind::RequirementUnknown);
        const qsizetype met = count - failed.size() - open.size();
        table.rows.push_back(
            Row{{Context::textCell(fromEngine(requirement.id)),
                 Context::textCell(asked(context, requirement)),
                 Cell{.text = context.format().integer(met), .number = static_cast<double>(met)},
                 Context::textCell(
                     RichText(failed.isEmpty() ? context.words("none") : failed.join(QStringLiteral(", ")),
                              failed.isEmpty() ? Span::Role::Muted : Span::Role::Bad)),
                 Context::textCell(
                     RichText(open.isEmpty() ? context.words("none") : open.join(QStringLiteral(", ")),
                              open.isEmpty() ? Span::Role::Muted : Span::Role::Warning))}});
    }
    context.add(std::move(table));
}

void addReasons(Context& context, OptionState state, const QString& title, const QString& subtitle)
{
    const auto options = context.options(state);
    if (options.empty()) {
        return;
    }
    Table table = context.table(title, subtitle);
    table.columns = {Context::textColumn(context.words("Option")),
                     Column{.title = context.words("Test"), .align = Column::Align::Left},
                     Context::textColumn(context.words("Reason"))};
    for (const OptionResult* option : options) {
        bool isFirst = true;
        for (const simulator::Reason& reason : option->reasons) {
            if (reason.kind == simulator::Reason::Kind::Warning) {
                continue;
            }
            table.rows.push_back(Row{{isFirst ? context.optionCell(*option) : Cell{},
                                      Context::textCell(context.format().name(reason.kind)),
                                      Context::textCell(context.fromEngine(reason.text))}});
            isFirst = false;
        }
    }
    context.add(std::move(table));
}

/// "USD/h", whether the unit names the currency or not.
QString priceUnit(const Context& context, const model::UsedPrice& price)
{
    const bool hasCurrency = price.unit.starts_with(price.currency);
    return hasCurrency
               ? context.format().unit(price.unit)
               : QString(fromEngine(price.currency) + QLatin1Char('/') + context.format().unit(price.unit));
}

/// "egress-internet" -> "egress internet"
QString priceItem(const Context& context, const std::string& what)
{
    const QString known = context.fromEngine(what);
    return known == fromEngine(what) ? QString(known).replace(QLatin1Char('-'), QLatin1Char(' ')) : known;
}

RichText sourceText(const std::string& source)
{
    const QString text = fromEngine(source);
    const bool isLink =
        text.startsWith(QLatin1String("https://")) || text.startsWith(QLatin1String("http://"));
    return isLink ? RichText().add(text, Span::Role::Plain, text) : RichText(text);
}

} // namespace

void addWorkloads(Context& context)
{
    context.openSection(QStringLiteral("workload"), context.words("Workload and assumptions"));
    const Comparison& comparison = context.comparison();
    context.addText(context
                        .words("The plan runs from %1 to %2 in %3, net of VAT. Prices and support dates are "
                               "judged as of %4.")
                        .arg(context.format().month(comparison.starts),
                             context.format().month(context.lastMonth()),
                             fromEngine(comparison.currency.code()),
                             context.format().day(comparison.asOf)));
    if (!context.plan().notes.empty()) {
        context.addText(fromEngine(context.plan().notes));
    }
    for (std::size_t i = 0; i < context.plan().workloads.size(); ++i) {
        addWorkload(context, context.plan().workloads[i], i);
    }
    addAssumptions(context);
}

void addRequirements(Context& context)
{
    context.openSection(QStringLiteral("must-haves"), context.words("Must-haves"));
    const auto& options = context.comparison().options;
    const auto ranked = static_cast<qsizetype>(context.options(OptionState::Ranked).size());
    context.addText(context
                        .words("Of %1 options %2 meet every must-have and objective. Must-haves and "
                               "objectives filter; they earn no points.")
                        .arg(context.format().integer(static_cast<qint64>(options.size())),
                             context.format().integer(ranked)));
    if (!context.plan().requirements.empty()) {
        addRequirementTable(context);
    }
    addReasons(context,
               OptionState::Excluded,
               context.words("Excluded options"),
               context.words("and the test that each fails"));
    addReasons(context,
               OptionState::Undecided,
               context.words("Undecided options"),
               context.words("and what is missing"));
}

void addPrices(Context& context)
{
    context.openSection(QStringLiteral("prices"), context.words("Options and price sources"));
    const Format& format = context.format();
    Table options = context.table(context.words("All options"),
                                  context.words("letters stay as long as an option stands in the plan"));
    options.columns = {Context::textColumn(context.words("Option")),
                       Context::textColumn(context.words("Provider, region")),
                       Context::textColumn(context.words("Bought as")),
                       Column{.title = context.words("State"), .align = Column::Align::Left}};
    for (const OptionResult& option : context.comparison().options) {
        const QString region =
            fromEngine(option.spec.regionName.empty() ? option.spec.region.text() : option.spec.regionName);
        QString place = fromEngine(option.spec.providerName.empty() ? option.spec.provider.text()
                                                                    : option.spec.providerName);
        place += region.isEmpty() ? QString() : QString(QStringLiteral(", ") + region);
        options.rows.push_back(Row{{context.optionCell(option),
                                    Context::textCell(place),
                                    Context::textCell(format.purchaseText(
                                        option.spec.purchase, option.spec.termMonths, option.spec.payment)),
                                    Context::textCell(format.name(option.state))}});
    }
    context.add(std::move(options));

    Table prices = context.table(context.words("Prices used"), context.words("list prices, net of VAT"));
    prices.isDense = true;
    prices.columns = {Column{.title = context.words("Option"), .align = Column::Align::Left},
                      Context::textColumn(context.words("Price of")),
                      Context::numberColumn(context.words("Amount")),
                      Column{.title = context.words("Unit"), .align = Column::Align::Left},
                      Column{.title = context.words("Date"), .align = Column::Align::Left},
                      Context::textColumn(context.words("Source"))};
    for (const simulator::PriceUse& use : context.comparison().prices) {
        const OptionResult* option = context.comparison().findOption(use.price.optionId);
        RichText date(use.price.date.empty() ? context.words("undated") : fromEngine(use.price.date),
                      use.isStale ? Span::Role::Warning : Span::Role::Plain);
        if (use.isStale) {
            date.add(context.words(" stale"), Span::Role::Warning);
        }
        Cell letter;
        letter.letter = fromEngine(option != nullptr ? option->spec.letter : std::string());
        letter.isLetterOutlined = option != nullptr && option->state == OptionState::Excluded;
        QString amount = format.plain(use.price.amount.toDouble());
        if (!use.price.upfront.isZero()) {
            amount += context.words(" + %1 upfront").arg(format.plain(use.price.upfront.toDouble()));
        }
        prices.rows.push_back(Row{{letter,
                                   Context::textCell(priceItem(context, use.price.what)),
                                   Cell{.text = amount, .number = use.price.amount.toDouble()},
                                   Context::textCell(priceUnit(context, use.price)),
                                   Context::textCell(date),
                                   Context::textCell(sourceText(use.price.source))}});
    }
    if (prices.rows.empty()) {
        context.addText(context.words("No price was used."));
        return;
    }
    prices.footnotes.emplace_back(
        context.words("Stale: older than %1 days on %2, or without a date.")
            .arg(format.integer(model::kStaleAfterDays), format.day(context.comparison().asOf)));
    context.add(std::move(prices));
}

} // namespace wherewithal::app::building
