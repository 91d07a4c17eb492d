// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the architect's desk reckons while somebody looks on: ranking with all stability intervals, the
// whole report, draws, and the simulation of costs. bench_decide [rounds=9]. Build it with the release preset.
#include "models/assess/costmodel.h"
#include "models/assess/decisionreport.h"
#include "models/assess/defaults.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/sensitivity.h"
#include "models/decide/smaa.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

/// Median wall-clock time in milliseconds; the first round is not counted.
double medianOf(int rounds, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round <= rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        if (round > 0)
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void print(const char *what, double milliseconds, double target)
{
    std::printf("%-60s %9.3f ms, target %6.1f  %s\n", what, milliseconds, target,
                milliseconds <= target ? "holds" : "MISSED");
    std::fflush(stdout);
}

Assessment assessmentOf(int options, int criteria)
{
    Assessment assessment = newAssessment({}, fromMillis(0));
    assessment.options.clear();
    assessment.criteria.clear();
    WeightSet set;
    set.author = u"a"_s;
    RandomDraws draws(7);
    for (int j = 0; j < criteria; ++j) {
        const QString id = u"c%1"_s.arg(j);
        assessment.criteria.push_back({id, id, {}, {}, {}, Direction::Benefit, 0, 1, {}});
        set.points.push_back({id, 1 + draws.uniform()});
    }
    for (int i = 0; i < options; ++i) {
        const QString id = u"o%1"_s.arg(i);
        assessment.options.push_back({id, id, {}});
        for (const Criterion &criterion : assessment.criteria) {
            assessment.cells.push_back(
                {id, criterion.id, Estimate::exact(draws.uniform()), Source::Judgment, {}, 1, u"r"_s, {}, {}});
        }
    }
    assessment.weights.push_back(set);
    return assessment;
}

SmaaProblem problemOf(std::size_t size, bool isExact)
{
    SmaaProblem problem;
    problem.options = size;
    problem.criteria = size;
    RandomDraws draws(3);
    for (std::size_t cell = 0; cell < size * size; ++cell) {
        const double low = draws.uniform() / 2;
        problem.cells.push_back(
            isExact ? Distribution::exact(low)
                    : Distribution{Distribution::Kind::Triangular, low, low + 0.2, low + 0.4, {}});
    }
    problem.directions.assign(size, Direction::Benefit);
    problem.scale = {Normalization::Anchors, CostInversion::ByNormalization, std::vector<double>(size, 0.0),
                     std::vector<double>(size, 1.0), true};
    return problem;
}

/// The usual lines of both sides, every amount a PERT estimate.
Assessment costed()
{
    Assessment assessment = newAssessment({}, fromMillis(0));
    for (const QString &option : {u"vm"_s, u"container"_s}) {
        for (CostItem item : usualCostItems(option)) {
            item.amount = {Estimate::Kind::Pert, 50, 80, 140, 0, {}};
            assessment.cost.items.push_back(item);
        }
    }
    return assessment;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    const Assessment large = assessmentOf(8, 12);
    Matrix values(8, 12);
    std::vector<double> weights(12, 1.0 / 12);
    RandomDraws draws(5);
    for (std::size_t i = 0; i < values.rows(); ++i) {
        for (double &value : values.row(i))
            value = draws.uniform();
    }
    std::size_t kept = 0; // so that nothing is left out as unused
    print("ranking and all stability intervals, 8 x 12",
          medianOf(rounds,
                   [&] {
                       const std::vector<double> scores = weightedSums(values, weights);
                       kept += competitionRanks(scores).size()
                               + stabilityIntervals(values, weights, winnerOf(scores)).size();
                   }),
          2);
    print("the whole report, 8 x 12",
          medianOf(rounds, [&] { kept += reportOf(large, fromMillis(0)).intervals.size(); }), 16);
    for (const bool isExact : {true, false}) {
        const SmaaProblem problem = problemOf(6, isExact);
        print(isExact ? "SMAA-2, 100,000 draws, 6 x 6, exact cells"
                      : "SMAA-2, 100,000 draws, 6 x 6, triangular cells",
              medianOf(rounds, [&] { kept += smaa2(problem).centralWeights.size(); }), isExact ? 15 : 50);
    }
    const auto project = costProjectOf(costed(), u"container"_s);
    if (!project) {
        std::fprintf(stderr, "%s\n", qPrintable(project.error().what));
        return 1;
    }
    print("cost simulation, 100,000 trials, 12 PERT lines",
          medianOf(rounds, [&] { kept += simulate(*project, 100'000, 1).varianceShares.size(); }), 200);
    return kept > 0 ? 0 : 1;
}
