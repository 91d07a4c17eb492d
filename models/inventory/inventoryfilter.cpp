// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventoryfilter.h"

#include "models/inventory/inventorymodel.h"

#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kTextColumns{InventoryModel::Name, InventoryModel::Kind, InventoryModel::State,
                                  InventoryModel::Host};

int columnOf(QStringView key)
{
    if (key == "name"_L1)
        return InventoryModel::Name;
    if (key == "kind"_L1)
        return InventoryModel::Kind;
    if (key == "state"_L1)
        return InventoryModel::State;
    if (key == "host"_L1)
        return InventoryModel::Host;
    return -1;
}

} // namespace

InventoryFilter::InventoryFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(InventoryModel::SortRole);
    setDynamicSortFilter(true);
}

void InventoryFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_terms.clear();
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = word.indexOf(u':');
        const int column = colon > 0 ? columnOf(QStringView(word).left(colon)) : -1;
        m_terms.append(column < 0 ? Term{-1, word} : Term{column, word.mid(colon + 1)});
    }
    invalidateRowsFilter();
}

bool InventoryFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    // The word on screen and the untranslated one both match, so that a saved filter works in any language.
    const auto contains = [&](int column, const QString &text) {
        const QModelIndex index = sourceModel()->index(sourceRow, column, sourceParent);
        return index.data(Qt::DisplayRole).toString().contains(text, Qt::CaseInsensitive)
               || index.data(InventoryModel::WordRole).toString().contains(text, Qt::CaseInsensitive);
    };
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        if (term.column >= 0)
            return contains(term.column, term.text);
        return std::ranges::any_of(kTextColumns, [&](int column) { return contains(column, term.text); });
    });
}

bool InventoryFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.typeId() == QMetaType::Double)
        return a.toDouble() < b.toDouble();
    return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
}

} // namespace stratadeck
