// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/randomdraws.h"
#include "models/cost/cashflows.h"
#include "models/cost/costfile.h"
#include "tests/support/casefile.h"

#include <QTest>
#include <rapidcheck.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject cost(const QByteArray &json)
{
    const Result<QJsonObject> answer = answerCost(json);
    if (!answer)
        QTest::qFail(qPrintable(answer.error().what), __FILE__, __LINE__);
    return answer.value_or(QJsonObject());
}

QByteArray contractCase(const QString &name)
{
    QFile file(QStringLiteral(STRATADECK_TEST_DATA "/contract/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject project()
{
    QJsonObject json = QJsonDocument::fromJson(contractCase(u"cost_project.json"_s)).object();
    json.remove("expected"_L1);
    json.remove("tolerance"_L1);
    return json;
}

QJsonObject answerTo(const QJsonObject &json)
{
    return cost(QJsonDocument(json).toJson());
}

bool isNear(const QJsonValue &found, double expected, double tolerance = 1e-9)
{
    return found.isDouble() && std::abs(found.toDouble() - expected) <= tolerance;
}

} // namespace

/// The cost model against figures that were worked out elsewhere or by hand.
class TestCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void casesOfTheContract_data();
    void casesOfTheContract();
    void presentValueFollowsTheTiming();
    void rateIsGivenOnlyWhenUnique();
    void ratesZeroThePresentValue();
    void modifiedRate();
    void paybackIsLinearInsideAYear();
    void annualCost();
    void projectBreaksEvenWhereItSays();
    void sunkLinesCountNowhere();
    void divisorOfZeroIsNull();
    void tornadoIsWidestFirst();
    void simulationOfCertainAmountsIsTheFigure();
    void simulationFindsMeanAndShares();
    void sameSeedSameDraws();
    void drawsHaveTheirMoments();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();
};

void TestCost::casesOfTheContract_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("payback") << u"cost_payback.json"_s;
    QTest::newRow("project") << u"cost_project.json"_s;
}

void TestCost::casesOfTheContract()
{
    QFETCH(const QString, name);
    const QByteArray json = contractCase(name);
    const QJsonObject given = QJsonDocument::fromJson(json).object();
    const QString difference =
        differenceOf(cost(json), given["expected"_L1], given["tolerance"_L1].toDouble(1e-12));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestCost::presentValueFollowsTheTiming()
{
    const std::vector<double> flows{-100, 60, 60};
    const double r = 0.1;
    QVERIFY(std::abs(presentValue(r, flows) - (-100 + 60 / 1.1 + 60 / 1.21)) < 1e-12);
    QVERIFY(std::abs(presentValue(r, flows, FlowTiming::MidYear)
                     - (-100 + 60 / std::sqrt(1.1) + 60 / std::pow(1.1, 1.5)))
            < 1e-12);
    QVERIFY(std::abs(presentValue(r, flows, FlowTiming::Spreadsheet) - presentValue(r, flows) / 1.1) < 1e-12);
    QVERIFY(isNear(cost(R"({"kind":"NPV","rate":0,"flows":[-1,2,3]})")["npv"_L1], 4));
}

void TestCost::rateIsGivenOnlyWhenUnique()
{
    const QJsonObject one = cost(R"({"kind":"IRR","flows":[-100,110]})");
    QVERIFY(isNear(one["irr"_L1], 0.1));
    QCOMPARE(one["sign_changes"_L1].toInt(), 1);
    const QJsonObject two = cost(R"({"kind":"IRR","flows":[-1000,2500,-1540]})");
    QVERIFY(two["irr"_L1].isNull());
    QCOMPARE(two["roots"_L1].toArray().size(), qsizetype(2)); // 10 % and 40 %
    QVERIFY(isNear(two["roots"_L1][0], 0.1) && isNear(two["roots"_L1][1], 0.4));
    const QJsonObject none = cost(R"({"kind":"IRR","flows":[100,10]})");
    QVERIFY(none["irr"_L1].isNull() && none["roots"_L1].toArray().isEmpty());
    QVERIFY(!none["notes"_L1].toArray().isEmpty());
    QVERIFY(isNear(cost(R"({"kind":"IRR","flows":[-100,20]})")["irr"_L1], -0.8));
    // Two sign changes and no rate at all.
    QVERIFY(cost(R"({"kind":"IRR","flows":[-100,20,-100]})")["roots"_L1].toArray().isEmpty());
}

void TestCost::ratesZeroThePresentValue()
{
    const bool holds = rc::check("every root is one", [] {
        std::vector<double> flows;
        const int years = *rc::gen::inRange(1, 12);
        for (int i = 0; i <= years; ++i)
            flows.push_back(*rc::gen::inRange(-50, 51));
        double size = 0;
        for (const double flow : flows)
            size += std::abs(flow);
        for (const double rate : ratesOfReturn(flows)) {
            RC_ASSERT(rate > -1);
            if (rate > -0.9) // below, a year is worth more than any sum
                RC_ASSERT(std::abs(presentValue(rate, flows))
                          <= 1e-6 * size * std::pow(1 + rate, -years) + 1e-6 * size);
        }
        RC_ASSERT(static_cast<int>(ratesOfReturn(flows).size()) <= signChanges(flows));
    });
    QVERIFY(holds);
}

void TestCost::modifiedRate()
{
    // 100 out today; 60 in two years running, the first reinvested at 10 %: 126 after two years.
    const QJsonObject answer =
        cost(R"({"kind":"MIRR","flows":[-100,60,60],"finance_rate":0.08,"reinvest_rate":0.1})");
    QVERIFY(isNear(answer["mirr"_L1], std::sqrt(1.26) - 1));
    QVERIFY(cost(R"({"kind":"MIRR","flows":[1,2],"finance_rate":0,"reinvest_rate":0})")["mirr"_L1].isNull());
}

void TestCost::paybackIsLinearInsideAYear()
{
    QCOMPARE(paybackYears(std::vector<double>{-100, 50, 100}), std::optional(1.5));
    QCOMPARE(paybackYears(std::vector<double>{-100, 50}), std::nullopt);
    QCOMPARE(paybackYears(std::vector<double>{100, 50}), std::nullopt); // nothing was ever owed
    QCOMPARE(paybackYears(std::vector<double>{0, -100, 100}), std::optional(2.0));
    QVERIFY(cost(R"({"kind":"PAYBACK","flows":[-1,2]})")["discounted_payback_years"_L1].isNull());
}

void TestCost::annualCost()
{
    const QJsonObject answer = cost(R"({"kind":"EAC","capex":1000,"rate":0.1,"life":5,"yearly":50})");
    QVERIFY(isNear(answer["eac"_L1], 1000 * 0.1 / (1 - std::pow(1.1, -5)) + 50));
    QVERIFY(isNear(cost(R"({"kind":"EAC","capex":1000,"rate":0,"life":5,"yearly":50})")["eac"_L1], 250));
}

void TestCost::projectBreaksEvenWhereItSays()
{
    QJsonObject json = project();
    const QJsonObject first = answerTo(json);
    QCOMPARE(first["net_flows"_L1].toArray(), (QJsonArray{-30, 135, 195, 195}));
    QVERIFY(isNear(first["roi_percent_incremental"_L1], 100.0 * (525 - 30) / 30));
    QJsonObject costs = json["container_costs"_L1].toObject();
    QJsonArray rework = costs["development_rework"_L1].toArray();
    rework[0] = first["break_even_rework_at_t0"_L1];
    costs["development_rework"_L1] = rework;
    json["container_costs"_L1] = costs;
    QVERIFY(isNear(answerTo(json)["npv"_L1], 0));
    json = project();
    json.remove("efficiency_value"_L1);
    QVERIFY(isNear(answerTo(json)["npv"_L1], first["npv_without_efficiency"_L1].toDouble()));
}

void TestCost::sunkLinesCountNowhere()
{
    QJsonObject sunk = project();
    sunk["sunk"_L1] = QJsonArray{u"hardware"_s};
    QJsonObject without = project();
    QJsonObject costs = without["vm_costs"_L1].toObject();
    costs.remove("hardware"_L1);
    without["vm_costs"_L1] = costs;
    QCOMPARE(answerTo(sunk), answerTo(without));
    sunk["kind"_L1] = u"TORNADO"_s;
    for (const QJsonValue &bar : answerTo(sunk)["bars"_L1].toArray())
        QVERIFY(bar["line"_L1].toString() != "vm_costs.hardware"_L1);
}

void TestCost::divisorOfZeroIsNull()
{
    const QJsonObject answer = cost(R"({"kind":"PROJECT","discount_rate":0.1,"years":1,
        "vm_costs":{"operations":[0,10]},"container_costs":{}})");
    for (const QLatin1StringView key : {"roi_percent"_L1, "roi_percent_discounted"_L1,
                                        "roi_percent_incremental"_L1, "pv_roi_percent"_L1, "irr"_L1})
        QVERIFY2(answer[key].isNull(), key.data());
    QVERIFY(answer["notes"_L1].toArray().size() >= 5);
}

void TestCost::tornadoIsWidestFirst()
{
    QJsonObject json = project();
    json["kind"_L1] = u"TORNADO"_s;
    json["ranges"_L1] = QJsonObject{{u"efficiency_value"_s, QJsonArray{0, 1}}};
    const QJsonObject answer = answerTo(json);
    const double base = answer["base_npv"_L1].toDouble();
    double widest = 1e300;
    for (const QJsonValue &bar : answer["bars"_L1].toArray()) {
        const double width = std::abs(bar["high"_L1].toDouble() - bar["low"_L1].toDouble());
        QVERIFY(width <= widest);
        widest = width;
        if (bar["line"_L1] == u"efficiency_value"_s)
            QVERIFY(isNear(bar["high"_L1], base));
    }
    QCOMPARE(answer["bars"_L1].toArray().size(), qsizetype(10)); // nine lines and the rate
}

void TestCost::simulationOfCertainAmountsIsTheFigure()
{
    QJsonObject json = project();
    const double npv = answerTo(json)["npv"_L1].toDouble();
    json["kind"_L1] = u"MONTE_CARLO"_s;
    json["trials"_L1] = 100;
    const QJsonObject answer = answerTo(json);
    QVERIFY(isNear(answer["mean"_L1], npv) && isNear(answer["p10"_L1], npv));
    QVERIFY(isNear(answer["sd"_L1], 0) && isNear(answer["prob_negative"_L1], 0));
    QVERIFY(answer["variance_share"_L1].toObject().isEmpty());
}

void TestCost::simulationFindsMeanAndShares()
{
    // Uniform-like spreads whose variances are known: a triangle over 0..b with its mode at 0 has b^2 / 18.
    const QJsonObject answer =
        cost(R"({"kind":"MONTE_CARLO","discount_rate":0,"years":0,"trials":100000,"seed":5,
        "vm_costs":{"hardware":[{"dist":"tri","min":0,"mode":0,"max":30}],
                    "operations":{"amounts":[10],"factor":{"dist":"tri","min":0,"mode":0,"max":1}}},
        "container_costs":{}})");
    QVERIFY(isNear(answer["mean"_L1], 10 + 10.0 / 3, 0.1));
    QVERIFY(isNear(answer["sd"_L1], std::sqrt(900.0 / 18 + 100.0 / 18), 0.05));
    QVERIFY(isNear(answer["variance_share"_L1]["vm_costs.hardware"_L1], 0.9, 0.01));
    QVERIFY(isNear(answer["prob_negative"_L1], 0));
}

void TestCost::sameSeedSameDraws()
{
    const QByteArray json = R"({"kind":"MONTE_CARLO","discount_rate":0.1,"years":1,"trials":1000,"seed":%1,
        "vm_costs":{"hardware":[{"dist":"pert","min":0,"mode":3,"max":9},1]},"container_costs":{}})";
    QCOMPARE(cost(QByteArray(json).replace("%1", "1")), cost(QByteArray(json).replace("%1", "1")));
    QVERIFY(cost(QByteArray(json).replace("%1", "1")) != cost(QByteArray(json).replace("%1", "2")));
    RandomDraws engine(1); // the same on every machine
    QCOMPARE(engine.uniform(), 0.13387664401253274);
}

void TestCost::drawsHaveTheirMoments()
{
    RandomDraws draws(11);
    const auto meanOf = [&](auto draw) {
        double sum = 0;
        constexpr int kDraws = 100'000;
        for (int i = 0; i < kDraws; ++i)
            sum += draw();
        return sum / kDraws;
    };
    QVERIFY(std::abs(meanOf([&] { return draws.normal(3, 2); }) - 3) < 0.03);
    QVERIFY(std::abs(meanOf([&] { return draws.gamma(2.5); }) - 2.5) < 0.03);
    QVERIFY(std::abs(meanOf([&] { return draws.gamma(0.5); }) - 0.5) < 0.02);
    QVERIFY(std::abs(meanOf([&] { return draws.beta(2, 6); }) - 0.25) < 0.005);
    QVERIFY(std::abs(meanOf([&] { return draws.pert(0, 3, 9); }) - 21.0 / 6) < 0.03);
    QVERIFY(std::abs(meanOf([&] { return draws.exponential(); }) - 1) < 0.02);
}

void TestCost::wrongInputIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *name, const char *json, const char *place) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(place);
    };
    add("no kind", "{}", "kind");
    add("unknown kind", R"({"kind":"LUCK"})", "kind");
    add("no flows", R"({"kind":"NPV","rate":0.1,"flows":[]})", "flows");
    add("text in flows", R"({"kind":"NPV","rate":0.1,"flows":[1,"x"]})", "flows[1]");
    add("rate of -1", R"({"kind":"NPV","rate":-1,"flows":[1]})", "rate");
    add("timing", R"({"kind":"NPV","rate":0.1,"flows":[1],"timing":"soon"})", "timing");
    add("life", R"({"kind":"EAC","capex":1,"rate":0.1,"life":0,"yearly":0})", "life");
    add("unknown line",
        R"({"kind":"PROJECT","discount_rate":0.1,"years":0,"vm_costs":{"cofee":[1]},"container_costs":{}})",
        "vm_costs.cofee");
    add("amounts of another length",
        R"({"kind":"PROJECT","discount_rate":0.1,"years":2,"vm_costs":{"hardware":[1]},"container_costs":{}})",
        "vm_costs.hardware");
    add("unknown sunk line",
        R"({"kind":"PROJECT","discount_rate":0.1,"years":0,"vm_costs":{},"container_costs":{},"sunk":["platform"]})",
        "sunk[0]");
    add("triangle", R"({"kind":"MONTE_CARLO","discount_rate":0.1,"years":0,"vm_costs":{"hardware":
        [{"dist":"tri","min":3,"mode":2,"max":9}]},"container_costs":{}})",
        "vm_costs.hardware[0]");
    add("range of no line",
        R"({"kind":"TORNADO","discount_rate":0.1,"years":0,"vm_costs":{},"container_costs":{},"ranges":{"x":[1,2]}})",
        "ranges.x");
}

void TestCost::wrongInputIsNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const Result<QJsonObject> answer = answerCost(json);
    QVERIFY(!answer);
    QVERIFY2(answer.error().what.startsWith(place + u": expected"_s), qPrintable(answer.error().what));
}

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
