// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessmentdesk.h"
#include "models/assess/decisionreport.h"
#include "models/base/clock.h"

#include <QObject>
#include <QTimer>

namespace stratadeck {

class HistoryService;

/// The open assessment as a page shows it: what is stored, or what somebody is just trying out with a slider.
/// Everything that needs no draws is reckoned at once; draws follow as fast as they can be made. Window thread.
class Workbench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workbench)
public:
    Workbench(AssessmentDesk &desk, HistoryService &history, const Clock &clock, QString who,
              QObject *parent = nullptr);

    AssessmentDesk &desk() { return m_desk; }
    HistoryService &history() { return m_history; }
    const Clock &clock() const { return m_clock; }
    /// Who changes are made by.
    const QString &who() const { return m_who; }

    bool hasOpen() const { return m_desk.hasOpen(); }
    /// Something is open, neither frozen nor archived, and the file may be written.
    bool canEdit() const;
    void setReadOnly(bool readOnly);

    const Assessment &assessment() const { return m_isTrying ? m_tried : m_desk.state(); }
    const DecisionReport &report() const { return m_report; }
    /// Of a state that may be a moment old; none until the first draws are done.
    const std::optional<RobustnessReport> &robustness() const { return m_robustness; }
    const std::optional<Error> &robustnessError() const { return m_robustnessError; }
    WeightView weightView() const { return m_weightView; }
    void setWeightView(WeightView view);
    /// Draws are made only where somebody looks at them.
    void setWantsRobustness(bool wants);

    /// Shows it without storing it. Replaces what was tried before.
    void tryOut(const Assessment &next);
    bool isTrying() const { return m_isTrying; }
    /// Stores what is tried, as one change.
    void settle(const QString &why = {});
    void dropTrial();

    /// Stores it. False, with failed(), when the rules forbid it.
    bool commit(const Assessment &next, const QString &why = {});
    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;

Q_SIGNALS:
    /// The assessment or what follows from it is another.
    void shown();
    void robustnessShown();
    void failed(const stratadeck::Error &error);

private:
    void takeOver();
    void reckon();
    void draw();
    void drawn(Result<RobustnessReport> report);

    AssessmentDesk &m_desk;
    HistoryService &m_history;
    const Clock &m_clock;
    QString m_who;
    Assessment m_tried;
    DecisionReport m_report;
    std::optional<RobustnessReport> m_robustness;
    std::optional<Error> m_robustnessError;
    WeightView m_weightView = WeightView::Open;
    QString m_openId;
    QTimer m_age; // evidence grows old while the page is open
    bool m_isTrying = false;
    bool m_isReadOnly = false;
    bool m_wantsRobustness = false;
    bool m_isDrawing = false;
    bool m_mustDraw = false;
};

} // namespace stratadeck
