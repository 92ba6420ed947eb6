// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Engine.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <stop_token>

namespace wherewithal::app {

using ExaminationPtr = std::shared_ptr<const simulator::Examination>;

/// Runs the engine beside the window: base case first, then the sampled paths.
///
/// A new request cancels the run before it; what an older revision still delivers is dropped. Signals carry
/// values and arrive on the thread of this object.
class SimulationRunner : public QObject
{
    Q_OBJECT

public:
    explicit SimulationRunner(Engine engine, QObject* parent = nullptr);
    ~SimulationRunner() override;

    void request(const model::Plan& plan);
    /// Stops what runs; the last result stays.
    void cancel();
    /// Opens a figure of the last result; answered by explained() or explainFailed().
    void explain(const QString& option, const QString& figure);

    /// Looks closer at an option of the last result; answered by examined(), or not at all where the engine
    /// cannot or another request came after it.
    void examine(const QString& option);

    /// Opens figures of the last result at once, on the calling thread: for reports.
    [[nodiscard]] std::function<model::Result<model::FigurePtr>(const std::string&, const std::string&)>
    explainFunction() const;

    [[nodiscard]] RunResultPtr result() const { return m_result; }
    /// True between a request and the base case that answers it.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    void started();
    void progressed(double share, const QString& what);
    void resultReady(); ///< result() is another one: base case, later the same with percentiles
    void finished();    ///< nothing is left to compute for the last request
    void failed(const model::Error& error);
    void explained(const QString& option, const QString& figure, const model::FigurePtr& root);
    void explainFailed(const QString& option, const QString& figure, const model::Error& error);
    void examined(const QString& option, const wherewithal::app::ExaminationPtr& examination);

private:
    void run(std::shared_ptr<const model::Plan> plan,
             std::shared_ptr<const model::CatalogueSlice> slice,
             int paths);
    /// Calls \p function on the thread of this object, later.
    template <typename Function>
    void deliver(Function function);
    void accept(quint64 revision, const model::Result<RunResultPtr>& result, bool hasPaths);

    Engine m_engine;
    quint64 m_revision = 0;
    quint64 m_explainRevision = 0;
    quint64 m_examineRevision = 0;
    std::stop_source m_stop;
    QList<QFuture<void>> m_running; ///< cancelled ones too, until they end
    RunResultPtr m_result;
    bool m_isStale = false;
    bool m_isRunning = false;
};

} // namespace wherewithal::app

Q_DECLARE_METATYPE(wherewithal::model::Error)
