// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/HorizonBox.h"

namespace wherewithal::app {

HorizonBox::HorizonBox(Workspace& workspace, QWidget* parent)
    : QComboBox(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("horizon"));
    setProperty("wherewithalPlace", QStringLiteral("/horizon_months"));
    setAccessibleName(tr("Horizon"));
    for (const int years : {1, 2, 3, 4, 5, 7, 10}) {
        addItem(m_format.months(12 * years), 12 * years);
    }
    connect(this, &QComboBox::activated, this, [this](int row) {
        const int months = itemData(row).toInt();
        m_workspace.document().change<int>(
            QStringLiteral("/horizon_months"),
            tr("horizon %1 → %2")
                .arg(m_format.months(m_workspace.plan().horizonMonths), m_format.months(months)),
            [](model::Plan& plan) -> int& { return plan.horizonMonths; },
            months);
    });
    connect(&workspace.document(), &PlanDocument::changed, this, &HorizonBox::follow);
    follow();
}

void HorizonBox::follow()
{
    const int months = m_workspace.plan().horizonMonths;
    if (findData(months) < 0) {
        addItem(m_format.months(months), months);
    }
    setCurrentIndex(findData(months));
}

} // namespace wherewithal::app
