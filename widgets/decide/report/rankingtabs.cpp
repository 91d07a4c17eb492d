// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/stackedbars.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/report/reporttabs.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QLabel>
#include <algorithm>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Best first; who has no place stands last.
std::vector<std::size_t> byScore(const DecisionReport &report, std::size_t options)
{
    std::vector<std::size_t> order(options);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t option) {
            const bool isIn = option < report.isEligible.size() && report.isEligible[option];
            return std::pair(isIn, report.scoreHigh[option]);
        };
        return key(a) > key(b);
    });
    return order;
}

QString scoreRangeText(const DecisionReport &report, std::size_t option)
{
    if (report.scores[option])
        return scoreText(report.scores[option]);
    return u"%1 – %2"_s.arg(scoreText(report.scoreLow[option]), scoreText(report.scoreHigh[option]));
}

FigureCell figureCell(const std::optional<double> &figure)
{
    return {scoreText(figure), figure};
}

QString agreementText(double agreement)
{
    const QString share = scoreText(agreement);
    if (agreement >= 0.9)
        return ReportTabs::tr("The methods agree: Kendall's W is %1.").arg(share);
    return agreement >= 0.7 ? ReportTabs::tr("The methods mostly agree: Kendall's W is %1.").arg(share)
                            : ReportTabs::tr("The methods disagree: Kendall's W is %1.").arg(share);
}

} // namespace

void ReportTabs::showRanking()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    const bool isEmpty = assessment.options.empty() || report.criteria.empty();
    m_ranking->setEmpty(
        isEmpty ? tr("Add options and criteria, and figures to the matrix: the ranking follows.") : QString());
    if (isEmpty)
        return;
    QStringList names;
    for (const WeighedCriterion &each : report.criteria)
        names.append(nameOf(each.criterion));
    std::vector<StackedBar> bars;
    QStringList head{tr("Option"), tr("Place"), tr("Score"), tr("Least"), tr("Most")};
    head += names;
    std::vector<std::vector<FigureCell>> rows;
    for (const std::size_t option : byScore(report, assessment.options.size())) {
        StackedBar bar;
        bar.label = optionName(assessment, option);
        bar.total = scoreRangeText(report, option);
        bar.isMuted = !report.isEligible[option];
        const auto parts = report.contributions.row(option);
        bar.parts.assign(parts.begin(), parts.end());
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
        bar.open = std::max(0.0, report.scoreHigh[option] - sum);
        if (report.scores[option])
            bar.open = 0;
        const std::optional<int> rank = report.ranks[option];
        std::vector<FigureCell> row{{bar.label},
                                    {rank ? QLocale().toString(*rank) : u"—"_s},
                                    figureCell(report.scores[option]),
                                    figureCell(report.scoreLow[option]),
                                    figureCell(report.scoreHigh[option])};
        for (const double part : parts)
            row.push_back(figureCell(part));
        rows.push_back(std::move(row));
        bars.push_back(std::move(bar));
    }
    m_ranking->setCaption(tr("What each criterion contributes to the score; hatched is not known yet."));
    m_bars->setBars(names, std::move(bars));
    m_rankTable->setTable(head, std::move(rows));
}

void ReportTabs::showMethods()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    QStringList head{tr("Method"), tr("First")};
    for (std::size_t option = 0; option < assessment.options.size(); ++option)
        head.append(optionName(assessment, option));
    head.append(tr("Convention"));
    std::vector<std::vector<FigureCell>> rows;
    for (const MethodRanking &method : report.methods) {
        std::vector<FigureCell> row{{methodText(method.method)}};
        row.push_back({method.winner ? optionName(assessment, *method.winner)
                                     : (method.isDefined ? tr("tie") : tr("no answer"))});
        for (std::size_t option = 0; option < assessment.options.size(); ++option) {
            const auto &score = method.scores;
            const bool has = option < score.size() && score[option].has_value();
            const std::optional<int> rank = option < method.ranks.size() ? method.ranks[option] : std::nullopt;
            //: A place and a score
            row.push_back({has && rank ? tr("%1. %2").arg(*rank).arg(scoreText(score[option]))
                                       : scoreText(has ? score[option] : std::nullopt),
                           has ? score[option] : std::nullopt});
        }
        row.push_back({conventionText(method.isDefined ? method.convention : method.reason)});
        rows.push_back(std::move(row));
    }
    m_methods->setTable(head, std::move(rows));
    m_agreement->setText(report.agreement
                             ? agreementText(*report.agreement)
                             : tr("The methods can be compared once no cell with weight is missing."));
}

} // namespace stratadeck
