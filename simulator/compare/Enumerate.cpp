// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Enumerate.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace wherewithal::simulator {

using namespace model;

namespace {

std::string termWords(int months)
{
    if (months % 12 == 0) {
        return months == 12 ? "1 year" : fmt::format("{} years", months / 12);
    }
    return fmt::format("{} months", months);
}

std::string purchaseWords(const OptionSpec& spec)
{
    switch (spec.purchase) {
    case Purchase::OnDemand:
        return "on demand";
    case Purchase::Spot:
        return "spot";
    case Purchase::Platform:
        return "platform price";
    case Purchase::Owned:
        return "owned";
    case Purchase::Reserved:
    case Purchase::SavingsPlan:
    case Purchase::CommittedUse:
        break;
    }
    const char* kind = spec.purchase == Purchase::Reserved      ? "reserved"
                       : spec.purchase == Purchase::SavingsPlan ? "savings plan"
                                                                : "committed use";
    const char* payment = spec.payment == Payment::All       ? ", all upfront"
                          : spec.payment == Payment::Partial ? ", partial upfront"
                                                             : "";
    return fmt::format("{} {}{}", kind, termWords(spec.termMonths), payment);
}

std::string purchaseId(const OptionSpec& spec)
{
    std::string id(name(spec.purchase));
    if (isCommitment(spec.purchase)) {
        id += fmt::format("-{}m", spec.termMonths);
        if (spec.payment != Payment::None) {
            id += fmt::format("-{}", name(spec.payment));
        }
    }
    return id;
}

std::string hostPath(const OptionSpec& spec)
{
    return fmt::format(
        "{}/{}/{}/{}", spec.provider.text(), spec.region.text(), spec.machine.text(), purchaseId(spec));
}

std::string idOf(const OptionSpec& spec)
{
    switch (spec.kind) {
    case OptionKind::Layer:
        return fmt::format("{}+{}", spec.layer.text(), hostPath(spec));
    case OptionKind::TokenApi:
        return fmt::format("{}/{}/token-api", spec.provider.text(), spec.machine.text());
    case OptionKind::SelfHosted:
        return fmt::format("self-hosted/{}/{}", spec.server.text(), spec.site.text());
    case OptionKind::Hybrid:
        return fmt::format("hybrid/{}/{}+{}", spec.server.text(), spec.site.text(), hostPath(spec));
    case OptionKind::Machine:
    case OptionKind::Platform:
        break;
    }
    return hostPath(spec);
}

std::string providerName(const CatalogueSlice& slice, const ProviderId& id)
{
    const Provider* provider = slice.findProvider(id);
    return provider != nullptr && !provider->displayName.empty() ? provider->displayName : id.text();
}

void nameHost(OptionSpec& spec, const CatalogueSlice& slice)
{
    const Region* region = slice.findRegion(spec.provider, spec.region);
    spec.regionName =
        region != nullptr && !region->displayName.empty() ? region->displayName : spec.region.text();
    const Machine* machine = slice.findMachine(spec.provider, spec.machine);
    const std::string machineName =
        machine != nullptr && !machine->displayName.empty() ? machine->displayName : spec.machine.text();
    spec.providerName = providerName(slice, spec.provider);
    spec.displayName = fmt::format("{} {}", spec.providerName, machineName);
    spec.secondLine = fmt::format("{}, {}", spec.regionName, purchaseWords(spec));
}

void nameOwned(OptionSpec& spec, const CatalogueSlice& slice)
{
    const ServerBuild* server = slice.findServer(spec.server);
    const Site* site = slice.findSite(spec.site);
    spec.regionName = site != nullptr ? site->displayName : spec.site.text();
    spec.displayName =
        fmt::format("Self-hosted {}", server != nullptr ? server->displayName : spec.server.text());
    spec.secondLine = spec.regionName;
}

/// Ids and names that follow from the parts.
void finish(OptionSpec& spec, const CatalogueSlice& slice, const std::string& ownName)
{
    switch (spec.kind) {
    case OptionKind::Machine:
    case OptionKind::Platform:
        nameHost(spec, slice);
        break;
    case OptionKind::Layer:
        nameHost(spec, slice);
        spec.displayName = fmt::format("{} on {}", providerName(slice, spec.layer), spec.displayName);
        spec.providerName = providerName(slice, spec.layer);
        break;
    case OptionKind::TokenApi:
        spec.providerName = providerName(slice, spec.provider);
        spec.displayName = fmt::format("{} token API", spec.providerName);
        spec.secondLine = spec.machine.text();
        break;
    case OptionKind::SelfHosted:
        spec.provider = ProviderId{"self-hosted"};
        spec.providerName = providerName(slice, spec.provider);
        spec.machine = MachineId{spec.server.text()};
        spec.region = RegionId{spec.site.text()};
        spec.purchase = Purchase::Owned;
        nameOwned(spec, slice);
        break;
    case OptionKind::Hybrid: {
        OptionSpec owned = spec;
        nameOwned(owned, slice);
        nameHost(spec, slice);
        spec.secondLine = fmt::format(
            "{} with {} at the peaks, {}", owned.secondLine, spec.displayName, purchaseWords(spec));
        spec.displayName = fmt::format("{} and rented peaks", owned.displayName);
        break;
    }
    }
    if (!ownName.empty()) {
        spec.displayName = ownName;
    }
    spec.id = OptionId{idOf(spec)};
}

bool hasPrice(const CatalogueSlice& slice, const OptionSpec& spec)
{
    return std::ranges::any_of(slice.prices, [&](const Price& price) {
        return price.machine == spec.machine && price.provider == spec.provider && price.region == spec.region
               && price.purchase == spec.purchase && price.termMonths == spec.termMonths
               && price.payment == spec.payment;
    });
}

std::string hostProblem(const CatalogueSlice& slice, const OptionSpec& spec)
{
    if (slice.findMachine(spec.provider, spec.machine) == nullptr) {
        return fmt::format(
            "The catalogue has no machine {} of {}", spec.machine.text(), providerName(slice, spec.provider));
    }
    if (!hasPrice(slice, spec)) {
        return fmt::format("The catalogue has no {} price for {} in {}",
                           purchaseWords(spec),
                           spec.machine.text(),
                           spec.region.text());
    }
    return {};
}

std::string ownedProblem(const CatalogueSlice& slice, const OptionSpec& spec)
{
    if (slice.findServer(spec.server) == nullptr) {
        return fmt::format("The catalogue has no server {}", spec.server.text());
    }
    if (slice.findSite(spec.site) == nullptr) {
        return fmt::format("The catalogue has no site {}", spec.site.text());
    }
    return {};
}

std::string problemOf(const CatalogueSlice& slice, const OptionSpec& spec)
{
    switch (spec.kind) {
    case OptionKind::SelfHosted:
        return ownedProblem(slice, spec);
    case OptionKind::Hybrid: {
        const std::string problem = ownedProblem(slice, spec);
        return problem.empty() ? hostProblem(slice, spec) : problem;
    }
    case OptionKind::TokenApi: {
        const bool isSold = std::ranges::any_of(slice.tokenPrices, [&](const TokenPrice& price) {
            return price.provider == spec.provider && price.model == spec.machine.text();
        });
        return isSold ? std::string{}
                      : fmt::format("The catalogue has no token price of {} for {}",
                                    providerName(slice, spec.provider),
                                    spec.machine.text());
    }
    case OptionKind::Machine:
    case OptionKind::Platform:
    case OptionKind::Layer:
        break;
    }
    return hostProblem(slice, spec);
}

EnumeratedOption fromCandidate(const Candidate& candidate, const CatalogueSlice& slice)
{
    EnumeratedOption option;
    OptionSpec& spec = option.spec;
    spec.kind = candidate.kind;
    spec.provider = candidate.provider;
    spec.region = candidate.region;
    spec.machine =
        candidate.kind == OptionKind::TokenApi ? MachineId{candidate.tokenModel} : candidate.machine;
    spec.purchase = candidate.kind == OptionKind::Platform ? Purchase::Platform : candidate.purchase;
    spec.termMonths = candidate.termMonths;
    spec.payment = candidate.payment;
    spec.layer = candidate.layer;
    spec.server = candidate.server;
    spec.site = candidate.site;
    finish(spec, slice, candidate.displayName);
    option.problem = problemOf(slice, spec);
    return option;
}

template <typename T>
bool isWanted(const std::vector<T>& wanted, const T& value)
{
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool wantsPurchase(const CandidateQuery& query, Purchase purchase)
{
    return query.purchases.empty() ? purchase != Purchase::Spot : isWanted(query.purchases, purchase);
}

double hourly(const Price& price)
{
    constexpr double kHoursPerMonth = 730.0;
    const double amount = price.amount.toDouble();
    const double recurring = price.period == PricePeriod::Hour    ? amount
                             : price.period == PricePeriod::Month ? amount / kHoursPerMonth
                                                                  : amount / (12.0 * kHoursPerMonth);
    return recurring
           + (price.termMonths > 0 ? price.upfront.toDouble() / (price.termMonths * kHoursPerMonth) : 0.0);
}

void enumerateQuery(const CandidateQuery& query,
                    std::size_t index,
                    const CatalogueSlice& slice,
                    std::vector<EnumeratedOption>& options)
{
    using Key = std::tuple<std::string, std::string, Purchase, int, Payment>;
    std::map<Key, const Price*> cheapest;
    for (const Price& price : slice.prices) {
        if (!wantsPurchase(query, price.purchase) || price.operatingSystem != "linux") {
            continue;
        }
        const Machine* machine = slice.findMachine(price.provider, price.machine);
        const Region* region = slice.findRegion(price.provider, price.region);
        if (machine == nullptr || region == nullptr || !matches(query, *machine, *region)) {
            continue;
        }
        const Price*& best = cheapest[Key{
            price.provider.text(), price.machine.text(), price.purchase, price.termMonths, price.payment}];
        const bool isCheaper = best == nullptr || hourly(price) < hourly(*best)
                               || (hourly(price) == hourly(*best) && price.region < best->region);
        if (isCheaper) {
            best = &price;
        }
    }
    for (const auto& [key, price] : cheapest) {
        EnumeratedOption option;
        option.query = index;
        OptionSpec& spec = option.spec;
        spec.kind = price->purchase == Purchase::Platform ? OptionKind::Platform : OptionKind::Machine;
        spec.provider = price->provider;
        spec.region = price->region;
        spec.machine = price->machine;
        spec.purchase = price->purchase;
        spec.termMonths = price->termMonths;
        spec.payment = price->payment;
        finish(spec, slice, {});
        options.push_back(std::move(option));
    }
}

} // namespace

bool matches(const CandidateQuery& query, const Machine& machine, const Region& region)
{
    const double memoryEach = machine.acceleratorMemoryBytesEach.value_or(0.0);
    const bool hasEnough =
        (!query.minAcceleratorMemoryBytes
         || machine.acceleratorCount * memoryEach >= *query.minAcceleratorMemoryBytes)
        && (!query.minAcceleratorCount || machine.acceleratorCount >= *query.minAcceleratorCount)
        && (!query.maxAcceleratorCount || machine.acceleratorCount <= *query.maxAcceleratorCount)
        && (!query.minVcpus || machine.vcpus.value_or(0.0) >= *query.minVcpus)
        && (!query.maxVcpus || (machine.vcpus && *machine.vcpus <= *query.maxVcpus))
        && (!query.minMemoryBytes || machine.memoryBytes.value_or(0.0) >= *query.minMemoryBytes);
    return hasEnough && isWanted(query.providers, machine.provider) && isWanted(query.regions, region.id)
           && isWanted(query.continents, region.continent) && isWanted(query.countries, region.country)
           && isWanted(query.accelerators, machine.accelerator)
           && isWanted(query.categories, machine.category);
}

std::vector<EnumeratedOption> enumerateOptions(const Plan& plan, const CatalogueSlice& slice)
{
    std::vector<EnumeratedOption> all;
    for (const Candidate& candidate : plan.candidates) {
        all.push_back(fromCandidate(candidate, slice));
    }
    for (std::size_t i = 0; i < plan.queries.size(); ++i) {
        enumerateQuery(plan.queries[i], i, slice, all);
    }
    std::vector<EnumeratedOption> unique;
    std::set<OptionId> seen;
    for (EnumeratedOption& option : all) {
        if (seen.insert(option.spec.id).second) {
            unique.push_back(std::move(option));
        }
    }
    return unique;
}

std::string letterAt(std::size_t index)
{
    constexpr std::size_t kLetters = 26;
    std::string text;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / kLetters) {
        text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
    }
    return text;
}

void assignLetters(const Plan& plan, std::vector<OptionSpec*>& options)
{
    std::set<std::string> taken;
    for (const auto& [id, letter] : plan.letters) {
        taken.insert(letter);
    }
    std::size_t next = 0;
    for (OptionSpec* option : options) {
        if (const auto kept = plan.letters.find(option->id.text()); kept != plan.letters.end()) {
            option->letter = kept->second;
            continue;
        }
        while (taken.contains(letterAt(next))) {
            ++next;
        }
        option->letter = letterAt(next);
        taken.insert(option->letter);
    }
}

Machine asMachine(const ServerBuild& server)
{
    Machine machine;
    machine.provider = ProviderId{"self-hosted"};
    machine.id = MachineId{server.id.text()};
    machine.displayName = server.displayName;
    machine.category = "server";
    machine.vcpus = server.vcpus;
    machine.memoryBytes = server.memoryBytes;
    machine.accelerator = server.accelerator;
    machine.acceleratorCount = server.acceleratorCount;
    machine.networkBitsPerSecondPeak = server.networkBitsPerSecond;
    machine.source = server.price.source;
    return machine;
}

} // namespace wherewithal::simulator
