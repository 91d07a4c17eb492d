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
    , m_isThisMachine(root == "/"_L1)
    , m_dev(root + u"proc/net/dev"_s)
    , m_rows({MetricId::NetRxBytes, MetricId::NetRxPackets, MetricId::NetRxErrors, MetricId::NetRxDrops,
              MetricId::NetTxBytes, MetricId::NetTxPackets, MetricId::NetTxErrors, MetricId::NetTxDrops})
{
}

void NetFigures::read(BatchBuilder &builder, EntityRef host, Ticks now)
{
    if (!m_lookedAt || now - *m_lookedAt >= kLookInterval) {
        m_interfaces.clear(); // an interface may have been replaced by another of its name
        if (m_isThisMachine && !m_links)
            m_links = LinkReader::open();
        m_lookedAt = now;
    }
    const auto lines = readLines();
    if (!lines)
        return;
    const bool anyHardware = std::ranges::any_of(
        *lines, [this](const NetLine &line) { return interfaceOf(line.name).role == Role::Hardware; });
    for (const NetLine &line : *lines) {
        Interface &interface = interfaceOf(line.name);
        if (interface.role == Role::Loopback || (anyHardware && interface.role == Role::Virtual))
            continue;
        add(builder, host, line, interface);
    }
    m_rows.finishRound(builder);
}

std::optional<std::span<const NetLine>> NetFigures::readLines()
{
    if (m_links) {
        if (const auto lines = m_links->read())
            return lines;
        m_links.reset(); // tried again when the roles are looked up next
    }
    const auto text = m_dev.read();
    if (!text)
        return std::nullopt;
    m_lines = parseNetDev(*text, std::move(m_lines));
    return m_lines;
}

void NetFigures::add(BatchBuilder &builder, EntityRef host, const NetLine &line, Interface &interface)
{
    const std::array counts{line.received.bytes, line.received.packets, line.received.errors,
                            line.received.drops, line.sent.bytes,       line.sent.packets,
                            line.sent.errors,    line.sent.drops};
    std::array<double, counts.size()> figures{};
    std::ranges::transform(counts, figures.begin(), [](quint64 count) { return static_cast<double>(count); });
    if (!interface.row) {
        const QString name = QString::fromUtf8(line.name.data(), static_cast<qsizetype>(line.name.size()));
        interface.row = m_rows.row(builder, host, name);
    }
    m_rows.add(builder, *interface.row, figures);
}

NetFigures::Interface &NetFigures::interfaceOf(std::string_view name)
{
    // Only to look it up: it owns nothing.
    const QByteArray key = QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size()));
    const auto known = m_interfaces.find(key);
    if (known != m_interfaces.end())
        return *known;
    return *m_interfaces.insert(QByteArray(key.constData(), key.size()), {roleOf(key), {}});
}

NetFigures::Role NetFigures::roleOf(const QByteArray &name) const
{
    if (name == "lo")
        return Role::Loopback;
    const bool isSafe = !name.contains('/') && !name.contains("..");
    const QString folder = m_classFolder + QString::fromUtf8(name);
    if (isSafe && QFileInfo::exists(folder + u"/device"_s))
        return Role::Hardware;
    return isSafe && isComposed(folder) ? Role::Composed : Role::Virtual;
}

} // namespace stratadeck
