// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace wherewithal::simulator {

/// Time-weighted sums of occupancy in a fixed number of slices: when the time outgrows them, slices join in
/// pairs.
class OccupancyRecorder
{
public:
    static constexpr std::size_t kSlices = 256;

    struct Area
    {
        double kvBlocks = 0.0; ///< block-seconds
        double queued = 0.0;   ///< request-seconds
        double running = 0.0;  ///< sequence-seconds
    };

    /// firstSlice > 0: width to begin with; the same for recorders that are to be added up.
    explicit OccupancyRecorder(double firstSliceSeconds)
        : m_sliceSeconds(firstSliceSeconds)
    {}

    /// Adds constant occupancy between two times.
    void add(double from, double to, double kvBlocks, double queued, double running)
    {
        while (to > m_sliceSeconds * static_cast<double>(kSlices)) {
            widen();
        }
        auto index = static_cast<std::size_t>(from / m_sliceSeconds);
        while (from < to && index < kSlices) {
            const double sliceEnd = m_sliceSeconds * static_cast<double>(index + 1);
            const double end = to < sliceEnd || index + 1 == kSlices ? to : sliceEnd;
            const double seconds = end > from ? end - from : 0.0;
            Area& area = m_areas[index];
            area.kvBlocks += kvBlocks * seconds;
            area.queued += queued * seconds;
            area.running += running * seconds;
            from = end > from ? end : from;
            ++index;
        }
    }

    /// Joins slices in pairs.
    void widen()
    {
        for (std::size_t i = 0; i < kSlices; ++i) {
            const std::size_t a = 2 * i;
            m_areas[i] = a + 1 < kSlices ? Area{m_areas[a].kvBlocks + m_areas[a + 1].kvBlocks,
                                                m_areas[a].queued + m_areas[a + 1].queued,
                                                m_areas[a].running + m_areas[a + 1].running}
                                         : Area{};
        }
        m_sliceSeconds *= 2.0;
    }

    [[nodiscard]] double sliceSeconds() const { return m_sliceSeconds; }
    [[nodiscard]] const std::array<Area, kSlices>& areas() const { return m_areas; }

private:
    double m_sliceSeconds;
    std::array<Area, kSlices> m_areas{};
};

} // namespace wherewithal::simulator
