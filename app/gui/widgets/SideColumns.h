// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QBoxLayout;

namespace wherewithal::app {

/// Two parts of a page beside each other, with a line between them; below each other, and scrolled, where the
/// page is too narrow for both: a large font in a small window.
class SideColumns : public QScrollArea
{
    Q_OBJECT

public:
    /// Lengths in design pixels. `leftWidth` 0: the two share the width as 11 to 9.
    struct Sizes
    {
        double leftWidth = 0.0;
        double least = 780.0;       ///< narrower than this, they stand below each other
        double leftHeight = 320.0;  ///< of the upper one then
        double rightHeight = 440.0; ///< of the lower one
    };

    SideColumns(QWidget* left, QWidget* right, const Sizes& sizes, QWidget* parent = nullptr);
    [[nodiscard]] bool isStacked() const { return m_isStacked; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    [[nodiscard]] int leftHeight() const;

    Sizes m_sizes;
    QWidget* m_left;
    QWidget* m_right;
    QWidget* m_across;
    QWidget* m_along;
    QBoxLayout* m_layout;
    bool m_isStacked = false;
};

} // namespace wherewithal::app
