// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/liveupdate.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace stratadeck::test {

/// A model's visible rows as "a | b | c" lines, so that a test compares them whole.
inline QStringList printRows(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}

inline EntityUpdate entityUpdate(quint32 id, EntityKind kind, const QString &name,
                                 EntityState state = EntityState::Running, quint16 source = 0)
{
    EntityInfo info;
    info.key = toWord(kind) + QStringLiteral(":h/") + name;
    info.kind = kind;
    info.name = name;
    info.host = QStringLiteral("h");
    info.state = state;
    return {static_cast<EntityId>(id), info, static_cast<SourceId>(source), fromMillis(1'000'000)};
}

inline FigureUpdate figure(quint32 id, MetricId metric, double value)
{
    return {static_cast<EntityId>(id), metric, fromMillis(1'000'000), value};
}

} // namespace stratadeck::test
