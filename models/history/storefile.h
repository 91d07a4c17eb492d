// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace stratadeck {

/// What the file system says of a store, without opening it: closing a file of our own would drop
/// the POSIX locks that SQLite holds on it in this process.
struct StoreStamp {
    bool exists = false;
    bool isFile = false;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 changed = 0;  ///< modification time in nanoseconds
    qint64 logSize = -1; ///< of the write-ahead log or rollback journal beside it; -1 without

    /// Somebody writes it, or did when killed: the plain file alone does not tell all.
    bool hasLog() const { return logSize >= 0; }
    bool operator==(const StoreStamp &) const = default;
};

StoreStamp stampOf(const QString &path);

/// The file behind symbolic links, so that one store has one writer lock; also for a file yet to be made.
QString resolveStore(const QString &path);

/// Looks at an existing file without leaving a trace: Ok when this version may write it or when it is
/// empty. Foreign, Corrupt, TooNew, Denied, Io.
Result<> inspectForWriting(const QString &path, const StoreStamp &stamp);

} // namespace stratadeck
