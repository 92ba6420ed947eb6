// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/BuildContext.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app::building {

Context::Context(const ReportInput& input, const ReportSettings& settings)
    : m_input(input)
    , m_settings(settings)
    , m_format(localeOf(settings.language), Wording::of(settings.language))
{
    m_document.language = settings.language;
    m_document.locale = m_format.locale();
    m_document.paper = settings.paper;
    m_document.date = input.comparison.asOf;
}

QString Context::counted(qsizetype count, const char* one, const char* many) const
{
    const QString sentence = words(count == 1 ? one : many);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(m_format.integer(count)) : sentence;
}

Section& Context::openSection(const QString& anchor, const QString& title)
{
    ++m_sections;
    m_parts = 0;
    m_document.sections.push_back(
        Section{.anchor = anchor, .number = QString::number(m_sections), .title = title, .level = 1});
    return m_document.sections.back();
}

Section& Context::openPart(const QString& anchor, const QString& title)
{
    ++m_parts;
    m_document.sections.push_back(Section{.anchor = anchor,
                                          .number = QStringLiteral("%1.%2").arg(m_sections).arg(m_parts),
                                          .title = title,
                                          .level = 2});
    return m_document.sections.back();
}

void Context::add(Block block)
{
    current().blocks.push_back(std::move(block));
}

void Context::addText(const RichText& text, Paragraph::Style style)
{
    add(Paragraph{text, style});
}

Table Context::table(const QString& title, const QString& subtitle)
{
    return Table{.number = ++m_tables, .title = title, .subtitle = subtitle};
}

Chart Context::chart(const QString& title, const QString& subtitle)
{
    return Chart{.number = ++m_charts,
                 .title = title,
                 .subtitle = subtitle,
                 .starts = comparison().starts,
                 .months = comparison().horizonMonths};
}

void Context::cite(RichText& text, const model::Source& source)
{
    if (source.isEmpty()) {
        return;
    }
    auto at = std::ranges::find(m_cited, source);
    if (at == m_cited.end()) {
        m_cited.push_back(source);
        at = std::prev(m_cited.end());
    }
    const auto number = QString::number(std::distance(m_cited.begin(), at) + 1);
    text.add(QStringLiteral("[%1]").arg(number), Span::Role::Plain, QStringLiteral("#source-") + number);
}

std::vector<const OptionResult*> Context::options(OptionState state) const
{
    std::vector<const OptionResult*> found;
    for (const OptionResult& option : comparison().options) {
        if (option.state == state) {
            found.push_back(&option);
        }
    }
    return found;
}

std::vector<const OptionResult*> Context::openOptions() const
{
    std::vector<const OptionResult*> found = options(OptionState::Ranked);
    const std::vector<const OptionResult*> undecided = options(OptionState::Undecided);
    found.insert(found.end(), undecided.begin(), undecided.end());
    return found;
}

const OptionResult* Context::winner() const
{
    const auto ranked = options(OptionState::Ranked);
    return ranked.empty() ? nullptr : ranked.front();
}

const OptionResult* Context::second() const
{
    const auto ranked = options(OptionState::Ranked);
    return ranked.size() < 2 ? nullptr : ranked[1];
}

QString Context::title(const OptionResult& option) const
{
    const QString own = m_format.optionTitle(option.spec);
    const auto isTwin = [&](auto same) {
        return std::ranges::any_of(comparison().options, [&](const OptionResult& other) {
            return &other != &option && m_format.optionTitle(other.spec) == own && same(other);
        });
    };
    if (!isTwin([](const OptionResult&) { return true; })) {
        return own;
    }
    const auto purchase = [&](const OptionResult& of) {
        return m_format.purchaseText(of.spec.purchase, of.spec.termMonths, of.spec.payment);
    };
    // Payment is named only where the term alone does not tell two options apart.
    QString shortPurchase = m_format.name(option.spec.purchase);
    if (option.spec.termMonths > 0) {
        shortPurchase += QLatin1Char(' ') + m_format.months(option.spec.termMonths);
    }
    const bool needsPayment = isTwin([&](const OptionResult& other) {
        return other.spec.purchase == option.spec.purchase && other.spec.termMonths == option.spec.termMonths
               && other.spec.payment != option.spec.payment;
    });
    const bool needsRegion =
        isTwin([&](const OptionResult& other) { return purchase(other) == purchase(option); });
    QString text = own + QStringLiteral(", ") + (needsPayment ? purchase(option) : shortPurchase);
    if (needsRegion) {
        text += QStringLiteral(", ")
                + app::fromEngine(option.spec.regionName.empty() ? option.spec.region.text()
                                                                 : option.spec.regionName);
    }
    return text;
}

QString Context::lettered(const OptionResult& option) const
{
    return app::fromEngine(option.spec.letter) + QStringLiteral(", ") + title(option);
}

model::Month Context::lastMonth() const
{
    return model::monthsLater(comparison().starts, std::max(comparison().horizonMonths - 1, 0));
}

Cell Context::optionCell(const OptionResult& option, bool withDetail) const
{
    Cell cell;
    cell.letter = app::fromEngine(option.spec.letter);
    cell.isLetterOutlined = option.state == OptionState::Excluded;
    const bool isFirst = option.rank == 1;
    cell.text.add(title(option), isFirst ? Span::Role::Strong : Span::Role::Plain);
    if (withDetail) {
        cell.text.add(QStringLiteral(", ") + m_format.optionDetail(option.spec), Span::Role::Muted);
    }
    return cell;
}

Cell Context::textCell(const RichText& text)
{
    return Cell{.text = text};
}

Cell Context::numberCell(std::optional<double> value, int decimals) const
{
    const QString text = m_format.number(value, decimals);
    return Cell{.text = value ? RichText(text) : RichText(text, Span::Role::Muted), .number = value};
}

Cell Context::costCell(std::optional<double> amount, Scale scale, bool isComplete) const
{
    const QString text = m_format.lowerBound(m_format.scaled(amount, scale), !isComplete);
    return Cell{.text = amount ? RichText(text) : RichText(text, Span::Role::Muted), .number = amount};
}

Column Context::textColumn(const QString& title)
{
    return Column{.title = title, .align = Column::Align::Left, .isText = true};
}

Column Context::numberColumn(const QString& title, const QString& unit)
{
    return Column{.title = title, .unit = unit};
}

int columnDecimals(double greatest)
{
    const double size = std::abs(greatest);
    if (size >= 1000.0) {
        return 0;
    }
    if (size >= 10.0) {
        return 1;
    }
    return size >= 0.1 ? 2 : 4;
}

const WorkloadResult* bindingWorkload(const OptionResult& option)
{
    return option.bindingWorkload < option.workloads.size() ? &option.workloads[option.bindingWorkload]
                                                            : nullptr;
}

const simulator::Reason* decidingReason(const OptionResult& option)
{
    const auto at = std::ranges::find_if(
        option.reasons, [](const auto& r) { return r.kind != simulator::Reason::Kind::Warning; });
    return at == option.reasons.end() ? nullptr : &*at;
}

std::optional<model::Month> crossing(const simulator::BreakEven& breakEven)
{
    return breakEven.base ? breakEven.base : breakEven.p50;
}

} // namespace wherewithal::app::building
