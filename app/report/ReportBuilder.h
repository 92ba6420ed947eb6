// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportDocument.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Figure.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <functional>
#include <string>

namespace wherewithal::app {

/// Opens one figure of one option, as simulator::explain() does: letter, figure name. May be empty: the
/// report then has no chapter of worked figures.
using ExplainFunction =
    std::function<model::Result<model::FigurePtr>(const std::string&, const std::string&)>;

/// Parts that the user may leave out. The first page and the last (how to reproduce) always stand.
struct ReportParts
{
    bool workload = true;
    bool requirements = true;
    bool prices = true;
    bool throughput = true;
    bool cost = true;
    bool ledgers = true; ///< of each option, within the cost section
    bool scores = true;
    bool stability = true;
    bool questions = true;
    bool workedFigures = true;
    bool evidence = true;

    bool operator==(const ReportParts&) const = default;
};

/// What a committee needs to decide, without what it looks up: no ledgers, questions, worked figures,
/// evidence.
[[nodiscard]] ReportParts decisionParts();

struct ReportSettings
{
    Paper paper = Paper::A4;
    QString language = QStringLiteral("en"); ///< "en", "de"
    QString status;                          ///< "proposed" if empty
    QString audience;                        ///< "budget committee, security, engineering"; may be empty
    QString programVersion = QStringLiteral("0.1.0");
    ReportParts parts;

    bool operator==(const ReportSettings&) const = default;
};

/// What a report is made of. All of it outlives the call only.
struct ReportInput
{
    const model::Plan& plan;
    const simulator::Comparison& comparison;
    const model::CatalogueSlice& slice; ///< questions, evidence, providers: their words
    ExplainFunction explain;
};

/// The decision record: pure, the same input gives the same document.
[[nodiscard]] ReportDocument buildReport(const ReportInput& input, const ReportSettings& settings = {});

} // namespace wherewithal::app
