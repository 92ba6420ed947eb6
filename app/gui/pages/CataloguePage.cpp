// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/CataloguePage.h"

#include "app/gui/dialogs/ImportWizard.h"
#include "app/gui/dialogs/SheetsDialog.h"
#include "app/gui/pages/PriceFilters.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/PricePanel.h"
#include "app/gui/widgets/RuledTable.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kTypingMilliseconds = 40; // a search waits so long for the next key

/// Letter tags of a price; several options may use it.
class LettersDelegate : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {px(42), CellDelegate::sizeHint(option, index).height()};
    }

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override
    {
        const QString letters = index.data(LetterRole).toString();
        if (letters.isEmpty()) {
            return;
        }
        const double size = letterTagSize();
        double x = cell.left();
        for (const QString& letter : letters.split(QStringLiteral(", "))) {
            if (x + size > cell.right() + pxf(4)) {
                break;
            }
            drawLetterTag(painter, QRectF(x, cell.center().y() - size / 2, size, size), letter);
            x += size + pxf(2);
        }
    }
};

/// A strip in the colour of warnings.
class WarnStrip : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.fillRect(rect(), tokens().warnbg);
        drawSymbol(&painter, QRectF(pxf(16), 0, pxf(14), height()), Symbol::Warning);
    }
};

} // namespace

CatalogueChoices realCatalogueChoices()
{
    CatalogueChoices choices;
    choices.exportTo = [](QWidget* parent) {
        return QFileDialog::getSaveFileName(parent,
                                            CataloguePage::tr("Export prices"),
                                            QStringLiteral("prices.csv"),
                                            CataloguePage::tr("Tables (*.csv)"));
    };
    choices.openFile = [](const QString& path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    };
    return choices;
}

CataloguePage::CataloguePage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Catalogue, workspace, parent)
    , m_choices(realCatalogueChoices())
{
    m_model = new PriceModel(this);
    buildHeader();
    setContent(buildContent());
    m_panel = new PricePanel(workspace, *m_model);
    m_filters = new PriceFilters(m_strip);
    connectParts();
    m_filters->reset(workspace.plan().asOf);
    setEmptyText(tr("There is no catalogue."), tr("Start the program with a catalogue to see its prices."));
}

void CataloguePage::buildHeader()
{
    m_sheets = makeButton(tr("Sheets..."), QStringLiteral("openSheets"), this);
    m_sheets->setToolTip(tr("Imported price sheets: compare two, remove one"));
    m_export = makeButton(tr("Export"), QStringLiteral("exportPrices"), this);
    m_export->setToolTip(tr("All prices that match, as CSV"));
    m_import = makeFilledButton(tr("Import price sheet"), QStringLiteral("importSheet"), this);
    for (QPushButton* button : {m_sheets, m_export, m_import}) {
        headerRow()->addWidget(button);
    }
}

QWidget* CataloguePage::buildContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(px(16), 0, px(16), px(8));
    top->setSpacing(px(8));
    m_search = new SearchField;
    m_search->setObjectName(QStringLiteral("catalogueSearch"));
    m_search->setAccessibleName(tr("Search all prices"));
    m_search->setPlaceholderText(
        tr("Machine, accelerator, region, provider, SKU: words narrow it down, a comma means or"));
    m_search->setMinimumHeight(px(28));
    m_strip = new FilterStrip;
    top->addWidget(m_search);
    top->addWidget(m_strip);
    column->addLayout(top);
    column->addWidget(buildNoteBar());
    column->addWidget(new Rule);
    m_table = new RuledTable;
    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(tr("Prices"));
    m_table->setUniformRows(true);
    // Widths come from the first rows: measuring asks for the rows it measures, and most are not read yet.
    constexpr int kMeasuredRows = 40;
    m_table->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // what is on screen
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->setItemDelegateForColumn(0, new LettersDelegate(m_table));
    m_table->setStretch({0, 1, 3, 2, 2, 0, 0, 1, 0, 0, 0});
    m_list = new QStackedWidget;
    m_list->addWidget(m_table);
    m_list->addWidget(buildMessages());
    column->addWidget(m_list, 1);
    column->addWidget(new Rule);
    column->addWidget(buildFooter());
    return content;
}

QWidget* CataloguePage::buildMessages()
{
    auto* widget = new QWidget;
    widget->setObjectName(QStringLiteral("priceMessage"));
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(px(16), px(24), px(16), px(16));
    column->setSpacing(px(8));
    column->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_messageTitle = new TypedLabel(Type::Section);
    m_messageTitle->setObjectName(QStringLiteral("priceMessageTitle"));
    m_messageText = new TypedLabel(Type::Body);
    m_messageText->setInk(Ink::Text2);
    m_messageText->setWordWrap(true);
    m_messageButton = makeButton({}, QStringLiteral("priceMessageButton"), widget);
    column->addWidget(m_messageTitle);
    column->addWidget(m_messageText);
    column->addWidget(m_messageButton, 0, Qt::AlignLeft);
    return widget;
}

QWidget* CataloguePage::buildNoteBar()
{
    m_noteBar = new WarnStrip;
    m_noteBar->setObjectName(QStringLiteral("changedPrices"));
    auto* row = new QHBoxLayout(m_noteBar);
    row->setContentsMargins(px(40), px(6), px(16), px(6));
    row->setSpacing(px(8));
    m_noteText = new TypedLabel(Type::Body);
    m_noteText->setObjectName(QStringLiteral("changedPricesText"));
    m_noteText->setWordWrap(true);
    m_keep = makeButton(tr("Keep the old prices"), QStringLiteral("keepPrices"), m_noteBar);
    m_renew = makeButton(tr("Take the new prices"), QStringLiteral("renewPrices"), m_noteBar);
    row->addWidget(m_noteText, 1);
    row->addWidget(m_keep);
    row->addWidget(m_renew);
    m_noteBar->hide();
    return m_noteBar;
}

QWidget* CataloguePage::buildFooter()
{
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(px(16), px(8), px(16), px(8));
    row->setSpacing(px(16));
    m_rows = new TypedLabel(Type::Note);
    m_rows->setObjectName(QStringLiteral("priceRows"));
    m_rows->setInk(Ink::Text2);
    m_selected = new TypedLabel(Type::Note);
    m_selected->setObjectName(QStringLiteral("priceSelected"));
    m_selected->setInk(Ink::Text2);
    m_copy = makeButton(tr("Copy rows"), QStringLiteral("copyRows"), this);
    m_add = makeButton(tr("Add to plan as option"), QStringLiteral("addToPlan"), this);
    row->addWidget(m_rows);
    row->addWidget(m_selected);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_add);
    return footer;
}

void CataloguePage::connectParts()
{
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kTypingMilliseconds);
    connect(m_delay, &QTimer::timeout, this, [this] { m_filters->setWords(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_filters->setWords(m_search->text());
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_filters, &PriceFilters::changed, this, &CataloguePage::ask);
    connect(m_model, &PriceModel::sortWanted, this, &CataloguePage::sortBy);
    connect(m_model, &PriceModel::failed, this, [this](const QString& text) {
        setListState(ListState::Failed, tr("The prices cannot be read"), text);
    });
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &CataloguePage::currentChanged);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CataloguePage::showFooter);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CataloguePage::currentChanged);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &CataloguePage::showFooter);
    connect(m_messageButton, &QPushButton::clicked, this, [this] {
        if (m_listState == ListState::Nothing) {
            m_search->clear();
            m_filters->reset(workspace().plan().asOf);
        } else {
            ask();
        }
    });
    connect(m_import, &QPushButton::clicked, this, &CataloguePage::openImport);
    connect(m_sheets, &QPushButton::clicked, this, &CataloguePage::openSheets);
    connect(m_export, &QPushButton::clicked, this, &CataloguePage::exportRows);
    connect(m_copy, &QPushButton::clicked, this, &CataloguePage::copyRows);
    connect(m_add, &QPushButton::clicked, this, &CataloguePage::addToPlan);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &CataloguePage::copyRows);
    CatalogueSession& catalogue = workspace().catalogue();
    connect(&catalogue, &CatalogueSession::overviewChanged, this, &CataloguePage::showOverview);
    connect(&catalogue, &CatalogueSession::changedPricesChanged, this, &CataloguePage::showChangedPrices);
    connect(&catalogue, &CatalogueSession::changed, this, [this] {
        if (m_hasAsked) {
            ask();
            askFacets();
        }
    });
    connect(m_keep, &QPushButton::clicked, &catalogue, &CatalogueSession::keepRecordedPrices);
    connect(m_renew, &QPushButton::clicked, &catalogue, &CatalogueSession::renewPrices);
    connect(m_panel, &PricePanel::closeRequested, this, &Page::sidePanelCloseRequested);
    connect(m_panel, &PricePanel::openSheetWanted, this, [this](const QString& path) {
        m_choices.openFile(path);
    });
}

// Where the keys go -------------------------------------------

bool CataloguePage::hasContent() const
{
    return workspace().catalogue().service() != nullptr;
}

void CataloguePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CataloguePage::focusContent()
{
    (m_listState == ListState::Rows ? static_cast<QWidget*>(m_table) : m_search)
        ->setFocus(Qt::TabFocusReason);
}

QWidget* CataloguePage::sidePanel()
{
    return m_panel;
}

void CataloguePage::focusSidePanel()
{
    m_panel->focusContent();
}

// Searching ---------------------------------------------------

std::vector<PlanOffer> CataloguePage::planOffers() const
{
    std::vector<PlanOffer> offers;
    const simulator::Comparison* comparison = workspace().comparison();
    if (comparison == nullptr) {
        return offers;
    }
    for (const simulator::OptionResult& option : comparison->options) {
        const simulator::OptionSpec& spec = option.spec;
        if (!spec.machine.isEmpty()) {
            offers.push_back({.letter = spec.letter,
                              .provider = spec.provider.text(),
                              .region = spec.region.text(),
                              .machine = spec.machine.text(),
                              .purchase = spec.purchase,
                              .termMonths = spec.termMonths});
        }
    }
    std::ranges::sort(offers, [](const PlanOffer& a, const PlanOffer& b) {
        return a.letter.size() != b.letter.size() ? a.letter.size() < b.letter.size() : a.letter < b.letter;
    });
    return offers;
}

void CataloguePage::showPlan()
{
    m_model->setAsOf(workspace().plan().asOf);
    m_filters->setAsOf(workspace().plan().asOf);
    if (!m_hasAsked) {
        m_hasAsked = true;
        workspace().catalogue().look();
        setListState(ListState::Working,
                     tr("Reading the prices of the catalogue"),
                     tr("The rest of the window can be used meanwhile."));
        ask();
        askFacets();
    }
    showChangedPrices();
}

void CataloguePage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    m_model->setPlanOffers(planOffers());
    m_filters->setPlanOffers(planOffers());
    showFooter();
}

void CataloguePage::ask()
{
    if (!m_hasAsked) {
        return;
    }
    struct Found
    {
        model::Result<PriceAnswer> answer;
        std::vector<PriceLine> head;
    };
    m_searching.start(
        [service = workspace().catalogue().sharedService(),
         question = m_filters->question()](const std::stop_token& stop) {
            Found found{.answer = service->search(question, stop), .head = {}};
            if (found.answer && !stop.stop_requested()) {
                auto head = found.answer->result->lines(0, PriceModel::kPageRows);
                if (head) {
                    found.head = std::move(*head);
                } else {
                    found.answer = model::failure(head.error());
                }
            }
            return found;
        },
        [this](Found found) { take(std::move(found.answer), std::move(found.head)); });
}

bool CataloguePage::isSearching() const
{
    return m_delay->isActive() || m_searching.isRunning();
}

void CataloguePage::take(model::Result<PriceAnswer> answer, std::vector<PriceLine> head)
{
    if (!answer) {
        const QString text =
            answer.error().hint.empty()
                ? fromEngine(answer.error().message)
                : tr("%1. %2.").arg(fromEngine(answer.error().message), fromEngine(answer.error().hint));
        m_model->clear();
        m_search->setNote({});
        setListState(ListState::Failed, tr("The prices cannot be read"), text);
        return;
    }
    const auto count = static_cast<qint64>(answer->result->size());
    m_search->setNote(answer->milliseconds < 1.0 ? tr("%1 match, < 1 ms").arg(format().integer(count))
                                                 : tr("%1 match, %2 ms")
                                                       .arg(format().integer(count),
                                                            format().integer(qRound(answer->milliseconds))));
    m_model->setAnswer(std::move(*answer), std::move(head));
    m_table->fitColumns();
    if (count > 0) {
        setListState(ListState::Rows);
    } else {
        setListState(ListState::Nothing,
                     tr("No price matches."),
                     tr("Take a filter away, or search for fewer words. A comma between words means or."));
    }
    if (!m_panel->isPinned()) {
        m_panel->showNothing();
    }
    showFooter();
}

void CataloguePage::askFacets()
{
    m_facets.start([service = workspace().catalogue().sharedService()](
                       const std::stop_token& stop) { return service->facets(stop); },
                   [this](model::Result<providers::PriceFacets> facets) {
                       if (facets) {
                           m_filters->setFacets(std::move(*facets));
                           showOverview();
                       }
                   });
}

void CataloguePage::setListState(ListState state, const QString& title, const QString& text)
{
    m_listState = state;
    m_list->setCurrentIndex(state == ListState::Rows ? 0 : 1);
    m_messageTitle->setText(title);
    m_messageText->setText(text);
    m_messageButton->setVisible(state == ListState::Nothing || state == ListState::Failed);
    m_messageButton->setText(state == ListState::Nothing ? tr("Clear search and filters") : tr("Try again"));
    showFooter();
}

void CataloguePage::sortBy(PriceModel::Column column, Qt::SortOrder order)
{
    const auto key = PriceModel::sortColumn(column);
    if (!key) {
        m_filters->setPlanOnly(!m_filters->question().isPlanOnly); // options have an order of their own
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        return;
    }
    // A price's age grows as its first day gets earlier.
    const bool isDescending = (order == Qt::DescendingOrder) != (column == PriceModel::Column::Age);
    std::vector<providers::PriceSort> sort{{.column = *key, .isDescending = isDescending}};
    if (QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)) {
        std::vector<providers::PriceSort> before = m_filters->question().query.sort;
        std::erase_if(before, [&](const providers::PriceSort& each) { return each.column == *key; });
        before.push_back(sort.front());
        sort = std::move(before);
    }
    m_filters->setSort(std::move(sort));
}

// What is shown beside ----------------------------------------

void CataloguePage::showOverview()
{
    const CatalogueSession& catalogue = workspace().catalogue();
    if (!catalogue.overview()) {
        if (catalogue.failure()) {
            setVerdict({tr("The catalogue cannot be read."), fromEngine(catalogue.failure()->message)});
        }
        return;
    }
    const providers::CatalogueInfo& info = catalogue.overview()->info;
    const auto sheets = static_cast<int>(info.sheets);
    QString rest = sheets == 0 ? tr("All of them came with the program; nothing was imported yet.")
                               : tr("Imported sheets among them: %1.").arg(sheets);
    rest += QLatin1Char(' ') + tr("The newest is of %1.").arg(fromEngine(info.asOf));
    setVerdict({tr("%1 prices of %2 machines are in the catalogue.")
                    .arg(format().integer(static_cast<qint64>(info.prices)),
                         format().integer(static_cast<qint64>(info.machines))),
                rest});
}

void CataloguePage::showChangedPrices()
{
    const CatalogueSession& catalogue = workspace().catalogue();
    const auto& changed = catalogue.changedPrices();
    m_noteBar->setVisible(!changed.empty());
    if (changed.empty()) {
        return;
    }
    const simulator::PriceChange& first = changed.front();
    const QString example = tr("%1, %2: %3 → %4 %5")
                                .arg(fromEngine(first.before.optionId),
                                     fromEngine(first.before.what),
                                     format().significant(first.before.amount.toDouble(), 5),
                                     format().significant(first.now.amount.toDouble(), 5),
                                     fromEngine(first.now.currency));
    const QString count = format().integer(static_cast<qint64>(changed.size()));
    m_noteText->setText(
        (catalogue.keepsRecordedPrices()
             ? tr("The plan is computed with prices that it recorded, not with those of the catalogue. "
                  "Different: %1; %2.")
             : tr("Prices of this plan that are others than when it was computed last: %1; %2."))
            .arg(count, example));
    QStringList all;
    for (const simulator::PriceChange& each : changed) {
        all.append(tr("%1, %2: %3 → %4 %5")
                       .arg(fromEngine(each.before.optionId),
                            fromEngine(each.before.what),
                            fromEngine(each.before.amount.toText()),
                            fromEngine(each.now.amount.toText()),
                            fromEngine(each.now.currency)));
    }
    m_noteText->setToolTip(all.join(QLatin1Char('\n')));
    m_keep->setVisible(!catalogue.keepsRecordedPrices());
}

QList<int> CataloguePage::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void CataloguePage::showFooter()
{
    const auto matches = static_cast<qint64>(m_model->matches());
    const bool hasRows = m_listState == ListState::Rows && matches > 0;
    if (hasRows) {
        const int first = m_table->rowAt(0);
        int last = m_table->rowAt(m_table->viewport()->height() - 1);
        last = last < 0 ? m_model->rowCount() - 1 : last;
        m_rows->setText(tr("Rows %1–%2 of %3")
                            .arg(format().integer(std::max(0, first) + 1),
                                 format().integer(last + 1),
                                 format().integer(matches)));
    } else {
        m_rows->clear();
    }
    const QList<int> selected = hasRows ? selectedRows() : QList<int>();
    m_selected->setText(selected.isEmpty() ? QString()
                                           : tr("%1 selected").arg(format().integer(selected.size())));
    m_copy->setEnabled(!selected.isEmpty());
    m_export->setEnabled(hasRows && !m_exporting.isRunning());
    const PriceLine* line = selected.size() == 1 ? m_model->line(selected.front()) : nullptr;
    const bool isMachine = line != nullptr && line->price().isMachinePrice;
    const QString letters = isMachine ? m_model->letters(*line) : QString();
    m_add->setEnabled(isMachine && letters.isEmpty());
    m_add->setToolTip(!letters.isEmpty() ? tr("This price is option %1 already.").arg(letters)
                      : isMachine        ? tr("A candidate of its own, beside what the queries find")
                                         : tr("Select the price of one machine."));
}

void CataloguePage::currentChanged()
{
    showFooter();
    const QModelIndex current = m_table->currentIndex();
    const PriceLine* line = current.isValid() ? m_model->line(current.row()) : nullptr;
    if (line == nullptr || m_panel->isPinned()) {
        return;
    }
    const bool isShown = m_panel->detail() && m_panel->detail()->line == *line;
    if (!isShown) {
        m_panel->showLine(*line, m_model->result());
    }
    if (const QString letters = m_model->letters(*line); !letters.isEmpty()) {
        workspace().selection().setOption(letters.section(QLatin1Char(','), 0, 0));
    }
}

// Actions -----------------------------------------------------

void CataloguePage::openImport()
{
    openImportWizard(workspace(), {}, window());
}

void CataloguePage::openSheets()
{
    auto* dialog = new SheetsDialog(workspace(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void CataloguePage::copyRows()
{
    QStringList lines;
    QStringList head;
    for (int column = 0; column < PriceModel::kColumns; ++column) {
        const QString unit = m_model->headerData(column, Qt::Horizontal, UnitRole).toString();
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        head.append(unit.isEmpty() ? name : name + QLatin1Char(' ') + unit);
    }
    lines.append(head.join(QLatin1Char('\t')));
    for (const int row : selectedRows()) {
        if (m_model->line(row) == nullptr) {
            continue;
        }
        QStringList cells;
        for (int column = 0; column < PriceModel::kColumns; ++column) {
            cells.append(m_model->index(row, column).data().toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void CataloguePage::addToPlan()
{
    const QList<int> selected = selectedRows();
    const PriceLine* line = selected.size() == 1 ? m_model->line(selected.front()) : nullptr;
    if (line == nullptr) {
        return;
    }
    const providers::PriceRow& row = line->price();
    auto candidates = workspace().plan().candidates;
    candidates.push_back({.kind = row.purchase == model::Purchase::Platform ? model::OptionKind::Platform
                                                                            : model::OptionKind::Machine,
                          .provider = model::ProviderId{row.provider},
                          .region = model::RegionId{row.region},
                          .machine = model::MachineId{row.machine},
                          .purchase = row.purchase,
                          .termMonths = row.termMonths,
                          .payment = row.payment});
    workspace().document().change<std::vector<model::Candidate>>(
        QStringLiteral("/candidates"),
        tr("add option %1, %2, %3")
            .arg(fromEngine(row.machine), fromEngine(row.region), m_model->purchaseText(row)),
        [](model::Plan& plan) -> std::vector<model::Candidate>& { return plan.candidates; },
        candidates);
}

void CataloguePage::exportRows()
{
    const auto result = m_model->result();
    const QString path = result ? m_choices.exportTo(this) : QString();
    if (path.isEmpty()) {
        return;
    }
    m_export->setEnabled(false);
    m_selected->setText(tr("Exporting to %1").arg(path));
    m_exporting.start(
        [service = workspace().catalogue().sharedService(), result, path](const std::stop_token& stop) {
            return service->exportCsv(*result, path.toStdString(), stop);
        },
        [this, path](model::Result<std::size_t> written) {
            showFooter();
            m_selected->setText(
                written
                    ? tr("%1 rows written to %2").arg(format().integer(static_cast<qint64>(*written)), path)
                    : tr("Not exported: %1").arg(fromEngine(model::text(written.error()))));
        });
}

} // namespace wherewithal::app
