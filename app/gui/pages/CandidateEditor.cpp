// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionEditorBuilder.h"

namespace wherewithal::app::optioneditor {

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
        ownPlace(actions);
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
    m_form->addSection(
        isOwn ? OptionEditor::tr("Rented machines at the peaks") : OptionEditor::tr("Machine"),
        now.kind == OptionKind::SelfHosted
            ? OptionEditor::tr("None: own servers carry the whole load. Choose a machine to rent what is "
                               "above them.")
            : QString());
    QPushButton* choose =
        m_form->addButton(OptionEditor::tr("Machine"),
                          now.machine.isEmpty() ? OptionEditor::tr("Choose from the catalogue…")
                                                : OptionEditor::tr("Choose another…"),
                          QStringLiteral("chooseMachine"));
    QObject::connect(choose, &QPushButton::clicked, m_form, actions.chooseMachine);
    if (now.kind == OptionKind::SelfHosted) {
        return;
    }
    if (isOwn) {
        QPushButton* none = m_form->addButton(
            QString(), OptionEditor::tr("Rent nothing"), QStringLiteral("dropRentedMachines"));
        QObject::connect(none, &QPushButton::clicked, m_form, [self] {
            self->changeCandidate(
                "kind", OptionEditor::tr("rent nothing at the peaks"), [](model::Candidate& value) {
                    setHost(value, {});
                    value.kind = OptionKind::SelfHosted;
                });
        });
    }
    const auto seller = std::ranges::find(m_facts.providers, fromEngine(now.provider.text()), &Choice::value);
    m_form->addFact(OptionEditor::tr("Provider"),
                    seller != m_facts.providers.end() ? seller->label : fromEngine(now.provider.text()));
    m_form->addFact(OptionEditor::tr("Name"), fromEngine(now.machine.text()));
    if (m_facts.slice) {
        if (const auto* machine = m_facts.slice->findMachine(now.provider, now.machine)) {
            QStringList facts;
            if (machine->acceleratorCount > 0) {
                facts.append(OptionEditor::tr("%1 × %2").arg(m_format.integer(machine->acceleratorCount),
                                                             deviceName(machine->accelerator)));
            }
            facts.append(OptionEditor::tr("%1 vCPUs").arg(m_format.plain(machine->vcpus)));
            facts.append(m_format.bytes(machine->memoryBytes));
            m_form->addFact(OptionEditor::tr("Parts"), facts.join(QStringLiteral(", ")));
        }
    }
    m_form->addChoice(
        OptionEditor::tr("Region"),
        place("candidates", "region"),
        regions(now.provider),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).region.text()); // NOLINT: read only
        },
        [self](const QString& region) {
            self->changeCandidate(
                "region",
                OptionEditor::tr("region of a candidate to %1").arg(region),
                [&](model::Candidate& value) { value.region = model::RegionId(region.toStdString()); });
        });
    if (now.kind == OptionKind::Platform) {
        return;
    }
    m_form->addChoice(
        OptionEditor::tr("Bought"),
        place("candidates", "purchase"),
        purchaseChoices(m_format, false),
        [index](const Plan& plan) {
            const auto& value = candidateAt(const_cast<Plan&>(plan), index); // NOLINT: read only
            return QString::fromStdString(std::string(model::name(value.purchase)));
        },
        [self](const QString& name) {
            self->changeCandidate("purchase",
                                  OptionEditor::tr("way of buying of a candidate to %1").arg(name),
                                  [&](model::Candidate& value) {
                                      value.purchase =
                                          model::parsePurchase(name.toStdString()).value_or(value.purchase);
                                      const bool isCommitted = model::isCommitment(value.purchase);
                                      value.termMonths = isCommitted ? std::max(value.termMonths, 12) : 0;
                                      value.payment = isCommitted ? value.payment : model::Payment::None;
                                  });
        });
    if (model::isCommitment(now.purchase)) {
        integer(OptionEditor::tr("Term"),
                place("candidates", "term_months"),
                OptionEditor::tr("months"),
                [index](Plan& p) -> auto& { return candidateAt(p, index).termMonths; });
        QList<Choice> payments;
        for (const auto payment : {model::Payment::None, model::Payment::Partial, model::Payment::All}) {
            payments.append({QString::number(static_cast<int>(payment)), m_format.name(payment)});
        }
        m_form->addChoice(
            OptionEditor::tr("Paid upfront"),
            place("candidates", "payment"),
            payments,
            [index](const Plan& plan) {
                return QString::number(static_cast<int>(
                    candidateAt(const_cast<Plan&>(plan), index).payment)); // NOLINT: read only
            },
            [self](const QString& chosen) {
                self->changeCandidate("payment",
                                      OptionEditor::tr("upfront payment of a candidate"),
                                      [&](model::Candidate& value) {
                                          value.payment = static_cast<model::Payment>(chosen.toInt());
                                      });
            });
    }
    if (isOwn) {
        return;
    }
    QList<Choice> layers{{QString(), OptionEditor::tr("none")}};
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
        OptionEditor::tr("Layer on top"),
        place("candidates", "layer"),
        layers,
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).layer.text()); // NOLINT: read only
        },
        [self](const QString& layer) {
            self->changeCandidate("layer",
                                  layer.isEmpty() ? OptionEditor::tr("no layer on a candidate")
                                                  : OptionEditor::tr("layer of a candidate to %1").arg(layer),
                                  [&](model::Candidate& value) {
                                      value.layer = model::ProviderId(layer.toStdString());
                                      value.kind = layer.isEmpty() ? OptionKind::Machine : OptionKind::Layer;
                                  });
        });
}

void Builder::ownPlace(const EditorActions& actions)
{
    const auto self = std::make_shared<Builder>(*this);
    const std::size_t index = m_source.index;
    m_form->addSection(OptionEditor::tr("Own servers"),
                       OptionEditor::tr("As many as the demand needs; the plan counts them."));
    m_form->addChoice(
        OptionEditor::tr("Server"),
        place("candidates", "server"),
        servers(),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).server.text()); // NOLINT: read only
        },
        [self](const QString& id) {
            self->changeCandidate(
                "server", OptionEditor::tr("server to %1").arg(id), [&](model::Candidate& value) {
                    value.server = model::ServerBuildId(id.toStdString());
                });
        });
    m_form->addChoice(
        OptionEditor::tr("Site"),
        place("candidates", "site"),
        sites(),
        [index](const Plan& plan) {
            return fromEngine(candidateAt(const_cast<Plan&>(plan), index).site.text()); // NOLINT: read only
        },
        [self](const QString& id) {
            self->changeCandidate(
                "site", OptionEditor::tr("site to %1").arg(id), [&](model::Candidate& value) {
                    value.site = model::SiteId(id.toStdString());
                });
        });
    ownOfPlan(actions);
}

/// Leads to the server and the site of the plan's own, or makes them.
void Builder::ownOfPlan(const EditorActions& actions)
{
    const auto self = std::make_shared<Builder>(*this);
    const model::Candidate now = plan().candidates[m_source.index];
    const auto indexOf = [](const auto& list, const auto& id) {
        return static_cast<std::size_t>(
            std::ranges::find_if(list, [&](const auto& own) { return own.id == id; }) - list.begin());
    };
    const std::size_t server = indexOf(plan().servers, now.server);
    const std::size_t site = indexOf(plan().sites, now.site);
    QPushButton* toServer =
        m_form->addButton(QString(),
                          server < plan().servers.size() ? OptionEditor::tr("Edit this server")
                                                         : OptionEditor::tr("Take a server of your own…"),
                          QStringLiteral("ownServer"));
    toServer->setToolTip(
        OptionEditor::tr("A server with the price of your offer and the power that you know"));
    QObject::connect(toServer, &QPushButton::clicked, m_form, [self, actions, server, now] {
        actions.select(server < self->plan().servers.size() ? SourceRef{SourceRef::Kind::OwnServer, server}
                                                            : self->takeOwnServer(now));
    });
    QPushButton* toSite =
        m_form->addButton(QString(),
                          site < plan().sites.size() ? OptionEditor::tr("Edit this site")
                                                     : OptionEditor::tr("Take a site of your own…"),
                          QStringLiteral("ownSite"));
    toSite->setToolTip(OptionEditor::tr("A site with your rent, your price of electricity and your PUE"));
    QObject::connect(toSite, &QPushButton::clicked, m_form, [self, actions, site, now] {
        actions.select(site < self->plan().sites.size() ? SourceRef{SourceRef::Kind::OwnSite, site}
                                                        : self->takeOwnSite(now));
    });
}

/// Adds a server like the one of the candidate and puts it in its place: one step of undo.
SourceRef Builder::takeOwnServer(const model::Candidate& now) const
{
    const model::ServerBuild* like = m_facts.slice ? m_facts.slice->findServer(now.server) : nullptr;
    model::OwnServer own = like != nullptr ? ownServerLike(*like) : model::OwnServer{};
    if (own.displayName.empty()) {
        own.displayName = OptionEditor::tr("Our server").toStdString();
    }
    PlanDocument& document = m_workspace.document();
    const QString text = OptionEditor::tr("take a server of your own");
    document.undoStack()->beginMacro(text);
    const SourceRef added = addOwnServer(document, std::move(own));
    changeCandidate("server", text, [&](model::Candidate& value) {
        value.server = document.plan().servers[added.index].id;
    });
    document.undoStack()->endMacro();
    return added;
}

SourceRef Builder::takeOwnSite(const model::Candidate& now) const
{
    const model::Site* like = m_facts.slice ? m_facts.slice->findSite(now.site) : nullptr;
    model::OwnSite own = like != nullptr ? ownSiteLike(*like) : model::OwnSite{};
    if (own.displayName.empty()) {
        own.displayName = OptionEditor::tr("Our site").toStdString();
    }
    PlanDocument& document = m_workspace.document();
    const QString text = OptionEditor::tr("take a site of your own");
    document.undoStack()->beginMacro(text);
    const SourceRef added = addOwnSite(document, std::move(own));
    changeCandidate(
        "site", text, [&](model::Candidate& value) { value.site = document.plan().sites[added.index].id; });
    document.undoStack()->endMacro();
    return added;
}

void Builder::siteFacts(const model::Candidate& candidate)
{
    const auto sourced = [this](const QString& label, const model::SourcedRange& range, const char* unit) {
        const auto value = range.range();
        const QString origin = range.source.isEmpty()
                                   ? fromEngine(range.basis)
                                   : OptionEditor::tr("%1, %2").arg(fromEngine(range.source.title),
                                                                    fromEngine(range.source.date));
        m_form->addFact(
            label,
            value ? OptionEditor::tr("%1 %2").arg(
                        m_format.range(*value), m_format.unit(range.stated ? range.unit : std::string(unit)))
                  : m_format.unknown(),
            origin);
    };
    if (m_facts.slice) {
        if (const auto* server = m_facts.slice->findServer(candidate.server)) {
            m_form->addSection(std::ranges::find(plan().servers, server->id, &model::OwnServer::id)
                                       != plan().servers.end()
                                   ? OptionEditor::tr("What the plan says of the server")
                                   : OptionEditor::tr("What the catalogue knows of the server"));
            m_form->addFact(OptionEditor::tr("Parts"),
                            OptionEditor::tr("%1 × %2, %3 vCPUs, %4")
                                .arg(m_format.integer(server->acceleratorCount),
                                     deviceName(server->accelerator),
                                     m_format.plain(server->vcpus),
                                     m_format.bytes(server->memoryBytes)));
            sourced(OptionEditor::tr("Price"), server->price, "USD");
            sourced(OptionEditor::tr("Power"), server->powerWatts, "W");
            m_form->addFact(OptionEditor::tr("Rack space"),
                            OptionEditor::tr("%1 units").arg(m_format.plain(server->rackUnits)));
        }
        if (const auto* site = m_facts.slice->findSite(candidate.site)) {
            m_form->addSection(std::ranges::find(plan().sites, site->id, &model::OwnSite::id)
                                       != plan().sites.end()
                                   ? OptionEditor::tr("What the plan says of the site")
                                   : OptionEditor::tr("What the catalogue knows of the site"));
            sourced(OptionEditor::tr("Colocation"), site->colocationPerKilowattMonth, "USD/kW/month");
            sourced(OptionEditor::tr("Electricity"), site->electricityPerKwh, "USD/kWh");
            if (site->pue) {
                m_form->addFact(
                    OptionEditor::tr("PUE"), m_format.range(*site->pue), fromEngine(site->pueSource.title));
            }
        }
    }
    m_form->addSection(
        OptionEditor::tr("⚠ Assumed for all own servers of this plan"),
        OptionEditor::tr("Nobody publishes these for you. Type what you know, a number or a range; an empty "
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
    m_form->addSection(OptionEditor::tr("Token API"),
                       OptionEditor::tr("Paid for each token; the seller runs the machines."));
    text(
        OptionEditor::tr("Provider"),
        place("candidates", "provider"),
        OptionEditor::tr("id in the catalogue"),
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
        OptionEditor::tr("Model"),
        place("candidates", "token_model"),
        OptionEditor::tr("the seller's name of it"),
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
    m_form->addSection(OptionEditor::tr("Name and notes"));
    text(
        OptionEditor::tr("Name"),
        place("candidates", "display_name"),
        OptionEditor::tr("made of its parts"),
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
        OptionEditor::tr("Notes"),
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

} // namespace wherewithal::app::optioneditor
