// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/EditorForm.h"

#include "app/gui/theme/Style.h"
#include "app/gui/widgets/Parts.h"
#include "app/report/Format.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kFieldWidth = 220;
constexpr double kChoiceWidth = 268; ///< at most, the width of the editor: a longer choice is elided

} // namespace

ChoiceButton::ChoiceButton(const QString& anyText, QWidget* parent)
    : QPushButton(parent)
    , m_anyText(anyText)
    , m_list(new QMenu(this))
{
    setProperty(kChoiceProperty, true);
    m_list->setToolTipsVisible(true);
    m_list->installEventFilter(this);
    setMenu(m_list);
    showSummary();
}

void ChoiceButton::setChoices(QList<Choice> choices)
{
    m_choices = std::move(choices);
    fillMenu();
    showSummary();
}

void ChoiceButton::setChosen(const QStringList& values)
{
    m_chosen = values;
    fillMenu();
    showSummary();
}

void ChoiceButton::fillMenu()
{
    if (m_list->isVisible()) {
        for (QAction* action : m_list->actions()) {
            action->setChecked(m_chosen.contains(action->data().toString()));
        }
        return;
    }
    QList<Choice> all = m_choices;
    for (const QString& value : m_chosen) {
        const bool isKnown =
            std::ranges::any_of(all, [&](const Choice& choice) { return choice.value == value; });
        if (!isKnown) {
            all.append({value, value});
        }
    }
    m_list->clear();
    for (const Choice& choice : all) {
        QAction* action = m_list->addAction(choice.label);
        action->setData(choice.value);
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(choice.value));
        connect(action, &QAction::triggered, this, [this, action] { toggle(action); });
    }
}

void ChoiceButton::toggle(QAction* action)
{
    const QString value = action->data().toString();
    if (!m_chosen.removeOne(value)) {
        m_chosen.append(value);
    }
    showSummary();
    emit chosenChanged(m_chosen);
}

bool ChoiceButton::eventFilter(QObject* watched, QEvent* event)
{
    // Several marks in one visit: a click or Space marks without closing, Enter marks and closes.
    QAction* action = watched == m_list ? m_list->activeAction() : nullptr;
    const bool isClick = event->type() == QEvent::MouseButtonRelease;
    const bool isSpace =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (action != nullptr && (isClick || isSpace)) {
        action->trigger();
        return true;
    }
    return QPushButton::eventFilter(watched, event);
}

void ChoiceButton::showSummary()
{
    QStringList labels;
    for (const QString& value : m_chosen) {
        const auto known =
            std::ranges::find_if(m_choices, [&](const Choice& choice) { return choice.value == value; });
        labels.append(known != m_choices.end() ? known->label : value);
    }
    const QString whole = labels.isEmpty() ? m_anyText : labels.join(QStringLiteral(", "));
    setToolTip(whole);
    setAccessibleDescription(whole);
    QString shown = fontMetrics().elidedText(whole, Qt::ElideRight, px(kFieldWidth - 40));
    setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
}

EditorForm::EditorForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(px(16), px(8), px(16), px(16));
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnMinimumWidth(0, px(132));
    m_grid->setColumnStretch(2, 1);
}

TypedLabel* EditorForm::addLabel(const QString& text)
{
    auto* label = new TypedLabel(Type::Body, text, this);
    label->setMinimumHeight(px(26));
    label->setWordWrap(true);
    label->setMaximumWidth(px(150));
    m_grid->addWidget(label, m_row, 0, Qt::AlignTop);
    return label;
}

void EditorForm::addUnit(const QString& text)
{
    auto* unit = new TypedLabel(Type::Note, text, this);
    unit->setInk(Ink::Muted);
    unit->setFixedHeight(px(26));
    unit->setToolTip(text);
    unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_grid->addWidget(unit, m_row, 2, Qt::AlignTop);
}

void EditorForm::addSection(const QString& title, const QString& note)
{
    if (m_row > 0) {
        m_grid->addWidget(new Rule(Qt::Horizontal, this), m_row++, 0, 1, 3);
    }
    auto* section = new TypedLabel(Type::Section, title, this);
    section->setWordWrap(true);
    m_grid->addWidget(section, m_row++, 0, 1, 3);
    if (!note.isEmpty()) {
        addNote(note);
    }
}

void EditorForm::addNote(const QString& text)
{
    auto* label = new TypedLabel(Type::Note, text, this);
    label->setInk(Ink::Text2);
    label->setWordWrap(true);
    m_grid->addWidget(label, m_row++, 0, 1, 3);
}

void EditorForm::addFact(const QString& label, const QString& value, const QString& origin)
{
    addLabel(label);
    auto* text = new TypedLabel(Type::Strong, value, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);
    text->setMinimumHeight(px(26));
    text->setAccessibleName(label);
    text->setAccessibleDescription(value);
    m_grid->addWidget(text, m_row++, 1, 1, 2, Qt::AlignTop);
    if (!origin.isEmpty()) {
        auto* source = new TypedLabel(Type::Small, origin, this);
        source->setInk(Ink::Muted);
        source->setWordWrap(true);
        m_grid->addWidget(source, m_row++, 1, 1, 2);
    }
}

MeasureField* EditorForm::addMeasure(FieldSpec spec)
{
    TypedLabel* label = addLabel(spec.label);
    auto* field = new MeasureField(m_workspace, std::move(spec), this);
    label->setBuddy(field->edit());
    m_grid->addWidget(field, m_row++, 1, 1, 2); // it shows its unit itself
    m_fields.append(field);
    return field;
}

QLineEdit* EditorForm::addText(TextSpec spec)
{
    TypedLabel* label = addLabel(spec.label);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    auto* edit = new QLineEdit(this);
    edit->setObjectName(spec.place);
    edit->setProperty("wherewithalPlace", spec.place);
    edit->setAccessibleName(spec.label);
    edit->setAccessibleDescription(spec.unit);
    edit->setPlaceholderText(spec.placeholder);
    edit->setToolTip(spec.toolTip);
    edit->setFixedWidth(px(kFieldWidth));
    edit->setTextMargins(px(5), 0, px(5), 0);
    label->setBuddy(edit);
    if (!spec.suggestions.isEmpty()) {
        auto* completer = new QCompleter(spec.suggestions, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
    auto* error = new TypedLabel(Type::Note, {}, this);
    error->setObjectName(spec.place + QStringLiteral("#error"));
    error->setInk(Ink::Bad);
    error->setWordWrap(true);
    error->setMaximumWidth(px(kFieldWidth));
    error->hide();
    column->addWidget(edit);
    column->addWidget(error);
    m_grid->addLayout(column, m_row, 1);
    addUnit(spec.unit);
    ++m_row;
    m_texts.append(edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, error, get = spec.get, set = spec.set] {
        const QString text = edit->text().trimmed();
        const QString refused = text == get(m_workspace.plan()) ? QString() : set(text);
        edit->setModified(false);
        edit->setProperty(kErrorProperty, !refused.isEmpty());
        edit->update();
        error->setText(refused);
        error->setVisible(!refused.isEmpty());
    });
    m_refreshers.append([edit, get = spec.get](const model::Plan& plan) {
        const bool isTyping = edit->hasFocus() && edit->isModified();
        if (!isTyping && !edit->property(kErrorProperty).toBool()) {
            edit->setText(get(plan));
            edit->setCursorPosition(0); // a long text shows its beginning
        }
    });
    return edit;
}

QComboBox* EditorForm::addChoice(const QString& label,
                                 const QString& place,
                                 const QList<Choice>& choices,
                                 std::function<QString(const model::Plan&)> current,
                                 std::function<void(const QString&)> choose)
{
    TypedLabel* name = addLabel(label);
    auto* box = new QComboBox(this);
    for (const Choice& choice : choices) {
        box->addItem(choice.label, choice.value);
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(px(kFieldWidth));
    box->setMaximumWidth(px(kChoiceWidth));
    box->setObjectName(place);
    box->setProperty("wherewithalPlace", place);
    box->setAccessibleName(label);
    name->setBuddy(box);
    m_grid->addWidget(box, m_row++, 1, 1, 2, Qt::AlignLeft);
    connect(box, &QComboBox::activated, this, [box, choose = std::move(choose)](int row) {
        choose(box->itemData(row).toString());
    });
    m_refreshers.append([box, current = std::move(current)](const model::Plan& plan) {
        const QString value = current(plan);
        int row = box->findData(value);
        if (row < 0) { // what the plan holds is shown even if the catalogue does not know it
            box->addItem(value, value);
            row = box->count() - 1;
        }
        box->setCurrentIndex(row);
    });
    return box;
}

ChoiceButton* EditorForm::addChoices(const QString& label,
                                     const QString& place,
                                     const QString& anyText,
                                     const QList<Choice>& choices,
                                     std::function<QStringList(const model::Plan&)> current,
                                     std::function<void(const QStringList&)> choose)
{
    TypedLabel* name = addLabel(label);
    auto* button = new ChoiceButton(anyText, this);
    button->setObjectName(place);
    button->setProperty("wherewithalPlace", place);
    button->setAccessibleName(label);
    button->setFixedWidth(px(kFieldWidth));
    button->setChoices(choices);
    name->setBuddy(button);
    m_grid->addWidget(button, m_row++, 1);
    connect(button, &ChoiceButton::chosenChanged, this, std::move(choose));
    m_refreshers.append([button, current = std::move(current)](const model::Plan& plan) {
        button->setChosen(current(plan));
    });
    return button;
}

QPushButton* EditorForm::addButton(const QString& label, const QString& text, const QString& objectName)
{
    addLabel(label);
    QPushButton* button = makeButton(text, objectName, this);
    m_grid->addWidget(button, m_row++, 1, Qt::AlignLeft);
    return button;
}

void EditorForm::addAssumption(const char* key)
{
    const model::AssumptionSpec* spec = model::findAssumption(key);
    if (spec == nullptr) {
        return;
    }
    const Format format;
    const std::string name(spec->key);
    const auto translated = [&format](std::string_view text) {
        return format.wording().engineText(std::string(text));
    };
    const QString label = translated(spec->label);
    TextSpec text;
    text.label = label;
    text.place = QStringLiteral("/assumptions/") + fromEngine(name);
    text.placeholder =
        spec->isUnsetByDefault ? tr("unknown") : tr("assumed: %1").arg(fromEngine(spec->standard.toText()));
    text.unit = format.unit(std::string(spec->unit));
    text.toolTip = translated(spec->basis);
    text.get = [name](const model::Plan& plan) {
        return plan.assumptions.isOwn(name) ? fromEngine(plan.assumptions.get(name).toText()) : QString();
    };
    text.set = [this, name, label, place = text.place](const QString& typed) -> QString {
        model::Assumptions changed = m_workspace.plan().assumptions;
        if (typed.isEmpty()) {
            changed.reset(name);
        } else {
            const auto range = model::parseMeasure(typed.toStdString(), model::Dimension::Plain);
            const auto done = range ? changed.set(name, *range) : model::Result<void>();
            if (!range || !done) {
                const model::Error error = range ? done.error() : range.error();
                return tr("✕ %1. %2").arg(fromEngine(error.message), fromEngine(error.hint)).trimmed();
            }
        }
        m_workspace.document().change<model::Assumptions>(
            place,
            typed.isEmpty() ? tr("%1 to its standard").arg(label) : tr("%1 to %2").arg(label, typed),
            [](model::Plan& plan) -> model::Assumptions& { return plan.assumptions; },
            changed);
        return {};
    };
    addText(std::move(text));
}

void EditorForm::showPlan(const model::Plan& plan)
{
    for (MeasureField* field : m_fields) {
        field->showPlan(plan);
    }
    for (const auto& refresh : m_refreshers) {
        refresh(plan);
    }
    m_grid->setRowStretch(m_row, 1); // rows keep their height, spare room goes below
}

int EditorForm::errorCount() const
{
    const auto fields =
        std::ranges::count_if(m_fields, [](const MeasureField* field) { return field->hasError(); });
    const auto texts = std::ranges::count_if(
        m_texts, [](const QLineEdit* edit) { return edit->property(kErrorProperty).toBool(); });
    return static_cast<int>(fields + texts);
}

} // namespace wherewithal::app
