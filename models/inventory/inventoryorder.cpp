// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventoryorder.h"

#include "models/inventory/inventorymodel.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

namespace {

// The C locale compares code by code, which knows neither numbers nor case.
QLocale collationLocale()
{
    const QLocale locale = QLocale().collation();
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

} // namespace

InventoryOrder::InventoryOrder(const InventoryModel &model)
    : m_model(model)
    , m_collator(collationLocale())
{
    m_collator.setNumericMode(true); // web-9 before web-10
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void InventoryOrder::rankByName()
{
    const auto count = static_cast<std::size_t>(m_model.rowCount());
    bool changed = m_names.size() != count;
    m_names.reserve(count);
    for (std::size_t row = 0; row < count; ++row) {
        const QString &name = m_model.info(static_cast<int>(row)).name;
        if (row >= m_names.size()) {
            m_names.push_back({name, m_collator.sortKey(name)});
        } else if (m_names[row].text != name) {
            m_names[row] = {name, m_collator.sortKey(name)};
            changed = true;
        }
    }
    if (!changed)
        return;
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [this](int a, int b) {
        return m_names[static_cast<std::size_t>(a)].key.compare(m_names[static_cast<std::size_t>(b)].key) < 0;
    });
    m_nameRank.resize(count);
    for (std::size_t rank = 0; rank < count; ++rank)
        m_nameRank[static_cast<std::size_t>(order[rank])] = static_cast<int>(rank);
}

void InventoryOrder::sort(int column, Qt::SortOrder order)
{
    rankByName();
    m_rows.resize(m_nameRank.size());
    for (std::size_t row = 0; row < m_nameRank.size(); ++row)
        m_rows[static_cast<std::size_t>(m_nameRank[row])] = static_cast<int>(row);
    if (column == InventoryModel::Name || column < 0) {
        if (order == Qt::DescendingOrder)
            std::ranges::reverse(m_rows);
        return;
    }
    // Both sorts are stable, so that equal rows keep the order of their names.
    if (InventoryModel::columnFigure(column))
        sortByFigure(column, order);
    else
        sortByText(column, order);
}

void InventoryOrder::sortByFigure(int column, Qt::SortOrder order)
{
    const Figure figure = *InventoryModel::columnFigure(column);
    const double direction = order == Qt::AscendingOrder ? 1 : -1;
    std::ranges::stable_sort(m_rows, [&](int a, int b) {
        const double left = m_model.figure(a, figure);
        const double right = m_model.figure(b, figure);
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right);
        return direction * left < direction * right;
    });
}

void InventoryOrder::sortByText(int column, Qt::SortOrder order)
{
    // There are few kinds, states and hosts: each text gets its rank once.
    std::vector<QString> texts(m_rows.size());
    QHash<QString, int> ranks;
    for (const int row : m_rows) {
        texts[static_cast<std::size_t>(row)] = m_model.sortText(row, column);
        ranks.insert(texts[static_cast<std::size_t>(row)], 0);
    }
    QStringList distinct = ranks.keys();
    std::ranges::sort(distinct, [this](const QString &a, const QString &b) {
        const int compared = m_collator.compare(a, b);
        return compared != 0 ? compared < 0 : a < b;
    });
    const bool ascending = order == Qt::AscendingOrder;
    for (qsizetype i = 0; i < distinct.size(); ++i) {
        const qsizetype rank = ascending ? i : -i;
        ranks[distinct[i]] = distinct[i].isEmpty() ? std::numeric_limits<int>::max() : static_cast<int>(rank);
    }
    std::vector<int> rankOf(texts.size());
    std::ranges::transform(texts, rankOf.begin(), [&ranks](const QString &text) { return ranks.value(text); });
    std::ranges::stable_sort(m_rows, {}, [&rankOf](int row) { return rankOf[static_cast<std::size_t>(row)]; });
}

} // namespace stratadeck
