// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace wherewithal::app {

class TypedLabel;

/// A place to drop a file on, with a button that asks for one. Says what it holds, what it is doing, or what
/// was wrong with the last file; the old content stays then.
class DropArea : public QWidget
{
    Q_OBJECT

public:
    explicit DropArea(const QString& name, QWidget* parent = nullptr);

    /// What is in use; an empty title: nothing yet.
    void setContent(const QString& title, const QString& note);
    void setWorking(const QString& text);
    /// Where, what and how to fix it; empty: no error.
    void setError(const QString& text);
    [[nodiscard]] bool hasError() const { return !m_errorText.isEmpty(); }

signals:
    void browseRequested();
    void fileDropped(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setHovered(bool isHovered);

    TypedLabel* m_title;
    TypedLabel* m_note;
    TypedLabel* m_error;
    QPushButton* m_browse;
    QString m_errorText;
    bool m_hasContent = false;
    bool m_isHovered = false;
};

} // namespace wherewithal::app
