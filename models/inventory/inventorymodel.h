// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/sourcestatus.h"
#include "models/inventory/filterexpression.h"
#include "models/inventory/liveupdate.h"
#include "models/inventory/trail.h"

#include <QAbstractTableModel>
#include <QHash>
#include <limits>

namespace stratadeck {

/// Hosts, VMs and containers with their latest figures; one row an entity, in order of appearance. It
/// gives meaning (states, raw numbers, history); delegates choose words, colours and pictures.
/// Window thread only.
class InventoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Kind,
        State,
        Host,
        Cpu, ///< the first of the figures, which follow in the order of Figure
        CpuHost,
        Memory,
        MemoryShare,
        DiskRead,
        DiskWrite,
        DiskTotal,
        DiskLatency,
        NetReceived,
        NetSent,
        NetTotal,
        Cpus,
        MemoryAllocated,
        Restarts,
        Processes,
        Uptime, ///< the last of them
        Tags,
        Source,
        ColumnCount
    };
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
    };

    static constexpr qsizetype kHistoryLength = Trail::kLength;

    explicit InventoryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void apply(const LiveUpdate &update);

    /// Which sources answer. Rows of the others are stale; the ages shown are counted up to `now`.
    void setSources(const std::vector<SourceStatus> &sources, TimePoint now);

    /// The tags of everything that has some; who has none is not in it.
    void setTags(const QHash<EntityId, QStringList> &tags);
    /// Where its figures come from; empty for what only the store knows.
    QString sourceUri(int row) const;

    const EntityInfo &info(int row) const { return rowAt(row).info; }
    EntityId id(int row) const { return rowAt(row).id; }
    /// The source of this run that knows it; none when it comes from the store.
    std::optional<SourceId> source(int row) const { return rowAt(row).source; }
    int rowOf(EntityId id) const { return m_rowById.value(id, -1); }
    double figure(int row, Figure figure) const { return rowAt(row).figures[ordinal(figure)]; }
    const QStringList &tags(int row) const { return rowAt(row).tags; }
    FilterRow filterRow(int row) const;
    /// What a column without figures is sorted by; ages are left out because they grow all the time.
    QString sortText(int row, int column) const;

    static std::optional<Figure> columnFigure(int column);
    static QString figureText(Figure figure, double value);
    static int columnOf(Figure figure) { return Cpu + static_cast<int>(figure); }

private:
    static constexpr std::size_t kTrails = 9;
    struct Row {
        EntityId id{};
        EntityInfo info;
        std::optional<SourceId> source;
        TimePoint seen{};
        std::optional<TimePoint> staleSince;
        std::optional<TimePoint> started;
        QStringList tags;
        Figures figures{};
        double readLatency = std::numeric_limits<double>::quiet_NaN();
        double writeLatency = std::numeric_limits<double>::quiet_NaN();
        TimePoint diskTotalAt{}; // of the newest point of the total
        TimePoint netTotalAt{};
        std::array<Trail, kTrails> trails;
    };

    const Row &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void appendRows(const std::vector<const EntityUpdate *> &updates);
    static void takeOver(Row &row, const EntityUpdate &update);
    static void applyFigure(Row &row, const FigureUpdate &change);
    static void setFigure(Row &row, Figure figure, double value, bool newPoint);
    static void updateStaleness(Row &row, const std::vector<SourceStatus> &sources);
    QVariant text(const Row &row, int column) const;
    QString stateWords(const Row &row) const;
    QString toolTip(const Row &row, int column) const;

    std::vector<Row> m_rows;
    TimePoint m_now{};
    QHash<EntityId, int> m_rowById;
    QHash<SourceId, QString> m_sourceUris;
    QHash<EntityId, QStringList> m_tags;
};

} // namespace stratadeck
