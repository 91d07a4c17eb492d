// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/netlinkdump.h"

#include <QRandomGenerator>
#include <QTest>
#include <cstring>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSequence = 7;

template<typename Struct>
QByteArray bytesOf(const Struct &value)
{
    return {reinterpret_cast<const char *>(&value), sizeof(value)};
}

QByteArray padded(QByteArray bytes)
{
    return bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

QByteArray attribute(quint16 type, const QByteArray &payload)
{
    return padded(bytesOf(nlattr{static_cast<quint16>(sizeof(nlattr) + payload.size()), type}) + payload);
}

QByteArray message(quint16 type, const QByteArray &body, quint16 flags = NLM_F_MULTI,
                   quint32 sequence = kSequence)
{
    const auto length = static_cast<quint32>(sizeof(nlmsghdr) + body.size());
    return padded(bytesOf(nlmsghdr{length, type, flags, sequence, 0}) + body);
}

QByteArray done(int error = 0)
{
    return message(NLMSG_DONE, bytesOf(error));
}

QByteArray statsBody(quint32 index, const QByteArray &attributes)
{
    if_stats_msg head{};
    head.ifindex = index;
    head.filter_mask = 1;
    return bytesOf(head) + attributes;
}

/// All counters of the link differ.
QByteArray counters(quint64 first)
{
    rtnl_link_stats64 stats{};
    stats.rx_packets = first + 1;
    stats.tx_packets = first + 2;
    stats.rx_bytes = first + 3;
    stats.tx_bytes = first + 4;
    stats.rx_errors = first + 5;
    stats.tx_errors = first + 6;
    stats.rx_dropped = first + 7;
    stats.tx_dropped = first + 8;
    stats.multicast = first + 9;
    stats.collisions = first + 10;
    stats.rx_missed_errors = 1000;
    stats.tx_compressed = first + 11;
    return bytesOf(stats);
}

QByteArray stats(quint32 index, quint64 first, quint16 flags = NLM_F_MULTI)
{
    return message(RTM_NEWSTATS, statsBody(index, attribute(IFLA_STATS_LINK_64, counters(first))), flags);
}

QByteArray nameBody(int index, const QByteArray &attributes)
{
    ifinfomsg head{};
    head.ifi_index = index;
    return bytesOf(head) + attributes;
}

QByteArray name(int index, const QByteArray &text)
{
    return message(RTM_NEWLINK, nameBody(index, attribute(IFLA_MTU, QByteArrayLiteral("\0\5\0\0"))
                                                    + attribute(IFLA_IFNAME, text + '\0')));
}

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

struct Stats {
    std::vector<LinkStats> links;
    DumpProgress progress;

    explicit Stats(const QByteArrayList &datagrams)
    {
        for (const QByteArray &datagram : datagrams)
            readLinkStats(spanOf(datagram), kSequence, links, progress);
    }
};

struct Names {
    std::vector<LinkName> links;
    DumpProgress progress;

    explicit Names(const QByteArray &datagram) { readLinkNames(spanOf(datagram), kSequence, links, progress); }
};

} // namespace

class TestNetlinkDump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countersAreThoseOfProcNetDev();
    void overSeveralDatagrams();
    void interruptedIsSaid();
    void otherMessagesArePassedOver();
    void longerCountersOfLaterKernels();
    void names();
    void malformed_data();
    void malformed();
    void malformedNames_data();
    void malformedNames();
    void everyTruncation();
    void noise();
};

void TestNetlinkDump::countersAreThoseOfProcNetDev()
{
    const Stats read({stats(3, 100) + stats(9, 200) + done()});
    QVERIFY(read.progress.done && !read.progress.failed && !read.progress.interrupted);
    QCOMPARE(read.links.size(), std::size_t(2));
    const LinkStats expected{3, {103, 101, 105, 107 + 1000}, {104, 102, 106, 108}};
    QVERIFY(read.links[0] == expected);
    QCOMPARE(read.links[1].index, 9u);
    QCOMPARE(read.links[1].received.bytes, 203u);
}

void TestNetlinkDump::overSeveralDatagrams()
{
    const Stats read({stats(1, 0), stats(2, 0) + stats(3, 0), done()});
    QVERIFY(read.progress.done && !read.progress.failed);
    QCOMPARE(read.links.size(), std::size_t(3));
    const Stats unfinished({stats(1, 0)});
    QVERIFY(!unfinished.progress.done && !unfinished.progress.failed);
}

void TestNetlinkDump::interruptedIsSaid()
{
    QVERIFY(Stats({stats(1, 0, NLM_F_MULTI | NLM_F_DUMP_INTR), stats(2, 0) + done()}).progress.interrupted);
    const int none = 0;
    const Stats atTheEnd({stats(1, 0) + message(NLMSG_DONE, bytesOf(none), NLM_F_MULTI | NLM_F_DUMP_INTR)});
    QVERIFY(atTheEnd.progress.done && atTheEnd.progress.interrupted && !atTheEnd.progress.failed);
}

void TestNetlinkDump::otherMessagesArePassedOver()
{
    const QByteArray late = message(RTM_NEWSTATS, statsBody(8, attribute(IFLA_STATS_LINK_64, counters(1))),
                                    NLM_F_MULTI, kSequence - 1); // of an earlier request
    const QByteArray other = message(RTM_NEWADDR, QByteArrayLiteral("abcd"));
    const QByteArray without = message(RTM_NEWSTATS, statsBody(5, attribute(2, QByteArrayLiteral("abcd"))));
    const Stats read({late + other + message(NLMSG_NOOP, {}) + without + stats(1, 0) + done()});
    QVERIFY(read.progress.done && !read.progress.failed);
    QCOMPARE(read.links.size(), std::size_t(1));
    QCOMPARE(read.links[0].index, 1u);
}

void TestNetlinkDump::longerCountersOfLaterKernels()
{
    const QByteArray body = statsBody(1, attribute(IFLA_STATS_LINK_64, counters(0) + QByteArray(64, 'x')));
    const Stats read({message(RTM_NEWSTATS, body) + done()});
    QVERIFY(!read.progress.failed);
    QCOMPARE(read.links.at(0).received.bytes, 3u);
    const QByteArray older = statsBody(1, attribute(IFLA_STATS_LINK_64, counters(0).left(23 * 8)));
    QCOMPARE(Stats({message(RTM_NEWSTATS, older) + done()}).links.size(), std::size_t(1));
}

void TestNetlinkDump::names()
{
    const Names read(name(2, "eth0") + name(31, "veth0123456789a") + done());
    QVERIFY(read.progress.done && !read.progress.failed);
    const std::vector<LinkName> expected{{2, "eth0"}, {31, "veth0123456789a"}};
    QVERIFY(read.links == expected);
}

void TestNetlinkDump::malformed_data()
{
    QTest::addColumn<QByteArray>("datagram");
    const QByteArray good = attribute(IFLA_STATS_LINK_64, counters(0));
    const auto withLength = [](QByteArray bytes, quint32 length) {
        std::memcpy(bytes.data(), &length, sizeof(length));
        return bytes;
    };
    const auto withAttribute = [&good](quint16 length) {
        QByteArray bytes = good;
        std::memcpy(bytes.data(), &length, sizeof(length));
        return message(RTM_NEWSTATS, statsBody(1, bytes));
    };
    QTest::newRow("part of a header") << stats(1, 0).left(8);
    QTest::newRow("length of nothing") << withLength(stats(1, 0), 0);
    QTest::newRow("length of less than a header") << withLength(stats(1, 0), 15);
    QTest::newRow("longer than the datagram") << withLength(stats(1, 0), 4096);
    QTest::newRow("longest") << withLength(stats(1, 0), 0xffffffff);
    QTest::newRow("no head") << message(RTM_NEWSTATS, QByteArrayLiteral("abcd"));
    QTest::newRow("attribute of nothing") << withAttribute(0);
    QTest::newRow("attribute of less than its head") << withAttribute(3);
    QTest::newRow("attribute past the end") << withAttribute(0xffff);
    QTest::newRow("part of an attribute") << message(RTM_NEWSTATS, statsBody(1, QByteArrayLiteral("ab")));
    QTest::newRow("counters cut") << message(
        RTM_NEWSTATS, statsBody(1, attribute(IFLA_STATS_LINK_64, counters(0).left(120))));
    QTest::newRow("refused") << message(NLMSG_ERROR, bytesOf(-EOPNOTSUPP) + QByteArray(16, '\0'));
    QTest::newRow("broken off") << done(-EINTR);
    QTest::newRow("done without a word") << message(NLMSG_DONE, {});
    QTest::newRow("overrun") << message(NLMSG_OVERRUN, {});
}

void TestNetlinkDump::malformed()
{
    QFETCH(QByteArray, datagram);
    QVERIFY(Stats({stats(5, 0) + datagram}).progress.failed);
}

void TestNetlinkDump::malformedNames_data()
{
    QTest::addColumn<QByteArray>("datagram");
    const auto named = [](const QByteArray &payload) {
        return message(RTM_NEWLINK, nameBody(1, attribute(IFLA_IFNAME, payload)));
    };
    QTest::newRow("without a name") << message(RTM_NEWLINK,
                                               nameBody(1, attribute(IFLA_MTU, QByteArrayLiteral("abcd"))));
    QTest::newRow("empty") << named(QByteArrayLiteral("\0"));
    QTest::newRow("no bytes") << named({});
    QTest::newRow("not ended") << named(QByteArrayLiteral("eth0"));
    QTest::newRow("too long") << named(QByteArrayLiteral("veth0123456789ab\0"));
    QTest::newRow("number zero") << name(0, "eth0");
    QTest::newRow("negative number") << name(-1, "eth0");
    QTest::newRow("no head") << message(RTM_NEWLINK, QByteArrayLiteral("abcd"));
}

void TestNetlinkDump::malformedNames()
{
    QFETCH(QByteArray, datagram);
    QVERIFY(Names(name(4, "eth4") + datagram).progress.failed);
}

// Cut anywhere, nothing is made up: what was read before the cut is right, and the end is missed.
void TestNetlinkDump::everyTruncation()
{
    const QByteArray whole = stats(1, 10) + stats(2, 20) + done();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Stats read({whole.left(length)});
        QVERIFY(!read.progress.done || read.progress.failed);
        QVERIFY(read.links.size() <= 2);
        for (const LinkStats &link : read.links)
            QCOMPARE(link.received.bytes, link.index * 10 + 3u);
    }
}

void TestNetlinkDump::noise()
{
    QRandomGenerator random(1);
    const QByteArray whole = stats(1, 10) + name(3, "eth0") + stats(2, 20) + done();
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = whole;
        for (quint32 flip = random.bounded(8U) + 1; flip > 0; --flip)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        const Stats read({bytes});
        const Names names(bytes);
        QVERIFY(read.links.size() <= 3);
        for (const LinkName &link : names.links)
            QVERIFY(!link.name.empty() && link.name.size() < 16);
    }
}

QTEST_APPLESS_MAIN(TestNetlinkDump)
#include "tst_netlinkdump.moc"
