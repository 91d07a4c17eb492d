// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/workbench.h"

namespace stratadeck {

namespace {

constexpr std::chrono::minutes kAgePace{1};
constexpr int kLiveDraws = 20'000; // while a slider moves; all of them as soon as it rests

} // namespace

Workbench::Workbench(AssessmentDesk &desk, HistoryService &history, const Clock &clock, QString who,
                     QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_history(history)
    , m_clock(clock)
    , m_who(std::move(who))
{
    connect(&desk, &AssessmentDesk::changed, this, &Workbench::takeOver);
    connect(&desk, &AssessmentDesk::failed, this, &Workbench::failed);
    m_age.setInterval(kAgePace);
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (hasOpen() && !m_isTrying)
            reckon();
    });
    m_age.start();
    if (desk.hasOpen())
        takeOver();
}

bool Workbench::canEdit() const
{
    return hasOpen() && !m_isReadOnly && m_desk.log().canChange();
}

void Workbench::setReadOnly(bool readOnly)
{
    if (readOnly == m_isReadOnly)
        return;
    m_isReadOnly = readOnly;
    Q_EMIT shown();
}

void Workbench::setWeightView(WeightView view)
{
    m_weightView = view;
    draw();
}

void Workbench::setWantsRobustness(bool wants)
{
    m_wantsRobustness = wants;
    if (wants && hasOpen())
        draw();
}

void Workbench::takeOver()
{
    m_isTrying = false;
    if (hasOpen() && m_openId != m_desk.state().id) {
        m_openId = m_desk.state().id;
        m_robustness.reset();
        m_robustnessError.reset();
    }
    reckon();
}

void Workbench::reckon()
{
    m_report = reportOf(assessment(), m_clock.now());
    Q_EMIT shown();
    draw();
}

void Workbench::tryOut(const Assessment &next)
{
    if (!canEdit())
        return;
    m_tried = next;
    m_isTrying = true;
    reckon();
}

void Workbench::settle(const QString &why)
{
    if (m_isTrying)
        commit(Assessment(m_tried), why);
}

void Workbench::dropTrial()
{
    if (!m_isTrying)
        return;
    m_isTrying = false;
    reckon();
}

bool Workbench::commit(const Assessment &next, const QString &why)
{
    const Result<> done = m_desk.commit(next, why);
    if (m_isTrying)
        dropTrial(); // refused, or the same as what is stored
    if (!done)
        Q_EMIT failed(done.error());
    return done.has_value();
}

bool Workbench::canUndo() const
{
    return canEdit() && (m_isTrying || m_desk.log().canUndo());
}

bool Workbench::canRedo() const
{
    return canEdit() && m_desk.log().canRedo();
}

void Workbench::undo()
{
    settle();
    if (!canUndo())
        return;
    if (const Result<> done = m_desk.undo(); !done)
        Q_EMIT failed(done.error());
}

void Workbench::redo()
{
    if (!canRedo())
        return;
    if (const Result<> done = m_desk.redo(); !done)
        Q_EMIT failed(done.error());
}

// One question at a time: a new one would cancel the one before, and a slider that moves would never see any.
void Workbench::draw()
{
    m_mustDraw = true;
    if (m_isDrawing || !m_wantsRobustness || !hasOpen())
        return;
    m_mustDraw = false;
    m_isDrawing = true;
    RobustnessSettings settings;
    settings.weights = m_weightView;
    settings.wantsValueOfInformation = !m_isTrying;
    if (m_isTrying)
        settings.draws = kLiveDraws;
    m_desk.robustness(assessment(), settings, this,
                      [this](Result<RobustnessReport> report) { drawn(std::move(report)); });
}

void Workbench::drawn(Result<RobustnessReport> report)
{
    m_isDrawing = false;
    if (report) {
        m_robustness = std::move(*report);
        m_robustnessError.reset();
    } else {
        m_robustness.reset();
        m_robustnessError = report.error();
    }
    Q_EMIT robustnessShown();
    if (m_mustDraw)
        draw();
}

} // namespace stratadeck
