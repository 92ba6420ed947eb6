// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wherewithal::model {

/// What kind of thing went wrong. Scripts and the window decide by code; people read the message.
enum class ErrorCode
{
    InvalidSyntax,      ///< the bytes are not the format they claim to be
    WrongType,          ///< a field holds a value of another type than expected
    MissingField,       ///< a field that has no default is absent
    UnknownKey,         ///< a key that no version of the format defines
    UnknownUnit,        ///< a unit that the field does not take
    UnknownName,        ///< a provider, machine, accelerator, figure or option nobody knows
    OutOfRange,         ///< a number outside its valid range
    Inconsistent,       ///< fields that contradict each other
    UnsupportedVersion, ///< a newer or unknown version of a format
    UnsupportedFormat,  ///< recognised, and not something this program reads
    TooLarge,           ///< over a limit on size, depth, rows or cells
    DoesNotFit,         ///< a model does not fit into the memory offered
    NotFound,           ///< a file, row or resource is absent
    PermissionDenied,   ///< the system refuses access
    DiskFull,           ///< the system has no room left
    InputOutput,        ///< reading or writing failed for another reason
    Cancelled,          ///< the user stopped the run
    NoSolution,         ///< an equation or search without an answer (no rate of return, no stable rate)
    Internal,           ///< a defect of the program
};

/// Stable lower-case name of a code, e.g. "out-of-range"; used in JSON and tests.
[[nodiscard]] std::string_view name(ErrorCode code);

/// An expected failure, as a value.
struct Error
{
    ErrorCode code{};
    std::string where;   ///< "workloads[0].demand.rate", "prices.csv:17:usd_per_hour"; may be empty
    std::string message; ///< what is wrong, with the offending value
    std::string hint;    ///< what to do about it; may be empty

    bool operator==(const Error&) const = default;
};

/// "where: message (hint)", the form of a diagnostic on the command line.
[[nodiscard]] std::string text(const Error& error);

/// True if the machine is at fault (disk, permission), not the input: exit status 3 instead of 2.
[[nodiscard]] bool isMachineFault(ErrorCode code);

} // namespace wherewithal::model
