// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace stratadeck {

/// The translation context of the command line: CliText::tr("...").
struct CliText {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace stratadeck
