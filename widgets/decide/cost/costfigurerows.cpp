// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/cost/costtext.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

QString percentText(const std::optional<double> &percent)
{
    return percent ? shareText(*percent / 100) : Tr::tr("not defined");
}

QString yearsText(const std::optional<double> &years, std::size_t within)
{
    return years ? Tr::tr("%1 years").arg(figureText(*years))
                 : Tr::tr("not within %1 years").arg(QLocale().toString(qulonglong(within)));
}

std::vector<FigureCell> rateRow(const CostProject &, const CostFigures &figures)
{
    const QString name = Tr::tr("Internal rate of return (IRR)");
    if (figures.internalRate)
        return {{name},
                {shareText(*figures.internalRate), figures.internalRate},
                {Tr::tr("the rate at which the NPV is 0")}};
    const int changes = signChanges(figures.netFlows);
    if (changes == 0)
        return {{name}, {Tr::tr("none")}, {Tr::tr("the flows never change their sign")}};
    QStringList roots;
    for (const double rate : ratesOfReturn(figures.netFlows))
        roots.append(shareText(rate));
    return {{name},
            {Tr::tr("not unique")},
            {Tr::tr("the flows change their sign %n time(s); rates: %1", nullptr, changes)
                 .arg(roots.isEmpty() ? Tr::tr("none") : roots.join(Tr::tr(", ")))}};
}

} // namespace

QStringList costFigureHead()
{
    return {Tr::tr("Figure"), Tr::tr("Value"), Tr::tr("How it is reckoned")};
}

FigureRows costFigureRows(const CostProject &project, const CostFigures &figures, const QString &currency)
{
    const auto money = [&](double amount) { return FigureCell{figureText(amount, currency), amount}; };
    const QString rate = shareText(project.rate);
    FigureRows rows{
        {{Tr::tr("Net present value (NPV)")},
         money(figures.netPresentValue),
         {Tr::tr("at %1, flows %2").arg(rate, timingText(project.timing))}},
        {{Tr::tr("NPV without efficiency value")},
         money(figures.netPresentValueWithoutEfficiency),
         {Tr::tr("whether the case stands without it")}},
        {{Tr::tr("ROI by the document's formula")},
         {percentText(figures.roiPercent), figures.roiPercent},
         {Tr::tr("(benefit − investment) / investment; benefit %1, investment %2")
              .arg(figureText(figures.benefit), figureText(figures.investment))}},
        {{Tr::tr("Incremental ROI")},
         {percentText(figures.roiPercentIncremental), figures.roiPercentIncremental},
         {Tr::tr("(sum of later net flows − one-off) / one-off")}},
        {{Tr::tr("Discounted ROI")},
         {percentText(figures.roiPercentDiscounted), figures.roiPercentDiscounted},
         {Tr::tr("NPV / present value of the new costs")}},
        {{Tr::tr("Payback")},
         {yearsText(figures.payback, project.years), figures.payback},
         {Tr::tr("linear inside a year")}},
        {{Tr::tr("Discounted payback")},
         {yearsText(figures.discountedPayback, project.years), figures.discountedPayback},
         {Tr::tr("of the discounted flows")}},
        rateRow(project, figures),
        {{Tr::tr("Present value of staying")},
         money(figures.vmPresentValue),
         {Tr::tr("costs of the baseline")}},
        {{Tr::tr("Present value of going")},
         money(figures.containerPresentValue),
         {Tr::tr("costs of the other option")}},
    };
    return rows;
}

FigureRows simulationRows(const Assessment &assessment, const CostSimulation &simulation,
                          const CostFigures &figures, int trials)
{
    const QString currency = assessment.cost.currency;
    const auto money = [&](double amount) { return FigureCell{figureText(amount, currency), amount}; };
    FigureRows rows{
        {{Tr::tr("NPV P10")}, money(simulation.p10), {Tr::tr("one of ten draws is below")}},
        {{Tr::tr("NPV P50")}, money(simulation.p50), {Tr::tr("half of the draws are below")}},
        {{Tr::tr("NPV P90")}, money(simulation.p90), {Tr::tr("nine of ten draws are below")}},
        {{Tr::tr("Mean NPV")},
         money(simulation.mean),
         {Tr::tr("with the likely amounts alone it is %1").arg(figureText(figures.netPresentValue, currency))}},
        {{Tr::tr("P(NPV < 0)")},
         {shareText(simulation.negativeShare), simulation.negativeShare},
         {Tr::tr("of %1 draws, seed %2").arg(QLocale().toString(trials), QString::number(assessment.seed))}},
    };
    for (const auto &[line, share] : simulation.varianceShares)
        rows.push_back({{Tr::tr("Uncertainty from %1").arg(lineText(assessment, line))},
                        {shareText(share), share},
                        {Tr::tr("share of the variance")}});
    return rows;
}

} // namespace stratadeck
