// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/MappingSection.h"

#include "app/gui/widgets/Parts.h"
#include "app/report/Format.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace wherewithal::app {

using providers::Target;

namespace {

struct NamedTarget
{
    Target target;
    const char* name;
};

/// In the order in which people think of them; what makes a price comes first.
constexpr std::array kTargets = {
    NamedTarget{Target::Machine, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Machine")},
    NamedTarget{Target::Region, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Region")},
    NamedTarget{Target::Price, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Price")},
    NamedTarget{Target::PriceHour, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Price per hour")},
    NamedTarget{Target::PriceMonth, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Price per month")},
    NamedTarget{Target::SpotPrice,
                QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Spot price per hour")},
    NamedTarget{Target::Upfront, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Upfront amount")},
    NamedTarget{Target::Currency, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Currency")},
    NamedTarget{Target::Unit, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Unit")},
    NamedTarget{Target::EffectiveFrom, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Valid from")},
    NamedTarget{Target::Purchase, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Purchase")},
    NamedTarget{Target::IsSpot, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Is spot")},
    NamedTarget{Target::Term, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Term")},
    NamedTarget{Target::Payment, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Payment")},
    NamedTarget{Target::Vcpus, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "vCPUs")},
    NamedTarget{Target::Memory, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Memory")},
    NamedTarget{Target::Accelerator, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Accelerator")},
    NamedTarget{Target::AcceleratorCount,
                QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Number of accelerators")},
    NamedTarget{Target::AcceleratorMemory,
                QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Memory of one, GiB")},
    NamedTarget{Target::Provider, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Provider")},
    NamedTarget{Target::Zone, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Zone")},
    NamedTarget{Target::Os, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Operating system")},
    NamedTarget{Target::Tenancy, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Tenancy")},
    NamedTarget{Target::Sku, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "SKU")},
    NamedTarget{Target::Family, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Family")},
    NamedTarget{Target::Architecture, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Architecture")},
    NamedTarget{Target::Description, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Description")},
    NamedTarget{Target::Storage, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Storage")},
    NamedTarget{Target::Network, QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Network")},
    NamedTarget{Target::GpuInfo,
                QT_TRANSLATE_NOOP("wherewithal::app::MappingSection", "Description of devices")},
};

constexpr int kHalf = (static_cast<int>(kTargets.size()) + 1) / 2;

constexpr std::array kPrices = {Target::Price, Target::PriceHour, Target::PriceMonth, Target::SpotPrice};

struct NamedNotation
{
    providers::NumberNotation notation;
    const char* example;
};

constexpr std::array kNotations = {NamedNotation{{'.', ','}, "1,234.56"},
                                   NamedNotation{{',', '.'}, "1.234,56"},
                                   NamedNotation{{',', ' '}, "1 234,56"},
                                   NamedNotation{{'.', '\''}, "1'234.56"},
                                   NamedNotation{{'.', '\0'}, "1234.56"},
                                   NamedNotation{{',', '\0'}, "1234,56"}};

TypedLabel* labelOf(const QString& text)
{
    auto* label = new TypedLabel(Type::Body, text);
    label->setInk(Ink::Text2);
    return label;
}

} // namespace

MappingSection::MappingSection(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_title = new SectionTitle(tr("Columns"));
    m_title->row()->setContentsMargins(px(16), px(10), px(16), px(8));
    column->addWidget(m_title);
    m_fixed = new TypedLabel(Type::Body);
    m_fixed->setObjectName(QStringLiteral("importMapFixed"));
    m_fixed->setWordWrap(true);
    m_fixed->setContentsMargins(px(16), 0, px(16), px(12));
    column->addWidget(m_fixed);

    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(px(16), 0, px(16), px(12));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    for (const int stretched : {1, 4}) {
        grid->setColumnStretch(stretched, 3);
        grid->setColumnStretch(stretched + 1, 2);
    }
    int place = 0;
    for (const NamedTarget& each : kTargets) {
        addTarget(grid, place++, each.target);
    }
    addNotation(grid);
    scroll->setWidget(body);
    m_editor = scroll;
    column->addWidget(scroll, 1);
    column->addStretch(0);
}

QComboBox* MappingSection::addTarget(QGridLayout* grid, int place, Target target)
{
    const int row = place % kHalf;
    const int at = place < kHalf ? 0 : 3;
    const QString name = tr(kTargets[static_cast<std::size_t>(place)].name);
    TypedLabel* label = labelOf(name);
    auto* box = new QComboBox;
    const std::string_view key = providers::name(target);
    box->setObjectName(QStringLiteral("map-")
                       + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
    box->setAccessibleName(tr("Column of %1").arg(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    label->setBuddy(box);
    auto* sample = new TypedLabel(Type::Small);
    sample->setInk(Ink::Muted);
    sample->setMinimumWidth(px(90));
    sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    grid->addWidget(label, row, at);
    grid->addWidget(box, row, at + 1);
    grid->addWidget(sample, row, at + 2);
    m_columns.insert(static_cast<int>(target), box);
    m_samples.insert(static_cast<int>(target), sample);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling) {
            showSamples();
            emit changed();
        }
    });
    return box;
}

void MappingSection::addNotation(QGridLayout* grid)
{
    const auto choice = [&](int row, int at, const QString& text, const char* name) {
        auto* box = new QComboBox;
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(text);
        TypedLabel* label = labelOf(text);
        label->setBuddy(box);
        grid->addWidget(label, row, at);
        grid->addWidget(box, row, at + 1);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_isFilling) {
                emit changed();
            }
        });
        return box;
    };
    grid->addWidget(new Rule, kHalf, 0, 1, 6);
    m_notation = choice(kHalf + 1, 0, tr("Numbers are written"), "mapNotation");
    for (const NamedNotation& each : kNotations) {
        m_notation->addItem(QString::fromLatin1(each.example));
    }
    m_unit = choice(kHalf + 2, 0, tr("A price is per"), "mapUnit");
    m_unit->addItem(tr("hour"), QStringLiteral("hour"));
    m_unit->addItem(tr("month"), QStringLiteral("month"));
    m_unit->addItem(tr("year"), QStringLiteral("year"));
    m_memoryUnit = choice(kHalf + 1, 3, tr("Memory is in"), "mapMemoryUnit");
    for (const char* unit : {"gib", "gb", "mib", "mb"}) {
        QString shown = QString::fromLatin1(unit).toUpper();
        m_memoryUnit->addItem(shown.replace(QLatin1Char('I'), QLatin1Char('i')), QString::fromLatin1(unit));
    }
    m_purchase = choice(kHalf + 2, 3, tr("Bought"), "mapPurchase");
    const Format format;
    for (const model::Purchase purchase : {model::Purchase::OnDemand,
                                           model::Purchase::Spot,
                                           model::Purchase::Reserved,
                                           model::Purchase::SavingsPlan,
                                           model::Purchase::CommittedUse,
                                           model::Purchase::Platform}) {
        const std::string_view key = model::name(purchase);
        m_purchase->addItem(format.name(purchase),
                            QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
    }
    const auto edit = [&](int row, int at, const QString& text, const char* name) {
        auto* line = new QLineEdit;
        line->setObjectName(QString::fromLatin1(name));
        line->setAccessibleName(text);
        TypedLabel* label = labelOf(text);
        label->setBuddy(line);
        grid->addWidget(label, row, at);
        grid->addWidget(line, row, at + 1);
        return line;
    };
    m_region = edit(kHalf + 3, 0, tr("Region, if no column"), "mapRegion");
    connect(m_region, &QLineEdit::textEdited, this, &MappingSection::changed);
    grid->addWidget(new Rule, kHalf + 4, 0, 1, 6);
    m_reuse = choice(kHalf + 5, 0, tr("Use a saved mapping"), "mapReuse");
    m_name = edit(kHalf + 5, 3, tr("Save it as"), "mapName");
    QPushButton* save = makeButton(tr("Save mapping"), QStringLiteral("mapSave"), this);
    grid->addWidget(save, kHalf + 5, 5, Qt::AlignLeft);
    m_saveResult = new TypedLabel(Type::Note);
    m_saveResult->setObjectName(QStringLiteral("mapSaveResult"));
    grid->addWidget(m_saveResult, kHalf + 6, 4, 1, 2);
    grid->setRowStretch(kHalf + 7, 1);
    connect(save, &QPushButton::clicked, this, [this] { emit saveWanted(m_name->text().trimmed()); });
    connect(m_reuse, &QComboBox::activated, this, [this](int index) {
        const auto at = static_cast<std::size_t>(index) - 1;
        if (index > 0 && at < m_saved.size()) {
            m_base = m_saved[at].mapping;
            fill(m_base);
            emit changed();
        }
    });
}

void MappingSection::setSaved(std::vector<SavedMapping> saved)
{
    m_saved = std::move(saved);
    m_isFilling = true;
    m_reuse->clear();
    m_reuse->addItem(tr("choose one"));
    for (const SavedMapping& each : m_saved) {
        m_reuse->addItem(each.isShipped ? tr("%1, shipped").arg(fromEngine(each.name))
                                        : fromEngine(each.name));
    }
    m_isFilling = false;
}

void MappingSection::show(const SheetFinding& finding, const providers::CsvMapping& mapping)
{
    m_finding = finding;
    m_base = mapping;
    m_editor->setVisible(finding.isTable);
    m_fixed->setVisible(!finding.isTable);
    m_title->setNote(finding.isTable ? tr("which column of the file is what; the rest is not read")
                                     : QString());
    m_fixed->setText(tr("%1: what its columns mean is known, so there is nothing to map.")
                         .arg(fromEngine(finding.formatTitle)));
    if (finding.isTable) {
        fill(mapping);
    }
}

void MappingSection::fill(const providers::CsvMapping& mapping)
{
    m_isFilling = true;
    for (const NamedTarget& each : kTargets) {
        QComboBox* box = m_columns.value(static_cast<int>(each.target));
        box->clear();
        box->addItem(tr("not in the file"));
        for (const std::string& cell : m_finding.detection.header) {
            box->addItem(fromEngine(cell), fromEngine(cell));
        }
        const auto column = mapping.columns.find(each.target);
        const int at = column == mapping.columns.end() ? 0 : box->findData(fromEngine(column->second));
        box->setCurrentIndex(std::max(0, at));
    }
    const auto notation = std::ranges::find_if(
        kNotations, [&](const NamedNotation& each) { return each.notation == mapping.notation; });
    m_notation->setCurrentIndex(notation != kNotations.end()
                                    ? static_cast<int>(notation - kNotations.begin())
                                    : static_cast<int>(mapping.notation.decimal == ','));
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(fromEngine(mapping.unit))));
    m_memoryUnit->setCurrentIndex(std::max(0, m_memoryUnit->findData(fromEngine(mapping.memoryUnit))));
    m_purchase->setCurrentIndex(std::max(0, m_purchase->findData(fromEngine(mapping.purchase))));
    m_region->setText(fromEngine(mapping.region));
    if (m_name->text().isEmpty() && mapping.name != "proposed") {
        m_name->setText(fromEngine(mapping.name));
    }
    m_isFilling = false;
    showSamples();
}

void MappingSection::showSamples()
{
    for (const NamedTarget& each : kTargets) {
        const int at = m_columns.value(static_cast<int>(each.target))->currentIndex() - 1;
        QString text;
        for (const auto& row : m_finding.rows) {
            if (at >= 0 && static_cast<std::size_t>(at) < row.size()
                && !row[static_cast<std::size_t>(at)].empty()) {
                text = fromEngine(row[static_cast<std::size_t>(at)]);
                break;
            }
        }
        m_samples.value(static_cast<int>(each.target))->setText(text);
    }
}

providers::CsvMapping MappingSection::mapping() const
{
    providers::CsvMapping mapping = m_base;
    mapping.columns.clear();
    for (const NamedTarget& each : kTargets) {
        const QComboBox* box = m_columns.value(static_cast<int>(each.target));
        if (box->currentIndex() > 0) {
            mapping.columns[each.target] = box->currentData().toString().toStdString();
        }
    }
    mapping.notation = kNotations[static_cast<std::size_t>(std::max(0, m_notation->currentIndex()))].notation;
    mapping.unit = m_unit->currentData().toString().toStdString();
    mapping.memoryUnit = m_memoryUnit->currentData().toString().toStdString();
    mapping.purchase = m_purchase->currentData().toString().toStdString();
    mapping.region = m_region->text().trimmed().toStdString();
    if (!m_name->text().trimmed().isEmpty()) {
        mapping.name = m_name->text().trimmed().toStdString();
    }
    return mapping;
}

QString MappingSection::problem() const
{
    if (!m_finding.isTable) {
        return {};
    }
    const providers::CsvMapping now = mapping();
    if (!now.columns.contains(Target::Machine) && !now.columns.contains(Target::Sku)
        && !now.columns.contains(Target::GpuInfo) && !now.columns.contains(Target::Accelerator)) {
        return tr("Say which column names the machine.");
    }
    const bool hasPrice =
        std::ranges::any_of(kPrices, [&](Target target) { return now.columns.contains(target); });
    return hasPrice ? QString() : tr("Say which column holds the price.");
}

QString MappingSection::summary() const
{
    if (!m_finding.isTable) {
        return tr("columns are known");
    }
    return tr("%1 of %2 columns").arg(mapping().columns.size()).arg(m_finding.detection.header.size());
}

void MappingSection::showSaveResult(const QString& text)
{
    m_saveResult->setText(text);
}

} // namespace wherewithal::app
