// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/fsprobe.h"

#include <QTest>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace stratadeck;
using namespace std::chrono_literals;

namespace {

/// File systems of which some hang until they are let go.
struct Mounts {
    std::mutex mutex;
    std::condition_variable changed;
    QSet<QByteArray> hanging;
    QHash<QByteArray, int> asked;

    std::optional<FsUsage> ask(const QByteArray &path)
    {
        std::unique_lock lock(mutex);
        ++asked[path];
        changed.wait(lock, [&] { return !hanging.contains(path); });
        return path == "/refuses" ? std::nullopt
                                  : std::optional(FsUsage{100, static_cast<quint64>(path.size())});
    }
    void hang(const QByteArray &path)
    {
        const std::scoped_lock lock(mutex);
        hanging.insert(path);
    }
    void letGo()
    {
        const std::scoped_lock lock(mutex);
        hanging.clear();
        changed.notify_all();
    }
    int timesAsked(const QByteArray &path)
    {
        const std::scoped_lock lock(mutex);
        return asked.value(path);
    }
};

QByteArray textOf(const std::optional<std::vector<FsProbe::Answer>> &answers)
{
    if (!answers)
        return "none yet";
    QByteArrayList texts;
    for (const FsProbe::Answer &answer : *answers)
        texts.append(answer.path + '=' + (answer.usage ? QByteArray::number(answer.usage->used) : "?"));
    return texts.join(' ');
}

constexpr Milliseconds kPatient{10000};

} // namespace

class TestFsProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_mounts = std::make_shared<Mounts>(); }
    void cleanup() { m_mounts->letGo(); }
    void answersInOrder();
    void nothingToAsk();
    void deadMountIsGivenUpAlone();
    void deadMountIsAskedAgainOnceItReturned();
    void tooManyDeadMounts();
    void destructionDoesNotWait();
    void asksTheRealSystem();

private:
    FsProbe::Ask ask() const
    {
        return [mounts = m_mounts](const QByteArray &path) { return mounts->ask(path); };
    }
    std::shared_ptr<Mounts> m_mounts;
};

void TestFsProbe::answersInOrder()
{
    FsProbe probe(ask());
    QCOMPARE(textOf(probe.take(0s, 0ms)), "none yet");
    probe.start({"/", "/refuses", "/srv"}, 0s);
    QVERIFY(probe.isRunning());
    QCOMPARE(textOf(probe.take(0s, kPatient)), "/=1 /refuses=? /srv=4");
    QVERIFY(!probe.isRunning());
}

void TestFsProbe::nothingToAsk()
{
    FsProbe probe(ask());
    probe.start({}, 0s);
    QCOMPARE(textOf(probe.take(0s, kPatient)), "");
}

void TestFsProbe::deadMountIsGivenUpAlone()
{
    m_mounts->hang("/dead");
    FsProbe probe(ask());
    probe.start({"/a", "/dead", "/b"}, 0s);
    QTRY_COMPARE(m_mounts->timesAsked("/dead"), 1);
    QCOMPARE(textOf(probe.take(4s, 0ms)), "none yet"); // before the deadline
    QCOMPARE(textOf(probe.take(5s, 0ms)), "none yet"); // the rest is asked on another thread
    QCOMPARE(textOf(probe.take(5s, kPatient)), "/a=2 /dead=? /b=2");

    probe.start({"/a", "/dead", "/b"}, 30s);
    QCOMPARE(textOf(probe.take(30s, kPatient)), "/a=2 /b=2"); // not asked while it hangs
    QCOMPARE(m_mounts->timesAsked("/dead"), 1);
}

void TestFsProbe::deadMountIsAskedAgainOnceItReturned()
{
    m_mounts->hang("/dead");
    FsProbe probe(ask());
    probe.start({"/dead"}, 0s);
    QTRY_COMPARE(m_mounts->timesAsked("/dead"), 1);
    QCOMPARE(textOf(probe.take(5s, 0ms)), "/dead=?");
    m_mounts->letGo();
    const auto again = [&probe] {
        probe.start({"/dead"}, 60s);
        return textOf(probe.take(60s, kPatient));
    };
    QTRY_COMPARE(again(), "/dead=5");
}

void TestFsProbe::tooManyDeadMounts()
{
    const std::vector<QByteArray> dead{"/1", "/2", "/3", "/4", "/5"};
    for (const QByteArray &path : dead)
        m_mounts->hang(path);
    FsProbe probe(ask());
    probe.start(dead, 0s);
    Ticks now = 0s;
    for (int i = 0; i < 4; ++i) {
        QTRY_COMPARE(m_mounts->timesAsked(dead[static_cast<std::size_t>(i)]), 1);
        now += FsProbe::kDeadline;
        const QByteArray text = textOf(probe.take(now, 0ms));
        QCOMPARE(text, i < 3 ? "none yet" : "/1=? /2=? /3=? /4=?");
    }
    QCOMPARE(m_mounts->timesAsked("/5"), 0);
    probe.start({"/healthy"}, now + 30s);
    QVERIFY(!probe.isRunning()); // no fifth thread is risked
    m_mounts->letGo();
    const auto again = [&] {
        probe.start({"/healthy"}, now + 60s);
        return textOf(probe.take(now + 60s, kPatient));
    };
    QTRY_COMPARE(again(), "/healthy=8");
}

void TestFsProbe::destructionDoesNotWait()
{
    m_mounts->hang("/dead");
    {
        FsProbe probe(ask());
        probe.start({"/dead"}, 0s);
        QTRY_COMPARE(m_mounts->timesAsked("/dead"), 1);
    }
    QCOMPARE(m_mounts->timesAsked("/dead"), 1); // we got here although it hangs
}

void TestFsProbe::asksTheRealSystem()
{
    const auto usage = FsProbe::statvfsUsage("/");
    QVERIFY(usage.has_value());
    QVERIFY(usage->size > 0);
    QVERIFY(usage->used <= usage->size);
    QVERIFY(!FsProbe::statvfsUsage("/does/not/exist"));
    QVERIFY(!FsProbe::statvfsUsage("/proc")); // has no size
}

QTEST_GUILESS_MAIN(TestFsProbe)
#include "tst_fsprobe.moc"
