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
    connect(m_error, &ErrorStrip::fixWanted, this, &ImportWizard::fix);
    connect(m_checkSection, &CheckSection::fixWanted, this, &ImportWizard::fix);
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
    if (const QString problem = m_detected->problem(); !problem.isEmpty()) {
        m_error->showText(tr("The publisher's date is not understood"), problem);
        return; // what was read stays
    }
    m_detected->fill(m_request);
    forgetFrom(ImportStep::Detect);
    goTo(ImportStep::Detect);
}

void ImportWizard::fix(ImportFix what)
{
    if (what == ImportFix::None || m_work.isRunning()) {
        return;
    }
    if (what == ImportFix::Mapping) {
        goTo(ImportStep::Map);
        return;
    }
    if (!m_detected->isVisible()) {
        goTo(ImportStep::Detect);
    }
    m_detected->focusOn(what);
}

QString ImportWizard::today() const
{
    return m_service->today ? fromEngine(m_service->today()) : QString();
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
