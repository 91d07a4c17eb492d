// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertwatch.h"

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// People's commands wait no longer, and clocks are no coarser.
constexpr Milliseconds kPace = 1s;

AlertSettings settings()
{
    AlertSettings settings;
    settings.escalateAfter = 30min;
    settings.groups.groupBy = QStringList{u"alertname"_s, u"host"_s};
    return settings;
}

/// What follows from a host that is down, or from a source that nothing is known of.
std::vector<InhibitRule> inhibitRules()
{
    InhibitRule source;
    (void)source.source.add(u"alertname"_s, u"SourceDown|HostDown"_s);
    (void)source.target.add(u"alertname"_s, u".*"_s);
    source.equal = {u"host"_s};
    return {source};
}

} // namespace

AlertWatch::AlertWatch(const Clock &clock)
    : m_clock(clock)
    , m_keeper(settings(), inhibitRules())
{
}

Result<std::unique_ptr<AlertWatch>> AlertWatch::create(const Database &db, const Clock &clock)
{
    std::unique_ptr<AlertWatch> watch(new AlertWatch(clock));
    return watch->m_keeper.load(db, clock.now()).map([&] { return std::move(watch); });
}

void AlertWatch::judge(const SampleBatch &, const SampleBatch &, const Database &db)
{
    look(db);
}

void AlertWatch::look(const Database &db)
{
    const TimePoint now = m_clock.now();
    if (std::chrono::abs(now - m_finished) < kPace)
        return;
    m_finished = now;
    m_keeper.advanceTo(now);
    m_keeper.finish(db);
}

} // namespace stratadeck
