// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace wherewithal::model {

/// A value, or why there is none. Functions that return it are marked [[nodiscard]].
template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure.
[[nodiscard]] inline tl::unexpected<Error>
failure(ErrorCode code, std::string where, std::string message, std::string hint = {})
{
    return tl::unexpected(Error{.code = code,
                                .where = std::move(where),
                                .message = std::move(message),
                                .hint = std::move(hint)});
}

/// Passes the error of one Result on as the error of another.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error) { return tl::unexpected(std::move(error)); }

} // namespace wherewithal::model
