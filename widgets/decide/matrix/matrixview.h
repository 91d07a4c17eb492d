// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace stratadeck {

class MatrixModel;
class TableTools;
class Workbench;

/// The matrix for hands and keys: arrows move, a digit begins a figure, Enter edits all of the cell, R its
/// reason, E its evidence, Delete clears it.
class MatrixView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixView)
public:
    MatrixView(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

    MatrixModel &cells() { return *m_model; }
    const QList<QAction *> &cellActions() const { return m_actions; }

Q_SIGNALS:
    /// Of the current cell.
    void cellWanted(const QString &option, const QString &criterion);
    void reasonWanted(const QString &option, const QString &criterion);
    void evidenceWanted(const QString &option, const QString &criterion);
    void refreshWanted(const QString &option, const QString &criterion);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Signal = void (MatrixView::*)(const QString &, const QString &);
    void addCellAction(const QString &name, const QString &text, const QKeySequence &key, Signal signal);
    void clearCell();
    void showActions();
    void fit();

    Workbench &m_bench;
    MatrixModel *m_model;
    QList<QAction *> m_actions;
};

} // namespace stratadeck
