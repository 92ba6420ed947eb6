// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AnomalyWatch.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

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
    return issues;
}

} // namespace wherewithal::providers
