// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/shortcutsheet.h"

#include <QString>
#include <vector>

class QAction;

namespace stratadeck {

class ActionRegistry;
class MainWindow;

/// The window's own actions; the window connects them.
struct WindowActions {
    QAction *palette;
    QAction *shortcuts;
    QAction *settings;
    QAction *close;
    QAction *quit;
};

WindowActions addWindowActions(MainWindow &window, ActionRegistry &registry);

/// An action that opens a page; the first nine have Ctrl and a digit.
void addPageAction(MainWindow &window, ActionRegistry &registry, const QString &id, const QString &title,
                   int place);

/// Keys that are no actions, because they act on what has the focus.
std::vector<ShortcutRow> fixedShortcuts();

} // namespace stratadeck
