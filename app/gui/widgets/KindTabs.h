// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace wherewithal::app {

/// Tabs that say a name and, smaller, what kind of thing it is.
class KindTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit KindTabs(QWidget* parent = nullptr);

    struct Tab
    {
        QString name;
        QString kind;

        bool operator==(const Tab&) const = default;
    };
    /// Keeps the current tab where it can; no signal is sent.
    void setTabs(const QList<Tab>& tabs);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Tab> m_tabs;
};

} // namespace wherewithal::app
