// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/log/logpattern.h"

#include <QStyledItemDelegate>

namespace stratadeck {

class LogModel;

/// Draws a line of a log: its time, a mark when it is error output, and its text with what was found in it.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogDelegate)
public:
    LogDelegate(const LogModel &model, QObject *parent);

    void setShowsTimes(bool shows) { m_showsTimes = shows; }
    bool showsTimes() const { return m_showsTimes; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The same for every line: as wide as the longest one.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                   const QString &text) const;

    const LogModel &m_model;
    bool m_showsTimes = false;
};

} // namespace stratadeck
