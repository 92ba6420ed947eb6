// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportDocument.h"
#include "model/base/Result.h"
#include "simulator/compare/Comparison.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>

namespace wherewithal::app {

/// One self-contained page: style and charts (SVG) inside, no script, nothing loaded from elsewhere.
[[nodiscard]] QString renderHtml(const ReportDocument& document);

/// GitHub tables; charts become tables of their values at the end of each year.
[[nodiscard]] QString renderMarkdown(const ReportDocument& document);

/// A workbook: one sheet per section, numbers as numbers at full precision, charts as charts of the workbook.
[[nodiscard]] model::Result<QByteArray> renderWorkbook(const ReportDocument& document);

enum class ReportFormat
{
    Pdf,
    Html,
    Markdown,
    Workbook,
    Csv,
    Json,
};

/// By the file's suffix: pdf, html, htm, md, xlsx, csv, json.
[[nodiscard]] std::optional<ReportFormat> reportFormatOf(const std::string& path);

/// CSV and JSON are those of `compare`; the others print the document. PDF and HTML need a QGuiApplication
/// for fonts.
[[nodiscard]] model::Result<QByteArray>
renderReport(const ReportDocument& document, const simulator::Comparison& comparison, ReportFormat format);

/// Renders and saves: the file is the old or the new one, never half of it. UnsupportedFormat for another
/// suffix, NotFound for a missing folder, PermissionDenied, DiskFull, InputOutput.
[[nodiscard]] model::Result<void>
writeReport(const ReportDocument& document, const simulator::Comparison& comparison, const std::string& path);

/// Saves beside and renames. A device such as /dev/stdout is written directly.
[[nodiscard]] model::Result<void> writeFile(const QByteArray& bytes, const std::string& path);

} // namespace wherewithal::app
