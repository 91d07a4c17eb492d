// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/stopsignals.h"
#include "models/base/errortext.h"
#include "models/base/worker.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cmath>
#include <cstdio>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

void write(std::FILE *file, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

// What came from a file or an engine may hold line breaks and control characters.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

} // namespace

ExitCode Command::failed(const Error &error)
{
    write(stderr, u"stratadeck-cli: "_s + oneLine(errorText(error)) + u" ("_s + oneLine(error.what) + u')');
    return ExitCode::Failed;
}

ExitCode Command::usage(const QString &message)
{
    write(stderr, u"stratadeck-cli: "_s + oneLine(message));
    return ExitCode::Usage;
}

void Command::runStoppable(const std::function<void(const std::stop_token &)> &work)
{
    quitOnStopSignals();
    const Worker worker(u"command"_s, [&work](const std::stop_token &stop) {
        work(stop);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
}

void Command::printLine(const QString &line)
{
    write(stdout, line);
}

void Command::printJson(QJsonObject object, const QJsonObject &conventions)
{
    object["engine_version"_L1] = QStringLiteral(STRATADECK_VERSION);
    object["conventions"_L1] = conventions;
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed()));
}

Result<int> Command::number(const QCommandLineParser &parser, const QString &option, int fallback, int minimum,
                            int maximum)
{
    if (!parser.isSet(option))
        return fallback;
    bool ok = false;
    const int parsed = parser.value(option).toInt(&ok);
    if (!ok || parsed < minimum || parsed > maximum) {
        return fail(Error::Kind::Invalid,
                    u"--%1: expected a whole number from %2 to %3"_s.arg(option).arg(minimum).arg(maximum),
                    u"--"_s + option);
    }
    return parsed;
}

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

} // namespace stratadeck
