// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/pollloop.h"

#include <algorithm>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace stratadeck {

using namespace std::chrono_literals;

PollLoop::PollLoop()
    : m_wakeFd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

PollLoop::~PollLoop()
{
    if (m_wakeFd >= 0)
        close(m_wakeFd);
}

template<typename Item>
std::shared_ptr<Item> PollLoop::find(const std::vector<std::shared_ptr<Item>> &items, int id) const
{
    const auto found = std::find_if(items.begin(), items.end(), [id](const std::shared_ptr<Item> &item) {
        return item->id == id && !item->removed;
    });
    return found == items.end() ? nullptr : *found;
}

template<typename Item>
bool PollLoop::remove(std::vector<std::shared_ptr<Item>> &items, int id)
{
    const std::scoped_lock lock(m_mutex);
    const auto item = find(items, id);
    if (item)
        item->removed = true;
    wake(); // its release runs in the loop
    return bool(item);
}

int PollLoop::addFd(int fd, short events, FdCallback callback, Release release)
{
    const std::scoped_lock lock(m_mutex);
    m_watches.push_back(
        std::make_shared<Watch>(Watch{++m_lastId, fd, events, std::move(callback), std::move(release), false}));
    wake();
    return m_lastId;
}

void PollLoop::updateFd(int id, short events)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto watch = find(m_watches, id))
        watch->events = events;
    wake();
}

bool PollLoop::removeFd(int id)
{
    return remove(m_watches, id);
}

int PollLoop::addTimer(std::chrono::milliseconds interval, TimerCallback callback, Release release)
{
    const std::scoped_lock lock(m_mutex);
    m_timers.push_back(
        std::make_shared<Timer>(Timer{++m_lastId, interval, std::chrono::steady_clock::now() + interval,
                                      std::move(callback), std::move(release), false}));
    wake();
    return m_lastId;
}

void PollLoop::updateTimer(int id, std::chrono::milliseconds interval)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto timer = find(m_timers, id)) {
        timer->interval = interval;
        timer->due = std::chrono::steady_clock::now() + interval;
    }
    wake();
}

bool PollLoop::removeTimer(int id)
{
    return remove(m_timers, id);
}

void PollLoop::wake()
{
    const quint64 one = 1;
    // It only fails when wake-ups are already waiting in great number.
    [[maybe_unused]] const auto written = write(m_wakeFd, &one, sizeof one);
}

std::optional<PollLoop::Instant> PollLoop::nextDue() const
{
    std::optional<Instant> next;
    for (const auto &timer : m_timers) {
        if (!timer->removed && timer->interval >= 0ms)
            next = next ? std::min(*next, timer->due) : timer->due;
    }
    return next;
}

void PollLoop::runOnce()
{
    std::vector<pollfd> fds{{m_wakeFd, POLLIN, 0}};
    std::vector<std::shared_ptr<Watch>> watches;
    int timeout = -1;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &watch : m_watches) {
            if (watch->removed || watch->events == 0)
                continue;
            watches.push_back(watch);
            fds.push_back({watch->fd, watch->events, 0});
        }
        if (const auto due = nextDue()) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*due - std::chrono::steady_clock::now());
            timeout = static_cast<int>(std::clamp<std::chrono::milliseconds>(left, 0ms, 1h).count());
        }
    }
    const int ready = poll(fds.data(), fds.size(), timeout);
    quint64 wakeUps = 0;
    [[maybe_unused]] const auto got = read(m_wakeFd, &wakeUps, sizeof wakeUps);
    dispatchTimers();
    for (std::size_t i = 0; ready > 0 && i < watches.size(); ++i) {
        const short events = fds[i + 1].revents;
        std::unique_lock lock(m_mutex);
        if (events == 0 || watches[i]->removed || watches[i]->events == 0)
            continue;
        lock.unlock();
        watches[i]->callback(watches[i]->id, watches[i]->fd, events);
    }
    releaseRemoved();
}

void PollLoop::dispatchTimers()
{
    std::vector<std::shared_ptr<Timer>> timers;
    {
        const std::scoped_lock lock(m_mutex);
        timers = m_timers;
    }
    const Instant now = std::chrono::steady_clock::now();
    for (const auto &timer : timers) {
        {
            const std::scoped_lock lock(m_mutex);
            if (timer->removed || timer->interval < 0ms || timer->due > now)
                continue;
            timer->due = now + timer->interval;
        }
        timer->callback(timer->id);
    }
}

// Not while anything is locked: a release may take locks of the one who removed it.
void PollLoop::releaseRemoved()
{
    std::vector<Release> releases;
    const auto sweep = [&releases](auto &items) {
        std::erase_if(items, [&releases](const auto &item) {
            if (item->removed && item->release)
                releases.push_back(std::move(item->release));
            return item->removed;
        });
    };
    {
        const std::scoped_lock lock(m_mutex);
        sweep(m_watches);
        sweep(m_timers);
    }
    for (const Release &release : releases)
        release();
}

} // namespace stratadeck
