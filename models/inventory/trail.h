// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <array>

namespace stratadeck {

/// The last figures of one cell, for its spark line: a ring without memory of its own on the heap,
/// because there are thousands of them.
class Trail
{
public:
    static constexpr std::size_t kLength = 60;

    void append(double value);
    /// Puts another figure in the place of the newest.
    void replaceLast(double value);
    /// Oldest first; NaN for unknown.
    QList<double> values() const;

private:
    std::array<float, kLength> m_values{};
    quint8 m_size = 0;
    quint8 m_next = 0;
};

} // namespace stratadeck
