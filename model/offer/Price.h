// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Id.h"
#include "model/explain/Figure.h"
#include "model/units/Decimal.h"
#include "model/units/Money.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::model {

/// How capacity is bought.
enum class Purchase
{
    OnDemand,
    Spot,
    Reserved,
    SavingsPlan,
    CommittedUse,
    Platform,
    Owned,
};

/// "on-demand", "spot", "reserved", "savings-plan", "committed-use", "platform", "owned".
[[nodiscard]] std::string_view name(Purchase purchase);
[[nodiscard]] std::optional<Purchase> parsePurchase(std::string_view text);
/// True for Reserved, SavingsPlan and CommittedUse: paid whether used or not.
[[nodiscard]] bool isCommitment(Purchase purchase);

enum class Payment
{
    None,
    Partial,
    All,
};

/// "none", "partial", "all".
[[nodiscard]] std::string_view name(Payment payment);
[[nodiscard]] std::optional<Payment> parsePayment(std::string_view text);

/// The period that a recurring amount pays for.
enum class PricePeriod
{
    Hour,
    Month, ///< also the cap of platforms and small clouds
    Year,
};

/// The price of one machine in one region under one way of buying. List price, net of VAT.
struct Price
{
    ProviderId provider;
    MachineId machine;
    RegionId region;
    std::string operatingSystem = "linux";
    Purchase purchase = Purchase::OnDemand;
    int termMonths = 0; ///< 0 for on-demand, spot and platform
    Payment payment = Payment::None;

    Decimal amount; ///< recurring, per period
    PricePeriod period = PricePeriod::Hour;
    Decimal upfront; ///< once per term
    std::optional<Decimal> monthlyMaximum; ///< a whole month costs no more (caps of small clouds, full sustained use)
    Currency currency;

    std::string effectiveFrom; ///< "YYYY-MM-DD", or "" where the source has no day
    Source source;
    std::string sheet; ///< "shipped", or the name of the imported sheet
    std::string note;
    std::string reason; ///< why this price won over others of the same key; empty if it had no rival

    bool operator==(const Price&) const = default;
};

/// One step of a graduated price: `amount` per unit for the part of the quantity in [from, to).
struct PriceTier
{
    double from = 0.0;
    std::optional<double> to; ///< open if absent
    Decimal amount;

    bool operator==(const PriceTier&) const = default;
};

/// The price of a service beside machines: egress, storage, load balancer, managed Kubernetes, database ...
struct ServicePrice
{
    ProviderId provider;
    std::string service; ///< "egress-internet", "block-storage", "object-storage", "load-balancer", "managed-kubernetes",
                         ///< "public-ipv4", "nat", "managed-postgresql", "managed-mongodb", "managed-redis", "inter-zone" ...
    std::string item;
    RegionId region;               ///< "all" where the source says so
    std::string unit;              ///< "GB", "GiB", "GB-month", "hour", "month", "cluster-hour", "vCPU-hour" ...
    std::vector<PriceTier> tiers;  ///< a flat price is one open tier
    Currency currency;
    std::optional<double> freePerMonth; ///< in `unit`, before the first tier
    std::optional<int> connections;     ///< databases: connections the item takes
    std::optional<double> memoryBytes;  ///< databases
    bool isStandard = false;            ///< the usual item of its service: taken unless the plan names another
    Source source;
    std::string note;

    bool operator==(const ServicePrice&) const = default;
};

/// fee = max(minimum, sum over bands of rate x spend in the band), per month.
struct SupportPlan
{
    struct Band
    {
        double from = 0.0;
        std::optional<double> to;
        double rateFraction = 0.0;

        bool operator==(const Band&) const = default;
    };

    ProviderId provider;
    std::string plan;
    double minimumPerMonth = 0.0;
    std::vector<Band> bands;
    Currency currency;
    Source source;
    std::string note;

    bool operator==(const SupportPlan&) const = default;
};

/// What a token API charges for one model, per million tokens.
struct TokenPrice
{
    ProviderId provider;
    std::string model;     ///< the seller's name
    std::string openModel; ///< its id on Hugging Face, if it is an open model that we could name; else empty
    Decimal inputPerMillion;
    std::optional<Decimal> cachedInputPerMillion;
    Decimal outputPerMillion;
    std::optional<int> contextTokens;
    Currency currency;
    Source source;
    std::string note;

    bool operator==(const TokenPrice&) const = default;
};

/// A published limit of a provider: time-out, quota, bandwidth, connections.
struct ProviderLimit
{
    ProviderId provider;
    std::string key;   ///< "router-first-byte-timeout", "dynos-per-app", "internet-bandwidth" ...
    std::string scope; ///< the service, plan or machine family it holds for; empty: all
    std::optional<double> value;
    std::string unit;
    std::string what; ///< in words
    bool isHard = true;
    bool isRaisable = false;
    bool isVerified = false; ///< read in the provider's own page
    Source source;

    bool operator==(const ProviderLimit&) const = default;
};

} // namespace wherewithal::model
