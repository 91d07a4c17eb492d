// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"

#include "models/base/entitytext.h"
#include "models/base/format.h"

#include <algorithm>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kColumnMetrics{MetricId::CpuAllocPercent, MetricId::CpuHostPercent, MetricId::MemUsed,
                                    MetricId::MemUsedPercent};

int figureIndex(MetricId metric)
{
    const auto it = std::ranges::find(kColumnMetrics, metric);
    return it == kColumnMetrics.end() ? -1 : static_cast<int>(it - kColumnMetrics.begin());
}

void appendHistory(QList<double> &history, double value)
{
    if (history.size() >= InventoryModel::kHistoryLength)
        history.removeFirst();
    history.append(value);
}

} // namespace

bool isInventoryMetric(MetricId metric)
{
    return figureIndex(metric) >= 0;
}

InventoryModel::InventoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

std::optional<MetricId> InventoryModel::columnMetric(int column)
{
    if (column < Cpu || column > MemoryShare)
        return std::nullopt;
    return kColumnMetrics[static_cast<std::size_t>(column - Cpu)];
}

int InventoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InventoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const InventoryModel::Figure *InventoryModel::figure(const Row &row, int column)
{
    if (column < Cpu || column > MemoryShare)
        return nullptr;
    return &row.figures[static_cast<std::size_t>(column - Cpu)];
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Figure *figures = figure(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return figures ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
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
    case ValueRole:
        return figures ? QVariant(figures->value) : QVariant();
    case StaleSinceRole:
        return row.staleSince ? toMillis(*row.staleSince) : 0;
    case UnitRole:
        return figures ? QVariant(static_cast<int>(metric(*columnMetric(index.column())).unit)) : QVariant();
    case HistoryRole:
        return figures ? QVariant::fromValue(figures->history) : QVariant();
    case ScaleRole:
        return figures ? QVariant(100.0) : QVariant();
    case SortRole:
        return sortKey(row, index.column());
    case WordRole:
        if (index.column() == Kind)
            return toWord(row.info.kind);
        return index.column() == State ? QVariant(toWord(row.info.state)) : QVariant();
    default:
        return {};
    }
}

QVariant InventoryModel::text(const Row &row, int column) const
{
    if (const Figure *figures = figure(row, column)) {
        const Unit unit = metric(*columnMetric(column)).unit;
        return formatValue(figures->value, unit, QLocale(), unit != Unit::Percent);
    }
    switch (column) {
    case Name:
        return row.info.name;
    case Kind:
        return kindText(row.info.kind);
    case State:
        return stateWords(row);
    case Host:
        return row.info.host;
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

QVariant InventoryModel::sortKey(const Row &row, int column) const
{
    const Figure *figures = figure(row, column);
    if (!figures)
        return text(row, column);
    // Unknown sorts below every known figure.
    return figures->value == figures->value ? figures->value : -1.0;
}

QString InventoryModel::toolTip(const Row &row, int column) const
{
    if (column == Name)
        return row.info.detail.isEmpty() ? row.info.name : row.info.name + u'\n' + row.info.detail;
    const Figure *figures = figure(row, column);
    if (!figures)
        return {};
    if (figures->value != figures->value && row.info.kind == EntityKind::VirtualMachine && column >= Memory) {
        return tr("The guest does not report its memory use. It needs the virtio balloon driver and a memory "
                  "statistics period.");
    }
    return metricTitle(*columnMetric(column)) + u'\n' + metricDefinition(*columnMetric(column));
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && columnMetric(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && columnMetric(section))
        return metricDefinition(*columnMetric(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Host:
        return tr("Host");
    case Cpu:
        //: Column head; the share of the CPUs allocated to the entity
        return tr("CPU %");
    case CpuHost:
        //: Column head; the share of all CPUs of its host
        return tr("CPU of host %");
    case Memory:
        return tr("Memory");
    case MemoryShare:
        //: Column head; memory used as a share of memory allocated
        return tr("Memory %");
    default:
        return {};
    }
}

void InventoryModel::insert(const EntityUpdate &update)
{
    const int at = static_cast<int>(m_rows.size());
    beginInsertRows({}, at, at);
    Row row{update.id, update.info, update.source, update.seen, std::nullopt, {}};
    if (!update.source)
        row.staleSince = update.seen;
    m_rows.push_back(std::move(row));
    m_rowById.insert(update.id, at);
    endInsertRows();
}

void InventoryModel::update(int at, const EntityUpdate &update)
{
    Row &row = m_rows[static_cast<std::size_t>(at)];
    row.info = update.info;
    row.seen = update.seen;
    row.source = update.source;
    if (update.source)
        row.staleSince.reset();
    if (!isActive(row.info.state)) {
        for (Figure &f : row.figures)
            f.value = kNan;
    }
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void InventoryModel::apply(const LiveUpdate &update)
{
    for (const EntityUpdate &change : update.entities) {
        if (const int known = rowOf(change.id); known >= 0)
            this->update(known, change);
        else
            insert(change);
    }
    int first = std::numeric_limits<int>::max();
    int last = -1;
    for (const FigureUpdate &change : update.figures) {
        const int row = rowOf(change.entity);
        const int figure = figureIndex(change.metric);
        if (row < 0 || figure < 0)
            continue;
        Figure &f = m_rows[static_cast<std::size_t>(row)].figures[static_cast<std::size_t>(figure)];
        f.value = change.value;
        appendHistory(f.history, change.value);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    // One signal for all rows: views repaint what is visible, proxies sort once.
    if (last >= 0)
        Q_EMIT dataChanged(index(first, Cpu), index(last, MemoryShare));
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
    for (const SourceStatus &source : sources)
        m_sourceUris.insert(source.id, source.uri);
    int first = std::numeric_limits<int>::max();
    int last = -1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool wasStale = row.staleSince.has_value();
        updateStaleness(row, sources);
        const bool hasAge = row.staleSince || row.info.problem != EntityProblem::None;
        if (wasStale == row.staleSince.has_value() && !(hasAge && aged))
            continue;
        first = std::min(first, static_cast<int>(i));
        last = std::max(last, static_cast<int>(i));
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, State), index(last, State));
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
