// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/historyfixture.h"

#include <functional>
#include <map>

namespace stratadeck::test {

/// All that a store does in its life, short: made, recorded into, with the clock set back, sealed, compacted,
/// its log moved into the file, opened again, its old samples let go, and closed; on whatever disk. It notes
/// what the store promised.
class HistorySession
{
public:
    static constexpr int kSeries = 4;
    using Sweep = std::array<double, kSeries>;

    struct Ledger {
        std::map<TimePoint, Sweep> promised;  ///< append() said that they are durable
        std::map<TimePoint, Sweep> attempted; ///< these and those of which it said that they are lost
        TimePoint horizon = second(0);        ///< what is older may have been let go
    };

    explicit HistorySession(QString path)
        : m_path(std::move(path))
    {
    }

    /// `afterEach` step, with no call of the store under way. Steps that fail are left out; `failures()` says
    /// why.
    void run(const std::function<void()> &afterEach = [] {});

    const Ledger &ledger() const { return m_ledger; }
    const std::vector<Error> &failures() const { return m_failures; }

private:
    template<typename T>
    bool take(const Result<T> &result)
    {
        if (!result)
            m_failures.push_back(result.error());
        return result.has_value();
    }
    void record(HistoryWriter &writer, qint64 from, int sweeps, qint64 period);
    void finishLog();
    std::unique_ptr<HistoryWriter> open();

    QString m_path;
    std::function<void()> m_afterEach;
    Ledger m_ledger;
    std::vector<Error> m_failures;
    std::vector<SeriesId> m_series;
    qint64 m_sweep = 0;
};

/// What is wrong with the store after the power came back, or the disk; empty when it opens, is sound, has all
/// that was promised bit for bit, and nothing that was not recorded. Opens it for reading and for writing.
QString faultOf(const QString &path, const HistorySession::Ledger &ledger);

} // namespace stratadeck::test
