// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain/Figure.h"

#include <fmt/format.h>

#include <unordered_set>

namespace wherewithal::model {

namespace {

void collect(const FigurePtr& figure, std::unordered_set<const Figure*>& seen)
{
    if (!figure || !seen.insert(figure.get()).second) {
        return;
    }
    for (const FigurePtr& input : figure->inputs) {
        collect(input, seen);
    }
}

std::string headline(const Figure& figure)
{
    std::string line = fmt::format("{} = {}", figure.name, plainNumber(figure.value));
    if (figure.value && !figure.unit.empty()) {
        line += " " + figure.unit;
    }
    if (!figure.range.empty()) {
        line += fmt::format(" [{}]", figure.range);
    }
    if (figure.isAssumption) {
        line += " (assumption)";
    }
    return line;
}

void print(const FigurePtr& figure, int depth, int maxDepth, std::unordered_set<const Figure*>& printed, std::string& out)
{
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    out += indent + headline(*figure);
    if (!printed.insert(figure.get()).second) {
        out += figure->inputs.empty() ? "\n" : " (explained above)\n";
        return;
    }
    out += "\n";
    if (!figure->formula.empty()) {
        out += indent + "  = " + figure->formula + "\n";
    }
    if (!figure->source.isEmpty()) {
        out += fmt::format("{}  source: {}{}{}\n", indent, figure->source.title,
                           figure->source.url.empty() ? "" : ", " + figure->source.url,
                           figure->source.date.empty() ? "" : ", " + figure->source.date);
    }
    if (!figure->note.empty()) {
        out += indent + "  note: " + figure->note + "\n";
    }
    if (depth >= maxDepth) {
        return;
    }
    for (const FigurePtr& input : figure->inputs) {
        print(input, depth + 1, maxDepth, printed, out);
    }
}

} // namespace

std::size_t figureCount(const FigurePtr& root)
{
    std::unordered_set<const Figure*> seen;
    collect(root, seen);
    return seen.size();
}

std::string plainNumber(std::optional<double> value)
{
    return value ? fmt::format("{}", *value) : std::string("unknown");
}

std::string plainText(const FigurePtr& root, int maxDepth)
{
    std::string out;
    if (root) {
        std::unordered_set<const Figure*> printed;
        print(root, 0, maxDepth, printed, out);
    }
    return out;
}

} // namespace wherewithal::model
