// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// Lists what the sources know right now, with current figures; stores nothing.
class InventoryCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
