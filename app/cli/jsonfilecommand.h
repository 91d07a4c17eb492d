// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace stratadeck {

/// A command that reads one JSON file, or standard input, and answers with JSON: what it computes is elsewhere.
class JsonFileCommand final : public Command
{
public:
    /// The answer with its "conventions".
    using Answer = Result<QJsonObject> (*)(const QByteArray &json);

    JsonFileCommand(QString name, QString summary, Answer answer);

    QString name() const override { return m_name; }
    QString summary() const override { return m_summary; }
    void declare(QCommandLineParser &parser) const override;
    int mostArguments() const override { return 1; }
    ExitCode run(const QCommandLineParser &parser) override;

private:
    QString m_name;
    QString m_summary;
    Answer m_answer;
};

} // namespace stratadeck
