// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ReplayJob.h"
#include "simulator/throughput/replay/Saturation.h"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::app::cli {

/// All that one run of `replay` found out.
struct ReplayFindings
{
    simulator::ReplayOutcome outcome;
    double wallSeconds = 0.0;
    double offeredPerSecond = 0.0;
    std::optional<simulator::StableRate> stable; ///< nothing if no request could be served
    std::optional<simulator::SustainedRate> sustained;
    std::vector<simulator::SaturationPoint> curve;

    [[nodiscard]] double utilisation() const; ///< NaN without a stable rate
    [[nodiscard]] simulator::LoadState state() const;
};

/// Whether the latencies may be told: beyond the overload mark those of a trace are facts about it, those of
/// drawn arrivals would grow with the number drawn.
[[nodiscard]] bool tellsLatencies(const ReplayJob& job, const ReplayFindings& findings);

/// The document of the contract; untold latencies are null.
[[nodiscard]] nlohmann::ordered_json replayJson(const ReplayJob& job, const ReplayFindings& findings);

void printReplay(const ReplayJob& job, const ReplayFindings& findings, std::ostream& out);

/// A row for each request, in order of arrival; the times of a refused one are empty: unknown, not zero.
[[nodiscard]] std::string requestsCsv(const ReplayJob& job, const simulator::ReplayOutcome& outcome);

} // namespace wherewithal::app::cli
