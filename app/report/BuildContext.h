// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Format.h"
#include "app/report/ReportBuilder.h"

#include <string>
#include <vector>

/// Inside of buildReport(): what the parts of a report share while it is built.
namespace wherewithal::app::building {

using simulator::Comparison;
using simulator::OptionResult;
using simulator::OptionState;
using simulator::WorkloadResult;

class Context
{
public:
    Context(const ReportInput& input, const ReportSettings& settings);

    [[nodiscard]] const model::Plan& plan() const { return m_input.plan; }
    [[nodiscard]] const Comparison& comparison() const { return m_input.comparison; }
    [[nodiscard]] const model::CatalogueSlice& slice() const { return m_input.slice; }
    [[nodiscard]] const ExplainFunction& explain() const { return m_input.explain; }
    [[nodiscard]] const ReportSettings& settings() const { return m_settings; }
    [[nodiscard]] const Format& format() const { return m_format; }

    [[nodiscard]] QString words(const char* text) const
    {
        return m_format.wording().translate("Report", text);
    }
    /// One of two sentences, with %1 for the count.
    [[nodiscard]] QString counted(qsizetype count, const char* one, const char* many) const;
    [[nodiscard]] QString fromEngine(const std::string& text) const
    {
        return m_format.wording().engineText(text);
    }

    [[nodiscard]] bool isEnglish() const
    {
        const QLocale::Language language = m_format.locale().language();
        return language == QLocale::English || language == QLocale::C;
    }

    // Structure
    Section& openSection(const QString& anchor, const QString& title);
    Section& openPart(const QString& anchor, const QString& title);
    [[nodiscard]] Section& current() { return m_document.sections.back(); }
    void add(Block block);
    void addText(const RichText& text, Paragraph::Style style = Paragraph::Style::Body);
    [[nodiscard]] Table table(const QString& title, const QString& subtitle = {});
    [[nodiscard]] Chart chart(const QString& title, const QString& subtitle = {});
    [[nodiscard]] ReportDocument& document() { return m_document; }

    // Sources: numbered in the order in which they are first cited
    void cite(RichText& text, const model::Source& source);
    [[nodiscard]] const std::vector<model::Source>& cited() const { return m_cited; }

    // Options
    [[nodiscard]] std::vector<const OptionResult*> options(OptionState state) const;
    /// Ranked, then undecided.
    [[nodiscard]] std::vector<const OptionResult*> openOptions() const;
    [[nodiscard]] const OptionResult* winner() const; ///< nullptr: nothing is ranked
    [[nodiscard]] const OptionResult* second() const;
    /// The option's title, with what tells it from others of the same name.
    [[nodiscard]] QString title(const OptionResult& option) const;
    [[nodiscard]] QString lettered(const OptionResult& option) const; ///< "B, Azure NC40ads H100 v5"
    [[nodiscard]] model::Month lastMonth() const;
    [[nodiscard]] std::string currency() const { return comparison().currency.code(); }

    // Cells
    [[nodiscard]] Cell optionCell(const OptionResult& option, bool withDetail = false) const;
    [[nodiscard]] static Cell textCell(const RichText& text);
    [[nodiscard]] Cell numberCell(std::optional<double> value, int decimals) const;
    /// An amount in the column's scale; "≥" where it is a lower bound.
    [[nodiscard]] Cell costCell(std::optional<double> amount, Scale scale, bool isComplete = true) const;
    [[nodiscard]] static Column textColumn(const QString& title);
    [[nodiscard]] static Column numberColumn(const QString& title, const QString& unit = {});

private:
    ReportInput m_input;
    ReportSettings m_settings;
    Format m_format;
    ReportDocument m_document;
    std::vector<model::Source> m_cited;
    int m_sections = 0;
    int m_parts = 0;
    int m_tables = 0;
    int m_charts = 0;
};

/// Decimals that suit a column by its greatest value.
[[nodiscard]] int columnDecimals(double greatest);
/// The workload that binds first; nullptr if the option has none.
[[nodiscard]] const WorkloadResult* bindingWorkload(const OptionResult& option);
/// First reason that keeps an option from being ranked.
[[nodiscard]] const simulator::Reason* decidingReason(const OptionResult& option);
/// Month of the crossing with the option it is measured against; the base case if it has one.
[[nodiscard]] std::optional<model::Month> crossing(const simulator::BreakEven& breakEven);
/// Two colours, letters and lines at most six: winner, reference, then by rank.
[[nodiscard]] Chart cumulativeChart(Context& context, std::size_t greatestCount);

void addFirstPage(Context& context);
void addWorkloads(Context& context);
void addRequirements(Context& context);
void addPrices(Context& context);
void addThroughput(Context& context);
void addCost(Context& context);
void addScores(Context& context);
void addStability(Context& context);
void addQuestions(Context& context);
void addWorkedFigures(Context& context);
void addEvidence(Context& context);
void addSources(Context& context);
void addReproduction(Context& context);

} // namespace wherewithal::app::building
