// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/report/reporttabs.h"

#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/heatmap.h"
#include "widgets/decide/chart/stackedbars.h"
#include "widgets/decide/chart/tornadochart.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

ReportTabs::ReportTabs(Workbench &bench, TableTools &tools, QWidget *parent)
    : QTabWidget(parent)
    , m_bench(bench)
    , m_bars(new StackedBars(tr("Ranking"), this))
    , m_rankTable(new FigureTable(tr("Ranking"), tools, this))
    , m_ranking(new ChartPanel(m_bars, m_rankTable, this))
    , m_tornado(new TornadoChart(tr("Tornado of the lead"), this))
    , m_tornadoTable(new FigureTable(tr("Tornado of the lead"), tools, this))
    , m_tornadoPanel(new ChartPanel(m_tornado, m_tornadoTable, this))
    , m_intervals(new FigureTable(tr("Stability intervals"), tools, this))
    , m_critical(new FigureTable(tr("Critical scores"), tools, this))
    , m_information(new FigureTable(tr("Measure this next"), tools, this))
    , m_conditions(new FigureTable(tr("To know"), tools, this))
{
    setObjectName(u"decideTabs"_s);
    setAccessibleName(tr("What the assessment says"));
    tabBar()->setAccessibleName(accessibleName());
    setDocumentMode(true);
    setUsesScrollButtons(true);
    m_rankTable->setObjectName(u"rankTable"_s);
    m_intervals->setObjectName(u"intervalTable"_s);
    m_critical->setObjectName(u"criticalTable"_s);
    m_information->setObjectName(u"informationTable"_s);
    m_conditions->setObjectName(u"conditionTable"_s);
    addTab(m_ranking, tr("Ranking"));
    addTab(buildMethods(tools), tr("Methods"));
    addTab(m_intervals, tr("Intervals"));
    addTab(m_tornadoPanel, tr("Tornado"));
    addTab(m_critical, tr("Critical scores"));
    addTab(buildWhatIf(tools), tr("What if"));
    addTab(buildRobustness(tools), tr("Acceptability"));
    addTab(m_information, tr("Measure next"));
    addTab(m_conditions, tr("To know"));
    connect(m_tornado, &TornadoChart::activated, this, [this](int row) {
        const auto &entries = m_bench.report().tornado;
        if (row >= static_cast<int>(entries.size()))
            return;
        const TornadoEntry &entry = entries[static_cast<std::size_t>(row)];
        Q_EMIT inputWanted(entry.option ? static_cast<int>(*entry.option) : -1,
                           static_cast<int>(entry.criterion));
    });
    connect(&bench, &Workbench::shown, this, &ReportTabs::follow);
    connect(&bench, &Workbench::robustnessShown, this, &ReportTabs::showRobustness);
    follow();
}

QWidget *ReportTabs::buildMethods(TableTools &tools)
{
    auto *page = new QWidget(this);
    m_agreement = new QLabel(page);
    m_agreement->setTextFormat(Qt::PlainText);
    m_agreement->setWordWrap(true);
    m_agreement->setMargin(6);
    m_methods = new FigureTable(tr("Methods"), tools, page);
    m_methods->setObjectName(u"methodTable"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_agreement);
    layout->addWidget(m_methods, 1);
    return page;
}

QWidget *ReportTabs::buildWhatIf(TableTools &tools)
{
    auto *page = new QWidget(this);
    m_whatIfNote = new QLabel(page);
    m_whatIfNote->setTextFormat(Qt::PlainText);
    m_whatIfNote->setWordWrap(true);
    m_whatIfNote->setMargin(6);
    m_whatIf = new FigureTable(tr("Another set of options"), tools, page);
    m_whatIf->setObjectName(u"whatIfTable"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_whatIfNote);
    layout->addWidget(m_whatIf, 1);
    return page;
}

QWidget *ReportTabs::buildRobustness(TableTools &tools)
{
    auto *page = new QWidget(this);
    m_view = new QComboBox(page);
    m_view->setObjectName(u"weightView"_s);
    m_view->setAccessibleName(tr("What is taken for known of the weights"));
    m_view->addItem(tr("Every weighting is as likely"), static_cast<int>(WeightView::Open));
    m_view->addItem(tr("Only the order of the weights is known"), static_cast<int>(WeightView::Ordered));
    m_view->addItem(tr("The weights as they are set"), static_cast<int>(WeightView::AsGiven));
    m_view->addItem(tr("Between the people who weighed"), static_cast<int>(WeightView::BetweenPeople));
    m_heat = new HeatMap(tr("Acceptability of ranks"), page);
    m_heatTable = new FigureTable(tr("Acceptability of ranks"), tools, page);
    m_heatTable->setObjectName(u"acceptabilityTable"_s);
    m_heatPanel = new ChartPanel(m_heat, m_heatTable, page);
    m_central = new FigureTable(tr("Who would choose it"), tools, page);
    m_central->setObjectName(u"centralTable"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_view);
    layout->addWidget(m_heatPanel, 3);
    layout->addWidget(m_central, 2);
    connect(m_view, &QComboBox::currentIndexChanged, this,
            [this] { m_bench.setWeightView(static_cast<WeightView>(m_view->currentData().toInt())); });
    return page;
}

void ReportTabs::showConditions()
{
    setCurrentWidget(m_conditions);
    m_conditions->setFocus(Qt::OtherFocusReason);
}

void ReportTabs::follow()
{
    if (!m_bench.hasOpen())
        return;
    showRanking();
    showMethods();
    showIntervals();
    showTornado();
    showCritical();
    showWhatIf();
    showConditionList();
}

void ReportTabs::showConditionList()
{
    const DecisionReport &report = m_bench.report();
    std::vector<std::vector<FigureCell>> rows;
    for (const Caution &condition : report.conditions)
        rows.push_back({{conditionText(m_bench.assessment(), report, condition)}});
    for (const QString &convention : report.conventions)
        rows.push_back({{conventionText(convention)}});
    m_conditions->setTable({tr("What is to be known about these figures")}, std::move(rows));
    const auto count = static_cast<int>(report.conditions.size());
    setTabText(indexOf(m_conditions),
               count > 0 ? tr("To know (%1)").arg(QLocale().toString(count)) : tr("To know"));
}

} // namespace stratadeck
