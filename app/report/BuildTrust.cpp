// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wherewithal::app::building {

namespace {

constexpr std::size_t kOptionsPerScoreTable = 8; ///< columns that fit a page

const model::Question* findQuestion(const Context& context, const model::QuestionId& id)
{
    const auto& questions = context.slice().questions;
    const auto at = std::ranges::find(questions, id, &model::Question::id);
    return at == questions.end() ? nullptr : &*at;
}

const model::Evidence* findEvidence(const Context& context, const model::EvidenceId& id)
{
    const auto& evidence = context.slice().evidence;
    const auto at = std::ranges::find(evidence, id, &model::Evidence::id);
    return at == evidence.end() ? nullptr : &*at;
}

QString providerName(const Context& context, const model::ProviderId& id)
{
    const model::Provider* provider = context.slice().findProvider(id);
    return fromEngine(provider != nullptr && !provider->displayName.empty() ? provider->displayName
                                                                            : id.text());
}

void addWeights(Context& context)
{
    const model::Weights& weights = context.plan().weights;
    const double sum = weights.sum();
    const auto normalised = [&](double weight) {
        return sum > 0.0 ? std::optional(weight / sum) : std::nullopt;
    };
    Table table = context.table(
        context.words("Weights"),
        context.words("fixed in the plan before scoring; they are assumptions of the people who decide"));
    table.columns = {Context::textColumn(context.words("What")),
                     Context::numberColumn(context.words("Weight")),
                     Context::textColumn(context.words("Judged by"))};
    const Format& format = context.format();
    table.rows.push_back(
        Row{{Context::textCell(format.weightName("cost")),
             Cell{.text = format.percent(normalised(weights.cost), 1), .number = normalised(weights.cost)},
             Context::textCell(RichText(context.words("cheapest present value divided by the option's own"),
                                        Span::Role::Muted))}});
    for (const model::Criterion criterion : model::kCriteria) {
        const auto weight = normalised(weights.of(criterion));
        table.rows.push_back(
            Row{{Context::textCell(format.name(criterion)),
                 Cell{.text = format.percent(weight, 1), .number = weight},
                 Context::textCell(RichText(context.words("answered questions, from the firmest sources"),
                                            Span::Role::Muted))}});
    }
    context.add(std::move(table));
}

Cell scoreCell(const Format& format, double low, double high)
{
    return Cell{.text = format.score(low, high), .number = low, .bar = CellBar{.low = low, .high = high}};
}

void addScoreTable(Context& context, const std::vector<const OptionResult*>& options, std::size_t first)
{
    const Format& format = context.format();
    const std::size_t last = std::min(first + kOptionsPerScoreTable, options.size());
    Table table = context.table(context.words("Scores"),
                                context.words("0–100, lower to upper bound; hatched: unknown"));
    table.columns = {Context::textColumn(context.words("Criterion"))};
    for (std::size_t i = first; i < last; ++i) {
        table.columns.push_back(Context::numberColumn(fromEngine(options[i]->spec.letter)));
    }
    for (std::size_t c = 0; c < model::kCriteria.size(); ++c) {
        Row row{{Context::textCell(format.name(model::kCriteria.at(c)))}};
        for (std::size_t i = first; i < last; ++i) {
            const simulator::CriterionScore& score = options[i]->scores.at(c);
            row.cells.push_back(scoreCell(format, score.low, score.high));
        }
        table.rows.push_back(std::move(row));
    }
    Row total{.cells = {Context::textCell(context.words("All, weighted"))}, .kind = Row::Kind::Total};
    Row answered{.cells = {Context::textCell(context.words("Questions answered"))}, .kind = Row::Kind::Muted};
    for (std::size_t i = first; i < last; ++i) {
        total.cells.push_back(scoreCell(format, options[i]->scoreLow, options[i]->scoreHigh));
        int known = 0;
        int questions = 0;
        for (const simulator::CriterionScore& score : options[i]->scores) {
            known += score.answered;
            questions += score.questions;
        }
        answered.cells.push_back(Context::textCell(
            context.words("%1 of %2").arg(format.integer(known), format.integer(questions))));
    }
    table.rows.push_back(std::move(total));
    table.rows.push_back(std::move(answered));
    context.add(std::move(table));
}

void addRankTable(Context& context)
{
    const Format& format = context.format();
    Table table =
        context.table(context.words("Rank"), context.words("by value; beside it the order by scores alone"));
    table.columns = {Context::numberColumn(context.words("Rank")),
                     Context::textColumn(context.words("Option")),
                     Context::numberColumn(context.words("Value"), QStringLiteral("0–100")),
                     Context::numberColumn(context.words("Score"), QStringLiteral("0–100")),
                     Context::numberColumn(context.words("Rank"), context.words("by scores alone")),
                     Context::numberColumn(context.words("First in"), context.words("of samples"))};
    for (const OptionResult* option : context.openOptions()) {
        const auto place = [&](const std::optional<int>& rank) {
            return Cell{.text = rank ? format.integer(*rank) : QString(QChar(0x2013)),
                        .number = rank ? std::optional(static_cast<double>(*rank)) : std::nullopt};
        };
        const auto value = option->value ? std::optional(*option->value * 100.0) : std::nullopt;
        Cell firstIn{.text = option->rank ? RichText(format.percent(option->firstInFraction))
                                          : RichText(context.words("not ranked"), Span::Role::Muted),
                     .number = option->firstInFraction};
        if (option->firstInFraction && option->rank) {
            firstIn.bar = CellBar{.low = *option->firstInFraction, .high = *option->firstInFraction};
        }
        table.rows.push_back(
            Row{{place(option->rank),
                 context.optionCell(*option),
                 option->value ? context.numberCell(value, 1)
                               : Context::textCell(RichText(context.words("not ranked"), Span::Role::Muted)),
                 Context::textCell(format.score(option->scoreLow, option->scoreHigh)),
                 place(option->rankByScore),
                 std::move(firstIn)}});
    }
    context.add(std::move(table));
}

void addTippingPoints(Context& context)
{
    const Format& format = context.format();
    if (context.comparison().tippingPoints.empty()) {
        return;
    }
    Table table = context.table(
        context.words("Tipping points"),
        context.words(
            "nearest weight at which another option is first; the other weights keep their proportions"));
    table.columns = {Context::textColumn(context.words("Weight of")),
                     Context::numberColumn(context.words("Now")),
                     Context::numberColumn(context.words("Tips at")),
                     Context::textColumn(context.words("Then first"))};
    for (const simulator::TippingPoint& point : context.comparison().tippingPoints) {
        const OptionResult* option = context.comparison().findOption(point.newFirst);
        table.rows.push_back(
            Row{{Context::textCell(format.weightName(point.weight)),
                 Cell{.text = format.percent(point.current, 1), .number = point.current},
                 Cell{.text = point.at ? RichText(format.percent(point.at, 1))
                                       : RichText(context.words("nowhere"), Span::Role::Muted),
                      .number = point.at},
                 point.at && option != nullptr ? context.optionCell(*option) : Cell{}}});
    }
    context.add(std::move(table));
}

/// Who must answer: the seller of the layer where there is one, else the provider.
model::ProviderId askedProvider(const OptionResult& option)
{
    return option.spec.layer.isEmpty() ? option.spec.provider : option.spec.layer;
}

/// A question that somebody should answer, with the options that hang on it, by who must answer.
struct OpenQuestion
{
    model::QuestionId id;
    model::Criterion criterion{};
    std::map<std::string, std::set<std::string>> letters; ///< [provider]
};

/// In the order of the criteria and of their questions; each question once, however many must be asked.
std::vector<OpenQuestion> openQuestions(const Context& context)
{
    std::vector<OpenQuestion> questions;
    for (const model::Criterion criterion : model::kCriteria) {
        for (const OptionResult* option : context.openOptions()) {
            for (const simulator::CriterionScore& score : option->scores) {
                for (const simulator::AnswerCell& cell : score.cells) {
                    const bool isOpen = cell.answer == model::Answer::Unknown || cell.isConflicting;
                    if (score.criterion != criterion || !isOpen) {
                        continue;
                    }
                    auto at = std::ranges::find(questions, cell.question, &OpenQuestion::id);
                    if (at == questions.end()) {
                        at = questions.insert(at, OpenQuestion{.id = cell.question, .criterion = criterion});
                    }
                    at->letters[askedProvider(*option).text()].insert(option->spec.letter);
                }
            }
        }
    }
    return questions;
}

/// "AWS (C, D), RunPod (I)"
RichText askedOf(const Context& context, const OpenQuestion& question)
{
    RichText text;
    for (const auto& [provider, letters] : question.letters) {
        QStringList names;
        for (const std::string& letter : letters) {
            names << fromEngine(letter);
        }
        text.add(text.isEmpty() ? QString() : QStringLiteral(", "));
        text.add(providerName(context, model::ProviderId(provider)));
        text.add(QStringLiteral(" (%1)").arg(names.join(QStringLiteral(", "))), Span::Role::Muted);
    }
    return text;
}

void addVendorQuestions(Context& context)
{
    const std::vector<OpenQuestion> questions = openQuestions(context);
    if (questions.empty()) {
        context.addText(context.words("Every question about the open options is answered."));
        return;
    }
    Table table =
        context.table(context.words("Questions to ask"),
                      context.words("what nobody published, or where sources contradict each other"));
    table.isDense = true;
    table.columns = {Context::textColumn(context.words("Question")),
                     Context::textColumn(context.words("To, with the options that hang on it"))};
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const OpenQuestion& question = questions[i];
        if (i == 0 || question.criterion != questions[i - 1].criterion) {
            table.rows.push_back(Row{
                {Context::textCell(RichText(context.format().name(question.criterion), Span::Role::Strong))},
                Row::Kind::Group});
        }
        const model::Question* known = findQuestion(context, question.id);
        table.rows.push_back(Row{{Context::textCell(known != nullptr ? context.fromEngine(known->text)
                                                                     : fromEngine(question.id.text())),
                                  Context::textCell(askedOf(context, question))}});
    }
    context.add(std::move(table));
}

void addRisks(Context& context)
{
    ItemList list{.title = context.words("Risks and warnings"), .symbol = ItemList::Symbol::Warning};
    for (const std::string& warning : context.comparison().warnings) {
        list.items.emplace_back(QString(context.fromEngine(warning) + QLatin1Char('.')));
    }
    for (const OptionResult* option : context.openOptions()) {
        for (const std::string& part : option->cost.unknownParts) {
            list.items.emplace_back(context.words("%1: a cost part is unknown, %2.")
                                        .arg(fromEngine(option->spec.letter), context.fromEngine(part)));
        }
        for (const simulator::Reason& reason : option->reasons) {
            if (reason.kind == simulator::Reason::Kind::Warning) {
                list.items.emplace_back(QStringLiteral("%1: %2.").arg(fromEngine(option->spec.letter),
                                                                      context.fromEngine(reason.text)));
            }
        }
    }
    if (!list.items.empty()) {
        context.add(std::move(list));
    }
}

Row missingEvidenceRow(const Context& context, const std::string& id)
{
    RichText finding(fromEngine(id) + QLatin1Char(' '), Span::Role::Muted);
    finding.add(context.words("not in this catalogue"), Span::Role::Warning);
    return Row{{Context::textCell(finding), Cell{}, Cell{}, Cell{}, Cell{}}};
}

/// The address stands once, in the table of sources: many findings share one.
Row evidenceRow(Context& context, const model::Evidence& evidence)
{
    // The id first: at the start of a line it is never broken, and a search finds it whole.
    RichText finding(fromEngine(evidence.id.text()) + QLatin1Char(' '), Span::Role::Muted);
    finding.add(fromEngine(evidence.finding));
    if (evidence.isConflicting) {
        finding.add(context.words(" Contradicted by another source."), Span::Role::Warning);
    }
    RichText source;
    context.cite(source, evidence.source);
    return Row{{Context::textCell(finding),
                Context::textCell(context.format().name(evidence.answer)),
                Context::textCell(source),
                Context::textCell(fromEngine(evidence.source.date)),
                Context::textCell(RichText(context.format().name(evidence.confidence), Span::Role::Muted))}};
}

} // namespace

void addScores(Context& context)
{
    context.openSection(QStringLiteral("scores"), context.words("Scores"));
    context.addText(
        context.words("Each criterion is a list of questions. An answer scores 0 to 1 by the firmest dated "
                      "source; an unknown answer counts 0 at the lower bound and 1 at the upper bound. "
                      "An option's value is the weight of cost times (cheapest present value / own present "
                      "value) plus the sum of criterion weight times lower bound."));
    if (context.plan().usesSourcedFactsOnly) {
        context.addText(context.words("General knowledge is left out: only sourced facts score."));
    }
    addWeights(context);
    std::vector<const OptionResult*> options;
    for (const OptionResult& option : context.comparison().options) {
        options.push_back(&option);
    }
    for (std::size_t first = 0; first < options.size(); first += kOptionsPerScoreTable) {
        addScoreTable(context, options, first);
    }
}

void addStability(Context& context)
{
    context.openSection(QStringLiteral("stability"), context.words("How stable the rank is"));
    context.addText(
        context.comparison().paths > 0
            ? context
                  .words("First in: the share of %1 samples of weights, price paths and unknown answers in "
                         "which an option is first.")
                  .arg(context.format().integer(context.comparison().paths))
            : context.words("Paths were not computed: how often each option is first is unknown."));
    addRankTable(context);
    addTippingPoints(context);
}

void addQuestions(Context& context)
{
    context.openSection(QStringLiteral("unknowns"), context.words("Risks, and what to ask the vendors"));
    addRisks(context);
    addVendorQuestions(context);
}

void addEvidence(Context& context)
{
    context.openSection(QStringLiteral("evidence"), context.words("Evidence"));
    std::set<std::string> used;
    for (const OptionResult& option : context.comparison().options) {
        for (const simulator::CriterionScore& score : option.scores) {
            for (const simulator::AnswerCell& cell : score.cells) {
                for (const model::EvidenceId& id : cell.evidence) {
                    used.insert(id.text());
                }
            }
        }
    }
    if (used.empty()) {
        context.addText(context.words("No score rests on evidence."));
        return;
    }
    if (!context.isEnglish()) {
        context.addText(
            context.words("Findings and titles of sources are quoted from the catalogue, in English."),
            Paragraph::Style::Note);
    }
    Table table = context.table(context.words("Evidence used"), context.words("findings in our own words"));
    table.isDense = true;
    table.columns = {Context::textColumn(context.words("Finding")),
                     Column{.title = context.words("Answer"), .align = Column::Align::Left},
                     Column{.title = context.words("Source"), .align = Column::Align::Left},
                     Column{.title = context.words("Date"), .align = Column::Align::Left},
                     Column{.title = context.words("Confidence"), .align = Column::Align::Left}};
    model::ProviderId group;
    for (const std::string& id : used) { // by id, so the rows of a provider stand together
        const model::Evidence* evidence = findEvidence(context, model::EvidenceId(id));
        if (evidence != nullptr && evidence->provider != group) {
            group = evidence->provider;
            table.rows.push_back(
                Row{{Context::textCell(RichText(providerName(context, group), Span::Role::Strong))},
                    Row::Kind::Group});
        }
        table.rows.push_back(evidence == nullptr ? missingEvidenceRow(context, id)
                                                 : evidenceRow(context, *evidence));
    }
    context.add(std::move(table));
}

} // namespace wherewithal::app::building
