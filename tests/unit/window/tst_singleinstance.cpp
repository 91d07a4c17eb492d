// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/singleinstance.h"
#include "models/base/worker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <memory>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Two in one process: the second asks from a thread, as it would from a process of its own.
class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void secondIsAnswered_data();
    void secondIsAnswered();
    void otherHistoryStartsItsOwn();
    void leavingMakesRoom();
    void staleSocketIsNoInstance();
    void hungFirstIsSaid();
    void hostileTalkIsCutShort_data();
    void hostileTalkIsCutShort();
    void silentCallerBlocksNobody();
    void pathIsTheSameByAnyWay();

private:
    using Outcome = SingleInstance::Outcome;
    Outcome askFromAside(const SingleInstance::Request &request, QString *problem);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_database;
};

void TestSingleInstance::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_database = m_dir->filePath(u"history.db"_s);
}

SingleInstance::Outcome TestSingleInstance::askFromAside(const SingleInstance::Request &request,
                                                         QString *problem)
{
    std::atomic_bool done = false;
    Outcome outcome{};
    Worker worker(u"second"_s, [&](const std::stop_token &) {
        SingleInstance second(m_dir->path());
        outcome = second.claim(m_database, request);
        *problem = second.problem();
        done = true;
    });
    const bool ended = QTest::qWaitFor([&] { return done.load(); }, 10'000);
    worker.join();
    return ended ? outcome : Outcome::First;
}

void TestSingleInstance::secondIsAnswered_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("raise") << u""_s << u""_s;
    QTest::newRow("show") << u"web \"1\"\n网"_s << u""_s;
    QTest::newRow("refused") << u"nobody"_s << u"Nobody is called “nobody”."_s;
}

void TestSingleInstance::secondIsAnswered()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    QStringList asked;
    first.setAnswer([&](const SingleInstance::Request &request) {
        asked = {request.show, request.activation};
        return problem;
    });
    QString said;
    QCOMPARE(askFromAside({name, u"token"_s}, &said), problem.isEmpty() ? Outcome::Done : Outcome::Refused);
    QCOMPARE(said, problem);
    QCOMPARE(asked, (QStringList{name, u"token"_s}));
    const auto permissions = QFile::permissions(first.socketPath(m_database));
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestSingleInstance::otherHistoryStartsItsOwn()
{
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    SingleInstance second(m_dir->path());
    QCOMPARE(second.claim(m_dir->filePath(u"other.db"_s), {}), Outcome::First);
}

void TestSingleInstance::leavingMakesRoom()
{
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    first.moveTo(m_dir->filePath(u"other.db"_s));
    SingleInstance second(m_dir->path());
    QCOMPARE(second.claim(m_database, {}), Outcome::First);
    first.release();
    second.moveTo(m_dir->filePath(u"other.db"_s));
    QVERIFY(QFile::exists(second.socketPath(m_dir->filePath(u"other.db"_s))));
}

void TestSingleInstance::staleSocketIsNoInstance()
{
    SingleInstance instance(m_dir->path());
    const QString path = instance.socketPath(m_database);
    QFile left(path); // a crash leaves the file; what it is does not matter
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QCOMPARE(instance.claim(m_database, {}), Outcome::First);
    QString said;
    instance.setAnswer([](const SingleInstance::Request &) { return QString(); });
    QCOMPARE(askFromAside({}, &said), Outcome::Done);
}

void TestSingleInstance::hungFirstIsSaid()
{
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    SingleInstance second(m_dir->path()); // asks in the thread that would have to answer
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(second.claim(m_database, {}, 300ms), Outcome::NotAnswering);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!second.problem().isEmpty());
}

void TestSingleInstance::hostileTalkIsCutShort_data()
{
    QTest::addColumn<QByteArray>("talk");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("no object") << QByteArray("[1,2]\n");
    QTest::newRow("no end") << QByteArray(100'000, 'x');
    QTest::newRow("a line too long") << QByteArray("{\"show\":\"") + QByteArray(100'000, 'x') + "\"}\n";
}

void TestSingleInstance::hostileTalkIsCutShort()
{
    QFETCH(QByteArray, talk);
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    bool asked = false;
    first.setAnswer([&](const SingleInstance::Request &) {
        asked = true;
        return QString();
    });
    QLocalSocket socket;
    socket.connectToServer(first.socketPath(m_database));
    QVERIFY(socket.waitForConnected());
    socket.write(talk);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(!asked);
}

void TestSingleInstance::silentCallerBlocksNobody()
{
    SingleInstance first(m_dir->path());
    QCOMPARE(first.claim(m_database, {}), Outcome::First);
    QLocalSocket silent;
    silent.connectToServer(first.socketPath(m_database));
    QVERIFY(silent.waitForConnected());
    QString said;
    QCOMPARE(askFromAside({}, &said), Outcome::Done);
}

void TestSingleInstance::pathIsTheSameByAnyWay()
{
    const SingleInstance instance(m_dir->path());
    const QString before = instance.socketPath(m_database);
    QCOMPARE(instance.socketPath(m_dir->path() + u"/./x/../history.db"_s), before);
    QFile file(m_database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(instance.socketPath(m_database), before); // it makes no difference that it exists now
    QVERIFY(QFile::link(m_database, m_dir->filePath(u"link.db"_s)));
    QCOMPARE(instance.socketPath(m_dir->filePath(u"link.db"_s)), before);
    QVERIFY(instance.socketPath(m_dir->filePath(u"other.db"_s)) != before);
    QVERIFY(before.size() - m_dir->path().size() < 40);
}

QTEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
