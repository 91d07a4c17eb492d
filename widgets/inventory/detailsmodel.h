// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/detailrow.h"

#include <QAbstractTableModel>

namespace stratadeck {

/// The rows of the details. New rows are laid over the old ones, so that what did not change is not touched and
/// the selection stays. Window thread only.
class DetailsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsModel)
public:
    enum Column { Name, Value, Age, Source, ColumnCount };
    enum Role { HeadingRole = Qt::UserRole };

    explicit DetailsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// The accessible text of a name is the whole row, because a screen reader reads where the focus is.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(std::vector<DetailRow> rows);
    /// Ages are counted up to this instant.
    void setNow(TimePoint now);

    /// What stands in the row with tabs between, without those missing at the end.
    QString plainText(int row) const;

private:
    const DetailRow &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString ageText(const DetailRow &row) const;
    QString spoken(const DetailRow &row) const;

    std::vector<DetailRow> m_rows;
    TimePoint m_now{};
};

} // namespace stratadeck
