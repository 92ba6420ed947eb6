// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/Templates.h"

#include "app/session/LocalEngine.h"
#include "resources/EmbeddedPlans.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <span>

namespace wherewithal::app {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("Templates", text);
}

model::Result<model::Plan> embedded(std::span<const resources::EmbeddedPlan> plans, const QString& name)
{
    for (const resources::EmbeddedPlan& plan : plans) {
        if (plan.name == name.toStdString()) {
            return planFromBytes(plan.text);
        }
    }
    return model::failure(
        model::ErrorCode::NotFound, name.toStdString(), "there is no plan of that name in the program");
}

/// Visitor over the kinds of workload.
struct Summary
{
    const model::Workload& workload;
    const Format& format;

    [[nodiscard]] QString rate(const char* unit) const
    {
        return format.quantity(workload.demand.peakPerSecond.median(), unit);
    }
    QString operator()(const model::LlmServing& llm) const
    {
        return words(QT_TRANSLATE_NOOP("Templates", "%1, %2"))
            .arg(fromEngine(llm.architecture.name), rate("requests/s"));
    }
    QString operator()(const model::Inference& inference) const
    {
        return words(QT_TRANSLATE_NOOP("Templates", "%1, %2"))
            .arg(fromEngine(inference.cost.modelName), rate("items/s"));
    }
    QString operator()(const model::BatchScoring& batch) const
    {
        return words(QT_TRANSLATE_NOOP("Templates", "%1, %2 million items a run"))
            .arg(fromEngine(batch.cost.modelName), format.significant(batch.itemsPerRun.median() / 1e6, 2));
    }
    QString operator()(const model::Training& training) const
    {
        return words(QT_TRANSLATE_NOOP("Templates", "%1, %2 billion tokens a run"))
            .arg(fromEngine(training.architecture.name),
                 format.number(training.tokensPerRun.median() / 1e9, 1));
    }
    QString operator()(const model::MeasuredService& service) const
    {
        return words(QT_TRANSLATE_NOOP("Templates", "%1 load-test points, %2"))
            .arg(format.integer(static_cast<qint64>(service.points.size())), rate("requests/s"));
    }
};

} // namespace

QList<PlanTemplate> planTemplates()
{
    return {{QStringLiteral("llm"),
             words(QT_TRANSLATE_NOOP("Templates", "LLM serving")),
             words(QT_TRANSLATE_NOOP("Templates", "A model, its requests and its latency objectives"))},
            {QStringLiteral("inference"),
             words(QT_TRANSLATE_NOOP("Templates", "Classic inference")),
             words(QT_TRANSLATE_NOOP("Templates", "Scores or classes from one model call"))},
            {QStringLiteral("batch"),
             words(QT_TRANSLATE_NOOP("Templates", "Batch scoring")),
             words(QT_TRANSLATE_NOOP("Templates", "A volume of items before a deadline"))},
            {QStringLiteral("training"),
             words(QT_TRANSLATE_NOOP("Templates", "Training")),
             words(QT_TRANSLATE_NOOP("Templates", "Tokens on a cluster, spot or reserved"))},
            {QStringLiteral("service"),
             words(QT_TRANSLATE_NOOP("Templates", "Measured service")),
             words(QT_TRANSLATE_NOOP("Templates", "Only load-test points are known"))}};
}

model::Result<model::Plan> templatePlan(const QString& name, const QDate& today)
{
    auto plan = embedded(resources::embeddedTemplates(), name);
    if (plan) {
        if (const auto day = model::parseDay(today.toString(Qt::ISODate).toStdString())) {
            plan->asOf = *day;
            plan->starts = model::monthsLater(model::monthOf(*day), 1);
        }
    }
    return plan;
}

model::Result<model::Plan> examplePlan(const QString& name)
{
    return embedded(resources::embeddedExamples(), name);
}

QString exampleTitle(const QString& name)
{
    // The second key of the file: reading the whole plan for a menu would cost the start a few milliseconds.
    static const QRegularExpression pattern(QStringLiteral("\"name\": \"([^\"]*)\""));
    for (const resources::EmbeddedPlan& plan : resources::embeddedExamples()) {
        if (plan.name == name.toStdString()) {
            const std::string_view head = plan.text.substr(0, 400);
            const auto match =
                pattern.match(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())));
            return match.hasMatch() ? match.captured(1) : name;
        }
    }
    return name;
}

QStringList exampleNames()
{
    QStringList names;
    for (const resources::EmbeddedPlan& plan : resources::embeddedExamples()) {
        names.append(QString::fromUtf8(plan.name.data(), static_cast<qsizetype>(plan.name.size())));
    }
    return names;
}

QString workloadSummary(const model::Plan& plan, const Format& format)
{
    if (plan.workloads.empty()) {
        return {};
    }
    const model::Workload& first = plan.workloads.front();
    return std::visit(Summary{first, format}, first.detail);
}

QString planSentence(const model::Plan& plan, const Format& format)
{
    if (plan.workloads.empty()) {
        return fromEngine(plan.name);
    }
    const model::Growth& growth = plan.workloads.front().demand.growth;
    // A plan that is named after its model need not name it twice.
    const QString whole = workloadSummary(plan, format);
    const QString model = whole.section(QStringLiteral(", "), 0, 0);
    const QString summary =
        fromEngine(plan.name).contains(model) ? whole.section(QStringLiteral(", "), 1) : whole;
    if (growth.kind == model::Growth::Kind::None) {
        return words(QT_TRANSLATE_NOOP("Templates", "%1: %2.")).arg(fromEngine(plan.name), summary);
    }
    return words(QT_TRANSLATE_NOOP("Templates", "%1: %2, growing by %3 a year."))
        .arg(fromEngine(plan.name), summary, format.percent(growth.perYear.median()));
}

} // namespace wherewithal::app
