// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/deepstats.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One stuck guest costs the others of its chunk a little, so chunks stay small.
constexpr std::size_t kChunk = 25;
constexpr std::size_t kMostHanging = 2;
constexpr auto kRetryAfterError = 2s;

} // namespace

/// What the two threads share: the chunks to do, the one under way, the answers.
struct DeepStats::Lane {
    std::shared_ptr<const StampClock> clock;
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<DeepChunk> due;
    std::optional<DeepChunk> current;
    CallThread::TimePoint started{};
    CallThread::TimePoint failedAt{};
    std::vector<Answer> answers;
    std::optional<Error> error;
    bool active = false; // a round is under way
    bool letGo = false;
    bool hasBulk = true;

    void serve(DeepSession &session)
    {
        begin({});
        Result<> connected = session.connect();
        while (connected && begin(next()))
            connected = finish(session.read(*current), session.hasBulk());
        const std::scoped_lock lock(mutex);
        error = connected ? std::nullopt : std::optional(connected.error());
        failedAt = std::chrono::steady_clock::now();
        due.clear();
        current.reset();
        active = false;
        changed.notify_all();
    }

    std::optional<DeepChunk> next()
    {
        const std::scoped_lock lock(mutex);
        if (due.empty() || letGo)
            return std::nullopt;
        DeepChunk chunk = std::move(due.front());
        due.pop_front();
        return chunk;
    }

    bool begin(std::optional<DeepChunk> chunk)
    {
        const std::scoped_lock lock(mutex);
        current = std::move(chunk);
        started = std::chrono::steady_clock::now();
        return current.has_value();
    }

    Result<> finish(Result<std::vector<DomainFigures>> figures, bool bulk)
    {
        const std::scoped_lock lock(mutex);
        hasBulk = bulk;
        if (!figures)
            return tl::unexpected(figures.error());
        // Stamped under the lock: whoever takes the answers knows that later ones are younger.
        if (!letGo)
            answers.push_back({clock->stamp(), std::move(*figures)});
        return {};
    }
};

DeepStats::DeepStats(QString uri, bool readOnly, std::shared_ptr<const StampClock> clock)
    : m_uri(std::move(uri))
    , m_readOnly(readOnly)
    , m_clock(std::move(clock))
{
}

DeepStats::~DeepStats()
{
    if (!m_thread)
        return;
    {
        const std::scoped_lock lock(m_lane->mutex);
        m_lane->letGo = true;
    }
    // The connection is closed where it was used, because closing may hang, too.
    m_thread->run([session = m_session] { return session->disconnect(), true; },
                  std::chrono::steady_clock::now() + 300ms, {});
}

std::size_t DeepStats::hanging() const
{
    std::erase_if(m_letGo, [](const std::weak_ptr<const void> &life) { return life.expired(); });
    return m_letGo.size();
}

void DeepStats::ask(std::vector<DeepDomain> domains)
{
    const auto now = std::chrono::steady_clock::now();
    if (domains.empty())
        return;
    if (!m_thread) {
        m_lane = std::make_shared<Lane>();
        m_lane->clock = m_clock;
        m_session = std::make_shared<DeepSession>(m_uri, m_readOnly);
        m_thread = std::make_unique<CallThread>(u"libvirt-deep"_s);
    }
    {
        const std::scoped_lock lock(m_lane->mutex);
        if (m_lane->active || (m_lane->error && now < m_lane->failedAt + kRetryAfterError))
            return;
        m_lane->active = true;
        m_lane->current.reset();
        m_lane->started = now;
        for (std::size_t first = 0; first < domains.size(); first += kChunk) {
            const auto begin = std::make_move_iterator(domains.begin() + static_cast<std::ptrdiff_t>(first));
            const auto count = std::min(kChunk, domains.size() - first);
            m_lane->due.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
        }
    }
    if (m_thread->post([lane = m_lane, session = m_session] { lane->serve(*session); }))
        return;
    const std::scoped_lock lock(m_lane->mutex); // about to end the last round: next time
    m_lane->active = false;
    m_lane->due.clear();
}

void DeepStats::wait(CallThread::TimePoint deadline, const std::stop_token &stop)
{
    if (!m_lane)
        return;
    std::unique_lock lock(m_lane->mutex);
    m_lane->changed.wait_until(lock, stop, deadline, [this] { return !m_lane->active; });
}

std::vector<DeepStats::Answer> DeepStats::take()
{
    if (!m_lane)
        return {};
    const std::scoped_lock lock(m_lane->mutex);
    return std::exchange(m_lane->answers, {});
}

std::optional<DeepStats::Call> DeepStats::callUnderWay() const
{
    if (!m_lane)
        return std::nullopt;
    const std::scoped_lock lock(m_lane->mutex);
    if (!m_lane->active)
        return std::nullopt;
    Call call;
    for (const DeepDomain &domain : m_lane->current.value_or(DeepChunk()))
        call.domains.push_back(domain.uuid);
    call.running = std::chrono::steady_clock::now() - m_lane->started;
    return call;
}

bool DeepStats::letGo()
{
    if (!m_thread || hanging() >= kMostHanging)
        return false;
    {
        const std::scoped_lock lock(m_lane->mutex);
        m_lane->letGo = true;
    }
    m_letGo.push_back(m_thread->life());
    m_session.reset(); // the call under way owns it
    m_thread->letGo();
    m_thread.reset();
    m_lane.reset();
    return true;
}

std::optional<Error> DeepStats::error() const
{
    if (!m_lane)
        return std::nullopt;
    const std::scoped_lock lock(m_lane->mutex);
    return m_lane->error;
}

bool DeepStats::hasBulk() const
{
    if (!m_lane)
        return true;
    const std::scoped_lock lock(m_lane->mutex);
    return m_lane->hasBulk;
}

} // namespace stratadeck
