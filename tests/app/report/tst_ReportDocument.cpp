// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ComparisonJson.h"
#include "app/report/Format.h"
#include "app/report/ReportBuilder.h"
#include "tests/support/ComparisonFixture.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <variant>

using namespace wherewithal;
using app::ReportDocument;
using tests::comparisonFixture;
using tests::ComparisonFixture;

namespace {

ReportDocument build(const ComparisonFixture& made,
                     const app::ReportSettings& settings = {},
                     const app::ExplainFunction& explain = {})
{
    return app::buildReport({made.plan, made.comparison, made.slice, explain}, settings);
}

QString textOf(const ComparisonFixture& made, const app::ReportSettings& settings = {})
{
    return plainText(build(made, settings));
}

/// The table of a title in the section of an anchor, as the document has it; empty if there is none.
app::Table tableOf(const ReportDocument& document, const QString& anchor, const QString& title)
{
    for (const app::Section& section : document.sections) {
        for (const app::Block& block : section.blocks) {
            const auto* table = std::get_if<app::Table>(&block);
            if (table != nullptr && section.anchor == anchor && table->title == title) {
                return *table;
            }
        }
    }
    return {};
}

/// Whom a question goes to, each with the letters of the options that hang on the answer: "AWS (C, D), Lambda
/// (H)".
std::map<QString, QStringList> askedIn(const app::Cell& cell)
{
    std::map<QString, QStringList> asked;
    QString name;
    for (const app::Span& span : cell.text.spans) {
        if (span.role == app::Span::Role::Muted) {
            asked[name] = span.text.mid(2).chopped(1).split(QStringLiteral(", "));
        } else {
            name = span.text;
        }
    }
    return asked;
}

/// As the result has it, whatever the document says.
std::map<QString, QStringList> mustBeAsked(const ComparisonFixture& made, const model::QuestionId& question)
{
    std::map<QString, QStringList> asked;
    for (const auto& option : made.comparison.options) {
        for (const auto& score : option.scores) {
            for (const auto& cell : score.cells) {
                const bool isOpen = cell.answer == model::Answer::Unknown || cell.isConflicting;
                if (cell.question == question && isOpen && option.state != simulator::OptionState::Excluded) {
                    const auto* provider = made.slice.findProvider(
                        option.spec.layer.isEmpty() ? option.spec.provider : option.spec.layer);
                    asked[app::fromEngine(provider->displayName)] << app::fromEngine(option.spec.letter);
                }
            }
        }
    }
    for (auto& [name, letters] : asked) {
        letters.sort();
    }
    return asked;
}

/// Words that only a defect writes.
QString defectIn(const QString& text)
{
    static const QRegularExpression kDefect(
        QStringLiteral("\\bnan\\b|\\binf\\b|%[0-9]|−0\\b(?![.,])|QString|\\b-?inf\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = kDefect.match(text);
    return match.hasMatch() ? text.mid(std::max<qsizetype>(0, match.capturedStart() - 40), 90) : QString();
}

void makeHostile(ComparisonFixture& made)
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    simulator::OptionResult& option = made.comparison.options.front();
    option.cost.presentValue = kNan;
    option.cost.range->p90 = kInfinity;
    option.cost.cumulativeBase[3] = kNan;
    option.cost.cumulativeP10.clear();
    option.scoreLow = kNan;
    option.value = -kInfinity;
    option.firstInFraction = kNan;
    option.workloads[0].sustained = kInfinity;
    option.workloads[0].limits[0].value = 0.0;
    option.workloads[0].limits[1].usedNow = kNan;
    option.bindingWorkload = 99;
    made.plan.weights.cost = 0.0;
    made.plan.weights.criteria.fill(0.0);
    made.comparison.tippingPoints[0].newFirst = "ZZ";
}

} // namespace

class tst_ReportDocument : public QObject
{
    Q_OBJECT
private slots:
    void saysTheAnswerFirst();
    void holdsEverySectionOfTheDecisionRecord();
    void neverWritesDefects_data();
    void neverWritesDefects();
    void listsEveryEvidenceThatScores();
    void namesEveryExcludedOptionAndWhy();
    void asksForEveryUnknown();
    void datesEveryPriceAndMarksStaleOnes();
    void statesAllAssumptionsUsed();
    void figuresEqualTheJson();
    void lowerBoundsCarryTheSign();
    void totalsAreTheSumOfTheirLines();
    void everyCitationLeadsToASource();
    void tablesAreRectangular();
    void partsCanBeLeftOut();
    void sameInputSameDocument();
    void worksWithoutPathsOrOptions_data();
    void worksWithoutPathsOrOptions();
    void opensWorkedFigures();
    void dropsLinksThatAreNotWebAddresses();
    void tellsTwinsApart();
};

void tst_ReportDocument::saysTheAnswerFirst()
{
    const ReportDocument document = build(comparisonFixture());
    const auto& lead = std::get<app::Paragraph>(document.sections.at(0).blocks.at(0));
    const QString text = lead.text.plain().replace(QChar(0x00A0), QLatin1Char(' '));
    QVERIFY2(
        text.startsWith(QLatin1String("Buy servers and host them: Self-hosted 8×H200 (option A)."))
            || text.startsWith(QStringLiteral("Buy servers and host them: Self-hosted 8×H200 (option A).")),
        qPrintable(text));
    QVERIFY(text.contains(QLatin1String("less than the next in rank (B,")));
    QVERIFY(text.contains(QLatin1String("36.0 requests/s")));
    const auto& keys = std::get<app::KeyFigures>(document.sections.at(0).blocks.at(1));
    QCOMPARE(keys.figures.size(), std::size_t{4});
    QCOMPARE(keys.figures[1].value, QStringLiteral("2029-05"));
    QCOMPARE(keys.figures[1].label, QStringLiteral("A overtakes B"));
    QCOMPARE(keys.figures[3].value, QStringLiteral("59–71"));
}

void tst_ReportDocument::holdsEverySectionOfTheDecisionRecord()
{
    QStringList anchors;
    for (const app::Section& section : build(comparisonFixture()).sections) {
        if (section.level == 1) {
            anchors << section.anchor;
        }
    }
    QCOMPARE(anchors,
             (QStringList{QStringLiteral("summary"),
                          QStringLiteral("workload"),
                          QStringLiteral("must-haves"),
                          QStringLiteral("prices"),
                          QStringLiteral("throughput"),
                          QStringLiteral("cost"),
                          QStringLiteral("scores"),
                          QStringLiteral("stability"),
                          QStringLiteral("unknowns"),
                          QStringLiteral("evidence"),
                          QStringLiteral("sources"),
                          QStringLiteral("reproduce")}));
}

void tst_ReportDocument::neverWritesDefects_data()
{
    QTest::addColumn<bool>("isHostile");
    QTest::addColumn<bool>("hasPaths");
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "de", "xx"}) {
        QTest::addRow("%s", language) << false << true << QString::fromLatin1(language);
        QTest::addRow("%s, base case", language) << false << false << QString::fromLatin1(language);
    }
    QTest::addRow("hostile values") << true << true << QStringLiteral("en");
}

void tst_ReportDocument::neverWritesDefects()
{
    QFETCH(bool, isHostile);
    QFETCH(bool, hasPaths);
    QFETCH(QString, language);
    ComparisonFixture made = comparisonFixture(10, hasPaths);
    if (isHostile) {
        makeHostile(made);
    }
    const QString defect = defectIn(textOf(made, {.language = language}));
    QVERIFY2(defect.isEmpty(), qPrintable(defect));
}

void tst_ReportDocument::listsEveryEvidenceThatScores()
{
    const ComparisonFixture made = comparisonFixture();
    const QString text = textOf(made);
    int used = 0;
    for (const auto& option : made.comparison.options) {
        for (const auto& score : option.scores) {
            for (const auto& cell : score.cells) {
                for (const auto& id : cell.evidence) {
                    ++used;
                    QVERIFY2(text.contains(app::fromEngine(id.text())), id.text().c_str());
                }
            }
        }
    }
    QVERIFY(used > 20);
}

void tst_ReportDocument::namesEveryExcludedOptionAndWhy()
{
    const ComparisonFixture made = comparisonFixture();
    const QString text = textOf(made);
    for (const auto& option : made.comparison.options) {
        for (const auto& reason : option.reasons) {
            QVERIFY2(text.contains(app::fromEngine(reason.text)), reason.text.c_str());
        }
    }
    QVERIFY(text.contains(QLatin1String("customer-keys")));
}

void tst_ReportDocument::asksForEveryUnknown()
{
    ComparisonFixture made = comparisonFixture();
    simulator::AnswerCell& contradicted = made.comparison.options.front().scores.front().cells.front();
    QVERIFY(contradicted.answer != model::Answer::Unknown);
    contradicted.isConflicting = true;
    const ReportDocument document = build(made);
    const QString text = plainText(document);
    const app::Table table =
        tableOf(document, QStringLiteral("unknowns"), QStringLiteral("Questions to ask"));
    QCOMPARE(table.columns.size(), std::size_t{2});
    QVERIFY(table.columns[1].title.startsWith(QLatin1String("To,")));
    for (const auto& question : made.slice.questions) {
        const QString asks = app::fromEngine(question.text);
        QVERIFY2(text.contains(asks), question.text.c_str());
        const auto isAsked = [&asks](const app::Row& row) {
            return row.cells.size() == 2 && row.cells[0].text.plain() == asks;
        };
        QCOMPARE(std::ranges::count_if(table.rows, isAsked), 1);
        const auto asked = askedIn(std::ranges::find_if(table.rows, isAsked)->cells[1]);
        // The layer leaves all of them open: its seller is asked, not the cloud below it.
        QVERIFY2(asked.contains(QStringLiteral("DataTron")), question.text.c_str());
        QCOMPARE(asked.at(QStringLiteral("DataTron")), QStringList{QStringLiteral("G")});
        QVERIFY2(asked == mustBeAsked(made, question.id), question.text.c_str());
    }
    const auto isQuestion = [](const app::Row& row) {
        return row.kind == app::Row::Kind::Body;
    };
    QCOMPARE(std::ranges::count_if(table.rows, isQuestion),
             static_cast<std::ptrdiff_t>(made.slice.questions.size())); // and nothing else is asked
}

void tst_ReportDocument::datesEveryPriceAndMarksStaleOnes()
{
    const ComparisonFixture made = comparisonFixture();
    const QString text = textOf(made);
    QCOMPARE(text.count(QLatin1String("2024-09-25 stale")),
             static_cast<qsizetype>(made.comparison.options.size()));
    QVERIFY(text.contains(QLatin1String("older than 180 days")));
}

void tst_ReportDocument::statesAllAssumptionsUsed()
{
    const ComparisonFixture made = comparisonFixture();
    const QString text = textOf(made);
    for (const auto& figure : made.comparison.assumptionsUsed) {
        QVERIFY(text.contains(app::fromEngine(figure.name)));
        QVERIFY(text.contains(app::fromEngine(figure.note)));
    }
    ComparisonFixture silent = comparisonFixture();
    silent.comparison.assumptionsUsed.clear();
    const QString all = textOf(silent);
    for (const auto& spec : model::assumptionTable()) {
        QVERIFY(
            all.contains(QString::fromUtf8(spec.label.data(), static_cast<qsizetype>(spec.label.size()))));
    }
}

void tst_ReportDocument::figuresEqualTheJson()
{
    const ComparisonFixture made = comparisonFixture();
    const auto json = nlohmann::json::parse(app::comparisonJson(made.comparison));
    const QString text = textOf(made);
    const app::Format format(app::localeOf(QStringLiteral("en")));
    for (const auto& option : json.at("options")) {
        if (option.at("state") == "excluded") {
            continue;
        }
        const auto& cost = option.at("cost");
        for (const char* key : {"base", "present_value", "p10", "p50", "p90", "equivalent_annual"}) {
            const QString figure = format.number(cost.at(key).get<double>());
            QVERIFY2(text.contains(figure), qPrintable(figure));
        }
        // To the last digit that money has.
        QVERIFY(text.contains(format.number(cost.at("base").get<double>(), 2)));
        QVERIFY(text.contains(format.score(option.at("score").at("low").get<double>(),
                                           option.at("score").at("high").get<double>())));
    }
}

void tst_ReportDocument::lowerBoundsCarryTheSign()
{
    const QString text = textOf(comparisonFixture()).replace(QChar(0x00A0), QLatin1Char(' '));
    QVERIFY(text.contains(QStringLiteral("≥ 1,746,400")));
    QVERIFY(text.contains(QLatin1String("Unknown for G: licence of the layer")));
    QVERIFY(text.contains(QLatin1String("costs at least")));
}

void tst_ReportDocument::totalsAreTheSumOfTheirLines()
{
    const ReportDocument document = build(comparisonFixture());
    int ledgers = 0;
    for (const app::Section& section : document.sections) {
        for (const app::Block& block : section.blocks) {
            const auto* table = std::get_if<app::Table>(&block);
            if (table == nullptr || !table->title.startsWith(QLatin1String("Ledger"))) {
                continue;
            }
            ++ledgers;
            for (std::size_t column = 2; column + 1 < table->columns.size(); ++column) {
                double sum = 0.0;
                for (const app::Row& row : table->rows) {
                    const double value = row.cells[column].number.value_or(0.0);
                    sum = row.kind == app::Row::Kind::Total ? sum - value : sum + value;
                }
                QVERIFY2(std::abs(sum) < 1e-3, qPrintable(table->title));
            }
        }
    }
    QCOMPARE(ledgers, 7);
}

void tst_ReportDocument::everyCitationLeadsToASource()
{
    const ReportDocument document = build(comparisonFixture());
    std::set<QString> anchors;
    std::set<QString> links;
    const auto collect = [&links](const app::RichText& text) {
        for (const app::Span& span : text.spans) {
            if (span.link.startsWith(QLatin1Char('#'))) {
                links.insert(span.link.mid(1));
            }
        }
    };
    for (const app::Section& section : document.sections) {
        QVERIFY(!anchors.contains(section.anchor));
        anchors.insert(section.anchor);
        for (const app::Block& block : section.blocks) {
            if (const auto* table = std::get_if<app::Table>(&block)) {
                for (const app::Row& row : table->rows) {
                    anchors.insert(row.anchor);
                    for (const app::Cell& cell : row.cells) {
                        collect(cell.text);
                    }
                }
            }
        }
    }
    QVERIFY(links.size() > 5);
    for (const QString& link : links) {
        QVERIFY2(anchors.contains(link), qPrintable(link));
    }
}

void tst_ReportDocument::tablesAreRectangular()
{
    for (const app::Section& section : build(comparisonFixture(30)).sections) {
        for (const app::Block& block : section.blocks) {
            if (const auto* table = std::get_if<app::Table>(&block)) {
                for (const app::Row& row : table->rows) {
                    QCOMPARE(row.cells.size(),
                             row.kind == app::Row::Kind::Group ? std::size_t{1} : table->columns.size());
                }
            }
        }
    }
}

void tst_ReportDocument::partsCanBeLeftOut()
{
    app::ReportSettings settings;
    settings.parts = {.workload = false,
                      .requirements = false,
                      .prices = false,
                      .throughput = false,
                      .cost = false,
                      .ledgers = false,
                      .scores = false,
                      .stability = false,
                      .questions = false,
                      .workedFigures = false,
                      .evidence = false};
    const ReportDocument document = build(comparisonFixture(), settings);
    QCOMPARE(document.sections.size(), std::size_t{2}); // the summary, and how to reproduce it
}

void tst_ReportDocument::sameInputSameDocument()
{
    QCOMPARE(build(comparisonFixture()), build(comparisonFixture()));
}

void tst_ReportDocument::worksWithoutPathsOrOptions_data()
{
    QTest::addColumn<int>("options");
    QTest::addColumn<bool>("isAllExcluded");
    QTest::addRow("no option") << 0 << false;
    QTest::addRow("one option") << 1 << false;
    QTest::addRow("all excluded") << 10 << true;
}

void tst_ReportDocument::worksWithoutPathsOrOptions()
{
    QFETCH(int, options);
    QFETCH(bool, isAllExcluded);
    ComparisonFixture made = comparisonFixture(options, false);
    for (auto& option : made.comparison.options) {
        if (isAllExcluded) {
            option.state = simulator::OptionState::Excluded;
            option.rank.reset();
        }
    }
    const QString text = textOf(made);
    QVERIFY(defectIn(text).isEmpty());
    if (options == 0 || isAllExcluded) {
        QVERIFY(text.contains(QLatin1String("No option meets every requirement.")));
    }
}

void tst_ReportDocument::opensWorkedFigures()
{
    const auto explain = [](const std::string& letter,
                            const std::string& name) -> model::Result<model::FigurePtr> {
        if (name != "cost") {
            return model::failure(model::ErrorCode::UnknownName, name, "no such figure");
        }
        auto price = std::make_shared<model::Figure>(model::Figure{
            .name = "Price per hour",
            .value = 5.8981,
            .unit = "USD/h",
            .source = {.title = "Price list", .url = "https://example.com/p", .date = "2026-06-18"}});
        auto hours = std::make_shared<model::Figure>(
            model::Figure{.name = "Hours", .value = 730.0, .unit = "h", .isAssumption = true});
        return std::make_shared<model::Figure>(model::Figure{.name = "Cost of " + letter,
                                                             .value = 4305.613,
                                                             .unit = "USD",
                                                             .formula = "hours x price",
                                                             .inputs = {hours, price, hours}});
    };
    const QString text = app::plainText(build(comparisonFixture(), {}, explain));
    QVERIFY(text.contains(QLatin1String("How the figures of A come about")));
    QVERIFY(text.contains(QStringLiteral("hours × price")));
    QVERIFY(text.contains(QLatin1String("5.89810")));
    QVERIFY(text.contains(QLatin1String("730")) && !text.contains(QLatin1String("730.000"))); // a count
    QVERIFY(!text.contains(QLatin1String("no such figure")));
}

void tst_ReportDocument::dropsLinksThatAreNotWebAddresses()
{
    app::RichText text;
    text.add(QStringLiteral("x"), app::Span::Role::Plain, QStringLiteral("javascript:alert(1)"));
    text.add(QStringLiteral("y"), app::Span::Role::Plain, QStringLiteral("file:///etc/passwd"));
    text.add(QStringLiteral("z"), app::Span::Role::Plain, QStringLiteral("https://example.com"));
    QVERIFY(text.spans[0].link.isEmpty());
    QVERIFY(text.spans[1].link.isEmpty());
    QVERIFY(!text.spans[2].link.isEmpty());
}

void tst_ReportDocument::tellsTwinsApart()
{
    const QString text = textOf(comparisonFixture());
    QVERIFY(text.contains(QLatin1String("B Azure NC40ads H100 v5, savings plan 3 years")));
    QVERIFY(text.contains(QLatin1String("C Azure NC40ads H100 v5, on demand")));
}

QTEST_GUILESS_MAIN(tst_ReportDocument)
#include "tst_ReportDocument.moc"
