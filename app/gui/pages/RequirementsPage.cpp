// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/RequirementsPage.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "model/units/Quantity.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <string_view>

namespace wherewithal::app {

namespace {

RuledTable *makeTable(const char *name, const QString &accessibleName,
                      TableModel *model, QWidget *parent) {
  auto *table = new RuledTable(parent);
  table->setObjectName(QString::fromLatin1(name));
  table->setAccessibleName(accessibleName);
  table->setModel(model);
  return table;
}

QString joined(const std::vector<std::string> &values) {
  QStringList texts;
  for (const std::string &value : values) {
    texts.append(fromEngine(value));
  }
  return texts.join(QStringLiteral(", "));
}

template <typename Id> QString joinedIds(const std::vector<Id> &values) {
  QStringList texts;
  for (const Id &value : values) {
    texts.append(fromEngine(value.text()));
  }
  return texts.join(QStringLiteral(", "));
}

} // namespace

namespace {

/// What settles whether an option meets a requirement.
QString answeredBy(model::Requirement::Kind kind) {
  using Kind = model::Requirement::Kind;
  switch (kind) {
  case Kind::Region:
    return RequirementsPage::tr(
        "answered by the region of the price or the site");
  case Kind::Provider:
    return RequirementsPage::tr("answered by who sells the option");
  case Kind::Question:
    return RequirementsPage::tr("answered by sourced facts about the provider");
  case Kind::Service:
    return RequirementsPage::tr(
        "answered by the services and facts of the provider");
  case Kind::OperatingSystem:
    return RequirementsPage::tr("answered by the support dates of the product");
  case Kind::Purchase:
  case Kind::Kind:
    return RequirementsPage::tr("answered by the option itself");
  }
  return {};
}

} // namespace

RequirementsPage::RequirementsPage(Workspace &workspace, QWidget *parent)
    : Page(PageId::Requirements, workspace, parent) {
  m_add =
      makeButton(tr("Add requirement"), QStringLiteral("addRequirement"), this);
  m_remove =
      makeButton(tr("Remove"), QStringLiteral("removeRequirement"), this);
  headerRow()->addWidget(m_add);
  headerRow()->addWidget(m_remove);
  m_model = new TableModel(this);
  m_model->setColumns({{tr("Requirement"), tr("a must-have"), Qt::AlignLeft},
                       {tr("Wanted"), tr("any of them"), Qt::AlignLeft},
                       {tr("Excluded by it"), tr("options"), Qt::AlignLeft},
                       {tr("Open because of it"), tr("options"), Qt::AlignLeft},
                       {tr("Note"), {}, Qt::AlignLeft}});
  m_table = makeTable("requirementsTable", tr("Requirements"), m_model, this);
  m_table->setProperty("wherewithalPlace", QStringLiteral("/requirements"));
  m_table->setStretch({1, 3, 2, 2, 3});
  setContent(m_table);
  connect(m_add, &QPushButton::clicked, this, &RequirementsPage::showAddMenu);
  connect(m_remove, &QPushButton::clicked, this,
          &RequirementsPage::removeCurrent);
}

void RequirementsPage::fill(const simulator::Comparison *comparison) {
  std::vector<TableRow> rows;
  for (const model::Requirement &requirement :
       workspace().plan().requirements) {
    QStringList excluded;
    QStringList open;
    if (comparison != nullptr) {
      for (const auto &option : comparison->options) {
        for (const auto &reason : option.reasons) {
          if (reason.requirementId == requirement.id &&
              reason.kind == simulator::Reason::Kind::RequirementFailed) {
            excluded.append(fromEngine(option.spec.letter));
          } else if (reason.requirementId == requirement.id &&
                     reason.kind ==
                         simulator::Reason::Kind::RequirementUnknown) {
            open.append(fromEngine(option.spec.letter));
          }
        }
      }
    }
    QString wanted = joined(requirement.values);
    if (const RunResultPtr result = workspace().runner().result();
        result != nullptr &&
        requirement.kind == model::Requirement::Kind::Question) {
      for (const auto &question : result->slice->questions) {
        if (!requirement.values.empty() &&
            question.id.text() == requirement.values.front()) {
          wanted = fromEngine(question.text);
        }
      }
    }
    TableRow row;
    row.kind = RowKind::Normal;
    row.key = fromEngine(requirement.id);
    TableCell failed = textCell(
        excluded.isEmpty() ? tr("none") : excluded.join(QStringLiteral(", ")));
    TableCell unknown =
        textCell(open.isEmpty() ? tr("none") : open.join(QStringLiteral(", ")));
    failed.isMuted = excluded.isEmpty();
    unknown.isMuted = open.isEmpty();
    failed.symbol = excluded.isEmpty() ? -1 : static_cast<int>(Symbol::Cross);
    unknown.symbol = open.isEmpty() ? -1 : static_cast<int>(Symbol::Question);
    row.cells = {textCell(format().name(requirement.kind),
                          fromEngine(requirement.id), true),
                 textCell(wanted, requirement.acceptsPartial
                                      ? tr("partly suffices; %1")
                                            .arg(answeredBy(requirement.kind))
                                      : answeredBy(requirement.kind)),
                 failed, unknown, textCell(fromEngine(requirement.notes))};
    rows.push_back(std::move(row));
  }
  m_model->setRows(std::move(rows));
  m_remove->setEnabled(m_model->rowCount() > 0);
}

void RequirementsPage::showPlan() {
  fill(workspace().comparison());
  if (workspace().plan().requirements.empty()) {
    setVerdict({tr("Nothing is required: every option that runs is ranked."),
                tr("Add what must hold: a region, a certificate, a service.")});
  }
}

void RequirementsPage::showResult(const RunResultPtr &result) {
  fill(result->comparison.get());
  if (!workspace().plan().requirements.empty()) {
    setVerdict(requirementsVerdict(*result->comparison));
  }
}

void RequirementsPage::add(model::Requirement requirement,
                           const QString &text) {
  auto requirements = workspace().plan().requirements;
  const std::string stem = requirement.id;
  for (int number = 2;
       std::ranges::find(requirements, requirement.id,
                         &model::Requirement::id) != requirements.end();
       ++number) {
    requirement.id = stem + "-" + std::to_string(number);
  }
  requirements.push_back(std::move(requirement));
  workspace().document().change<std::vector<model::Requirement>>(
      QStringLiteral("/requirements"), tr("requirement %1").arg(text),
      [](model::Plan &plan) -> std::vector<model::Requirement> & {
        return plan.requirements;
      },
      requirements);
}

void RequirementsPage::showAddMenu() {
  auto *menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("requirementMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  using Kind = model::Requirement::Kind;
  const auto addEntry = [&](QMenu *to, const QString &text,
                            const model::Requirement &requirement) {
    connect(to->addAction(text), &QAction::triggered, this,
            [this, requirement, text] { add(requirement, text); });
  };
  QMenu *regions = menu->addMenu(tr("Region"));
  for (const char *continent : {"Europe", "North America", "South America",
                                "Asia", "Oceania", "Africa"}) {
    addEntry(regions, QString::fromLatin1(continent),
             {.id = "region", .kind = Kind::Region, .values = {continent}});
  }
  QMenu *services = menu->addMenu(tr("Service"));
  for (const char *service :
       {"postgresql", "mongodb", "docker", "kubernetes", "object-storage",
        "registry", "private-network", "vpn"}) {
    addEntry(services, QString::fromLatin1(service),
             {.id = service, .kind = Kind::Service, .values = {service}});
  }
  const auto nameOf = [](std::string_view text) { return std::string(text); };
  QMenu *kinds = menu->addMenu(tr("Kind of option"));
  for (const auto kind :
       {model::OptionKind::Machine, model::OptionKind::Platform,
        model::OptionKind::Layer, model::OptionKind::TokenApi,
        model::OptionKind::SelfHosted, model::OptionKind::Hybrid}) {
    addEntry(kinds, format().name(kind),
             {.id = "kind",
              .kind = Kind::Kind,
              .values = {nameOf(model::name(kind))}});
  }
  QMenu *ways = menu->addMenu(tr("Way of buying"));
  for (const auto purchase :
       {model::Purchase::OnDemand, model::Purchase::Reserved,
        model::Purchase::SavingsPlan, model::Purchase::CommittedUse,
        model::Purchase::Platform, model::Purchase::Owned}) {
    addEntry(ways, format().name(purchase),
             {.id = "purchase",
              .kind = Kind::Purchase,
              .values = {nameOf(model::name(purchase))}});
  }
  if (const RunResultPtr result = workspace().runner().result()) {
    std::set<std::string> codes;
    for (const auto &region : result->slice->regions) {
      codes.insert(region.country);
    }
    for (const auto &site : result->slice->sites) {
      codes.insert(site.country);
    }
    codes.erase(std::string());
    QMenu *countries = menu->addMenu(tr("Country"));
    countries->setEnabled(!codes.empty());
    for (const std::string &code : codes) {
      addEntry(countries, fromEngine(code),
               {.id = "country", .kind = Kind::Region, .values = {code}});
    }
    QMenu *sellers = menu->addMenu(tr("Provider"));
    for (const auto &provider : result->slice->providers) {
      addEntry(sellers, fromEngine(provider.displayName),
               {.id = "provider",
                .kind = Kind::Provider,
                .values = {provider.id.text()}});
    }
    QMenu *systems = menu->addMenu(tr("Operating system in support"));
    for (const auto &cycle : result->slice->lifecycles) {
      const bool isSystem =
          cycle.product == "rhel" || cycle.product == "ubuntu" ||
          cycle.product == "debian" || cycle.product == "sles" ||
          cycle.product == "windows-server";
      if (isSystem) {
        addEntry(systems,
                 tr("%1 %2, to %3")
                     .arg(fromEngine(cycle.product), fromEngine(cycle.cycle),
                          fromEngine(cycle.endOfSupport)),
                 {.id = "system",
                  .kind = Kind::OperatingSystem,
                  .values = {cycle.product, cycle.cycle}});
      }
    }
    systems->setEnabled(!systems->isEmpty());
    for (const model::Criterion criterion : model::kCriteria) {
      QMenu *questions = menu->addMenu(format().name(criterion));
      for (const auto &question : result->slice->questions) {
        if (question.criterion == criterion && !question.isValue) {
          addEntry(questions, fromEngine(question.text),
                   {.id = question.id.text(),
                    .kind = Kind::Question,
                    .values = {question.id.text()}});
        }
      }
    }
  }
  menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void RequirementsPage::removeCurrent() {
  const int row = m_table->currentIndex().row();
  auto requirements = workspace().plan().requirements;
  if (row < 0 || row >= static_cast<int>(requirements.size())) {
    return;
  }
  const QString name =
      fromEngine(requirements[static_cast<std::size_t>(row)].id);
  requirements.erase(requirements.begin() + row);
  workspace().document().change<std::vector<model::Requirement>>(
      QStringLiteral("/requirements"), tr("remove requirement %1").arg(name),
      [](model::Plan &plan) -> std::vector<model::Requirement> & {
        return plan.requirements;
      },
      requirements);
}

} // namespace wherewithal::app
