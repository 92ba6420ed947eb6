// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ReportBuilder.h"

#include "app/report/BuildContext.h"

#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace wherewithal::app {

namespace building {

namespace {

constexpr int kWorkedDepth = 5; ///< levels of a worked figure that a page can carry
constexpr std::size_t kInputsShown = 12;
constexpr std::size_t kInputsOfLongSums = 2;
constexpr std::size_t kWorkedRows = 60; ///< of one figure
constexpr double kMostExact = 1e15;     ///< beyond, a double holds no single units

/// Rows of a figure and its inputs, indented by depth; a shared figure is opened once.
class WorkedRows
{
public:
    WorkedRows(Context& context, Table& table)
        : m_context(context)
        , m_table(table)
    {}

    void add(const model::FigurePtr& figure, int depth = 0)
    {
        if (figure == nullptr || m_table.rows.size() >= kWorkedRows) {
            return;
        }
        const bool isKnown = !m_seen.insert(figure.get()).second;
        const QString indent(depth * 3, QChar(0x2002));
        RichText origin;
        if (isKnown && !figure->inputs.empty()) {
            origin.add(m_context.words("as above"), Span::Role::Muted);
        } else if (!figure->formula.empty()) {
            origin.add(m_context.format().formulaText(figure->formula));
        } else if (figure->isAssumption) {
            origin.add(m_context.words("assumed"), Span::Role::Warning);
        } else if (!figure->place.empty()) {
            origin.add(m_context.words("input of the plan"), Span::Role::Muted);
        }
        if (!origin.isEmpty() && !figure->source.isEmpty()) {
            origin.add(QStringLiteral(" "));
        }
        m_context.cite(origin, figure->source);
        const Format& format = m_context.format();
        // A count is a count: "7", not "7.00000".
        const bool isWhole = figure->value && std::isfinite(*figure->value)
                             && std::abs(*figure->value) < kMostExact
                             && *figure->value == std::floor(*figure->value);
        const QString value =
            isWhole ? format.number(figure->value, 0) : format.significant(figure->value, 6);
        m_table.rows.push_back(
            Row{{Context::textCell(RichText(indent + m_context.fromEngine(figure->name),
                                            depth == 0 ? Span::Role::Strong : Span::Role::Plain)),
                 Cell{.text = RichText(value, figure->value ? Span::Role::Plain : Span::Role::Muted),
                      .number = figure->value},
                 Context::textCell(format.unit(figure->unit)),
                 Context::textCell(origin)}});
        if (!isKnown && depth + 1 < kWorkedDepth) {
            // A sum over months is told by its first ones.
            const bool isLong = figure->inputs.size() > kInputsShown;
            const std::size_t shown = isLong ? kInputsOfLongSums : figure->inputs.size();
            for (std::size_t i = 0; i < shown; ++i) {
                add(figure->inputs[i], depth + 1);
            }
            if (isLong) {
                const QString rest = m_context.counted(
                    static_cast<qsizetype>(figure->inputs.size() - shown), "and one more", "and %1 more");
                m_table.rows.push_back(
                    Row{{Context::textCell(
                             RichText(QString((depth + 1) * 3, QChar(0x2002)) + rest, Span::Role::Muted)),
                         Cell{},
                         Cell{},
                         Cell{}}});
            }
        }
    }

private:
    Context& m_context;
    Table& m_table;
    std::set<const model::Figure*> m_seen;
};

} // namespace

void addWorkedFigures(Context& context)
{
    const OptionResult* first = context.winner();
    if (first == nullptr || !context.explain()) {
        return;
    }
    std::vector<std::pair<std::string, model::FigurePtr>> figures;
    for (const std::string name : {"cost", "sustained", "unit-cost"}) {
        if (const auto figure = context.explain()(first->spec.letter, name); figure && *figure != nullptr) {
            figures.emplace_back(name, *figure);
        }
    }
    if (figures.empty()) {
        return;
    }
    context.openSection(
        QStringLiteral("worked"),
        context.words("How the figures of %1 come about").arg(fromEngine(first->spec.letter)));
    context.addText(context
                        .words("The headline figures opened to formulas, inputs and sources, to the depth "
                               "that a page carries. The program opens every figure to its last input: "
                               "wherewithal-cli explain PLAN --option %1 --figure list.")
                        .arg(fromEngine(first->spec.letter)));
    if (!context.isEnglish()) {
        context.addText(context.words("Formulas and the names of figures on the way are quoted from the "
                                      "program, in English."),
                        Paragraph::Style::Note);
    }
    for (const auto& [name, figure] : figures) {
        Table table = context.table(context.fromEngine(figure->name), context.lettered(*first));
        table.isDense = true;
        table.columns = {Context::textColumn(context.words("Quantity")),
                         Context::numberColumn(context.words("Value")),
                         Column{.title = context.words("Unit"), .align = Column::Align::Left},
                         Context::textColumn(context.words("Formula or origin"))};
        WorkedRows(context, table).add(figure);
        if (table.rows.size() >= kWorkedRows) {
            table.footnotes.emplace_back(context.words("More inputs follow; explain prints them all."));
        }
        context.add(std::move(table));
    }
}

void addSources(Context& context)
{
    if (context.cited().empty()) {
        return;
    }
    context.openSection(QStringLiteral("sources"), context.words("Sources"));
    Table table = context.table(context.words("Sources cited"));
    table.isDense = true;
    table.columns = {Column{.title = context.words("No."), .align = Column::Align::Left},
                     Context::textColumn(context.words("Source")),
                     Column{.title = context.words("Date"), .align = Column::Align::Left}};
    int number = 0;
    for (const model::Source& source : context.cited()) {
        ++number;
        const QString url = fromEngine(source.url);
        RichText name(fromEngine(source.title) + (url.isEmpty() ? QString() : QStringLiteral(" ")));
        name.add(url, Span::Role::Plain, url);
        table.rows.push_back(
            Row{{Context::textCell(QStringLiteral("[%1]").arg(number)),
                 Context::textCell(name),
                 Context::textCell(
                     RichText(source.date.empty() ? context.words("undated") : fromEngine(source.date),
                              model::isStale(source.date, context.comparison().asOf) ? Span::Role::Warning
                                                                                     : Span::Role::Plain))}});
        table.rows.back().anchor = QStringLiteral("source-%1").arg(number);
    }
    context.add(std::move(table));
}

void addReproduction(Context& context)
{
    const Comparison& comparison = context.comparison();
    const Format& format = context.format();
    context.openSection(QStringLiteral("reproduce"), context.words("How to reproduce this report"));
    context.addText(context.words("The same plan, catalogue, day, seed and paths give the same figures to "
                                  "the last bit, at any number of processors."));
    Table table = context.table(context.words("Settings of this run"));
    table.columns = {Context::textColumn(context.words("Setting")),
                     Context::textColumn(context.words("Value"))};
    const auto add = [&](const QString& what, const QString& value) {
        table.rows.push_back(Row{{Context::textCell(what), Context::textCell(value)}});
    };
    add(context.words("Program"), QStringLiteral("Wherewithal ") + context.settings().programVersion);
    add(context.words("Plan"), fromEngine(comparison.planName));
    add(context.words("Catalogue"), fromEngine(comparison.catalogueHash));
    add(context.words("Newest price in it"), fromEngine(comparison.catalogueAsOf));
    add(context.words("As of"), format.day(comparison.asOf));
    add(context.words("Starts"), format.month(comparison.starts));
    add(context.words("Horizon"), format.months(comparison.horizonMonths));
    add(context.words("Currency"), fromEngine(comparison.currency.code()));
    add(context.words("Seed"), QString::number(comparison.seed));
    add(context.words("Paths"), format.integer(comparison.paths));
    add(context.words("Options"), format.integer(static_cast<qint64>(comparison.options.size())));
    add(context.words("Command"),
        QStringLiteral("wherewithal-cli report PLAN --output report.pdf --as-of %1")
            .arg(format.day(comparison.asOf)));
    context.add(std::move(table));
}

} // namespace building

ReportParts decisionParts()
{
    return {.ledgers = false, .questions = false, .workedFigures = false, .evidence = false};
}

ReportDocument buildReport(const ReportInput& input, const ReportSettings& settings)
{
    using namespace building;
    Context context(input, settings);
    const ReportParts& parts = settings.parts;
    addFirstPage(context);
    const std::array<std::pair<bool, void (*)(Context&)>, 12> sections{
        std::pair{parts.workload, &addWorkloads},
        std::pair{parts.requirements, &addRequirements},
        std::pair{parts.prices, &addPrices},
        std::pair{parts.throughput, &addThroughput},
        std::pair{parts.cost, &addCost},
        std::pair{parts.scores, &addScores},
        std::pair{parts.stability, &addStability},
        std::pair{parts.questions, &addQuestions},
        std::pair{parts.workedFigures, &addWorkedFigures},
        std::pair{parts.evidence, &addEvidence},
        std::pair{true, &addSources},
        std::pair{true, &addReproduction}};
    for (const auto& [isWanted, add] : sections) {
        if (isWanted) {
            add(context);
        }
    }
    return std::move(context.document());
}

} // namespace wherewithal::app
