// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonfilecommand.h"

#include "app/cli/clitext.h"
#include "app/cli/inputfile.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

JsonFileCommand::JsonFileCommand(QString name, QString summary, Answer answer)
    : m_name(std::move(name))
    , m_summary(std::move(summary))
    , m_answer(answer)
{
}

void JsonFileCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"FILE"_s, CliText::tr("A JSON file, or - for standard input."));
}

ExitCode JsonFileCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().isEmpty())
        return usage(CliText::tr("%1 needs a FILE.").arg(m_name));
    const QString path = parser.positionalArguments().constFirst();
    Result<QJsonObject> answer = readInput(path).and_then(m_answer);
    if (answer) {
        const QJsonObject conventions = answer->take("conventions"_L1).toObject();
        printJson(std::move(*answer), conventions);
        return ExitCode::Done;
    }
    printJson({{u"error"_s, answer.error().what}}, {});
    Error named = answer.error();
    named.subject = path;
    return failed(named);
}

} // namespace stratadeck
