// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/AtomicFile.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace wherewithal::providers {

using model::ErrorCode;

namespace {

class SystemSteps final : public SaveSteps
{
public:
    int create(const std::filesystem::path& path) override
    {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        return descriptor >= 0 ? descriptor : -errno;
    }

    int write(int descriptor, std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count < 0) {
                return errno;
            }
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return 0;
    }

    int synchronise(int descriptor) override { return ::fsync(descriptor) == 0 ? 0 : errno; }
    int close(int descriptor) override { return ::close(descriptor) == 0 ? 0 : errno; }

    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        if (::rename(from.c_str(), to.c_str()) != 0) {
            return errno;
        }
        // The new name itself survives a power cut only once the folder is on the disk; the file is safe
        // either way.
        const std::filesystem::path folder = to.has_parent_path() ? to.parent_path() : ".";
        if (const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            descriptor >= 0) {
            static_cast<void>(::fsync(descriptor));
            static_cast<void>(::close(descriptor));
        }
        return 0;
    }
};

class OpenFile
{
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_descriptor >= 0) {
            static_cast<void>(::close(m_descriptor));
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A link is saved through: the file it points to is replaced, the link stays.
std::filesystem::path target(const std::filesystem::path& path)
{
    std::error_code status;
    if (std::filesystem::is_symlink(path, status)) {
        const auto resolved = std::filesystem::weakly_canonical(path, status);
        return status ? path : resolved;
    }
    return path;
}

int writeAside(const std::filesystem::path& aside, std::string_view bytes, mode_t mode, SaveSteps& steps)
{
    const int descriptor = steps.create(aside);
    if (descriptor < 0) {
        return -descriptor;
    }
    if (mode != 0) {
        static_cast<void>(::fchmod(descriptor, mode));
    }
    int fault = steps.write(descriptor, bytes);
    fault = fault != 0 ? fault : steps.synchronise(descriptor);
    const int closeFault = steps.close(descriptor);
    return fault != 0 ? fault : closeFault;
}

} // namespace

SaveSteps& SaveSteps::system()
{
    static SystemSteps steps;
    return steps;
}

model::Error systemError(int number, const std::filesystem::path& path, std::string_view action)
{
    const std::string reason = std::error_code(number, std::generic_category()).message();
    model::Error error{.code = ErrorCode::InputOutput,
                       .where = path.string(),
                       .message = fmt::format("cannot {}: {}", action, reason),
                       .hint = {}};
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        error.code = ErrorCode::NotFound;
        error.hint = "check the name and the folder";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        error.code = ErrorCode::PermissionDenied;
        error.hint = "choose a place you may write to, or change the permissions";
        if (action == "read") {
            error.hint = "change the permissions of the file";
        }
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        error.code = ErrorCode::DiskFull;
        error.hint = "free some room or save elsewhere; the old file is unchanged";
        break;
    default:
        break;
    }
    return error;
}

model::Result<void>
saveAtomically(const std::filesystem::path& path, std::string_view bytes, SaveSteps& steps)
{
    const std::filesystem::path final = target(path);
    struct stat old{};
    const bool exists = ::stat(final.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) {
        return model::failure(
            ErrorCode::UnsupportedFormat, path.string(), "cannot save: it is a folder", "give a file name");
    }
    if (exists && ::access(final.c_str(), W_OK) != 0) {
        return model::failure(systemError(errno, path, "save"));
    }
    if (exists && !S_ISREG(old.st_mode)) { // a device such as /dev/stdout: there is nothing to replace
        const OpenFile file(::open(final.c_str(), O_WRONLY | O_CLOEXEC));
        const int fault = file.get() < 0 ? errno : steps.write(file.get(), bytes);
        return fault == 0 ? model::Result<void>{} : model::failure(systemError(fault, path, "save"));
    }
    int fault = EEXIST;
    std::filesystem::path aside;
    for (int attempt = 0; attempt < 16 && fault == EEXIST; ++attempt) {
        aside = final;
        aside += fmt::format(".{}-{}.part", ::getpid(), attempt);
        fault = writeAside(aside, bytes, exists ? old.st_mode & 07777U : 0U, steps);
    }
    if (fault == 0) {
        fault = steps.rename(aside, final);
    }
    if (fault != 0) {
        if (fault != EEXIST) {
            static_cast<void>(::unlink(aside.c_str()));
        }
        return model::failure(systemError(fault, path, "save"));
    }
    return {};
}

model::Result<std::string> readWhole(const std::filesystem::path& path, std::size_t limit)
{
    // Non-blocking, so that opening a pipe nobody writes to does not hang.
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        return model::failure(systemError(errno, path, "read"));
    }
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) {
        return model::failure(systemError(errno, path, "read"));
    }
    if (!S_ISREG(status.st_mode)) {
        return model::failure(ErrorCode::UnsupportedFormat,
                              path.string(),
                              S_ISDIR(status.st_mode) ? "this is a folder, not a file"
                                                      : "this is a device or pipe, not a file",
                              "give the name of a file");
    }
    const auto tooLarge = [&] {
        return model::failure(ErrorCode::TooLarge,
                              path.string(),
                              fmt::format("the file is larger than {} MiB", limit / (1024 * 1024)),
                              "this is not a file of the kind expected here");
    };
    if (static_cast<std::size_t>(status.st_size) > limit) {
        return tooLarge();
    }
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return model::failure(systemError(errno, path, "read"));
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) {
            return tooLarge();
        }
    }
}

} // namespace wherewithal::providers
