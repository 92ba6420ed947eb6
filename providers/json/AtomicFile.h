// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// The steps of saving a file that can fail. Tests hand in one that fails on demand; 0 means done, else an
/// errno.
class SaveSteps
{
public:
    SaveSteps() = default;
    SaveSteps(const SaveSteps&) = delete;
    SaveSteps(SaveSteps&&) = delete;
    SaveSteps& operator=(const SaveSteps&) = delete;
    SaveSteps& operator=(SaveSteps&&) = delete;
    virtual ~SaveSteps() = default;

    /// Creates a new file for writing; its descriptor, or the negated errno.
    [[nodiscard]] virtual int create(const std::filesystem::path& path) = 0;
    [[nodiscard]] virtual int write(int descriptor, std::string_view bytes) = 0;
    [[nodiscard]] virtual int synchronise(int descriptor) = 0;
    [[nodiscard]] virtual int close(int descriptor) = 0;
    [[nodiscard]] virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;

    /// Those of the operating system.
    [[nodiscard]] static SaveSteps& system();
};

/// Writes a file so that, killed at any instant, the path holds either the old content or the new: writes
/// aside in the same folder, synchronises, renames. On failure the old file is as it was and nothing is left
/// aside.
///
/// DiskFull, PermissionDenied, NotFound (no such folder), InputOutput.
[[nodiscard]] model::Result<void> saveAtomically(const std::filesystem::path& path,
                                                 std::string_view bytes,
                                                 SaveSteps& steps = SaveSteps::system());

/// Reads a regular file of at most `limit` bytes, never more: NotFound, PermissionDenied, TooLarge,
/// InputOutput.
[[nodiscard]] model::Result<std::string> readWhole(const std::filesystem::path& path, std::size_t limit);

/// The error of an errno at a path.
[[nodiscard]] model::Error
systemError(int number, const std::filesystem::path& path, std::string_view action);

} // namespace wherewithal::providers
