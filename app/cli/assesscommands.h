// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// Lists the assessments of a history file.
class AssessListCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

/// Writes an assessment, with its whole history, into one file; or the decision as Markdown.
class AssessExportCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;
};

/// Adds an exported assessment to a history file.
class AssessImportCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;
};

/// Says what an assessment comes to, and what became of it event by event.
class AssessShowCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace stratadeck
