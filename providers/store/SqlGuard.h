// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <SQLiteCpp/Exception.h>
#include <string>
#include <utility>

namespace wherewithal::providers {

/// What an SQLite failure means to the user.
[[nodiscard]] model::Error errorOf(const SQLite::Exception& exception, std::string where);

/// Runs `work`, which returns a Result, and turns exceptions of SQLiteCpp into its error: they stop here.
template <typename Work>
[[nodiscard]] auto guarded(std::string where, Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
        return model::failure(errorOf(exception, std::move(where)));
    }
}

} // namespace wherewithal::providers
