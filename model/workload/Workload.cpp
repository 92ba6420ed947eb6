// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/Workload.h"

#include <array>

namespace wherewithal::model {

std::string_view name(CalibrationPoint::Kind kind)
{
    static constexpr std::array<std::string_view, 3> kNames{
        "tokens-per-second", "first-token", "time-per-token"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view kindName(const WorkloadDetail& detail)
{
    static constexpr std::array<std::string_view, std::variant_size_v<WorkloadDetail>> kNames{
        "llm-serving", "inference", "batch-scoring", "training", "measured-service"};
    return kNames[detail.index()];
}

std::string_view unitOfWork(const WorkloadDetail& detail)
{
    if (std::holds_alternative<BatchScoring>(detail)) {
        return "items";
    }
    if (std::holds_alternative<Training>(detail)) {
        return "tokens";
    }
    return "requests";
}

} // namespace wherewithal::model
