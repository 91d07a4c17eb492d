// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/entitydetails.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint kNow = fromMillis(1'764'000'000'000);
const QString kUri = u"qemu:///system"_s;

DetailInput inputOf(EntityKind kind, EntityState state)
{
    DetailInput input;
    input.info.kind = kind;
    input.info.key = u"vm:host/42"_s;
    input.info.name = u"web"_s;
    input.info.state = state;
    input.source = kUri;
    input.now = kNow;
    return input;
}

std::optional<DetailRow> find(const std::vector<DetailRow> &rows, const QString &name)
{
    const auto row = std::ranges::find(rows, name, &DetailRow::name);
    return row == rows.end() ? std::nullopt : std::optional(*row);
}

QString valueOf(const DetailInput &input, const QString &name)
{
    const auto row = find(detailRows(input, QLocale::c()), name);
    return row ? row->value : u"(no row)"_s;
}

} // namespace

class TestEntityDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sinceAnEvent_data();
    void sinceAnEvent();
    void sinceTheStartOfAVm_data();
    void sinceTheStartOfAVm();
    void newerStartBeatsAnOldEvent();
    void sinceTheEndOfAContainer();
    void upForIsNeverZero();
    void guestInWords();
    void snapshots();
    void snapshotsThatCannotBeListed();
    void containerInWords();
    void everyFigureHasSourceAndAge();
    void keysAreUnique();
    void troubleIsTold();
};

void TestEntityDetails::sinceAnEvent_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<EntityState>("state");
    QTest::addColumn<bool>("fits");
    QTest::newRow("started") << u"started"_s << EntityState::Running << true;
    QTest::newRow("resumed") << u"resumed"_s << EntityState::Running << true;
    QTest::newRow("paused") << u"paused"_s << EntityState::Paused << true;
    QTest::newRow("stopped") << u"stopped"_s << EntityState::ShutOff << true;
    QTest::newRow("gone") << u"gone"_s << EntityState::Gone << true;
    // It was started while nobody recorded: "running since it stopped" would be a lie.
    QTest::newRow("stopped, but it runs") << u"stopped"_s << EntityState::Running << false;
    QTest::newRow("started, but it is paused") << u"started"_s << EntityState::Paused << false;
    QTest::newRow("unheard of") << u"danced"_s << EntityState::Running << false;
}

void TestEntityDetails::sinceAnEvent()
{
    QFETCH(QString, type);
    QFETCH(EntityState, state);
    QFETCH(bool, fits);
    DetailInput input = inputOf(EntityKind::VirtualMachine, state);
    EntityFacts facts;
    facts.stateChange = EventRecord{EntityId(1), kNow - 90s, type, u"why"_s};
    input.facts = &facts;
    QCOMPARE(stateSince(input).has_value(), fits);
    const QString text = valueOf(input, u"State since"_s);
    QVERIFY2(fits ? text.startsWith(u"1 min 30 s, since "_s) && text.contains(u"why"_s)
                  : text == u"not recorded"_s,
             qPrintable(text));
}

void TestEntityDetails::sinceTheStartOfAVm_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("known");
    QTest::newRow("booted") << u"booted"_s << true;
    QTest::newRow("restored") << u"restored"_s << true;
    QTest::newRow("was paused between") << u"unpaused"_s << false;
    QTest::newRow("no reason") << QString() << false;
}

void TestEntityDetails::sinceTheStartOfAVm()
{
    QFETCH(QString, reason);
    QFETCH(bool, known);
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    input.info.detail = reason;
    QVERIFY(!stateSince(input)); // the start itself is not known
    input.info.started = kNow - 1h;
    QCOMPARE(stateSince(input).has_value(), known);
    if (known)
        QCOMPARE(stateSince(input)->at, kNow - 1h);
}

void TestEntityDetails::newerStartBeatsAnOldEvent()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    EntityFacts facts;
    facts.stateChange = EventRecord{EntityId(1), kNow - 48h, u"started"_s, {}};
    input.facts = &facts;
    input.info.detail = u"booted"_s;
    input.info.started = kNow - 1h;
    QCOMPARE(stateSince(input)->at, kNow - 1h);
    // The event of that very start says more.
    facts.stateChange->at = input.info.started + 200ms;
    QCOMPARE(stateSince(input)->at, facts.stateChange->at);
}

void TestEntityDetails::sinceTheEndOfAContainer()
{
    DetailInput input = inputOf(EntityKind::Container, EntityState::Exited);
    ContainerDetails container;
    container.started = kNow - 2h;
    container.finished = kNow - 1h;
    const EntityDetails details{kNow, container};
    input.details = &details;
    QCOMPARE(stateSince(input)->at, kNow - 1h);
    input.info.state = EntityState::Running; // the engine was asked before it was started
    QVERIFY(!stateSince(input));
}

void TestEntityDetails::upForIsNeverZero()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    QVERIFY(valueOf(input, u"Up for"_s).startsWith(u"not known"_s));
    input.info.started = kNow - 90min;
    QVERIFY(valueOf(input, u"Up for"_s).startsWith(u"1 h 30 min"_s));
    input.info.state = EntityState::ShutOff;
    QCOMPARE(valueOf(input, u"Up for"_s), u"(no row)"_s);
}

void TestEntityDetails::guestInWords()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::ShutOff);
    GuestDetails guest;
    guest.hypervisor = u"kvm"_s;
    guest.isUefi = true;
    guest.vcpus = 2;
    guest.maxVcpus = 4;
    guest.memory = 2147483648.0;
    guest.maxMemory = 4294967296.0;
    guest.cpuMode = u"host-passthrough"_s;
    guest.bootOrder = {u"hd"_s, u"network"_s};
    guest.startsWithHost = true;
    guest.hasSavedState = true;
    guest.disks.push_back(
        {u"vda"_s, u"virtio"_s, u"disk"_s, u"qcow2"_s, u"/images/a"_s, true, false, 1e9, kUnknown});
    guest.disks.push_back({u"sda"_s, u"sata"_s, u"cdrom"_s, {}, {}, true, false, kUnknown, kUnknown});
    guest.nics.push_back({u"52:54:00:00:00:01"_s, u"network"_s, u"default"_s, u"virtio"_s, u"vnet1"_s, true});
    const EntityDetails details{kNow - 4s, guest};
    input.details = &details;
    QCOMPARE(valueOf(input, u"Firmware"_s), u"UEFI"_s);
    QVERIFY(valueOf(input, u"Hypervisor"_s).startsWith(u"KVM"_s));
    QVERIFY2(valueOf(input, u"Virtual CPUs"_s).endsWith(u"of at most 4"_s),
             qPrintable(valueOf(input, u"Virtual CPUs"_s)));
    QCOMPARE(valueOf(input, u"Memory"_s), u"2 GiB of at most 4 GiB"_s);
    QCOMPARE(valueOf(input, u"CPU model"_s), u"the host's own, passed through"_s);
    QCOMPARE(valueOf(input, u"Boots from"_s), u"hard disk, then network"_s);
    QCOMPARE(valueOf(input, u"Starts with its host"_s), u"yes"_s);
    QCOMPARE(valueOf(input, u"Definition"_s), u"(no row)"_s); // libvirt did not say
    QVERIFY(valueOf(input, u"Saved memory"_s).startsWith(u"yes"_s));
    QCOMPARE(valueOf(input, u"vda"_s), u"/images/a"_s);
    QCOMPARE(valueOf(input, u"vda: Kind"_s), u"disk, virtio, qcow2, read-only"_s);
    QCOMPARE(valueOf(input, u"vda: Disk capacity"_s), u"954 MiB"_s);
    QCOMPARE(valueOf(input, u"sda"_s), u"empty"_s);
    QCOMPARE(valueOf(input, u"sda: Disk capacity"_s), u"(no row)"_s);
    QCOMPARE(valueOf(input, u"52:54:00:00:00:01"_s), u"network default (virtio, vnet1, cable unplugged)"_s);
    QCOMPARE(valueOf(input, u"Number of snapshots"_s), u"none"_s);
}

void TestEntityDetails::snapshots()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    GuestDetails guest;
    guest.snapshots = GuestSnapshots{{{u"first"_s, {}, false, u"shutoff"_s, {}},
                                      {u"two\u202E\nlines"_s, kNow - 24h, true, u"running"_s, u"first"_s}},
                                     7};
    const EntityDetails details{kNow, guest};
    input.details = &details;
    QCOMPARE(valueOf(input, u"Number of snapshots"_s), u"9"_s);
    QCOMPARE(valueOf(input, u"first"_s), u"at an unknown time, VM off"_s);
    const QString second = valueOf(input, u"twolines"_s);
    QVERIFY2(second.startsWith(u"current, "_s)
                 && second.endsWith(u", VM running, with its memory, after first"_s),
             qPrintable(second));
    QVERIFY(valueOf(input, u"Others"_s).startsWith(u"7 more"_s));
}

void TestEntityDetails::snapshotsThatCannotBeListed()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    GuestDetails guest;
    guest.snapshots = fail(Error::Kind::Denied, u"no"_s, kUri);
    const EntityDetails details{kNow, guest};
    input.details = &details;
    QVERIFY(valueOf(input, u"Number of snapshots"_s).startsWith(u"not known"_s)); // and not "none"
}

void TestEntityDetails::containerInWords()
{
    DetailInput input = inputOf(EntityKind::Container, EntityState::Exited);
    ContainerDetails container;
    container.image = u"web:1"_s;
    container.exitCode = 137;
    container.wasOomKilled = true;
    container.restartPolicy = u"on-failure"_s;
    container.mostRetries = 3;
    container.limits = {kNoLimit, 67108864.0};
    container.health = ContainerDetails::HealthCheck{u"unhealthy"_s, 4, u"no route"_s, kNow - 5s};
    container.ports = {{u"80/tcp"_s, u"*:8080"_s}, {u"443/tcp"_s, {}}};
    container.mounts = {{u"bind"_s, u"/srv"_s, u"/data"_s, false}, {u"volume"_s, u"db"_s, u"/db"_s, true}};
    container.networks = {{u"podman"_s, u"10.88.0.2"_s, {}, u"aa:bb"_s}};
    const EntityDetails details{kNow, container};
    input.details = &details;
    QCOMPARE(valueOf(input, u"Exit code"_s), u"137, killed because its memory ran out"_s);
    QCOMPARE(valueOf(input, u"Health"_s), u"unhealthy; failed checks in a row: 4"_s);
    QCOMPARE(valueOf(input, u"It said"_s), u"no route"_s);
    QCOMPARE(valueOf(input, u"Restarts by itself"_s), u"when it fails, at most 3 times"_s);
    QCOMPARE(valueOf(input, u"Restarted so far"_s), u"(no row)"_s); // not told is not 0
    QCOMPARE(valueOf(input, u"CPU limit"_s), u"no limit"_s);
    QCOMPARE(valueOf(input, u"Memory limit"_s), u"64 MiB"_s);
    QCOMPARE(valueOf(input, u"Process limit"_s), u"(no row)"_s);
    QCOMPARE(valueOf(input, u"/data"_s), u"/srv (bind, read-only)"_s);
    QCOMPARE(valueOf(input, u"/db"_s), u"db (volume, read and write)"_s);
    QCOMPARE(valueOf(input, u"Port 80/tcp"_s), u"published as *:8080"_s);
    QCOMPARE(valueOf(input, u"Port 443/tcp"_s), u"not published"_s);
    QCOMPARE(valueOf(input, u"podman"_s), u"10.88.0.2, aa:bb"_s);
}

void TestEntityDetails::everyFigureHasSourceAndAge()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    EntityFacts facts;
    SeriesRecord memory;
    memory.metric = MetricId::MemAllocated;
    facts.figures.push_back({memory, 1073741824.0, kNow - 2s});
    SeriesRecord running;
    running.metric = MetricId::Running;
    facts.figures.push_back({running, 1, kNow - 1s});
    input.facts = &facts;
    GuestDetails guest;
    guest.machine = u"q35"_s;
    guest.snapshots->known.push_back({u"s"_s, kNow, false, {}, {}});
    const EntityDetails details{kNow - 4s, guest};
    input.details = &details;
    const std::vector<DetailRow> rows = detailRows(input, QLocale::c());
    QVERIFY(!find(rows, u"State"_s)); // no words were given
    QCOMPARE(find(rows, u"State since"_s)->at, std::optional(kNow - 1s));
    QCOMPARE(find(rows, u"Memory allocated"_s)->at, std::optional(kNow - 2s));
    QVERIFY(find(rows, u"Memory allocated"_s)->source.contains(kUri));
    QCOMPARE(find(rows, u"Machine"_s)->at, std::optional(kNow - 4s));
    QCOMPARE(find(rows, u"Machine"_s)->source, u"domain XML of qemu:///system"_s);
    QCOMPARE(find(rows, u"s"_s)->source, u"snapshot list of qemu:///system"_s);
}

void TestEntityDetails::keysAreUnique()
{
    DetailInput input = inputOf(EntityKind::Container, EntityState::Running);
    ContainerDetails container;
    container.mounts.assign(3, {u"bind"_s, u"/srv"_s, u"/data"_s, false});
    container.ports.assign(3, {u"80/tcp"_s, u"*:8080"_s});
    const EntityDetails details{kNow, container};
    input.details = &details;
    QStringList keys;
    for (const DetailRow &row : detailRows(input, QLocale::c()))
        keys.append(row.key);
    const qsizetype count = keys.size();
    QCOMPARE(keys.removeDuplicates(), 0);
    QVERIFY(count > 10);
}

void TestEntityDetails::troubleIsTold()
{
    DetailInput input = inputOf(EntityKind::VirtualMachine, EntityState::Running);
    QCOMPARE(valueOf(input, u"Configuration"_s), u"(no row)"_s);
    input.trouble = u"libvirt does not answer"_s;
    QCOMPARE(valueOf(input, u"Configuration"_s), u"libvirt does not answer"_s);
}

QTEST_APPLESS_MAIN(TestEntityDetails)
#include "tst_entitydetails.moc"
