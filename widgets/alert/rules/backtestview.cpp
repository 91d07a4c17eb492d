// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/backtestview.h"

#include "models/alert/rules/rulecheck.h"
#include "models/base/csv.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "widgets/alert/rules/backtestmodel.h"
#include "widgets/chart/timechart.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/filesaver.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <algorithm>

// What is asked and shown; backtestlayout.cpp puts the parts together.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPercent = 100;

QString signOf(Comparison comparison)
{
    for (const QLatin1StringView sign : {">="_L1, "<="_L1, "=="_L1, "!="_L1, ">"_L1, "<"_L1}) {
        if (comparisonOf(sign) == comparison)
            return sign;
    }
    return {};
}

std::vector<ChartLevel> levelsOf(const RuleDefinition &rule, const QLocale &locale)
{
    const Unit unit = unitOf(rule.clause);
    const auto words = [&](double value) { return formatValue(value, unit, locale); };
    std::vector<ChartLevel> levels{
        {rule.clause.threshold,
         //: Beside a line in a chart; %1 is a sign such as >, %2 a value
         BacktestView::tr("fires %1 %2").arg(signOf(rule.clause.comparison), words(rule.clause.threshold)),
         true}};
    if (rule.clear && *rule.clear != rule.clause.threshold)
        //: Beside a line in a chart; %1 is a value
        levels.push_back({*rule.clear, BacktestView::tr("clears at %1").arg(words(*rule.clear)), false});
    return levels;
}

} // namespace

TimeRange BacktestView::range() const
{
    const int hours = m_range->currentData().toInt();
    if (hours > 0) {
        const TimePoint now = m_clock.now();
        return {now - std::chrono::hours(hours), now};
    }
    return {fromMillis(m_from->dateTime().toMSecsSinceEpoch()),
            fromMillis(m_to->dateTime().toMSecsSinceEpoch())};
}

void BacktestView::showRange()
{
    const bool isChosen = m_range->currentData().toInt() == 0;
    m_from->setVisible(isChosen);
    m_to->setVisible(isChosen);
    showRunning();
}

void BacktestView::setRule(const RuleDefinition &rule, const std::optional<QString> &problem)
{
    m_rule = rule;
    m_problem = problem;
    showRunning();
    showStale();
}

void BacktestView::clear()
{
    m_runner->cancel();
    m_hasAnswer = false;
    m_notice->clear();
    m_summary->clear();
    m_summary->hide();
    m_entities->setEntities({});
    m_firings->setIncidents({}, Unit::None);
    showNothing(u"table"_s, tr("Try the rule before it is in force."),
                tr("It is judged over the recorded history as it would have been at the time."));
    showRunning();
}

void BacktestView::run()
{
    if (!m_run->isEnabled())
        return;
    m_notice->clear();
    m_runner->start({m_rule, range()});
    showRunning();
}

void BacktestView::showRunning()
{
    const bool isRunning = m_runner->isRunning();
    const bool isRange = range().from < range().to;
    const bool isExternal = !m_rule.external.isEmpty();
    const QString reason = m_problem    ? *m_problem
                           : isExternal ? tr("Prometheus judges this rule, so it cannot be tried here.")
                           : !isRange   ? tr("The end must lie after the start.")
                                        : QString();
    m_run->setEnabled(!isRunning && reason.isEmpty());
    m_run->setStatusTip(reason);
    m_run->setToolTip(reason.isEmpty() ? tr("Judge the rule over the recorded history.") : reason);
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    const bool any = m_hasAnswer && m_firings->rowCount() > 0;
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
}

/// What is shown must not be taken for what the rule says now.
void BacktestView::showStale()
{
    if (!m_hasAnswer || !m_runner->answered())
        return;
    // Its name and its words change nothing of when it fires.
    const auto judged = [](RuleDefinition rule) {
        rule.name.clear();
        rule.summary.clear();
        rule.description.clear();
        rule.reason.clear();
        rule.severity = {};
        rule.isOn = true;
        return rule;
    };
    if (judged(m_runner->answered()->rule) == judged(m_rule))
        m_notice->clear();
    else
        m_notice->showNotice(NoticeBar::Severity::Warning,
                             tr("The rule has changed since: what is shown is of the rule as it was."),
                             tr("Try again"));
}

void BacktestView::showAnswer(const Backtest &answer)
{
    const BacktestResult &result = answer.results.front();
    m_hasAnswer = true;
    const RuleDefinition &rule = m_runner->answered()->rule;
    m_firings->setIncidents(result.incidents, unitOf(rule.clause));
    m_entities->setEntities(entitiesOf(result));
    showSummary(result, answer);
    showStale();
    showRunning();
    if (m_entities->rowCount() == 0) {
        showNothing(u"table"_s, tr("The history knows nothing that this rule is for."),
                    tr("Look at its conditions, or record first."));
    } else {
        m_chart->setTitle(QString());
        m_chart->setLevels(levelsOf(rule, QLocale()));
        m_chart->setContents({}, m_runner->answered()->range);
        m_stack->setCurrentWidget(m_result);
        m_entityList->setCurrentIndex(m_sortedEntities->index(0, 0)); // charts it
    }
    Q_EMIT finished();
}

void BacktestView::showSummary(const BacktestResult &result, const Backtest &answer)
{
    const QLocale locale;
    const auto fired = static_cast<int>(result.incidents.size());
    const auto entities = static_cast<int>(
        std::ranges::count_if(m_entities->entities(), [](const BacktestEntity &one) { return one.fired > 0; }));
    QStringList parts;
    if (fired == 0)
        parts.append(tr("It would not have fired."));
    else
        //: %1 is a length of time; it fired on %2 of %3 VMs, disks and so on
        parts.append(tr("It would have fired %n time(s), for %1 altogether, on %2 of %3.", nullptr, fired)
                         .arg(formatDuration(result.firing, locale), locale.toString(entities),
                              locale.toString(m_entities->rowCount())));
    parts.append(tr("Near misses: %1.").arg(locale.toString(result.nearMisses)));
    if (result.noDataShare)
        //: %1 is a share in percent
        parts.append(tr("Unknown for %1 of the time.")
                         .arg(formatValue(*result.noDataShare * kPercent, Unit::Percent, locale)));
    if (result.asksForUnrecorded)
        parts.append(
            tr("It asks for something that the history does not keep, so the rule may fire more often."));
    parts.append(answer.detail == HistoryFeed::Detail::Minutes ? tr("Judged by minutes.")
                                                               : tr("Judged by every sample."));
    m_summary->setText(parts.join(u' '));
    m_summary->show();
}

void BacktestView::showNothing(const QString &icon, const QString &title, const QString &advice)
{
    m_empty->setContent(icon, title, advice);
    m_empty->setActions({m_run});
    m_stack->setCurrentWidget(m_empty);
}

void BacktestView::showFailure(const Error &error)
{
    showRunning();
    if (error.kind == Error::Kind::Cancelled)
        return;
    const bool isMissing = error.kind == Error::Kind::NotFound;
    m_notice->showNotice(NoticeBar::Severity::Problem,
                         isMissing ? tr("There is no history yet. The rule can be tried once something has "
                                        "been recorded.")
                                   : errorText(error));
    Q_EMIT finished();
}

void BacktestView::chooseEntity()
{
    const QModelIndex index = m_sortedEntities->mapToSource(m_entityList->currentIndex());
    if (!index.isValid())
        return;
    const BacktestEntity &entity = m_entities->entities()[static_cast<std::size_t>(index.row())];
    const RuleDefinition &rule = m_runner->answered()->rule;
    const QString figure = toWord(rule.clause.function) + u'(' + toWord(rule.clause.subject) + u')';
    m_chart->setTitle(entity.place + u" – "_s + figure);
    m_chart->setUnit(unitOf(rule.clause));
    std::vector<ChartSpan> spans;
    for (const BacktestIncident &incident : m_firings->incidents()) {
        if (incident.key != entity.key || incident.instance != entity.instance)
            continue;
        for (const TimeRange &span : incident.spans)
            //: At the cursor of a chart: the rule would have fired then; %1 is for how long
            spans.push_back({span, tr("firing for %1").arg(formatDuration(span.length(), QLocale()))});
    }
    m_chart->setSpans(std::move(spans));
    if (entity.key.isEmpty()) {
        m_chart->setPlaceholder(tr("What happens to sources is not recorded."));
        return;
    }
    m_chart->setPlaceholder(tr("Reading…"));
    m_chart->setSeries({});
    m_runner->trace(entity.key, entity.instance);
}

/// The firing's entity is charted, with the cursor at its beginning.
void BacktestView::chooseFiring()
{
    const QModelIndex index = m_sortedFirings->mapToSource(m_firingList->currentIndex());
    if (!index.isValid())
        return;
    const BacktestIncident &incident = m_firings->incidents()[static_cast<std::size_t>(index.row())];
    const int row = m_entities->rowOf(incident.key, incident.instance);
    if (row >= 0)
        m_entityList->setCurrentIndex(m_sortedEntities->mapFromSource(m_entities->index(row, 0)));
    m_chart->setCursorTime(incident.from);
}

void BacktestView::showTrace(const QString &key, const QString &instance,
                             const std::shared_ptr<const Series> &series)
{
    const RuleDefinition &rule = m_runner->answered()->rule;
    m_chart->setPlaceholder(tr("Nothing is known of it in this time."));
    m_chart->setSeries({{m_chart->title(), key + instance, unitOf(rule.clause), series, 0, false}});
}

QStringList BacktestView::head() const
{
    QStringList cells;
    for (int column = 0; column < FiringModel::ColumnCount; ++column)
        cells.append(m_firings->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return cells;
}

void BacktestView::copy() const
{
    QModelIndexList rows = m_firingList->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (int row = 0;
         m_firingList->selectionModel()->selectedRows().isEmpty() && row < m_sortedFirings->rowCount(); ++row)
        rows.append(m_sortedFirings->index(row, 0));
    QStringList lines{head().join(u'\t')};
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < FiringModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void BacktestView::exportCsv()
{
    std::vector<QStringList> table{head()};
    for (int row = 0; row < m_sortedFirings->rowCount(); ++row)
        table.push_back(
            m_firings->exactCells(m_sortedFirings->mapToSource(m_sortedFirings->index(row, 0)).row()));
    const FileSaver::Kind csv{u"csv"_s, tr("CSV tables (*.csv)")};
    m_saver->save(csv, tr("Back-test"), [table = std::move(table)] { return csvTable(table); });
}

} // namespace stratadeck
