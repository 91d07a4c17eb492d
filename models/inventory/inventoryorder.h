// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <vector>

namespace stratadeck {

class InventoryModel;

/// The rows of an inventory in the order of one column. Sorting is done once for all rows and then only
/// filtered, and texts are compared by keys that are kept, so that a keystroke in the filter sorts
/// nothing.
class InventoryOrder
{
public:
    explicit InventoryOrder(const InventoryModel &model);

    /// The order of `rows()` follows `column` as its texts and figures are now. Figures are compared as
    /// numbers; what is unknown or empty comes last in both directions, equal rows by name.
    void sort(int column, Qt::SortOrder order);

    const std::vector<int> &rows() const { return m_rows; }

    /// Compares two texts as sort() does.
    int compare(const QString &a, const QString &b) const { return m_collator.compare(a, b); }

private:
    struct Key {
        QString text;
        QCollatorSortKey key;
    };
    void rankByName();
    void sortByFigure(int column, Qt::SortOrder order);
    void sortByText(int column, Qt::SortOrder order);

    const InventoryModel &m_model;
    QCollator m_collator;
    std::vector<Key> m_names;    // by row
    std::vector<int> m_nameRank; // by row
    std::vector<int> m_rows;
};

} // namespace stratadeck
