// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskservice.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QSignalSpy>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestDeskService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tagsComeBack();
    void failuresAreTold();
    void tasksAreLoggedInOrder();
    void opensTheFileOnceItIsThere();
};

namespace {

EntityId makeEntity(HistoryWriter &writer)
{
    const EntityId id = require(writer.entity(vmInfo(1), second(0)));
    require(writer.append(second(1), {}));
    return id;
}

} // namespace

void TestDeskService::tagsComeBack()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId entity = makeEntity(*writer);
    DeskService desk(store.path);
    QSignalSpy changed(&desk, &DeskService::tagsChanged);
    desk.setTags(entity, {u"web"_s});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desk.tags().value(entity), QStringList{u"web"_s});
    DeskService other(store.path);
    QSignalSpy loaded(&other, &DeskService::tagsChanged);
    other.loadTags();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(other.tags(), desk.tags());
}

void TestDeskService::failuresAreTold()
{
    const Store store;
    DeskService desk(store.path);
    QSignalSpy failed(&desk, &DeskService::failed);
    desk.setTags(static_cast<EntityId>(1), {u"web"_s});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<Error>().kind, Error::Kind::NotFound);
    QVERIFY(desk.tags().isEmpty());
}

void TestDeskService::tasksAreLoggedInOrder()
{
    const Store store;
    const auto writer = store.writer();
    TaskRecord task;
    task.entity = makeEntity(*writer);
    task.begun = second(1);
    DeskService desk(store.path);
    QSignalSpy changed(&desk, &DeskService::tasksChanged);
    std::vector<TaskRecord> found;
    desk.beginTask(task, this, [&](const Result<qint64> &id) {
        desk.endTask(require(id), second(3), TaskOutcome::Succeeded, {});
        desk.tasks(kAllTime, 9, this,
                   [&](const Result<std::vector<TaskRecord>> &tasks) { found = require(tasks); });
    });
    QTRY_COMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().ended, std::optional(second(3)));
    QCOMPARE(found.front().outcome, TaskOutcome::Succeeded);
    QCOMPARE(changed.size(), 2);
}

void TestDeskService::opensTheFileOnceItIsThere()
{
    const Store store;
    DeskService desk(store.path);
    QSignalSpy failed(&desk, &DeskService::failed);
    desk.endTask(1, second(1), TaskOutcome::Succeeded, {});
    QTRY_COMPARE(failed.size(), 1);
    const auto writer = store.writer();
    const EntityId entity = makeEntity(*writer);
    QSignalSpy changed(&desk, &DeskService::tagsChanged);
    desk.setTags(entity, {u"web"_s});
    QTRY_COMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestDeskService)
#include "tst_deskservice.moc"
