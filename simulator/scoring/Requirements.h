// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"
#include "simulator/scoring/Scores.h"

#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// How an option stands to one must-have.
struct RequirementCheck
{
    enum class Outcome
    {
        Met,
        Failed,
        Unknown, ///< nobody knows: the option stays undecided
    };

    std::string requirementId;
    Outcome outcome = Outcome::Unknown;
    std::string text; ///< a sentence, English, no trailing stop: why failed or unknown; also says what is met
    std::vector<std::string> facts;
};

/// All requirements of the plan, in its order.
[[nodiscard]] std::vector<RequirementCheck> checkRequirements(const model::Plan& plan,
                                                              const model::CatalogueSlice& slice,
                                                              const OptionSpec& spec,
                                                              const Scorecard& scores);

/// The question that a service requirement asks ("postgresql" -> "db.pg"); empty for a service nobody knows.
[[nodiscard]] std::string_view questionOfService(std::string_view service);

} // namespace wherewithal::simulator
