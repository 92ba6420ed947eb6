// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Bytes in order, once.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    /// Fills the buffer's start; 0 only at the end. InputOutput or TooLarge on failure.
    [[nodiscard]] virtual model::Result<std::size_t> read(std::span<char> buffer) = 0;

protected:
    ByteStream() = default;
    ByteStream(const ByteStream&) = default;
    ByteStream(ByteStream&&) = default;
    ByteStream& operator=(const ByteStream&) = default;
    ByteStream& operator=(ByteStream&&) = default;
};

/// Something that can be read from the start as often as needed: a file, a piece of memory, an entry of a
/// zip.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual model::Result<std::unique_ptr<ByteStream>> open() const = 0;
    /// File name without folders, for messages.
    [[nodiscard]] virtual std::string name() const = 0;

protected:
    ByteSource() = default;
    ByteSource(const ByteSource&) = default;
    ByteSource(ByteSource&&) = default;
    ByteSource& operator=(const ByteSource&) = default;
    ByteSource& operator=(ByteSource&&) = default;
};

/// Bounds on what a file may make us do.
struct SourceLimits
{
    std::uint64_t maxBytes = 64ULL << 30U;  ///< decoded bytes of one sheet
    std::uint64_t maxRatio = 250;           ///< decoded / compressed bytes, judged beyond freeBytes
    std::uint64_t freeBytes = 64ULL << 20U; ///< decoded bytes that any ratio is allowed for
    std::uint64_t maxEntries = 10'000;      ///< files in a zip
};

[[nodiscard]] std::shared_ptr<ByteSource> fileSource(std::filesystem::path path);
/// Does not copy: the bytes outlive the source.
[[nodiscard]] std::shared_ptr<ByteSource> memorySource(std::string_view bytes, std::string name);

/// Unpacks: a zip becomes its files in order of name, a workbook the worksheet of this name (empty: the first
/// that holds a table), a gzip the one file within, anything else itself.
///
/// NotFound for a worksheet that is not there, UnsupportedFormat for an encrypted zip, TooLarge beyond the
/// limits, InvalidSyntax for a damaged archive.
[[nodiscard]] model::Result<std::vector<std::shared_ptr<ByteSource>>> unpacked(
    const std::shared_ptr<ByteSource>& source, const SourceLimits& limits, const std::string& worksheet = {});

enum class Encoding
{
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
};
[[nodiscard]] std::string_view name(Encoding encoding);

/// What the first bytes say: a byte order mark, UTF-16 without one (zeros in every second byte), else UTF-8.
[[nodiscard]] Encoding guessEncoding(std::string_view head);

/// Valid UTF-8 without byte order mark, made of a stream in the given encoding.
///
/// Bytes that are no UTF-8 become '?' and are counted, so that nothing behind this has to ask again.
class TextStream final : public ByteStream
{
public:
    /// `repaired` outlives the stream.
    TextStream(std::unique_ptr<ByteStream> bytes, Encoding encoding, std::uint64_t& repaired);
    [[nodiscard]] model::Result<std::size_t> read(std::span<char> buffer) override;

private:
    [[nodiscard]] model::Result<std::size_t> readUtf8(std::span<char> buffer);
    [[nodiscard]] model::Result<std::size_t> readWide(std::span<char> buffer);
    [[nodiscard]] model::Result<std::size_t> readSingle(std::span<char> buffer);

    std::unique_ptr<ByteStream> m_bytes;
    Encoding m_encoding;
    bool m_isStart = true;
    bool m_isEnd = false;
    std::string m_held; ///< bytes read and not yet given out: an incomplete sequence
    std::uint64_t& m_repaired;
};

/// Replaces what is no UTF-8 by '?', in place. Returns the number of bytes at the end that may begin a
/// sequence continued later (0..3), and adds the replaced ones to `repaired`.
[[nodiscard]] std::size_t repairUtf8(std::span<char> text, std::uint64_t& repaired);

/// The first bytes, decoded, for detection. At most `size`.
[[nodiscard]] model::Result<std::string> headOf(const ByteSource& source, std::size_t size);

/// 128 bits of a fast, stable, non-cryptographic hash over the source's bytes, as 32 hexadecimal digits.
class ContentHash
{
public:
    void add(std::string_view bytes);
    [[nodiscard]] std::string text() const;

private:
    void mix(std::uint64_t word);
    std::uint64_t m_a = 0x9e3779b97f4a7c15ULL;
    std::uint64_t m_b = 0xc2b2ae3d27d4eb4fULL;
    std::uint64_t m_size = 0;
    std::string m_rest;
};

} // namespace wherewithal::providers
