// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/statisticsmodel.h"

#include <QTimer>
#include <QTreeView>

QT_FORWARD_DECLARE_CLASS(QSortFilterProxyModel)

namespace stratadeck {

/// The figures below a chart, a row a line; sorted by any column. Ctrl+C copies the selected rows (all
/// when none is selected) with the heads, tabs between cells. It is as high as its rows, up to a limit.
class StatisticsTable final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatisticsTable)
public:
    explicit StatisticsTable(QWidget *parent = nullptr);

    /// `title` is the chart's; screen readers hear it.
    void setContent(const QString &title, std::vector<StatisticsRow> rows);
    const StatisticsModel &figures() const { return *m_model; }
    /// What Ctrl+C copies.
    QString copyText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copy() const;
    void showNames();
    void showHeight();
    int contentHeight() const;

    StatisticsModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTimer m_fit;
};

} // namespace stratadeck
