// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sqlite.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestRetention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deletesWhatIsOld();
    void keepsForEver();
    void departedEntitiesGo();
    void entitiesInUseStay();
};

namespace {

constexpr qint64 kDay = 86'400;

/// Everything for so many days.
RetentionPolicy keeping(int days)
{
    const std::chrono::days all{days};
    return {all, all, all, 0};
}

/// One sweep an hour for `days` days.
void record(HistoryWriter &writer, SeriesId series, qint64 fromDay, qint64 toDay)
{
    for (qint64 t = fromDay * kDay; t < toDay * kDay; t += 3600)
        require(writer.append(second(t), std::array{SeriesValue{series, 1}}));
}

} // namespace

void TestRetention::deletesWhatIsOld()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    VERIFY_OK(writer->event({static_cast<EntityId>(1), second(0), u"started"_s, u"old"_s}));
    VERIFY_OK(writer->event({static_cast<EntityId>(1), second(9 * kDay), u"started"_s, u"new"_s}));
    record(*writer, series, 0, 10);
    VERIFY_OK(writer->retain(keeping(3), second(10 * kDay)));
    const auto reader = store.reader();
    const Series read = readAll(*reader, series);
    QCOMPARE(read.buckets.front().at, second(7 * kDay));
    QCOMPARE(read.buckets.size(), std::size_t(72));
    QCOMPARE(require(reader->events(kAllTime, 10)).size(), std::size_t(1));
    QCOMPARE(require(reader->statistics()).oldest, second(7 * kDay));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
    // Writing goes on, and everything may go.
    record(*writer, series, 10, 11);
    VERIFY_OK(writer->seal());
    VERIFY_OK(writer->retain(keeping(1), second(100 * kDay)));
    QVERIFY(readAll(*reader, series).buckets.empty());
    QCOMPARE(require(reader->statistics()).samples, qint64(0));
    record(*writer, series, 11, 12);
    QCOMPARE(readAll(*reader, series).buckets.size(), std::size_t(24));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestRetention::keepsForEver()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    record(*writer, series, 0, 2);
    VERIFY_OK(writer->retain(keeping(0), second(10'000 * kDay)));
    QCOMPARE(readAll(*store.reader(), series).buckets.size(), std::size_t(48));
}

void TestRetention::departedEntitiesGo()
{
    const Store store;
    {
        auto writer = store.writer();
        record(*writer, makeSeries(*writer, 1, 1).front(), 0, 1);
        record(*writer, makeSeries(*writer, 1, 2).front(), 0, 1);
        EntityInfo gone = vmInfo(1);
        gone.state = EntityState::Gone;
        require(writer->entity(gone, second(kDay)));
        gone = vmInfo(3);
        gone.state = EntityState::Gone;
        require(writer->entity(gone, second(kDay)));
    }
    auto writer = store.writer();
    VERIFY_OK(writer->retain(keeping(30), second(10 * kDay)));
    QCOMPARE(require(store.reader()->entities()).size(), std::size_t(2)); // 3 never had a figure
    VERIFY_OK(writer->retain(keeping(1), second(10 * kDay)));
    const auto left = require(store.reader()->entities());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().info.key, vmInfo(2).key);
    QCOMPARE(require(store.reader()->statistics()).series, qint64(1));
    // The key is free again.
    const auto series = makeSeries(*writer, 1, 1).front();
    VERIFY_OK(writer->append(second(10 * kDay), std::array{SeriesValue{series, 1}}));
    QCOMPARE(require(store.reader()->entities()).size(), std::size_t(2));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestRetention::entitiesInUseStay()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    EntityInfo gone = vmInfo(1);
    gone.state = EntityState::Gone;
    require(writer->entity(gone, second(0)));
    VERIFY_OK(writer->append(second(0), {}));
    VERIFY_OK(writer->retain(keeping(1), second(10 * kDay)));
    // Somebody holds its ids and may use them.
    VERIFY_OK(writer->append(second(10 * kDay), std::array{SeriesValue{series, 1}}));
    QCOMPARE(require(store.reader()->entities()).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
