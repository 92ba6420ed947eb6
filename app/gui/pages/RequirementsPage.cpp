// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/RequirementsPage.h"

#include "app/gui/pages/AnswersView.h"
#include "app/gui/pages/RequirementEditor.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/SideColumns.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace wherewithal::app {

namespace {

using Kind = model::Requirement::Kind;

QString joined(const std::vector<std::string>& values)
{
    QStringList texts;
    for (const std::string& value : values) {
        texts.append(fromEngine(value));
    }
    return texts.join(QStringLiteral(", "));
}

/// What settles whether an option meets a requirement.
QString answeredBy(Kind kind)
{
    switch (kind) {
    case Kind::Region:
        return RequirementsPage::tr("answered by the region of the price or the site");
    case Kind::Provider:
        return RequirementsPage::tr("answered by who sells the option");
    case Kind::Question:
        return RequirementsPage::tr("answered by sourced facts about the provider");
    case Kind::Service:
        return RequirementsPage::tr("answered by the services and facts of the provider");
    case Kind::OperatingSystem:
        return RequirementsPage::tr("answered by the support dates of the product");
    case Kind::Purchase:
    case Kind::Kind:
        return RequirementsPage::tr("answered by the option itself");
    }
    return {};
}

/// Letters of the options that have a reason of a kind because of a requirement.
QStringList lettersWith(const simulator::Comparison* comparison,
                        const std::string& requirement,
                        simulator::Reason::Kind kind)
{
    QStringList letters;
    if (comparison != nullptr) {
        for (const auto& option : comparison->options) {
            for (const auto& reason : option.reasons) {
                if (reason.requirementId == requirement && reason.kind == kind) {
                    letters.append(fromEngine(option.spec.letter));
                }
            }
        }
    }
    return letters;
}

} // namespace

RequirementsPage::RequirementsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Requirements, workspace, parent)
{
    m_add = makeButton(tr("Add requirement"), QStringLiteral("addRequirement"), this);
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeRequirement"), this);
    m_remove->setEnabled(false);
    headerRow()->addWidget(m_add);
    headerRow()->addWidget(m_remove);
    m_model = new TableModel(this);
    m_model->setColumns({{tr("Requirement"), tr("a must-have"), Qt::AlignLeft},
                         {tr("Wanted"), tr("any of them"), Qt::AlignLeft},
                         {tr("Excluded by it"), tr("options"), Qt::AlignLeft},
                         {tr("Open because of it"), tr("options"), Qt::AlignLeft},
                         {tr("Note"), {}, Qt::AlignLeft}});
    m_table = new RuledTable(this);
    m_table->setObjectName(QStringLiteral("requirementsTable"));
    m_table->setAccessibleName(tr("Requirements"));
    m_table->setModel(m_model);
    m_table->setProperty("wherewithalPlace", QStringLiteral("/requirements"));
    m_table->setStretch({1, 3, 2, 2, 3});
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 4);
    column->addWidget(buildDetail(), 5);
    setContent(content);
    setEmptyText(
        tr("Nothing is required"),
        tr("Every option that runs is ranked. Add what must hold: a region, a certificate, a service."),
        tr("Add a requirement"),
        [this] { showAddMenu(); });
    connect(
        &workspace.document(), &PlanDocument::changed, this, [this] { m_remove->setEnabled(hasContent()); });
    connect(m_add, &QPushButton::clicked, this, &RequirementsPage::showAddMenu);
    connect(m_remove, &QPushButton::clicked, this, &RequirementsPage::removeCurrent);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RequirementsPage::showDetail);
}

QWidget* RequirementsPage::buildDetail()
{
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("requirementEditor"));
    m_scroll->setAccessibleName(tr("Editor of the requirement that is selected"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_answers = new AnswersView(workspace());
    column->addWidget(new Rule);
    column->addWidget(
        new SideColumns(m_scroll, m_answers, {.leftWidth = 440.0, .leftHeight = 200.0, .rightHeight = 320.0}),
        1);
    return detail;
}

bool RequirementsPage::hasContent() const
{
    return !workspace().plan().requirements.empty();
}

int RequirementsPage::issueCount() const
{
    return (m_editor != nullptr ? m_editor->errorCount() : 0) + m_answers->errorCount();
}

bool RequirementsPage::focusPlace(const QString& place)
{
    const QString head = QStringLiteral("/requirements/");
    if (place.startsWith(head)) {
        const QString which = place.mid(head.size()).section(QLatin1Char('/'), 0, 0);
        const auto& requirements = workspace().plan().requirements;
        bool isNumber = false;
        auto index = static_cast<std::size_t>(which.toULongLong(&isNumber));
        if (!isNumber) {
            index = static_cast<std::size_t>(
                std::ranges::find(requirements, which.toStdString(), &model::Requirement::id)
                - requirements.begin());
        }
        select(index);
    }
    return Page::focusPlace(place);
}

QString RequirementsPage::wantedText(const model::Requirement& requirement) const
{
    const RunResultPtr result = workspace().runner().result();
    if (result != nullptr && requirement.kind == Kind::Question && !requirement.values.empty()) {
        const auto asked = std::ranges::find(
            result->slice->questions, model::QuestionId{requirement.values.front()}, &model::Question::id);
        if (asked != result->slice->questions.end()) {
            return format().wording().engineText(asked->text);
        }
    }
    return joined(requirement.values);
}

TableRow RequirementsPage::rowOf(const model::Requirement& requirement,
                                 const simulator::Comparison* comparison) const
{
    using Reason = simulator::Reason::Kind;
    const QStringList excluded = lettersWith(comparison, requirement.id, Reason::RequirementFailed);
    const QStringList open = lettersWith(comparison, requirement.id, Reason::RequirementUnknown);
    TableRow row;
    row.kind = RowKind::Normal;
    row.key = fromEngine(requirement.id);
    TableCell failed = textCell(excluded.isEmpty() ? tr("none") : excluded.join(QStringLiteral(", ")));
    TableCell unknown = textCell(open.isEmpty() ? tr("none") : open.join(QStringLiteral(", ")));
    failed.isMuted = excluded.isEmpty();
    unknown.isMuted = open.isEmpty();
    failed.symbol = excluded.isEmpty() ? -1 : static_cast<int>(Symbol::Cross);
    unknown.symbol = open.isEmpty() ? -1 : static_cast<int>(Symbol::Question);
    row.cells = {textCell(format().name(requirement.kind), fromEngine(requirement.id), true),
                 textCell(wantedText(requirement),
                          requirement.acceptsPartial
                              ? tr("partly suffices; %1").arg(answeredBy(requirement.kind))
                              : answeredBy(requirement.kind)),
                 failed,
                 unknown,
                 textCell(fromEngine(requirement.notes))};
    if (requirement.isOff) {
        row.cells[1].second = tr("off: not asked for at present");
        row.cells[2] = textCell(tr("off"));
        row.cells[3] = textCell(tr("off"));
        for (TableCell& cell : row.cells) {
            cell.isMuted = true;
        }
    }
    return row;
}

void RequirementsPage::fill(const simulator::Comparison* comparison)
{
    std::vector<TableRow> rows;
    for (const model::Requirement& requirement : workspace().plan().requirements) {
        rows.push_back(rowOf(requirement, comparison));
    }
    const std::size_t now = current();
    m_model->setRows(std::move(rows));
    select(std::min(now, static_cast<std::size_t>(std::max(0, m_model->rowCount() - 1))));
    showDetail();
}

std::size_t RequirementsPage::current() const
{
    return static_cast<std::size_t>(std::max(0, m_table->currentIndex().row()));
}

void RequirementsPage::select(std::size_t index)
{
    const auto row = static_cast<int>(index);
    if (row < m_model->rowCount() && m_table->currentIndex().row() != row) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->selectRow(row);
    }
}

void RequirementsPage::showDetail()
{
    const auto& requirements = workspace().plan().requirements;
    const std::size_t index = current();
    const RunResultPtr result = workspace().runner().result();
    const bool isThere = index < requirements.size();
    const QString shape = isThere ? QStringLiteral("%1/%2/%3/%4")
                                        .arg(index)
                                        .arg(fromEngine(requirements[index].id))
                                        .arg(static_cast<int>(requirements[index].kind))
                                        .arg(result != nullptr ? 1 : 0)
                                  : QString();
    if (shape == m_shape && m_editor != nullptr) {
        m_editor->showPlan(workspace().plan());
    } else if (isThere) {
        m_shape = shape;
        if (QWidget* old = m_scroll->takeWidget()) {
            old->hide();
            old->deleteLater(); // a control of it may be sending the signal that leads here
        }
        m_editor =
            makeRequirementEditor(workspace(), index, result != nullptr ? result->slice : nullptr, nullptr);
        m_scroll->setWidget(m_editor);
        m_editor->setAutoFillBackground(false); // setWidget() turns it on; the page shows through
        m_editor->show();
    }
    m_answers->show(isThere ? questionOf(requirements[index]) : model::QuestionId{}, result);
    emit stateChanged();
}

void RequirementsPage::showPlan()
{
    fill(workspace().comparison());
    m_remove->setEnabled(true);
    m_answers->showPlan();
}

void RequirementsPage::showResult(const RunResultPtr& result)
{
    fill(result->comparison.get());
    setVerdict(requirementsVerdict(*result->comparison));
}

void RequirementsPage::add(model::Requirement requirement, const QString& text)
{
    auto requirements = workspace().plan().requirements;
    const std::string stem = requirement.id;
    for (int number = 2;
         std::ranges::find(requirements, requirement.id, &model::Requirement::id) != requirements.end();
         ++number) {
        requirement.id = stem + "-" + std::to_string(number);
    }
    requirements.push_back(std::move(requirement));
    const std::size_t added = requirements.size() - 1;
    workspace().document().change<std::vector<model::Requirement>>(
        QStringLiteral("/requirements"),
        tr("add requirement %1").arg(text),
        [](model::Plan& plan) -> std::vector<model::Requirement>& { return plan.requirements; },
        requirements);
    select(added);
}

void RequirementsPage::addEntry(QMenu* menu, const QString& text, const model::Requirement& requirement)
{
    connect(menu->addAction(text), &QAction::triggered, this, [this, requirement, text] {
        add(requirement, text);
    });
}

void RequirementsPage::addOptionEntries(QMenu* menu)
{
    QMenu* regions = menu->addMenu(tr("Region"));
    for (const char* continent : {"Europe", "North America", "South America", "Asia", "Oceania", "Africa"}) {
        addEntry(
            regions, continentName(continent), {.id = "region", .kind = Kind::Region, .values = {continent}});
    }
    QMenu* services = menu->addMenu(tr("Service"));
    for (const char* service : {"postgresql",
                                "mongodb",
                                "docker",
                                "kubernetes",
                                "object-storage",
                                "registry",
                                "private-network",
                                "vpn"}) {
        addEntry(services,
                 QString::fromLatin1(service),
                 {.id = service, .kind = Kind::Service, .values = {service}});
    }
    QMenu* kinds = menu->addMenu(tr("Kind of option"));
    for (const auto kind : {model::OptionKind::Machine,
                            model::OptionKind::Platform,
                            model::OptionKind::Layer,
                            model::OptionKind::TokenApi,
                            model::OptionKind::SelfHosted,
                            model::OptionKind::Hybrid}) {
        addEntry(kinds,
                 format().name(kind),
                 {.id = "kind", .kind = Kind::Kind, .values = {std::string(model::name(kind))}});
    }
    QMenu* ways = menu->addMenu(tr("Way of buying"));
    for (const auto purchase : {model::Purchase::OnDemand,
                                model::Purchase::Reserved,
                                model::Purchase::SavingsPlan,
                                model::Purchase::CommittedUse,
                                model::Purchase::Platform,
                                model::Purchase::Owned}) {
        addEntry(ways,
                 format().name(purchase),
                 {.id = "purchase", .kind = Kind::Purchase, .values = {std::string(model::name(purchase))}});
    }
}

void RequirementsPage::addCatalogueEntries(QMenu* menu, const model::CatalogueSlice& slice)
{
    std::set<std::string> codes;
    for (const auto& region : slice.regions) {
        codes.insert(region.country);
    }
    for (const auto& site : slice.sites) {
        codes.insert(site.country);
    }
    codes.erase(std::string());
    QMenu* countries = menu->addMenu(tr("Country"));
    countries->setEnabled(!codes.empty());
    for (const std::string& code : codes) {
        addEntry(countries, fromEngine(code), {.id = "country", .kind = Kind::Region, .values = {code}});
    }
    QMenu* sellers = menu->addMenu(tr("Provider"));
    for (const auto& provider : slice.providers) {
        addEntry(sellers,
                 fromEngine(provider.displayName),
                 {.id = "provider", .kind = Kind::Provider, .values = {provider.id.text()}});
    }
    constexpr std::array<std::string_view, 5> kSystems{"rhel", "ubuntu", "debian", "sles", "windows-server"};
    QMenu* systems = menu->addMenu(tr("Operating system in support"));
    for (const auto& cycle : slice.lifecycles) {
        if (std::ranges::find(kSystems, cycle.product) != kSystems.end()) {
            addEntry(
                systems,
                tr("%1 %2, to %3")
                    .arg(fromEngine(cycle.product), fromEngine(cycle.cycle), fromEngine(cycle.endOfSupport)),
                {.id = "system", .kind = Kind::OperatingSystem, .values = {cycle.product, cycle.cycle}});
        }
    }
    systems->setEnabled(!systems->isEmpty());
    for (const model::Criterion criterion : model::kCriteria) {
        QMenu* questions = menu->addMenu(format().name(criterion));
        for (const auto& question : slice.questions) {
            if (question.criterion == criterion && !question.isValue) {
                addEntry(questions,
                         format().wording().engineText(question.text),
                         {.id = question.id.text(), .kind = Kind::Question, .values = {question.id.text()}});
            }
        }
    }
}

void RequirementsPage::showAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("requirementMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOptionEntries(menu);
    if (const RunResultPtr result = workspace().runner().result()) {
        addCatalogueEntries(menu, *result->slice);
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void RequirementsPage::removeCurrent()
{
    const int row = m_table->currentIndex().row();
    auto requirements = workspace().plan().requirements;
    if (row < 0 || row >= static_cast<int>(requirements.size())) {
        return;
    }
    const QString name = fromEngine(requirements[static_cast<std::size_t>(row)].id);
    requirements.erase(requirements.begin() + row);
    workspace().document().change<std::vector<model::Requirement>>(
        QStringLiteral("/requirements"),
        tr("remove requirement %1").arg(name),
        [](model::Plan& plan) -> std::vector<model::Requirement>& { return plan.requirements; },
        requirements);
}

} // namespace wherewithal::app
