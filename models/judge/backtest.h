// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judge/historyfeed.h"

namespace stratadeck {

/// A time at which a rule would have had an incident.
struct BacktestIncident {
    TimePoint from{};
    std::optional<TimePoint> to; ///< none: not resolved at the end of the range
    Labels labels;
    QString key;            ///< of the entity; empty of a source
    QString instance;       ///< the disk or card it is about
    double peak = 0;        ///< the worst figure of the rule's first comparison; NaN when it was never known
    int reopened = 0;       ///< times that it fired again so soon that it is the same incident
    Milliseconds firing{0}; ///< without the pauses between
    std::vector<TimeRange> spans; ///< when it fired; the last ends with the range when `to` is absent
};

/// One that a rule is for, whether it fired or not.
struct BacktestSubject {
    QString key; ///< of the entity; empty of a source
    QString instance;
    Labels labels;
    int nearMisses = 0;
};

/// What a rule would have made of a range of recorded history.
struct BacktestResult {
    QString rule;
    std::vector<BacktestIncident> incidents; ///< in order of their beginning
    Milliseconds firing{0};                  ///< summed over all of them
    int nearMisses = 0;                      ///< beyond the threshold, but not long enough
    std::size_t series = 0;                  ///< that it is for
    std::vector<BacktestSubject> subjects;   ///< the same, with those that ended meanwhile
    /// Which share of series and instants was unknown; none when there was no series at all.
    std::optional<double> noDataShare;
    /// It asks for something that history does not keep: problem: but unhealthy, and source:.
    bool asksForUnrecorded = false;
};

struct Backtest {
    HistoryFeed::Detail detail{};        ///< what the range was read as
    Milliseconds period{0};              ///< between two judgements
    std::vector<BacktestResult> results; ///< in the order of the rules
};

/// Judges rules over [range.from, range.to) of a history as they are judged live. Ranges of many samples are
/// read by minutes unless `detail` says otherwise; rules are then judged once a minute. The windows are filled
/// from before the range. Tags are taken by entity key. Off the window's thread: it takes a second for some
/// million samples. Invalid (rules that cannot be judged, an empty range), Cancelled, and what reading fails
/// with.
Result<Backtest> backtest(const std::vector<RuleDefinition> &rules, const HistoryReader &reader,
                          TimeRange range, std::optional<HistoryFeed::Detail> detail = {},
                          const QHash<QString, QStringList> &tags = {}, const std::stop_token &stop = {},
                          const std::function<void(double)> &progress = {});

/// Tags by entity key, as a history keeps them; none of one that was written before there were tags.
QHash<QString, QStringList> recordedTags(const QString &path, const HistoryReader &reader);

} // namespace stratadeck
