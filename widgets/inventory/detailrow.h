// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QSet>
#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// A line of the details: what, its value, where that comes from and of when it is. Plain text.
struct DetailRow {
    QString key; ///< the same for the same thing in the next reading; unique among the rows
    QString name;
    QString value;
    QString source;              ///< empty: it says itself where it comes from
    std::optional<TimePoint> at; ///< when it was read
    bool isHeading = false;

    bool operator==(const DetailRow &) const = default;
};

/// Puts rows together. A heading appears only when something follows it, a row only when it has a value.
class DetailRows
{
public:
    void heading(const QString &name);
    /// Where the following rows come from.
    void setSource(const QString &source, std::optional<TimePoint> at);
    void add(const QString &name, const QString &value);
    std::vector<DetailRow> take() { return std::move(m_rows); }

private:
    std::vector<DetailRow> m_rows;
    QSet<QString> m_keys;
    QString m_heading;
    bool m_isHeadingOwed = false;
    QString m_source;
    std::optional<TimePoint> m_at;
};

} // namespace stratadeck
