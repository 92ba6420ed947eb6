// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/CalibrationView.h"

#include "app/gui/models/EditableTable.h"
#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "model/units/Measure.h"
#include "simulator/throughput/AcceleratorFit.h"
#include "simulator/throughput/Calibration.h"

#include <QDate>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

using Kind = model::CalibrationPoint::Kind;

namespace {

enum class Column
{
    What,
    At,
    Measured,
    Predicted,
};

QString kindText(Kind kind)
{
    return kind == Kind::Throughput   ? CalibrationView::tr("throughput, tokens/s")
           : kind == Kind::FirstToken ? CalibrationView::tr("first token, s")
                                      : CalibrationView::tr("time per token, s");
}

/// "throughput", "ttft", "tpot" and what the words begin with.
std::optional<Kind> kindOf(const QString& text)
{
    const QString plain = text.trimmed().toLower();
    if (plain.startsWith(QLatin1String("thr")) || plain.startsWith(QLatin1String("tok"))
        || plain.startsWith(CalibrationView::tr("throughput").left(3).toLower())) {
        return Kind::Throughput;
    }
    if (plain.startsWith(QLatin1String("fir")) || plain.startsWith(QLatin1String("ttf"))
        || plain.startsWith(CalibrationView::tr("first").left(3).toLower())) {
        return Kind::FirstToken;
    }
    if (plain.startsWith(QLatin1String("tim")) || plain.startsWith(QLatin1String("tpo"))
        || plain.startsWith(QLatin1String("itl")) || plain.startsWith(QLatin1String("int"))) {
        return Kind::TimePerToken;
    }
    return std::nullopt;
}

/// A positive number with a unit if one likes; nothing otherwise.
std::optional<double> positive(const QString& text, model::Dimension dimension)
{
    const auto value = model::parseMeasure(text.toStdString(), dimension);
    return value && value->isCertain() && value->median() > 0.0 ? std::optional(value->median())
                                                                : std::nullopt;
}

} // namespace

CalibrationView::CalibrationView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    const QDate today = QDate::currentDate();
    m_today = {.year = today.year(), .month = today.month(), .day = today.day()};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(px(6));
    m_title = new TypedLabel(Type::Note);
    m_title->setInk(Ink::Text2);
    m_title->setWordWrap(true);
    m_model = new EditableTable(this);
    m_model->setColumns({{tr("Measured"), tr("throughput, first token, time per token"), Qt::AlignLeft},
                         {tr("At"), tr("in flight, or requests/s"), Qt::AlignRight},
                         {tr("Value"), tr("tokens/s or s"), Qt::AlignRight},
                         {tr("Predicted"), tr("with the constants in use"), Qt::AlignRight}});
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("calibrationPoints"));
    m_table->setAccessibleName(tr("Measured points"));
    m_table->setModel(m_model);
    m_table->setFlush(true);
    m_table->setStretch({3, 2, 2, 2});
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked
                             | QAbstractItemView::EditKeyPressed);
    m_result = new TypedLabel(Type::Body);
    m_result->setObjectName(QStringLiteral("calibrationResult"));
    m_result->setWordWrap(true);
    m_fitButton = makeButton(tr("&Fit"), QStringLiteral("fitCalibration"), this);
    m_keepButton = makeButton(tr("&Keep in the plan"), QStringLiteral("keepCalibration"), this);
    m_dropButton = makeButton(tr("&Drop"), QStringLiteral("dropCalibration"), this);
    m_removeButton = makeButton(tr("Remo&ve point"), QStringLiteral("removePoint"), this);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_result, 1);
    for (QPushButton* button : {m_removeButton, m_fitButton, m_keepButton, m_dropButton}) {
        row->addWidget(button);
    }
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    connect(m_model, &EditableTable::edited, this, &CalibrationView::edit, Qt::QueuedConnection);
    connect(m_removeButton, &QPushButton::clicked, this, &CalibrationView::removeRow);
    connect(m_fitButton, &QPushButton::clicked, this, &CalibrationView::fit);
    connect(m_keepButton, &QPushButton::clicked, this, [this] {
        if (m_fit) {
            const model::Calibration calibration = *std::exchange(m_fit, std::nullopt);
            keepCalibration(m_workspace.document(), m_index, calibration);
        }
    });
    connect(m_dropButton, &QPushButton::clicked, this, [this] {
        if (std::exchange(m_fit, std::nullopt)) {
            showState();
        } else if (m_device) {
            dropCalibration(m_workspace.document(), m_index, m_device->id);
        }
    });
}

const model::LlmServing* CalibrationView::serving() const
{
    const auto& workloads = m_workspace.plan().workloads;
    return m_index < workloads.size() ? std::get_if<model::LlmServing>(&workloads[m_index].detail) : nullptr;
}

const model::Calibration* CalibrationView::kept() const
{
    const model::LlmServing* llm = serving();
    if (llm == nullptr || !m_device) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(llm->calibrations, [&](const model::Calibration& each) {
        return each.device == m_device->id && each.engineProfile == llm->engineProfile;
    });
    return found == llm->calibrations.end() ? nullptr : &*found;
}

void CalibrationView::show(std::size_t workload, const std::optional<model::Accelerator>& device)
{
    const auto& workloads = m_workspace.plan().workloads;
    const std::string id = workload < workloads.size() ? workloads[workload].id.text() : std::string{};
    const bool isOther = id != m_workloadId || device.has_value() != m_device.has_value()
                         || (device && m_device && device->id != m_device->id);
    m_index = workload;
    m_workloadId = id;
    m_device = device;
    if (isOther) {
        m_fit.reset();
        m_drafts.clear();
        if (const model::Calibration* calibration = kept()) {
            for (const model::CalibrationPoint& point : calibration->points) {
                m_drafts.push_back({point.kind, point.at, point.measured});
            }
        }
    }
    fill();
}

std::vector<model::CalibrationPoint> CalibrationView::points() const
{
    std::vector<model::CalibrationPoint> points;
    for (const Draft& draft : m_drafts) {
        if (draft.at && draft.measured) {
            points.push_back({draft.kind, *draft.at, *draft.measured});
        }
    }
    return points;
}

void CalibrationView::fill()
{
    m_predicted.clear();
    if (serving() != nullptr && m_device) {
        const model::Machine machine = simulator::nodeOf(*m_device);
        if (auto predicted = simulator::predictPoints(*serving(),
                                                      {.machine = &machine, .accelerator = &*m_device},
                                                      m_workspace.plan().assumptions,
                                                      points(),
                                                      simulator::keptTuning(*serving(), &*m_device))) {
            m_predicted = *std::move(predicted);
        }
    }
    std::vector<QStringList> rows;
    std::size_t complete = 0;
    for (const Draft& draft : m_drafts) {
        const bool isComplete = draft.at && draft.measured;
        const bool isPredicted = isComplete && complete < m_predicted.size();
        rows.push_back({kindText(draft.kind),
                        draft.at ? m_format.plain(draft.at) : QString(),
                        draft.measured ? m_format.significant(draft.measured, 4) : QString(),
                        isPredicted ? m_format.significant(m_predicted[complete]) : QString()});
        complete += isComplete ? 1 : 0;
    }
    m_model->setRows(std::move(rows));
    showState();
}

void CalibrationView::edit(int row, int column, const QString& text)
{
    const auto at = static_cast<std::size_t>(row);
    Draft draft = at < m_drafts.size() ? m_drafts[at] : Draft{};
    QString problem;
    switch (static_cast<Column>(column)) {
    case Column::What:
        if (const auto kind = kindOf(text)) {
            draft.kind = *kind;
        } else {
            problem = tr("Write throughput, first token or time per token.");
        }
        break;
    case Column::At:
        draft.at = positive(text, model::Dimension::Plain);
        problem = draft.at ? QString() : tr("Write the requests in flight, or the requests a second: 16");
        break;
    case Column::Measured:
        draft.measured = positive(
            text, draft.kind == Kind::Throughput ? model::Dimension::Plain : model::Dimension::Seconds);
        problem = draft.measured ? QString() : tr("Write tokens a second, or a time: 0.4 s, 25 ms");
        break;
    case Column::Predicted:
        return;
    }
    if (!problem.isEmpty()) {
        m_model->setProblem(row, column, text, problem);
        m_result->setInk(Ink::Bad);
        m_result->setText(QStringLiteral("✕ ") + problem);
        return;
    }
    if (at < m_drafts.size()) {
        m_drafts[at] = draft;
    } else {
        m_drafts.push_back(draft);
    }
    m_model->setProblem(0, 0, {}, {});
    m_fit.reset();
    fill();
    m_table->setCurrentIndex(m_model->index(row, std::min(column + 1, static_cast<int>(Column::Measured))));
}

void CalibrationView::removeRow()
{
    const auto at = static_cast<std::size_t>(std::max(0, m_table->currentIndex().row()));
    if (at < m_drafts.size()) {
        m_drafts.erase(m_drafts.begin() + static_cast<std::ptrdiff_t>(at));
        m_fit.reset();
        fill();
    }
}

void CalibrationView::fit()
{
    const model::LlmServing* llm = serving();
    if (llm == nullptr || !m_device) {
        return;
    }
    m_fitButton->setEnabled(false);
    m_work.start(
        [llm = *llm, device = *m_device, assumptions = m_workspace.plan().assumptions, given = points()](
            const std::stop_token&) {
            const model::Machine machine = simulator::nodeOf(device);
            return simulator::calibrationOf(
                llm, {.machine = &machine, .accelerator = &device}, assumptions, given);
        },
        [this](const model::Result<model::Calibration>& fitted) { accept(fitted); });
}

void CalibrationView::accept(const model::Result<model::Calibration>& fitted)
{
    if (fitted) {
        m_fit = *fitted;
        m_fit->date = model::text(m_today);
        showState();
        return;
    }
    showState();
    m_result->setInk(Ink::Bad);
    m_result->setText(QStringLiteral("✕ ") + errorText(fitted.error()));
}

void CalibrationView::showState()
{
    const QString name = m_device ? fromEngine(m_device->displayName) : QString();
    m_title->setText(m_device
                         ? tr("Measure %1 with your engine and enter the points: a throughput at a number of "
                              "requests in flight, or times at an arrival rate.")
                               .arg(name)
                         : tr("Select an accelerator on which the model fits."));
    const model::Calibration* calibration = kept();
    const auto before = [&](const model::Calibration& each) {
        return tr("Error before %1, after %2")
            .arg(m_format.percent(std::expm1(each.errorBefore), 1),
                 m_format.percent(std::expm1(each.errorAfter), 1));
    };
    const auto factors = [&](const model::Calibration& each) {
        return tr("arithmetic × %1, bandwidth × %2, %3 per step")
            .arg(m_format.significant(each.computeFactor),
                 m_format.significant(each.bandwidthFactor),
                 each.secondsPerStep ? m_format.duration(each.secondsPerStep) : tr("the profile's time"));
    };
    m_result->setInk(Ink::Text);
    if (m_fit) {
        m_result->setText(tr("%1: %2. Not kept yet.").arg(before(*m_fit), factors(*m_fit)));
    } else if (calibration != nullptr) {
        m_result->setText(tr("Kept since %1 for %2, engine %3. %4: %5.")
                              .arg(fromEngine(calibration->date),
                                   name,
                                   calibration->engineProfile.empty()
                                       ? QString::fromUtf8(simulator::kDefaultEngineProfile.data())
                                       : fromEngine(calibration->engineProfile),
                                   before(*calibration),
                                   factors(*calibration)));
    } else {
        m_result->setInk(Ink::Text2);
        m_result->setText(tr("No calibration: predictions use the standard constants."));
    }
    m_fitButton->setEnabled(m_device.has_value() && !points().empty());
    m_keepButton->setEnabled(m_fit.has_value());
    m_dropButton->setEnabled(m_fit.has_value() || calibration != nullptr);
    m_removeButton->setEnabled(!m_drafts.empty());
}

} // namespace wherewithal::app
