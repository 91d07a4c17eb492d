// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/hourrows.h"

#include <algorithm>

namespace stratadeck {

void HourRows::setClock(const std::vector<qint64> &times)
{
    m_places.clear();
    for (const qint64 at : times)
        m_places.push_back(placeOf(at));
}

void HourRows::add(quint32 slot, const Column &column)
{
    std::vector<double> &figures = m_columns[slot];
    figures.resize(std::max(figures.size(), m_places.back() + 1), kAbsent);
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (column.present.empty() || column.present[i])
            figures[m_places[i]] = column.values[next++];
    }
}

std::vector<quint32> HourRows::usedSlots() const
{
    std::vector<quint32> result;
    result.reserve(m_columns.size());
    for (const auto &[slot, figures] : m_columns)
        result.push_back(slot);
    return result;
}

void HourRows::column(quint32 slot, std::size_t begin, std::size_t end, Column &column) const
{
    column.clear();
    const std::vector<double> &figures = m_columns.at(slot);
    const std::size_t known = std::min(end, figures.size());
    for (std::size_t i = begin; i < known; ++i) {
        if (!isAbsent(figures[i]))
            column.values.push_back(figures[i]);
    }
    if (column.values.empty() || column.values.size() == end - begin)
        return;
    for (std::size_t i = begin; i < end; ++i)
        column.present.push_back(i < known && !isAbsent(figures[i]));
}

/// Nearly always the end; an instant in between moves what is behind it.
std::size_t HourRows::placeOf(qint64 at)
{
    if (m_times.empty() || at > m_times.back()) {
        m_times.push_back(at);
        return m_times.size() - 1;
    }
    const auto place = std::lower_bound(m_times.begin(), m_times.end(), at);
    const auto index = static_cast<std::size_t>(place - m_times.begin());
    if (*place == at)
        return index;
    m_times.insert(place, at);
    for (auto &[slot, figures] : m_columns) {
        if (figures.size() > index)
            figures.insert(figures.begin() + static_cast<std::ptrdiff_t>(index), kAbsent);
    }
    return index;
}

} // namespace stratadeck
