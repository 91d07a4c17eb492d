// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/sourcestatus.h"
#include "models/inventory/liveupdate.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <array>
#include <limits>

namespace stratadeck {

/// Hosts, VMs and containers with their latest figures; one row an entity, in order of appearance. It
/// gives meaning (states, raw numbers, history); delegates choose words, colours and pictures.
/// Window thread only.
class InventoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, State, Host, Cpu, CpuHost, Memory, MemoryShare, ColumnCount };
    enum Role {
        EntityRole = Qt::UserRole, ///< EntityId as quint32
        KindRole,                  ///< EntityKind as int
        StateRole,                 ///< EntityState as int
        ProblemRole,               ///< EntityProblem as int
        ProblemSinceRole,          ///< ms since the epoch, 0 without a problem
        StaleSinceRole,            ///< ms since the epoch; 0 while its source answers
        ValueRole,                 ///< the raw number of a figure, NaN when unknown
        UnitRole,                  ///< Unit as int
        HistoryRole,               ///< QList<double>, oldest first, NaN for unknown
        ScaleRole,                 ///< the value a full-height history stands for
        SortRole,                  ///< what sorting compares
        WordRole,                  ///< untranslated word of the kind or state
    };

    static constexpr qsizetype kHistoryLength = 60;

    explicit InventoryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void apply(const LiveUpdate &update);

    /// Which sources answer. Rows of the others are stale; the ages shown are counted up to `now`.
    void setSources(const std::vector<SourceStatus> &sources, TimePoint now);

    const EntityInfo &info(int row) const { return m_rows[static_cast<std::size_t>(row)].info; }
    EntityId id(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    /// Where its figures come from; empty for what only the store knows.
    QString sourceUri(int row) const;
    int rowOf(EntityId id) const { return m_rowById.value(id, -1); }

    /// The metric behind a column with figures.
    static std::optional<MetricId> columnMetric(int column);

private:
    struct Figure {
        double value = std::numeric_limits<double>::quiet_NaN();
        QList<double> history;
    };
    static constexpr std::size_t kFigures = 4;
    struct Row {
        EntityId id{};
        EntityInfo info;
        std::optional<SourceId> source;
        TimePoint seen{};
        std::optional<TimePoint> staleSince;
        std::array<Figure, kFigures> figures;
    };

    void insert(const EntityUpdate &update);
    void update(int at, const EntityUpdate &update);
    static void updateStaleness(Row &row, const std::vector<SourceStatus> &sources);
    QVariant text(const Row &row, int column) const;
    QString stateWords(const Row &row) const;
    QVariant sortKey(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;
    static const Figure *figure(const Row &row, int column);

    std::vector<Row> m_rows;
    TimePoint m_now{};
    QHash<EntityId, int> m_rowById;
    QHash<SourceId, QString> m_sourceUris;
};

} // namespace stratadeck
