// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace wherewithal::app {

/// One kind of background work, of which only the newest request counts.
///
/// start() stops the work before it and drops its result. `done` runs in the thread of this object, and not
/// after its destruction, which asks running work to stop and waits for it.
class Background : public QObject
{
public:
    explicit Background(QObject* parent = nullptr)
        : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~Background() override
    {
        m_stop.request_stop();
        m_pool.clear();
        m_pool.waitForDone();
    }
    Background(const Background&) = delete;
    Background(Background&&) = delete;
    Background& operator=(const Background&) = delete;
    Background& operator=(Background&&) = delete;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// `work` takes a stop token and runs on a worker thread; `done` takes its result.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
        const quint64 revision = ++m_revision;
        m_isRunning = true;
        m_pool.start(
            [this, work = std::move(work), done = std::move(done), revision, stop = m_stop.get_token()]() {
                // Shared: the event may be dropped with the object, and some results cannot be copied.
                auto result = std::make_shared<decltype(work(stop))>(work(stop));
                QMetaObject::invokeMethod(this, [this, revision, done, result] {
                    if (revision == m_revision) {
                        m_isRunning = false;
                        done(std::move(*result));
                    }
                });
            });
    }

    /// Asks the work to stop; what it then gives is still handed over.
    void requestStop() { m_stop.request_stop(); }
    /// Asks the work to stop; its result is dropped.
    void cancel()
    {
        m_stop.request_stop();
        ++m_revision;
        m_isRunning = false;
    }

    /// For progress: calls `tell` in the thread of this object if the work of now is still wanted then.
    template <typename Tell>
    void post(Tell tell)
    {
        QMetaObject::invokeMethod(this, [this, tell = std::move(tell)] {
            if (m_isRunning) {
                tell();
            }
        });
    }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_revision = 0;
    bool m_isRunning = false;
};

} // namespace wherewithal::app
