// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <stdexcept>

namespace stratadeck::test {

inline constexpr TimeRange kAllTime{fromMillis(0), fromMillis(4'000'000'000'000)};

inline TimePoint second(qint64 s)
{
    return fromMillis(1'700'000'000'000 + s * 1000);
}

inline EntityInfo vmInfo(int number)
{
    EntityInfo info;
    info.key = QStringLiteral("vm:host/%1").arg(number);
    info.kind = EntityKind::VirtualMachine;
    info.name = QStringLiteral("guest%1").arg(number);
    info.host = QStringLiteral("host");
    info.state = EntityState::Running;
    return info;
}

/// The value, or an exception that fails the test with the error's own words.
template<typename T>
T require(Result<T> result)
{
    if (!result)
        throw std::runtime_error(qPrintable(result.error().what));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Where stores of unit tests live: in memory when the system offers it, as thousands of commits
/// would wait for the disk otherwise.
inline QString scratchTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/stratadeck-XXXXXX");
}

/// A store in a folder of its own.
struct Store {
    QTemporaryDir folder{scratchTemplate()};
    QString path = folder.filePath(QStringLiteral("history.db"));

    std::unique_ptr<HistoryWriter> writer() const { return require(HistoryWriter::open(path)); }
    std::unique_ptr<HistoryReader> reader() const { return require(HistoryReader::open(path)); }
};

/// `count` series of one VM: one metric, an instance each.
inline std::vector<SeriesId> makeSeries(HistoryWriter &writer, int count, int vm = 1)
{
    const EntityId entity = require(writer.entity(vmInfo(vm), second(0)));
    std::vector<SeriesId> result;
    result.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        result.push_back(require(writer.series(entity, MetricId::NetRxBytes, QString::number(i))));
    return result;
}

inline Series readAll(const HistoryReader &reader, SeriesId series, TimeRange range = kAllTime,
                      int maxPoints = 1'000'000)
{
    return require(reader.read(std::array{series}, range, maxPoints)).front();
}

/// "0:1 1:2 gap@2 3:4" with seconds since second(0); reduced buckets as "0-9:min/max/mean*count".
inline QString toText(const Series &series)
{
    QStringList words;
    const auto time = [](TimePoint t) { return QString::number(double((t - second(0)).count()) / 1000); };
    for (const Bucket &b : series.buckets) {
        if (b.isGap())
            words << QStringLiteral("gap@") + time(b.at);
        else if (!series.reduced)
            words << time(b.at) + u':' + QString::number(b.first);
        else
            words << QStringLiteral("%1-%2:%3/%4/%5*%6")
                         .arg(time(b.at), time(b.last))
                         .arg(b.min)
                         .arg(b.max)
                         .arg(b.mean)
                         .arg(b.count);
    }
    return words.join(u' ');
}

} // namespace stratadeck::test
