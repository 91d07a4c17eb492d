// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/tornadochart.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/report/reporttabs.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QLabel>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString orNobody(const Assessment &assessment, const std::optional<std::size_t> &option)
{
    return option ? optionName(assessment, *option) : ReportTabs::tr("nobody");
}

} // namespace

void ReportTabs::showIntervals()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    std::vector<std::vector<FigureCell>> rows;
    for (const WeightFragility &each : report.intervals)
        rows.push_back({{nameOf(report.criteria[each.criterion].criterion)},
                        {shareText(each.weight), each.weight},
                        {shareText(each.lower), each.lower},
                        {orNobody(assessment, each.lowerChallenger)},
                        {shareText(each.upper), each.upper},
                        {orNobody(assessment, each.upperChallenger)}});
    m_intervals->setTable(
        {tr("Criterion"), tr("Weight"), tr("From"), tr("Below wins"), tr("To"), tr("Above wins")},
        std::move(rows));
}

void ReportTabs::showTornado()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    m_tornadoPanel->setEmpty(
        report.tornado.empty() || !report.verdict.margin
            ? tr("There is no lead yet that could change. Fill in the missing cells of the matrix.")
            : QString());
    if (report.tornado.empty() || !report.verdict.margin)
        return;
    std::vector<TornadoRow> bars;
    std::vector<std::vector<FigureCell>> rows;
    for (const TornadoEntry &entry : report.tornado) {
        const QString criterion = nameOf(report.criteria[entry.criterion].criterion);
        const QString label = entry.option ? u"%1 / %2"_s.arg(optionName(assessment, *entry.option), criterion)
                                           : tr("Weight of %1").arg(criterion);
        bars.push_back({label, entry.low, entry.high, scoreText(entry.low), scoreText(entry.high)});
        rows.push_back({{label}, {scoreText(entry.low), entry.low}, {scoreText(entry.high), entry.high}});
    }
    m_tornadoPanel->setCaption(
        tr("The lead of the winner when one input alone goes from its low end to its high end; below 0 another "
           "wins."));
    m_tornado->setRows(*report.verdict.margin, scoreText(report.verdict.margin), std::move(bars));
    m_tornadoTable->setTable({tr("Input"), tr("Lead at the low end"), tr("Lead at the high end")},
                             std::move(rows));
}

void ReportTabs::showCritical()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    std::vector<std::vector<FigureCell>> rows;
    for (const CriticalScore &each : report.criticalScores) {
        const Criterion &criterion = report.criteria[each.criterion].criterion;
        rows.push_back(
            {{optionName(assessment, each.option)},
             {nameOf(criterion)},
             {each.figure ? figureText(*each.figure, criterion.unit) : tr("no figure does"), each.figure},
             {each.distance ? shareText(*each.distance) : u"—"_s, each.distance},
             {orNobody(assessment, each.challenger)}});
    }
    m_critical->setTable(
        {tr("Option"), tr("Criterion"), tr("Winner changes at"), tr("Of its range away"), tr("Then wins")},
        std::move(rows));
}

void ReportTabs::showWhatIf()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    std::vector<std::vector<FigureCell>> rows;
    bool changes = false;
    const auto add = [&](const std::vector<WhatIf> &sets, const QString &text) {
        for (const WhatIf &each : sets) {
            changes = changes || each.changesWinner;
            rows.push_back({{text.arg(optionName(assessment, each.option))},
                            {orNobody(assessment, each.winner)},
                            {each.changesWinner ? tr("changes") : tr("stays")},
                            {orNobody(assessment, each.topsisWinner)},
                            {each.changesTopsisWinner ? tr("changes") : tr("stays")}});
        }
    };
    //: %1 is an option
    add(report.leaveOneOut, tr("Without %1"));
    //: %1 is an option
    add(report.addCopy, tr("With a copy of %1"));
    m_whatIfNote->setText(changes ? tr("Leaving out an option changes who wins: look at that option again.")
                                  : tr("The winner does not hang on which other options are in the set."));
    m_whatIfNote->setVisible(!rows.empty());
    m_whatIf->setTable({tr("Set"), tr("Winner"), tr("Changed"), tr("Winner by TOPSIS"), tr("Changed there")},
                       std::move(rows));
}

} // namespace stratadeck
