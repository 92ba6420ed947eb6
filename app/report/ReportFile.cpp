// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ComparisonJson.h"
#include "app/report/PdfRenderer.h"
#include "app/report/Renderers.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace wherewithal::app {

namespace {

model::Result<void> fileFailure(const QFileDevice& file, const std::string& path, int systemError)
{
    const QFileInfo folder(QFileInfo(QString::fromStdString(path)).absolutePath());
    const std::string why = path + ": " + file.errorString().toStdString();
    if (!folder.exists()) {
        return model::failure(model::ErrorCode::NotFound,
                              path,
                              "the folder " + folder.filePath().toStdString() + " does not exist",
                              "create it, or choose another");
    }
    if (systemError == ENOSPC || systemError == EDQUOT) {
        return model::failure(model::ErrorCode::DiskFull,
                              path,
                              "no room left on the disk",
                              "free some room; the old file is untouched");
    }
    if (file.error() == QFileDevice::PermissionsError || systemError == EACCES || systemError == EROFS
        || !folder.isWritable()) {
        return model::failure(model::ErrorCode::PermissionDenied,
                              path,
                              "no permission to write there",
                              "choose another folder");
    }
    return model::failure(model::ErrorCode::InputOutput, path, why);
}

/// Writes to a device that is open; the failure carries what the system said.
model::Result<void> writeAll(QFileDevice& file, const QByteArray& bytes, const std::string& path)
{
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        return fileFailure(file, path, errno);
    }
    return {};
}

} // namespace

model::Result<void> writeFile(const QByteArray& bytes, const std::string& path)
{
    const QString name = QString::fromStdString(path);
    const QFileInfo info(name);
    if (info.isDir()) {
        return model::failure(model::ErrorCode::InputOutput, path, "that is a folder", "name a file in it");
    }
    if (info.exists() && !info.isFile()) {
        QFile device(name);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            return fileFailure(device, path, errno);
        }
        return writeAll(device, bytes, path);
    }
    QSaveFile file(name);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly)) {
        return fileFailure(file, path, errno);
    }
    if (auto written = writeAll(file, bytes, path); !written) {
        file.cancelWriting();
        return written;
    }
    errno = 0;
    if (!file.commit()) {
        return fileFailure(file, path, errno);
    }
    return {};
}

std::optional<ReportFormat> reportFormatOf(const std::string& path)
{
    const QString suffix = QFileInfo(QString::fromStdString(path)).suffix().toLower();
    if (suffix == QLatin1String("pdf")) {
        return ReportFormat::Pdf;
    }
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm")) {
        return ReportFormat::Html;
    }
    if (suffix == QLatin1String("md")) {
        return ReportFormat::Markdown;
    }
    if (suffix == QLatin1String("xlsx")) {
        return ReportFormat::Workbook;
    }
    if (suffix == QLatin1String("csv")) {
        return ReportFormat::Csv;
    }
    return suffix == QLatin1String("json") ? std::optional(ReportFormat::Json) : std::nullopt;
}

model::Result<QByteArray>
renderReport(const ReportDocument& document, const simulator::Comparison& comparison, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf:
        return renderPdf(document);
    case ReportFormat::Html:
        return renderHtml(document).toUtf8();
    case ReportFormat::Markdown:
        return renderMarkdown(document).toUtf8();
    case ReportFormat::Workbook:
        return renderWorkbook(document);
    case ReportFormat::Csv:
        return QByteArray::fromStdString(comparisonCsv(comparison));
    case ReportFormat::Json:
        return QByteArray::fromStdString(comparisonJson(comparison));
    }
    return model::failure(model::ErrorCode::Internal, "report", "no such format");
}

model::Result<void>
writeReport(const ReportDocument& document, const simulator::Comparison& comparison, const std::string& path)
{
    const auto format = reportFormatOf(path);
    if (!format) {
        return model::failure(model::ErrorCode::UnsupportedFormat,
                              path,
                              "the suffix names no report format",
                              "use .pdf, .html, .md, .xlsx, .csv or .json");
    }
    return renderReport(document, comparison, *format).and_then([&path](const QByteArray& bytes) {
        return writeFile(bytes, path);
    });
}

} // namespace wherewithal::app
