// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/CatalogueService.h"
#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Figure.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Compare.h"
#include "simulator/compare/Comparison.h"
#include "simulator/compare/Examine.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace wherewithal::app {

/// Everything outside that a session needs, injected: tests hand in fixtures, the program the real thing.
///
/// All of these are called on worker threads, several at a time.
struct Engine
{
    /// The part of the catalogue that answers the plan.
    std::function<model::Result<std::shared_ptr<const model::CatalogueSlice>>(const model::Plan&)> slice;
    std::function<model::Result<simulator::Comparison>(const model::Plan&,
                                                       const model::CatalogueSlice&,
                                                       const simulator::CompareSettings&,
                                                       const simulator::Progress&,
                                                       std::stop_token)>
        compare;
    /// plan, slice, letter or id of the option, name of the figure
    std::function<model::Result<model::FigurePtr>(
        const model::Plan&, const model::CatalogueSlice&, std::string_view, std::string_view)>
        explain;
    /// Prices and sheets, for the Catalogue page and imports; null: there is no catalogue to look into.
    std::shared_ptr<const CatalogueService> catalogue;
    /// plan, slice, the answer to both, letter of the option; empty in engines that cannot
    std::function<model::Result<simulator::Examination>(
        const model::Plan&, const model::CatalogueSlice&, const simulator::Comparison&, std::string_view)>
        examine;
};

/// How plans come from and go to files; injected for the same reason.
struct PlanStorage
{
    std::function<model::Result<model::Plan>(const std::string& path)> load;
    std::function<model::Result<void>(const model::Plan&, const std::string& path)> save;
};

/// One finished run: what was asked, on which facts, and the answer. Shared by all views, never changed.
struct RunResult
{
    quint64 revision = 0;
    std::shared_ptr<const model::Plan> plan;
    std::shared_ptr<const model::CatalogueSlice> slice;
    std::shared_ptr<const simulator::Comparison> comparison;
    qint64 elapsedMilliseconds = 0; ///< of this run
    qint64 baseMilliseconds = 0;    ///< of the base case of the same revision's plan
};
using RunResultPtr = std::shared_ptr<const RunResult>;

} // namespace wherewithal::app
