// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialogs/ImportParts.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace wherewithal::app {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ImportParts", text);
}

} // namespace

QString importStepName(ImportStep step)
{
    switch (step) {
    case ImportStep::Files:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Files"));
    case ImportStep::Detect:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Detect"));
    case ImportStep::Preview:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Preview"));
    case ImportStep::Map:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Map"));
    case ImportStep::Check:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Check"));
    case ImportStep::Commit:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Commit"));
    }
    return {};
}

StepButton::StepButton(int number, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setText(name);
    setCheckable(true);
    setAutoExclusive(true);
    setEnabled(false);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void StepButton::setState(State state)
{
    m_state = state;
    describe();
    update();
}

void StepButton::setNote(const QString& note)
{
    m_note = note;
    setToolTip(note);
    describe();
    update();
}

void StepButton::describe()
{
    const QString state = m_state == State::Done      ? tr("done")
                          : m_state == State::Running ? tr("running")
                          : m_state == State::Failed  ? tr("failed")
                                                      : tr("to do");
    setAccessibleName(tr("Step %1, %2: %3").arg(m_number).arg(text(), state));
    setAccessibleDescription(m_note);
}

QSize StepButton::sizeHint() const
{
    return {px(168), px(46)};
}

void StepButton::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), isChecked() ? t.sel : underMouse() && isEnabled() ? t.hover : t.window);
    if (isChecked()) {
        painter.fillRect(QRectF(0, 0, pxf(3), height()), t.accent);
    }
    const QRectF mark(pxf(16), pxf(7), pxf(14), pxf(16));
    const bool isPlain = m_state == State::Waiting || m_state == State::Running;
    if (isPlain) {
        drawNumber(&painter,
                   mark,
                   QString::number(m_number),
                   typeFont(Type::Strong),
                   isEnabled() ? t.text : t.muted,
                   Qt::AlignHCenter);
    } else {
        drawSymbol(&painter, mark, m_state == State::Done ? Symbol::Check : Symbol::Cross);
    }
    const double left = pxf(38);
    drawName(&painter,
             QRectF(left, pxf(5), width() - left - pxf(8), pxf(20)),
             text(),
             typeFont(isChecked() ? Type::Strong : Type::Body),
             isEnabled() ? t.text : t.muted);
    drawName(&painter,
             QRectF(left, pxf(24), width() - left - pxf(8), pxf(16)),
             m_note,
             typeFont(Type::Small),
             m_state == State::Failed ? t.bad : t.muted);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

StepRail::StepRail(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("importSteps"));
    setAccessibleName(tr("Steps of the import"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(12), 1, 0);
    column->setSpacing(0);
    for (int number = 0; number < kImportSteps; ++number) {
        const auto step = static_cast<ImportStep>(number);
        auto* button = new StepButton(number + 1, importStepName(step), this);
        button->setObjectName(QStringLiteral("importStep-%1").arg(number));
        connect(button, &StepButton::clicked, this, [this, step] { emit chosen(step); });
        column->addWidget(button);
        m_steps[static_cast<std::size_t>(number)] = button;
    }
    column->addStretch(1);
    setFixedWidth(px(168));
}

void StepRail::setCurrent(ImportStep current)
{
    step(current)->setEnabled(true);
    step(current)->setChecked(true);
}

void StepRail::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().line);
}

ErrorStrip::ErrorStrip(QWidget* parent)
    : QWidget(parent)
    , m_title(new TypedLabel(Type::Section, {}, this))
    , m_text(new TypedLabel(Type::Body, {}, this))
    , m_fix(makeButton({}, QStringLiteral("importFix"), this))
{
    setObjectName(QStringLiteral("importError"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(40), px(10), px(16), px(10));
    row->setSpacing(px(16));
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    row->addLayout(column, 1);
    row->addWidget(m_fix, 0, Qt::AlignVCenter);
    m_fix->setAutoDefault(false);
    m_fix->hide();
    connect(m_fix, &QPushButton::clicked, this, [this] { emit fixWanted(m_fixing); });
    for (QLabel* label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    hide();
}

void ErrorStrip::showError(const model::Error& error)
{
    const QString where = fromEngine(error.where);
    const QString message = fromEngine(error.message);
    QString hint = fromEngine(error.hint);
    if (!hint.isEmpty()) {
        hint[0] = hint[0].toUpper();
        hint += hint.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    }
    showText(where.isEmpty() ? message : tr("%1: %2").arg(where, message), hint);
}

void ErrorStrip::showText(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_fix->hide();
    show();
}

void ErrorStrip::offer(ImportFix fix)
{
    m_fixing = fix;
    m_fix->setText(name(fix));
    m_fix->setAccessibleName(m_fix->text());
    m_fix->setVisible(fix != ImportFix::None);
}

void ErrorStrip::clear()
{
    m_title->clear();
    m_text->clear();
    hide();
}

QString ErrorStrip::text() const
{
    return m_title->text() + QLatin1Char(' ') + m_text->text();
}

void ErrorStrip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().badbg);
    drawSymbol(&painter, QRectF(pxf(16), pxf(10), pxf(14), pxf(18)), Symbol::Cross);
}

ThinProgress::ThinProgress(QWidget* parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedHeight(px(7));
}

void ThinProgress::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    const QRectF track = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(t.line2, 1));
    painter.drawRect(track);
    if (maximum() <= minimum()) {
        drawHatch(&painter, track, t.accent);
        return;
    }
    const double share = static_cast<double>(value() - minimum()) / (maximum() - minimum());
    painter.fillRect(QRectF(0, 0, share * width(), height()), t.accent);
}

QString fixText(const providers::RowIssue& issue)
{
    QString hint = fromEngine(issue.hint);
    if (!hint.isEmpty()) {
        hint[0] = hint[0].toUpper();
    }
    if (issue.severity == providers::Severity::Error) {
        const QString out = translated(QT_TRANSLATE_NOOP("ImportParts", "Left out."));
        return hint.isEmpty() ? out : out + QLatin1Char(' ') + hint;
    }
    return hint.isEmpty() ? translated(QT_TRANSLATE_NOOP("ImportParts", "Kept as it is.")) : hint;
}

ImportFix fixFor(const providers::RowIssue& issue, bool isTable)
{
    if (fromEngine(issue.column).contains(QLatin1String("currency"), Qt::CaseInsensitive)
        && issue.code == model::ErrorCode::MissingField) {
        return ImportFix::Currency;
    }
    if (!isTable || issue.severity == providers::Severity::Notice) {
        return ImportFix::None;
    }
    if (issue.column.empty() && issue.code == model::ErrorCode::InvalidSyntax) {
        return issue.line == 0 ? ImportFix::Encoding : ImportFix::Separator;
    }
    const bool isAnomaly = issue.column.starts_with("anomaly:");
    return issue.severity == providers::Severity::Error && !issue.column.empty() && !isAnomaly
               ? ImportFix::Mapping
               : ImportFix::None;
}

QString name(ImportFix fix)
{
    switch (fix) {
    case ImportFix::None:
        break;
    case ImportFix::Currency:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Set the currency"));
    case ImportFix::Mapping:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Open the mapping"));
    case ImportFix::Encoding:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Set the encoding"));
    case ImportFix::Separator:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Set the separator"));
    case ImportFix::Day:
        return translated(QT_TRANSLATE_NOOP("ImportParts", "Set the sheet's day"));
    }
    return {};
}

QString progressText(const Format& format, const ImportProgress& progress)
{
    QStringList parts;
    if (progress.bytesTotal && *progress.bytesTotal > 0) {
        const double share = std::min(
            1.0, static_cast<double>(progress.bytesRead) / static_cast<double>(*progress.bytesTotal));
        parts.append(format.percent(share));
        if (share > 0.02 && progress.seconds > 0.3) {
            const double left = std::max(1.0, std::round(progress.seconds * (1.0 - share) / share));
            parts.append(
                left < 100.0
                    ? translated(QT_TRANSLATE_NOOP("ImportParts", "about %1 s left")).arg(format.number(left))
                    : translated(QT_TRANSLATE_NOOP("ImportParts", "about %1 min left"))
                          .arg(format.number(left / 60.0)));
        }
    } else {
        parts.append(format.traffic(static_cast<double>(progress.bytesRead)));
    }
    if (progress.seconds > 0.05) {
        parts.append(format.traffic(static_cast<double>(progress.bytesRead) / progress.seconds)
                     + QStringLiteral("/s"));
    }
    return parts.join(QStringLiteral(", "));
}

QString purchaseOf(const Format& format, const providers::PriceRow& row)
{
    QString text = format.name(row.purchase);
    if (row.termMonths > 0) {
        text =
            row.termMonths % 12 == 0
                ? translated(QT_TRANSLATE_NOOP("ImportParts", "%1 %2 y")).arg(text).arg(row.termMonths / 12)
                : translated(QT_TRANSLATE_NOOP("ImportParts", "%1 %2 m")).arg(text).arg(row.termMonths);
    }
    if (row.payment == model::Payment::Partial) {
        text += translated(QT_TRANSLATE_NOOP("ImportParts", ", part upfront"));
    } else if (row.payment == model::Payment::All) {
        text += translated(QT_TRANSLATE_NOOP("ImportParts", ", all upfront"));
    }
    return row.offeringClass.empty() ? text : text + QStringLiteral(", ") + fromEngine(row.offeringClass);
}

QString skipText(const std::string& reason)
{
    QString text = fromEngine(reason);
    return text.replace(QLatin1Char('-'), QLatin1Char(' '));
}

} // namespace wherewithal::app
