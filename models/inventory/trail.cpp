// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/trail.h"

#include <algorithm>

namespace stratadeck {

void Trail::append(double value)
{
    m_values[m_next] = static_cast<float>(value);
    m_next = static_cast<quint8>((m_next + 1) % kLength);
    m_size = static_cast<quint8>(std::min<std::size_t>(m_size + 1U, kLength));
}

void Trail::replaceLast(double value)
{
    if (m_size > 0)
        m_values[(m_next + kLength - 1) % kLength] = static_cast<float>(value);
}

QList<double> Trail::values() const
{
    QList<double> list;
    list.reserve(m_size);
    for (std::size_t i = 0; i < m_size; ++i)
        list.append(static_cast<double>(m_values[(m_next + kLength - m_size + i) % kLength]));
    return list;
}

} // namespace stratadeck
