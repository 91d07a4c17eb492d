// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/palettelist.h"

#include <QAbstractListModel>

namespace stratadeck {

/// The rows of the command palette: what fits what was typed. Main thread.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, KeysRole, IconRole };

    /// More than a screen holds is never looked through; one types another letter.
    static constexpr std::size_t kMostRows = 500;

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PaletteItem> items, const QStringList &recent);
    void search(const QString &typed);
    const PaletteItem &item(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    PaletteList m_list;
    QStringList m_recent;
    std::vector<std::size_t> m_found;
};

} // namespace stratadeck
