// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace wherewithal::providers {

/// Produces jobs in order, works on them on several threads, consumes them in order.
///
/// `produce(Job&) -> Result<bool>` (false: no more) and `consume(Job&) -> Result<void>` run on the calling
/// thread, `work(Job&)` on a worker. A fixed ring of jobs is reused, so memory stays bounded, and the order
/// of consumption does not depend on the number of workers. With no workers everything runs on the calling
/// thread.
template <typename Job, typename Produce, typename Work, typename Consume>
[[nodiscard]] model::Result<void>
runOrdered(std::size_t workers, const std::stop_token& stop, Produce produce, Work work, Consume consume)
{
    const auto cancelled = [] {
        return model::failure(model::ErrorCode::Cancelled, {}, "cancelled; nothing was stored");
    };
    if (workers == 0) {
        Job job;
        while (true) {
            if (stop.stop_requested()) {
                return cancelled();
            }
            auto more = produce(job);
            if (!more) {
                return model::failure(more.error());
            }
            if (!*more) {
                return {};
            }
            work(job);
            if (auto taken = consume(job); !taken) {
                return taken;
            }
        }
    }

    enum class State
    {
        Free,
        Filled,
        Taken,
        Done,
    };
    struct Slot
    {
        Job job;
        State state = State::Free;
        std::exception_ptr fault;
    };
    std::vector<Slot> ring(workers + 2);
    std::mutex mutex;
    std::condition_variable wakeWorker;
    std::condition_variable wakeConsumer;
    bool isOver = false;

    const auto loop = [&] {
        std::size_t at = 0;
        std::unique_lock lock(mutex);
        while (true) {
            Slot* slot = nullptr;
            wakeWorker.wait(lock, [&] {
                for (std::size_t i = 0; i < ring.size() && slot == nullptr; ++i) {
                    Slot& candidate = ring[(at + i) % ring.size()];
                    slot = candidate.state == State::Filled ? &candidate : nullptr;
                }
                return slot != nullptr || isOver;
            });
            if (slot == nullptr) {
                return;
            }
            slot->state = State::Taken;
            at = (static_cast<std::size_t>(slot - ring.data()) + 1) % ring.size();
            lock.unlock();
            try {
                work(slot->job);
            } catch (...) {
                slot->fault = std::current_exception();
            }
            lock.lock();
            slot->state = State::Done;
            wakeConsumer.notify_one();
        }
    };
    std::vector<std::jthread> threads;
    const auto finish = [&] {
        {
            const std::scoped_lock lock(mutex);
            isOver = true;
        }
        wakeWorker.notify_all();
        threads.clear(); // joins
    };
    for (std::size_t i = 0; i < workers; ++i) {
        threads.emplace_back(loop);
    }

    model::Result<void> result;
    std::size_t filled = 0;   // jobs produced
    std::size_t consumed = 0; // jobs consumed
    bool isProducing = true;
    while (result && (isProducing || consumed < filled)) {
        if (stop.stop_requested()) {
            result = cancelled();
            break;
        }
        if (isProducing && filled - consumed < ring.size()) {
            Slot& slot = ring[filled % ring.size()]; // free: everything a lap ago is consumed
            auto more = produce(slot.job);
            if (!more) {
                result = model::failure(more.error());
            } else if (*more) {
                {
                    const std::scoped_lock lock(mutex);
                    slot.state = State::Filled;
                }
                ++filled;
                wakeWorker.notify_one();
            } else {
                isProducing = false;
            }
            continue;
        }
        Slot& slot = ring[consumed % ring.size()];
        {
            std::unique_lock lock(mutex);
            wakeConsumer.wait(lock, [&] { return slot.state == State::Done; });
            slot.state = State::Free;
        }
        if (slot.fault) {
            finish();
            std::rethrow_exception(slot.fault);
        }
        result = consume(slot.job);
        ++consumed;
    }
    if (!result) { // jobs not begun are left alone
        const std::scoped_lock lock(mutex);
        for (Slot& slot : ring) {
            slot.state = slot.state == State::Filled ? State::Free : slot.state;
        }
    }
    finish();
    return result;
}

} // namespace wherewithal::providers
