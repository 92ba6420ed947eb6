// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::model {

/// Where a fact comes from. `date` is the day of the source, "YYYY-MM-DD", or its own words ("undated copy").
struct Source
{
    std::string title;
    std::string url;
    std::string date;

    [[nodiscard]] bool isEmpty() const { return title.empty() && url.empty(); }
    bool operator==(const Source&) const = default;
};

struct Figure;
using FigurePtr = std::shared_ptr<const Figure>;

/// A number that explains itself: what it is, how it was computed, from which figures, and on whose word.
///
/// Leaves are facts (with a source), inputs of the plan (with `place`, for a jump to the field) and assumptions.
struct Figure
{
    std::string name;              ///< "Cost over the horizon", "price per hour"
    std::optional<double> value;   ///< empty: unknown, which is not zero
    std::string unit;              ///< "USD", "requests/s", "GiB", "fraction"; empty for a plain count
    std::string formula;           ///< in words: "machines x hours x price"; empty for a leaf
    std::vector<FigurePtr> inputs; ///< in the order of the formula
    Source source;                 ///< of a fact; empty for computed figures and inputs of the plan
    bool isAssumption = false;     ///< an own assumption, not a fact: changeable by the user
    std::string range;             ///< as typed, if uncertain: "5 to 10"
    std::string note;              ///< a caveat in one sentence; may be empty
    std::string place;             ///< JSON pointer into the plan, e.g. "/workloads/0/input_tokens"; may be empty
};

/// Number of figures in the tree, shared ones once.
[[nodiscard]] std::size_t figureCount(const FigurePtr& root);

/// The tree as indented text for a terminal or the clipboard: name = value unit, formula, source. Shared figures are
/// printed once and referred to afterwards.
[[nodiscard]] std::string plainText(const FigurePtr& root, int maxDepth = 64);

/// Shortest decimal text that reads back to the same double; "unknown" for nothing. No locale.
[[nodiscard]] std::string plainNumber(std::optional<double> value);

} // namespace wherewithal::model
