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
    if (m_values.size() <= series) {
        m_values.resize(series + 1, kNan);
        m_groupOf.resize(series + 1, -1);
    }
    m_values[series] = value;
    qint32 &group = m_groupOf[series];
    if (group < 0) {
        const quint64 name = (quint64(stratadeck::value(entity)) << 16) | static_cast<quint16>(metric);
        const auto known = m_byName.constFind(name);
        group = static_cast<qint32>(known == m_byName.constEnd() ? m_groups.size() : *known);
        if (known == m_byName.constEnd()) {
            m_byName.insert(name, static_cast<quint32>(group));
            m_groups.push_back({entity, metric, {}, false});
        }
        m_groups[static_cast<std::size_t>(group)].series.push_back(series);
    }
    Group &touched = m_groups[static_cast<std::size_t>(group)];
    if (!std::exchange(touched.touched, true))
        m_touched.push_back(static_cast<quint32>(group));
}

double InstanceFold::folded(const Group &group) const
{
    double result = kNan;
    for (const quint32 series : group.series) {
        const double value = m_values[series];
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
