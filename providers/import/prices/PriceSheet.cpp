// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/PriceSheet.h"

namespace wherewithal::providers {

std::string_view name(Purchase purchase)
{
    switch (purchase) {
    case Purchase::OnDemand:
        return "on-demand";
    case Purchase::Spot:
        return "spot";
    case Purchase::Reserved:
        return "reserved";
    case Purchase::SavingsPlan:
        return "savings-plan";
    case Purchase::CommittedUse:
        return "committed-use";
    case Purchase::Platform:
        return "platform";
    case Purchase::LowPriority:
        return "low-priority";
    case Purchase::DevTest:
        return "dev-test";
    case Purchase::CapacityReservation:
        return "capacity-reservation";
    case Purchase::DedicatedHost:
        return "dedicated-host";
    case Purchase::Fee:
        return "fee";
    }
    return "on-demand";
}

std::string_view name(Payment payment)
{
    switch (payment) {
    case Payment::None:
        return "none";
    case Payment::Partial:
        return "partial";
    case Payment::All:
        return "all";
    case Payment::Unknown:
        return "unknown";
    }
    return "unknown";
}

std::string_view name(PriceBasis basis)
{
    switch (basis) {
    case PriceBasis::List:
        return "list";
    case PriceBasis::Negotiated:
        return "negotiated";
    case PriceBasis::Observed:
        return "observed";
    case PriceBasis::Composed:
        return "composed";
    }
    return "list";
}

std::string_view name(ComponentKind kind)
{
    switch (kind) {
    case ComponentKind::Recurring:
        return "recurring";
    case ComponentKind::Upfront:
        return "upfront";
    case ComponentKind::Usage:
        return "usage";
    case ComponentKind::MonthlyCap:
        return "monthly-cap";
    }
    return "usage";
}

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::Notice:
        return "notice";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "error";
}

} // namespace wherewithal::providers
