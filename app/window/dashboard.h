// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <chrono>

class QApplication;

namespace stratadeck {

class Console;

/// Where there is no display: lets the real window run for a while, saves its picture as PNG, prints a
/// short summary of what was collected, and ends the event loop. The exit status is 1 when nothing
/// could be collected or the picture not be written.
void saveDashboard(QApplication &application, Console &console, const QString &file, QSize size,
                   std::chrono::seconds duration);

} // namespace stratadeck
