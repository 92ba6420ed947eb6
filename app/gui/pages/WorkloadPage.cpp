// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadPage.h"

#include "app/gui/models/EditableTable.h"
#include "app/gui/pages/FitView.h"
#include "app/gui/pages/ReplicaView.h"
#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/pages/WorkloadForm.h"
#include "app/gui/widgets/DropArea.h"
#include "app/gui/widgets/KindTabs.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/SideColumns.h"
#include "app/session/FileGuess.h"
#include "model/units/Measure.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kFormWidth = 376; ///< design pixels

enum class PointColumn
{
    Concurrency,
    Throughput,
    Latency,
};

const model::LlmArchitecture* architectureOf(const model::Workload& workload)
{
    const auto* llm = std::get_if<model::LlmServing>(&workload.detail);
    const auto* training = std::get_if<model::Training>(&workload.detail);
    return llm != nullptr ? &llm->architecture : training != nullptr ? &training->architecture : nullptr;
}

/// Two workloads whose model blocks look the same.
bool hasSameFacts(const model::Workload& a, const model::Workload& b)
{
    const auto* before = architectureOf(a);
    const auto* now = architectureOf(b);
    const auto precision = [](const model::Workload& each) {
        const auto* llm = std::get_if<model::LlmServing>(&each.detail);
        const auto* training = std::get_if<model::Training>(&each.detail);
        return llm != nullptr        ? std::pair(llm->weightPrecision, llm->cachePrecision)
               : training != nullptr ? std::pair(training->precision, training->precision)
                                     : std::pair(model::Precision::Bf16, model::Precision::Bf16);
    };
    const auto speculates = [](const model::Workload& each) {
        const auto* llm = std::get_if<model::LlmServing>(&each.detail);
        return llm != nullptr && llm->speculation.draftedTokens > 0;
    };
    return (before == nullptr) == (now == nullptr) && (now == nullptr || *before == *now)
           && precision(a) == precision(b) && speculates(a) == speculates(b);
}

} // namespace

WorkloadPage::WorkloadPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Workload, workspace, parent)
{
    m_chooseFile = [this](const QString& title, const QString& filter) {
        return QFileDialog::getOpenFileName(this, title, {}, filter);
    };
    setEmptyText(
        tr("No workload yet"),
        tr("Add what is to run: a language model, a classic model, a batch, a training, or a service that "
           "you have measured."),
        tr("Add a language model"),
        [this] {
            if (const auto added = addWorkload(this->workspace().document(), workloadKinds().front())) {
                goTo(*added);
            }
        });
    buildHeader();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, px(6), 0, 0);
    column->setSpacing(0);
    m_tabs = new KindTabs;
    m_tabs->setObjectName(QStringLiteral("workloadTabs"));
    m_tabs->setAccessibleName(tr("Workloads"));
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(px(16), 0, px(16), 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    column->addWidget(new Rule);
    QWidget* forms = buildForms();
    column->addWidget(new SideColumns(forms,
                                      buildAnswers(),
                                      {.leftWidth = kFormWidth, .least = 900.0, .rightHeight = 520.0}),
                      1);
    setContent(content);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        m_shown = {};
        say({}, false);
        showPlan();
        if (const RunResultPtr result = this->workspace().runner().result()) {
            showResult(result);
        }
    });
}

void WorkloadPage::setFileChooser(FileChooser chooser)
{
    m_chooseFile = std::move(chooser);
}

void WorkloadPage::buildHeader()
{
    auto* remove = makeButton(tr("Remo&ve"), QStringLiteral("removeWorkload"), this);
    auto* duplicate = makeButton(tr("D&uplicate"), QStringLiteral("duplicateWorkload"), this);
    auto* load = makeButton(tr("Import &load test"), QStringLiteral("importLoadTest"), this);
    auto* add = makeButton(tr("&Add workload"), QStringLiteral("addWorkload"), this);
    remove->setToolTip(tr("Take this workload out of the plan; Undo brings it back"));
    load->setToolTip(tr("A table of concurrency, requests a second and the 95th percentile"));
    auto* menu = new QMenu(add);
    menu->setObjectName(QStringLiteral("addWorkloadMenu"));
    for (const WorkloadKind& kind : workloadKinds()) {
        QAction* action = menu->addAction(kind.name);
        action->setObjectName(QStringLiteral("addWorkload-") + kind.templateKey);
        connect(action, &QAction::triggered, this, [this, kind] {
            if (const auto added = addWorkload(workspace().document(), kind)) {
                goTo(*added);
            } else {
                say(errorText(added.error()), true);
            }
        });
    }
    add->setMenu(menu);
    for (QPushButton* button : {remove, duplicate, load, add}) {
        headerRow()->addWidget(button);
    }
    connect(&workspace().document(), &PlanDocument::changed, this, [this, remove, duplicate] {
        remove->setEnabled(hasContent());
        duplicate->setEnabled(hasContent());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        const std::size_t index = current();
        removeWorkload(workspace().document(), index);
        goTo(index > 0 ? index - 1 : 0);
    });
    connect(duplicate, &QPushButton::clicked, this, [this] {
        goTo(duplicateWorkload(workspace().document(), current()));
    });
    connect(load, &QPushButton::clicked, this, [this] {
        const QString path = m_chooseFile(tr("Load test"), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
        if (!path.isEmpty()) {
            openLoadTest(path);
        }
    });
}

bool WorkloadPage::isBusy() const
{
    return m_replica != nullptr && m_replica->isRunning();
}

bool WorkloadPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

std::size_t WorkloadPage::current() const
{
    const auto most = static_cast<int>(workspace().plan().workloads.size()) - 1;
    return static_cast<std::size_t>(std::clamp(m_tabs->currentIndex(), 0, std::max(0, most)));
}

int WorkloadPage::issueCount() const
{
    int count = m_drop != nullptr && m_drop->hasError() ? 1 : 0;
    for (const FieldForm* form : m_forms) {
        count += form->errorCount();
    }
    return count;
}

QWidget* WorkloadPage::buildForms()
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_formHolder = new QWidget;
    m_formHolder->setBackgroundRole(QPalette::Base);
    m_formHolder->setAutoFillBackground(true);
    new QVBoxLayout(m_formHolder);
    scroll->setWidget(m_formHolder);
    return scroll;
}

QWidget* WorkloadPage::buildAnswers()
{
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_fit = new FitView(workspace());
    m_replica = new ReplicaView(workspace(), *m_fit);
    m_replica->setFileChooser(
        [this](const QString& title, const QString& filter) { return m_chooseFile(title, filter); });
    splitter->addWidget(m_fit);
    splitter->addWidget(m_replica);
    splitter->setStretchFactor(0, 9);
    splitter->setStretchFactor(1, 11);
    return splitter;
}

void WorkloadPage::addSection(const QString& title, const QList<QWidget*>& parts)
{
    auto* column = qobject_cast<QVBoxLayout*>(m_formHolder->layout());
    if (column->count() > 0) {
        column->addWidget(new Rule);
    }
    auto* holder = new QWidget;
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(px(16), 0, px(10), px(4));
    inner->setSpacing(px(8));
    inner->addWidget(new SectionTitle(title));
    for (QWidget* part : parts) {
        inner->addWidget(part);
        if (auto* form = qobject_cast<FieldForm*>(part)) {
            m_forms.append(form);
            connect(form, &FieldForm::errorChanged, this, &Page::stateChanged);
        }
    }
    column->addWidget(holder);
}

void WorkloadPage::addModelSection(const model::Workload& workload)
{
    if (std::holds_alternative<model::MeasuredService>(workload.detail)) {
        return;
    }
    m_drop = new DropArea(QStringLiteral("modelDrop"));
    connect(m_drop, &DropArea::fileDropped, this, &WorkloadPage::openModel);
    connect(m_drop, &DropArea::browseRequested, this, [this] {
        const QString path =
            m_chooseFile(tr("Model"), tr("Models (*.json *.gguf *.safetensors *.onnx);;All files (*)"));
        if (!path.isEmpty()) {
            openModel(path);
        }
    });
    auto* facts = new FieldForm(workspace());
    facts->setDense();
    addModelFacts(*facts, workload);
    auto* precision = new FieldForm(workspace());
    addModelFields(*precision, workspace(), current());
    addSection(tr("Model"), {m_drop, facts, precision});
}

void WorkloadPage::addPointsSection()
{
    m_points = new EditableTable(m_formHolder);
    m_points->setColumns({{tr("At once"), tr("users"), Qt::AlignRight},
                          {tr("Throughput"), tr("requests/s"), Qt::AlignRight},
                          {tr("Latency"), tr("s, P95"), Qt::AlignRight}});
    m_pointTable = new RuledTable;
    m_pointTable->setObjectName(QStringLiteral("loadTestPoints"));
    m_pointTable->setAccessibleName(tr("Points of the load test"));
    m_pointTable->setModel(m_points);
    m_pointTable->setStretch({1, 1, 1});
    m_pointTable->setFlush(true);
    m_pointTable->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked
                                  | QAbstractItemView::EditKeyPressed);
    m_pointTable->setGrowing(true);
    auto* paste = new QAction(tr("Paste points"), m_pointTable);
    paste->setObjectName(QStringLiteral("pastePoints"));
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetShortcut);
    auto* remove = new QAction(tr("Remove point"), m_pointTable);
    remove->setObjectName(QStringLiteral("removeLoadPoint"));
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_pointTable->addActions({paste, remove});
    m_pointTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(paste, &QAction::triggered, this, &WorkloadPage::pastePoints);
    connect(remove, &QAction::triggered, this, &WorkloadPage::removePoint);
    connect(m_points, &EditableTable::edited, this, &WorkloadPage::editPoint, Qt::QueuedConnection);
    auto* hint = new TypedLabel(
        Type::Note,
        tr("Type into the last row for another point, Delete removes one, Ctrl+V puts a copied table in."));
    hint->setInk(Ink::Text2);
    hint->setWordWrap(true);
    addSection(tr("Load test"), {m_pointTable, hint});
}

void WorkloadPage::rebuildForms()
{
    delete m_formHolder->layout();
    qDeleteAll(m_formHolder->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_forms.clear();
    m_drop = nullptr;
    m_points = nullptr;
    m_pointTable = nullptr;
    const std::size_t index = current();
    const model::Workload workload = workspace().plan().workloads[index];
    m_shown = workload;
    auto* column = new QVBoxLayout(m_formHolder);
    column->setContentsMargins(0, px(10), 0, px(16));
    column->setSpacing(px(8));
    m_message = new TypedLabel(Type::Note);
    m_message->setObjectName(QStringLiteral("workloadMessage"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(px(16), 0, px(10), 0);
    m_message->hide();
    addModelSection(workload);
    const bool isRun = std::holds_alternative<model::BatchScoring>(workload.detail)
                       || std::holds_alternative<model::Training>(workload.detail);
    auto* detail = new FieldForm(workspace());
    if (!isRun) {
        addPeakField(*detail, workspace(), index);
    }
    addDetailFields(*detail, workspace(), index);
    addSection(isRun ? tr("Runs") : tr("Requests"), {detail});
    if (std::holds_alternative<model::MeasuredService>(workload.detail)) {
        addPointsSection();
    }
    auto* objectives = new FieldForm(workspace());
    addObjectiveFields(*objectives, workload, index);
    addSection(tr("Objectives"), {objectives});
    if (std::holds_alternative<model::LlmServing>(workload.detail)) {
        auto* engine = new FieldForm(workspace());
        addEngineFields(*engine, workspace(), index);
        addSection(tr("Engine"), {engine});
    }
    auto* transfer = new FieldForm(workspace());
    addTransferFields(*transfer, workload, index);
    addSection(tr("Transfer and storage"), {transfer});
    auto* name = new FieldForm(workspace());
    addNameField(*name, workspace(), index);
    addSection(tr("Workload"), {name});
    column->addWidget(m_message);
    auto* hint = new TypedLabel(Type::Note,
                                tr("Ranges may be written 5 to 10, 100 +- 10 % or P10 3, P90 9. An empty "
                                   "objective is not asked for. <a href='ranges'>All forms</a>"));
    hint->setObjectName(QStringLiteral("formsHint"));
    hint->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(
        hint, &QLabel::linkActivated, this, [this](const QString& topic) { workspace().openHelp(topic); });
    hint->setInk(Ink::Text2);
    hint->setWordWrap(true);
    hint->setContentsMargins(px(16), 0, px(10), 0);
    column->addWidget(hint);
    column->addStretch(1);
}

void WorkloadPage::showDropArea(const model::Workload& workload)
{
    if (m_drop == nullptr) {
        return;
    }
    const auto* architecture = architectureOf(workload);
    QString name;
    QString origin;
    if (architecture != nullptr) {
        const auto* llm = std::get_if<model::LlmServing>(&workload.detail);
        name = fromEngine(architecture->name);
        origin = fromEngine(llm != nullptr ? llm->configOrigin
                                           : std::get<model::Training>(workload.detail).configOrigin);
    } else {
        const auto* inference = std::get_if<model::Inference>(&workload.detail);
        name =
            fromEngine(inference != nullptr ? inference->cost.modelName
                                            : std::get<model::BatchScoring>(workload.detail).cost.modelName);
    }
    const QString what = architecture != nullptr ? tr("Drop a config.json, GGUF or safetensors file here.")
                                                 : tr("Drop an ONNX file here.");
    constexpr qsizetype kShown = 40;
    const QString first = origin.section(QStringLiteral(", "), 0, 1);
    m_drop->setContent(
        name, first.isEmpty() || first.size() > kShown ? what : tr("%1. Drop another here.").arg(first));
    m_drop->setToolTip(origin);
}

void WorkloadPage::showPlan()
{
    const auto& workloads = workspace().plan().workloads;
    QList<KindTabs::Tab> tabs;
    for (const model::Workload& workload : workloads) {
        tabs.append({workloadName(workload), format().workloadKind(workload.detail)});
    }
    m_tabs->setTabs(tabs);
    const model::Workload& workload = workloads[current()];
    const bool isSame = !m_forms.isEmpty() && m_shown.id == workload.id
                        && m_shown.detail.index() == workload.detail.index()
                        && hasSameFacts(m_shown, workload);
    if (!isSame) {
        rebuildForms();
    }
    showDropArea(workload);
    for (FieldForm* form : m_forms) {
        form->showPlan(workspace().plan());
    }
    if (const auto* service = std::get_if<model::MeasuredService>(&workload.detail)) {
        showPoints(*service);
    }
    if (const RunResultPtr result = workspace().runner().result()) {
        m_fit->show(current(), result); // the fit needs the catalogue's devices alone, not the new result
    }
}

void WorkloadPage::showResult(const RunResultPtr& result)
{
    m_fit->show(current(), result);
    setVerdict(workloadVerdict(*result->comparison, current()));
}

void WorkloadPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_fit->withdraw();
}

void WorkloadPage::goTo(std::size_t index)
{
    const auto size = workspace().plan().workloads.size();
    if (size == 0) {
        return;
    }
    m_tabs->setCurrentIndex(static_cast<int>(std::min(index, size - 1)));
}

void WorkloadPage::say(const QString& text, bool isError)
{
    if (m_message != nullptr && hasContent() && !m_forms.isEmpty()) {
        m_message->setInk(isError ? Ink::Bad : Ink::Text2);
        m_message->setText(isError ? QStringLiteral("✕ ") + text : text);
        m_message->setVisible(!text.isEmpty());
    }
}

void WorkloadPage::openModel(const QString& path)
{
    if (m_drop == nullptr) {
        return;
    }
    m_drop->setWorking(tr("Reading %1 …").arg(path.section(QLatin1Char('/'), -1)));
    m_reading.start(
        [path = path.toStdString()](const std::stop_token&) { return importModel(path); },
        [this, index = current()](const model::Result<ImportedModel>& read) { acceptModel(index, read); });
}

void WorkloadPage::acceptModel(std::size_t index, const model::Result<ImportedModel>& read)
{
    if (index >= workspace().plan().workloads.size()) {
        return;
    }
    const auto applied = read ? applyModel(workspace().document(), index, *read)
                              : model::Result<void>(model::failure(read.error()));
    showDropArea(workspace().plan().workloads[current()]);
    if (m_drop != nullptr) {
        m_drop->setError(applied ? QString() : errorText(applied.error()));
    }
    if (applied && !read->remarks.empty()) {
        say(fromEngine(read->remarks.front()) + QLatin1Char('.'), false);
    }
    emit stateChanged();
}

bool WorkloadPage::takeFile(const FileGuess& file)
{
    const QString path = QString::fromStdString(file.path);
    switch (file.kind) {
    case FileKind::ModelConfig:
    case FileKind::ModelWeights:
    case FileKind::ModelGraph:
        placeModel(path);
        return true;
    case FileKind::LoadTest:
        openLoadTest(path);
        return true;
    case FileKind::RequestTrace:
        return takeTrace(path);
    default:
        return false;
    }
}

void WorkloadPage::placeModel(const QString& path)
{
    if (m_drop != nullptr) {
        m_drop->setWorking(tr("Reading %1 …").arg(path.section(QLatin1Char('/'), -1)));
    }
    m_reading.start([path = path.toStdString()](const std::stop_token&) { return importModel(path); },
                    [this](const model::Result<ImportedModel>& read) { acceptPlaced(read); });
}

void WorkloadPage::acceptPlaced(const model::Result<ImportedModel>& read)
{
    if (!read) {
        if (m_drop != nullptr && hasContent()) {
            acceptModel(current(), read);
        } else {
            sayOnPage(errorText(read.error()));
        }
        return;
    }
    PlanDocument& document = workspace().document();
    if (const auto fitting = workloadFor(document.plan(), current(), *read)) {
        goTo(*fitting);
        acceptModel(*fitting, read);
        return;
    }
    if (const auto added = addWorkloadOf(document, *read)) {
        goTo(*added);
        if (!read->remarks.empty()) {
            say(fromEngine(read->remarks.front()) + QLatin1Char('.'), false);
        }
    } else {
        sayOnPage(errorText(added.error()));
    }
}

bool WorkloadPage::takeTrace(const QString& path)
{
    const auto& workloads = workspace().plan().workloads;
    const auto isLlm = [&](const model::Workload& each) {
        return std::holds_alternative<model::LlmServing>(each.detail);
    };
    const auto found = std::ranges::find_if(workloads, isLlm);
    if (found == workloads.end()) {
        return false;
    }
    if (!isLlm(workloads[current()])) {
        goTo(static_cast<std::size_t>(found - workloads.begin()));
    }
    m_replica->openTrace(path);
    return true;
}

void WorkloadPage::openLoadTest(const QString& path)
{
    const QString file = path.section(QLatin1Char('/'), -1);
    m_reading.start([path = path.toStdString()](const std::stop_token&) { return importLoadTest(path); },
                    [this, file](const model::Result<ImportedPoints>& read) { acceptLoadTest(file, read); });
}

void WorkloadPage::sayOnPage(const QString& text)
{
    say(text, true);
    if (!hasContent()) {
        setVerdict({QStringLiteral("✕ ") + text, {}});
    }
}

void WorkloadPage::acceptLoadTest(const QString& file, const model::Result<ImportedPoints>& read)
{
    if (!read) {
        sayOnPage(errorText(read.error()));
        return;
    }
    const bool isMeasured =
        hasContent()
        && std::holds_alternative<model::MeasuredService>(workspace().plan().workloads[current()].detail);
    if (isMeasured) {
        setPoints(workspace().document(), current(), tr("import load test %1").arg(file), read->points);
    } else {
        goTo(addMeasured(workspace().document(), file.section(QLatin1Char('.'), 0, 0), read->points));
    }
    const QString taken =
        tr("%n point(s) of %1 are in.", nullptr, static_cast<int>(read->points.size())).arg(file);
    say(read->rejected.empty() ? taken
                               : taken + QLatin1Char(' ')
                                     + tr("%n row(s) were left out, the first: %1",
                                          nullptr,
                                          static_cast<int>(read->rejected.size()))
                                           .arg(errorText(read->rejected.front())),
        false);
}

void WorkloadPage::showPoints(const model::MeasuredService& service)
{
    if (m_points == nullptr) {
        return;
    }
    std::vector<QStringList> rows;
    for (const model::MeasuredPoint& point : service.points) {
        rows.push_back({format().plain(point.concurrency),
                        format().plain(point.throughputPerSecond),
                        point.latencyP95Seconds ? format().plain(point.latencyP95Seconds) : QString()});
    }
    m_points->setRows(std::move(rows));
}

void WorkloadPage::editPoint(int row, int column, const QString& text)
{
    const auto* service =
        std::get_if<model::MeasuredService>(&workspace().plan().workloads[current()].detail);
    if (service == nullptr || m_points == nullptr) {
        return;
    }
    std::vector<model::MeasuredPoint> points = service->points;
    const auto at = static_cast<std::size_t>(row);
    const bool isNew = at >= points.size();
    const auto value = model::parseMeasure(text.toStdString(),
                                           static_cast<PointColumn>(column) == PointColumn::Latency
                                               ? model::Dimension::Seconds
                                               : model::Dimension::Plain);
    const bool isEmptyLatency = text.isEmpty() && static_cast<PointColumn>(column) == PointColumn::Latency;
    if (!isEmptyLatency && (!value || !value->isCertain() || !(value->median() > 0.0))) {
        m_points->setProblem(row, column, text, tr("Write a number above 0."));
        say(tr("“%1” is no number above 0; the point is as it was.").arg(text), true);
        return;
    }
    const double number = isEmptyLatency ? 0.0 : value->median();
    if (isNew) {
        // A point needs both numbers: the one that is not typed yet takes that of the last point.
        const model::MeasuredPoint last = points.empty() ? model::MeasuredPoint{1.0, 1.0, {}} : points.back();
        points.push_back({last.concurrency, last.throughputPerSecond, {}});
    }
    model::MeasuredPoint& point = points[at];
    switch (static_cast<PointColumn>(column)) {
    case PointColumn::Concurrency:
        point.concurrency = number;
        break;
    case PointColumn::Throughput:
        point.throughputPerSecond = number;
        break;
    case PointColumn::Latency:
        point.latencyP95Seconds = isEmptyLatency ? std::nullopt : std::optional(number);
        break;
    }
    m_points->setProblem(0, 0, {}, {});
    say({}, false);
    setPoints(workspace().document(),
              current(),
              isNew ? tr("add point of the load test") : tr("change point of the load test"),
              std::move(points));
    m_pointTable->setCurrentIndex(
        m_points->index(row, std::min(column + 1, static_cast<int>(PointColumn::Latency))));
}

void WorkloadPage::pastePoints()
{
    const auto read = parseLoadTest(QApplication::clipboard()->text().toStdString());
    if (!read) {
        say(errorText(read.error()), true);
        return;
    }
    setPoints(workspace().document(), current(), tr("paste points of the load test"), read->points);
    say(read->rejected.empty() ? QString() : errorText(read->rejected.front()), !read->rejected.empty());
}

void WorkloadPage::removePoint()
{
    const auto* service =
        std::get_if<model::MeasuredService>(&workspace().plan().workloads[current()].detail);
    const auto at = static_cast<std::size_t>(std::max(0, m_pointTable->currentIndex().row()));
    if (service != nullptr && at < service->points.size()) {
        std::vector<model::MeasuredPoint> points = service->points;
        points.erase(points.begin() + static_cast<std::ptrdiff_t>(at));
        setPoints(workspace().document(), current(), tr("remove point of the load test"), std::move(points));
    }
}

} // namespace wherewithal::app
