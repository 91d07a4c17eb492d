// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/blockwriter.h"

#include <cmath>

namespace stratadeck {

Result<> BlockWriter::prepare(const Database &db)
{
    return db
        .prepare("INSERT INTO hot(grp, win, seq, segment, first, last, samples, data) VALUES(?,?,?,?,?,?,?,?)")
        .map([this](Statement made) { m_put = std::move(made); });
}

Result<> BlockWriter::write(quint32 group, const GroupHead &head)
{
    const BlockKey key{group, head.window, head.lastSeq, head.segment};
    const QByteArrayView block = m_encoder.encode(key, head);
    m_put.bind(1, key.group).bind(2, key.window).bind(3, key.seq).bind(4, key.segment);
    m_put.bind(5, head.times.front()).bind(6, head.times.back()).bind(7, m_encoder.samples());
    noteFigures(group, head);
    return m_put.bindBlob(8, block).run();
}

/// When each entity last gave a figure.
void BlockWriter::noteFigures(quint32 group, const GroupHead &head)
{
    for (quint32 slot = 0; slot < kGroupSeries; ++slot) {
        for (std::size_t i = head.rows.size(); i-- > 0;) {
            if (std::isnan((*head.rows[i])[slot])) // absent or a gap
                continue;
            m_catalogue.noteFigure(seriesAt(group, slot), fromMillis(head.times[i]));
            break;
        }
    }
}

} // namespace stratadeck
