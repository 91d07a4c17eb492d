// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/severity.h"

#include <QSortFilterProxyModel>

namespace stratadeck {

/// The cards of one severity that match the filter, what should be looked at first on top.
class BoardColumn final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BoardColumn)
public:
    BoardColumn(Severity severity, QObject *parent);

    /// Every word must be in the card's text.
    void setFilter(const QString &text);
    /// Also what is suppressed or folded.
    void setShowsHidden(bool shows);
    int hiddenCount() const; ///< of this severity

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isHidden(const QModelIndex &index) const;

    Severity m_severity;
    QStringList m_words;
    bool m_showsHidden = false;
};

} // namespace stratadeck
