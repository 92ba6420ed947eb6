// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/explain/Traced.h"
#include "model/units/Range.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// One number that the engine needs and no source settles. Every one is listed in the window and the report, has a
/// range, and can be changed by the user.
struct AssumptionSpec
{
    std::string_view key;   ///< "gpu-memory-share", stable: plans refer to it
    std::string_view label; ///< "Share of device memory that the engine may use"
    std::string_view unit;  ///< "fraction", "USD/year", "s" ...; empty: a plain number
    Range standard;         ///< what holds unless the plan says otherwise
    double least = 0.0;     ///< valid range of any override
    double most = 1.0;
    std::string_view basis; ///< why this value: citation or reasoning, in one or two sentences
    bool isUnsetByDefault = false; ///< holds only if the plan sets it: without that the matter is unknown
};

/// All of them, sorted by key.
[[nodiscard]] std::span<const AssumptionSpec> assumptionTable();
/// nullptr if there is none of that name.
[[nodiscard]] const AssumptionSpec* findAssumption(std::string_view key);

/// The assumptions of a plan: the standard table with the plan's own values over it.
class Assumptions
{
public:
    /// UnknownName for a key that is not in the table, OutOfRange beyond its valid range.
    [[nodiscard]] Result<void> set(std::string_view key, const Range& value);
    void reset(std::string_view key);

    /// The value in force. An unknown key is a defect (asserted).
    [[nodiscard]] const Range& get(std::string_view key) const;
    [[nodiscard]] bool isOwn(std::string_view key) const;
    [[nodiscard]] const std::map<std::string, Range, std::less<>>& own() const { return m_own; }

    /// The median as a Number; with Traced a leaf that is marked as an assumption and names its basis.
    template <Number N>
    [[nodiscard]] N number(std::string_view key) const
    {
        return leaf<N>(get(key).median(), [&] { return figure(key); });
    }
    /// The same with a value drawn from the range instead of its median (paths).
    template <Number N>
    [[nodiscard]] N number(std::string_view key, double value) const
    {
        return leaf<N>(value, [&] { return figure(key); });
    }
    [[nodiscard]] Figure figure(std::string_view key) const;

    bool operator==(const Assumptions&) const = default;

private:
    std::map<std::string, Range, std::less<>> m_own;
};

} // namespace wherewithal::model
