// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ChartActions.h"

#include "app/gui/theme/Tokens.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include <utility>

namespace wherewithal::app {

namespace {

constexpr double kPictureRatio = 2.0; ///< pixels per unit of copied and saved pictures

PicturePath& picturePath()
{
    static PicturePath ask;
    return ask;
}

QString askForPath(QWidget* parent, const QString& suggested)
{
    if (picturePath()) {
        return picturePath()(parent, suggested);
    }
    return QFileDialog::getSaveFileName(parent,
                                        ChartActions::tr("Save picture"),
                                        suggested,
                                        suggested.endsWith(QLatin1String(".svg"))
                                            ? ChartActions::tr("Vector picture (*.svg)")
                                            : ChartActions::tr("Picture (*.png)"));
}

} // namespace

ChartActions::ChartActions(QWidget* chart, Source source)
    : QObject(chart)
    , m_chart(chart)
    , m_source(std::move(source))
{
    chart->setContextMenuPolicy(Qt::ActionsContextMenu);
    QAction* picture = add(tr("Copy as &picture"), QStringLiteral("copy-picture"), [this] { copyPicture(); });
    picture->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QAction* data = add(tr("Copy &data"), QStringLiteral("copy-data"), [this] { copyData(); });
    data->setShortcut(QKeySequence::Copy);
    for (QAction* action : {picture, data}) {
        action->setShortcutContext(Qt::WidgetShortcut);
    }
    add(tr("Save as &SVG..."), QStringLiteral("save-svg"), [this] { save(QStringLiteral("svg")); });
    add(tr("Save as P&NG..."), QStringLiteral("save-png"), [this] { save(QStringLiteral("png")); });
}

QAction* ChartActions::add(const QString& text, const QString& key, std::function<void()> action)
{
    auto* made = new QAction(text, m_chart);
    made->setProperty("chartAction", key);
    made->setStatusTip(QString(text).remove(QLatin1Char('&')));
    connect(made, &QAction::triggered, this, std::move(action));
    m_chart->addAction(made);
    return made;
}

void ChartActions::setPicturePath(PicturePath ask)
{
    picturePath() = std::move(ask);
}

QImage ChartActions::image(double ratio) const
{
    QImage result(m_chart->size() * ratio, QImage::Format_ARGB32_Premultiplied);
    result.setDevicePixelRatio(ratio);
    result.fill(tokens().base);
    QPainter painter(&result);
    m_source.paint(&painter);
    return result;
}

void ChartActions::copyPicture() const
{
    QApplication::clipboard()->setImage(image(kPictureRatio));
}

void ChartActions::copyData() const
{
    QApplication::clipboard()->setText(tabSeparated(m_source.table(), QLocale()));
}

bool ChartActions::saveTo(const QString& path) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(m_chart->size());
        generator.setViewBox(QRect(QPoint(), m_chart->size()));
        generator.setTitle(m_chart->accessibleName());
        generator.setDescription(m_chart->accessibleDescription());
        QPainter painter(&generator);
        painter.fillRect(QRect(QPoint(), m_chart->size()), tokens().base);
        m_source.paint(&painter);
        painter.end();
    } else if (!image(kPictureRatio).save(&buffer, "PNG")) {
        return false;
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

void ChartActions::save(const QString& suffix)
{
    const QString path = askForPath(m_chart, QStringLiteral("%1.%2").arg(m_chart->objectName(), suffix));
    if (!path.isEmpty() && !saveTo(path)) {
        QMessageBox::warning(m_chart,
                             tr("The picture was not saved"),
                             tr("%1 cannot be written. Choose another folder.").arg(path));
    }
}

} // namespace wherewithal::app
