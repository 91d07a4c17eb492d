// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/netfigures.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kLookInterval{30};

bool isComposed(const QString &folder)
{
    if (QFileInfo::exists(folder + u"/bridge"_s) || QFileInfo::exists(folder + u"/bonding"_s))
        return true;
    QFile uevent(folder + u"/uevent"_s);
    if (!uevent.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = uevent.read(4096).split('\n');
    constexpr std::array<const char *, 4> types{"DEVTYPE=bridge", "DEVTYPE=bond", "DEVTYPE=vlan",
                                                "DEVTYPE=team"};
    return std::ranges::any_of(types, [&lines](const char *type) { return lines.contains(type); });
}

} // namespace

NetFigures::NetFigures(const QString &root)
    : m_classFolder(root + u"sys/class/net/"_s)
    , m_dev(root + u"proc/net/dev"_s)
    , m_interfaces({MetricId::NetRxBytes, MetricId::NetRxPackets, MetricId::NetRxErrors, MetricId::NetRxDrops,
                    MetricId::NetTxBytes, MetricId::NetTxPackets, MetricId::NetTxErrors, MetricId::NetTxDrops})
{
}

void NetFigures::read(BatchBuilder &builder, EntityRef host, Ticks now)
{
    const auto text = m_dev.read();
    if (!text)
        return;
    if (!m_lookedAt || now - *m_lookedAt >= kLookInterval) {
        m_roles.clear(); // an interface may have been replaced by another of its name
        m_lookedAt = now;
    }
    const std::vector<NetLine> lines = parseNetDev(*text);
    const bool anyHardware =
        std::ranges::any_of(lines, [this](const NetLine &line) { return roleOf(line.name) == Role::Hardware; });
    for (const NetLine &line : lines) {
        const Role role = roleOf(line.name);
        if (role == Role::Loopback || (anyHardware && role == Role::Virtual))
            continue;
        const std::array counts{line.received.bytes, line.received.packets, line.received.errors,
                                line.received.drops, line.sent.bytes,       line.sent.packets,
                                line.sent.errors,    line.sent.drops};
        std::array<double, counts.size()> figures{};
        std::ranges::transform(counts, figures.begin(),
                               [](quint64 count) { return static_cast<double>(count); });
        const QString instance = QString::fromUtf8(line.name.data(), static_cast<qsizetype>(line.name.size()));
        m_interfaces.add(builder, host, instance, figures);
    }
    m_interfaces.finishRound(builder);
}

NetFigures::Role NetFigures::roleOf(std::string_view name)
{
    if (name == "lo")
        return Role::Loopback;
    const QByteArray key(name.data(), static_cast<qsizetype>(name.size()));
    const auto known = m_roles.constFind(key);
    if (known != m_roles.constEnd())
        return *known;
    const bool isSafe = !key.contains('/') && !key.contains("..");
    const QString folder = m_classFolder + QString::fromUtf8(key);
    Role role = Role::Virtual;
    if (isSafe && QFileInfo::exists(folder + u"/device"_s))
        role = Role::Hardware;
    else if (isSafe && isComposed(folder))
        role = Role::Composed;
    return *m_roles.insert(key, role);
}

} // namespace stratadeck
