// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inventorycommand.h"

#include "app/cli/clitext.h"
#include "app/cli/timetext.h"
#include "app/session/sourcehub.h"
#include "app/settings/settings.h"
#include "models/base/clock.h"
#include "models/base/entitytext.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "models/collect/deriver.h"
#include "models/collect/discover.h"
#include "models/collect/sourceuri.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <map>
#include <thread>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Rates need two readings; engines with slow first answers get this long.
constexpr qint64 kSweepsWanted = 3;
constexpr std::chrono::seconds kPatience{8};
constexpr Milliseconds kPeriod{500};

struct Seen {
    EntityInfo info;
    QString source;
    std::map<std::pair<MetricId, QString>, double> figures;
};

/// What batches say, by entity: the latest state and figures.
class Snapshot
{
public:
    void add(SampleBatch batch, const QString &uri)
    {
        Source &source = m_sources[batch.source];
        Deriver::Step step = source.deriver.step(std::move(batch));
        for (const EntityChange &change : step.batch.entities)
            source.entities[change.ref] = {change.info, uri, source.entities[change.ref].figures};
        for (const SampleBatch *part : {&step.gap, &step.batch}) {
            for (const Reading &reading : part->readings) {
                const SeriesDef &def = source.deriver.series()[value(reading.series)];
                source.entities[def.entity].figures[{def.metric, def.instance}] = reading.value;
            }
        }
    }

    std::vector<Seen> entities() const
    {
        std::vector<Seen> all;
        for (const auto &[id, source] : m_sources) {
            for (const auto &[ref, seen] : source.entities)
                all.push_back(seen);
        }
        std::ranges::stable_sort(all, {},
                                 [](const Seen &seen) { return std::pair(seen.info.kind, seen.info.name); });
        return all;
    }

private:
    struct Source {
        Deriver deriver;
        std::map<EntityRef, Seen> entities;
    };
    std::map<SourceId, Source> m_sources;
};

double figure(const Seen &seen, MetricId metric)
{
    const auto it = seen.figures.find({metric, QString()});
    return it == seen.figures.end() ? kUnknown : it->second;
}

QJsonObject toJson(const Seen &seen)
{
    QJsonObject figures;
    for (const auto &[name, number] : seen.figures) {
        const QString id = QString(metric(name.first).name);
        figures[name.second.isEmpty() ? id : u"%1{%2}"_s.arg(id, name.second)] = jsonNumber(number);
    }
    QJsonObject object{{u"key"_s, seen.info.key},       {u"kind"_s, toWord(seen.info.kind)},
                       {u"name"_s, seen.info.name},     {u"host"_s, seen.info.host},
                       {u"run"_s, seen.info.run},       {u"state"_s, toWord(seen.info.state)},
                       {u"detail"_s, seen.info.detail}, {u"source"_s, seen.source},
                       {u"figures"_s, figures}};
    if (seen.info.problem != EntityProblem::None) {
        object["problem"_L1] = toWord(seen.info.problem);
        object["problem_since"_L1] = isoTime(seen.info.problemSince);
    }
    return object;
}

QString toLine(const Seen &seen)
{
    const QLocale locale;
    const QString state = seen.info.problem == EntityProblem::None
                              ? stateText(seen.info.state)
                              : stateText(seen.info.state) + u", "_s + problemText(seen.info.problem);
    return u"%1  %2  %3  %4 %  %5  %6"_s.arg(kindText(seen.info.kind), -9)
        .arg(seen.info.name, -28)
        .arg(state, -13)
        .arg(formatValue(figure(seen, MetricId::CpuAllocPercent), Unit::Percent, locale, false), 6)
        .arg(formatValue(figure(seen, MetricId::MemUsed), Unit::Bytes, locale), 10)
        .arg(seen.info.key);
}

bool isDone(const SourceStatus &status)
{
    return status.sweeps >= kSweepsWanted || status.state == SourceState::Failed
           || status.state == SourceState::Ended;
}

Result<QStringList> wantedSources(const QCommandLineParser &parser)
{
    QStringList uris = parser.values(u"source"_s);
    if (uris.isEmpty())
        uris = Settings().get(settings::sources);
    for (const QString &uri : uris) {
        if (const Result<SourceUri> parsed = SourceUri::parse(uri); !parsed)
            return tl::unexpected(parsed.error());
    }
    if (!uris.isEmpty())
        return uris;
    for (const FoundSource &found : discoverSources()) {
        if (found.usable)
            uris.append(found.uri);
    }
    return uris;
}

} // namespace

QString InventoryCommand::name() const
{
    return u"inventory"_s;
}

QString InventoryCommand::summary() const
{
    return CliText::tr("List hosts, VMs and containers with state, identity and current figures.");
}

void InventoryCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"source"_s, CliText::tr("A source to read; may be repeated. Found by itself when none is given."),
         u"URI"_s},
        {u"json"_s, CliText::tr("Print JSON.")},
    });
}

ExitCode InventoryCommand::run(const QCommandLineParser &parser)
{
    const Result<QStringList> uris = wantedSources(parser);
    if (!uris)
        return failed(uris.error());

    static const SystemClock clock; // an abandoned collector thread may look at it until the very end
    Channel<SampleBatch> channel(1024);
    SourceHub hub(clock, channel, kPeriod);
    hub.setUris(*uris);
    Snapshot snapshot;
    const Ticks giveUp = clock.ticks() + kPatience;
    std::vector<SourceStatus> statuses;
    while (true) {
        statuses = hub.statuses();
        for (SampleBatch &batch : channel.drain()) {
            const auto from = std::ranges::find(statuses, batch.source, &SourceStatus::id);
            snapshot.add(std::move(batch), from == statuses.end() ? QString() : from->uri);
        }
        if (std::ranges::all_of(statuses, isDone) || clock.ticks() > giveUp)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    hub.requestStop();

    const std::vector<Seen> entities = snapshot.entities();
    if (parser.isSet(u"json"_s)) {
        QJsonArray list;
        for (const Seen &seen : entities)
            list.append(toJson(seen));
        QJsonArray sources;
        for (const SourceStatus &status : statuses) {
            QJsonObject source{{u"uri"_s, status.uri}, {u"state"_s, toWord(status.state)}};
            if (status.error)
                source["error"_L1] = errorText(*status.error);
            sources.append(source);
        }
        printJson({{u"entities"_s, list}, {u"sources"_s, sources}},
                  {{u"figures"_s,
                    u"latest reading, keyed metric{instance}; null is unknown; see the metrics command"_s}});
    } else {
        for (const Seen &seen : entities)
            printLine(toLine(seen));
    }
    for (const SourceStatus &status : statuses) {
        if (status.error && status.sweeps == 0)
            failed(*status.error);
    }
    const bool any = std::ranges::any_of(statuses, [](const SourceStatus &s) { return s.sweeps > 0; });
    return any ? ExitCode::Done : ExitCode::Failed;
}

} // namespace stratadeck
