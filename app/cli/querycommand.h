// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/history/history.h"

namespace stratadeck {

/// Prints the history of one metric of one entity as CSV or JSON; gaps are explicit empty values.
class QueryCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
