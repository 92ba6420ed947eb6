// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/CataloguePage.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/widgets/RuledTable.h"
#include "model/units/Quantity.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

CataloguePage::CataloguePage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Catalogue, workspace, parent)
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("catalogueSearch"));
    m_search->setAccessibleName(tr("Search the prices"));
    m_search->setPlaceholderText(tr("Machine, region, provider or purchase; words narrow it down"));
    m_search->setClearButtonEnabled(true);
    m_search->setTextMargins(px(6), 0, px(6), 0);
    m_model = new TableModel(this);
    m_model->setColumns({{tr("In plan"), {}, Qt::AlignLeft},
                         {tr("Provider"), {}, Qt::AlignLeft},
                         {tr("Machine"), {}, Qt::AlignLeft},
                         {tr("Region"), {}, Qt::AlignLeft},
                         {tr("Purchase"), {}, Qt::AlignLeft},
                         {tr("vCPU"), {}, Qt::AlignRight},
                         {tr("Memory"), tr("GiB"), Qt::AlignRight},
                         {tr("Accelerators"), {}, Qt::AlignLeft},
                         {tr("Price"), tr("list"), Qt::AlignRight},
                         {tr("Per"), {}, Qt::AlignLeft},
                         {tr("Age"), tr("days"), Qt::AlignRight}});
    m_table = new RuledTable(this);
    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(tr("Prices"));
    m_table->setModel(m_model);
    m_table->setStretch({0, 1, 3, 2, 2, 0, 0, 2, 1, 0, 0});
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, px(10), 0, 0);
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setContent(content);
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePage::filter);
}

void CataloguePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CataloguePage::showResult(const RunResultPtr& result)
{
    const model::CatalogueSlice& slice = *result->slice;
    m_rows.clear();
    for (const model::Price& price : slice.prices) {
        const model::Machine* machine = slice.findMachine(price.provider, price.machine);
        const model::Provider* provider = slice.findProvider(price.provider);
        const model::Region* region = slice.findRegion(price.provider, price.region);
        TableRow row;
        QString letter;
        for (const auto& option : result->comparison->options) {
            const auto& spec = option.spec;
            if (spec.provider == price.provider && spec.machine == price.machine
                && spec.region == price.region && spec.purchase == price.purchase
                && spec.termMonths == price.termMonths) {
                letter = fromEngine(spec.letter);
            }
        }
        row.letter = letter;
        const QString accelerators =
            machine != nullptr && machine->acceleratorCount > 0
                ? tr("%1 × %2")
                      .arg(machine->acceleratorCount)
                      .arg(fromEngine(machine->acceleratorName.empty() ? machine->accelerator.text()
                                                                       : machine->acceleratorName))
                : QString();
        const auto vcpus = machine != nullptr ? machine->vcpus : std::nullopt;
        const auto memory = machine != nullptr && machine->memoryBytes
                                ? std::optional(*machine->memoryBytes / model::kGib)
                                : std::nullopt;
        const auto day = model::parseDay(price.effectiveFrom);
        const auto age =
            day ? std::optional<double>(model::daysBetween(*day, result->plan->asOf)) : std::nullopt;
        TableCell ageCell =
            numberCell(age ? format().integer(static_cast<qint64>(*age)) : format().unknown(), age);
        ageCell.symbol =
            model::isStale(price.effectiveFrom, result->plan->asOf) ? static_cast<int>(Symbol::Warning) : -1;
        ageCell.toolTip = tr("%1, %2, %3")
                              .arg(fromEngine(price.source.title),
                                   fromEngine(price.source.url),
                                   fromEngine(price.effectiveFrom));
        const bool perMonth = price.period == model::PricePeriod::Month;
        TableCell per =
            textCell(QStringLiteral("%1/%2").arg(fromEngine(price.currency.code()),
                                                 perMonth                                   ? tr("month")
                                                 : price.period == model::PricePeriod::Year ? tr("year")
                                                                                            : tr("h")));
        per.isSmall = true;
        per.isMuted = true;
        row.cells = {
            textCell(letter),
            textCell(provider != nullptr ? fromEngine(provider->displayName)
                                         : fromEngine(price.provider.text())),
            textCell(fromEngine(price.machine.text()), {}, true),
            textCell(region != nullptr
                         ? tr("%1, %2").arg(fromEngine(price.region.text()), fromEngine(region->displayName))
                         : fromEngine(price.region.text())),
            textCell(format().purchaseText(price.purchase, price.termMonths, price.payment)),
            numberCell(format().plain(vcpus), vcpus),
            numberCell(memory ? format().number(memory) : format().unknown(), memory),
            textCell(accelerators),
            numberCell(
                format().number(price.amount.toDouble(), perMonth ? 2 : 4), price.amount.toDouble(), true),
            per,
            ageCell};
        m_rows.push_back(std::move(row));
    }
    filter();
}

void CataloguePage::filter()
{
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<TableRow> shown;
    for (const TableRow& row : m_rows) {
        const bool isMatch = std::ranges::all_of(words, [&row](const QString& word) {
            return std::ranges::any_of(row.cells, [&word](const TableCell& cell) {
                return cell.text.contains(word, Qt::CaseInsensitive);
            });
        });
        if (isMatch) {
            shown.push_back(row);
        }
    }
    const RunResultPtr result = workspace().runner().result();
    setVerdict({tr("%1 of %2 prices for this plan's query are shown.")
                    .arg(format().integer(static_cast<qint64>(shown.size())),
                         format().integer(static_cast<qint64>(m_rows.size()))),
                result ? tr("Catalogue %1, newest price of %2; what is older than %3 days looks stale.")
                             .arg(fromEngine(result->slice->hash).left(8), fromEngine(result->slice->asOf))
                             .arg(model::kStaleAfterDays)
                       : QString()});
    m_model->setRows(std::move(shown));
}

} // namespace wherewithal::app
