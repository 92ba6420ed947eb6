// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/CandidatePicker.h"

#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostShown = 200;
constexpr int kPauseMilliseconds = 150;

struct Found
{
    std::vector<PriceLine> lines;
    std::size_t all = 0;
    std::optional<model::Error> error;
};

} // namespace

CandidatePicker::CandidatePicker(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_words(new QLineEdit(this))
    , m_note(new TypedLabel(Type::Note, {}, this))
    , m_model(new TableModel(this))
    , m_table(new RuledTable(this))
    , m_add(makeFilledButton(tr("Take it"), QStringLiteral("pickerTake"), this))
{
    setObjectName(QStringLiteral("candidatePicker"));
    setWindowTitle(tr("Choose a machine"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(QStringLiteral("pickerWords"));
    m_words->setAccessibleName(tr("Search the catalogue"));
    m_words->setPlaceholderText(tr("Machine, provider, accelerator or region: h100 frankfurt reserved"));
    m_words->setClearButtonEnabled(true);
    m_note->setObjectName(QStringLiteral("pickerNote"));
    m_note->setInk(Ink::Muted);
    m_model->setColumns({{tr("Machine"), tr("provider"), Qt::AlignLeft},
                         {tr("Region"), {}, Qt::AlignLeft},
                         {tr("Bought"), {}, Qt::AlignLeft},
                         {tr("List price"), tr("an hour"), Qt::AlignRight}});
    m_table->setObjectName(QStringLiteral("pickerTable"));
    m_table->setAccessibleName(tr("Machines found"));
    m_table->setModel(m_model);
    m_table->setStretch({4, 2, 3, 0});
    auto* close = makeButton(tr("Close"), QStringLiteral("pickerClose"), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    column->addWidget(m_words);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(close);
    column->addLayout(buttons);
    m_add->setDefault(true);
    m_add->setEnabled(false);
    resize(px(860), px(520));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kPauseMilliseconds);
    connect(m_words, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &CandidatePicker::search);
    connect(m_table, &QTableView::doubleClicked, this, &CandidatePicker::take);
    connect(m_add, &QPushButton::clicked, this, &CandidatePicker::take);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    search();
}

void CandidatePicker::search()
{
    const QString words = m_words->text().trimmed();
    const auto service = m_workspace.catalogue().sharedService();
    if (service == nullptr || !service->search) {
        searchSlice(words);
        return;
    }
    m_note->setText(tr("Searching…"));
    PriceQuestion question;
    question.query.words = words.toStdString();
    question.query.kind =
        words.isEmpty() ? providers::PriceKind::AcceleratorMachine : providers::PriceKind::Machine;
    question.query.systems = {"linux"};
    m_searching.start(
        [service, question](const std::stop_token& stop) {
            Found found;
            const auto answer = service->search(question, stop);
            if (!answer) {
                found.error = answer.error();
                return found;
            }
            found.all = answer->result->size();
            auto lines = answer->result->lines(0, kMostShown);
            if (lines) {
                found.lines = std::move(*lines);
            } else {
                found.error = lines.error();
            }
            return found;
        },
        [this](const Found& found) {
            if (found.error) {
                setRows({},
                        tr("%1. %2").arg(fromEngine(found.error->message), fromEngine(found.error->hint)));
                return;
            }
            m_found.clear();
            std::vector<TableRow> rows;
            for (const PriceLine& line : found.lines) {
                const providers::PriceRow& price = line.price();
                model::Candidate candidate;
                candidate.kind = price.purchase == model::Purchase::Platform ? model::OptionKind::Platform
                                                                             : model::OptionKind::Machine;
                candidate.provider = model::ProviderId(price.provider);
                candidate.region = model::RegionId(price.region);
                candidate.machine = model::MachineId(price.machine);
                candidate.purchase = price.purchase;
                candidate.termMonths = price.termMonths;
                candidate.payment = price.payment;
                const double amount = comparablePrice(price);
                addRow(rows,
                       candidate,
                       fromEngine(price.provider),
                       fromEngine(price.region),
                       tr("%1 %2").arg(m_format.significant(amount, 4), fromEngine(price.currency.code())),
                       amount);
            }
            const QString note = found.all > found.lines.size()
                                     ? tr("The first %1 of %2 prices are shown; more words narrow them.")
                                           .arg(m_format.integer(static_cast<qint64>(found.lines.size())),
                                                m_format.integer(static_cast<qint64>(found.all)))
                                     : tr("%n prices match.", nullptr, static_cast<int>(found.all));
            setRows(std::move(rows), note);
        });
}

void CandidatePicker::searchSlice(const QString& words)
{
    m_found.clear();
    std::vector<TableRow> rows;
    const RunResultPtr result = m_workspace.runner().result();
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (result != nullptr) {
        for (const model::Price& price : result->slice->prices) {
            const QString text = QStringList{fromEngine(price.provider.text()),
                                             fromEngine(price.machine.text()),
                                             fromEngine(price.region.text()),
                                             m_format.name(price.purchase)}
                                     .join(QLatin1Char(' '));
            const bool fits = std::ranges::all_of(
                wanted, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
            if (!fits || rows.size() >= kMostShown) {
                continue;
            }
            model::Candidate candidate;
            candidate.kind = price.purchase == model::Purchase::Platform ? model::OptionKind::Platform
                                                                         : model::OptionKind::Machine;
            candidate.provider = price.provider;
            candidate.region = price.region;
            candidate.machine = price.machine;
            candidate.purchase = price.purchase;
            candidate.termMonths = price.termMonths;
            candidate.payment = price.payment;
            const double amount = price.amount.toDouble();
            addRow(rows,
                   candidate,
                   fromEngine(price.provider.text()),
                   fromEngine(price.region.text()),
                   m_format.significant(amount, 4),
                   amount);
        }
    }
    const int count = static_cast<int>(rows.size());
    setRows(std::move(rows), tr("%n prices match.", nullptr, count));
}

void CandidatePicker::addRow(std::vector<TableRow>& rows,
                             const model::Candidate& candidate,
                             const QString& provider,
                             const QString& region,
                             const QString& price,
                             std::optional<double> raw)
{
    TableRow row;
    row.kind = RowKind::Normal;
    row.key = QString::number(m_found.size());
    row.cells = {textCell(fromEngine(candidate.machine.text()), provider, true),
                 textCell(region),
                 textCell(m_format.purchaseText(candidate.purchase, candidate.termMonths, candidate.payment)),
                 numberCell(price, raw)};
    m_found.push_back(candidate);
    rows.push_back(std::move(row));
}

void CandidatePicker::setRows(std::vector<TableRow> rows, const QString& note)
{
    m_add->setEnabled(!rows.empty());
    m_model->setRows(std::move(rows));
    m_note->setText(note);
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
}

void CandidatePicker::take()
{
    const QModelIndex now = m_table->currentIndex();
    if (!now.isValid()) {
        return;
    }
    const std::size_t index = now.data(KeyRole).toULongLong();
    if (index < m_found.size()) {
        const model::Candidate candidate = m_found[index];
        emit picked(candidate, fromEngine(candidate.machine.text()));
        accept();
    }
}

} // namespace wherewithal::app
