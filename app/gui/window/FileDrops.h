// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/window/NoteBar.h"
#include "app/session/Background.h"
#include "app/session/FileGuess.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace wherewithal::app {

/// Where files go, by what they hold. Each answers whether it took them.
struct FileTakers
{
    std::function<bool(const QString& path)> plan;
    std::function<bool(const QStringList& paths)> priceSheets;
    /// Model, trace, load test, log: the page that wants it.
    std::function<bool(const FileGuess& file)> page;
};

/// Files dropped on the window or opened: looked into on a worker, then handed to where they belong. What
/// nobody takes is named, with what was expected.
class FileDrops : public QObject
{
    Q_OBJECT

public:
    FileDrops(FileTakers takers, QObject* parent);

    void offer(const QStringList& paths);

signals:
    void noted(const wherewithal::app::Note& note);
    void noteEnded(const QString& id);

private:
    void sort(const std::vector<model::Result<FileGuess>>& guesses);
    void refuse(const FileGuess& guess);

    FileTakers m_takers;
    Background m_work;
};

/// "a request trace": what a kind of file is called in a sentence.
[[nodiscard]] QString fileKindName(FileKind kind);

} // namespace wherewithal::app
