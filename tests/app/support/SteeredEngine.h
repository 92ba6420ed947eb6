// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/support/Fixture.h"

#include <QThread>

#include <atomic>

namespace wherewithal::fixture {

/// An engine that answers when it is told to, and as it is told to.
class Steered
{
public:
    [[nodiscard]] app::Engine engine()
    {
        app::Engine result = fixture::engine();
        result.compare = [this, real = result.compare](const auto& plan,
                                                       const auto& slice,
                                                       const auto& settings,
                                                       const auto& progress,
                                                       auto stop) -> model::Result<simulator::Comparison> {
            progress(0.25, "options");
            while (!mayGo && !stop.stop_requested()) {
                QThread::msleep(1);
            }
            if (stop.stop_requested()) {
                return model::failure(model::ErrorCode::Cancelled, "compare", "cancelled");
            }
            if (fails) {
                return model::failure(model::ErrorCode::OutOfRange,
                                      "workloads[0].demand",
                                      "the peak is too high",
                                      "lower the peak");
            }
            return real(plan, slice, settings, progress, stop);
        };
        return result;
    }

    std::atomic<bool> mayGo = true;
    std::atomic<bool> fails = false;
};

} // namespace wherewithal::fixture
