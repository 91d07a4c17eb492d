// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/linkreader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stratadeck {

namespace {

// The kernel fills datagrams up to this size when there is room for them.
constexpr std::size_t kBufferSize = std::size_t(32) << 10;

// Links may change while they are read; three times in a row means that they do so all the time.
constexpr int kAttempts = 3;

// More than the socket's queue holds: whoever keeps on sending does not keep us here.
constexpr int kMostMessages = 4096;

// The kernel answers within the calls themselves; this only keeps a strange one from holding the sweep.
constexpr timeval kPatience{1, 0};

int openSocket(quint32 groups)
{
    const int descriptor = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (descriptor < 0)
        return -1;
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = groups;
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0
        && ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof(kPatience)) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

/// One datagram; negative with errno when there is none. `whole` is false when the buffer was too small.
ssize_t receive(int descriptor, std::span<char> buffer, int flags, bool &whole, bool &fromKernel)
{
    sockaddr_nl sender{};
    iovec place{buffer.data(), buffer.size()};
    msghdr head{};
    head.msg_name = &sender;
    head.msg_namelen = sizeof(sender);
    head.msg_iov = &place;
    head.msg_iovlen = 1;
    ssize_t got = 0;
    do {
        got = ::recvmsg(descriptor, &head, flags);
    } while (got < 0 && errno == EINTR);
    whole = (head.msg_flags & MSG_TRUNC) == 0;
    fromKernel = sender.nl_pid == 0; // any process may send to a netlink socket
    return got;
}

template<typename Struct>
std::span<const char> bytesOf(const Struct &value)
{
    return {reinterpret_cast<const char *>(&value), sizeof(value)};
}

} // namespace

LinkReader::LinkReader(int asking, int listening)
    : m_asking(asking)
    , m_listening(listening)
    , m_buffer(kBufferSize)
{
}

std::unique_ptr<LinkReader> LinkReader::open()
{
    const int asking = openSocket(0);
    const int listening = openSocket(RTMGRP_LINK);
    std::unique_ptr<LinkReader> reader(new LinkReader(asking, listening)); // closes what is open
    return asking >= 0 && listening >= 0 ? std::move(reader) : nullptr;
}

LinkReader::~LinkReader()
{
    for (const int descriptor : {m_asking, m_listening}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

// The names are valid for the counters when no link changed between the two readings: the kernel tells of a
// change before it lets anybody read links again.
std::optional<std::span<const NetLine>> LinkReader::read()
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (hasChanged())
            m_namesKnown = false;
        if (!m_namesKnown) {
            const DumpProgress names = dumpNames();
            if (names.failed)
                return std::nullopt;
            m_namesKnown = !names.interrupted;
        }
        const DumpProgress stats = dumpStats();
        if (stats.failed)
            return std::nullopt;
        if (stats.interrupted || !m_namesKnown || hasChanged() || !joinNames()) {
            m_namesKnown = false;
            continue;
        }
        return m_lines;
    }
    return std::nullopt;
}

bool LinkReader::ask(quint16 type, std::span<const char> body)
{
    nlmsghdr head{};
    head.nlmsg_len = static_cast<quint32>(sizeof(head) + body.size());
    head.nlmsg_type = type;
    head.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    head.nlmsg_seq = ++m_sequence;
    std::array<char, 64> request{};
    std::memcpy(request.data(), &head, sizeof(head));
    std::memcpy(request.data() + sizeof(head), body.data(), body.size());
    return ::send(m_asking, request.data(), head.nlmsg_len, 0) == static_cast<ssize_t>(head.nlmsg_len);
}

template<typename Out>
bool LinkReader::dump(void (*readDatagram)(std::span<const char>, quint32, Out &, DumpProgress &), Out &out,
                      DumpProgress &progress)
{
    out.clear();
    while (!progress.done && !progress.failed) {
        bool whole = false;
        bool fromKernel = false;
        const ssize_t got = receive(m_asking, m_buffer, 0, whole, fromKernel);
        if (got <= 0 || !whole)
            return false;
        if (fromKernel)
            readDatagram({m_buffer.data(), static_cast<std::size_t>(got)}, m_sequence, out, progress);
    }
    return !progress.failed;
}

DumpProgress LinkReader::dumpStats()
{
    if_stats_msg body{};
    body.family = AF_UNSPEC;
    body.filter_mask = IFLA_STATS_FILTER_BIT(IFLA_STATS_LINK_64);
    DumpProgress progress;
    progress.failed = !ask(RTM_GETSTATS, bytesOf(body)) || !dump(readLinkStats, m_stats, progress);
    return progress;
}

DumpProgress LinkReader::dumpNames()
{
    struct {
        ifinfomsg link{};
        rtattr attribute{sizeof(rtattr) + sizeof(quint32), IFLA_EXT_MASK};
        quint32 leaveOut = RTEXT_FILTER_SKIP_STATS;
    } body;
    DumpProgress progress;
    progress.failed = !ask(RTM_GETLINK, bytesOf(body)) || !dump(readLinkNames, m_names, progress);
    std::sort(m_names.begin(), m_names.end(),
              [](const LinkName &a, const LinkName &b) { return a.index < b.index; });
    return progress;
}

/// True when links changed since the last call. A lost message is a change, too.
bool LinkReader::hasChanged()
{
    bool changed = false;
    for (int message = 0; message < kMostMessages; ++message) {
        bool whole = false;
        bool fromKernel = false;
        const ssize_t got = receive(m_listening, m_buffer, MSG_DONTWAIT, whole, fromKernel);
        if (got < 0 && errno != ENOBUFS)
            return changed;
        changed = changed || got < 0 || fromKernel;
    }
    return true;
}

/// Puts names to the counters; false when an interface has none. Both come in the order of their numbers or
/// nearly so, so that a name is hardly ever looked for.
bool LinkReader::joinNames()
{
    m_lines.clear();
    auto next = m_names.cbegin();
    for (const LinkStats &stats : m_stats) {
        if (next == m_names.cend() || next->index != stats.index) {
            next = std::lower_bound(m_names.cbegin(), m_names.cend(), stats.index,
                                    [](const LinkName &name, quint32 index) { return name.index < index; });
        }
        if (next == m_names.cend() || next->index != stats.index)
            return false;
        m_lines.push_back({next->name, stats.received, stats.sent});
        ++next;
    }
    return true;
}

} // namespace stratadeck
