// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/history/historyreader.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace stratadeck {

class FigureTable;
class HistoryService;
class NoticeBar;
class TableTools;
struct Measurements;

/// What the analysis claims of VM, container and hybrid, beside what was measured on our hosts.
class ComparePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePage)
public:
    ComparePage(HistoryService &history, const Clock &clock, QWidget *parent = nullptr);

    void load();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showClaims();
    void showMeasurements(const Result<Measurements> &found);

    HistoryService &m_history;
    const Clock &m_clock;
    TableTools *m_tools;
    NoticeBar *m_notice;
    QComboBox *m_window;
    QComboBox *m_host;
    QLabel *m_summary;
    FigureTable *m_claims;
    FigureTable *m_measured;
    int m_asked = 0;
};

} // namespace stratadeck
