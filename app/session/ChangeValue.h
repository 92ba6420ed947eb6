// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace wherewithal::app {

/// Whether a change may be merged into the one before it if both are about the same place.
enum class Merge
{
    Never,
    Repeats, ///< a slider that is dragged: one step back undoes the whole drag
};

/// Swaps one value of the plan for another, and back.
template <typename T>
class ChangeValue : public QUndoCommand
{
public:
    using Access = std::function<T&(model::Plan&)>;

    /// `place` is the JSON pointer of the value; `notify` is called after each swap.
    ChangeValue(
        model::Plan& plan, QString place, Access access, T value, Merge merge, std::function<void()> notify)
        : m_plan(plan)
        , m_place(std::move(place))
        , m_access(std::move(access))
        , m_other(std::move(value))
        , m_merge(merge)
        , m_notify(std::move(notify))
    {}

    void redo() override { swapValues(); }
    void undo() override { swapValues(); }
    [[nodiscard]] int id() const override { return m_merge == Merge::Repeats ? 1 : -1; }

    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* other = dynamic_cast<const ChangeValue<T>*>(next);
        if (other == nullptr || other->m_place != m_place) {
            return false;
        }
        // m_other keeps the value from before the first of the merged changes.
        setText(other->text());
        setObsolete(m_access(m_plan) == m_other);
        return true;
    }

private:
    void swapValues()
    {
        std::swap(m_access(m_plan), m_other);
        m_notify();
    }

    model::Plan& m_plan;
    QString m_place;
    Access m_access;
    T m_other;
    Merge m_merge;
    std::function<void()> m_notify;
};

} // namespace wherewithal::app
