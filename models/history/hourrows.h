// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/block.h"
#include "models/history/codec/columncodec.h"
#include "models/history/grouprow.h"

#include <map>

namespace stratadeck {

/// What a group recorded in one segment and hour, put together from blocks that come in any order.
class HourRows
{
public:
    /// The instants, in rising order, of the columns that follow.
    void setClock(const std::vector<qint64> &times);
    /// A figure replaces an earlier one of the same series and instant.
    void add(quint32 slot, const Column &column);

    const std::vector<qint64> &times() const { return m_times; }
    bool has(quint32 slot) const { return m_columns.contains(slot); }
    std::vector<quint32> usedSlots() const;
    /// The samples of a series at instants [begin, end); no values when there are none.
    void column(quint32 slot, std::size_t begin, std::size_t end, Column &column) const;

private:
    std::size_t placeOf(qint64 at);

    std::vector<qint64> m_times;
    std::map<quint32, std::vector<double>> m_columns; ///< each as long as m_times or shorter
    std::vector<std::size_t> m_places;                ///< of the clock's instants in m_times
};

} // namespace stratadeck
