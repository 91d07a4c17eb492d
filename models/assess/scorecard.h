// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QString>
#include <array>
#include <vector>

namespace stratadeck {

/// What the analysis asks of an architecture in its section 4, in its order: four principles (4.1.1), four
/// layers of data (4.2.1), four protections of data (4.2.2).
enum class ScorecardCheck : quint8 {
    Layering,       ///< application, platform and infrastructure can be changed apart from each other
    Elasticity,     ///< resources follow the load
    FaultIsolation, ///< one failure does not stop the whole
    SecurityFirst,
    DataIntake,  ///< real-time streams come in
    DataStorage, ///< distributed
    DataProcessing,
    DataService, ///< through interfaces
    Classification,
    Encryption, ///< stored and on its way
    AccessAudit,
    BackupRestore
};
inline constexpr std::size_t kScorecardChecks = 12;

enum class ScorecardGroup : quint8 { Principles, DataLayers, Protections };
inline constexpr std::size_t kScorecardGroups = 3;
ScorecardGroup groupOf(ScorecardCheck check);

enum class ScorecardState : quint8 { Yes, Partly, No, NotApplicable };

/// How one check was answered; a check without an answer is open, which is not "no".
struct ScorecardAnswer {
    ScorecardCheck check = ScorecardCheck::Layering;
    ScorecardState state = ScorecardState::No;
    QString reason; ///< why, or what shows it; never empty with NotApplicable, else empty: unsupported
    QString author;
    TimePoint at{};

    bool operator==(const ScorecardAnswer &) const = default;
};

/// How many checks are how; states are counted, never turned into points, so that what is open stays visible.
struct ScorecardCount {
    int yes = 0;
    int partly = 0;
    int no = 0;
    int notApplicable = 0;
    int open = 0;        ///< not answered
    int unsupported = 0; ///< of those answered: without a reason

    bool operator==(const ScorecardCount &) const = default;
};

struct ScorecardSummary {
    std::array<ScorecardCount, kScorecardGroups> groups;
    ScorecardCount all;

    bool operator==(const ScorecardSummary &) const = default;
};

const ScorecardAnswer *answerTo(const std::vector<ScorecardAnswer> &answers, ScorecardCheck check);
ScorecardSummary summaryOf(const std::vector<ScorecardAnswer> &answers);

// Untranslated words, as they stand in files.
QString toWord(ScorecardCheck check);
QString toWord(ScorecardState state);

} // namespace stratadeck
