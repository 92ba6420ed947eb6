// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/RequestTrace.h"
#include "simulator/throughput/replay/OccupancyRecorder.h"
#include "simulator/throughput/replay/ReplayOutcome.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// First in, first out, with a way back to the head; grows by doubling, so it stops allocating once it has
/// grown.
class RequestQueue
{
public:
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::uint32_t front() const { return m_ring[m_head]; }

    void pushBack(std::uint32_t request)
    {
        growIfFull();
        m_ring[(m_head + m_size) & (m_ring.size() - 1)] = request;
        ++m_size;
    }

    void pushFront(std::uint32_t request)
    {
        growIfFull();
        m_head = (m_head - 1) & (m_ring.size() - 1);
        m_ring[m_head] = request;
        ++m_size;
    }

    void popFront()
    {
        m_head = (m_head + 1) & (m_ring.size() - 1);
        --m_size;
    }

private:
    void growIfFull()
    {
        if (m_size < m_ring.size()) {
            return;
        }
        std::vector<std::uint32_t> larger(2 * m_ring.size());
        for (std::size_t i = 0; i < m_size; ++i) {
            larger[i] = m_ring[(m_head + i) & (m_ring.size() - 1)];
        }
        m_ring.swap(larger);
        m_head = 0;
    }

    std::vector<std::uint32_t> m_ring = std::vector<std::uint32_t>(1024); // a power of two
    std::size_t m_head = 0;
    std::size_t m_size = 0;
};

/// Where one request stands. Requests are numbered in order of arrival.
struct SequenceState
{
    std::int32_t prefill = 0;   ///< tokens to read before the next answer token; grows by a restart
    std::int32_t processed = 0; ///< tokens read or written; prefill + 1 once the prompt is done
    std::int32_t total = 0;     ///< prompt and answer
    std::int32_t blocks = 0;    ///< key-value blocks held
    std::int32_t written = 0;   ///< whole blocks that the last restart left behind
    std::int64_t keptUntil = 0; ///< blocks given out in all when none of them is left

    [[nodiscard]] bool isPrefillDone() const { return processed > prefill; }
};

/// The requests of a replay and what became of them; shared by its replicas, which never hold the same
/// request.
struct ReplayLedger
{
    std::span<const model::TraceRequest> requests;
    std::vector<SequenceState> sequences;
    std::vector<RequestTimes> times;
};

/// One replica: a queue, a running pool, key-value blocks, and batches in flight through the pipeline stages.
///
/// The rules are those of the README. Time only moves in advanceTo(); nothing is allocated there once the
/// buffers have grown to the batch size. A stretch of iterations in which the same sequences decode and
/// nobody arrives, finishes or could run out of blocks costs one look-up per iteration: sequences are touched
/// at its end only (decodeStretch()).
template <StepTimer Timer>
class ReplicaEngine
{
public:
    struct Totals
    {
        double kvBlockSeconds = 0.0;
        double queuedSeconds = 0.0;
        double runningSeconds = 0.0;
        double busySeconds = 0.0;
        std::array<double, kWaitCauseCount> waitSeconds{};
        std::int64_t iterations = 0;
        std::int64_t restarts = 0;
        std::int64_t emittedTokens = 0;
        std::int64_t peakKvBlocks = 0;
        double lastFinishSeconds = 0.0;
    };

    ReplicaEngine(const ReplaySettings& settings,
                  const Timer& timer,
                  ReplayLedger& ledger,
                  double firstSliceSeconds)
        : m_settings(settings)
        , m_timer(timer)
        , m_ledger(ledger)
        , m_recorder(firstSliceSeconds)
        , m_watermark(settings.watermarkBlocks())
        , m_maxMicroBatch(static_cast<std::size_t>(settings.maxMicroBatch()))
        , m_freeBlocks(settings.kvBlocks)
        , m_flights(static_cast<std::size_t>(settings.pipelineStages))
        , m_stageFreeAt(static_cast<std::size_t>(settings.pipelineStages), 0.0)
    {
        const auto batch = static_cast<std::size_t>(settings.maxBatch) + 1;
        for (Flight& flight : m_flights) {
            flight.members.reserve(batch);
            flight.chunks.reserve(batch);
        }
        m_pool.reserve(batch);
        m_scratch.reserve(batch);
        m_partials.reserve(batch);
    }

    /// A request arrives. Call advanceTo() up to its arrival first.
    void enqueue(std::uint32_t request)
    {
        const double now = m_ledger.requests[request].arrivedAtSeconds;
        account(now);
        if (m_queue.isEmpty()) {
            m_waitCause = WaitCause::Step;
        }
        m_queue.pushBack(request);
        ++m_outstanding;
        if (m_inFlight < m_flights.size()) {
            m_kickAt = now;
        }
    }

    /// Handles everything that happens before the limit; what happens exactly then waits for arrivals of that
    /// instant.
    void advanceTo(double limit)
    {
        while (true) {
            const double nextEnd = m_inFlight > 0 ? m_flights[m_firstFlight].endsAt : kNever;
            const double now = std::min(m_kickAt, nextEnd);
            if (!(now < limit)) {
                return;
            }
            if (nextEnd <= now) {
                finishFlight(now);
            }
            m_kickAt = kNever;
            schedule(now, limit);
        }
    }

    /// Requests that arrived and are not finished.
    [[nodiscard]] std::int64_t outstanding() const { return m_outstanding; }
    [[nodiscard]] const Totals& totals() const { return m_totals; }
    [[nodiscard]] const OccupancyRecorder& recorder() const { return m_recorder; }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();

    struct Flight
    {
        std::vector<std::uint32_t> members; // decodes first, then prompts
        std::vector<std::int32_t> chunks;   // prompt tokens of each member; 0 for a decode
        StepBatch batch;
        double endsAt = 0.0;

        void clear()
        {
            members.clear();
            chunks.clear();
            batch = {};
        }
    };

    [[nodiscard]] SequenceState& sequence(std::uint32_t request) { return m_ledger.sequences[request]; }

    /// Tokens of the request's own prompt that need no computing; its last token always does, to be answered.
    [[nodiscard]] std::int32_t cachedTokens(std::uint32_t request) const
    {
        const model::TraceRequest& asked = m_ledger.requests[request];
        const auto share = static_cast<std::int32_t>(m_settings.cachedPrefixFraction * asked.prefillTokens);
        const std::int32_t shared = m_settings.cachesSharedPrefixes ? asked.sharedPrefixTokens : 0;
        return std::min(asked.prefillTokens - 1, std::max(share, shared));
    }

    /// Blocks of its own that a restarted request still finds in the prefix cache.
    ///
    /// Freed blocks queue up behind the free ones, the last of a sequence first, and are given out from the
    /// front: after a restart with F free blocks, A given out since leave F + own blocks - A of its own.
    /// Those that restarted later are admitted earlier, so what they take back lies behind.
    [[nodiscard]] std::int32_t leftBlocks(std::uint32_t request) const
    {
        const SequenceState& state = m_ledger.sequences[request];
        return m_settings.keepsRestartedBlocks ? static_cast<std::int32_t>(std::clamp<std::int64_t>(
                                                     state.keptUntil - m_blocksGiven, 0, state.written))
                                               : 0;
    }

    /// Tokens that need no reading when the request is admitted: what a prefix cache holds of its prompt, or
    /// of what a restart left behind.
    [[nodiscard]] std::int32_t keptTokens(std::uint32_t request) const
    {
        const std::int32_t left = leftBlocks(request) * m_settings.blockSizeTokens;
        return std::max(cachedTokens(request), std::min(m_ledger.sequences[request].prefill - 1, left));
    }

    [[nodiscard]] std::int32_t blocksFor(std::int32_t tokens) const
    {
        return (tokens + m_settings.blockSizeTokens - 1) / m_settings.blockSizeTokens;
    }

    /// Adds the time since the last call to all time-weighted sums.
    void account(double now) { account(now, static_cast<double>(m_settings.kvBlocks - m_freeBlocks)); }

    void account(double now, double usedBlocks)
    {
        const double seconds = now - m_accountedTo;
        if (!(seconds > 0.0)) {
            return;
        }
        const auto queued = static_cast<double>(m_queue.size());
        const auto running = static_cast<double>(m_admitted);
        m_totals.kvBlockSeconds += usedBlocks * seconds;
        m_totals.queuedSeconds += queued * seconds;
        m_totals.runningSeconds += running * seconds;
        if (!m_queue.isEmpty()) {
            m_totals.waitSeconds[static_cast<std::size_t>(m_waitCause)] += seconds;
        }
        m_recorder.add(m_accountedTo, now, usedBlocks, queued, running);
        m_accountedTo = now;
    }

    void takeBlocks(SequenceState& state, std::int32_t blocks)
    {
        state.blocks += blocks;
        m_freeBlocks -= blocks;
        m_blocksGiven += blocks;
        assert(m_freeBlocks >= 0);
    }

    void notePeak()
    {
        m_totals.peakKvBlocks = std::max(m_totals.peakKvBlocks, m_settings.kvBlocks - m_freeBlocks);
    }

    void releaseBlocks(SequenceState& state)
    {
        m_freeBlocks += state.blocks;
        state.blocks = 0;
        --m_admitted;
    }

    /// Preemption by recompute: what was written becomes part of what must be read again.
    void restart(std::uint32_t request)
    {
        SequenceState& state = sequence(request);
        state.written = state.processed / m_settings.blockSizeTokens;
        if (state.isPrefillDone()) {
            state.written = (state.processed - 1) / m_settings.blockSizeTokens; // the last token is not yet
            state.prefill = state.processed;
        }
        state.keptUntil = m_blocksGiven + m_freeBlocks + state.blocks;
        state.processed = 0;
        releaseBlocks(state);
        ++m_ledger.times[request].restarts;
        ++m_totals.restarts;
        m_queue.pushFront(request);
        m_didRestart = true;
    }

    void addDecode(Flight& flight, std::uint32_t request)
    {
        flight.members.push_back(request);
        flight.chunks.push_back(0);
        flight.batch.addDecode(sequence(request).processed);
    }

    void addPrefill(Flight& flight, std::uint32_t request, std::int32_t chunk)
    {
        const SequenceState& state = sequence(request);
        flight.members.push_back(request);
        flight.chunks.push_back(chunk);
        flight.batch.addPrefill(state.processed, chunk, state.processed + chunk == state.prefill);
    }

    /// Takes the head of the queue into the batch, with `blocks` key-value blocks.
    void admitHead(Flight& flight, double now, std::int32_t chunk, std::int32_t blocks)
    {
        const std::uint32_t request = m_queue.front();
        m_queue.popFront();
        ++m_admitted;
        SequenceState& state = sequence(request);
        state.processed = keptTokens(request);
        const std::int32_t takenBack =
            std::min(leftBlocks(request), state.processed / m_settings.blockSizeTokens);
        takeBlocks(state, blocks);
        m_blocksGiven -= takenBack; // nobody lost them
        addPrefill(flight, request, chunk);
        RequestTimes& times = m_ledger.times[request];
        if (times.restarts == 0) {
            times.schedulingDelaySeconds = now - m_ledger.requests[request].arrivedAtSeconds;
        }
    }

    /// True if the head of the queue may take so many blocks.
    [[nodiscard]] bool canAdmit(std::int32_t blocks) const { return m_freeBlocks - blocks >= m_watermark; }

    /// Starts batches while a stage may take one.
    void schedule(double now, double limit)
    {
        account(now);
        while (m_inFlight < m_flights.size()) {
            Flight& flight = m_flights[(m_firstFlight + m_inFlight) % m_flights.size()];
            flight.clear();
            m_didRestart = false;
            formBatch(flight, now);
            if (flight.members.empty()) {
                // A sequence that restarted itself must be looked at again: no other event would do it.
                if (m_didRestart && m_inFlight == 0) {
                    continue;
                }
                return;
            }
            notePeak();
            if (m_flights.size() == 1 && flight.batch.prefillSequences == 0 && m_pool.empty()
                && !m_didRestart) {
                now = decodeStretch(flight, now, limit);
            }
            launch(flight, now);
        }
    }

    void formBatch(Flight& flight, double now)
    {
        switch (m_settings.scheduler) {
        case model::BatchScheduler::PrefillFirst:
            formPromptBatch(flight, now);
            if (flight.members.empty()) {
                addDecodesFromPool(flight);
            }
            break;
        case model::BatchScheduler::Sarathi:
            formSarathiBatch(flight, now);
            break;
        case model::BatchScheduler::V1:
            formV1Batch(flight, now);
            break;
        }
    }

    /// PrefillFirst: as many whole prompts as fit, padded to the longest. A prompt longer than the limit runs
    /// alone.
    void formPromptBatch(Flight& flight, double now)
    {
        std::int64_t longest = 0;
        while (!m_queue.isEmpty()) {
            const std::int32_t prompt = sequence(m_queue.front()).prefill;
            const std::int32_t tokens = prompt - keptTokens(m_queue.front());
            const std::int32_t blocks = blocksFor(prompt);
            longest = std::max<std::int64_t>(longest, tokens);
            if (!canAdmit(blocks)) {
                m_waitCause = WaitCause::KvBlocks;
                return;
            }
            const auto count = std::ssize(flight.members) + 1;
            if (count > 1 && count * longest > m_settings.maxBatchTokens) {
                m_waitCause = WaitCause::TokenBudget;
                return;
            }
            if (m_admitted == m_settings.maxBatch || flight.members.size() == m_maxMicroBatch) {
                m_waitCause = WaitCause::BatchSlots;
                return;
            }
            admitHead(flight, now, tokens, blocks);
        }
    }

    /// One token for each sequence of the pool, in order of arrival; partial prompts are set aside in
    /// m_partials.
    ///
    /// Each needs one free block in the pool even if its own last block has room. If there is none, the
    /// latest of the pool restarts, or the sequence itself if it is the last.
    void addDecodesFromPool(Flight& flight)
    {
        m_partials.clear();
        std::size_t next = 0;
        std::size_t end = m_pool.size();
        while (next < end && flight.members.size() < m_maxMicroBatch) {
            const std::uint32_t request = m_pool[next++];
            SequenceState& state = sequence(request);
            if (!state.isPrefillDone()) {
                m_partials.push_back(request);
                continue;
            }
            bool isRestarted = false;
            while (m_freeBlocks < 1 && !isRestarted) {
                isRestarted = next == end;
                restart(isRestarted ? request : m_pool[--end]);
            }
            if (!isRestarted) {
                takeBlocks(state, state.processed > state.blocks * m_settings.blockSizeTokens ? 1 : 0);
                addDecode(flight, request);
            }
        }
        m_pool.erase(m_pool.begin() + static_cast<std::ptrdiff_t>(end), m_pool.end());
        m_pool.erase(m_pool.begin(), m_pool.begin() + static_cast<std::ptrdiff_t>(next));
    }

    void formSarathiBatch(Flight& flight, double now)
    {
        addDecodesFromPool(flight);
        std::int64_t budget = m_settings.chunkTokens - flight.batch.tokens();
        std::size_t skipped = 0;
        for (const std::uint32_t request : m_partials) {
            const SequenceState& state = sequence(request);
            const auto chunk = std::min<std::int64_t>(state.prefill - state.processed, budget);
            if (chunk < 1) {
                m_partials[skipped++] = request;
                continue;
            }
            addPrefill(flight, request, static_cast<std::int32_t>(chunk));
            budget -= chunk;
        }
        m_partials.resize(skipped);
        if (skipped > 0) {
            mergeIntoPool(m_partials);
        }
        while (!m_queue.isEmpty()) {
            const std::int32_t prompt = sequence(m_queue.front()).prefill;
            const std::int32_t tokens = prompt - keptTokens(m_queue.front());
            const std::int32_t blocks = blocksFor(prompt);
            if (m_admitted == m_settings.maxBatch || flight.members.size() >= m_maxMicroBatch) {
                m_waitCause = WaitCause::BatchSlots;
                return;
            }
            if (!canAdmit(blocks)) {
                m_waitCause = WaitCause::KvBlocks;
                return;
            }
            if (budget < 1) {
                m_waitCause = WaitCause::TokenBudget;
                return;
            }
            const auto chunk = std::min<std::int64_t>(tokens, budget);
            admitHead(flight, now, static_cast<std::int32_t>(chunk), blocks);
            budget -= chunk;
        }
    }

    /// Running sequences in order, prompts in chunks; then waiting ones, unless something had to restart.
    void formV1Batch(Flight& flight, double now)
    {
        std::int64_t budget = m_settings.chunkTokens;
        std::size_t next = 0;
        std::size_t end = m_pool.size();
        m_partials.clear();
        while (next < end && budget > 0 && flight.members.size() + m_partials.size() < m_maxMicroBatch) {
            const std::uint32_t request = m_pool[next++];
            SequenceState& state = sequence(request);
            const bool isDecode = state.isPrefillDone();
            const auto tokens = isDecode ? 1
                                         : static_cast<std::int32_t>(std::min<std::int64_t>(
                                               state.prefill - state.processed, budget));
            const std::int32_t needed =
                std::max(0, blocksFor(isDecode ? state.processed : state.processed + tokens) - state.blocks);
            bool isRestarted = false;
            while (m_freeBlocks < needed && !isRestarted) {
                isRestarted = next == end;
                restart(isRestarted ? request : m_pool[--end]);
            }
            if (isRestarted) {
                continue;
            }
            takeBlocks(state, needed);
            budget -= tokens;
            if (isDecode) {
                addDecode(flight, request);
            } else {
                addPrefill(flight, request, tokens);
            }
        }
        m_pool.erase(m_pool.begin() + static_cast<std::ptrdiff_t>(end), m_pool.end());
        m_pool.erase(m_pool.begin(), m_pool.begin() + static_cast<std::ptrdiff_t>(next));
        if (!m_didRestart) {
            admitV1(flight, now, budget);
        }
    }

    void admitV1(Flight& flight, double now, std::int64_t budget)
    {
        while (!m_queue.isEmpty()) {
            if (budget < 1) {
                m_waitCause = WaitCause::TokenBudget;
                return;
            }
            if (m_admitted == m_settings.maxBatch || flight.members.size() >= m_maxMicroBatch) {
                m_waitCause = WaitCause::BatchSlots;
                return;
            }
            const std::int32_t cached = keptTokens(m_queue.front());
            const auto chunk = static_cast<std::int32_t>(
                std::min<std::int64_t>(sequence(m_queue.front()).prefill - cached, budget));
            const std::int32_t blocks = blocksFor(cached + chunk);
            if (!canAdmit(blocks)) {
                m_waitCause = WaitCause::KvBlocks;
                return;
            }
            admitHead(flight, now, chunk, blocks);
            budget -= chunk;
        }
    }

    [[nodiscard]] double overheadSeconds(const StepBatch& batch) const
    {
        return m_settings.stepOverheadSeconds
               + m_settings.sequenceOverheadSeconds * static_cast<double>(batch.sequences());
    }

    /// Runs iterations of the same decodes that end before the limit while nothing else can happen; returns
    /// the start of the first iteration that must be handled on its own. The blocks of that one are taken.
    [[nodiscard]] double decodeStretch(Flight& flight, double now, double limit)
    {
        const auto sequences = std::ssize(flight.members);
        // Blocks: k iterations take at most ceil(k / block size) of each, and one must stay free.
        const std::int64_t spare = m_freeBlocks - 1 - sequences;
        std::int64_t steps = spare > 0 ? spare / sequences * m_settings.blockSizeTokens : 0;
        for (const std::uint32_t request : flight.members) {
            const SequenceState& state = sequence(request);
            steps = std::min<std::int64_t>(steps, state.total - state.processed - 1);
        }
        const double overhead = overheadSeconds(flight.batch);
        const double start = now;
        std::int64_t taken = 0;
        while (taken < steps) {
            const double end = now + (m_timer.stepSeconds(flight.batch) + overhead);
            if (!(end < limit)) {
                break;
            }
            now = end;
            flight.batch.decodeContextTokens += sequences;
            ++taken;
        }
        if (taken == 0) {
            return now;
        }
        const std::int64_t freeBefore = m_freeBlocks;
        for (const std::uint32_t request : flight.members) {
            SequenceState& state = sequence(request);
            state.processed += static_cast<std::int32_t>(taken);
            takeBlocks(state, std::max(0, blocksFor(state.processed) - state.blocks));
        }
        notePeak();
        account(now,
                static_cast<double>(m_settings.kvBlocks)
                    - 0.5 * static_cast<double>(freeBefore + m_freeBlocks));
        m_totals.busySeconds += now - start;
        m_totals.iterations += taken;
        m_totals.emittedTokens += taken * sequences;
        return now;
    }

    /// Sends a batch through the stages; they are first in, first out, so its end is known at once.
    void launch(Flight& flight, double now)
    {
        const double seconds = m_timer.stepSeconds(flight.batch);
        const std::size_t stages = m_flights.size();
        double handOver = 0.0;
        if constexpr (HandOverTimer<Timer>) {
            handOver = stages > 1 ? m_timer.handOverSeconds(flight.batch) : 0.0;
        }
        double at = now;
        for (std::size_t stage = 0; stage < stages; ++stage) {
            const double busy = seconds + (stage == 0 ? overheadSeconds(flight.batch) : 0.0)
                                + (stage + 1 < stages ? handOver : 0.0);
            at = std::max(at, m_stageFreeAt[stage]) + busy;
            m_stageFreeAt[stage] = at;
            m_totals.busySeconds += stage == 0 ? busy : 0.0;
        }
        flight.endsAt = at;
        ++m_inFlight;
        ++m_totals.iterations;
    }

    /// Takes the oldest batch out of the pipeline: tokens appear, sequences finish or return to the pool.
    void finishFlight(double now)
    {
        account(now);
        Flight& flight = m_flights[m_firstFlight];
        m_firstFlight = (m_firstFlight + 1) % m_flights.size();
        --m_inFlight;
        m_totals.emittedTokens += flight.batch.outputTokens;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < flight.members.size(); ++i) {
            const std::uint32_t request = flight.members[i];
            SequenceState& state = sequence(request);
            const std::int32_t chunk = flight.chunks[i];
            state.processed += chunk == 0 ? 1 : chunk;
            if (chunk != 0 && state.processed == state.prefill) {
                ++state.processed; // the first token of the answer appears with the end of the prompt
                RequestTimes& times = m_ledger.times[request];
                if (!(times.firstTokenSeconds >= 0.0)) {
                    times.firstTokenSeconds = now - m_ledger.requests[request].arrivedAtSeconds;
                }
            }
            if (state.processed >= state.total && state.isPrefillDone()) {
                complete(request, now);
            } else {
                flight.members[kept++] = request;
            }
        }
        flight.members.resize(kept);
        mergeIntoPool(flight.members);
    }

    void complete(std::uint32_t request, double now)
    {
        releaseBlocks(sequence(request));
        m_ledger.times[request].endToEndSeconds = now - m_ledger.requests[request].arrivedAtSeconds;
        --m_outstanding;
        m_totals.lastFinishSeconds = now;
    }

    /// Adds requests to the pool, which stays in order of arrival.
    void mergeIntoPool(std::vector<std::uint32_t>& added)
    {
        if (!std::ranges::is_sorted(added)) {
            std::ranges::sort(added);
        }
        if (m_pool.empty() || added.empty() || m_pool.back() < added.front()) {
            m_pool.insert(m_pool.end(), added.begin(), added.end());
            return;
        }
        m_scratch.resize(m_pool.size() + added.size());
        std::ranges::merge(m_pool, added, m_scratch.begin());
        m_pool.swap(m_scratch);
    }

    const ReplaySettings& m_settings;
    const Timer& m_timer;
    ReplayLedger& m_ledger;
    OccupancyRecorder m_recorder;
    std::int64_t m_watermark;
    std::size_t m_maxMicroBatch;
    std::int64_t m_freeBlocks;
    std::int64_t m_blocksGiven = 0; // taken from the front of the free ones so far
    RequestQueue m_queue;
    std::vector<std::uint32_t> m_pool;     // hold blocks, in no batch; in order of arrival
    std::vector<std::uint32_t> m_scratch;  // for merging
    std::vector<std::uint32_t> m_partials; // prompts begun and not finished, of the batch being formed
    std::vector<Flight> m_flights;         // ring; as many as stages
    std::vector<double> m_stageFreeAt;
    std::size_t m_firstFlight = 0;
    std::size_t m_inFlight = 0;
    std::int64_t m_admitted = 0; // sequences that hold blocks
    std::int64_t m_outstanding = 0;
    double m_kickAt = kNever;
    double m_accountedTo = 0.0;
    WaitCause m_waitCause = WaitCause::Step;
    bool m_didRestart = false;
    Totals m_totals;
};

} // namespace wherewithal::simulator
