// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/windowview.h"

#include "models/incident/alertdesk.h"
#include "widgets/alert/alertactions.h"
#include "widgets/alert/windowmodel.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/rowdelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

QAction *makeAction(QObject *parent, const QString &name, const QString &icon, const QString &text,
                    const QString &toolTip)
{
    auto *action = new QAction(themedIcon(icon), text, parent);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    return action;
}

} // namespace

WindowView::WindowView(AlertDesk &desk, AlertActions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_model(new WindowModel(desk, clock, this))
    , m_list(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_end(makeAction(this, u"windowEnd"_s, u"close"_s, tr("&End now"),
                       tr("Ends the selected silences, maintenance windows and holds.")))
    , m_silence(makeAction(this, u"windowSilence"_s, u"add"_s, tr("New &silence…"),
                           tr("Silence alerts that fire now or will.")))
    , m_maintenance(makeAction(this, u"windowMaintenance"_s, u"calendar"_s, tr("Plan &maintenance…"),
                               tr("Planned work: nobody is told, and the time to respond stands still.")))
{
    m_list->setObjectName(u"windowList"_s);
    m_list->setAccessibleName(tr("Silences, maintenance and holds"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int em = fontMetrics().horizontalAdvance(u'0');
    constexpr std::array kWidths{14, 10, 44, 18, 18, 18, 40};
    for (int column = 0; column < WindowModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)] * em);
    m_end->setShortcut(Qt::Key_Delete);
    m_end->setShortcutContext(Qt::WidgetShortcut);
    m_list->addActions({m_end, m_silence, m_maintenance});
    m_empty->setContent(u"pause"_s, tr("Nothing is silenced."),
                        tr("Silence what you know of, and plan maintenance before you begin it."));
    m_empty->setActions({m_silence, m_maintenance});
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    for (QAction *action : {m_silence, m_maintenance, m_end}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(m_silence, &QAction::triggered, &actions,
            [&actions] { actions.askToSuppress(SuppressorKind::Silence, {}); });
    connect(m_maintenance, &QAction::triggered, &actions,
            [&actions] { actions.askToSuppress(SuppressorKind::Maintenance, {}); });
    connect(m_end, &QAction::triggered, this, &WindowView::endSelected);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WindowView::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WindowView::refresh);
    refresh();
}

void WindowView::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    refresh();
}

void WindowView::refresh()
{
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    const bool any = std::ranges::any_of(
        selected, [this](const QModelIndex &index) { return !m_model->isOver(index.row()); });
    m_end->setEnabled(any && !m_readOnly);
    m_end->setStatusTip(any ? QString() : tr("Select one that is not over."));
    m_silence->setEnabled(!m_readOnly);
    m_maintenance->setEnabled(!m_readOnly);
}

void WindowView::endSelected()
{
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        if (m_model->isOver(index.row()))
            continue;
        AlertCommand command;
        command.kind = AlertCommand::Kind::EndSuppression;
        command.id = m_model->window(index.row()).id;
        m_desk.command(command, m_clock.now());
    }
}

} // namespace stratadeck
