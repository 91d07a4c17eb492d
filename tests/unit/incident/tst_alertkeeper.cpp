// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertdesk.h"
#include "models/incident/alertkeeper.h"
#include "tests/data/history/golden.h"
#include "tests/support/verify.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Labels kHostDown{{u"alertname"_s, u"HostDown"_s}, {u"host"_s, u"h1"_s}};

Rule cpuRule()
{
    Rule rule;
    rule.name = u"CpuHigh"_s;
    rule.severity = Severity::P1;
    rule.metric = u"cpu"_s;
    rule.threshold = rule.clear = 80;
    rule.hold = 60s;
    return rule;
}

/// A process that records and judges; its end loses what is in memory.
class Recorder
{
public:
    Recorder(const Store &store, TimePoint now)
        : m_writer(store.writer())
    {
        AlertSettings settings;
        settings.escalateAfter = 10min;
        m_keeper = std::make_unique<AlertKeeper>(settings);
        m_keeper->setRules({cpuRule()});
        require(m_keeper->load(m_writer->database(), now));
        m_writer->setCompanion(m_keeper.get());
    }
    ~Recorder() { m_writer->setCompanion(nullptr); }

    template<typename Act>
    void at(TimePoint now, Act act)
    {
        m_keeper->advanceTo(now);
        act(m_keeper->engine());
        m_keeper->finish(m_writer->database());
    }
    void at(TimePoint now)
    {
        at(now, [](AlertEngine &) {});
    }
    void store() { require(m_writer->storeCompanion()); }
    QStringList told()
    {
        QStringList words;
        for (const Notice &notice : m_keeper->takeNotices())
            words.append(toWord(notice.reason));
        return words;
    }
    AlertKeeper &keeper() { return *m_keeper; }
    HistoryWriter &writer() { return *m_writer; }

private:
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<AlertKeeper> m_keeper;
};

QStringList wordsOf(const std::vector<AlertLogEntry> &log)
{
    QStringList words;
    for (const AlertLogEntry &entry : log)
        words.append(entry.who.isEmpty() ? entry.what : entry.what + u" by "_s + entry.who);
    return words;
}

AlertCommand acknowledge(const Labels &labels)
{
    AlertCommand command;
    command.labels = labels;
    command.note = u"looking"_s;
    return command;
}

/// As the console next to a recording service does it.
void give(const Store &store, const AlertCommand &command, TimePoint now)
{
    AlertDesk desk(store.path, u"eve"_s);
    QSignalSpy given(&desk, &AlertDesk::commandGiven);
    desk.command(command, now);
    QTRY_COMPARE(given.size(), 1);
}

} // namespace

class TestAlertKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnAfterARestart();
    void breachWhileClosedIsComputedBack();
    void tellsOnlyWhatIsStored();
    void storedWithItsSweep();
    void commandsAreAppliedOnce();
    void commandsRoundTrip_data();
    void commandsRoundTrip();
    void damagedRowsAreLeftOut();
    void longSleepIsToldOnce();
    void pendingIsForgottenAfterALongBreak();
    void historyIsSearched();
    void storedFile();
    void olderFilesHaveNoBoard();
};

void TestAlertKeeper::goesOnAfterARestart()
{
    const Store store;
    {
        Recorder first(store, second(0));
        first.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
        first.store();
        QCOMPARE(first.told(), QStringList{u"first"_s});
    }
    Recorder next(store, second(30));
    next.at(second(30), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
    next.store();
    QVERIFY(next.told().isEmpty()); // nothing pages twice
    QCOMPARE(next.keeper().engine().incidents().size(), std::size_t(1));
    QCOMPARE(next.keeper().engine().incidents().front().firedAt, second(0));
    next.at(second(40), [](AlertEngine &engine) { engine.resolve(kHostDown); });
    next.store();
    QCOMPARE(next.told(), QStringList{u"all_resolved"_s}); // whoever was told learns of the end
}

void TestAlertKeeper::breachWhileClosedIsComputedBack()
{
    const Store store;
    {
        Recorder first(store, second(0));
        first.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P1); });
        first.store();
    }
    Recorder next(store, second(20'000));
    next.at(second(20'000));
    QCOMPARE(next.keeper().engine().incidents().front().breachAt, std::optional(second(3600)));
}

void TestAlertKeeper::tellsOnlyWhatIsStored()
{
    const Store store;
    Recorder recorder(store, second(0));
    recorder.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
    QVERIFY(recorder.told().isEmpty());
    recorder.store();
    QCOMPARE(recorder.told(), QStringList{u"first"_s});
}

void TestAlertKeeper::storedWithItsSweep()
{
    const Store store;
    Recorder recorder(store, second(0));
    const auto series = makeSeries(recorder.writer(), 1);
    recorder.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
    // A sweep that is refused takes the incident with it.
    VERIFY_FAILS(recorder.writer().append(second(0), std::array{SeriesValue{static_cast<SeriesId>(99), 1.0}}),
                 Error::Kind::Invalid);
    QVERIFY(recorder.told().isEmpty());
    VERIFY_OK(recorder.writer().append(second(0), std::array{SeriesValue{series.front(), 1.0}}));
    QCOMPARE(recorder.told(), QStringList{u"first"_s});
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QCOMPARE(require(db.integer("SELECT count(*) FROM incident")), qint64(1));
}

void TestAlertKeeper::commandsAreAppliedOnce()
{
    const Store store;
    Recorder recorder(store, second(0));
    recorder.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P1); });
    recorder.store();
    give(store, acknowledge(kHostDown), second(5));
    give(store, acknowledge({{u"host"_s, u"elsewhere"_s}}), second(6));
    recorder.at(second(10));
    recorder.at(second(11)); // not stored yet: not again
    recorder.store();
    recorder.at(second(12));
    const Incident incident = recorder.keeper().engine().incidents().front();
    QCOMPARE(incident.ackedAt, std::optional(second(10)));
    QCOMPARE(incident.ackedBy, u"eve"_s);
    QCOMPARE(incident.note, u"looking"_s);

    AlertDesk desk(store.path, u"eve"_s);
    QStringList words;
    desk.log(incident.id, this, [&](const Result<std::vector<AlertLogEntry>> &log) { words = wordsOf(*log); });
    QTRY_COMPARE(words, (QStringList{u"fired"_s, u"acked by eve"_s}));
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QCOMPARE(require(db.integer("SELECT count(*) FROM alert_command WHERE applied IS NULL")), qint64(0));
    QCOMPARE(require(db.integer("SELECT count(*) FROM alert_command WHERE refused='no such alert'")),
             qint64(1));
    QCOMPARE(require(db.integer("SELECT count(*) FROM alert_log WHERE what='refused'")), qint64(1));

    QSignalSpy changed(&desk, &AlertDesk::boardChanged);
    desk.follow();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desk.board().cards.size(), std::size_t(1));
    QCOMPARE(desk.board().cards.front().view(second(12), 5min).badge, u"acked"_s);
}

void TestAlertKeeper::commandsRoundTrip_data()
{
    QTest::addColumn<AlertCommand>("command");
    AlertCommand ack = acknowledge(kHostDown);
    ack.until = second(9);
    ack.isSticky = true;
    QTest::newRow("ack") << ack;
    AlertCommand severity;
    severity.kind = AlertCommand::Kind::Severity;
    severity.severity = Severity::P0;
    QTest::newRow("severity") << severity;
    AlertCommand silence;
    silence.kind = AlertCommand::Kind::Suppress;
    silence.window = {
        SuppressorKind::Maintenance, u"w1"_s, kHostDown, second(1), second(2), {}, u"disks"_s, {}};
    QTest::newRow("window") << silence;
    AlertCommand end;
    end.kind = AlertCommand::Kind::EndSuppression;
    end.id = u"w1"_s;
    QTest::newRow("end") << end;
}

void TestAlertKeeper::commandsRoundTrip()
{
    QFETCH(AlertCommand, command);
    JsonProblem problem;
    QCOMPARE(alertCommandOf(JsonView(toJson(command), {}, problem)), command);
    QVERIFY(!problem.found());
}

void TestAlertKeeper::damagedRowsAreLeftOut()
{
    const Store store;
    {
        Recorder recorder(store, second(0));
        recorder.at(second(0), [](AlertEngine &engine) {
            engine.fire(kHostDown, Severity::P0);
            engine.fire({{u"alertname"_s, u"Other"_s}}, Severity::P2);
        });
        recorder.store();
    }
    {
        const auto db = require(Database::open(store.path, Database::Mode::Write));
        require(db.execute("UPDATE alert SET state='{\"labels\":7}' WHERE state LIKE '%HostDown%';"
                           "INSERT INTO alert_command(at, who, body) VALUES(1, 'x', 'no json')"));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged: alert"_s));
    Recorder recorder(store, second(10));
    recorder.at(second(10));
    recorder.store();
    QCOMPARE(recorder.keeper().engine().memory().alerts.size(), std::size_t(1));
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QCOMPARE(require(db.integer("SELECT count(*) FROM alert_command WHERE refused IS NOT NULL")), qint64(1));
    // A new incident gets a number that no stored one has.
    recorder.at(second(11), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
    QCOMPARE(recorder.keeper().engine().incidents().back().id, 3);
}

void TestAlertKeeper::longSleepIsToldOnce()
{
    const Store store;
    Recorder recorder(store, second(0));
    recorder.at(second(0), [](AlertEngine &engine) { engine.fire(kHostDown, Severity::P0); });
    recorder.store();
    QCOMPARE(recorder.told(), QStringList{u"first"_s});
    recorder.at(second(8 * 3600)); // five escalations and a repetition later
    recorder.store();
    QCOMPARE(recorder.told().size(), 1);
}

void TestAlertKeeper::pendingIsForgottenAfterALongBreak()
{
    const auto conditionAfter = [](Milliseconds away) {
        const Store store;
        const auto sample = [](AlertEngine &engine) {
            engine.sample(u"cpu"_s, {{u"host"_s, u"h1"_s}}, 90, engine.now());
        };
        {
            Recorder first(store, second(0));
            first.at(second(0), sample);
            first.store();
        }
        Recorder next(store, second(0) + away);
        next.at(second(0) + away, sample);
        return next.keeper().engine().observe().front().condition;
    };
    QCOMPARE(conditionAfter(70s), Condition::Firing);
    QCOMPARE(conditionAfter(1h), Condition::Pending);
}

void TestAlertKeeper::historyIsSearched()
{
    const Store store;
    Recorder recorder(store, second(0));
    for (int i = 0; i < 5; ++i) {
        recorder.at(second(i), [&](AlertEngine &engine) {
            engine.fire({{u"alertname"_s, u"A%1"_s.arg(i)}, {u"vm"_s, u"web"_s}}, static_cast<Severity>(i % 2));
        });
    }
    recorder.store();
    AlertDesk desk(store.path, u"eve"_s);
    const auto found = [&](std::optional<Severity> severity, int limit) {
        std::optional<QStringList> names;
        desk.incidents({{second(1), second(10)}, severity, limit}, this,
                       [&](const Result<std::vector<Incident>> &incidents) {
                           names.emplace();
                           for (const Incident &incident : *incidents)
                               names->append(labelOf(incident.labels, u"alertname"_s));
                       });
        [&] { QTRY_VERIFY(names); }();
        return names.value_or(QStringList());
    };
    QCOMPARE(found({}, 10), (QStringList{u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s}));
    QCOMPARE(found({}, 2), (QStringList{u"A4"_s, u"A3"_s}));
    QCOMPARE(found(Severity::P1, 10), (QStringList{u"A3"_s, u"A1"_s}));
    QCOMPARE(found(Severity::P3, 10), QStringList());
}

void TestAlertKeeper::storedFile()
{
    const auto db = require(
        Database::open(QStringLiteral(STRATADECK_TEST_DATA "/history/v4.db"), Database::Mode::Immutable));
    const EngineMemory memory = require(loadMemory(db));
    QCOMPARE(memory.alerts.size(), std::size_t(1));
    QCOMPARE(memory.alerts.front().labels, goldenAlert());
    QCOMPARE(memory.incidents.front().severity, Severity::P1);
    QCOMPARE(memory.windows.front().why, u"grüße"_s);
    QCOMPARE(memory.nextIncident, 2);
}

void TestAlertKeeper::olderFilesHaveNoBoard()
{
    const Store store;
    QVERIFY(QFile::copy(QStringLiteral(STRATADECK_TEST_DATA "/history/v3.db"), store.path));
    AlertDesk desk(store.path, u"eve"_s);
    QSignalSpy changed(&desk, &AlertDesk::boardChanged);
    desk.follow();
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!desk.board().now);
}

QTEST_GUILESS_MAIN(TestAlertKeeper)
#include "tst_alertkeeper.moc"
