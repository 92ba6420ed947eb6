// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/Fields.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/theme/Icons.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Style.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "app/report/Format.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

using model::Range;

constexpr double kLabelWidth = 112;
constexpr double kFieldWidth = 144; // design pixels: room for "1000 to 1800 to 3200"

Range scaled(const Range& range, double factor)
{
    switch (range.shape()) {
    case Range::Shape::Certain:
        return Range(range.mode() * factor);
    case Range::Shape::Triangular:
        return Range::triangular(range.first() * factor, range.mode() * factor, range.last() * factor);
    case Range::Shape::LogNormal:
    case Range::Shape::Normal:
        break;
    }
    return Range::percentiles(range.first() * factor, range.last() * factor);
}

QString shapeName(Range::Shape shape)
{
    switch (shape) {
    case Range::Shape::Certain:
        return MeasureField::tr("certain");
    case Range::Shape::Triangular:
        return MeasureField::tr("triangular");
    case Range::Shape::LogNormal:
        return MeasureField::tr("log-normal");
    case Range::Shape::Normal:
        break;
    }
    return MeasureField::tr("normal");
}

bool isFraction(model::Dimension dimension)
{
    return dimension == model::Dimension::Fraction || dimension == model::Dimension::FractionPerYear;
}

/// "0.30000000000000004" is nobody's input: twelve digits are enough for what people type.
double tidy(double value)
{
    if (value == 0.0 || !std::isfinite(value)) {
        return value;
    }
    const double magnitude = std::pow(10.0, 11.0 - std::floor(std::log10(std::abs(value))));
    return std::round(value * magnitude) / magnitude;
}

/// "1.55 billion" from a million on: three digits say more than ten.
QString percentileText(const Format& format, double value)
{
    constexpr double kMillion = 1e6;
    constexpr double kBillion = 1e9;
    if (std::abs(value) < kMillion) {
        return format.significant(value, 3);
    }
    const bool isBillion = std::abs(value) >= kBillion;
    const Scale scale{.word = isBillion ? Scale::Word::Billion : Scale::Word::Million};
    return format.significant(value / (isBillion ? kBillion : kMillion), 3) + QChar(0x00A0)
           + format.scaleUnit(scale, {}).trimmed();
}

QString rangeText(const Range& range, double factor)
{
    // Nobody counts the noughts of a million: "2e9" where that is shorter.
    constexpr double kMillion = 1e6;
    const auto number = [factor](double value) {
        const double shown = tidy(value * factor);
        const QString plain = QString::number(shown, 'g', 12);
        const QString brief = QString::number(shown, 'e', QLocale::FloatingPointShortest)
                                  .replace(QLatin1String("e+0"), QLatin1String("e"))
                                  .replace(QLatin1String("e+"), QLatin1String("e"));
        return std::abs(shown) >= kMillion && brief.size() < plain.size() ? brief : plain;
    };
    switch (range.shape()) {
    case Range::Shape::Certain:
        return number(range.mode());
    case Range::Shape::Triangular:
        if (std::abs(range.mode() - 0.5 * (range.first() + range.last())) < 1e-9 * std::abs(range.last())) {
            return QStringLiteral("%1 to %2").arg(number(range.first()), number(range.last()));
        }
        return QStringLiteral("%1 to %2 to %3")
            .arg(number(range.first()), number(range.mode()), number(range.last()));
    case Range::Shape::LogNormal:
    case Range::Shape::Normal:
        break;
    }
    return QStringLiteral("P10 %1, P90 %2").arg(number(range.first()), number(range.last()));
}

/// "1.5 GB", "96 GiB", "8.2 GFLOP": the shortest text with a unit that reads back to the very value, so that
/// leaving the field changes nothing.
QString scaledText(const Range& range, model::Dimension dimension)
{
    QString best;
    for (const std::string_view unit : model::unitNames(dimension)) {
        const auto size = model::parseMeasure("1 " + std::string(unit), dimension);
        if (!size || !(size->median() > 0.0)) {
            continue;
        }
        const QString text = rangeText(range, 1.0 / size->median()) + QLatin1Char(' ')
                             + QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()));
        const auto back = model::parseMeasure(text.toStdString(), dimension);
        if (back && *back == range && (best.isEmpty() || text.size() < best.size())) {
            best = text;
        }
    }
    return best.isEmpty() ? rangeText(range, 1.0) : best;
}

/// Dimensions whose plain numbers nobody reads: 1500000000 bytes.
bool isScaled(model::Dimension dimension)
{
    return dimension == model::Dimension::Bytes || dimension == model::Dimension::Flops;
}

} // namespace

QString placeOf(const std::string& where)
{
    QString place = QLatin1Char('/') + fromEngine(where);
    return place.replace(QLatin1Char('.'), QLatin1Char('/'))
        .replace(QLatin1Char('['), QLatin1Char('/'))
        .remove(QLatin1Char(']'));
}

void bindRange(FieldSpec& spec, std::function<Range&(model::Plan&)> access)
{
    const QString place = spec.place;
    spec.get = [access](const model::Plan& plan) {
        return std::optional(access(const_cast<model::Plan&>(plan)));
    }; // NOLINT: read only
    spec.set = [access,
                place](PlanDocument& document, const QString& text, const std::optional<Range>& value) {
        document.change<Range>(place, text, access, value.value_or(Range()));
    };
    spec.write = [access](model::Plan& plan, const std::optional<Range>& value) {
        access(plan) = value.value_or(Range());
    };
}

void bindOptional(FieldSpec& spec, std::function<std::optional<double>&(model::Plan&)> access)
{
    const QString place = spec.place;
    const auto plain = [](const std::optional<Range>& value) {
        return value ? std::optional(value->median()) : std::nullopt;
    };
    spec.isOptional = true;
    spec.get = [access](const model::Plan& plan) {
        const std::optional<double> value = access(const_cast<model::Plan&>(plan)); // NOLINT: read only
        return value ? std::optional(Range(*value)) : std::nullopt;
    };
    spec.set = [access, place, plain](
                   PlanDocument& document, const QString& text, const std::optional<Range>& value) {
        document.change<std::optional<double>>(place, text, access, plain(value));
    };
    spec.write = [access, plain](model::Plan& plan, const std::optional<Range>& value) {
        access(plan) = plain(value);
    };
}

void bindNumber(FieldSpec& spec, std::function<double&(model::Plan&)> access)
{
    const QString place = spec.place;
    spec.get = [access](const model::Plan& plan) {
        return std::optional(Range(access(const_cast<model::Plan&>(plan))));
    }; // NOLINT: read only
    spec.set = [access,
                place](PlanDocument& document, const QString& text, const std::optional<Range>& value) {
        document.change<double>(place, text, access, value ? value->median() : 0.0);
    };
    spec.write = [access](model::Plan& plan, const std::optional<Range>& value) {
        access(plan) = value ? value->median() : 0.0;
    };
}

void bindInteger(FieldSpec& spec, std::function<int&(model::Plan&)> access)
{
    const QString place = spec.place;
    const auto whole = [](const std::optional<Range>& value) {
        return value ? static_cast<int>(std::lround(std::clamp(value->median(), -1e9, 1e9))) : 0;
    };
    spec.get = [access](const model::Plan& plan) {
        return std::optional(Range(access(const_cast<model::Plan&>(plan))));
    }; // NOLINT: read only
    spec.set = [access, place, whole](
                   PlanDocument& document, const QString& text, const std::optional<Range>& value) {
        document.change<int>(place, text, access, whole(value));
    };
    spec.write = [access, whole](model::Plan& plan, const std::optional<Range>& value) {
        access(plan) = whole(value);
    };
}

QList<FieldFix> plusMinusReadings(const QString& text, model::Dimension dimension, const QString& unit)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([0-9.]+)\\s*(?:\\+-|\\+/-|\u00b1)\\s*([0-9.]+)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || isFraction(dimension)) {
        return {};
    }
    const double centre = match.captured(1).toDouble();
    const double width = match.captured(2).toDouble();
    constexpr double kNarrow =
        0.05; // from here on both readings are near each other, or the plain one is meant
    if (!(width >= 1.0 && width < 100.0) || !(centre > 0.0) || width >= kNarrow * centre) {
        return {};
    }
    const auto number = [](double value) {
        return QString::number(tidy(value), 'g', 12);
    };
    return {{MeasureField::tr("Use %1 %").arg(match.captured(2)),
             QStringLiteral("%1 +- %2 %").arg(match.captured(1), match.captured(2))},
            {MeasureField::tr("Use %1 %2").arg(match.captured(2), unit).trimmed(),
             QStringLiteral("%1 to %2").arg(number(centre - width), number(centre + width))}};
}

QList<FieldFix> likelyTexts(const QString& text, model::Dimension dimension)
{
    QList<FieldFix> fixes;
    const auto add = [&](const QString& meant) {
        if (meant != text) {
            fixes.append({MeasureField::tr("Use %1").arg(meant), meant});
        }
    };
    static const QRegularExpression grouped(QStringLiteral("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"));
    add(QString(text).remove(grouped));
    static const QRegularExpression decimalComma(QStringLiteral("(?<=[0-9]),(?=[0-9])"));
    add(QString(text).replace(decimalComma, QStringLiteral(".")));
    static const QRegularExpression hyphen(QStringLiteral("(?<=[0-9])\\s*[-\u2013\u2014]\\s*(?=[0-9])"));
    add(QString(text).replace(hyphen, QStringLiteral(" to ")));
    static const QRegularExpression range(QStringLiteral("^\\s*(\\S+)\\s+to\\s+(\\S+)\\s*$"));
    if (const QRegularExpressionMatch match = range.match(text); match.hasMatch()) {
        add(QStringLiteral("%1 to %2").arg(match.captured(2), match.captured(1)));
    }
    if (isFraction(dimension) && !text.contains(QLatin1Char('%'))) {
        add(text.trimmed() + QStringLiteral(" %"));
    }
    return fixes;
}

MeasureField::MeasureField(Workspace& workspace, FieldSpec spec, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_spec(std::move(spec))
    , m_edit(new QLineEdit(this))
    , m_sketch(new RangeSketch(this))
    , m_percentiles(new TypedLabel(Type::Small, {}, this))
    , m_error(new TypedLabel(Type::Small, {}, this))
    , m_noteText(new TypedLabel(Type::Small, {}, this))
    , m_noteEdit(new QLineEdit(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto* unit = new TypedLabel(Type::Note, m_spec.unit, this);
    unit->setToolTip(m_spec.unit);
    unit->setWordWrap(
        m_spec.unit.contains(QLatin1Char(' '))); // a long unit takes two lines; a cut one says nothing
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    unit->setSizePolicy(policy);
    unit->setInk(Ink::Muted);
    row->addWidget(m_edit);
    row->addWidget(unit, 1);
    layout->addLayout(row);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_sketch, m_percentiles, m_error, m_noteText, m_noteEdit}) {
        layout->addWidget(part);
    }
    buildEdit();
    buildNote();
    m_percentiles->setInk(Ink::Muted);
    m_percentiles->setWordWrap(true);
    m_error->setObjectName(m_spec.place + QStringLiteral("#error"));
    m_error->setInk(Ink::Bad);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::RichText);
    m_error->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_error->hide();
    connect(m_error, &QLabel::linkActivated, this, [this](const QString& text) {
        m_edit->setText(text);
        m_edit->setFocus(Qt::OtherFocusReason);
        commit();
    });
}

void MeasureField::buildEdit()
{
    m_edit->setObjectName(m_spec.isTwin ? m_spec.place + QStringLiteral("#twin") : m_spec.place);
    if (!m_spec.isTwin) {
        m_edit->setProperty("wherewithalPlace", m_spec.place);
    }
    m_edit->setAccessibleName(m_spec.label);
    m_edit->setAccessibleDescription(m_spec.unit);
    m_edit->setFixedWidth(px(kFieldWidth));
    m_edit->setTextMargins(px(5), 0, px(5), 0);
    m_edit->setToolTip(tr("%1, %2. A range may be written 5 to 10, 100 +- 10 % or P10 3, P90 9.")
                           .arg(m_spec.label, m_spec.unit));
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::editingFinished, this, &MeasureField::commit);
}

void MeasureField::buildNote()
{
    m_noteText->setObjectName(m_spec.place + QStringLiteral("#note"));
    m_noteText->setInk(Ink::Text2);
    m_noteText->setWordWrap(true);
    m_noteText->hide();
    m_noteEdit->setObjectName(m_spec.place + QStringLiteral("#noteEdit"));
    m_noteEdit->setAccessibleName(tr("Note on %1").arg(m_spec.label));
    m_noteEdit->setPlaceholderText(tr("Why this value"));
    m_noteEdit->setTextMargins(px(5), 0, px(5), 0);
    m_noteEdit->hide();
    connect(m_noteEdit, &QLineEdit::editingFinished, this, &MeasureField::commitNote);
    if (m_spec.isTwin) {
        return;
    }
    m_noteAction = m_edit->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_noteAction->setObjectName(m_spec.place + QStringLiteral("#noteAction"));
    m_noteAction->setText(tr("Note on %1").arg(m_spec.label));
    m_noteAction->setToolTip(tr("Write down why (Alt+N)"));
    m_noteAction->setShortcut(QKeySequence(Qt::ALT | Qt::Key_N));
    m_noteAction->setShortcutContext(Qt::WidgetShortcut);
    connect(m_noteAction, &QAction::triggered, this, &MeasureField::editNote);
    tintNoteIcon();
}

/// The sign of a note stands where one is, and in the field that is being edited.
bool MeasureField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        && m_noteAction != nullptr) {
        const bool hasNote = m_workspace.plan().fieldNotes.contains(m_spec.place.toStdString());
        m_noteAction->setVisible(hasNote || event->type() == QEvent::FocusIn);
    }
    return QWidget::eventFilter(watched, event);
}

void MeasureField::tintNoteIcon()
{
    if (m_noteAction == nullptr) {
        return;
    }
    const bool hasNote = m_workspace.plan().fieldNotes.contains(m_spec.place.toStdString());
    const double ratio = devicePixelRatioF();
    QPixmap picture(QSize(px(16), px(16)) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawIcon(&painter,
             QRectF(0, 0, px(16), px(16)),
             QStringLiteral("note"),
             hasNote ? tokens().accent : tokens().line2);
    painter.end();
    m_noteAction->setIcon(QIcon(picture));
    m_noteAction->setVisible(hasNote || m_edit->hasFocus());
}

void MeasureField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintNoteIcon();
    }
}

void MeasureField::editNote()
{
    m_noteText->hide();
    m_noteEdit->show();
    m_noteEdit->setFocus(Qt::ShortcutFocusReason);
}

void MeasureField::commitNote()
{
    const std::string note = m_noteEdit->text().trimmed().toStdString();
    m_noteEdit->hide();
    std::map<std::string, std::string> notes = m_workspace.plan().fieldNotes;
    if (note.empty()) {
        notes.erase(m_spec.place.toStdString());
    } else {
        notes.insert_or_assign(m_spec.place.toStdString(), note);
    }
    m_workspace.document().change<std::map<std::string, std::string>>(
        QStringLiteral("/field_notes"),
        note.empty() ? tr("no note on %1").arg(m_spec.label) : tr("note on %1").arg(m_spec.label),
        [](model::Plan& plan) -> std::map<std::string, std::string>& { return plan.fieldNotes; },
        std::move(notes));
    showNote(m_workspace.plan());
}

void MeasureField::showNote(const model::Plan& plan)
{
    if (m_spec.isTwin) {
        return;
    }
    const auto found = plan.fieldNotes.find(m_spec.place.toStdString());
    const QString note = found == plan.fieldNotes.end() ? QString() : fromEngine(found->second);
    m_noteText->setText(note);
    if (!m_noteEdit->hasFocus()) {
        m_noteText->setVisible(!note.isEmpty());
        m_noteEdit->setText(note);
    }
    tintNoteIcon();
}

QString MeasureField::shown(const std::optional<Range>& value) const
{
    if (!value) {
        return {};
    }
    if (isFraction(m_spec.dimension)) {
        return m_spec.sign + rangeText(*value, 100.0) + QStringLiteral(" %");
    }
    if (isScaled(m_spec.dimension) && m_spec.factor == 1.0) {
        return m_spec.sign + scaledText(*value, m_spec.dimension);
    }
    return m_spec.sign + rangeText(*value, m_spec.factor);
}

model::Result<std::optional<Range>> MeasureField::parse(const QString& typed) const
{
    QString text = typed.trimmed();
    while (text.startsWith(QChar(0x2264)) || text.startsWith(QChar(0x2265))
           || text.startsWith(QLatin1Char('<')) || text.startsWith(QLatin1Char('>'))
           || text.startsWith(QLatin1Char('='))) {
        text = text.mid(1).trimmed();
    }
    if (text.isEmpty()) {
        if (m_spec.isOptional) {
            return std::optional<Range>();
        }
        return model::failure(model::ErrorCode::MissingField,
                              m_spec.place.toStdString(),
                              tr("A value is needed here").toStdString());
    }
    const std::string plain = text.toStdString();
    if (m_spec.factor != 1.0) {
        if (const auto number = model::parseRange(plain); number && !text.contains(QLatin1Char('%'))) {
            return std::optional(scaled(*number, 1.0 / m_spec.factor));
        }
    }
    auto measured = model::parseMeasure(plain, m_spec.dimension);
    if (!measured) {
        return model::failure(measured.error());
    }
    return std::optional(*measured);
}

std::optional<model::Error> MeasureField::refusal(const std::optional<Range>& value) const
{
    const auto before = model::validate(m_workspace.plan());
    model::Plan trial = m_workspace.plan();
    m_spec.write(trial, value);
    for (const model::PlanIssue& issue : model::validate(trial)) {
        if (issue.severity == model::PlanIssue::Severity::Error
            && std::ranges::find(before, issue) == before.end()) {
            return issue.error;
        }
    }
    return std::nullopt;
}

QList<FieldFix> MeasureField::usable(const QList<FieldFix>& fixes) const
{
    QList<FieldFix> kept;
    for (const FieldFix& fix : fixes) {
        const auto value = parse(fix.text);
        if (value && !refusal(*value) && !kept.contains(fix)) {
            kept.append(fix);
        }
    }
    return kept.mid(0, 2);
}

void MeasureField::setProblem(const QString& problem, const QList<FieldFix>& fixes)
{
    QString text = QStringLiteral("✕ %1<br><span style='color:%2'>%3</span>")
                       .arg(problem.toHtmlEscaped(),
                            tokens().text2.name(),
                            tr("Still using %1.").arg(shown(m_spec.get(m_workspace.plan()))).toHtmlEscaped());
    for (const FieldFix& fix : fixes) {
        text += QStringLiteral(" <a href=\"%1\" style='color:%2;text-decoration:none'>%3</a>")
                    .arg(fix.text.toHtmlEscaped(), tokens().accent.name(), fix.label.toHtmlEscaped());
    }
    setError(text);
}

void MeasureField::explain(const model::Error& error)
{
    const QList<FieldFix> fixes = usable(likelyTexts(m_edit->text(), m_spec.dimension));
    const QString hint = error.hint.empty() || !fixes.isEmpty()
                             ? QString()
                             : QStringLiteral(" ") + fromEngine(error.hint) + QLatin1Char('.');
    setProblem(fromEngine(error.message) + QLatin1Char('.') + hint, fixes);
}

void MeasureField::commit()
{
    const auto inUse = m_spec.get(m_workspace.plan());
    if (const QList<FieldFix> readings = plusMinusReadings(m_edit->text(), m_spec.dimension, m_spec.unit);
        !readings.isEmpty()) {
        const QString width =
            m_edit->text().section(QRegularExpression(QStringLiteral("[-/\u00b1]")), -1).trimmed();
        setProblem(tr("± %1 %2 or ± %1 %?").arg(width, m_spec.unit), usable(readings));
        return;
    }
    const auto value = parse(m_edit->text());
    if (!value) {
        explain(value.error());
        return;
    }
    if (const auto refused = refusal(*value)) {
        explain(*refused);
        return;
    }
    setError({});
    if (*value == inUse) {
        showPlan(m_workspace.plan());
        return;
    }
    const auto text = [&](const std::optional<Range>& range) {
        return range ? shown(range) : tr("not asked for");
    };
    m_spec.set(m_workspace.document(),
               tr("%1 %2 → %3 %4").arg(m_spec.label, text(inUse), text(*value), m_spec.unit).trimmed(),
               *value);
}

void MeasureField::setError(const QString& text)
{
    const bool hadError = m_hasError;
    m_hasError = !text.isEmpty();
    m_error->setText(text);
    m_error->setVisible(m_hasError);
    m_edit->setProperty(kErrorProperty, m_hasError);
    m_edit->update();
    if (hadError != m_hasError) {
        emit errorChanged();
    }
}

void MeasureField::showRange(const std::optional<Range>& value)
{
    const bool isUncertain = value && !value->isCertain();
    m_sketch->setMaximumWidth(px(kFieldWidth));
    m_sketch->setVisible(isUncertain);
    m_percentiles->setVisible(isUncertain);
    if (isUncertain) {
        const Format format;
        const double factor = isFraction(m_spec.dimension) ? 100.0 : m_spec.factor;
        const auto at = [&](double share) {
            if (isScaled(m_spec.dimension) && m_spec.factor == 1.0) {
                constexpr int kDigits = 3;
                const double rounded = QString::number(value->quantile(share), 'g', kDigits).toDouble();
                return scaledText(Range{rounded}, m_spec.dimension);
            }
            return percentileText(format, value->quantile(share) * factor);
        };
        m_sketch->setRange(*value);
        m_percentiles->setText(tr("P10\u00a0%1  P50\u00a0%2  P90\u00a0%3, %4")
                                   .arg(at(0.1), at(0.5), at(0.9), shapeName(value->shape())));
    }
}

void MeasureField::showPlan(const model::Plan& plan)
{
    if (m_spec.isUsed) {
        const bool isUsed = m_spec.isUsed(plan);
        setVisible(isUsed);
        if (m_label != nullptr) {
            m_label->setVisible(isUsed);
        }
    }
    const auto value = m_spec.get(plan);
    if (!m_hasError && !(m_edit->hasFocus() && m_edit->isModified())) {
        m_edit->setText(shown(value));
        m_edit->setCursorPosition(0); // a long range shows its beginning
    }
    showRange(value);
    showNote(plan);
}

RangeSketch::RangeSketch(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RangeSketch::setRange(const Range& range)
{
    m_range = range;
    update();
}

QSize RangeSketch::sizeHint() const
{
    return {px(128), px(24)};
}

void RangeSketch::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const double least = m_range.quantile(0.005);
    const double most = m_range.quantile(0.995);
    if (!(most > least)) {
        return;
    }
    // Density by differences of the quantile function: dp / dx.
    constexpr int kSteps = 60;
    QPolygonF shape;
    double highest = 0.0;
    std::vector<QPointF> points;
    for (int step = 1; step < kSteps; ++step) {
        const double low = m_range.quantile((step - 0.5) / kSteps);
        const double high = m_range.quantile((step + 0.5) / kSteps);
        const double density = high > low ? 1.0 / (high - low) : 0.0;
        points.emplace_back((low + high) / 2.0, density);
        highest = std::max(highest, density);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double bottom = height() - pxf(5);
    const auto x = [&](double value) {
        return (value - least) / (most - least) * (width() - 2) + 1;
    };
    shape.append(QPointF(x(least), bottom));
    for (const QPointF& point : points) {
        shape.append(QPointF(x(point.x()), bottom - point.y() / highest * (bottom - 1)));
    }
    shape.append(QPointF(x(most), bottom));
    QColor fill = tokens().accent;
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.15F);
    painter.setBrush(fill);
    painter.drawPolygon(shape);
    painter.setPen(QPen(tokens().accent, pxf(1.5)));
    for (const double share : {0.1, 0.5, 0.9}) {
        painter.drawLine(QPointF(x(m_range.quantile(share)), bottom - pxf(3)),
                         QPointF(x(m_range.quantile(share)), bottom + pxf(4)));
    }
}

FieldForm::FieldForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnMinimumWidth(0, px(kLabelWidth));
    m_grid->setColumnStretch(2, 1);
}

TypedLabel* FieldForm::addLabel(const QString& text, int row)
{
    auto* label = new TypedLabel(Type::Body, text, this);
    label->setMinimumHeight(px(26));
    label->setWordWrap(true);
    label->setFixedWidth(px(kLabelWidth));
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    return label;
}

MeasureField* FieldForm::add(FieldSpec spec)
{
    TypedLabel* label = addLabel(spec.label, m_row);
    auto* field = new MeasureField(m_workspace, std::move(spec), this);
    label->setBuddy(field->edit());
    field->setLabel(label);
    m_grid->addWidget(field, m_row++, 1, 1, 2);
    m_fields.append(field);
    connect(field, &MeasureField::errorChanged, this, &FieldForm::errorChanged);
    return field;
}

QComboBox* FieldForm::addChoice(const QString& label,
                                const QString& place,
                                const QStringList& names,
                                std::function<int(const model::Plan&)> current,
                                std::function<void(int)> choose)
{
    TypedLabel* name = addLabel(label, m_row);
    auto* box = new QComboBox(this);
    box->addItems(names);
    box->setFixedWidth(px(kFieldWidth));
    box->setObjectName(place);
    box->setProperty("wherewithalPlace", place);
    box->setAccessibleName(label);
    name->setBuddy(box);
    m_grid->addWidget(box, m_row++, 1);
    connect(box, &QComboBox::activated, this, std::move(choose));
    m_refreshers.append([box, current = std::move(current)](const model::Plan& plan) {
        box->setCurrentIndex(current(plan));
    });
    return box;
}

QLineEdit* FieldForm::addText(const QString& label,
                              const QString& place,
                              std::function<QString(const model::Plan&)> current,
                              std::function<void(const QString&)> choose)
{
    TypedLabel* name = addLabel(label, m_row);
    auto* edit = new QLineEdit(this);
    edit->setObjectName(place);
    edit->setProperty("wherewithalPlace", place);
    edit->setAccessibleName(label);
    edit->setTextMargins(px(5), 0, px(5), 0);
    name->setBuddy(edit);
    m_grid->addWidget(edit, m_row++, 1, 1, 2);
    connect(edit, &QLineEdit::editingFinished, this, [edit, choose = std::move(choose)] {
        if (edit->isModified()) {
            edit->setModified(false);
            choose(edit->text().trimmed());
        }
    });
    m_refreshers.append([edit, current = std::move(current)](const model::Plan& plan) {
        if (!(edit->hasFocus() && edit->isModified())) {
            edit->setText(current(plan));
            edit->setCursorPosition(0);
            edit->setCursorPosition(0);
        }
    });
    return edit;
}

void FieldForm::setDense()
{
    m_isDense = true;
    m_grid->setVerticalSpacing(px(2));
}

void FieldForm::addFact(const QString& label, const QString& value, const QString& unit)
{
    auto* name = new TypedLabel(Type::Body, label, this);
    m_grid->addWidget(name, m_row, 0);
    auto* number = new TypedLabel(Type::Body, value, this);
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    number->setFixedWidth(px(kFieldWidth));
    m_grid->addWidget(number, m_row, 1);
    auto* suffix = new TypedLabel(Type::Small, unit, this);
    suffix->setInk(Ink::Muted);
    m_grid->addWidget(suffix, m_row++, 2);
    if (m_isDense) {
        m_grid->addWidget(new Rule(Qt::Horizontal, this), m_row++, 0, 1, 3);
    }
}

void FieldForm::showPlan(const model::Plan& plan)
{
    for (MeasureField* field : m_fields) {
        field->showPlan(plan);
    }
    for (const auto& refresh : m_refreshers) {
        refresh(plan);
    }
}

int FieldForm::errorCount() const
{
    return static_cast<int>(std::count_if(
        m_fields.cbegin(), m_fields.cend(), [](const MeasureField* field) { return field->hasError(); }));
}

} // namespace wherewithal::app
