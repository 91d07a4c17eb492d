// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/history/historyreader.h"
#include "widgets/decide/compare/lab/labcontext.h"
#include "widgets/decide/table/figuremodel.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace stratadeck {

class FigureTable;
class HistoryService;
class LabDialog;
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

    /// From now on start times can be measured here.
    void setLab(const LabContext &context);
    void load();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showClaims();
    void showMeasurements(const Result<Measurements> &found);
    /// What the open assessment keeps of a lab.
    std::vector<std::vector<FigureCell>> labMeasurements() const;
    void openLab();

    HistoryService &m_history;
    const Clock &m_clock;
    TableTools *m_tools;
    NoticeBar *m_notice;
    QComboBox *m_window;
    QComboBox *m_host;
    QLabel *m_summary;
    QPushButton *m_openLab;
    FigureTable *m_claims;
    FigureTable *m_measured;
    std::optional<LabContext> m_context;
    QPointer<LabDialog> m_lab;
    int m_asked = 0;
};

} // namespace stratadeck
