// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/base/result.h"
#include "models/cost/project.h"

#include <QWidget>
#include <optional>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace stratadeck {

class ActionRegistry;
class AssessmentDesk;
class CashFlowChart;
class ChartPanel;
class Clock;
class EmptyState;
class FigureTable;
class HistoryService;
class NoticeBar;
class TableTools;
class TornadoChart;
class Workbench;

/// What staying costs against going: lines by option, and what they come to, exactly and as far as it is known.
class CostPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostPage)
public:
    CostPage(AssessmentDesk &desk, HistoryService &history, const Clock &clock, const QString &who,
             QWidget *parent = nullptr);

    void registerActions(ActionRegistry &registry);
    void setReadOnly(bool readOnly);
    Workbench &bench() { return *m_bench; }

Q_SIGNALS:
    /// No assessment is open: they are on the Decide page.
    void assessmentsWanted();

private:
    QWidget *buildModel();
    QWidget *buildLines();
    QTabWidget *buildReports();
    QAction *make(const QString &name, const QString &icon, const QString &text);
    QToolButton *toolButton(QAction *action, QWidget *parent);
    void follow();
    void showModel();
    void showActions();
    void showReport();
    void showNothing(const QString &advice);
    void showGuards(const CostProject &project);
    void showFigures(const CostProject &project, const CostFigures &figures);
    void showFlows(const CostFigures &figures);
    void showTornado(const CostProject &project, const CostFigures &figures);
    void simulateLater(const CostProject &project, const CostFigures &figures);
    void editModel();
    void editItem();
    void addUsual();
    void removeItem();
    QString currentItem() const;

    Workbench *m_bench;
    TableTools *m_tools;
    NoticeBar *m_notice;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QAction *m_open;
    QAction *m_add;
    QAction *m_edit;
    QAction *m_remove;
    QAction *m_usual;
    QAction *m_undo;
    QAction *m_redo;
    QLabel *m_title = nullptr;
    QComboBox *m_baseline = nullptr;
    QComboBox *m_target = nullptr;
    QDoubleSpinBox *m_rate = nullptr;
    QLineEdit *m_rateReason = nullptr;
    QSpinBox *m_years = nullptr;
    QComboBox *m_timing = nullptr;
    QLineEdit *m_currency = nullptr;
    FigureTable *m_lines = nullptr;
    QLabel *m_advice = nullptr;
    QTabWidget *m_reports = nullptr;
    FigureTable *m_figures = nullptr;
    FigureTable *m_flowTable = nullptr;
    CashFlowChart *m_flows = nullptr;
    ChartPanel *m_flowPanel = nullptr;
    TornadoChart *m_tornado = nullptr;
    FigureTable *m_tornadoTable = nullptr;
    ChartPanel *m_tornadoPanel = nullptr;
    FigureTable *m_uncertainty = nullptr;
    FigureTable *m_guards = nullptr;
    QStringList m_tornadoItems; // of its rows
    JobQueue m_draws{1};
    std::optional<JobQueue::JobId> m_drawing;
    bool m_isShowing = false;
};

} // namespace stratadeck
