// SPDX-License-Identifier: GPL-3.0-or-later
// The work of the wizard's steps: what runs on the worker, and what becomes of its result.
#include "app/gui/dialogs/ImportReport.h"
#include "app/gui/dialogs/ImportSections.h"
#include "app/gui/dialogs/ImportWizard.h"
#include "app/gui/dialogs/MappingSection.h"
#include "app/gui/widgets/Parts.h"

#include <QFileInfo>
#include <QPushButton>

namespace wherewithal::app {

void ImportWizard::begin(ImportStep step, const QString& what)
{
    m_rail->step(step)->setState(StepButton::State::Running);
    m_rail->step(step)->setNote(tr("running"));
    m_what->setText(what);
    m_howMuch->clear();
    m_rate->clear();
    m_bar->setRange(0, 0);
    showButtons();
}

void ImportWizard::finish(ImportStep step, const QString& note)
{
    m_rail->step(step)->setEnabled(true);
    m_rail->step(step)->setState(StepButton::State::Done);
    m_rail->step(step)->setNote(note);
    m_what->clear();
    m_howMuch->clear();
    showButtons();
    focusNext();
    if (m_closesWhenIdle) {
        close();
    }
}

void ImportWizard::fail(ImportStep step, const model::Error& error)
{
    const bool isCancelled = error.code == model::ErrorCode::Cancelled;
    m_rail->step(step)->setState(isCancelled ? StepButton::State::Waiting : StepButton::State::Failed);
    m_rail->step(step)->setNote(isCancelled ? tr("cancelled") : tr("failed"));
    m_what->setText(isCancelled ? tr("Cancelled.") : QString());
    m_howMuch->setText(isCancelled ? tr("The catalogue is as it was.") : QString());
    if (!isCancelled) {
        m_error->showError(error);
    }
    showButtons();
    if (m_closesWhenIdle) {
        close();
    }
}

/// Enter goes on, unless the user is at work in the step itself.
void ImportWizard::focusNext()
{
    const QWidget* focus = focusWidget();
    const bool isFree = focus == nullptr || focus == m_back || focus == m_cancel || !focus->isVisible()
                        || qobject_cast<const StepButton*>(focus) != nullptr;
    if (isFree && m_next->isEnabled()) {
        m_next->setFocus(Qt::OtherFocusReason);
    }
}

OnProgress ImportWizard::progressTeller()
{
    return [this](const ImportProgress& progress) {
        m_work.post([this, progress] { showProgress(progress); });
    };
}

void ImportWizard::showProgress(const ImportProgress& progress)
{
    m_howMuch->setText(tr("%1 offers so far").arg(m_format.integer(static_cast<qint64>(progress.offers))));
    m_rate->setText(progressText(m_format, progress));
    if (progress.bytesTotal && *progress.bytesTotal > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(std::min(1000.0,
                                                  1000.0 * static_cast<double>(progress.bytesRead)
                                                      / static_cast<double>(*progress.bytesTotal))));
    }
}

void ImportWizard::detect()
{
    m_work.start([service = m_service,
                  request = m_request](const std::stop_token&) { return service->detect(request); },
                 [this](model::Result<SheetFinding> found) { accept(std::move(found)); });
    begin(ImportStep::Detect, tr("Looking into the files"));
}

void ImportWizard::accept(model::Result<SheetFinding> found)
{
    if (!found) {
        fail(ImportStep::Detect, found.error());
        return;
    }
    m_finding = std::move(*found);
    quint64 bytes = 0;
    for (const SheetFile& file : m_finding->files) {
        bytes += file.bytes;
    }
    m_rail->step(ImportStep::Files)
        ->setNote((m_finding->files.size() == 1
                       ? fromEngine(m_finding->files.front().name)
                       : tr("files: %1").arg(m_format.integer(static_cast<qint64>(m_finding->files.size()))))
                  + QStringLiteral(", ") + m_format.traffic(static_cast<double>(bytes)));
    m_detected->show(*m_finding, m_request);
    m_head->show(*m_finding);
    if (m_finding->isTable && m_finding->rows.empty()) {
        fail(
            ImportStep::Detect,
            {.code = model::ErrorCode::InvalidSyntax,
             .where = m_finding->files.empty() ? std::string() : m_finding->files.front().name,
             .message = tr("there is no row below the header line").toStdString(),
             .hint =
                 tr("set header line and separator if the file is a table, choose another file if it is none")
                     .toStdString()});
        return;
    }
    if (!m_finding->isRefused()) {
        finish(ImportStep::Detect, fromEngine(m_finding->formatTitle));
        return;
    }
    const bool isUnknown = m_finding->detection.format == "unknown";
    fail(
        ImportStep::Detect,
        {.code = model::ErrorCode::UnsupportedFormat,
         .where = m_finding->files.empty() ? std::string() : m_finding->files.front().name,
         .message =
             isUnknown
                 ? tr("this is no price sheet that the program knows").toStdString()
                 : tr("this is no price sheet but: %1").arg(fromEngine(m_finding->formatTitle)).toStdString(),
         .hint = m_finding->advice});
    m_rail->step(ImportStep::Detect)->setNote(fromEngine(m_finding->formatTitle));
}

void ImportWizard::preview()
{
    m_work.start([service = m_service, request = m_request](
                     const std::stop_token& stop) { return service->preview(request, stop); },
                 [this](model::Result<ImportPreview> read) { accept(std::move(read)); });
    begin(ImportStep::Preview, tr("Reading the first rows"));
}

void ImportWizard::accept(model::Result<ImportPreview> read)
{
    if (!read) {
        fail(ImportStep::Preview, read.error());
        return;
    }
    m_preview->show(*read);
    m_detected->showSheet(read->sheet);
    if (read->rows.empty()) {
        failEmpty(ImportStep::Preview, read->firstIssue);
        return;
    }
    finish(ImportStep::Preview,
           (read->isWhole ? tr("all rows, %1") : tr("first %1 rows")).arg(read->rows.size()));
    if (read->failure) {
        m_error->showError(*read->failure);
    }
}

void ImportWizard::check()
{
    m_work.start([service = m_service, request = m_request, tell = progressTeller()](
                     const std::stop_token& stop) { return service->check(request, tell, stop); },
                 [this](model::Result<ImportCheck> checked) { accept(std::move(checked)); });
    begin(ImportStep::Check, tr("Checking"));
    if (m_preview->rows() == 0) { // after a change of the mapping
        m_preview->setVisible(false);
        m_rules[1]->setVisible(false);
    }
}

void ImportWizard::accept(model::Result<ImportCheck> checked)
{
    if (!checked) {
        fail(ImportStep::Check, checked.error());
        return;
    }
    m_check = std::move(*checked);
    m_checkSection->show(*m_check, m_finding && m_finding->isTable, today());
    m_detected->showSheet(m_check->outcome.sheet);
    const auto errors = static_cast<int>(m_check->outcome.rejectedRows);
    finish(ImportStep::Check,
           errors == 0 ? tr("no row left out for errors")
                       : tr("rows left out: %1").arg(m_format.integer(errors)));
    m_what->setText(tr("Checked"));
    m_howMuch->setText(tr("%1 rows in %2; nothing is stored yet")
                           .arg(m_format.integer(static_cast<qint64>(m_check->outcome.rowsRead)),
                                m_format.duration(m_check->seconds)));
    if (m_check->outcome.offers == 0) {
        const auto& issues = m_check->outcome.issues;
        failEmpty(ImportStep::Check, issues.empty() ? std::nullopt : std::optional(issues.front()));
    }
}

/// No row gave a price: the reason of the first, and what to do about it.
void ImportWizard::failEmpty(ImportStep step, const std::optional<providers::RowIssue>& first)
{
    const bool isTable = m_finding && m_finding->isTable;
    model::Error error{
        .code = model::ErrorCode::NotFound,
        .where = {},
        .message = tr("no row of the file gives a price").toStdString(),
        .hint = isTable ? tr("see the mapping: which column holds the price, and how are numbers written?")
                              .toStdString()
                        : tr("choose another format if the detected one is wrong").toStdString()};
    ImportFix offered = isTable ? ImportFix::Mapping : ImportFix::None;
    if (first) {
        error.message =
            tr("no row of the file gives a price. Line %1: %2")
                .arg(m_format.integer(static_cast<qint64>(first->line)), fromEngine(first->message))
                .toStdString();
        error.hint = first->hint.empty() ? error.hint : first->hint;
        offered = fixFor(*first, isTable) == ImportFix::None ? offered : fixFor(*first, isTable);
    }
    fail(step, error);
    m_error->offer(offered);
}

void ImportWizard::commit()
{
    m_work.start([service = m_service, request = m_request, tell = progressTeller()](
                     const std::stop_token& stop) { return service->commit(request, tell, stop); },
                 [this](model::Result<ImportDone> done) { accept(std::move(done)); });
    begin(ImportStep::Commit, tr("Storing"));
}

void ImportWizard::accept(model::Result<ImportDone> done)
{
    if (!done) {
        fail(ImportStep::Commit, done.error());
        return;
    }
    m_isDone = true;
    m_done->show(*done, today());
    m_workspace.settings().rememberSheetFile(fromEngine(done->sheetName),
                                             QFileInfo(m_files->paths().front()).absoluteFilePath());
    finish(ImportStep::Commit,
           tr("%1 new prices").arg(m_format.integer(static_cast<qint64>(done->stored.added))));
    if (done->stored.added + done->stored.changed > 0) {
        m_workspace.catalogue().contentChanged();
    }
}

void ImportWizard::saveMapping(const QString& name)
{
    providers::CsvMapping mapping = m_mapping->mapping();
    mapping.name = name.toStdString();
    const auto saved = m_service->saveMapping(mapping);
    m_mapping->showSaveResult(saved ? tr("Saved. It can be chosen for other files now.")
                                    : fromEngine(saved.error().message));
    if (saved) {
        m_mapping->setSaved(m_service->mappings());
    }
}

} // namespace wherewithal::app
