// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/costmodel.h"
#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/tornadochart.h"
#include "widgets/decide/cost/cashflowchart.h"
#include "widgets/decide/cost/costpage.h"
#include "widgets/decide/cost/costtext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QLabel>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTrials = 100'000;
constexpr double kSwing = 0.2; // of a line that has no range of its own

// Of the two options that are laid against each other; what a third one costs is not needed here.
QStringList missingNames(const Assessment &assessment, const QString &target)
{
    QStringList names;
    for (const CostItem *item : missingAmounts(assessment)) {
        const bool counts =
            item->option.isEmpty() || item->option == assessment.cost.baseline || item->option == target;
        if (counts && !item->isSunk)
            names.append(plainText(item->name, 60));
    }
    return names;
}

// Its own range before a general one: what is known of a line says more.
std::vector<TornadoRange> ownRanges(const Assessment &assessment)
{
    std::vector<TornadoRange> ranges;
    for (const CostItem &item : assessment.cost.items) {
        const Estimate &amount = item.amount;
        const bool isRange = amount.kind == Estimate::Kind::Triangular || amount.kind == Estimate::Kind::Pert;
        if (isRange && amount.mode > 0)
            ranges.push_back({item.id, amount.low / amount.mode, amount.high / amount.mode});
    }
    return ranges;
}

} // namespace

void CostPage::showReport()
{
    const Assessment &assessment = m_bench->assessment();
    if (m_isShowing || !m_bench->hasOpen())
        return;
    if (assessment.cost.items.empty()) {
        showNothing(tr("No costs are known yet. Add lines, or the usual ones and their amounts."));
        return;
    }
    const QStringList names = missingNames(assessment, m_target->currentData().toString());
    if (!names.isEmpty()) {
        showNothing(
            tr("%n amount(s) are missing: %1. Nothing is reckoned until they are given or the lines are "
               "removed.",
               nullptr, static_cast<int>(names.size()))
                .arg(names.join(tr(", "))));
        return;
    }
    const Result<CostProject> project = costProjectOf(assessment, m_target->currentData().toString());
    if (!project) {
        showNothing(tr("Choose the option that staying means, and one to go to."));
        return;
    }
    const CostFigures figures = figuresOf(*project);
    showFigures(*project, figures);
    showFlows(figures);
    showTornado(*project, figures);
    showGuards(*project);
    simulateLater(*project, figures);
}

void CostPage::showNothing(const QString &advice)
{
    if (m_drawing)
        m_draws.cancel(*m_drawing);
    m_drawing.reset();
    m_advice->setText(advice);
    m_figures->setTable(costFigureHead(), {});
    m_uncertainty->setTable(costFigureHead(), {});
    m_guards->setTable({tr("To be careful with")}, {});
    m_flowPanel->setEmpty(advice);
    m_tornadoPanel->setEmpty(advice);
}

void CostPage::showFigures(const CostProject &project, const CostFigures &figures)
{
    const QString currency = m_bench->assessment().cost.currency;
    const QString npv = figureText(figures.netPresentValue, currency);
    const QString target = plainText(m_target->currentText(), 80);
    m_advice->setText(figures.netPresentValue >= 0
                          //: %1 is an option, %2 an amount of money
                          ? tr("Going to %1 pays: its net present value is %2.").arg(target, npv)
                          : tr("Going to %1 does not pay: its net present value is %2.").arg(target, npv));
    m_figures->setTable(costFigureHead(), costFigureRows(project, figures, currency));
}

void CostPage::showFlows(const CostFigures &figures)
{
    const QString currency = m_bench->assessment().cost.currency;
    m_flowPanel->setEmpty({});
    m_flowPanel->setCaption(tr("What going saves or costs each year, against staying."));
    m_flows->setFlows(figures.netFlows, currency);
    FigureRows rows;
    double sum = 0;
    for (std::size_t year = 0; year < figures.netFlows.size(); ++year) {
        sum += figures.netFlows[year];
        rows.push_back({{QLocale().toString(qulonglong(year)), double(year)},
                        {figureText(figures.netFlows[year], currency), figures.netFlows[year]},
                        {figureText(sum, currency), sum}});
    }
    m_flowTable->setTable({tr("Year"), tr("Net flow"), tr("Sum")}, std::move(rows));
}

void CostPage::showTornado(const CostProject &project, const CostFigures &figures)
{
    const Assessment &assessment = m_bench->assessment();
    std::vector<TornadoRow> bars;
    FigureRows rows;
    m_tornadoItems.clear();
    for (const TornadoBar &bar : tornadoOf(project, kSwing, ownRanges(assessment))) {
        const QString name = lineText(assessment, bar.line);
        m_tornadoItems.append(bar.line);
        bars.push_back({name, bar.low, bar.high, figureText(bar.low), figureText(bar.high)});
        rows.push_back({{name}, {figureText(bar.low), bar.low}, {figureText(bar.high), bar.high}});
    }
    m_tornadoPanel->setEmpty(bars.empty() ? tr("No line can vary.") : QString());
    m_tornadoPanel->setCaption(
        tr("The NPV when one line alone is lower or higher: by its own range, else by %1.")
            .arg(shareText(kSwing)));
    m_tornado->setRows(figures.netPresentValue, figureText(figures.netPresentValue), std::move(bars));
    m_tornadoTable->setTable({tr("Line"), tr("NPV at the low end"), tr("NPV at the high end")},
                             std::move(rows));
}

void CostPage::showGuards(const CostProject &project)
{
    const bool twice = std::ranges::any_of(m_bench->report().conditions, [](const Caution &condition) {
        return condition.kind == Caution::Kind::CostInMatrixAndModel;
    });
    FigureRows rows;
    for (const QString &guard : costGuards(m_bench->assessment(), project, twice))
        rows.push_back({{guard}});
    m_guards->setTable({tr("To be careful with")}, std::move(rows));
}

// Draws take tens of milliseconds: on a thread of their own, and only those of the latest model are shown.
void CostPage::simulateLater(const CostProject &project, const CostFigures &figures)
{
    if (m_drawing)
        m_draws.cancel(*m_drawing);
    const bool isUncertain = std::ranges::any_of(project.lines, &CostLine::isUncertain);
    if (!isUncertain) {
        m_drawing.reset();
        m_uncertainty->setTable(
            {tr("Uncertainty")},
            {{{tr("Every amount is one figure. Give some of them as least, likely and most: "
                  "then draws say how sure the result is.")}}});
        return;
    }
    const quint64 seed = m_bench->assessment().seed;
    m_drawing = m_draws.run(this, [this, project, figures, seed](const std::stop_token &) {
        const CostSimulation simulation = simulate(project, kTrials, seed);
        return [this, simulation, figures] {
            m_uncertainty->setTable(costFigureHead(),
                                    simulationRows(m_bench->assessment(), simulation, figures, kTrials));
        };
    });
}

} // namespace stratadeck
