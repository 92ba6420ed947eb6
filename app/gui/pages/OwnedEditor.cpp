// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionEditorBuilder.h"

namespace wherewithal::app::optioneditor {

void Builder::ownedServers()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::OwnedServers& {
        return ownedAt(plan, index);
    };
    m_form->addSection(
        OptionEditor::tr("Servers that you own"),
        OptionEditor::tr("They are used before new ones are bought, and cost no purchase price."));
    const QString server = place("brownfield/servers", "server");
    m_form->addChoice(
        OptionEditor::tr("Server"),
        server,
        servers(),
        [at](const Plan& plan) {
            return fromEngine(at(const_cast<Plan&>(plan)).server.text()); // NOLINT: read only
        },
        [workspace = &m_workspace, at, server](const QString& id) {
            workspace->document().change<model::ServerBuildId>(
                server,
                OptionEditor::tr("model of owned servers to %1").arg(id),
                [at](Plan& p) -> auto& { return at(p).server; },
                model::ServerBuildId(id.toStdString()));
        });
    integer(OptionEditor::tr("How many"),
            place("brownfield/servers", "count"),
            OptionEditor::tr("servers"),
            [at](Plan& p) -> auto& { return at(p).count; });
    number(OptionEditor::tr("Book value each"),
           place("brownfield/servers", "book_value_each"),
           fromEngine(plan().currency.code()),
           [at](Plan& p) -> auto& { return at(p).bookValueEach; });
    integer(OptionEditor::tr("Age"),
            place("brownfield/servers", "age_months"),
            OptionEditor::tr("months"),
            [at](Plan& p) -> auto& { return at(p).ageMonths; });
}

void Builder::commitment()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::RunningCommitment& {
        return commitmentAt(plan, index);
    };
    m_form->addSection(
        OptionEditor::tr("A commitment that still runs"),
        OptionEditor::tr("Paid whether used or not. Options on the same machine and region use it first."));
    const auto id = [&](const QString& label, const char* key, const QStringList& known, auto member) {
        const QString where = place("brownfield/commitments", key);
        text(
            label,
            where,
            OptionEditor::tr("id in the catalogue"),
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
    id(OptionEditor::tr("Provider"), "provider", providerIds(), &model::RunningCommitment::provider);
    id(OptionEditor::tr("Region"), "region", regionIds, &model::RunningCommitment::region);
    id(OptionEditor::tr("Machine"), "machine", machines, &model::RunningCommitment::machine);
    integer(OptionEditor::tr("How many"),
            place("brownfield/commitments", "count"),
            OptionEditor::tr("machines"),
            [at](Plan& p) -> auto& { return at(p).count; });
    number(OptionEditor::tr("Price each"),
           place("brownfield/commitments", "per_hour_each"),
           OptionEditor::tr("%1 an hour").arg(fromEngine(plan().currency.code())),
           [at](Plan& p) -> auto& { return at(p).perHourEach; });
    TextSpec until;
    until.label = OptionEditor::tr("Last month");
    until.place = place("brownfield/commitments", "until");
    until.placeholder = QStringLiteral("2027-12");
    until.get = [at](const Plan& plan) {
        return QString::fromStdString(model::text(at(const_cast<Plan&>(plan)).until)); // NOLINT: read only
    };
    until.set = [workspace = &m_workspace, at, where = until.place](const QString& typed) -> QString {
        const auto month = model::parseMonth(typed.toStdString());
        if (!month) {
            return OptionEditor::tr(
                       "✕ %1. Write year and month, such as 2027-12; the old month stays in use.")
                .arg(fromEngine(month.error().message));
        }
        workspace->document().change<model::Month>(
            where,
            OptionEditor::tr("last month of a commitment to %1").arg(typed),
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
    m_form->addSection(OptionEditor::tr("Contract discount of %1").arg(fromEngine(provider.text())),
                       OptionEditor::tr("Taken off every list price of this provider."));
    FieldSpec spec = measure(OptionEditor::tr("Discount"),
                             QStringLiteral("/brownfield/discounts/") + fromEngine(provider.text()),
                             OptionEditor::tr("of list prices"));
    spec.dimension = model::Dimension::Fraction;
    bindNumber(spec, [provider](Plan& p) -> double& { return discountAt(p, provider); });
    m_form->addMeasure(std::move(spec));
}

void Builder::plain(const QString& label,
                    const QString& at,
                    const QString& placeholder,
                    std::function<std::string&(Plan&)> access)
{
    text(
        label,
        at,
        placeholder,
        {},
        [access](const Plan& plan) {
            return fromEngine(access(const_cast<Plan&>(plan))); // NOLINT: read only
        },
        [workspace = &m_workspace, at, access](const QString& undoText, const QString& typed) {
            workspace->document().change<std::string>(at, undoText, access, typed.toStdString());
        });
}

void Builder::optionalRange(const QString& label,
                            const QString& at,
                            const QString& unit,
                            model::Dimension dimension,
                            std::function<std::optional<model::Range>&(Plan&)> access)
{
    FieldSpec spec = measure(label, at, unit);
    spec.dimension = dimension;
    spec.isOptional = true;
    spec.get = [access](const Plan& plan) {
        return access(const_cast<Plan&>(plan)); // NOLINT: read only
    };
    spec.set = [access, at](PlanDocument& document, const QString& undoText, const auto& value) {
        document.change<std::optional<model::Range>>(at, undoText, access, value);
    };
    spec.write = [access](Plan& plan, const std::optional<model::Range>& value) {
        access(plan) = value;
    };
    m_form->addMeasure(std::move(spec));
}

void Builder::origin(const char* list,
                     std::function<std::string&(Plan&)> source,
                     std::function<std::string&(Plan&)> date)
{
    plain(OptionEditor::tr("Source"),
          place(list, "source"),
          OptionEditor::tr("who says so: an offer, a contract, a meter"),
          std::move(source));
    TextSpec day;
    day.label = OptionEditor::tr("Of the day");
    day.place = place(list, "date");
    day.placeholder = QString::fromStdString(model::text(plan().asOf));
    day.get = [date](const Plan& plan) {
        return fromEngine(date(const_cast<Plan&>(plan))); // NOLINT: read only
    };
    day.set = [workspace = &m_workspace, date, where = day.place](const QString& typed) -> QString {
        if (!typed.isEmpty() && !model::parseDay(typed.toStdString())) {
            return OptionEditor::tr("✕ “%1” is no day. Write it as 2026-11-28; the old day stays.")
                .arg(typed);
        }
        workspace->document().change<std::string>(where,
                                                  typed.isEmpty()
                                                      ? OptionEditor::tr("no day of a source")
                                                      : OptionEditor::tr("day of a source to %1").arg(typed),
                                                  date,
                                                  typed.toStdString());
        return {};
    };
    m_form->addText(std::move(day));
}

void Builder::ownServer()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::OwnServer& {
        return ownServerAt(plan, index);
    };
    const QString currency = fromEngine(plan().currency.code());
    m_form->addSection(
        OptionEditor::tr("A server of your own"),
        OptionEditor::tr("Candidates choose it like one of the catalogue. An empty field means that "
                         "you do not know: what needs it stays unknown."));
    plain(OptionEditor::tr("Name"), place("servers", "name"), {}, [at](Plan& p) -> auto& {
        return at(p).displayName;
    });
    const QString device = place("servers", "accelerator");
    QList<Choice> devices{{QString(), OptionEditor::tr("none")}};
    devices.append(accelerators());
    m_form->addChoice(
        OptionEditor::tr("Accelerator"),
        device,
        devices,
        [at](const Plan& plan) {
            return fromEngine(at(const_cast<Plan&>(plan)).accelerator.text()); // NOLINT: read only
        },
        [workspace = &m_workspace, index, device](const QString& id) {
            model::OwnServer own = workspace->plan().servers[index];
            own.accelerator = model::AcceleratorId(id.toStdString());
            own.acceleratorCount = id.isEmpty() ? 0 : std::max(1, own.acceleratorCount);
            workspace->document().change<model::OwnServer>(
                device,
                OptionEditor::tr("accelerator to %1").arg(id.isEmpty() ? OptionEditor::tr("none") : id),
                [index](Plan& p) -> model::OwnServer& { return ownServerAt(p, index); },
                own);
        });
    if (!plan().servers[index].accelerator.isEmpty()) {
        integer(OptionEditor::tr("How many"),
                place("servers", "accelerators"),
                OptionEditor::tr("in a server"),
                [at](Plan& p) -> auto& { return at(p).acceleratorCount; });
    }
    optionalNumber(OptionEditor::tr("Processor"),
                   place("servers", "vcpus"),
                   OptionEditor::tr("threads"),
                   1.0,
                   [at](Plan& p) -> auto& { return at(p).vcpus; });
    optionalNumber(OptionEditor::tr("Memory"),
                   place("servers", "memory_bytes"),
                   OptionEditor::tr("GiB"),
                   1.0 / kGib,
                   [at](Plan& p) -> auto& { return at(p).memoryBytes; });
    optionalNumber(OptionEditor::tr("Rack space"),
                   place("servers", "rack_units"),
                   OptionEditor::tr("units"),
                   1.0,
                   [at](Plan& p) -> auto& { return at(p).rackUnits; });
    m_form->addSection(OptionEditor::tr("Price and power"));
    optionalRange(OptionEditor::tr("Price"),
                  place("servers", "price"),
                  OptionEditor::tr("%1 each").arg(currency),
                  model::Dimension::Plain,
                  [at](Plan& p) -> auto& { return at(p).price; });
    optionalNumber(OptionEditor::tr("Power at full load"),
                   place("servers", "power_load_w"),
                   QStringLiteral("W"),
                   1.0,
                   [at](Plan& p) -> auto& { return at(p).loadWatts; });
    optionalNumber(OptionEditor::tr("Power when idle"),
                   place("servers", "power_idle_w"),
                   QStringLiteral("W"),
                   1.0,
                   [at](Plan& p) -> auto& { return at(p).idleWatts; });
    optionalNumber(OptionEditor::tr("Rated power"),
                   place("servers", "power_rated_w"),
                   OptionEditor::tr("W, what a rack is billed by"),
                   1.0,
                   [at](Plan& p) -> auto& { return at(p).ratedWatts; });
    origin(
        "servers",
        [at](Plan& p) -> auto& { return at(p).source; },
        [at](Plan& p) -> auto& { return at(p).date; });
    plain(OptionEditor::tr("Notes"), place("servers", "notes"), {}, [at](Plan& p) -> auto& {
        return at(p).notes;
    });
}

void Builder::ownSite()
{
    const std::size_t index = m_source.index;
    const auto at = [index](Plan& plan) -> model::OwnSite& {
        return ownSiteAt(plan, index);
    };
    const QString currency = fromEngine(plan().currency.code());
    m_form->addSection(
        OptionEditor::tr("A site of your own"),
        OptionEditor::tr("Candidates choose it like one of the catalogue. An empty field means that "
                         "you do not know: what needs it stays unknown."));
    plain(OptionEditor::tr("Name"), place("sites", "name"), {}, [at](Plan& p) -> auto& {
        return at(p).displayName;
    });
    plain(OptionEditor::tr("Country"),
          place("sites", "country"),
          OptionEditor::tr("two letters: DE"),
          [at](Plan& p) -> auto& { return at(p).country; });
    QList<Choice> continents{{QString(), OptionEditor::tr("not said")}};
    for (const char* name : kContinents) {
        continents.append({QString::fromLatin1(name), OptionEditor::tr(name)});
    }
    const QString where = place("sites", "continent");
    m_form->addChoice(
        OptionEditor::tr("Continent"),
        where,
        continents,
        [at](const Plan& plan) {
            return fromEngine(at(const_cast<Plan&>(plan)).continent); // NOLINT: read only
        },
        [workspace = &m_workspace, at, where](const QString& name) {
            workspace->document().change<std::string>(
                where,
                OptionEditor::tr("continent to %1")
                    .arg(name.isEmpty() ? OptionEditor::tr("not said")
                                        : OptionEditor::tr(name.toLatin1().constData())),
                [at](Plan& p) -> auto& { return at(p).continent; },
                name.toStdString());
        });
    m_form->addSection(OptionEditor::tr("What it costs"));
    optionalRange(OptionEditor::tr("Electricity"),
                  place("sites", "electricity_per_kwh"),
                  OptionEditor::tr("%1 a kWh").arg(currency),
                  model::Dimension::Plain,
                  [at](Plan& p) -> auto& { return at(p).electricityPerKwh; });
    optionalRange(OptionEditor::tr("Rent"),
                  place("sites", "rent_per_kw_month"),
                  OptionEditor::tr("%1 a kW and month").arg(currency),
                  model::Dimension::Plain,
                  [at](Plan& p) -> auto& { return at(p).rentPerKilowattMonth; });
    optionalRange(
        OptionEditor::tr("PUE"),
        place("sites", "pue"),
        OptionEditor::tr("empty: the assumption, %1").arg(m_format.range(plan().assumptions.get("pue"))),
        model::Dimension::Plain,
        [at](Plan& p) -> auto& { return at(p).pue; });
    origin(
        "sites",
        [at](Plan& p) -> auto& { return at(p).source; },
        [at](Plan& p) -> auto& { return at(p).date; });
    plain(OptionEditor::tr("Notes"), place("sites", "notes"), {}, [at](Plan& p) -> auto& {
        return at(p).notes;
    });
}

} // namespace wherewithal::app::optioneditor
