// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/Readers.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr double kMibPerGib = 1024.0;

/// The provider that a SkyPilot or gpuhunt file is named after; those files do not name it within.
[[nodiscard]] std::string providerInName(std::string_view fileName)
{
    constexpr std::array<std::string_view, 18> kNames = {"aws",
                                                         "azure",
                                                         "gcp",
                                                         "lambda",
                                                         "lambdalabs",
                                                         "runpod",
                                                         "digitalocean",
                                                         "oci",
                                                         "ibm",
                                                         "vast",
                                                         "vastai",
                                                         "cudo",
                                                         "fluidstack",
                                                         "paperspace",
                                                         "nebius",
                                                         "hyperstack",
                                                         "datacrunch",
                                                         "tensordock"};
    const std::string lower = lowered(fileName);
    const std::string_view first =
        std::string_view(lower).substr(0, std::min(lower.find_first_of("-_./"), lower.size()));
    const auto found = std::ranges::find(kNames, first);
    return found == kNames.end() ? std::string() : std::string(*found);
}

/// Memory of one device in a text such as {'gpus': [{'memoryinfo': {'sizeinmib': 81559}}]}: a Python literal,
/// keys in either case. Values below 1024 are GiB, as RunPod's rows have them.
[[nodiscard]] std::optional<double> gpuMemoryGib(std::string_view info)
{
    const std::string lower = lowered(info);
    const std::size_t at = lower.find("'sizeinmib'");
    const std::size_t colon = at == std::string::npos ? at : lower.find(':', at);
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    const auto number = leadingNumber(std::string_view(lower).substr(colon + 1));
    return number && *number >= kMibPerGib ? std::optional(*number / kMibPerGib) : number;
}

[[nodiscard]] std::optional<Purchase> purchaseNamed(std::string_view text)
{
    const std::string key = columnKey(text);
    if (key == "ondemand" || key == "payg" || key == "payasyougo" || key == "standard" || key.empty()) {
        return Purchase::OnDemand;
    }
    if (key == "spot" || key == "preemptible") {
        return Purchase::Spot;
    }
    if (key.starts_with("reserv")) {
        return Purchase::Reserved;
    }
    if (key.starts_with("savingsplan")) {
        return Purchase::SavingsPlan;
    }
    return key.starts_with("commit") ? std::optional(Purchase::CommittedUse) : std::nullopt;
}

class MappedReader
{
public:
    MappedReader(CsvMapping mapping, ImportRun& run)
        : m_mapping(std::move(mapping))
        , m_run(run)
    {}

    Result<void> read(std::unique_ptr<ByteStream> text, CsvDialect dialect, std::size_t headerLine)
    {
        CsvReader reader(std::move(text), dialect, m_run.options().csv);
        CsvTextRow row;
        std::size_t rows = 0;
        while (true) {
            auto more = reader.next(row);
            if (!more) {
                return failure(more.error());
            }
            if (!*more) {
                break;
            }
            ++rows;
            if (rows < headerLine) {
                continue;
            }
            if (rows == headerLine) {
                if (auto bound = bind(row); !bound) {
                    return bound;
                }
                if (auto begun = m_run.begin(); !begun) {
                    return begun;
                }
                continue;
            }
            if (auto counted = m_run.countRow(); !counted) {
                return counted;
            }
            if (auto taken = takeRow(row); !taken) {
                return taken;
            }
        }
        return m_run.begin();
    }

private:
    Result<void> bind(const CsvTextRow& header)
    {
        m_width = header.cells.size();
        while (m_width > 1 && stripped(header.cells[m_width - 1]).empty()) {
            --m_width; // a comma at the end of every line
        }
        for (const auto& [target, column] : m_mapping.columns) {
            const auto found = std::ranges::find_if(header.cells, [&](std::string_view cell) {
                return columnKey(cell) == columnKey(column) && stripped(cell) == stripped(column);
            });
            const auto loose = found != header.cells.end()
                                   ? found
                                   : std::ranges::find_if(header.cells, [&](std::string_view cell) {
                                         return equalsIgnoringCase(stripped(cell), stripped(column));
                                     });
            if (loose != header.cells.end()) {
                m_columns[target] = static_cast<std::size_t>(loose - header.cells.begin());
            }
        }
        const bool hasPrice =
            has(Target::Price) || has(Target::PriceHour) || has(Target::PriceMonth) || has(Target::SpotPrice);
        if (!hasPrice) {
            std::string names;
            for (const std::string_view cell : header.cells) {
                names += (names.empty() ? "" : ", ") + std::string(cell);
            }
            return failure(ErrorCode::MissingField,
                           m_run.sheet().fileName,
                           "no column of prices was found; the columns are: " + shortened(names),
                           "give a mapping (--mapping) that names the columns");
        }
        m_run.sheet().mapping = m_mapping.name;
        m_run.sheet().provider = provider();
        m_run.sheet().currency = m_mapping.currency;
        return {};
    }

    [[nodiscard]] bool has(Target target) const { return m_columns.contains(target); }

    [[nodiscard]] std::string_view cell(const CsvTextRow& row, Target target) const
    {
        const auto found = m_columns.find(target);
        return found == m_columns.end() || found->second >= row.cells.size()
                   ? std::string_view{}
                   : stripped(row.cells[found->second]);
    }

    [[nodiscard]] std::string provider() const
    {
        if (!m_run.options().provider.empty()) {
            return m_run.options().provider;
        }
        if (!m_mapping.provider.empty()) {
            return m_mapping.provider;
        }
        const std::string named = providerInName(m_run.sheet().fileName);
        return named.empty() ? "custom" : named;
    }

    void reject(const CsvTextRow& row, Target target, ErrorCode code, std::string message, std::string hint)
    {
        const auto found = m_mapping.columns.find(target);
        m_run.reject(row.line,
                     found == m_mapping.columns.end() ? std::string(name(target)) : found->second,
                     cell(row, target),
                     code,
                     std::move(message),
                     std::move(hint));
    }

    Result<void> takeRow(const CsvTextRow& row)
    {
        if (row.isBroken) {
            m_run.reject(row.line,
                         {},
                         row.cells[0],
                         ErrorCode::InvalidSyntax,
                         "the quotes of this line do not match",
                         "a quote within a cell is written twice");
            return {};
        }
        if (std::ranges::all_of(row.cells, [](std::string_view text) { return stripped(text).empty(); })) {
            m_run.skip("blank", row.line, {});
            return {};
        }
        if (row.cells.size() < m_width - std::min<std::size_t>(m_width - 1, 1)
            || row.cells.size() > m_width + 1) {
            m_run.reject(row.line,
                         {},
                         row.cells[0],
                         ErrorCode::InvalidSyntax,
                         fmt::format("{} cells where the header has {}", row.cells.size(), m_width),
                         "is a separator within a cell that is not quoted?");
            return {};
        }
        OfferRow offer;
        MachineRow machine;
        if (!describe(row, offer, machine)) {
            return {};
        }
        if (auto told = tellMachine(machine); !told) {
            return told;
        }
        return takePrices(row, offer);
    }

    /// False if the row was rejected.
    [[nodiscard]] bool describe(const CsvTextRow& row, OfferRow& offer, MachineRow& machine)
    {
        m_provider = has(Target::Provider) && !cell(row, Target::Provider).empty()
                         ? lowered(cell(row, Target::Provider))
                         : provider();
        const std::string_view accelerator = cell(row, Target::Accelerator);
        offer.provider = m_provider;
        offer.service = m_mapping.service;
        offer.machine = cell(row, Target::Machine);
        offer.sku = cell(row, Target::Sku);
        if (offer.machine.empty()) {
            offer.machine = offer.sku;
        }
        if (offer.machine.empty() && accelerator.empty()) {
            reject(row,
                   Target::Machine,
                   ErrorCode::MissingField,
                   "the row names no machine",
                   "map the column that does");
            return false;
        }
        offer.family = offer.machine.empty() ? accelerator : cell(row, Target::Family);
        offer.description =
            cell(row, Target::Description).empty() ? accelerator : cell(row, Target::Description);
        offer.region = cell(row, Target::Region).empty() ? std::string_view(m_mapping.region)
                                                         : cell(row, Target::Region);
        offer.location = offer.region;
        offer.zone = cell(row, Target::Zone);
        m_os = cell(row, Target::Os).empty() ? m_mapping.os : lowered(cell(row, Target::Os));
        offer.os = m_os;
        m_tenancy =
            cell(row, Target::Tenancy).empty() ? std::string("shared") : lowered(cell(row, Target::Tenancy));
        offer.tenancy = m_tenancy;
        offer.effectiveFrom = cell(row, Target::EffectiveFrom);
        offer.line = row.line;
        offer.isMachinePrice = !offer.machine.empty();
        machine.provider = m_provider;
        machine.name = offer.machine;
        machine.family = offer.family;
        machine.vcpus = leadingNumber(cell(row, Target::Vcpus));
        machine.memoryGib = memoryOf(cell(row, Target::Memory));
        machine.architecture = cell(row, Target::Architecture);
        machine.accelerator = accelerator;
        machine.acceleratorCount = leadingNumber(cell(row, Target::AcceleratorCount));
        machine.acceleratorMemoryGib = leadingNumber(cell(row, Target::AcceleratorMemory));
        if (!machine.acceleratorMemoryGib) {
            machine.acceleratorMemoryGib = gpuMemoryGib(cell(row, Target::GpuInfo));
        }
        machine.storage = cell(row, Target::Storage);
        machine.network = cell(row, Target::Network);
        return true;
    }

    [[nodiscard]] std::optional<double> memoryOf(std::string_view text) const
    {
        std::string plain(text);
        if (m_mapping.notation.decimal == ',') {
            std::erase(plain, '.');
            std::ranges::replace(plain, ',', '.');
        }
        const auto number = leadingNumber(plain);
        if (!number) {
            return std::nullopt;
        }
        const std::string lower = lowered(text); // a unit in the cell beats the mapping's
        const bool isMega = lower.find("mb") != std::string::npos || lower.find("mib") != std::string::npos;
        const bool isGiga = lower.find("gb") != std::string::npos || lower.find("gib") != std::string::npos;
        const std::string unit = isMega ? "mib" : isGiga ? "gib" : m_mapping.memoryUnit;
        // What sellers of machines call GB is GiB; only a column explicitly in MB is taken at its word
        // through MiB.
        return unit.starts_with('m') ? *number / kMibPerGib : *number;
    }

    Result<void> tellMachine(const MachineRow& machine)
    {
        if (machine.name.empty() || !m_run.isNewMachine(machine.provider, machine.name)) {
            return {};
        }
        return m_run.machine(machine);
    }

    /// An amount of the row, or nothing (absent, or rejected: then `isRejected`).
    [[nodiscard]] std::optional<WrittenAmount>
    amountOf(const CsvTextRow& row, Target target, bool& isRejected)
    {
        if (!has(target)) {
            return std::nullopt;
        }
        auto amount = parseAmount(cell(row, target), m_mapping.notation);
        if (!amount) {
            reject(row, target, amount.error().code, amount.error().message, amount.error().hint);
            isRejected = true;
            return std::nullopt;
        }
        if (!amount->value) {
            return std::nullopt;
        }
        if (amount->value->isNegative()) {
            reject(row,
                   target,
                   ErrorCode::OutOfRange,
                   "the price is negative",
                   "is this a bill with credits instead of a price list?");
            isRejected = true;
            return std::nullopt;
        }
        return *amount;
    }

    Result<void> takePrices(const CsvTextRow& row, OfferRow& offer)
    {
        bool isRejected = false;
        const auto plain = amountOf(row, Target::Price, isRejected);
        const auto hourly = amountOf(row, Target::PriceHour, isRejected);
        const auto monthly = amountOf(row, Target::PriceMonth, isRejected);
        const auto spot = amountOf(row, Target::SpotPrice, isRejected);
        const auto upfront = amountOf(row, Target::Upfront, isRejected);
        if (isRejected) {
            return {};
        }
        if (!plain && !hourly && !monthly && !spot) {
            m_run.skip("no-price", row.line, offer.machine);
            return {};
        }
        m_currency =
            !cell(row, Target::Currency).empty() ? std::string(cell(row, Target::Currency)) : std::string();
        for (const auto* amount : {&plain, &hourly, &monthly, &spot}) {
            if (m_currency.empty() && *amount) {
                m_currency = (*amount)->currency;
            }
        }
        if (const std::string named = currencyOf(m_currency); !named.empty()) {
            m_currency = named;
        }
        if (m_currency.empty()) {
            m_currency = !m_mapping.currency.empty() ? m_mapping.currency : m_run.options().currency;
        }
        if (m_currency.empty()) {
            reject(row,
                   Target::Currency,
                   ErrorCode::MissingField,
                   "nothing says which currency this is",
                   "say which currency the file is in: in the mapping, or with --currency");
            return {};
        }
        offer.currency = m_currency;
        if (!takePurchase(row, offer)) {
            return {};
        }
        if (auto taken = emitMain(row, offer, plain, hourly, monthly, upfront); !taken) {
            return taken;
        }
        if (spot) {
            offer.purchase = Purchase::Spot;
            offer.termMonths = 0;
            offer.payment = Payment::None;
            PriceComponent component = recurring(*spot->value, "hour", cell(row, Target::SpotPrice));
            return emit(row, offer, std::span(&component, 1));
        }
        return {};
    }

    [[nodiscard]] bool takePurchase(const CsvTextRow& row, OfferRow& offer)
    {
        const std::string_view text =
            has(Target::Purchase) ? cell(row, Target::Purchase) : std::string_view(m_mapping.purchase);
        const auto purchase = purchaseNamed(text);
        if (!purchase) {
            reject(row,
                   Target::Purchase,
                   ErrorCode::UnknownName,
                   "this way of buying is not known",
                   "on-demand, spot, reserved, savings-plan or committed-use");
            return false;
        }
        const bool isSpot =
            has(Target::IsSpot)
            && (equalsIgnoringCase(cell(row, Target::IsSpot), "true") || cell(row, Target::IsSpot) == "1");
        offer.purchase = isSpot ? Purchase::Spot : *purchase;
        offer.termMonths = termMonthsOf(cell(row, Target::Term));
        const std::string payment = columnKey(cell(row, Target::Payment));
        offer.paymentText = cell(row, Target::Payment);
        offer.payment = payment.find("partial") != std::string::npos ? Payment::Partial
                        : payment.find("all") != std::string::npos   ? Payment::All
                                                                     : Payment::None;
        return true;
    }

    [[nodiscard]] static PriceComponent
    recurring(Decimal amount, std::string_view unit, std::string_view text)
    {
        PriceComponent component;
        component.kind = unit == "hour" || unit == "month" ? ComponentKind::Recurring : ComponentKind::Usage;
        component.unit = unit;
        component.unitText = unit;
        component.amount = amount;
        component.amountText = text;
        return component;
    }

    Result<void> emitMain(const CsvTextRow& row,
                          OfferRow& offer,
                          const std::optional<WrittenAmount>& plain,
                          const std::optional<WrittenAmount>& hourly,
                          const std::optional<WrittenAmount>& monthly,
                          const std::optional<WrittenAmount>& upfront)
    {
        std::vector<PriceComponent> components;
        if (hourly) {
            components.push_back(recurring(*hourly->value, "hour", cell(row, Target::PriceHour)));
        } else if (plain) {
            const UnitOfMeasure unit = unitOf(row, *plain);
            m_unit = unit.unit;
            components.push_back(
                recurring(dividedBy(*plain->value, unit.block), m_unit, cell(row, Target::Price)));
            components.back().block = unit.block;
        }
        if (monthly) {
            components.push_back(recurring(*monthly->value, "month", cell(row, Target::PriceMonth)));
            if (components.size()
                > 1) { // beside an hourly price the monthly one is the most that a month costs
                components.back().kind = ComponentKind::MonthlyCap;
            }
        }
        if (components.empty()) {
            return {};
        }
        if (upfront) {
            components.push_back(recurring(*upfront->value, "term", cell(row, Target::Upfront)));
            components.back().kind = ComponentKind::Upfront;
        }
        return emit(row, offer, components);
    }

    [[nodiscard]] UnitOfMeasure unitOf(const CsvTextRow& row, const WrittenAmount& amount) const
    {
        const std::string_view text = cell(row, Target::Unit);
        if (!text.empty()) {
            UnitOfMeasure unit = parseUnitOfMeasure(text);
            const bool isHour =
                unit.unit.find("hour") != std::string::npos && unit.unit.find("gb") == std::string::npos;
            unit.unit = isHour                                                               ? "hour"
                        : unit.unit.starts_with("month") || unit.unit.ends_with("per-month") ? "month"
                                                                                             : unit.unit;
            return unit;
        }
        return {.block = Decimal{1, 0}, .unit = amount.unit.empty() ? m_mapping.unit : amount.unit};
    }

    Result<void> emit(const CsvTextRow& row, OfferRow& offer, std::span<const PriceComponent> components)
    {
        const bool isFree =
            std::ranges::all_of(components, [](const PriceComponent& part) { return part.amount.isZero(); });
        const bool wasMachine = offer.isMachinePrice;
        if (isFree) {
            m_run.warn(row.line,
                       {},
                       offer.machine,
                       "the price is zero, which need not mean free",
                       "retired machines are often listed so; it is kept and not used");
            offer.isMachinePrice = false;
        }
        offer.components = components;
        auto result = m_run.offer(offer);
        offer.isMachinePrice = wasMachine;
        return result;
    }

    CsvMapping m_mapping;
    ImportRun& m_run;
    std::map<Target, std::size_t> m_columns;
    std::size_t m_width = 0;
    // Texts that the offer in hand points to.
    std::string m_provider;
    std::string m_os;
    std::string m_tenancy;
    std::string m_currency;
    std::string m_unit;
};

Result<CsvMapping>
mappingFor(const ByteSource& source, const Detection& detection, const ImportOptions& options)
{
    if (!options.mapping.empty()) {
        return parseMapping(options.mapping);
    }
    for (const ShippedMapping& shipped : shippedMappings()) {
        if (shipped.name == detection.format) {
            return parseMapping(shipped.json);
        }
    }
    auto head = headOf(source, kDetectionHead);
    if (!head) {
        return failure(head.error());
    }
    std::uint64_t repaired = 0;
    CsvReader reader(std::make_unique<TextStream>(
                         std::move(*memorySource(*head, {})->open()), detection.encoding, repaired),
                     detection.dialect);
    std::vector<std::vector<std::string>> sample;
    CsvTextRow row;
    constexpr std::size_t kSample = 200;
    for (std::size_t rows = 0; rows < kSample + detection.headerLine; ++rows) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            break;
        }
        if (rows >= detection.headerLine) {
            sample.emplace_back(row.cells.begin(), row.cells.end());
        }
    }
    return proposeMapping(detection, sample);
}

} // namespace

Result<void> readMappedCsv(const ByteSource& source, const Detection& detection, ImportRun& run)
{
    auto mapping = mappingFor(source, detection, run.options());
    if (!mapping) {
        return failure(mapping.error());
    }
    auto text = run.openText(source, mapping->encoding.value_or(detection.encoding));
    if (!text) {
        return failure(text.error());
    }
    CsvDialect dialect = detection.dialect;
    dialect.separator = mapping->separator.value_or(dialect.separator);
    const std::size_t headerLine =
        mapping->headerLine > 0 ? mapping->headerLine : std::max<std::size_t>(detection.headerLine, 1);
    if (run.sheet().title.empty()) {
        run.sheet().title = source.name();
    }
    return MappedReader(std::move(*mapping), run).read(std::move(*text), dialect, headerLine);
}

} // namespace wherewithal::providers
