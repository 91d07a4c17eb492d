// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/decisionreport.h"

#include <QAbstractTableModel>
#include <vector>

namespace stratadeck {

class Workbench;

/// The decision matrix: a row a criterion, a column an option. What a cell is made of stands behind roles; its
/// text says all of it, for screen readers and the clipboard.
class MatrixModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixModel)
public:
    enum Role {
        FigureRole = Qt::UserRole, ///< "12 ms"; empty when missing
        SourceRole,                ///< Source as int
        NoteRole,                  ///< "measured · 3 d · 80 %"
        WarningRole,               ///< "stale", "no reason"; empty when all is well
        GateRole,                  ///< GateResult::State as int; -1 without a must-have
        RangeRole,                 ///< whether the figure is not one figure
        BarRole                    ///< value between the anchors 0..1; none when missing
    };

    MatrixModel(Workbench &bench, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QString optionId(const QModelIndex &index) const;
    QString criterionId(const QModelIndex &index) const;
    /// Words and figures, the head first.
    std::vector<QStringList> table() const;

private:
    /// What is painted of a cell, made once when the assessment changes.
    struct Shown {
        QString figure;
        QString note;
        QString warning;
        QString reason;
        Source source{};
        int gate = -1;
        bool isRange = false;
        std::optional<double> bar;
        std::optional<double> number; ///< central, as somebody would edit it
        bool operator==(const Shown &) const = default;
    };
    void follow();
    Shown shownOf(std::size_t option, std::size_t criterion) const;
    const Shown &at(const QModelIndex &index) const;
    QString rowHead(std::size_t criterion) const;
    QString columnHead(std::size_t option) const;

    Workbench &m_bench;
    QStringList m_rowHeads;
    QStringList m_columnHeads;
    QStringList m_criteria;
    QStringList m_options;
    std::vector<Shown> m_cells;
};

} // namespace stratadeck
