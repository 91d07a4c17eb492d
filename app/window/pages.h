// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

class QWidget;

namespace stratadeck {

class ActionRegistry;
class Session;
class Settings;

/// A page of the window: its place in the left rail and how it is made.
struct PageSpec {
    QString id; ///< stable, untranslated
    QString icon;
    QString title;
    /// Puts the actions of the page into the registry.
    using Make = std::function<QWidget *(Session &, Settings &, ActionRegistry &, QWidget *parent)>;
    Make make;
    bool isLate = false; ///< made when it is first shown, or some time after the window has appeared
};

/// In the order of the rail; Ctrl+1 is the first.
std::vector<PageSpec> pages();

} // namespace stratadeck
