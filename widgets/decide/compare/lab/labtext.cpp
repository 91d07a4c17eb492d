// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/compare/lab/labtext.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/lab/labwords.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LabText)
};

constexpr qsizetype kLongestName = 60;

QString nameOf(const LabRun &lab, std::size_t target)
{
    return plainText(lab.plan().targets[target].entity.name, kLongestName);
}

QString summaryLine(LabFigure figure, const LabSummary &summary)
{
    const auto text = [figure](double value) { return labValueText(figure, value); };
    if (summary.n == 0)
        //: %1 is a figure such as "Start until healthy"
        return Tr::tr("%1: unknown, nobody told it.").arg(titleOf(figure));
    if (summary.n == 1)
        //: %1 is a figure such as "Start until running"
        return Tr::tr("%1: %2 in the only run that tells.").arg(titleOf(figure), text(summary.median));
    //: %1 is a figure such as "Start until running", %2 to %4 its values, %5 a number of runs
    const QString line = Tr::tr("%1: median %2, least %3, most %4, of %5 runs")
                             .arg(titleOf(figure), text(summary.median), text(summary.minimum),
                                  text(summary.maximum), QLocale().toString(summary.n));
    if (!summary.p90)
        return Tr::tr("%1; too few runs for a P90.").arg(line);
    return Tr::tr("%1; P90 %2.").arg(line, text(*summary.p90));
}

void addTarget(QStringList &lines, const LabRun &lab, std::size_t target)
{
    const LabSummary runs = summaryOf(LabFigure::ToRunning, lab.records(), target);
    if (runs.runs == 0)
        return;
    const QLocale locale;
    //: %1 is a name, %2 to %4 are numbers of runs
    lines.append(Tr::tr("“%1”: %2 of %3 runs measured, %4 failed.")
                     .arg(nameOf(lab, target), locale.toString(runs.n), locale.toString(runs.runs),
                          locale.toString(runs.failed)));
    for (const LabFigure figure : kLabFigures) {
        const LabSummary summary = summaryOf(figure, lab.records(), target);
        if (runs.n > 0)
            lines.append(u"    "_s + summaryLine(figure, summary));
    }
}

QString comparisonLine(const LabRun &lab, LabFigure figure)
{
    const std::optional<LabRatio> ratio = ratioOf(figure, lab.records(), 0, 1);
    if (!ratio)
        //: %1 is a figure such as "Start until running", %2 a number of runs
        return Tr::tr("%1: not enough runs to compare; each needs %2 that tell it.")
            .arg(titleOf(figure), QLocale().toString(LabRatio::kLeastRuns));
    //: %1 is a figure, %2 and %3 are names, %4 to %6 are factors
    return Tr::tr("%1: “%2” takes %4 times as long as “%3” (95 % of resampled runs: %5 to %6).")
        .arg(titleOf(figure), nameOf(lab, 0), nameOf(lab, 1), figureText(ratio->ratio), figureText(ratio->low),
             figureText(ratio->high));
}

} // namespace

QString labValueText(LabFigure figure, double value)
{
    return unitOf(figure) == Unit::Seconds ? figureText(value, u"s"_s)
                                           : formatValue(value, unitOf(figure), QLocale());
}

QString labProgressText(const LabRun &lab)
{
    if (!lab.isUnderWay())
        return {};
    const QString name = nameOf(lab, lab.currentTarget());
    const QLocale locale;
    QString step;
    switch (lab.phase()) {
    case LabRun::Phase::Idle:
    case LabRun::Phase::Looking:
    case LabRun::Phase::Confirming:
        step = Tr::tr("looking at “%1”…").arg(name);
        break;
    case LabRun::Phase::Stopping:
    case LabRun::Phase::Leaving:
        step = Tr::tr("stopping “%1”…").arg(name);
        break;
    case LabRun::Phase::Starting:
        step = Tr::tr("starting “%1”…").arg(name);
        break;
    case LabRun::Phase::WaitingForHealth:
        step = Tr::tr("“%1” runs; waiting until it is healthy…").arg(name);
        break;
    case LabRun::Phase::Watching:
    case LabRun::Phase::Reading:
        step = Tr::tr("watching what “%1” takes…").arg(name);
        break;
    case LabRun::Phase::Restoring:
        return Tr::tr("Leaving “%1” as it was…").arg(name);
    }
    if (lab.isCancelled())
        //: %1 is what is under way, such as: starting “web”…
        return Tr::tr("Cancelled; %1").arg(step);
    const auto run = std::min(lab.runCount(), static_cast<int>(lab.records().size()) + 1);
    //: %1 and %2 are numbers, %3 is what is under way, such as: starting “web”…
    return Tr::tr("Run %1 of %2: %3").arg(locale.toString(run), locale.toString(lab.runCount()), step);
}

QString labResultText(const LabRun &lab)
{
    QStringList lines;
    const std::size_t targets = lab.plan().targets.size();
    for (std::size_t target = 0; target < targets; ++target)
        addTarget(lines, lab, target);
    if (targets == 2 && !lab.records().empty() && !lab.isUnderWay()) {
        lines.append(comparisonLine(lab, LabFigure::ToRunning));
        lines.append(comparisonLine(lab, LabFigure::ToHealthy));
    }
    for (const LabRun::Trouble &trouble : lab.troubles())
        //: %1 is a name, %2 a sentence
        lines.append(Tr::tr("“%1” was not left as it was: %2").arg(nameOf(lab, trouble.target), trouble.what));
    return lines.join(u'\n');
}

} // namespace stratadeck
