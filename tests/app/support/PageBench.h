// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "tests/app/support/Fixture.h"
#include "tests/simulator/throughput/Hosts.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

/// A window on the fixture for the tests of single pages, with three accelerators in its catalogue.
namespace wherewithal::tests {

inline app::Engine engineWithDevices()
{
    app::Engine engine = fixture::engine();
    engine.slice = [](const model::Plan&) -> model::Result<std::shared_ptr<const model::CatalogueSlice>> {
        static const auto facts = [] {
            auto slice = std::make_shared<model::CatalogueSlice>(fixture::slice());
            model::Accelerator unknown = h100();
            unknown.id = model::AcceleratorId("mystery");
            unknown.displayName = "Mystery One";
            unknown.memoryBytesPerSecond.reset();
            slice->accelerators = {h100(), l40s(), unknown};
            std::ranges::sort(slice->accelerators, {}, &model::Accelerator::id);
            return std::shared_ptr<const model::CatalogueSlice>(slice);
        }();
        return facts;
    };
    return engine;
}

struct PageBench
{
    explicit PageBench(app::PageId page,
                       model::Plan plan = fixture::plan(),
                       app::Engine engine = engineWithDevices())
        : workspace(std::move(engine), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<app::MainWindow>(workspace, app::Dialogs{});
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &app::SimulationRunner::finished);
        workspace.document().replace(std::move(plan));
        finished.wait(2000);
        window->showPage(page);
        QCoreApplication::processEvents();
    }

    template <typename T>
    [[nodiscard]] T* find(const QString& name) const
    {
        T* const found = window->findChild<T*>(name);
        if (found == nullptr) {
            qWarning("there is no %s", qPrintable(name));
        }
        return found;
    }
    [[nodiscard]] const model::Plan& plan() const { return workspace.plan(); }
    [[nodiscard]] model::Workload& workload(std::size_t index = 0) const
    {
        return const_cast<model::Plan&>(workspace.plan()).workloads[index]; // NOLINT: to look at only
    }
    [[nodiscard]] const model::LlmServing& llm() const
    {
        return std::get<model::LlmServing>(workload().detail);
    }
    void undo() { workspace.document().undoStack()->undo(); }
    [[nodiscard]] QString undoText() { return workspace.document().undoStack()->undoText(); }
    /// Types a text into the field of a place, and Enter.
    void type(const QString& place, const QString& text) const
    {
        auto* edit = find<QLineEdit>(place);
        QVERIFY2(edit != nullptr, qPrintable(place));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void click(const QString& button) const
    {
        auto* found = find<QPushButton>(button);
        QVERIFY2(found != nullptr, qPrintable(button));
        QTest::mouseClick(found, Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    /// What is said below the field of a place; empty: all is well.
    [[nodiscard]] QString errorOf(const QString& place) const
    {
        const auto* label = find<QLabel>(place + QStringLiteral("#error"));
        return label == nullptr ? QString() : label->text();
    }
    /// Goes to the cell of a table and types there, as a person does.
    void typeCell(const QString& table, int row, int column, const QString& text) const
    {
        auto* view = find<QTableView>(table);
        QVERIFY2(view != nullptr, qPrintable(table));
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, column));
        view->edit(view->currentIndex());
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY2(editor != nullptr, "no editor opened");
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString cell(const QString& table, int row, int column) const
    {
        const auto* view = find<QTableView>(table);
        return view == nullptr ? QString() : view->model()->index(row, column).data().toString();
    }

    app::Settings settings{QString()};
    app::Workspace workspace;
    std::unique_ptr<app::MainWindow> window;
};

inline QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qWarning("cannot write %s", qPrintable(path));
    }
    return path;
}

} // namespace wherewithal::tests
