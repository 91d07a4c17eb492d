// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// Rebuilds a history file so that it takes the least room.
class DbCompactCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

/// Copies a history file, also while it is being written.
class DbBackupCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;
};

/// Puts a copy in the place of a history file.
class DbRestoreCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
