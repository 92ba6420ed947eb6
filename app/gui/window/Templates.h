// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Format.h"
#include "model/base/Result.h"
#include "model/plan/Plan.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace wherewithal::app {

/// One of the plans that the start page begins with.
struct PlanTemplate
{
    QString name;  ///< "llm", as the command line has it
    QString title; ///< "LLM serving"
    QString text;  ///< "A model, its requests and its latency objectives"
};

/// In the order of the start page; Alt+1 is the first.
[[nodiscard]] QList<PlanTemplate> planTemplates();
/// The plan of a template, dated `today`, starting the month after. NotFound for a name nobody knows.
[[nodiscard]] model::Result<model::Plan> templatePlan(const QString& name, const QDate& today);
/// An example as it ships. NotFound for a name nobody knows.
[[nodiscard]] model::Result<model::Plan> examplePlan(const QString& name);
[[nodiscard]] QStringList exampleNames();
/// The name that an example's plan has.
[[nodiscard]] QString exampleTitle(const QString& name);

/// What a plan's first workload is, in a few words: "Qwen3-30B-A3B, 25 requests/s". Ranges give their median.
[[nodiscard]] QString workloadSummary(const model::Plan& plan, const Format& format);
/// A sentence about a plan: its name, first workload, growth of demand, and what it asks for.
[[nodiscard]] QString planSentence(const model::Plan& plan, const Format& format);

} // namespace wherewithal::app
