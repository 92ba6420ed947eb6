// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wherewithal::providers {

/// Walks the fields of one protobuf message. Never leaves its bytes; a broken message ends the walk and says
/// so.
class ProtoFields
{
public:
    explicit ProtoFields(std::string_view bytes)
        : m_bytes(bytes)
    {}

    /// Moves to the next field; false at the end or if the message is broken.
    [[nodiscard]] bool next()
    {
        if (m_isBroken || m_at >= m_bytes.size()) {
            return false;
        }
        const std::uint64_t key = varint();
        m_number = key >> 3U;
        switch (key & 7U) {
        case 0:
            m_value = varint();
            m_data = {};
            break;
        case 1:
            m_data = take(8);
            break;
        case 2:
            m_data = take(varint());
            break;
        case 5:
            m_data = take(4);
            break;
        default:
            m_isBroken = true;
        }
        m_isMessage = (key & 7U) == 2;
        return !m_isBroken;
    }

    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] std::uint64_t value() const { return m_value; } ///< of a varint field
    [[nodiscard]] std::int64_t signedValue() const { return static_cast<std::int64_t>(m_value); }
    [[nodiscard]] std::string_view data() const { return m_data; } ///< of a text, message or packed field
    [[nodiscard]] bool isMessage() const { return m_isMessage; }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

    /// The next varint of packed numbers; false at their end.
    [[nodiscard]] bool nextPacked(std::int64_t& value)
    {
        if (m_isBroken || m_at >= m_bytes.size()) {
            return false;
        }
        value = static_cast<std::int64_t>(varint());
        return !m_isBroken;
    }

private:
    [[nodiscard]] std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size()) {
                break;
            }
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        m_isBroken = true;
        return 0;
    }
    [[nodiscard]] std::string_view take(std::uint64_t count)
    {
        if (m_isBroken || count > m_bytes.size() - m_at) {
            m_isBroken = true;
            return {};
        }
        const std::string_view part = m_bytes.substr(m_at, count);
        m_at += count;
        return part;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::uint64_t m_number = 0;
    std::uint64_t m_value = 0;
    std::string_view m_data;
    bool m_isMessage = false;
    bool m_isBroken = false;
};

} // namespace wherewithal::providers
