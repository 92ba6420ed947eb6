// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/ImportWizard.h"

#include "app/gui/dialogs/ImportReport.h"
#include "app/gui/dialogs/ImportSections.h"
#include "app/gui/dialogs/MappingSection.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "providers/import/prices/PriceImport.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace wherewithal::app {

ImportChoices realImportChoices()
{
    ImportChoices choices;
    choices.files = [](QWidget* parent) {
        return QFileDialog::getOpenFileNames(parent, ImportWizard::tr("Add price sheets"));
    };
    choices.folder = [](QWidget* parent) {
        return QFileDialog::getExistingDirectory(parent, ImportWizard::tr("Add a folder of price sheets"));
    };
    return choices;
}

ImportWizard::ImportWizard(Workspace& workspace, ImportChoices choices, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_service(workspace.catalogue().sharedService())
    , m_choices(std::move(choices))
{
    setObjectName(QStringLiteral("importWizard"));
    setWindowTitle(tr("Import price sheet"));
    setAcceptDrops(true);
    resize(px(1120), px(760));
    setMinimumSize(px(820), px(520));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new StepRail(this);
    row->addWidget(m_rail);
    outer->addLayout(row, 1);
    buildContent();
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_files, 1);
    column->addWidget(m_detected);
    column->addWidget(m_rules[0]);
    column->addWidget(m_head, 1);
    column->addWidget(m_preview, 2);
    column->addWidget(m_rules[1]);
    column->addWidget(m_mapping, 1);
    column->addWidget(m_checkSection, 3);
    column->addWidget(m_done, 1);
    row->addWidget(content, 1);
    buildFooter(outer);
    connectSections();
    m_mapping->setSaved(m_service->mappings());
    showStep();
}

void ImportWizard::buildContent()
{
    m_error = new ErrorStrip(this);
    m_files = new FilesSection(this);
    m_detected = new DetectedSection(this);
    m_head = new HeadSection(this);
    m_preview = new PreviewSection(this);
    m_mapping = new MappingSection(this);
    m_checkSection = new CheckSection(this);
    m_done = new DoneSection(this);
    m_rules = {new Rule(Qt::Horizontal, this), new Rule(Qt::Horizontal, this)};
}

void ImportWizard::buildFooter(QVBoxLayout* layout)
{
    layout->addWidget(new Rule);
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(px(16), px(8), px(16), px(10));
    row->setSpacing(px(12));
    auto* progress = new QVBoxLayout;
    progress->setSpacing(px(4));
    auto* texts = new QHBoxLayout;
    texts->setSpacing(px(8));
    m_what = new TypedLabel(Type::Section);
    m_what->setObjectName(QStringLiteral("importWhat"));
    m_howMuch = new TypedLabel(Type::Note);
    m_howMuch->setInk(Ink::Text2);
    m_rate = new TypedLabel(Type::Note);
    m_rate->setObjectName(QStringLiteral("importRate"));
    m_rate->setInk(Ink::Text2);
    texts->addWidget(m_what);
    texts->addWidget(m_howMuch, 1);
    texts->addWidget(m_rate);
    m_bar = new ThinProgress;
    m_bar->setObjectName(QStringLiteral("importProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    progress->addLayout(texts);
    progress->addWidget(m_bar);
    row->addLayout(progress, 1);
    row->addSpacing(px(24));
    m_back = makeButton(tr("&Back"), QStringLiteral("importBack"), this);
    m_next = makeFilledButton(tr("&Next"), QStringLiteral("importNext"), this);
    m_next->setDefault(true);
    m_cancel = makeButton(tr("Cancel"), QStringLiteral("importCancel"), this);
    m_cancel->setToolTip(tr("Escape"));
    for (QPushButton* button : {m_back, m_next, m_cancel}) {
        row->addWidget(button);
    }
    for (QPushButton* other : {m_back, m_cancel}) {
        other->setAutoDefault(false);
    }
    footer->setFixedHeight(px(52));
    layout->addWidget(footer);
}

void ImportWizard::connectSections()
{
    connect(m_rail, &StepRail::chosen, this, &ImportWizard::goTo);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    connect(m_files, &FilesSection::pathsChanged, this, &ImportWizard::pathsChanged);
    connect(m_files, &FilesSection::addFilesWanted, this, [this] {
        if (const QStringList paths = m_choices.files(this); !paths.isEmpty()) {
            setPaths(m_files->paths() + paths);
        }
    });
    connect(m_files, &FilesSection::addFolderWanted, this, [this] {
        if (const QString path = m_choices.folder(this); !path.isEmpty()) {
            setPaths(m_files->paths() + QStringList(path));
        }
    });
    connect(m_detected, &DetectedSection::overruled, this, &ImportWizard::overruled);
    connect(m_mapping, &MappingSection::changed, this, &ImportWizard::mappingChanged);
    connect(m_mapping, &MappingSection::saveWanted, this, &ImportWizard::saveMapping);
    // Queued: the session looks for changed prices at the same signal.
    connect(
        &m_workspace.runner(),
        &SimulationRunner::resultReady,
        this,
        [this] {
            if (m_isDone) {
                m_done->showPlanPrices(static_cast<int>(m_workspace.catalogue().changedPrices().size()));
            }
        },
        Qt::QueuedConnection);
}

// Steps -------------------------------------------------------

void ImportWizard::setPaths(const QStringList& paths)
{
    m_files->setPaths(paths);
    pathsChanged();
    if (!paths.isEmpty()) {
        goTo(ImportStep::Detect);
    }
}

void ImportWizard::pathsChanged()
{
    m_request = {};
    for (const QString& path : m_files->paths()) {
        m_request.paths.push_back(path.toStdString());
    }
    forgetFrom(ImportStep::Detect);
    const auto count = static_cast<int>(m_request.paths.size());
    m_rail->step(ImportStep::Files)
        ->setState(count > 0 ? StepButton::State::Done : StepButton::State::Waiting);
    m_rail->step(ImportStep::Files)->setNote(count > 0 ? tr("%1 chosen").arg(count) : tr("none chosen yet"));
    setWindowTitle(count == 0
                       ? tr("Import price sheet")
                       : tr("Import price sheet: %1").arg(QFileInfo(m_files->paths().front()).fileName()));
    showButtons();
}

void ImportWizard::overruled()
{
    m_detected->fill(m_request);
    forgetFrom(ImportStep::Detect);
    goTo(ImportStep::Detect);
}

void ImportWizard::mappingChanged()
{
    m_request.mapping = m_mapping->mapping();
    forgetFrom(ImportStep::Check);
    m_preview->clear();
    m_rail->step(ImportStep::Preview)->setState(StepButton::State::Waiting);
    m_rail->step(ImportStep::Map)->setNote(m_mapping->summary());
    const QString problem = m_mapping->problem();
    problem.isEmpty() ? m_error->clear() : m_error->showText(tr("The mapping is not complete"), problem);
    showButtons();
}

void ImportWizard::forgetFrom(ImportStep first)
{
    m_work.cancel();
    m_isDone = false;
    m_error->clear();
    for (int number = static_cast<int>(first); number < kImportSteps; ++number) {
        StepButton* button = m_rail->step(static_cast<ImportStep>(number));
        button->setState(StepButton::State::Waiting);
        button->setNote({});
        button->setEnabled(false);
    }
    if (first <= ImportStep::Detect) {
        m_finding.reset();
        m_preview->clear();
    }
    m_check.reset();
    m_checkSection->clear();
    m_done->clear();
}

void ImportWizard::goTo(ImportStep step)
{
    if (m_work.isRunning() && step != m_step) {
        return; // what runs ends or is cancelled first
    }
    m_step = step;
    m_error->clear();
    showStep();
    const bool isDone = m_rail->step(step)->state() == StepButton::State::Done;
    switch (step) {
    case ImportStep::Files:
        break;
    case ImportStep::Detect:
        isDone&& m_finding ? void() : detect();
        break;
    case ImportStep::Preview:
        m_preview->rows() > 0 && isDone ? void() : preview();
        break;
    case ImportStep::Map:
        m_mapping->show(*m_finding, m_request.mapping.value_or(m_finding->proposed));
        finish(step, m_mapping->summary());
        break;
    case ImportStep::Check:
        m_check ? void() : check();
        break;
    case ImportStep::Commit:
        m_isDone ? void() : commit();
        break;
    }
    showButtons();
}

void ImportWizard::next()
{
    if (m_step == ImportStep::Commit) {
        close();
        return;
    }
    if (canGoOn()) {
        goTo(static_cast<ImportStep>(static_cast<int>(m_step) + 1));
    }
}

void ImportWizard::back()
{
    if (m_step != ImportStep::Files && !m_work.isRunning()) {
        goTo(static_cast<ImportStep>(static_cast<int>(m_step) - 1));
    }
}

bool ImportWizard::canGoOn() const
{
    if (m_work.isRunning()) {
        return false;
    }
    switch (m_step) {
    case ImportStep::Files:
        return !m_request.paths.empty();
    case ImportStep::Detect:
        return m_finding && m_rail->step(ImportStep::Detect)->state() == StepButton::State::Done;
    case ImportStep::Preview:
        // A table whose preview failed is what the mapping is for.
        return m_preview->rows() > 0 || (m_finding && m_finding->isTable);
    case ImportStep::Map:
        return m_mapping->problem().isEmpty();
    case ImportStep::Check:
        return m_check && m_check->outcome.offers > 0;
    case ImportStep::Commit:
        return m_isDone;
    }
    return false;
}

void ImportWizard::showStep()
{
    m_rail->setCurrent(m_step);
    m_files->setVisible(m_step == ImportStep::Files);
    const bool showsDetected =
        m_step == ImportStep::Detect || m_step == ImportStep::Preview || m_step == ImportStep::Check;
    m_detected->setVisible(showsDetected);
    m_rules[0]->setVisible(showsDetected);
    m_head->setVisible(m_step == ImportStep::Detect);
    m_preview->setVisible(m_step == ImportStep::Preview || m_step == ImportStep::Check);
    m_preview->setMinimumHeight(m_step == ImportStep::Check ? px(214) : 0);
    m_rules[1]->setVisible(m_step == ImportStep::Check);
    m_mapping->setVisible(m_step == ImportStep::Map);
    m_checkSection->setVisible(m_step == ImportStep::Check);
    m_done->setVisible(m_step == ImportStep::Commit);
    showButtons();
}

void ImportWizard::showButtons()
{
    const bool isBusy = m_work.isRunning();
    const bool isEnd = m_step == ImportStep::Commit && m_isDone;
    m_back->setEnabled(m_step != ImportStep::Files && !isBusy && !isEnd);
    m_next->setEnabled(canGoOn());
    m_cancel->setVisible(!isEnd);
    if (isEnd) {
        m_next->setText(tr("&Close"));
    } else if (m_step == ImportStep::Check) {
        m_next->setText(
            m_check
                ? tr("&Commit %1 offers").arg(m_format.integer(static_cast<qint64>(m_check->outcome.offers)))
                : tr("&Commit"));
    } else {
        m_next->setText(tr("&Next"));
    }
    m_bar->setVisible(isBusy);
    if (!isBusy) {
        m_rate->clear();
    }
}

// Work --------------------------------------------------------

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
        fail(ImportStep::Preview,
             {.code = model::ErrorCode::NotFound,
              .where = {},
              .message = tr("no row of the file gives a price").toStdString(),
              .hint = m_finding->isTable
                          ? tr("see the mapping: which column holds the price, and how are numbers written?")
                                .toStdString()
                          : tr("choose another format if the detected one is wrong").toStdString()});
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
    m_checkSection->show(*m_check);
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
        fail(ImportStep::Check,
             {.code = model::ErrorCode::NotFound,
              .where = {},
              .message = tr("no row of the file gives a price").toStdString(),
              .hint = tr("see the issues below").toStdString()});
    }
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
    m_done->show(*done);
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

// Leaving -----------------------------------------------------

void ImportWizard::stop()
{
    m_work.requestStop();
    m_what->setText(tr("Cancelling"));
    m_cancel->setEnabled(true);
}

void ImportWizard::reject()
{
    if (m_work.isRunning()) {
        stop();
        return;
    }
    QDialog::reject();
}

void ImportWizard::closeEvent(QCloseEvent* event)
{
    if (m_work.isRunning()) {
        m_closesWhenIdle = true;
        stop();
        event->ignore();
        return;
    }
    QDialog::closeEvent(event);
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && !m_work.isRunning()) {
        event->acceptProposedAction();
    }
}

void ImportWizard::dropEvent(QDropEvent* event)
{
    QStringList paths = m_step == ImportStep::Files ? m_files->paths() : QStringList();
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    setPaths(paths);
}

ImportWizard*
openImportWizard(Workspace& workspace, const QStringList& paths, QWidget* parent, ImportChoices choices)
{
    if (workspace.catalogue().service() == nullptr) {
        return nullptr;
    }
    ImportWizard* wizard = nullptr;
    if (parent != nullptr) {
        for (auto* open : parent->findChildren<ImportWizard*>()) {
            wizard = open->isVisible() && !open->isBusy() ? open : wizard;
        }
    }
    if (wizard == nullptr) {
        wizard = new ImportWizard(workspace, std::move(choices), parent);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
    }
    wizard->setPaths(paths);
    wizard->show();
    wizard->raise();
    wizard->activateWindow();
    return wizard;
}

bool looksLikePriceSheet(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    if (path.endsWith(QLatin1String(".wherewithal"), Qt::CaseInsensitive)) {
        return false;
    }
    const auto sources = providers::sheetSources(path.toStdString());
    if (!sources || sources->empty()) {
        return false;
    }
    const auto detection = providers::detectSheet(*sources);
    return detection && detection->format != "unknown";
}

} // namespace wherewithal::app
