// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/topfeed.h"

#include "models/history/historyreader.h"
#include "models/history/rangeusage.h"

#include <algorithm>
#include <utility>

namespace stratadeck {

namespace {

constexpr Milliseconds kFastest{10'000};
constexpr Milliseconds kWhileNothing{2'000}; // recording has only begun
constexpr Milliseconds kSlowest{60'000};     // unless reading takes long
constexpr int kCostShare = 20;

} // namespace

TopFeed::TopFeed(HistoryService &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &TopFeed::startNext);
}

Milliseconds TopFeed::pace(Milliseconds range, Milliseconds lastCost)
{
    const Milliseconds part = std::min<Milliseconds>(range / UsageProfile::kParts, kSlowest);
    return std::max({kFastest, part, lastCost * kCostShare});
}

// The same question a moment later: what one sees has hardly changed.
bool TopFeed::onlyMoved(const Question &question) const
{
    if (!m_asked || question.metrics != m_asked->metrics)
        return false;
    const auto tolerance = std::max<Milliseconds>(question.range.length() / UsageProfile::kParts, kFastest);
    const auto moved = std::chrono::abs(question.range.from - m_asked->range.from);
    const auto grown = std::chrono::abs(question.range.length() - m_asked->range.length());
    return moved <= 2 * pace(question.range.length(), m_cost) && grown <= tolerance / 4;
}

void TopFeed::ask(Question question)
{
    if (!onlyMoved(question)) {
        start(std::move(question));
        return;
    }
    if (m_asked->range == question.range)
        return; // it stands still, and so do its figures
    m_next = std::move(question);
    if (m_running || m_wait.isActive())
        return;
    const Milliseconds wait = m_nothing ? kWhileNothing : pace(m_next->range.length(), m_cost);
    const Milliseconds left = wait - Milliseconds(m_since.elapsed());
    m_wait.start(std::max(left, Milliseconds(0)));
}

void TopFeed::cancel()
{
    m_wait.stop();
    m_next.reset();
    m_asked.reset();
    if (m_running)
        m_history.cancel(*std::exchange(m_running, std::nullopt));
}

void TopFeed::startNext()
{
    if (m_next && !m_running)
        start(*std::exchange(m_next, std::nullopt));
}

void TopFeed::start(Question question)
{
    cancel();
    m_asked = question;
    m_since.start();
    if (question.range.to <= question.range.from || question.entities.empty()) {
        m_nothing = true;
        Q_EMIT answered({});
        return;
    }
    m_running = m_history.run<std::vector<EntityUsage>>(
        this,
        [question = std::move(question)](const HistoryReader &reader, const std::stop_token &stop) {
            return readUsage(reader, question.entities, question.metrics, question.range, stop);
        },
        [this](const Result<std::vector<EntityUsage>> &usage) { finished(usage); });
    Q_EMIT asking();
}

void TopFeed::finished(const Result<std::vector<EntityUsage>> &usage)
{
    m_running.reset();
    m_cost = Milliseconds(m_since.elapsed());
    m_nothing = usage && usage->empty();
    if (usage)
        Q_EMIT answered(*usage);
    else
        Q_EMIT failed(usage.error());
    if (m_next)
        ask(*std::exchange(m_next, std::nullopt));
}

} // namespace stratadeck
