// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirteventloop.h"

#include "models/collect/libvirt/libvirterror.h"
#include "models/collect/libvirt/pollloop.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <mutex>
#include <poll.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// libvirt's interface has no room for an object, and a registration is for the life of the process.
// Never destroyed: a thread that hangs in libvirt may still use it when the process ends.
PollLoop &loop()
{
    static PollLoop &theLoop = *new PollLoop;
    return theLoop;
}

short toPoll(int events)
{
    int bits = 0;
    bits |= events & VIR_EVENT_HANDLE_READABLE ? POLLIN : 0;
    bits |= events & VIR_EVENT_HANDLE_WRITABLE ? POLLOUT : 0;
    bits |= events & VIR_EVENT_HANDLE_ERROR ? POLLERR : 0;
    bits |= events & VIR_EVENT_HANDLE_HANGUP ? POLLHUP : 0;
    return static_cast<short>(bits);
}

int fromPoll(short events)
{
    int bits = 0;
    bits |= events & POLLIN ? VIR_EVENT_HANDLE_READABLE : 0;
    bits |= events & POLLOUT ? VIR_EVENT_HANDLE_WRITABLE : 0;
    bits |= events & (POLLERR | POLLNVAL) ? VIR_EVENT_HANDLE_ERROR : 0;
    bits |= events & POLLHUP ? VIR_EVENT_HANDLE_HANGUP : 0;
    return bits;
}

PollLoop::Release releaseOf(virFreeCallback release, void *opaque)
{
    if (!release)
        return {};
    return [release, opaque] { release(opaque); };
}

int addHandle(int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback release)
{
    return loop().addFd(
        fd, toPoll(events),
        [callback, opaque](int id, int ready, short what) { callback(id, ready, fromPoll(what), opaque); },
        releaseOf(release, opaque));
}

void updateHandle(int id, int events)
{
    loop().updateFd(id, toPoll(events));
}

int removeHandle(int id)
{
    return loop().removeFd(id) ? 0 : -1;
}

int addTimeout(int interval, virEventTimeoutCallback callback, void *opaque, virFreeCallback release)
{
    return loop().addTimer(
        std::chrono::milliseconds(interval), [callback, opaque](int id) { callback(id, opaque); },
        releaseOf(release, opaque));
}

void updateTimeout(int id, int interval)
{
    loop().updateTimer(id, std::chrono::milliseconds(interval));
}

int removeTimeout(int id)
{
    return loop().removeTimer(id) ? 0 : -1;
}

// libvirt's own default writes every error to stderr; ours come back as Result.
void ignoreError(void *, virErrorPtr) {}

bool registerOnce()
{
    static const bool registered = [] {
        virSetErrorFunc(nullptr, &ignoreError);
        virEventRegisterImpl(&addHandle, &updateHandle, &removeHandle, &addTimeout, &updateTimeout,
                             &removeTimeout);
        return virInitialize() == 0;
    }();
    return registered;
}

} // namespace

/// Who uses the one loop. Starting and ending its thread exclude each other.
struct LibvirtEventLoop::Users {
    std::mutex mutex;
    int count = 0;
    std::unique_ptr<LibvirtEventLoop> thread;

    void leave()
    {
        const std::scoped_lock lock(mutex);
        if (--count == 0)
            thread.reset();
    }
};

Result<std::shared_ptr<LibvirtEventLoop>> LibvirtEventLoop::share()
{
    static Users &users = *new Users; // never destroyed, as the loop
    const std::scoped_lock lock(users.mutex);
    if (!registerOnce())
        return tl::unexpected(toError(lastLibvirtFailure(), u"starting the event loop"_s, u"libvirt"_s));
    if (!users.thread)
        users.thread.reset(new LibvirtEventLoop);
    ++users.count;
    return std::shared_ptr<LibvirtEventLoop>(users.thread.get(), [](LibvirtEventLoop *) { users.leave(); });
}

LibvirtEventLoop::LibvirtEventLoop()
    : m_worker(u"libvirt-events"_s, [](const std::stop_token &stop) {
        const std::stop_callback wake(stop, [] { loop().wake(); });
        while (!stop.stop_requested())
            loop().runOnce();
        loop().wake(); // what is still to be released, is released now
        loop().runOnce();
    })
{
}

LibvirtEventLoop::~LibvirtEventLoop()
{
    m_worker.requestStop();
    m_worker.join();
}

} // namespace stratadeck
