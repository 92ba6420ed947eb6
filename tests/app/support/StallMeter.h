// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace wherewithal::fixture {

/// Watches the event loop of the thread it is made on: how much processor time passes between two moments at
/// which the loop could take the user's next event.
///
/// Processor time of the thread, not the clock on the wall: a busy machine makes no stall, waiting for
/// another thread with a lock does not show. Paint, layout and model resets do.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    explicit StallMeter(QObject* parent = nullptr);

    /// What the user does now; stalls are told apart by it.
    void say(const QString& step);
    /// Longest span so far [ms].
    [[nodiscard]] double longest() const { return m_longest; }
    /// "38.2 ms at Ctrl+6" for each step with a span above `limit` [ms], longest span of the step.
    [[nodiscard]] QStringList above(double limit) const;

private:
    void wake();
    void rest();

    struct Step
    {
        QString name;
        double longest = 0.0;
    };
    QList<Step> m_steps;
    double m_longest = 0.0;
    double m_start = 0.0;
    bool m_isAwake = false;
};

} // namespace wherewithal::fixture
