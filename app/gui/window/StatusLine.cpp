// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/StatusLine.h"

#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "model/offer/Price.h"

#include <QEvent>

#include <algorithm>

namespace wherewithal::app {

namespace {

QString marked(const QColor& colour, const QString& sign, const QString& text)
{
    return QStringLiteral("<span style='color:%1'>%2</span> %3")
        .arg(colour.name(), sign, text.toHtmlEscaped());
}

} // namespace

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    setFixedHeight(px(24));
    setContentsMargins(px(8), 0, px(8), 0);
    static const std::array<const char*, 6> names{
        "statusState", "statusOptions", "statusPrices", "statusCurrency", "statusPaths", "statusCatalogue"};
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        if (part > 0) {
            auto* rule = new Rule(Qt::Vertical);
            rule->setFixedHeight(px(12));
            addWidget(rule);
            m_rules[part] = rule;
        }
        m_parts[part] = new TypedLabel(Type::Note);
        m_parts[part]->setInk(Ink::Text2);
        m_parts[part]->setContentsMargins(px(6), 0, px(6), 0);
        m_parts[part]->setObjectName(QString::fromLatin1(names[part]));
        addWidget(m_parts[part]);
    }
    SimulationRunner& runner = workspace.runner();
    connect(&runner, &SimulationRunner::started, this, &StatusLine::refresh);
    connect(&runner, &SimulationRunner::resultReady, this, [this] {
        m_error.reset();
        refresh();
    });
    connect(&runner, &SimulationRunner::finished, this, &StatusLine::refresh);
    connect(&runner, &SimulationRunner::failed, this, &StatusLine::showError);
    connect(&workspace.catalogue(), &CatalogueSession::overviewChanged, this, &StatusLine::refresh);
    connect(&workspace.exampleRunner(), &SimulationRunner::resultReady, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::setOnStart(bool isOnStart)
{
    m_isOnStart = isOnStart;
    refresh();
}

void StatusLine::showError(const model::Error& error)
{
    m_error = error;
    refresh();
    setToolTip(fromEngine(model::text(error)));
}

int StatusLine::stalePrices(const simulator::Comparison& comparison)
{
    return static_cast<int>(
        std::ranges::count_if(comparison.prices, [](const simulator::PriceUse& use) { return use.isStale; }));
}

QString StatusLine::stateText() const
{
    const Tokens& t = tokens();
    SimulationRunner& runner = m_workspace.runner();
    const RunResultPtr result = runner.result();
    if (m_error) {
        return marked(t.bad, QStringLiteral("✕"), fromEngine(m_error->message));
    }
    if (!result) {
        return runner.isRunning() ? tr("Computing") : tr("Nothing to compute yet");
    }
    if (runner.isStale()) {
        return tr("~ Recomputing");
    }
    QString text = tr("Up to date, recomputed in %1 ms").arg(m_format.integer(result->baseMilliseconds));
    if (runner.isRunning()) {
        text += tr(", sampling paths");
    }
    return marked(t.good, QStringLiteral("✓"), text);
}

void StatusLine::refresh()
{
    for (TypedLabel* part : m_parts) {
        part->clear();
    }
    if (m_isOnStart && !m_error) {
        showStart();
    } else {
        m_parts[0]->setText(stateText());
        if (const RunResultPtr result = m_workspace.runner().result()) {
            showAnswer(*result);
        }
    }
    separate();
}

void StatusLine::separate()
{
    for (std::size_t part = 1; part < m_parts.size(); ++part) {
        m_rules[part]->setVisible(!m_parts[part]->text().isEmpty());
        m_parts[part]->setVisible(!m_parts[part]->text().isEmpty());
    }
}

void StatusLine::showStart()
{
    const auto& overview = m_workspace.catalogue().overview();
    const RunResultPtr example = m_workspace.exampleRunner().result();
    m_parts[0]->setText(example ? marked(tokens().good, QStringLiteral("✓"), tr("Ready"))
                                : tr("Computing the example"));
    if (overview) {
        m_parts[1]->setText(tr("Catalogue of %1 prices, to %2")
                                .arg(m_format.integer(static_cast<qint64>(overview->info.prices)),
                                     fromEngine(overview->info.asOf)));
    } else if (example) {
        m_parts[1]->setText(
            tr("Catalogue with prices to %1").arg(fromEngine(example->comparison->catalogueAsOf)));
    }
    m_parts[2]->setText(tr("Works offline, nothing is sent"));
}

void StatusLine::showAnswer(const RunResult& result)
{
    const simulator::Comparison& comparison = *result.comparison;
    const int stale = stalePrices(comparison);
    QString prices = tr("Prices to %1").arg(fromEngine(comparison.catalogueAsOf));
    if (stale > 0) {
        prices += tr(", %n older than %1 days", nullptr, stale).arg(model::kStaleAfterDays);
    }
    QStringList warnings;
    for (const std::string& warning : comparison.warnings) {
        warnings.append(m_format.wording().engineText(warning));
    }
    m_parts[1]->setText(tr("%n options", nullptr, static_cast<int>(comparison.options.size())));
    m_parts[2]->setText(prices);
    m_parts[2]->setToolTip(warnings.join(QLatin1Char('\n')));
    m_parts[3]->setText(tr("%1, net of VAT").arg(fromEngine(comparison.currency.code())));
    m_parts[4]->setText(
        comparison.paths > 0
            ? tr("Seed %1, %2 paths").arg(comparison.seed).arg(m_format.integer(comparison.paths))
            : tr("Seed %1").arg(comparison.seed));
    m_parts[5]->setText(tr("Catalogue %1").arg(fromEngine(comparison.catalogueHash).left(8)));
}

} // namespace wherewithal::app
