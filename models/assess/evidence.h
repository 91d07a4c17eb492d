// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace stratadeck {

/// How the samples of a query become one figure.
enum class Aggregate : quint8 { Mean, Minimum, Maximum, Percentile };

/// A question to the recorded history.
struct EvidenceQuery {
    QString metric;       ///< name of the catalogue: "cpu.host_percent"
    QStringList entities; ///< keys, see EntityInfo::key
    QString instance;     ///< of the series: a disk, an interface; empty: all of an entity
    TimePoint from;
    TimePoint to;
    Aggregate aggregate = Aggregate::Mean;
    double percentile = 95; ///< 0..100, of Percentile

    bool operator==(const EvidenceQuery &) const = default;
};

/// Who measured.
enum class EvidenceSource : quint8 {
    History, ///< what was recorded in the window of the query
    Lab,     ///< runs that somebody asked for; the query names what was timed, it cannot be run again
};

/// How a run of a lab ended; only one that was measured has a figure.
enum class RunOutcome : quint8 { Measured, TimedOut, Failed, Cancelled };

struct EvidenceRun {
    int number = 1; ///< among the runs of its target
    TimePoint at;   ///< when it began
    RunOutcome outcome = RunOutcome::Measured;
    std::optional<double> value = {}; ///< of a measured run; none where nobody tells this figure
    QString why = {};                 ///< it was not measured

    bool operator==(const EvidenceRun &) const = default;
};

/// What a query answered, frozen. It is never made without a sample: a window in which nothing was measured is
/// an error, not a figure. Figures are in the unit of the metric.
struct Evidence {
    QString id;
    EvidenceQuery query;
    QStringList names; ///< of the entities, as they were called then
    QString unit;
    TimePoint taken;
    QString author;
    qint64 samples = 0;
    qint64 gaps = 0;          ///< stretches of which nothing is known
    Milliseconds unknown{0};  ///< their summed length over all series
    bool approximate = false; ///< partly from minutes or hours, as the raw samples are no longer kept
    double value = 0;         ///< the aggregate
    double minimum = 0;
    double mean = 0;
    double p50 = 0;
    double p95 = 0;
    double maximum = 0;
    double deviation = 0;           ///< of the samples
    std::vector<double> replicates; ///< the aggregate of resampled stretches of the window, ascending: how well
                                    ///< `value` is known; at most kMostReplicates
    std::vector<double> quantiles;  ///< 0 %, 1 % ... 100 % of the samples: their shape
    EvidenceSource source = EvidenceSource::History;
    std::vector<EvidenceRun> runs; ///< of a lab, those without a figure, too; the samples are those with one
    QString sha256;                ///< of the query and all figures, see hashOf()

    static constexpr std::size_t kMostReplicates = 256;

    bool operator==(const Evidence &) const = default;
};

/// Lower-case hex over everything but `id`, `author` and `sha256` itself.
QString hashOf(const Evidence &evidence);

/// Why evidence no longer speaks for today.
struct EvidenceAge {
    Milliseconds age{0};     ///< since the end of its window
    bool isOld = false;      ///< older than the assessment wants it
    bool isTampered = false; ///< its hash is not that of its content
};
EvidenceAge ageOf(const Evidence &evidence, TimePoint now, Milliseconds oldest);

/// What became of a query that was run again.
struct EvidenceRefresh {
    Evidence now;               ///< with the id of the old one
    double change = 0;          ///< now.value - before.value
    bool isBeyondNoise = false; ///< further than the replicates of both let expect (95 %)
};

/// "cpu.host_percent p95", for logs and exports.
QString toWord(Aggregate aggregate);

} // namespace stratadeck
