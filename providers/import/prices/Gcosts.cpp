// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/Readers.h"

#include <algorithm>
#include <fmt/format.h>

/// pricing.yml of the gcosts project: composed prices of Google's shapes. Not YAML in general: the indented
/// keys of that one file, two blanks a level, `key: value` on a line.
namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kMachineLevel = 2; ///< compute / instance / MACHINE
constexpr std::size_t kRegionLevel = 4;  ///< ... / cost / REGION
constexpr std::size_t kPriceLevel = 5;

class GcostsReader
{
public:
    explicit GcostsReader(ImportRun& run)
        : m_run(run)
    {}

    Result<void> takeLine(std::string_view line, std::uint64_t number)
    {
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        const std::string_view text = stripped(line);
        const std::size_t colon = text.find(':');
        if (text.empty() || text.starts_with('#') || text.starts_with("---")
            || colon == std::string_view::npos) {
            return {};
        }
        const std::size_t level = indent / 2;
        m_path.resize(std::min(level, m_path.size()));
        m_path.emplace_back(text.substr(0, colon));
        const std::string_view value = stripped(text.substr(colon + 1));
        if (m_path.size() != level + 1 || m_path[0] != "compute" || m_path.size() < kMachineLevel + 1
            || m_path[1] != "instance") {
            if (!value.empty() && m_path[0] != "about") {
                m_run.skip("other-section", number, text);
            }
            return {};
        }
        if (level == kMachineLevel) {
            m_machine = m_path[kMachineLevel];
            m_cpu.reset();
            m_ram.reset();
        } else if (level == kMachineLevel + 1 && !value.empty()) {
            if (m_path.back() == "cpu") {
                m_cpu = leadingNumber(value);
            } else if (m_path.back() == "ram") {
                m_ram = leadingNumber(value);
            }
        } else if (level == kPriceLevel && m_path[3] == "cost" && !value.empty()) {
            return takePrice(m_path[kRegionLevel], m_path[kPriceLevel], value, number);
        }
        return {};
    }

private:
    Result<void> takePrice(const std::string& region,
                           const std::string& kind,
                           std::string_view value,
                           std::uint64_t number)
    {
        if (auto counted = m_run.countRow(); !counted) {
            return counted;
        }
        if (kind == "month" || kind == "month_spot") {
            m_run.skip("derived", number, kind); // the hour again, the sustained-use discount taken off
            return {};
        }
        auto amount = model::parseDecimal(value);
        if (!amount) {
            m_run.reject(number, kind, value, amount.error().code, amount.error().message);
            return {};
        }
        if (m_run.isNewMachine("gcp", m_machine)) {
            MachineRow machine;
            machine.provider = "gcp";
            machine.name = m_machine;
            machine.family = m_machine.substr(0, m_machine.find('-'));
            machine.vcpus = m_cpu;
            machine.memoryGib = m_ram;
            if (auto told = m_run.machine(machine); !told) {
                return told;
            }
        }
        PriceComponent component;
        component.unit = kind.starts_with("month") ? "month" : "hour";
        component.unitText = kind;
        component.amount = *amount;
        component.amountText = value;
        OfferRow offer;
        offer.provider = "gcp";
        offer.service = "Compute Engine";
        offer.sku = m_machine;
        offer.machine = m_machine;
        offer.region = region;
        offer.location = region;
        offer.os = "linux";
        offer.tenancy = "shared";
        offer.currency = "USD"; // the project composes US list prices
        offer.basis = PriceBasis::Composed;
        offer.purchase = kind == "hour"        ? Purchase::OnDemand
                         : kind == "hour_spot" ? Purchase::Spot
                                               : Purchase::CommittedUse;
        offer.termMonths = kind == "month_1y" ? 12 : kind == "month_3y" ? 36 : 0;
        offer.isMachinePrice = !amount->isZero();
        offer.line = number;
        offer.components = std::span(&component, 1);
        return m_run.offer(offer);
    }

    ImportRun& m_run;
    std::vector<std::string> m_path;
    std::string m_machine;
    std::optional<double> m_cpu;
    std::optional<double> m_ram;
};

} // namespace

Result<void> readGcosts(const ByteSource& source, const Detection& detection, ImportRun& run)
{
    auto text = run.openText(source, detection.encoding);
    if (!text) {
        return failure(text.error());
    }
    run.sheet().provider = "gcp";
    run.sheet().title = "gcosts pricing";
    run.sheet().currency = "USD";
    if (auto begun = run.begin(); !begun) {
        return begun;
    }
    GcostsReader reader(run);
    constexpr std::size_t kBuffer = std::size_t{256} * 1024;
    std::string buffer(kBuffer, '\0');
    std::string rest;
    std::uint64_t line = 0;
    while (true) {
        auto got = (*text)->read(buffer);
        if (!got) {
            return failure(got.error());
        }
        rest.append(buffer, 0, *got);
        std::size_t begin = 0;
        for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n', begin)) {
            if (auto taken = reader.takeLine(std::string_view(rest).substr(begin, end - begin), ++line);
                !taken) {
                return taken;
            }
            begin = end + 1;
        }
        rest.erase(0, begin);
        if (*got == 0) {
            return reader.takeLine(rest, ++line);
        }
        if (rest.size() > run.options().csv.maxRowBytes) {
            return failure(
                ErrorCode::TooLarge, run.sheet().fileName, fmt::format("line {} is too long", line + 1));
        }
    }
}

} // namespace wherewithal::providers
