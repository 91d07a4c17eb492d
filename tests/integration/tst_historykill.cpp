// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/historysweep.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QRandomGenerator>
#include <bit>
#include <cmath>
#include <csignal>
#include <set>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// Two processes and one store: what a writer that is killed leaves behind, and who may write.
class TestHistoryKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverySweepThatWasCommitted();
    void killedWhileCreating();
    void oneWriterManyReaders();
};

namespace {

class Child
{
public:
    Child(const QString &store, qint64 firstSweep)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QString::fromLatin1(STRATADECK_HISTORY_CHILD), {store, QString::number(firstSweep)});
    }

    ~Child() { kill(); }

    bool isRunning() { return m_process.waitForStarted(); }

    /// Waits for the next sweep it reports; -1 when it ended.
    qint64 nextSweep()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(10'000))
                return -1;
        }
        return m_process.readLine().trimmed().toLongLong();
    }

    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }

    /// The sweeps it reported before it died.
    std::vector<qint64> reportedSweeps()
    {
        std::vector<qint64> result;
        for (const QByteArray &line : m_process.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                result.push_back(line.toLongLong());
        }
        return result;
    }

private:
    QProcess m_process;
};

/// How often the writer is killed. For a long run: STRATADECK_KILLS=1000.
int wantedKills()
{
    bool given = false;
    const int kills = qEnvironmentVariableIntValue("STRATADECK_KILLS", &given);
    return given ? kills : 50;
}

/// What is wrong with the stored sweeps; empty when each reported one is there bit for bit and
/// there is nothing else but the single one that was under way at each kill.
QString fault(const HistoryReader &reader, const std::set<qint64> &reported, int kills)
{
    const EntityRecord vm = require(reader.entities()).front();
    const auto records = require(reader.seriesOf(vm.id));
    if (records.size() != kSweepSeries)
        return u"%1 series"_s.arg(records.size());
    std::vector<SeriesId> ids;
    for (const SeriesRecord &record : records)
        ids.push_back(record.id);
    const auto all = require(reader.read(ids, kAllTime, 1'000'000));
    for (int s = 0; s < kSweepSeries; ++s) {
        std::set<qint64> found;
        for (const Bucket &bucket : all[static_cast<std::size_t>(s)].buckets) {
            if (bucket.isGap())
                continue;
            const qint64 sweep = (bucket.at - second(0)).count() / 1000;
            if (bucket.at != sweepTime(sweep)
                || std::bit_cast<quint64>(bucket.first) != std::bit_cast<quint64>(sweepValue(sweep, s)))
                return u"series %1 differs at sweep %2"_s.arg(s).arg(sweep);
            found.insert(sweep);
        }
        int unreported = 0;
        for (qint64 sweep : found)
            unreported += !reported.contains(sweep);
        if (unreported > kills)
            return u"series %1 has %2 sweeps nobody reported"_s.arg(s).arg(unreported);
        for (qint64 sweep : reported) {
            if (!std::isnan(sweepValue(sweep, s)) && !found.contains(sweep))
                return u"series %1 lost sweep %2"_s.arg(s).arg(sweep);
        }
    }
    return {};
}

} // namespace

void TestHistoryKill::keepsEverySweepThatWasCommitted()
{
    // On the disk, not in memory as in the unit tests.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.db"_s);
    QRandomGenerator random(20261123);
    std::set<qint64> reported;
    qint64 next = 0;
    const int kills = wantedKills();
    for (int kill = 1; kill <= kills; ++kill) {
        Child child(path, next);
        QVERIFY(child.isRunning());
        const qint64 first = child.nextSweep();
        QCOMPARE(first, next);
        reported.insert(first);
        QTest::qSleep(static_cast<int>(random.bounded(60))); // the random moment is the point
        child.kill();
        for (qint64 sweep : child.reportedSweeps())
            reported.insert(sweep);
        next = *reported.rbegin() + 2; // the one under way may be there or not

        const QStringList faults = require(checkHistory(path));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        const QString found = fault(*require(HistoryReader::open(path)), reported, kill);
        QVERIFY2(found.isEmpty(), qPrintable(u"after kill %1: %2"_s.arg(kill).arg(found)));
    }
    QVERIFY(reported.size() > std::size_t(2 * kills));
    {
        const auto recovered = require(HistoryWriter::open(path));
    }
    QCOMPARE(require(checkHistory(path)), QStringList());
    QCOMPARE(fault(*require(HistoryReader::open(path)), reported, kills), QString());
    QVERIFY(require(require(HistoryReader::open(path))->statistics()).samples
            >= qint64(reported.size()) * kSweepSeries);
    qInfo("%d kills, %zu sweeps", kills, reported.size());
}

/// Killed at any moment of its first milliseconds, it leaves a place where a writer can begin.
void TestHistoryKill::killedWhileCreating()
{
    for (int attempt = 0; attempt < 30; ++attempt) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.db"_s);
        {
            Child child(path, 0);
            QVERIFY(child.isRunning());
            QTest::qSleep(attempt);
            child.kill();
        }
        if (const auto reader = HistoryReader::open(path); !reader)
            QVERIFY2(reader.error().kind != Error::Kind::Foreign, qPrintable(reader.error().what));
        VERIFY_OK(HistoryWriter::open(path));
        QCOMPARE(require(checkHistory(path)), QStringList());
    }
}

void TestHistoryKill::oneWriterManyReaders()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.db"_s);
    Child child(path, 0);
    QCOMPARE(child.nextSweep(), qint64(0));
    VERIFY_FAILS(HistoryWriter::open(path), Error::Kind::Busy);

    // Readers see each sweep as soon as it is reported.
    const auto one = require(HistoryReader::open(path));
    const auto other = require(HistoryReader::open(path));
    const auto series = require(one->seriesOf(require(one->entities()).front().id)).front().id;
    qint64 sweep = 0;
    while (sweep < 300) {
        sweep = child.nextSweep();
        QVERIFY(sweep > 0);
        const TimeRange instant{sweepTime(sweep), sweepTime(sweep) + Milliseconds(1)};
        for (const HistoryReader *reader : {one.get(), other.get()})
            QCOMPARE(readAll(*reader, series, instant).buckets.size(), std::size_t(1));
    }
    VERIFY_FAILS(HistoryWriter::open(path), Error::Kind::Busy);
    QCOMPARE(require(checkHistory(path)), QStringList());

    child.kill(); // the kernel lets go of the lock
    VERIFY_OK(HistoryWriter::open(path));
    QVERIFY(readAll(*one, series).buckets.size() >= 300);
}

QTEST_GUILESS_MAIN(TestHistoryKill)
#include "tst_historykill.moc"
