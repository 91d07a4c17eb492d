// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sourcehub.h"

#include "models/collect/collectorfactory.h"

#include <algorithm>

namespace stratadeck {

SourceHub::SourceHub(const Clock &clock, Channel<SampleBatch> &out, Milliseconds period, Named named)
    : m_clock(clock)
    , m_out(out)
    , m_period(period)
    , m_named(std::move(named))
{
}

SourceHub::~SourceHub()
{
    requestStop(); // all at once, so that joining them one by one takes as long as the slowest
}

void SourceHub::requestStop()
{
    for (const Source &source : m_sources) {
        if (source.runner)
            source.runner->requestStop();
    }
}

SourceHub::Source SourceHub::start(const QString &uri)
{
    Source source;
    source.uri = uri;
    const auto id = static_cast<SourceId>(m_nextId++);
    const Result<SourceUri> parsed = SourceUri::parse(uri);
    if (!parsed) {
        source.wrong.id = id;
        source.wrong.uri = uri;
        source.wrong.state = SourceState::Failed;
        source.wrong.since = m_clock.now();
        source.wrong.error = parsed.error();
        return source;
    }
    if (m_named)
        m_named(id, uri);
    const CollectorContext context{id, uri, &m_clock, m_period};
    source.runner = std::make_unique<CollectorRunner>(
        context, [uri = *parsed](const CollectorContext &c) { return makeCollector(uri, c); }, m_out);
    return source;
}

void SourceHub::setUris(const QStringList &uris)
{
    std::vector<Source> next;
    for (const QString &uri : uris) {
        if (std::ranges::find(next, uri, &Source::uri) != next.end())
            continue;
        const auto running = std::ranges::find(m_sources, uri, &Source::uri);
        if (running == m_sources.end()) {
            next.push_back(start(uri));
        } else {
            next.push_back(std::move(*running));
            m_sources.erase(running);
        }
    }
    retire(std::exchange(m_sources, std::move(next)));
}

void SourceHub::setPeriod(Milliseconds period)
{
    if (period == m_period)
        return;
    m_period = period;
    const QStringList wanted = uris();
    retire(std::exchange(m_sources, {}));
    setUris(wanted);
}

void SourceHub::retire(std::vector<Source> sources)
{
    for (Source &source : sources) {
        if (!source.runner)
            continue;
        source.runner->requestStop();
        m_retired.push_back(std::move(source));
    }
}

QStringList SourceHub::uris() const
{
    QStringList list;
    for (const Source &source : m_sources)
        list.append(source.uri);
    return list;
}

std::vector<SourceStatus> SourceHub::statuses()
{
    std::erase_if(m_retired, [](const Source &source) { return source.runner->isFinished(); });
    std::vector<SourceStatus> list;
    for (const Source &source : m_sources)
        list.push_back(source.runner ? source.runner->status() : source.wrong);
    return list;
}

} // namespace stratadeck
