// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Scores.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <vector>

namespace wherewithal::simulator {

using namespace model;

namespace {

using Point = ValueScale::Point;

// The retention points are those of the design's reference; the others follow the same thought. All are
// assumptions.
constexpr std::array<Point, 6> kRetention{{{0, 0}, {7, .4}, {30, .7}, {90, .85}, {365, 1}, {36500, 1}}};
constexpr std::array<Point, 6> kAvailability{
    {{.98, 0}, {.99, .2}, {.995, .4}, {.999, .7}, {.9995, .85}, {.9999, 1}}};
constexpr std::array<Point, 5> kGuides{{{0, 0}, {3, .33}, {10, .58}, {30, .83}, {64, 1}}};
constexpr std::array<Point, 5> kNodes{{{0, 0}, {10, .25}, {100, .5}, {1000, .75}, {5000, 1}}};
constexpr std::array<Point, 5> kRegions{{{0, 0}, {1, .2}, {4, .5}, {10, .7}, {30, 1}}};
constexpr std::array<Point, 3> kSupportMonths{{{0, 0}, {12, .6}, {24, 1}}};
constexpr std::array<Point, 2> kShare{{{0, 0}, {1, 1}}};

constexpr std::array<ValueScale, 9> kScales{{{"log.retention", "days", kRetention},
                                             {"audit.retention", "days", kRetention},
                                             {"sla", "fraction", kAvailability},
                                             {"doc.guides", "guides", kGuides},
                                             {"lim.nodes", "nodes", kNodes},
                                             {"lim.inst", "machines", kNodes},
                                             {"regions", "regions", kRegions},
                                             {"k8s.eol", "months", kSupportMonths},
                                             {"os.eol", "share of the horizon", kShare}}};

// Value questions that the facts answer by yes and no.
constexpr std::array<std::string_view, 3> kAnsweredByYes{"doc.deploy", "metrics", "tenancy"};

const ValueScale* scaleOf(std::string_view question)
{
    const auto at = std::ranges::find(kScales, question, &ValueScale::question);
    return at == kScales.end() ? nullptr : &*at;
}

std::optional<double> scoreOfFact(const Evidence& fact)
{
    switch (fact.answer) {
    case Answer::Yes:
        return 1.0;
    case Answer::Partial:
        return 0.5;
    case Answer::No:
        return 0.0;
    case Answer::Value: {
        const ValueScale* scale = scaleOf(fact.question.text());
        return scale != nullptr && fact.value ? std::optional(scoreOnScale(*scale, *fact.value))
                                              : std::nullopt;
    }
    case Answer::NotApplicable:
    case Answer::Unknown:
        break;
    }
    return std::nullopt;
}

Answer answerOf(double score, const Evidence& fact)
{
    if (fact.answer == Answer::Value) {
        return Answer::Value;
    }
    return score >= 1.0 ? Answer::Yes : score <= 0.0 ? Answer::No : Answer::Partial;
}

/// Own answers first; then firmest, newest, by id.
bool decidesBefore(const Evidence* a, const Evidence* b)
{
    if (a->isOwn != b->isOwn) {
        return a->isOwn;
    }
    if (a->confidence != b->confidence) {
        return a->confidence < b->confidence;
    }
    if (a->source.date != b->source.date) {
        return a->source.date > b->source.date;
    }
    return a->id < b->id;
}

using FactIndex = std::map<QuestionId, std::vector<const Evidence*>>;

FactIndex factsOf(const CatalogueSlice& slice,
                  const ProviderId& provider,
                  std::string_view servicePrefix,
                  bool sourcedOnly)
{
    FactIndex index;
    for (const Evidence& fact : slice.evidence) {
        const bool isWanted = fact.provider == provider
                              && (fact.isOwn || fact.service.starts_with(servicePrefix))
                              && !(sourcedOnly && fact.confidence == Confidence::GeneralKnowledge);
        if (isWanted) {
            index[fact.question].push_back(&fact);
        }
    }
    for (auto& [question, facts] : index) {
        std::ranges::sort(facts, decidesBefore);
    }
    return index;
}

AnswerCell cellOf(const QuestionId& question, const std::vector<const Evidence*>& facts)
{
    AnswerCell cell{.question = question};
    const auto first =
        std::ranges::find_if(facts, [](const Evidence* fact) { return scoreOfFact(*fact).has_value(); });
    if (first != facts.end()) {
        double sum = 0.0;
        int count = 0;
        bool disagrees = false;
        for (const Evidence* fact : facts) {
            const auto score = scoreOfFact(*fact);
            // A published fact that says otherwise stays in sight as a conflict, whatever the own answer.
            disagrees = disagrees || (score && (*first)->isOwn && *score != *scoreOfFact(**first));
            const bool isLevel = score && fact->isOwn == (*first)->isOwn
                                 && fact->confidence == (*first)->confidence
                                 && fact->source.date == (*first)->source.date;
            if (isLevel) {
                sum += *score;
                ++count;
                disagrees = disagrees || *score != *scoreOfFact(**first);
                cell.evidence.push_back(fact->id);
            }
        }
        cell.low = cell.high = sum / count;
        cell.answer = answerOf(cell.low, **first);
        cell.isConflicting = disagrees;
    }
    for (const Evidence* fact : facts) {
        cell.isConflicting = cell.isConflicting || fact->isConflicting;
        if (std::ranges::find(cell.evidence, fact->id) == cell.evidence.end()) {
            cell.evidence.push_back(fact->id);
        }
    }
    return cell;
}

std::vector<AnswerCell> cellsOf(const CatalogueSlice& slice, const FactIndex& facts)
{
    static const std::vector<const Evidence*> kNone;
    std::vector<AnswerCell> cells;
    for (const Question& question : slice.questions) {
        if (isScored(question)) {
            const auto known = facts.find(question.id);
            cells.push_back(cellOf(question.id, known == facts.end() ? kNone : known->second));
        }
    }
    return cells;
}

bool isKnown(const AnswerCell& cell)
{
    return cell.answer != Answer::Unknown;
}

/// What one provider (or one scope of own servers) answers.
std::vector<AnswerCell>
providerCells(const Plan& plan, const CatalogueSlice& slice, const ProviderId& provider)
{
    if (provider.text() != "self-hosted") {
        return cellsOf(slice, factsOf(slice, provider, {}, plan.usesSourcedFactsOnly));
    }
    auto cells = cellsOf(slice, factsOf(slice, provider, "Kubernetes", plan.usesSourcedFactsOnly));
    const auto bareMetal = cellsOf(slice, factsOf(slice, provider, "Bare metal", plan.usesSourcedFactsOnly));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!isKnown(cells[i]) && isKnown(bareMetal[i])) {
            cells[i] = bareMetal[i];
        }
    }
    return cells;
}

/// A layer over a host, see scoreOption().
AnswerCell layered(const AnswerCell& layer, const AnswerCell& host, Criterion criterion)
{
    AnswerCell cell = layer;
    cell.evidence.insert(cell.evidence.end(), host.evidence.begin(), host.evidence.end());
    cell.isConflicting = layer.isConflicting || host.isConflicting;
    if (criterion == Criterion::Security || criterion == Criterion::Integrity) {
        cell.low = std::min(layer.low, host.low);
        cell.high = std::min(layer.high, host.high);
        cell.answer = isKnown(layer) && isKnown(host) ? (layer.low <= host.low ? layer.answer : host.answer)
                                                      : Answer::Unknown;
        if (cell.high == 0.0) {
            cell.answer = Answer::No;
        }
    } else if (!isKnown(layer)) {
        cell.high = host.high;
    }
    return cell;
}

void setComputed(std::vector<AnswerCell>& cells, std::string_view question, std::optional<double> value)
{
    const ValueScale* scale = scaleOf(question);
    for (AnswerCell& cell : cells) {
        if (cell.question.text() == question && scale != nullptr) {
            cell.answer = value ? Answer::Value : Answer::Unknown;
            cell.low = value ? scoreOnScale(*scale, *value) : 0.0;
            cell.high = value ? cell.low : 1.0;
        }
    }
}

/// Months from the plan's day to a day; at least 0; nothing if the text is no day.
std::optional<double> monthsUntil(const std::string& date, Day asOf)
{
    const auto day = parseDay(date);
    constexpr double kDaysPerMonth = 365.25 / 12.0;
    return day ? std::optional(std::max(0.0, daysBetween(asOf, *day) / kDaysPerMonth)) : std::nullopt;
}

/// Support of the newest Kubernetes version that the provider lists, in months from the plan's day.
std::optional<double>
kubernetesSupportMonths(const Plan& plan, const CatalogueSlice& slice, const ProviderId& provider)
{
    static const std::map<std::string, std::string, std::less<>> kProducts{
        {"aws", "amazon-eks"},
        {"azure", "azure-kubernetes-service"},
        {"gcp", "google-kubernetes-engine"},
        {"self-hosted", "kubernetes"}};
    const auto product = kProducts.find(provider.text());
    if (product == kProducts.end()) {
        return std::nullopt;
    }
    std::optional<double> longest;
    for (const Lifecycle& cycle : slice.lifecycles) {
        if (cycle.product == product->second) {
            const auto months = monthsUntil(cycle.endOfSupport, plan.asOf);
            longest = months && (!longest || *months > *longest) ? months : longest;
        }
    }
    return longest;
}

/// Share of the horizon in which the required operating system is in support; nothing if none is required, or
/// it is not the user's to choose.
std::optional<double>
systemSupportShare(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    const bool isOwnChoice = spec.kind == OptionKind::Machine || spec.kind == OptionKind::SelfHosted
                             || spec.kind == OptionKind::Hybrid || spec.kind == OptionKind::Layer;
    const auto required = std::ranges::find_if(plan.requirements, [](const Requirement& requirement) {
        return requirement.kind == Requirement::Kind::OperatingSystem && !requirement.isOff;
    });
    if (!isOwnChoice || required == plan.requirements.end() || required->values.size() < 2) {
        return std::nullopt;
    }
    for (const Lifecycle& cycle : slice.lifecycles) {
        const auto end = parseDay(cycle.endOfSupport);
        if (end && cycle.product == required->values[0] && cycle.cycle == required->values[1]) {
            const double supported = monthsBetween(plan.starts, monthOf(*end)) + 1.0;
            return std::clamp(supported / plan.horizonMonths, 0.0, 1.0);
        }
    }
    return std::nullopt;
}

/// Days for which the provider keeps logs of this workload, where it keeps a number of lines.
std::optional<double> logWindowDays(const Plan& plan, const CatalogueSlice& slice, const ProviderId& provider)
{
    const auto limit = std::ranges::find_if(slice.limits, [&](const ProviderLimit& row) {
        return row.provider == provider && row.key == "log-lines-kept" && row.value;
    });
    if (limit == slice.limits.end()) {
        return std::nullopt;
    }
    double linesPerSecond = 0.0;
    for (const Workload& workload : plan.workloads) {
        linesPerSecond +=
            workload.demand.peakPerSecond.median() * plan.assumptions.get("log-lines-per-request").median();
    }
    constexpr double kSecondsPerDay = 86400.0;
    return linesPerSecond > 0.0 ? std::optional(*limit->value / linesPerSecond / kSecondsPerDay)
                                : std::nullopt;
}

void addComputedAnswers(std::vector<AnswerCell>& cells,
                        const Plan& plan,
                        const CatalogueSlice& slice,
                        const OptionSpec& spec)
{
    const ProviderId host = spec.kind == OptionKind::Hybrid ? ProviderId{"self-hosted"} : spec.provider;
    setComputed(cells, "k8s.eol", kubernetesSupportMonths(plan, slice, host));
    setComputed(cells, "os.eol", systemSupportShare(plan, slice, spec));
    if (const auto days = logWindowDays(plan, slice, host)) {
        setComputed(cells, "log.retention", days);
    }
}

void addReasons(CriterionScore& score, const CatalogueSlice& slice)
{
    const auto textOf = [&](const QuestionId& id) -> const std::string& {
        return std::ranges::find(slice.questions, id, &Question::id)->text;
    };
    for (const AnswerCell& cell : score.cells) {
        if (cell.answer == Answer::No) {
            score.reasons.push_back(fmt::format("No: {}", textOf(cell.question)));
        }
    }
    const int unknown = score.questions - score.answered;
    if (unknown > 0) {
        score.reasons.push_back(
            fmt::format("{} of {} questions have no known answer", unknown, score.questions));
    }
}

} // namespace

std::span<const ValueScale> valueScales()
{
    return kScales;
}

double scoreOnScale(const ValueScale& scale, double value)
{
    if (value <= scale.points.front().value) {
        return scale.points.front().score;
    }
    for (std::size_t i = 1; i < scale.points.size(); ++i) {
        const Point& low = scale.points[i - 1];
        const Point& high = scale.points[i];
        if (value <= high.value) {
            return low.score + (high.score - low.score) * (value - low.value) / (high.value - low.value);
        }
    }
    return scale.points.back().score;
}

bool isScored(const Question& question)
{
    return !question.isValue || scaleOf(question.id.text()) != nullptr
           || std::ranges::find(kAnsweredByYes, question.id.text()) != kAnsweredByYes.end();
}

Scorer::Scorer(const Plan& plan, const CatalogueSlice& slice)
    : m_plan(plan)
    , m_slice(slice)
    , m_unanswered(simulator::cellsOf(slice, {}))
{
    for (const Question& question : slice.questions) {
        if (isScored(question)) {
            m_questions.push_back(&question);
        }
    }
    for (const Evidence& fact : slice.evidence) {
        if (!m_cells.contains(fact.provider)) {
            m_cells.emplace(fact.provider, providerCells(plan, slice, fact.provider));
        }
    }
}

const std::vector<AnswerCell>& Scorer::cellsOf(const ProviderId& provider) const
{
    const auto at = m_cells.find(provider);
    return at == m_cells.end() ? m_unanswered : at->second;
}

std::vector<AnswerCell> Scorer::cellsOf(const OptionSpec& spec) const
{
    const ProviderId host = spec.kind == OptionKind::Hybrid ? ProviderId{"self-hosted"} : spec.provider;
    std::vector<AnswerCell> cells = cellsOf(host);
    addComputedAnswers(cells, m_plan, m_slice, spec);
    if (spec.kind == OptionKind::Layer) {
        const std::vector<AnswerCell>& layer = cellsOf(spec.layer);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = layered(layer[i], cells[i], m_questions[i]->criterion);
        }
    }
    if (spec.kind == OptionKind::Hybrid) { // data and model are in both places: the weaker of the two holds
        const std::vector<AnswerCell>& rented = cellsOf(spec.provider);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = layered(rented[i], cells[i], Criterion::Security);
        }
    }
    return cells;
}

Scorecard Scorer::of(const OptionSpec& spec) const
{
    Scorecard scores;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i].criterion = kCriteria[i];
    }
    std::vector<AnswerCell> cells = cellsOf(spec);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        CriterionScore& score = scores[static_cast<std::size_t>(m_questions[i]->criterion)];
        ++score.questions;
        score.answered += isKnown(cells[i]) ? 1 : 0;
        score.cells.push_back(std::move(cells[i]));
    }
    for (CriterionScore& score : scores) {
        double low = 0.0;
        double high = 0.0;
        for (const AnswerCell& cell : score.cells) {
            low += cell.low;
            high += cell.high;
        }
        score.low = score.questions > 0 ? low / score.questions : 0.0;
        score.high = score.questions > 0 ? high / score.questions : 1.0;
        addReasons(score, m_slice);
    }
    return scores;
}

Scorecard scoreOption(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    return Scorer(plan, slice).of(spec);
}

const AnswerCell* findCell(const Scorecard& scores, const QuestionId& question)
{
    for (const CriterionScore& score : scores) {
        const auto at = std::ranges::find(score.cells, question, &AnswerCell::question);
        if (at != score.cells.end()) {
            return &*at;
        }
    }
    return nullptr;
}

double weightedScore(const Weights& weights, const Scorecard& scores, bool isUpper)
{
    double sum = 0.0;
    double weightSum = 0.0;
    for (const CriterionScore& score : scores) {
        const double weight = weights.of(score.criterion);
        sum += weight * (isUpper ? score.high : score.low);
        weightSum += weight;
    }
    return weightSum > 0.0 ? sum / weightSum : 0.0;
}

FigurePtr explainScore(const CatalogueSlice& slice, const CriterionScore& score)
{
    Traced sum{0.0};
    for (const AnswerCell& cell : score.cells) {
        const auto question = std::ranges::find(slice.questions, cell.question, &Question::id);
        Figure answer;
        answer.name = question->text;
        answer.value = cell.low;
        answer.unit = "0 to 1";
        answer.formula = cell.answer == Answer::Unknown
                             ? "no known answer: counts as 0 in the lower bound, as 1 in the upper"
                             : fmt::format("answer: {}", name(cell.answer));
        for (const EvidenceId& id : cell.evidence) {
            const auto fact = std::ranges::find(slice.evidence, id, &Evidence::id);
            Figure leaf;
            leaf.name = fact->finding;
            leaf.value = scoreOfFact(*fact);
            leaf.unit = "0 to 1";
            leaf.source = fact->source;
            leaf.note = fmt::format("{}, scope {}", name(fact->confidence), fact->service);
            answer.inputs.push_back(std::make_shared<const Figure>(std::move(leaf)));
        }
        sum += Traced{std::make_shared<const Figure>(std::move(answer))};
    }
    const Traced questions = named(
        Traced{static_cast<double>(score.questions)}, "questions", "", "counted questions of the criterion");
    Figure root;
    root.name = fmt::format("Score: {}, lower bound", name(score.criterion));
    root.value = score.low;
    root.unit = "0 to 1";
    root.formula = "sum of answers / questions; yes 1, partly 0.5, no 0, values on their scale";
    root.inputs = (sum / questions).inputs();
    root.note = fmt::format("upper bound {}: every unknown answered best; {} of {} answered",
                            plainNumber(score.high),
                            score.answered,
                            score.questions);
    return std::make_shared<const Figure>(std::move(root));
}

} // namespace wherewithal::simulator
