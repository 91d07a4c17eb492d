// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/parallel.h"

#include "models/base/worker.h"

#include <algorithm>
#include <atomic>
#include <vector>

namespace stratadeck {

using namespace Qt::StringLiterals;

bool runParallel(std::size_t count, const std::function<void(std::size_t)> &work, const std::stop_token &stop)
{
    constexpr unsigned kMostThreads = 8;
    std::atomic<std::size_t> next = 0;
    const auto loop = [&] {
        while (!stop.stop_requested()) {
            const std::size_t own = next.fetch_add(1, std::memory_order_relaxed);
            if (own >= count)
                return;
            work(own);
        }
    };
    const unsigned processors = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
    std::vector<Worker> helpers;
    for (unsigned i = 1; i < processors && i < count; ++i)
        helpers.emplace_back(u"parallel-%1"_s.arg(i), [&loop](const std::stop_token &) { loop(); });
    loop();
    helpers.clear(); // joins
    return !stop.stop_requested();
}

} // namespace stratadeck
