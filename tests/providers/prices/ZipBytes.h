// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <zlib.h>

namespace wherewithal::testing {

inline void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xffU));
    }
}

/// A zip without compression, as the format's specification (APPNOTE 4.3) has it.
[[nodiscard]] inline std::string zipOf(const std::map<std::string, std::string>& files)
{
    std::string out;
    std::string directory;
    for (const auto& [path, content] : files) {
        const std::uint64_t offset = out.size();
        const auto crc =
            crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
        std::string common;
        put(common, 20, 2); // version
        put(common, 0, 2);  // flags
        put(common, 0, 2);  // stored
        put(common, 0, 4);  // time and day
        put(common, crc, 4);
        put(common, content.size(), 4);
        put(common, content.size(), 4);
        put(common, path.size(), 2);
        put(common, 0, 2);
        out.append("PK\x03\x04").append(common).append(path).append(content);
        directory.append("PK\x01\x02");
        put(directory, 20, 2);
        directory.append(common);
        put(directory, 0, 2); // comment
        put(directory, 0, 2); // disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory.append(path);
    }
    const std::uint64_t begin = out.size();
    out.append(directory).append("PK\x05\x06");
    put(out, 0, 4);
    put(out, files.size(), 2);
    put(out, files.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

} // namespace wherewithal::testing
