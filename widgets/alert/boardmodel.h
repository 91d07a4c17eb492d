// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "widgets/alert/alerttext.h"

#include <QAbstractListModel>

namespace stratadeck {

/// What waits for somebody: neither acknowledged, nor suppressed, nor over.
struct AlertCount {
    int unanswered = 0;
    Severity worst = Severity::P3;
    int suppressed = 0;

    bool operator==(const AlertCount &) const = default;
};

/// The alerts of the board, a row each, as they stand now. Rows keep their place and so a selection stays on
/// the alert it was made on. Window thread.
class BoardModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BoardModel)
public:
    enum Role {
        TitleRole = Qt::UserRole,
        PlaceRole,
        SeverityRole,   ///< 0 to 3
        SuppressedRole, ///< bool
        FoldedRole,     ///< it follows from another alert that is on the board
        ChildrenRole,   ///< how many follow from it
        OrderRole,      ///< ascending: what should be looked at first
        KeyRole,        ///< fingerprint
    };

    BoardModel(AlertDesk &desk, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const BoardCard &card(int row) const { return m_rows[static_cast<std::size_t>(row)].card; }
    const AlertView &view(int row) const { return m_rows[static_cast<std::size_t>(row)].view; }
    int rowOf(const QString &key) const;
    AlertCount count() const;

    /// Clocks run: to be called each second.
    void tick();

    /// As in AlertSettings.
    static constexpr Milliseconds kP0Grace{300'000};

Q_SIGNALS:
    /// The counts of what is open may have changed.
    void countsChanged();

private:
    struct Row {
        QString key;
        BoardCard card;
        AlertView view;
        int children = 0;
        bool isFolded = false;
    };
    void takeOver();
    void countChildren();
    qint64 orderOf(const Row &row) const;

    AlertDesk &m_desk;
    const Clock &m_clock;
    std::vector<Row> m_rows;
};

} // namespace stratadeck
