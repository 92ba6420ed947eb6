// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/explain/Figure.h"
#include "model/hardware/Accelerator.h"
#include "model/hardware/Machine.h"
#include "model/plan/Assumptions.h"
#include "model/workload/Workload.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// How a workload fits on each accelerator, whoever sells it: one replica in a node of eight devices.
namespace wherewithal::simulator {

/// Devices of a usual node: the most that one replica spans here.
inline constexpr int kNodeDevices = 8;

struct AcceleratorFit
{
    enum class State
    {
        Sustains,        ///< runs within the objectives
        MissesObjective, ///< fits, and an objective fails even for one request at a time
        DoesNotFit,      ///< not even on a whole node
        Unknown,         ///< a fact of the device or the workload is missing
    };

    model::AcceleratorId id;
    std::string name;
    State state = State::Unknown;
    int devices = 0;                         ///< that share each layer; 0: does not run
    std::optional<double> deviceMemoryBytes; ///< of one device, by its data sheet
    std::optional<double> memoryBytes;       ///< of all devices of the replica
    std::optional<double> weightsBytes;
    std::optional<double> cacheBytes; ///< left for keys and values
    std::optional<double> atOnce;     ///< requests of full length that fit, whole ones
    std::optional<double>
        tokensPerSecond;             ///< of one answer: at the sustained batch; missed: of one request alone
    std::optional<double> perSecond; ///< sustained by one replica within the objectives
    double errorLow = 1.0;           ///< 80 % interval of the prediction as factors on perSecond
    double errorHigh = 1.0;
    bool isCalibrated = false; ///< measurements kept in the plan correct it
    std::string bindingResource;
    std::optional<model::Error> error; ///< why it does not run

    /// Memory that is neither weights nor cache: what the engine may not use, and its runtime.
    [[nodiscard]] std::optional<double> reserveBytes() const;

    bool operator==(const AcceleratorFit&) const = default;
};

/// A node of eight such devices, as the throughput model asks for it.
[[nodiscard]] model::Machine nodeOf(const model::Accelerator& device, int count = kNodeDevices);

/// The fit on one device.
[[nodiscard]] AcceleratorFit fitOn(const model::Workload& workload,
                                   const model::Accelerator& device,
                                   const model::Assumptions& assumptions);

/// The fit on all devices that are no plain processors, least memory first. Empty for a measured service,
/// which no data sheet can tell.
[[nodiscard]] std::vector<AcceleratorFit> fitOnAccelerators(const model::Workload& workload,
                                                            std::span<const model::Accelerator> devices,
                                                            const model::Assumptions& assumptions);

/// A number of the fit that explains itself.
enum class FitFigure
{
    Devices,
    Weights,
    Cache,
    AtOnce,
    Speed,
    Sustained,
};

/// The number down to data sheet, plan and assumptions, computed by the code that fitOn() runs.
///
/// The error of the fit if there is no such number.
[[nodiscard]] model::Result<model::FigurePtr> explainFit(const model::Workload& workload,
                                                         const model::Accelerator& device,
                                                         const model::Assumptions& assumptions,
                                                         FitFigure figure);

} // namespace wherewithal::simulator
