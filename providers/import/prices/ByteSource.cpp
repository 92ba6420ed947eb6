// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/ByteSource.h"

#include "providers/import/prices/ScanMask.h"
#include "providers/import/prices/Workbook.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <system_error>
#include <zip.h>
#include <zlib.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;

/// What the system says of an error number; unlike strerror safe on several threads.
std::string systemText(int number)
{
    return std::generic_category().message(number);
}

ErrorCode codeOf(int number)
{
    if (number == ENOENT) {
        return ErrorCode::NotFound;
    }
    return number == EACCES ? ErrorCode::PermissionDenied : ErrorCode::InputOutput;
}

struct CloseFile
{
    void operator()(std::FILE* file) const
    {
        std::fclose(file);
    } // NOLINT(cppcoreguidelines-owning-memory): RAII
};

class FileStream final : public ByteStream
{
public:
    FileStream(std::FILE* file, std::string name)
        : m_file(file)
        , m_name(std::move(name))
    {
        std::setvbuf(file, nullptr, _IONBF, 0);
    }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), m_file.get());
        if (got == 0 && std::ferror(m_file.get()) != 0) {
            return failure(
                ErrorCode::InputOutput, m_name, fmt::format("reading failed: {}", systemText(errno)));
        }
        return got;
    }

private:
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::string m_name;
};

class FileSource final : public ByteSource
{
public:
    explicit FileSource(std::filesystem::path path)
        : m_path(std::move(path))
    {}

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        std::error_code status;
        if (std::filesystem::is_directory(m_path, status)) {
            return failure(ErrorCode::InputOutput, name(), "is a folder", "name the files in it");
        }
        std::FILE* file =
            std::fopen(m_path.c_str(), "rb"); // NOLINT(cppcoreguidelines-owning-memory): owned below
        if (file == nullptr) {
            const int number = errno;
            const ErrorCode code = codeOf(number);
            return failure(code,
                           m_path.string(),
                           fmt::format("cannot be opened: {}", systemText(number)),
                           code == ErrorCode::NotFound ? "look at the name and the folder" : "");
        }
        return std::make_unique<FileStream>(file, name());
    }

    [[nodiscard]] std::string name() const override { return m_path.filename().string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

class MemoryStream final : public ByteStream
{
public:
    explicit MemoryStream(std::string_view bytes)
        : m_bytes(bytes)
    {}

    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t size = std::min(buffer.size(), m_bytes.size());
        if (size > 0) {
            std::memcpy(buffer.data(), m_bytes.data(), size);
            m_bytes.remove_prefix(size);
        }
        return size;
    }

private:
    std::string_view m_bytes;
};

class MemorySource final : public ByteSource
{
public:
    MemorySource(std::string_view bytes, std::string name)
        : m_bytes(bytes)
        , m_name(std::move(name))
    {}

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        return std::make_unique<MemoryStream>(m_bytes);
    }
    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    std::string_view m_bytes;
    std::string m_name;
};

/// Watches the sizes while something is unpacked.
class BombGuard
{
public:
    BombGuard(SourceLimits limits, std::string name)
        : m_limits(limits)
        , m_name(std::move(name))
    {}

    [[nodiscard]] Result<void> check(std::uint64_t packed, std::uint64_t plain) const
    {
        if (plain > m_limits.maxBytes) {
            return failure(
                ErrorCode::TooLarge, m_name, fmt::format("unpacks to more than {} bytes", m_limits.maxBytes));
        }
        if (plain > m_limits.freeBytes && plain / std::max<std::uint64_t>(packed, 1) > m_limits.maxRatio) {
            return failure(
                ErrorCode::TooLarge,
                m_name,
                fmt::format("unpacks to more than {} times its size: refused as a decompression bomb",
                            m_limits.maxRatio),
                "unpack it yourself if you trust it");
        }
        return {};
    }

private:
    SourceLimits m_limits;
    std::string m_name;
};

class GunzipStream final : public ByteStream
{
public:
    GunzipStream(std::unique_ptr<ByteStream> packed, const SourceLimits& limits, const std::string& name)
        : m_packed(std::move(packed))
        , m_guard(limits, name)
        , m_name(name)
        , m_input(kChunk)
    {
        constexpr int kGzipWindow = 15 + 16; // zlib: largest window, gzip header expected
        m_isReady = inflateInit2(&m_zlib, kGzipWindow) == Z_OK;
    }
    GunzipStream(const GunzipStream&) = delete;
    GunzipStream(GunzipStream&&) = delete;
    GunzipStream& operator=(const GunzipStream&) = delete;
    GunzipStream& operator=(GunzipStream&&) = delete;
    ~GunzipStream() override { inflateEnd(&m_zlib); }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (!m_isReady) {
            return failure(ErrorCode::Internal, m_name, "zlib could not be started");
        }
        constexpr std::size_t kMostAtOnce = 1U << 30U;
        const std::size_t wanted = std::min(buffer.size(), kMostAtOnce);
        m_zlib.next_out = reinterpret_cast<Bytef*>(buffer.data());
        m_zlib.avail_out = static_cast<uInt>(wanted);
        while (m_zlib.avail_out > 0 && !m_isEnd) {
            if (auto step = inflateSome(); !step) {
                return failure(step.error());
            }
        }
        const std::size_t got = wanted - m_zlib.avail_out;
        m_plain += got;
        if (auto fine = m_guard.check(m_read, m_plain); !fine) {
            return failure(fine.error());
        }
        return got;
    }

private:
    Result<void> inflateSome()
    {
        if (m_zlib.avail_in == 0) {
            auto got = m_packed->read(m_input);
            if (!got) {
                return failure(got.error());
            }
            if (*got == 0) {
                if (m_isBetweenMembers) {
                    m_isEnd = true;
                    return {};
                }
                return failure(ErrorCode::InvalidSyntax,
                               m_name,
                               "the compressed file ends too early",
                               "download it again");
            }
            m_read += *got;
            m_zlib.next_in = reinterpret_cast<Bytef*>(m_input.data());
            m_zlib.avail_in = static_cast<uInt>(*got);
        }
        m_isBetweenMembers = false;
        const int status = inflate(&m_zlib, Z_NO_FLUSH);
        if (status == Z_STREAM_END) { // another member may follow (concatenated gzip)
            inflateReset(&m_zlib);
            m_isBetweenMembers = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return failure(
                ErrorCode::InvalidSyntax, m_name, "the compressed data is damaged", "download it again");
        }
        return {};
    }

    std::unique_ptr<ByteStream> m_packed;
    BombGuard m_guard;
    std::string m_name;
    std::vector<char> m_input;
    z_stream m_zlib{};
    std::uint64_t m_read = 0;
    std::uint64_t m_plain = 0;
    bool m_isReady = false;
    bool m_isEnd = false;
    bool m_isBetweenMembers = false;
};

class GunzippedSource final : public ByteSource
{
public:
    GunzippedSource(std::shared_ptr<ByteSource> packed, const SourceLimits& limits)
        : m_packed(std::move(packed))
        , m_limits(limits)
    {}

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        auto packed = m_packed->open();
        if (!packed) {
            return failure(packed.error());
        }
        return std::make_unique<GunzipStream>(std::move(*packed), m_limits, name());
    }

    [[nodiscard]] std::string name() const override
    {
        std::string name = m_packed->name();
        if (name.ends_with(".gz")) {
            name.resize(name.size() - 3);
        }
        return name;
    }

private:
    std::shared_ptr<ByteSource> m_packed;
    SourceLimits m_limits;
};

struct CloseZip
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipArchive = std::unique_ptr<zip_t, CloseZip>;

Result<ZipArchive> openZip(const ByteSource& source)
{
    zip_error_t error{};
    zip_error_init(&error);
    zip_t* archive = nullptr;
    if (const auto* file = dynamic_cast<const FileSource*>(&source)) {
        int code = 0;
        archive = zip_open(file->path().c_str(), ZIP_RDONLY, &code);
        zip_error_init_with_code(&error, code);
    } else if (const auto* memory = dynamic_cast<const MemorySource*>(&source)) {
        zip_source_t* bytes =
            zip_source_buffer_create(memory->bytes().data(), memory->bytes().size(), 0, &error);
        archive = bytes == nullptr ? nullptr : zip_open_from_source(bytes, ZIP_RDONLY, &error);
        if (bytes != nullptr && archive == nullptr) {
            zip_source_free(bytes);
        }
    } else {
        return failure(ErrorCode::UnsupportedFormat,
                       source.name(),
                       "is an archive within an archive",
                       "unpack the outer one first");
    }
    if (archive == nullptr) {
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        return failure(
            ErrorCode::InvalidSyntax, source.name(), fmt::format("is no readable zip archive: {}", why));
    }
    zip_error_fini(&error);
    return ZipArchive(archive);
}

class ZipStream final : public ByteStream
{
public:
    ZipStream(ZipArchive archive,
              zip_file_t* file,
              std::uint64_t packedSize,
              const SourceLimits& limits,
              const std::string& name)
        : m_archive(std::move(archive))
        , m_file(file)
        , m_guard(limits, name)
        , m_name(name)
        , m_packedSize(packedSize)
    {}
    ZipStream(const ZipStream&) = delete;
    ZipStream(ZipStream&&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;
    ZipStream& operator=(ZipStream&&) = delete;
    ~ZipStream() override { zip_fclose(m_file); }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        const zip_int64_t got = zip_fread(m_file, buffer.data(), buffer.size());
        if (got < 0) {
            return failure(
                ErrorCode::InvalidSyntax, m_name, "the compressed data is damaged", "download it again");
        }
        m_plain += static_cast<std::uint64_t>(got);
        if (auto fine = m_guard.check(m_packedSize, m_plain); !fine) {
            return failure(fine.error());
        }
        return static_cast<std::size_t>(got);
    }

private:
    ZipArchive m_archive;
    zip_file_t* m_file;
    BombGuard m_guard;
    std::string m_name;
    std::uint64_t m_packedSize;
    std::uint64_t m_plain = 0;
};

class ZipEntrySource final : public ByteSource
{
public:
    ZipEntrySource(std::shared_ptr<ByteSource> archive,
                   zip_uint64_t index,
                   std::uint64_t packedSize,
                   std::string name,
                   const SourceLimits& limits)
        : m_archive(std::move(archive))
        , m_index(index)
        , m_packedSize(packedSize)
        , m_name(std::move(name))
        , m_limits(limits)
    {}

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        auto archive = openZip(*m_archive);
        if (!archive) {
            return failure(archive.error());
        }
        zip_file_t* file = zip_fopen_index(archive->get(), m_index, 0);
        if (file == nullptr) {
            return failure(ErrorCode::UnsupportedFormat,
                           m_name,
                           "cannot be read from the zip archive (encrypted or unknown method)");
        }
        return std::make_unique<ZipStream>(std::move(*archive), file, m_packedSize, m_limits, m_name);
    }

    [[nodiscard]] std::string name() const override { return m_name; }

private:
    std::shared_ptr<ByteSource> m_archive;
    zip_uint64_t m_index;
    std::uint64_t m_packedSize;
    std::string m_name;
    SourceLimits m_limits;
};

/// Entry names never become paths: only what follows the last slash is kept, for messages.
std::string baseName(std::string_view path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

Result<std::vector<std::shared_ptr<ByteSource>>> zipEntries(const std::shared_ptr<ByteSource>& source,
                                                            const SourceLimits& limits,
                                                            const std::string& worksheet)
{
    auto archive = openZip(*source);
    if (!archive) {
        return failure(archive.error());
    }
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits.maxEntries) {
        return failure(ErrorCode::TooLarge,
                       source->name(),
                       fmt::format("the archive holds more than {} files", limits.maxEntries));
    }
    std::vector<std::pair<std::string, std::shared_ptr<ByteSource>>> named;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t stat{};
        if (zip_stat_index(archive->get(), i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0) {
            continue;
        }
        const std::string path = stat.name;
        const std::string base = baseName(path);
        if (base.empty() || (base.starts_with('.') && !path.starts_with("xl/"))
            || path.starts_with("__MACOSX")) {
            continue; // folders and the Finder's own files
        }
        const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
        named.emplace_back(path, std::make_shared<ZipEntrySource>(source, i, packed, base, limits));
    }
    std::ranges::sort(named, {}, [](const auto& entry) { return entry.first; });
    if (isWorkbook(named)) {
        auto sheet = worksheetSource(named, source->name(), worksheet);
        if (!sheet) {
            return failure(sheet.error());
        }
        return std::vector<std::shared_ptr<ByteSource>>{std::move(*sheet)};
    }
    std::vector<std::shared_ptr<ByteSource>> entries;
    entries.reserve(named.size());
    for (auto& [path, entry] : named) {
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

std::shared_ptr<ByteSource> fileSource(std::filesystem::path path)
{
    return std::make_shared<FileSource>(std::move(path));
}

std::shared_ptr<ByteSource> memorySource(std::string_view bytes, std::string name)
{
    return std::make_shared<MemorySource>(bytes, std::move(name));
}

Result<std::vector<std::shared_ptr<ByteSource>>>
unpacked(const std::shared_ptr<ByteSource>& source, const SourceLimits& limits, const std::string& worksheet)
{
    auto stream = source->open();
    if (!stream) {
        return failure(stream.error());
    }
    std::array<char, 4> magic{};
    auto got = (*stream)->read(magic);
    if (!got) {
        return failure(got.error());
    }
    const std::string_view head(magic.data(), *got);
    if (head.starts_with("\x1f\x8b")) {
        return std::vector<std::shared_ptr<ByteSource>>{std::make_shared<GunzippedSource>(source, limits)};
    }
    if (head == std::string_view("PK\x03\x04", 4) || head == std::string_view("PK\x05\x06", 4)) {
        return zipEntries(source, limits, worksheet);
    }
    return std::vector<std::shared_ptr<ByteSource>>{source};
}

std::string_view name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return "utf-8";
    case Encoding::Utf16Le:
        return "utf-16le";
    case Encoding::Utf16Be:
        return "utf-16be";
    case Encoding::Windows1252:
        return "windows-1252";
    }
    return "utf-8";
}

Encoding guessEncoding(std::string_view head)
{
    if (head.starts_with("\xff\xfe")) {
        return Encoding::Utf16Le;
    }
    if (head.starts_with("\xfe\xff")) {
        return Encoding::Utf16Be;
    }
    constexpr std::size_t kLookedAt = 64;
    const std::size_t size = std::min(head.size(), kLookedAt) & ~std::size_t{1};
    std::size_t zerosEven = 0;
    std::size_t zerosOdd = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (head[i] == '\0') {
            ++(i % 2 == 0 ? zerosEven : zerosOdd);
        }
    }
    if (size >= 4 && zerosOdd * 4 > size && zerosEven == 0) {
        return Encoding::Utf16Le;
    }
    if (size >= 4 && zerosEven * 4 > size && zerosOdd == 0) {
        return Encoding::Utf16Be;
    }
    return Encoding::Utf8;
}

namespace {

/// Bytes of a sequence that begins with this byte; 0: none begins so.
int lengthBy(unsigned int lead)
{
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Length of the valid sequence at text[at] (1..4), 0 if invalid, or -(bytes present) if it may continue past
/// the end.
int sequenceAt(std::span<const char> text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(text[i]);
    };
    const unsigned int lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    const int length = lengthBy(lead);
    for (int i = 1; i < length; ++i) {
        const std::size_t here = at + static_cast<std::size_t>(i);
        if (here >= text.size()) {
            return -i;
        }
        const unsigned int next = byte(here);
        unsigned int least = 0x80;
        unsigned int most = 0xBF;
        if (i == 1) { // overlong forms, surrogates, beyond U+10FFFF
            if (lead == 0xE0 || lead == 0xF0) {
                least = lead == 0xE0 ? 0xA0 : 0x90;
            }
            if (lead == 0xED || lead == 0xF4) {
                most = lead == 0xED ? 0x9F : 0x8F;
            }
        }
        if (next < least || next > most) {
            return 0;
        }
    }
    return length;
}

bool isAscii64(const char* at)
{
#ifdef __SSE2__
    __m128i all = _mm_setzero_si128();
    for (std::size_t i = 0; i < 4; ++i) {
        __m128i bytes{};
        std::memcpy(&bytes, at + i * 16, sizeof bytes);
        all = _mm_or_si128(all, bytes);
    }
    return _mm_movemask_epi8(all) == 0;
#else
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, at + i * 8, sizeof word);
        all |= word;
    }
    return (all & 0x8080808080808080ULL) == 0;
#endif
}

void appendUtf8(std::string& out, char32_t code)
{
    const auto put = [&](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6U));
        put(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12U));
        put(0x80 | ((code >> 6U) & 0x3FU));
        put(0x80 | (code & 0x3FU));
    } else {
        put(0xF0 | (code >> 18U));
        put(0x80 | ((code >> 12U) & 0x3FU));
        put(0x80 | ((code >> 6U) & 0x3FU));
        put(0x80 | (code & 0x3FU));
    }
}

/// Windows-1252 bytes 0x80..0x9F (WHATWG encoding index); 0: undefined.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

} // namespace

std::size_t repairUtf8(std::span<char> text, std::uint64_t& repaired)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + kScanBlock <= text.size() && isAscii64(text.data() + at)) {
            at += kScanBlock;
            continue;
        }
        const std::size_t stop = std::min(at + kScanBlock, text.size());
        while (at < stop) {
            const int length = sequenceAt(text, at);
            if (length > 0) {
                at += static_cast<std::size_t>(length);
            } else if (length < 0) {
                return text.size() - at;
            } else {
                text[at] = '?';
                ++repaired;
                ++at;
            }
        }
    }
    return 0;
}

TextStream::TextStream(std::unique_ptr<ByteStream> bytes, Encoding encoding, std::uint64_t& repaired)
    : m_bytes(std::move(bytes))
    , m_encoding(encoding)
    , m_repaired(repaired)
{}

Result<std::size_t> TextStream::read(std::span<char> buffer)
{
    switch (m_encoding) {
    case Encoding::Utf8:
        return readUtf8(buffer);
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        return readWide(buffer);
    case Encoding::Windows1252:
        return readSingle(buffer);
    }
    return readUtf8(buffer);
}

Result<std::size_t> TextStream::readUtf8(std::span<char> buffer)
{
    constexpr std::size_t kLongest = 4;
    if (buffer.size() < kLongest) {
        return failure(ErrorCode::Internal, {}, "text is read at least four bytes at a time");
    }
    while (!m_isEnd) {
        std::size_t size = m_held.size();
        std::memcpy(buffer.data(), m_held.data(), size);
        m_held.clear();
        auto got = m_bytes->read(buffer.subspan(size));
        if (!got) {
            return failure(got.error());
        }
        m_isEnd = *got == 0;
        size += *got;
        if (m_isStart && size >= 3) {
            m_isStart = false;
            if (std::memcmp(buffer.data(), "\xef\xbb\xbf", 3) == 0) {
                size -= 3;
                std::memmove(buffer.data(), buffer.data() + 3, size);
            }
        }
        const std::size_t open = repairUtf8(buffer.first(size), m_repaired);
        if (m_isEnd) {
            std::fill_n(buffer.data() + (size - open), open, '?');
            m_repaired += open;
            return size;
        }
        m_held.assign(buffer.data() + (size - open), open);
        if (size > open) {
            m_isStart = false;
            return size - open;
        }
    }
    return std::size_t{0};
}

Result<std::size_t> TextStream::readWide(std::span<char> buffer)
{
    // Two bytes become three at most: read a third of what fits.
    std::string raw(std::max<std::size_t>(buffer.size() / 3, 4) & ~std::size_t{1}, '\0');
    std::string out;
    while (out.empty() && !m_isEnd) {
        const std::size_t held = m_held.size();
        std::memcpy(raw.data(), m_held.data(), held);
        auto got = m_bytes->read(std::span(raw).subspan(held));
        if (!got) {
            return failure(got.error());
        }
        m_isEnd = *got == 0;
        const std::size_t size = held + *got;
        const auto unitAt = [&](std::size_t at) {
            const auto low = static_cast<unsigned char>(raw[at + (m_encoding == Encoding::Utf16Le ? 0 : 1)]);
            const auto high = static_cast<unsigned char>(raw[at + (m_encoding == Encoding::Utf16Le ? 1 : 0)]);
            return static_cast<char32_t>(low) | (static_cast<char32_t>(high) << 8U);
        };
        std::size_t at = 0;
        while (at + 1 < size) {
            const char32_t unit = unitAt(at);
            if (unit >= 0xD800 && unit <= 0xDBFF && at + 3 >= size && !m_isEnd) {
                break; // its other half comes with the next bytes
            }
            at += 2;
            if (m_isStart) {
                m_isStart = false;
                if (unit == 0xFEFF) {
                    continue;
                }
            }
            if (unit >= 0xD800 && unit <= 0xDFFF) {
                const char32_t next = at + 1 < size ? unitAt(at) : 0;
                if (unit <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF) {
                    appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
                    at += 2;
                } else {
                    out.push_back('?');
                    ++m_repaired;
                }
                continue;
            }
            appendUtf8(out, unit);
        }
        m_held.assign(raw, at, size - at);
        if (m_isEnd && !m_held.empty()) {
            out.push_back('?');
            ++m_repaired;
            m_held.clear();
        }
    }
    std::memcpy(buffer.data(), out.data(), out.size());
    return out.size();
}

Result<std::size_t> TextStream::readSingle(std::span<char> buffer)
{
    std::string raw(std::max<std::size_t>(buffer.size() / 3, 1), '\0');
    auto got = m_bytes->read(raw);
    if (!got) {
        return failure(got.error());
    }
    std::string out;
    for (std::size_t i = 0; i < *got; ++i) {
        const auto byte = static_cast<unsigned char>(raw[i]);
        appendUtf8(out,
                   byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80U] : static_cast<char32_t>(byte));
    }
    std::memcpy(buffer.data(), out.data(), out.size());
    return out.size();
}

Result<std::string> headOf(const ByteSource& source, std::size_t size)
{
    auto stream = source.open();
    if (!stream) {
        return failure(stream.error());
    }
    std::string head(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        auto got = (*stream)->read(std::span(head).subspan(filled));
        if (!got) {
            return failure(got.error());
        }
        if (*got == 0) {
            break;
        }
        filled += *got;
    }
    head.resize(filled);
    return head;
}

namespace {

/// One step of a lane; constants of SplitMix64 (Steele, Lea, Flood 2014).
void step(std::uint64_t& lane, std::uint64_t word, std::uint64_t factor)
{
    lane = (lane ^ word) * factor;
    lane ^= lane >> 29U;
}

/// Eight bytes as a number, least significant first on every machine.
std::uint64_t wordAt(const char* at)
{
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, at, sizeof value);
    } else {
        for (unsigned int i = 0; i < sizeof value; ++i) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8U * i);
        }
    }
    return value;
}

constexpr std::size_t kHashBlock = 16; ///< a word for each lane: the two do not wait for each other

} // namespace

void ContentHash::mix(std::uint64_t word)
{
    step(m_a, word, 0xbf58476d1ce4e5b9ULL);
    step(m_b, ~word, 0x94d049bb133111ebULL);
}

void ContentHash::add(std::string_view bytes)
{
    m_size += bytes.size();
    const auto block = [&](const char* at) {
        step(m_a, wordAt(at), 0xbf58476d1ce4e5b9ULL);
        step(m_b, wordAt(at + 8), 0x94d049bb133111ebULL);
    };
    if (!m_rest.empty()) {
        const std::size_t taken = std::min(kHashBlock - m_rest.size(), bytes.size());
        m_rest.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        if (m_rest.size() < kHashBlock) {
            return;
        }
        block(m_rest.data());
        m_rest.clear();
    }
    while (bytes.size() >= kHashBlock) {
        block(bytes.data());
        bytes.remove_prefix(kHashBlock);
    }
    m_rest.assign(bytes);
}

std::string ContentHash::text() const
{
    ContentHash last = *this;
    std::string rest = last.m_rest;
    rest.resize(kHashBlock, '\0');
    last.mix(wordAt(rest.data()));
    last.mix(wordAt(rest.data() + 8));
    last.mix(m_size);
    return fmt::format("{:016x}{:016x}", last.m_a, last.m_b);
}

} // namespace wherewithal::providers
