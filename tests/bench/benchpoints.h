// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/reduce.h"

#include <QList>
#include <QPointF>
#include <algorithm>
#include <random>
#include <vector>

namespace stratadeck::test {

inline constexpr qint64 kFirstSecond = 1'700'000'000'000;

/// Percentages that wander as a busy machine's do, one a second, with a burst now and then.
class Wanderer
{
public:
    explicit Wanderer(unsigned seed)
        : m_random(seed)
    {
    }
    double next()
    {
        m_value = 0.95 * m_value + 0.05 * m_level + m_noise(m_random);
        if (m_random() % 4000 == 0)
            m_level = static_cast<double>(m_random() % 90);
        const double burst = m_random() % 900 == 0 ? 30 : 0;
        return std::clamp(m_value + burst, 0.0, 100.0);
    }

private:
    std::minstd_rand m_random;
    std::normal_distribution<double> m_noise{0, 2};
    double m_value = 30;
    double m_level = 30;
};

/// What a chart is given: the points of a series, one a second from kFirstSecond.
inline std::vector<double> wanderingValues(unsigned seed, int count)
{
    Wanderer wanderer(seed);
    std::vector<double> values(static_cast<std::size_t>(count));
    for (double &value : values)
        value = wanderer.next();
    return values;
}

/// The values from `offset` on as QtCharts takes them.
inline QList<QPointF> asPoints(const std::vector<double> &values, int offset, int count)
{
    QList<QPointF> points;
    points.reserve(count);
    for (int i = offset; i < offset + count; ++i)
        points.append(
            {static_cast<double>(kFirstSecond + qint64(1000) * i), values[static_cast<std::size_t>(i)]});
    return points;
}

inline TimeRange secondsAt(int offset, int count)
{
    return {fromMillis(kFirstSecond + qint64(1000) * offset),
            fromMillis(kFirstSecond + qint64(1000) * (offset + count))};
}

/// The same as the history answers: every sample passes its reducer.
inline Series asAnswer(const std::vector<double> &values, int offset, int count, int maxPoints)
{
    Reducer reducer(secondsAt(offset, count), maxPoints);
    for (int i = offset; i < offset + count; ++i)
        reducer.add(kFirstSecond + qint64(1000) * i, values[static_cast<std::size_t>(i)]);
    return reducer.take(SeriesId{1});
}

} // namespace stratadeck::test
