// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/alertpage.h"

#include "models/base/errortext.h"
#include "widgets/alert/alertactions.h"
#include "widgets/alert/alertdetails.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/alert/boardview.h"
#include "widgets/alert/incidentview.h"
#include "widgets/alert/rules/rulespage.h"
#include "widgets/alert/windowview.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr int kDetailsWidth = 380;
constexpr int kWide = 1250; // from here on details stand beside the board instead of below

} // namespace

AlertPage::AlertPage(AlertDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_model(new BoardModel(desk, clock, this))
    , m_actions(new AlertActions(desk, clock, *this))
    , m_board(new BoardView(*m_model, this))
    , m_details(new AlertDetails(desk, clock, this))
    , m_incidents(new IncidentView(desk, clock, this))
    , m_windows(new WindowView(desk, *m_actions, clock, this))
    , m_tabs(new QTabWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_search(new QLineEdit(this))
    , m_hidden(new QCheckBox(this))
    , m_notice(new NoticeBar(this))
    , m_problem(new NoticeBar(this))
{
    m_tabs->setObjectName(u"alertTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the page"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildBoard(), tr("Board"));
    m_tabs->addTab(m_incidents, tr("History"));
    m_tabs->addTab(m_windows, tr("Silences and maintenance"));
    m_notice->setObjectName(u"alertNotice"_s);
    m_notice->setClosable(true);
    m_notice->clear();
    m_problem->clear();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    setFocusProxy(m_board);
    connect(m_board, &BoardView::selectionChanged, this, &AlertPage::showSelection);
    connect(m_board, &BoardView::opened, m_actions->showChart(), &QAction::trigger);
    connect(m_model, &BoardModel::countsChanged, this, [this] {
        m_problem->clear();
        showSelection();
        showHiddenCount();
    });
    connect(m_actions, &AlertActions::chartWanted, this, &AlertPage::chartWanted);
    connect(m_incidents, &IncidentView::chartWanted, this, &AlertPage::chartWanted);
    connect(m_actions, &AlertActions::done, this, &AlertPage::showDone);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->clear();
        if (m_undo)
            m_undo();
    });
    connect(&desk, &AlertDesk::failed, this, [this](const Error &error) {
        m_problem->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    m_clockTick.setInterval(std::chrono::seconds(1));
    connect(&m_clockTick, &QTimer::timeout, this, &AlertPage::tick);
    m_clockTick.start();
    showSelection();
    showHiddenCount();
}

QWidget *AlertPage::buildBoard()
{
    auto *page = new QWidget(this);
    m_search->setObjectName(u"alertFilter"_s);
    m_search->setPlaceholderText(tr("Filter alerts, such as a name or a host"));
    m_search->setAccessibleName(tr("Filter alerts"));
    m_search->setMaxLength(200);
    addSearchIcon(*m_search);
    addClearButton(*m_search);
    m_hidden->setObjectName(u"alertShowHidden"_s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_hidden);
    for (QAction *action : m_actions->actions()) {
        auto *button = new QToolButton(page);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(plainText(*action));
        bar->addWidget(button);
    }
    m_splitter->addWidget(m_board);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_board->addCardActions(m_actions->actions());
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_splitter, 1);
    connect(m_search, &QLineEdit::textChanged, m_board, &BoardView::setFilter);
    connect(m_hidden, &QCheckBox::toggled, m_board, &BoardView::setShowsHidden);
    return page;
}

void AlertPage::setHistory(HistoryService &history, const QString &path)
{
    m_rules = new RulesPage(m_desk, history, path, m_clock, this);
    m_tabs->addTab(m_rules, tr("Rules"));
    connect(m_rules, &RulesPage::done, this, &AlertPage::showDone);
    connect(m_rules, &RulesPage::wanted, this, [this] { m_tabs->setCurrentWidget(m_rules); });
}

void AlertPage::registerActions(ActionRegistry &registry)
{
    //: A group of actions
    const QString category = tr("Alerts");
    for (QAction *action : m_actions->actions())
        registry.add(category, action);
    if (!m_rules)
        return;
    //: A group of actions
    const QString rules = tr("Alert rules");
    for (QAction *action : m_rules->actions())
        registry.add(rules, action);
}

void AlertPage::setReadOnly(bool readOnly)
{
    m_actions->setReadOnly(readOnly);
    m_windows->setReadOnly(readOnly);
    if (m_rules)
        m_rules->setReadOnly(readOnly);
}

void AlertPage::select(const QString &key)
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return;
    m_tabs->setCurrentIndex(0);
    m_board->select(row);
}

void AlertPage::showSelection()
{
    std::vector<BoardCard> cards;
    for (const int row : m_board->selectedRows())
        cards.push_back(m_model->card(row));
    if (cards.empty())
        m_details->showNothing();
    else
        m_details->showCard(cards.front(), static_cast<int>(cards.size()) - 1);
    m_actions->setSelection(std::move(cards));
}

void AlertPage::showHiddenCount()
{
    const int hidden = m_board->hiddenCount();
    m_hidden->setText(tr("Show suppressed (%1)").arg(QLocale().toString(hidden)));
}

void AlertPage::tick()
{
    if (!isVisible())
        return;
    m_model->tick();
    const std::vector<int> rows = m_board->selectedRows();
    if (!rows.empty())
        m_details->showCard(m_model->card(rows.front()), static_cast<int>(rows.size()) - 1);
}

void AlertPage::showDone(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_notice->showNotice(NoticeBar::Severity::Information, text, tr("Take back"));
}

void AlertPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return;
    }
    if (event->matches(QKeySequence::Find) && m_rules && m_tabs->currentWidget() == m_rules) {
        m_rules->focusFilter();
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        m_tabs->setCurrentIndex(0);
        m_search->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void AlertPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= kWide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted && m_isSplit)
        return;
    m_isSplit = true;
    m_splitter->setOrientation(wanted);
    const int whole = wanted == Qt::Horizontal ? width() : height();
    const int details = wanted == Qt::Horizontal ? kDetailsWidth : whole * 2 / 5;
    m_splitter->setSizes({whole - details, details});
}

} // namespace stratadeck
