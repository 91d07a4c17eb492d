// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// Prints the metric catalogue.
class MetricsCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
