// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/historysession.h"

#include "models/history/sqlite.h"

#include <bit>
#include <cmath>

namespace stratadeck::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;

/// When the one sweep is recorded that shows that the store goes on.
TimePoint atTheEnd()
{
    return second(3 * kDay + 5000);
}

HistorySession::Sweep figuresOf(qint64 sweep)
{
    const auto n = static_cast<double>(sweep);
    return {n * 1500, static_cast<double>(sweep / 7) * 4096, sweep % 11 == 5 ? kUnknown : n * 0.25,
            static_cast<double>(sweep * 7919 % 1009) / 7};
}

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

QString contentFault(const HistoryReader &reader, const HistorySession::Ledger &ledger)
{
    const auto entities = reader.entities();
    if (!entities)
        return entities.error().what;
    std::vector<SeriesId> ids;
    for (const EntityRecord &entity : *entities) {
        const auto series = reader.seriesOf(entity.id);
        if (!series)
            return series.error().what;
        for (const SeriesRecord &record : *series)
            ids.push_back(record.id);
    }
    if (ids.size() < HistorySession::kSeries)
        return ledger.promised.empty() ? QString() : u"%1 series"_s.arg(ids.size());
    const auto all = reader.read(ids, {ledger.horizon, atTheEnd() + Milliseconds(1)}, 1'000'000);
    if (!all)
        return all.error().what;
    for (std::size_t s = 0; s < HistorySession::kSeries; ++s) {
        std::map<TimePoint, double> found;
        for (const Bucket &bucket : (*all)[s].buckets) {
            if (bucket.isGap())
                continue;
            const auto known = ledger.attempted.find(bucket.at);
            if (known == ledger.attempted.end() || !isSame(known->second[s], bucket.first))
                return u"series %1 has %2 at %3"_s.arg(s).arg(bucket.first).arg(toMillis(bucket.at));
            found.emplace(bucket.at, bucket.first);
        }
        for (const auto &[at, sweep] : ledger.promised) {
            if (at >= ledger.horizon && !std::isnan(sweep[s]) && !found.contains(at))
                return u"series %1 lost the sweep of %2"_s.arg(s).arg(toMillis(at));
        }
    }
    return {};
}

/// As a reader finds it. What was cut off before its first sweep may not be a store yet.
QString readFault(const QString &path, const HistorySession::Ledger &ledger)
{
    const auto faults = checkHistory(path);
    if (!faults)
        return ledger.promised.empty() ? QString() : u"cannot be read: "_s + faults.error().what;
    if (!faults->isEmpty())
        return faults->join(u'\n');
    const auto reader = HistoryReader::open(path);
    return reader ? contentFault(**reader, ledger) : reader.error().what;
}

} // namespace

std::unique_ptr<HistoryWriter> HistorySession::open()
{
    auto writer = HistoryWriter::open(m_path);
    m_afterEach();
    if (!take(writer))
        return nullptr;
    const auto entity = (*writer)->entity(vmInfo(1), second(m_sweep));
    m_series.clear();
    for (int i = 0; entity && i < kSeries; ++i) {
        if (const auto series = (*writer)->series(*entity, MetricId::NetRxBytes, QString::number(i));
            take(series))
            m_series.push_back(*series);
    }
    return m_series.size() == kSeries ? std::move(*writer) : nullptr;
}

void HistorySession::record(HistoryWriter &writer, qint64 from, int sweeps, qint64 period)
{
    for (int i = 0; i < sweeps; ++i, ++m_sweep) {
        const TimePoint at = second(from + i * period) + Milliseconds(m_sweep % 3);
        const Sweep sweep = figuresOf(m_sweep);
        std::vector<SeriesValue> values;
        for (std::size_t s = 0; s < m_series.size(); ++s)
            values.push_back({m_series[s], sweep[s]});
        m_ledger.attempted.emplace(at, sweep);
        if (take(writer.append(at, values)))
            m_ledger.promised.emplace(at, sweep);
        m_afterEach();
    }
}

/// As it happens by itself after some hours; the log begins anew with the next sweep.
void HistorySession::finishLog()
{
    const auto db = Database::open(m_path, Database::Mode::Write);
    if (!db)
        return;
    db->setCheckpointOnClose(false);
    take(db->execute("PRAGMA wal_checkpoint(RESTART)"));
    m_afterEach();
}

void HistorySession::run(const std::function<void()> &afterEach)
{
    m_afterEach = afterEach;
    if (auto writer = open()) {
        record(*writer, 0, 12, 30);
        finishLog();
        take(writer->event({{}, second(400), u"started"_s, u"by hand"_s}));
        record(*writer, 400, 8, 400);
        take(writer->compact(second(8000)));
        m_afterEach();
        take(writer->beginSegment());
        record(*writer, 3000, 4, 77); // the clock was set back
        take(writer->seal());
        finishLog();
        record(*writer, 9000, 4, 1);
        writer.reset();
        m_afterEach();
    }
    if (auto writer = open()) {
        record(*writer, 3 * kDay, 6, 60);
        take(writer->compactAll());
        m_afterEach();
        m_ledger.horizon = second(2 * kDay);
        take(writer->retain({std::chrono::days(1), std::chrono::days(2), std::chrono::days(0), 0},
                            second(3 * kDay + 400)));
        m_afterEach();
        record(*writer, 3 * kDay + 500, 5, 1);
        finishLog();
        record(*writer, 3 * kDay + 600, 3, 1);
        writer.reset();
        m_afterEach();
    }
}

QString faultOf(const QString &path, const HistorySession::Ledger &ledger)
{
    // Without a promise there need not be a file.
    if (const QString fault = readFault(path, ledger); !fault.isEmpty())
        return u"before it was written again: "_s + fault;
    {
        const auto writer = HistoryWriter::open(path);
        if (!writer)
            return u"cannot be written: "_s + writer.error().what;
        const auto entity = (*writer)->entity(vmInfo(1), second(0));
        const auto series = (*writer)->series(*entity, MetricId::NetRxBytes, u"0"_s);
        const auto stored = (*writer)->append(atTheEnd(), std::array{SeriesValue{*series, 1}});
        if (!stored)
            return u"does not go on: "_s + stored.error().what;
    }
    HistorySession::Ledger after = ledger;
    after.attempted[atTheEnd()] = {1, kUnknown, kUnknown, kUnknown};
    const QString fault = readFault(path, after);
    return fault.isEmpty() ? fault : u"after it was written again: "_s + fault;
}

} // namespace stratadeck::test
