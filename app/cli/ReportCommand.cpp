// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace wherewithal::app::cli {

namespace {

constexpr std::array<std::string_view, 7> kForms{".pdf", ".html", ".htm", ".md", ".xlsx", ".csv", ".json"};

/// In lower case, as the writer compares it: `.PDF` is a PDF.
std::string extensionOf(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    for (char& letter : extension) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return extension;
}

class ReportCommand final : public Command
{
public:
    std::string_view path() const override { return "report"; }
    std::string_view summary() const override
    {
        return "Write the report of a plan; the extension picks the form";
    }
    std::string_view example() const override { return "report example:assistant --output assistant.pdf"; }

    void declare(CLI::App& app) override
    {
        m_plan.declare(app);
        app.add_option("--output", m_output, "Where to: .pdf, .html, .md, .xlsx, .csv or .json")
            ->required()
            ->type_name("FILE");
        app.add_option("--language", m_language, "Language of the report: en or de")
            ->check(CLI::IsMember({"en", "de"}))
            ->capture_default_str();
        app.add_option("--paper", m_paper, "Paper of the PDF: a4 or letter")
            ->check(CLI::IsMember({"a4", "letter"}))
            ->capture_default_str();
        app.add_flag(
            "--short", m_isShort, "Without ledgers of each option, questions, worked figures and evidence");
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const std::filesystem::path output(m_output);
        if (std::ranges::find(kForms, extensionOf(output)) == kForms.end()) {
            return fail({.code = model::ErrorCode::UnsupportedFormat,
                         .where = "--output",
                         .message = fmt::format("'{}' has no extension of a report", m_output),
                         .hint = "end it with .pdf, .html, .md, .xlsx, .csv or .json"},
                        streams);
        }
        const auto plan = m_plan.load(streams);
        if (!plan) {
            return plan.error();
        }
        const auto slice = services.slice(*plan, m_plan.catalogueFile());
        if (!slice) {
            return fail(slice.error(), streams);
        }
        const auto comparison = services.compare(*plan, *slice, {});
        if (!comparison) {
            return fail(comparison.error(), streams);
        }
        const auto written = services.writeReport({.plan = *plan,
                                                   .slice = *slice,
                                                   .comparison = *comparison,
                                                   .output = output,
                                                   .language = m_language,
                                                   .isLetter = m_paper == "letter",
                                                   .isShort = m_isShort});
        return written ? ExitStatus::Done : fail(written.error(), streams);
    }

private:
    PlanArguments m_plan;
    std::string m_output;
    std::string m_language = "en";
    std::string m_paper = "a4";
    bool m_isShort = false;
};

} // namespace

std::unique_ptr<Command> makeReportCommand()
{
    return std::make_unique<ReportCommand>();
}

} // namespace wherewithal::app::cli
