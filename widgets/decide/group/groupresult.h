// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/groupscoring.h"

#include <QWidget>

class QPushButton;

namespace stratadeck {

class FigureTable;
class TableTools;
class Workbench;

/// What everybody said of each cell, the largest disagreement first, and what they agree upon.
class GroupResult final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupResult)
public:
    GroupResult(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

    /// Of the revealed round of the assessment as it is now.
    void follow();

private:
    void takeOver(bool all);

    Workbench &m_bench;
    std::vector<CellSpread> m_spreads; ///< rows
    FigureTable *m_table;
    QPushButton *m_takeOne;
    QPushButton *m_takeAll;
};

} // namespace stratadeck
