// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/quarantine.h"

namespace stratadeck {

namespace {

// A monitor looks free as long as nobody asks. Who was released and got stuck again is tried only
// this often, so that a guest that stays stuck cannot eat one thread after another.
constexpr std::chrono::seconds kProbeEvery{30};

} // namespace

Quarantine::Quarantine(Milliseconds slow, Milliseconds named)
    : m_slow(slow)
    , m_named(named)
{
}

void Quarantine::report(const DomainControl &control, TimePoint wall, Ticks now)
{
    const auto known = m_cases.find(control.uuid);
    if (control.state == DomainControl::State::Free) {
        if (known == m_cases.end() || !known->suspect)
            return;
        known->suspect = false;
        ++known->releases;
        if (known->releases == 1)
            known->named.reset(); // believed at once the first time, later only after an answer
        else
            known->holdUntil = now + kProbeEvery;
        return;
    }
    const bool broken = control.state == DomainControl::State::Broken;
    if (!broken && control.since < m_slow && (known == m_cases.end() || !known->suspect))
        return; // busy, as a monitor may be
    Case &suspect = known == m_cases.end() ? m_cases[control.uuid] : *known;
    suspect.suspect = true;
    if (!suspect.named && (broken || control.since >= m_named))
        suspect.named = wall - control.since;
}

void Quarantine::answered(const QUuid &uuid)
{
    const auto known = m_cases.find(uuid);
    if (known != m_cases.end() && !known->suspect)
        m_cases.erase(known);
}

void Quarantine::bench(const std::vector<QUuid> &uuids, TimePoint wall, Ticks now)
{
    for (const QUuid &uuid : uuids) {
        Case &benched = m_cases[uuid];
        if (!benched.benched)
            benched.benchedAt = wall;
        benched.benched = true;
        benched.holdUntil = now + kProbeEvery;
    }
}

bool Quarantine::mayAsk(const QUuid &uuid, Ticks now) const
{
    const auto known = m_cases.constFind(uuid);
    return known == m_cases.constEnd() || (!known->suspect && now >= known->holdUntil);
}

std::optional<TimePoint> Quarantine::notAnsweringSince(const QUuid &uuid) const
{
    const auto known = m_cases.constFind(uuid);
    return known == m_cases.constEnd() ? std::nullopt : known->named;
}

std::optional<TimePoint> Quarantine::benchedSince(const QUuid &uuid) const
{
    const auto known = m_cases.constFind(uuid);
    if (known == m_cases.constEnd() || !known->benched)
        return std::nullopt;
    return known->benchedAt;
}

std::vector<QUuid> Quarantine::watched() const
{
    std::vector<QUuid> uuids;
    for (auto it = m_cases.cbegin(); it != m_cases.cend(); ++it) {
        if (it->suspect)
            uuids.push_back(it.key());
    }
    return uuids;
}

} // namespace stratadeck
