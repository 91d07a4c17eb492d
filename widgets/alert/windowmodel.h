// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QAbstractTableModel>

namespace stratadeck {

/// Silences, maintenance windows and holds: those that are in force, that will be, and that were until lately.
class WindowModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowModel)
public:
    enum Column { Kind, State, Scope, From, To, By, Why, ColumnCount };

    WindowModel(AlertDesk &desk, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Window &window(int row) const { return m_windows[static_cast<std::size_t>(row)]; }
    bool isOver(int row) const;

private:
    void takeOver();

    AlertDesk &m_desk;
    const Clock &m_clock;
    std::vector<Window> m_windows;
};

} // namespace stratadeck
