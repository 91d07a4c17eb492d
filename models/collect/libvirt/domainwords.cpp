// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/domainwords.h"

#include <QLatin1String>
#include <libvirt/libvirt.h>
#include <span>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Indexed by the numbers of libvirt's enumerations, which are part of its stable interface.
constexpr QLatin1StringView kRunning[]{{},
                                       "booted"_L1,
                                       "migrated"_L1,
                                       "restored"_L1,
                                       "from-snapshot"_L1,
                                       "unpaused"_L1,
                                       "migration-canceled"_L1,
                                       "save-canceled"_L1,
                                       "wakeup"_L1,
                                       "crashed"_L1,
                                       "postcopy"_L1,
                                       "postcopy-failed"_L1};
constexpr QLatin1StringView kPaused[]{{},
                                      "user"_L1,
                                      "migration"_L1,
                                      "save"_L1,
                                      "dump"_L1,
                                      "io-error"_L1,
                                      "watchdog"_L1,
                                      "from-snapshot"_L1,
                                      "shutting-down"_L1,
                                      "snapshot"_L1,
                                      "crashed"_L1,
                                      "starting-up"_L1,
                                      "postcopy"_L1,
                                      "postcopy-failed"_L1,
                                      "api-error"_L1};
constexpr QLatin1StringView kShutdown[]{{}, "user"_L1};
constexpr QLatin1StringView kShutoff[]{{},           "shutdown"_L1,      "destroyed"_L1,
                                       "crashed"_L1, "migrated"_L1,      "saved"_L1,
                                       "failed"_L1,  "from-snapshot"_L1, "daemon"_L1};
constexpr QLatin1StringView kCrashed[]{{}, "panicked"_L1};

constexpr QLatin1StringView kDefined[]{"added"_L1, "updated"_L1, "renamed"_L1, "from-snapshot"_L1};
constexpr QLatin1StringView kUndefined[]{"removed"_L1, "renamed"_L1};
constexpr QLatin1StringView kStarted[]{"booted"_L1,        "migrated"_L1, "restored"_L1,
                                       "from-snapshot"_L1, "wakeup"_L1,   "recovered"_L1};
constexpr QLatin1StringView kSuspended[]{"paused"_L1,    "migrated"_L1, "io-error"_L1,
                                         "watchdog"_L1,  "restored"_L1, "from-snapshot"_L1,
                                         "api-error"_L1, "postcopy"_L1, "postcopy-failed"_L1};
constexpr QLatin1StringView kResumed[]{"unpaused"_L1, "migrated"_L1, "from-snapshot"_L1, "postcopy"_L1,
                                       "postcopy-failed"_L1};
constexpr QLatin1StringView kStopped[]{"shutdown"_L1, "destroyed"_L1, "crashed"_L1,      "migrated"_L1,
                                       "saved"_L1,    "failed"_L1,    "from-snapshot"_L1};
constexpr QLatin1StringView kShutdownEvent[]{"finished"_L1, "by-guest"_L1, "by-host"_L1};
constexpr QLatin1StringView kPmSuspended[]{"memory"_L1, "disk"_L1};
constexpr QLatin1StringView kCrashedEvent[]{"panicked"_L1, "crash-loaded"_L1};

QString word(std::span<const QLatin1StringView> words, int number)
{
    if (number < 0 || static_cast<std::size_t>(number) >= words.size())
        return {};
    return words[static_cast<std::size_t>(number)];
}

} // namespace

EntityState toEntityState(int state)
{
    switch (state) {
    case VIR_DOMAIN_RUNNING:
    case VIR_DOMAIN_BLOCKED:
        return EntityState::Running;
    case VIR_DOMAIN_PAUSED:
        return EntityState::Paused;
    case VIR_DOMAIN_SHUTDOWN:
        return EntityState::ShuttingDown;
    case VIR_DOMAIN_SHUTOFF:
        return EntityState::ShutOff;
    case VIR_DOMAIN_CRASHED:
        return EntityState::Crashed;
    case VIR_DOMAIN_PMSUSPENDED:
        return EntityState::Suspended;
    default:
        return EntityState::Unknown;
    }
}

QString stateReason(int state, int reason)
{
    switch (state) {
    case VIR_DOMAIN_RUNNING:
        return word(kRunning, reason);
    case VIR_DOMAIN_PAUSED:
        return word(kPaused, reason);
    case VIR_DOMAIN_SHUTDOWN:
        return word(kShutdown, reason);
    case VIR_DOMAIN_SHUTOFF:
        return word(kShutoff, reason);
    case VIR_DOMAIN_CRASHED:
        return word(kCrashed, reason);
    default:
        return {};
    }
}

LifecycleWords lifecycleWords(int event, int detail)
{
    switch (event) {
    case VIR_DOMAIN_EVENT_DEFINED:
        return {u"defined"_s, word(kDefined, detail)};
    case VIR_DOMAIN_EVENT_UNDEFINED:
        return {u"undefined"_s, word(kUndefined, detail)};
    case VIR_DOMAIN_EVENT_STARTED:
        return {u"started"_s, word(kStarted, detail)};
    case VIR_DOMAIN_EVENT_SUSPENDED:
        return {u"paused"_s, word(kSuspended, detail)};
    case VIR_DOMAIN_EVENT_RESUMED:
        return {u"resumed"_s, word(kResumed, detail)};
    case VIR_DOMAIN_EVENT_STOPPED:
        return {detail == VIR_DOMAIN_EVENT_STOPPED_CRASHED ? u"crashed"_s : u"stopped"_s,
                word(kStopped, detail)};
    case VIR_DOMAIN_EVENT_SHUTDOWN:
        return {u"shutting-down"_s, word(kShutdownEvent, detail)};
    case VIR_DOMAIN_EVENT_PMSUSPENDED:
        return {u"suspended"_s, word(kPmSuspended, detail)};
    case VIR_DOMAIN_EVENT_CRASHED:
        return {u"crashed"_s, word(kCrashedEvent, detail)};
    default:
        return {u"lifecycle"_s, QString::number(event)};
    }
}

bool beginsRun(int event, int detail)
{
    return event == VIR_DOMAIN_EVENT_STARTED
           && (detail == VIR_DOMAIN_EVENT_STARTED_BOOTED || detail == VIR_DOMAIN_EVENT_STARTED_MIGRATED
               || detail == VIR_DOMAIN_EVENT_STARTED_RESTORED
               || detail == VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT);
}

} // namespace stratadeck
