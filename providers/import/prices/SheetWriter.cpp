// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/SheetWriter.h"

#include "model/base/Calendar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::Result;

namespace {

constexpr double kBytesPerGib = 1024.0 * 1024.0 * 1024.0;

/// The catalogue's word for a unit.
[[nodiscard]] std::string unitWord(std::string_view unit)
{
    using Words = std::pair<std::string_view, std::string_view>;
    constexpr std::array kWords = {Words{"gb", "GB"},
                                   Words{"gb-month", "GB-month"},
                                   Words{"gib", "GiB"},
                                   Words{"gib-month", "GiB-month"},
                                   Words{"gib-hour", "GiB-hour"},
                                   Words{"gb-hour", "GB-hour"}};
    const auto found = std::ranges::find(kWords, unit, &Words::first);
    return std::string(found == kWords.end() ? unit : found->second);
}

[[nodiscard]] model::Purchase purchaseOf(Purchase purchase)
{
    switch (purchase) {
    case Purchase::Spot:
    case Purchase::LowPriority:
        return model::Purchase::Spot;
    case Purchase::Reserved:
        return model::Purchase::Reserved;
    case Purchase::SavingsPlan:
        return model::Purchase::SavingsPlan;
    case Purchase::CommittedUse:
        return model::Purchase::CommittedUse;
    case Purchase::Platform:
        return model::Purchase::Platform;
    case Purchase::OnDemand:
    case Purchase::DevTest:
    case Purchase::CapacityReservation:
    case Purchase::DedicatedHost:
    case Purchase::Fee:
        return model::Purchase::OnDemand;
    }
    return model::Purchase::OnDemand;
}

/// The class keeps apart what has no way of buying of its own, and plans that cover the same machine.
[[nodiscard]] std::string classOf(const OfferRow& row)
{
    switch (row.purchase) {
    case Purchase::LowPriority:
    case Purchase::DevTest:
    case Purchase::CapacityReservation:
    case Purchase::DedicatedHost:
    case Purchase::Fee:
        return std::string(name(row.purchase));
    case Purchase::SavingsPlan:
        return std::string(row.plan);
    case Purchase::OnDemand:
        return std::string(row.plan);
    default:
        return row.offeringClass == "standard" ? std::string() : std::string(row.offeringClass);
    }
}

/// Ordinary capacity is unsaid; what makes a row unusable by itself is said.
[[nodiscard]] std::string capacityOf(const OfferRow& row)
{
    return row.capacity == "Used" ? std::string() : std::string(row.capacity);
}

[[nodiscard]] bool isMachineService(const OfferRow& row)
{
    return !row.machine.empty()
           && (row.service == "AmazonEC2" || row.service == "Virtual Machines"
               || row.service == "Compute Engine" || row.service.empty() || row.service == "compute");
}

} // namespace

PriceRow storedRow(const OfferRow& row)
{
    PriceRow out;
    out.provider = row.provider;
    out.service = isMachineService(row) ? std::string("compute") : std::string(row.service);
    out.sku = row.sku;
    out.rate = row.rate;
    out.region = row.region;
    out.zone = row.zone;
    out.machine = row.machine;
    out.os = row.os;
    out.tenancy = row.tenancy;
    out.licence = row.licence;
    out.software = row.software;
    out.capacity = capacityOf(row);
    out.basis = row.basis == PriceBasis::List ? "" : std::string(name(row.basis));
    out.isMachinePrice = row.isMachinePrice;
    out.purchase = purchaseOf(row.purchase);
    out.termMonths = row.termMonths;
    out.payment = row.payment == Payment::Partial ? model::Payment::Partial
                  : row.payment == Payment::All   ? model::Payment::All
                                                  : model::Payment::None;
    out.offeringClass = classOf(row);
    out.currency = model::Currency::parse(row.currency).value_or(model::Currency::usd());
    const std::string_view day = row.effectiveFrom.substr(0, 10);
    out.effectiveFrom = model::parseDay(day) ? std::string(day) : std::string();
    const std::string_view lastDay = row.effectiveTo.substr(0, 10);
    out.effectiveTo = model::parseDay(lastDay) ? std::string(lastDay) : std::string();
    out.note = row.machine.empty() || row.basis == PriceBasis::Composed ? std::string(row.description)
                                                                        : std::string();
    out.line = row.line;
    bool hasAmount = false;
    std::vector<model::PriceTier> tiers;
    for (const PriceComponent& component : row.components) {
        if (component.kind == ComponentKind::Upfront) {
            out.upfront = component.amount;
        } else if (component.kind == ComponentKind::MonthlyCap) {
            out.monthlyMaximum = component.amount;
        } else {
            if (!hasAmount) {
                hasAmount = true;
                out.amount = component.amount;
                out.unit = unitWord(component.unit);
                out.unitText = component.unitText;
            }
            tiers.push_back({.from = component.from.toDouble(),
                             .to = component.to ? std::optional(component.to->toDouble()) : std::nullopt,
                             .amount = component.amount});
        }
    }
    const bool isGraduated = tiers.size() > 1 || (tiers.size() == 1 && (tiers[0].from > 0.0 || tiers[0].to));
    if (isGraduated) {
        out.tiers = std::move(tiers);
    }
    return out;
}

model::Machine storedMachine(const MachineRow& row)
{
    model::Machine machine;
    machine.provider = model::ProviderId{row.provider};
    machine.id = model::MachineId{row.name};
    machine.displayName = row.name;
    machine.family = row.family;
    machine.arch = row.architecture;
    machine.vcpus = row.vcpus;
    if (row.memoryGib) {
        machine.memoryBytes = *row.memoryGib * kBytesPerGib;
    }
    const double count = row.acceleratorCount.value_or(0.0);
    if (count >= 1.0) {
        machine.acceleratorName = row.accelerator;
        machine.acceleratorCount = static_cast<int>(std::min(count, 1e6));
        if (row.acceleratorMemoryGib) {
            machine.acceleratorMemoryBytesEach = *row.acceleratorMemoryGib * kBytesPerGib;
        }
    }
    return machine;
}

std::string sheetNameOf(const PriceSheet& sheet)
{
    const std::string& edition = !sheet.version.empty()     ? sheet.version
                                 : !sheet.published.empty() ? sheet.published
                                                            : sheet.fileName;
    std::string title = sheet.title.empty() ? sheet.format : sheet.title;
    const bool namesProvider = title.starts_with(sheet.provider);
    return fmt::format("{}{}{}",
                       namesProvider || sheet.provider.empty() ? "" : sheet.provider + " ",
                       title,
                       edition.empty() || edition == title ? "" : " " + edition);
}

SheetWriter::SheetWriter(CatalogueStore& store, std::string today, Commit commit)
    : m_store(store)
    , m_today(std::move(today))
    , m_commit(commit)
{}

Result<void> SheetWriter::begin(const PriceSheet& sheet)
{
    m_name = sheetNameOf(sheet);
    auto begun = m_store.beginImport({.name = m_name,
                                      .provider = sheet.provider,
                                      .format = sheet.format,
                                      .fileName = sheet.fileName,
                                      .contentHash = sheet.contentHash,
                                      .publisherVersion = sheet.version,
                                      .publishedAt = sheet.published.substr(0, 10),
                                      .importedAt = m_today,
                                      .note = {}});
    if (!begun) {
        return model::failure(begun.error());
    }
    m_import.emplace(std::move(*begun));
    return {};
}

Result<void> SheetWriter::machine(const MachineRow& row)
{
    return m_import->add(storedMachine(row));
}

Result<void> SheetWriter::offer(const OfferRow& row)
{
    return m_import->add(storedRow(row));
}

Result<void> SheetWriter::end(const ImportOutcome& outcome)
{
    if (outcome.offers == 0) { // a sheet without a price is none
        m_import.reset();
        return {};
    }
    m_import->setContentHash(outcome.sheet.contentHash);
    auto stored = m_import->finish();
    if (!stored) {
        m_import.reset();
        return model::failure(stored.error());
    }
    m_stored = *stored;
    m_jumps = m_import->jumps();
    m_jumpCount = m_import->jumpCount();
    return m_commit == Commit::AtEnd ? commit() : Result<void>{};
}

Result<void> SheetWriter::commit()
{
    if (!m_import) {
        return {};
    }
    auto stored = m_import->commit();
    m_import.reset();
    if (!stored) {
        return model::failure(stored.error());
    }
    return {};
}

} // namespace wherewithal::providers
