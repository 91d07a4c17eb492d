// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/domainevents.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/domainwords.h"
#include "models/collect/libvirt/libvirterror.h"
#include "models/collect/libvirt/libvirthandles.h"

#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using QueueHandle = std::shared_ptr<DomainEventQueue>;

constexpr std::size_t kMostEvents = 8192;
constexpr qsizetype kLongestText = 500;

QString plain(const char *text)
{
    return text ? QString::fromUtf8(text).left(kLongestText) : QString();
}

DomainEvent eventOf(virDomainPtr domain, const QString &type, const QString &text = {})
{
    DomainEvent event;
    event.uuid = uuidOf(domain);
    event.name = plain(virDomainGetName(domain));
    event.type = type;
    event.text = text;
    return event;
}

void post(void *queue, DomainEvent event)
{
    (*static_cast<QueueHandle *>(queue))->push(std::move(event));
}

int lifecycle(virConnectPtr, virDomainPtr domain, int event, int detail, void *queue)
{
    const LifecycleWords words = lifecycleWords(event, detail);
    DomainEvent told = eventOf(domain, words.type, words.text);
    if (beginsRun(event, detail))
        told.startedRun = static_cast<int>(virDomainGetID(domain)); // "none" is all ones, our -1
    post(queue, std::move(told));
    return 0;
}

void reboot(virConnectPtr, virDomainPtr domain, void *queue)
{
    post(queue, eventOf(domain, u"rebooted"_s));
}

void watchdog(virConnectPtr, virDomainPtr domain, int action, void *queue)
{
    static constexpr QLatin1StringView kActions[]{"none"_L1,     "pause"_L1, "reset"_L1,     "poweroff"_L1,
                                                  "shutdown"_L1, "debug"_L1, "inject-nmi"_L1};
    const bool known = action >= 0 && static_cast<std::size_t>(action) < std::size(kActions);
    post(queue, eventOf(domain, u"watchdog"_s, known ? QString(kActions[action]) : QString::number(action)));
}

void ioError(virConnectPtr, virDomainPtr domain, const char *path, const char *alias, int action,
             const char *reason, void *queue)
{
    static constexpr QLatin1StringView kActions[]{"none"_L1, "pause"_L1, "report"_L1};
    const bool known = action >= 0 && static_cast<std::size_t>(action) < std::size(kActions);
    const QString done = known ? QString(kActions[action]) : QString::number(action);
    post(queue, eventOf(domain, u"io-error"_s,
                        u"%1 %2 %3 %4"_s.arg(plain(reason), plain(alias), plain(path), done).simplified()));
}

void controlError(virConnectPtr, virDomainPtr domain, void *queue)
{
    DomainEvent event = eventOf(domain, u"control-error"_s);
    event.blamesMonitor = true;
    post(queue, std::move(event));
}

void balloonChange(virConnectPtr, virDomainPtr domain, unsigned long long kib, void *queue)
{
    post(queue, eventOf(domain, u"balloon-changed"_s, u"%1 KiB"_s.arg(kib)));
}

void deviceAdded(virConnectPtr, virDomainPtr domain, const char *alias, void *queue)
{
    DomainEvent event = eventOf(domain, u"device-added"_s, plain(alias));
    event.changesDevices = true;
    post(queue, std::move(event));
}

void deviceRemoved(virConnectPtr, virDomainPtr domain, const char *alias, void *queue)
{
    DomainEvent event = eventOf(domain, u"device-removed"_s, plain(alias));
    event.changesDevices = true;
    post(queue, std::move(event));
}

void memoryFailure(virConnectPtr, virDomainPtr domain, int recipient, int action, unsigned flags, void *queue)
{
    static constexpr QLatin1StringView kActions[]{"ignore"_L1, "inject"_L1, "fatal"_L1, "reset"_L1};
    const bool known = action >= 0 && static_cast<std::size_t>(action) < std::size(kActions);
    const QString whose =
        recipient == VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST ? u"guest"_s : u"hypervisor"_s;
    const QString done = known ? QString(kActions[action]) : QString::number(action);
    const bool needed = flags & VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED;
    post(queue, eventOf(domain, u"memory-failure"_s,
                        u"%1 %2%3"_s.arg(whose, done, needed ? u" action-required"_s : QString())));
}

void blockThreshold(virConnectPtr, virDomainPtr domain, const char *device, const char *,
                    unsigned long long threshold, unsigned long long excess, void *queue)
{
    post(queue,
         eventOf(domain, u"block-threshold"_s, u"%1 %2 +%3"_s.arg(plain(device)).arg(threshold).arg(excess)));
}

void freeQueue(void *queue)
{
    delete static_cast<QueueHandle *>(queue);
}

} // namespace

DomainEventQueue::DomainEventQueue(std::shared_ptr<const StampClock> clock)
    : m_clock(std::move(clock))
{
}

void DomainEventQueue::push(DomainEvent event)
{
    const std::scoped_lock lock(m_mutex);
    if (m_events.size() >= kMostEvents) {
        ++m_lost;
        return;
    }
    event.at = m_clock->stamp().at;
    m_events.push_back(std::move(event));
}

std::deque<DomainEvent> DomainEventQueue::drain()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_events, {});
}

qint64 DomainEventQueue::takeLost()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lost, 0);
}

DomainEvents::DomainEvents(virConnectPtr connection, const QueueHandle &queue)
    : m_connection(connection)
{
    add(VIR_DOMAIN_EVENT_ID_LIFECYCLE, &lifecycle, queue);
    add(VIR_DOMAIN_EVENT_ID_REBOOT, &reboot, queue);
    add(VIR_DOMAIN_EVENT_ID_WATCHDOG, &watchdog, queue);
    add(VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON, &ioError, queue);
    add(VIR_DOMAIN_EVENT_ID_CONTROL_ERROR, &controlError, queue);
    add(VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE, &balloonChange, queue);
    add(VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, &deviceAdded, queue);
    add(VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, &deviceRemoved, queue);
    add(VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE, &memoryFailure, queue);
    add(VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD, &blockThreshold, queue);
}

DomainEvents::~DomainEvents()
{
    // A registration keeps its connection open.
    for (const int callback : m_callbacks)
        virConnectDomainEventDeregisterAny(m_connection, callback);
}

template<typename Callback>
void DomainEvents::add(int event, Callback callback, const QueueHandle &queue)
{
    auto *handle = new QueueHandle(queue); // freeQueue() owns it once registered
    // libvirt's one signature for all callbacks; it casts back by event id.
    const auto generic =
        reinterpret_cast<virConnectDomainEventGenericCallback>(reinterpret_cast<void (*)()>(callback));
    const int id = virConnectDomainEventRegisterAny(m_connection, nullptr, event, generic, handle, &freeQueue);
    if (id < 0) {
        qCDebug(lcCollect) << "no libvirt event" << event << lastLibvirtFailure().message;
        delete handle;
        return;
    }
    m_callbacks.push_back(id);
}

} // namespace stratadeck
