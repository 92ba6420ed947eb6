// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/OptionPicker.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/report/Format.h"

#include <QPainter>
#include <QPixmap>

namespace wherewithal::app {

namespace {

QIcon tagIcon(const QString& letter, bool isExcluded, qreal ratio)
{
    const int size = px(18);
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawLetterTag(
        &painter, QRectF(0, 0, size, size), letter, isExcluded ? TagKind::Outlined : TagKind::Filled);
    return QIcon(pixmap);
}

} // namespace

OptionPicker::OptionPicker(Workspace& workspace, QWidget* parent)
    : QComboBox(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("optionPicker"));
    setAccessibleName(tr("Option"));
    setIconSize(QSize(px(18), px(18)));
    setMinimumWidth(px(250));
    setMaximumWidth(px(320));
    connect(this, &QComboBox::activated, this, [this](int row) {
        m_workspace.selection().setFigure(itemData(row).toString(), QStringLiteral("cost"));
    });
    connect(&workspace.selection(), &Selection::optionChanged, this, &OptionPicker::follow);
}

const simulator::OptionResult* OptionPicker::option() const
{
    const simulator::Comparison* comparison = m_workspace.comparison();
    if (comparison == nullptr || comparison->options.empty()) {
        return nullptr;
    }
    const auto* selected = comparison->findOption(m_workspace.selection().option().toStdString());
    return selected != nullptr ? selected : &comparison->options.front();
}

void OptionPicker::refill()
{
    clear();
    const Format format;
    if (const simulator::Comparison* comparison = m_workspace.comparison()) {
        for (const auto& each : comparison->options) {
            const QString letter = fromEngine(each.spec.letter);
            const QString text =
                tr("%1, %2").arg(format.optionTitle(each.spec), format.optionDetail(each.spec));
            addItem(tagIcon(letter, each.state == simulator::OptionState::Excluded, devicePixelRatioF()),
                    text,
                    letter);
        }
    }
    follow();
}

void OptionPicker::follow()
{
    const auto* selected = option();
    setCurrentIndex(selected != nullptr ? findData(fromEngine(selected->spec.letter)) : -1);
}

} // namespace wherewithal::app
