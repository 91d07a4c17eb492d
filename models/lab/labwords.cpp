// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labwords.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LabWords)
};

} // namespace

QLatin1StringView toWord(LabFigure figure)
{
    switch (figure) {
    case LabFigure::ToRunning:
        return "lab.start_running"_L1;
    case LabFigure::ToHealthy:
        return "lab.start_healthy"_L1;
    case LabFigure::CpuOverhead:
        return "lab.cpu_overhead"_L1;
    case LabFigure::MemoryOverhead:
        return "lab.memory_overhead"_L1;
    }
    return {};
}

std::optional<LabFigure> findLabFigure(QStringView word)
{
    const auto found =
        std::ranges::find_if(kLabFigures, [word](LabFigure figure) { return word == toWord(figure); });
    return found == kLabFigures.end() ? std::nullopt : std::optional(*found);
}

Unit unitOf(LabFigure figure)
{
    switch (figure) {
    case LabFigure::ToRunning:
    case LabFigure::ToHealthy:
        return Unit::Seconds;
    case LabFigure::CpuOverhead:
        return Unit::Percent;
    case LabFigure::MemoryOverhead:
        return Unit::Bytes;
    }
    return Unit::None;
}

QString titleOf(LabFigure figure)
{
    switch (figure) {
    case LabFigure::ToRunning:
        return Tr::tr("Start until running");
    case LabFigure::ToHealthy:
        return Tr::tr("Start until healthy");
    case LabFigure::CpuOverhead:
        return Tr::tr("CPU beside the guest's own");
    case LabFigure::MemoryOverhead:
        return Tr::tr("Memory beside the guest's own");
    }
    return {};
}

QString outcomeText(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Measured:
        return Tr::tr("measured");
    case RunOutcome::TimedOut:
        return Tr::tr("timed out");
    case RunOutcome::Failed:
        return Tr::tr("failed");
    case RunOutcome::Cancelled:
        return Tr::tr("cancelled");
    }
    return {};
}

} // namespace stratadeck
