// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Traced.h"
#include "model/offer/Price.h"
#include "model/plan/Plan.h"
#include "simulator/cost/Draw.h"
#include "simulator/cost/Finance.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Prices brought to the plan's currency, with all that explains them.
namespace wherewithal::simulator {

/// How a price of another currency becomes the plan's: the rate and its day.
struct Exchange
{
    double rate = 1.0;
    std::string label; ///< "EUR to USD"; empty for the same currency
    std::string date;
    std::string source;
};

/// One price as listed, or a range of it, or an assumption.
struct Tariff
{
    std::string label;                               ///< "Price of p5.48xlarge, on-demand"
    std::string unit;                                ///< of the listed amount, "USD/h"
    model::Range list;                               ///< in the currency of the list
    int input = inputIndex(SharedInput::OtherPrice); ///< by which a range is drawn
    model::PricePeriod period = model::PricePeriod::Hour;
    Exchange exchange;
    double discount = 0.0; ///< contract discount of the plan, 0..1
    model::Source source;
    std::string date; ///< of the price, "YYYY-MM-DD" or ""
    std::string note;
    std::string place; ///< JSON pointer of an assumption
    bool isAssumption = false;
    std::string what;      ///< "machine", "egress-internet": key of the used price
    model::Decimal amount; ///< as listed; zero for ranges
    std::string currency;  ///< of the list

    /// The price in the plan's currency.
    template <model::Number N>
    [[nodiscard]] N number(const Draw& draw) const
    {
        const N listed = model::leaf<N>(draw.of(list, input), [&] { return figure(); });
        if (exchange.label.empty() && discount == 0.0) {
            return listed;
        }
        const N rate = model::leaf<N>(exchange.rate, [&] { return exchangeFigure(); });
        const N paid = model::leaf<N>(1.0 - discount, [&] { return discountFigure(); });
        return model::named(listed * rate * paid,
                            "Price in the plan's currency, after discount",
                            "plan currency",
                            "list price x exchange rate x (1 - contract discount)");
    }
    [[nodiscard]] model::Figure figure() const;
    [[nodiscard]] model::Figure exchangeFigure() const;
    [[nodiscard]] model::Figure discountFigure() const;
    [[nodiscard]] double median() const { return list.median() * exchange.rate * (1.0 - discount); }
};

/// A graduated price of a service: bands from zero, in `unit`.
struct BandTariff
{
    std::vector<Band<double>> bands; ///< list rates, the free part as a first band at nothing
    std::string unit;                ///< "GB", "GiB", "GB-month" ...
    double bytesPerUnit = 1.0;       ///< for units of data: 1e9 or 2^30
    Tariff terms;                    ///< what holds for all bands: exchange, discount, source

    template <model::Number N>
    [[nodiscard]] std::vector<Band<N>> numbers() const
    {
        const N rate = model::leaf<N>(terms.exchange.rate, [&] { return terms.exchangeFigure(); });
        const N paid = model::leaf<N>(1.0 - terms.discount, [&] { return terms.discountFigure(); });
        std::vector<Band<N>> result;
        for (const Band<double>& band : bands) {
            const N listed = model::leaf<N>(band.rate, [&] { return bandFigure(band); });
            result.push_back({.from = band.from, .to = band.to, .rate = listed * rate * paid});
        }
        return result;
    }
    [[nodiscard]] model::Figure bandFigure(const Band<double>& band) const;
};

/// Fee of a support plan: at least the minimum, else graduated shares of the month's spend.
struct SupportTariff
{
    std::vector<Band<double>> bands;
    Tariff minimum;
};

/// Looks prices up for one plan. Nothing found is nothing, never zero.
class Tariffs
{
public:
    Tariffs(const model::Plan& plan, const model::CatalogueSlice& slice)
        : m_plan(plan)
        , m_slice(slice)
    {}

    /// The exchange from a currency to the plan's: rates of the plan before those of the catalogue.
    [[nodiscard]] std::optional<Exchange> exchange(const model::Currency& from) const;

    /// Recurring part of a machine's price. Nothing: no price, or no exchange rate for it.
    [[nodiscard]] std::optional<Tariff> machine(const model::Price& price) const;
    [[nodiscard]] std::optional<Tariff> upfront(const model::Price& price) const;
    /// An assumption that is money, given in USD; `unit` "USD/year".
    [[nodiscard]] std::optional<Tariff> assumption(std::string_view key, int input) const;
    /// A plain number of the plan that stands in the place of an assumption; nothing if it is not given.
    [[nodiscard]] static std::optional<Tariff> stated(const std::optional<model::Range>& value,
                                                      std::string label,
                                                      const model::Source& source,
                                                      int input);
    /// A sourced range in its own currency.
    [[nodiscard]] std::optional<Tariff>
    sourced(const model::SourcedRange& range, std::string label, int input) const;
    [[nodiscard]] std::optional<Tariff>
    token(const model::TokenPrice& price, const model::Decimal& amount, std::string label) const;
    /// A service by its flat or graduated price: of the region, of all regions, or of another region as an
    /// assumption. `units` are the units that the caller understands; `preferred` are words of items to take
    /// first.
    [[nodiscard]] std::optional<BandTariff>
    service(const model::ProviderId& provider,
            const model::RegionId& region,
            std::initializer_list<std::string_view> names,
            std::initializer_list<std::string_view> units,
            std::initializer_list<std::string_view> preferred = {}) const;
    [[nodiscard]] bool hasService(const model::ProviderId& provider,
                                  std::initializer_list<std::string_view> names) const;
    [[nodiscard]] std::optional<SupportTariff> support(const model::SupportPlan& plan) const;

    /// The row of the slice for a machine bought that way; another region's as a last resort (isOther is
    /// set).
    struct Found
    {
        const model::Price* price = nullptr;
        bool isOtherRegion = false;
    };
    [[nodiscard]] Found find(const model::ProviderId& provider,
                             const model::RegionId& region,
                             const model::MachineId& machine,
                             model::Purchase purchase,
                             int termMonths,
                             model::Payment payment) const;

private:
    [[nodiscard]] double discountOf(const model::ProviderId& provider) const;

    const model::Plan& m_plan;
    const model::CatalogueSlice& m_slice;
};

} // namespace wherewithal::simulator
