// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/HelpTopics.h"

#include "app/report/Format.h"
#include "model/plan/Assumptions.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

/// The texts live in a static library: nobody else would pull them in.
static void initialiseHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace wherewithal::app {

namespace {

const std::array kOrder{"start",
                        "words",
                        "ranges",
                        "workload",
                        "demand",
                        "throughput",
                        "requirements",
                        "catalogue",
                        "options",
                        "compare",
                        "limits",
                        "cost",
                        "scores",
                        "rank",
                        "report",
                        "keys",
                        "files"};

QString words(const char* text)
{
    return QCoreApplication::translate("Help", text);
}

/// A cell of a Markdown table: no bar may end it early.
QString cell(const QString& text)
{
    return QString(text).replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

HelpTopic assumptionsTopic()
{
    const Format format;
    QString text = QStringLiteral("# %1\n\n%2\n\n")
                       .arg(words(QT_TRANSLATE_NOOP("Help", "Assumptions")),
                            words(QT_TRANSLATE_NOOP(
                                "Help",
                                "What the formulas need and no source settles. Each has a range and can be "
                                "changed in the plan; the report lists those that were used.")));
    text += QStringLiteral("| %1 | %2 | %3 |\n|---|---|---|\n")
                .arg(words(QT_TRANSLATE_NOOP("Help", "assumption")),
                     words(QT_TRANSLATE_NOOP("Help", "value")),
                     words(QT_TRANSLATE_NOOP("Help", "why")));
    for (const model::AssumptionSpec& spec : model::assumptionTable()) {
        const auto utf8 = [](std::string_view view) {
            return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        };
        const QString value = spec.isUnsetByDefault ? words(QT_TRANSLATE_NOOP("Help", "unknown unless set"))
                                                    : format.range(spec.standard, std::string(spec.unit));
        text += QStringLiteral("| %1 (`%2`) | %3 | %4 |\n")
                    .arg(cell(format.wording().engineText(std::string(spec.label))),
                         utf8(spec.key),
                         cell(value),
                         cell(format.wording().engineText(std::string(spec.basis))));
    }
    return {.name = QStringLiteral("assumptions"),
            .title = words(QT_TRANSLATE_NOOP("Help", "Assumptions")),
            .text = text};
}

QList<HelpTopic> load()
{
    initialiseHelp();
    QList<HelpTopic> topics;
    for (const char* name : kOrder) {
        QFile file(QStringLiteral(":/help/%1.md").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly)) {
            continue; // held by a test: every name of the order has a file
        }
        const QString text = QString::fromUtf8(file.readAll());
        const QString title = text.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
        topics.append({.name = QString::fromLatin1(name), .title = title, .text = text});
    }
    topics.append(assumptionsTopic());
    return topics;
}

} // namespace

const QList<HelpTopic>& helpTopics()
{
    static const QList<HelpTopic> topics = load();
    return topics;
}

const HelpTopic* findHelpTopic(const QString& name)
{
    const auto found = std::ranges::find(helpTopics(), name, &HelpTopic::name);
    return found == helpTopics().end() ? nullptr : &*found;
}

QString helpTopicOf(PageId page)
{
    return page == PageId::Scaling ? QStringLiteral("limits") : pageKey(page);
}

QString helpTopicOfFigure(const QString& figure)
{
    static const std::array<std::pair<const char*, const char*>, 16> topics{{{"cost", "cost"},
                                                                             {"line-", "cost"},
                                                                             {"unit-cost", "cost"},
                                                                             {"break-even", "cost"},
                                                                             {"present", "cost"},
                                                                             {"equivalent-annual", "cost"},
                                                                             {"committed", "cost"},
                                                                             {"idle", "cost"},
                                                                             {"cheapest", "cost"},
                                                                             {"latency", "throughput"},
                                                                             {"sustained", "throughput"},
                                                                             {"machines", "throughput"},
                                                                             {"first-limit", "limits"},
                                                                             {"limit-", "limits"},
                                                                             {"score", "scores"},
                                                                             {"value", "rank"}}};
    // "workload-2-latency-p95": the second workload's
    static const QRegularExpression ofWorkload(QStringLiteral("^workload-\\d+-"));
    const QString name = QString(figure).remove(ofWorkload);
    for (const auto& [start, topic] : topics) {
        if (name.startsWith(QLatin1String(start))) {
            return QString::fromLatin1(topic);
        }
    }
    return QStringLiteral("words");
}

QString helpTopicOfPlace(const QString& place)
{
    static const std::array<std::pair<const char*, const char*>, 10> topics{
        {{"/demand", "demand"},
         {"/objectives", "throughput"},
         {"/requirements", "requirements"},
         {"/assumptions", "assumptions"},
         {"/weights", "rank"},
         {"/candidates", "options"},
         {"/queries", "options"},
         {"/answers", "requirements"},
         {"/servers", "options"},
         {"/sites", "options"}}};
    for (const auto& [part, topic] : topics) {
        if (place.contains(QLatin1String(part))) {
            return QString::fromLatin1(topic);
        }
    }
    return place.startsWith(QLatin1String("/workloads")) ? QStringLiteral("workload") : QString();
}

QList<HelpTopic> searchHelp(const QString& query)
{
    const QStringList wanted = query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<HelpTopic> inTitle;
    QList<HelpTopic> inText;
    for (const HelpTopic& topic : helpTopics()) {
        const auto holds = [&](const QString& word) {
            return topic.text.contains(word, Qt::CaseInsensitive);
        };
        const auto heads = [&](const QString& word) {
            return topic.title.contains(word, Qt::CaseInsensitive);
        };
        if (std::ranges::all_of(wanted, holds)) {
            (std::ranges::any_of(wanted, heads) ? inTitle : inText).append(topic);
        }
    }
    return inTitle + inText;
}

} // namespace wherewithal::app
