// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ReportPage.h"

#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Fields.h"
#include "app/gui/widgets/PagePreview.h"
#include "app/gui/widgets/Parts.h"
#include "app/report/PdfRenderer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

struct Part
{
    const char* name;
    bool ReportParts::* member;
};

constexpr std::array<Part, 11> kParts{{
    {QT_TRANSLATE_NOOP("ReportPage", "Workload and demand"), &ReportParts::workload},
    {QT_TRANSLATE_NOOP("ReportPage", "Requirements"), &ReportParts::requirements},
    {QT_TRANSLATE_NOOP("ReportPage", "Prices"), &ReportParts::prices},
    {QT_TRANSLATE_NOOP("ReportPage", "Throughput and limits"), &ReportParts::throughput},
    {QT_TRANSLATE_NOOP("ReportPage", "Cost"), &ReportParts::cost},
    {QT_TRANSLATE_NOOP("ReportPage", "Ledgers of the options"), &ReportParts::ledgers},
    {QT_TRANSLATE_NOOP("ReportPage", "Scores"), &ReportParts::scores},
    {QT_TRANSLATE_NOOP("ReportPage", "Stability of the rank"), &ReportParts::stability},
    {QT_TRANSLATE_NOOP("ReportPage", "Questions to the vendors"), &ReportParts::questions},
    {QT_TRANSLATE_NOOP("ReportPage", "Worked figures"), &ReportParts::workedFigures},
    {QT_TRANSLATE_NOOP("ReportPage", "Evidence"), &ReportParts::evidence},
}};

} // namespace

ReportPage::ReportPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Report, workspace, parent)
{
    setEmptyText(tr("Nothing to report yet"),
                 tr("A report needs a plan with a workload."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* save = makeFilledButton(tr("Save PDF"), QStringLiteral("savePdf"), this);
    headerRow()->addWidget(save);
    connect(save, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getSaveFileName(this,
                                         tr("Save report"),
                                         fromEngine(this->workspace().plan().name) + QStringLiteral(".pdf"),
                                         tr("PDF (*.pdf)"));
        if (!path.isEmpty() && !exportTo(path)) {
            setVerdict({tr("The report was not saved."),
                        tr("%1 cannot be written; choose another folder.").arg(path)});
        }
    });
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildChoices());
    row->addWidget(new Rule(Qt::Vertical));
    m_preview = new PagePreview;
    connect(m_preview, &PagePreview::turned, this, &ReportPage::turnPage);
    row->addWidget(m_preview, 1);
    setContent(content);
}

ReportPage::~ReportPage() = default;

bool ReportPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

QWidget* ReportPage::buildChoices()
{
    auto* holder = new QWidget;
    holder->setFixedWidth(px(250));
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(px(16), px(10), px(12), px(10));
    column->setSpacing(px(8));
    column->addWidget(new SectionTitle(tr("Parts")));
    for (const Part& part : kParts) {
        auto* box = new QCheckBox(tr(part.name));
        box->setChecked(true);
        column->addWidget(box);
        m_parts.append(box);
        connect(box, &QCheckBox::toggled, this, &ReportPage::rebuild);
    }
    column->addSpacing(px(8));
    column->addWidget(new SectionTitle(tr("Form")));
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_language->addItem(tr("English"), QStringLiteral("en"));
    m_language->addItem(tr("German"), QStringLiteral("de"));
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("reportPaper"));
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->addItems({QStringLiteral("A4"), tr("Letter")});
    column->addWidget(m_language);
    column->addWidget(m_paper);
    column->addStretch(1);
    connect(m_language, &QComboBox::activated, this, &ReportPage::rebuild);
    connect(m_paper, &QComboBox::activated, this, &ReportPage::rebuild);
    return holder;
}

ReportSettings ReportPage::settings() const
{
    ReportSettings result;
    result.language = m_language->currentData().toString();
    result.paper = m_paper->currentIndex() == 1 ? Paper::Letter : Paper::A4;
    for (std::size_t index = 0; index < kParts.size(); ++index) {
        result.parts.*(kParts[index].member) = m_parts[static_cast<qsizetype>(index)]->isChecked();
    }
    return result;
}

void ReportPage::showResult(const RunResultPtr& result)
{
    Q_UNUSED(result)
    rebuild();
}

void ReportPage::rebuild()
{
    const RunResultPtr result = workspace().runner().result();
    if (!result || !isVisible()) {
        return;
    }
    const auto explain = workspace().runner().explainFunction();
    const ReportInput input{.plan = *result->plan,
                            .comparison = *result->comparison,
                            .slice = *result->slice,
                            .explain = explain};
    m_report = std::make_shared<PagedReport>(buildReport(input, settings()));
    m_page = std::clamp(m_page, 0, std::max(0, m_report->pageCount() - 1));
    m_preview->setReport(m_report, m_page);
    setVerdict({tr("The decision record has %n pages.", nullptr, m_report->pageCount()),
                tr("Same plan, same catalogue, same seed: same text.")});
}

void ReportPage::turnPage(int step)
{
    if (m_report) {
        m_page = std::clamp(m_page + step, 0, m_report->pageCount() - 1);
        m_preview->setReport(m_report, m_page);
    }
}

bool ReportPage::exportTo(const QString& path)
{
    rebuild();
    if (!m_report) {
        return false;
    }
    const auto pdf = m_report->toPdf();
    QSaveFile file(path);
    return pdf && file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size() && file.commit();
}

} // namespace wherewithal::app
