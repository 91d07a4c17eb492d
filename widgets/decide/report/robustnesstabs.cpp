// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"
#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/heatmap.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/report/reporttabs.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

void ReportTabs::showRobustness()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    const auto &robust = m_bench.robustness();
    // Draws of a moment ago do not fit a matrix that has just got another shape.
    const bool fits = robust && robust->rankAcceptability.rows() == assessment.options.size();
    m_heatPanel->setEmpty(fits ? QString() : tr("Add options and criteria: draws need at least one of each."));
    if (!fits)
        return;
    QStringList options;
    QStringList ranks;
    for (std::size_t option = 0; option < assessment.options.size(); ++option) {
        options.append(optionName(assessment, option));
        //: A place in a ranking
        ranks.append(tr("%1.").arg(option + 1));
    }
    std::vector<std::vector<FigureCell>> rows;
    std::vector<std::vector<FigureCell>> central;
    for (std::size_t option = 0; option < robust->rankAcceptability.rows(); ++option) {
        std::vector<FigureCell> row{{options[static_cast<qsizetype>(option)]}};
        for (const double share : robust->rankAcceptability.row(option))
            row.push_back({shareText(share), share});
        rows.push_back(std::move(row));
        const auto &weights = robust->centralWeights[option];
        std::vector<FigureCell> line{{options[static_cast<qsizetype>(option)]}};
        line.push_back(robust->confidence[option]
                           ? FigureCell{shareText(*robust->confidence[option]), *robust->confidence[option]}
                           : FigureCell{tr("never first")});
        for (std::size_t criterion = 0; weights && criterion < weights->size(); ++criterion)
            line.push_back({shareText((*weights)[criterion]), (*weights)[criterion]});
        central.push_back(std::move(line));
    }
    m_heatPanel->setCaption(tr("In what share of %1 draws an option takes each place (seed %2).")
                                .arg(QLocale().toString(robust->draws), QLocale::c().toString(robust->seed)));
    m_heat->setShares(options, ranks, robust->rankAcceptability);
    m_heatTable->setTable(QStringList{tr("Option")} + ranks, std::move(rows));
    QStringList head{tr("Chosen by someone who weighs"), tr("Confidence")};
    for (const WeighedCriterion &each : report.criteria)
        head.append(nameOf(each.criterion));
    m_central->setTable(head, std::move(central));
    showInformation();
}

void ReportTabs::showInformation()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    const auto &robust = m_bench.robustness();
    if (m_bench.isTrying())
        return; // reckoned when the slider rests
    std::vector<std::vector<FigureCell>> rows;
    for (const InformationValue &each : robust->informationValues) {
        if (each.option >= assessment.options.size() || each.criterion >= report.criteria.size())
            continue;
        rows.push_back({{optionName(assessment, each.option)},
                        {nameOf(report.criteria[each.criterion].criterion)},
                        {shareText(each.gain), each.gain}});
    }
    m_information->setTable({tr("Option"), tr("Criterion"), tr("Raises the chance to choose rightly by")},
                            std::move(rows));
}

} // namespace stratadeck
