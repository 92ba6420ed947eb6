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
    const simulator::Comparison* comparison = m_workspace.comparison();
    const Format format;
    QStringList entries;
    for (std::size_t at = 0; comparison != nullptr && at < comparison->options.size(); ++at) {
        const auto& each = comparison->options[at];
        entries.append(
            QStringLiteral("%1%2%3")
                .arg(static_cast<int>(each.state))
                .arg(fromEngine(each.spec.letter),
                     tr("%1, %2").arg(format.optionTitle(each.spec), format.optionDetail(each.spec))));
    }
    if (entries != m_entries) { // drawing 200 tags anew after every edit would be felt
        m_entries = entries;
        clear();
        for (std::size_t at = 0; comparison != nullptr && at < comparison->options.size(); ++at) {
            const auto& each = comparison->options[at];
            const QString letter = fromEngine(each.spec.letter);
            addItem(tagIcon(letter, each.state == simulator::OptionState::Excluded, devicePixelRatioF()),
                    tr("%1, %2").arg(format.optionTitle(each.spec), format.optionDetail(each.spec)),
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
