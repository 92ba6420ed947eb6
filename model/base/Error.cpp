// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Error.h"

namespace wherewithal::model {

std::string_view name(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidSyntax:
        return "invalid-syntax";
    case ErrorCode::WrongType:
        return "wrong-type";
    case ErrorCode::MissingField:
        return "missing-field";
    case ErrorCode::UnknownKey:
        return "unknown-key";
    case ErrorCode::UnknownUnit:
        return "unknown-unit";
    case ErrorCode::UnknownName:
        return "unknown-name";
    case ErrorCode::OutOfRange:
        return "out-of-range";
    case ErrorCode::Inconsistent:
        return "inconsistent";
    case ErrorCode::UnsupportedVersion:
        return "unsupported-version";
    case ErrorCode::UnsupportedFormat:
        return "unsupported-format";
    case ErrorCode::TooLarge:
        return "too-large";
    case ErrorCode::DoesNotFit:
        return "does-not-fit";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::PermissionDenied:
        return "permission-denied";
    case ErrorCode::DiskFull:
        return "disk-full";
    case ErrorCode::InputOutput:
        return "input-output";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::NoSolution:
        return "no-solution";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

std::string text(const Error& error)
{
    std::string result;
    if (!error.where.empty()) {
        result += error.where + ": ";
    }
    result += error.message;
    if (!error.hint.empty()) {
        result += " (" + error.hint + ")";
    }
    return result;
}

bool isMachineFault(ErrorCode code)
{
    return code == ErrorCode::PermissionDenied || code == ErrorCode::DiskFull || code == ErrorCode::InputOutput;
}

} // namespace wherewithal::model
