// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/PlanDocument.h"

namespace wherewithal::app {

PlanDocument::PlanDocument(PlanStorage storage, QObject* parent)
    : QObject(parent)
    , m_storage(std::move(storage))
{}

void PlanDocument::replace(model::Plan plan, const QString& path)
{
    take(std::move(plan), path, false);
}

void PlanDocument::restore(model::Plan plan, const QString& path)
{
    take(std::move(plan), path, true);
}

void PlanDocument::take(model::Plan plan, const QString& path, bool isEdited)
{
    emit aboutToReplace();
    m_undo.clear();
    // An empty stack that was reset keeps being unclean through clear().
    if (isEdited) {
        m_undo.resetClean();
    } else {
        m_undo.setClean();
    }
    m_plan = std::move(plan);
    m_path = path;
    emit replaced();
    emit pathChanged();
    emit changed();
}

model::Result<void> PlanDocument::open(const QString& path)
{
    auto plan = m_storage.load(path.toStdString());
    if (!plan) {
        return model::failure(plan.error());
    }
    replace(std::move(*plan), path);
    return {};
}

model::Result<void> PlanDocument::saveAs(const QString& path)
{
    if (path.isEmpty()) {
        return model::failure(
            model::ErrorCode::MissingField, {}, "the plan has no file yet", "choose a name with Save as");
    }
    if (auto saved = m_storage.save(m_plan, path.toStdString()); !saved) {
        return saved;
    }
    m_path = path;
    m_undo.setClean();
    emit pathChanged();
    return {};
}

void PlanDocument::keepLetters(const simulator::Comparison& comparison)
{
    for (const simulator::OptionResult& option : comparison.options) {
        m_plan.letters.insert_or_assign(option.spec.id.text(), option.spec.letter);
    }
}

void PlanDocument::forgetPrices()
{
    m_plan.catalogueHash.clear();
    m_plan.pricesUsed.clear();
}

void PlanDocument::recordPrices(const simulator::Comparison& comparison)
{
    m_plan.catalogueHash = comparison.catalogueHash;
    m_plan.pricesUsed.clear();
    for (const simulator::PriceUse& use : comparison.prices) {
        m_plan.pricesUsed.push_back(use.price);
    }
}

} // namespace wherewithal::app
