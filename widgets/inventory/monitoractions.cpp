// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/chartpane.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/kit/actionregistry.h"

#include <QAction>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

void MonitorPage::registerActions(ActionRegistry &registry)
{
    const auto add = [&](const QString &category, const QString &name, const QString &text) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        addAction(action);
        registry.add(category, action);
        return action;
    };
    //: A group of actions
    const QString list = tr("List");
    //: A group of actions
    const QString charts = tr("Charts");

    QAction *find = add(list, u"filterList"_s, tr("Filter the list"));
    find->setShortcuts({QKeySequence(u"Ctrl+F"_s), QKeySequence(u"/"_s)});
    connect(find, &QAction::triggered, m_list, &InventoryView::focusFilter);

    QAction *top = add(list, u"topUsers"_s, tr("Who uses most"));
    top->setShortcut(QKeySequence(u"Ctrl+U"_s));
    connect(top, &QAction::triggered, m_list, &InventoryView::focusTop);
    for (QAction *action : m_list->sortActions())
        registry.add(list, action);
    registry.add(list, m_list->saveAction());

    QAction *pause = add(charts, u"pause"_s, tr("Pause the charts or follow again"));
    // Only told here: as a shortcut of the window, Space would be taken from every button.
    pause->setShortcut(Qt::Key_Space);
    pause->setShortcutContext(Qt::WidgetShortcut);
    connect(pause, &QAction::triggered, m_charts, &ChartPane::toggleLive);

    QAction *in = add(charts, u"zoomIn"_s, tr("Zoom in"));
    in->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    connect(in, &QAction::triggered, this, [this] { m_charts->zoom(0.5); });
    QAction *out = add(charts, u"zoomOut"_s, tr("Zoom out"));
    out->setShortcut(QKeySequence(u"Ctrl+-"_s));
    connect(out, &QAction::triggered, this, [this] { m_charts->zoom(2); });
    QAction *whole = add(charts, u"zoomWhole"_s, tr("Back to the whole range"));
    whole->setShortcut(QKeySequence(u"Ctrl+0"_s));
    connect(whole, &QAction::triggered, m_charts, &ChartPane::showWholeRange);
    for (QAction *action : m_charts->commands())
        registry.add(charts, action);

    // The range bar knows which presets there are; an action presses its button.
    for (QToolButton *button : m_charts->findChildren<QToolButton *>()) {
        if (!button->objectName().startsWith("range-"_L1))
            continue;
        QAction *preset = add(charts, button->objectName(), button->accessibleName());
        connect(preset, &QAction::triggered, button, &QToolButton::click);
    }
}

} // namespace stratadeck
