// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dbcopycommands.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "models/history/maintenance.h"
#include "models/history/storecopy.h"

#include <QFileInfo>
#include <cstdio>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// The one word that names a file; empty when there is none.
QString fileArgument(const QCommandLineParser &parser)
{
    return parser.positionalArguments().value(0);
}

/// A line that is written over and over, for a person only.
class ProgressLine
{
public:
    void show(qint64 done, qint64 total)
    {
        const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 100;
        if (!m_isTerminal || percent == m_percent)
            return;
        m_percent = percent;
        std::fprintf(stderr, "\r%3d %%", percent);
        std::fflush(stderr);
    }
    void end() const
    {
        if (m_percent >= 0)
            std::fputs("\r     \r", stderr);
    }

private:
    bool m_isTerminal = ::isatty(STDERR_FILENO) == 1;
    int m_percent = -1;
};

void declareDatabase(QCommandLineParser &parser)
{
    parser.addOptions(
        {{u"db"_s, CliText::tr("History file."), u"FILE"_s}, {u"json"_s, CliText::tr("Print JSON.")}});
}

QJsonValue bytesPerSample(const CompactedStore &done)
{
    if (done.samples == 0)
        return {};
    return static_cast<double>(done.bytesAfter) / static_cast<double>(done.samples);
}

} // namespace

QString DbCompactCommand::name() const
{
    return u"db compact"_s;
}

QString DbCompactCommand::summary() const
{
    return CliText::tr("Rebuild a history file that nobody uses so that it takes the least room.");
}

void DbCompactCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
}

ExitCode DbCompactCommand::run(const QCommandLineParser &parser)
{
    const QString path = databaseOption(parser);
    Result<CompactedStore> done;
    runStoppable([&](const std::stop_token &stop) { done = compactStore(path, stop); });
    if (!done)
        return failed(done.error());
    if (parser.isSet(u"json"_s)) {
        printJson({{u"db"_s, path},
                   {u"bytes_before"_s, done->bytesBefore},
                   {u"bytes_after"_s, done->bytesAfter},
                   {u"samples"_s, done->samples},
                   {u"bytes_per_sample"_s, bytesPerSample(*done)}},
                  {{u"bytes_per_sample"_s, u"the whole file over the samples in it; null without samples"_s}});
        return ExitCode::Done;
    }
    const QJsonValue each = bytesPerSample(*done);
    printLine(u"bytes_before      %1"_s.arg(done->bytesBefore));
    printLine(u"bytes_after       %1"_s.arg(done->bytesAfter));
    printLine(u"samples           %1"_s.arg(done->samples));
    printLine(u"bytes_per_sample  %1"_s.arg(each.isNull() ? u"-"_s : QString::number(each.toDouble(), 'f', 3)));
    return ExitCode::Done;
}

QString DbBackupCommand::name() const
{
    return u"db backup"_s;
}

QString DbBackupCommand::summary() const
{
    return CliText::tr("Copy a history file to FILE, also while it is being written.");
}

void DbBackupCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addOption({u"force"_s, CliText::tr("Replace FILE when it exists.")});
    parser.addPositionalArgument(u"FILE"_s, CliText::tr("The copy."));
}

ExitCode DbBackupCommand::run(const QCommandLineParser &parser)
{
    const QString copy = fileArgument(parser);
    if (copy.isEmpty())
        return usage(invalidOption(u"FILE"_s, u"the name of the copy"_s).what);
    const QString path = databaseOption(parser);
    const IfExists ifExists = parser.isSet(u"force"_s) ? IfExists::Replace : IfExists::Refuse;
    if (ifExists == IfExists::Refuse && QFileInfo::exists(copy))
        return failed({Error::Kind::Invalid, u"%1 exists already; --force replaces it"_s.arg(copy), copy});
    Result<> done;
    ProgressLine progress;
    runStoppable([&](const std::stop_token &stop) {
        done = backupStore(
            path, copy, ifExists, [&](qint64 pages, qint64 all) { progress.show(pages, all); }, stop);
    });
    progress.end();
    if (!done)
        return failed(done.error());
    if (parser.isSet(u"json"_s))
        printJson({{u"db"_s, path}, {u"copy"_s, copy}, {u"bytes"_s, QFileInfo(copy).size()}}, {});
    else
        printLine(u"%1  %2"_s.arg(copy).arg(QFileInfo(copy).size()));
    return ExitCode::Done;
}

QString DbRestoreCommand::name() const
{
    return u"db restore"_s;
}

QString DbRestoreCommand::summary() const
{
    return CliText::tr("Put the copy FILE in the place of a history file, which is kept.");
}

void DbRestoreCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addPositionalArgument(u"FILE"_s, CliText::tr("The copy."));
}

ExitCode DbRestoreCommand::run(const QCommandLineParser &parser)
{
    const QString copy = fileArgument(parser);
    if (copy.isEmpty())
        return usage(invalidOption(u"FILE"_s, u"the name of the copy"_s).what);
    const QString path = databaseOption(parser);
    Result<QString> kept;
    ProgressLine progress;
    runStoppable([&](const std::stop_token &stop) {
        kept = restoreStore(
            copy, path, [&](qint64 pages, qint64 all) { progress.show(pages, all); }, stop);
    });
    progress.end();
    if (!kept)
        return failed(kept.error());
    if (parser.isSet(u"json"_s)) {
        printJson({{u"db"_s, path},
                   {u"copy"_s, copy},
                   {u"kept"_s, kept->isEmpty() ? QJsonValue() : QJsonValue(*kept)}},
                  {{u"kept"_s, u"the replaced file; null when there was none"_s}});
    } else if (!kept->isEmpty()) {
        printLine(*kept);
    }
    return ExitCode::Done;
}

} // namespace stratadeck
