// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/severity.h"

#include <QWidget>
#include <array>

class QLabel;
class QListView;

namespace stratadeck {

class BoardColumn;
class BoardModel;

/// The board: a column of cards for each severity. Left and Right lead from one to the next, Up and Down from
/// card to card, Return opens one. Cards of one column can be selected together.
class BoardView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BoardView)
public:
    explicit BoardView(BoardModel &model, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    void setShowsHidden(bool shows);
    int hiddenCount() const;

    /// Rows of the model, the current one first.
    std::vector<int> selectedRows() const;
    /// A row of the model.
    void select(int row);
    void addCardActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void selectionChanged();
    void opened(); ///< Return or a double click

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Column {
        QLabel *head = nullptr;
        QListView *list = nullptr;
        BoardColumn *cards = nullptr;
    };
    QWidget *buildColumn(Severity severity);
    void showCounts();
    void takeSelection(int column);
    bool goSideways(int from, int step);

    BoardModel &m_model;
    std::array<Column, 4> m_columns;
    int m_current = 0;
    bool m_isSelecting = false;
};

} // namespace stratadeck
