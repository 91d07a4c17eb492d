// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace stratadeck {

struct Theme;

/// A chart that is painted by hand and can be focused; its figures stand in a table beside it, which
/// accessible descriptions sum up.
class FigureChart : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureChart)
public:
    explicit FigureChart(const QString &name, QWidget *parent = nullptr);

    /// What is under the cursor, as plain text.
    virtual QString toolTipAt(QPoint position) const = 0;

protected:
    virtual void draw(QPainter &painter, const Theme &theme) = 0;

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

    /// Height of a row with its text.
    int rowHeight() const;
    /// Room for the longest of these, at most a third of the width.
    int labelWidth(const QStringList &labels) const;
};

} // namespace stratadeck
