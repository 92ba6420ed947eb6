// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/ExportButton.h"

#include "app/report/Renderers.h"

#include <QAction>
#include <QFileDialog>
#include <QFuture>
#include <QMenu>
#include <QMessageBox>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace wherewithal::app {

namespace {

/// On a worker: the parts as a document, rendered and saved.
QString write(const RunResultPtr& result, const ReportSettings& settings, const QString& path)
{
    const ReportInput input{
        .plan = *result->plan, .comparison = *result->comparison, .slice = *result->slice, .explain = {}};
    const auto written = writeReport(buildReport(input, settings), *result->comparison, path.toStdString());
    return written ? QString() : QString::fromStdString(model::text(written.error()));
}

} // namespace

ExportButton::ExportButton(Workspace& workspace, ReportParts parts, QWidget* parent)
    : QPushButton(tr("Export"), parent)
    , m_workspace(workspace)
    , m_parts(parts)
{
    setObjectName(QStringLiteral("export"));
    setToolTip(tr("Save the figures of this page to a file"));
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QString& suffix, const QString& filter) {
        QAction* action = menu->addAction(text);
        action->setProperty("format", suffix);
        connect(action, &QAction::triggered, this, [this, suffix, filter] { choose(suffix, filter); });
    };
    add(tr("Table of the options as &CSV..."), QStringLiteral("csv"), tr("Comma-separated values (*.csv)"));
    add(tr("This page as &Markdown..."), QStringLiteral("md"), tr("Markdown (*.md)"));
    add(tr("This page as &workbook..."), QStringLiteral("xlsx"), tr("Workbook (*.xlsx)"));
    setMenu(menu);
    connect(this, &ExportButton::exported, this, [this](const QString& path, const QString& error) {
        if (!error.isEmpty()) {
            auto* box = new QMessageBox(QMessageBox::Warning,
                                        tr("Nothing was exported"),
                                        tr("%1 was not written. %2").arg(path, error),
                                        QMessageBox::Ok,
                                        this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        }
    });
}

ExportButton::~ExportButton()
{
    if (m_wait) {
        m_wait();
    }
}

void ExportButton::choose(const QString& suffix, const QString& filter)
{
    const QString suggested = QString::fromStdString(m_workspace.plan().name) + QLatin1Char('.') + suffix;
    QString path =
        m_ask ? m_ask(this, suggested) : QFileDialog::getSaveFileName(this, tr("Export"), suggested, filter);
    if (path.isEmpty()) {
        return;
    }
    if (!path.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive)) {
        path += QLatin1Char('.') + suffix;
    }
    exportTo(path);
}

void ExportButton::exportTo(const QString& path)
{
    const RunResultPtr result = m_workspace.runner().result();
    if (!result) {
        emit exported(path, tr("Nothing is computed yet."));
        return;
    }
    ReportSettings settings;
    settings.parts = m_parts;
    settings.language = QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    setEnabled(false);
    QFuture<void> running = QtConcurrent::run([this, result, settings, path] {
        const QString error = write(result, settings, path);
        const auto tell = [this, path, error] {
            setEnabled(true);
            emit exported(path, error);
        };
        QMetaObject::invokeMethod(
            this, tell, Qt::QueuedConnection); // also where the destructor's wait runs it
    });
    m_wait = [running]() mutable {
        running.waitForFinished();
    };
}

} // namespace wherewithal::app
