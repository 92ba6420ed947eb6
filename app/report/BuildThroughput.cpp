// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app::building {

namespace {

std::vector<const WorkloadResult*> resultsOf(const std::vector<const OptionResult*>& options,
                                             std::size_t workload)
{
    std::vector<const WorkloadResult*> results;
    for (const OptionResult* option : options) {
        results.push_back(workload < option->workloads.size() ? &option->workloads[workload] : nullptr);
    }
    return results;
}

double greatestOf(const std::vector<const WorkloadResult*>& results, auto value)
{
    double greatest = 0.0;
    for (const WorkloadResult* result : results) {
        if (result != nullptr) {
            greatest = std::max(greatest, std::abs(value(*result).value_or(0.0)));
        }
    }
    return greatest;
}

std::optional<double> machines(const WorkloadResult& result, bool atEnd)
{
    if (result.machinesPerMonth.empty()) {
        return std::nullopt;
    }
    return atEnd ? result.machinesPerMonth.back() : result.machinesPerMonth.front();
}

void addCapacityTable(Context& context, std::size_t index, const QString& name)
{
    const auto options = context.openOptions();
    const auto results = resultsOf(options, index);
    const auto withUnit = std::ranges::find_if(
        results, [](const WorkloadResult* r) { return r != nullptr && !r->sustainedUnit.empty(); });
    const std::string unit = withUnit == results.end() ? std::string() : (*withUnit)->sustainedUnit;
    const auto sustainedOf = [](const WorkloadResult& r) {
        return r.sustained;
    };
    const auto eachOf = [](const WorkloadResult& r) {
        return r.perReplica;
    };
    const int decimals = columnDecimals(greatestOf(results, sustainedOf));
    const int eachDecimals = columnDecimals(greatestOf(results, eachOf));
    Table table = context.table(context.words("Throughput of %1").arg(name),
                                context.words("sized for the first month's peak, within the objectives"));
    table.columns = {Context::textColumn(context.words("Option")),
                     Context::numberColumn(context.words("Machines"), context.words("first–last")),
                     Context::numberColumn(context.words("Devices"), context.words("per replica")),
                     Context::numberColumn(context.words("Replica"), context.format().unit(unit)),
                     Context::numberColumn(context.words("Sustained"), context.format().unit(unit)),
                     Context::numberColumn(context.words("80 % interval")),
                     Context::numberColumn(context.words("Needed now"), context.format().unit(unit)),
                     Context::numberColumn(context.words("Use"))};
    for (std::size_t i = 0; i < options.size(); ++i) {
        const WorkloadResult empty;
        const WorkloadResult& result = results[i] != nullptr ? *results[i] : empty;
        const Format& format = context.format();
        table.rows.push_back(
            Row{{context.optionCell(*options[i]),
                 Context::textCell(format.range(machines(result, false), machines(result, true))),
                 Context::textCell(result.sustained ? (result.devicesPerReplica > 0
                                                           ? format.integer(result.devicesPerReplica)
                                                           : context.words("none"))
                                                    : format.unknown()),
                 context.numberCell(result.perReplica, eachDecimals),
                 context.numberCell(result.sustained, decimals),
                 Context::textCell(RichText(format.range(result.sustainedLow, result.sustainedHigh, decimals),
                                            Span::Role::Muted)),
                 context.numberCell(results[i] != nullptr ? std::optional(result.demandNow) : std::nullopt,
                                    decimals),
                 Cell{.text = format.percent(result.utilisation), .number = result.utilisation}}});
    }
    context.add(std::move(table));
}

void addLatencyTable(Context& context, std::size_t index, const QString& name)
{
    const auto options = context.openOptions();
    const auto results = resultsOf(options, index);
    if (std::ranges::none_of(
            results, [](const WorkloadResult* r) { return r != nullptr && (r->latency || r->runHours); })) {
        return;
    }
    const Format& format = context.format();
    const bool hasRuns =
        std::ranges::any_of(results, [](const WorkloadResult* r) { return r != nullptr && r->runHours; });
    Table table =
        context.table(context.words("Latency of %1").arg(name), context.words("at the first month's peak"));
    table.columns = {Context::textColumn(context.words("Option"))};
    // Runs have no latency: a column of unknowns would claim that somebody could know it.
    const bool hasLatency = !hasRuns || std::ranges::any_of(results, [](const WorkloadResult* r) {
        return r != nullptr && r->latency;
    });
    if (hasLatency) {
        for (const char* percentile : {"P50", "P95", "P99"}) {
            table.columns.push_back(Context::numberColumn(QString::fromLatin1(percentile)));
        }
    }
    const bool hasTokens = std::ranges::any_of(results, [](const WorkloadResult* r) {
        return r != nullptr && (r->timeToFirstTokenP95Seconds || r->timePerTokenP95Seconds);
    });
    if (hasTokens) {
        table.columns.push_back(Context::numberColumn(context.words("First token"), QStringLiteral("P95")));
        table.columns.push_back(Context::numberColumn(context.words("Per token"), QStringLiteral("P95")));
    }
    if (hasRuns) {
        table.columns.push_back(Context::numberColumn(context.words("One run")));
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
        const WorkloadResult empty;
        const WorkloadResult& result = results[i] != nullptr ? *results[i] : empty;
        const auto cell = [&](const std::optional<double>& seconds) {
            return Cell{.text = format.duration(seconds), .number = seconds};
        };
        const auto percentile = [&](double simulator::Latency::* which) {
            return cell(result.latency ? std::optional((*result.latency).*which) : std::nullopt);
        };
        Row row{{context.optionCell(*options[i])}};
        if (hasLatency) {
            row.cells.push_back(percentile(&simulator::Latency::p50Seconds));
            row.cells.push_back(percentile(&simulator::Latency::p95Seconds));
            row.cells.push_back(percentile(&simulator::Latency::p99Seconds));
        }
        if (hasTokens) {
            row.cells.push_back(cell(result.timeToFirstTokenP95Seconds));
            row.cells.push_back(cell(result.timePerTokenP95Seconds));
        }
        if (hasRuns) {
            row.cells.push_back(
                cell(result.runHours ? std::optional(*result.runHours * 3600.0) : std::nullopt));
        }
        table.rows.push_back(std::move(row));
    }
    context.add(std::move(table));
}

QString share(const Context& context, double used, double value)
{
    if (!(value > 0.0) || !std::isfinite(used)) {
        return context.format().unknown();
    }
    const double fraction = used / value;
    return fraction > 0.0 && fraction < 0.01 ? context.words("below %1").arg(context.format().percent(0.01))
                                             : context.format().percent(fraction);
}

QString limitValue(const Context& context, const simulator::Limit& limit)
{
    const Format& format = context.format();
    if (limit.unit == "B" || limit.unit == "bytes") {
        return format.bytes(limit.value);
    }
    if (limit.unit == "Mb/s" || limit.unit == "Mbit/s") {
        return format.bitsPerSecond(limit.value * 1e6);
    }
    return limit.unit == "s" ? format.duration(limit.value) : format.compact(limit.value, limit.unit);
}

/// One limit of one option.
struct LimitEntry
{
    const OptionResult* option = nullptr;
    const simulator::Limit* limit = nullptr;
};

/// The limits of all options by what they limit, in the order in which the first option meets them.
std::vector<std::vector<LimitEntry>> limitsByName(const Context& context, std::size_t workload)
{
    std::vector<std::vector<LimitEntry>> groups;
    for (const OptionResult* option : context.openOptions()) {
        if (workload >= option->workloads.size()) {
            continue;
        }
        for (const simulator::Limit& limit : option->workloads[workload].limits) {
            const auto group = std::ranges::find_if(groups, [&limit](const std::vector<LimitEntry>& each) {
                return each.front().limit->name == limit.name && each.front().limit->isHard == limit.isHard
                       && each.front().limit->isRaisable == limit.isRaisable;
            });
            if (group != groups.end()) {
                group->push_back({option, &limit});
            } else {
                groups.push_back({{option, &limit}});
            }
        }
    }
    return groups;
}

/// Two options on the same machines meet the same limits: everything a reader sees of them is equal.
bool isSameLimit(const simulator::Limit& a, const simulator::Limit& b)
{
    return a.value == b.value && a.usedNow == b.usedNow && a.usedAtHorizon == b.usedAtHorizon
           && a.hitBase == b.hitBase && a.hitP50 == b.hitP50 && a.hitP90 == b.hitP90
           && a.nextStep == b.nextStep && a.source == b.source && a.isAssumption == b.isAssumption;
}

/// "+7.6 requests/s for 7.07 USD/h": the head of the column says that it is one more machine; other steps as
/// they are.
QString nextStep(const Context& context, const simulator::Limit& limit)
{
    if (limit.nextStep.empty()) {
        return QString(QChar(0x2013));
    }
    const QString whole = context.format().engineProse(limit.nextStep);
    const qsizetype gain = whole.indexOf(QLatin1String(": +"));
    return gain < 0 ? whole : whole.mid(gain + 2);
}

/// The option, and the letters of those that share its line.
Cell limitOptionCell(const Context& context, const std::vector<LimitEntry>& same)
{
    Cell cell = context.optionCell(*same.front().option);
    if (same.size() > 1) {
        QStringList letters;
        for (std::size_t at = 1; at < same.size(); ++at) {
            letters.append(fromEngine(same[at].option->spec.letter));
        }
        cell.text.add(context.words("; also %1").arg(letters.join(QStringLiteral(", "))), Span::Role::Muted);
    }
    return cell;
}

Row limitRow(Context& context, const std::vector<LimitEntry>& same, bool hasSource)
{
    const Format& format = context.format();
    const simulator::Limit& limit = *same.front().limit;
    const bool isSized = limit.value > 0.0;
    const auto reached = [&](const std::optional<model::Month>& month) {
        return Context::textCell(isSized ? format.limitMonth(month, context.lastMonth()) : format.unknown());
    };
    Row row{{limitOptionCell(context, same),
             Cell{.text = isSized ? RichText(limitValue(context, limit))
                                  : RichText(format.unknown(), Span::Role::Muted),
                  .number = isSized ? std::optional(limit.value) : std::nullopt},
             Context::textCell(share(context, limit.usedNow, limit.value)),
             Context::textCell(share(context, limit.usedAtHorizon, limit.value)),
             reached(limit.hitP50 ? limit.hitP50 : limit.hitBase),
             reached(limit.hitP90),
             Context::textCell(RichText(nextStep(context, limit), Span::Role::Muted))}};
    if (hasSource) {
        RichText source;
        if (limit.isAssumption) {
            source.add(context.words("assumed") + QLatin1Char(' '), Span::Role::Warning);
        }
        context.cite(source, limit.source);
        row.cells.push_back(Context::textCell(source));
    }
    return row;
}

void addLimitTable(Context& context, std::size_t index, const QString& name)
{
    const Format& format = context.format();
    const auto groups = limitsByName(context, index);
    if (groups.empty()) {
        return;
    }
    const bool hasSource = std::ranges::any_of(groups, [](const std::vector<LimitEntry>& group) {
        return std::ranges::any_of(group, [](const LimitEntry& entry) {
            return entry.limit->isAssumption || !entry.limit->source.isEmpty();
        });
    });
    Table table = context.table(
        context.words("Limits of %1").arg(name),
        context.words("what growth meets, and when; options with the same figures share a line"));
    table.isDense = true;
    table.columns = {Context::textColumn(context.words("Option")),
                     Context::numberColumn(context.words("Value")),
                     Context::numberColumn(context.words("Use"), context.words("now")),
                     Context::numberColumn(context.words("Use"), format.month(context.lastMonth())),
                     Context::numberColumn(context.words("Reached"), context.words("P50 or base")),
                     Context::numberColumn(context.words("Reached"), QStringLiteral("P90")),
                     Context::textColumn(context.words("Next step"))};
    table.columns.back().unit = context.words("one more machine or server");
    if (hasSource) {
        table.columns.push_back(Context::numberColumn(context.words("Source")));
    }
    for (const std::vector<LimitEntry>& group : groups) {
        const simulator::Limit& limit = *group.front().limit;
        RichText head(context.fromEngine(limit.name));
        head.add(QStringLiteral("  ") + (limit.isHard ? context.words("hard") : context.words("soft"))
                     + (limit.isRaisable ? context.words(", can be raised") : QString()),
                 Span::Role::Muted);
        table.rows.push_back(Row{{Context::textCell(head)}, Row::Kind::Group});
        std::vector<std::vector<LimitEntry>> lines;
        for (const LimitEntry& entry : group) {
            const auto line = std::ranges::find_if(lines, [&entry](const std::vector<LimitEntry>& each) {
                return isSameLimit(*each.front().limit, *entry.limit);
            });
            if (line != lines.end()) {
                line->push_back(entry);
            } else {
                lines.push_back({entry});
            }
        }
        for (const std::vector<LimitEntry>& line : lines) {
            table.rows.push_back(limitRow(context, line, hasSource));
        }
    }
    context.add(std::move(table));
}

} // namespace

void addThroughput(Context& context)
{
    context.openSection(QStringLiteral("throughput"), context.words("Throughput and limits"));
    context.addText(context.words(
        "Capacity is what the pool sustains within the objectives, and which limit binds first. The interval "
        "is the expected error of the prediction, not the spread of demand."));
    for (std::size_t i = 0; i < context.plan().workloads.size(); ++i) {
        const model::Workload& workload = context.plan().workloads[i];
        const QString name = fromEngine(workload.name.empty() ? workload.id.text() : workload.name);
        addCapacityTable(context, i, name);
        addLatencyTable(context, i, name);
        addLimitTable(context, i, name);
    }
}

} // namespace wherewithal::app::building
