// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>
#include <functional>
#include <memory>

namespace stratadeck::test {

/// Stands between SQLite and the files of one folder, from below: the product has no switch for it. It knows
/// what of them has been synced, so that it can tell what a power cut would leave, and it can let single calls
/// fail. Files of other folders it leaves alone. One at a time, one thread.
class FaultyDisk
{
    Q_DISABLE_COPY_MOVE(FaultyDisk)
public:
    enum class Call { Open, Read, Write, Truncate, Sync, Delete };
    /// ShortWrite and Full write half of what is asked; for calls that write nothing all are an I/O error.
    enum class Fault { None, IoError, ShortWrite, Full };

    /// What is in the folder now counts as synced.
    explicit FaultyDisk(const QString &folder);
    ~FaultyDisk(); ///< mends the disk; every connection must be closed

    /// Asked before each call what is to become of it.
    void onCall(std::function<Fault(Call call)> ask);

    /// Fills `folder`, which exists, with what a power cut at this moment may leave: what was synced, and of
    /// all else a random part, with writes torn at sectors, out of order, or as zeros; new and deleted files
    /// may be there or not as long as their folder has not been synced.
    void cutPower(const QString &folder, QRandomGenerator &random) const;

    struct Private; ///< for the functions that SQLite calls

private:
    std::unique_ptr<Private> d;
};

} // namespace stratadeck::test
