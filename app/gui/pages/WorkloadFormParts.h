// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/Fields.h"
#include "app/report/Format.h"

#include <QCoreApplication>

#include <functional>

/// What the forms of a workload are made of.
namespace wherewithal::app::workloadform {

/// The words of the forms.
struct WorkloadForm
{
    Q_DECLARE_TR_FUNCTIONS(WorkloadForm)
};

inline QString at(std::size_t workload, const char* rest)
{
    return QStringLiteral("/workloads/%1/%2").arg(workload).arg(QLatin1String(rest));
}

inline FieldSpec
spec(const QString& place, const QString& label, const QString& unit, model::Dimension dimension)
{
    FieldSpec result;
    result.place = place;
    result.label = label;
    result.unit = unit;
    result.dimension = dimension;
    return result;
}

/// A line of text in the plan.
inline void addTextOf(FieldForm& form,
                      Workspace& workspace,
                      const QString& place,
                      const QString& label,
                      const std::function<std::string&(model::Plan&)>& access)
{
    form.addText(
        label,
        place,
        [access](const model::Plan& plan) {
            return fromEngine(access(const_cast<model::Plan&>(plan)));
        }, // NOLINT: read only
        [&workspace, place, label, access](const QString& text) {
            workspace.document().change<std::string>(
                place, QStringLiteral("%1 %2").arg(label, text), access, text.toStdString());
        });
}

} // namespace wherewithal::app::workloadform
