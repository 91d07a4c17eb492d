// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/compare/lab/labcontext.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace stratadeck {

class Clock;
class FigureTable;
class LabChoice;
class LabRun;
class NoticeBar;
class TableTools;

/// Starts a VM and a container some times, on request only, and shows what that took. Closing it under way
/// cancels: it stays until its targets are as they were.
class LabDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabDialog)
public:
    LabDialog(const LabContext &context, const Clock &clock, QWidget *parent = nullptr);

    void reject() override;

private:
    void build();
    QWidget *buildButtons();
    void begin();
    void keep();
    void follow();
    void showKeep();
    void showRuns();
    void ended();

    LabContext m_context;
    const Clock &m_clock;
    LabRun *m_run;
    TableTools *m_tools;
    NoticeBar *m_notice;
    LabChoice *m_choice;
    QLabel *m_reason;
    QProgressBar *m_progress;
    QLabel *m_step;
    FigureTable *m_table;
    QLabel *m_result;
    QPushButton *m_start = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_keep = nullptr;
    QTimer m_pace;
    bool m_isKept = false;
    bool m_closesAtEnd = false;
};

} // namespace stratadeck
