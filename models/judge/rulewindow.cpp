// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/rulewindow.h"

#include "models/base/samplebatch.h"
#include "models/history/seriesstatistics.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace stratadeck {

namespace {

constexpr qint64 kMostPanes = 720;

struct Instant {
    double seconds = 0; ///< since the beginning of the pane, or since the figure before (kTakesDistance)
};

// What a pane keeps. add() takes a figure, merge() a later pane `shift` seconds after this one; both in time
// order, nearly: the order decides nothing but which sample is first and last.

struct SumPane {
    double count = 0;
    double sum = 0;

    void add(const WindowFigure &figure, const LatestFigure &, const Instant &, Milliseconds)
    {
        merge({static_cast<double>(figure.count), figure.value * figure.count}, 0);
    }
    void merge(const SumPane &other, double)
    {
        count += other.count;
        sum += other.sum;
    }
    double result(const RuleClause &clause, double) const
    {
        if (count == 0)
            return kUnknown;
        if (clause.function == RuleFunction::Avg)
            return sum / count;
        return clause.function == RuleFunction::Sum ? sum : count;
    }
};

/// Count, sum and the sum of squared distances from the mean (Welford; merged as by Chan and others).
struct SpreadPane {
    double count = 0;
    double sum = 0;
    double squares = 0;

    void add(const WindowFigure &figure, const LatestFigure &, const Instant &, Milliseconds)
    {
        merge({static_cast<double>(figure.count), figure.value * figure.count, 0}, 0);
    }
    void merge(const SpreadPane &other, double)
    {
        if (count > 0 && other.count > 0) {
            const double distance = other.sum / other.count - sum / count;
            squares += other.squares + distance * distance * count * other.count / (count + other.count);
        } else {
            squares += other.squares;
        }
        count += other.count;
        sum += other.sum;
    }
    double result(const RuleClause &, double) const
    {
        return count == 0 ? kUnknown : std::sqrt(squares / count);
    }
};

struct ExtremesPane {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(const WindowFigure &figure, const LatestFigure &, const Instant &, Milliseconds)
    {
        merge({figure.min, figure.max}, 0);
    }
    void merge(const ExtremesPane &other, double)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
    double result(const RuleClause &clause, double) const
    {
        const double figure = clause.function == RuleFunction::Min ? low : high;
        return std::isinf(figure) ? kUnknown : figure;
    }
};

/// What a counter grew and over which time that is known.
struct GrowthPane {
    double growth = 0;
    double seconds = 0;

    void add(const WindowFigure &figure, const LatestFigure &before, const Instant &instant,
             Milliseconds window)
    {
        const auto passed = Milliseconds(std::llround(instant.seconds * 1000));
        if (!before.isKnown || passed <= Milliseconds(0) || passed > window)
            return;
        // A counter that fell began again at zero.
        growth += figure.value < before.value ? figure.value : figure.value - before.value;
        seconds += instant.seconds;
    }
    void merge(const GrowthPane &other, double)
    {
        growth += other.growth;
        seconds += other.seconds;
    }
    double result(const RuleClause &clause, double) const
    {
        if (seconds == 0)
            return kUnknown;
        return clause.function == RuleFunction::Rate ? growth / seconds : growth;
    }
};

/// The first and the last figure.
struct EndsPane {
    double first = kUnknown;
    double last = kUnknown;

    void add(const WindowFigure &figure, const LatestFigure &, const Instant &, Milliseconds)
    {
        if (std::isnan(first))
            first = figure.value;
        last = figure.value;
    }
    void merge(const EndsPane &other, double)
    {
        if (std::isnan(first))
            first = other.first;
        if (!std::isnan(other.last))
            last = other.last;
    }
    double result(const RuleClause &, double) const { return last - first; }
};

struct ChangesPane {
    quint32 samples = 0;
    quint32 changes = 0;

    void add(const WindowFigure &figure, const LatestFigure &before, const Instant &instant,
             Milliseconds window)
    {
        const auto passed = Milliseconds(std::llround(instant.seconds * 1000));
        ++samples;
        if (before.isKnown && passed <= window && before.value != figure.value)
            ++changes;
    }
    void merge(const ChangesPane &other, double)
    {
        samples += other.samples;
        changes += other.changes;
    }
    double result(const RuleClause &, double) const { return samples == 0 ? kUnknown : changes; }
};

/// The sums of a straight line through the samples, times from the beginning of the pane.
struct TrendPane {
    double count = 0;
    double t = 0;
    double v = 0;
    double tt = 0;
    double tv = 0;
    double first = 0;
    double last = 0;

    void add(const WindowFigure &figure, const LatestFigure &, const Instant &instant, Milliseconds)
    {
        const double at = instant.seconds;
        merge({1, at, figure.value, at * at, at * figure.value, at, at}, 0);
    }
    void merge(const TrendPane &other, double shift)
    {
        if (other.count == 0)
            return;
        if (count == 0)
            first = other.first + shift;
        last = std::max(last, other.last + shift);
        count += other.count;
        v += other.v;
        t += other.t + other.count * shift;
        tt += other.tt + 2 * shift * other.t + other.count * shift * shift;
        tv += other.tv + shift * other.v;
    }
    /// A few samples say nothing of hours to come: at least half of the window must be known.
    double result(const RuleClause &clause, double now) const
    {
        const double window = std::chrono::duration<double>(clause.window).count();
        const double spread = count * tt - t * t;
        if (count < 2 || last - first < window / 2 || spread <= 0)
            return kUnknown;
        const double slope = (count * tv - t * v) / spread;
        const double base = (v - slope * t) / count;
        return base + slope * (now + std::chrono::duration<double>(clause.ahead).count());
    }
};

/// Whether what a pane is told of time is how long ago the figure before was, and not where in the pane it
/// lies.
template<typename Pane>
constexpr bool kTakesDistance = std::is_same_v<Pane, GrowthPane> || std::is_same_v<Pane, ChangesPane>;

template<typename Pane>
class PaneWindow final : public RuleWindow
{
public:
    PaneWindow(const RuleClause &clause, Milliseconds period)
        : m_clause(clause)
    {
        const qint64 periods =
            std::max<qint64>(1, (clause.window.count() + period.count() - 1) / period.count());
        const qint64 together = (periods + kMostPanes - 1) / kMostPanes;
        m_step = period.count() * together;
        m_panes = (periods + together - 1) / together;
    }

    void add(std::size_t slot, TimePoint at, const WindowFigure &figure, const LatestFigure &before) override
    {
        if (m_rings.size() <= slot)
            m_rings.resize(slot + 1);
        Ring &ring = m_rings[slot];
        const qint64 pane = paneOf(at);
        if (ring.panes.empty()) {
            ring.panes.resize(static_cast<std::size_t>(m_panes));
            ring.head = pane;
        }
        if (pane <= ring.head - m_panes)
            return;
        for (; ring.head < pane; ++ring.head) {
            if (pane - ring.head > m_panes)
                ring.head = pane - m_panes;
            ring.panes[place(ring.head + 1)] = Pane();
        }
        Instant instant{secondsInto(pane, at)};
        if constexpr (kTakesDistance<Pane>)
            instant.seconds = std::chrono::duration<double>(at - before.at).count();
        ring.panes[place(pane)].add(figure, before, instant, m_clause.window);
    }

    void clear(std::size_t slot) override
    {
        if (slot < m_rings.size())
            m_rings[slot] = {};
    }

    double valueAt(std::size_t slot, TimePoint now) const override
    {
        if (slot >= m_rings.size() || m_rings[slot].panes.empty())
            return kUnknown;
        const Ring &ring = m_rings[slot];
        const qint64 current = paneOf(now);
        const qint64 oldest = current - m_panes + 1;
        Pane all;
        for (qint64 pane = std::max(oldest, ring.head - m_panes + 1); pane <= std::min(current, ring.head);
             ++pane)
            all.merge(ring.panes[place(pane)], static_cast<double>((pane - oldest) * m_step) / 1000);
        return all.result(m_clause, secondsInto(oldest, now));
    }

private:
    struct Ring {
        std::vector<Pane> panes;
        qint64 head = 0; ///< the latest pane
    };

    /// Pane p is of ((p - 1) * step, p * step].
    qint64 paneOf(TimePoint at) const
    {
        const qint64 t = toMillis(at) - 1;
        return (t >= 0 ? t / m_step : -((-t + m_step - 1) / m_step)) + 1;
    }
    double secondsInto(qint64 pane, TimePoint at) const
    {
        return static_cast<double>(toMillis(at) - (pane - 1) * m_step) / 1000;
    }
    std::size_t place(qint64 pane) const
    {
        return static_cast<std::size_t>(((pane % m_panes) + m_panes) % m_panes);
    }

    RuleClause m_clause;
    qint64 m_step = 1;  ///< of a pane, in milliseconds
    qint64 m_panes = 1; ///< of the window
    std::vector<Ring> m_rings;
};

/// Quantiles need every sample; of long windows one in 1/3600 of their length is enough.
class QuantileWindow final : public RuleWindow
{
public:
    explicit QuantileWindow(const RuleClause &clause)
        : m_window(clause.window)
        , m_share(clause.function == RuleFunction::P50   ? 0.5
                  : clause.function == RuleFunction::P95 ? 0.95
                                                         : 0.99)
    {
    }

    void add(std::size_t slot, TimePoint at, const WindowFigure &figure, const LatestFigure &) override
    {
        constexpr int kMostSamples = 3600;
        constexpr std::chrono::hours kExact{1};
        if (m_samples.size() <= slot)
            m_samples.resize(slot + 1);
        std::deque<Sample> &samples = m_samples[slot];
        while (!samples.empty() && samples.front().at + m_window < at)
            samples.pop_front();
        if (samples.empty() || m_window <= kExact || at - samples.back().at >= m_window / kMostSamples)
            samples.push_back({at, figure.value});
    }

    void clear(std::size_t slot) override
    {
        if (slot < m_samples.size())
            m_samples[slot].clear();
    }

    double valueAt(std::size_t slot, TimePoint now) const override
    {
        m_figures.clear();
        if (slot < m_samples.size()) {
            for (const Sample &sample : m_samples[slot]) {
                if (sample.at > now - m_window && sample.at <= now)
                    m_figures.push_back(sample.value);
            }
        }
        return quantileOf(m_figures, m_share);
    }

private:
    struct Sample {
        TimePoint at{};
        double value = 0;
    };
    Milliseconds m_window;
    double m_share;
    std::vector<std::deque<Sample>> m_samples;
    mutable std::vector<double> m_figures; ///< kept to reuse its memory
};

} // namespace

std::unique_ptr<RuleWindow> RuleWindow::make(const RuleClause &clause, Milliseconds period)
{
    switch (clause.function) {
    case RuleFunction::Avg:
    case RuleFunction::Sum:
    case RuleFunction::Count:
    case RuleFunction::Absent:
        return std::make_unique<PaneWindow<SumPane>>(clause, period);
    case RuleFunction::Stddev:
        return std::make_unique<PaneWindow<SpreadPane>>(clause, period);
    case RuleFunction::Min:
    case RuleFunction::Max:
        return std::make_unique<PaneWindow<ExtremesPane>>(clause, period);
    case RuleFunction::P50:
    case RuleFunction::P95:
    case RuleFunction::P99:
        return std::make_unique<QuantileWindow>(clause);
    case RuleFunction::Rate:
    case RuleFunction::Increase:
        return std::make_unique<PaneWindow<GrowthPane>>(clause, period);
    case RuleFunction::Delta:
        return std::make_unique<PaneWindow<EndsPane>>(clause, period);
    case RuleFunction::Changes:
        return std::make_unique<PaneWindow<ChangesPane>>(clause, period);
    case RuleFunction::Predict:
        return std::make_unique<PaneWindow<TrendPane>>(clause, period);
    case RuleFunction::Last:
        break;
    }
    return nullptr;
}

} // namespace stratadeck
