// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/ChangeValue.h"
#include "app/session/Engine.h"
#include "model/base/Result.h"
#include "model/plan/Plan.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace wherewithal::app {

/// The open plan: its value, its file, and every change to it with a way back.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    explicit PlanDocument(PlanStorage storage, QObject* parent = nullptr);

    [[nodiscard]] const model::Plan& plan() const { return m_plan; }
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }
    /// Empty: never saved, or a copy of an example.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isEdited() const { return !m_undo.isClean(); }

    /// Another plan altogether; the undo history starts anew.
    void replace(model::Plan plan, const QString& path = {});
    /// The same with a plan that differs from what its file holds: it counts as edited.
    void restore(model::Plan plan, const QString& path);
    [[nodiscard]] model::Result<void> open(const QString& path);
    /// The old file stays if this fails.
    [[nodiscard]] model::Result<void> saveAs(const QString& path);
    [[nodiscard]] model::Result<void> save() { return saveAs(m_path); }

    /// Changes one value. Nothing happens if it is the same already.
    ///
    /// @param place   JSON pointer of the value, e.g. "/workloads/0/demand/peak_per_second"
    /// @param text    for the undo menu: "growth of demand 42 -> 38 % / year"
    /// @param access  finds the value in a plan
    template <typename T>
    void change(const QString& place,
                const QString& text,
                std::function<T&(model::Plan&)> access,
                T value,
                Merge merge = Merge::Never)
    {
        if (access(m_plan) == value) {
            return;
        }
        auto* command = new ChangeValue<T>(
            m_plan, place, std::move(access), std::move(value), merge, [this] { emit changed(); });
        command->setText(text);
        m_undo.push(command); // owns it
    }

    /// An option keeps its letter as long as it stands in the plan: letters of a run are kept, without a step
    /// of undo.
    void keepLetters(const simulator::Comparison& comparison);
    /// Which catalogue and prices the answer stands on; written with the file.
    void recordPrices(const simulator::Comparison& comparison);
    /// The plan stands on no particular prices: those of the catalogue hold.
    void forgetPrices();

signals:
    void changed();        ///< the plan has another value than before
    void aboutToReplace(); ///< the plan of now still stands, with its edits
    void replaced();       ///< another plan was opened; changed() follows
    void pathChanged();

private:
    void take(model::Plan plan, const QString& path, bool isEdited);

    PlanStorage m_storage;
    model::Plan m_plan;
    QUndoStack m_undo;
    QString m_path;
};

} // namespace wherewithal::app
