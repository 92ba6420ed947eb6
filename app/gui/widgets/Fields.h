// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "model/units/Measure.h"
#include "model/units/Range.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace wherewithal::app {

class RangeSketch;
class TypedLabel;

/// "workloads[0].demand.growth" -> "/workloads/0/demand/growth": the places of validate() as JSON pointers.
[[nodiscard]] QString placeOf(const std::string& where);

/// One value of a plan as a field sees it.
struct FieldSpec
{
    QString place; ///< JSON pointer
    QString label;
    QString unit; ///< shown right of the field
    model::Dimension dimension = model::Dimension::Plain;
    double factor = 1.0;     ///< shown = stored x factor: 1000 for a time in seconds that is shown in ms
    QString sign;            ///< "≤ " before an objective
    bool isOptional = false; ///< an empty text means: not asked for
    /// A second field of the same value on another page: jumps and notes belong to the first one.
    bool isTwin = false;
    /// False hides the field: its value plays no part in the plan as it is. Without it the field always
    /// shows.
    std::function<bool(const model::Plan&)> isUsed;
    std::function<std::optional<model::Range>(const model::Plan&)> get;
    std::function<void(PlanDocument&, const QString& undoText, const std::optional<model::Range>&)> set;
    /// The same on a copy, to ask validate() before anything changes.
    std::function<void(model::Plan&, const std::optional<model::Range>&)> write;
};

/// Makes get, set and write from a function that finds the value in a plan.
void bindRange(FieldSpec& spec, std::function<model::Range&(model::Plan&)> access);
void bindOptional(FieldSpec& spec, std::function<std::optional<double>&(model::Plan&)> access);
void bindNumber(FieldSpec& spec, std::function<double&(model::Plan&)> access);
void bindInteger(FieldSpec& spec, std::function<int&(model::Plan&)> access);

/// What a wrong text may have meant: the words of a link, and the text that it puts into the field.
struct FieldFix
{
    QString label;
    QString text;

    bool operator==(const FieldFix&) const = default;
};

/// "700 +- 15" next to a much larger number: is that 15 of the unit, or 15 %? Both readings as fixes; empty
/// where only one makes sense (a width below 1, from 100 on, or of 5 % and more; a field of per cents).
[[nodiscard]] QList<FieldFix>
plusMinusReadings(const QString& text, model::Dimension dimension, const QString& unit);
/// Texts that a person may have meant: "1,000" for 1000, "7,5" for 7.5, "700-900" for a range, ends the wrong
/// way round, a per cent sign left out. Not checked.
[[nodiscard]] QList<FieldFix> likelyTexts(const QString& text, model::Dimension dimension);

/// A number or range typed as text: "5 to 10", "100 +- 10%", "P10 3, P90 9", with a unit if one likes.
///
/// A text that cannot be read, or that the plan's rules refuse, is marked and explained below the field, with
/// the value that stays in use and, where one is at hand, a fix as a link. A range shows its P10, P50, P90
/// and a sketch of its density. Alt+N writes a note on the field, which the plan and the report keep.
class MeasureField : public QWidget
{
    Q_OBJECT

public:
    MeasureField(Workspace& workspace, FieldSpec spec, QWidget* parent = nullptr);

    void showPlan(const model::Plan& plan);
    /// The label beside it, which is hidden with it.
    void setLabel(QWidget* label) { m_label = label; }
    [[nodiscard]] bool hasError() const { return m_hasError; }
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

    /// Opens the line for a note and puts the cursor there.
    void editNote();

signals:
    void errorChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildEdit();
    void buildNote();
    void commit();
    void commitNote();
    void showNote(const model::Plan& plan);
    void tintNoteIcon();
    /// Explains why a text is not taken, with the fixes that the plan would take.
    void explain(const model::Error& error);
    /// The fixes that can be read and that the plan accepts.
    [[nodiscard]] QList<FieldFix> usable(const QList<FieldFix>& fixes) const;
    void setProblem(const QString& problem, const QList<FieldFix>& fixes);
    [[nodiscard]] model::Result<std::optional<model::Range>> parse(const QString& text) const;
    /// The first error that the new value would add, or nothing.
    [[nodiscard]] std::optional<model::Error> refusal(const std::optional<model::Range>& value) const;
    [[nodiscard]] QString shown(const std::optional<model::Range>& value) const;
    void showRange(const std::optional<model::Range>& value);
    void setError(const QString& text);

    Workspace& m_workspace;
    FieldSpec m_spec;
    QLineEdit* m_edit;
    RangeSketch* m_sketch;
    TypedLabel* m_percentiles;
    QWidget* m_label = nullptr;
    TypedLabel* m_error;
    TypedLabel* m_noteText;
    QLineEdit* m_noteEdit;
    QAction* m_noteAction = nullptr;
    bool m_hasError = false;
};

/// The density of a range, drawn small.
class RangeSketch : public QWidget
{
    Q_OBJECT

public:
    explicit RangeSketch(QWidget* parent = nullptr);
    void setRange(const model::Range& range);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    model::Range m_range;
};

/// Rows of label, field and unit.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(Workspace& workspace, QWidget* parent = nullptr);

    MeasureField* add(FieldSpec spec);
    /// A choice of names; `current` gives the row, `choose` changes the plan.
    QComboBox* addChoice(const QString& label,
                         const QString& place,
                         const QStringList& names,
                         std::function<int(const model::Plan&)> current,
                         std::function<void(int)> choose);
    /// A line of plain text.
    QLineEdit* addText(const QString& label,
                       const QString& place,
                       std::function<QString(const model::Plan&)> current,
                       std::function<void(const QString&)> choose);
    /// Facts stand close, each above a rule.
    void setDense();
    /// A line that cannot be edited.
    void addFact(const QString& label, const QString& value, const QString& unit = {});

    void showPlan(const model::Plan& plan);
    [[nodiscard]] int errorCount() const;

signals:
    void errorChanged();

private:
    TypedLabel* addLabel(const QString& text, int row);

    Workspace& m_workspace;
    QGridLayout* m_grid;
    int m_row = 0;
    bool m_isDense = false;
    QList<MeasureField*> m_fields;
    QList<std::function<void(const model::Plan&)>> m_refreshers;
};

} // namespace wherewithal::app
