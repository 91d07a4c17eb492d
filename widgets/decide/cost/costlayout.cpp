// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/chartpanel.h"
#include "widgets/decide/chart/tornadochart.h"
#include "widgets/decide/cost/cashflowchart.h"
#include "widgets/decide/cost/costpage.h"
#include "widgets/decide/cost/costtext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

void addField(QHBoxLayout &row, const QString &label, QWidget *field, int stretch = 0)
{
    auto *words = new QLabel(label, field->parentWidget());
    words->setBuddy(field);
    row.addWidget(words);
    row.addWidget(field, stretch);
}

} // namespace

QWidget *CostPage::buildModel()
{
    auto *page = new QWidget(this);
    m_title = new QLabel(page);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_baseline = new QComboBox(page);
    m_baseline->setObjectName(u"costBaseline"_s);
    m_target = new QComboBox(page);
    m_target->setObjectName(u"costTarget"_s);
    m_rate = new QDoubleSpinBox(page);
    m_rate->setObjectName(u"costRate"_s);
    m_rate->setRange(-99, 1000);
    m_rate->setSuffix(u" %"_s);
    m_rate->setKeyboardTracking(false);
    m_years = new QSpinBox(page);
    m_years->setObjectName(u"costYears"_s);
    m_years->setRange(1, kMostYears);
    m_years->setKeyboardTracking(false);
    m_timing = new QComboBox(page);
    for (const FlowTiming timing : {FlowTiming::EndOfYear, FlowTiming::MidYear, FlowTiming::Spreadsheet})
        m_timing->addItem(timingText(timing), static_cast<int>(timing));
    m_rateReason = new QLineEdit(page);
    m_rateReason->setObjectName(u"costRateReason"_s);
    m_rateReason->setMaxLength(300);
    m_currency = new QLineEdit(page);
    m_currency->setObjectName(u"costCurrency"_s);
    m_currency->setMaxLength(10);
    m_currency->setFixedWidth(fontMetrics().horizontalAdvance(u'0') * 8);
    auto *first = new QHBoxLayout;
    first->setContentsMargins(kMargin, 2, kMargin, 2);
    first->setSpacing(kMargin); // a layout inside another takes its spacing
    first->addWidget(m_title, 1);
    addField(*first, tr("&Staying:"), m_baseline);
    addField(*first, tr("&Going to:"), m_target);
    addField(*first, tr("C&urrency:"), m_currency);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(kMargin, 2, kMargin, 2);
    second->setSpacing(kMargin);
    addField(*second, tr("&Years:"), m_years);
    addField(*second, tr("&Flows:"), m_timing);
    addField(*second, tr("Discount &rate:"), m_rate);
    addField(*second, tr("&because"), m_rateReason, 1);
    auto *split = new QSplitter(Qt::Vertical, page);
    split->addWidget(buildLines());
    split->addWidget(buildReports());
    split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(split, 1);
    for (QComboBox *box : {m_baseline, m_timing})
        connect(box, &QComboBox::activated, this, &CostPage::editModel);
    connect(m_target, &QComboBox::activated, this, &CostPage::showReport);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &CostPage::editModel);
    connect(m_years, &QSpinBox::valueChanged, this, &CostPage::editModel);
    for (QLineEdit *edit : {m_rateReason, m_currency})
        connect(edit, &QLineEdit::editingFinished, this, &CostPage::editModel);
    return page;
}

QWidget *CostPage::buildLines()
{
    auto *page = new QWidget(this);
    m_lines = new FigureTable(tr("Cost lines"), *m_tools, page);
    m_lines->setObjectName(u"costLines"_s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, 2, kMargin, 2);
    bar->setSpacing(kMargin);
    for (QAction *action : {m_add, m_edit, m_remove, m_usual})
        bar->addWidget(toolButton(action, page));
    bar->addStretch(1);
    for (QAction *action : {m_undo, m_redo})
        bar->addWidget(toolButton(action, page));
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_lines->addAction(remove);
    connect(remove, &QAction::triggered, m_remove, &QAction::trigger);
    remove->setVisible(false);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_lines, 1);
    connect(m_lines, &QAbstractItemView::activated, this, &CostPage::editItem);
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentChanged, this, &CostPage::showActions);
    return page;
}

QTabWidget *CostPage::buildReports()
{
    m_reports = new QTabWidget(this);
    m_reports->setObjectName(u"costTabs"_s);
    m_reports->setAccessibleName(tr("What the costs come to"));
    m_reports->tabBar()->setAccessibleName(m_reports->accessibleName());
    m_reports->setDocumentMode(true);
    auto *figures = new QWidget(m_reports);
    m_advice = new QLabel(figures);
    m_advice->setObjectName(u"costAdvice"_s);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setMargin(kMargin);
    m_figures = new FigureTable(tr("What it comes to"), *m_tools, figures);
    m_figures->setObjectName(u"costFigures"_s);
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_advice);
    column->addWidget(m_figures, 1);
    m_flows = new CashFlowChart(tr("Cash flow"), m_reports);
    m_flowTable = new FigureTable(tr("Cash flow"), *m_tools, m_reports);
    m_flowTable->setObjectName(u"costFlowTable"_s);
    m_flowPanel = new ChartPanel(m_flows, m_flowTable, m_reports);
    m_tornado = new TornadoChart(tr("Tornado of the NPV"), m_reports);
    m_tornadoTable = new FigureTable(tr("Tornado of the NPV"), *m_tools, m_reports);
    m_tornadoPanel = new ChartPanel(m_tornado, m_tornadoTable, m_reports);
    m_uncertainty = new FigureTable(tr("Uncertainty"), *m_tools, m_reports);
    m_uncertainty->setObjectName(u"costUncertainty"_s);
    m_guards = new FigureTable(tr("To be careful with"), *m_tools, m_reports);
    m_guards->setObjectName(u"costGuards"_s);
    m_reports->addTab(figures, tr("Figures"));
    m_reports->addTab(m_flowPanel, tr("Cash flow"));
    m_reports->addTab(m_tornadoPanel, tr("Tornado"));
    m_reports->addTab(m_uncertainty, tr("Uncertainty"));
    m_reports->addTab(m_guards, tr("To be careful with"));
    connect(m_tornado, &TornadoChart::activated, this, [this](int row) {
        const auto &items = m_bench->assessment().cost.items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].id == m_tornadoItems.value(row))
                m_lines->setCurrentIndex(m_lines->model()->index(static_cast<int>(i), 0));
        }
        m_lines->setFocus(Qt::OtherFocusReason);
    });
    return m_reports;
}

} // namespace stratadeck
