// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailrow.h"

#include <algorithm>

namespace stratadeck {

void DetailRows::heading(const QString &name)
{
    m_heading = name;
    m_isHeadingOwed = std::ranges::none_of(
        m_rows, [&name](const DetailRow &row) { return row.isHeading && row.name == name; });
}

void DetailRows::setSource(const QString &source, std::optional<TimePoint> at)
{
    m_source = source;
    m_at = at;
}

void DetailRows::add(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    if (std::exchange(m_isHeadingOwed, false))
        m_rows.push_back({m_heading, m_heading, {}, {}, {}, true});
    const QString key = m_heading + u'/' + name;
    // Two things of one name, such as mounts of one path, are told apart by their order.
    QString unique = key;
    for (int n = 2; m_keys.contains(unique); ++n)
        unique = key + u'#' + QString::number(n);
    m_keys.insert(unique);
    m_rows.push_back({unique, name, value, m_source, m_at, false});
}

} // namespace stratadeck
