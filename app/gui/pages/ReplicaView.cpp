// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ReplicaView.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/CalibrationView.h"
#include "app/gui/pages/FitView.h"
#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace wherewithal::app {

using simulator::AcceleratorFit;
using simulator::ReplicaCurve;

namespace {

using namespace std::chrono_literals;

enum class View
{
    Chart,
    Table,
    Calibration,
    Message,
};

std::optional<double> objectiveOf(const model::Objectives& objectives, LatencyKind kind)
{
    return kind == LatencyKind::EndToEnd     ? objectives.latencyP95Seconds
           : kind == LatencyKind::FirstToken ? objectives.timeToFirstTokenP95Seconds
                                             : objectives.timePerTokenP95Seconds;
}

/// The latency that an objective is about, end to end if none is or several are.
LatencyKind firstAsked(const model::Objectives& objectives)
{
    for (const LatencyKind kind : {LatencyKind::EndToEnd, LatencyKind::FirstToken, LatencyKind::PerToken}) {
        if (objectiveOf(objectives, kind)) {
            return kind;
        }
    }
    return LatencyKind::EndToEnd;
}

/// Half the width of the 80 % interval, as a fraction.
double halfWidth(const ReplicaCurve& curve)
{
    return 0.5 * (curve.errorHigh - curve.errorLow);
}

} // namespace

ReplicaView::ReplicaView(Workspace& workspace, FitView& fit, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_fit(fit)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(200ms);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(4));
    buildHeader();
    column->addWidget(m_title);
    column->addWidget(m_controls);
    buildBody();
    column->addWidget(m_stack, 1);
    column->addWidget(m_note);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_progressRow->setVisible(m_work.isRunning()); });
    connect(&m_fit, &FitView::selectionChanged, this, [this] { show(m_fit.workload()); });
    connect(&m_fit, &FitView::fitsChanged, this, [this] { show(m_fit.workload()); });
}

void ReplicaView::buildHeader()
{
    m_title = new SectionTitle(tr("Saturation of one replica"));
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("latencyKind"));
    m_kind->setAccessibleName(tr("Latency shown"));
    m_kind->addItems({tr("End to end"), tr("First token"), tr("Time per token")});
    m_traceButton = makeButton(tr("Request &trace…"), QStringLiteral("traceButton"), this);
    m_traceButton->setToolTip(tr("Let a file of requests drive the replay instead of drawn arrivals"));
    m_views = new QTabBar;
    m_views->setObjectName(QStringLiteral("replicaViews"));
    m_views->setAccessibleName(tr("Chart, table or calibration"));
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    for (const QString& text : {tr("Chart"), tr("Table"), tr("Calibration")}) {
        m_views->addTab(text);
    }
    m_views->setUsesScrollButtons(false);
    m_title->row()->addWidget(m_views);
    m_controls = new QWidget;
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_progressRow = new QWidget;
    auto* working = new QHBoxLayout(m_progressRow);
    working->setContentsMargins(0, 0, 0, 0);
    working->setSpacing(px(8));
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("replayProgress"));
    m_progress->setAccessibleName(tr("Progress of the replay"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumHeight(px(10));
    m_progress->setTextVisible(false);
    auto* cancelButton = makeButton(tr("Cancel"), QStringLiteral("cancelReplay"), m_progressRow);
    working->addWidget(new TypedLabel(Type::Note, tr("Replaying")));
    working->addWidget(m_progress, 1);
    working->addWidget(cancelButton);
    row->addWidget(m_kind);
    row->addWidget(m_traceButton);
    row->addWidget(m_progressRow, 1);
    row->addStretch();
    m_progressRow->hide();
    connect(cancelButton, &QPushButton::clicked, this, &ReplicaView::cancel);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { showCurves(); });
    connect(m_views, &QTabBar::currentChanged, this, [this] { showCurves(); });
    connect(m_traceButton, &QPushButton::clicked, this, [this] {
        if (m_trace) {
            m_trace.reset();
            m_traceButton->setText(tr("Request &trace…"));
            request();
            return;
        }
        const QString path =
            m_chooseFile ? m_chooseFile(tr("Request trace"),
                                        tr("Request traces (*.csv *.jsonl *.json *.txt);;All files (*)"))
                         : QString();
        if (!path.isEmpty()) {
            openTrace(path);
        }
    });
}

void ReplicaView::buildBody()
{
    m_stack = new QStackedWidget;
    m_chart = new SaturationChart;
    m_stack->addWidget(m_chart);
    m_model = new TableModel(this);
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("saturationTable"));
    m_table->setAccessibleName(tr("Latency of one replica against its load"));
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_calibration = new CalibrationView(m_workspace);
    m_stack->addWidget(m_calibration);
    m_message = new TypedLabel(Type::Body);
    m_message->setObjectName(QStringLiteral("replicaMessage"));
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_stack->addWidget(m_message);
    m_note = new TypedLabel(Type::Small);
    m_note->setObjectName(QStringLiteral("replicaNote"));
    m_note->setInk(Ink::Text2);
    m_note->setWordWrap(true);
    connect(m_chart, &PlainChartView::optionClicked, this, [this](const QString& key) { m_fit.select(key); });
}

LatencyKind ReplicaView::kind() const
{
    return static_cast<LatencyKind>(std::max(0, m_kind->currentIndex()));
}

std::vector<ReplicaView::Device> ReplicaView::wanted() const
{
    std::vector<const AcceleratorFit*> order;
    for (const AcceleratorFit& fit : m_fit.fits()) {
        if (fit.devices > 0) {
            order.push_back(&fit);
        }
    }
    std::ranges::stable_sort(
        order, {}, [](const AcceleratorFit* fit) { return fit->perSecond.value_or(0.0); });
    const auto chosen = std::ranges::find_if(
        order, [&](const AcceleratorFit* fit) { return fromEngine(fit->id.text()) == m_fit.selected(); });
    std::vector<Device> devices;
    const auto add = [&](const AcceleratorFit& fit) {
        if (auto facts = m_fit.device(fromEngine(fit.id.text()))) {
            devices.push_back({*std::move(facts), fit.devices});
        }
    };
    if (chosen == order.end()) {
        return devices;
    }
    add(**chosen);
    if (chosen != order.begin() && (*(chosen - 1))->perSecond) {
        add(**(chosen - 1));
    }
    if (chosen + 1 != order.end()) {
        add(**(chosen + 1));
    }
    return devices;
}

void ReplicaView::show(std::size_t workload)
{
    m_index = workload;
    const auto& workloads = m_workspace.plan().workloads;
    if (workload >= workloads.size()) {
        return;
    }
    const bool isLlm = std::holds_alternative<model::LlmServing>(workloads[workload].detail);
    if (workloads[workload].id.text() != m_shownId) { // start with the latency that has an objective
        m_shownId = workloads[workload].id.text();
        const QSignalBlocker blocker(m_kind);
        m_kind->setCurrentIndex(static_cast<int>(firstAsked(workloads[workload].objectives)));
    }
    m_controls->setVisible(isLlm);
    m_views->setVisible(isLlm);
    m_calibration->show(workload, m_fit.device(m_fit.selected()));
    if (isLlm) {
        request();
    }
    showCurves();
}

void ReplicaView::request()
{
    const std::vector<Device> devices = wanted();
    Question question{.workload = m_workspace.plan().workloads[m_index],
                      .assumptions = m_workspace.plan().assumptions,
                      .traceFile = m_trace ? fromEngine(m_trace->file) : QString()};
    question.workload.name.clear(); // a name changes no curve
    const bool isSame = question == m_asked;
    std::vector<Device> missing;
    for (const Device& device : devices) {
        if (!isSame || !m_curves.contains(fromEngine(device.facts.id.text()))) {
            missing.push_back(device);
        }
    }
    if (missing.empty()) {
        return;
    }
    m_running = question;
    setRunning(true);
    m_work.start(
        [this,
         missing,
         workload = m_workspace.plan().workloads[m_index],
         assumptions = question.assumptions,
         seed = m_workspace.plan().seed,
         trace = m_trace ? m_trace->trace : model::RequestTrace{}](const std::stop_token& stop) {
            Curves curves;
            for (std::size_t i = 0; i < missing.size() && !stop.stop_requested(); ++i) {
                const auto progress = [this, i, count = missing.size()](double share) {
                    const double whole = (static_cast<double>(i) + share) / static_cast<double>(count);
                    m_work.post([this, whole] { m_progress->setValue(static_cast<int>(100.0 * whole)); });
                };
                const model::Accelerator& facts = missing[i].facts;
                const model::Machine machine = simulator::nodeOf(facts);
                curves.emplace(fromEngine(facts.id.text()),
                               simulator::replicaCurve(workload,
                                                       {.machine = &machine, .accelerator = &facts},
                                                       missing[i].tensorParallel,
                                                       assumptions,
                                                       trace,
                                                       seed,
                                                       {.stop = stop, .progress = progress}));
            }
            return curves;
        },
        [this, question](Curves curves) { accept(question, std::move(curves)); });
}

void ReplicaView::accept(const Question& question, Curves curves)
{
    setRunning(false);
    if (question == m_asked) {
        m_curves.merge(curves);
    } else {
        m_asked = question;
        m_curves = std::move(curves);
    }
    showCurves();
}

void ReplicaView::cancel()
{
    m_work.cancel();
    setRunning(false);
    showNote();
}

void ReplicaView::setRunning(bool isRunning)
{
    if (isRunning) {
        m_progress->setValue(0);
        m_patience.start();
    } else {
        m_patience.stop();
        m_progressRow->hide();
    }
}

void ReplicaView::openTrace(const QString& path)
{
    m_traceButton->setEnabled(false);
    m_reading.start([path = path.toStdString()](const std::stop_token&) { return importTrace(path); },
                    [this](model::Result<ImportedTrace> read) {
                        m_traceButton->setEnabled(true);
                        if (!read) {
                            m_note->setInk(Ink::Bad);
                            m_note->setText(QStringLiteral("✕ ") + errorText(read.error()));
                            return;
                        }
                        m_trace = *std::move(read);
                        m_traceButton->setText(tr("Without &trace"));
                        request();
                        showCurves();
                    });
}

SaturationChart::Content ReplicaView::content() const
{
    const model::Workload& workload = m_workspace.plan().workloads[m_index];
    SaturationChart::Content content{.kind = kind(),
                                     .objectiveSeconds = objectiveOf(workload.objectives, kind())};
    for (const Device& device : wanted()) {
        const QString key = fromEngine(device.facts.id.text());
        const auto curve = m_curves.find(key);
        if (curve != m_curves.end() && curve->second) {
            content.curves.push_back({.key = key,
                                      .name = fromEngine(device.facts.displayName),
                                      .values = *curve->second,
                                      .isSelected = key == m_fit.selected()});
        }
    }
    std::ranges::sort(content.curves, {}, &SaturationChart::Curve::isSelected); // the selected one on top
    if (const auto* service = std::get_if<model::MeasuredService>(&workload.detail)) {
        for (const model::MeasuredPoint& point : service->points) {
            if (point.latencyP95Seconds) {
                content.measured.push_back({point.throughputPerSecond, *point.latencyP95Seconds});
            }
        }
    }
    const auto* serving = std::get_if<model::LlmServing>(&workload.detail);
    for (const model::Calibration& kept :
         serving != nullptr ? serving->calibrations : std::vector<model::Calibration>{}) {
        using Kind = model::CalibrationPoint::Kind;
        const auto shown = kind() == LatencyKind::FirstToken ? Kind::FirstToken : Kind::TimePerToken;
        if (fromEngine(kept.device.text()) != m_fit.selected() || kind() == LatencyKind::EndToEnd) {
            continue;
        }
        for (const model::CalibrationPoint& point : kept.points) {
            if (point.kind == shown) {
                content.measured.push_back({point.at, point.measured});
            }
        }
        content.measuredNote = fromEngine(kept.date);
    }
    return content;
}

void ReplicaView::showMessage(const QString& text, bool isError)
{
    m_message->setInk(isError ? Ink::Bad : Ink::Text2);
    m_message->setText(text);
    m_stack->setCurrentIndex(static_cast<int>(View::Message));
}

void ReplicaView::showCurves()
{
    const auto& workloads = m_workspace.plan().workloads;
    if (m_index >= workloads.size()) {
        return;
    }
    const model::WorkloadDetail& detail = workloads[m_index].detail;
    const bool isLlm = std::holds_alternative<model::LlmServing>(detail);
    const bool isMeasured = std::holds_alternative<model::MeasuredService>(detail);
    m_title->setTitle(isMeasured ? tr("Load test") : tr("Saturation of one replica"));
    const SaturationChart::Content shown = content();
    // Where there is nothing to draw, the table above takes the room.
    constexpr double kMessageHeight = 90;
    setMaximumHeight(isLlm || isMeasured ? QWIDGETSIZE_MAX : px(kMessageHeight));
    if (!isLlm && !isMeasured) {
        showMessage(
            tr("Only language models are replayed request by request. What one replica of this workload "
               "sustains stands in the table above."),
            false);
    } else if (isLlm && m_views->currentIndex() == static_cast<int>(View::Calibration)) {
        m_stack->setCurrentIndex(static_cast<int>(View::Calibration));
    } else if (shown.curves.empty() && shown.measured.empty()) {
        const auto failed = m_curves.find(m_fit.selected());
        const bool hasFailed = failed != m_curves.end() && !failed->second;
        showMessage(hasFailed ? errorText(failed->second.error())
                    : isMeasured
                        ? tr("No point of the load test has a latency. Add the 95th percentile to a point "
                             "at the left.")
                    : m_work.isRunning() ? tr("Replaying the requests…")
                                         : tr("Select an accelerator on which the model fits."),
                    hasFailed);
    } else {
        m_chart->setContent(shown);
        m_stack->setCurrentIndex(isLlm && m_views->currentIndex() == static_cast<int>(View::Table)
                                     ? static_cast<int>(View::Table)
                                     : static_cast<int>(View::Chart));
    }
    showTable();
    showNote();
}

void ReplicaView::showTable()
{
    ChartTable twin = m_chart->table();
    m_model->setContents(std::move(twin.columns), std::move(twin.rows));
    m_table->setStretch({3, 1, 1, 1, 1, 1, 1});
}

void ReplicaView::showNote()
{
    const auto selected = std::ranges::find_if(
        m_chart->content().curves, [](const SaturationChart::Curve& curve) { return curve.isSelected; });
    const bool isLlm =
        std::holds_alternative<model::LlmServing>(m_workspace.plan().workloads[m_index].detail);
    m_note->setInk(Ink::Text2);
    if (!isLlm || selected == m_chart->content().curves.end()) {
        m_title->setNote({});
        m_note->setText({});
        return;
    }
    const ReplicaCurve& curve = selected->values;
    m_title->setNote(tr("replayed; band: expected error ± %1").arg(m_format.percent(halfWidth(curve))));
    QString text =
        tr("Above %1 requests/s the queue of %2 grows without end; capacity is read at the circle, not "
           "where the curve ends.")
            .arg(m_format.significant(curve.stablePerSecond), selected->name);
    const auto fit = std::ranges::find_if(m_fit.fits(), [&](const AcceleratorFit& each) {
        return fromEngine(each.id.text()) == selected->key;
    });
    if (curve.sustainedPerSecond && fit != m_fit.fits().end() && fit->perSecond) {
        text +=
            QLatin1Char(' ')
            + tr("The replay meets the objectives up to %1, the closed form of the table says %2.")
                  .arg(m_format.significant(curve.sustainedPerSecond), m_format.significant(fit->perSecond));
    }
    if (m_trace && curve.isTrace) {
        text += QLatin1Char(' ')
                + tr("%1 requests of %2, sped up or slowed down as a whole.")
                      .arg(m_format.integer(static_cast<qint64>(curve.requests)), fromEngine(m_trace->file));
        if (m_trace->rejectedCount > 0) {
            text += QLatin1Char(' ')
                    + tr("%n row(s) were left out, the first: %1.",
                         nullptr,
                         static_cast<int>(m_trace->rejectedCount))
                          .arg(m_trace->rejected.empty() ? QString() : errorText(m_trace->rejected.front()));
        }
    } else {
        text += QLatin1Char(' ')
                + tr("%1 drawn requests at each point.")
                      .arg(m_format.integer(static_cast<qint64>(curve.requests)));
    }
    const auto& serving = std::get<model::LlmServing>(m_workspace.plan().workloads[m_index].detail);
    if (serving.speculation.draftedTokens > 0) {
        text += QLatin1Char(' ')
                + tr("⚠ The replay knows nothing of drafted tokens: only the closed form counts them.");
    }
    m_note->setText(text);
}

} // namespace wherewithal::app
