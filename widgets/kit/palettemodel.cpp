// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/palettemodel.h"

namespace stratadeck {

namespace {

QString detailOf(const PaletteItem &item)
{
    return item.enabled || item.reason.isEmpty() ? item.detail : item.reason;
}

// A screen reader says a row as one sentence.
QString spoken(const PaletteItem &item)
{
    QStringList parts{item.text, item.detail};
    if (!item.enabled)
        parts.append(item.reason.isEmpty() ? PaletteModel::tr("not available now") : item.reason);
    parts.append(item.keys);
    parts.removeAll(QString());
    //: Between the parts of a row that a screen reader says
    return parts.join(PaletteModel::tr(", "));
}

} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items, const QStringList &recent)
{
    beginResetModel();
    m_found.clear();
    m_list.setItems(std::move(items));
    m_recent = recent;
    endResetModel();
}

void PaletteModel::search(const QString &typed)
{
    beginResetModel();
    m_found = m_list.find(typed, m_recent, kMostRows);
    endResetModel();
}

const PaletteItem &PaletteModel::item(int row) const
{
    return m_list.items()[m_found[static_cast<std::size_t>(row)]];
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem &shown = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::AccessibleTextRole:
        return spoken(shown);
    case Qt::ToolTipRole:
    case DetailRole:
        return detailOf(shown);
    case KeysRole:
        return shown.keys;
    case IconRole:
        return shown.icon;
    default:
        return {};
    }
}

// A greyed row can still be looked at: its reason is what one wants to read.
Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

} // namespace stratadeck
