// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/followednotices.h"

#include "app/session/alertmessages.h"

namespace stratadeck {

namespace {

/// Of an alert that people have been told of and are told of again, or nothing.
std::optional<NoticeReason> reasonToRepeat(const AlertState &before, const AlertState &now)
{
    if (now.escalations > before.escalations)
        return NoticeReason::Escalated;
    const bool wasAcked = before.handling == Handling::Acked;
    const bool isAcked = now.handling == Handling::Acked;
    // A person who took it back has it before their eyes; only what ran out by itself is told.
    if (wasAcked && !isAcked && before.ackEnds && before.incident == now.incident
        && now.handling == Handling::New)
        return NoticeReason::AckExpired;
    if (isWorse(now.severity, before.severity) && !isAcked)
        return NoticeReason::Escalated;
    return {};
}

} // namespace

std::vector<NoticeMessage> FollowedNotices::take(const BoardSnapshot &board)
{
    std::vector<NoticeMessage> notices;
    const TimePoint at = board.now.value_or(TimePoint());
    const auto tell = [&](NoticeReason reason, const BoardCard &card, AlertMessage::Status status) {
        if (m_isBegun && card.incident)
            notices.push_back({at, reason, {}, {alertMessageOf(card, status)}});
    };
    std::map<QString, Known> now;
    for (const BoardCard &card : board.cards) {
        const QString key = fingerprintOf(card.alert.labels);
        const auto found = m_known.find(key);
        const Known before = found == m_known.end() ? Known() : found->second;
        const bool isTold = card.alert.isTold;
        const bool isAnother = before.isTold && before.card.alert.incident != card.alert.incident;
        if (isTold && (!before.isTold || isAnother)) {
            tell(NoticeReason::First, card, AlertMessage::Status::Firing);
        } else if (before.isTold && !isTold) {
            tell(NoticeReason::AllResolved, isAnother ? before.card : card, AlertMessage::Status::Resolved);
        } else if (isTold && card.alert.suppressedBy.empty()) {
            if (const auto reason = reasonToRepeat(before.card.alert, card.alert))
                tell(*reason, card, AlertMessage::Status::Firing);
        }
        now.insert_or_assign(key, Known{card, isTold});
    }
    for (const auto &[key, known] : m_known) {
        if (known.isTold && !now.contains(key))
            tell(NoticeReason::AllResolved, known.card, AlertMessage::Status::Resolved);
    }
    m_known = std::move(now);
    m_isBegun = true;
    return notices;
}

} // namespace stratadeck
