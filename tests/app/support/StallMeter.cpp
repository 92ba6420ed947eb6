// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/StallMeter.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <ctime>

namespace wherewithal::fixture {

namespace {

/// Processor time of the calling thread [ms].
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

StallMeter::StallMeter(QObject* parent)
    : QObject(parent)
    , m_steps({{QStringLiteral("start"), 0.0}})
{
    QAbstractEventDispatcher* loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::awake, this, &StallMeter::wake);
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &StallMeter::rest);
}

void StallMeter::say(const QString& step)
{
    m_steps.append({step, 0.0});
}

void StallMeter::wake()
{
    rest(); // a loop that never blocks is awake again and again
    m_start = threadMilliseconds();
    m_isAwake = true;
}

void StallMeter::rest()
{
    if (m_isAwake) {
        const double span = threadMilliseconds() - m_start;
        m_longest = std::max(m_longest, span);
        m_steps.last().longest = std::max(m_steps.last().longest, span);
        m_isAwake = false;
    }
}

QStringList StallMeter::above(double limit) const
{
    QStringList lines;
    for (const Step& step : m_steps) {
        if (step.longest > limit) {
            lines.append(QStringLiteral("%1 ms at %2").arg(step.longest, 0, 'f', 1).arg(step.name));
        }
    }
    return lines;
}

} // namespace wherewithal::fixture
