// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operationrules.h"

#include <QSet>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestOperationRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void catalogue();
    void states_data();
    void states();
    void startRestoresWhatWasSaved();
    void reasons_data();
    void reasons();
    void sources_data();
    void sources();
    void arguments();
};

namespace {

constexpr std::array kStates{EntityState::Unknown,      EntityState::Running,  EntityState::Paused,
                             EntityState::ShuttingDown, EntityState::ShutOff,  EntityState::Crashed,
                             EntityState::Suspended,    EntityState::Created,  EntityState::Exited,
                             EntityState::Restarting,   EntityState::Removing, EntityState::Dead,
                             EntityState::Gone};

EntityInfo entity(EntityKind kind, EntityState state, EntityProblem problem = EntityProblem::None)
{
    EntityInfo info;
    info.kind = kind;
    info.name = u"web"_s;
    info.state = state;
    info.problem = problem;
    return info;
}

} // namespace

void TestOperationRules::catalogue()
{
    QSet<QString> words;
    int index = 0;
    for (const OperationInfo &info : operationCatalogue()) {
        QCOMPARE(static_cast<int>(info.id), index++);
        QCOMPARE(operationInfo(info.id).word, info.word);
        QVERIFY(findOperation(QString(info.word)) == info.id);
        words.insert(info.word);
        for (const EntityKind kind : {EntityKind::VirtualMachine, EntityKind::Container}) {
            QVERIFY(!operationText(info.id, kind).isEmpty());
            QVERIFY(operationAdvice(info.id, kind).endsWith(u'.'));
        }
        if (info.force) {
            QCOMPARE(operationInfo(*info.force).caution, OperationCaution::Destructive);
            QCOMPARE(info.caution, OperationCaution::Confirm);
        }
    }
    QCOMPARE(words.size(), qsizetype(index));
    QCOMPARE(findOperation(u"explode"), std::nullopt);
    QCOMPARE(operationText(Operation::Kill, EntityKind::VirtualMachine), u"Force off"_s);
    QCOMPARE(operationText(Operation::Kill, EntityKind::VirtualMachine | EntityKind::Container), u"Kill"_s);
}

// Every operation against every state: exactly the states named allow it.
void TestOperationRules::states_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<EntityKind>("kind");
    QTest::addColumn<QString>("allowed");
    const auto vm = [](const char *operation, const QString &allowed) {
        QTest::addRow("vm %s", operation)
            << QString::fromLatin1(operation) << EntityKind::VirtualMachine << allowed;
    };
    const auto container = [](const char *operation, const QString &allowed) {
        QTest::addRow("container %s", operation)
            << QString::fromLatin1(operation) << EntityKind::Container << allowed;
    };
    vm("start", u"shut-off created exited"_s);
    vm("stop", u"running restarting"_s);
    vm("restart", u"running"_s);
    vm("kill", u"running paused shutting-down crashed suspended restarting"_s);
    vm("pause", u"running"_s);
    vm("resume", u"paused suspended"_s);
    vm("reset", u"running paused shutting-down suspended restarting"_s);
    vm("save", u"running paused"_s);
    vm("snapshot-create", u"running paused shut-off"_s);
    vm("snapshot-revert",
       u"running paused shutting-down shut-off crashed suspended created exited restarting"_s);
    vm("snapshot-delete",
       u"running paused shutting-down shut-off crashed suspended created exited restarting"_s);
    vm("set-vcpus", u"running paused"_s);
    vm("set-memory", u"running paused"_s);
    container("start", u"shut-off created exited"_s);
    container("stop", u"running restarting"_s);
    container("restart", u"running shut-off crashed created exited"_s);
    container("kill", u"running paused shutting-down crashed suspended restarting"_s);
    container("pause", u"running"_s);
    container("resume", u"paused suspended"_s);
    for (const char *operation :
         {"reset", "save", "snapshot-create", "snapshot-revert", "snapshot-delete", "set-vcpus", "set-memory"})
        container(operation, {});
    for (const OperationInfo &info : operationCatalogue()) {
        QTest::addRow("host %s", info.word.latin1()) << QString(info.word) << EntityKind::Host << QString();
    }
}

void TestOperationRules::states()
{
    QFETCH(const QString, operation);
    QFETCH(const EntityKind, kind);
    QFETCH(const QString, allowed);
    QStringList found;
    for (const EntityState state : kStates) {
        const auto reason = whyNot(*findOperation(operation), entity(kind, state), false);
        if (reason)
            QVERIFY2(reason->endsWith(u'.') && !reason->contains(u'%'), qPrintable(*reason));
        else
            found.append(toWord(state));
        QVERIFY(whyNot(*findOperation(operation), entity(kind, state), true)); // read-only refuses everything
    }
    QCOMPARE(found.join(u' '), allowed);
}

void TestOperationRules::startRestoresWhatWasSaved()
{
    EntityInfo guest = entity(EntityKind::VirtualMachine, EntityState::ShutOff);
    QVERIFY(!startRestores(guest));
    guest.hasSavedState = true;
    QVERIFY(startRestores(guest));
    guest.state = EntityState::Running;
    QVERIFY(!startRestores(guest));
    guest = entity(EntityKind::Container, EntityState::Exited);
    guest.hasSavedState = true;
    QVERIFY(!startRestores(guest));
}

void TestOperationRules::reasons_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<EntityState>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("start paused") << Operation::Start << EntityState::Paused
                                  << u"It is paused; resume it instead."_s;
    QTest::newRow("start running") << Operation::Start << EntityState::Running << u"It is running already."_s;
    QTest::newRow("pause paused") << Operation::Pause << EntityState::Paused << u"It is paused already."_s;
    QTest::newRow("stop off") << Operation::Stop << EntityState::ShutOff << u"It is not running."_s;
    QTest::newRow("stop twice") << Operation::Stop << EntityState::ShuttingDown
                                << u"It is shutting down already."_s;
    QTest::newRow("resume running") << Operation::Resume << EntityState::Running << u"It is not paused."_s;
    QTest::newRow("kill gone") << Operation::Kill << EntityState::Gone
                               << u"It does not exist any more; only its history is left."_s;
}

void TestOperationRules::reasons()
{
    QFETCH(const Operation, operation);
    QFETCH(const EntityState, state);
    QTEST(whyNot(operation, entity(EntityKind::VirtualMachine, state), false).value_or(u"possible"_s),
          "reason");
}

void TestOperationRules::sources_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("works");
    QTest::newRow("libvirt") << u"qemu:///system"_s << true;
    QTest::newRow("libvirt over ssh") << u"qemu+ssh://host/system"_s << true;
    QTest::newRow("podman") << u"podman:///run/podman/podman.sock"_s << true;
    QTest::newRow("docker") << u"docker+tcp://host:2375"_s << true;
    QTest::newRow("replay") << u"replay:/tmp/x.jsonl"_s << false;
    QTest::newRow("cgroup") << u"cgroup:///sys/fs/cgroup"_s << false;
    QTest::newRow("host") << u"host:"_s << false;
    QTest::newRow("a history file") << u"/var/lib/history.db"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestOperationRules::sources()
{
    QFETCH(const QString, uri);
    QFETCH(const bool, works);
    const auto reason = whyNotThrough(uri);
    QCOMPARE(!reason, works);
    if (reason)
        QVERIFY(reason->contains(uri) && reason->endsWith(u'.'));
}

void TestOperationRules::arguments()
{
    const OperationArguments arguments{u"before"_s, 4, 1ULL << 30};
    QCOMPARE(argumentText(Operation::Stop, arguments), QString());
    QCOMPARE(argumentText(Operation::SnapshotRevert, arguments), u"snapshot=before"_s);
    QCOMPARE(argumentText(Operation::SetVcpus, arguments), u"vcpus=4"_s);
    QCOMPARE(argumentText(Operation::SetMemory, arguments), u"memory=1073741824"_s);
}

QTEST_GUILESS_MAIN(TestOperationRules)
#include "tst_operationrules.moc"
