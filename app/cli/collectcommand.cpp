// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/collectcommand.h"

#include "app/cli/clitext.h"
#include "app/cli/stopsignals.h"
#include "app/cli/timetext.h"
#include "app/session/session.h"
#include "app/settings/notifysettings.h"
#include "app/settings/settings.h"
#include "models/base/clock.h"
#include "models/base/entitytext.h"
#include "models/base/errortext.h"
#include "models/collect/sourceuri.h"
#include "models/inventory/inventorymodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>
#include <algorithm>
#include <unistd.h>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestDuration = 10 * 365 * 86400;

// --once ends when every source has answered or failed, and no later than this.
constexpr std::chrono::seconds kOnceDeadline{20};

// A console beside this one may change how people are told.
constexpr std::chrono::seconds kSettingsPace{5};

/// Whether the settings file has been written since the last look.
class SettingsFile
{
public:
    bool hasChanged()
    {
        const QDateTime before = std::exchange(m_written, writtenAt());
        return before != m_written;
    }

private:
    static QDateTime writtenAt() { return QFileInfo(Settings().file()).lastModified(); }
    QDateTime m_written = writtenAt();
};

bool hasAnswered(const SourceStatus &status)
{
    return status.sweeps > 0 || status.state == SourceState::Failed;
}

QString statusLine(const Session &session)
{
    QStringList parts;
    for (const SourceStatus &status : session.sources())
        parts.append(u"%1 %2"_s.arg(status.uri, sourceStateText(status.state)));
    const StoreStatus store = session.store();
    //: A status line: number of samples stored, then the sources with their states
    QString line = CliText::tr("%n sample(s) stored", nullptr, static_cast<int>(store.stored)) + u"  ·  "_s
                   + parts.join(u"  ·  "_s);
    if (store.error)
        line += u"  ·  "_s + errorText(*store.error);
    return line;
}

// Ends the event loop after the duration (zero: never) or, for one sweep, when every source has spoken.
void endAfter(Session &session, QTimer &timer, bool once, std::chrono::seconds duration)
{
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, qApp, &QCoreApplication::quit);
    if (once)
        duration = kOnceDeadline;
    if (duration > std::chrono::seconds::zero())
        timer.start(duration);
    if (!once)
        return;
    QObject::connect(&session, &Session::sourcesChanged, qApp, [&session] {
        if (std::ranges::all_of(session.sources(), hasAnswered))
            QCoreApplication::quit();
    });
}

QJsonObject toJson(const SourceStatus &status)
{
    QJsonObject object{{u"uri"_s, status.uri},
                       {u"state"_s, toWord(status.state)},
                       {u"sweeps"_s, status.sweeps},
                       {u"misses"_s, status.misses},
                       {u"samples"_s, status.readings},
                       {u"sweep_ms_p50"_s, status.sweeps > 0 ? jsonNumber(status.sweepP50) : QJsonValue()},
                       {u"sweep_ms_p99"_s, status.sweeps > 0 ? jsonNumber(status.sweepP99) : QJsonValue()}};
    if (status.error)
        object["error"_L1] = errorText(*status.error);
    return object;
}

QJsonObject summaryJson(Session &session, TimePoint started)
{
    QJsonArray sources;
    for (const SourceStatus &status : session.sources())
        sources.append(toJson(status));
    return {{u"db"_s, session.options().databasePath},
            {u"started"_s, isoTime(started)},
            {u"ended"_s, isoTime(session.clock().now())},
            {u"period_ms"_s, static_cast<qint64>(session.options().period.count())},
            {u"entities"_s, session.inventory().rowCount()},
            {u"stored"_s, session.store().stored},
            {u"sources"_s, sources}};
}

Result<SessionOptions> readOptions(const QCommandLineParser &parser)
{
    const Settings settings;
    SessionOptions options;
    options.databasePath = parser.isSet(u"db"_s) ? parser.value(u"db"_s) : settings.databasePath();
    options.sources = parser.isSet(u"source"_s) ? parser.values(u"source"_s) : settings.get(settings::sources);
    options.period = Milliseconds(settings.get(settings::periodMs));
    options.retention = retentionPolicy(settings);
    options.notify = notifySettings(settings);
    options.secretsFolder = settings.secretsFolder();
    options.recordFile = parser.value(u"record"_s);
    for (const QString &uri : options.sources) {
        if (const Result<SourceUri> parsed = SourceUri::parse(uri); !parsed)
            return tl::unexpected(parsed.error());
    }
    return options;
}

} // namespace

QString CollectCommand::name() const
{
    return u"collect"_s;
}

QString CollectCommand::summary() const
{
    return CliText::tr("Sample every source into the history file.");
}

void CollectCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"source"_s, CliText::tr("A source to read; may be repeated. Found by itself when none is given."),
         u"URI"_s},
        {u"db"_s, CliText::tr("History file."), u"FILE"_s},
        {u"duration"_s, CliText::tr("Stop after this many seconds."), u"S"_s},
        {u"once"_s, CliText::tr("Stop after one sweep of every source.")},
        {u"period"_s, CliText::tr("Milliseconds between sweeps."), u"MS"_s},
        {u"record"_s, CliText::tr("Also write the raw session to this file, for replay:FILE."), u"FILE"_s},
        {u"json"_s, CliText::tr("Print a summary as JSON at the end.")},
    });
}

ExitCode CollectCommand::run(const QCommandLineParser &parser)
{
    const bool once = parser.isSet(u"once"_s);
    if (once && parser.isSet(u"duration"_s))
        return usage(u"--once and --duration exclude each other"_s);
    const Result<int> duration = number(parser, u"duration"_s, 0, 1, kLongestDuration);
    if (!duration)
        return usage(duration.error().what);
    Result<SessionOptions> options = readOptions(parser);
    if (!options)
        return failed(options.error());
    if (!options->recordFile.isEmpty() && options->sources.size() != 1)
        return usage(u"--record needs exactly one --source"_s);
    const Result<int> period =
        number(parser, u"period"_s, static_cast<int>(options->period.count()), 100, 3'600'000);
    if (!period)
        return usage(period.error().what);
    options->period = Milliseconds(*period);

    static const SystemClock clock; // an abandoned collector thread may look at it until the very end
    const TimePoint started = clock.now();
    Session session(*options, clock);
    quitOnStopSignals();
    QObject::connect(&session, &Session::storeStateChanged, qApp, [&session] {
        if (session.storeState() != Session::StoreState::Writing)
            QCoreApplication::quit();
    });
    QTimer settings;
    QObject::connect(&settings, &QTimer::timeout, qApp, [&session, file = SettingsFile()]() mutable {
        if (file.hasChanged())
            session.setNotify(notifySettings(Settings()), true);
    });
    settings.start(kSettingsPace);
    QTimer end;
    endAfter(session, end, once, std::chrono::seconds(*duration));
    QTimer status;
    if (!parser.isSet(u"json"_s) && isatty(STDOUT_FILENO) != 0) {
        QObject::connect(&status, &QTimer::timeout, qApp, [&session] { printLine(statusLine(session)); });
        status.start(std::chrono::seconds(1));
    }
    QCoreApplication::exec();
    if (session.storeError())
        return failed(*session.storeError());

    session.finish(); // everything read so far is stored before it is counted
    if (parser.isSet(u"json"_s))
        printJson(summaryJson(session, started), {{u"samples"_s, u"raw readings delivered by the source"_s}});
    else
        printLine(statusLine(session));
    const std::vector<SourceStatus> &sources = session.sources();
    for (const SourceStatus &source : sources) {
        if (source.error && source.sweeps == 0)
            failed(*source.error);
    }
    const bool anySweep = std::ranges::any_of(sources, [](const SourceStatus &s) { return s.sweeps > 0; });
    return anySweep && !session.store().error ? ExitCode::Done : ExitCode::Failed;
}

} // namespace stratadeck
