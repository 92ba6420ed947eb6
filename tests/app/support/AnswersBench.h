// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "tests/app/support/Fixture.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QStackedWidget>

#include <memory>
#include <utility>

namespace wherewithal::fixture {

/// A window on the fixture, shown, computed, with one page in front.
struct AnswersBench
{
    explicit AnswersBench(app::PageId id,
                       model::Plan plan = fixture::plan(),
                       app::Engine engine = fixture::engine())
        : workspace(std::move(engine), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<app::MainWindow>(workspace, app::Dialogs{});
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &app::SimulationRunner::finished);
        workspace.document().replace(std::move(plan));
        finished.wait(2000);
        window->showPage(id);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] app::Page* page(app::PageId id) const { return window->page(id); }
    /// In the page in front, by object name.
    template <typename T>
    [[nodiscard]] T* find(app::PageId id, const char* name) const
    {
        return page(id)->findChild<T*>(QString::fromLatin1(name));
    }

    app::Settings settings{QString()};
    app::Workspace workspace;
    std::unique_ptr<app::MainWindow> window;
};

} // namespace wherewithal::fixture
