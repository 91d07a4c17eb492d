// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/statsrecord.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stratadeck {

namespace {

constexpr double kNano = 1e-9;
constexpr double kKib = 1024;

// More devices than any real machine has; beyond it a record is not believed.
constexpr std::size_t kMostDevices = 1024;
constexpr qsizetype kLongestName = 256;

struct Indexed {
    quint64 number = 0;
    QByteArrayView key;
};

// "12.rd.bytes" -> 12 and "rd.bytes"; an empty key when there is no number in front.
Indexed splitIndex(QByteArrayView text)
{
    Indexed indexed;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, indexed.number);
    if (error != std::errc() || rest == end || *rest != '.')
        return {};
    indexed.key = text.sliced(rest - text.data() + 1);
    return indexed;
}

// Fields of one device follow each other, so the search starts at the end.
template<typename Device>
Device *deviceOf(std::vector<Device> &devices, quint64 number)
{
    const auto found = std::find_if(devices.rbegin(), devices.rend(),
                                    [number](const Device &device) { return device.number == number; });
    if (found != devices.rend())
        return &*found;
    if (devices.size() >= kMostDevices)
        return nullptr;
    devices.emplace_back().number = number;
    return &devices.back();
}

template<typename Device>
struct Field {
    QByteArrayView key;
    double Device::*member;
    double scale = 1;
};

template<typename Device, std::size_t N>
void assign(Device &device, const Field<Device> (&fields)[N], QByteArrayView key, double value)
{
    for (const Field<Device> &field : fields) {
        if (field.key == key) {
            device.*field.member = value * field.scale;
            return;
        }
    }
}

using Balloon = DomainFigures::Balloon;
constexpr Field<Balloon> kBalloon[]{
    {"current", &Balloon::current, kKib},        {"maximum", &Balloon::maximum, kKib},
    {"rss", &Balloon::resident, kKib},           {"usable", &Balloon::usable, kKib},
    {"disk_caches", &Balloon::diskCaches, kKib}, {"swap_in", &Balloon::swapIn, kKib},
    {"swap_out", &Balloon::swapOut, kKib},       {"major_fault", &Balloon::majorFaults, 1},
    {"last-update", &Balloon::lastUpdate, 1},
};

using Vcpu = DomainFigures::Vcpu;
constexpr Field<Vcpu> kVcpu[]{
    {"time", &Vcpu::time, kNano}, {"delay", &Vcpu::delay, kNano}, {"wait", &Vcpu::wait, kNano}};

using Block = DomainFigures::Block;
constexpr Field<Block> kBlock[]{
    {"rd.bytes", &Block::readBytes, 1},    {"rd.reqs", &Block::readOps, 1},
    {"rd.times", &Block::readTime, kNano}, {"wr.bytes", &Block::writeBytes, 1},
    {"wr.reqs", &Block::writeOps, 1},      {"wr.times", &Block::writeTime, kNano},
    {"capacity", &Block::capacity, 1},     {"allocation", &Block::allocation, 1},
    {"physical", &Block::physical, 1},
};

using Nic = DomainFigures::Nic;
constexpr Field<Nic> kNic[]{
    {"rx.bytes", &Nic::rxBytes, 1}, {"rx.pkts", &Nic::rxPackets, 1}, {"rx.errs", &Nic::rxErrors, 1},
    {"rx.drop", &Nic::rxDrops, 1},  {"tx.bytes", &Nic::txBytes, 1},  {"tx.pkts", &Nic::txPackets, 1},
    {"tx.errs", &Nic::txErrors, 1}, {"tx.drop", &Nic::txDrops, 1},
};

// -1 as an unsigned number is libvirt's and QEMU's "not known"; nothing here can be negative.
double checked(double value)
{
    constexpr double kTooMuch = 1.8e19;
    return value >= 0 && value < kTooMuch ? value : kUnknown;
}

bool takePrefix(QByteArrayView &name, QByteArrayView prefix)
{
    if (!name.startsWith(prefix))
        return false;
    name = name.sliced(prefix.size());
    return true;
}

} // namespace

bool DomainFigures::isFromMonitor() const
{
    if (!std::isnan(balloon.resident))
        return true;
    return std::any_of(blocks.begin(), blocks.end(), [](const Block &block) {
        return !std::isnan(block.readBytes) || !std::isnan(block.writeBytes);
    });
}

void StatsRecord::number(QByteArrayView name, double value)
{
    value = checked(value);
    if (takePrefix(name, "vcpu."))
        vcpu(name, value);
    else if (takePrefix(name, "block."))
        block(name, value);
    else if (takePrefix(name, "net."))
        nic(name, value);
    else if (takePrefix(name, "balloon."))
        assign(m_figures.balloon, kBalloon, name, value);
    else if (takePrefix(name, "cpu."))
        cpu(name, value);
    else if (name == "state.state" && value < 256)
        m_figures.state = static_cast<int>(value);
    else if (name == "state.reason" && value < 256)
        m_figures.reason = static_cast<int>(value);
}

void StatsRecord::text(QByteArrayView name, QByteArrayView value)
{
    if (value.size() > kLongestName)
        return;
    if (takePrefix(name, "block.")) {
        const Indexed field = splitIndex(name);
        Block *device = field.key == "name" ? deviceOf(m_figures.blocks, field.number) : nullptr;
        if (device)
            device->target = QString::fromUtf8(value);
    } else if (takePrefix(name, "net.")) {
        const Indexed field = splitIndex(name);
        Nic *device = field.key == "name" ? deviceOf(m_figures.nics, field.number) : nullptr;
        if (device)
            device->device = QString::fromUtf8(value);
    }
}

void StatsRecord::cpu(QByteArrayView key, double value)
{
    if (key == "time")
        m_figures.cpuTime = value * kNano;
    else if (key == "user")
        m_figures.cpuUser = value * kNano;
    else if (key == "system")
        m_figures.cpuSystem = value * kNano;
}

void StatsRecord::vcpu(QByteArrayView key, double value)
{
    if (key == "current") {
        m_figures.vcpus = value;
        return;
    }
    const Indexed field = splitIndex(key);
    if (field.key != "time" && field.key != "delay" && field.key != "wait")
        return;
    if (Vcpu *device = deviceOf(m_figures.vcpu, field.number))
        assign(*device, kVcpu, field.key, value);
}

void StatsRecord::block(QByteArrayView key, double value)
{
    const Indexed field = splitIndex(key);
    if (field.key.isEmpty())
        return;
    if (Block *device = deviceOf(m_figures.blocks, field.number))
        assign(*device, kBlock, field.key, value);
}

void StatsRecord::nic(QByteArrayView key, double value)
{
    const Indexed field = splitIndex(key);
    if (field.key.isEmpty())
        return;
    if (Nic *device = deviceOf(m_figures.nics, field.number))
        assign(*device, kNic, field.key, value);
}

// A backing chain repeats its disk's name; the first record is the top image, which the guest uses. A
// device without a name cannot be told apart from others and is not used.
template<typename Device, typename NameOf>
static void keepFirstOfEachName(std::vector<Device> &devices, NameOf nameOf)
{
    std::vector<Device> kept;
    for (Device &device : devices) {
        const bool seen = std::any_of(kept.begin(), kept.end(),
                                      [&](const Device &other) { return nameOf(other) == nameOf(device); });
        if (!seen && !nameOf(device).isEmpty())
            kept.push_back(std::move(device));
    }
    devices = std::move(kept);
}

DomainFigures StatsRecord::take()
{
    keepFirstOfEachName(m_figures.blocks, [](const Block &block) { return block.target; });
    keepFirstOfEachName(m_figures.nics, [](const Nic &nic) { return nic.device; });
    return std::exchange(m_figures, {});
}

} // namespace stratadeck
