// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DeviceArgument.h"

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
