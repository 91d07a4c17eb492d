// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <stop_token>

namespace stratadeck {

/// Exit status of stratadeck-cli.
enum class ExitCode : int { Done = 0, Failed = 1, Usage = 2, GateSaidNo = 3 };

/// One command of stratadeck-cli: declares its options, then runs once. Main thread.
class Command
{
public:
    virtual ~Command() = default;
    virtual QString name() const = 0;    ///< one word, or two: "db check"
    virtual QString summary() const = 0; ///< one translated line for --help
    virtual void declare(QCommandLineParser &parser) const = 0;
    /// How many words without a dash it takes.
    virtual int mostArguments() const { return 0; }

    /// Reads the parsed options, works, prints. Errors have already been printed when it fails.
    virtual ExitCode run(const QCommandLineParser &parser) = 0;

protected:
    /// One line on standard error: what is wrong with what.
    static ExitCode failed(const Error &error);
    static ExitCode usage(const QString &message);

    /// Runs `work` in a thread of its own until it returns; SIGINT and SIGTERM ask it to stop. Once a process.
    static void runStoppable(const std::function<void(const std::stop_token &)> &work);

    static void printLine(const QString &line);
    /// Adds engine_version and `conventions`, prints indented JSON.
    static void printJson(QJsonObject object, const QJsonObject &conventions);

    /// An option that must be a whole number within bounds; the fallback when it was not given.
    static Result<int> number(const QCommandLineParser &parser, const QString &option, int fallback,
                              int minimum, int maximum);
};

/// A finite double, or null: JSON knows no NaN.
QJsonValue jsonNumber(double value);

} // namespace stratadeck
