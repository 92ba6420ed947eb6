// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/window/PlanFiles.h"

#include <QAbstractButton>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace wherewithal::app {

class StartExample;
class TypedLabel;

/// A row that is one button: bold name, text below or beside it, something at the right.
class StartRow : public QAbstractButton
{
    Q_OBJECT

public:
    struct Texts
    {
        QString name;
        QString second; ///< below the name; empty: one line
        QString middle; ///< muted
        QString right;
        bool isKey = false; ///< the right text is a key
    };

    StartRow(Texts texts, QWidget* parent);

    void setMiddle(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Texts m_texts;
};

/// What the window opens with: templates, a place to drop files on, recent plans, and an example that is
/// computed already.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(Workspace& workspace, PlanFiles& files, QWidget* parent = nullptr);

    void focusContent();
    /// Recent plans and drafts as they are now.
    void refresh() { fillRecent(); }
    /// Alt+1 is 0.
    void chooseTemplate(int number);

signals:
    void openFileRequested();
    void importRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildLeft();
    void buildTemplates(QVBoxLayout* layout);
    void buildDropArea(QVBoxLayout* layout);
    void buildGoodToKnow(QVBoxLayout* layout);
    void fillTemplates();
    void fillRecent();
    void openExample();

    Workspace& m_workspace;
    PlanFiles& m_files;
    QList<StartRow*> m_templates;
    QBoxLayout* m_halves = nullptr;
    QWidget* m_divider = nullptr;
    QWidget* m_recent = nullptr;
    StartExample* m_example = nullptr;
};

} // namespace wherewithal::app
