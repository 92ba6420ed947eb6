// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/offer/Price.h"

#include <array>
#include <utility>

namespace wherewithal::model {

namespace {

constexpr std::array<std::pair<Purchase, std::string_view>, 7> kPurchases{{
    {Purchase::OnDemand, "on-demand"},
    {Purchase::Spot, "spot"},
    {Purchase::Reserved, "reserved"},
    {Purchase::SavingsPlan, "savings-plan"},
    {Purchase::CommittedUse, "committed-use"},
    {Purchase::Platform, "platform"},
    {Purchase::Owned, "owned"},
}};

constexpr std::array<std::pair<Payment, std::string_view>, 3> kPayments{{
    {Payment::None, "none"},
    {Payment::Partial, "partial"},
    {Payment::All, "all"},
}};

} // namespace

std::string_view name(Purchase purchase)
{
    for (const auto& [known, text] : kPurchases) {
        if (known == purchase) {
            return text;
        }
    }
    return "on-demand";
}

std::optional<Purchase> parsePurchase(std::string_view text)
{
    for (const auto& [known, knownText] : kPurchases) {
        if (knownText == text) {
            return known;
        }
    }
    return std::nullopt;
}

bool isCommitment(Purchase purchase)
{
    return purchase == Purchase::Reserved || purchase == Purchase::SavingsPlan || purchase == Purchase::CommittedUse;
}

std::string_view name(Payment payment)
{
    for (const auto& [known, text] : kPayments) {
        if (known == payment) {
            return text;
        }
    }
    return "none";
}

std::optional<Payment> parsePayment(std::string_view text)
{
    for (const auto& [known, knownText] : kPayments) {
        if (knownText == text) {
            return known;
        }
    }
    return std::nullopt;
}

} // namespace wherewithal::model
