// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/Assumptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace wherewithal::model {

namespace {

/// Sorted by key (tst_Plan checks). Rooms add their rows here; a row needs a basis.
const std::vector<AssumptionSpec>& table()
{
    static const std::vector<AssumptionSpec> rows{
        {"discount-rate", "Discount rate, nominal", "fraction/year", Range::triangular(0.04, 0.06, 0.08), 0.0, 0.5,
         "A company's cost of capital; own assumption, ask finance."},
        {"hours-per-month", "Hours in a month for list prices", "h", 730.0, 672.0, 744.0,
         "8,760 hours / 12. Providers quote monthly figures by it."},
        {"spare-replicas", "Replicas kept beyond the need, against failures", "replicas", 1.0, 0.0, 100.0,
         "N+1: the objective must hold with one replica down. Own assumption."},
    };
    return rows;
}

} // namespace

std::span<const AssumptionSpec> assumptionTable() { return table(); }

const AssumptionSpec* findAssumption(std::string_view key)
{
    const auto& rows = table();
    const auto row = std::ranges::lower_bound(rows, key, {}, &AssumptionSpec::key);
    return row != rows.end() && row->key == key ? &*row : nullptr;
}

Result<void> Assumptions::set(std::string_view key, const Range& value)
{
    const AssumptionSpec* spec = findAssumption(key);
    if (spec == nullptr) {
        return failure(ErrorCode::UnknownName, fmt::format("assumptions.{}", key), fmt::format("there is no assumption '{}'", key),
                       "see the list of assumptions in the report or in the manual");
    }
    if (value.least() < spec->least || value.most() > spec->most) {
        return failure(ErrorCode::OutOfRange, fmt::format("assumptions.{}", key), fmt::format("{} is out of range", value.toText()),
                       fmt::format("{} takes {} to {} {}", spec->label, spec->least, spec->most, spec->unit));
    }
    m_own.insert_or_assign(std::string(key), value);
    return {};
}

void Assumptions::reset(std::string_view key)
{
    if (const auto at = m_own.find(key); at != m_own.end()) {
        m_own.erase(at);
    }
}

const Range& Assumptions::get(std::string_view key) const
{
    if (const auto at = m_own.find(key); at != m_own.end()) {
        return at->second;
    }
    const AssumptionSpec* spec = findAssumption(key);
    assert(spec != nullptr);
    return spec->standard;
}

bool Assumptions::isOwn(std::string_view key) const { return m_own.find(key) != m_own.end(); }

Figure Assumptions::figure(std::string_view key) const
{
    const AssumptionSpec* spec = findAssumption(key);
    assert(spec != nullptr);
    const Range& value = get(key);
    Figure figure;
    figure.name = spec->label;
    figure.value = value.median();
    figure.unit = spec->unit;
    figure.isAssumption = true;
    figure.range = value.isCertain() ? std::string{} : value.toText();
    figure.note = isOwn(key) ? fmt::format("set in the plan; the standard is {}. {}", spec->standard.toText(), spec->basis) : std::string(spec->basis);
    figure.place = fmt::format("/assumptions/{}", key);
    return figure;
}

} // namespace wherewithal::model
