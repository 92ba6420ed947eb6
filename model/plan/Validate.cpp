// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/Plan.h"

namespace wherewithal::model {

std::vector<PlanIssue> validate(const Plan& plan)
{
    std::vector<PlanIssue> issues;
    if (plan.workloads.empty()) {
        issues.push_back({.severity = PlanIssue::Severity::Error,
                          .error = {.code = ErrorCode::MissingField,
                                    .where = "workloads",
                                    .message = "the plan has no workload",
                                    .hint = "add one, or start from a template with `new`"}});
    }
    return issues;
}

} // namespace wherewithal::model
