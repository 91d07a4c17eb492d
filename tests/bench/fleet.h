// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace stratadeck::bench {

/// Made-up figures of a fleet, second by second: 60 % idle, 30 % moderate and 10 % busy entities of 12 metrics
/// each: two percentages (first-order autoregression, hundredths), two sizes in pages, bytes, blocks, packets
/// and operations counted.
class Fleet
{
public:
    static constexpr int kMetrics = 12;

    explicit Fleet(int entities)
    {
        for (int entity = 0; entity < entities; ++entity) {
            const int kind = entity % 10;
            for (int metric = 0; metric < kMetrics; ++metric)
                m_series.push_back(begin(metric, kind));
        }
        m_figures.resize(m_series.size());
    }

    /// The next second, series by series, those of an entity together.
    const std::vector<double> &next()
    {
        for (std::size_t i = 0; i < m_series.size(); ++i)
            m_figures[i] = step(m_series[i]);
        return m_figures;
    }

private:
    struct Series {
        int metric = 0;
        double load = 0;
        double activity = 0;
        double level = 0; ///< percentage, pages or count
        double rate = 1;  ///< of a counter, against its usual one
    };

    double uniform() { return m_random.generateDouble(); }
    double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(2 * M_PI * uniform()); }

    Series begin(int metric, int kind)
    {
        Series series;
        series.metric = metric;
        series.load = kind < 6 ? 0.008 : kind < 9 ? 0.12 : 0.7;
        series.activity = kind < 6 ? 0.1 : kind < 9 ? 0.7 : 0.98;
        if (metric < 2)
            series.level = 100 * series.load;
        else if (metric < 4)
            series.level = 100'000 + std::floor(uniform() * 1'000'000);
        else
            series.level = std::floor(uniform() * 1e9) * (inBlocks(metric) ? kPage : 1);
        return series;
    }

    double step(Series &series)
    {
        if (series.metric < 2)
            return percent(series);
        return series.metric < 4 ? memory(series) : counter(series);
    }

    double percent(Series &series)
    {
        const double mean = 100 * series.load;
        series.level = mean + 0.9 * (series.level - mean) + normal() * mean * 0.1;
        return std::round(std::clamp(series.level, 0.0, 100.0) * 100) / 100;
    }

    double memory(Series &series)
    {
        if (uniform() < series.activity * 0.5)
            series.level += std::round(normal() * 200 * series.activity);
        return series.level * kPage;
    }

    double counter(Series &series)
    {
        constexpr std::array<double, 8> kUnits{90'000, 70'000, kPage, kPage, 60, 50, 8, 12};
        const double unit = kUnits[static_cast<std::size_t>(series.metric - 4)];
        const bool blocks = inBlocks(series.metric);
        series.rate = std::max(0.1, 1 + 0.8 * (series.rate - 1) + normal() * 0.2);
        if (uniform() < series.activity) {
            const double amount = series.rate * series.load * (blocks ? 40 : unit) * (0.5 + uniform());
            series.level += std::ceil(amount) * (blocks ? unit : 1);
        }
        return series.level;
    }

    static bool inBlocks(int metric) { return metric == 6 || metric == 7; }

    static constexpr double kPage = 4096;

    QRandomGenerator m_random{42};
    std::vector<Series> m_series;
    std::vector<double> m_figures;
};

} // namespace stratadeck::bench
