// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/Arrivals.h"

#include "model/base/Random.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::TraceRequest;

namespace {

constexpr double kSecondsPerHour = 3600.0;

// Boost widens double to long double by default, whose size differs between machines.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>>;

/// One gap with mean 1 and the given squared coefficient of variation.
double unitGap(model::RandomStream& stream, double burstiness)
{
    if (burstiness == 1.0) {
        return stream.exponential();
    }
    const double shape = 1.0 / burstiness;
    return boost::math::gamma_p_inv(shape, stream.uniform(), Policy()) * burstiness;
}

/// Walks through the hours of the week, using up expected arrivals.
class WeekClock
{
public:
    explicit WeekClock(const ArrivalProcess& process)
        : m_process(process)
        , m_hour(static_cast<std::size_t>(process.startHour))
    {}

    /// The time at which `expected` more arrivals are expected.
    [[nodiscard]] double advance(double expected)
    {
        while (true) {
            const double rate =
                m_process.perSecond * m_process.profile.weights.at(m_hour % model::kHoursPerWeek);
            const double left = (m_hourEnd - m_now) * rate;
            if (expected <= left && rate > 0.0) {
                m_now = std::min(m_hourEnd, m_now + expected / rate);
                return m_now;
            }
            expected -= left;
            m_now = m_hourEnd;
            m_hourEnd += kSecondsPerHour;
            ++m_hour;
        }
    }

private:
    const ArrivalProcess& m_process;
    std::size_t m_hour;
    double m_now = 0.0;
    double m_hourEnd = kSecondsPerHour;
};

bool isFlat(const model::WeekProfile& profile)
{
    return std::ranges::all_of(profile.weights, [](double weight) { return weight == 1.0; });
}

std::optional<model::Error> fault(const ArrivalProcess& process)
{
    const auto outOfRange = [](const char* where, double value, const char* expected) {
        return model::Error{.code = ErrorCode::OutOfRange,
                            .where = where,
                            .message = fmt::format("is {}, expected {}", value, expected),
                            .hint = {}};
    };
    if (!(process.perSecond > 1e-9 && process.perSecond <= 1e9)) {
        return outOfRange("arrivals.rate", process.perSecond, "above 0, at most 1e9 per second");
    }
    if (!(process.burstiness >= 1e-3 && process.burstiness <= 1e3)) {
        return outOfRange("arrivals.burstiness", process.burstiness, "0.001 to 1000");
    }
    if (process.startHour < 0 || process.startHour >= model::kHoursPerWeek) {
        return outOfRange("arrivals.start_hour", process.startHour, "0 to 167");
    }
    double total = 0.0;
    for (const double weight : process.profile.weights) {
        if (!(weight >= 0.0 && weight <= 1e6)) {
            return outOfRange("arrivals.profile", weight, "weights of 0 or more");
        }
        total += weight;
    }
    if (total < 1e-6) {
        return outOfRange("arrivals.profile", total, "some weight above 0");
    }
    return std::nullopt;
}

} // namespace

ArrivalProcess arrivalProcessOf(const model::Demand& demand)
{
    return {.perSecond = demand.peakPerSecond.median(),
            .burstiness = demand.burstiness,
            .profile = demand.profile};
}

Result<std::vector<double>> arrivalTimes(const ArrivalProcess& process, std::size_t count, std::uint64_t seed)
{
    if (auto found = fault(process)) {
        return failure(*std::move(found));
    }
    model::RandomStream stream(seed, "arrivals", 0);
    std::vector<double> times;
    times.reserve(count);
    const bool flat = isFlat(process.profile);
    WeekClock clock(process);
    double units = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double gap = unitGap(stream, process.burstiness);
        units += gap;
        times.push_back(flat ? units / process.perSecond : clock.advance(gap));
    }
    if (!times.empty() && times.back() > model::kMaxTraceSeconds) {
        return failure(ErrorCode::OutOfRange,
                       "arrivals",
                       fmt::format("the last arrives after {} s, at most {} s are taken",
                                   times.back(),
                                   model::kMaxTraceSeconds),
                       "fewer requests or a higher rate");
    }
    return times;
}

Result<std::vector<TraceRequest>> requestsInOrder(const ArrivalProcess& process,
                                                  std::span<const TraceRequest> lengths,
                                                  std::size_t count,
                                                  std::uint64_t seed)
{
    if (lengths.empty()) {
        return failure(ErrorCode::MissingField, "lengths", "no request lengths to take from");
    }
    const auto times = arrivalTimes(process, count, seed);
    if (!times) {
        return failure(times.error());
    }
    std::vector<TraceRequest> requests;
    requests.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        requests.push_back(lengths[i % lengths.size()]);
        requests.back().arrivedAtSeconds = (*times)[i];
    }
    return requests;
}

Result<std::vector<TraceRequest>> requestsDrawn(const ArrivalProcess& process,
                                                std::span<const TraceRequest> lengths,
                                                std::size_t count,
                                                std::uint64_t seed)
{
    auto requests = requestsInOrder(process, lengths, count, seed);
    if (!requests) {
        return requests;
    }
    model::RandomStream stream(seed, "lengths", 0);
    for (TraceRequest& request : *requests) {
        const auto index = static_cast<std::size_t>(stream.uniform() * static_cast<double>(lengths.size()));
        const TraceRequest& drawn = lengths[std::min(index, lengths.size() - 1)];
        request.prefillTokens = drawn.prefillTokens;
        request.decodeTokens = drawn.decodeTokens;
        request.sharedPrefixTokens = drawn.sharedPrefixTokens;
    }
    return requests;
}

std::vector<TraceRequest> atRateFactor(std::span<const TraceRequest> requests, double factor)
{
    std::vector<TraceRequest> scaled(requests.begin(), requests.end());
    for (TraceRequest& request : scaled) {
        request.arrivedAtSeconds /= factor;
    }
    return scaled;
}

double offeredPerSecond(std::span<const TraceRequest> requests)
{
    if (requests.size() < 2) {
        return 0.0;
    }
    const double seconds = requests.back().arrivedAtSeconds - requests.front().arrivedAtSeconds;
    return seconds > 0.0 ? static_cast<double>(requests.size() - 1) / seconds
                         : std::numeric_limits<double>::infinity();
}

} // namespace wherewithal::simulator
