// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QComboBox;
class QLabel;

namespace stratadeck {

class ChartPanel;
class FigureTable;
class HeatMap;
class StackedBars;
class TableTools;
class TornadoChart;
class Workbench;

/// What follows from the matrix, a tab each: ranking, methods, and how much could change before another wins.
class ReportTabs final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportTabs)
public:
    ReportTabs(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

    void showConditions();

Q_SIGNALS:
    /// A bar or a line was chosen that hangs on this cell or, without an option, on this weight.
    void inputWanted(int option, int criterion);

private:
    QWidget *buildMethods(TableTools &tools);
    QWidget *buildWhatIf(TableTools &tools);
    QWidget *buildRobustness(TableTools &tools);
    void follow();
    void showRanking();
    void showMethods();
    void showTornado();
    void showCritical();
    void showIntervals();
    void showWhatIf();
    void showConditionList();
    void showRobustness();
    void showInformation();

    Workbench &m_bench;
    StackedBars *m_bars;
    FigureTable *m_rankTable;
    ChartPanel *m_ranking;
    FigureTable *m_methods;
    QLabel *m_agreement;
    TornadoChart *m_tornado;
    FigureTable *m_tornadoTable;
    ChartPanel *m_tornadoPanel;
    FigureTable *m_intervals;
    FigureTable *m_critical;
    FigureTable *m_whatIf;
    QLabel *m_whatIfNote;
    HeatMap *m_heat;
    FigureTable *m_heatTable;
    ChartPanel *m_heatPanel;
    QComboBox *m_view;
    FigureTable *m_central;
    FigureTable *m_information;
    FigureTable *m_conditions;
};

} // namespace stratadeck
