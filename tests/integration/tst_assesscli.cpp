// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentjson.h"
#include "models/assess/assessmentstore.h"
#include "models/assess/defaults.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// "stratadeck-cli assess" as a user runs it, between the history files of two machines.
class TestAssessCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsByTitleAndState();
    void showsFiguresAndHistory();
    void openScoresAreNotShown();
    void goesToAnotherMachineUnchanged();
    void anArchivedOneGoesAlong();
    void tamperedEventsAreRefusedByName();
    void aNewerFileIsRefused();
    void anotherHistoryIsNotReplaced();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();

private:
    struct Outcome {
        int status = -1;
        QByteArray out;
        QString error;
    };
    static Outcome run(const QStringList &arguments);
    Outcome assess(const QStringList &arguments) const { return run(QStringList{u"assess"_s} + arguments); }
    QString path(const QString &name) const { return m_here->folder.filePath(name); }
    /// Writes it beside the first history file.
    QString written(const QString &name, const QByteArray &bytes) const;
    /// The export of "Shop", with something changed.
    QByteArray exported(const std::function<void(QJsonObject &)> &change = {}) const;
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    std::unique_ptr<Store> m_here;
    std::unique_ptr<Store> m_there;
    AssessmentLog m_log;
};

void TestAssessCli::init()
{
    m_here = std::make_unique<Store>();
    m_there = std::make_unique<Store>();
    require(m_here->writer()->append(second(0), {}));
    require(m_there->writer()->append(second(0), {}));
    m_log = require(AssessmentLog::create(newAssessment(u"Shop"_s, second(0)), u"ann@desk"_s, second(0)));
    Assessment next = m_log.state();
    next.setCell(
        {u"vm"_s, u"security"_s, Estimate::exact(9), Source::Judgment, {}, 1, u"seen"_s, u"ann"_s, second(1)});
    next.question = u"购物网站在哪里运行？"_s;
    require(m_log.commit(next, u"ann@desk"_s, second(1), u"first look"_s));
    require(m_log.undo(u"bob@desk"_s, second(2)));
    require(m_log.redo(u"bob@desk"_s, second(3)));
    require(m_log.freeze(u"for the board"_s, u"ann@desk"_s, second(4)));
    require(require(AssessmentStore::open(m_here->path)).save(m_log));
}

TestAssessCli::Outcome TestAssessCli::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(STRATADECK_CLI), arguments);
    const bool ended = process.waitForFinished(60'000);
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

QString TestAssessCli::written(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error(qPrintable(file.errorString()));
    return file.fileName();
}

QByteArray TestAssessCli::exported(const std::function<void(QJsonObject &)> &change) const
{
    const Outcome outcome = assess({u"export"_s, u"Shop"_s, u"--db"_s, m_here->path});
    if (outcome.status != 0)
        throw std::runtime_error(qPrintable(outcome.error));
    if (!change)
        return outcome.out;
    QJsonObject root = object(outcome.out);
    change(root);
    return QJsonDocument(root).toJson();
}

void TestAssessCli::listsByTitleAndState()
{
    const Outcome plain = assess({u"list"_s, u"--db"_s, m_here->path});
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.out.contains(m_log.state().id.toUtf8()));
    QVERIFY(plain.out.contains("Shop"));
    const Outcome listed = assess({u"list"_s, u"--json"_s, u"--db"_s, m_here->path});
    QCOMPARE(listed.status, 0);
    const QJsonArray rows = object(listed.out).value("assessments"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0)["title"_L1].toString(), u"Shop"_s);
    QCOMPARE(rows.at(0)["events"_L1].toInt(), 5);
    QCOMPARE(rows.at(0)["frozen"_L1].toBool(), true);
    QCOMPARE(rows.at(0)["archived"_L1].toBool(true), false);
    const Outcome none = assess({u"list"_s, u"--json"_s, u"--db"_s, m_there->path});
    QCOMPARE(none.status, 0);
    QVERIFY(object(none.out).value("assessments"_L1).toArray().isEmpty());
}

void TestAssessCli::showsFiguresAndHistory()
{
    const Outcome byTitle = assess({u"show"_s, u"Shop"_s, u"--db"_s, m_here->path});
    QCOMPARE(byTitle.status, 0);
    const QJsonObject shown = object(byTitle.out);
    QCOMPARE(shown.value("id"_L1).toString(), m_log.state().id);
    QCOMPARE(shown.value("frozen"_L1).toBool(), true);
    QVERIFY(shown.value("winner"_L1).isNull()); // most cells are missing
    QVERIFY(!byTitle.out.contains("nan"));
    const QJsonArray events = shown.value("events"_L1).toArray();
    QCOMPARE(events.size(), 5);
    QStringList kinds;
    for (const QJsonValue &event : events)
        kinds.append(event["kind"_L1].toString());
    QCOMPARE(kinds, (QStringList{u"create"_s, u"change"_s, u"undo"_s, u"redo"_s, u"freeze"_s}));
    QCOMPARE(events.at(1)["why"_L1].toString(), u"first look"_s);
    QVERIFY(!events.at(1)["changes"_L1].toArray().isEmpty());
    QCOMPARE(events.at(4)["hash"_L1].toString(), m_log.events().back().hash);
    const Outcome byId = assess({u"show"_s, m_log.state().id, u"--db"_s, m_here->path});
    QCOMPARE(object(byId.out).value("events"_L1).toArray(), events);
}

void TestAssessCli::openScoresAreNotShown()
{
    require(m_log.reopen(u"a group scores it"_s, u"ann@desk"_s, second(5)));
    Assessment next = m_log.state();
    next.group = {true, false, {u"ann"_s, u"bob"_s}, {}};
    next.group.scores.push_back({u"ann"_s, u"vm"_s, u"security"_s, Estimate::exact(9.87), {}});
    require(m_log.commit(next, u"ann@desk"_s, second(6)));
    const AssessmentStore store = require(AssessmentStore::open(m_here->path));
    require(store.save(m_log));
    const Outcome open = assess({u"show"_s, u"Shop"_s, u"--db"_s, m_here->path});
    QCOMPARE(open.status, 0);
    QVERIFY(!open.out.contains("9.87"));
    next.group.isOpen = false;
    next.group.isRevealed = true;
    require(m_log.commit(next, u"ann@desk"_s, second(7)));
    require(store.save(m_log));
    QVERIFY(assess({u"show"_s, u"Shop"_s, u"--db"_s, m_here->path}).out.contains("9.87"));
}

void TestAssessCli::goesToAnotherMachineUnchanged()
{
    const QString file = path(u"shop.json"_s);
    QCOMPARE(assess({u"export"_s, u"Shop"_s, u"--out"_s, file, u"--db"_s, m_here->path}).status, 0);
    const Outcome imported = assess({u"import"_s, file, u"--db"_s, m_there->path});
    QCOMPARE(imported.status, 0);
    QCOMPARE(QString::fromUtf8(imported.out).trimmed(), m_log.state().id);
    const QByteArray here = exported();
    const Outcome there = assess({u"export"_s, u"Shop"_s, u"--db"_s, m_there->path});
    QCOMPARE(there.status, 0);
    QCOMPARE(there.out, here);
    const auto hash = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    QCOMPARE(hash(there.out), hash(here));
    const AssessmentLog back = require(require(AssessmentStore::open(m_there->path)).load(m_log.state().id));
    QCOMPARE(back.events().back().hash, m_log.events().back().hash);
    // Once more it adds nothing.
    QCOMPARE(assess({u"import"_s, file, u"--db"_s, m_there->path}).status, 0);
    QCOMPARE(require(require(AssessmentStore::open(m_there->path)).list()).front().events, 5);
}

void TestAssessCli::anArchivedOneGoesAlong()
{
    require(m_log.archive(u"decided"_s, u"ann@desk"_s, second(5)));
    require(require(AssessmentStore::open(m_here->path)).save(m_log));
    const QString file = written(u"archived.json"_s, exported());
    QCOMPARE(assess({u"import"_s, file, u"--db"_s, m_there->path}).status, 0);
    const Outcome listed = assess({u"list"_s, u"--json"_s, u"--db"_s, m_there->path});
    QCOMPARE(object(listed.out).value("assessments"_L1).toArray().at(0)["archived"_L1].toBool(), true);
}

void TestAssessCli::tamperedEventsAreRefusedByName()
{
    const QString file = written(u"tampered.json"_s, exported([](QJsonObject &root) {
                                     QJsonArray events = root.value("events"_L1).toArray();
                                     QJsonObject event = events.at(1).toObject();
                                     event.insert("who"_L1, u"eve@desk"_s);
                                     events.replace(1, event);
                                     root.insert("events"_L1, events);
                                 }));
    const Outcome refused = assess({u"import"_s, file, u"--db"_s, m_there->path});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.error.contains(u"event 2"_s), qPrintable(refused.error));
    QVERIFY2(refused.error.contains(m_log.events()[1].hash), qPrintable(refused.error));
    // The state alone cannot be another than the events say, either.
    const QString state = written(u"state.json"_s, exported([](QJsonObject &root) {
                                      QJsonObject assessment = root.value("assessment"_L1).toObject();
                                      assessment.insert("title"_L1, u"Bank"_s);
                                      root.insert("assessment"_L1, assessment);
                                  }));
    QCOMPARE(assess({u"import"_s, state, u"--db"_s, m_there->path}).status, 1);
    QVERIFY(require(require(AssessmentStore::open(m_there->path)).list()).empty());
}

void TestAssessCli::aNewerFileIsRefused()
{
    const QString file = written(u"newer.json"_s, exported([](QJsonObject &root) {
                                     root.insert("format"_L1, kAssessmentFormat + 1);
                                     root.insert("engine_version"_L1, u"99.1"_s);
                                 }));
    const Outcome refused = assess({u"import"_s, file, u"--db"_s, m_there->path});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.error.contains(u"99.1"_s), qPrintable(refused.error));
    QVERIFY(require(require(AssessmentStore::open(m_there->path)).list()).empty());
}

void TestAssessCli::anotherHistoryIsNotReplaced()
{
    const AssessmentLog fork = require(AssessmentLog::create(m_log.state(), u"eve@desk"_s, second(0)));
    require(require(AssessmentStore::open(m_there->path)).save(fork));
    const QString file = written(u"shop.json"_s, exported());
    QCOMPARE(assess({u"import"_s, file, u"--db"_s, m_there->path}).status, 1);
    const AssessmentLog kept = require(require(AssessmentStore::open(m_there->path)).load(m_log.state().id));
    QVERIFY(kept.events() == fork.events());
}

void TestAssessCli::wrongInputIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("named");
    QTest::newRow("show nothing") << QStringList{u"show"_s} << 2 << u"ID"_s;
    QTest::newRow("export nothing") << QStringList{u"export"_s} << 2 << u"ID"_s;
    QTest::newRow("import nothing") << QStringList{u"import"_s} << 2 << u"FILE"_s;
    QTest::newRow("show a stranger") << QStringList{u"show"_s, u"Bank"_s} << 1 << u"Bank"_s;
    QTest::newRow("import no file") << QStringList{u"import"_s, u"/nowhere.json"_s} << 1 << u"/nowhere.json"_s;
}

void TestAssessCli::wrongInputIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, named);
    const Outcome outcome = assess(arguments + QStringList{u"--db"_s, m_here->path});
    QCOMPARE(outcome.status, status);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.contains(named), qPrintable(outcome.error));
}

QTEST_GUILESS_MAIN(TestAssessCli)
#include "tst_assesscli.moc"
