// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/linesplitter.h"

namespace stratadeck {

void LineSplitter::append(QByteArrayView part)
{
    if (m_skipping)
        return;
    if (m_pending.size() + part.size() <= m_longest) {
        m_pending.append(part);
        return;
    }
    m_pending.clear();
    m_skipping = true;
    ++m_dropped;
}

void LineSplitter::feed(QByteArrayView data, const Line &line)
{
    while (!data.isEmpty()) {
        const qsizetype end = data.indexOf('\n');
        append(end < 0 ? data : data.first(end));
        if (end < 0)
            return;
        data = data.sliced(end + 1);
        if (!m_pending.isEmpty())
            line(m_pending);
        m_pending.clear();
        m_skipping = false;
    }
}

} // namespace stratadeck
