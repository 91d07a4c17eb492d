// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judge/historyfeed.h"

namespace stratadeck {

/// What a rule's first comparison compared over a time: the figure that the judge itself made of the history.
struct RuleTraceRequest {
    RuleDefinition rule;
    QString key;      ///< of the entity
    QString instance; ///< empty: of the entity as a whole
    TimeRange range;
    HistoryFeed::Detail detail{}; ///< as the back-test was read
    int maxPoints = 4000;         ///< buckets at most, gaps come on top
};

/// In time order; where it was unknown there is a gap. Empty when the entity has no such figure. Off the
/// window's thread. Invalid (an empty range, or a comparison that cannot be judged), Cancelled, and what
/// reading fails with.
Result<Series> traceRule(const RuleTraceRequest &request, const HistoryReader &reader,
                         const QHash<QString, QStringList> &tags = {}, const std::stop_token &stop = {});

} // namespace stratadeck
