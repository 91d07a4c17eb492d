// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/evidencereader.h"

#include "models/base/randomdraws.h"
#include "models/history/codec/rollupcodec.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Exact figures of all samples, and an even choice of at most kMostKept of them.
class Collector final : public SampleSink
{
public:
    void begin(TimeRange range)
    {
        m_end = toMillis(range.to);
        m_gap = toMillis(range.from);
    }

    void add(qint64 at, double value) override
    {
        if (!std::isfinite(value)) {
            addGap(at);
            return;
        }
        endGap(at);
        take(value, value, value);
    }

    void addGap(qint64 at) override
    {
        if (!m_gap)
            m_gap = at;
    }

    void addRollup(const Rollup &rollup, qint64 step) override
    {
        endGap(rollup.at);
        m_evidence.approximate = true;
        for (quint32 i = 0; i < rollup.count; ++i)
            take(rollup.mean, rollup.min, rollup.max);
        if (rollup.gapAfter)
            addGap(rollup.at + step);
    }

    void end()
    {
        endGap(m_end);
        m_gap.reset();
    }

    const std::vector<double> &kept() const { return m_kept; }
    Evidence take()
    {
        if (m_evidence.samples > 1)
            m_evidence.deviation = std::sqrt(m_squares / static_cast<double>(m_evidence.samples - 1));
        return m_evidence;
    }

private:
    static constexpr std::size_t kMostKept = 20'000;

    void endGap(qint64 at)
    {
        if (!m_gap)
            return;
        // Until the first sample nothing is a gap but what is longer than a sweep may take.
        constexpr qint64 kUsual = 15'000;
        const qint64 length = at - *m_gap;
        if (length > kUsual) {
            ++m_evidence.gaps;
            m_evidence.unknown += Milliseconds(length);
        }
        m_gap.reset();
    }

    void take(double value, double least, double most)
    {
        Evidence &own = m_evidence;
        own.minimum = own.samples == 0 ? least : std::min(own.minimum, least);
        own.maximum = own.samples == 0 ? most : std::max(own.maximum, most);
        if (own.samples % m_stride == 0)
            keep(value);
        ++own.samples;
        const double off = value - own.mean;
        own.mean += off / static_cast<double>(own.samples);
        m_squares += off * (value - own.mean);
    }

    void keep(double value)
    {
        m_kept.push_back(value);
        if (m_kept.size() < kMostKept)
            return;
        for (std::size_t i = 0; 2 * i < m_kept.size(); ++i)
            m_kept[i] = m_kept[2 * i];
        m_kept.resize((m_kept.size() + 1) / 2);
        m_stride *= 2;
        m_evidence.approximate = true;
    }

    Evidence m_evidence;
    std::vector<double> m_kept; ///< in time order, one series after the other
    qint64 m_stride = 1;
    double m_squares = 0;
    qint64 m_end = 0;
    std::optional<qint64> m_gap;
};

double aggregateOf(const EvidenceQuery &query, std::vector<double> &figures)
{
    switch (query.aggregate) {
    case Aggregate::Mean: {
        double sum = 0;
        for (const double figure : figures)
            sum += figure;
        return sum / static_cast<double>(figures.size());
    }
    case Aggregate::Minimum:
        return std::ranges::min(figures);
    case Aggregate::Maximum:
        return std::ranges::max(figures);
    case Aggregate::Percentile:
        return quantileOf(figures, query.percentile / 100);
    }
    return 0;
}

/// Neighbouring samples are alike, so whole stretches are drawn, not samples: else the figure would look better
/// known than it is.
std::vector<double> replicatesOf(const EvidenceQuery &query, const std::vector<double> &samples)
{
    constexpr std::size_t kStretches = 40;
    const std::size_t length = std::max<std::size_t>(1, samples.size() / kStretches);
    const std::size_t places = samples.size() - length + 1;
    RandomDraws draws(1); // the same window always gives the same
    std::vector<double> replicates;
    std::vector<double> drawn;
    for (std::size_t i = 0; i < Evidence::kMostReplicates && samples.size() > 1; ++i) {
        drawn.clear();
        while (drawn.size() < samples.size()) {
            const auto from = static_cast<std::ptrdiff_t>(draws.uniform() * static_cast<double>(places));
            const auto first = samples.begin() + from;
            drawn.insert(drawn.end(), first, first + static_cast<std::ptrdiff_t>(length));
        }
        replicates.push_back(aggregateOf(query, drawn));
    }
    std::ranges::sort(replicates);
    return replicates;
}

struct Chosen {
    std::vector<SeriesId> series;
    QStringList names;
};

Result<Chosen> seriesFor(const HistoryReader &reader, const EvidenceQuery &query, MetricId metric)
{
    const auto entities = reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    Chosen chosen;
    for (const EntityRecord &entity : *entities) {
        if (!query.entities.contains(entity.info.key))
            continue;
        const auto all = reader.seriesOf(entity.id);
        if (!all)
            return tl::unexpected(all.error());
        chosen.names.append(entity.info.name);
        for (const SeriesRecord &series : *all) {
            if (series.metric == metric && (query.instance.isEmpty() || series.instance == query.instance))
                chosen.series.push_back(series.id);
        }
    }
    return chosen;
}

double deviationOf(const std::vector<double> &figures)
{
    double mean = 0;
    double squares = 0;
    double count = 0;
    for (const double figure : figures) {
        ++count;
        const double off = figure - mean;
        mean += off / count;
        squares += off * (figure - mean);
    }
    return count > 1 ? std::sqrt(squares / (count - 1)) : 0;
}

} // namespace

Result<Evidence> takeEvidence(const HistoryReader &reader, const EvidenceQuery &query, const QString &author,
                              TimePoint now, const std::stop_token &stop)
{
    const auto id = findMetric(query.metric);
    if (!id)
        return fail(Error::Kind::NotFound, u"no metric '%1'"_s.arg(query.metric), query.metric);
    if (query.to <= query.from)
        return fail(Error::Kind::Invalid, u"the window ends before it begins"_s, u"to"_s);
    const auto chosen = seriesFor(reader, query, *id);
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (chosen->series.empty())
        return fail(Error::Kind::NotFound, u"none of these ever had %1"_s.arg(query.metric), query.metric);
    const TimeRange range{query.from, query.to};
    Collector collector;
    for (const SeriesId series : chosen->series) {
        collector.begin(range);
        if (const auto read = reader.samples(series, range, collector, stop); !read)
            return tl::unexpected(read.error());
        collector.end();
    }
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"taking evidence was cancelled"_s);
    Evidence evidence = collector.take();
    if (evidence.samples == 0)
        return fail(Error::Kind::Ended, u"%1 was not measured in this window yet"_s.arg(query.metric),
                    query.metric);
    evidence.query = query;
    evidence.query.entities.sort();
    evidence.names = chosen->names;
    evidence.unit = unitSymbol(metric(*id).unit);
    evidence.taken = now;
    evidence.author = author;
    std::vector<double> samples = collector.kept();
    evidence.replicates = replicatesOf(query, samples);
    evidence.p50 = quantileOf(samples, 0.5);
    evidence.p95 = quantileOf(samples, 0.95);
    evidence.value = query.aggregate == Aggregate::Mean      ? evidence.mean
                     : query.aggregate == Aggregate::Minimum ? evidence.minimum
                     : query.aggregate == Aggregate::Maximum ? evidence.maximum
                                                             : aggregateOf(query, samples);
    std::ranges::sort(samples);
    constexpr int kPercents = 100;
    for (int percent = 0; percent <= kPercents; ++percent)
        evidence.quantiles.push_back(
            samples[static_cast<std::size_t>(percent) * (samples.size() - 1) / kPercents]);
    evidence.sha256 = hashOf(evidence);
    return evidence;
}

Result<EvidenceRefresh> refreshEvidence(const HistoryReader &reader, const Evidence &before,
                                        const QString &author, TimePoint now, const std::stop_token &stop)
{
    if (before.source != EvidenceSource::History)
        return fail(Error::Kind::Invalid, u"measured by a lab: only another run of it gives new figures"_s,
                    before.query.metric);
    EvidenceQuery query = before.query;
    query.from = now - (query.to - query.from);
    query.to = now;
    return takeEvidence(reader, query, author, now, stop).map([&](Evidence taken) {
        constexpr double kSigmas = 1.96;
        taken.id = before.id;
        EvidenceRefresh refresh{std::move(taken), 0, false};
        refresh.change = refresh.now.value - before.value;
        const double noise = std::hypot(deviationOf(before.replicates), deviationOf(refresh.now.replicates));
        refresh.isBeyondNoise = std::abs(refresh.change) > kSigmas * noise;
        return refresh;
    });
}

} // namespace stratadeck
