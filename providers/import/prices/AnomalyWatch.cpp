// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AnomalyWatch.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <initializer_list>
#include <iterator>

namespace wherewithal::providers {

namespace {

constexpr double kHoursPerMonth = 730.0;

/// The hourly price with the upfront part spread; negative if the offer has another unit.
[[nodiscard]] double hourlyOf(const OfferRow& offer)
{
    double hourly = 0.0;
    for (const PriceComponent& component : offer.components) {
        if (component.kind == ComponentKind::MonthlyCap) {
            continue;
        }
        if (component.kind == ComponentKind::Upfront) {
            hourly += offer.termMonths > 0 ? component.amount.toDouble() / (kHoursPerMonth * offer.termMonths)
                                           : 0.0;
        } else if (component.unit == "hour") {
            hourly += component.amount.toDouble();
        } else if (component.unit == "month") {
            hourly += component.amount.toDouble() / kHoursPerMonth;
        } else {
            return -1.0;
        }
    }
    return hourly;
}

/// Equal things get equal numbers, within one run.
[[nodiscard]] std::uint64_t hashOf(const OfferRow& offer)
{
    std::uint64_t hash = 0;
    for (const std::string_view text :
         {offer.provider,
          offer.machine,
          offer.region,
          offer.zone,
          offer.os,
          offer.software,
          offer.tenancy,
          offer.currency,
          name(offer.basis),
          offer.purchase == Purchase::OnDemand ? offer.plan : std::string_view{}}) {
        hash = (hash ^ std::hash<std::string_view>{}(text)) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

[[nodiscard]] std::uint64_t hashOf(std::initializer_list<std::string_view> texts)
{
    std::uint64_t hash = 0;
    for (const std::string_view text : texts) {
        hash = (hash ^ std::hash<std::string_view>{}(text)) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

/// "m5" of m5.large, "Standard_D" of Standard_D4s_v5, "n2-standard" of n2-standard-8: the name up to its
/// size.
[[nodiscard]] std::string_view familyOf(std::string_view machine)
{
    const std::size_t dot = machine.find('.');
    if (dot != std::string_view::npos) {
        return machine.substr(0, dot);
    }
    const std::size_t dash = machine.rfind('-');
    return dash != std::string_view::npos ? machine.substr(0, dash)
                                          : machine.substr(0, machine.find_first_of("0123456789"));
}

struct Finding
{
    std::uint64_t line = 0;
    std::string text;
};

void report(std::vector<Finding>& found, std::size_t most, const char* kind, std::vector<RowIssue>& out)
{
    std::ranges::sort(found, [](const Finding& a, const Finding& b) {
        return a.line != b.line ? a.line < b.line : a.text < b.text;
    });
    for (std::size_t i = 0; i < found.size() && i < most; ++i) {
        out.push_back({.severity = Severity::Warning,
                       .code = model::ErrorCode::Inconsistent,
                       .line = found[i].line,
                       .column = kind,
                       .raw = {},
                       .message = found[i].text,
                       .hint = "look at it before relying on it"});
    }
    if (found.size() > most) {
        out.push_back({.severity = Severity::Warning,
                       .code = model::ErrorCode::Inconsistent,
                       .line = 0,
                       .column = kind,
                       .raw = {},
                       .message = fmt::format("{} such prices in all", found.size()),
                       .hint = {}});
    }
}

} // namespace

void AnomalyWatch::add(const OfferRow& offer)
{
    if (!offer.isMachinePrice) {
        return;
    }
    const double hourly = hourlyOf(offer);
    if (hourly < 0.0) {
        return;
    }
    watchFamily(offer, hourly);
    Seen& seen = m_seen[hashOf(offer)];
    if (offer.purchase == Purchase::OnDemand) {
        if (seen.onDemand < 0.0) {
            seen.onDemand = hourly;
            seen.onDemandLine = offer.line;
        } else if (seen.onDemand != hourly) {
            seen.other = hourly;
            seen.otherLine = offer.line;
        }
    } else if (offer.purchase == Purchase::Spot && hourly > seen.spot) {
        seen.spot = hourly;
        seen.spotLine = offer.line;
    } else if ((offer.purchase == Purchase::Reserved || offer.purchase == Purchase::CommittedUse)
               && hourly > seen.reserved) {
        seen.reserved = hourly;
        seen.reservedLine = offer.line;
    }
}

void AnomalyWatch::add(const MachineRow& machine)
{
    const double vcpus = machine.vcpus.value_or(0.0);
    const double memoryGib = machine.memoryGib.value_or(0.0);
    if (vcpus <= 0.0 || memoryGib <= 0.0) {
        return;
    }
    m_shapes[hashOf({machine.provider, machine.name})] = {.vcpus = static_cast<float>(vcpus),
                                                          .memoryGib = static_cast<float>(memoryGib),
                                                          .family = hashOf({familyOf(machine.name)})};
}

void AnomalyWatch::watchFamily(const OfferRow& offer, double hourly)
{
    constexpr std::size_t kMostRates = 500'000; // 24 bytes each
    if (offer.purchase != Purchase::OnDemand || m_rates.size() >= kMostRates) {
        return;
    }
    const auto shape = m_shapes.find(hashOf({offer.provider, offer.machine}));
    if (shape == m_shapes.end()) {
        return;
    }
    const std::uint64_t group = hashOf({offer.region,
                                        offer.zone,
                                        offer.os,
                                        offer.software,
                                        offer.tenancy,
                                        offer.licence,
                                        offer.currency,
                                        offer.plan,
                                        name(offer.basis)});
    m_rates.push_back({.group = group ^ shape->second.family,
                       .perVcpu = static_cast<float>(hourly) / shape->second.vcpus,
                       .perGib = static_cast<float>(hourly) / shape->second.memoryGib,
                       .line = offer.line});
}

/// A member of a family whose price is far from the middle one both per processor and per GiB: burstable
/// sizes differ in one of them by design.
std::vector<RowIssue> AnomalyWatch::familyFindings(std::size_t most) const
{
    constexpr std::size_t kFewest = 4; // members that make a middle worth something
    constexpr double kFar = 3.0;
    std::vector<Rate> rates = m_rates;
    std::ranges::stable_sort(rates, {}, &Rate::group);
    std::vector<Finding> outliers;
    std::vector<Finding> slips;
    for (std::size_t begin = 0; begin < rates.size();) {
        std::size_t end = begin;
        while (end < rates.size() && rates[end].group == rates[begin].group) {
            ++end;
        }
        const auto middle = [&](auto member) {
            std::vector<float> values;
            for (std::size_t i = begin; i < end; ++i) {
                values.push_back(rates[i].*member);
            }
            std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
            return static_cast<double>(values[values.size() / 2]);
        };
        const double perVcpu = end - begin >= kFewest ? middle(&Rate::perVcpu) : 0.0;
        const double perGib = end - begin >= kFewest ? middle(&Rate::perGib) : 0.0;
        for (std::size_t i = begin; i < end && perVcpu > 0.0 && perGib > 0.0; ++i) {
            const double byVcpu = static_cast<double>(rates[i].perVcpu) / perVcpu;
            const double byGib = static_cast<double>(rates[i].perGib) / perGib;
            const bool isFar = (byVcpu > kFar && byGib > kFar) || (byVcpu < 1.0 / kFar && byGib < 1.0 / kFar);
            if (!isFar || byVcpu <= 0.0) {
                continue;
            }
            const double factor = std::max(byVcpu, 1.0 / byVcpu);
            const bool isSlip = factor > 700.0 && factor < 760.0;
            (isSlip ? slips : outliers)
                .push_back(
                    {rates[i].line,
                     isSlip
                         ? fmt::format("{:.4g} times the price of its family per vCPU: as if the unit were a "
                                       "month (730 hours) instead of an hour, or the other way round",
                                       byVcpu)
                         : fmt::format("{:.3g} times the price of its family per vCPU ({:.6g} against "
                                       "{:.6g} an hour in the middle)",
                                       byVcpu,
                                       static_cast<double>(rates[i].perVcpu),
                                       perVcpu)});
        }
        begin = end;
    }
    std::vector<RowIssue> issues;
    report(slips, most, "anomaly:unit-slip", issues);
    report(outliers, most, "anomaly:outlier-in-family", issues);
    return issues;
}

std::vector<RowIssue> AnomalyWatch::findings(std::size_t most) const
{
    std::vector<Finding> doubled;
    std::vector<Finding> reserved;
    std::vector<Finding> spot;
    for (const auto& [key, seen] : m_seen) {
        if (seen.onDemand < 0.0) {
            continue;
        }
        if (seen.other >= 0.0) {
            doubled.push_back(
                {seen.otherLine,
                 fmt::format("two on-demand prices for one machine: {:.6g} (line {}) and {:.6g}",
                             seen.onDemand,
                             seen.onDemandLine,
                             seen.other)});
        }
        if (seen.reserved >= seen.onDemand) {
            reserved.push_back(
                {seen.reservedLine,
                 fmt::format("a reservation at {:.6g} an hour is not below on-demand at {:.6g} (line {})",
                             seen.reserved,
                             seen.onDemand,
                             seen.onDemandLine)});
        }
        if (seen.spot >= seen.onDemand) {
            spot.push_back({seen.spotLine,
                            fmt::format("spot at {:.6g} an hour is not below on-demand at {:.6g} (line {})",
                                        seen.spot,
                                        seen.onDemand,
                                        seen.onDemandLine)});
        }
    }
    std::vector<RowIssue> issues;
    report(doubled, most, "anomaly:two-prices", issues);
    report(reserved, most, "anomaly:reserved-above-on-demand", issues);
    report(spot, most, "anomaly:spot-above-on-demand", issues);
    std::ranges::move(familyFindings(most), std::back_inserter(issues));
    return issues;
}

} // namespace wherewithal::providers
