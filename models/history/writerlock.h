// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QtGlobal>

namespace stratadeck {

/// The lock that makes one process the writer of a store: flock(2) on "<store>.lock", so the kernel
/// releases it however the process ends. The lock file itself stays: removing it would race.
class WriterLock
{
    Q_DISABLE_COPY(WriterLock)
public:
    /// Busy when another writer holds it; Denied or Io when the lock file cannot be made.
    static Result<WriterLock> acquire(const QString &store);
    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&other) = delete;
    ~WriterLock();

private:
    explicit WriterLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace stratadeck
