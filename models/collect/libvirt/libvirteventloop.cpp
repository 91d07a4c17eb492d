// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirteventloop.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/libvirterror.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <mutex>

namespace stratadeck
{

using namespace Qt::StringLiterals;

namespace
{

// libvirt's own default writes every error to stderr; ours come back as Result.
void ignoreError(void*, virErrorPtr) { }

void wakeUp(int, void*) { }

bool registerOnce()
{
    static const bool registered = [] {
        virSetErrorFunc(nullptr, &ignoreError);
        return virInitialize() == 0 && virEventRegisterDefaultImpl() == 0;
    }();
    return registered;
}

} // namespace

Result<std::shared_ptr<LibvirtEventLoop>> LibvirtEventLoop::share()
{
    static std::mutex mutex;
    static std::weak_ptr<LibvirtEventLoop> running;
    const std::scoped_lock lock(mutex);
    if (auto loop = running.lock())
        return loop;
    if (!registerOnce())
        return tl::unexpected(toError(lastLibvirtFailure(), u"starting the event loop"_s, u"libvirt"_s));
    // Without a timer the loop would sleep for ever when nothing happens, and never see its stop.
    constexpr int kWakeEvery = 1000; // ms
    const int timer = virEventAddTimeout(kWakeEvery, &wakeUp, nullptr, nullptr);
    if (timer < 0)
        return tl::unexpected(toError(lastLibvirtFailure(), u"starting the event loop"_s, u"libvirt"_s));
    std::shared_ptr<LibvirtEventLoop> loop(new LibvirtEventLoop(timer));
    running = loop;
    return loop;
}

LibvirtEventLoop::LibvirtEventLoop(int timer)
    : m_timer(timer)
    , m_worker(u"libvirt-events"_s, [](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (virEventRunDefaultImpl() < 0) {
                qCWarning(lcCollect) << "libvirt's event loop failed:" << lastLibvirtFailure().message;
                sleepFor(std::chrono::seconds(1), stop);
            }
        }
    })
{
}

LibvirtEventLoop::~LibvirtEventLoop()
{
    m_worker.requestStop();
    virEventUpdateTimeout(m_timer, 0); // wakes the loop
    m_worker.join();
    virEventRemoveTimeout(m_timer);
}

} // namespace stratadeck
