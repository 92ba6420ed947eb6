// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/RequirementEditor.h"

#include "app/report/Format.h"
#include "model/catalogue/CatalogueSlice.h"
#include "simulator/scoring/Requirements.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace wherewithal::app {

namespace {

using model::OwnAnswer;
using model::Plan;
using model::Requirement;
using Kind = Requirement::Kind;

/// The words of this file.
struct RequirementEditor
{
    Q_DECLARE_TR_FUNCTIONS(RequirementEditor)
};

QString place(std::size_t index, const char* key)
{
    return QStringLiteral("/requirements/%1/%2").arg(index).arg(QLatin1String(key));
}

QStringList textsOf(const std::vector<std::string>& values)
{
    QStringList texts;
    for (const std::string& value : values) {
        texts.append(fromEngine(value));
    }
    return texts;
}

/// What one may ask for, of those kinds that choose from a list.
QList<Choice> choicesOf(const Requirement& requirement, const model::CatalogueSlice* slice)
{
    const Format format;
    QList<Choice> choices;
    const auto add = [&choices](std::string_view value, const QString& label) {
        choices.append({QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())), label});
    };
    switch (requirement.kind) {
    case Kind::Region: {
        std::set<std::string> continents{
            "Africa", "Asia", "Europe", "North America", "Oceania", "South America"};
        std::set<std::string> countries;
        if (slice != nullptr) {
            for (const auto& region : slice->regions) {
                countries.insert(region.country);
            }
            for (const auto& site : slice->sites) {
                countries.insert(site.country);
            }
        }
        countries.erase(std::string());
        for (const std::string& name : continents) {
            add(name, continentName(name.c_str()));
        }
        for (const std::string& name : countries) {
            add(name, fromEngine(name));
        }
        break;
    }
    case Kind::Provider:
        if (slice != nullptr) {
            for (const auto& provider : slice->providers) {
                add(provider.id.text(), fromEngine(provider.displayName));
            }
        }
        break;
    case Kind::Purchase:
        for (const auto purchase : {model::Purchase::OnDemand,
                                    model::Purchase::Spot,
                                    model::Purchase::Reserved,
                                    model::Purchase::SavingsPlan,
                                    model::Purchase::CommittedUse,
                                    model::Purchase::Platform,
                                    model::Purchase::Owned}) {
            add(model::name(purchase), format.name(purchase));
        }
        break;
    case Kind::Kind:
        for (const auto kind : {model::OptionKind::Machine,
                                model::OptionKind::Platform,
                                model::OptionKind::Layer,
                                model::OptionKind::TokenApi,
                                model::OptionKind::SelfHosted,
                                model::OptionKind::Hybrid}) {
            add(model::name(kind), format.name(kind));
        }
        break;
    case Kind::Question:
        if (slice != nullptr) {
            for (const auto& question : slice->questions) {
                if (!question.isValue) {
                    add(question.id.text(), format.wording().engineText(question.text));
                }
            }
        }
        break;
    case Kind::Service:
        for (const char* service : {"postgresql",
                                    "mongodb",
                                    "docker",
                                    "kubernetes",
                                    "object-storage",
                                    "registry",
                                    "private-network",
                                    "vpn"}) {
            add(service, QString::fromLatin1(service));
        }
        break;
    case Kind::OperatingSystem:
        break;
    }
    return choices;
}

/// A requirement of several values, or of one: the engine reads the first of a question, service or system.
bool takesSeveral(Kind kind)
{
    return kind == Kind::Region || kind == Kind::Provider || kind == Kind::Purchase || kind == Kind::Kind;
}

/// Systems with their versions as "rhel 9".
QList<Choice> systemsOf(const model::CatalogueSlice* slice)
{
    QList<Choice> choices;
    if (slice != nullptr) {
        for (const auto& cycle : slice->lifecycles) {
            const std::string name = cycle.product + " " + cycle.cycle;
            choices.append({fromEngine(name),
                            RequirementEditor::tr("%1, in support to %2")
                                .arg(fromEngine(name), fromEngine(cycle.endOfSupport))});
        }
    }
    return choices;
}

void addValues(EditorForm& form, Workspace& workspace, std::size_t index, const model::CatalogueSlice* slice)
{
    const Requirement requirement = workspace.plan().requirements[index];
    const QString at = place(index, "values");
    const QString name = fromEngine(requirement.id);
    const auto access = [index](Plan& plan) -> std::vector<std::string>& {
        return requirementAt(plan, index).values;
    };
    const auto set = [&workspace, at, name, access](const QStringList& chosen, const QString& shown) {
        std::vector<std::string> values;
        for (const QString& text : chosen) {
            values.push_back(text.toStdString());
        }
        workspace.document().change<std::vector<std::string>>(
            at, RequirementEditor::tr("requirement %1 to %2").arg(name, shown), access, std::move(values));
    };
    if (takesSeveral(requirement.kind)) {
        form.addChoices(
            RequirementEditor::tr("Wanted, any of"),
            at,
            RequirementEditor::tr("choose"),
            choicesOf(requirement, slice),
            [access](const Plan& plan) {
                return textsOf(access(const_cast<Plan&>(plan)));
            }, // NOLINT: read only
            [set](const QStringList& chosen) {
                if (!chosen.isEmpty()) { // a requirement that asks for nothing is switched off instead
                    set(chosen, chosen.join(QStringLiteral(", ")));
                }
            });
        return;
    }
    const bool isSystem = requirement.kind == Kind::OperatingSystem;
    form.addChoice(
        RequirementEditor::tr("Wanted"),
        at,
        isSystem ? systemsOf(slice) : choicesOf(requirement, slice),
        [access, isSystem](const Plan& plan) {
            const QStringList values = textsOf(access(const_cast<Plan&>(plan))); // NOLINT: read only
            return isSystem ? values.join(QLatin1Char(' ')) : values.value(0);
        },
        [set, isSystem](const QString& chosen) {
            set(isSystem
                    ? QStringList{chosen.section(QLatin1Char(' '), 0, 0), chosen.section(QLatin1Char(' '), 1)}
                    : QStringList{chosen},
                chosen);
        });
}

/// A yes or no of the requirement as two words.
void addSwitch(EditorForm& form,
               Workspace& workspace,
               const QString& at,
               const QString& label,
               const std::array<QString, 2>& words,
               const std::function<QString(bool)>& undoText,
               const std::function<bool&(Plan&)>& access)
{
    form.addChoice(
        label,
        at,
        {{QStringLiteral("0"), words[0]}, {QStringLiteral("1"), words[1]}},
        [access](const Plan& plan) {
            return access(const_cast<Plan&>(plan)) ? QStringLiteral("1")
                                                   : QStringLiteral("0"); // NOLINT: read only
        },
        [&workspace, at, undoText, access](const QString& chosen) {
            const bool value = chosen == QLatin1String("1");
            workspace.document().change<bool>(at, undoText(value), access, value);
        });
}

} // namespace

QString continentName(const char* continent)
{
    return QCoreApplication::translate("OptionEditor", continent); // as the editor of options names them
}

Requirement& requirementAt(Plan& plan, std::size_t index)
{
    static Requirement blank;
    if (index < plan.requirements.size()) {
        return plan.requirements[index];
    }
    blank = {};
    return blank;
}

model::QuestionId questionOf(const Requirement& requirement)
{
    if (requirement.values.empty()) {
        return {};
    }
    if (requirement.kind == Kind::Question) {
        return model::QuestionId{requirement.values.front()};
    }
    return requirement.kind == Kind::Service
               ? model::QuestionId{std::string(simulator::questionOfService(requirement.values.front()))}
               : model::QuestionId{};
}

EditorForm* makeRequirementEditor(Workspace& workspace,
                                  std::size_t index,
                                  const std::shared_ptr<const model::CatalogueSlice>& slice,
                                  QWidget* parent)
{
    auto* form = new EditorForm(workspace, parent);
    const Requirement requirement = workspace.plan().requirements[index];
    const QString name = fromEngine(requirement.id);
    form->addSection(RequirementEditor::tr("Requirement %1").arg(name));
    addSwitch(
        *form,
        workspace,
        place(index, "off"),
        RequirementEditor::tr("In force"),
        {RequirementEditor::tr("yes: options that fail it are excluded"),
         RequirementEditor::tr("no: kept for later, nothing is excluded by it")},
        [name](bool isOff) {
            return isOff ? RequirementEditor::tr("requirement %1 off").arg(name)
                         : RequirementEditor::tr("requirement %1 on").arg(name);
        },
        [index](Plan& plan) -> bool& { return requirementAt(plan, index).isOff; });
    addValues(*form, workspace, index, slice.get());
    if (requirement.kind == Kind::Question || requirement.kind == Kind::Service) {
        addSwitch(
            *form,
            workspace,
            place(index, "accepts_partial"),
            RequirementEditor::tr("“Partly”"),
            {RequirementEditor::tr("does not suffice"), RequirementEditor::tr("suffices")},
            [name](bool suffices) {
                return suffices ? RequirementEditor::tr("requirement %1: partly suffices").arg(name)
                                : RequirementEditor::tr("requirement %1: partly does not suffice").arg(name);
            },
            [index](Plan& plan) -> bool& { return requirementAt(plan, index).acceptsPartial; });
    }
    TextSpec notes;
    notes.label = RequirementEditor::tr("Why");
    notes.place = place(index, "notes");
    notes.placeholder = RequirementEditor::tr("the law, the contract or the person that asks for it");
    notes.get = [index](const Plan& plan) {
        return fromEngine(requirementAt(const_cast<Plan&>(plan), index).notes); // NOLINT: read only
    };
    notes.set = [&workspace, index, name, where = notes.place](const QString& typed) {
        workspace.document().change<std::string>(
            where,
            RequirementEditor::tr("reason of requirement %1").arg(name),
            [index](Plan& plan) -> std::string& { return requirementAt(plan, index).notes; },
            typed.toStdString());
        return QString();
    };
    form->addText(std::move(notes));
    form->showPlan(workspace.plan());
    return form;
}

const OwnAnswer*
ownAnswer(const Plan& plan, const model::ProviderId& provider, const model::QuestionId& question)
{
    const auto found = std::ranges::find_if(plan.answers, [&](const OwnAnswer& each) {
        return each.provider == provider && each.question == question;
    });
    return found == plan.answers.end() ? nullptr : &*found;
}

void setOwnAnswer(PlanDocument& document,
                  const model::ProviderId& provider,
                  const model::QuestionId& question,
                  const QString& providerName,
                  const std::optional<OwnAnswer>& answer)
{
    std::vector<OwnAnswer> answers = document.plan().answers;
    const auto found = std::ranges::find_if(answers, [&](const OwnAnswer& each) {
        return each.provider == provider && each.question == question;
    });
    const bool isThere = found != answers.end();
    if (!answer && isThere) {
        answers.erase(found);
    } else if (answer && isThere) {
        *found = *answer;
    } else if (answer) {
        answers.push_back(*answer);
    }
    const QString asked = fromEngine(question.text());
    document.change<std::vector<OwnAnswer>>(
        QStringLiteral("/answers"),
        answer ? RequirementEditor::tr("own answer about %1, %2: %3")
                     .arg(providerName, asked, Format().name(answer->answer))
               : RequirementEditor::tr("no own answer about %1, %2").arg(providerName, asked),
        [](Plan& plan) -> std::vector<OwnAnswer>& { return plan.answers; },
        std::move(answers));
}

namespace {

/// Texts of an own answer, which is only there once it says something.
void addAnswerText(EditorForm& form,
                   Workspace& workspace,
                   const OwnAnswer& about,
                   const QString& providerName,
                   const QString& label,
                   const QString& placeholder,
                   const char* key,
                   const std::function<std::string&(OwnAnswer&)>& member)
{
    TextSpec spec;
    spec.label = label;
    spec.place =
        QStringLiteral("/answers/%1/%2/%3")
            .arg(fromEngine(about.provider.text()), fromEngine(about.question.text()), QLatin1String(key));
    spec.placeholder = placeholder;
    spec.get = [about, member](const Plan& plan) {
        const OwnAnswer* now = ownAnswer(plan, about.provider, about.question);
        OwnAnswer copy = now != nullptr ? *now : OwnAnswer{};
        return fromEngine(member(copy));
    };
    spec.set = [&workspace, about, providerName, member](const QString& typed) {
        if (const OwnAnswer* now = ownAnswer(workspace.plan(), about.provider, about.question)) {
            OwnAnswer changed = *now;
            member(changed) = typed.toStdString();
            setOwnAnswer(workspace.document(), about.provider, about.question, providerName, changed);
        }
        return QString();
    };
    form.addText(std::move(spec));
}

void addAnswerDay(EditorForm& form, Workspace& workspace, const OwnAnswer& about, const QString& providerName)
{
    TextSpec day;
    day.label = RequirementEditor::tr("Of the day");
    day.place = QStringLiteral("/answers/%1/%2/date")
                    .arg(fromEngine(about.provider.text()), fromEngine(about.question.text()));
    day.get = [about](const Plan& plan) {
        const OwnAnswer* now = ownAnswer(plan, about.provider, about.question);
        return now != nullptr ? fromEngine(model::text(now->date)) : QString();
    };
    day.set = [&workspace, about, providerName](const QString& typed) -> QString {
        const auto parsed = model::parseDay(typed.toStdString());
        if (!parsed) {
            return RequirementEditor::tr("✕ “%1” is no day. Write it as 2026-11-28; the old day stays.")
                .arg(typed);
        }
        if (const OwnAnswer* now = ownAnswer(workspace.plan(), about.provider, about.question)) {
            OwnAnswer changed = *now;
            changed.date = *parsed;
            setOwnAnswer(workspace.document(), about.provider, about.question, providerName, changed);
        }
        return {};
    };
    form.addText(std::move(day));
}

} // namespace

EditorForm* makeAnswerEditor(Workspace& workspace,
                             const model::ProviderId& provider,
                             const model::QuestionId& question,
                             const QString& providerName,
                             QWidget* parent)
{
    auto* form = new EditorForm(workspace, parent);
    form->addSection(
        RequirementEditor::tr("What you know of %1").arg(providerName),
        RequirementEditor::tr("Decides before what is published, and stays marked as your own."));
    const Format format;
    QList<Choice> choices{{QString(), RequirementEditor::tr("nothing: what is published holds")}};
    for (const auto answer :
         {model::Answer::Yes, model::Answer::Partial, model::Answer::No, model::Answer::NotApplicable}) {
        choices.append({QString::fromStdString(std::string(model::name(answer))), format.name(answer)});
    }
    form->addChoice(
        RequirementEditor::tr("Own answer"),
        QStringLiteral("/answers/%1/%2/answer").arg(fromEngine(provider.text()), fromEngine(question.text())),
        choices,
        [provider, question](const Plan& plan) {
            const OwnAnswer* now = ownAnswer(plan, provider, question);
            return now != nullptr ? QString::fromStdString(std::string(model::name(now->answer))) : QString();
        },
        [&workspace, provider, question, providerName](const QString& chosen) {
            const auto answer = model::parseAnswer(chosen.toStdString());
            const OwnAnswer* now = ownAnswer(workspace.plan(), provider, question);
            std::optional<OwnAnswer> changed;
            if (answer) {
                changed = now != nullptr ? *now
                                         : OwnAnswer{.provider = provider,
                                                     .question = question,
                                                     .date = workspace.plan().asOf};
                changed->answer = *answer;
                changed->value.reset();
            }
            setOwnAnswer(workspace.document(), provider, question, providerName, changed);
        });
    if (ownAnswer(workspace.plan(), provider, question) != nullptr) {
        const OwnAnswer about{.provider = provider, .question = question};
        addAnswerText(*form,
                      workspace,
                      about,
                      providerName,
                      RequirementEditor::tr("What was said"),
                      RequirementEditor::tr("in your own words"),
                      "finding",
                      [](OwnAnswer& each) -> std::string& { return each.finding; });
        addAnswerText(*form,
                      workspace,
                      about,
                      providerName,
                      RequirementEditor::tr("Source"),
                      RequirementEditor::tr("a mail, a contract, an address"),
                      "source",
                      [](OwnAnswer& each) -> std::string& { return each.source; });
        addAnswerDay(*form, workspace, about, providerName);
    }
    form->showPlan(workspace.plan());
    return form;
}

} // namespace wherewithal::app
