// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/guestoperation.h"

#include "models/base/worker.h"
#include "models/operate/guestconnection.h"
#include "models/operate/rebootwatch.h"

#include <QXmlStreamWriter>
#include <functional>
#include <libvirt/virterror.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kKibibyte = 1024;
constexpr quint64 kBalloonStep = 1024; // KiB; a guest's driver rounds to its own pages
constexpr qsizetype kLongestName = 100;

struct SnapshotDeleter {
    void operator()(virDomainSnapshotPtr snapshot) const { virDomainSnapshotFree(snapshot); }
};
using SnapshotHandle = std::unique_ptr<virDomainSnapshot, SnapshotDeleter>;

/// One operation on one guest under way.
class GuestOperation
{
public:
    GuestOperation(const OperationRequest &request, const OperationTiming &timing, const std::stop_token &stop,
                   GuestConnection &guest)
        : m_request(request)
        , m_timing(timing)
        , m_stop(stop)
        , m_guest(guest)
    {
    }

    OperationResult perform();

private:
    virDomainPtr domain() const { return m_guest.domain(); }
    OperationResult ended(int code) const;
    OperationResult stop() const;
    OperationResult reboot() const;
    OperationResult resume() const;
    OperationResult takeSnapshot() const;
    OperationResult useSnapshot(int (*use)(virDomainSnapshotPtr, unsigned)) const;
    OperationResult setMemory() const;
    Result<bool> isOff() const;
    OperationResult waitUntil(const std::function<Result<bool>()> &reached) const;

    const OperationRequest &m_request;
    const OperationTiming &m_timing;
    const std::stop_token &m_stop;
    GuestConnection &m_guest;
};

OperationResult GuestOperation::perform()
{
    switch (m_request.operation) {
    case Operation::Start:
        return ended(virDomainCreateWithFlags(domain(), 0));
    case Operation::Stop:
        return stop();
    case Operation::Restart:
        return reboot();
    case Operation::Kill:
        return ended(virDomainDestroy(domain()));
    case Operation::Pause:
        return ended(virDomainSuspend(domain()));
    case Operation::Resume:
        return resume();
    case Operation::Reset:
        return ended(virDomainReset(domain(), 0));
    case Operation::Save:
        return ended(virDomainManagedSave(domain(), 0));
    case Operation::SnapshotCreate:
        return takeSnapshot();
    case Operation::SnapshotRevert:
        return useSnapshot(&virDomainRevertToSnapshot);
    case Operation::SnapshotDelete:
        return useSnapshot(&virDomainSnapshotDelete);
    case Operation::SetVcpus:
        return ended(virDomainSetVcpusFlags(domain(), static_cast<unsigned>(m_request.arguments.vcpus),
                                            VIR_DOMAIN_AFFECT_LIVE));
    case Operation::SetMemory:
        return setMemory();
    }
    return fail(Error::Kind::Invalid, u"not an operation on virtual machines"_s, m_request.uri);
}

OperationResult GuestOperation::ended(int code) const
{
    if (code < 0)
        return tl::unexpected(m_guest.error());
    return OperationEnd::Done;
}

OperationResult GuestOperation::stop() const
{
    if (virDomainShutdown(domain()) < 0)
        return tl::unexpected(m_guest.error());
    return waitUntil([this] { return isOff(); });
}

// The watch begins before the request, so that a quick guest is not missed.
OperationResult GuestOperation::reboot() const
{
    const RebootWatch watch(m_guest.connection(), domain());
    if (!watch.isWatching() || virDomainReboot(domain(), 0) < 0)
        return tl::unexpected(m_guest.error());
    return waitUntil([this, &watch]() -> Result<bool> {
        if (watch.isSeen())
            return true;
        return isOff(); // some guests are told to end instead
    });
}

OperationResult GuestOperation::resume() const
{
    if (m_request.entity.state == EntityState::Suspended)
        return ended(virDomainPMWakeup(domain(), 0));
    return ended(virDomainResume(domain()));
}

OperationResult GuestOperation::takeSnapshot() const
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(u"domainsnapshot"_s);
    writer.writeTextElement(u"name"_s, m_request.arguments.snapshot);
    writer.writeEndElement();
    const SnapshotHandle snapshot(virDomainSnapshotCreateXML(domain(), xml.constData(), 0));
    return ended(snapshot ? 0 : -1);
}

OperationResult GuestOperation::useSnapshot(int (*use)(virDomainSnapshotPtr, unsigned)) const
{
    const QByteArray name = m_request.arguments.snapshot.toUtf8();
    const SnapshotHandle snapshot(virDomainSnapshotLookupByName(domain(), name.constData(), 0));
    return ended(snapshot ? use(snapshot.get(), 0) : -1);
}

// The hypervisor only asks: the guest's driver gives memory back or takes it, and some guests have none.
OperationResult GuestOperation::setMemory() const
{
    const quint64 wanted = m_request.arguments.memory / kKibibyte;
    if (virDomainSetMemoryFlags(domain(), wanted, VIR_DOMAIN_AFFECT_LIVE) < 0)
        return tl::unexpected(m_guest.error());
    return waitUntil([this, wanted]() -> Result<bool> {
        virDomainInfo info{};
        if (virDomainGetInfo(domain(), &info) < 0)
            return tl::unexpected(m_guest.error());
        return info.memory <= wanted + kBalloonStep && wanted <= info.memory + kBalloonStep;
    });
}

// A transient guest vanishes when it stops. Neither question needs the guest's monitor.
Result<bool> GuestOperation::isOff() const
{
    int state = VIR_DOMAIN_NOSTATE;
    if (virDomainGetState(domain(), &state, nullptr, 0) == 0)
        return state == VIR_DOMAIN_SHUTOFF;
    const Error error = m_guest.error();
    if (error.kind == Error::Kind::NotFound)
        return true;
    return tl::unexpected(error);
}

OperationResult GuestOperation::waitUntil(const std::function<Result<bool>()> &reached) const
{
    const auto last = std::chrono::steady_clock::now() + m_timing.guestFollows;
    while (true) {
        const Result<bool> there = reached();
        if (!there)
            return tl::unexpected(there.error());
        if (*there)
            return OperationEnd::Done;
        if (std::chrono::steady_clock::now() >= last)
            return OperationEnd::Ignored;
        if (!sleepFor(m_timing.lookEvery, m_stop))
            return fail(Error::Kind::Cancelled, u"no longer waited for the guest"_s, m_request.uri);
    }
}

Result<> check(const OperationRequest &request)
{
    const OperationArguments &arguments = request.arguments;
    const OperationInput input = operationInfo(request.operation).input;
    const bool names = input == OperationInput::Snapshot || input == OperationInput::NewSnapshot;
    if (names && (arguments.snapshot.trimmed().isEmpty() || arguments.snapshot.size() > kLongestName))
        return fail(Error::Kind::Invalid, u"a snapshot's name has 1 to 100 characters"_s, request.uri);
    if (input == OperationInput::Vcpus && arguments.vcpus < 1)
        return fail(Error::Kind::Invalid, u"a guest has one virtual CPU at least"_s, request.uri);
    if (input == OperationInput::Memory && arguments.memory < kKibibyte)
        return fail(Error::Kind::Invalid, u"a guest needs some memory"_s, request.uri);
    return {};
}

} // namespace

OperationResult performOnGuest(const OperationRequest &request, const OperationTiming &timing,
                               const std::stop_token &stop)
{
    if (const Result<> right = check(request); !right)
        return tl::unexpected(right.error());
    Result<GuestConnection> guest = GuestConnection::open(request.uri, request.entity.key, false);
    if (!guest)
        return tl::unexpected(guest.error());
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"cancelled before it began"_s, request.uri);
    return GuestOperation(request, timing, stop, *guest).perform();
}

} // namespace stratadeck
