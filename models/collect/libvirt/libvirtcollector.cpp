// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirtcollector.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/qemuprocesses.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostHanging = 2;
constexpr auto kHangsForGood = 30s;
constexpr auto kListEvery = 60s;

// Figures this close together may share a batch: the error of a rate stays within 2 % at one second.
constexpr auto kTogether = 20ms;

// What a guest's monitor commands cost the daemon, one guest after the other (5 to 7 ms were measured).
constexpr auto kDeepCost = 10ms;

// A look at every process of this machine takes 10 to 30 ms.
constexpr auto kStartsTime = 500ms;

// The reporting period asked of a guest that reports no memory figures.
constexpr int kStatsPeriod = 5;

Milliseconds answerTime(Milliseconds period)
{
    return std::max<Milliseconds>(4s, 2 * period);
}

// A command older than this makes a suspect, so that its neighbours are asked without it.
Milliseconds slowTime(Milliseconds period)
{
    return std::max<Milliseconds>(1s, period);
}

Milliseconds namedTime(Milliseconds period)
{
    return std::max<Milliseconds>(5s, 2 * period);
}

Milliseconds deepInterval(std::size_t guests, Milliseconds period)
{
    const Milliseconds round = kDeepCost * static_cast<int>(guests);
    if (round <= period)
        return Milliseconds(0);
    return period * ((round + period - 1ms) / period);
}

} // namespace

LibvirtCollector::LibvirtCollector(CollectorContext context, bool readOnly)
    : m_context(std::move(context))
    , m_readOnly(readOnly)
    , m_clock(std::make_shared<StampClock>(m_context.clock))
    , m_events(std::make_shared<DomainEventQueue>(m_clock))
    , m_deep(m_context.uri, readOnly, m_clock)
    , m_quarantine(slowTime(m_context.period), namedTime(m_context.period))
    , m_builder(m_context)
    , m_guests(m_builder)
    , m_writer(m_builder, m_context.period)
{
}

LibvirtCollector::~LibvirtCollector()
{
    m_clock->revoke();
    if (!m_hostThread)
        return;
    // Closed where it was used, because closing may hang, too.
    m_hostThread->run([session = m_session] { return session->disconnect(), true; },
                      std::chrono::steady_clock::now() + 300ms, {});
}

Result<std::vector<SampleBatch>> LibvirtCollector::collect(const std::stop_token &stop)
{
    const auto started = std::chrono::steady_clock::now();
    const auto deadline = started + answerTime(m_context.period);
    Result<HostSweep> sweep = askHost(deadline, stop);
    if (!sweep)
        return tl::unexpected(sweep.error());

    m_doubtful.clear();
    for (const DomainControl &control : sweep->control)
        m_quarantine.report(control, sweep->stamp.at, sweep->stamp.ticks);
    m_guests.update(*sweep, m_quarantine, m_deepPausedSince);
    findStarts(deadline, stop);
    std::deque<DomainEvent> events = m_events->drain();
    m_guests.addEvents(events);
    for (const DomainEvent &event : events) {
        if (event.blamesMonitor)
            m_doubtful.push_back(event.uuid);
    }

    std::vector<Reading> readings;
    takeDeep(readings);
    m_deep.ask(deepDomains());
    m_deep.wait(started + std::min<Milliseconds>(m_context.period / 2, 500ms), stop);
    takeDeep(readings);
    watchDeepCall(deadline, stop);
    readMissingCpu(readings, deadline, stop);
    takeDeep(readings); // whatever comes later is younger than all of this
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"%1: stopped"_s.arg(m_context.uri), m_context.uri);
    return write(*sweep, std::move(readings));
}

void LibvirtCollector::openThread()
{
    if (m_hostThread)
        return;
    m_session = std::make_shared<HostSession>(m_context.uri, m_readOnly, m_clock, m_events);
    m_hostThread = std::make_unique<CallThread>(u"libvirt-host"_s);
}

// Without a way to cancel a call, the thread it hangs in is left behind; but not more than a few.
bool LibvirtCollector::letHostGo()
{
    std::erase_if(m_letGo, [](const std::weak_ptr<const void> &life) { return life.expired(); });
    if (m_letGo.size() >= kMostHanging)
        return false;
    qCWarning(lcCollect) << m_context.uri << "a call hangs; connecting anew";
    m_letGo.push_back(m_hostThread->life());
    m_session.reset();
    m_hostThread->letGo();
    m_hostThread.reset();
    return true;
}

Result<HostSweep> LibvirtCollector::askHost(CallThread::TimePoint deadline, const std::stop_token &stop)
{
    if (m_hostThread && m_hostThread->busyFor() > kHangsForGood)
        letHostGo();
    openThread();
    HostRequest request;
    request.control = m_quarantine.watched();
    request.control.insert(request.control.end(), m_doubtful.begin(), m_doubtful.end());
    for (const Guest *guest : m_guests.active()) {
        if (guest->wantsXml)
            request.xml.push_back(guest->uuid);
    }
    const Ticks now = m_context.clock->ticks();
    const bool fullList = !m_lastList || now - *m_lastList >= kListEvery || m_events->takeLost() > 0;
    request.fullList = fullList;
    request.saved = m_guests.takeCameToRest();
    auto sweep = m_hostThread->run(
        [session = m_session, request = std::move(request)] { return session->sweep(request); }, deadline,
        stop);
    if (!sweep && stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"%1: stopped"_s.arg(m_context.uri), m_context.uri);
    if (!sweep) {
        return fail(Error::Kind::Timeout, u"%1: libvirt does not answer"_s.arg(m_context.uri), m_context.uri);
    }
    if (sweep->has_value() && fullList)
        m_lastList = now;
    return std::move(*sweep);
}

// On a thread of its own: the kernel may keep the reader of a stuck process's command line waiting.
void LibvirtCollector::findStarts(CallThread::TimePoint deadline, const std::stop_token &stop)
{
    std::vector<Guest *> guests = m_guests.active();
    std::erase_if(guests, [](const Guest *guest) { return guest->startTried; });
    const bool isQemu = m_context.uri.startsWith("qemu"_L1);
    if (guests.empty() || !isQemu || m_guests.isRemote())
        return;
    if (!m_processThread)
        m_processThread = std::make_unique<CallThread>(u"libvirt-start"_s);
    if (m_processThread->busyFor() > 0s)
        return; // one look hangs; the next sweep tries again
    const auto soon = std::min(deadline, std::chrono::steady_clock::now() + kStartsTime);
    const auto starts =
        m_processThread->run([clock = m_clock] { return qemuStarts(u"/proc"_s, clock->stamp()); }, soon, stop);
    if (!starts)
        return;
    for (Guest *guest : guests) {
        guest->startTried = true;
        const auto start = starts->constFind(guest->uuid);
        if (start != starts->constEnd())
            m_guests.setStart(*guest, *start);
    }
}

std::vector<DeepDomain> LibvirtCollector::deepDomains()
{
    std::vector<DeepDomain> domains;
    const Ticks now = m_context.clock->ticks();
    const std::vector<Guest *> active = m_guests.active();
    m_writer.setDeepInterval(deepInterval(active.size(), m_context.period));
    for (Guest *guest : active) {
        if (!m_quarantine.mayAsk(guest->uuid, now))
            continue;
        DeepDomain domain{guest->uuid, {}, {}, 0};
        if (guest->xml && !m_deep.hasBulk()) {
            domain.disks = guest->xml->disks;
            for (const DomainXml::Nic &nic : guest->xml->nics)
                domain.nicDevices.push_back(nic.device);
        }
        if (!m_readOnly && guest->xml && guest->xml->statsPeriod == 0 && !guest->statsPeriodTried) {
            domain.setStatsPeriod = kStatsPeriod;
            guest->statsPeriodTried = true;
            guest->wantsXml = true;
        }
        domains.push_back(std::move(domain));
    }
    // The same order in each round: what is read late, is read as late the next time.
    std::sort(domains.begin(), domains.end(),
              [](const DeepDomain &a, const DeepDomain &b) { return a.uuid < b.uuid; });
    return domains;
}

// A call that takes long is not given up for being slow, only when one guest in it does not answer.
void LibvirtCollector::watchDeepCall(CallThread::TimePoint deadline, const std::stop_token &stop)
{
    const auto call = m_deep.callUnderWay();
    if (!call || call->running < slowTime(m_context.period)) {
        m_deepPausedSince.reset();
        return;
    }
    const auto controls = m_hostThread->run(
        [session = m_session, uuids = call->domains] { return session->control(uuids); }, deadline, stop);
    const Ticks now = m_context.clock->ticks();
    const TimePoint wall = m_context.clock->now();
    for (const DomainControl &control : controls.value_or(std::vector<DomainControl>()))
        m_quarantine.report(control, wall, now);
    const bool hasCulprit = std::any_of(call->domains.begin(), call->domains.end(),
                                        [&](const QUuid &uuid) { return !m_quarantine.mayAsk(uuid, now); });
    if (!hasCulprit && call->running < kHangsForGood)
        return;
    if (!m_deep.letGo()) {
        if (!m_deepPausedSince)
            m_deepPausedSince = wall - std::chrono::duration_cast<Milliseconds>(call->running);
        return;
    }
    qCInfo(lcCollect) << m_context.uri << "left a call behind that hangs";
    if (!hasCulprit)
        m_quarantine.bench(call->domains, wall, now);
    m_deep.ask(deepDomains()); // the others do not wait for the next sweep
}

void LibvirtCollector::takeDeep(std::vector<Reading> &readings)
{
    for (DeepStats::Answer &answer : m_deep.take())
        readings.push_back({answer.stamp, std::move(answer.figures), true});
}

// Every guest has its CPU time once a period, whatever became of its other figures.
void LibvirtCollector::readMissingCpu(std::vector<Reading> &readings, CallThread::TimePoint deadline,
                                      const std::stop_token &stop)
{
    QSet<QUuid> answered;
    for (const Reading &reading : readings) {
        for (const DomainFigures &figures : reading.figures) {
            if (!std::isnan(figures.cpuTime))
                answered.insert(figures.uuid);
        }
    }
    std::vector<HostSession::CpuRequest> missing;
    const Ticks now = m_context.clock->ticks();
    for (const Guest *guest : m_guests.active()) {
        if (!answered.contains(guest->uuid))
            missing.push_back({guest->uuid, !m_quarantine.mayAsk(guest->uuid, now)});
    }
    if (missing.empty())
        return;
    auto times = m_hostThread->run([session = m_session, missing = std::move(missing),
                                    inBulk = m_deep.hasBulk()] { return session->cpuTimes(missing, inBulk); },
                                   deadline, stop);
    if (!times)
        return;
    for (auto &[stamp, figures] : *times) {
        if (const Guest *guest = m_guests.find(figures.uuid))
            figures.id = guest->id;
        if (readings.empty() || readings.back().isFromMonitor
            || stamp.ticks - readings.back().stamp.ticks > kTogether)
            readings.push_back({stamp, {}, false});
        readings.back().figures.push_back(std::move(figures));
    }
}

// A reduced record means that another call holds the guest's monitor; whether for too long, the next
// sweep asks without touching the monitor.
void LibvirtCollector::judge(const DomainFigures &figures)
{
    if (!m_deep.hasBulk())
        return;
    if (figures.isFromMonitor())
        m_quarantine.answered(figures.uuid);
    else
        m_doubtful.push_back(figures.uuid);
}

std::vector<SampleBatch> LibvirtCollector::write(const HostSweep &sweep, std::vector<Reading> readings)
{
    readings.push_back({sweep.stamp, sweep.domains, false});
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Reading &a, const Reading &b) { return a.stamp.ticks < b.stamp.ticks; });
    std::vector<SampleBatch> batches;
    Stamp stamp = readings.front().stamp;
    for (const Reading &reading : readings) {
        if (reading.stamp.ticks - stamp.ticks > kTogether) {
            batches.push_back(m_builder.take(stamp.at, stamp.ticks));
            stamp = reading.stamp;
        }
        const bool isSweep = reading.stamp.ticks == sweep.stamp.ticks && !reading.isFromMonitor;
        for (const DomainFigures &figures : reading.figures) {
            Guest *guest = m_guests.find(figures.uuid);
            if (!guest)
                continue;
            if (reading.isFromMonitor)
                judge(figures);
            if (isSweep)
                m_writer.writeRunning(*guest, m_guests.hostCores());
            // Off, or started anew since it was read. Figures of a guest that is off are libvirtd's own.
            if (guest->isActive() && figures.id == guest->id)
                m_writer.write(*guest, figures, reading.stamp);
        }
        if (isSweep && m_guests.host())
            m_writer.writeHost(*m_guests.host(), sweep.host);
    }
    batches.push_back(m_builder.take(stamp.at, stamp.ticks));
    return batches;
}

} // namespace stratadeck
