// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/incidentmodel.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "widgets/alert/alerttext.h"

namespace stratadeck {

namespace {

/// From firing until then; nothing when it has not happened.
QString lengthText(const Incident &incident, const std::optional<TimePoint> &until)
{
    return until ? formatDuration(*until - incident.firedAt, QLocale()) : QString();
}

qint64 lengthOf(const Incident &incident, const std::optional<TimePoint> &until)
{
    return until ? (*until - incident.firedAt).count() : std::numeric_limits<qint64>::max();
}

QString searchedText(const Incident &incident)
{
    QStringList texts{incident.note};
    for (const auto &[name, value] : incident.labels)
        texts.append(value);
    return texts.join(u'\n');
}

} // namespace

IncidentModel::IncidentModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_incidents.size());
}

int IncidentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void IncidentModel::setIncidents(std::vector<Incident> incidents)
{
    beginResetModel();
    m_incidents = std::move(incidents);
    m_searched.clear();
    for (const Incident &incident : m_incidents)
        m_searched.append(searchedText(incident));
    endResetModel();
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Incident &incident = m_incidents[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(incident, index.column());
    if (role == kSearchRole)
        return m_searched.at(index.row());
    if (role == kSortRole)
        return sortKey(incident, index.column());
    return {};
}

QString IncidentModel::text(const Incident &incident, int column) const
{
    switch (column) {
    case Fired:
        return timeText(incident.firedAt, QLocale());
    case Severity_:
        return toWord(incident.severity);
    case Name:
        return alertTitle(incident.labels);
    case Place:
        return alertPlace(incident.labels);
    case Acknowledged:
        return lengthText(incident, incident.ackedAt);
    case Resolved:
        return incident.resolvedAt ? lengthText(incident, incident.resolvedAt) : tr("open");
    case Who: {
        const QString who = plainText(incident.ackedBy, 60);
        return incident.note.isEmpty() ? who : who + QStringLiteral(": ") + plainText(incident.note, 120);
    }
    case Overdue:
        return incident.breachAt ? tr("overdue") : QString();
    default:
        return {};
    }
}

QVariant IncidentModel::sortKey(const Incident &incident, int column) const
{
    switch (column) {
    case Fired:
        return toMillis(incident.firedAt);
    case Acknowledged:
        return lengthOf(incident, incident.ackedAt);
    case Resolved:
        return lengthOf(incident, incident.resolvedAt);
    default:
        return text(incident, column);
    }
}

QVariant IncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Fired:
        return tr("Fired");
    case Severity_:
        return tr("Severity");
    case Name:
        return tr("Alert");
    case Place:
        return tr("Where");
    case Acknowledged:
        return tr("Acknowledged after");
    case Resolved:
        return tr("Resolved after");
    case Who:
        return tr("Who had it");
    case Overdue:
        return tr("In time");
    default:
        return {};
    }
}

} // namespace stratadeck
