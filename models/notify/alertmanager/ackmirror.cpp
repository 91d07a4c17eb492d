// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/ackmirror.h"

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kLength = 15min;
constexpr Milliseconds kExtendAt = 5min; ///< what may be left before it is made longer

ForeignSilence silenceOf(const Labels &labels)
{
    ForeignSilence silence;
    for (const auto &[name, value] : labels)
        silence.matchers.push_back({name, value});
    return silence;
}

} // namespace

void AckMirror::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    if (enabled)
        return;
    std::erase_if(m_acks, [](const auto &one) { return one.second.id.isEmpty(); });
    for (auto &[fingerprint, ack] : m_acks)
        ack.isWanted = false;
}

void AckMirror::acknowledged(const Labels &labels, const QString &by, const QString &note)
{
    const Labels known = withoutEmpty(labels);
    if (!m_isEnabled || known.empty()) // without matchers it would silence everything
        return;
    Ack &ack = m_acks[fingerprintOf(known)];
    ack.labels = known;
    ack.by = by;
    ack.note = note;
    ack.isWanted = true;
}

void AckMirror::ended(const Labels &labels)
{
    const auto ack = m_acks.find(fingerprintOf(withoutEmpty(labels)));
    if (ack == m_acks.end())
        return;
    if (ack->second.id.isEmpty())
        m_acks.erase(ack);
    else
        ack->second.isWanted = false;
}

std::vector<AckMirror::Step> AckMirror::due(TimePoint now) const
{
    std::vector<Step> steps;
    for (const auto &[fingerprint, ack] : m_acks) {
        if (!ack.isWanted) {
            steps.emplace_back(End{fingerprint, ack.id});
            continue;
        }
        if (!ack.id.isEmpty() && ack.endsAt - now > kExtendAt)
            continue;
        ForeignSilence silence = silenceOf(ack.labels);
        // The same start and matchers keep the id; one that has run out is made anew.
        const bool isAlive = !ack.id.isEmpty() && now < ack.endsAt;
        silence.id = isAlive ? ack.id : QString();
        silence.startsAt = isAlive ? ack.startsAt : now;
        silence.endsAt = now + kLength;
        silence.createdBy = ack.by.isEmpty() ? u"Stratadeck"_s : ack.by;
        silence.comment =
            ack.note.isEmpty() ? u"Acknowledged in Stratadeck"_s : u"Acknowledged in Stratadeck: "_s + ack.note;
        steps.emplace_back(Put{fingerprint, silence});
    }
    return steps;
}

void AckMirror::wasPut(const Put &put, const QString &id)
{
    const auto ack = m_acks.find(put.fingerprint);
    if (ack == m_acks.end()) {
        // Ended while it was made: what is there has to go again.
        Ack orphan;
        orphan.id = id;
        orphan.isWanted = false;
        m_acks.emplace(put.fingerprint, orphan);
        return;
    }
    ack->second.id = id;
    ack->second.startsAt = put.silence.startsAt;
    ack->second.endsAt = put.silence.endsAt;
}

} // namespace stratadeck
