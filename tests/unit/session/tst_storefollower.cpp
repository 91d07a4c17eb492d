// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipeline.h"
#include "app/session/storefollower.h"
#include "models/history/historywriter.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <numeric>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStoreFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsOnlyWhatIsNew();
    void oldEntitiesBelongToNoSource();
};

void TestStoreFollower::bringsOnlyWhatIsNew()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"h.db"_s);
    const auto writer = HistoryWriter::open(path);
    VERIFY_OK(writer);
    const auto reader = HistoryReader::open(path);
    VERIFY_OK(reader);
    FakeClock clock;
    Pipeline pipeline(**writer);
    ScriptedSource source(clock);
    StoreFollower follower;
    const EntityInfo web = source.vm(u"web"_s);

    pipeline.step(source.sweep(web, 10));
    pipeline.step(source.sweep(web, 11));
    const auto first = follower.poll(**reader, clock.now() + 1ms, {});
    VERIFY_OK(first);
    QCOMPARE(first->entities.size(), std::size_t(1));
    QCOMPARE(first->entities.front().info.name, u"web"_s);
    QCOMPARE(first->entities.front().source, std::optional(kStoreSource));
    QCOMPARE(first->figures.size(), std::size_t(4)); // both CPU shares, the CPUs allocated twice
    QCOMPARE(follower.newest(), clock.now());

    const auto nothing = follower.poll(**reader, clock.now() + 2ms, {});
    VERIFY_OK(nothing);
    QVERIFY(nothing->isEmpty());

    pipeline.step(source.sweep(web, 12));
    const auto next = follower.poll(**reader, clock.now() + 1ms, {});
    VERIFY_OK(next);
    QVERIFY(next->entities.empty());
    QCOMPARE(next->figures.size(), std::size_t(3));
    const auto sum = [](double total, const FigureUpdate &figure) { return total + figure.value; };
    QCOMPARE(std::accumulate(next->figures.begin(), next->figures.end(), 0.0, sum), 25.0 + 50.0 + 2.0);

    pipeline.step(source.failure());
    pipeline.step(source.sweep(web, 13));
    const auto gap = follower.poll(**reader, clock.now() + 1ms, {});
    VERIFY_OK(gap);
    QVERIFY(std::isnan(gap->figures.front().value));
}

void TestStoreFollower::oldEntitiesBelongToNoSource()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"h.db"_s);
    const auto writer = HistoryWriter::open(path);
    VERIFY_OK(writer);
    FakeClock clock;
    Pipeline pipeline(**writer);
    ScriptedSource source(clock);
    pipeline.step(source.sweep(source.vm(u"web"_s), 10));
    const auto reader = HistoryReader::open(path);
    VERIFY_OK(reader);
    StoreFollower follower;
    const auto update = follower.poll(**reader, clock.now() + 1h, {});
    VERIFY_OK(update);
    QCOMPARE(update->entities.size(), std::size_t(1));
    QVERIFY(!update->entities.front().source);
}

QTEST_GUILESS_MAIN(TestStoreFollower)
#include "tst_storefollower.moc"
