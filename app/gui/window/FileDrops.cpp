// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/FileDrops.h"

#include "app/report/Format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace wherewithal::app {

namespace {

const QString kDropNote = QStringLiteral("drop");

} // namespace

QString fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Plan:
        return FileDrops::tr("a plan");
    case FileKind::ModelConfig:
        return FileDrops::tr("a model configuration");
    case FileKind::ModelWeights:
        return FileDrops::tr("a model file");
    case FileKind::ModelGraph:
        return FileDrops::tr("an ONNX model");
    case FileKind::PriceSheet:
        return FileDrops::tr("a price sheet");
    case FileKind::RequestTrace:
        return FileDrops::tr("a request trace");
    case FileKind::LoadTest:
        return FileDrops::tr("a load test");
    case FileKind::LogSample:
        return FileDrops::tr("a log");
    case FileKind::Unknown:
        break;
    }
    return FileDrops::tr("an unknown file");
}

FileDrops::FileDrops(FileTakers takers, QObject* parent)
    : QObject(parent)
    , m_takers(std::move(takers))
    , m_work(this)
{}

void FileDrops::offer(const QStringList& paths)
{
    if (paths.isEmpty()) {
        return;
    }
    m_work.start(
        [paths](const std::stop_token& stop) {
            std::vector<model::Result<FileGuess>> guesses;
            for (const QString& path : paths) {
                if (!stop.stop_requested()) {
                    guesses.push_back(guessFileAt(path.toStdString()));
                }
            }
            return guesses;
        },
        [this](const std::vector<model::Result<FileGuess>>& guesses) { sort(guesses); });
}

void FileDrops::sort(const std::vector<model::Result<FileGuess>>& guesses)
{
    emit noteEnded(kDropNote);
    QStringList sheets;
    bool hasPlan = false;
    for (const auto& guess : guesses) {
        if (!guess) {
            emit noted(
                {.id = kDropNote, .symbol = Symbol::Cross, .text = fromEngine(model::text(guess.error()))});
            continue;
        }
        const QString path = QString::fromStdString(guess->path);
        if (guess->kind == FileKind::PriceSheet) {
            sheets.append(path);
        } else if (guess->kind == FileKind::Plan) {
            if (hasPlan) {
                emit noted({.id = kDropNote,
                            .symbol = Symbol::Info,
                            .text = tr("One plan is open at a time: %1 was not opened.")
                                        .arg(QFileInfo(path).fileName())});
            } else {
                hasPlan = m_takers.plan(path);
            }
        } else if (guess->kind == FileKind::Unknown || !m_takers.page(*guess)) {
            refuse(*guess);
        }
    }
    if (!sheets.isEmpty() && !m_takers.priceSheets(sheets)) {
        emit noted({.id = kDropNote,
                    .symbol = Symbol::Warning,
                    .text = tr("There is no catalogue that prices could be imported into.")});
    }
}

void FileDrops::refuse(const FileGuess& guess)
{
    const QString name = QFileInfo(QString::fromStdString(guess.path)).fileName();
    QString text;
    if (guess.kind != FileKind::Unknown) {
        text = tr("%1 is %2. The open plan has no place for it yet; nothing was changed.")
                   .arg(name, fileKindName(guess.kind));
    } else if (!guess.advice.empty()) {
        text =
            tr("%1 cannot be taken (%2): %3.").arg(name, fromEngine(guess.title), fromEngine(guess.advice));
    } else {
        text = tr("%1 is none of the files that are known here: a plan, a model configuration (config.json, "
                  "GGUF, safetensors, ONNX), a price sheet, a request trace, a load test or a log.")
                   .arg(name);
    }
    emit noted({.id = kDropNote, .symbol = Symbol::Cross, .text = text});
}

} // namespace wherewithal::app
