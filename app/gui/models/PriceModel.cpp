// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/PriceModel.h"

#include "app/gui/theme/Paint.h"
#include "model/catalogue/CatalogueSlice.h"

#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <array>

namespace wherewithal::app {

namespace {

constexpr int kMostWanted = 3; // pages around what is on screen; others were scrolled past

struct Head
{
    const char* name;
    const char* unit;
    bool isNumber;
};

constexpr std::array<Head, PriceModel::kColumns> kHeads{{
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "In"),
     QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "plan"),
     false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Provider"), "", false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Machine"),
     QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "or service"),
     false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Region"), "", false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Purchase"), "", false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "vCPU"), "", true},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Memory"), "GiB", true},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Accelerators"),
     QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "memory of one, GiB"),
     false},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Price"), "USD/h", true},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Each"), "USD/h", true},
    {QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "Age"),
     QT_TRANSLATE_NOOP("wherewithal::app::PriceModel", "days"),
     true},
}};

const Head& headOf(PriceModel::Column column)
{
    return kHeads[static_cast<std::size_t>(column)];
}

} // namespace

PriceModel::PriceModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void PriceModel::setAnswer(PriceAnswer answer, std::vector<PriceLine> head)
{
    beginResetModel();
    m_reading.cancel();
    m_answer = std::move(answer);
    m_offered = static_cast<int>(std::min<std::size_t>(matches(), kRowsAtOnce));
    m_pages.clear();
    m_kept.clear();
    m_wanted.clear();
    for (std::size_t first = 0, page = 0; first < head.size(); first += kPageRows, ++page) {
        const auto from = head.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = head.begin() + static_cast<std::ptrdiff_t>(std::min(head.size(), first + kPageRows));
        m_pages.emplace(static_cast<int>(page), std::vector(from, to));
        m_kept.append(static_cast<int>(page));
    }
    endResetModel();
}

void PriceModel::clear()
{
    setAnswer({}, {});
}

const PriceLine* PriceModel::line(int row) const
{
    const auto page = m_pages.find(row / kPageRows);
    const auto at = static_cast<std::size_t>(row % kPageRows);
    return page != m_pages.end() && row >= 0 && at < page->second.size() ? &page->second[at] : nullptr;
}

void PriceModel::want(int page) const
{
    m_wanted.removeAll(page);
    m_wanted.append(page);
    while (m_wanted.size() > kMostWanted) {
        m_wanted.removeFirst();
    }
    if (!m_reading.isRunning()) {
        // Painting asks for cells one by one: read when it is done.
        auto* self = const_cast<PriceModel*>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast): a cache
        QTimer::singleShot(0, self, &PriceModel::readNext);
    }
}

void PriceModel::readNext()
{
    if (m_reading.isRunning() || m_wanted.isEmpty() || !m_answer.result) {
        return;
    }
    const int page = m_wanted.takeLast();
    if (m_pages.contains(page)) {
        readNext();
        return;
    }
    m_reading.start(
        [result = m_answer.result, page](const std::stop_token&) {
            return result->lines(static_cast<std::size_t>(page) * kPageRows, kPageRows);
        },
        [this, page](model::Result<std::vector<PriceLine>> lines) { takePage(page, std::move(lines)); });
}

void PriceModel::takePage(int page, model::Result<std::vector<PriceLine>> lines)
{
    if (!lines) {
        emit failed(fromEngine(model::text(lines.error())));
        return;
    }
    m_pages.insert_or_assign(page, std::move(*lines));
    m_kept.append(page);
    while (m_kept.size() > kPagesKept) {
        m_pages.erase(m_kept.takeFirst());
    }
    const int first = page * kPageRows;
    const int last = std::min(first + kPageRows, m_offered) - 1;
    if (first <= last) {
        emit dataChanged(index(first, 0), index(last, kColumns - 1));
    }
    readNext();
}

void PriceModel::setPlanOffers(std::vector<PlanOffer> offers)
{
    if (offers == m_offers) {
        return;
    }
    m_offers = std::move(offers);
    if (m_offered > 0) {
        emit dataChanged(index(0, 0), index(m_offered - 1, 0));
    }
}

void PriceModel::setAsOf(model::Day day)
{
    m_asOf = day;
}

QString PriceModel::letters(const PriceLine& line) const
{
    QStringList letters;
    for (const PlanOffer& offer : m_offers) {
        if (line.price().isMachinePrice && offer.isOf(line.price())) {
            letters.append(fromEngine(offer.letter));
        }
    }
    return letters.join(QStringLiteral(", "));
}

std::optional<providers::PriceColumn> PriceModel::sortColumn(Column column)
{
    using providers::PriceColumn;
    switch (column) {
    case Column::InPlan:
        return std::nullopt;
    case Column::Provider:
        return PriceColumn::Provider;
    case Column::Machine:
        return PriceColumn::Machine;
    case Column::Region:
        return PriceColumn::Region;
    case Column::Purchase:
        return PriceColumn::Purchase;
    case Column::Vcpus:
        return PriceColumn::Vcpus;
    case Column::Memory:
        return PriceColumn::Memory;
    case Column::Accelerators:
        return PriceColumn::Accelerator;
    case Column::Price:
        return PriceColumn::Price;
    case Column::Each:
        return PriceColumn::PriceEach;
    case Column::Age:
        return PriceColumn::Effective;
    }
    return std::nullopt;
}

int PriceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_offered;
}

int PriceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

bool PriceModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && static_cast<std::size_t>(m_offered) < matches();
}

void PriceModel::fetchMore(const QModelIndex& parent)
{
    if (parent.isValid()) {
        return;
    }
    const auto more =
        static_cast<int>(std::min<std::size_t>(kRowsAtOnce, matches() - static_cast<std::size_t>(m_offered)));
    if (more > 0) {
        beginInsertRows({}, m_offered, m_offered + more - 1);
        m_offered += more;
        endInsertRows();
    }
}

void PriceModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < kColumns) {
        emit sortWanted(static_cast<Column>(column), order);
    }
}

QString PriceModel::purchaseText(const providers::PriceRow& row) const
{
    QString text = m_format.purchaseText(row.purchase, row.termMonths, row.payment);
    for (const std::string* part : {&row.offeringClass, &row.capacity}) {
        if (!part->empty()) {
            text += QStringLiteral(", ") + fromEngine(*part);
        }
    }
    if (row.os != "linux" && !row.os.empty() && !row.machine.empty()) {
        text += QStringLiteral(", ") + fromEngine(row.os);
    }
    return text;
}

QString PriceModel::shortPurchaseText(const providers::PriceRow& row) const
{
    QString text = m_format.name(row.purchase);
    if (row.termMonths > 0) {
        text = row.termMonths % 12 == 0 ? tr("%1 %2 y").arg(text).arg(row.termMonths / 12)
                                        : tr("%1 %2 m").arg(text).arg(row.termMonths);
    }
    if (row.payment == model::Payment::Partial) {
        text += tr(", part upfront");
    } else if (row.payment == model::Payment::All) {
        text += tr(", all upfront");
    }
    if (!row.offeringClass.empty()) {
        text += QStringLiteral(", ") + fromEngine(row.offeringClass);
    }
    if (row.os != "linux" && !row.os.empty() && !row.machine.empty()) {
        text += QStringLiteral(", ") + fromEngine(row.os);
    }
    return text;
}

QString PriceModel::acceleratorText(const providers::ProductFacts& product) const
{
    if (product.acceleratorCount <= 0) {
        return {};
    }
    QString name = fromEngine(product.accelerator);
    for (const QString& maker :
         {QStringLiteral("NVIDIA "), QStringLiteral("AMD "), QStringLiteral("Intel ")}) {
        if (name.startsWith(maker, Qt::CaseInsensitive)) {
            name = name.mid(maker.size());
        }
    }
    if (product.acceleratorMemoryGib) { // it stands behind the name
        static const QRegularExpression memory(QStringLiteral("\\s*\\d+\\s*Gi?B$"));
        name.remove(memory);
    }
    const QString text = tr("%1 × %2").arg(product.acceleratorCount).arg(name);
    return product.acceleratorMemoryGib
               ? text + QLatin1Char(' ') + m_format.plain(product.acceleratorMemoryGib)
               : text;
}

QString PriceModel::priceText(const PriceLine& line) const
{
    const providers::PriceRow& row = line.price();
    const auto amount = [this](double value) {
        return value != 0.0 && value < 0.01 ? m_format.significant(value, 3) : m_format.number(value, 4);
    };
    if (line.listed.hourlyUsd) {
        return amount(*line.listed.hourlyUsd);
    }
    const bool isHourly = providers::effectiveHourly(row).has_value();
    return tr("%1 %2/%3")
        .arg(amount(comparablePrice(row)),
             fromEngine(row.currency.code()),
             isHourly ? tr("h") : fromEngine(row.unit));
}

std::optional<int> PriceModel::ageDays(const providers::PriceRow& row) const
{
    const auto day = model::parseDay(row.effectiveFrom);
    return day ? std::optional(model::daysBetween(*day, m_asOf)) : std::nullopt;
}

QString PriceModel::cellText(const PriceLine& line, Column column) const
{
    const providers::PriceRow& row = line.price();
    const providers::ProductFacts& product = line.product();
    const bool isMachine = !row.machine.empty() && row.isMachinePrice;
    switch (column) {
    case Column::InPlan:
        return letters(line);
    case Column::Provider:
        return fromEngine(product.providerName.empty() ? row.provider : product.providerName);
    case Column::Machine:
        return row.machine.empty() ? fromEngine(row.service)
               : isMachine         ? fromEngine(row.machine)
                                   : tr("%1, %2").arg(fromEngine(row.machine), fromEngine(row.service));
    case Column::Region:
        return fromEngine(row.region);
    case Column::Purchase:
        return shortPurchaseText(row);
    case Column::Vcpus:
        return isMachine ? (product.vcpus ? m_format.plain(product.vcpus) : QStringLiteral("?")) : QString();
    case Column::Memory:
        return isMachine ? (product.memoryGib ? m_format.plain(product.memoryGib) : QStringLiteral("?"))
                         : QString();
    case Column::Accelerators:
        return acceleratorText(product);
    case Column::Price:
        return priceText(line);
    case Column::Each:
        return line.listed.eachUsd ? m_format.number(*line.listed.eachUsd, 4) : QString();
    case Column::Age: {
        const auto age = ageDays(row);
        return age ? m_format.integer(*age) : QStringLiteral("?");
    }
    }
    return {};
}

QVariant PriceModel::rawValue(const PriceLine& line, Column column) const
{
    const auto number = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant();
    };
    switch (column) {
    case Column::Vcpus:
        return number(line.product().vcpus);
    case Column::Memory:
        return number(line.product().memoryGib);
    case Column::Price:
        return number(line.listed.hourlyUsd);
    case Column::Each:
        return number(line.listed.eachUsd);
    case Column::Age: {
        const auto age = ageDays(line.price());
        return age ? QVariant(*age) : QVariant();
    }
    default:
        return cellText(line, column);
    }
}

bool PriceModel::isUnknown(const PriceLine& line, Column column) const
{
    switch (column) {
    case Column::Vcpus:
        return !line.product().vcpus;
    case Column::Memory:
        return !line.product().memoryGib;
    case Column::Age:
        return !ageDays(line.price());
    default:
        return false;
    }
}

QString PriceModel::accessibleText(const PriceLine& line, Column column) const
{
    const Head& head = headOf(column);
    QString text = cellText(line, column);
    if (isUnknown(line, column)) {
        text = m_format.unknown();
    } else if (column == Column::InPlan) {
        return text.isEmpty() ? tr("Not in the plan") : tr("Option %1 of the plan").arg(text);
    } else if (column == Column::Age && model::isStale(line.price().effectiveFrom, m_asOf)) {
        text = tr("%1, older than %2 days").arg(text).arg(model::kStaleAfterDays);
    }
    const bool hasUnit =
        head.isNumber && *head.unit != '\0' && (column != Column::Price || line.listed.hourlyUsd.has_value());
    return hasUnit ? tr("%1: %2 %3").arg(tr(head.name), text, tr(head.unit))
                   : tr("%1: %2").arg(tr(head.name), text);
}

QString PriceModel::toolTip(const PriceLine& line, Column column) const
{
    if (column == Column::Region && !line.place.name.empty()) {
        return fromEngine(line.place.name);
    }
    if (column == Column::Purchase) {
        return purchaseText(line.price());
    }
    return column == Column::Accelerators && line.product().acceleratorCount > 0
               ? fromEngine(line.product().accelerator)
               : accessibleText(line, column);
}

QVariant PriceModel::missing(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("…");
    case Qt::AccessibleTextRole:
        return tr("not read yet");
    case RowKindRole:
        return static_cast<int>(RowKind::Single);
    case IsMutedRole:
        return true;
    default:
        return {};
    }
}

QVariant PriceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        return QVariant((headOf(column).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == RowKindRole) {
        return static_cast<int>(RowKind::Single);
    }
    const PriceLine* found = line(index.row());
    if (found == nullptr) {
        if (role == Qt::DisplayRole) {
            want(index.row() / kPageRows);
        }
        return missing(role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*found, column);
    case SortRole:
        return rawValue(*found, column);
    case LetterRole:
        return letters(*found);
    case IsMutedRole:
        return isUnknown(*found, column) || !found->price().isCurrent;
    case IsStrongRole:
        return column == Column::Each;
    case SymbolRole:
        return column == Column::Age && model::isStale(found->price().effectiveFrom, m_asOf)
                   ? QVariant(static_cast<int>(Symbol::Warning))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(*found, column);
    case Qt::ToolTipRole:
        return toolTip(*found, column);
    default:
        return {};
    }
}

QVariant PriceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const Head& head = headOf(static_cast<Column>(section));
    switch (role) {
    case Qt::DisplayRole:
        return tr(head.name);
    case UnitRole:
        return *head.unit == '\0' ? QString() : tr(head.unit);
    case Qt::TextAlignmentRole:
        return QVariant((head.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace wherewithal::app
