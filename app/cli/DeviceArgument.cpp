// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DeviceArgument.h"

#include "providers/json/NearestName.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace wherewithal::app::cli {

namespace {

std::string lower(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Known ids that are like the text, as a whole or up to the first dash ("h1000": h100-nvl, h100-pcie ...);
/// the likest alone.
std::vector<std::string> nearestOf(const std::string& text, const std::vector<std::string>& known)
{
    constexpr std::size_t kMostEdits = 2;
    std::size_t least = kMostEdits;
    std::vector<std::string> nearest;
    for (const std::string& id : known) {
        const std::size_t edits = std::min(providers::editDistance(text, id),
                                           providers::editDistance(text, id.substr(0, id.find('-'))));
        if (edits < least) {
            nearest.clear();
            least = edits;
        }
        if (edits == least) {
            nearest.push_back(id);
        }
    }
    return nearest;
}

} // namespace

model::Result<model::Accelerator> findDevice(const model::CatalogueSlice& slice, const std::string& wanted)
{
    std::vector<const model::Accelerator*> parts;
    std::vector<std::string> known;
    std::vector<std::string> alike;
    const std::string text = lower(wanted);
    for (const model::Accelerator& device : slice.accelerators) {
        known.push_back(device.id.text());
        if (lower(device.id.text()) == text || lower(device.displayName) == text) {
            return device;
        }
        if (lower(device.id.text()).find(text) != std::string::npos
            || lower(device.displayName).find(text) != std::string::npos) {
            parts.push_back(&device);
            alike.push_back(device.id.text());
        }
    }
    if (text.empty()) {
        return model::failure(model::ErrorCode::MissingField,
                              "--device",
                              "no device is given",
                              fmt::format("known: {}", fmt::join(known, ", ")));
    }
    if (parts.size() == 1) {
        return *parts.front();
    }
    if (const auto nearest = nearestOf(text, known); parts.empty() && !nearest.empty()) {
        return model::failure(
            model::ErrorCode::UnknownName,
            "--device",
            fmt::format("no device '{}' in the catalogue", wanted),
            fmt::format("did you mean {}? known: {}", fmt::join(nearest, " or "), fmt::join(known, ", ")));
    }
    return parts.empty() ? model::failure(model::ErrorCode::UnknownName,
                                          "--device",
                                          fmt::format("no device '{}' in the catalogue", wanted),
                                          fmt::format("known: {}", fmt::join(known, ", ")))
                         : model::failure(model::ErrorCode::UnknownName,
                                          "--device",
                                          fmt::format("'{}' names {} devices", wanted, parts.size()),
                                          fmt::format("choose one: {}", fmt::join(alike, ", ")));
}

} // namespace wherewithal::app::cli
