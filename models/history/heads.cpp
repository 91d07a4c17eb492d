// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/heads.h"

#include <cstdlib>

namespace stratadeck {

namespace {

constexpr std::size_t kMostRows = 16'384;

} // namespace

bool Heads::accepts(SeriesId series, qint64 segment, qint64 at)
{
    if (value(series) >= m_heads.size())
        m_heads.resize(value(series) + 1);
    Head &head = m_heads[value(series)];
    if (std::exchange(head.sweep, m_sweep) == m_sweep)
        return false;
    return head.segment != segment || at > head.last;
}

bool Heads::isDue(SeriesId series, qint64 segment, qint64 at) const
{
    const Head &head = m_heads[value(series)];
    if (head.rows.empty())
        return false;
    return head.rows.size() >= head.full || head.segment != segment || at - head.first >= kLongestSpan;
}

bool Heads::isOverdue(const Head &head, qint64 segment, qint64 at) const
{
    if (head.rows.empty())
        return false;
    const bool pinsTooMuch = m_rows.size() - (head.rows.front() - m_firstRow) > kMostRows;
    return pinsTooMuch || head.segment != segment || std::abs(at - head.first) >= kLongestSpan;
}

void Heads::collectOverdue(qint64 segment, qint64 at, std::vector<SeriesId> &due) const
{
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (isOverdue(m_heads[i], segment, at))
            due.push_back(static_cast<SeriesId>(i));
    }
}

std::vector<SeriesId> Heads::waiting() const
{
    std::vector<SeriesId> result;
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (!m_heads[i].rows.empty())
            result.push_back(static_cast<SeriesId>(i));
    }
    return result;
}

bool Heads::hasSamples(SeriesId series) const
{
    return value(series) < m_heads.size() && !m_heads[value(series)].rows.empty();
}

void Heads::samplesOf(SeriesId series, Samples &out) const
{
    const Head &head = m_heads[value(series)];
    out.clear();
    for (quint32 number : head.rows)
        out.times.push_back(row(number).at);
    out.values = head.values;
}

void Heads::release(SeriesId series, std::vector<qint64> &finished)
{
    for (quint32 number : m_heads[value(series)].rows) {
        Row &row = this->row(number);
        if (--row.samples == 0)
            finished.push_back(row.seq);
    }
}

void Heads::keep(SeriesId series)
{
    for (quint32 number : m_heads[value(series)].rows)
        ++row(number).samples;
}

void Heads::drop(SeriesId series)
{
    Head &head = m_heads[value(series)];
    head.rows.clear();
    head.values.clear();
    head.full = kFull;
    while (!m_rows.empty() && m_rows.front().samples == 0) {
        m_rows.pop_front();
        ++m_firstRow;
    }
}

void Heads::add(qint64 seq, qint64 segment, qint64 at, std::span<const SeriesValue> values)
{
    const auto number = m_firstRow + static_cast<quint32>(m_rows.size());
    m_rows.push_back({seq, at, static_cast<quint32>(values.size())});
    for (const SeriesValue &v : values) {
        Head &head = m_heads[value(v.series)];
        if (head.rows.empty()) {
            head.first = at;
            head.segment = segment;
        }
        if (head.full == 0) // the first chunk of a run is longer or shorter, which staggers the later ones
            head.full = kFull / 2 + value(v.series) % kFull;
        head.last = at;
        head.rows.push_back(number);
        head.values.push_back(v.value);
    }
}

} // namespace stratadeck
