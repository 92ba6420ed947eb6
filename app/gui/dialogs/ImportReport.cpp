// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/ImportReport.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CellDelegates.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

/// A bar of a share (SpecialRole, 0..1), left in the cell.
class ShareDelegate : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {px(60), CellDelegate::sizeHint(option, index).height()};
    }

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override
    {
        const double share = index.data(SpecialRole).toDouble();
        if (share > 0.0) {
            painter->fillRect(
                QRectF(
                    cell.left(), cell.center().y() - pxf(4), std::max(pxf(2), share * cell.width()), pxf(8)),
                tokens().text2);
        }
    }
};

RuledTable* makeTable(const char* name, const QString& accessibleName, TableModel* model, QWidget* parent)
{
    auto* table = new RuledTable(parent);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    return table;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("ImportReport", text);
}

std::pair<Symbol, QString> markOf(providers::Severity severity)
{
    switch (severity) {
    case providers::Severity::Error:
        return {Symbol::Cross, translated(QT_TRANSLATE_NOOP("ImportReport", "error"))};
    case providers::Severity::Warning:
        return {Symbol::Warning, translated(QT_TRANSLATE_NOOP("ImportReport", "warning"))};
    case providers::Severity::Notice:
        break;
    }
    return {Symbol::Info, translated(QT_TRANSLATE_NOOP("ImportReport", "note"))};
}

TableCell lineCell(const Format& format, std::uint64_t line)
{
    return line == 0 ? textCell(translated(QT_TRANSLATE_NOOP("ImportReport", "all")))
                     : numberCell(format.integer(static_cast<qint64>(line)), static_cast<double>(line));
}

} // namespace

QString undatedText(const Format& format, const providers::ImportOutcome& outcome, const QString& today)
{
    if (outcome.undated == 0) {
        return {};
    }
    const QString count = format.integer(static_cast<qint64>(outcome.undated));
    return outcome.sheet.published.empty()
               ? translated(QT_TRANSLATE_NOOP("ImportReport",
                                              "Offers that name no day: %1. They hold from %2, the day of "
                                              "this import; the Catalogue "
                                              "page hides them when it looks at an earlier day."))
                     .arg(count, today)
               : translated(
                     QT_TRANSLATE_NOOP("ImportReport",
                                       "Offers that name no day: %1. They hold from %2, the day of the "
                                       "sheet."))
                     .arg(count, fromEngine(outcome.sheet.published).left(10));
}

std::vector<TableRow>
issueRows(const Format& format, const providers::ImportOutcome& outcome, bool isTable, const QString& today)
{
    std::vector<TableRow> rows;
    const auto add = [&](Symbol symbol,
                         const QString& kind,
                         std::uint64_t line,
                         const std::string& column,
                         const std::string& raw,
                         const QString& reason,
                         const QString& fate,
                         ImportFix fix = ImportFix::None) {
        TableRow row;
        row.kind = RowKind::Normal;
        TableCell mark = textCell({});
        mark.symbol = static_cast<int>(symbol);
        mark.toolTip = kind;
        row.cells = {mark,
                     lineCell(format, line),
                     textCell(fromEngine(column)),
                     textCell(raw.empty() ? QString() : QStringLiteral("“%1”").arg(fromEngine(raw))),
                     textCell(reason, fate),
                     textCell({})};
        row.cells.back().link = name(fix);
        row.cells.back().special = static_cast<int>(fix);
        for (TableCell& cell : row.cells) {
            cell.toolTip = cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
        }
        row.cells[4].toolTip = reason + QLatin1Char('\n') + fate;
        row.cells.back().toolTip = name(fix);
        rows.push_back(std::move(row));
    };
    std::vector<providers::RowIssue> issues = outcome.issues;
    std::ranges::stable_sort(issues, std::greater{}, &providers::RowIssue::severity);
    for (const providers::RowIssue& issue : issues) {
        const auto [symbol, kind] = markOf(issue.severity);
        add(symbol,
            kind,
            issue.line,
            issue.column,
            issue.raw,
            fromEngine(issue.message),
            fixText(issue),
            fixFor(issue, isTable));
    }
    if (outcome.undated > 0) {
        const QString text = undatedText(format, outcome, today);
        const auto end = text.indexOf(QLatin1String(". ")) + 1;
        add(outcome.sheet.published.empty() ? Symbol::Warning : Symbol::Info,
            translated(QT_TRANSLATE_NOOP("ImportReport", "note")),
            0,
            {},
            {},
            text.left(end),
            text.mid(end).trimmed(),
            ImportFix::Day);
    }
    for (const auto& [reason, count] : outcome.skipped) {
        add(Symbol::Info,
            translated(QT_TRANSLATE_NOOP("ImportReport", "note")),
            count.firstLine,
            {},
            count.example,
            translated(QT_TRANSLATE_NOOP("ImportReport", "%1, rows: %2"))
                .arg(skipText(reason), format.integer(static_cast<qint64>(count.count))),
            translated(QT_TRANSLATE_NOOP("ImportReport", "Skipped by rule; the first stands in this line.")));
    }
    return rows;
}

// Changes -----------------------------------------------------

ChangesSection::ChangesSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(8));
    column->setSpacing(px(4));
    m_title = new TypedLabel(Type::Section, tr("Against the last sheet"));
    m_against = new TypedLabel(Type::Small);
    m_against->setInk(Ink::Muted);
    m_against->setWordWrap(true);
    m_against->setObjectName(QStringLiteral("changesAgainst"));
    m_counts = new TableModel(this);
    m_counts->setColumns(
        {{tr("Change"), {}, Qt::AlignLeft}, {{}, {}, Qt::AlignLeft}, {tr("Prices"), {}, Qt::AlignRight}});
    m_countsTable = makeTable("changeCounts", tr("What the sheet changes"), m_counts, this);
    m_countsTable->horizontalHeader()->hide();
    m_countsTable->setFlush(true);
    m_countsTable->setItemDelegateForColumn(1, new ShareDelegate(m_countsTable));
    m_countsTable->setStretch({0, 1, 0});
    m_countsTable->setGrowing(true);
    m_largestTitle = new SectionTitle(tr("Largest changes"), tr("effective, per hour or unit"));
    m_largest = new TableModel(this);
    m_largest->setColumns({{tr("Price"), {}, Qt::AlignLeft}, {tr("Change"), {}, Qt::AlignRight}});
    m_largestTable = makeTable("largestChanges", tr("Largest changes"), m_largest, this);
    m_largestTable->horizontalHeader()->hide();
    m_largestTable->setFlush(true);
    m_largestTable->setStretch({1, 0});
    column->addWidget(m_title);
    column->addWidget(m_against);
    column->addWidget(m_countsTable);
    column->addSpacing(px(8));
    column->addWidget(m_largestTitle);
    column->addWidget(m_largestTable, 100);
    column->addStretch(1);
    clear();
}

void ChangesSection::clear()
{
    m_against->clear();
    m_counts->setRows({});
    m_largest->setRows({});
    m_largestTitle->hide();
    m_largestTable->hide();
}

void ChangesSection::show(const providers::ChangeSummary& changes,
                          const QString& against,
                          const QString& title)
{
    if (!title.isEmpty()) {
        m_title->setText(title);
    }
    m_against->setText(against.isEmpty()
                           ? tr("The catalogue holds no sheet of this kind yet: every price is new.")
                           : against);
    const std::size_t greatest =
        std::max({changes.added, changes.lower, changes.higher, changes.withdrawn, std::size_t{1}});
    std::vector<TableRow> rows;
    const auto add = [&](const QString& name, std::size_t count, bool hasBar) {
        TableRow row;
        TableCell bar = textCell({});
        bar.special = hasBar ? static_cast<double>(count) / static_cast<double>(greatest) : 0.0;
        bar.toolTip = name;
        row.cells = {textCell(name),
                     bar,
                     numberCell(m_format.integer(static_cast<qint64>(count)), static_cast<double>(count))};
        rows.push_back(std::move(row));
    };
    add(tr("New offers"), changes.added, true);
    add(tr("Price lower"), changes.lower, true);
    add(tr("Price higher"), changes.higher, true);
    add(tr("Withdrawn"), changes.withdrawn, true);
    add(tr("Unchanged"), changes.unchanged, false);
    if (changes.older > 0) {
        add(tr("Of an earlier day"), changes.older, false);
    }
    m_counts->setRows(std::move(rows));
    std::vector<TableRow> largest;
    for (const providers::NamedChange& change : changes.largest) {
        TableRow row;
        row.kind = RowKind::Normal;
        const providers::PriceRow& price = change.row;
        const QString name = fromEngine(price.machine.empty() ? price.service : price.machine);
        row.cells = {textCell(price.region.empty() ? name : tr("%1, %2").arg(name, fromEngine(price.region)),
                              tr("%1 → %2 %3")
                                  .arg(m_format.significant(change.before, 4),
                                       m_format.significant(change.after, 4),
                                       fromEngine(price.currency.code()))),
                     textCell(tr("%1 %").arg(m_format.difference(100.0 * change.fraction())))};
        row.cells[0].toolTip = tr("%1, %2").arg(row.cells[0].text, purchaseOf(m_format, price));
        largest.push_back(std::move(row));
    }
    m_largestTitle->setVisible(!largest.empty());
    m_largestTable->setVisible(!largest.empty());
    m_largest->setRows(std::move(largest));
}

QString ChangesSection::text() const
{
    QStringList parts;
    for (int row = 0; row < m_counts->rowCount(); ++row) {
        parts.append(m_counts->index(row, 0).data().toString() + QLatin1Char(' ')
                     + m_counts->index(row, 2).data().toString());
    }
    return parts.join(QStringLiteral("; "));
}

// Check -------------------------------------------------------

CheckSection::CheckSection(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    m_title = new SectionTitle(tr("Issues"));
    m_title->row()->setContentsMargins(px(16), px(10), px(16), px(8));
    m_model = new TableModel(this);
    m_model->setColumns({{{}, {}, Qt::AlignLeft},
                         {tr("Line"), {}, Qt::AlignRight},
                         {tr("Column"), {}, Qt::AlignLeft},
                         {tr("Text"), {}, Qt::AlignLeft},
                         {tr("Reason, and what became of the row"), {}, Qt::AlignLeft},
                         {tr("To do"), {}, Qt::AlignLeft}});
    m_table = makeTable("importIssues", tr("Issues of the check"), m_model, this);
    m_table->setStretch({0, 0, 2, 3, 6, 0});
    connect(m_table, &RuledTable::linkActivated, this, [this](const QModelIndex& index) {
        emit fixWanted(static_cast<ImportFix>(index.siblingAtColumn(5).data(SpecialRole).toInt()));
    });
    left->addWidget(m_title);
    left->addWidget(m_table, 1);
    m_changes = new ChangesSection;
    m_changes->setObjectName(QStringLiteral("importChanges"));
    m_changes->setFixedWidth(px(262));
    row->addLayout(left, 1);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(m_changes);
}

void CheckSection::clear()
{
    m_model->setRows({});
    m_title->setNote({});
    m_changes->clear();
}

void CheckSection::show(const ImportCheck& check, bool isTable, const QString& today)
{
    const providers::ImportOutcome& outcome = check.outcome;
    m_model->setRows(issueRows(m_format, outcome, isTable, today));
    quint64 skipped = 0;
    for (const auto& [reason, count] : outcome.skipped) {
        skipped += count.count;
    }
    const auto number = [this](quint64 count) {
        return m_format.integer(static_cast<qint64>(count));
    };
    QStringList parts{tr("rows left out for errors: %1").arg(number(outcome.rejectedRows)),
                      tr("warnings: %1").arg(number(outcome.warnings)),
                      tr("rows skipped by rule: %1, none silently").arg(number(skipped))};
    if (outcome.rejectedRows + outcome.warnings > outcome.issues.size()) {
        parts.append(
            tr("the first %1 are listed").arg(m_format.integer(static_cast<qint64>(outcome.issues.size()))));
    }
    m_title->setNote(parts.join(QStringLiteral("; ")));
    QString against = fromEngine(check.against);
    if (check.isKnown) {
        against =
            tr("%1: the catalogue holds this sheet already; importing it again adds nothing.").arg(against);
    }
    m_changes->show(check.changes, against);
}

// Done --------------------------------------------------------

DoneSection::DoneSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(12), 0, 0);
    column->setSpacing(px(4));
    m_answer = new TypedLabel(Type::Section);
    m_answer->setObjectName(QStringLiteral("importAnswer"));
    m_rest = new TypedLabel(Type::Body);
    m_rest->setInk(Ink::Text2);
    m_plan = new TypedLabel(Type::Body);
    m_plan->setObjectName(QStringLiteral("importPlanPrices"));
    for (TypedLabel* label : {m_answer, m_rest, m_plan}) {
        label->setWordWrap(true);
        label->setContentsMargins(px(16), 0, px(16), 0);
        column->addWidget(label);
    }
    column->addSpacing(px(8));
    m_model = new TableModel(this);
    m_model->setColumns({{tr("Rows of the file"), {}, Qt::AlignLeft},
                         {tr("Number"), {}, Qt::AlignRight},
                         {tr("First in line"), {}, Qt::AlignRight},
                         {tr("Example"), {}, Qt::AlignLeft}});
    m_table = makeTable("importResult", tr("What became of the rows"), m_model, this);
    m_table->setStretch({2, 0, 0, 4});
    column->addWidget(m_table, 1);
}

void DoneSection::clear()
{
    m_answer->clear();
    m_rest->clear();
    m_plan->clear();
    m_model->setRows({});
}

void DoneSection::show(const ImportDone& done, const QString& today)
{
    const providers::ImportOutcome& outcome = done.outcome;
    const providers::SheetOutcome& stored = done.stored;
    const bool isNew = stored.added + stored.changed > 0;
    m_answer->setText(isNew ? tr("%1 is in the catalogue: %2 new prices, %3 with another amount.")
                                  .arg(fromEngine(done.sheetName),
                                       m_format.integer(static_cast<qint64>(stored.added)),
                                       m_format.integer(static_cast<qint64>(stored.changed)))
                            : tr("%1 changed nothing: the catalogue held all of its prices.")
                                  .arg(fromEngine(done.sheetName)));
    const QString undated = undatedText(m_format, outcome, today);
    m_rest->setText(tr("Read and stored in %1.").arg(m_format.duration(done.seconds))
                    + (undated.isEmpty() ? QString() : QLatin1Char(' ') + undated));
    std::vector<TableRow> rows;
    const auto add = [&](const QString& name,
                         std::uint64_t count,
                         Symbol symbol,
                         std::uint64_t line = 0,
                         const QString& example = {}) {
        TableRow row;
        TableCell first = textCell(name);
        first.symbol = static_cast<int>(symbol);
        row.cells = {first,
                     numberCell(m_format.integer(static_cast<qint64>(count)), static_cast<double>(count)),
                     line > 0
                         ? numberCell(m_format.integer(static_cast<qint64>(line)), static_cast<double>(line))
                         : textCell({}),
                     textCell(example)};
        rows.push_back(std::move(row));
    };
    add(tr("read"), outcome.rowsRead, Symbol::Info);
    add(tr("offers, new"), stored.added, Symbol::Check);
    add(tr("offers, other amount"), stored.changed, Symbol::Check);
    add(tr("offers, unchanged"), stored.unchanged, Symbol::Check);
    if (stored.older > 0) {
        add(tr("offers that a later sheet had set"), stored.older, Symbol::Dash);
    }
    add(tr("machines described"), outcome.machines, Symbol::Check);
    add(tr("left out for errors"),
        outcome.rejectedRows,
        outcome.rejectedRows > 0 ? Symbol::Cross : Symbol::Check,
        outcome.rejectedRows == 0 || outcome.issues.empty() ? 0 : outcome.issues.front().line,
        outcome.rejectedRows > 0 && !outcome.issues.empty() ? fromEngine(outcome.issues.front().message)
                                                            : QString());
    for (const auto& [reason, count] : outcome.skipped) {
        add(tr("skipped: %1").arg(skipText(reason)),
            count.count,
            Symbol::Dash,
            count.firstLine,
            fromEngine(count.example));
    }
    m_model->setRows(std::move(rows));
}

void DoneSection::showPlanPrices(int changed)
{
    m_plan->setText(changed == 0
                        ? tr("No price that this plan used before is another now.")
                        : tr("Prices of this plan that are others now: %1. The Catalogue page lists them and "
                             "lets you keep or renew them.")
                              .arg(m_format.integer(changed)));
}

} // namespace wherewithal::app
