// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/instancefold.h"

#include "models/inventory/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

constexpr std::array kRealDisks{"sd"_L1,   "vd"_L1,     "xvd"_L1,  "hd"_L1,   "nvme"_L1,
                                "dasd"_L1, "mmcblk"_L1, "pmem"_L1, "cciss"_L1};
constexpr std::array kVirtualCards{"lo"_L1,      "veth"_L1, "vnet"_L1,  "virbr"_L1,   "docker"_L1, "podman"_L1,
                                   "br-"_L1,     "cni"_L1,  "tap"_L1,   "macvtap"_L1, "bond"_L1,   "team"_L1,
                                   "flannel"_L1, "cali"_L1, "dummy"_L1, "ifb"_L1};

bool startsWithOneOf(QStringView name, std::span<const QLatin1StringView> prefixes)
{
    return std::ranges::any_of(prefixes, [name](QLatin1StringView prefix) { return name.startsWith(prefix); });
}

quint64 nameOf(EntityId entity, MetricId metric)
{
    return (quint64(value(entity)) << 16) | static_cast<quint16>(metric);
}

bool isLatency(MetricId metric)
{
    return metric == MetricId::DiskReadLatency || metric == MetricId::DiskWriteLatency;
}

} // namespace

bool InstanceFold::counts(EntityKind kind, MetricId metric, QStringView instance)
{
    if (kind != EntityKind::Host)
        return true;
    if (metric == MetricId::NetRxRate || metric == MetricId::NetTxRate)
        return !startsWithOneOf(instance, kVirtualCards);
    return startsWithOneOf(instance, kRealDisks);
}

void InstanceFold::set(quint32 series, EntityId entity, MetricId metric, double value)
{
    Member *member = m_members.find(series);
    if (!member) {
        const quint64 name = nameOf(entity, metric);
        const auto known = m_byName.constFind(name);
        const auto group = known == m_byName.constEnd() ? static_cast<quint32>(m_groups.end()) : *known;
        if (known == m_byName.constEnd()) {
            m_byName.insert(name, group);
            m_groups.set(group, {entity, metric, {}, false});
        }
        m_groups[group].series.push_back(series);
        member = &m_members.set(series, {value, group});
    }
    member->value = value;
    if (!std::exchange(m_groups[member->group].touched, true))
        m_touched.push_back(member->group);
}

void InstanceFold::forget(quint32 series)
{
    const Member *member = m_members.find(series);
    if (!member)
        return;
    const quint32 number = member->group;
    m_members.erase(series);
    Group &group = m_groups[number];
    std::erase(group.series, series);
    if (!group.series.empty())
        return;
    std::erase(m_touched, number);
    m_byName.remove(nameOf(group.entity, group.metric));
    m_groups.erase(number);
}

double InstanceFold::folded(const Group &group) const
{
    double result = kNan;
    for (const quint32 series : group.series) {
        const double value = m_members[series].value;
        result = isLatency(group.metric) ? std::fmax(result, value) : knownSum(result, value);
    }
    return result;
}

void InstanceFold::take(TimePoint at, std::vector<FigureUpdate> &out)
{
    for (const quint32 touched : m_touched) {
        Group &group = m_groups[touched];
        group.touched = false;
        out.push_back({group.entity, group.metric, at, folded(group)});
    }
    m_touched.clear();
}

} // namespace stratadeck
