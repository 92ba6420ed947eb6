// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"

#include <QString>

#include <vector>

namespace wherewithal::app {

/// A value that two plans do not share, as their files write it.
struct InputDifference
{
    QString place; ///< JSON pointer, e.g. "/workloads/0/demand/peak_per_second"
    QString left;  ///< empty: the left plan has no such value
    QString right;

    bool operator==(const InputDifference&) const = default;
};

/// All inputs in which two plans differ, by place. What a run writes into a plan (letters, prices used, the
/// catalogue's hash) is no input.
[[nodiscard]] std::vector<InputDifference> planDifferences(const model::Plan& left, const model::Plan& right);

} // namespace wherewithal::app
