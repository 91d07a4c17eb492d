// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/backtestmodel.h"

#include "models/base/format.h"
#include "widgets/alert/alerttext.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString isoText(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

bool isNumber(int column, std::initializer_list<int> numbers)
{
    return std::ranges::find(numbers, column) != numbers.end();
}

} // namespace

std::vector<BacktestEntity> entitiesOf(const BacktestResult &result)
{
    std::vector<BacktestEntity> entities;
    QHash<std::pair<QString, QString>, std::size_t> places;
    const auto entityOf = [&](const QString &key, const QString &instance,
                              const Labels &labels) -> BacktestEntity & {
        const auto known = places.constFind({key, instance});
        if (known != places.cend())
            return entities[*known];
        places.insert({key, instance}, entities.size());
        return entities.emplace_back(BacktestEntity{key, instance, alertPlace(labels), 0, 0, {}});
    };
    for (const BacktestSubject &subject : result.subjects)
        entityOf(subject.key, subject.instance, subject.labels).nearMisses = subject.nearMisses;
    for (const BacktestIncident &incident : result.incidents) {
        BacktestEntity &entity = entityOf(incident.key, incident.instance, incident.labels);
        ++entity.fired;
        entity.firing += incident.firing;
    }
    std::ranges::stable_sort(entities, [](const BacktestEntity &a, const BacktestEntity &b) {
        return std::tie(b.fired, b.firing, b.nearMisses, a.place)
               < std::tie(a.fired, a.firing, a.nearMisses, b.place);
    });
    return entities;
}

void BacktestEntityModel::setEntities(std::vector<BacktestEntity> entities)
{
    beginResetModel();
    m_entities = std::move(entities);
    endResetModel();
}

int BacktestEntityModel::rowOf(const QString &key, const QString &instance) const
{
    const auto found = std::ranges::find_if(
        m_entities, [&](const BacktestEntity &one) { return one.key == key && one.instance == instance; });
    return found == m_entities.end() ? -1 : static_cast<int>(found - m_entities.begin());
}

int BacktestEntityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entities.size());
}

int BacktestEntityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BacktestEntityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BacktestEntity &entity = m_entities[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() != Place)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Place)
        return entity.place;
    const bool isSort = role == kSortRole;
    if (!isSort && role != Qt::DisplayRole)
        return {};
    const QLocale locale;
    switch (index.column()) {
    case Place:
        return entity.place;
    case Fired:
        return isSort ? QVariant(entity.fired) : QVariant(locale.toString(entity.fired));
    case Firing:
        return isSort ? QVariant(static_cast<qint64>(entity.firing.count()))
                      : QVariant(entity.fired > 0 ? formatDuration(entity.firing, locale) : QString());
    case NearMisses:
        return isSort ? QVariant(entity.nearMisses) : QVariant(locale.toString(entity.nearMisses));
    default:
        return {};
    }
}

QVariant BacktestEntityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Place:
        return tr("What");
    case Fired:
        //: Head of a column: how often
        return tr("Fired");
    case Firing:
        //: Head of a column: how long altogether
        return tr("Firing for");
    case NearMisses:
        return role == Qt::ToolTipRole ? tr("Beyond the threshold, but not long enough to fire")
                                       : tr("Near misses");
    default:
        return {};
    }
}

void FiringModel::setIncidents(std::vector<BacktestIncident> incidents, Unit unit)
{
    beginResetModel();
    m_incidents = std::move(incidents);
    m_unit = unit;
    endResetModel();
}

QStringList FiringModel::exactCells(int row) const
{
    const BacktestIncident &incident = m_incidents[static_cast<std::size_t>(row)];
    return {isoText(incident.from), incident.to ? isoText(*incident.to) : QString(),
            QString::number(static_cast<double>(incident.firing.count()) / 1000), alertPlace(incident.labels),
            formatExact(incident.peak)};
}

int FiringModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_incidents.size());
}

int FiringModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FiringModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BacktestIncident &incident = m_incidents[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && isNumber(index.column(), {Length, Peak}))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const bool isSort = role == kSortRole;
    if (!isSort && role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QLocale locale;
    switch (index.column()) {
    case Start:
        return isSort ? QVariant(toMillis(incident.from)) : QVariant(timeText(incident.from, locale));
    case End:
        if (isSort)
            return incident.to ? toMillis(*incident.to) : std::numeric_limits<qint64>::max();
        return incident.to ? timeText(*incident.to, locale) : tr("still firing");
    case Length:
        return isSort ? QVariant(static_cast<qint64>(incident.firing.count()))
                      : QVariant(formatDuration(incident.firing, locale));
    case Place:
        return alertPlace(incident.labels);
    case Peak:
        return isSort ? QVariant(incident.peak) : QVariant(formatValue(incident.peak, m_unit, locale));
    default:
        return {};
    }
}

QVariant FiringModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Start:
        return tr("Start");
    case End:
        return tr("End");
    case Length:
        return role == Qt::ToolTipRole ? tr("How long it fired, without pauses") : tr("Duration");
    case Place:
        return tr("What");
    case Peak:
        return role == Qt::ToolTipRole ? tr("The figure that was farthest beyond the threshold") : tr("Worst");
    default:
        return {};
    }
}

} // namespace stratadeck
