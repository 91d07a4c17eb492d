// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/netlinkdump.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <optional>

namespace stratadeck {

namespace {

constexpr std::size_t kMostLinks = 65536;

/// Messages and attributes begin at multiples of four.
constexpr std::size_t aligned(std::size_t size)
{
    return (size + 3) & ~std::size_t(3);
}

/// A structure from the front of `bytes`, which need not be aligned for it.
template<typename Struct>
std::optional<Struct> takeFront(std::span<const char> &bytes)
{
    if (bytes.size() < sizeof(Struct))
        return std::nullopt;
    Struct front;
    std::memcpy(&front, bytes.data(), sizeof(Struct));
    bytes = bytes.subspan(std::min(aligned(sizeof(Struct)), bytes.size()));
    return front;
}

/// The payload of the first attribute of `type`; none when there is none, `failed` when they are malformed.
std::optional<std::span<const char>> findAttribute(std::span<const char> attributes, int type, bool &failed)
{
    while (!attributes.empty()) {
        nlattr head{};
        if (attributes.size() < sizeof(head)) {
            failed = true;
            return std::nullopt;
        }
        std::memcpy(&head, attributes.data(), sizeof(head));
        if (head.nla_len < sizeof(head) || head.nla_len > attributes.size()) {
            failed = true;
            return std::nullopt;
        }
        if ((head.nla_type & NLA_TYPE_MASK) == type)
            return attributes.subspan(sizeof(head), head.nla_len - sizeof(head));
        attributes = attributes.subspan(std::min(aligned(head.nla_len), attributes.size()));
    }
    return std::nullopt;
}

/// Later kernels add counters behind these; the ones up to here are in every kernel that has the message.
constexpr std::size_t kStatsSize =
    offsetof(rtnl_link_stats64, rx_missed_errors) + sizeof(rtnl_link_stats64::rx_missed_errors);

bool readStats(std::span<const char> message, std::vector<LinkStats> &out)
{
    const auto head = takeFront<if_stats_msg>(message);
    bool failed = !head;
    const auto payload = failed ? std::nullopt : findAttribute(message, IFLA_STATS_LINK_64, failed);
    if (failed || !payload)
        return !failed; // a link without counters has none to tell
    if (payload->size() < kStatsSize)
        return false;
    rtnl_link_stats64 stats{};
    std::memcpy(&stats, payload->data(), kStatsSize);
    out.push_back(
        {head->ifindex,
         {stats.rx_bytes, stats.rx_packets, stats.rx_errors, stats.rx_dropped + stats.rx_missed_errors},
         {stats.tx_bytes, stats.tx_packets, stats.tx_errors, stats.tx_dropped}});
    return true;
}

bool readName(std::span<const char> message, std::vector<LinkName> &out)
{
    const auto head = takeFront<ifinfomsg>(message);
    bool failed = !head || head->ifi_index <= 0;
    const auto payload = failed ? std::nullopt : findAttribute(message, IFLA_IFNAME, failed);
    if (failed || !payload)
        return false;
    const auto end = std::find(payload->begin(), payload->end(), '\0');
    const auto length = static_cast<std::size_t>(end - payload->begin());
    if (end == payload->end() || length == 0 || length >= IFNAMSIZ)
        return false;
    out.push_back({static_cast<quint32>(head->ifi_index), std::string(payload->data(), length)});
    return true;
}

/// Both end messages carry an error number, zero or negative.
bool saysError(std::span<const char> message)
{
    const auto number = takeFront<int>(message);
    return !number || *number != 0;
}

template<typename Out>
void readDump(std::span<const char> datagram, quint32 sequence, quint16 type,
              bool (*read)(std::span<const char>, Out &), Out &out, DumpProgress &progress)
{
    while (!datagram.empty() && !progress.done && !progress.failed) {
        nlmsghdr head{};
        if (datagram.size() < sizeof(head)) {
            progress.failed = true;
            return;
        }
        std::memcpy(&head, datagram.data(), sizeof(head));
        if (head.nlmsg_len < sizeof(head) || head.nlmsg_len > datagram.size()) {
            progress.failed = true;
            return;
        }
        const std::span<const char> message =
            datagram.subspan(aligned(sizeof(head)), head.nlmsg_len - aligned(sizeof(head)));
        datagram = datagram.subspan(std::min(aligned(head.nlmsg_len), datagram.size()));
        if (head.nlmsg_seq != sequence)
            continue;
        if (head.nlmsg_flags & NLM_F_DUMP_INTR)
            progress.interrupted = true;
        if (head.nlmsg_type == NLMSG_DONE) {
            progress.done = true;
            progress.failed = saysError(message);
        } else if (head.nlmsg_type == NLMSG_ERROR || head.nlmsg_type == NLMSG_OVERRUN) {
            progress.failed = true; // no acknowledgement was asked for
        } else if (head.nlmsg_type == type) {
            progress.failed = out.size() >= kMostLinks || !read(message, out);
        }
    }
}

} // namespace

void readLinkStats(std::span<const char> datagram, quint32 sequence, std::vector<LinkStats> &out,
                   DumpProgress &progress)
{
    readDump(datagram, sequence, RTM_NEWSTATS, readStats, out, progress);
}

void readLinkNames(std::span<const char> datagram, quint32 sequence, std::vector<LinkName> &out,
                   DumpProgress &progress)
{
    readDump(datagram, sequence, RTM_NEWLINK, readName, out, progress);
}

} // namespace stratadeck
