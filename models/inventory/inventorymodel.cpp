// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"

#include "models/base/entitytext.h"
#include "models/base/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// The figures with a spark line; the others hardly move, or mean nothing as a line.
constexpr std::array kTrailed{Figure::Cpu,         Figure::CpuHost,   Figure::MemoryShare,
                              Figure::DiskRead,    Figure::DiskWrite, Figure::DiskTotal,
                              Figure::NetReceived, Figure::NetSent,   Figure::NetTotal};

constexpr std::array<int, kFigureCount> trailSlots()
{
    std::array<int, kFigureCount> slotOf{};
    slotOf.fill(-1);
    for (std::size_t i = 0; i < kTrailed.size(); ++i)
        slotOf[ordinal(kTrailed[i])] = static_cast<int>(i);
    return slotOf;
}
constexpr auto kTrailSlots = trailSlots();

int trailSlot(Figure figure)
{
    return kTrailSlots[ordinal(figure)];
}

bool isOfDisks(Figure figure)
{
    return figure == Figure::DiskRead || figure == Figure::DiskWrite;
}

bool isOfNetwork(Figure figure)
{
    return figure == Figure::NetReceived || figure == Figure::NetSent;
}

// One range of rows for one signal.
struct RowRange {
    int first = std::numeric_limits<int>::max();
    int last = -1;

    void add(int row)
    {
        first = std::min(first, row);
        last = std::max(last, row);
    }
    bool isEmpty() const { return last < 0; }
};

} // namespace

InventoryModel::InventoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    static_assert(kTrails == kTrailed.size());
    static_assert(Uptime - Cpu + 1 == kFigureCount);
}

std::optional<Figure> InventoryModel::columnFigure(int column)
{
    if (column < Cpu || column > Uptime)
        return std::nullopt;
    return static_cast<Figure>(column - Cpu);
}

int InventoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InventoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rowAt(index.row());
    const std::optional<Figure> figure = columnFigure(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return figure ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case EntityRole:
        return static_cast<quint32>(row.id);
    case KindRole:
        return static_cast<int>(row.info.kind);
    case StateRole:
        return static_cast<int>(row.info.state);
    case ProblemRole:
        return static_cast<int>(row.info.problem);
    case ProblemSinceRole:
        return toMillis(row.info.problemSince);
    case StaleSinceRole:
        return row.staleSince ? toMillis(*row.staleSince) : 0;
    default:
        break;
    }
    if (!figure)
        return {};
    switch (role) {
    case ValueRole:
        return row.figures[ordinal(*figure)];
    case UnitRole:
        return static_cast<int>(unitOf(*figure));
    case HistoryRole:
        return trailSlot(*figure) < 0
                   ? QVariant()
                   : QVariant::fromValue(row.trails[static_cast<std::size_t>(trailSlot(*figure))].values());
    case ScaleRole:
        return unitOf(*figure) == Unit::Percent ? QVariant(100.0) : QVariant();
    default:
        return {};
    }
}

QString InventoryModel::figureText(Figure figure, double value)
{
    if (figure == Figure::Uptime && value == value)
        return formatDuration(std::chrono::round<Milliseconds>(std::chrono::duration<double>(value)),
                              QLocale());
    const Unit unit = unitOf(figure);
    return formatValue(value, unit, QLocale(), unit != Unit::Percent && unit != Unit::Milliseconds);
}

QVariant InventoryModel::text(const Row &row, int column) const
{
    if (const std::optional<Figure> figure = columnFigure(column))
        return figureText(*figure, row.figures[ordinal(*figure)]);
    switch (column) {
    case Name:
        return row.info.name;
    case Kind:
        return kindText(row.info.kind);
    case State:
        return stateWords(row);
    case Host:
        return row.info.host;
    case Tags:
        return row.tags.join(u", "_s);
    case Source:
        return row.source ? m_sourceUris.value(*row.source) : QString();
    default:
        return {};
    }
}

QString InventoryModel::stateWords(const Row &row) const
{
    const auto age = [this](TimePoint since) {
        return formatDuration(std::max(Milliseconds(0), m_now - since), QLocale());
    };
    if (row.info.state == EntityState::Gone)
        return stateText(row.info.state);
    if (row.staleSince)
        //: %1 is a length of time; the figures are that old
        return tr("Stale for %1").arg(age(*row.staleSince));
    if (row.info.problem != EntityProblem::None) {
        //: %1 says what is wrong, %2 for how long
        return tr("%1 for %2").arg(problemText(row.info.problem), age(row.info.problemSince));
    }
    return stateText(row.info.state);
}

QString InventoryModel::sortText(int row, int column) const
{
    const Row &r = rowAt(row);
    if (column != State)
        return text(r, column).toString();
    return r.info.problem == EntityProblem::None ? stateText(r.info.state) : problemText(r.info.problem);
}

FilterRow InventoryModel::filterRow(int row) const
{
    const Row &r = rowAt(row);
    const auto uri = r.source ? m_sourceUris.constFind(*r.source) : m_sourceUris.constEnd();
    return {&r.info, &r.tags, uri == m_sourceUris.constEnd() ? QStringView() : QStringView(*uri),
            r.staleSince && r.info.state != EntityState::Gone, &r.figures};
}

QString InventoryModel::toolTip(const Row &row, int column) const
{
    if (column == Name)
        return row.info.detail.isEmpty() ? row.info.name : row.info.name + u'\n' + detailText(row.info);
    const std::optional<Figure> figure = columnFigure(column);
    if (!figure)
        return text(row, column).toString();
    const bool isMemoryUse = figure == Figure::Memory || figure == Figure::MemoryShare;
    if (isMemoryUse && row.info.kind == EntityKind::VirtualMachine
        && std::isnan(row.figures[ordinal(*figure)])) {
        return tr("The guest does not report its memory use. It needs the virtio balloon driver and a memory "
                  "statistics period.");
    }
    return figureTitle(*figure) + u'\n' + figureDefinition(*figure);
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const std::optional<Figure> figure = columnFigure(section);
    if (role == Qt::TextAlignmentRole && figure)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && figure)
        return figureDefinition(*figure);
    if (role != Qt::DisplayRole)
        return {};
    if (figure)
        return figureTitle(*figure);
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Host:
        return tr("Host");
    case Tags:
        return tr("Tags");
    case Source:
        //: Column head; where the figures come from
        return tr("Source");
    default:
        return {};
    }
}

void InventoryModel::takeOver(Row &row, const EntityUpdate &update)
{
    row.info = update.info;
    row.seen = update.seen;
    row.source = update.source;
    row.started = runBegan(update.info);
    if (update.source)
        row.staleSince.reset();
    if (isActive(row.info.state))
        return;
    // What it was started with and how often stays true while it stands still.
    const double restarts = row.figures[ordinal(Figure::Restarts)];
    row.figures.fill(kNan);
    row.figures[ordinal(Figure::Restarts)] = restarts;
    row.readLatency = kNan;
    row.writeLatency = kNan;
}

// All of them in one signal: what stands above sorts and filters once.
void InventoryModel::appendRows(const std::vector<const EntityUpdate *> &updates)
{
    if (updates.empty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(updates.size()) - 1);
    for (const EntityUpdate *update : updates) {
        Row row;
        row.id = update->id;
        row.figures.fill(kNan);
        row.tags = m_tags.value(update->id);
        takeOver(row, *update);
        if (!update->source)
            row.staleSince = update->seen;
        m_rowById.insert(update->id, static_cast<int>(m_rows.size()));
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void InventoryModel::applyFigure(Row &row, const FigureUpdate &change)
{
    const std::optional<Figure> figure = figureOf(change.metric);
    if (!figure)
        return;
    double value = change.value;
    if (figure == Figure::DiskLatency) {
        (change.metric == MetricId::DiskReadLatency ? row.readLatency : row.writeLatency) = value;
        value = std::fmax(row.readLatency, row.writeLatency);
    }
    setFigure(row, *figure, value, true);
    // Read and written arrive one after the other with one time; the total of that time is one point.
    const auto total = [&](Figure sum, Figure a, Figure b, TimePoint &at) {
        setFigure(row, sum, knownSum(row.figures[ordinal(a)], row.figures[ordinal(b)]),
                  std::exchange(at, change.at) != change.at);
    };
    if (isOfDisks(*figure))
        total(Figure::DiskTotal, Figure::DiskRead, Figure::DiskWrite, row.diskTotalAt);
    else if (isOfNetwork(*figure))
        total(Figure::NetTotal, Figure::NetReceived, Figure::NetSent, row.netTotalAt);
}

void InventoryModel::setFigure(Row &row, Figure figure, double value, bool newPoint)
{
    row.figures[ordinal(figure)] = value;
    const int trail = trailSlot(figure);
    if (trail < 0)
        return;
    Trail &line = row.trails[static_cast<std::size_t>(trail)];
    if (newPoint)
        line.append(value);
    else
        line.replaceLast(value);
}

void InventoryModel::apply(const LiveUpdate &update)
{
    RowRange described;
    std::vector<const EntityUpdate *> unknown;
    QHash<EntityId, std::size_t> waiting; // an entity may be new and change in one update
    for (const EntityUpdate &change : update.entities) {
        if (const int row = rowOf(change.id); row >= 0) {
            takeOver(m_rows[static_cast<std::size_t>(row)], change);
            described.add(row);
        } else if (const auto known = waiting.constFind(change.id); known != waiting.constEnd()) {
            unknown[*known] = &change;
        } else {
            waiting.insert(change.id, unknown.size());
            unknown.push_back(&change);
        }
    }
    appendRows(unknown);
    if (!described.isEmpty())
        Q_EMIT dataChanged(index(described.first, 0), index(described.last, ColumnCount - 1));

    RowRange changed;
    EntityId lastEntity{};
    int row = -1;
    for (const FigureUpdate &change : update.figures) {
        // The figures of an entity mostly follow each other.
        if (row < 0 || change.entity != lastEntity)
            row = rowOf(change.entity);
        lastEntity = change.entity;
        if (row < 0)
            continue;
        applyFigure(m_rows[static_cast<std::size_t>(row)], change);
        changed.add(row);
    }
    if (!changed.isEmpty())
        Q_EMIT dataChanged(index(changed.first, Cpu), index(changed.last, Uptime));
}

void InventoryModel::setTags(const QHash<EntityId, QStringList> &tags)
{
    RowRange changed;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QStringList wanted = tags.value(m_rows[i].id);
        if (wanted == m_rows[i].tags)
            continue;
        m_rows[i].tags = wanted;
        changed.add(static_cast<int>(i));
    }
    m_tags = tags;
    if (!changed.isEmpty())
        Q_EMIT dataChanged(index(changed.first, 0), index(changed.last, ColumnCount - 1));
}

QString InventoryModel::sourceUri(int row) const
{
    const std::optional<SourceId> source = m_rows[static_cast<std::size_t>(row)].source;
    return source ? m_sourceUris.value(*source) : QString();
}

void InventoryModel::setSources(const std::vector<SourceStatus> &sources, TimePoint now)
{
    // Ages are shown in seconds: rows that only grew older are repainted once a second, in one signal.
    const bool aged =
        std::chrono::floor<std::chrono::seconds>(now) != std::chrono::floor<std::chrono::seconds>(m_now);
    m_now = now;
    for (const SourceStatus &status : sources)
        m_sourceUris.insert(status.id, status.uri);
    RowRange changed;
    RowRange older;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool wasStale = row.staleSince.has_value();
        updateStaleness(row, sources);
        const bool hasAge = row.staleSince || row.info.problem != EntityProblem::None;
        if (wasStale != row.staleSince.has_value() || (hasAge && aged))
            changed.add(static_cast<int>(i));
        if (row.started && aged && !row.staleSince) {
            row.figures[ordinal(Figure::Uptime)] =
                std::max(0.0, std::chrono::duration<double>(now - *row.started).count());
            older.add(static_cast<int>(i));
        }
    }
    if (!changed.isEmpty())
        Q_EMIT dataChanged(index(changed.first, State), index(changed.last, State));
    if (!older.isEmpty())
        Q_EMIT dataChanged(index(older.first, Uptime), index(older.last, Uptime));
}

void InventoryModel::updateStaleness(Row &row, const std::vector<SourceStatus> &sources)
{
    if (!row.source)
        return; // from the store; stale until a source knows it
    const auto status = std::ranges::find(sources, *row.source, &SourceStatus::id);
    const bool answers = status != sources.end()
                         && (status->state == SourceState::Ready || status->state == SourceState::Loading);
    if (answers)
        row.staleSince.reset();
    else if (!row.staleSince)
        row.staleSince = status != sources.end() ? status->lastSuccess.value_or(row.seen) : row.seen;
}

} // namespace stratadeck
