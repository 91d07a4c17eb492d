// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Appends sweeps to a store and prints the number of each one that is committed, until it is killed
// or has appended as many as asked: historychild <store> <first sweep> [count]
#include "tests/integration/historysweep.h"

#include <cstdlib>
#include <exception>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;

namespace {

int appendSweeps(const QString &store, qint64 first, qint64 end)
{
    auto writer = HistoryWriter::open(store);
    if (!writer)
        return writer.error().kind == Error::Kind::Busy ? 3 : 4;
    const auto series = makeSweepSeries(**writer);
    for (qint64 sweep = first; sweep < end; ++sweep) {
        if (const auto stored = (*writer)->append(sweepTime(sweep), sweepValues(sweep, series)); !stored)
            return 5;
        const QByteArray line = QByteArray::number(sweep) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
            return 6;
        if (const auto moved = (*writer)->compact(sweepTime(sweep));
            !moved) // as the recorder does between sweeps
            return 8;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const qint64 first = std::atoll(argv[2]);
    const qint64 end = argc > 3 ? first + std::atoll(argv[3]) : std::numeric_limits<qint64>::max();
    try {
        return appendSweeps(QString::fromLocal8Bit(argv[1]), first, end);
    } catch (const std::exception &) {
        return 7;
    }
}
