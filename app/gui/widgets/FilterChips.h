// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLineEdit>
#include <QList>
#include <QWidget>

#include <functional>

class QMenu;

namespace wherewithal::app {

/// One filter that is set: a click or Enter changes it, a click on its cross, Delete or Backspace takes it
/// away.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const;
};

/// A filter as the strip shows it.
struct FilterEntry
{
    QString key;  ///< stable, for tests and object names
    QString text; ///< "Each ≤ 15 USD/h or unknown"
};

/// "Filters  [Kind: accelerator machine x] [As of 2026-11-22 x]  [Add filter]  Clear": wraps onto more lines.
class FilterStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FilterStrip(QWidget* parent = nullptr);
    void setFilters(const QList<FilterEntry>& filters);
    [[nodiscard]] QList<FilterEntry> filters() const { return m_filters; }
    [[nodiscard]] QWidget* addButton() const { return m_add; }
    [[nodiscard]] QWidget* chip(const QString& key) const;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void addWanted();
    void changeWanted(const QString& key);
    void removeWanted(const QString& key);
    void clearWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Places all parts in lines; the height they take.
    int place(int width, bool doMove) const;

    QList<FilterEntry> m_filters;
    QList<FilterChip*> m_chips;
    QWidget* m_label = nullptr;
    QWidget* m_add = nullptr;
    QWidget* m_clear = nullptr;
};

/// A search field with a note at its right end ("312 match, 18 ms") and the key that goes there.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);
    void setNote(const QString& note);
    [[nodiscard]] QString note() const { return m_note; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_note;
};

} // namespace wherewithal::app
