// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QDateTimeEdit)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace stratadeck {

/// A small pop-up that asks for a beginning and an end. Enter applies, Esc closes.
class TimeRangePopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeRangePopup)
public:
    explicit TimeRangePopup(QWidget *parent = nullptr);

    /// Shows `range` below `anchor` for editing.
    void open(TimeRange range, const QWidget &anchor);

Q_SIGNALS:
    void applied(stratadeck::TimeRange range);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TimeRange range() const;
    void check();
    void apply();

    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_hint;
    QPushButton *m_apply;
};

} // namespace stratadeck
