// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <functional>

namespace stratadeck {

/// Name and full path of the outside programs that are installed, of those that consoles can use.
using Programs = QHash<QString, QString>;

/// Gives the path of an executable, empty when there is none.
using FindExecutable = std::function<QString(const QString &name)>;

/// Looks for each of them; touches the disk.
Programs findPrograms(const FindExecutable &find);

/// A terminal emulator and the option after which it takes a program with its arguments, each as it is.
struct Terminal {
    QString path;
    QString option;
};

/// The first that is installed; an empty path when there is none.
Terminal findTerminal(const Programs &programs);

} // namespace stratadeck
