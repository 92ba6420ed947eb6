// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/Fields.h"

#include <QPushButton>

#include <functional>
#include <optional>

class QGridLayout;
class QMenu;

namespace wherewithal::app {

/// One entry of a list to choose from: what the plan holds, and what people read.
struct Choice
{
    QString value;
    QString label;
};

/// A button that says what is chosen and opens a list with check marks, which stays open for several marks.
class ChoiceButton : public QPushButton
{
    Q_OBJECT

public:
    /// @param anyText  what the button says if nothing is chosen: "any"
    explicit ChoiceButton(const QString& anyText, QWidget* parent = nullptr);

    /// Values that are chosen and not in the list are added to it, so that nothing is lost.
    void setChoices(QList<Choice> choices);
    void setChosen(const QStringList& values);
    [[nodiscard]] QStringList chosen() const { return m_chosen; }

signals:
    void chosenChanged(const QStringList& values);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillMenu();
    void toggle(QAction* action);
    void showSummary();

    QString m_anyText;
    QList<Choice> m_choices;
    QStringList m_chosen;
    QMenu* m_list;
};

/// A text of the plan with its own check; what is refused is explained below, and the old value stays in use.
struct TextSpec
{
    QString label;
    QString place;
    QString placeholder;
    QStringList suggestions;
    QString unit; ///< right of the field
    QString toolTip;
    std::function<QString(const model::Plan&)> get;
    /// Takes the text over, or says why not; an empty answer means: taken.
    std::function<QString(const QString&)> set;
};

/// Rows of label, control and remark: the editor of one thing of the plan.
class EditorForm : public QWidget
{
    Q_OBJECT

public:
    explicit EditorForm(Workspace& workspace, QWidget* parent = nullptr);

    void addSection(const QString& title, const QString& note = {});
    void addNote(const QString& text);
    /// A line that cannot be edited: value, and where it comes from.
    void addFact(const QString& label, const QString& value, const QString& origin = {});
    MeasureField* addMeasure(FieldSpec spec);
    QLineEdit* addText(TextSpec spec);
    QComboBox* addChoice(const QString& label,
                         const QString& place,
                         const QList<Choice>& choices,
                         std::function<QString(const model::Plan&)> current,
                         std::function<void(const QString&)> choose);
    ChoiceButton* addChoices(const QString& label,
                             const QString& place,
                             const QString& anyText,
                             const QList<Choice>& choices,
                             std::function<QStringList(const model::Plan&)> current,
                             std::function<void(const QStringList&)> choose);
    QPushButton* addButton(const QString& label, const QString& text, const QString& objectName);
    /// An assumption of the engine as a range; an empty text goes back to the standard.
    void addAssumption(const char* key);

    void showPlan(const model::Plan& plan);
    /// Texts that are refused at present.
    [[nodiscard]] int errorCount() const;

private:
    TypedLabel* addLabel(const QString& text);
    void addUnit(const QString& text);

    Workspace& m_workspace;
    QGridLayout* m_grid;
    int m_row = 0;
    QList<MeasureField*> m_fields;
    QList<QLineEdit*> m_texts;
    QList<std::function<void(const model::Plan&)>> m_refreshers;
};

/// "80.0 GiB" fields: the plan holds bytes, people read GiB.
inline constexpr double kGib = 1024.0 * 1024.0 * 1024.0;

} // namespace wherewithal::app
