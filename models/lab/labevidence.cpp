// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labevidence.h"

#include "models/base/metrics.h"
#include "models/history/seriesstatistics.h"
#include "models/lab/labwords.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

void setMoments(Evidence &evidence, const std::vector<double> &figures)
{
    double squares = 0;
    double count = 0;
    for (const double figure : figures) {
        const double off = figure - evidence.mean;
        evidence.mean += off / ++count;
        squares += off * (figure - evidence.mean);
    }
    if (count > 1)
        evidence.deviation = std::sqrt(squares / (count - 1));
}

void setQuantiles(Evidence &evidence, std::vector<double> figures)
{
    constexpr int kPercents = 100;
    constexpr double kP95 = 0.95;
    evidence.p50 = quantileOf(figures, 0.5);
    evidence.p95 = quantileOf(figures, kP95);
    std::ranges::sort(figures);
    evidence.minimum = figures.front();
    evidence.maximum = figures.back();
    for (int percent = 0; percent <= kPercents; ++percent)
        evidence.quantiles.push_back(
            figures[static_cast<std::size_t>(percent) * (figures.size() - 1) / kPercents]);
}

} // namespace

std::optional<Evidence> labEvidence(LabFigure figure, const LabPlan &plan,
                                    const std::vector<LabRecord> &records, std::size_t target,
                                    const QString &author)
{
    const std::vector<double> figures = figuresOf(figure, records, target);
    if (figures.empty())
        return {};
    Evidence evidence;
    evidence.source = EvidenceSource::Lab;
    evidence.query.metric = toWord(figure);
    evidence.query.entities = {plan.targets[target].entity.key};
    evidence.query.aggregate = Aggregate::Percentile;
    evidence.query.percentile = 50;
    evidence.names = {plan.targets[target].entity.name};
    evidence.unit = unitSymbol(unitOf(figure));
    evidence.author = author;
    for (const LabRecord &record : records) {
        if (record.target != target)
            continue;
        if (evidence.runs.empty())
            evidence.query.from = record.at;
        evidence.query.to = std::max(record.ended, evidence.query.from + Milliseconds(1));
        evidence.runs.push_back(
            {record.number, record.at, record.outcome, figureOf(figure, record), record.why});
    }
    evidence.taken = evidence.query.to;
    evidence.samples = std::ssize(figures);
    setMoments(evidence, figures);
    setQuantiles(evidence, figures);
    evidence.value = evidence.p50;
    evidence.replicates = resampledMedians(figures, Evidence::kMostReplicates, 1);
    evidence.sha256 = hashOf(evidence);
    return evidence;
}

std::vector<Evidence> labEvidence(const LabPlan &plan, const std::vector<LabRecord> &records,
                                  const QString &author)
{
    std::vector<Evidence> all;
    for (std::size_t target = 0; target < plan.targets.size(); ++target) {
        for (const LabFigure figure : kLabFigures) {
            if (std::optional<Evidence> evidence = labEvidence(figure, plan, records, target, author))
                all.push_back(std::move(*evidence));
        }
    }
    return all;
}

} // namespace stratadeck
