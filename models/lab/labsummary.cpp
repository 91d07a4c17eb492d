// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labsummary.h"

#include "models/base/randomdraws.h"
#include "models/history/seriesstatistics.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

double medianOf(std::vector<double> figures)
{
    return quantileOf(figures, 0.5);
}

std::optional<double> known(double value)
{
    if (!std::isfinite(value))
        return {};
    return value;
}

/// As many figures as there are, each drawn from all of them.
double resampledMedian(const std::vector<double> &figures, RandomDraws &draws, std::vector<double> &drawn)
{
    drawn.clear();
    for (std::size_t i = 0; i < figures.size(); ++i)
        drawn.push_back(
            figures[static_cast<std::size_t>(draws.uniform() * static_cast<double>(figures.size()))]);
    return quantileOf(drawn, 0.5);
}

} // namespace

std::optional<double> figureOf(LabFigure figure, const LabRecord &record)
{
    if (record.outcome != RunOutcome::Measured)
        return {};
    const auto seconds = [](const std::optional<Ticks> &ticks) {
        return ticks ? std::optional(toSeconds(*ticks)) : std::nullopt;
    };
    switch (figure) {
    case LabFigure::ToRunning:
        return seconds(record.toRunning);
    case LabFigure::ToHealthy:
        return seconds(record.toHealthy);
    case LabFigure::CpuOverhead:
        return known(record.readings.cpuOverhead());
    case LabFigure::MemoryOverhead:
        return known(record.readings.memoryOverhead());
    }
    return {};
}

std::vector<double> figuresOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target)
{
    std::vector<double> figures;
    for (const LabRecord &record : records) {
        if (record.target != target)
            continue;
        if (const std::optional<double> own = figureOf(figure, record))
            figures.push_back(*own);
    }
    return figures;
}

LabSummary summaryOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target)
{
    LabSummary summary;
    for (const LabRecord &record : records) {
        if (record.target != target)
            continue;
        ++summary.runs;
        if (record.outcome == RunOutcome::TimedOut || record.outcome == RunOutcome::Failed)
            ++summary.failed;
    }
    std::vector<double> figures = figuresOf(figure, records, target);
    summary.n = static_cast<int>(figures.size());
    if (figures.empty())
        return summary;
    summary.minimum = std::ranges::min(figures);
    summary.maximum = std::ranges::max(figures);
    summary.median = medianOf(figures);
    constexpr double kP90 = 0.9;
    if (summary.n >= LabSummary::kLeastForP90)
        summary.p90 = quantileOf(figures, kP90);
    return summary;
}

std::vector<double> resampledMedians(const std::vector<double> &figures, std::size_t count, quint64 seed)
{
    std::vector<double> medians;
    RandomDraws draws(seed);
    std::vector<double> drawn;
    while (figures.size() > 1 && medians.size() < count)
        medians.push_back(resampledMedian(figures, draws, drawn));
    std::ranges::sort(medians);
    return medians;
}

std::optional<LabRatio> ratioOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target,
                                std::size_t of)
{
    const std::vector<double> mine = figuresOf(figure, records, target);
    const std::vector<double> others = figuresOf(figure, records, of);
    const auto isEnough = [](const auto &figures) { return std::ssize(figures) >= LabRatio::kLeastRuns; };
    if (!isEnough(mine) || !isEnough(others) || !(std::ranges::min(others) > 0))
        return {};
    constexpr int kResampled = 4000;
    constexpr double kTail = 0.025;
    RandomDraws draws(1);
    std::vector<double> drawn;
    std::vector<double> ratios;
    for (int i = 0; i < kResampled; ++i) {
        const double above = resampledMedian(mine, draws, drawn);
        ratios.push_back(above / resampledMedian(others, draws, drawn));
    }
    return LabRatio{medianOf(mine) / medianOf(others), quantileOf(ratios, kTail),
                    quantileOf(ratios, 1 - kTail)};
}

} // namespace stratadeck
