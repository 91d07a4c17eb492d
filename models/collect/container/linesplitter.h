// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>

namespace stratadeck {

/// Cuts a stream into lines. A line longer than the limit is dropped whole, and what follows it is read on.
class LineSplitter
{
public:
    using Line = std::function<void(const QByteArray &)>;

    explicit LineSplitter(qsizetype longest)
        : m_longest(longest)
    {
    }

    void feed(QByteArrayView data, const Line &line);
    qint64 dropped() const { return m_dropped; }

private:
    void append(QByteArrayView part);

    qsizetype m_longest;
    QByteArray m_pending;
    bool m_skipping = false;
    qint64 m_dropped = 0;
};

} // namespace stratadeck
