// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/SheetsDialog.h"

#include "app/gui/dialogs/ImportParts.h"
#include "app/gui/dialogs/ImportReport.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "providers/store/Merge.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

SheetsDialog::SheetsDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_service(workspace.catalogue().sharedService())
{
    setObjectName(QStringLiteral("sheetsDialog"));
    setWindowTitle(tr("Price sheets"));
    resize(px(980), px(640));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error = new ErrorStrip(this);
    column->addWidget(m_error);
    buildList(column);
    column->addWidget(new Rule);
    buildComparison(column);
    connect(&workspace.catalogue(), &CatalogueSession::changed, this, &SheetsDialog::read);
    read();
}

void SheetsDialog::buildList(QVBoxLayout* layout)
{
    auto* title = new QHBoxLayout;
    title->setContentsMargins(px(16), px(10), px(16), px(8));
    title->setSpacing(px(8));
    title->addWidget(new TypedLabel(Type::Section, tr("Imported sheets")));
    m_note = new TypedLabel(Type::Note);
    m_note->setObjectName(QStringLiteral("sheetsNote"));
    m_note->setInk(Ink::Muted);
    m_note->setWordWrap(true);
    title->addWidget(m_note, 1);
    m_remove = makeButton(tr("Remove sheet"), QStringLiteral("removeSheet"), this);
    m_remove->setAutoDefault(false);
    title->addWidget(m_remove);
    layout->addLayout(title);
    m_model = new TableModel(this);
    m_model->setColumns({{tr("Sheet"), {}, Qt::AlignLeft},
                         {tr("Format"), {}, Qt::AlignLeft},
                         {tr("File"), {}, Qt::AlignLeft},
                         {tr("Published"), {}, Qt::AlignLeft},
                         {tr("Imported"), {}, Qt::AlignLeft},
                         {tr("Prices"), {}, Qt::AlignRight}});
    m_table = new RuledTable(this);
    m_table->setObjectName(QStringLiteral("sheetsTable"));
    m_table->setAccessibleName(tr("Imported price sheets"));
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->setStretch({3, 2, 2, 0, 0, 0});
    layout->addWidget(m_table, 2);
    connect(m_remove, &QPushButton::clicked, this, &SheetsDialog::removeCurrent);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SheetsDialog::showButtons);
}

void SheetsDialog::buildComparison(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), px(10), px(16), px(4));
    row->setSpacing(px(8));
    row->addWidget(new TypedLabel(Type::Section, tr("Compare two sheets")));
    const auto choice = [&](const char* name, const QString& text) {
        auto* label = new TypedLabel(Type::Body, text);
        label->setInk(Ink::Text2);
        auto* box = new QComboBox;
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(text);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &SheetsDialog::showButtons);
        return box;
    };
    m_before = choice("sheetBefore", tr("from"));
    m_after = choice("sheetAfter", tr("to"));
    m_compare = makeButton(tr("Compare"), QStringLiteral("compareSheets"), this);
    m_compare->setAutoDefault(false);
    row->addWidget(m_compare);
    layout->addLayout(row);
    m_changes = new ChangesSection;
    m_changes->setObjectName(QStringLiteral("sheetChanges"));
    m_changes->hide();
    layout->addWidget(m_changes, 3);
    connect(m_compare, &QPushButton::clicked, this, &SheetsDialog::compare);
}

void SheetsDialog::read()
{
    m_work.start([service = m_service](const std::stop_token&) { return service->sheets(); },
                 [this](model::Result<std::vector<providers::SheetInfo>> sheets) {
                     if (sheets) {
                         m_error->clear();
                         fill(*sheets);
                     } else {
                         m_error->showError(sheets.error());
                     }
                 });
}

void SheetsDialog::fill(const std::vector<providers::SheetInfo>& sheets)
{
    m_sheets = sheets;
    std::vector<TableRow> rows;
    for (const providers::SheetInfo& sheet : sheets) {
        const providers::FormatInfo* format = providers::findFormat(sheet.format);
        const QString title =
            format == nullptr
                ? fromEngine(sheet.format)
                : QString::fromUtf8(format->title.data(), static_cast<qsizetype>(format->title.size()));
        TableRow row;
        row.key = fromEngine(sheet.name);
        row.cells = {textCell(fromEngine(sheet.name), {}, true),
                     textCell(title),
                     textCell(fromEngine(sheet.fileName)),
                     textCell(sheet.publishedAt.empty() ? m_format.unknown() : fromEngine(sheet.publishedAt)),
                     textCell(fromEngine(sheet.importedAt)),
                     numberCell(m_format.integer(static_cast<qint64>(sheet.offers)),
                                static_cast<double>(sheet.offers))};
        row.cells[3].isMuted = sheet.publishedAt.empty();
        rows.push_back(std::move(row));
    }
    m_note->setText(sheets.empty()
                        ? tr("None was imported yet; all prices are those shipped with the program.")
                        : QString());
    m_model->setRows(std::move(rows));
    for (QComboBox* box : {m_before, m_after}) {
        const QString before = box->currentText();
        box->clear();
        box->addItem(tr("shipped with the program"), QString::fromUtf8(providers::kShippedSheet.data()));
        for (const providers::SheetInfo& sheet : sheets) {
            box->addItem(fromEngine(sheet.name), fromEngine(sheet.name));
        }
        box->setCurrentIndex(std::max(0, box->findText(before)));
    }
    if (m_after->currentIndex() == m_before->currentIndex() && m_after->count() > 1) {
        m_after->setCurrentIndex(m_after->count() - 1);
    }
    showButtons();
}

void SheetsDialog::showButtons()
{
    m_remove->setEnabled(m_table->currentIndex().isValid());
    m_compare->setEnabled(m_before->currentIndex() >= 0
                          && m_before->currentIndex() != m_after->currentIndex());
}

void SheetsDialog::removeCurrent()
{
    const QString name = m_table->currentIndex().data(KeyRole).toString();
    if (name.isEmpty()) {
        return;
    }
    m_remove->setEnabled(false);
    m_work.start([service = m_service,
                  name](const std::stop_token&) { return service->removeSheet(name.toStdString()); },
                 [this, name](model::Result<void> removed) {
                     if (!removed) {
                         m_error->showError(removed.error());
                         showButtons();
                         return;
                     }
                     // The file it came from brings it back: no question is asked before.
                     const QString file = m_workspace.settings().sheetFile(name);
                     m_workspace.catalogue().contentChanged();
                     m_note->setText(
                         file.isEmpty()
                             ? tr("%1 is removed.").arg(name)
                             : tr("%1 is removed. Import %2 again to have it back.").arg(name, file));
                 });
}

void SheetsDialog::compare()
{
    const QString before = m_before->currentText();
    m_compare->setEnabled(false);
    m_comparing.start([service = m_service,
                       from = m_before->currentData().toString().toStdString(),
                       to = m_after->currentData().toString().toStdString()](
                          const std::stop_token& stop) { return service->compareSheets(from, to, stop); },
                      [this, before](model::Result<providers::ChangeSummary> changes) {
                          m_compare->setEnabled(true);
                          if (changes) {
                              m_changes->show(*changes, tr("against %1").arg(before), m_after->currentText());
                              m_changes->QWidget::show();
                          } else {
                              m_error->showError(changes.error());
                          }
                      });
}

} // namespace wherewithal::app
