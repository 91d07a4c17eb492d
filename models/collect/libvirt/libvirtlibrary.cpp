// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <type_traits>

// libvirt is loaded by its first call, in the thread of whoever looks at VMs: linked to the program, it and the
// forty libraries that it needs would take a sixth of the time until the window appears, also where there is no
// VM. Each of its functions that we call is defined here and hands on; one that is missing here fails to link,
// one that differs from libvirt's header fails to compile. Where libvirt is not installed, each call fails.

namespace {

void *library()
{
    static void *const handle = ::dlopen("libvirt.so.0", RTLD_NOW | RTLD_LOCAL);
    return handle;
}

/// Calls the library's own `function`, whose name this is.
template<auto function, typename... Arguments>
auto call(const char *name, Arguments... arguments)
{
    using Answer = decltype(function(arguments...));
    static const auto theirs =
        library() ? reinterpret_cast<decltype(function)>(::dlsym(library(), name)) : nullptr;
    if (theirs)
        return theirs(arguments...);
    if constexpr (std::is_integral_v<Answer>)
        return static_cast<Answer>(-1);
    else
        return Answer();
}

} // namespace

#define FORWARD(function, ...) return (call<&(function)>(#function __VA_OPT__(, ) __VA_ARGS__))

int virConnectClose(virConnectPtr conn)
{
    FORWARD(virConnectClose, conn);
}

int virConnectDomainEventDeregisterAny(virConnectPtr conn, int callbackID)
{
    FORWARD(virConnectDomainEventDeregisterAny, conn, callbackID);
}

int virConnectDomainEventRegisterAny(virConnectPtr conn, virDomainPtr dom, int eventID,
                                     virConnectDomainEventGenericCallback cb, void *opaque,
                                     virFreeCallback freecb)
{
    FORWARD(virConnectDomainEventRegisterAny, conn, dom, eventID, cb, opaque, freecb);
}

int virConnectGetAllDomainStats(virConnectPtr conn, unsigned stats, virDomainStatsRecordPtr **retStats,
                                unsigned flags)
{
    FORWARD(virConnectGetAllDomainStats, conn, stats, retStats, flags);
}

char *virConnectGetHostname(virConnectPtr conn)
{
    FORWARD(virConnectGetHostname, conn);
}

char *virConnectGetURI(virConnectPtr conn)
{
    FORWARD(virConnectGetURI, conn);
}

int virConnectIsAlive(virConnectPtr conn)
{
    FORWARD(virConnectIsAlive, conn);
}

int virConnectListAllDomains(virConnectPtr conn, virDomainPtr **domains, unsigned flags)
{
    FORWARD(virConnectListAllDomains, conn, domains, flags);
}

virConnectPtr virConnectOpenAuth(const char *name, virConnectAuthPtr auth, unsigned flags)
{
    FORWARD(virConnectOpenAuth, name, auth, flags);
}

int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned count)
{
    FORWARD(virConnectSetKeepAlive, conn, interval, count);
}

int virDomainBlockStats(virDomainPtr dom, const char *disk, virDomainBlockStatsPtr stats, std::size_t size)
{
    FORWARD(virDomainBlockStats, dom, disk, stats, size);
}

int virDomainCreateWithFlags(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainCreateWithFlags, domain, flags);
}

int virDomainDestroy(virDomainPtr domain)
{
    FORWARD(virDomainDestroy, domain);
}

int virDomainFree(virDomainPtr domain)
{
    FORWARD(virDomainFree, domain);
}

int virDomainGetAutostart(virDomainPtr domain, int *autostart)
{
    FORWARD(virDomainGetAutostart, domain, autostart);
}

int virDomainGetBlockInfo(virDomainPtr dom, const char *disk, virDomainBlockInfoPtr info, unsigned flags)
{
    FORWARD(virDomainGetBlockInfo, dom, disk, info, flags);
}

int virDomainGetCPUStats(virDomainPtr domain, virTypedParameterPtr params, unsigned nparams, int start_cpu,
                         unsigned ncpus, unsigned flags)
{
    FORWARD(virDomainGetCPUStats, domain, params, nparams, start_cpu, ncpus, flags);
}

int virDomainGetControlInfo(virDomainPtr domain, virDomainControlInfoPtr info, unsigned flags)
{
    FORWARD(virDomainGetControlInfo, domain, info, flags);
}

unsigned int virDomainGetID(virDomainPtr domain)
{
    FORWARD(virDomainGetID, domain);
}

int virDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info)
{
    FORWARD(virDomainGetInfo, domain, info);
}

const char *virDomainGetName(virDomainPtr domain)
{
    FORWARD(virDomainGetName, domain);
}

int virDomainGetState(virDomainPtr domain, int *state, int *reason, unsigned flags)
{
    FORWARD(virDomainGetState, domain, state, reason, flags);
}

int virDomainGetUUID(virDomainPtr domain, unsigned char *uuid)
{
    FORWARD(virDomainGetUUID, domain, uuid);
}

int virDomainGetVcpusFlags(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainGetVcpusFlags, domain, flags);
}

char *virDomainGetXMLDesc(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainGetXMLDesc, domain, flags);
}

int virDomainHasManagedSaveImage(virDomainPtr dom, unsigned flags)
{
    FORWARD(virDomainHasManagedSaveImage, dom, flags);
}

int virDomainInterfaceStats(virDomainPtr dom, const char *device, virDomainInterfaceStatsPtr stats,
                            std::size_t size)
{
    FORWARD(virDomainInterfaceStats, dom, device, stats, size);
}

int virDomainIsPersistent(virDomainPtr dom)
{
    FORWARD(virDomainIsPersistent, dom);
}

int virDomainListAllSnapshots(virDomainPtr domain, virDomainSnapshotPtr **snaps, unsigned flags)
{
    FORWARD(virDomainListAllSnapshots, domain, snaps, flags);
}

int virDomainListGetStats(virDomainPtr *doms, unsigned stats, virDomainStatsRecordPtr **retStats,
                          unsigned flags)
{
    FORWARD(virDomainListGetStats, doms, stats, retStats, flags);
}

virDomainPtr virDomainLookupByUUID(virConnectPtr conn, const unsigned char *uuid)
{
    FORWARD(virDomainLookupByUUID, conn, uuid);
}

int virDomainManagedSave(virDomainPtr dom, unsigned flags)
{
    FORWARD(virDomainManagedSave, dom, flags);
}

int virDomainMemoryStats(virDomainPtr dom, virDomainMemoryStatPtr stats, unsigned nr_stats, unsigned flags)
{
    FORWARD(virDomainMemoryStats, dom, stats, nr_stats, flags);
}

int virDomainPMWakeup(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainPMWakeup, domain, flags);
}

int virDomainReboot(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainReboot, domain, flags);
}

int virDomainRef(virDomainPtr domain)
{
    FORWARD(virDomainRef, domain);
}

int virDomainReset(virDomainPtr domain, unsigned flags)
{
    FORWARD(virDomainReset, domain, flags);
}

int virDomainResume(virDomainPtr domain)
{
    FORWARD(virDomainResume, domain);
}

int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot, unsigned flags)
{
    FORWARD(virDomainRevertToSnapshot, snapshot, flags);
}

int virDomainSetMemoryFlags(virDomainPtr domain, unsigned long memory, unsigned flags)
{
    FORWARD(virDomainSetMemoryFlags, domain, memory, flags);
}

int virDomainSetMemoryStatsPeriod(virDomainPtr domain, int period, unsigned flags)
{
    FORWARD(virDomainSetMemoryStatsPeriod, domain, period, flags);
}

int virDomainSetVcpusFlags(virDomainPtr domain, unsigned nvcpus, unsigned flags)
{
    FORWARD(virDomainSetVcpusFlags, domain, nvcpus, flags);
}

int virDomainShutdown(virDomainPtr domain)
{
    FORWARD(virDomainShutdown, domain);
}

virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain, const char *xmlDesc, unsigned flags)
{
    FORWARD(virDomainSnapshotCreateXML, domain, xmlDesc, flags);
}

int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot, unsigned flags)
{
    FORWARD(virDomainSnapshotDelete, snapshot, flags);
}

int virDomainSnapshotFree(virDomainSnapshotPtr snapshot)
{
    FORWARD(virDomainSnapshotFree, snapshot);
}

const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot)
{
    FORWARD(virDomainSnapshotGetName, snapshot);
}

char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned flags)
{
    FORWARD(virDomainSnapshotGetXMLDesc, snapshot, flags);
}

int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned flags)
{
    FORWARD(virDomainSnapshotIsCurrent, snapshot, flags);
}

virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain, const char *name, unsigned flags)
{
    FORWARD(virDomainSnapshotLookupByName, domain, name, flags);
}

void virDomainStatsRecordListFree(virDomainStatsRecordPtr *stats)
{
    FORWARD(virDomainStatsRecordListFree, stats);
}

int virDomainSuspend(virDomainPtr domain)
{
    FORWARD(virDomainSuspend, domain);
}

void virEventRegisterImpl(virEventAddHandleFunc addHandle, virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle, virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout, virEventRemoveTimeoutFunc removeTimeout)
{
    FORWARD(virEventRegisterImpl, addHandle, updateHandle, removeHandle, addTimeout, updateTimeout,
            removeTimeout);
}

virErrorPtr virGetLastError()
{
    FORWARD(virGetLastError);
}

int virGetLastErrorDomain()
{
    FORWARD(virGetLastErrorDomain);
}

int virInitialize()
{
    FORWARD(virInitialize);
}

int virNodeGetCPUStats(virConnectPtr conn, int cpuNum, virNodeCPUStatsPtr params, int *nparams, unsigned flags)
{
    FORWARD(virNodeGetCPUStats, conn, cpuNum, params, nparams, flags);
}

int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info)
{
    FORWARD(virNodeGetInfo, conn, info);
}

int virNodeGetMemoryStats(virConnectPtr conn, int cellNum, virNodeMemoryStatsPtr params, int *nparams,
                          unsigned flags)
{
    FORWARD(virNodeGetMemoryStats, conn, cellNum, params, nparams, flags);
}

void virSetErrorFunc(void *userData, virErrorFunc handler)
{
    FORWARD(virSetErrorFunc, userData, handler);
}

void virTypedParamsClear(virTypedParameterPtr params, int nparams)
{
    FORWARD(virTypedParamsClear, params, nparams);
}

#undef FORWARD
