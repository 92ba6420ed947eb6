// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/OptionEditor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <type_traits>
#include <vector>

/// What the editors of the Options page are built with.
namespace wherewithal::app::optioneditor {

using model::OptionKind;
using model::Plan;
using model::Purchase;

/// The words of this file.
struct OptionEditor
{
    Q_DECLARE_TR_FUNCTIONS(OptionEditor)
};

template <typename T>
QStringList textsOf(const std::vector<T>& values)
{
    QStringList texts;
    for (const T& value : values) {
        if constexpr (std::is_same_v<T, std::string>) {
            texts.append(fromEngine(value));
        } else {
            texts.append(fromEngine(value.text()));
        }
    }
    return texts;
}

template <typename T>
std::vector<T> valuesOf(const QStringList& texts)
{
    std::vector<T> values;
    for (const QString& text : texts) {
        values.push_back(T(text.toStdString()));
    }
    return values;
}

/// As the catalogue names them; shown by OptionEditor::tr().
inline constexpr std::array<const char*, 6> kContinents{QT_TRANSLATE_NOOP("OptionEditor", "Europe"),
                                                        QT_TRANSLATE_NOOP("OptionEditor", "North America"),
                                                        QT_TRANSLATE_NOOP("OptionEditor", "South America"),
                                                        QT_TRANSLATE_NOOP("OptionEditor", "Asia"),
                                                        QT_TRANSLATE_NOOP("OptionEditor", "Oceania"),
                                                        QT_TRANSLATE_NOOP("OptionEditor", "Africa")};

/// An optional count as a field: empty means that it is not asked for.
void bindOptionalCount(FieldSpec& spec, std::function<std::optional<int>&(Plan&)> access);
[[nodiscard]] QList<Choice> purchaseChoices(const Format& format, bool withPlatform);

/// Builds one editor; members keep what all its rows need.
class Builder
{
public:
    Builder(Workspace& workspace, SourceRef source, const EditorFacts& facts, QWidget* parent)
        : m_workspace(workspace)
        , m_source(source)
        , m_facts(facts)
        , m_form(new EditorForm(workspace, parent))
    {}

    EditorForm* build(const EditorActions& actions)
    {
        switch (m_source.kind) {
        case SourceRef::Kind::Query:
            query();
            break;
        case SourceRef::Kind::Candidate:
            candidate(actions);
            break;
        case SourceRef::Kind::OwnedServers:
            ownedServers();
            break;
        case SourceRef::Kind::Commitment:
            commitment();
            break;
        case SourceRef::Kind::Discount:
            discount();
            break;
        case SourceRef::Kind::OwnServer:
            ownServer();
            break;
        case SourceRef::Kind::OwnSite:
            ownSite();
            break;
        case SourceRef::Kind::None:
            break;
        }
        m_form->showPlan(m_workspace.plan());
        return m_form;
    }

private:
    [[nodiscard]] const Plan& plan() const { return m_workspace.plan(); }
    [[nodiscard]] QString place(const char* list, const char* key) const
    {
        return QStringLiteral("/%1/%2/%3")
            .arg(QLatin1String(list))
            .arg(m_source.index)
            .arg(QLatin1String(key));
    }

    template <typename T>
    void change(const QString& place, const QString& text, std::function<T&(Plan&)> access, T value)
    {
        m_workspace.document().change<T>(place, text, std::move(access), std::move(value));
    }

    // Choices
    [[nodiscard]] QList<Choice> accelerators() const
    {
        QList<Choice> choices;
        if (m_facts.slice) {
            for (const auto& device : m_facts.slice->accelerators) {
                choices.append({fromEngine(device.id.text()), fromEngine(device.displayName)});
            }
        }
        return choices;
    }
    [[nodiscard]] QList<Choice> servers() const
    {
        QList<Choice> choices{{QString(), OptionEditor::tr("choose a server")}};
        if (m_facts.slice) {
            for (const auto& server : m_facts.slice->servers) {
                choices.append({fromEngine(server.id.text()), fromEngine(server.displayName)});
            }
        }
        for (const model::OwnServer& own : plan().servers) {
            put(choices,
                {fromEngine(own.id.text()),
                 fromEngine(own.displayName.empty() ? own.id.text() : own.displayName)});
        }
        return choices;
    }
    [[nodiscard]] QList<Choice> sites() const
    {
        QList<Choice> choices{{QString(), OptionEditor::tr("choose a site")}};
        if (m_facts.slice) {
            for (const auto& site : m_facts.slice->sites) {
                choices.append(
                    {fromEngine(site.id.text()),
                     OptionEditor::tr("%1, %2").arg(fromEngine(site.displayName), fromEngine(site.country))});
            }
        }
        for (const model::OwnSite& own : plan().sites) {
            put(choices,
                {fromEngine(own.id.text()),
                 fromEngine(own.displayName.empty() ? own.id.text() : own.displayName)});
        }
        return choices;
    }
    [[nodiscard]] QString deviceName(const model::AcceleratorId& id) const
    {
        const model::Accelerator* known = m_facts.slice ? m_facts.slice->findAccelerator(id) : nullptr;
        return fromEngine(known != nullptr ? known->displayName : id.text());
    }
    /// Puts a choice at the end, or in the place of the one with its value.
    static void put(QList<Choice>& choices, const Choice& choice)
    {
        const auto at = std::ranges::find(choices, choice.value, &Choice::value);
        if (at == choices.end()) {
            choices.append(choice);
        } else {
            *at = choice;
        }
    }
    [[nodiscard]] QList<Choice> countries() const
    {
        std::set<std::string> codes;
        if (m_facts.slice) {
            for (const auto& region : m_facts.slice->regions) {
                codes.insert(region.country);
            }
        }
        codes.erase(std::string());
        QList<Choice> choices;
        for (const std::string& code : codes) {
            choices.append({fromEngine(code), fromEngine(code)});
        }
        return choices;
    }
    [[nodiscard]] QList<Choice> regions(const model::ProviderId& provider) const
    {
        QList<Choice> choices;
        if (m_facts.slice) {
            for (const auto& region : m_facts.slice->regions) {
                if (provider.isEmpty() || region.provider == provider) {
                    const QString id = fromEngine(region.id.text());
                    choices.append({id,
                                    region.displayName.empty() ? id
                                                               : OptionEditor::tr("%1 (%2)").arg(
                                                                     fromEngine(region.displayName), id)});
                }
            }
        }
        return choices;
    }
    [[nodiscard]] QList<Choice> categories() const
    {
        std::set<std::string> names;
        if (m_facts.slice) {
            for (const auto& machine : m_facts.slice->machines) {
                names.insert(machine.category);
            }
        }
        names.erase(std::string());
        QList<Choice> choices;
        for (const std::string& name : names) {
            choices.append({fromEngine(name), fromEngine(name)});
        }
        return choices;
    }
    [[nodiscard]] QStringList providerIds() const
    {
        QStringList ids;
        for (const Choice& choice : m_facts.providers) {
            ids.append(choice.value);
        }
        return ids;
    }

    // Rows
    template <typename T>
    void
    many(const QString& label, const char* key, const QList<Choice>& choices, std::function<T&(Plan&)> access)
    {
        const QString at = place("queries", key);
        m_form->addChoices(
            label,
            at,
            OptionEditor::tr("any"),
            choices,
            [access](const Plan& plan) {
                return textsOf(access(const_cast<Plan&>(plan))); // NOLINT: read only
            },
            [this_ = &m_workspace, at, label, access](const QStringList& chosen) {
                this_->document().change<T>(at,
                                            chosen.isEmpty()
                                                ? OptionEditor::tr("%1 of a query to any").arg(label)
                                                : OptionEditor::tr("%1 of a query to %2")
                                                      .arg(label, chosen.join(QStringLiteral(", "))),
                                            access,
                                            valuesOf<typename T::value_type>(chosen));
            });
    }
    FieldSpec measure(const QString& label, const QString& at, const QString& unit) const
    {
        FieldSpec spec;
        spec.label = label;
        spec.place = at;
        spec.unit = unit;
        return spec;
    }
    void optionalNumber(const QString& label,
                        const QString& at,
                        const QString& unit,
                        double factor,
                        std::function<std::optional<double>&(Plan&)> access)
    {
        FieldSpec spec = measure(label, at, unit);
        if (factor != 1.0) {
            spec.dimension = model::Dimension::Bytes;
            spec.factor = factor;
        }
        bindOptional(spec, std::move(access));
        m_form->addMeasure(std::move(spec));
    }
    void
    optionalCount(const QString& label, const QString& at, std::function<std::optional<int>&(Plan&)> access)
    {
        FieldSpec spec = measure(label, at, {});
        bindOptionalCount(spec, std::move(access));
        m_form->addMeasure(std::move(spec));
    }
    void
    integer(const QString& label, const QString& at, const QString& unit, std::function<int&(Plan&)> access)
    {
        FieldSpec spec = measure(label, at, unit);
        bindInteger(spec, std::move(access));
        m_form->addMeasure(std::move(spec));
    }
    void
    number(const QString& label, const QString& at, const QString& unit, std::function<double&(Plan&)> access)
    {
        FieldSpec spec = measure(label, at, unit);
        bindNumber(spec, std::move(access));
        m_form->addMeasure(std::move(spec));
    }
    /// A plain text of the plan; `access` finds it.
    void text(const QString& label,
              const QString& at,
              const QString& placeholder,
              const QStringList& suggestions,
              std::function<QString(const Plan&)> get,
              std::function<void(const QString& undoText, const QString&)> set)
    {
        TextSpec spec;
        spec.label = label;
        spec.place = at;
        spec.placeholder = placeholder;
        spec.suggestions = suggestions;
        spec.get = std::move(get);
        spec.set = [label, set = std::move(set)](const QString& typed) {
            set(OptionEditor::tr("%1 to %2")
                    .arg(label, typed.isEmpty() ? OptionEditor::tr("nothing") : typed),
                typed);
            return QString();
        };
        m_form->addText(std::move(spec));
    }

    void query();
    void candidate(const EditorActions& actions);
    void host(const EditorActions& actions);
    void ownPlace(const EditorActions& actions);
    void ownOfPlan(const EditorActions& actions);
    [[nodiscard]] SourceRef takeOwnServer(const model::Candidate& now) const;
    [[nodiscard]] SourceRef takeOwnSite(const model::Candidate& now) const;
    void siteFacts(const model::Candidate& candidate);
    void tokenApi();
    void names();
    void ownedServers();
    void commitment();
    void discount();
    void ownServer();
    void ownSite();
    /// A text member of a thing of the plan that `access` finds.
    void plain(const QString& label,
               const QString& at,
               const QString& placeholder,
               std::function<std::string&(Plan&)> access);
    /// An empty field means that it is not known.
    void optionalRange(const QString& label,
                       const QString& at,
                       const QString& unit,
                       model::Dimension dimension,
                       std::function<std::optional<model::Range>&(Plan&)> access);
    /// Who says so, and when.
    void origin(const char* list,
                std::function<std::string&(Plan&)> source,
                std::function<std::string&(Plan&)> date);
    /// Changes the whole candidate in one step.
    void changeCandidate(const char* key,
                         const QString& text,
                         const std::function<void(model::Candidate&)>& edit) const;

    Workspace& m_workspace;
    SourceRef m_source;
    const EditorFacts& m_facts;
    EditorForm* m_form;
    Format m_format;
};

} // namespace wherewithal::app::optioneditor
