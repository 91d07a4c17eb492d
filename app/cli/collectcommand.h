// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// Samples every source into the store until the duration is over or a stop signal comes.
class CollectCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
