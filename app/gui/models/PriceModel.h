// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"
#include "app/session/Background.h"
#include "app/session/PriceQuestion.h"

#include <QAbstractTableModel>

#include <map>

namespace wherewithal::app {

/// Prices that match, of which only those on screen are in memory.
///
/// Lines come by pages, read on a worker when a view first asks for one of their cells; until then a cell is
/// muted and shows three dots. Of pages that scrolled past before their turn none is read. Rows beyond
/// kRowsAtOnce are offered when the view gets to the end (canFetchMore), so that a list of millions costs no
/// more than one of some hundred thousand.
class PriceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        InPlan,
        Provider,
        Machine,
        Region,
        Purchase,
        Vcpus,
        Memory,
        Accelerators,
        Price,
        Each,
        Age,
    };
    static constexpr int kColumns = 11;
    static constexpr int kPageRows = 128;
    static constexpr int kRowsAtOnce = 200'000;
    static constexpr int kPagesKept = 48;

    explicit PriceModel(QObject* parent = nullptr);

    /// Another list altogether; `head` are its first lines, so that nothing flickers.
    void setAnswer(PriceAnswer answer, std::vector<PriceLine> head);
    void clear();
    [[nodiscard]] std::shared_ptr<const PriceResult> result() const { return m_answer.result; }
    /// Lines that match, also those not offered to the view yet.
    [[nodiscard]] std::size_t matches() const { return m_answer.result ? m_answer.result->size() : 0; }
    /// Null: not read yet.
    [[nodiscard]] const PriceLine* line(int row) const;

    void setPlanOffers(std::vector<PlanOffer> offers);
    void setAsOf(model::Day day);
    /// Letters of the options that use the price: "B", "B, D".
    [[nodiscard]] QString letters(const PriceLine& line) const;
    /// The column of the catalogue's index that a column is sorted by; nothing: the plan's own order.
    [[nodiscard]] static std::optional<providers::PriceColumn> sortColumn(Column column);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    /// Asks for another order: sortWanted().
    void sort(int column, Qt::SortOrder order) override;

    /// Price as the list shows it, e.g. "9.0740", "0.0230 USD/GB", "12.5000 EUR/h" without a rate.
    [[nodiscard]] QString priceText(const PriceLine& line) const;
    [[nodiscard]] QString purchaseText(const providers::PriceRow& row) const;
    /// The same for a narrow column: "reserved 3 y, all upfront".
    [[nodiscard]] QString shortPurchaseText(const providers::PriceRow& row) const;
    /// "8 × H100 SXM5 80": number, device without its maker, memory of one in GiB.
    [[nodiscard]] QString acceleratorText(const providers::ProductFacts& product) const;
    /// Days between the price's first day and the plan's; nothing: undated.
    [[nodiscard]] std::optional<int> ageDays(const providers::PriceRow& row) const;

signals:
    void sortWanted(wherewithal::app::PriceModel::Column column, Qt::SortOrder order);
    /// Lines could not be read.
    void failed(const QString& text);

private:
    [[nodiscard]] QVariant missing(int role) const;
    [[nodiscard]] QString cellText(const PriceLine& line, Column column) const;
    [[nodiscard]] QString accessibleText(const PriceLine& line, Column column) const;
    [[nodiscard]] QString toolTip(const PriceLine& line, Column column) const;
    [[nodiscard]] QVariant rawValue(const PriceLine& line, Column column) const;
    [[nodiscard]] bool isUnknown(const PriceLine& line, Column column) const;
    void want(int page) const;
    void readNext();
    void takePage(int page, model::Result<std::vector<PriceLine>> lines);

    Format m_format;
    PriceAnswer m_answer;
    int m_offered = 0; ///< rows that the view knows of
    std::map<int, std::vector<PriceLine>> m_pages;
    QList<int> m_kept;           ///< pages, the one used longest ago first
    mutable QList<int> m_wanted; ///< the last asked for stands last
    std::vector<PlanOffer> m_offers;
    model::Day m_asOf;
    Background m_reading; ///< last: waits for its worker before the rest goes
};

} // namespace wherewithal::app
