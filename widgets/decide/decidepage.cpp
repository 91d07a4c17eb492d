// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/decidepage.h"

#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/list/assessmentlist.h"
#include "widgets/decide/list/deskactions.h"
#include "widgets/decide/matrix/matrixmodel.h"
#include "widgets/decide/matrix/matrixview.h"
#include "widgets/decide/report/reporttabs.h"
#include "widgets/decide/report/verdictheader.h"
#include "widgets/decide/steps/steprail.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/weights/weightpanel.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

} // namespace

DecidePage::DecidePage(AssessmentDesk &desk, HistoryService &history, const Clock &clock, const QString &who,
                       QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_bench(new Workbench(desk, history, clock, who, this))
    , m_tools(new TableTools(*this, this))
    , m_list(new AssessmentList(desk, *m_tools, this))
    , m_actions(new DeskActions(*m_bench, *m_list, *m_tools, *this))
    , m_back(new QAction(themedIcon(u"back"_s), tr("&Assessments"), this))
    , m_options(new QAction(tr("&Options…"), this))
    , m_criteria(new QAction(tr("&Criteria…"), this))
    , m_suitability(new QAction(tr("&Suitability of workloads…"), this))
    , m_scorecard(new QAction(tr("&Architecture scorecard…"), this))
    , m_assumptions(new QAction(tr("&Assumptions…"), this))
    , m_group(new QAction(tr("&Group scoring…"), this))
    , m_versions(new QAction(tr("Compare &versions…"), this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
{
    m_notice->setObjectName(u"decideNotice"_s);
    m_notice->setClosable(true);
    m_notice->clear();
    m_back->setObjectName(u"assessmentsShow"_s);
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_options->setObjectName(u"optionsEdit"_s);
    m_criteria->setObjectName(u"criteriaEdit"_s);
    m_suitability->setObjectName(u"suitabilityShow"_s);
    m_suitability->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    m_scorecard->setObjectName(u"scorecardShow"_s);
    m_scorecard->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_assumptions->setObjectName(u"assumptionsEdit"_s);
    m_group->setObjectName(u"groupScore"_s);
    m_versions->setObjectName(u"versionsCompare"_s);
    for (QAction *action :
         {m_back, m_options, m_criteria, m_suitability, m_scorecard, m_assumptions, m_group, m_versions}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_stack->addWidget(buildList());
    m_stack->addWidget(buildDesk());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(m_back, &QAction::triggered, this, &DecidePage::showList);
    connect(m_list, &AssessmentList::opened, m_actions, &DeskActions::open);
    connect(m_actions, &DeskActions::openWanted, this, &DecidePage::showDesk);
    connect(m_actions, &DeskActions::failed, this, &DecidePage::complain);
    connect(m_bench, &Workbench::failed, this, &DecidePage::complain);
    connect(m_bench, &Workbench::shown, this, &DecidePage::follow);
    connect(m_tools, &TableTools::failed, this, &DecidePage::complain);
    connect(m_tools, &TableTools::saved, this,
            //: %1 is the path of a file
            [this](const QString &path) { tell(tr("%1 was written.").arg(path)); });
    connectMatrix();
    follow();
    showList();
}

QWidget *DecidePage::buildList()
{
    auto *page = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    bar->addWidget(toolButton(m_actions->begin(), page));
    bar->addWidget(toolButton(m_actions->importFile(), page));
    bar->addStretch(1);
    m_list->setActions({m_actions->begin(), m_actions->importFile()}, m_actions->forOne());
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    return page;
}

QToolButton *DecidePage::toolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(plainText(*action));
    return button;
}

QWidget *DecidePage::buildBar()
{
    auto *bar = new QWidget(this);
    m_title = new QLabel(bar);
    m_title->setObjectName(u"assessmentTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *more = new QToolButton(bar);
    more->setObjectName(u"assessmentMore"_s);
    more->setIcon(themedIcon(u"more"_s));
    more->setToolTip(tr("More"));
    more->setAccessibleName(tr("More"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(more);
    menu->addActions({m_suitability, m_scorecard, m_assumptions, m_group, m_versions});
    menu->addSeparator();
    menu->addActions(m_actions->forOne());
    more->setMenu(menu);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kMargin, 2, kMargin, 2);
    layout->addWidget(toolButton(m_back, bar));
    layout->addWidget(m_title, 1);
    for (QAction *action : {m_options, m_criteria, m_actions->undo(), m_actions->redo()})
        layout->addWidget(toolButton(action, bar));
    layout->addWidget(more);
    return bar;
}

QWidget *DecidePage::buildDesk()
{
    auto *page = new QWidget(this);
    m_steps = new StepRail(*m_bench, page);
    m_verdict = new VerdictHeader(*m_bench, page);
    m_matrix = new MatrixView(*m_bench, *m_tools, page);
    m_weights = new WeightPanel(*m_bench, page);
    m_reports = new ReportTabs(*m_bench, *m_tools, page);
    m_lower = new QSplitter(Qt::Horizontal, page);
    m_lower->addWidget(m_weights);
    m_lower->addWidget(m_reports);
    m_lower->setChildrenCollapsible(false);
    m_rows = new QSplitter(Qt::Vertical, page);
    m_rows->addWidget(m_matrix);
    m_rows->addWidget(m_lower);
    m_rows->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_steps);
    layout->addWidget(m_verdict);
    layout->addWidget(m_rows, 1);
    connect(m_verdict, &VerdictHeader::conditionsWanted, m_reports, &ReportTabs::showConditions);
    connect(m_weights, &WeightPanel::methodWanted, this, &DecidePage::openWeights);
    connect(m_reports, &ReportTabs::inputWanted, this, &DecidePage::openInput);
    return page;
}

void DecidePage::registerActions(ActionRegistry &registry)
{
    //: A group of actions
    const QString category = tr("Decide");
    for (QAction *action : m_actions->all())
        registry.add(category, action);
    for (QAction *action :
         {m_back, m_options, m_criteria, m_suitability, m_scorecard, m_assumptions, m_group, m_versions})
        registry.add(category, action);
    for (QAction *action : m_matrix->cellActions())
        registry.add(category, action);
}

void DecidePage::setReadOnly(bool readOnly)
{
    m_bench->setReadOnly(readOnly);
    m_actions->setReadOnly(readOnly);
}

void DecidePage::load()
{
    if (isVisible())
        m_desk.loadList();
}

void DecidePage::showList()
{
    m_bench->settle();
    if (isVisible())
        m_desk.loadList();
    m_stack->setCurrentIndex(0);
    m_actions->setOnList(true);
    if (isVisible()) // what stands behind another page takes no keys from it
        m_list->setFocus(Qt::OtherFocusReason);
    follow();
}

// A focus proxy would do the same, but the keys that walk the page would then never reach what stands above it.
void DecidePage::focusInEvent(QFocusEvent *event)
{
    (m_stack->currentIndex() == 0 ? static_cast<QWidget *>(m_list) : m_matrix)->setFocus(event->reason());
}

void DecidePage::showDesk()
{
    m_notice->clear();
    m_stack->setCurrentIndex(1);
    m_actions->setOnList(false);
    m_matrix->setFocus(Qt::OtherFocusReason);
    follow();
}

void DecidePage::follow()
{
    const bool isOnDesk = m_stack->currentIndex() == 1;
    const bool can = isOnDesk && m_bench->canEdit();
    for (QAction *action : {m_options, m_criteria, m_assumptions, m_group}) {
        action->setEnabled(can);
        action->setStatusTip(can ? QString()
                                 : tr("Open an assessment that is neither frozen nor archived first."));
    }
    for (QAction *action : {m_suitability, m_scorecard, m_versions}) {
        action->setEnabled(isOnDesk);
        action->setStatusTip(isOnDesk ? QString() : tr("Open an assessment first."));
    }
    m_back->setEnabled(isOnDesk);
    m_back->setStatusTip(isOnDesk ? QString() : tr("They are shown already."));
    if (!m_bench->hasOpen())
        return;
    const QString title = plainText(m_bench->assessment().title, 200);
    m_title->setText(m_desk.log().isArchived() ? tr("%1 (archived)").arg(title)
                     : m_desk.log().isFrozen() ? tr("%1 (frozen)").arg(title)
                                               : title);
    m_title->setToolTip(title.toHtmlEscaped());
}

void DecidePage::tell(const QString &text)
{
    m_notice->showNotice(NoticeBar::Severity::Information, text);
}

// Pages share what they show: the one that is seen says what went wrong.
void DecidePage::complain(const Error &error)
{
    if (!isVisible())
        return;
    m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
}

void DecidePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk.loadList();
    m_bench->setWantsRobustness(true);
}

void DecidePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_bench->settle();
    m_bench->setWantsRobustness(false);
}

void DecidePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentIndex() == 1) {
        showList();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DecidePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isSplit || height() < 300)
        return;
    m_isSplit = true;
    m_rows->setSizes({height() * 11 / 20, height() * 9 / 20});
    m_lower->setSizes({width() * 9 / 20, width() * 11 / 20});
}

} // namespace stratadeck
