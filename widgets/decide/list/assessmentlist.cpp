// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/list/assessmentlist.h"

#include "models/assess/assessmentdesk.h"
#include "models/base/plaintext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/kit/emptystate.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDateTime>
#include <QFocusEvent>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

AssessmentList::AssessmentList(AssessmentDesk &desk, TableTools &tools, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_table(new FigureTable(tr("Assessments"), tools, this))
    , m_empty(new EmptyState(this))
    , m_showArchived(new QCheckBox(tr("&Show archived assessments"), this))
    , m_stack(new QStackedWidget(this))
{
    m_table->setObjectName(u"assessmentList"_s);
    m_showArchived->setObjectName(u"showArchived"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_showArchived);
    connect(&desk, &AssessmentDesk::listChanged, this, &AssessmentList::follow);
    connect(m_showArchived, &QCheckBox::toggled, this, &AssessmentList::follow);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (!currentId().isEmpty())
            Q_EMIT opened(currentId());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AssessmentList::currentChanged);
    follow();
}

void AssessmentList::setActions(const QList<QAction *> &forEmpty, const QList<QAction *> &forRows)
{
    m_empty->setActions(forEmpty);
    const QList<QAction *> before = m_table->actions();
    m_table->insertActions(before.isEmpty() ? nullptr : before.front(), forRows);
}

const AssessmentSummary *AssessmentList::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? &m_shown[static_cast<std::size_t>(row)]
                                                              : nullptr;
}

QString AssessmentList::currentId() const
{
    const AssessmentSummary *summary = current();
    return summary ? summary->id : QString();
}

QString AssessmentList::currentTitle() const
{
    const AssessmentSummary *summary = current();
    return summary ? summary->title : QString();
}

bool AssessmentList::isCurrentArchived() const
{
    const AssessmentSummary *summary = current();
    return summary && summary->isArchived;
}

void AssessmentList::showEmpty(bool hasArchived)
{
    m_empty->setContent(
        u"decide"_s, hasArchived ? tr("All assessments are archived.") : tr("No assessment yet."),
        tr("An assessment weighs VM, container and hybrid against each other, with figures this "
           "machine has measured."));
}

void AssessmentList::follow()
{
    const QString before = currentId();
    m_shown = m_desk.list();
    const bool hasArchived = std::ranges::any_of(m_shown, &AssessmentSummary::isArchived);
    m_showArchived->setVisible(hasArchived);
    if (!m_showArchived->isChecked())
        std::erase_if(m_shown, [](const AssessmentSummary &each) { return each.isArchived; });
    showEmpty(hasArchived);
    std::vector<std::vector<FigureCell>> rows;
    int chosen = 0;
    for (const AssessmentSummary &each : m_shown) {
        if (each.id == before)
            chosen = static_cast<int>(rows.size());
        const auto time = [](TimePoint at) {
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)), QLocale::ShortFormat);
        };
        rows.push_back({{plainText(each.title, 200)},
                        {each.isArchived ? tr("archived")
                         : each.isFrozen ? tr("frozen")
                                         : tr("open")},
                        {time(each.changed)},
                        {time(each.created)},
                        {QLocale().toString(each.events), double(each.events)}});
    }
    m_table->setTable({tr("Title"), tr("State"), tr("Changed"), tr("Begun"), tr("Changes")}, std::move(rows));
    if (!m_shown.empty())
        m_table->setCurrentIndex(m_table->model()->index(chosen, 0));
    const bool hasFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(m_shown.empty() ? 0 : 1);
    if (hasFocus)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT currentChanged();
}

// No focus proxy: with one, Tab would pass over what stands above the table.
void AssessmentList::focusInEvent(QFocusEvent *event)
{
    m_stack->currentWidget()->setFocus(event->reason());
}

} // namespace stratadeck
