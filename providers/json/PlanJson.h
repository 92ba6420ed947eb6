// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/plan/Plan.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

inline constexpr std::size_t kMaxPlanBytes = 16UL * 1024 * 1024;
inline constexpr int kMaxPlanDepth = 64;
inline constexpr std::size_t kMaxPlanValues = 200'000;     ///< values in the whole document
inline constexpr std::size_t kMaxPlanObjectMembers = 4096; ///< keys of one object
inline constexpr std::size_t kMaxModelConfigBytes = 1024UL * 1024;

/// A plan as read, with everything that was found wrong or noteworthy on the way.
struct PlanDocument
{
    model::Plan plan;                              ///< fields at fault hold their defaults
    std::vector<model::PlanIssue> issues;          ///< of reading alone, without model::validate()
    std::map<std::string, int, std::less<>> lines; ///< place ("workloads[0].demand") -> line, from 1

    [[nodiscard]] bool hasErrors() const;
    /// The line of a place, or of the nearest place around it that the file holds.
    [[nodiscard]] std::optional<int> lineOf(std::string_view where) const;
};

struct PlanReadOptions
{
    std::filesystem::path folder; ///< where a `config_file` is looked for; empty: such files are refused
};

/// Reads the JSON form of a plan (resources/schema/plan.schema.json).
///
/// Fails as a whole on broken JSON (with line and column), a document that is no plan, a version this program
/// does not know, and beyond the limits above. Everything else becomes an issue with its place, and reading
/// goes on: one pass lists all. Keys that no version defines are kept in the plan for saving, and reported as
/// warnings.
[[nodiscard]] model::Result<PlanDocument> readPlan(std::string_view bytes,
                                                   const PlanReadOptions& options = {});

/// The JSON form: keys in a fixed order, two spaces, one value a line, values that equal their default left
/// out where an object stands in a list. readPlan() gives the same plan back.
[[nodiscard]] std::string writePlan(const model::Plan& plan);

/// The JSON Schema of the form, made from the same field lists that read and write it.
[[nodiscard]] std::string planSchema();

/// Reads a plan file of at most kMaxPlanBytes; issues and errors as readPlan(), `where` of an error starts
/// with the path.
[[nodiscard]] model::Result<PlanDocument> loadPlan(const std::filesystem::path& path);

class SaveSteps;

/// Saves a plan so that the path holds either the old file or the new one whatever happens.
[[nodiscard]] model::Result<void> savePlan(const model::Plan& plan, const std::filesystem::path& path);
[[nodiscard]] model::Result<void>
savePlan(const model::Plan& plan, const std::filesystem::path& path, SaveSteps& steps);

} // namespace wherewithal::providers
