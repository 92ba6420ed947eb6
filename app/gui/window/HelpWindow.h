// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace wherewithal::app {

/// The help beside the window: a search, the topics, and the text of one. It stays open while one works.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Shows a topic and brings the window to the front; a name that is none shows the first.
    void openTopic(const QString& name);
    [[nodiscard]] QString currentTopic() const { return m_current; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void filter(const QString& query);
    void showTopic(const QString& name);

    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QString m_current;
};

} // namespace wherewithal::app
