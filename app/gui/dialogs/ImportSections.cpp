// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/ImportSections.h"

#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QComboBox>
#include <QDate>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

RuledTable* makeTable(const char* name, const QString& accessibleName, TableModel* model, QWidget* parent)
{
    auto* table = new RuledTable(parent);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    return table;
}

QVBoxLayout* flatColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

void padTitle(SectionTitle* title)
{
    title->row()->setContentsMargins(px(16), px(10), px(16), px(8));
}

} // namespace

// Files -------------------------------------------------------

FilesSection::FilesSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = flatColumn(this);
    auto* title = new SectionTitle(tr("Files of one price sheet"),
                                   tr("as the provider publishes them; gzip and zip are unpacked"));
    padTitle(title);
    m_model = new TableModel(this);
    m_model->setColumns({{tr("File"), {}, Qt::AlignLeft},
                         {tr("Size"), {}, Qt::AlignRight},
                         {tr("Folder"), {}, Qt::AlignLeft}});
    m_table = makeTable("importFiles", tr("Files to import"), m_model, this);
    m_table->setStretch({2, 0, 3});
    auto* hint = new TypedLabel(
        Type::Note,
        tr("AWS offer files and savings plans, Azure retail pages and price sheets, Google Cloud SKUs and "
           "console "
           "exports, FOCUS bills, SkyPilot, gpuhunt, Vantage, Oracle, OVHcloud, Scaleway, Linode, Vultr, "
           "DigitalOcean and Hetzner lists, OpenCost, and any CSV or Excel table through a mapping. Drop "
           "files or a folder "
           "here."));
    hint->setInk(Ink::Muted);
    hint->setWordWrap(true);
    hint->setContentsMargins(px(16), px(8), px(16), px(8));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(px(16), px(4), px(16), px(12));
    buttons->setSpacing(px(8));
    QPushButton* files = makeButton(tr("Add files..."), QStringLiteral("importAddFiles"), this);
    QPushButton* folder = makeButton(tr("Add folder..."), QStringLiteral("importAddFolder"), this);
    m_remove = makeButton(tr("Remove"), QStringLiteral("importRemoveFile"), this);
    for (QPushButton* button : {files, folder, m_remove}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(files, &QPushButton::clicked, this, &FilesSection::addFilesWanted);
    connect(folder, &QPushButton::clicked, this, &FilesSection::addFolderWanted);
    connect(m_remove, &QPushButton::clicked, this, &FilesSection::removeCurrent);
    setPaths({});
}

void FilesSection::setPaths(const QStringList& paths)
{
    m_paths = paths;
    m_paths.removeDuplicates();
    std::vector<TableRow> rows;
    for (const QString& path : std::as_const(m_paths)) {
        const QFileInfo file(path);
        TableRow row;
        const QString size = !file.exists() ? tr("missing")
                             : file.isDir() ? tr("folder")
                                            : m_format.traffic(static_cast<double>(file.size()));
        row.cells = {textCell(file.fileName(), {}, true),
                     numberCell(size, static_cast<double>(file.size())),
                     textCell(file.absolutePath())};
        row.cells[1].isMuted = !file.exists();
        rows.push_back(std::move(row));
    }
    m_model->setRows(std::move(rows));
    m_remove->setEnabled(!m_paths.isEmpty());
}

void FilesSection::removeCurrent()
{
    const int row = std::max(0, m_table->currentIndex().row());
    if (row < m_paths.size()) {
        QStringList rest = m_paths;
        rest.removeAt(row);
        setPaths(rest);
        emit pathsChanged();
    }
}

// Detected ----------------------------------------------------

namespace {

struct Separator
{
    char sign;
    const char* name;
};

constexpr std::array kSeparators = {
    Separator{',', QT_TRANSLATE_NOOP("wherewithal::app::DetectedSection", "comma")},
    Separator{';', QT_TRANSLATE_NOOP("wherewithal::app::DetectedSection", "semicolon")},
    Separator{'\t', QT_TRANSLATE_NOOP("wherewithal::app::DetectedSection", "tab")},
    Separator{'|', QT_TRANSLATE_NOOP("wherewithal::app::DetectedSection", "bar")}};

constexpr std::array kEncodings = {providers::Encoding::Utf8,
                                   providers::Encoding::Utf16Le,
                                   providers::Encoding::Utf16Be,
                                   providers::Encoding::Windows1252};

} // namespace

QComboBox*
DetectedSection::addChoice(QGridLayout* grid, int row, int column, const QString& text, const char* name)
{
    auto* label = new TypedLabel(Type::Body, text);
    label->setInk(Ink::Text2);
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(text);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setMinimumContentsLength(8);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    label->setBuddy(box);
    grid->addWidget(label, row, column);
    grid->addWidget(box, row, column + 1);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling) {
            emit overruled();
        }
    });
    return box;
}

DetectedSection::DetectedSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = flatColumn(this);
    auto* title = new SectionTitle(tr("Detected"), tr("from the content, every value can be overruled"));
    padTitle(title);
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(px(16), 0, px(16), px(12));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    for (const int field : {1, 3, 5}) {
        grid->setColumnStretch(field, field == 1 ? 5 : 4);
    }
    m_formats = addChoice(grid, 0, 0, tr("Format"), "importFormat");
    m_encoding = addChoice(grid, 1, 0, tr("Encoding"), "importEncoding");
    const auto addText = [&](int row, int at, const QString& text, QWidget* value) {
        auto* label = new TypedLabel(Type::Body, text);
        label->setInk(Ink::Text2);
        grid->addWidget(label, row, at);
        grid->addWidget(value, row, at + 1);
        return label;
    };
    m_day = new QLineEdit;
    m_day->setObjectName(QStringLiteral("importDay"));
    m_day->setAccessibleName(tr("Publisher's date"));
    m_day->setToolTip(
        tr("The day of the sheet as YYYY-MM-DD. Rows without a day of their own hold from it."));
    addText(0, 2, tr("Publisher's date"), m_day)->setBuddy(m_day);
    m_provider = new QLineEdit;
    m_provider->setObjectName(QStringLiteral("importProvider"));
    m_provider->setAccessibleName(tr("Provider"));
    addText(1, 2, tr("Provider"), m_provider)->setBuddy(m_provider);
    m_currency = addChoice(grid, 0, 4, tr("Currency"), "importCurrency");
    m_currency->setEditable(true);
    m_currency->lineEdit()->setFrame(false); // the box has one
    m_currency->setToolTip(tr("For files that name none; prices that name one keep it"));
    addText(1, 4, tr("Month"), new TypedLabel(Type::Body, tr("730 h")));
    m_separator = addChoice(grid, 2, 0, tr("Separator"), "importSeparator");
    for (const Separator& separator : kSeparators) {
        m_separator->addItem(tr(separator.name), QChar::fromLatin1(separator.sign));
    }
    m_headerLine = new QSpinBox;
    m_headerLine->setObjectName(QStringLiteral("importHeaderLine"));
    m_headerLine->setAccessibleName(tr("Header line"));
    m_headerLine->setRange(1, 1000);
    if (auto* edit = m_headerLine->findChild<QLineEdit*>()) {
        edit->setFrame(false);
    }
    QLabel* headerLabel = addText(2, 2, tr("Header line"), m_headerLine);
    headerLabel->setBuddy(m_headerLine);
    m_worksheet = addChoice(grid, 2, 4, tr("Worksheet"), "importWorksheet");
    m_worksheet->setToolTip(tr("Worksheets of the workbook that hold a table. One is read at a time."));
    m_workbookOnly = {grid->itemAtPosition(2, 4)->widget(), m_worksheet};
    m_tableOnly = {grid->itemAtPosition(2, 0)->widget(), m_separator, headerLabel, m_headerLine};
    column->addLayout(grid);
    connect(m_headerLine, &QSpinBox::valueChanged, this, [this] {
        if (!m_isFilling) {
            emit overruled();
        }
    });
    for (QLineEdit* edit : {m_provider, m_currency->lineEdit(), m_day}) {
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            if (!m_isFilling && edit->isModified()) {
                edit->setModified(false);
                emit overruled();
            }
        });
    }
}

void DetectedSection::show(const SheetFinding& finding, const ImportRequest& request)
{
    m_isFilling = true;
    m_isTable = finding.isTable;
    m_base = request.mapping.value_or(finding.proposed);
    fillChoices(finding, request);
    m_day->setText(fromEngine(request.day));
    m_day->setPlaceholderText(tr("read with the preview"));
    m_readWorksheet = fromEngine(finding.worksheet);
    m_worksheet->clear();
    for (const std::string& name : finding.worksheets) {
        m_worksheet->addItem(fromEngine(name));
    }
    m_worksheet->setCurrentIndex(m_worksheet->findText(m_readWorksheet));
    for (QWidget* widget : m_tableOnly) {
        widget->setVisible(m_isTable);
    }
    for (QWidget* widget : m_workbookOnly) {
        widget->setVisible(!m_readWorksheet.isEmpty());
    }
    m_isFilling = false;
}

void DetectedSection::fillChoices(const SheetFinding& finding, const ImportRequest& request)
{
    if (request.format.empty()) {
        m_detectedFormat = fromEngine(finding.detection.format);
    }
    m_formats->clear();
    for (const providers::FormatInfo& format : providers::formats()) {
        const QString name =
            QString::fromUtf8(format.name.data(), static_cast<qsizetype>(format.name.size()));
        if (!format.isRefused() || name == m_detectedFormat) {
            m_formats->addItem(
                QString::fromUtf8(format.title.data(), static_cast<qsizetype>(format.title.size())), name);
        }
    }
    m_formats->setCurrentIndex(m_formats->findData(fromEngine(finding.detection.format)));
    m_formats->setToolTip(m_formats->currentText());

    const providers::Encoding encoding =
        m_base.encoding && m_isTable ? *m_base.encoding : finding.detection.encoding;
    m_encoding->clear();
    for (const providers::Encoding each : kEncodings) {
        const std::string_view name = providers::name(each);
        QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toUpper();
        if (each == encoding && finding.detection.headerLine > 0) {
            text = tr("%1, header on line %2").arg(text).arg(finding.detection.headerLine);
        }
        m_encoding->addItem(text, static_cast<int>(each));
    }
    m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(encoding)));
    m_encoding->setEnabled(m_isTable);

    m_separator->setCurrentIndex(m_separator->findData(
        QChar::fromLatin1(m_base.separator.value_or(finding.detection.dialect.separator))));
    const std::size_t headerLine = m_base.headerLine > 0 ? m_base.headerLine : finding.detection.headerLine;
    m_headerLine->setValue(std::max(1, static_cast<int>(headerLine)));

    const QString currency = fromEngine(request.currency.empty() ? m_base.currency : request.currency);
    m_currency->clear();
    m_currency->addItems({tr("as in the file"),
                          QStringLiteral("USD"),
                          QStringLiteral("EUR"),
                          QStringLiteral("GBP"),
                          QStringLiteral("CHF"),
                          QStringLiteral("JPY"),
                          QStringLiteral("INR")});
    m_currency->setCurrentText(currency.isEmpty() ? m_currency->itemText(0) : currency);
    m_provider->setText(fromEngine(request.provider.empty() ? m_base.provider : request.provider));
    m_provider->setPlaceholderText(m_isTable ? tr("none named, kept as custom") : tr("as in the file"));
}

void DetectedSection::showSheet(const providers::PriceSheet& sheet)
{
    m_day->setPlaceholderText(
        sheet.published.empty()
            ? tr("unknown, YYYY-MM-DD")
            : fromEngine(sheet.published).left(16).replace(QLatin1Char('T'), QLatin1Char(' ')));
    if (m_provider->text().isEmpty() && !sheet.provider.empty()) {
        m_provider->setPlaceholderText(
            sheet.title.empty() ? fromEngine(sheet.provider)
                                : tr("%1, %2").arg(fromEngine(sheet.provider), fromEngine(sheet.title)));
    }
    if (m_currency->currentIndex() == 0 && !sheet.currency.empty()) {
        m_currency->setItemText(0, tr("%1, as in the file").arg(fromEngine(sheet.currency)));
    }
}

void DetectedSection::fill(ImportRequest& request) const
{
    const QString format = m_formats->currentData().toString();
    request.format = format == m_detectedFormat ? std::string() : format.toStdString();
    request.currency = m_currency->currentText() == m_currency->itemText(0)
                           ? std::string()
                           : m_currency->currentText().trimmed().toUpper().toStdString();
    request.provider = m_provider->text().trimmed().toStdString();
    request.day = m_day->text().trimmed().toStdString();
    if (const QString worksheet = m_worksheet->currentText();
        m_worksheet->currentIndex() >= 0 && worksheet != m_readWorksheet) {
        request.worksheet = worksheet.toStdString();
        request.mapping.reset(); // another table has other columns
        return;
    }
    if (!m_isTable) {
        return;
    }
    providers::CsvMapping mapping = m_base;
    mapping.currency = request.currency;
    mapping.provider = request.provider;
    mapping.encoding = static_cast<providers::Encoding>(m_encoding->currentData().toInt());
    mapping.separator = m_separator->currentData().toChar().toLatin1();
    mapping.headerLine = static_cast<std::size_t>(m_headerLine->value());
    if (mapping != m_base || request.mapping) {
        request.mapping = mapping;
    }
}

QString DetectedSection::problem() const
{
    const QString day = m_day->text().trimmed();
    return day.isEmpty() || (day.size() == 10 && QDate::fromString(day, Qt::ISODate).isValid())
               ? QString()
               : tr("“%1” is no day: write it as YYYY-MM-DD, for example 2026-11-22.").arg(day);
}

void DetectedSection::focusOn(ImportFix fix)
{
    QWidget* field = fix == ImportFix::Day         ? static_cast<QWidget*>(m_day)
                     : fix == ImportFix::Encoding  ? m_encoding
                     : fix == ImportFix::Separator ? m_separator
                                                   : m_currency;
    field->setFocus(Qt::OtherFocusReason);
}

// Head --------------------------------------------------------

HeadSection::HeadSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = flatColumn(this);
    m_title = new SectionTitle(tr("In the file"));
    padTitle(m_title);
    m_model = new TableModel(this);
    m_table = makeTable("importHead", tr("First lines of the file"), m_model, this);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
}

void HeadSection::show(const SheetFinding& finding)
{
    constexpr int kMostColumns = 60;
    const bool isTable = !finding.detection.header.empty();
    m_title->setNote(isTable ? tr("the first rows below the header, as they are")
                             : tr("the first lines, as they are"));
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    if (isTable) {
        for (const std::string& cell : finding.detection.header) {
            columns.push_back({fromEngine(cell), {}, Qt::AlignLeft});
        }
        columns.resize(std::min<std::size_t>(columns.size(), kMostColumns));
        for (const auto& cells : finding.rows) {
            TableRow row;
            for (std::size_t at = 0; at < columns.size(); ++at) {
                row.cells.push_back(textCell(at < cells.size() ? fromEngine(cells[at]) : QString()));
            }
            rows.push_back(std::move(row));
        }
    } else {
        columns = {{tr("Line"), {}, Qt::AlignRight}, {tr("Text"), {}, Qt::AlignLeft}};
        int number = 0;
        for (const std::string& line : finding.head) {
            TableRow row;
            row.kind = RowKind::Compact;
            row.cells = {numberCell(QString::number(++number), number), textCell(fromEngine(line))};
            rows.push_back(std::move(row));
        }
    }
    m_model->setColumns(columns);
    QList<int> stretch(static_cast<qsizetype>(columns.size()), 0);
    stretch.last() = isTable ? 0 : 1;
    m_table->setStretch(stretch);
    m_model->setRows(std::move(rows));
}

// Preview -----------------------------------------------------

PreviewSection::PreviewSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = flatColumn(this);
    m_title = new SectionTitle(tr("Preview"));
    padTitle(m_title);
    m_model = new TableModel(this);
    m_table = makeTable("importPreview", tr("Rows as they will be stored"), m_model, this);
    setUnit({});
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
}

void PreviewSection::setUnit(const QString& unit)
{
    m_model->setColumns({{tr("Line"), {}, Qt::AlignRight},
                         {tr("SKU"), {}, Qt::AlignLeft},
                         {tr("Machine"), {}, Qt::AlignLeft},
                         {tr("Region"), {}, Qt::AlignLeft},
                         {tr("System"), {}, Qt::AlignLeft},
                         {tr("Tenancy"), {}, Qt::AlignLeft},
                         {tr("Purchase"), {}, Qt::AlignLeft},
                         {unit.isEmpty() ? tr("Price") : unit, {}, Qt::AlignRight},
                         {tr("Result"), {}, Qt::AlignLeft}});
    m_table->setStretch({0, 2, 2, 1, 2, 0, 3, 0, 0});
}

QString PreviewSection::unitOf(const providers::PriceRow& price)
{
    return tr("%1/%2").arg(fromEngine(price.currency.code()),
                           providers::effectiveHourly(price) ? tr("h") : fromEngine(price.unit));
}

void PreviewSection::clear()
{
    m_model->setRows({});
    m_title->setNote({});
}

void PreviewSection::show(const ImportPreview& preview)
{
    QString unit = preview.rows.empty() ? QString() : unitOf(preview.rows.front().row);
    for (const PreviewRow& each : preview.rows) {
        unit = unitOf(each.row) == unit ? unit : QString(); // one for all, or one in each cell
    }
    setUnit(unit);
    std::vector<TableRow> rows;
    for (const PreviewRow& each : preview.rows) {
        const providers::PriceRow& price = each.row;
        const bool isMuted = !price.isMachinePrice && !price.machine.empty();
        const auto hourly = providers::effectiveHourly(price);
        const double amount = hourly ? *hourly : price.amount.toDouble() / price.blockSize;
        QStringList system{fromEngine(price.os)};
        if (!price.software.empty()) {
            system.append(fromEngine(price.software));
        }
        TableRow row;
        row.cells = {
            numberCell(m_format.integer(static_cast<qint64>(each.line)), static_cast<double>(each.line)),
            textCell(fromEngine(price.sku)),
            textCell(fromEngine(price.machine.empty() ? price.service : price.machine)),
            textCell(fromEngine(price.region)),
            textCell(price.machine.empty() ? QString() : system.join(QStringLiteral(", "))),
            textCell(price.machine.empty() ? QString() : fromEngine(price.tenancy)),
            textCell(purchaseOf(m_format, price)),
            numberCell(unit.isEmpty() ? tr("%1 %2").arg(m_format.number(amount, 6), unitOf(price))
                                      : m_format.number(amount, 6),
                       amount),
            textCell(isMuted          ? tr("kept, no own price")
                     : each.parts > 1 ? tr("stored, %1 lines").arg(each.parts)
                                      : tr("stored"))};
        row.cells.back().symbol = static_cast<int>(isMuted ? Symbol::Dash : Symbol::Check);
        for (TableCell& cell : row.cells) {
            cell.isMuted = isMuted;
        }
        rows.push_back(std::move(row));
    }
    const QString count = m_format.integer(static_cast<qint64>(rows.size()));
    m_title->setNote(
        preview.isWhole
            ? tr("all offers as they will be stored (%1); upfront parts spread over the term").arg(count)
            : tr("the first %1 offers as they will be stored; upfront parts spread over the term")
                  .arg(count));
    m_model->setRows(std::move(rows));
}

} // namespace wherewithal::app
