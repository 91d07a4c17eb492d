// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/boardmodel.h"

#include <QSet>
#include <algorithm>

namespace stratadeck {

BoardModel::BoardModel(AlertDesk &desk, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    connect(&desk, &AlertDesk::boardChanged, this, &BoardModel::takeOver);
    takeOver();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return cardText(row.card, row.view, QLocale());
    case TitleRole:
        return alertTitle(row.card.alert.labels);
    case PlaceRole:
        return alertPlace(row.card.alert.labels);
    case SeverityRole:
        return static_cast<int>(row.view.severity);
    case SuppressedRole:
        return row.view.badge == QLatin1StringView("suppressed");
    case FoldedRole:
        return row.isFolded;
    case ChildrenRole:
        return row.children;
    case OrderRole:
        return orderOf(row);
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

int BoardModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

AlertCount BoardModel::count() const
{
    AlertCount count;
    for (const Row &row : m_rows) {
        if (!isActive(row.view.condition))
            continue;
        if (row.isFolded || row.view.badge == QLatin1StringView("suppressed")) {
            ++count.suppressed;
        } else if (row.view.handling != Handling::Acked && row.view.handling != Handling::Resolved) {
            ++count.unanswered;
            count.worst = std::min(count.worst, row.view.severity);
        }
    }
    return count;
}

void BoardModel::tick()
{
    if (m_rows.empty())
        return;
    const TimePoint now = m_clock.now();
    for (Row &row : m_rows)
        row.view = row.card.view(now, kP0Grace);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void BoardModel::takeOver()
{
    const TimePoint now = m_clock.now();
    std::vector<Row> fresh;
    QHash<QString, std::size_t> places;
    for (const BoardCard &card : m_desk.board().cards) {
        places.insert(fingerprintOf(card.alert.labels), fresh.size());
        fresh.push_back({fingerprintOf(card.alert.labels), card, card.view(now, kP0Grace), 0, false});
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        Row &old = m_rows[static_cast<std::size_t>(row)];
        const auto place = places.constFind(old.key);
        if (place != places.cend()) {
            old = fresh[*place];
            places.erase(place);
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    if (!places.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(places.size()) - 1);
        for (const Row &row : fresh) {
            if (places.contains(row.key))
                m_rows.push_back(row);
        }
        endInsertRows();
    }
    countChildren();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsChanged();
}

void BoardModel::countChildren()
{
    QHash<QString, Row *> byKey;
    for (Row &row : m_rows) {
        row.children = 0;
        row.isFolded = false;
        byKey.insert(row.key, &row);
    }
    for (Row &row : m_rows) {
        for (const Suppressor &suppressor : row.card.alert.suppressedBy) {
            Row *parent = suppressor.kind == SuppressorKind::Inhibition ? byKey.value(suppressor.id) : nullptr;
            if (!parent || parent == &row)
                continue;
            row.isFolded = true;
            ++parent->children;
        }
    }
}

/// What nobody has responded to comes first, by when it is due; then what is in hand, then what is over.
qint64 BoardModel::orderOf(const Row &row) const
{
    constexpr qint64 kClass = qint64(1) << 48; // some thousand years
    const AlertView &view = row.view;
    if (view.handling == Handling::Resolved)
        return 3 * kClass - (row.card.incident ? toMillis(row.card.incident->firedAt) : 0);
    if (view.due)
        return toMillis(*view.due);
    return kClass + (row.card.incident ? toMillis(row.card.incident->firedAt) : 0);
}

} // namespace stratadeck
