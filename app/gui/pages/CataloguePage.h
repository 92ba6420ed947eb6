// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/PriceModel.h"
#include "app/gui/pages/Page.h"
#include "app/session/Background.h"

class QPushButton;
class QStackedWidget;
class QTimer;

namespace wherewithal::app {

class FilterStrip;
class PriceFilters;
class PricePanel;
class RuledTable;
class SearchField;

/// Files that only the user can choose, and what only the desktop can do; tests do it themselves.
struct CatalogueChoices
{
    std::function<QString(QWidget*)> exportTo; ///< empty: cancelled
    std::function<void(const QString& path)> openFile;
};
[[nodiscard]] CatalogueChoices realCatalogueChoices();

/// All prices of the catalogue: search, filters, any order, origin of each; imports and sheets.
class CataloguePage : public Page
{
    Q_OBJECT

public:
    explicit CataloguePage(Workspace& workspace, QWidget* parent = nullptr);

    /// What the place of the list shows.
    enum class ListState
    {
        Rows,
        Working, ///< the catalogue is read for the first time
        Nothing, ///< no price matches
        Failed,
    };
    [[nodiscard]] ListState listState() const { return m_listState; }
    /// A search is under way or about to begin.
    [[nodiscard]] bool isSearching() const;
    void setChoices(CatalogueChoices choices) { m_choices = std::move(choices); }
    [[nodiscard]] PriceFilters* filters() const { return m_filters; }

    void focusSearch() override;
    void focusContent() override;
    [[nodiscard]] QWidget* sidePanel() override;
    void focusSidePanel() override;

public slots:
    void openImport();
    void openSheets();

protected:
    [[nodiscard]] bool needsResult() const override { return false; }
    [[nodiscard]] bool hasContent() const override;
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    void buildHeader();
    QWidget* buildContent();
    QWidget* buildMessages();
    QWidget* buildNoteBar();
    QWidget* buildFooter();
    void connectParts();

    void ask();
    void take(model::Result<PriceAnswer> answer, std::vector<PriceLine> head);
    void askFacets();
    void setListState(ListState state, const QString& title = {}, const QString& text = {});
    void showOverview();
    void showChangedPrices();
    void showFooter();
    void currentChanged();
    void sortBy(PriceModel::Column column, Qt::SortOrder order);
    void copyRows();
    void addToPlan();
    void exportRows();
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] std::vector<PlanOffer> planOffers() const;

    CatalogueChoices m_choices;
    ListState m_listState = ListState::Working;
    bool m_hasAsked = false;
    QPushButton* m_sheets = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_import = nullptr;
    SearchField* m_search = nullptr;
    FilterStrip* m_strip = nullptr;
    PriceFilters* m_filters = nullptr;
    QWidget* m_noteBar = nullptr;
    TypedLabel* m_noteText = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_renew = nullptr;
    QStackedWidget* m_list = nullptr;
    PriceModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    TypedLabel* m_messageTitle = nullptr;
    TypedLabel* m_messageText = nullptr;
    QPushButton* m_messageButton = nullptr;
    TypedLabel* m_rows = nullptr;
    TypedLabel* m_selected = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_add = nullptr;
    QTimer* m_delay = nullptr;
    PricePanel* m_panel = nullptr;
    Background m_facets;
    Background m_exporting;
    Background m_searching; ///< last: waits for its worker before the rest goes
};

} // namespace wherewithal::app
