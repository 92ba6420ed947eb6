// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/SimulationRunner.h"

#include <QElapsedTimer>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace wherewithal::app {

namespace {

using SlicePtr = std::shared_ptr<const model::CatalogueSlice>;

/// On a worker: everything of one run.
model::Result<RunResultPtr> compute(const Engine& engine,
                                    std::shared_ptr<const model::Plan> plan,
                                    SlicePtr slice,
                                    quint64 revision,
                                    int paths,
                                    const simulator::Progress& progress,
                                    std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    if (!slice) {
        auto found = engine.slice(*plan);
        if (!found) {
            return model::failure(found.error());
        }
        slice = std::move(*found);
    }
    simulator::CompareSettings settings;
    settings.paths = paths;
    auto comparison = engine.compare(*plan, *slice, settings, progress, std::move(stop));
    if (!comparison) {
        return model::failure(comparison.error());
    }
    auto result = std::make_shared<RunResult>();
    result->revision = revision;
    result->plan = std::move(plan);
    result->slice = std::move(slice);
    result->comparison = std::make_shared<const simulator::Comparison>(std::move(*comparison));
    result->elapsedMilliseconds = timer.elapsed();
    return RunResultPtr(std::move(result));
}

} // namespace

SimulationRunner::SimulationRunner(Engine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{}

SimulationRunner::~SimulationRunner()
{
    m_stop.request_stop();
    // Waiting computes here what no thread has begun: deliver() only posts, so nothing of it is heard any
    // more.
    for (QFuture<void>& future : m_running) {
        future.waitForFinished();
    }
}

void SimulationRunner::request(const model::Plan& plan)
{
    m_isStale = true;
    run(std::make_shared<const model::Plan>(plan), nullptr, 0);
}

void SimulationRunner::cancel()
{
    m_stop.request_stop();
    ++m_revision;
    m_isRunning = false;
    emit finished();
}

template <typename Function>
void SimulationRunner::deliver(Function function)
{
    // The destructor waits for the worker, so `this` lives; the event is dropped with the object. Queued even
    // from this thread, on which a wait may run the work.
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void SimulationRunner::run(std::shared_ptr<const model::Plan> plan, SlicePtr slice, int paths)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 revision = ++m_revision;
    m_isRunning = true;
    m_running.removeIf([](const QFuture<void>& future) { return future.isFinished(); });
    emit started();

    const bool hasPaths = paths != 0;
    const auto progress = [this, revision](double share, std::string_view what) {
        const QString text = QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size()));
        deliver([this, revision, share, text] {
            if (revision == m_revision) {
                emit progressed(share, text);
            }
        });
    };
    m_running.append(QtConcurrent::run([this,
                                        engine = m_engine,
                                        plan = std::move(plan),
                                        slice = std::move(slice),
                                        revision,
                                        paths,
                                        hasPaths,
                                        progress,
                                        stop = m_stop.get_token()] {
        auto result = compute(engine, plan, slice, revision, paths, progress, stop);
        deliver(
            [this, revision, hasPaths, result = std::move(result)] { accept(revision, result, hasPaths); });
    }));
}

void SimulationRunner::accept(quint64 revision, const model::Result<RunResultPtr>& result, bool hasPaths)
{
    if (revision != m_revision) {
        return;
    }
    m_isRunning = false;
    if (!result) {
        if (result.error().code != model::ErrorCode::Cancelled) {
            emit failed(result.error());
        }
        emit finished();
        return;
    }
    auto accepted = std::make_shared<RunResult>(**result);
    accepted->baseMilliseconds =
        hasPaths && m_result ? m_result->baseMilliseconds : accepted->elapsedMilliseconds;
    m_result = std::move(accepted);
    m_isStale = false;
    emit resultReady();
    if (!hasPaths && m_result->plan->paths > 0 && revision == m_revision) {
        run(m_result->plan, m_result->slice, m_result->plan->paths);
        return;
    }
    emit finished();
}

std::function<model::Result<model::FigurePtr>(const std::string&, const std::string&)>
SimulationRunner::explainFunction() const
{
    return [engine = m_engine, result = m_result](const std::string& option, const std::string& figure) {
        return engine.explain(*result->plan, *result->slice, option, figure);
    };
}

void SimulationRunner::explain(const QString& option, const QString& figure)
{
    if (!m_result) {
        return;
    }
    const quint64 revision = ++m_explainRevision;
    m_running.append(
        QtConcurrent::run([this, engine = m_engine, result = m_result, option, figure, revision] {
            auto root =
                engine.explain(*result->plan, *result->slice, option.toStdString(), figure.toStdString());
            deliver([this, option, figure, revision, root = std::move(root)] {
                if (revision != m_explainRevision) {
                    return;
                }
                if (root) {
                    emit explained(option, figure, *root);
                } else {
                    emit explainFailed(option, figure, root.error());
                }
            });
        }));
}

void SimulationRunner::examine(const QString& option)
{
    if (!m_result || !m_engine.examine) {
        return;
    }
    const quint64 revision = ++m_examineRevision;
    m_running.append(QtConcurrent::run([this, engine = m_engine, result = m_result, option, revision] {
        auto found = engine.examine(*result->plan, *result->slice, *result->comparison, option.toStdString());
        if (!found) {
            return; // an option that cannot be resolved has said why in its reasons
        }
        auto examination = std::make_shared<const simulator::Examination>(std::move(*found));
        deliver([this, option, revision, result, examination = std::move(examination)] {
            if (revision == m_examineRevision && result->revision == m_result->revision) {
                emit examined(option, examination);
            }
        });
    }));
}

} // namespace wherewithal::app
