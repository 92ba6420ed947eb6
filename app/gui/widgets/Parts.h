// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/theme/Metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

class QHBoxLayout;

/// Small parts that every page uses.
namespace wherewithal::app {

/// Colour of a label by role; follows the palette.
enum class Ink
{
    Text,
    Text2,
    Muted,
    Good,
    Warn,
    Bad,
};

/// A label of the type scale that follows font size and palette.
class TypedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TypedLabel(Type type, const QString& text = {}, QWidget* parent = nullptr);
    void setInk(Ink ink);

protected:
    void changeEvent(QEvent* event) override;

private:
    void apply();
    Type m_type;
    Ink m_ink = Ink::Text;
    bool m_isApplying = false;
};

/// A one-pixel line.
class Rule : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Letter tag of an option as a widget.
class LetterTag : public QWidget
{
    Q_OBJECT

public:
    explicit LetterTag(QWidget* parent = nullptr);
    void setLetter(const QString& letter);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_letter;
};

/// Words on one line that give way: what has no room ends in dots, and the tool tip has the whole.
class ElidedLabel : public TypedLabel
{
    Q_OBJECT

public:
    using TypedLabel::TypedLabel;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isCut() const;
};

/// "Cumulative cost  thousand USD, P10-P90 bands of A and B": section title and its note on one line.
class SectionTitle : public QWidget
{
    Q_OBJECT

public:
    explicit SectionTitle(const QString& title, const QString& note = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title) { m_title->setText(title); }
    void setNote(const QString& note) { m_note->setText(note); }
    void alignNoteRight() { m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter); }
    /// For buttons at the right end.
    [[nodiscard]] QHBoxLayout* row() const { return m_row; }

private:
    TypedLabel* m_title;
    TypedLabel* m_note;
    QHBoxLayout* m_row;
};

[[nodiscard]] QPushButton* makeButton(const QString& text, const QString& objectName, QWidget* parent);
/// The one filled button of a page.
[[nodiscard]] QPushButton* makeFilledButton(const QString& text, const QString& objectName, QWidget* parent);

} // namespace wherewithal::app
