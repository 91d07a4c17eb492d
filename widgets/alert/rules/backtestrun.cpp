// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/backtestrun.h"

#include "models/history/historyreader.h"
#include "models/judge/ruletrace.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

BacktestRun::BacktestRun(HistoryService &history, QString path, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_path(std::move(path))
{
    m_look.setInterval(std::chrono::milliseconds(100));
    connect(&m_look, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_share->load()); });
}

BacktestRun::~BacktestRun()
{
    cancel();
    cancelTrace();
}

void BacktestRun::start(const Request &request)
{
    cancel();
    cancelTrace();
    m_share = std::make_shared<std::atomic<double>>(0);
    // A rule that is off is judged all the same: it is not in force yet. It need not have a name either.
    RuleDefinition rule = request.rule;
    rule.isOn = true;
    if (rule.name.trimmed().isEmpty())
        rule.name = u"rule"_s;
    const auto work = [rule, range = request.range, path = m_path,
                       share = m_share](const HistoryReader &reader, const std::stop_token &stop) {
        return backtest({rule}, reader, range, {}, recordedTags(path, reader), stop,
                        [&share](double done) { share->store(done); });
    };
    m_job = m_history.run<Backtest>(this, work, [this, request](Result<Backtest> answer) {
        m_job.reset();
        m_look.stop();
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_answered = request;
        m_detail = answer->detail;
        Q_EMIT finished(*answer);
    });
    m_look.start();
    Q_EMIT progressed(0);
}

void BacktestRun::cancel()
{
    if (!m_job)
        return;
    m_history.cancel(*m_job);
    m_job.reset();
    m_look.stop();
}

void BacktestRun::cancelTrace()
{
    if (m_traceJob)
        m_history.cancel(*m_traceJob);
    m_traceJob.reset();
}

void BacktestRun::trace(const QString &key, const QString &instance)
{
    cancelTrace();
    if (!m_answered)
        return;
    RuleTraceRequest request{m_answered->rule, key, instance, m_answered->range, m_detail};
    const auto work = [request, path = m_path](const HistoryReader &reader, const std::stop_token &stop) {
        return traceRule(request, reader, recordedTags(path, reader), stop);
    };
    m_traceJob = m_history.run<Series>(this, work, [this, key, instance](Result<Series> series) {
        m_traceJob.reset();
        if (series)
            Q_EMIT traced(key, instance, std::make_shared<const Series>(std::move(*series)));
        else
            Q_EMIT traceFailed(series.error());
    });
}

} // namespace stratadeck
