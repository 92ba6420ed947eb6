// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ListPages.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "model/units/Quantity.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

RuledTable* makeTable(const char* name, const QString& accessibleName, TableModel* model, QWidget* parent)
{
    auto* table = new RuledTable(parent);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    return table;
}

QString joined(const std::vector<std::string>& values)
{
    QStringList texts;
    for (const std::string& value : values) {
        texts.append(fromEngine(value));
    }
    return texts.join(QStringLiteral(", "));
}

template <typename Id>
QString joinedIds(const std::vector<Id>& values)
{
    QStringList texts;
    for (const Id& value : values) {
        texts.append(fromEngine(value.text()));
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

RequirementsPage::RequirementsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Requirements, workspace, parent)
{
    m_add = makeButton(tr("Add requirement"), QStringLiteral("addRequirement"), this);
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeRequirement"), this);
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
    connect(m_remove, &QPushButton::clicked, this, &RequirementsPage::removeCurrent);
}

void RequirementsPage::fill(const simulator::Comparison* comparison)
{
    std::vector<TableRow> rows;
    for (const model::Requirement& requirement : workspace().plan().requirements) {
        QStringList excluded;
        QStringList open;
        if (comparison != nullptr) {
            for (const auto& option : comparison->options) {
                for (const auto& reason : option.reasons) {
                    if (reason.requirementId == requirement.id
                        && reason.kind == simulator::Reason::Kind::RequirementFailed) {
                        excluded.append(fromEngine(option.spec.letter));
                    } else if (reason.requirementId == requirement.id
                               && reason.kind == simulator::Reason::Kind::RequirementUnknown) {
                        open.append(fromEngine(option.spec.letter));
                    }
                }
            }
        }
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
                     textCell(joined(requirement.values),
                              requirement.acceptsPartial ? tr("partly suffices") : QString()),
                     failed,
                     unknown,
                     textCell(fromEngine(requirement.notes))};
        rows.push_back(std::move(row));
    }
    m_model->setRows(std::move(rows));
    m_remove->setEnabled(m_model->rowCount() > 0);
}

void RequirementsPage::showPlan()
{
    fill(workspace().comparison());
    if (workspace().plan().requirements.empty()) {
        setVerdict({tr("Nothing is required: every option that runs is ranked."),
                    tr("Add what must hold: a region, a certificate, a service.")});
    }
}

void RequirementsPage::showResult(const RunResultPtr& result)
{
    fill(result->comparison.get());
    if (!workspace().plan().requirements.empty()) {
        setVerdict(requirementsVerdict(*result->comparison));
    }
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
    workspace().document().change<std::vector<model::Requirement>>(
        QStringLiteral("/requirements"),
        tr("requirement %1").arg(text),
        [](model::Plan& plan) -> std::vector<model::Requirement>& { return plan.requirements; },
        requirements);
}

void RequirementsPage::showAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("requirementMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using Kind = model::Requirement::Kind;
    const auto addEntry = [&](QMenu* to, const QString& text, const model::Requirement& requirement) {
        connect(to->addAction(text), &QAction::triggered, this, [this, requirement, text] {
            add(requirement, text);
        });
    };
    QMenu* regions = menu->addMenu(tr("Region"));
    for (const char* continent : {"Europe", "North America", "South America", "Asia", "Oceania", "Africa"}) {
        addEntry(regions,
                 QString::fromLatin1(continent),
                 {.id = "region", .kind = Kind::Region, .values = {continent}});
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
    if (const RunResultPtr result = workspace().runner().result()) {
        for (const model::Criterion criterion : model::kCriteria) {
            QMenu* questions = menu->addMenu(format().name(criterion));
            for (const auto& question : result->slice->questions) {
                if (question.criterion == criterion && !question.isValue) {
                    addEntry(
                        questions,
                        fromEngine(question.text),
                        {.id = question.id.text(), .kind = Kind::Question, .values = {question.id.text()}});
                }
            }
        }
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

OptionsPage::OptionsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Options, workspace, parent)
{
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeSource"), this);
    headerRow()->addWidget(m_remove);
    m_sources = new TableModel(this);
    m_sources->setColumns(
        {{tr("Where options come from"), {}, Qt::AlignLeft}, {tr("What is asked"), {}, Qt::AlignLeft}});
    m_sourcesTable = makeTable("sourcesTable", tr("Queries and candidates"), m_sources, this);
    m_sourcesTable->setProperty("wherewithalPlace", QStringLiteral("/candidates"));
    m_sourcesTable->setStretch({0, 1});
    m_options = new TableModel(this);
    m_options->setColumns({{tr("Option"), {}, Qt::AlignLeft},
                           {tr("Kind"), {}, Qt::AlignLeft},
                           {tr("Provider"), {}, Qt::AlignLeft},
                           {tr("Region"), {}, Qt::AlignLeft},
                           {tr("Purchase"), {}, Qt::AlignLeft},
                           {tr("State"), {}, Qt::AlignLeft}});
    m_optionsTable = makeTable("optionList", tr("Options of the plan"), m_options, this);
    m_optionsTable->setItemDelegateForColumn(0, new LetterDelegate(m_optionsTable));
    m_optionsTable->setStretch({1, 0, 0, 2, 2, 3});
    connect(m_optionsTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    this->workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                            QStringLiteral("cost"));
                }
            });
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sourcesTable, 2);
    column->addWidget(new Rule);
    column->addWidget(m_optionsTable, 5);
    setContent(content);
    connect(m_remove, &QPushButton::clicked, this, &OptionsPage::removeCurrent);
}

QString OptionsPage::queryText(const model::CandidateQuery& query) const
{
    QStringList parts;
    if (!query.providers.empty()) {
        parts.append(tr("of %1").arg(joinedIds(query.providers)));
    }
    if (!query.accelerators.empty()) {
        parts.append(tr("with %1").arg(joinedIds(query.accelerators)));
    }
    if (query.minAcceleratorMemoryBytes) {
        parts.append(tr("with at least %1 of accelerator memory")
                         .arg(format().bytes(query.minAcceleratorMemoryBytes)));
    }
    if (query.minVcpus) {
        parts.append(tr("with at least %1 vCPUs").arg(format().plain(query.minVcpus)));
    }
    if (query.minMemoryBytes) {
        parts.append(tr("with at least %1 of memory").arg(format().bytes(query.minMemoryBytes)));
    }
    QStringList places;
    for (const auto* list : {&query.continents, &query.countries}) {
        if (!list->empty()) {
            places.append(joined(*list));
        }
    }
    if (!places.isEmpty()) {
        parts.append(tr("in %1").arg(places.join(QStringLiteral(", "))));
    }
    return tr("Any machine %1; the cheapest %2 of each provider, %3 in all")
        .arg(parts.join(QLatin1Char(' ')))
        .arg(query.perProvider)
        .arg(query.maxOptions);
}

QString OptionsPage::candidateText(const model::Candidate& candidate) const
{
    QStringList parts;
    for (const std::string& part : {candidate.displayName,
                                    candidate.layer.text(),
                                    candidate.provider.text(),
                                    candidate.region.text(),
                                    candidate.machine.text(),
                                    candidate.server.text(),
                                    candidate.site.text(),
                                    candidate.tokenModel}) {
        if (!part.empty()) {
            parts.append(fromEngine(part));
        }
    }
    parts.append(format().purchaseText(candidate.purchase, candidate.termMonths, candidate.payment));
    return parts.join(QStringLiteral(", "));
}

void OptionsPage::showPlan()
{
    std::vector<TableRow> rows;
    for (const auto& query : workspace().plan().queries) {
        TableRow row;
        row.cells = {textCell(tr("Query"), {}, true), textCell(queryText(query))};
        rows.push_back(std::move(row));
    }
    for (const auto& candidate : workspace().plan().candidates) {
        TableRow row;
        row.cells = {textCell(format().name(candidate.kind), {}, true), textCell(candidateText(candidate))};
        rows.push_back(std::move(row));
    }
    m_remove->setEnabled(!rows.empty());
    m_sources->setRows(std::move(rows));
}

void OptionsPage::showResult(const RunResultPtr& result)
{
    std::vector<TableRow> rows;
    for (const auto& option : result->comparison->options) {
        TableRow row;
        row.kind = RowKind::Normal;
        row.letter = fromEngine(option.spec.letter);
        TableCell state = textCell(
            format().name(option.state),
            option.reasons.empty() ? QString() : format().wording().engineText(option.reasons.front().text));
        state.symbol = static_cast<int>(option.state == simulator::OptionState::Ranked      ? Symbol::Check
                                        : option.state == simulator::OptionState::Undecided ? Symbol::Question
                                                                                            : Symbol::Cross);
        row.cells = {textCell(format().optionTitle(option.spec), fromEngine(option.spec.id.text()), true),
                     textCell(format().name(option.spec.kind)),
                     textCell(fromEngine(option.spec.providerName)),
                     textCell(fromEngine(option.spec.regionName.empty() ? option.spec.region.text()
                                                                        : option.spec.regionName)),
                     textCell(format().purchaseText(
                         option.spec.purchase, option.spec.termMonths, option.spec.payment)),
                     state};
        rows.push_back(std::move(row));
    }
    m_options->setRows(std::move(rows));
    setVerdict(optionsVerdict(*result->comparison));
}

void OptionsPage::removeCurrent()
{
    const int row = m_sourcesTable->currentIndex().row();
    const auto queryCount = static_cast<int>(workspace().plan().queries.size());
    if (row < 0 || row >= m_sources->rowCount()) {
        return;
    }
    if (row < queryCount) {
        auto queries = workspace().plan().queries;
        queries.erase(queries.begin() + row);
        workspace().document().change<std::vector<model::CandidateQuery>>(
            QStringLiteral("/queries"),
            tr("remove a query"),
            [](model::Plan& plan) -> std::vector<model::CandidateQuery>& { return plan.queries; },
            queries);
        return;
    }
    auto candidates = workspace().plan().candidates;
    candidates.erase(candidates.begin() + (row - queryCount));
    workspace().document().change<std::vector<model::Candidate>>(
        QStringLiteral("/candidates"),
        tr("remove a candidate"),
        [](model::Plan& plan) -> std::vector<model::Candidate>& { return plan.candidates; },
        candidates);
}

} // namespace wherewithal::app
