// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonfilecommand.h"

#include "app/cli/clitext.h"

#include <QFile>
#include <cstdio>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = 64 * 1024 * 1024;

Result<QByteArray> readInput(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        const auto kind = file.exists() ? Error::Kind::Denied : Error::Kind::NotFound;
        return fail(kind, u"%1: %2"_s.arg(path, file.errorString()), path);
    }
    // A byte more than is allowed tells that there is more.
    const QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest)
        return fail(Error::Kind::Invalid, u"document: expected at most 64 MiB"_s, path);
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Kind::Io, u"%1: %2"_s.arg(path, file.errorString()), path);
    return bytes;
}

} // namespace

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
