// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "tests/app/cli/CliRun.h"
#include "tests/support/FullPlan.h"
#include "tests/support/SmallCatalogue.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace wherewithal;
using namespace wherewithal::app::cli;
using tests::Outcome;
using tests::words;

namespace {

/// Two options: the first ranked, at 100,000.50 USD, the second excluded.
simulator::Comparison fakeComparison(const model::Plan& plan)
{
    simulator::Comparison comparison;
    comparison.planName = plan.name;
    comparison.catalogueHash = "0123456789abcdef";
    comparison.catalogueAsOf = "2026-11-01";
    comparison.asOf = plan.asOf;
    comparison.starts = plan.starts;
    comparison.horizonMonths = plan.horizonMonths;
    comparison.seed = plan.seed;
    comparison.reference = "A";
    simulator::OptionResult first;
    first.spec.id = model::OptionId("cirrus/east/big/on-demand");
    first.spec.letter = "A";
    first.spec.displayName = "Cirrus big";
    first.rank = 1;
    first.value = 0.75;
    first.cost.base = model::postHalfEven(100'000.5);
    first.cost.lines = {
        {.key = "machines-on-demand", .label = "Machines on demand", .total = first.cost.base}};
    first.cost.usdRate = 1.0;
    first.workloads = {{.id = model::WorkloadId("web"), .sustained = 12.5, .sustainedUnit = "requests/s"}};
    simulator::OptionResult second;
    second.spec.id = model::OptionId("dyno/eu/standard/platform");
    second.spec.letter = "B";
    second.state = simulator::OptionState::Excluded;
    second.reasons = {{.kind = simulator::Reason::Kind::DoesNotFit, .text = "=The model | does not fit"}};
    for (std::size_t index = 0; index < model::kCriteria.size(); ++index) {
        first.scores[index].criterion = model::kCriteria[index];
        second.scores[index].criterion = model::kCriteria[index];
    }
    comparison.options = {first, second};
    return comparison;
}

Services fakeServices()
{
    using Slice = model::Result<model::CatalogueSlice>;
    using Rows = std::vector<providers::PriceRow>;
    Services services;
    services.slice = [](const model::Plan&, const Services::CatalogueFile& file) -> Slice {
        if (file && *file == "missing.sqlite") {
            return model::failure(model::ErrorCode::NotFound, "missing.sqlite", "there is no such file");
        }
        return tests::smallCatalogue();
    };
    services.listPrices = [](const providers::PriceFilter& filter,
                             const Services::CatalogueFile&) -> model::Result<Rows> {
        providers::PriceRow row;
        row.provider = "aws";
        row.service = "compute";
        row.machine = "m5.large";
        row.amount = model::parseDecimal("0.0960000000").value();
        return filter.provider == "nobody" ? Rows{} : Rows{row};
    };
    services.compare =
        [](const model::Plan& plan,
           const model::CatalogueSlice&,
           const simulator::CompareSettings& settings) -> model::Result<simulator::Comparison> {
        auto comparison = fakeComparison(plan);
        comparison.paths = settings.paths;
        comparison.seed = settings.seed.value_or(plan.seed);
        return comparison;
    };
    services.figureNames = [](const simulator::Comparison&, const simulator::OptionResult&) {
        return std::vector<simulator::FigureName>{{.name = "cost", .label = "Cost over the horizon"}};
    };
    services.explain = [](const model::Plan&,
                          const model::CatalogueSlice&,
                          std::string_view,
                          std::string_view figure,
                          const simulator::CompareSettings&) -> model::Result<model::FigurePtr> {
        if (figure != "cost") {
            return model::failure(model::ErrorCode::UnknownName,
                                  "--figure",
                                  "there is no such figure",
                                  "`--figure list` names them");
        }
        model::Figure price{.name = "price", .value = 2.0, .unit = "USD/h"};
        price.source = {.title = "List", .url = "https://example.invalid", .date = "2026-01-01"};
        model::Figure cost{.name = "Cost", .unit = "USD", .formula = "hours x price"};
        cost.inputs = {std::make_shared<const model::Figure>(price)};
        return std::make_shared<const model::Figure>(cost);
    };
    services.writeReport = [](const ReportJob&) {
        return model::Result<void>{};
    };
    services.today = [] {
        return model::Day{.year = 2027, .month = 2, .day = 3};
    };
    return services;
}

Outcome run(const std::vector<std::string>& arguments, const Services& services = fakeServices())
{
    return tests::ran(arguments, services);
}

/// A command line cut at blanks; '_' stands for a blank within a word.
std::vector<std::string> wordsWithBlanks(const QString& line)
{
    std::vector<std::string> result = words(line);
    for (std::string& word : result) {
        std::ranges::replace(word, '_', ' ');
    }
    return result;
}

std::string savedPlan(const QTemporaryDir& folder, const model::Plan& plan)
{
    const std::string path = folder.filePath(QStringLiteral("plan.wherewithal")).toStdString();
    if (!providers::savePlan(plan, path)) {
        qFatal("cannot save the test plan");
    }
    return path;
}

} // namespace

class tst_Cli : public QObject
{
    Q_OBJECT

private slots:
    void showsHelpWithAnExample_data();
    void showsHelpWithAnExample();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void namesTheCommandThatWasMeant_data();
    void namesTheCommandThatWasMeant();
    void handsTheReportItsSettings();
    void comparesAsJson();
    void comparesAsCsvWithoutFormulas();
    void comparesAsTables();
    void passesSeedPathsAndDay();
    void judgesTheBudget_data();
    void judgesTheBudget();
    void saysNoWhenNothingIsFeasible();
    void reportsPlanErrorsWithFileAndLine();
    void reportsMissingFiles();
    void explainsDownToASource();
    void namesFigures();
    void writesEachTemplate_data();
    void writesEachTemplate();
    void doesNotReplaceAFile();
    void reportsAFullDisk();
    void checksAPlan();
    void listsPrices();
    void comparesWithRecordedPrices();
    void recordsPricesAndLetters();
    void reportsAnOutputThatFails();
};

void tst_Cli::showsHelpWithAnExample_data()
{
    QTest::addColumn<QString>("command");
    for (const auto& command : allCommands()) {
        const std::string path(command->path());
        QTest::newRow(path.c_str()) << QString::fromStdString(path);
    }
}

void tst_Cli::showsHelpWithAnExample()
{
    QFETCH(QString, command);
    auto arguments = words(command);
    arguments.emplace_back("--help");
    const Outcome help = run(arguments);
    QCOMPARE(help.status, ExitStatus::Done);
    QVERIFY(help.out.find("Example:\n  wherewithal-cli " + command.toStdString()) != std::string::npos);
    QVERIFY(help.err.empty());
}

void tst_Cli::refusesBadArguments_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"",
                             "contrast",
                             "compare",
                             "compare example:assistant --colour",
                             "compare example:assistant --paths -1",
                             "compare example:assistant --json --csv",
                             "compare example:assistant --as-of soon",
                             "compare example:assistant --budget much",
                             "compare example:assistant --budget 5_euros",
                             "compare example:nothing",
                             "prices",
                             "prices list --purchase gift",
                             "prices list --as-of soon",
                             "new tea --output /dev/null",
                             "report example:assistant --output x.docx",
                             "report example:assistant --output x.pdf --language xx",
                             "report example:assistant --output x.pdf --as-of 2026-13-45",
                             "explain example:assistant --option A --figure joy"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void tst_Cli::refusesBadArguments()
{
    QFETCH(QString, line);
    const Outcome outcome = run(wordsWithBlanks(line));
    QCOMPARE(outcome.status, ExitStatus::InputAtFault);
    QVERIFY(outcome.out.empty());
    QVERIFY2(outcome.err.find(": ") != std::string::npos && outcome.err.ends_with(")\n"),
             outcome.err.c_str());
}

void tst_Cli::namesTheCommandThatWasMeant_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("of the program")
        << "compar example:assistant"
        << "wherewithal-cli: there is no command \"compar\" (did you mean compare? There are ";
    QTest::newRow("of a group") << "prices impotr sheet.csv"
                                << "prices: there is no command \"impotr\" (did you mean import? There are ";
    QTest::newRow("like none") << "model z"
                               << "model: there is no command \"z\" (There are inspect";
    QTest::newRow("none given") << "prices" << "prices: A subcommand is required (see ";
}

void tst_Cli::namesTheCommandThatWasMeant()
{
    QFETCH(const QString, line);
    QFETCH(const QString, expected);
    const Outcome outcome = run(words(line));
    QCOMPARE(outcome.status, ExitStatus::InputAtFault);
    QVERIFY2(QString::fromStdString(outcome.err).contains(expected), outcome.err.c_str());
}

void tst_Cli::handsTheReportItsSettings()
{
    Services services = fakeServices();
    std::vector<ReportJob> jobs;
    services.writeReport = [&jobs](const ReportJob& job) -> model::Result<void> {
        jobs.push_back(job);
        return {};
    };
    const Outcome plain = run({"report", "example:assistant", "--output", "X.PDF"}, services);
    QVERIFY2(plain.status == ExitStatus::Done, plain.err.c_str());
    const Outcome chosen = run(
        words(QStringLiteral("report example:assistant --output x.htm --short --language de --paper letter")),
        services);
    QVERIFY2(chosen.status == ExitStatus::Done, chosen.err.c_str());
    QCOMPARE(jobs.size(), 2U);
    QCOMPARE(jobs[0].output.string(), std::string("X.PDF"));
    QCOMPARE(jobs[0].language, std::string("en"));
    QVERIFY(!jobs[0].isShort && !jobs[0].isLetter);
    QCOMPARE(jobs[1].language, std::string("de"));
    QVERIFY(jobs[1].isShort && jobs[1].isLetter);
}

void tst_Cli::comparesAsJson()
{
    const Outcome outcome = run({"compare", "example:assistant", "--json"});
    QCOMPARE(outcome.status, ExitStatus::Done);
    const auto json = nlohmann::json::parse(outcome.out);
    QVERIFY(json["options"][0]["cost"]["base"] == 100000.5);
    QVERIFY(json["options"][0]["sustained"]["value"] == 12.5);
    QVERIFY(json["options"][0]["cost"]["p50"].is_null());
    QVERIFY(json["options"][1]["state"] == "excluded");
    QVERIFY(json["options"][1]["rank"].is_null());
    QVERIFY(json["catalogue"]["hash"] == "0123456789abcdef");
}

void tst_Cli::comparesAsCsvWithoutFormulas()
{
    const Outcome outcome = run({"compare", "example:assistant", "--csv"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QCOMPARE(std::ranges::count(outcome.out, '\n'), 3);
    QVERIFY(outcome.out.find("'=The model") != std::string::npos);
}

void tst_Cli::comparesAsTables()
{
    const Outcome markdown = run({"compare", "example:assistant", "--markdown"});
    QCOMPARE(markdown.status, ExitStatus::Done);
    QVERIFY(markdown.out.starts_with("# "));
    QVERIFY2(markdown.out.find("| 1 | A |") != std::string::npos, markdown.out.c_str());
    QVERIFY(markdown.out.find("- **B** =The model") != std::string::npos);
    const Outcome text = run({"compare", "example:assistant"});
    QCOMPARE(text.status, ExitStatus::Done);
    QVERIFY(text.out.find("Rank") != std::string::npos);
    QVERIFY(text.out.find("12.5") != std::string::npos);
}

void tst_Cli::passesSeedPathsAndDay()
{
    Services services = fakeServices();
    model::Day seen;
    services.compare = [&, compare = services.compare](const model::Plan& plan,
                                                       const model::CatalogueSlice& slice,
                                                       const simulator::CompareSettings& settings) {
        seen = plan.asOf;
        return compare(plan, slice, settings);
    };
    const auto json = nlohmann::json::parse(
        run(words(QStringLiteral("compare example:assistant --seed 7 --paths 16 --as-of 2030-01-02 --json")),
            services)
            .out);
    QVERIFY(json["seed"] == 7);
    QVERIFY(json["paths"] == 16);
    QCOMPARE(model::text(seen), std::string("2030-01-02"));
}

void tst_Cli::judgesTheBudget_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<int>("status");
    QTest::newRow("just enough") << QStringLiteral("100000.50") << 0;
    QTest::newRow("a cent short") << QStringLiteral("100000.49") << 1;
    QTest::newRow("enough, with currency") << QStringLiteral("100001 USD") << 0;
    QTest::newRow("short, with currency") << QStringLiteral("100000 USD") << 1;
    QTest::newRow("no dated rate") << QStringLiteral("100000 XTS") << 2;
}

void tst_Cli::judgesTheBudget()
{
    QFETCH(QString, budget);
    QFETCH(int, status);
    const Outcome outcome = run({"compare", "example:assistant", "--json", "--budget", budget.toStdString()});
    QCOMPARE(static_cast<int>(outcome.status), status);
    QVERIFY(!outcome.out.empty());
    QCOMPARE(outcome.err.empty(), status == 0);
}

void tst_Cli::saysNoWhenNothingIsFeasible()
{
    Services services = fakeServices();
    services.compare = [](const model::Plan& plan,
                          const model::CatalogueSlice&,
                          const simulator::CompareSettings&) -> model::Result<simulator::Comparison> {
        auto comparison = fakeComparison(plan);
        comparison.options.erase(comparison.options.begin());
        return comparison;
    };
    QCOMPARE(run({"compare", "example:assistant"}, services).status, ExitStatus::AnswerIsNo);
}

void tst_Cli::reportsPlanErrorsWithFileAndLine()
{
    const QTemporaryDir folder;
    model::Plan plan = wherewithal::test::fullPlan();
    plan.workloads[0].demand.peakPerSecond = -5.0;
    const std::string path = savedPlan(folder, plan);
    const Outcome outcome = run({"compare", path});
    QCOMPARE(outcome.status, ExitStatus::InputAtFault);
    QVERIFY(outcome.out.empty());
    QVERIFY2(outcome.err.starts_with(path + ":"), outcome.err.c_str());
    QVERIFY(outcome.err.find(":workloads[0].demand.peak_per_second: ") != std::string::npos);
}

void tst_Cli::reportsMissingFiles()
{
    const Outcome plan = run({"compare", "/nowhere/x.wherewithal"});
    QCOMPARE(plan.status, ExitStatus::InputAtFault);
    QVERIFY(plan.err.starts_with("/nowhere/x.wherewithal: cannot read: "));
    const Outcome catalogue = run({"compare", "example:assistant", "--catalogue", "missing.sqlite"});
    QCOMPARE(catalogue.status, ExitStatus::InputAtFault);
    QVERIFY(catalogue.err.starts_with("missing.sqlite: "));
}

void tst_Cli::explainsDownToASource()
{
    const Outcome outcome =
        run({"explain", "example:assistant", "--option", "A", "--figure", "cost", "--json"});
    QCOMPARE(outcome.status, ExitStatus::Done);
    const auto json = nlohmann::json::parse(outcome.out);
    QVERIFY(json["value"].is_null());
    QVERIFY(json["formula"] == "hours x price");
    QVERIFY(json["source"].is_null());
    QVERIFY(json["assumption"] == false);
    QVERIFY(json["inputs"][0]["value"] == 2.0);
    QVERIFY(json["inputs"][0]["source"]["date"] == "2026-01-01");
}

void tst_Cli::namesFigures()
{
    QVERIFY(
        run({"explain", "example:assistant", "--option", "A", "--figure", "list"}).out.starts_with("cost "));
    const Outcome unknown = run({"explain", "example:assistant", "--option", "Z", "--figure", "list"});
    QCOMPARE(unknown.status, ExitStatus::InputAtFault);
    QVERIFY(unknown.err.find("the plan has A, B") != std::string::npos);
}

void tst_Cli::writesEachTemplate_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"llm", "inference", "batch", "training", "service"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_Cli::writesEachTemplate()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("new.wherewithal")).toStdString();
    const Outcome outcome = run({"new", name.toStdString(), "--output", path});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const auto document = providers::loadPlan(path);
    QVERIFY(document.has_value());
    QVERIFY(document->issues.empty());
    QVERIFY(model::validate(document->plan).empty());
    QCOMPARE(model::text(document->plan.asOf), std::string("2027-02-03"));
    QCOMPARE(model::text(document->plan.starts), std::string("2027-03"));
}

void tst_Cli::doesNotReplaceAFile()
{
    const QTemporaryDir folder;
    const std::string path = savedPlan(folder, wherewithal::test::fullPlan());
    QCOMPARE(run({"new", "llm", "--output", path}).status, ExitStatus::InputAtFault);
    QCOMPARE(run({"new", "llm", "--output", path, "--force"}).status, ExitStatus::Done);
    QCOMPARE(run({"new", "llm", "--output", "/nowhere/new.wherewithal"}).status, ExitStatus::InputAtFault);
}

void tst_Cli::reportsAFullDisk()
{
    if (!std::filesystem::exists("/dev/full")) {
        QSKIP("this system has no /dev/full");
    }
    const Outcome outcome = run({"new", "llm", "--output", "/dev/full"});
    QCOMPARE(outcome.status, ExitStatus::MachineAtFault);
    QVERIFY2(outcome.err.starts_with("/dev/full: cannot save: "), outcome.err.c_str());
}

void tst_Cli::checksAPlan()
{
    const QTemporaryDir folder;
    model::Plan plan = wherewithal::test::fullPlan();
    plan.horizonMonths = 0;
    plan.weights.cost = -1;
    plan.unknownKeys = {{"/colour", "\"red\""}};
    const Outcome bad = run({"check", savedPlan(folder, plan), "--json"});
    QCOMPARE(bad.status, ExitStatus::InputAtFault);
    const auto issues = nlohmann::json::parse(bad.out);
    QVERIFY(issues[0]["severity"] == "warning");
    QVERIFY(issues[0]["code"] == "unknown-key");
    QVERIFY(issues[1]["where"] == "horizon_months");
    QVERIFY(issues[1]["line"] == 7);
    QVERIFY(issues[2]["where"] == "weights.cost");
    plan.horizonMonths = 36;
    plan.weights.cost = 1;
    const Outcome good = run({"check", savedPlan(folder, plan)});
    QCOMPARE(good.status, ExitStatus::Done);
    QVERIFY2(good.out.find("errors 0, warnings ") != std::string::npos, good.out.c_str());
}

void tst_Cli::listsPrices()
{
    const Outcome outcome = run({"prices", "list", "--provider", "aws", "--json"});
    QCOMPARE(outcome.status, ExitStatus::Done);
    const auto json = nlohmann::json::parse(outcome.out);
    QVERIFY(json[0]["amount"] == 0.096);
    QVERIFY(json[0]["effective_hourly"] == 0.096);
    QVERIFY(json[0]["upfront"].is_null());
    QVERIFY(json[0]["purchase"] == "on-demand");
    QVERIFY(json[0]["tiers"][0]["to"].is_null());
    QCOMPARE(run({"prices", "list", "--provider", "nobody", "--json"}).out, std::string("[]\n"));
    QVERIFY(run({"prices", "list"}).out.starts_with("provider  machine"));
}

void tst_Cli::comparesWithRecordedPrices()
{
    QCOMPARE(run({"compare", "example:assistant", "--frozen"}).status, ExitStatus::InputAtFault);
    const QTemporaryDir folder;
    model::Plan plan = wherewithal::test::fullPlan();
    model::Candidate candidate;
    candidate.provider = model::ProviderId("cirrus");
    candidate.region = model::RegionId("east");
    candidate.machine = model::MachineId("big");
    plan.candidates = {candidate};
    plan.queries.clear();
    model::UsedPrice used{.optionId = "cirrus/east/big/on-demand", .what = "machine"};
    used.amount = model::parseDecimal("12.5").value();
    used.currency = "USD";
    plan.pricesUsed = {used};
    Services services = fakeServices();
    std::string seen;
    services.compare = [&](const model::Plan& computed,
                           const model::CatalogueSlice& slice,
                           const simulator::CompareSettings&) -> model::Result<simulator::Comparison> {
        for (const auto& price : slice.prices) {
            if (price.machine.text() == "big" && price.region.text() == "east"
                && price.purchase == model::Purchase::OnDemand) {
                seen = price.amount.toText();
            }
        }
        return fakeComparison(computed);
    };
    QCOMPARE(run({"compare", savedPlan(folder, plan), "--frozen"}, services).status, ExitStatus::Done);
    QCOMPARE(seen, std::string("12.5"));
}

void tst_Cli::recordsPricesAndLetters()
{
    const QTemporaryDir folder;
    const std::string path = savedPlan(folder, wherewithal::test::fullPlan());
    QCOMPARE(run({"compare", path, "--record", "--as-of", "2031-01-01"}).status, ExitStatus::Done);
    const auto document = providers::loadPlan(path);
    QVERIFY(document.has_value());
    QCOMPARE(document->plan.catalogueHash, std::string("0123456789abcdef"));
    QCOMPARE(document->plan.letters.at("cirrus/east/big/on-demand"), std::string("A"));
    QCOMPARE(document->plan.asOf, wherewithal::test::fullPlan().asOf);
}

void tst_Cli::reportsAnOutputThatFails()
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    out.setstate(std::ios::badbit);
    Streams streams{.in = in, .out = out, .err = err};
    QCOMPARE(app::cli::run({"compare", "example:assistant"}, fakeServices(), streams),
             ExitStatus::MachineAtFault);
}

QTEST_APPLESS_MAIN(tst_Cli)
#include "tst_Cli.moc"
