// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/eventstream.h"

#include "models/base/logging.h"
#include "models/collect/container/engineapi.h"
#include "models/collect/container/linesplitter.h"

#include <algorithm>
#include <deque>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 1024 * 1024;
constexpr Milliseconds kConnectDeadline{4000};
constexpr Milliseconds kFirstPause{250};
constexpr Milliseconds kLongestPause{10'000};

// A reconnect repeats the last second; more events than this in a second are told twice.
constexpr std::size_t kRemembered = 512;

qint64 toSeconds(TimePoint at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

} // namespace

/// What lives on the stream's thread.
class EventStream::Reader
{
public:
    Reader(EngineEndpoint endpoint, const Clock &clock, Channel<ContainerEvent> &out, Changed changed)
        : m_endpoint(std::move(endpoint))
        , m_clock(clock)
        , m_out(out)
        , m_changed(std::move(changed))
        , m_http(m_endpoint)
    {
    }

    void run(const std::stop_token &stop)
    {
        Milliseconds pause = kFirstPause;
        while (!stop.stop_requested()) {
            const bool connected = readOnce(stop);
            pause = connected ? kFirstPause : std::min(2 * pause, kLongestPause);
            sleepFor(pause, stop);
        }
    }

private:
    bool readOnce(const std::stop_token &stop)
    {
        LineSplitter splitter(kLongestLine);
        bool connected = false;
        // The clock of a remote engine may differ, so there only its own events say where to go on.
        const qint64 begun = m_endpoint.isLocalSocket() ? toSeconds(m_clock.now()) : 0;
        const auto answered = [&] {
            connected = true;
            if (m_since == 0)
                m_since = begun;
            m_changed({});
        };
        const auto sink = [&](QByteArrayView data) {
            splitter.feed(data, [this](const QByteArray &line) { take(line); });
        };
        const QByteArray path = EngineApi::eventsPath(m_endpoint.flavour, m_since);
        const Result<> ended = m_http.stream(path, kConnectDeadline, answered, sink, stop);
        if (!ended && !stop.stop_requested())
            qCInfo(lcCollect, "event stream ended: %ls", qUtf16Printable(ended.error().what));
        if (splitter.dropped() > 0)
            qCWarning(lcCollect, "%lld over-long events dropped", splitter.dropped());
        return connected;
    }

    void take(const QByteArray &line)
    {
        std::optional<ContainerEvent> event = parseEvent(line);
        if (!event || std::find(m_seen.begin(), m_seen.end(), event->identity) != m_seen.end())
            return;
        m_seen.push_back(event->identity);
        if (m_seen.size() > kRemembered)
            m_seen.pop_front();
        m_since = std::max(m_since, toSeconds(event->at));
        // Podman tells the outcome of every health check; whether it is news the reader of the channel knows.
        const QString changed = event->type == "health_status"_L1 ? QString() : event->id;
        if (!m_out.push(std::move(*event)))
            qCWarning(lcCollect, "too many container events, one dropped");
        if (!changed.isEmpty())
            m_changed(changed);
    }

    EngineEndpoint m_endpoint;
    const Clock &m_clock;
    Channel<ContainerEvent> &m_out;
    Changed m_changed;
    HttpClient m_http;
    qint64 m_since = 0;
    std::deque<QByteArray> m_seen;
};

EventStream::EventStream(EngineEndpoint endpoint, const Clock &clock, Channel<ContainerEvent> &out,
                         Changed changed)
    : m_worker(u"engine-events"_s,
               [endpoint = std::move(endpoint), &clock, &out, changed = std::move(changed)](
                   std::stop_token stop) { Reader(endpoint, clock, out, changed).run(stop); })
{
}

} // namespace stratadeck
