// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <optional>
#include <vector>

namespace stratadeck {

enum class Tone;

/// A cell of a table that is only read.
struct FigureCell {
    QString text;
    std::optional<double> figure = {}; ///< what other programs get instead of the text; right-aligned
    QString toolTip = {};
};

/// Rows of cells under a head.
class FigureModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureModel)
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// The selection stays where the table keeps its shape.
    void setTable(const QStringList &head, std::vector<std::vector<FigureCell>> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Figures as plain numbers with all their digits.
    std::vector<QStringList> exactTable() const;

private:
    QStringList m_head;
    std::vector<std::vector<FigureCell>> m_rows;
};

} // namespace stratadeck
