// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stratadeck {

/// Rows of numbers, all of one length.
class Matrix
{
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns, double value = 0)
        : m_rows(rows)
        , m_columns(columns)
        , m_values(rows * columns, value)
    {
    }

    std::size_t rows() const { return m_rows; }
    std::size_t columns() const { return m_columns; }
    double &operator()(std::size_t row, std::size_t column) { return m_values[row * m_columns + column]; }
    double operator()(std::size_t row, std::size_t column) const { return m_values[row * m_columns + column]; }
    std::span<const double> row(std::size_t row) const
    {
        return {m_values.data() + row * m_columns, m_columns};
    }
    std::span<double> row(std::size_t row) { return {m_values.data() + row * m_columns, m_columns}; }
    std::vector<double> column(std::size_t column) const
    {
        std::vector<double> values(m_rows);
        for (std::size_t row = 0; row < m_rows; ++row)
            values[row] = (*this)(row, column);
        return values;
    }
    void addRow(std::span<const double> values)
    {
        m_columns = values.size();
        m_values.insert(m_values.end(), values.begin(), values.end());
        ++m_rows;
    }

private:
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
    std::vector<double> m_values;
};

} // namespace stratadeck
