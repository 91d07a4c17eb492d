// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/metrics.h"
#include "models/suit/suitability.h"
#include "models/suit/workloadfacts.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <rapidcheck.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = WorkloadFact::Kind;
using Topic = WorkloadTopic;

const QString kKey = u"vm:host/1"_s;

WorkloadAnswer said(Topic topic, bool isYes, const QString &workload = kKey)
{
    return {workload, u"guest1"_s, topic, isYes, u"asked"_s, u"ann"_s, second(1)};
}

Suitability judged(const std::vector<WorkloadAnswer> &answers, const std::vector<WorkloadFact> &facts = {})
{
    return suitabilityOf(kKey, facts, answers);
}

std::vector<WorkloadAnswer> allSaid(bool isYes, std::initializer_list<Topic> others = {})
{
    std::vector<WorkloadAnswer> answers;
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        const auto topic = static_cast<Topic>(i);
        const bool isOther = std::ranges::find(others, topic) != others.end();
        answers.push_back(said(topic, isYes != isOther));
    }
    return answers;
}

const WorkloadFact *find(const std::vector<WorkloadFact> &facts, Kind kind)
{
    const auto found = std::ranges::find(facts, kind, &WorkloadFact::kind);
    return found == facts.end() ? nullptr : &*found;
}

Fit fitOf(const Suitability &suitability, SuitScenario scenario)
{
    return suitability.scenario(scenario).fit;
}

GuestDetails guest(const QByteArray &inside)
{
    return require(parseGuestXml("<domain type='kvm'><name>g</name>" + inside + "</domain>"));
}

QByteArray systemXml(const QByteArray &id)
{
    return "<metadata><l:libosinfo xmlns:l='http://libosinfo.org/xmlns/libvirt/domain/1.0'><l:os id='" + id
           + "'/></l:libosinfo></metadata>";
}

ContainerDetails container(const QByteArray &inside)
{
    return require(
        parseContainerDetails("{\"Id\":\"0123456789abcdef\"," + inside + "}", u"0123456789abcdef"_s));
}

} // namespace

/// Where a workload belongs, from what is known of it, and what stays unknown.
class TestSuitability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingKnownIsUnknown();
    void oneAnswerIsNotEnoughForAContainer();
    void whatContainersCannotGiveIsDecisive();
    void anotherKernelRulesContainersOut();
    void isolationAndAgilityMakeLayers();
    void onlyMachine();
    void onlyContainer();
    void noScenario();
    void openSidesAreNamed();
    void factsAnswer();
    void contradictionsAreUnknown();
    void hintsDecideNothing();
    void argumentsSayWhereTheyCameFrom();
    void whatSettlesDoesSettle();
    void answersOfOthersDoNotCount();
    void moreKnowledgeNeverTurnsAFitRound();
    void systems_data();
    void systems();
    void guestFacts();
    void containerFacts();
    void stateOfContainers();
    void loadFacts();
    void loadsFromHistory();
};

void TestSuitability::nothingKnownIsUnknown()
{
    const Suitability suitability = judged({});
    QCOMPARE(suitability.placement, Placement::Undecided);
    QCOMPARE(suitability.reason, PlacementReason::NotEnoughKnown);
    for (const ScenarioResult &result : suitability.scenarios) {
        QCOMPARE(result.fit, Fit::Unknown);
        QVERIFY(result.arguments.empty());
        QVERIFY(!result.open.empty());
    }
    QCOMPARE(suitability.settling.size(), kWorkloadTopics);
}

void TestSuitability::oneAnswerIsNotEnoughForAContainer()
{
    const Suitability suitability = judged({said(Topic::ScalesInSeconds, true)});
    // It scales, but whether it can be a container at all nobody has said.
    QCOMPARE(fitOf(suitability, SuitScenario::CloudNative), Fit::Unknown);
    QCOMPARE(suitability.scenario(SuitScenario::CloudNative).open,
             (std::vector{Topic::ManyShortLived, Topic::FrequentReleases, Topic::OtherKernel,
                          Topic::CannotBePacked, Topic::GraphicalDesktop}));
    QCOMPARE(suitability.placement, Placement::Undecided);
}

void TestSuitability::whatContainersCannotGiveIsDecisive()
{
    for (const Topic topic : {Topic::OtherKernel, Topic::CannotBePacked, Topic::GraphicalDesktop}) {
        const Suitability suitability = judged({said(topic, true)});
        QCOMPARE(suitability.placement, Placement::Vm);
        QCOMPARE(suitability.reason, PlacementReason::CannotBeContainer);
        QCOMPARE(fitOf(suitability, SuitScenario::Legacy), Fit::Fits);
        QCOMPARE(fitOf(suitability, SuitScenario::CloudNative), Fit::DoesNotFit);
        QCOMPARE(fitOf(suitability, SuitScenario::Modern), Fit::DoesNotFit);
        QCOMPARE(fitOf(suitability, SuitScenario::HighSecurity), Fit::Unknown);
        QVERIFY(suitability.settling.empty());
    }
}

void TestSuitability::anotherKernelRulesContainersOut()
{
    const Suitability suitability = judged(allSaid(true));
    QCOMPARE(suitability.placement, Placement::Vm);
    QCOMPARE(fitOf(suitability, SuitScenario::CloudNative), Fit::DoesNotFit);
}

void TestSuitability::isolationAndAgilityMakeLayers()
{
    const Suitability secure = judged(allSaid(false, {Topic::DistrustingTenants, Topic::SmallServices}));
    QCOMPARE(secure.placement, Placement::ContainerInVm);
    QCOMPARE(secure.reason, PlacementReason::IsolationAndAgility);
    // What must be restored as a whole machine may still have containers in it.
    const Suitability whole = judged(allSaid(false, {Topic::WholeMachine, Topic::FrequentReleases}));
    QCOMPARE(whole.placement, Placement::ContainerInVm);
}

void TestSuitability::onlyMachine()
{
    const Suitability suitability = judged(allSaid(false, {Topic::HardwareIsolation, Topic::LocalState}));
    QCOMPARE(suitability.placement, Placement::Vm);
    QCOMPARE(suitability.reason, PlacementReason::OnlyMachine);
    QCOMPARE(fitOf(suitability, SuitScenario::Modern), Fit::DoesNotFit);
}

void TestSuitability::onlyContainer()
{
    const Suitability suitability = judged(allSaid(false, {Topic::ManyShortLived}));
    QCOMPARE(suitability.placement, Placement::Container);
    QCOMPARE(suitability.reason, PlacementReason::OnlyContainer);
    QCOMPARE(fitOf(suitability, SuitScenario::HighSecurity), Fit::DoesNotFit);
    QCOMPARE(fitOf(suitability, SuitScenario::Modern), Fit::Fits); // it keeps no state
}

void TestSuitability::noScenario()
{
    const Suitability suitability = judged(allSaid(false, {Topic::LocalState}));
    QCOMPARE(suitability.placement, Placement::Undecided);
    QCOMPARE(suitability.reason, PlacementReason::NoScenario);
    QVERIFY(suitability.settling.empty()); // nothing is open
}

void TestSuitability::openSidesAreNamed()
{
    QCOMPARE(judged({said(Topic::SensitiveData, true)}).reason, PlacementReason::ContainersOpen);
    const std::vector<WorkloadAnswer> fitsContainers{
        said(Topic::OtherKernel, false), said(Topic::CannotBePacked, false),
        said(Topic::GraphicalDesktop, false), said(Topic::SmallServices, true)};
    QCOMPARE(judged(fitsContainers).reason, PlacementReason::MachineOpen);
    QCOMPARE(judged(fitsContainers).placement, Placement::Undecided);
}

void TestSuitability::factsAnswer()
{
    const WorkloadFact windows{Kind::OtherSystem, WorkloadFact::Place::DomainXml, u"/domain"_s, u"Windows"_s};
    const Suitability vm = judged({}, {windows});
    QCOMPARE(vm.placement, Placement::Vm);
    QCOMPARE(vm.topic(Topic::OtherKernel).isYes, std::optional(true));
    QVERIFY(!vm.topic(Topic::OtherKernel).answer);
    EntityInfo info = vmInfo(1);
    info.kind = EntityKind::Container;
    const Suitability packed = judged({}, factsOf(info));
    for (const Topic topic : {Topic::OtherKernel, Topic::CannotBePacked, Topic::GraphicalDesktop})
        QCOMPARE(packed.topic(topic).isYes, std::optional(false));
    QCOMPARE(packed.placement, Placement::Undecided);
    QVERIFY(factsOf(vmInfo(1)).empty()); // that it is a VM says nothing of what it needs
}

void TestSuitability::contradictionsAreUnknown()
{
    const WorkloadFact windows{Kind::OtherSystem, WorkloadFact::Place::DomainXml, u"/domain"_s, u"Windows"_s};
    const Suitability suitability = judged({said(Topic::OtherKernel, false)}, {windows});
    QVERIFY(suitability.topic(Topic::OtherKernel).isContradicted);
    QVERIFY(!suitability.topic(Topic::OtherKernel).isYes);
    QCOMPARE(suitability.placement, Placement::Undecided);
    const ScenarioResult &legacy = suitability.scenario(SuitScenario::Legacy);
    QCOMPARE(legacy.fit, Fit::Unknown);
    QCOMPARE(legacy.arguments.size(), 2U); // both are shown
    QVERIFY(legacy.arguments[0].isFor != legacy.arguments[1].isFor);
    QVERIFY(std::ranges::find(legacy.open, Topic::OtherKernel) != legacy.open.end());
}

void TestSuitability::hintsDecideNothing()
{
    std::vector<WorkloadFact> hints;
    for (const Kind kind : {Kind::Privileged, Kind::EngineSocket, Kind::SecureBoot, Kind::HostsKernel,
                            Kind::KeepsSnapshots, Kind::HealthCheck, Kind::LoadSwings, Kind::PublishesPorts,
                            Kind::WritableBind, Kind::LinuxSystem, Kind::HostNetwork, Kind::BelongsToPod})
        hints.push_back({kind, WorkloadFact::Place::Inspect, u"."_s});
    const Suitability suitability = judged({}, hints);
    for (const ScenarioResult &result : suitability.scenarios) {
        QCOMPARE(result.fit, Fit::Unknown);
        QVERIFY(!result.arguments.empty());
        for (const SuitArgument &argument : result.arguments)
            QVERIFY(!argument.isDeciding);
    }
    QCOMPARE(suitability.placement, Placement::Undecided);
}

void TestSuitability::argumentsSayWhereTheyCameFrom()
{
    const WorkloadFact volume{Kind::WritableVolume, WorkloadFact::Place::Inspect, u".Mounts[].RW"_s,
                              u"/data"_s};
    const Suitability suitability = judged({said(Topic::SmallServices, true)}, {volume});
    const auto &arguments = suitability.scenario(SuitScenario::Modern).arguments;
    QCOMPARE(arguments.size(), 2U);
    QVERIFY(!arguments[0].isFor);
    QCOMPARE(arguments[0].fact, std::optional(volume));
    QVERIFY(arguments[1].isFor);
    QCOMPARE(arguments[1].answer, std::optional(said(Topic::SmallServices, true)));
    // It is a hint in the other scenario of containers.
    const auto &cloud = suitability.scenario(SuitScenario::CloudNative).arguments;
    QCOMPARE(cloud.size(), 1U);
    QVERIFY(!cloud[0].isFor && !cloud[0].isDeciding);
}

void TestSuitability::whatSettlesDoesSettle()
{
    std::vector<WorkloadAnswer> answers = allSaid(false, {Topic::FrequentReleases});
    removeAnswer(answers, kKey, Topic::SensitiveData);
    const Suitability open = judged(answers);
    QCOMPARE(open.placement, Placement::Undecided);
    QCOMPARE(open.reason, PlacementReason::MachineOpen);
    QCOMPARE(open.settling.size(), 1U);
    QCOMPARE(open.settling[0].topic, Topic::SensitiveData);
    for (const bool isYes : {true, false}) {
        std::vector<WorkloadAnswer> then = answers;
        setAnswer(then, said(Topic::SensitiveData, isYes));
        QCOMPARE(judged(then).placement, isYes ? open.settling[0].ifYes : open.settling[0].ifNo);
    }
    QCOMPARE(open.settling[0].ifYes, Placement::ContainerInVm);
    QCOMPARE(open.settling[0].ifNo, Placement::Container);
}

void TestSuitability::answersOfOthersDoNotCount()
{
    const Suitability suitability = judged({said(Topic::OtherKernel, true, u"vm:host/2"_s)});
    QCOMPARE(suitability.placement, Placement::Undecided);
    QVERIFY(!suitability.topic(Topic::OtherKernel).isYes);
}

void TestSuitability::moreKnowledgeNeverTurnsAFitRound()
{
    // What is said of a scenario is said for good: whatever is answered next confirms it or was open before.
    const bool holds = rc::check("an answer to an open topic keeps what was known", [] {
        std::vector<WorkloadAnswer> answers;
        for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
            if (*rc::gen::arbitrary<bool>())
                answers.push_back(said(static_cast<Topic>(i), *rc::gen::arbitrary<bool>()));
        }
        const Suitability before = judged(answers);
        const auto topic = static_cast<Topic>(*rc::gen::inRange<int>(0, kWorkloadTopics));
        if (answerTo(answers, kKey, topic))
            return;
        setAnswer(answers, said(topic, *rc::gen::arbitrary<bool>()));
        const Suitability after = judged(answers);
        for (std::size_t i = 0; i < kSuitScenarios; ++i) {
            if (before.scenarios[i].fit != Fit::Unknown)
                RC_ASSERT(after.scenarios[i].fit == before.scenarios[i].fit);
        }
        if (before.placement != Placement::Undecided)
            RC_ASSERT(after.placement == before.placement);
    });
    QVERIFY(holds);
}

void TestSuitability::systems_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<std::optional<Kind>>("kind");
    const auto row = [](const char *id, const std::optional<Kind> &kind) {
        QTest::newRow(id) << QByteArray(id) << kind;
    };
    row("http://debian.org/debian/12", Kind::LinuxSystem);
    row("http://oracle.com/ol/9.1", Kind::LinuxSystem);
    row("http://oracle.com/solaris/11", Kind::OtherSystem);
    row("http://microsoft.com/win/2k22", Kind::OtherSystem);
    row("http://freebsd.org/freebsd/14.0", Kind::OtherSystem);
    row("http://debian.org.example.com/debian/12", {});
    row("http://example.com/ours/1", {});
    row("", {});
}

void TestSuitability::systems()
{
    QFETCH(QByteArray, id);
    QFETCH(std::optional<Kind>, kind);
    const std::vector<WorkloadFact> facts = factsOf(guest(systemXml(id)));
    if (!kind) {
        QVERIFY(facts.empty()); // never assumed to be Linux
        return;
    }
    QCOMPARE(facts.size(), 1U);
    QCOMPARE(facts[0].kind, *kind);
    QCOMPARE(facts[0].value, QString::fromUtf8(id));
    QCOMPARE(facts[0].path, u"/domain/metadata/libosinfo/os/@id"_s);
    QCOMPARE(facts[0].place, WorkloadFact::Place::DomainXml);
}

void TestSuitability::guestFacts()
{
    GuestDetails details =
        guest("<os firmware='efi'><type>hvm</type><kernel>/boot/k</kernel>"
              "<loader secure='yes'>/x</loader></os>"
              "<devices><disk type='block' device='lun'><target dev='sda' bus='scsi'/></disk>"
              "<disk type='file' device='disk'><target dev='vdb'/><shareable/></disk>"
              "<disk type='file' device='disk'><target dev='vda'/></disk></devices>");
    details.isPersistent = false;
    details.snapshots = GuestSnapshots{{{u"a"_s, {}, true}}, 2};
    const std::vector<WorkloadFact> facts = factsOf(details);
    QVERIFY(find(facts, Kind::HostsKernel));
    QCOMPARE(find(facts, Kind::SecureBoot)->path, u"/domain/os/loader/@secure"_s);
    QVERIFY(find(facts, Kind::TransientVm));
    QCOMPARE(find(facts, Kind::KeepsSnapshots)->value, u"3"_s);
    QCOMPARE(std::ranges::count(facts, Kind::SharedDisk, &WorkloadFact::kind), 2);
    details.isPersistent.reset(); // not told
    details.snapshots = fail(Error::Kind::Denied, u"no"_s);
    QVERIFY(!find(factsOf(details), Kind::TransientVm));
    QVERIFY(!find(factsOf(details), Kind::KeepsSnapshots));
}

void TestSuitability::containerFacts()
{
    const ContainerDetails details = container(
        R"("State":{"Health":{"Status":"healthy"}},)"
        R"("HostConfig":{"Privileged":true,"NetworkMode":"host","RestartPolicy":{"Name":"always"}},)"
        R"("NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"}]}},)"
        R"("Mounts":[{"Type":"bind","Source":"/run/podman/podman.sock","Destination":"/s","RW":true},)"
        R"({"Type":"bind","Source":"/etc","Destination":"/etc","RW":false},)"
        R"({"Type":"bind","Source":"/srv","Destination":"/srv","RW":true},)"
        R"({"Type":"volume","Name":"db","Source":"/v","Destination":"/data","RW":true}])");
    const std::vector<WorkloadFact> facts = factsOf(details);
    QVERIFY(find(facts, Kind::Privileged));
    QVERIFY(find(facts, Kind::HostNetwork));
    QVERIFY(find(facts, Kind::HealthCheck));
    QCOMPARE(find(facts, Kind::RestartedByEngine)->value, u"always"_s);
    QCOMPARE(find(facts, Kind::EngineSocket)->value, u"/run/podman/podman.sock"_s);
    QCOMPARE(find(facts, Kind::WritableBind)->value, u"/srv"_s);
    QCOMPARE(std::ranges::count(facts, Kind::WritableBind, &WorkloadFact::kind), 1);
    QCOMPARE(find(facts, Kind::WritableVolume)->value, u"/data"_s);
    QVERIFY(find(facts, Kind::PublishesPorts)->value.contains(u"8080"_s));
    for (const WorkloadFact &fact : facts) {
        QCOMPARE(fact.place, WorkloadFact::Place::Inspect);
        QVERIFY(fact.path.startsWith(u'.'));
    }
    QVERIFY(factsOf(container(R"("State":{})")).empty());
}

void TestSuitability::stateOfContainers()
{
    const auto stateOf = [](const QByteArray &inside) {
        return judged({}, factsOf(container(inside))).topic(Topic::LocalState).isYes;
    };
    QCOMPARE(stateOf(R"("HostConfig":{"ReadonlyRootfs":true})"), std::optional(false));
    QCOMPARE(stateOf(R"("HostConfig":{"ReadonlyRootfs":false})"), std::optional<bool>()); // it may write inside
    QCOMPARE(stateOf(R"("HostConfig":{"ReadonlyRootfs":true},)"
                     R"("Mounts":[{"Type":"bind","Source":"/a","Destination":"/a","RW":true}])"),
             std::optional<bool>());
    QCOMPARE(stateOf(R"("HostConfig":{"ReadonlyRootfs":true},)"
                     R"("Mounts":[{"Type":"tmpfs","Destination":"/tmp","RW":true}])"),
             std::optional(false));
    QCOMPARE(stateOf(R"("Mounts":[{"Type":"volume","Name":"a","Destination":"/a","RW":true}])"),
             std::optional(true));
}

void TestSuitability::loadFacts()
{
    QVERIFY(factsOf(WorkloadLoad{}).empty());
    QVERIFY(factsOf(WorkloadLoad{0.4, 2, 20}).empty()); // too little of the day is known
    QVERIFY(factsOf(WorkloadLoad{1, 0.01, 1}).empty()); // idle
    QVERIFY(factsOf(WorkloadLoad{1, 10, 20}).empty());  // neither
    QCOMPARE(factsOf(WorkloadLoad{0.5, 2, 6}).front().kind, Kind::LoadSwings);
    QCOMPARE(factsOf(WorkloadLoad{1, 10, 15}).front().kind, Kind::LoadIsSteady);
    QCOMPARE(factsOf(WorkloadLoad{1, 10, 15}).front().path, u"cpu.host_percent"_s);
}

void TestSuitability::loadsFromHistory()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId entity = require(writer->entity(vmInfo(1), second(0)));
    require(writer->entity(vmInfo(2), second(0)));
    const SeriesId series = require(writer->series(entity, MetricId::CpuHostPercent, {}));
    for (int i = 0; i < 120; ++i)
        require(writer->append(second(i), std::vector<SeriesValue>{{series, i < 108 ? 2.0 : 42.0}}));
    const auto reader = store.reader();
    const auto loads = require(workloadLoads(*reader, {second(0), second(120)}, {}));
    QCOMPARE(loads.size(), 1); // of the other nothing is known, which is not 0
    const WorkloadLoad load = loads.value(u"vm:host/1"_s);
    QVERIFY(load.measured > 0.95);
    QVERIFY(qAbs(load.mean - 6) < 0.5);
    QVERIFY(qAbs(load.p95 - 42) < 1e-6);
    QCOMPARE(factsOf(load).front().kind, Kind::LoadSwings);
}

QTEST_APPLESS_MAIN(TestSuitability)
#include "tst_suitability.moc"
