// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/Fixture.h"
#include "tests/app/support/SteeredEngine.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTest>

#include <initializer_list>

/// The four states of pages: empty, working, result, error.
namespace wherewithal::fixture {

/// A window on an engine that answers as it is told, with one page in front.
struct StatesBench
{
    explicit StatesBench(app::PageId asked)
        : workspace(steered.engine(), fixture::memoryStorage(), settings)
        , window(workspace, app::Dialogs{})
        , id(asked)
    {
        window.resize(1440, 900);
        window.show();
        window.showPage(asked);
    }
    ~StatesBench() { steered.mayGo = true; }
    StatesBench(const StatesBench&) = delete;
    StatesBench& operator=(const StatesBench&) = delete;

    [[nodiscard]] app::Page* page() const { return window.page(id); }
    /// The page's first line; empty while it is hidden.
    [[nodiscard]] QString verdict() const
    {
        const auto* label = page()->findChild<QLabel*>(QStringLiteral("verdict"));
        return label->isVisible() ? label->text() : QString();
    }
    /// What the message of a state says, "emptyState" for one.
    [[nodiscard]] QString textOf(const char* state) const
    {
        QStringList texts;
        for (const QLabel* label :
             page()->findChild<QWidget*>(QString::fromLatin1(state))->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        return texts.join(QLatin1Char('\n'));
    }
    /// Presses the button of a state by key.
    void press(const char* state) const
    {
        auto* button = page()->findChild<QPushButton*>(QString::fromLatin1(state) + QStringLiteral("Button"));
        QVERIFY(button != nullptr && button->isVisible());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// Something of the page takes keys: it can be worked with.
    [[nodiscard]] bool takesKeys() const
    {
        page()->focusContent();
        const QWidget* focused = window.focusWidget(); // the window need not be active
        return focused != nullptr && page()->isAncestorOf(focused) && focused->isEnabled();
    }
    /// The fixture's plan by another name: the answer in view is stale until the next.
    void replaceNamed(const char* name)
    {
        model::Plan plan = fixture::plan();
        plan.name = name;
        workspace.document().replace(plan);
    }

    app::Settings settings{QString()};
    Steered steered;
    app::Workspace workspace;
    app::MainWindow window;
    app::PageId id;
};

/// English, in the program's own look.
inline void useProgramsLook()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    app::installTheme(*qApp);
}

/// A row of test data for each page.
inline void addPages(std::initializer_list<app::PageId> pages)
{
    QTest::addColumn<int>("id");
    for (const app::PageId id : pages) {
        QTest::newRow(qPrintable(app::pageKey(id))) << static_cast<int>(id);
    }
}

/// The page of the row.
[[nodiscard]] inline app::PageId askedPage()
{
    QFETCH(int, id);
    return static_cast<app::PageId>(id);
}

} // namespace wherewithal::fixture
