// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/PricePanel.h"

#include "app/gui/charts/PriceHistoryChart.h"
#include "app/gui/models/PriceModel.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "providers/import/prices/Detect.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

/// An empty label is nothing to stop at for who goes by keys or by ear.
void setWords(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

constexpr double kHoursPerMonth = 730.0;

QVBoxLayout* addBox(QVBoxLayout* layout, int top = 10)
{
    auto* box = new QWidget;
    auto* inner = new QVBoxLayout(box);
    inner->setContentsMargins(px(16), px(top), px(16), px(10));
    inner->setSpacing(px(4));
    layout->addWidget(box);
    return inner;
}

RuledTable* panelTable(const char* name, const QString& accessibleName, TableModel* model)
{
    auto* table = new RuledTable;
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setOnPanel(true);
    table->setFlush(true);
    table->horizontalHeader()->hide();
    table->setStretch({0, 1});
    table->setGrowing(true);
    return table;
}

} // namespace

PricePanel::PricePanel(Workspace& workspace, const PriceModel& names, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_names(names)
{
    setObjectName(QStringLiteral("pricePanel"));
    setAccessibleName(tr("Price"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    buildHead(outer);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_body = new QWidget;
    auto* layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHistory(layout);
    buildOrigin(layout);
    buildOthers(layout);
    layout->addStretch(1);
    scroll->setWidget(m_body);
    outer->addWidget(scroll, 1);
    outer->addWidget(new Rule);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(px(16), px(10), px(16), px(10));
    buttons->setSpacing(px(8));
    m_openSheet = makeButton(tr("Open sheet"), QStringLiteral("openSheet"), this);
    m_copy = makeButton(tr("Copy as text"), QStringLiteral("copyPrice"), this);
    buttons->addWidget(m_openSheet);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    outer->addLayout(buttons);
    connect(m_openSheet, &QPushButton::clicked, this, [this] { emit openSheetWanted(m_sheetFile); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(plainText()); });
    showNothing();
}

void PricePanel::buildHead(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), px(8), px(10), px(4));
    row->addWidget(new TypedLabel(Type::Section, tr("Price")), 1);
    m_pin = new QToolButton;
    m_pin->setObjectName(QStringLiteral("pinPrice"));
    m_pin->setText(tr("Pin"));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setToolTip(tr("Keep this price while the selection moves"));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("closePrice"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the panel"));
    connect(close, &QToolButton::clicked, this, &PricePanel::closeRequested);
    row->addWidget(m_pin);
    row->addWidget(close);
    layout->addLayout(row);
    QVBoxLayout* top = addBox(layout, 4);
    m_object = new TypedLabel(Type::Strong);
    m_object->setObjectName(QStringLiteral("priceObject"));
    m_where = new TypedLabel(Type::Body);
    m_where->setInk(Ink::Text2);
    auto* number = new QHBoxLayout;
    number->setSpacing(px(8));
    m_number = new TypedLabel(Type::Figure);
    m_number->setObjectName(QStringLiteral("priceNumber"));
    m_unit = new TypedLabel(Type::Note);
    m_unit->setInk(Ink::Text2);
    m_unit->setContentsMargins(0, 0, 0, px(5));
    number->addWidget(m_number);
    number->addWidget(m_unit, 1, Qt::AlignBottom);
    m_month = new TypedLabel(Type::Note);
    m_month->setObjectName(QStringLiteral("priceMonth"));
    m_month->setInk(Ink::Text2);
    for (TypedLabel* label : {m_object, m_where, m_month}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    top->addWidget(m_object);
    top->addWidget(m_where);
    top->addLayout(number);
    top->addWidget(m_month);
    layout->addWidget(new Rule);
}

void PricePanel::buildHistory(QVBoxLayout* layout)
{
    QVBoxLayout* box = addBox(layout);
    m_historyTitle = new SectionTitle(tr("Price history"));
    m_historyTitle->alignNoteRight();
    m_historySwitch = new QToolButton;
    m_historySwitch->setObjectName(QStringLiteral("historyTable"));
    m_historySwitch->setText(tr("Table"));
    m_historySwitch->setCheckable(true);
    m_historySwitch->setAutoRaise(true);
    m_historySwitch->setAccessibleName(tr("Price history as a table"));
    m_historyTitle->row()->addWidget(m_historySwitch);
    connect(m_historySwitch, &QToolButton::toggled, this, &PricePanel::showHistoryTable);
    m_chart = new PriceHistoryChart;
    m_chart->setFixedHeight(px(132));
    m_points = new TableModel(this);
    m_pointsTable = panelTable("historyPoints", tr("Price history"), m_points);
    m_historyNote = new TypedLabel(Type::Small);
    m_historyNote->setInk(Ink::Muted);
    m_historyNote->setWordWrap(true);
    box->addWidget(m_historyTitle);
    box->addWidget(m_chart);
    box->addWidget(m_pointsTable);
    box->addWidget(m_historyNote);
    layout->addWidget(new Rule);
    m_pointsTable->hide();
}

void PricePanel::buildOrigin(QVBoxLayout* layout)
{
    QVBoxLayout* box = addBox(layout);
    box->addWidget(new SectionTitle(tr("Origin")));
    m_origin = new TableModel(this);
    m_origin->setColumns({{tr("What"), {}, Qt::AlignLeft}, {tr("Value"), {}, Qt::AlignLeft}});
    m_originTable = panelTable("priceOrigin", tr("Origin of the price"), m_origin);
    m_source = new TypedLabel(Type::Small);
    m_source->setInk(Ink::Text2);
    m_source->setWordWrap(true);
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_source->hide();
    m_originNote = new TypedLabel(Type::Note);
    m_originNote->setObjectName(QStringLiteral("originNote"));
    m_originNote->setWordWrap(true);
    box->addWidget(m_originTable);
    box->addWidget(m_source);
    box->addWidget(m_originNote);
    layout->addWidget(new Rule);
}

void PricePanel::buildOthers(QVBoxLayout* layout)
{
    QVBoxLayout* box = addBox(layout);
    m_othersBox = box->parentWidget();
    auto* title = new SectionTitle(tr("Other ways to buy"), tr("USD/h"));
    title->alignNoteRight();
    m_others = new TableModel(this);
    m_others->setColumns({{tr("Purchase"), {}, Qt::AlignLeft}, {tr("Price"), {}, Qt::AlignRight}});
    m_othersTable = panelTable("otherWays", tr("Other ways to buy"), m_others);
    box->addWidget(title);
    box->addWidget(m_othersTable);
}

bool PricePanel::isPinned() const
{
    return m_pin->isChecked();
}

void PricePanel::focusContent()
{
    QWidget* target = m_originTable->isVisible() ? static_cast<QWidget*>(m_originTable) : m_pin;
    target->setFocus(Qt::TabFocusReason);
}

void PricePanel::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().window);
}

void PricePanel::showNothing()
{
    m_reading.cancel();
    m_detail.reset();
    setWords(m_object, tr("No price is selected."));
    setWords(m_where, tr("Select a row to see where its price comes from."));
    m_number->clear();
    m_unit->clear();
    setWords(m_month, {});
    m_body->hide();
    m_openSheet->hide();
    m_copy->hide();
}

void PricePanel::showLine(const PriceLine& line, std::shared_ptr<const PriceResult> result)
{
    const providers::PriceRow& row = line.price();
    const auto hourly = providers::effectiveHourly(row);
    const QString currency = fromEngine(row.currency.code());
    setWords(m_object, fromEngine(row.machine.empty() ? row.service : row.machine));
    QStringList where{
        fromEngine(line.product().providerName.empty() ? row.provider : line.product().providerName)};
    for (const QString& part :
         {fromEngine(row.region), fromEngine(line.place.name), m_names.purchaseText(row)}) {
        if (!part.isEmpty() && part != where.last()) {
            where.append(part);
        }
    }
    setWords(m_where, where.join(QStringLiteral(", ")));
    const double shown = comparablePrice(row);
    m_number->setText(shown != 0.0 && shown < 0.01 ? m_format.significant(shown, 3)
                                                   : m_format.number(shown, 4));
    m_unit->setText(tr("%1/%2").arg(currency, hourly ? tr("h") : fromEngine(row.unit)));
    QStringList month;
    if (hourly) {
        const double most = *hourly * kHoursPerMonth;
        month.append(tr("%1 %2 a month of 730 h").arg(m_format.number(most, 2), currency));
    }
    if (row.upfront && row.termMonths > 0) {
        month.append(
            tr("%1 %2 of it upfront, once in %3")
                .arg(m_format.number(row.upfront->toDouble(), 2), currency, m_format.months(row.termMonths)));
    }
    if (row.monthlyMaximum) {
        month.append(
            tr("at most %1 %2 a month").arg(m_format.number(row.monthlyMaximum->toDouble(), 2), currency));
    }
    if (row.currency != model::Currency::usd() && line.listed.hourlyUsd) {
        month.append(tr("%1 USD/h at the catalogue's rate").arg(m_format.number(*line.listed.hourlyUsd, 4)));
    }
    setWords(m_month, month.join(QLatin1Char('\n')));
    m_copy->show();
    if (!result) {
        return;
    }
    m_reading.start([line, result](const std::stop_token&) { return result->detail(line); },
                    [this](model::Result<PriceDetail> detail) {
                        if (detail) {
                            showDetail(*detail);
                        } else {
                            m_body->hide();
                            setWords(m_month, fromEngine(model::text(detail.error())));
                        }
                    });
}

void PricePanel::showDetail(const PriceDetail& detail)
{
    m_detail = detail;
    m_body->show();
    showHistory(detail);
    showOrigin(detail);
    showOthers(detail);
}

void PricePanel::showHistory(const PriceDetail& detail)
{
    const providers::PriceRow& row = detail.line.price();
    const model::Day asOf = m_workspace.plan().asOf;
    const bool isHourly = providers::effectiveHourly(row).has_value();
    m_historyTitle->setNote(
        tr("%1/%2").arg(fromEngine(row.currency.code()), isHourly ? tr("h") : fromEngine(row.unit)));
    m_chart->show(detail.history, asOf);
    ChartTable twin = m_chart->table();
    m_points->setContents(std::move(twin.columns), std::move(twin.rows));
    const auto count = static_cast<int>(detail.history.size());
    m_historySwitch->setVisible(count > 0);
    if (count == 0) {
        m_historyNote->setText(tr("The price has no day, so there is no history."));
    } else {
        const QString last = m_format.day(detail.history.back().from);
        m_historyNote->setText(count == 1 ? tr("One sheet only; dotted: no newer one since %1").arg(last)
                                          : tr("Dotted: no newer price since %1").arg(last));
    }
    showHistoryTable(m_historySwitch->isChecked());
}

void PricePanel::showHistoryTable(bool isTable)
{
    const bool hasAny = m_points->rowCount() > 0;
    m_chart->setVisible(hasAny && !isTable);
    m_pointsTable->setVisible(hasAny && isTable);
}

void PricePanel::showOrigin(const PriceDetail& detail)
{
    const providers::PriceRow& row = detail.line.price();
    const providers::PriceOrigin& origin = detail.origin;
    const providers::SheetInfo& sheet = origin.sheet;
    const bool isShipped = sheet.format.empty();
    std::vector<TableRow> rows;
    const auto add = [&](const QString& what, const QString& value) {
        if (value.isEmpty()) {
            return;
        }
        TableRow each;
        each.kind = RowKind::Compact;
        each.cells = {textCell(what), textCell(value)};
        each.cells[0].isMuted = true;
        each.cells[1].toolTip = value;
        rows.push_back(std::move(each));
    };
    add(tr("Sheet"), isShipped ? tr("shipped with the program") : fromEngine(sheet.name));
    const providers::FormatInfo* format = providers::findFormat(sheet.format);
    add(tr("Format"),
        format != nullptr
            ? QString::fromUtf8(format->title.data(), static_cast<qsizetype>(format->title.size()))
            : QString());
    add(tr("File"), fromEngine(sheet.fileName));
    add(tr("Line"), origin.line ? m_format.integer(static_cast<qint64>(*origin.line)) : QString());
    const QString hash = fromEngine(sheet.contentHash);
    add(tr("Fingerprint"), hash.size() > 16 ? hash.left(8) + QStringLiteral("…") + hash.right(8) : hash);
    add(tr("SKU"), fromEngine(row.sku));
    add(tr("Effective"), row.effectiveFrom.empty() ? m_format.unknown() : fromEngine(row.effectiveFrom));
    add(tr("Published"), fromEngine(sheet.publishedAt));
    add(tr("Imported"), fromEngine(sheet.importedAt));
    add(tr("Unit in the file"), fromEngine(origin.unitText));
    m_origin->setRows(std::move(rows));
    QString source = fromEngine(origin.source.title);
    if (!origin.source.url.empty()) {
        source += QLatin1Char('\n') + fromEngine(origin.source.url);
    }
    m_source->setText(isShipped ? source : QString());
    m_source->setVisible(isShipped && !source.isEmpty());
    m_source->setVisible(isShipped && !source.isEmpty());
    QStringList notes;
    if (const auto age = m_names.ageDays(row)) {
        notes.append(model::isStale(row.effectiveFrom, m_workspace.plan().asOf)
                         ? tr("⚠ %1 days old; prices are marked stale after %2.")
                               .arg(m_format.integer(*age))
                               .arg(model::kStaleAfterDays)
                         : tr("%1 days old; marked stale after %2.")
                               .arg(m_format.integer(*age))
                               .arg(model::kStaleAfterDays));
    }
    if (!row.reason.empty()) {
        notes.append(row.isCurrent ? tr("Preferred: %1.").arg(fromEngine(row.reason))
                                   : tr("Not in force: %1.").arg(fromEngine(row.reason)));
    }
    if (!row.note.empty()) {
        notes.append(fromEngine(row.note));
    }
    m_originNote->setText(notes.join(QLatin1Char('\n')));
    m_sheetFile = isShipped ? QString() : m_workspace.settings().sheetFile(fromEngine(sheet.name));
    m_openSheet->setVisible(!m_sheetFile.isEmpty() && QFileInfo::exists(m_sheetFile));
    m_openSheet->setToolTip(origin.line ? tr("%1, line %2").arg(m_sheetFile).arg(*origin.line) : m_sheetFile);
}

void PricePanel::showOthers(const PriceDetail& detail)
{
    std::vector<TableRow> rows;
    for (const PriceLine& other : detail.otherWays) {
        TableRow each;
        each.kind = RowKind::Compact;
        each.cells = {textCell(m_names.purchaseText(other.price())),
                      numberCell(m_names.priceText(other), other.listed.hourlyUsd)};
        if (model::isStale(other.price().effectiveFrom, m_workspace.plan().asOf)) {
            each.cells[1].symbol = static_cast<int>(Symbol::Warning);
        }
        rows.push_back(std::move(each));
    }
    m_othersBox->setVisible(detail.line.price().isMachinePrice);
    if (rows.empty()) {
        TableRow none;
        none.kind = RowKind::Compact;
        none.cells = {textCell(tr("none is priced in the catalogue")), textCell({})};
        none.cells[0].isMuted = true;
        rows.push_back(std::move(none));
    }
    m_others->setRows(std::move(rows));
}

QString PricePanel::plainText() const
{
    QStringList lines{m_object->text(),
                      m_where->text(),
                      tr("%1 %2").arg(m_number->text(), m_unit->text()),
                      m_month->text()};
    for (const TableModel* table : {m_origin, m_points, m_others}) {
        for (int row = 0; m_detail && row < table->rowCount(); ++row) {
            lines.append(tr("%1: %2").arg(table->index(row, 0).data().toString(),
                                          table->index(row, 1).data().toString()));
        }
    }
    lines.append(m_originNote->text());
    return lines.join(QLatin1Char('\n'));
}

} // namespace wherewithal::app
