// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/StartPage.h"

#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/window/StartExample.h"
#include "app/gui/window/Templates.h"

#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kRecentShown = 4;
constexpr int kLeastWidth = 1000; ///< for two halves side by side, design pixels

/// A key as it is drawn beside a command.
void drawKey(QPainter* painter, const QRectF& rect, const QString& text)
{
    const Tokens& t = tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.window);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), pxf(3), pxf(3));
    drawNumber(painter, rect, text, typeFont(Type::Small), t.text2, Qt::AlignHCenter);
}

double keyWidth(const QString& text)
{
    return QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(text) + pxf(10);
}

/// "Ctrl+K" in a box, for a sentence about it.
class KeyCap : public QWidget
{
public:
    KeyCap(QString text, QWidget* parent)
        : QWidget(parent)
        , m_text(std::move(text))
    {
        setAccessibleName(m_text);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {static_cast<int>(std::ceil(keyWidth(m_text))), px(17)};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        drawKey(&painter, rect(), m_text);
    }

private:
    QString m_text;
};

/// The dashed frame that says: files may be dropped here. The whole window takes them.
class DropArea : public QWidget
{
public:
    explicit DropArea(QWidget* parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("dropArea"));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Tokens& t = tokens();
        QPainter painter(this);
        painter.fillRect(rect(), t.window);
        QPen pen(t.inputline, 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
};

QString shortPath(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

} // namespace

StartRow::StartRow(Texts texts, QWidget* parent)
    : QAbstractButton(parent)
    , m_texts(std::move(texts))
{
    setText(m_texts.name);
    setAccessibleName(m_texts.name);
    setAccessibleDescription(m_texts.second.isEmpty() ? m_texts.middle : m_texts.second);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StartRow::setMiddle(const QString& text)
{
    m_texts.middle = text;
    setAccessibleDescription(m_texts.second.isEmpty() ? text : tr("%1: %2").arg(m_texts.second, text));
    update();
}

QSize StartRow::sizeHint() const
{
    return {px(360), m_texts.second.isEmpty() ? px(32) : px(50)};
}

void StartRow::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    const QRectF all = rect();
    painter.fillRect(all, hasFocus() ? t.sel : underMouse() ? t.hover : t.base);
    painter.fillRect(QRectF(all.left(), all.bottom() - 1, all.width(), 1), t.line);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, pxf(2)));
        painter.drawRect(all.adjusted(pxf(1), pxf(1), -pxf(1), -pxf(1)));
    }
    const double pad = pxf(12);
    const double rightWidth = m_texts.isKey
                                  ? keyWidth(m_texts.right)
                                  : QFontMetricsF(typeFont(Type::Body)).horizontalAdvance(m_texts.right);
    const double middleAt = all.width() * (m_texts.second.isEmpty() ? 0.333 : 0.5);
    const QRectF right(all.right() - pad - rightWidth, all.top(), rightWidth, all.height());
    const QRectF middle(middleAt, all.top(), right.left() - middleAt - pxf(8), all.height());
    const double nameWidth = middleAt - pad - pxf(8);
    if (m_texts.second.isEmpty()) {
        drawName(&painter,
                 QRectF(pad, 0, nameWidth, all.height()),
                 m_texts.name,
                 typeFont(Type::Strong),
                 isEnabled() ? t.text : t.muted);
    } else {
        const double half = all.height() / 2;
        drawName(&painter,
                 QRectF(pad, half - pxf(18), nameWidth, pxf(18)),
                 m_texts.name,
                 typeFont(Type::Section),
                 t.text);
        drawName(
            &painter, QRectF(pad, half, nameWidth, pxf(17)), m_texts.second, typeFont(Type::Note), t.text2);
    }
    drawName(&painter, middle, m_texts.middle, typeFont(Type::Note), t.muted);
    if (m_texts.isKey) {
        drawKey(&painter,
                QRectF(right.left(), right.center().y() - pxf(8.5), right.width(), pxf(17)),
                m_texts.right);
    } else {
        drawNumber(&painter, right, m_texts.right, typeFont(Type::Body), t.text2, Qt::AlignRight);
    }
}

void StartRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

StartPage::StartPage(Workspace& workspace, PlanFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_files(files)
{
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start page"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(px(40), px(28), px(36), px(24));
    column->setSpacing(px(6));
    auto* title = new TypedLabel(Type::Headline, tr("Where should it run, and with what?"));
    auto* text = new TypedLabel(Type::Body,
                                tr("Describe one workload. Every option answers with throughput, first "
                                   "limit, cost over the years and scores."));
    text->setInk(Ink::Text2);
    text->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(px(10));
    m_halves = new QHBoxLayout;
    m_halves->setSpacing(px(40));
    m_example = new StartExample(workspace);
    m_divider = new Rule(Qt::Vertical);
    m_halves->addWidget(buildLeft(), 1);
    m_halves->addWidget(m_divider);
    m_halves->addWidget(m_example, 1);
    column->addLayout(m_halves, 1);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(m_example, &StartExample::openRequested, this, &StartPage::openExample);
    // The templates are read after the window stands there: they only fill the middle column.
    QTimer::singleShot(0, this, &StartPage::fillTemplates);
}

QWidget* StartPage::buildLeft()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(new TypedLabel(Type::Section, tr("Start a plan from a template")));
    buildTemplates(column);
    column->addSpacing(px(20));
    buildDropArea(column);
    column->addSpacing(px(12));
    column->addWidget(new TypedLabel(Type::Section, tr("Recent plans")));
    m_recent = new QWidget(left);
    auto* recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(0);
    column->addWidget(m_recent);
    column->addSpacing(px(12));
    buildGoodToKnow(column);
    column->addStretch(1);
    return left;
}

void StartPage::buildTemplates(QVBoxLayout* layout)
{
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    int number = 0;
    for (const PlanTemplate& each : planTemplates()) {
        auto* row = new StartRow(
            {.name = each.title, .second = each.text, .right = tr("Alt+%1").arg(number + 1), .isKey = true},
            this);
        row->setObjectName(QStringLiteral("template-") + each.name);
        connect(row, &StartRow::clicked, this, [this, number] { chooseTemplate(number); });
        rows->addWidget(row);
        m_templates.append(row);
        ++number;
    }
    layout->addLayout(rows);
}

void StartPage::fillTemplates()
{
    const Format format;
    const QList<PlanTemplate> templates = planTemplates();
    for (qsizetype index = 0; index < templates.size(); ++index) {
        if (const auto plan = templatePlan(templates[index].name, QDate::currentDate())) {
            m_templates[index]->setMiddle(workloadSummary(*plan, format));
        }
    }
}

void StartPage::buildDropArea(QVBoxLayout* layout)
{
    auto* area = new DropArea(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(px(16), px(20), px(16), px(20));
    column->setSpacing(px(8));
    auto* title = new TypedLabel(Type::Section, tr("Drop a file here"));
    auto* text = new TypedLabel(
        Type::Note, tr("plan, model configuration, price sheet, request trace, load test or log sample"));
    text->setInk(Ink::Text2);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(text);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    QPushButton* open = makeButton(tr("Open file"), QStringLiteral("startOpenFile"), area);
    open->setToolTip(tr("Open a file of any of these kinds (Ctrl+O)"));
    QPushButton* import = makeButton(tr("Import price sheet"), QStringLiteral("startImport"), area);
    import->setToolTip(tr("Read a provider's file of prices into the catalogue (Ctrl+I)"));
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(import);
    buttons->addStretch(1);
    column->addLayout(buttons);
    layout->addWidget(area);
    connect(open, &QPushButton::clicked, this, &StartPage::openFileRequested);
    connect(import, &QPushButton::clicked, this, &StartPage::importRequested);
}

void StartPage::buildGoodToKnow(QVBoxLayout* layout)
{
    layout->addWidget(new TypedLabel(Type::Section, tr("Good to know")));
    const auto line = [&](const QString& key, const QString& text) {
        auto* row = new QHBoxLayout;
        row->setSpacing(px(8));
        if (!key.isEmpty()) {
            row->addWidget(new KeyCap(key, this));
        }
        auto* label = new TypedLabel(Type::Note, text);
        label->setInk(Ink::Text2);
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        layout->addLayout(row);
    };
    line(tr("Ctrl+K"), tr("finds any field, option or command."));
    line(tr("F4"), tr("explains the selected number down to its source."));
    line({}, tr("Any field takes a range: <b>5 to 10</b>, <b>100 +- 10 %</b>."));
}

void StartPage::fillRecent()
{
    auto* column = static_cast<QVBoxLayout*>(m_recent->layout());
    while (QLayoutItem* item = column->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->setObjectName({});
            item->widget()->deleteLater(); // a row of it may have called us
        }
        delete item;
    }
    const QList<RecentPlan> plans = m_files.recent();
    if (plans.isEmpty()) {
        auto* none = new TypedLabel(Type::Note, tr("No plan was opened yet. The examples are under File."));
        none->setInk(Ink::Muted);
        none->setContentsMargins(px(12), px(4), 0, px(4));
        column->addWidget(none);
    }
    for (qsizetype index = 0; index < std::min<qsizetype>(plans.size(), kRecentShown); ++index) {
        const RecentPlan& plan = plans[index];
        const bool isToday = plan.changed.date() == QDate::currentDate();
        QString where = plan.draft ? (plan.path.isEmpty() ? tr("draft, not saved under a name")
                                                          : tr("draft of %1").arg(shortPath(plan.path)))
                                   : shortPath(plan.path);
        auto* row = new StartRow(
            {.name = plan.name,
             .middle = plan.isThere ? where : tr("%1 is not there").arg(where),
             .right = !plan.isThere ? QString()
                      : isToday     ? tr("today %1").arg(plan.changed.toString(QStringLiteral("HH:mm")))
                                    : plan.changed.toString(QStringLiteral("yyyy-MM-dd"))},
            m_recent);
        row->setObjectName(QStringLiteral("recent-%1").arg(index));
        row->setEnabled(plan.isThere);
        connect(row, &StartRow::clicked, this, [this, plan] { m_files.openRecent(plan); });
        column->addWidget(row);
    }
}

void StartPage::chooseTemplate(int number)
{
    const QList<PlanTemplate> templates = planTemplates();
    if (number < 0 || number >= templates.size()) {
        return;
    }
    auto plan = templatePlan(templates[number].name, QDate::currentDate());
    if (!plan) {
        return; // held by a test: every template of the program can be read
    }
    plan->paths = m_workspace.settings().get(Setting::StandardPaths).toInt();
    m_files.startFrom(std::move(*plan));
    m_workspace.openPage(PageId::Workload);
}

void StartPage::openExample()
{
    if (const RunResultPtr result = m_workspace.exampleRunner().result()) {
        m_files.startFrom(*result->plan);
    } else if (auto plan = examplePlan(exampleNames().first())) {
        m_files.startFrom(std::move(*plan));
    }
    m_workspace.openPage(PageId::Compare);
}

void StartPage::focusContent()
{
    m_templates.first()->setFocus(Qt::TabFocusReason);
}

void StartPage::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().base);
}

/// Side by side where both halves have room for their tables, else one below the other.
void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= px(kLeastWidth);
    m_halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_divider->setVisible(isWide);
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillRecent();
}

} // namespace wherewithal::app
