// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jsonview.h"

#include <QLatin1String>
#include <QStringList>
#include <algorithm>
#include <array>

namespace stratadeck::words {

// The words for enumerations in files and events, in the order of their values. They are stored: never change
// one.

using namespace Qt::StringLiterals;

inline constexpr std::array kFigures{"missing"_L1, "exact"_L1,  "interval"_L1, "tri"_L1,
                                     "pert"_L1,    "normal"_L1, "measured"_L1};
inline constexpr std::array kSources{"none"_L1, "measured"_L1, "document"_L1, "judgment"_L1};
inline constexpr std::array kWeightMethods{"direct"_L1, "swing"_L1, "rank"_L1, "ahp"_L1};
inline constexpr std::array kCostKinds{"one_off"_L1, "recurring"_L1, "step"_L1};
inline constexpr std::array kCostDrivers{"total"_L1, "host"_L1, "core"_L1,       "guest"_L1,
                                         "gb"_L1,    "fte"_L1,  "application"_L1};
inline constexpr std::array kSteps{"requirements"_L1, "research"_L1, "design"_L1,  "prototype"_L1,
                                   "cost"_L1,         "risk"_L1,     "decision"_L1};
inline constexpr std::array kStepStates{"open"_L1, "done"_L1, "skipped"_L1};
inline constexpr std::array kAggregates{"mean"_L1, "min"_L1, "max"_L1, "percentile"_L1};
inline constexpr std::array kEvidenceSources{"history"_L1, "lab"_L1};
inline constexpr std::array kRunOutcomes{"measured"_L1, "timed_out"_L1, "failed"_L1, "cancelled"_L1};
inline constexpr std::array kTimings{"end_of_year"_L1, "mid_year"_L1, "spreadsheet"_L1};
inline constexpr std::array kScorecardChecks{"layering"_L1,        "elasticity"_L1,   "fault_isolation"_L1,
                                             "security_first"_L1,  "data_intake"_L1,  "data_storage"_L1,
                                             "data_processing"_L1, "data_service"_L1, "classification"_L1,
                                             "encryption"_L1,      "access_audit"_L1, "backup_restore"_L1};
inline constexpr std::array kScorecardStates{"yes"_L1, "partly"_L1, "no"_L1, "not_applicable"_L1};
inline constexpr std::array kWorkloadTopics{
    "other_kernel"_L1,        "cannot_be_packed"_L1, "graphical_desktop"_L1,  "whole_machine"_L1,
    "distrusting_tenants"_L1, "sensitive_data"_L1,   "hardware_isolation"_L1, "local_state"_L1,
    "scales_in_seconds"_L1,   "many_short_lived"_L1, "frequent_releases"_L1,  "external_config"_L1,
    "small_services"_L1,      "data_pipeline"_L1};
inline constexpr std::array kEvents{"create"_L1, "change"_L1, "undo"_L1,    "redo"_L1,
                                    "freeze"_L1, "reopen"_L1, "archive"_L1, "restore"_L1};

template<std::size_t N, typename Enum>
QString textOf(const std::array<QLatin1StringView, N> &all, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? QString(all[index]) : QString();
}

/// The value of a word; another one is reported.
template<typename Enum, std::size_t N>
Enum valueOf(const std::array<QLatin1StringView, N> &all, const JsonView &view)
{
    const auto found = std::ranges::find(all, view.text());
    if (found != all.end())
        return static_cast<Enum>(found - all.begin());
    QStringList known;
    for (const QLatin1StringView word : all)
        known.append(word);
    view.reject(u"expected one of "_s + known.join(", "_L1));
    return {};
}

} // namespace stratadeck::words
