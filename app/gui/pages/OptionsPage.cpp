// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionsPage.h"

#include "app/gui/dialogs/CandidatePicker.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/SideColumns.h"
#include "simulator/compare/Enumerate.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

using Kind = SourceRef::Kind;

RuledTable* makeTable(const char* name, const QString& accessibleName, TableModel* model)
{
    auto* table = new RuledTable;
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    return table;
}

QWidget* titled(const QString& title, const QString& note, QWidget* content)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, px(10), 0, 0);
    column->setSpacing(px(6));
    auto* head = new SectionTitle(title, note);
    head->row()->setContentsMargins(px(16), 0, px(16), 0);
    column->addWidget(head);
    column->addWidget(content, 1);
    return widget;
}

QString keyOf(const SourceRef& source)
{
    return QStringLiteral("%1/%2").arg(static_cast<int>(source.kind)).arg(source.index);
}

SourceRef sourceOf(const QString& key)
{
    const QStringList parts = key.split(QLatin1Char('/'));
    return parts.size() == 2
               ? SourceRef{static_cast<Kind>(parts[0].toInt()), static_cast<std::size_t>(parts[1].toInt())}
               : SourceRef{};
}

/// "/queries/2/providers" names the third query.
SourceRef sourceAt(const QString& place)
{
    struct Prefix
    {
        const char* text;
        Kind kind;
    };
    for (const Prefix& prefix : {Prefix{"/queries/", Kind::Query},
                                 Prefix{"/candidates/", Kind::Candidate},
                                 Prefix{"/brownfield/servers/", Kind::OwnedServers},
                                 Prefix{"/brownfield/commitments/", Kind::Commitment},
                                 Prefix{"/servers/", Kind::OwnServer},
                                 Prefix{"/sites/", Kind::OwnSite}}) {
        const QString start = QString::fromLatin1(prefix.text);
        if (place.startsWith(start)) {
            bool isNumber = false;
            const auto index = place.mid(start.size()).section(QLatin1Char('/'), 0, 0).toULongLong(&isNumber);
            return isNumber ? SourceRef{prefix.kind, static_cast<std::size_t>(index)} : SourceRef{};
        }
    }
    return {};
}

} // namespace

OptionsPage::OptionsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Options, workspace, parent)
{
    buildHeaderButtons();
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("optionEditor"));
    m_scroll->setAccessibleName(tr("Editor of what is selected"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_finding = new TypedLabel(Type::Strong);
    m_finding->setObjectName(QStringLiteral("sourceFinding"));
    m_finding->setWordWrap(true);
    m_finding->setContentsMargins(px(16), px(10), px(16), px(4));
    auto* lists = new QWidget;
    auto* left = new QVBoxLayout(lists);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(buildSources(), 4);
    left->addWidget(new Rule);
    left->addWidget(buildOptions(), 5);
    auto* editor = new QWidget;
    auto* right = new QVBoxLayout(editor);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_finding);
    right->addWidget(m_scroll, 1);
    setContent(new SideColumns(lists, editor, {.least = 900.0, .leftHeight = 420.0}));
}

void OptionsPage::buildHeaderButtons()
{
    m_add = makeFilledButton(tr("Add"), QStringLiteral("addSource"), this);
    m_duplicate = makeButton(tr("Duplicate"), QStringLiteral("duplicateSource"), this);
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeSource"), this);
    m_add->setToolTip(tr("Add a query, a candidate, or something that you own"));
    m_duplicate->setToolTip(tr("Add a copy of what is selected, to vary it"));
    m_addMenu = new QMenu(this);
    m_addMenu->setObjectName(QStringLiteral("addSourceMenu"));
    m_add->setMenu(m_addMenu);
    headerRow()->addWidget(m_add);
    headerRow()->addWidget(m_duplicate);
    headerRow()->addWidget(m_remove);
    connect(m_addMenu, &QMenu::aboutToShow, this, &OptionsPage::fillAddMenu);
    connect(m_duplicate, &QPushButton::clicked, this, &OptionsPage::duplicateCurrent);
    connect(m_remove, &QPushButton::clicked, this, &OptionsPage::removeCurrent);
    fillAddMenu();
}

QWidget* OptionsPage::buildSources()
{
    m_sources = new TableModel(this);
    m_sources->setColumns({{tr("Kind"), {}, Qt::AlignLeft}, {tr("What is asked"), {}, Qt::AlignLeft}});
    m_sourcesTable = makeTable("sourcesTable", tr("Queries, candidates and what is owned"), m_sources);
    m_sourcesTable->setProperty("wherewithalPlace", QStringLiteral("/candidates"));
    m_sourcesTable->setStretch({0, 2});
    connect(m_sourcesTable->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showEditor();
        showButtons();
    });
    return titled(
        tr("Asked for"), tr("queries, candidates, and what is owned; edit at the right"), m_sourcesTable);
}

QWidget* OptionsPage::buildOptions()
{
    m_options = new TableModel(this);
    m_options->setColumns(
        {{tr("Option"), tr("where"), Qt::AlignLeft}, {tr("State"), tr("first reason"), Qt::AlignLeft}});
    m_optionsTable = makeTable("optionList", tr("Options of the plan"), m_options);
    m_optionsTable->setItemDelegateForColumn(0, new LetterDelegate(m_optionsTable));
    m_optionsTable->setStretch({6, 3});
    connect(m_optionsTable->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    workspace().selection().setFigure(now.data(LetterRole).toString(),
                                                      QStringLiteral("cost"));
                }
            });
    return titled(
        tr("Found"), tr("an option keeps its letter as long as it stands in the plan"), m_optionsTable);
}

void OptionsPage::fillAddMenu()
{
    m_addMenu->clear();
    const auto add = [this](QMenu* menu, const QString& text, const char* name, auto action) {
        QAction* entry = menu->addAction(text);
        entry->setObjectName(QString::fromLatin1(name));
        connect(entry, &QAction::triggered, this, action);
    };
    add(m_addMenu, tr("Query: any machine that fits"), "addQuery", [this] {
        select(addQuery(workspace().document(), {}));
    });
    add(m_addMenu, tr("Machine or platform from the catalogue…"), "addMachine", [this] {
        chooseMachine(false);
    });
    add(m_addMenu, tr("Own servers"), "addSelfHosted", [this] {
        model::Candidate candidate;
        candidate.kind = model::OptionKind::SelfHosted;
        candidate.purchase = model::Purchase::Owned;
        if (m_facts.slice && !m_facts.slice->servers.empty() && !m_facts.slice->sites.empty()) {
            candidate.server = m_facts.slice->servers.front().id;
            candidate.site = m_facts.slice->sites.front().id;
        }
        select(addCandidate(workspace().document(), candidate, tr("own servers")));
    });
    add(m_addMenu, tr("Token API"), "addTokenApi", [this] {
        model::Candidate candidate;
        candidate.kind = model::OptionKind::TokenApi;
        select(addCandidate(workspace().document(), candidate, tr("token API")));
    });
    m_addMenu->addSeparator();
    add(m_addMenu, tr("Servers that you own already"), "addOwnedServers", [this] {
        model::OwnedServers servers{.count = 1};
        if (m_facts.slice && !m_facts.slice->servers.empty()) {
            servers.server = m_facts.slice->servers.front().id;
        }
        select(addOwnedServers(workspace().document(), servers));
    });
    add(m_addMenu, tr("Commitment that still runs"), "addCommitment", [this] {
        model::RunningCommitment commitment{.count = 1};
        commitment.until = workspace().plan().starts;
        select(addCommitment(workspace().document(), commitment));
    });
    m_addMenu->addSeparator();
    add(m_addMenu, tr("A server of your own to choose from"), "addOwnServer", [this] {
        select(addOwnServer(workspace().document(), {.displayName = tr("Our server").toStdString()}));
    });
    add(m_addMenu, tr("A site of your own to choose from"), "addOwnSite", [this] {
        select(addOwnSite(workspace().document(), {.displayName = tr("Our site").toStdString()}));
    });
    m_addMenu->addSeparator();
    QMenu* discounts = m_addMenu->addMenu(tr("Contract discount of"));
    discounts->setObjectName(QStringLiteral("addDiscount"));
    for (const Choice& provider : m_facts.providers) {
        const model::ProviderId id(provider.value.toStdString());
        add(discounts, provider.label, "", [this, id] { select(addDiscount(workspace().document(), id)); });
    }
    discounts->setEnabled(!m_facts.providers.isEmpty());
}

void OptionsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    lookForProviders();
}

void OptionsPage::lookForProviders()
{
    const auto service = workspace().catalogue().sharedService();
    if (m_hasLooked || service == nullptr || !service->facets) {
        return;
    }
    m_hasLooked = true;
    m_looking.start(
        [service](const std::stop_token& stop) { return service->facets(stop); },
        [this](const model::Result<providers::PriceFacets>& facets) {
            if (!facets) {
                return; // the providers of the plan's own part stay on offer
            }
            m_facts.providers.clear();
            for (const auto& facet : facets->providers) {
                m_facts.providers.append(
                    {fromEngine(facet.value), fromEngine(facet.label.empty() ? facet.value : facet.label)});
            }
            m_shape.clear();
            showEditor();
        });
}

int OptionsPage::issueCount() const
{
    return m_editor != nullptr ? m_editor->errorCount() : 0;
}

bool OptionsPage::focusPlace(const QString& place)
{
    SourceRef source = sourceAt(place);
    if (place.startsWith(QStringLiteral("/brownfield/discounts"))) {
        source = {Kind::Discount, 0};
    } else if (place.startsWith(QStringLiteral("/assumptions/"))) {
        const auto& candidates = workspace().plan().candidates;
        const auto own = std::ranges::find_if(candidates, [](const model::Candidate& candidate) {
            return candidate.kind == model::OptionKind::SelfHosted;
        });
        source = own != candidates.end()
                     ? SourceRef{Kind::Candidate, static_cast<std::size_t>(own - candidates.begin())}
                     : SourceRef{};
    }
    if (holds(workspace().plan(), source)) {
        select(source);
    }
    return Page::focusPlace(place);
}

SourceRef OptionsPage::current() const
{
    const QModelIndex now = m_sourcesTable->currentIndex();
    return now.isValid() ? sourceOf(now.data(KeyRole).toString()) : SourceRef{};
}

void OptionsPage::select(const SourceRef& source)
{
    m_wanted = source;
    for (int row = 0; row < m_sources->rowCount(); ++row) {
        if (m_sources->row(row).key == keyOf(source)) {
            m_sourcesTable->setCurrentIndex(m_sources->index(row, 0));
            m_sourcesTable->selectRow(row);
            return;
        }
    }
}

void OptionsPage::showPlan()
{
    const model::Plan& plan = workspace().plan();
    const SourceRef wanted = m_wanted.kind != Kind::None ? m_wanted : current();
    static const model::CatalogueSlice kNoNames;
    const model::CatalogueSlice& names = m_facts.slice ? *m_facts.slice : kNoNames;
    std::vector<TableRow> rows;
    for (const SourceRef& source : sourcesOf(plan)) {
        TableRow row;
        row.kind = RowKind::Normal;
        row.key = keyOf(source);
        const QString text = sourceText(format(), plan, source, names);
        // What it is above, the rest below: the name of a machine, the condition of a query.
        const QString separator = source.kind == Kind::Query ? QStringLiteral("; ") : QStringLiteral(", ");
        row.cells = {textCell(sourceKindText(format(), plan, source)),
                     textCell(text.section(separator, 0, 0), text.section(separator, 1), true)};
        row.cells.back().toolTip = text;
        rows.push_back(std::move(row));
    }
    m_sources->setRows(std::move(rows));
    if (m_sources->rowCount() > 0) {
        select(holds(plan, wanted) ? wanted : sourceOf(m_sources->row(0).key));
    }
    m_wanted = current();
    showEditor();
    showButtons();
    if (plan.queries.empty() && plan.candidates.empty()) {
        setVerdict({tr("Nothing is compared yet."),
                    tr("Add a query for any machine that fits, or name a candidate.")});
    }
}

QString OptionsPage::shapeOf(const SourceRef& source) const
{
    const model::Plan& plan = workspace().plan();
    QStringList parts{keyOf(source), m_facts.slice ? QStringLiteral("facts") : QString()};
    if (source.kind == Kind::Candidate) {
        const model::Candidate& candidate = plan.candidates[source.index];
        parts.append(QString::number(static_cast<int>(candidate.kind)));
        parts.append(model::isCommitment(candidate.purchase) ? QStringLiteral("term") : QString());
        for (const std::string& text : {candidate.provider.text(),
                                        candidate.machine.text(),
                                        candidate.server.text(),
                                        candidate.site.text()}) {
            parts.append(fromEngine(text));
        }
        parts.append(QString::number(plan.servers.size()));
        parts.append(QString::number(plan.sites.size()));
    } else if (source.kind == Kind::OwnServer) {
        parts.append(plan.servers[source.index].accelerator.isEmpty() ? QString() : QStringLiteral("device"));
    } else if (source.kind == Kind::Discount) {
        parts.append(sourceText(format(), plan, source).section(QLatin1Char(' '), -1));
    }
    return parts.join(QLatin1Char('\n'));
}

void OptionsPage::showEditor()
{
    const SourceRef source = current();
    const bool isThere = holds(workspace().plan(), source);
    const QString shape = isThere ? shapeOf(source) : QStringLiteral("none");
    if (shape == m_shape && m_editor != nullptr) {
        m_editor->showPlan(workspace().plan());
        showFindings();
        return;
    }
    m_shape = shape;
    m_shown = source;
    if (QWidget* old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // a control of it may be sending the signal that leads here
    }
    m_editor = isThere ? makeOptionEditor(workspace(),
                                          source,
                                          m_facts,
                                          {.chooseMachine = [this] { chooseMachine(true); },
                                           .select =
                                               [this](const SourceRef& other) {
                                                   select(other);
                                               }},
                                          nullptr)
                       : new EditorForm(workspace());
    if (!isThere) {
        m_editor->addNote(
            tr("Add a query, a candidate or something that you own; its parts are edited here."));
    }
    m_scroll->setWidget(m_editor);
    m_editor->setAutoFillBackground(false); // setWidget() turns it on; the page shows through
    m_editor->show();
    showFindings();
    emit stateChanged();
}

void OptionsPage::showFindings()
{
    const SourceRef source = current();
    const RunResultPtr result = workspace().runner().result();
    const bool isAsked = source.kind == Kind::Query || source.kind == Kind::Candidate;
    m_finding->setVisible(isAsked && result != nullptr);
    if (!isAsked || result == nullptr || !holds(workspace().plan(), source)) {
        return;
    }
    model::Plan alone; // the same question on its own: what does it find on the facts of the last run?
    if (source.kind == Kind::Query) {
        alone.queries = {workspace().plan().queries[source.index]};
    } else {
        alone.candidates = {workspace().plan().candidates[source.index]};
    }
    const auto found = simulator::enumerateOptions(alone, *result->slice);
    QStringList letters;
    QString problem;
    for (const auto& option : found) {
        if (const auto* known = result->comparison->findOption(option.spec.id.text())) {
            letters.append(fromEngine(known->spec.letter));
        }
        problem = fromEngine(option.problem);
    }
    letters.sort();
    m_finding->setInk(found.empty() || !problem.isEmpty() ? Ink::Warn : Ink::Text);
    if (!problem.isEmpty()) {
        m_finding->setText(tr("⚠ %1.").arg(format().wording().engineText(problem.toStdString())));
    } else if (source.kind == Kind::Candidate) {
        m_finding->setText(letters.isEmpty() ? tr("Not in the comparison yet.")
                                             : tr("Stands in the comparison as %1.").arg(letters.front()));
    } else if (found.empty()) {
        m_finding->setText(tr("⚠ This query finds nothing: ask for less."));
    } else {
        const QString ways = tr("Finds %n ways to rent a machine.", nullptr, static_cast<int>(found.size()));
        m_finding->setText(
            letters.isEmpty() ? ways : tr("%1 Compared: %2.").arg(ways, letters.join(QStringLiteral(", "))));
    }
}

void OptionsPage::showButtons()
{
    const SourceRef source = current();
    m_remove->setEnabled(source.kind != Kind::None);
    m_duplicate->setEnabled(source.kind != Kind::None && source.kind != Kind::Discount);
}

void OptionsPage::showResult(const RunResultPtr& result)
{
    m_facts.slice = result->slice;
    if (workspace().catalogue().service() == nullptr) {
        m_facts.providers.clear();
        for (const auto& provider : result->slice->providers) {
            m_facts.providers.append({fromEngine(provider.id.text()), fromEngine(provider.displayName)});
        }
    }
    std::vector<TableRow> rows;
    for (const auto& option : result->comparison->options) {
        TableRow row;
        row.kind = RowKind::Normal;
        row.letter = fromEngine(option.spec.letter);
        row.figure = QStringLiteral("cost");
        const simulator::Reason* reason = decidingReason(option);
        TableCell state =
            textCell(format().name(option.state),
                     reason == nullptr ? QString() : format().wording().engineText(reason->text));
        state.symbol = static_cast<int>(option.state == simulator::OptionState::Ranked      ? Symbol::Check
                                        : option.state == simulator::OptionState::Undecided ? Symbol::Question
                                                                                            : Symbol::Cross);
        state.toolTip = state.second;
        TableCell name =
            textCell(format().optionTitle(option.spec), format().optionDetail(option.spec), true);
        name.toolTip = tr("%1: %2").arg(format().name(option.spec.kind), fromEngine(option.spec.id.text()));
        row.cells = {name, state};
        rows.push_back(std::move(row));
    }
    m_options->setRows(std::move(rows));
    const bool isEmpty = workspace().plan().queries.empty() && workspace().plan().candidates.empty();
    if (!isEmpty) {
        setVerdict(optionsVerdict(*result->comparison));
    }
    showEditor();
}

void OptionsPage::chooseMachine(bool isForCurrent)
{
    auto* picker = new CandidatePicker(workspace(), this);
    const SourceRef source = isForCurrent ? current() : SourceRef{};
    connect(picker,
            &CandidatePicker::picked,
            this,
            [this, source](const model::Candidate& found, const QString& name) {
                if (source.kind != Kind::Candidate || !holds(workspace().plan(), source)) {
                    select(addCandidate(workspace().document(), found, name));
                    return;
                }
                model::Candidate changed = workspace().plan().candidates[source.index];
                setHost(changed, found);
                workspace().document().change<model::Candidate>(
                    QStringLiteral("/candidates/%1/machine").arg(source.index),
                    tr("machine of a candidate to %1").arg(name),
                    [index = source.index](model::Plan& plan) -> model::Candidate& {
                        return candidateAt(plan, index);
                    },
                    changed);
            });
    picker->open();
}

QString OptionsPage::nameOf(const SourceRef& source) const
{
    if (source.kind == Kind::OwnServer) {
        return fromEngine(workspace().plan().servers[source.index].displayName);
    }
    if (source.kind == Kind::OwnSite) {
        return fromEngine(workspace().plan().sites[source.index].displayName);
    }
    if (source.kind != Kind::Candidate) {
        return sourceKindText(format(), workspace().plan(), source);
    }
    const model::Candidate& candidate = workspace().plan().candidates[source.index];
    for (const std::string& text :
         {candidate.displayName, candidate.machine.text(), candidate.server.text(), candidate.tokenModel}) {
        if (!text.empty()) {
            return fromEngine(text);
        }
    }
    return format().name(candidate.kind);
}

void OptionsPage::duplicateCurrent()
{
    const SourceRef source = current();
    if (holds(workspace().plan(), source)) {
        select(duplicateSource(workspace().document(), source, tr("%1, copy").arg(nameOf(source))));
    }
}

void OptionsPage::removeCurrent()
{
    const SourceRef source = current();
    if (holds(workspace().plan(), source)) {
        m_wanted = source.index > 0 ? SourceRef{source.kind, source.index - 1} : SourceRef{};
        removeSource(workspace().document(), source, nameOf(source));
    }
}

} // namespace wherewithal::app
