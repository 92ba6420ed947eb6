// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionEditor.h"

#include "app/report/Format.h"

#include <QLineEdit>

#include <algorithm>
#include <cmath>
#include <set>

namespace wherewithal::app {

namespace {

using model::OptionKind;
using model::Plan;
using model::Purchase;

QString tr(const char* text)
{
    return QCoreApplication::translate("OptionEditor", text);
}

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

/// An optional count as a field: empty means that it is not asked for.
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
        QList<Choice> choices{{QString(), tr("choose a server")}};
        if (m_facts.slice) {
            for (const auto& server : m_facts.slice->servers) {
                choices.append({fromEngine(server.id.text()), fromEngine(server.displayName)});
            }
        }
        return choices;
    }
    [[nodiscard]] QList<Choice> sites() const
    {
        QList<Choice> choices{{QString(), tr("choose a site")}};
        if (m_facts.slice) {
            for (const auto& site : m_facts.slice->sites) {
                choices.append({fromEngine(site.id.text()),
                                tr("%1, %2").arg(fromEngine(site.displayName), fromEngine(site.country))});
            }
        }
        return choices;
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
                    choices.append(
                        {fromEngine(region.id.text()),
                         tr("%1 (%2)").arg(fromEngine(region.id.text()), fromEngine(region.displayName))});
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
            tr("any"),
            choices,
            [access](const Plan& plan) {
                return textsOf(access(const_cast<Plan&>(plan))); // NOLINT: read only
            },
            [this_ = &m_workspace, at, label, access](const QStringList& chosen) {
                this_->document().change<T>(
                    at,
                    chosen.isEmpty()
                        ? tr("%1 of a query to any").arg(label)
                        : tr("%1 of a query to %2").arg(label, chosen.join(QStringLiteral(", "))),
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
            set(tr("%1 to %2").arg(label, typed.isEmpty() ? tr("nothing") : typed), typed);
            return QString();
        };
        m_form->addText(std::move(spec));
    }

    void query();
    void candidate(const EditorActions& actions);
    void host(const EditorActions& actions);
    void ownPlace();
    void siteFacts(const model::Candidate& candidate);
    void tokenApi();
    void names();
    void ownedServers();
    void commitment();
    void discount();
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

void Builder::query()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::CandidateQuery& {
        return queryAt(plan, index);
    };
    m_form->addSection(tr("Where"), tr("Nothing chosen means: no matter which."));
    many<std::vector<model::ProviderId>>(
        tr("Providers"), "providers", m_facts.providers, [at](Plan& p) -> auto& { return at(p).providers; });
    QList<Choice> continents;
    for (const char* name : {"Europe", "North America", "South America", "Asia", "Oceania", "Africa"}) {
        continents.append({QString::fromLatin1(name), QCoreApplication::translate("OptionEditor", name)});
    }
    many<std::vector<std::string>>(
        tr("Continents"), "continents", continents, [at](Plan& p) -> auto& { return at(p).continents; });
    many<std::vector<std::string>>(
        tr("Countries"), "countries", countries(), [at](Plan& p) -> auto& { return at(p).countries; });
    many<std::vector<model::RegionId>>(
        tr("Regions"), "regions", regions({}), [at](Plan& p) -> auto& { return at(p).regions; });
    m_form->addSection(tr("Which machines"), tr("An empty field asks for nothing."));
    many<std::vector<model::AcceleratorId>>(tr("Accelerators"),
                                            "accelerators",
                                            accelerators(),
                                            [at](Plan& p) -> auto& { return at(p).accelerators; });
    optionalNumber(tr("Accelerator memory, at least"),
                   place("queries", "min_accelerator_memory_bytes"),
                   tr("GiB of the machine"),
                   1.0 / kGib,
                   [at](Plan& p) -> auto& { return at(p).minAcceleratorMemoryBytes; });
    optionalCount(tr("Accelerators, at least"), place("queries", "min_accelerators"), [at](Plan& p) -> auto& {
        return at(p).minAcceleratorCount;
    });
    optionalCount(tr("Accelerators, at most"), place("queries", "max_accelerators"), [at](Plan& p) -> auto& {
        return at(p).maxAcceleratorCount;
    });
    optionalNumber(tr("vCPUs, at least"), place("queries", "min_vcpus"), {}, 1.0, [at](Plan& p) -> auto& {
        return at(p).minVcpus;
    });
    optionalNumber(tr("vCPUs, at most"), place("queries", "max_vcpus"), {}, 1.0, [at](Plan& p) -> auto& {
        return at(p).maxVcpus;
    });
    optionalNumber(tr("Memory, at least"),
                   place("queries", "min_memory_bytes"),
                   tr("GiB"),
                   1.0 / kGib,
                   [at](Plan& p) -> auto& { return at(p).minMemoryBytes; });
    many<std::vector<std::string>>(tr("Kinds of machine"),
                                   "categories",
                                   categories(),
                                   [at](Plan& p) -> auto& { return at(p).categories; });
    m_form->addSection(tr("How bought, and how many are kept"));
    const QString ways = place("queries", "purchases");
    m_form->addChoices(
        tr("Ways of buying"),
        ways,
        tr("all that are priced, but no spot"),
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
                tr("ways of buying of a query"),
                [at](Plan& p) -> auto& { return at(p).purchases; },
                purchases);
        });
    integer(tr("Kept of each provider"),
            place("queries", "per_provider"),
            tr("cheapest"),
            [at](Plan& p) -> auto& { return at(p).perProvider; });
    integer(tr("Kept in all"), place("queries", "max_options"), tr("options"), [at](Plan& p) -> auto& {
        return at(p).maxOptions;
    });
}

void Builder::changeCandidate(const char* key,
                              const QString& text,
                              const std::function<void(model::Candidate&)>& edit) const
{
    const std::size_t index = m_source.index;
    model::Plan copy = m_workspace.plan();
    model::Candidate value = candidateAt(copy, index);
    edit(value);
    m_workspace.document().change<model::Candidate>(
        place("candidates", key),
        text,
        [index](Plan& plan) -> model::Candidate& { return candidateAt(plan, index); },
        value);
}

void Builder::candidate(const EditorActions& actions)
{
    switch (plan().candidates[m_source.index].kind) {
    case OptionKind::Machine:
    case OptionKind::Platform:
    case OptionKind::Layer:
        host(actions);
        break;
    case OptionKind::TokenApi:
        tokenApi();
        break;
    case OptionKind::SelfHosted:
    case OptionKind::Hybrid:
        ownPlace();
        host(actions);
        siteFacts(plan().candidates[m_source.index]);
        break;
    }
    names();
}

void Builder::host(const EditorActions& actions)
{
    // The editor lives as long as its rows; `self` is a copy, so that they need no builder.
    const auto self = std::make_shared<Builder>(*this);
    const std::size_t index = m_source.index;
    const model::Candidate& now = plan().candidates[index];
    const bool isOwn = now.kind == OptionKind::SelfHosted || now.kind == OptionKind::Hybrid;
    m_form->addSection(isOwn ? tr("Rented machines at the peaks") : tr("Machine"),
                       now.kind == OptionKind::SelfHosted
                           ? tr("None: own servers carry the whole load. Choose a machine to rent what is "
                                "above them.")
                           : QString());
    QPushButton* choose =
        m_form->addButton(tr("Machine"),
                          now.machine.isEmpty() ? tr("Choose from the catalogue…") : tr("Choose another…"),
                          QStringLiteral("chooseMachine"));
    QObject::connect(choose, &QPushButton::clicked, m_form, actions.chooseMachine);
    if (now.kind == OptionKind::SelfHosted) {
        return;
    }
    if (isOwn) {
        QPushButton* none =
            m_form->addButton(QString(), tr("Rent nothing"), QStringLiteral("dropRentedMachines"));
        QObject::connect(none, &QPushButton::clicked, m_form, [self] {
            self->changeCandidate("kind", tr("rent nothing at the peaks"), [](model::Candidate& value) {
                setHost(value, {});
                value.kind = OptionKind::SelfHosted;
            });
        });
    }
    m_form->addFact(tr("Provider"), fromEngine(now.provider.text()));
    m_form->addFact(tr("Name"), fromEngine(now.machine.text()));
    if (m_facts.slice) {
        if (const auto* machine = m_facts.slice->findMachine(now.provider, now.machine)) {
            QStringList facts;
            if (machine->acceleratorCount > 0) {
                facts.append(tr("%1 × %2").arg(m_format.integer(machine->acceleratorCount),
                                               fromEngine(machine->accelerator.text())));
            }
            facts.append(tr("%1 vCPUs").arg(m_format.plain(machine->vcpus)));
            facts.append(m_format.bytes(machine->memoryBytes));
            m_form->addFact(tr("Parts"), facts.join(QStringLiteral(", ")));
        }
    }
    m_form->addChoice(
        tr("Region"),
        place("candidates", "region"),
        regions(now.provider),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).region.text()); // NOLINT: read only
        },
        [self](const QString& region) {
            self->changeCandidate(
                "region", tr("region of a candidate to %1").arg(region), [&](model::Candidate& value) {
                    value.region = model::RegionId(region.toStdString());
                });
        });
    if (now.kind == OptionKind::Platform) {
        return;
    }
    m_form->addChoice(
        tr("Bought"),
        place("candidates", "purchase"),
        purchaseChoices(m_format, false),
        [index](const Plan& plan) {
            const auto& value = candidateAt(const_cast<Plan&>(plan), index); // NOLINT: read only
            return QString::fromStdString(std::string(model::name(value.purchase)));
        },
        [self](const QString& name) {
            self->changeCandidate(
                "purchase", tr("way of buying of a candidate to %1").arg(name), [&](model::Candidate& value) {
                    value.purchase = model::parsePurchase(name.toStdString()).value_or(value.purchase);
                    const bool isCommitted = model::isCommitment(value.purchase);
                    value.termMonths = isCommitted ? std::max(value.termMonths, 12) : 0;
                    value.payment = isCommitted ? value.payment : model::Payment::None;
                });
        });
    if (model::isCommitment(now.purchase)) {
        integer(tr("Term"), place("candidates", "term_months"), tr("months"), [index](Plan& p) -> auto& {
            return candidateAt(p, index).termMonths;
        });
        QList<Choice> payments;
        for (const auto payment : {model::Payment::None, model::Payment::Partial, model::Payment::All}) {
            payments.append({QString::number(static_cast<int>(payment)), m_format.name(payment)});
        }
        m_form->addChoice(
            tr("Paid upfront"),
            place("candidates", "payment"),
            payments,
            [index](const Plan& plan) {
                return QString::number(static_cast<int>(
                    candidateAt(const_cast<Plan&>(plan), index).payment)); // NOLINT: read only
            },
            [self](const QString& chosen) {
                self->changeCandidate(
                    "payment", tr("upfront payment of a candidate"), [&](model::Candidate& value) {
                        value.payment = static_cast<model::Payment>(chosen.toInt());
                    });
            });
    }
    if (isOwn) {
        return;
    }
    QList<Choice> layers{{QString(), tr("none")}};
    if (m_facts.slice) {
        for (const auto& provider : m_facts.slice->providers) {
            if (provider.kind == "layer") {
                layers.append({fromEngine(provider.id.text()), fromEngine(provider.displayName)});
            }
        }
    }
    if (layers.size() == 1) {
        layers.append({QStringLiteral("datatron"), QStringLiteral("DataTron")});
    }
    m_form->addChoice(
        tr("Layer on top"),
        place("candidates", "layer"),
        layers,
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).layer.text()); // NOLINT: read only
        },
        [self](const QString& layer) {
            self->changeCandidate("layer",
                                  layer.isEmpty() ? tr("no layer on a candidate")
                                                  : tr("layer of a candidate to %1").arg(layer),
                                  [&](model::Candidate& value) {
                                      value.layer = model::ProviderId(layer.toStdString());
                                      value.kind = layer.isEmpty() ? OptionKind::Machine : OptionKind::Layer;
                                  });
        });
}

void Builder::ownPlace()
{
    const auto self = std::make_shared<Builder>(*this);
    const std::size_t index = m_source.index;
    m_form->addSection(tr("Own servers"), tr("As many as the demand needs; the plan counts them."));
    m_form->addChoice(
        tr("Server"),
        place("candidates", "server"),
        servers(),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).server.text()); // NOLINT: read only
        },
        [self](const QString& id) {
            self->changeCandidate("server", tr("server to %1").arg(id), [&](model::Candidate& value) {
                value.server = model::ServerBuildId(id.toStdString());
            });
        });
    m_form->addChoice(
        tr("Site"),
        place("candidates", "site"),
        sites(),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).site.text()); // NOLINT: read only
        },
        [self](const QString& id) {
            self->changeCandidate("site", tr("site to %1").arg(id), [&](model::Candidate& value) {
                value.site = model::SiteId(id.toStdString());
            });
        });
}

void Builder::siteFacts(const model::Candidate& candidate)
{
    const auto sourced = [this](const QString& label, const model::SourcedRange& range, const char* unit) {
        const auto value = range.range();
        const QString origin = range.source.isEmpty() ? fromEngine(range.basis)
                                                      : tr("%1, %2").arg(fromEngine(range.source.title),
                                                                         fromEngine(range.source.date));
        m_form->addFact(label,
                        value ? tr("%1 %2").arg(m_format.range(*value), m_format.unit(unit))
                              : m_format.unknown(),
                        origin);
    };
    if (m_facts.slice) {
        if (const auto* server = m_facts.slice->findServer(candidate.server)) {
            m_form->addSection(tr("What the catalogue knows of the server"));
            m_form->addFact(tr("Parts"),
                            tr("%1 × %2, %3 vCPUs, %4")
                                .arg(m_format.integer(server->acceleratorCount),
                                     fromEngine(server->accelerator.text()),
                                     m_format.plain(server->vcpus),
                                     m_format.bytes(server->memoryBytes)));
            sourced(tr("Price"), server->price, "USD");
            sourced(tr("Power"), server->powerWatts, "W");
            m_form->addFact(tr("Rack space"), tr("%1 units").arg(m_format.plain(server->rackUnits)));
        }
        if (const auto* site = m_facts.slice->findSite(candidate.site)) {
            m_form->addSection(tr("What the catalogue knows of the site"));
            sourced(tr("Colocation"), site->colocationPerKilowattMonth, "USD/kW/month");
            sourced(tr("Electricity"), site->electricityPerKwh, "USD/kWh");
        }
    }
    m_form->addSection(tr("⚠ Assumed for all own servers of this plan"),
                       tr("Nobody publishes these for you. Type what you know, a number or a range; an empty "
                          "field goes back to the assumption."));
    for (const char* key : {"server-life",
                            "value-kept",
                            "maintenance-share",
                            "network-share",
                            "server-price-drift",
                            "pue",
                            "idle-power-share",
                            "electricity-drift",
                            "transit-price",
                            "staff-own",
                            "staff-per-server",
                            "staff-cost"}) {
        m_form->addAssumption(key);
    }
}

void Builder::tokenApi()
{
    const auto self = std::make_shared<Builder>(*this);
    const std::size_t index = m_source.index;
    const model::Candidate& now = plan().candidates[index];
    QStringList models;
    if (m_facts.slice) {
        for (const auto& price : m_facts.slice->tokenPrices) {
            if (now.provider.isEmpty() || price.provider == now.provider) {
                models.append(fromEngine(price.model));
            }
        }
    }
    m_form->addSection(tr("Token API"), tr("Paid for each token; the seller runs the machines."));
    text(
        tr("Provider"),
        place("candidates", "provider"),
        tr("id in the catalogue"),
        providerIds(),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).provider.text()); // NOLINT
        },
        [self](const QString& undoText, const QString& typed) {
            self->changeCandidate("provider", undoText, [&](model::Candidate& value) {
                value.provider = model::ProviderId(typed.toStdString());
            });
        });
    text(
        tr("Model"),
        place("candidates", "token_model"),
        tr("the seller's name of it"),
        models,
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).tokenModel); // NOLINT: read only
        },
        [self](const QString& undoText, const QString& typed) {
            self->changeCandidate("token_model", undoText, [&](model::Candidate& value) {
                value.tokenModel = typed.toStdString();
            });
        });
}

void Builder::names()
{
    const auto self = std::make_shared<Builder>(*this);
    const std::size_t index = m_source.index;
    m_form->addSection(tr("Name and notes"));
    text(
        tr("Name"),
        place("candidates", "display_name"),
        tr("made of its parts"),
        {},
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).displayName); // NOLINT: read only
        },
        [self](const QString& undoText, const QString& typed) {
            self->changeCandidate("display_name", undoText, [&](model::Candidate& value) {
                value.displayName = typed.toStdString();
            });
        });
    text(
        tr("Notes"),
        place("candidates", "notes"),
        {},
        {},
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).notes); // NOLINT: read only
        },
        [self](const QString& undoText, const QString& typed) {
            self->changeCandidate(
                "notes", undoText, [&](model::Candidate& value) { value.notes = typed.toStdString(); });
        });
}

void Builder::ownedServers()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::OwnedServers& {
        return ownedAt(plan, index);
    };
    m_form->addSection(tr("Servers that you own"),
                       tr("They are used before new ones are bought, and cost no purchase price."));
    const QString server = place("brownfield/servers", "server");
    m_form->addChoice(
        tr("Server"),
        server,
        servers(),
        [at](const Plan& plan) {
            return fromEngine(at(const_cast<Plan&>(plan)).server.text()); // NOLINT: read only
        },
        [workspace = &m_workspace, at, server](const QString& id) {
            workspace->document().change<model::ServerBuildId>(
                server,
                tr("model of owned servers to %1").arg(id),
                [at](Plan& p) -> auto& { return at(p).server; },
                model::ServerBuildId(id.toStdString()));
        });
    integer(tr("How many"), place("brownfield/servers", "count"), tr("servers"), [at](Plan& p) -> auto& {
        return at(p).count;
    });
    number(tr("Book value each"),
           place("brownfield/servers", "book_value_each"),
           fromEngine(plan().currency.code()),
           [at](Plan& p) -> auto& { return at(p).bookValueEach; });
    integer(tr("Age"), place("brownfield/servers", "age_months"), tr("months"), [at](Plan& p) -> auto& {
        return at(p).ageMonths;
    });
}

void Builder::commitment()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::RunningCommitment& {
        return commitmentAt(plan, index);
    };
    m_form->addSection(tr("A commitment that still runs"),
                       tr("Paid whether used or not. Options on the same machine and region use it first."));
    const auto id = [&](const QString& label, const char* key, const QStringList& known, auto member) {
        const QString where = place("brownfield/commitments", key);
        text(
            label,
            where,
            tr("id in the catalogue"),
            known,
            [at, member](const Plan& plan) {
                return fromEngine((at(const_cast<Plan&>(plan)).*member).text()); // NOLINT: read only
            },
            [workspace = &m_workspace, at, member, where](const QString& undoText, const QString& typed) {
                using Id = std::remove_cvref_t<decltype(std::declval<model::RunningCommitment>().*member)>;
                workspace->document().change<Id>(
                    where,
                    undoText,
                    [at, member](Plan& p) -> Id& { return at(p).*member; },
                    Id(typed.toStdString()));
            });
    };
    QStringList regionIds;
    QStringList machines;
    if (m_facts.slice) {
        for (const auto& region : m_facts.slice->regions) {
            regionIds.append(fromEngine(region.id.text()));
        }
        for (const auto& machine : m_facts.slice->machines) {
            machines.append(fromEngine(machine.id.text()));
        }
    }
    regionIds.removeDuplicates();
    machines.removeDuplicates();
    id(tr("Provider"), "provider", providerIds(), &model::RunningCommitment::provider);
    id(tr("Region"), "region", regionIds, &model::RunningCommitment::region);
    id(tr("Machine"), "machine", machines, &model::RunningCommitment::machine);
    integer(tr("How many"), place("brownfield/commitments", "count"), tr("machines"), [at](Plan& p) -> auto& {
        return at(p).count;
    });
    number(tr("Price each"),
           place("brownfield/commitments", "per_hour_each"),
           tr("%1 an hour").arg(fromEngine(plan().currency.code())),
           [at](Plan& p) -> auto& { return at(p).perHourEach; });
    TextSpec until;
    until.label = tr("Last month");
    until.place = place("brownfield/commitments", "until");
    until.placeholder = QStringLiteral("2027-12");
    until.get = [at](const Plan& plan) {
        return QString::fromStdString(model::text(at(const_cast<Plan&>(plan)).until)); // NOLINT: read only
    };
    until.set = [workspace = &m_workspace, at, where = until.place](const QString& typed) -> QString {
        const auto month = model::parseMonth(typed.toStdString());
        if (!month) {
            return tr("✕ %1. Write year and month, such as 2027-12; the old month stays in use.")
                .arg(fromEngine(month.error().message));
        }
        workspace->document().change<model::Month>(
            where,
            tr("last month of a commitment to %1").arg(typed),
            [at](Plan& p) -> auto& { return at(p).until; },
            *month);
        return {};
    };
    m_form->addText(std::move(until));
}

void Builder::discount()
{
    auto found = plan().brownfield.discountFraction.begin();
    std::advance(found, static_cast<std::ptrdiff_t>(m_source.index));
    const model::ProviderId provider = found->first;
    m_form->addSection(tr("Contract discount of %1").arg(fromEngine(provider.text())),
                       tr("Taken off every list price of this provider."));
    FieldSpec spec = measure(tr("Discount"),
                             QStringLiteral("/brownfield/discounts/") + fromEngine(provider.text()),
                             tr("of list prices"));
    spec.dimension = model::Dimension::Fraction;
    bindNumber(spec, [provider](Plan& p) -> double& { return discountAt(p, provider); });
    m_form->addMeasure(std::move(spec));
}

} // namespace

EditorForm* makeOptionEditor(Workspace& workspace,
                             const SourceRef& source,
                             const EditorFacts& facts,
                             const EditorActions& actions,
                             QWidget* parent)
{
    return Builder(workspace, source, facts, parent).build(actions);
}

void setHost(model::Candidate& candidate, const model::Candidate& found)
{
    candidate.provider = found.provider;
    candidate.region = found.region;
    candidate.machine = found.machine;
    candidate.purchase = found.purchase;
    candidate.termMonths = found.termMonths;
    candidate.payment = found.payment;
    const bool isOwn = candidate.kind == OptionKind::SelfHosted || candidate.kind == OptionKind::Hybrid;
    if (isOwn) {
        candidate.kind = OptionKind::Hybrid;
    } else if (candidate.layer.isEmpty()) {
        candidate.kind = found.purchase == Purchase::Platform ? OptionKind::Platform : OptionKind::Machine;
    }
}

} // namespace wherewithal::app
