// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/diskstats.h"
#include "models/collect/host/kernelfile.h"
#include "models/collect/host/loadavg.h"
#include "models/collect/host/meminfo.h"
#include "models/collect/host/mountinfo.h"
#include "models/collect/host/netdev.h"
#include "models/collect/host/pressure.h"
#include "models/collect/host/procstat.h"
#include "models/collect/host/textscan.h"
#include "models/collect/host/vmstat.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

using Count = std::optional<quint64>;

namespace {

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

/// The parsers of /proc files against what kernels write and against what no kernel writes.
class TestHostParsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
    void decimals_data();
    void decimals();
    void procStat();
    void procStatRefuses_data();
    void procStatRefuses();
    void memInfo();
    void vmStat();
    void diskStats_data();
    void diskStats();
    void netDev_data();
    void netDev();
    void pressure();
    void loadAverage_data();
    void loadAverage();
    void mountInfo_data();
    void mountInfo();
    void anythingIsSurvived();
    void kernelFileReadsAgain();
    void kernelFileIsBounded();
    void firstLines();
};

void TestHostParsers::counts_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isCount");
    QTest::newRow("zero") << QByteArray("0") << true;
    QTest::newRow("largest") << QByteArray("18446744073709551615") << true;
    QTest::newRow("too large") << QByteArray("18446744073709551616") << false;
    QTest::newRow("negative") << QByteArray("-1") << false;
    QTest::newRow("plus") << QByteArray("+1") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("with rest") << QByteArray("12x") << false;
    QTest::newRow("decimal") << QByteArray("1.5") << false;
    QTest::newRow("hex") << QByteArray("0x10") << false;
}

void TestHostParsers::counts()
{
    QFETCH(QByteArray, word);
    QFETCH(bool, isCount);
    const Count count = toCount(view(word));
    QCOMPARE(count.has_value(), isCount);
    if (isCount)
        QCOMPARE(*count, word.toULongLong());
}

void TestHostParsers::decimals_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isDecimal");
    QTest::newRow("plain") << QByteArray("12.50") << true;
    QTest::newRow("whole") << QByteArray("3") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("negative") << QByteArray("-0.5") << false;
    QTest::newRow("nan") << QByteArray("nan") << false;
    QTest::newRow("inf") << QByteArray("inf") << false;
    QTest::newRow("exponent") << QByteArray("1e3") << false;
    QTest::newRow("comma") << QByteArray("1,5") << false;
}

void TestHostParsers::decimals()
{
    QFETCH(QByteArray, word);
    QFETCH(bool, isDecimal);
    const auto decimal = toDecimal(view(word));
    QCOMPARE(decimal.has_value(), isDecimal);
    if (isDecimal)
        QCOMPARE(*decimal, word.toDouble());
}

void TestHostParsers::procStat()
{
    const auto stat = parseProcStat("cpu  10 2 3 40 5 6 7 8 9 1\n"
                                    "cpu0 5 1 1 20 2 3 3 4 9 1\n"
                                    "cpu11 5 1 2 20 3 3 4 4 0 0\n"
                                    "intr 12 0 0\nctxt 5\n");
    QVERIFY(stat.has_value());
    QVERIFY(stat->all == (CpuTimes{10, 2, 3, 40, 5, 6, 7, 8}));
    QCOMPARE(stat->all.userMode(), quint64(12)); // guest time is in user already
    QCOMPARE(stat->all.kernelMode(), quint64(16));
    QCOMPARE(stat->all.busy(), quint64(28)); // neither idle, iowait nor steal
    QCOMPARE(stat->cores.size(), std::size_t(2));
    QCOMPARE(stat->cores[1].number, 11U);
    QVERIFY(stat->cores[1].times == (CpuTimes{5, 1, 2, 20, 3, 3, 4, 4}));

    const auto old = parseProcStat("cpu 1 2 3 4\ncpu0 1 2 3 4\n"); // Linux 2.4
    QVERIFY(old.has_value());
    QVERIFY(old->all == (CpuTimes{1, 2, 3, 4, 0, 0, 0, 0}));
}

void TestHostParsers::procStatRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no newline at the end") << QByteArray("cpu 1 2 3 4 5 6 7 8\ncpu0 1 2 3 4 5 6 7 8");
    QTest::newRow("cut in a number") << QByteArray("cpu 1 2 3 4 5 6 7 8\ncpu0 1 2");
    QTest::newRow("too few fields") << QByteArray("cpu 1 2 3\ncpu0 1 2 3\n");
    QTest::newRow("no total") << QByteArray("cpu0 1 2 3 4 5 6 7 8\n");
    QTest::newRow("no core") << QByteArray("cpu 1 2 3 4 5 6 7 8\nintr 1\n");
    QTest::newRow("letters") << QByteArray("cpu 1 2 x 4 5 6 7 8\ncpu0 1 2 3 4\n");
    QTest::newRow("negative") << QByteArray("cpu 1 -2 3 4 5 6 7 8\ncpu0 1 2 3 4\n");
    QTest::newRow("core without number") << QByteArray("cpu 1 2 3 4\ncpux 1 2 3 4\n");
    QTest::newRow("impossible core") << QByteArray("cpu 1 2 3 4\ncpu99999999 1 2 3 4\n");
    QTest::newRow("one endless line") << QByteArray("cpu ") + QByteArray(1'000'000, '1');
}

void TestHostParsers::procStatRefuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseProcStat(view(text)).has_value());
}

void TestHostParsers::memInfo()
{
    const MemInfo info = parseMemInfo("MemTotal:       16 kB\nMemFree: 4 kB\nMemAvailable:  8 kB\n"
                                      "Buffers: 1 kB\nCached: 2 kB\nSwapCached: 77 kB\n"
                                      "SwapTotal: 6 kB\nSwapFree: 5 kB\nHugePages_Total: 0\n");
    QVERIFY(info == (MemInfo{16384, 4096, 8192, 1024, 2048, 6144, 5120}));
    QVERIFY(parseMemInfo("MemTotal: x kB\nMemFree: 5 MB\nMemAvailable: 99999999999999999999 kB\nCached: 4 kB")
            == MemInfo{}); // bad number, other unit, overflow, cut line
    QVERIFY(!parseMemInfo("MemTotal: 18014398509481984 kB\n").total); // times 1024 passes 2^64
}

void TestHostParsers::vmStat()
{
    QVERIFY(parseVmStat("nr_free_pages 9\npgmajfault 3\npswpin 1\npswpout 2\noom_kill 4\noom_killer 5\n")
            == (VmStat{1, 2, 3, 4}));
    QVERIFY(parseVmStat("pgmajfault\npswpin -1\n") == VmStat{});
}

void TestHostParsers::diskStats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("Linux 2.6") << QByteArray("   8 0 sda 1 2 3 4 5 6 7 8 9 10 11\n") << QByteArray("sda");
    QTest::newRow("Linux 5.5") << QByteArray(" 254 0 vda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n")
                               << QByteArray("vda");
    QTest::newRow("slash") << QByteArray("104 0 cciss/c0d0 1 2 3 4 5 6 7 8 9 10 11\n")
                           << QByteArray("cciss/c0d0");
    QTest::newRow("short partition line of Linux 2.4") << QByteArray("8 1 sda1 1 2 3 4\n") << QByteArray();
    QTest::newRow("bad line in the middle") << QByteArray(
        "8 0 a 1 2 3 4 5 6 7 8 9 10 11\n8 0 b 1 2 x 4 5 6 7 8 9 10 11\n8 0 c 1 2 3 4 5 6 7 8 9 10 11\n")
                                            << QByteArray("a c");
    QTest::newRow("no newline at the end") << QByteArray("8 0 a 1 2 3 4 5 6 7 8 9 10 11") << QByteArray();
    QTest::newRow("absurd name") << "8 0 " + QByteArray(5000, 'n') + " 1 2 3 4 5 6 7 8 9 10 11\n"
                                 << QByteArray();
    QTest::newRow("empty lines") << QByteArray("\n\n \n") << QByteArray();
}

void TestHostParsers::diskStats()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, names);
    QByteArrayList found;
    for (const DiskLine &line : parseDiskStats(view(text))) {
        found.append(QByteArray(line.name.data(), static_cast<qsizetype>(line.name.size())));
        QVERIFY(line == (DiskLine{line.name, 1, 3, 4, 5, 7, 8, 10}));
    }
    QCOMPARE(found.join(' '), names);
}

void TestHostParsers::netDev_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names");
    const QByteArray head("Inter-|   Receive\n face |bytes    packets errs\n");
    const QByteArray counts("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n");
    QTest::newRow("usual") << head + "  eth0: " + counts << QByteArray("eth0");
    QTest::newRow("no blank after the colon") << head + "eth0:" + counts << QByteArray("eth0");
    QTest::newRow("alias") << head + "eth0:1: " + counts << QByteArray("eth0:1");
    QTest::newRow("too few counts") << head + "eth0: 1 2 3\n" << QByteArray();
    QTest::newRow("no name") << head + ": " + counts << QByteArray();
    QTest::newRow("cut") << head + "a: " + counts + "eth0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 1"
                         << QByteArray("a");
    QTest::newRow("absurd name") << head + QByteArray(5000, 'n') + ": " + counts << QByteArray();
}

void TestHostParsers::netDev()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, names);
    QByteArrayList found;
    for (const NetLine &line : parseNetDev(view(text))) {
        found.append(QByteArray(line.name.data(), static_cast<qsizetype>(line.name.size())));
        QVERIFY(line.received == (NetLine::Direction{1, 2, 3, 4}));
        QVERIFY(line.sent == (NetLine::Direction{9, 10, 11, 12}));
    }
    QCOMPARE(found.join(' '), names);
}

void TestHostParsers::pressure()
{
    QVERIFY(parsePressure("some avg10=0.00 avg60=0.00 avg300=0.00 total=12\n"
                          "full avg10=0.00 avg60=0.00 avg300=0.00 total=3\n")
            == (Pressure{12, 3}));
    QVERIFY(parsePressure("some avg10=0.00 total=12\n") == (Pressure{12, std::nullopt})); // cpu before 5.13
    QVERIFY(parsePressure("some total=12x\nfull avg10=0.00\n") == Pressure{});
    QVERIFY(parsePressure("some total=12") == Pressure{});
    QVERIFY(parsePressure("") == Pressure{});
}

void TestHostParsers::loadAverage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("usual") << QByteArray("0.20 1.30 4.50 2/345 6789\n") << true;
    QTest::newRow("no newline") << QByteArray("0.20 1.30 4.50 2/345 6789") << false;
    QTest::newRow("cut") << QByteArray("0.20 1.30\n") << false;
    QTest::newRow("no slash") << QByteArray("0.20 1.30 4.50 2 6789\n") << false;
    QTest::newRow("no tasks") << QByteArray("0.20 1.30 4.50 2/ 6789\n") << false;
    QTest::newRow("letters") << QByteArray("a b c 2/345 6789\n") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestHostParsers::loadAverage()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isGood);
    const auto load = parseLoadAverage(view(text));
    QCOMPARE(load.has_value(), isGood);
    if (isGood)
        QVERIFY(*load == (LoadAverage{0.2, 1.3, 4.5, 345}));
}

void TestHostParsers::mountInfo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("points");
    QTest::newRow("disk") << QByteArray("26 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n") << QByteArray("/");
    QTest::newRow("no optional fields")
        << QByteArray("26 1 8:1 / / rw - ext4 /dev/sda1 rw\n") << QByteArray("/");
    QTest::newRow("bind mount shown once, shortest point")
        << QByteArray("1 1 8:1 /x /srv/deep rw - xfs /dev/sda1 rw\n2 1 8:1 / /srv rw - xfs /dev/sda1 rw\n"
                      "3 1 8:1 /y /srv/other rw - xfs /dev/sda1 rw\n")
        << QByteArray("/srv");
    QTest::newRow("escapes") << QByteArray("26 1 8:1 / /my\\040disk\\134x rw - ext4 /dev/sda1 rw\n")
                             << QByteArray("/my disk\\x");
    QTest::newRow("ZFS") << QByteArray("26 1 0:30 / /tank rw - zfs tank/data rw\n") << QByteArray("/tank");
    QTest::newRow("btrfs") << QByteArray("26 1 0:30 /@ / rw - btrfs /dev/sda1 rw\n") << QByteArray("/");
    QTest::newRow("network") << QByteArray("26 1 0:30 / /nas rw - nfs4 nas:/export rw\n"
                                           "27 1 0:31 / /smb rw - cifs //nas/share rw\n"
                                           "28 1 0:32 / /ceph rw - ceph 10.0.0.1:6789:/ rw\n")
                             << QByteArray();
    QTest::newRow("FUSE") << QByteArray("26 1 0:30 / /s rw - fuse.sshfs host: rw\n"
                                        "27 1 0:31 / /n rw - fuseblk /dev/sdb1 rw\n")
                          << QByteArray();
    QTest::newRow("images") << QByteArray("26 1 7:1 / /snap/x ro - squashfs /dev/loop1 ro\n"
                                          "27 1 11:0 / /media ro - iso9660 /dev/sr0 ro\n")
                            << QByteArray();
    QTest::newRow("kernel's own") << QByteArray("26 1 0:4 / /proc rw - proc proc rw\n"
                                                "27 1 0:5 / /dev rw - devtmpfs devtmpfs rw\n"
                                                "28 1 0:6 / /run rw - tmpfs tmpfs rw\n")
                                  << QByteArray();
    QTest::newRow("no separator") << QByteArray("26 1 8:1 / / rw ext4 /dev/sda1 rw\n") << QByteArray();
    QTest::newRow("relative point") << QByteArray("26 1 8:1 / x rw - ext4 /dev/sda1 rw\n") << QByteArray();
    QTest::newRow("cut") << QByteArray("26 1 8:1 / / rw - ext4 /dev/sda1") << QByteArray();
    QTest::newRow("absurd point") << "26 1 8:1 / /" + QByteArray(9000, 'x') + " rw - ext4 /dev/sda1 rw\n"
                                  << QByteArray();
}

void TestHostParsers::mountInfo()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, points);
    QByteArrayList found;
    for (const Mount &mount : parseMountInfo(view(text)))
        found.append(mount.point);
    QCOMPARE(found.join('|'), points);
}

// Not a check of results but of behaviour: nothing reads outside the text or runs away.
void TestHostParsers::anythingIsSurvived()
{
    const QList<QByteArray> texts{QByteArray(1 << 20, '\n'),
                                  QByteArray(1 << 20, ' '),
                                  QByteArray(1 << 20, ':'),
                                  QByteArray(1 << 20, '\0'),
                                  QByteArray(1 << 20, '\xff') + '\n',
                                  QByteArray("a - b\n").repeated(1 << 16),
                                  QByteArray("eth: 1\n").repeated(1 << 16)};
    for (const QByteArray &text : texts) {
        QVERIFY(!parseProcStat(view(text)));
        QVERIFY(parseMemInfo(view(text)) == MemInfo{});
        QVERIFY(parseVmStat(view(text)) == VmStat{});
        QVERIFY(parseDiskStats(view(text)).empty());
        QVERIFY(parseNetDev(view(text)).empty());
        QVERIFY(parsePressure(view(text)) == Pressure{});
        QVERIFY(!parseLoadAverage(view(text)));
        QVERIFY(parseMountInfo(view(text)).empty());
    }
    const QByteArray many = QByteArray("8 0 a 1 2 3 4 5 6 7 8 9 10 11\n").repeated(10000);
    QCOMPARE(parseDiskStats(view(many)).size(), std::size_t(4096));
}

void TestHostParsers::kernelFileReadsAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    KernelFile kernelFile(path);
    QVERIFY(!kernelFile.read()); // missing
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    };
    QVERIFY(write("one\n"));
    QVERIFY(kernelFile.read() == "one\n"); // there now
    QVERIFY(write("longer than before\n"));
    QVERIFY(kernelFile.read() == "longer than before\n");
    QVERIFY(write(""));
    QVERIFY(kernelFile.read() == "");
    KernelFile refusing(folder.path()); // a folder opens and then refuses to be read
    QVERIFY(!refusing.read());
    QVERIFY(!refusing.read());
}

void TestHostParsers::kernelFileIsBounded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(1) << 30));
    KernelFile kernelFile(path);
    const auto text = kernelFile.read();
    QVERIFY(text.has_value());
    QCOMPARE(text->size(), std::size_t(4) << 20);
}

void TestHostParsers::firstLines()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("  node\x1b[31m1 \nsecond\n");
    file.close();
    QCOMPARE(readFirstLine(path), u"node[31m1"_s); // no escape sequences
    QCOMPARE(readFirstLine(path, 4), u"no"_s);
    QCOMPARE(readFirstLine(folder.filePath(u"missing"_s)), QString());
}

QTEST_APPLESS_MAIN(TestHostParsers)
#include "tst_hostparsers.moc"
