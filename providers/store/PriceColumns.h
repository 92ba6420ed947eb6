// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/Decimal.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <optional>
#include <string>
#include <string_view>

/// The columns of an offer and of a way of buying, shared by those who write and those who read them.
namespace wherewithal::providers::columns {

inline constexpr std::string_view kOffer =
    "thing_key, source_id, product, place, way, effective_from, effective_to, flags, amount_coefficient, "
    "amount_exponent, upfront_coefficient, upfront_exponent, maximum_coefficient, maximum_exponent, line, "
    "citation, "
    "note, sku, rate, id";
inline constexpr int kOfferCount = 20;

enum At : int // place in kOffer, from 0
{
    ThingKey,
    SourceId,
    Product,
    Place,
    Way,
    EffectiveFrom,
    EffectiveTo,
    Flags,
    Amount,
    AmountExponent,
    Upfront,
    UpfrontExponent,
    Maximum,
    MaximumExponent,
    Line,
    Citation,
    Note,
    Sku,
    Rate,
    Id,
};

inline constexpr int kIsGraduated = 1; ///< of the flags
inline constexpr int kIsDayObserved = 2;

inline constexpr std::string_view kWay = "purchase, term_months, payment, is_machine_price, block_size, "
                                         "unit, currency, os, tenancy, licence, software, "
                                         "capacity, basis, offering_class, unit_text";
inline constexpr int kWayCount = 15;

[[nodiscard]] inline std::optional<model::Decimal> decimalAt(SQLite::Statement& query, int index)
{
    const SQLite::Column coefficient = query.getColumn(index);
    return coefficient.isNull()
               ? std::nullopt
               : std::optional(model::Decimal(coefficient.getInt64(), query.getColumn(index + 1).getInt()));
}

[[nodiscard]] inline std::string placeholders(int count)
{
    std::string marks = "?";
    for (int i = 1; i < count; ++i) {
        marks += ",?";
    }
    return marks;
}

} // namespace wherewithal::providers::columns
