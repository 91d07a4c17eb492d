// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/fsprobe.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <sys/statvfs.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLeftBehind = 4;

} // namespace

struct FsProbe::Round {
    std::vector<QByteArray> paths;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Answer> answers; // guarded; in the order of the paths
    bool finished = false;       // guarded
};

FsProbe::FsProbe(Ask ask)
    : m_ask(std::move(ask))
{
}

FsProbe::~FsProbe()
{
    m_worker.abandon();
}

void FsProbe::start(const std::vector<QByteArray> &paths, Ticks now)
{
    if (m_round)
        return;
    std::erase_if(m_leftBehind, [](const auto &round) {
        const std::scoped_lock lock(round->mutex);
        return round->finished;
    });
    if (m_leftBehind.size() >= kMostLeftBehind)
        return;
    std::vector<QByteArray> answering;
    std::ranges::copy_if(paths, std::back_inserter(answering),
                         [this](const QByteArray &path) { return !isStuck(path); });
    m_answers.clear();
    launch(std::move(answering), now);
}

bool FsProbe::isStuck(const QByteArray &path) const
{
    return std::ranges::any_of(m_leftBehind, [&path](const auto &left) {
        const std::scoped_lock lock(left->mutex);
        return !left->finished && left->answers.size() < left->paths.size()
               && left->paths[left->answers.size()] == path;
    });
}

void FsProbe::launch(std::vector<QByteArray> paths, Ticks now)
{
    auto round = std::make_shared<Round>();
    round->paths = std::move(paths);
    m_round = round;
    m_startedAt = now;
    m_worker = Worker(u"statvfs"_s, [round, ask = m_ask](const std::stop_token &stop) {
        for (const QByteArray &path : round->paths) {
            if (stop.stop_requested())
                break; // left behind: nobody waits for the rest
            const auto usage = ask(path);
            const std::scoped_lock lock(round->mutex);
            round->answers.push_back({path, usage});
        }
        const std::scoped_lock lock(round->mutex);
        round->finished = true;
        round->changed.notify_all();
    });
}

std::optional<std::vector<FsProbe::Answer>> FsProbe::take(Ticks now, Milliseconds patience)
{
    if (!m_round)
        return std::nullopt;
    const std::shared_ptr<Round> round = m_round;
    std::unique_lock lock(round->mutex);
    round->changed.wait_for(lock, patience, [&round] { return round->finished; });
    if (!round->finished && now - m_startedAt < kDeadline)
        return std::nullopt;
    const std::size_t answered = round->answers.size();
    m_answers.insert(m_answers.end(), round->answers.begin(), round->answers.end());
    const bool finished = round->finished;
    lock.unlock();
    m_round.reset();
    if (finished)
        return std::exchange(m_answers, {});

    m_worker.abandon();
    m_leftBehind.push_back(round);
    if (answered < round->paths.size())
        m_answers.push_back({round->paths[answered], std::nullopt});
    if (answered + 1 >= round->paths.size() || m_leftBehind.size() >= kMostLeftBehind)
        return std::exchange(m_answers, {});
    launch({round->paths.begin() + static_cast<std::ptrdiff_t>(answered) + 1, round->paths.end()}, now);
    return std::nullopt;
}

std::optional<FsUsage> FsProbe::statvfsUsage(const QByteArray &path)
{
    struct statvfs figures {
    };
    if (::statvfs(path.constData(), &figures) != 0 || figures.f_blocks == 0
        || figures.f_bfree > figures.f_blocks)
        return std::nullopt;
    const quint64 block = figures.f_frsize;
    return FsUsage{figures.f_blocks * block, (figures.f_blocks - figures.f_bfree) * block};
}

} // namespace stratadeck
