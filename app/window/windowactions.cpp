// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"

#include "app/window/mainwindow.h"
#include "widgets/kit/actionregistry.h"

#include <QAction>
#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

constexpr int kMostPageKeys = 9;

QAction *add(MainWindow &window, ActionRegistry &registry, const QString &name, const QString &text,
             const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, &window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    window.addAction(action);
    //: A group of actions
    registry.add(Tr::tr("Window"), action);
    return action;
}

} // namespace

WindowActions addWindowActions(MainWindow &window, ActionRegistry &registry)
{
    const auto make = [&](const QString &name, const QString &text, const QList<QKeySequence> &keys) {
        return add(window, registry, name, text, keys);
    };
    WindowActions actions{};
    actions.palette = make(u"palette"_s, Tr::tr("Command palette"), {QKeySequence(u"Ctrl+K"_s)});
    actions.shortcuts =
        make(u"shortcuts"_s, Tr::tr("All keys"), {QKeySequence(Qt::Key_F1), QKeySequence(u"?"_s)});
    actions.settings = make(u"settings"_s, Tr::tr("Settings…"), {QKeySequence(u"Ctrl+,"_s)});
    actions.close = make(u"close"_s, Tr::tr("Close the window"), {QKeySequence(u"Ctrl+W"_s)});
    actions.quit = make(u"quit"_s, Tr::tr("Quit"), {QKeySequence(u"Ctrl+Q"_s)});
    return actions;
}

void addPageAction(MainWindow &window, ActionRegistry &registry, const QString &id, const QString &title,
                   int place)
{
    QList<QKeySequence> keys;
    if (place < kMostPageKeys)
        keys.append(QKeySequence(u"Ctrl+%1"_s.arg(place + 1)));
    //: %1 is a page's name such as Monitor
    QAction *action = add(window, registry, u"page-"_s + id, Tr::tr("Go to %1").arg(title), keys);
    QObject::connect(action, &QAction::triggered, &window, [&window, id] { window.openPage(id); });
}

std::vector<ShortcutRow> fixedShortcuts()
{
    const auto key = [](auto sequence) { return QKeySequence(sequence).toString(QKeySequence::NativeText); };
    const QString list = Tr::tr("In the list");
    const QString chart = Tr::tr("In a chart");
    return {
        {list, Tr::tr("Copy the selected rows"), key(QKeySequence::Copy)},
        {list, Tr::tr("Select all"), key(QKeySequence::SelectAll)},
        {list, Tr::tr("From the filter to the list"), key(Qt::Key_Down)},
        {list, Tr::tr("Clear the filter"), key(Qt::Key_Escape)},
        {list, Tr::tr("Open: go to the charts of the row"), key(Qt::Key_Return)},
        {chart, Tr::tr("To the previous or next sample"), Tr::tr("Left, Right")},
        {chart, Tr::tr("Ten samples further"), Tr::tr("Ctrl+Left, Ctrl+Right")},
        {chart, Tr::tr("To the first or last sample"), Tr::tr("Home, End")},
        {chart, Tr::tr("To the previous or next thing that happened"), Tr::tr("Alt+PgUp, Alt+PgDown")},
        {chart, Tr::tr("To the largest value"), key(Qt::Key_M)},
        {chart, Tr::tr("Select a part"), Tr::tr("Shift+Left, Shift+Right")},
        {chart, Tr::tr("Zoom to the selected part"), key(Qt::Key_Return)},
        {chart, Tr::tr("Zoom in, zoom out"), u"+, -"_s},
        {chart, Tr::tr("Back to the whole range"), u"0"_s},
        {chart, Tr::tr("Drop the selection, or hide the cursor"), key(Qt::Key_Escape)},
        {chart, Tr::tr("Then from the charts to the list"), key(Qt::Key_Escape)},
        {chart, Tr::tr("Zoom to a part"), Tr::tr("Drag")},
        {chart, Tr::tr("Zoom at the cursor"), Tr::tr("Ctrl+wheel")},
    };
}

} // namespace stratadeck
