// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/ahp.h"
#include "models/decide/decidefile.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/sensitivity.h"
#include "tests/support/casefile.h"

#include <QDirIterator>
#include <QTest>
#include <rapidcheck.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject decide(const QByteArray &json)
{
    const Result<QJsonObject> answer = answerDecision(json);
    if (!answer)
        QTest::qFail(qPrintable(answer.error().what), __FILE__, __LINE__);
    return answer.value_or(QJsonObject());
}

std::vector<double> weightsOf(const std::vector<double> &raw)
{
    double sum = 0;
    for (const double one : raw)
        sum += one;
    std::vector<double> weights;
    for (const double one : raw)
        weights.push_back(one / sum);
    return weights;
}

} // namespace

/// Decision methods against published and derived figures, and against random input.
class TestDecide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void casesOfTheContract_data();
    void casesOfTheContract();
    void competitionRanksShareTies();
    void weightedProductIsTheProduct();
    void costsGoTheOtherWay_data();
    void costsGoTheOtherWay();
    void identicalOptionsAreTied();
    void preferenceFlowsSumToZero();
    void compromiseSetGrowsWithoutAdvantage();
    void electreKernel();
    void consistentJudgmentsHaveNoRatio();
    void missingJudgmentIsTheConsistentOne();
    void contradictingSwingIsNamed();
    void weightAtTheEdgeOfItsIntervalTies();
    void criticalChangeTies();
    void ordinalWeightsKeepTheirOrder();
    void sameSeedSameAnswer();
    void uncertainCellsAreDrawn();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();
    void randomMatricesGiveFiniteAnswers();
    void anchoredOrderIgnoresOtherOptions();
};

void TestDecide::casesOfTheContract_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(STRATADECK_TEST_DATA "/contract"), {u"*.json"_s}, QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileName().startsWith("cost_"_L1))
            continue;
        QTest::newRow(qPrintable(files.fileName())) << path;
        ++count;
    }
    QVERIFY(count >= 16);
}

void TestDecide::casesOfTheContract()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    const QJsonObject given = QJsonDocument::fromJson(json).object();
    const Result<QJsonObject> answer = answerDecision(json);
    if (given["expected"_L1]["error"_L1].toBool()) {
        QVERIFY(!answer);
        return;
    }
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().what));
    const QString difference = differenceOf(*answer, given["expected"_L1], given["tolerance"_L1].toDouble());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    QVERIFY(answer->contains("conventions"_L1) && answer->contains("notes"_L1));
}

void TestDecide::competitionRanksShareTies()
{
    const std::vector<double> scores{0.3, 0.1 + 0.2, 0.5, 0.1};
    QCOMPARE(competitionRanks(scores), (std::vector<int>{2, 2, 1, 4}));
    QCOMPARE(competitionRanks(scores, Best::Lowest), (std::vector<int>{2, 2, 4, 1}));
}

void TestDecide::weightedProductIsTheProduct()
{
    const QJsonObject answer = decide(
        R"({"method":"WPM","matrix":[[4,9],[1,1]],"weights":[0.5,0.5],"params":{"normalization":"none"}})");
    QCOMPARE(answer["score"_L1][0].toDouble(), 6.0);
    const QJsonObject both = decide(
        R"({"method":"WASPAS","matrix":[[4,9],[1,1]],"weights":[1,1],"params":{"normalization":"none","lambda":0.25}})");
    QCOMPARE(both["score"_L1][0].toDouble(), 0.25 * 6.5 + 0.75 * 6);
}

void TestDecide::costsGoTheOtherWay_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("minmax") << QByteArray(R"("normalization":"minmax")") << QList<double>{1, 0.5, 0};
    QTest::newRow("max ratio") << QByteArray(R"("normalization":"max_ratio")")
                               << QList<double>{1, 0.5, 1.0 / 3};
    QTest::newRow("sum") << QByteArray(R"("normalization":"sum")")
                         << QList<double>{6.0 / 11, 3.0 / 11, 2.0 / 11};
    QTest::newRow("anchors") << QByteArray(R"("normalization":"anchors","worst":[4],"best":[0])")
                             << QList<double>{0.75, 0.5, 0.25};
    QTest::newRow("reciprocal") << QByteArray(R"x("normalization":"none","cost_inversion":"1/x (not linear)")x")
                                << QList<double>{1, 0.5, 1.0 / 3};
    QTest::newRow("from the maximum") << QByteArray(R"("normalization":"none","cost_inversion":"max-x")")
                                      << QList<double>{2, 1, 0};
}

void TestDecide::costsGoTheOtherWay()
{
    QFETCH(const QByteArray, params);
    QFETCH(const QList<double>, values);
    const QJsonObject answer = decide(
        R"({"method":"WSM","matrix":[[1],[2],[3]],"weights":[2],"types":[-1],"params":{)" + params + "}}");
    for (qsizetype i = 0; i < values.size(); ++i)
        QVERIFY(std::abs(answer["score"_L1][i].toDouble() - values[i]) < 1e-15);
    QCOMPARE(answer["rank"_L1].toArray(), (QJsonArray{1, 2, 3}));
}

void TestDecide::identicalOptionsAreTied()
{
    const QJsonObject answer = decide(R"({"method":"TOPSIS","matrix":[[1,2],[1,2]],"weights":[1,1]})");
    QVERIFY(answer["closeness"_L1][0].isNull() && answer["closeness"_L1][1].isNull());
    QCOMPARE(answer["rank"_L1].toArray(), (QJsonArray{1, 1}));
    QVERIFY(!answer["notes"_L1].toArray().isEmpty());
    const QJsonObject reversal = decide(
        R"({"method":"RANK_REVERSAL","matrix":[[1,2],[1,2]],"weights":[1,1],"params":{"added_alternative":[2,3],"worst":[0,0],"best":[9,9]}})");
    QVERIFY(reversal["closeness_before"_L1][0].isNull()); // not 0
    const QJsonObject vikorAnswer = decide(R"({"method":"VIKOR","matrix":[[1,2],[1,2]],"weights":[1,1]})");
    QCOMPARE(vikorAnswer["Q"_L1].toArray(), (QJsonArray{0, 0}));
    QVERIFY(decide(R"({"method":"ENTROPY_weights","matrix":[[1,2],[1,2]]})")["weights"_L1].isNull());
    QVERIFY(decide(R"({"method":"CRITIC_weights","matrix":[[1,2],[1,2]]})")["weights"_L1].isNull());
}

void TestDecide::preferenceFlowsSumToZero()
{
    const bool holds = rc::check("the flows of all options cancel", [] {
        const auto m = *rc::gen::inRange<std::size_t>(1, 7);
        const auto n = *rc::gen::inRange<std::size_t>(1, 5);
        Matrix figures(m, n);
        for (std::size_t i = 0; i < m; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                figures(i, j) = *rc::gen::inRange(-100, 100);
        }
        const std::vector<double> weights(n, 1 / static_cast<double>(n));
        const PrometheeResult result =
            promethee(figures, weights, std::vector<Direction>(n, Direction::Benefit),
                      std::vector<PreferenceFunction>(n, {Preference::Linear, 1, 20, 0}));
        double sum = 0;
        for (const double flow : result.net)
            sum += flow;
        RC_ASSERT(std::abs(sum) < 1e-12);
    });
    QVERIFY(holds);
}

void TestDecide::compromiseSetGrowsWithoutAdvantage()
{
    // Ten options in a row: neighbours are too close for a single winner.
    QByteArray rows;
    for (int i = 0; i < 10; ++i)
        rows += (i > 0 ? ",[" : "[") + QByteArray::number(i) + ',' + QByteArray::number(9 - i * i / 20.0) + ']';
    const QJsonObject answer = decide(R"({"method":"VIKOR","matrix":[)" + rows + R"(],"weights":[0.7,0.3]})");
    QVERIFY(!answer["acceptable_advantage"_L1].toBool());
    QVERIFY(answer["compromise_set"_L1].toArray().size() >= 2);
}

void TestDecide::electreKernel()
{
    // The first is better in all: it outranks the others, nobody outranks it.
    const QJsonObject answer = decide(
        R"({"method":"ELECTRE_I","matrix":[[3,3],[2,1],[1,2]],"weights":[1,1],"params":{"c_threshold":0.6,"d_threshold":0.4}})");
    QCOMPARE(answer["kernel"_L1].toArray(), QJsonArray{0});
    QVERIFY(answer["concordance"_L1][0][0].isNull());
    QCOMPARE(answer["concordance"_L1][0][1].toDouble(), 1.0);
    QCOMPARE(answer["discordance"_L1][1][0].toDouble(), 1.0);
}

void TestDecide::consistentJudgmentsHaveNoRatio()
{
    const QJsonObject answer =
        decide(R"({"method":"AHP_priorities","matrix":[[1,2,8],[0.5,1,4],[0.125,0.25,1]]})");
    QVERIFY(std::abs(answer["cr"_L1].toDouble()) < 1e-12);
    QVERIFY(answer["consistent_at_0_10"_L1].toBool());
    QVERIFY(std::abs(answer["priorities"_L1][0].toDouble() - 8.0 / 13) < 1e-12);
    const QJsonObject two = decide(R"({"method":"AHP_priorities","matrix":[[1,7],[0.142857142857143,1]]})");
    QCOMPARE(two["cr"_L1].toDouble(), 0.0);
    const QJsonObject bad = decide(
        R"({"method":"AHP_priorities","criteria":["a","b","c"],"matrix":[[1,2,0.125],[0.5,1,4],[8,0.25,1]]})");
    QVERIFY(!bad["consistent_at_0_10"_L1].toBool());
    QVERIFY(bad["worst_judgment"_L1].isObject());
}

void TestDecide::missingJudgmentIsTheConsistentOne()
{
    const QJsonObject answer = decide(
        R"({"method":"AHP_incomplete","criteria":["a","b","c"],"matrix":[[1,2,null],[0.5,1,4],[null,0.25,1]]})");
    QVERIFY(std::abs(answer["missing"_L1]["a/c"_L1].toDouble() - 8) < 1e-9);
    QVERIFY(std::abs(answer["cr"_L1].toDouble()) < 1e-9);
    QVERIFY(
        !answerDecision(R"({"method":"AHP_incomplete","matrix":[[1,null,null],[null,1,4],[null,0.25,1]]})"));
}

void TestDecide::contradictingSwingIsNamed()
{
    const Result<QJsonObject> answer = answerDecision(
        R"({"method":"SWING_weights","params":{"criteria":["a","b"],"statements":[{"better":"a","than":"b","ratio":2},
            {"better":"b","than":"a","ratio":2}]}})");
    QVERIFY(!answer);
    QVERIFY(answer.error().what.startsWith(u"params.statements[1]: expected"_s));
}

void TestDecide::weightAtTheEdgeOfItsIntervalTies()
{
    const bool holds =
        rc::check("at the edge of an interval its challenger ties, and inside nobody leads the winner", [] {
            const auto m = *rc::gen::inRange<std::size_t>(2, 6);
            const auto n = *rc::gen::inRange<std::size_t>(2, 6);
            Matrix values(m, n);
            std::vector<double> raw(n);
            for (std::size_t j = 0; j < n; ++j) {
                raw[j] = *rc::gen::inRange(1, 20);
                for (std::size_t i = 0; i < m; ++i)
                    values(i, j) = *rc::gen::inRange(0, 101) / 100.0;
            }
            const std::vector<double> weights = weightsOf(raw);
            const std::size_t winner = winnerOf(weightedSums(values, weights));
            const auto intervals = stabilityIntervals(values, weights, winner);
            for (std::size_t k = 0; k < n; ++k) {
                const auto scoresAt = [&](double t) {
                    std::vector<double> moved = weights;
                    for (std::size_t j = 0; j < n; ++j)
                        moved[j] = j == k ? t : weights[j] * (1 - t) / (1 - weights[k]);
                    return weightedSums(values, moved);
                };
                const StabilityInterval &interval = intervals[k];
                if (interval.upperChallenger) {
                    const auto scores = scoresAt(interval.upper);
                    RC_ASSERT(std::abs(scores[winner] - scores[*interval.upperChallenger]) < 1e-12);
                }
                for (int step = 0; step <= 10; ++step) {
                    const auto scores =
                        scoresAt(interval.lower + (interval.upper - interval.lower) * step / 10);
                    for (const double score : scores)
                        RC_ASSERT(score <= scores[winner] + 1e-12);
                }
            }
        });
    QVERIFY(holds);
}

void TestDecide::criticalChangeTies()
{
    Matrix values(2, 2);
    values(0, 0) = 0.9;
    values(0, 1) = 0.2;
    values(1, 0) = 0.5;
    values(1, 1) = 0.4;
    const std::vector<double> weights{0.6, 0.4};
    const auto changes = criticalChanges(values, weights);
    QCOMPARE(changes.size(), std::size_t(2));
    const double delta = changes[0].delta.value();
    const auto scores = weightedSums(values, {weights[0] - delta, weights[1]});
    QVERIFY(std::abs(scores[0] - scores[1]) < 1e-15);
    QVERIFY(delta > 0 && changes[1].delta.value() < 0); // the second has to rise
}

void TestDecide::ordinalWeightsKeepTheirOrder()
{
    const QJsonObject answer = decide(
        R"({"method":"SMAA2","criteria":["a","b"],"matrix":[[1,0],[0,1]],
            "params":{"weights":"ordinal","order":["b","a"],"N":1000,"seed":3}})");
    QCOMPARE(answer["rank_acceptability"_L1][0][0].toDouble(), 0.0);
    QVERIFY(answer["central_weights"_L1][0].isNull() && answer["confidence_factor"_L1][0].isNull());
    QVERIFY(answer["central_weights"_L1][1][1].toDouble() > 0.5);
    QCOMPARE(answer["choice_entropy_bits"_L1].toDouble(), 0.0);
}

void TestDecide::sameSeedSameAnswer()
{
    const QByteArray json =
        R"({"method":"SMAA2","matrix":[[0.6,0.3,0.5],[0.2,0.8,0.5]],"params":{"N":5000,"seed":%1}})";
    QCOMPARE(decide(QByteArray(json).replace("%1", "7")), decide(QByteArray(json).replace("%1", "7")));
    QVERIFY(decide(QByteArray(json).replace("%1", "7")) != decide(QByteArray(json).replace("%1", "8")));
}

void TestDecide::uncertainCellsAreDrawn()
{
    const QJsonObject answer = decide(
        R"({"method":"SMAA2","matrix":null,"weights":[1],"params":{"weights":"fixed","N":20000,"seed":1,"measurements":
            [[{"dist":"uniform","min":0,"max":1}],[{"dist":"tri","min":0,"mode":0.5,"max":1}],[0.5]]}})");
    // P(uniform > 0.5) is a half; each of the three is first in a share of it.
    QVERIFY(std::abs(answer["pairwise_winning"_L1][0][2].toDouble() - 0.5) < 0.015);
    QVERIFY(std::abs(answer["pairwise_winning"_L1][1][2].toDouble() - 0.5) < 0.015);
    QVERIFY(std::abs(answer["pairwise_winning"_L1][0][1].toDouble() - 0.5) < 0.015);
}

void TestDecide::wrongInputIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *name, const char *json, const char *place) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(place);
    };
    add("no method", "{}", "method");
    add("unknown method", R"({"method":"DICE"})", "method");
    add("no matrix", R"({"method":"WSM"})", "matrix");
    add("empty matrix", R"({"method":"WSM","matrix":[]})", "matrix");
    add("ragged", R"({"method":"WSM","matrix":[[1,2],[3]]})", "matrix[1]");
    add("text in a cell", R"({"method":"WSM","matrix":[[1,"x"]]})", "matrix[0][1]");
    add("missing cell", R"({"method":"TOPSIS","matrix":[[1,null]]})", "matrix[0][1]");
    add("negative weight", R"({"method":"WSM","matrix":[[1,2]],"weights":[1,-1]})", "weights[1]");
    add("weights of another length", R"({"method":"WSM","matrix":[[1,2]],"weights":[1]})", "weights");
    add("no weight", R"({"method":"WSM","matrix":[[1,2]],"weights":[0,0]})", "weights");
    add("type", R"({"method":"WSM","matrix":[[1,2]],"types":[1,2]})", "types[1]");
    add("names", R"({"method":"WSM","matrix":[[1,2]],"alternatives":["a","b"]})", "alternatives");
    add("product of 0", R"({"method":"WPM","matrix":[[1,0]],"weights":[1,1]})", "matrix[0][1]");
    add("reciprocal of 0",
        R"({"method":"WSM","matrix":[[1],[0]],"types":[-1],"params":{"normalization":"sum"}})", "matrix[1][0]");
    add("unknown field", R"({"method":"WSM","matrix":[[1]],"weightz":[1]})", "weightz");
    add("anchors alike",
        R"({"method":"WSM","matrix":[[1]],"params":{"normalization":"anchors","worst":[1],"best":[1]}})",
        "params.best[0]");
    add("judgments not square", R"({"method":"AHP_priorities","matrix":[[1,2]]})", "matrix");
    add("judgment of 0", R"({"method":"AHP_priorities","matrix":[[1,0],[2,1]]})", "matrix[0][1]");
    add("unknown index", R"({"method":"AHP_priorities","matrix":[[1]],"params":{"random_index":"mine"}})",
        "params.random_index");
    add("negative share", R"({"method":"ENTROPY_weights","matrix":[[1,2],[-1,3]]})", "matrix[1][0]");
    add("order",
        R"({"method":"SMAA2","criteria":["a"],"matrix":[[1]],"params":{"weights":"ordinal","order":["b"]}})",
        "params.order[0]");
}

void TestDecide::wrongInputIsNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const Result<QJsonObject> answer = answerDecision(json);
    QVERIFY(!answer);
    QVERIFY2(answer.error().what.startsWith(place + u": expected"_s), qPrintable(answer.error().what));
}

void TestDecide::randomMatricesGiveFiniteAnswers()
{
    const QStringList methods{u"WSM"_s,       u"TOPSIS"_s,         u"VIKOR"_s,           u"PROMETHEE_II"_s,
                              u"ELECTRE_I"_s, u"CRITIC_weights"_s, u"WSM_SENSITIVITY"_s, u"ENTROPY_weights"_s,
                              u"WPM"_s};
    const QStringList scales{u"none"_s, u"minmax"_s, u"max_ratio"_s, u"sum"_s, u"vector"_s};
    const bool holds = rc::check("an answer is finite, or the input is refused by name", [&] {
        const auto m = *rc::gen::inRange(1, 5);
        const auto n = *rc::gen::inRange(1, 5);
        const auto figure = rc::gen::oneOf(
            rc::gen::just(0.0), rc::gen::just(1.0), rc::gen::just(-1e150), rc::gen::just(1e-300),
            rc::gen::arbitrary<double>(), rc::gen::map(rc::gen::inRange(-9, 9), [](int x) { return x * 1.0; }));
        QJsonArray rows;
        QJsonArray weights;
        QJsonArray types;
        for (int i = 0; i < m; ++i) {
            QJsonArray row;
            for (int j = 0; j < n; ++j)
                row.append(*figure);
            rows.append(row);
        }
        for (int j = 0; j < n; ++j) {
            weights.append(*rc::gen::inRange(0, 5));
            types.append(*rc::gen::element(1, -1));
        }
        const QString method = methods.at(*rc::gen::inRange<qsizetype>(0, methods.size()));
        const QString scale = scales.at(*rc::gen::inRange<qsizetype>(0, scales.size()));
        const QJsonObject json{{u"method"_s, method},
                               {u"matrix"_s, rows},
                               {u"weights"_s, weights},
                               {u"types"_s, types},
                               {u"params"_s, QJsonObject{{u"normalization"_s, scale}}}};
        const Result<QJsonObject> answer = answerDecision(QJsonDocument(json).toJson());
        if (!answer) {
            RC_ASSERT(answer.error().what.contains(u": expected"_s));
            return;
        }
        for (const QLatin1StringView key : {"score"_L1, "rank"_L1, "S"_L1, "net_flow"_L1, "weights"_L1}) {
            const bool isNamed = !(*answer)["notes"_L1].toArray().isEmpty();
            RC_ASSERT(!answer->contains(key) || !hasNull((*answer)[key]) || isNamed);
        }
    });
    QVERIFY(holds);
}

void TestDecide::anchoredOrderIgnoresOtherOptions()
{
    const bool holds = rc::check("declared levels: another option never changes the order of the rest", [] {
        Matrix figures(3, 3);
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j)
                figures(i, j) = *rc::gen::inRange(0, 11);
        }
        const Scale scale{Normalization::Anchors, {}, {0, 0, 0}, {10, 10, 10}};
        const std::vector<Direction> directions(3, Direction::Benefit);
        const std::vector<double> weights{0.5, 0.3, 0.2};
        const auto before = weightedSums(valuesOf(figures, directions, scale), weights);
        figures.addRow(std::vector<double>{*rc::gen::inRange(0, 11) * 1.0, 5, 1});
        auto after = weightedSums(valuesOf(figures, directions, scale), weights);
        after.resize(3);
        RC_ASSERT(before == after);
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_decide.moc"
