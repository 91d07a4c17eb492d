// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/replaycollector.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// After the machine slept everything is due at once; more than this would only fill the channel.
constexpr std::size_t kMostBatchesASweep = 64;

} // namespace

ReplayCollector::ReplayCollector(CollectorContext context, QString path)
    : m_context(std::move(context))
    , m_path(std::move(path))
{
}

Result<> ReplayCollector::open()
{
    auto reader = SessionReader::open(m_path, {m_context.clock->now(), m_context.clock->ticks()});
    if (!reader)
        return tl::unexpected(reader.error());
    m_reader.emplace(std::move(*reader));
    readAhead();
    return {};
}

void ReplayCollector::readAhead()
{
    auto batch = m_reader->next();
    m_next.reset();
    if (!batch) {
        m_over = batch.error();
    } else if (!*batch) {
        m_over = Error{Error::Kind::Ended, u"session %1 is over"_s.arg(m_path), m_path};
    } else {
        m_next = std::move(**batch);
        m_next->source = m_context.source;
    }
}

Result<std::vector<SampleBatch>> ReplayCollector::collect(const std::stop_token &stop)
{
    if (!m_reader) {
        if (auto opened = open(); !opened)
            return tl::unexpected(opened.error());
    }
    const Ticks now = m_context.clock->ticks();
    std::vector<SampleBatch> due;
    while (m_next && m_next->ticks <= now && due.size() < kMostBatchesASweep && !stop.stop_requested()) {
        due.push_back(std::move(*m_next));
        readAhead();
    }
    if (due.empty() && m_over)
        return tl::unexpected(*m_over);
    return due;
}

} // namespace stratadeck
