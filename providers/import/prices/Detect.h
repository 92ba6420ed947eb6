// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ByteSource.h"
#include "providers/import/prices/CsvBlock.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// A kind of file we know: one we import, or one we can name and say what to fetch instead.
struct FormatInfo
{
    std::string_view name;    ///< "aws-offer-csv"
    std::string_view title;   ///< for people
    std::string_view knownBy; ///< what in the content gives it away
    std::string_view advice;  ///< of a refused one: what to do instead; empty: it is imported

    [[nodiscard]] bool isRefused() const { return !advice.empty(); }
};

/// All of them, those we import first.
[[nodiscard]] std::span<const FormatInfo> formats();
/// Null for an unknown name.
[[nodiscard]] const FormatInfo* findFormat(std::string_view name);

/// What a file seems to be. Every part can be overruled by hand.
struct Detection
{
    std::string format; ///< name of a FormatInfo; "unknown" if nothing fits
    Encoding encoding = Encoding::Utf8;
    CsvDialect dialect;              ///< of CSV formats
    std::vector<std::string> header; ///< cells of the header line, of CSV formats
    std::size_t headerLine = 0;      ///< from 1; 0: none
    std::uint64_t invalidBytes = 0;  ///< bytes of the head that are no text in that encoding
};

/// Looks at the first bytes (decoded from their packing, not from their encoding). Never at the file's name.
[[nodiscard]] Detection detect(std::string_view head);

/// Detects one source; failures are those of reading it.
[[nodiscard]] model::Result<Detection> detect(const ByteSource& source);

/// Bytes that detect(source) looks at.
inline constexpr std::size_t kDetectionHead = std::size_t{64} * 1024;

} // namespace wherewithal::providers
