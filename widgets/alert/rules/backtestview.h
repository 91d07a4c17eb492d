// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "widgets/alert/rules/backtestrun.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace stratadeck {

class BacktestEntityModel;
class EmptyState;
class FileSaver;
class FiringModel;
class NoticeBar;
class TimeChart;

/// When a rule would have fired over the recorded history: counts by entity, the figure of one of them with the
/// times at which it fired, and each of these times as a table.
class BacktestView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BacktestView)
public:
    /// `path`: the history's file.
    BacktestView(HistoryService &history, const QString &path, const Clock &clock, QWidget *parent = nullptr);

    /// The rule that is being written. `problem`: why it cannot be judged; none when it can.
    void setRule(const RuleDefinition &rule, const std::optional<QString> &problem);
    /// Forgets what was found.
    void clear();
    /// The range that is chosen now.
    TimeRange range() const;
    void run();
    QAction *runAction() const { return m_run; }

Q_SIGNALS:
    void finished(); ///< an answer is shown, or why there is none

private:
    void buildBar();
    void buildResult();
    QTreeView *buildTable(const QString &name, const QString &accessibleName, QSortFilterProxyModel &proxy);
    void showRange();
    void showRunning();
    void showAnswer(const Backtest &answer);
    void showFailure(const Error &error);
    void showSummary(const BacktestResult &result, const Backtest &answer);
    void showNothing(const QString &icon, const QString &title, const QString &advice);
    void showStale();
    void chooseEntity();
    void chooseFiring();
    void showTrace(const QString &key, const QString &instance, const std::shared_ptr<const Series> &series);
    void copy() const;
    void exportCsv();
    QStringList head() const;

    const Clock &m_clock;
    BacktestRun *m_runner;
    RuleDefinition m_rule;
    std::optional<QString> m_problem;
    BacktestEntityModel *m_entities;
    FiringModel *m_firings;
    QSortFilterProxyModel *m_sortedEntities;
    QSortFilterProxyModel *m_sortedFirings;
    QComboBox *m_range;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QAction *m_run;
    QAction *m_copy;
    QAction *m_export;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    NoticeBar *m_notice;
    QLabel *m_summary;
    EmptyState *m_empty;
    QWidget *m_result;
    QStackedWidget *m_stack;
    TimeChart *m_chart;
    QTreeView *m_entityList;
    QTreeView *m_firingList;
    FileSaver *m_saver;
    bool m_hasAnswer = false;
};

} // namespace stratadeck
