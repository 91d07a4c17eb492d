// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/cost/costpage.h"

#include "models/assess/costmodel.h"
#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/cost/costitemdialog.h"
#include "widgets/decide/cost/costtext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

CostPage::CostPage(AssessmentDesk &desk, HistoryService &history, const Clock &clock, const QString &who,
                   QWidget *parent)
    : QWidget(parent)
    , m_bench(new Workbench(desk, history, clock, who, this))
    , m_tools(new TableTools(*this, this))
    , m_notice(new NoticeBar(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_open(make(u"costOpen"_s, u"decide"_s, tr("Show &assessments")))
    , m_add(make(u"costAdd"_s, u"add"_s, tr("&Add line…")))
    , m_edit(make(u"costEdit"_s, u"details"_s, tr("&Edit line…")))
    , m_remove(make(u"costRemove"_s, u"remove"_s, tr("Remo&ve line")))
    , m_usual(make(u"costUsual"_s, u"table"_s, tr("Add the &usual lines")))
    , m_undo(make(u"costUndo"_s, u"back"_s, tr("&Undo")))
    , m_redo(make(u"costRedo"_s, u"forward"_s, tr("Re&do")))
{
    m_notice->setClosable(true);
    m_notice->clear();
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    m_empty->setContent(u"cost"_s, tr("No assessment is open."),
                        tr("Costs belong to an assessment: open or begin one first."));
    m_empty->setActions({m_open});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildModel());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(m_open, &QAction::triggered, this, &CostPage::assessmentsWanted);
    connect(m_add, &QAction::triggered, this, [this] {
        auto *dialog = new CostItemDialog(*m_bench, QString(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_edit, &QAction::triggered, this, &CostPage::editItem);
    connect(m_remove, &QAction::triggered, this, &CostPage::removeItem);
    connect(m_usual, &QAction::triggered, this, &CostPage::addUsual);
    connect(m_undo, &QAction::triggered, m_bench, &Workbench::undo);
    connect(m_redo, &QAction::triggered, m_bench, &Workbench::redo);
    connect(m_bench, &Workbench::shown, this, &CostPage::follow);
    const auto complain = [this](const Error &error) {
        if (isVisible())
            m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    };
    connect(m_bench, &Workbench::failed, this, complain);
    connect(m_tools, &TableTools::failed, this, complain);
    connect(m_tools, &TableTools::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    setFocusProxy(m_lines);
    follow();
}

QAction *CostPage::make(const QString &name, const QString &icon, const QString &text)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

QToolButton *CostPage::toolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(plainText(*action));
    return button;
}

void CostPage::registerActions(ActionRegistry &registry)
{
    //: A group of actions
    const QString category = tr("Cost");
    for (QAction *action : {m_add, m_edit, m_remove, m_usual, m_undo, m_redo})
        registry.add(category, action);
}

void CostPage::setReadOnly(bool readOnly)
{
    m_bench->setReadOnly(readOnly);
}

void CostPage::follow()
{
    showActions();
    m_stack->setCurrentIndex(m_bench->hasOpen() ? 1 : 0);
    if (!m_bench->hasOpen())
        return;
    m_isShowing = true;
    showModel();
    m_isShowing = false;
    m_lines->setTable(costItemHead(), costItemRows(m_bench->assessment()));
    if (m_lines->currentRow() < 0 && m_lines->model()->rowCount() > 0)
        m_lines->setCurrentIndex(m_lines->model()->index(0, 0));
    showActions();
    showReport();
}

void CostPage::showActions()
{
    const bool can = m_bench->canEdit();
    const bool hasLine = can && !currentItem().isEmpty();
    const QString closed = tr("Open an assessment that is not frozen first.");
    const auto set = [](QAction *action, bool enabled, const QString &why) {
        action->setEnabled(enabled);
        action->setStatusTip(enabled ? QString() : why);
    };
    set(m_add, can, closed);
    set(m_usual, can, closed);
    set(m_edit, hasLine, can ? tr("Choose a line first.") : closed);
    set(m_remove, hasLine, can ? tr("Choose a line first.") : closed);
    set(m_undo, m_bench->canUndo(), tr("There is nothing to undo."));
    set(m_redo, m_bench->canRedo(), tr("There is nothing to redo."));
}

// While somebody types in a field, what is stored must not take the words away.
void CostPage::showModel()
{
    const Assessment &assessment = m_bench->assessment();
    const CostModel &cost = assessment.cost;
    m_title->setText(plainText(assessment.title, 200));
    const QString target = m_target->currentData().toString();
    m_baseline->clear();
    m_target->clear();
    for (const Option &option : assessment.options) {
        m_baseline->addItem(nameOf(option), option.id);
        if (option.id != cost.baseline)
            m_target->addItem(nameOf(option), option.id);
    }
    m_baseline->setCurrentIndex(m_baseline->findData(cost.baseline));
    m_target->setCurrentIndex(std::max(0, m_target->findData(target)));
    m_rate->setValue(cost.rate * 100);
    m_years->setValue(cost.years);
    m_timing->setCurrentIndex(std::max(0, m_timing->findData(static_cast<int>(cost.timing))));
    if (!m_rateReason->hasFocus() || m_rateReason->text().trimmed() != cost.rateReason)
        m_rateReason->setText(cost.rateReason);
    if (!m_currency->hasFocus() || m_currency->text().trimmed() != cost.currency)
        m_currency->setText(cost.currency);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_baseline, m_rate, m_years, m_timing, m_rateReason, m_currency})
        widget->setEnabled(m_bench->canEdit());
}

void CostPage::editModel()
{
    if (m_isShowing || !m_bench->canEdit())
        return;
    Assessment next = m_bench->assessment();
    next.cost.baseline = m_baseline->currentData().toString();
    next.cost.rate = m_rate->value() / 100;
    next.cost.rateReason = m_rateReason->text().trimmed();
    next.cost.years = m_years->value();
    next.cost.timing = static_cast<FlowTiming>(m_timing->currentData().toInt());
    next.cost.currency = m_currency->text().trimmed();
    m_bench->commit(next);
}

QString CostPage::currentItem() const
{
    const auto &items = m_bench->assessment().cost.items;
    const int row = m_lines->currentRow();
    return m_bench->hasOpen() && row >= 0 && row < static_cast<int>(items.size())
               ? items[static_cast<std::size_t>(row)].id
               : QString();
}

void CostPage::editItem()
{
    const QString id = currentItem();
    if (id.isEmpty() || !m_bench->canEdit())
        return;
    auto *dialog = new CostItemDialog(*m_bench, id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CostPage::removeItem()
{
    const QString id = currentItem();
    Assessment next = m_bench->assessment();
    std::erase_if(next.cost.items, [&id](const CostItem &item) { return item.id == id; });
    m_bench->commit(next);
}

// Of every option, those that are not there yet; amounts are for people to give.
void CostPage::addUsual()
{
    Assessment next = m_bench->assessment();
    for (const Option &option : next.options) {
        for (CostItem item : usualCostItems(option.id)) {
            item.name = usualNameText(item.name);
            const bool isThere = std::ranges::any_of(
                next.cost.items, [&item](const CostItem &each) { return each.id == item.id; });
            if (!isThere)
                next.cost.items.push_back(item);
        }
    }
    m_bench->commit(next);
}

} // namespace stratadeck
