// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judge/backtest.h"

#include <QAbstractTableModel>

namespace stratadeck {

/// What a back-test found of one that the rule is for.
struct BacktestEntity {
    QString key;
    QString instance;
    QString place; ///< for a person, plain
    int fired = 0;
    int nearMisses = 0;
    Milliseconds firing{0};
};

/// Every one that the rule is for, those that fired most first.
std::vector<BacktestEntity> entitiesOf(const BacktestResult &result);

/// Counts by entity.
class BacktestEntityModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BacktestEntityModel)
public:
    enum Column { Place, Fired, Firing, NearMisses, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setEntities(std::vector<BacktestEntity> entities);
    const std::vector<BacktestEntity> &entities() const { return m_entities; }
    /// -1: not among them.
    int rowOf(const QString &key, const QString &instance) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<BacktestEntity> m_entities;
};

/// When it would have fired.
class FiringModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiringModel)
public:
    enum Column { Start, End, Length, Place, Peak, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// `unit`: of the peaks.
    void setIncidents(std::vector<BacktestIncident> incidents, Unit unit);
    const std::vector<BacktestIncident> &incidents() const { return m_incidents; }
    /// As other programs read it: times in ISO 8601 and UTC, lengths in seconds, figures with all digits.
    QStringList exactCells(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<BacktestIncident> m_incidents;
    Unit m_unit = Unit::None;
};

} // namespace stratadeck
