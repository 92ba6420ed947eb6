// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/ReportPage.h"

#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Fields.h"
#include "app/gui/widgets/PagePreview.h"
#include "app/gui/widgets/Parts.h"
#include "app/report/PdfRenderer.h"
#include "app/report/Renderers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace wherewithal::app {

namespace {

struct Part
{
    const char* name;
    bool ReportParts::* member;
};

constexpr std::array<Part, 11> kParts{{
    {QT_TRANSLATE_NOOP("ReportPage", "Workload and assumptions"), &ReportParts::workload},
    {QT_TRANSLATE_NOOP("ReportPage", "Must-haves"), &ReportParts::requirements},
    {QT_TRANSLATE_NOOP("ReportPage", "Options and price sources"), &ReportParts::prices},
    {QT_TRANSLATE_NOOP("ReportPage", "Throughput and limits"), &ReportParts::throughput},
    {QT_TRANSLATE_NOOP("ReportPage", "Cost over the years"), &ReportParts::cost},
    {QT_TRANSLATE_NOOP("ReportPage", "Ledger of each option"), &ReportParts::ledgers},
    {QT_TRANSLATE_NOOP("ReportPage", "Scores"), &ReportParts::scores},
    {QT_TRANSLATE_NOOP("ReportPage", "How stable the rank is"), &ReportParts::stability},
    {QT_TRANSLATE_NOOP("ReportPage", "Questions to the vendors"), &ReportParts::questions},
    {QT_TRANSLATE_NOOP("ReportPage", "Worked figures"), &ReportParts::workedFigures},
    {QT_TRANSLATE_NOOP("ReportPage", "Evidence"), &ReportParts::evidence},
}};

enum Extent
{
    Whole,
    Short,
    Own,
};

constexpr std::chrono::milliseconds kMoment{200};

/// A plan's name as a file name: no separators, nothing hidden.
QString fileStem(const QString& name)
{
    QString stem = name.trimmed();
    for (QChar& character : stem) {
        if (character == QLatin1Char('/') || character == QLatin1Char('\\') || character.unicode() < 0x20) {
            character = QLatin1Char('-');
        }
    }
    while (stem.startsWith(QLatin1Char('.'))) {
        stem.remove(0, 1);
    }
    return stem.isEmpty() ? ReportPage::tr("report") : stem;
}

QString askInDialog(QWidget* parent, const QString& suggested)
{
    struct Kind
    {
        const char* suffix;
        QString filter;
    };
    const std::array<Kind, 6> kinds{{{"pdf", ReportPage::tr("PDF (*.pdf)")},
                                     {"html", ReportPage::tr("Web page (*.html)")},
                                     {"md", ReportPage::tr("Markdown (*.md)")},
                                     {"xlsx", ReportPage::tr("Workbook (*.xlsx)")},
                                     {"csv", ReportPage::tr("Options as CSV (*.csv)")},
                                     {"json", ReportPage::tr("Options as JSON (*.json)")}}};
    QStringList filters;
    QString chosen;
    const QString wanted = QFileInfo(suggested).suffix();
    for (const Kind& kind : kinds) {
        filters.push_back(kind.filter);
        if (wanted == QLatin1String(kind.suffix)) {
            chosen = kind.filter;
        }
    }
    QString path = QFileDialog::getSaveFileName(
        parent, ReportPage::tr("Save report"), suggested, filters.join(QStringLiteral(";;")), &chosen);
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty()) {
        path +=
            QLatin1Char('.') + QLatin1String(kinds[static_cast<std::size_t>(filters.indexOf(chosen))].suffix);
    }
    return path;
}

} // namespace

ReportPage::ReportPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Report, workspace, parent)
    , m_askPath(askInDialog)
{
    setEmptyText(tr("Nothing to report yet"),
                 tr("A report needs a plan with a workload."),
                 tr("Describe the workload"),
                 [this] { this->workspace().openPage(PageId::Workload); });
    auto* other = makeButton(tr("Save as..."), QStringLiteral("saveReportAs"), this);
    other->setToolTip(tr("Web page, Markdown, workbook, CSV or JSON"));
    auto* save = makeFilledButton(tr("Save PDF"), QStringLiteral("savePdf"), this);
    headerRow()->addWidget(other);
    headerRow()->addWidget(save);
    connect(save, &QPushButton::clicked, this, [this] { ask(QStringLiteral("pdf")); });
    connect(other, &QPushButton::clicked, this, [this] { ask(QStringLiteral("html")); });
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildChoices());
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(buildPreview(), 1);
    setContent(content);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kMoment);
    connect(&m_slow, &QTimer::timeout, m_work, &QWidget::show);
}

ReportPage::~ReportPage() = default;

bool ReportPage::hasContent() const
{
    return !workspace().plan().workloads.empty();
}

int ReportPage::pageCount() const
{
    return m_built.pages ? m_built.pages->pageCount() : 0;
}

QWidget* ReportPage::buildChoices()
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(px(270));
    auto* holder = new QWidget;
    holder->setBackgroundRole(QPalette::Base);
    holder->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(px(16), px(10), px(12), px(10));
    column->setSpacing(px(8));
    addParts(*column);
    column->addSpacing(px(8));
    addForm(*column);
    column->addStretch(1);
    scroll->setWidget(holder);
    return scroll;
}

void ReportPage::addParts(QLayout& column)
{
    column.addWidget(new SectionTitle(tr("Parts")));
    m_extent = new QComboBox;
    m_extent->setObjectName(QStringLiteral("reportExtent"));
    m_extent->setAccessibleName(tr("Extent of the report"));
    m_extent->addItems({tr("The whole record"), tr("For the decision only"), tr("Own choice")});
    column.addWidget(m_extent);
    for (const Part& part : kParts) {
        auto* box = new QCheckBox(tr(part.name));
        box->setObjectName(QStringLiteral("reportPart-%1").arg(m_parts.size()));
        box->setChecked(true);
        column.addWidget(box);
        m_parts.append(box);
        connect(box, &QCheckBox::clicked, this, [this] {
            showExtent();
            rebuild();
        });
    }
    connect(m_extent, &QComboBox::activated, this, &ReportPage::chooseExtent);
}

void ReportPage::addForm(QLayout& column)
{
    const auto label = [&column](const QString& text, QWidget* field) {
        auto* made = new TypedLabel(Type::Note, text);
        made->setInk(Ink::Text2);
        made->setBuddy(field);
        column.addWidget(made);
        column.addWidget(field);
    };
    column.addWidget(new SectionTitle(tr("Form")));
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_language->addItem(tr("English"), QStringLiteral("en"));
    m_language->addItem(tr("German"), QStringLiteral("de"));
    if (QLocale().language() == QLocale::German) {
        m_language->setCurrentIndex(1);
    }
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("reportPaper"));
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->addItems({QStringLiteral("A4"), tr("Letter")});
    m_status = new QLineEdit;
    m_status->setObjectName(QStringLiteral("reportStatus"));
    m_status->setAccessibleName(tr("Status of the decision"));
    m_status->setPlaceholderText(tr("proposed"));
    m_audience = new QLineEdit;
    m_audience->setObjectName(QStringLiteral("reportAudience"));
    m_audience->setAccessibleName(tr("Who the report is for"));
    m_audience->setPlaceholderText(tr("budget committee, security"));
    label(tr("Language"), m_language);
    label(tr("Paper"), m_paper);
    label(tr("Status"), m_status);
    label(tr("For"), m_audience);
    connect(m_language, &QComboBox::activated, this, &ReportPage::rebuild);
    connect(m_paper, &QComboBox::activated, this, &ReportPage::rebuild);
    connect(m_status, &QLineEdit::editingFinished, this, &ReportPage::rebuild);
    connect(m_audience, &QLineEdit::editingFinished, this, &ReportPage::rebuild);
}

QWidget* ReportPage::buildPreview()
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_preview = new PagePreview;
    connect(m_preview, &PagePreview::turned, this, &ReportPage::turnPage);
    column->addWidget(buildProgress());
    column->addWidget(m_preview, 1);
    return holder;
}

QWidget* ReportPage::buildProgress()
{
    m_work = new QWidget;
    m_work->setObjectName(QStringLiteral("reportWork"));
    auto* row = new QHBoxLayout(m_work);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->setSpacing(px(12));
    m_workText = new TypedLabel(Type::Note);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setAccessibleName(tr("Work on the report"));
    auto* cancelButton = makeButton(tr("Cancel"), QStringLiteral("cancelReport"), m_work);
    connect(cancelButton, &QPushButton::clicked, this, &ReportPage::cancel);
    row->addWidget(m_workText);
    row->addWidget(bar, 1);
    row->addWidget(cancelButton);
    m_work->hide();
    return m_work;
}

void ReportPage::chooseExtent(int index)
{
    if (index == Own) {
        return;
    }
    const ReportParts wanted = index == Whole ? ReportParts{} : decisionParts();
    for (std::size_t part = 0; part < kParts.size(); ++part) {
        m_parts[static_cast<qsizetype>(part)]->setChecked(wanted.*(kParts[part].member));
    }
    rebuild();
}

void ReportPage::showExtent()
{
    const ReportParts parts = settings().parts;
    m_extent->setCurrentIndex(parts == ReportParts{} ? Whole : parts == decisionParts() ? Short : Own);
}

ReportSettings ReportPage::settings() const
{
    ReportSettings result;
    result.language = m_language->currentData().toString();
    result.paper = m_paper->currentIndex() == 1 ? Paper::Letter : Paper::A4;
    result.status = m_status->text().trimmed();
    result.audience = m_audience->text().trimmed();
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

void ReportPage::showStale(bool isStale)
{
    m_preview->setStale(isStale || m_builder.isRunning());
}

void ReportPage::rebuild()
{
    const RunResultPtr result = workspace().runner().result();
    if (!result || (!isVisible() && m_pendingPath.isEmpty())) {
        return;
    }
    m_preview->setStale(true);
    showWork(tr("Building the report"));
    m_builder.start(
        [result, settings = settings(), explain = workspace().runner().explainFunction()](
            const std::stop_token& stop) {
            Built built{.result = result, .document = nullptr, .pages = nullptr};
            built.document =
                std::make_shared<const ReportDocument>(buildReport({.plan = *result->plan,
                                                                    .comparison = *result->comparison,
                                                                    .slice = *result->slice,
                                                                    .explain = explain},
                                                                   settings));
            if (!stop.stop_requested()) {
                built.pages = std::make_shared<PagedReport>(*built.document);
            }
            return built;
        },
        [this](const Built& built) { take(built); });
}

void ReportPage::take(const Built& built)
{
    hideWork();
    if (!built.pages) {
        return;
    }
    m_built = built;
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    m_preview->setReport(m_built.pages, m_page);
    m_preview->setStale(workspace().runner().isStale());
    showVerdict();
    emit reportBuilt(pageCount());
    if (const QString path = std::exchange(m_pendingPath, {}); !path.isEmpty()) {
        write(path);
    }
}

void ReportPage::showVerdict()
{
    setVerdict({tr("The decision record has %n pages.", nullptr, pageCount()),
                tr("Same plan, same catalogue, same seed: same text.")});
}

void ReportPage::ask(const QString& suffix)
{
    const QString suggested = fileStem(fromEngine(workspace().plan().name)) + QLatin1Char('.') + suffix;
    if (const QString path = m_askPath(this, suggested); !path.isEmpty()) {
        saveTo(path);
    }
}

void ReportPage::saveTo(const QString& path)
{
    const RunResultPtr now = workspace().runner().result();
    if (m_builder.isRunning()) {
        m_pendingPath = path;
    } else if (m_built.result == now && m_built.document) {
        write(path);
    } else if (now) {
        m_pendingPath = path;
        rebuild();
    }
}

void ReportPage::write(const QString& path)
{
    showWork(tr("Writing %1").arg(QFileInfo(path).fileName()));
    m_writer.start(
        [built = m_built, path = path.toStdString()](const std::stop_token&) {
            return writeReport(*built.document, *built.result->comparison, path);
        },
        [this, path](const model::Result<void>& written) {
            hideWork();
            if (written) {
                setVerdict({tr("Saved to %1.").arg(path), tr("%n pages.", nullptr, pageCount())});
                emit saved(path);
                return;
            }
            setVerdict({tr("The report was not saved: %1.").arg(fromEngine(written.error().message)),
                        fromEngine(written.error().hint)});
            emit saveFailed(path);
        });
}

void ReportPage::cancel()
{
    m_pendingPath.clear();
    m_builder.cancel();
    hideWork();
    setVerdict({tr("Stopped. The pages below are those of the report before."),
                tr("Change a choice to build it again.")});
}

void ReportPage::showWork(const QString& text)
{
    m_workText->setText(text);
    if (m_work->isHidden()) {
        m_slow.start();
    }
}

void ReportPage::hideWork()
{
    m_slow.stop();
    m_work->hide();
}

void ReportPage::turnPage(int step)
{
    if (m_built.pages) {
        m_page = std::clamp(m_page + step, 0, std::max(0, pageCount() - 1));
        m_preview->setReport(m_built.pages, m_page);
    }
}

} // namespace wherewithal::app
