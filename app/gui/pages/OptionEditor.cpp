// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionEditor.h"

#include "app/gui/pages/OptionEditorBuilder.h"

#include <cmath>
#include <set>

namespace wherewithal::app {

namespace optioneditor {

void bindOptionalCount(FieldSpec& spec, std::function<std::optional<int>&(Plan&)> access)
{
    const auto plain = [](const std::optional<model::Range>& value) {
        return value ? std::optional(static_cast<int>(std::lround(value->median()))) : std::nullopt;
    };
    const QString place = spec.place;
    spec.isOptional = true;
    spec.get = [access](const Plan& plan) -> std::optional<model::Range> {
        const std::optional<int> value = access(const_cast<Plan&>(plan)); // NOLINT: read only
        return value ? std::optional(model::Range(*value)) : std::nullopt;
    };
    spec.set = [access, place, plain](
                   PlanDocument& document, const QString& text, const std::optional<model::Range>& value) {
        document.change<std::optional<int>>(place, text, access, plain(value));
    };
    spec.write = [access, plain](Plan& plan, const std::optional<model::Range>& value) {
        access(plan) = plain(value);
    };
}

QList<Choice> purchaseChoices(const Format& format, bool withPlatform)
{
    QList<Choice> choices;
    for (const Purchase purchase : {Purchase::OnDemand,
                                    Purchase::Spot,
                                    Purchase::Reserved,
                                    Purchase::SavingsPlan,
                                    Purchase::CommittedUse,
                                    Purchase::Platform}) {
        if (purchase != Purchase::Platform || withPlatform) {
            const std::string_view name = model::name(purchase);
            choices.append(
                {QString::fromUtf8(name.data(), static_cast<int>(name.size())), format.name(purchase)});
        }
    }
    return choices;
}

void Builder::query()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::CandidateQuery& {
        return queryAt(plan, index);
    };
    m_form->addSection(OptionEditor::tr("Where"), OptionEditor::tr("Nothing chosen means: no matter which."));
    many<std::vector<model::ProviderId>>(OptionEditor::tr("Providers"),
                                         "providers",
                                         m_facts.providers,
                                         [at](Plan& p) -> auto& { return at(p).providers; });
    QList<Choice> continents;
    for (const char* name : kContinents) {
        continents.append({QString::fromLatin1(name), OptionEditor::tr(name)});
    }
    many<std::vector<std::string>>(OptionEditor::tr("Continents"),
                                   "continents",
                                   continents,
                                   [at](Plan& p) -> auto& { return at(p).continents; });
    many<std::vector<std::string>>(OptionEditor::tr("Countries"),
                                   "countries",
                                   countries(),
                                   [at](Plan& p) -> auto& { return at(p).countries; });
    many<std::vector<model::RegionId>>(OptionEditor::tr("Regions"),
                                       "regions",
                                       regions({}),
                                       [at](Plan& p) -> auto& { return at(p).regions; });
    m_form->addSection(OptionEditor::tr("Which machines"),
                       OptionEditor::tr("An empty field asks for nothing."));
    many<std::vector<model::AcceleratorId>>(OptionEditor::tr("Accelerators"),
                                            "accelerators",
                                            accelerators(),
                                            [at](Plan& p) -> auto& { return at(p).accelerators; });
    optionalNumber(OptionEditor::tr("Accelerator memory, at least"),
                   place("queries", "min_accelerator_memory_bytes"),
                   OptionEditor::tr("GiB of the machine"),
                   1.0 / kGib,
                   [at](Plan& p) -> auto& { return at(p).minAcceleratorMemoryBytes; });
    optionalCount(OptionEditor::tr("Accelerators, at least"),
                  place("queries", "min_accelerators"),
                  [at](Plan& p) -> auto& { return at(p).minAcceleratorCount; });
    optionalCount(OptionEditor::tr("Accelerators, at most"),
                  place("queries", "max_accelerators"),
                  [at](Plan& p) -> auto& { return at(p).maxAcceleratorCount; });
    optionalNumber(
        OptionEditor::tr("vCPUs, at least"), place("queries", "min_vcpus"), {}, 1.0, [at](Plan& p) -> auto& {
            return at(p).minVcpus;
        });
    optionalNumber(
        OptionEditor::tr("vCPUs, at most"), place("queries", "max_vcpus"), {}, 1.0, [at](Plan& p) -> auto& {
            return at(p).maxVcpus;
        });
    optionalNumber(OptionEditor::tr("Memory, at least"),
                   place("queries", "min_memory_bytes"),
                   OptionEditor::tr("GiB"),
                   1.0 / kGib,
                   [at](Plan& p) -> auto& { return at(p).minMemoryBytes; });
    many<std::vector<std::string>>(OptionEditor::tr("Kinds of machine"),
                                   "categories",
                                   categories(),
                                   [at](Plan& p) -> auto& { return at(p).categories; });
    m_form->addSection(OptionEditor::tr("How bought, and how many are kept"));
    const QString ways = place("queries", "purchases");
    m_form->addChoices(
        OptionEditor::tr("Ways of buying"),
        ways,
        OptionEditor::tr("all that are priced, but no spot"),
        purchaseChoices(m_format, true),
        [at](const Plan& plan) {
            QStringList names;
            for (const Purchase purchase : at(const_cast<Plan&>(plan)).purchases) { // NOLINT: read only
                names.append(QString::fromStdString(std::string(model::name(purchase))));
            }
            return names;
        },
        [workspace = &m_workspace, at, ways](const QStringList& chosen) {
            std::vector<Purchase> purchases;
            for (const QString& name : chosen) {
                if (const auto purchase = model::parsePurchase(name.toStdString())) {
                    purchases.push_back(*purchase);
                }
            }
            workspace->document().change<std::vector<Purchase>>(
                ways,
                OptionEditor::tr("ways of buying of a query"),
                [at](Plan& p) -> auto& { return at(p).purchases; },
                purchases);
        });
    integer(OptionEditor::tr("Kept of each provider"),
            place("queries", "per_provider"),
            OptionEditor::tr("cheapest"),
            [at](Plan& p) -> auto& { return at(p).perProvider; });
    integer(OptionEditor::tr("Kept in all"),
            place("queries", "max_options"),
            OptionEditor::tr("options"),
            [at](Plan& p) -> auto& { return at(p).maxOptions; });
}

} // namespace optioneditor

EditorForm* makeOptionEditor(Workspace& workspace,
                             const SourceRef& source,
                             const EditorFacts& facts,
                             const EditorActions& actions,
                             QWidget* parent)
{
    return optioneditor::Builder(workspace, source, facts, parent).build(actions);
}

void setHost(model::Candidate& candidate, const model::Candidate& found)
{
    candidate.provider = found.provider;
    candidate.region = found.region;
    candidate.machine = found.machine;
    candidate.purchase = found.purchase;
    candidate.termMonths = found.termMonths;
    candidate.payment = found.payment;
    const bool isOwn =
        candidate.kind == model::OptionKind::SelfHosted || candidate.kind == model::OptionKind::Hybrid;
    if (isOwn) {
        candidate.kind = model::OptionKind::Hybrid;
    } else if (candidate.layer.isEmpty()) {
        candidate.kind = found.purchase == model::Purchase::Platform ? model::OptionKind::Platform
                                                                     : model::OptionKind::Machine;
    }
}

} // namespace wherewithal::app
