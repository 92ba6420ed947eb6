// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/RequestTrace.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <set>
#include <utility>
#include <vector>

/// The slow, obvious twin of ReplicaEngine: one replica, one stage, every iteration one by one, every
/// sequence touched in each. Written from the rules of the README alone.
namespace wherewithal::tests {

struct SlowTimes
{
    double scheduled = -1.0;
    double firstToken = -1.0;
    double end = -1.0;
    int restarts = 0;
};

template <typename Timer>
class SlowReplay
{
public:
    SlowReplay(const std::vector<model::TraceRequest>& requests,
               const simulator::ReplaySettings& settings,
               const Timer& timer)
        : m_requests(requests)
        , m_settings(settings)
        , m_timer(timer)
        , m_free(settings.kvBlocks)
        , m_sequences(requests.size())
        , times(requests.size())
    {
        for (std::int64_t i = 0; i < settings.kvBlocks; ++i) {
            m_freeList.push_back({kNobody, 0});
        }
        for (std::size_t i = 0; i < requests.size(); ++i) {
            m_sequences[i] = {
                requests[i].prefillTokens, 0, requests[i].prefillTokens + requests[i].decodeTokens, 0};
        }
        run();
    }

private:
    struct Sequence
    {
        int prompt = 0; // to be read
        int done = 0;   // read or written
        int total = 0;
        int blocks = 0;
    };

    /// A free block and what it still holds: the n-th block of a request that restarted.
    struct FreeBlock
    {
        std::size_t owner = kNobody;
        int index = 0;
    };
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    using Member = std::pair<std::size_t, int>; // request, prompt tokens; 0 for a decode

    const std::vector<model::TraceRequest>& m_requests;
    simulator::ReplaySettings m_settings;
    const Timer& m_timer;
    std::int64_t m_free;
    std::deque<FreeBlock> m_freeList; // given out from the front
    std::vector<Sequence> m_sequences;
    std::deque<std::size_t> m_queue;
    std::set<std::size_t> m_running;     // hold blocks, in order of arrival
    std::set<std::size_t> m_waitingTurn; // running and not looked at in this iteration
    bool m_restarted = false;

public:
    std::vector<SlowTimes> times;
    long iterations = 0;
    std::int64_t peakBlocks = 0;
    double busy = 0.0;

private:
    [[nodiscard]] int cached(std::size_t r) const
    {
        const int prompt = m_requests[r].prefillTokens;
        const int shared = m_settings.cachesSharedPrefixes ? m_requests[r].sharedPrefixTokens : 0;
        return std::min(prompt - 1,
                        std::max(shared, static_cast<int>(m_settings.cachedPrefixFraction * prompt)));
    }
    /// Blocks of its own that are still free and unused by others, from its first on.
    [[nodiscard]] int left(std::size_t r) const
    {
        int found = 0;
        for (const FreeBlock& block : m_freeList) {
            found += m_settings.keepsRestartedBlocks && block.owner == r ? 1 : 0;
        }
        return found;
    }
    [[nodiscard]] int kept(std::size_t r) const
    {
        return std::max(cached(r), std::min(m_sequences[r].prompt - 1, left(r) * m_settings.blockSizeTokens));
    }
    [[nodiscard]] int blocksFor(int tokens) const
    {
        return (tokens + m_settings.blockSizeTokens - 1) / m_settings.blockSizeTokens;
    }
    [[nodiscard]] bool isDecoding(std::size_t r) const { return m_sequences[r].done > m_sequences[r].prompt; }

    void give(std::size_t r, int blocks)
    {
        m_sequences[r].blocks += blocks;
        m_free -= blocks;
        m_freeList.erase(m_freeList.begin(), m_freeList.begin() + blocks);
    }

    /// Frees the blocks of r, the last first; the first `holding` of them keep what was written.
    void release(std::size_t r, int holding)
    {
        for (int i = m_sequences[r].blocks - 1; i >= 0; --i) {
            m_freeList.push_back(i < holding ? FreeBlock{r, i} : FreeBlock{kNobody, 0});
        }
        m_free += m_sequences[r].blocks;
        m_sequences[r].blocks = 0;
    }

    /// Takes the first `count` blocks of r out of the free ones, wherever they are; forgets the others.
    void takeBack(std::size_t r, int count)
    {
        std::erase_if(m_freeList, [&](const FreeBlock& b) { return b.owner == r && b.index < count; });
        for (FreeBlock& block : m_freeList) {
            block.owner = block.owner == r ? kNobody : block.owner;
        }
        m_sequences[r].blocks += count;
        m_free -= count;
    }

    void restart(std::size_t r)
    {
        Sequence& s = m_sequences[r];
        release(r, (isDecoding(r) ? s.done - 1 : s.done) / m_settings.blockSizeTokens);
        if (isDecoding(r)) {
            s.prompt = s.done;
        }
        s.done = 0;
        m_running.erase(r);
        m_waitingTurn.erase(r);
        ++times[r].restarts;
        m_queue.push_front(r);
        m_restarted = true;
    }

    /// Makes room for r; false if r itself had to restart.
    bool makeRoom(std::size_t r, int blocks)
    {
        while (m_free < blocks) {
            const std::size_t victim = m_waitingTurn.empty() ? r : *m_waitingTurn.rbegin();
            restart(victim);
            if (victim == r) {
                return false;
            }
        }
        return true;
    }

    void admit(std::vector<Member>& batch, int chunk, int blocks, double now)
    {
        const std::size_t r = m_queue.front();
        m_queue.pop_front();
        m_sequences[r].done = kept(r);
        const int back = std::min(left(r), m_sequences[r].done / m_settings.blockSizeTokens);
        takeBack(r, back);
        give(r, blocks - back);
        m_running.insert(r);
        batch.emplace_back(r, chunk);
        if (times[r].restarts == 0) {
            times[r].scheduled = now - m_requests[r].arrivedAtSeconds;
        }
    }

    [[nodiscard]] bool isFull(const std::vector<Member>& batch) const
    {
        return std::ssize(batch) >= m_settings.maxBatch;
    }

    [[nodiscard]] bool fits(int blocks) const { return m_free - blocks >= m_settings.watermarkBlocks(); }

    std::vector<Member> prompts(double now)
    {
        std::vector<Member> batch;
        long longest = 0;
        while (!m_queue.empty()) {
            const int prompt = m_sequences[m_queue.front()].prompt;
            const int tokens = prompt - kept(m_queue.front());
            longest = std::max<long>(longest, tokens);
            const auto count = std::ssize(batch) + 1;
            if (!fits(blocksFor(prompt)) || (count > 1 && count * longest > m_settings.maxBatchTokens)
                || std::ssize(m_running) == m_settings.maxBatch || isFull(batch)) {
                break;
            }
            admit(batch, tokens, blocksFor(prompt), now);
        }
        return batch;
    }

    std::vector<Member> decodes()
    {
        std::vector<Member> batch;
        m_waitingTurn = m_running;
        while (!m_waitingTurn.empty() && !isFull(batch)) {
            const std::size_t r = *m_waitingTurn.begin();
            m_waitingTurn.erase(r);
            if (!isDecoding(r) || !makeRoom(r, 1)) {
                continue;
            }
            give(r, m_sequences[r].done > m_sequences[r].blocks * m_settings.blockSizeTokens ? 1 : 0);
            batch.emplace_back(r, 0);
        }
        return batch;
    }

    std::vector<Member> sarathi(double now)
    {
        std::vector<Member> batch = decodes();
        long budget = m_settings.chunkTokens - std::ssize(batch);
        for (const std::size_t r : m_running) {
            const Sequence& s = m_sequences[r];
            const long chunk = std::min<long>(s.prompt - s.done, budget);
            if (!isDecoding(r) && chunk > 0) {
                batch.emplace_back(r, static_cast<int>(chunk));
                budget -= chunk;
            }
        }
        while (!m_queue.empty()) {
            const int prompt = m_sequences[m_queue.front()].prompt;
            const int tokens = prompt - kept(m_queue.front());
            if (std::ssize(m_running) == m_settings.maxBatch || isFull(batch) || !fits(blocksFor(prompt))
                || budget < 1) {
                break;
            }
            const long chunk = std::min<long>(tokens, budget);
            admit(batch, static_cast<int>(chunk), blocksFor(prompt), now);
            budget -= chunk;
        }
        return batch;
    }

    std::vector<Member> v1(double now)
    {
        std::vector<Member> batch;
        long budget = m_settings.chunkTokens;
        m_waitingTurn = m_running;
        while (!m_waitingTurn.empty() && budget > 0 && !isFull(batch)) {
            const std::size_t r = *m_waitingTurn.begin();
            m_waitingTurn.erase(r);
            const Sequence& s = m_sequences[r];
            const int chunk = isDecoding(r) ? 0 : static_cast<int>(std::min<long>(s.prompt - s.done, budget));
            const int blocks = std::max(0, blocksFor(s.done + chunk) - s.blocks);
            if (!makeRoom(r, blocks)) {
                continue;
            }
            give(r, blocks);
            batch.emplace_back(r, chunk);
            budget -= std::max(1, chunk);
        }
        while (!m_restarted && !m_queue.empty() && budget > 0 && std::ssize(m_running) < m_settings.maxBatch
               && !isFull(batch)) {
            const int chunk = static_cast<int>(
                std::min<long>(m_sequences[m_queue.front()].prompt - kept(m_queue.front()), budget));
            const int blocks = blocksFor(kept(m_queue.front()) + chunk);
            if (!fits(blocks)) {
                break;
            }
            admit(batch, chunk, blocks, now);
            budget -= chunk;
        }
        return batch;
    }

    std::vector<Member> form(double now)
    {
        switch (m_settings.scheduler) {
        case model::BatchScheduler::PrefillFirst: {
            std::vector<Member> batch = prompts(now);
            return batch.empty() ? decodes() : batch;
        }
        case model::BatchScheduler::Sarathi:
            return sarathi(now);
        case model::BatchScheduler::V1:
            break;
        }
        return v1(now);
    }

    [[nodiscard]] double secondsOf(const std::vector<Member>& batch) const
    {
        simulator::StepBatch step;
        for (const auto& [r, chunk] : batch) {
            const Sequence& s = m_sequences[r];
            chunk == 0 ? step.addDecode(s.done) : step.addPrefill(s.done, chunk, s.done + chunk == s.prompt);
        }
        return m_timer.stepSeconds(step)
               + (m_settings.stepOverheadSeconds
                  + m_settings.sequenceOverheadSeconds * static_cast<double>(step.sequences()));
    }

    void finish(const std::vector<Member>& batch, double now)
    {
        for (const auto& [r, chunk] : batch) {
            Sequence& s = m_sequences[r];
            s.done += std::max(1, chunk);
            const double since = now - m_requests[r].arrivedAtSeconds;
            if (chunk > 0 && s.done == s.prompt) {
                ++s.done;
                times[r].firstToken = times[r].firstToken < 0.0 ? since : times[r].firstToken;
            }
            if (isDecoding(r) && s.done >= s.total) {
                times[r].end = since;
                release(r, 0);
                m_running.erase(r);
            }
        }
    }

    void run()
    {
        std::size_t arrived = 0;
        double now = 0.0;
        while (true) {
            if (m_queue.empty() && m_running.empty()) {
                if (arrived == m_requests.size()) {
                    return;
                }
                now = std::max(now, m_requests[arrived].arrivedAtSeconds);
            }
            for (; arrived < m_requests.size() && m_requests[arrived].arrivedAtSeconds <= now; ++arrived) {
                m_queue.push_back(arrived);
            }
            m_restarted = false;
            const std::vector<Member> batch = form(now);
            if (batch.empty()) {
                continue; // a sequence restarted itself
            }
            peakBlocks = std::max(peakBlocks, m_settings.kvBlocks - m_free);
            const double seconds = secondsOf(batch);
            now += seconds;
            busy += seconds;
            ++iterations;
            finish(batch, now);
        }
    }
};

} // namespace wherewithal::tests
