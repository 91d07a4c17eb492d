// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupparse.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;

class TestCgroupParse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void number_data();
    void number();
    void cpuStatOfBothVersions();
    void cpuacctStat();
    void memoryStat();
    void blkio();
    void blkioOfSilentKernel();
    void ioStat();
    void pressure();
    void limits_data();
    void limits();
    void hostileTextChangesNothing_data();
    void hostileTextChangesNothing();
};

void TestCgroupParse::number_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("expected");
    QTest::newRow("plain") << QByteArray("57050420\n") << 57050420.0;
    QTest::newRow("largest") << QByteArray("18446744073709551615\n") << 18446744073709551615.0;
    QTest::newRow("too large") << QByteArray("18446744073709551616\n") << qQNaN();
    QTest::newRow("negative") << QByteArray("-1\n") << qQNaN();
    QTest::newRow("empty") << QByteArray("") << qQNaN();
    QTest::newRow("blank line") << QByteArray("\n") << qQNaN();
    QTest::newRow("max") << QByteArray("max\n") << qQNaN();
    QTest::newRow("cut off") << QByteArray("5705") << qQNaN();
}

void TestCgroupParse::number()
{
    QFETCH(QByteArray, text);
    QFETCH(double, expected);
    const double number = parseCgroupNumber({text.constData(), std::size_t(text.size())});
    if (std::isnan(expected))
        QVERIFY(std::isnan(number));
    else
        QCOMPARE(number, expected);
}

void TestCgroupParse::cpuStatOfBothVersions()
{
    CgroupFigures v1;
    parseCpuStat("nr_periods 5\nnr_throttled 2\nthrottled_time 1500000000\nnr_bursts 9\n", v1);
    QCOMPARE(v1.cpuPeriods, 5.0);
    QCOMPARE(v1.cpuThrottledPeriods, 2.0);
    QCOMPARE(v1.cpuThrottledTime, 1.5); // nanoseconds in v1
    QVERIFY(std::isnan(v1.cpuTime));
    CgroupFigures v2;
    parseCpuStat("usage_usec 3000000\nuser_usec 2000000\nsystem_usec 1000000\nthrottled_usec 1500000\n", v2);
    QCOMPARE(v2.cpuTime, 3.0);
    QCOMPARE(v2.cpuUser, 2.0);
    QCOMPARE(v2.cpuSystem, 1.0);
    QCOMPARE(v2.cpuThrottledTime, 1.5); // microseconds in v2
    QVERIFY(std::isnan(v2.cpuPeriods));
}

void TestCgroupParse::cpuacctStat()
{
    CgroupFigures figures;
    parseCpuacctStat("user 250\nsystem 125\n", 100, figures);
    QCOMPARE(figures.cpuUser, 2.5);
    QCOMPARE(figures.cpuSystem, 1.25);
}

void TestCgroupParse::memoryStat()
{
    CgroupFigures v1;
    parseMemoryStatV1("cache 1\ninactive_file 2\ntotal_cache 300\ntotal_inactive_file 200\ntotal_swap 7\n", v1);
    QCOMPARE(v1.memFile, 300.0); // not the lines of the cgroup itself, which leave out cgroups inside
    QCOMPARE(v1.memInactiveFile, 200.0);
    QCOMPARE(v1.memSwap, 7.0);
    CgroupFigures v2;
    parseMemoryStatV2("anon 1\nfile 300\nfile_mapped 5\ninactive_file 200\npgmajfault 4\n", v2);
    QCOMPARE(v2.memFile, 300.0);
    QCOMPARE(v2.memInactiveFile, 200.0);
    QCOMPARE(v2.memMajorFaults, 4.0);
    QVERIFY(std::isnan(v2.memSwap)); // a file of its own in v2
}

void TestCgroupParse::blkio()
{
    CgroupFigures figures;
    parseBlkio("8:0 Read 4096\n8:0 Write 8192\n8:0 Total 12288\n253:1 Read 1\nTotal 12289\n", BlkioFile::Bytes,
               figures);
    parseBlkio("8:0 Read 1\n8:0 Write 2\n8:0 Total 3\nTotal 3\n", BlkioFile::Operations, figures);
    QCOMPARE(figures.devices.size(), 2u);
    QCOMPARE(figures.devices[0], (DeviceIo{8, 0, 4096, 8192, 1, 2}));
    QCOMPARE(figures.devices[1].readBytes, 1.0);
    QVERIFY(std::isnan(figures.devices[1].writeBytes));
}

// Where the kernel does not count, the file has only its total: nothing is known, which is not zero.
void TestCgroupParse::blkioOfSilentKernel()
{
    CgroupFigures figures;
    parseBlkio("Total 0\n", BlkioFile::Bytes, figures);
    QVERIFY(figures.devices.empty());
}

void TestCgroupParse::ioStat()
{
    CgroupFigures figures;
    parseIoStat("8:0 rbytes=4096 wbytes=8192 rios=1 wios=2 dbytes=0 dios=0\n8:16 \n253:0 rbytes=5\n", figures);
    QCOMPARE(figures.devices.size(), 2u);
    QCOMPARE(figures.devices[0], (DeviceIo{8, 0, 4096, 8192, 1, 2}));
    QCOMPARE(figures.devices[1].readBytes, 5.0);
}

void TestCgroupParse::pressure()
{
    double some = kUnknown;
    double full = kUnknown;
    parsePressure("some avg10=1.50 avg60=0.80 avg300=0.20 total=2500000\n", some, &full);
    QCOMPARE(some, 2.5);
    QVERIFY(std::isnan(full)); // old kernels have no such line for the CPU
    parsePressure("some total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=500000\n", some, &full);
    QCOMPARE(full, 0.5);
}

void TestCgroupParse::limits_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("expected");
    QTest::newRow("v1 quota") << parseCfsQuota("50000\n", "100000\n") << 0.5;
    QTest::newRow("v1 no quota") << parseCfsQuota("-1\n", "100000\n") << kNoLimit;
    QTest::newRow("v1 no period") << parseCfsQuota("50000\n", "0\n") << qQNaN();
    QTest::newRow("v1 unreadable") << parseCfsQuota("", "") << qQNaN();
    QTest::newRow("v2 quota") << parseCpuMax("150000 100000\n") << 1.5;
    QTest::newRow("v2 no quota") << parseCpuMax("max 100000\n") << kNoLimit;
    QTest::newRow("v2 cut off") << parseCpuMax("150000") << qQNaN();
    QTest::newRow("v1 memory") << parseMemoryLimit("67108864\n") << 67108864.0;
    QTest::newRow("v1 no memory limit") << parseMemoryLimit("9223372036854771712\n") << kNoLimit;
    QTest::newRow("v2 no memory limit") << parseMemoryLimit("max\n") << kNoLimit;
    QTest::newRow("memory unreadable") << parseMemoryLimit("") << qQNaN();
}

void TestCgroupParse::limits()
{
    QFETCH(double, limit);
    QFETCH(double, expected);
    if (std::isnan(expected))
        QVERIFY(std::isnan(limit));
    else
        QCOMPARE(limit, expected);
}

void TestCgroupParse::hostileTextChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\0\xff\x80\n\0 1\n", 8);
    QTest::newRow("keys without numbers")
        << QByteArray("usage_usec\ntotal_cache\noom_kill\nsome\n8:0\n8:0 Read\n");
    QTest::newRow("words for numbers") << QByteArray("usage_usec many\ntotal_cache -5\n8:0 Read lots\n");
    QTest::newRow("odd devices") << QByteArray(
        ": Read 1\n8: Read 1\n:0 Read 1\n99999999999:0 Read 1\nx rbytes=1\n");
    QTest::newRow("one long line") << QByteArray(1'000'000, 'a');
}

void TestCgroupParse::hostileTextChangesNothing()
{
    QFETCH(QByteArray, text);
    const std::string_view view(text.constData(), std::size_t(text.size()));
    CgroupFigures figures;
    parseCpuStat(view, figures);
    parseCpuacctStat(view, 100, figures);
    parseMemoryStatV1(view, figures);
    parseMemoryStatV2(view, figures);
    parseOomKills(view, figures);
    parseIoStat(view, figures);
    parsePressure(view, figures.psiCpuSome, &figures.psiIoFull);
    parseBlkio(view, BlkioFile::Bytes, figures);
    for (const double figure : {figures.cpuTime, figures.cpuUser, figures.memFile, figures.memOomKills,
                                figures.psiCpuSome, figures.psiIoFull})
        QVERIFY(std::isnan(figure));
    for (const DeviceIo &io : figures.devices)
        QVERIFY(std::isnan(io.readBytes) && std::isnan(io.writeBytes));
}

QTEST_APPLESS_MAIN(TestCgroupParse)
#include "tst_cgroupparse.moc"
