// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/SensitivityRows.h"

#include "app/gui/widgets/BarDelegates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostSwings = 10;
constexpr std::size_t kMostSwitches = 12;

/// The words of this file.
struct SensitivityRows
{
    Q_DECLARE_TR_FUNCTIONS(SensitivityRows)
};

QString nameOf(const Format& format, const simulator::UncertainInput& input)
{
    return format.wording().engineText(input.name);
}

/// In the middle of a sentence; German keeps its capitals, English does not.
QString inSentence(const Format& format, QString name)
{
    const bool isAcronym = name.size() > 1 && name.at(1).isUpper();
    if (!name.isEmpty() && !isAcronym && format.locale().language() != QLocale::German) {
        name[0] = name.at(0).toLower();
    }
    return name;
}

/// Greatest difference of a row from the base, rounded up to a number for the axis; > 0.
double mostOf(const simulator::Examination& found)
{
    double most = 0.0;
    for (const simulator::Swing& swing : found.swings) {
        most = std::max({most, std::abs(swing.costLow - found.base), std::abs(swing.costHigh - found.base)});
    }
    return most > 0.0 ? most * 1.02 : 1.0;
}

TableCell inputCell(const Format& format, const simulator::UncertainInput& input)
{
    TableCell cell = textCell(nameOf(format, input), {}, false);
    cell.place = fromEngine(input.place);
    if (input.isAssumption) {
        cell.toolTip =
            SensitivityRows::tr("%1, assumed: %2 %3")
                .arg(cell.text, inputRangeText(format, input).number, inputRangeText(format, input).unit);
    }
    return cell;
}

QString withUnit(const InputText& text)
{
    return text.unit.isEmpty() ? text.number : text.number + QChar(0xA0) + text.unit;
}

TableCell rangeCell(const InputText& range, const simulator::UncertainInput& input)
{
    TableCell cell = numberCell(withUnit(range), input.range.median());
    cell.isSmall = true;
    return cell;
}

} // namespace

InputText inputText(const Format& format, double value, const std::string& unit)
{
    if (unit.starts_with("fraction")) {
        return {format.plain(std::round(value * 1000.0) / 10.0),
                unit == "fraction/year" ? SensitivityRows::tr("% a year") : QStringLiteral("%")};
    }
    if (unit == "B") {
        return {format.compact(value, unit), {}};
    }
    return {format.significant(value), unit.empty() ? QStringLiteral("×") : format.unit(unit)};
}

InputText inputRangeText(const Format& format, const simulator::UncertainInput& input)
{
    const InputText low = inputText(format, input.range.quantile(0.1), input.unit);
    const InputText high = inputText(format, input.range.quantile(0.9), input.unit);
    return {SensitivityRows::tr("%1 to %2").arg(low.number, high.number), low.unit};
}

std::vector<TableColumn>
swingColumns(const Format& format, const simulator::Examination& found, Scale scale, const QString& unit)
{
    RangeAxis axis;
    const double most = mostOf(found);
    axis.low = -most;
    axis.high = most;
    axis.scale = scale;
    for (const double tick : niceTicks(-most, most, 2)) {
        if (std::abs(tick) <= most) {
            axis.ticks.push_back(tick);
            axis.labels.append(
                tick == 0.0 ? format.scaled(found.base, scale)
                            : format.difference(tick / scale.divisor(),
                                                std::abs(tick) >= scale.divisor() ? 0 : scale.decimals));
        }
    }
    return {{SensitivityRows::tr("Input"), {}, Qt::AlignLeft, {}},
            {SensitivityRows::tr("Range"), SensitivityRows::tr("P10 to P90"), Qt::AlignRight, {}},
            {SensitivityRows::tr("Cost, %1").arg(unit), {}, Qt::AlignLeft, QVariant::fromValue(axis)}};
}

std::vector<TableRow> swingRows(const Format& format,
                                const simulator::Examination& found,
                                Scale scale,
                                const QString& unit,
                                bool hasRangeBelow)
{
    std::vector<TableRow> rows;
    const double most = mostOf(found);
    for (const simulator::Swing& swing : found.swings) {
        if (rows.size() == kMostSwings) {
            break;
        }
        TableRow row;
        row.letter = fromEngine(found.letter);
        row.figure = QStringLiteral("cost");
        row.key = fromEngine(swing.input.place);
        const InputText range = inputRangeText(format, swing.input);
        TableCell bars = textCell({});
        bars.sort = swing.width();
        bars.special =
            QVariant::fromValue(SwingCell{swing.costLow - found.base, swing.costHigh - found.base, most});
        bars.toolTip = swingSentence(format, swing, found.base, scale, unit);
        row.cells = {inputCell(format, swing.input), rangeCell(range, swing.input), bars};
        if (hasRangeBelow) {
            row.kind = RowKind::Normal;
            row.cells[0].second = withUnit(range);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableColumn> switchColumns(const simulator::Examination& found)
{
    const QString head =
        found.isCheaperNow ? SensitivityRows::tr("%1 dearer if") : SensitivityRows::tr("%1 cheaper if");
    return {{SensitivityRows::tr("Input"), {}, Qt::AlignLeft, {}},
            {SensitivityRows::tr("In the plan"), {}, Qt::AlignRight, {}},
            {head.arg(fromEngine(found.letter)), {}, Qt::AlignRight, {}},
            {SensitivityRows::tr("Chance"), SensitivityRows::tr("in its range"), Qt::AlignRight, {}}};
}

std::vector<TableRow> switchRows(const Format& format, const simulator::Examination& found)
{
    std::vector<const simulator::SwitchOver*> order;
    for (const simulator::SwitchOver& each : found.switchOvers) {
        order.push_back(&each);
    }
    std::ranges::stable_sort(order, [](const simulator::SwitchOver* a, const simulator::SwitchOver* b) {
        return a->value.has_value() != b->value.has_value() ? a->value.has_value() : a->chance > b->chance;
    });
    std::vector<TableRow> rows;
    for (const simulator::SwitchOver* each : order) {
        if (rows.size() == kMostSwitches) {
            break;
        }
        const InputText now = inputText(format, each->input.range.median(), each->input.unit);
        TableRow row;
        row.letter = fromEngine(found.letter);
        row.figure = QStringLiteral("cost");
        row.key = fromEngine(each->input.place);
        TableCell value = numberCell(SensitivityRows::tr("not in its range"), std::nullopt);
        TableCell chance = numberCell(QString(QChar(0x2013)), std::nullopt);
        if (each->value) {
            const InputText at = inputText(format, *each->value, each->input.unit);
            value =
                numberCell((each->isAbove ? SensitivityRows::tr("above %1") : SensitivityRows::tr("below %1"))
                               .arg(withUnit(at)),
                           each->value,
                           true);
            chance = numberCell(format.percent(each->chance), each->chance);
        }
        TableCell plan = numberCell(withUnit(now), each->input.range.median());
        plan.isSmall = true;
        row.cells = {inputCell(format, each->input), plan, value, chance};
        rows.push_back(std::move(row));
    }
    return rows;
}

QString whatMattersMost(const Format& format, const simulator::Examination& found)
{
    if (found.swings.empty()) {
        return {};
    }
    const QString first = nameOf(format, found.swings.front().input);
    QString words = found.swings.size() > 1
                        ? SensitivityRows::tr("%1 and %2 move it most.")
                              .arg(first, inSentence(format, nameOf(format, found.swings[1].input)))
                        : SensitivityRows::tr("Only %1 moves it.").arg(inSentence(format, first));
    const auto turn = std::ranges::find_if(
        found.switchOvers, [](const simulator::SwitchOver& each) { return each.value.has_value(); });
    if (turn != found.switchOvers.end()) {
        const QString value = withUnit(inputText(format, *turn->value, turn->input.unit));
        const QString name = inSentence(format, nameOf(format, turn->input));
        const QString side = turn->isAbove ? SensitivityRows::tr("above") : SensitivityRows::tr("below");
        words += QLatin1Char(' ')
                 + (found.isCheaperNow ? SensitivityRows::tr("With %1 %2 %3, %4 would cost more than %5.")
                                       : SensitivityRows::tr("With %1 %2 %3, %4 would cost less than %5."))
                       .arg(name, side, value, fromEngine(found.letter), fromEngine(found.rival));
    }
    return words;
}

QString swingSentence(
    const Format& format, const simulator::Swing& swing, double base, Scale scale, const QString& unit)
{
    const auto part = [&](double p, double cost) {
        const InputText at = inputText(format, swing.input.range.quantile(p), swing.input.unit);
        return SensitivityRows::tr("%1 at %2")
            .arg(format.difference((cost - base) / scale.divisor(), scale.decimals),
                 at.unit.isEmpty() || at.unit == QStringLiteral("×") ? at.number
                                                                     : at.number + QChar(0xA0) + at.unit);
    };
    return SensitivityRows::tr(
               "%1 moves the total by %2 and %3 (%4; P10 and P90 of its range, all else at its median).")
        .arg(format.wording().engineText(swing.input.name),
             part(0.1, swing.costLow),
             part(0.9, swing.costHigh),
             unit);
}

} // namespace wherewithal::app
