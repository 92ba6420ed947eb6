// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/explain/Figure.h"

#include <optional>
#include <string>

namespace wherewithal::model {

/// A shape that a provider sells (or a server that one buys): what is in the box, not what it costs.
struct Machine
{
    ProviderId provider;
    MachineId id;            ///< the provider's own name
    std::string displayName; ///< for people; equals the id where the provider has no other
    std::string family;
    std::string category; ///< "gpu", "general", "compute", "memory", "burstable", "paas-dyno", "server" ...
    std::string arch;     ///< "x86_64", "arm64"; empty unknown

    std::optional<double> vcpus; ///< Heroku publishes shares, not vCPUs: absent there
    std::optional<double> memoryBytes;

    AcceleratorId accelerator; ///< empty: none, or a device without facts (then acceleratorName is set)
    std::string acceleratorName;
    int acceleratorCount = 0;
    std::optional<double> acceleratorMemoryBytesEach;

    std::optional<double> networkBitsPerSecondPeak;
    std::optional<double> networkBitsPerSecondBaseline;
    std::optional<double> localStorageBytes;

    Source source;
    std::string note;

    [[nodiscard]] bool hasAccelerator() const { return acceleratorCount > 0; }

    bool operator==(const Machine&) const = default;
};

} // namespace wherewithal::model
