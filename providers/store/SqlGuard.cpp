// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/SqlGuard.h"

#include <sqlite3.h>

namespace wherewithal::providers {

model::Error errorOf(const SQLite::Exception& exception, std::string where)
{
    using model::ErrorCode;
    model::Error error{
        .code = ErrorCode::Internal, .where = std::move(where), .message = exception.what(), .hint = {}};
    switch (exception.getErrorCode()) {
    case SQLITE_FULL:
        error.code = ErrorCode::DiskFull;
        error.hint = "make room; nothing was changed";
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        error.code = ErrorCode::PermissionDenied;
        error.hint = "choose a file that may be written";
        break;
    case SQLITE_CANTOPEN:
        error.code = ErrorCode::PermissionDenied;
        error.hint = "choose a file in a folder that may be written";
        break;
    case SQLITE_NOTADB:
        error.code = ErrorCode::UnsupportedFormat;
        error.message = "the file is no SQLite database";
        error.hint = "choose a catalogue, or import price sheets into one";
        break;
    case SQLITE_CORRUPT:
        error.code = ErrorCode::InvalidSyntax;
        error.hint = "the catalogue is damaged: import the sheets again into a new file";
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.code = ErrorCode::InputOutput;
        error.hint = "another program writes this catalogue";
        break;
    case SQLITE_IOERR:
        error.code = ErrorCode::InputOutput;
        error.hint = "look whether the disk is full or failing; nothing was changed";
        break;
    default:
        break;
    }
    return error;
}

} // namespace wherewithal::providers
