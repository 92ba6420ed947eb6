// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Engine.h"

#include <QString>

namespace wherewithal::app {

/// The first line under a page title: the page's answer in a sentence, with numbers, and what speaks against
/// it.
struct Verdict
{
    QString answer; ///< bold
    QString rest;   ///< after it

    bool operator==(const Verdict&) const = default;
};

/// Why an option stands where it stands: the first reason that decides, else the first remark; null: none.
[[nodiscard]] const simulator::Reason* decidingReason(const simulator::OptionResult& option);

/// All computed from the result; the same result gives the same words.
[[nodiscard]] Verdict compareVerdict(const simulator::Comparison& comparison);
[[nodiscard]] Verdict costVerdict(const simulator::Comparison& comparison,
                                  const simulator::OptionResult& option);
[[nodiscard]] Verdict scalingVerdict(const simulator::Comparison& comparison,
                                     const simulator::OptionResult& option);
[[nodiscard]] Verdict scoresVerdict(const simulator::Comparison& comparison);
[[nodiscard]] Verdict workloadVerdict(const simulator::Comparison& comparison, std::size_t workload);
[[nodiscard]] Verdict demandVerdict(const model::Plan& plan, std::size_t workload);
[[nodiscard]] Verdict requirementsVerdict(const simulator::Comparison& comparison);
[[nodiscard]] Verdict optionsVerdict(const simulator::Comparison& comparison);

} // namespace wherewithal::app
