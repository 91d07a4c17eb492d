// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/linkreader.h"

#include "models/collect/host/hostcollector.h"
#include "models/collect/host/kernelfile.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// "name received/packets/errors/drops sent/packets/errors/drops", in the order of the names.
QStringList texts(std::span<const NetLine> lines)
{
    const auto direction = [](const NetLine::Direction &d) {
        return u"%1/%2/%3/%4"_s.arg(d.bytes).arg(d.packets).arg(d.errors).arg(d.drops);
    };
    QStringList texts;
    for (const NetLine &line : lines) {
        const QString name = QString::fromUtf8(line.name.data(), static_cast<qsizetype>(line.name.size()));
        texts.append(name + u' ' + direction(line.received) + u' ' + direction(line.sent));
    }
    texts.sort();
    return texts;
}

QStringList procNetDev()
{
    KernelFile file(u"/proc/net/dev"_s);
    const auto text = file.read();
    return text ? texts(parseNetDev(*text)) : QStringList();
}

QStringList netlink(LinkReader &reader)
{
    const auto lines = reader.read();
    return lines ? texts(*lines) : QStringList{u"nothing"_s};
}

/// Runs ip(8) in our namespace, one command a line.
bool ip(const QStringList &commands)
{
    QProcess process;
    process.start(u"ip"_s, {u"-batch"_s, u"-"_s});
    process.write(commands.join(u'\n').toUtf8() + '\n');
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool ip(const QString &command)
{
    return ip(QStringList{command});
}

/// A packet to ourselves, so that the counters of the loopback are not zero.
bool sendToOurselves()
{
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const ssize_t sent = ::sendto(descriptor, "stratadeck", 10, 0, reinterpret_cast<const sockaddr *>(&address),
                                  sizeof(address));
    ::close(descriptor);
    return sent == 10;
}

bool isOnItsOwn = false;

} // namespace

/// In a network namespace of its own, which ends with the test.
class TestLinkReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhatProcNetDevSays();
    void linksComeAndGo();
    void renamedLink();
    void numberUsedAgain();
    void manyDatagrams();
    void changesMeanwhile();
    void hostCollectorUsesIt();

private:
    std::unique_ptr<LinkReader> m_reader;
};

void TestLinkReader::initTestCase()
{
    QVERIFY2(isOnItsOwn, "no network namespace of its own");
    QVERIFY(ip(u"link set lo up"_s));
    QVERIFY(sendToOurselves());
}

void TestLinkReader::init()
{
    QStringList commands;
    for (const QString &line : procNetDev()) {
        const QString name = line.section(u' ', 0, 0);
        if (name.startsWith("sd"_L1))
            commands.append(u"link del "_s + name);
    }
    QVERIFY(commands.isEmpty() || ip(commands));
    m_reader = LinkReader::open();
    QVERIFY(m_reader);
}

void TestLinkReader::saysWhatProcNetDevSays()
{
    const QStringList expected = procNetDev();
    QCOMPARE(netlink(*m_reader), expected);
    const QString loopback = expected.filter(QRegularExpression(u"^lo "_s)).value(0);
    QVERIFY2(!loopback.isEmpty() && !loopback.startsWith("lo 0/"_L1), qPrintable(loopback));
    QVERIFY(sendToOurselves());
    QVERIFY(procNetDev() != expected);
    QCOMPARE(netlink(*m_reader), procNetDev());
}

void TestLinkReader::linksComeAndGo()
{
    netlink(*m_reader);
    QVERIFY(ip(u"link add sd0 type bridge"_s));
    QCOMPARE(netlink(*m_reader), procNetDev());
    QCOMPARE(netlink(*m_reader).filter(u"sd0 "_s).size(), 1);
    QVERIFY(ip(u"link del sd0"_s));
    QCOMPARE(netlink(*m_reader), procNetDev());
    QVERIFY(netlink(*m_reader).filter(u"sd0 "_s).isEmpty());
}

void TestLinkReader::renamedLink()
{
    QVERIFY(ip(u"link add sd1 type bridge"_s));
    QCOMPARE(netlink(*m_reader), procNetDev());
    QVERIFY(ip(u"link set sd1 name sd2"_s));
    QCOMPARE(netlink(*m_reader), procNetDev());
    QCOMPARE(netlink(*m_reader).filter(u"sd2 "_s).size(), 1);
}

void TestLinkReader::numberUsedAgain()
{
    QVERIFY(ip(u"link add sd3 index 777 type bridge"_s));
    QCOMPARE(netlink(*m_reader).filter(u"sd3 "_s).size(), 1);
    QVERIFY(ip(u"link del sd3"_s));
    QVERIFY(ip(u"link add sd4 index 777 type bridge"_s));
    QCOMPARE(netlink(*m_reader), procNetDev());
    QCOMPARE(netlink(*m_reader).filter(u"sd4 "_s).size(), 1);
}

void TestLinkReader::manyDatagrams()
{
    QStringList commands;
    for (int i = 0; i < 200; ++i)
        commands.append(u"link add sd5x%1 type bridge"_s.arg(i));
    QVERIFY(ip(commands));
    const QStringList lines = netlink(*m_reader); // the queue of changes has run over, or nearly
    QVERIFY(lines.size() > 200);
    QCOMPARE(lines, procNetDev());
}

// Whatever happens between and during the readings, a counter never appears under another link's name.
void TestLinkReader::changesMeanwhile()
{
    QVERIFY(ip(u"link add sd6 index 800 type bridge"_s));
    QProcess churn;
    churn.start(u"sh"_s, {u"-c"_s, u"for i in $(seq 40); do ip link add sd7 index 900 type bridge;"
                                   "ip link set sd7 name sd8; ip link del sd8; done"_s});
    QVERIFY(churn.waitForStarted());
    const QString still = netlink(*m_reader).filter(u"sd6 "_s).value(0);
    int readings = 0;
    while (churn.state() != QProcess::NotRunning) {
        const QStringList lines = netlink(*m_reader);
        if (lines != QStringList{u"nothing"_s}) { // too many changes at once: /proc/net/dev is read instead
            QCOMPARE(lines.filter(u"sd6 "_s), QStringList{still});
            QCOMPARE(lines.filter(QRegularExpression(u"^lo "_s)).size(), 1);
            ++readings;
        }
        churn.waitForFinished(1);
    }
    QVERIFY(readings > 0);
    QCOMPARE(netlink(*m_reader), procNetDev());
}

// The file system of /sys still shows the links outside, so that here nothing has hardware behind it that is
// not called as something outside.
void TestLinkReader::hostCollectorUsesIt()
{
    QVERIFY(ip(u"link add sd9 type bridge"_s));
    FakeClock clock;
    HostCollector collector({SourceId(1), u"host:"_s, &clock, 1000ms});
    SeriesList series;
    const auto sweep = [&] {
        clock.advance(1000ms);
        const auto batches = collector.collect({});
        return batches ? series.texts(batches->front()).filter(u"net.rx_bytes[sd"_s) : QStringList();
    };
    QCOMPARE(sweep(), QStringList{u"net.rx_bytes[sd9]=0"_s});
    QVERIFY(ip(u"link set sd9 name sdt"_s));
    QCOMPARE(sweep(), (QStringList{u"net.rx_bytes[sd9]=?"_s, u"net.rx_bytes[sdt]=0"_s}));
    QCOMPARE(sweep(), QStringList{u"net.rx_bytes[sdt]=0"_s});
}

// Before there are threads: a user may have a network of his own only together with a namespace for users, and
// that only with a single thread.
int main(int argc, char **argv)
{
    isOnItsOwn = ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    const QCoreApplication application(argc, argv);
    TestLinkReader test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_linkreader.moc"
