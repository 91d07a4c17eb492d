// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/evidence/evidencetext.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/lab/labwords.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};

constexpr int kHashShown = 16;

QString timeText(TimePoint at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)), QLocale::ShortFormat);
}

} // namespace

QString labEvidenceTitle(const Evidence &evidence)
{
    const std::optional<LabFigure> figure = findLabFigure(evidence.query.metric);
    //: %1 is a figure such as "Start until running", %2 a name, %3 a time, %4 a number
    return Tr::tr("Lab: %1 of %2, %3, runs: %4")
        .arg(figure ? titleOf(*figure) : evidence.query.metric, plainText(evidence.names.join(u", "_s), 60),
             timeText(evidence.taken), QLocale().toString(evidence.samples));
}

QString aggregateText(const EvidenceQuery &query)
{
    switch (query.aggregate) {
    case Aggregate::Mean:
        return Tr::tr("mean");
    case Aggregate::Minimum:
        return Tr::tr("least");
    case Aggregate::Maximum:
        return Tr::tr("most");
    case Aggregate::Percentile:
        //: A percentile, such as "95th percentile"
        return Tr::tr("%1th percentile").arg(figureText(query.percentile));
    }
    return {};
}

QString evidenceText(const Evidence &evidence)
{
    const QLocale locale;
    QStringList names;
    for (const QString &name : evidence.names)
        names.append(plainText(name, 60));
    QStringList lines{
        //: %1 is "mean" or a percentile, %2 the figure with its unit
        Tr::tr("%1: %2").arg(aggregateText(evidence.query), figureText(evidence.value, evidence.unit)),
        Tr::tr("%1 of %2").arg(evidence.query.metric, names.join(Tr::tr(", "))),
        Tr::tr("%1 to %2").arg(timeText(evidence.query.from), timeText(evidence.query.to)),
        Tr::tr("%n sample(s)", nullptr, static_cast<int>(evidence.samples)) + u", "_s
            + (evidence.gaps > 0 ? Tr::tr("%n gap(s), %1 unknown", nullptr, static_cast<int>(evidence.gaps))
                                       .arg(formatDuration(evidence.unknown, locale))
                                 : Tr::tr("no gaps")),
        Tr::tr("least %1, mean %2, median %3, P95 %4, most %5")
            .arg(figureText(evidence.minimum), figureText(evidence.mean), figureText(evidence.p50),
                 figureText(evidence.p95), figureText(evidence.maximum))};
    if (!evidence.replicates.empty())
        lines.append(Tr::tr("resampled between %1 and %2")
                         .arg(figureText(evidence.replicates.front()),
                              figureText(evidence.replicates.back(), evidence.unit)));
    if (evidence.source == EvidenceSource::Lab) {
        //: Numbers of runs: all, and those that gave a figure
        lines.append(
            Tr::tr("Measured by the lab: %1 runs, %2 of them with this figure.")
                .arg(locale.toString(qint64(evidence.runs.size())), locale.toString(evidence.samples)));
    }
    if (evidence.approximate)
        lines.append(Tr::tr("Partly from minutes or hours: single samples of that time are no longer kept."));
    lines.append(Tr::tr("SHA-256 %1…").arg(evidence.sha256.left(kHashShown)));
    return lines.join(u'\n');
}

QString refreshText(const Evidence &before, const EvidenceRefresh &refresh)
{
    const QString change =
        (refresh.change >= 0 ? u"+"_s : QString()) + figureText(refresh.change, refresh.now.unit);
    const QString figures = Tr::tr("It was %1 and is %2 now (%3).")
                                .arg(figureText(before.value, before.unit),
                                     figureText(refresh.now.value, refresh.now.unit), change);
    const QString weight = refresh.isBeyondNoise ? Tr::tr("That is more than chance explains.")
                                                 : Tr::tr("That is within what chance explains.");
    return u"%1 %2\n\n%3"_s.arg(figures, weight, evidenceText(refresh.now));
}

} // namespace stratadeck
