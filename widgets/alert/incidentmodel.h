// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/incident.h"

#include <QAbstractTableModel>

namespace stratadeck {

/// Incidents of the past as a table.
class IncidentModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IncidentModel)
public:
    enum Column { Fired, Severity_, Name, Place, Acknowledged, Resolved, Who, Overdue, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kSearchRole = Qt::UserRole + 1; ///< every label's value and the note

    explicit IncidentModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setIncidents(std::vector<Incident> incidents);
    const std::vector<Incident> &incidents() const { return m_incidents; }

private:
    QVariant sortKey(const Incident &incident, int column) const;
    QString text(const Incident &incident, int column) const;

    std::vector<Incident> m_incidents;
    QStringList m_searched; ///< by row
};

} // namespace stratadeck
