// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"
#include "app/session/Background.h"
#include "app/session/PriceQuestion.h"

#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace wherewithal::app {

class PriceHistoryChart;
class PriceModel;
class RuledTable;
class SectionTitle;
class TableModel;
class TypedLabel;

/// The panel of a price: what it is, per hour and month, its history, where it comes from, other ways to buy.
class PricePanel : public QWidget
{
    Q_OBJECT

public:
    /// `names` gives the texts of the list, so that both say the same.
    PricePanel(Workspace& workspace, const PriceModel& names, QWidget* parent = nullptr);

    void showNothing();
    /// Shows the line at once and the rest as soon as it is read.
    void showLine(const PriceLine& line, std::shared_ptr<const PriceResult> result);
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] const std::optional<PriceDetail>& detail() const { return m_detail; }
    void focusContent();

signals:
    void closeRequested();
    /// The file that the sheet came from should be opened.
    void openSheetWanted(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(QVBoxLayout* layout);
    void buildHistory(QVBoxLayout* layout);
    void buildOrigin(QVBoxLayout* layout);
    void buildOthers(QVBoxLayout* layout);
    void showDetail(const PriceDetail& detail);
    void showHistory(const PriceDetail& detail);
    void showOrigin(const PriceDetail& detail);
    void showOthers(const PriceDetail& detail);
    void showHistoryTable(bool isTable);
    [[nodiscard]] QString plainText() const;

    Workspace& m_workspace;
    const PriceModel& m_names;
    Format m_format;
    std::optional<PriceDetail> m_detail;
    QString m_sheetFile;

    QToolButton* m_pin = nullptr;
    QWidget* m_body = nullptr;
    TypedLabel* m_object = nullptr;
    TypedLabel* m_where = nullptr;
    TypedLabel* m_number = nullptr;
    TypedLabel* m_unit = nullptr;
    TypedLabel* m_month = nullptr;
    SectionTitle* m_historyTitle = nullptr;
    QToolButton* m_historySwitch = nullptr;
    PriceHistoryChart* m_chart = nullptr;
    TableModel* m_points = nullptr;
    RuledTable* m_pointsTable = nullptr;
    TypedLabel* m_historyNote = nullptr;
    TableModel* m_origin = nullptr;
    RuledTable* m_originTable = nullptr;
    TypedLabel* m_originNote = nullptr;
    TypedLabel* m_source = nullptr;
    QWidget* m_othersBox = nullptr;
    TableModel* m_others = nullptr;
    RuledTable* m_othersTable = nullptr;
    QPushButton* m_openSheet = nullptr;
    QPushButton* m_copy = nullptr;
    Background m_reading; ///< last: waits for its worker before the rest goes
};

} // namespace wherewithal::app
