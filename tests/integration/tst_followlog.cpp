// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/containerlog.h"

#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Logs of real containers; see tests/support/engines/podman.sh.
class TestFollowLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void bothStreamsInOrder_data();
    void bothStreamsInOrder();
    void manyLinesWhileTheyAreWritten();
    void terminal();
    void goesOnAfterARestart();
    void hostileOutput();
    void removedWhileFollowing();
    void engineKilledWhileFollowing();
    void unknownContainer();

private:
    QString engine(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    QString podman(const QStringList &arguments)
    {
        return engine(QStringList{u"podman"_s, m_dir->path()} + arguments);
    }
    /// Runs a script in a container and gives its id.
    QString run(const QString &script)
    {
        return engine({u"run"_s, m_dir->path(), u"web"_s, u"sh"_s, u"-c"_s, script});
    }
    std::unique_ptr<ContainerLog> follow(const QString &id, const QString &scheme = u"podman"_s)
    {
        return std::make_unique<ContainerLog>(scheme + u"://"_s + m_dir->path() + u"/podman.sock"_s,
                                              u"container:h/"_s + id, LogTiming{5000ms, 50ms});
    }
    static QStringList texts(ContainerLog &log, LogOrigin origin)
    {
        QStringList texts;
        for (const LogLine &line : log.model().lines()) {
            if (line.origin == origin)
                texts.append(line.text);
        }
        return texts;
    }
    // Where a line was cut in writing it to its file, Podman before version 5 misplaces the line's end.
    static QString joined(ContainerLog &log, LogOrigin origin)
    {
        return withoutSpace(texts(log, origin).join(QString()));
    }
    static QString withoutSpace(QString text) { return text.remove(u' '); }
    static QStringList numbered(const QString &word, int from, int to)
    {
        QStringList texts;
        for (int i = from; i < to; ++i)
            texts.append(u"%1 %2"_s.arg(word).arg(i));
        return texts;
    }
    pid_t servicePid() const
    {
        QFile file(m_dir->filePath(u"service.pid"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : -1;
    }
    static constexpr int kLongest = 30'000;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFollowLog::initTestCase()
{
    QLoggingCategory::setFilterRules(u"stratadeck.operate.info=true"_s);  // why a log failed
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_follow-XXXXXX"_s); // socket paths must be short
    QVERIFY(m_dir->isValid());
    engine({u"start"_s, m_dir->path()});
}

void TestFollowLog::cleanupTestCase()
{
    engine({u"stop"_s, m_dir->path()});
}

void TestFollowLog::cleanup()
{
    podman({u"rm"_s, u"--all"_s, u"--force"_s, u"--time"_s, u"0"_s});
}

void TestFollowLog::bothStreamsInOrder_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("podman") << u"podman"_s;
    QTest::newRow("docker API") << u"docker"_s;
}

void TestFollowLog::bothStreamsInOrder()
{
    QFETCH(const QString, scheme);
    const QString id =
        run(u"i=0; while [ $i -lt 200 ]; do echo out $i; echo err $i >&2; i=$((i+1)); done; sleep 1; "
            "echo out 200; exit 3"_s);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const auto log = follow(id, scheme);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Following, kLongest);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    QCOMPARE(texts(*log, LogOrigin::Output), numbered(u"out"_s, 0, 201));
    QCOMPARE(texts(*log, LogOrigin::Error), numbered(u"err"_s, 0, 200));
    for (const LogLine &line : log->model().lines())
        QVERIFY(std::abs(line.at / 1'000'000 - before) < kLongest);
    log->reconnect(); // nothing is new
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    QCOMPARE(log->model().lines().size(), std::size_t(401));
}

// Followed from early on, and faster than a window takes it.
void TestFollowLog::manyLinesWhileTheyAreWritten()
{
    constexpr int kLines = 20'000;
    const QString id =
        run(u"i=0; while [ $i -lt %1 ]; do echo out $i; i=$((i+1)); done; sleep 1"_s.arg(kLines));
    const auto log = follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, 2 * kLongest);
    const QString expected = withoutSpace(numbered(u"out"_s, 0, kLines).join(QString()));
    QTRY_COMPARE_WITH_TIMEOUT(joined(*log, LogOrigin::Output).size(), expected.size(), kLongest);
    QVERIFY(joined(*log, LogOrigin::Output) == expected);
}

void TestFollowLog::terminal()
{
    const QString id = podman({u"run"_s, u"--detach"_s, u"--tty"_s, u"--name"_s, u"web"_s,
                               u"localhost/stratadeck-test:1"_s, u"sh"_s, u"-c"_s,
                               u"i=0; while [ $i -lt 300 ]; do echo out $i; i=$((i+1)); done; "
                               "printf '\\033[31mred\\033[0m\\n'; echo err >&2; sleep 1"_s});
    const auto log = follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    QCOMPARE(joined(*log, LogOrigin::Terminal),
             withoutSpace(numbered(u"out"_s, 0, 300).join(QString())) + u"rederr"_s);
    QCOMPARE(texts(*log, LogOrigin::Terminal).size(), qsizetype(log->model().lines().size()));
}

void TestFollowLog::goesOnAfterARestart()
{
    const QString id = run(u"echo begun; sleep 1"_s);
    const auto log = follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    QCOMPARE(texts(*log, LogOrigin::Output), QStringList{u"begun"_s});
    podman({u"start"_s, u"web"_s});
    log->reconnect();
    QTRY_COMPARE_WITH_TIMEOUT(log->model().rowCount(), 2, kLongest);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    QCOMPARE(texts(*log, LogOrigin::Output), QStringList({u"begun"_s, u"begun"_s}));
}

void TestFollowLog::hostileOutput()
{
    const QString id = run(u"printf 'a\\000b\\033]0;title\\007c\\n'; printf '\\377\\376 no text\\n'; "
                           "dd if=/dev/zero bs=70000 count=1 2>/dev/null; echo; printf 'last'"_s);
    const auto log = follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, kLongest);
    const QStringList found = texts(*log, LogOrigin::Output);
    QVERIFY(found.size() >= 3);
    QCOMPARE(found[0], u"abc"_s);
    QVERIFY(found[1].endsWith(u" no text"_s));
    QVERIFY(found.constLast().endsWith(u"last"_s));
    for (const QString &text : found)
        QVERIFY(!text.contains(QChar(0)) && !text.contains(QChar(0x1b)));
}

void TestFollowLog::removedWhileFollowing()
{
    const QString id = run(u"echo begun; while :; do sleep 0.1; done"_s);
    const auto log = follow(id);
    QTRY_COMPARE_WITH_TIMEOUT(log->model().rowCount(), 1, kLongest);
    QCOMPARE(log->state(), LogState::Following);
    podman({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"web"_s});
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Removed, kLongest);
    QCOMPARE(log->model().rowCount(), 1);
}

void TestFollowLog::engineKilledWhileFollowing()
{
    const QString id = run(u"i=0; while :; do echo out $i; i=$((i+1)); sleep 0.05; done"_s);
    const auto log = follow(id);
    QTRY_VERIFY_WITH_TIMEOUT(log->model().rowCount() > 10, kLongest);
    QCOMPARE(kill(servicePid(), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::EngineGone, kLongest);
    const int kept = log->model().rowCount();
    log->reconnect(); // nobody is there yet
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::EngineGone, kLongest);
    engine({u"service"_s, m_dir->path()});
    log->reconnect();
    QTRY_VERIFY_WITH_TIMEOUT(log->model().rowCount() > kept + 20, kLongest);
    // What was written while nobody followed is there, and nothing twice.
    const QStringList found = texts(*log, LogOrigin::Output);
    QCOMPARE(found, numbered(u"out"_s, 0, int(found.size())));
}

void TestFollowLog::unknownContainer()
{
    const auto log = follow(QString(64, u'd'));
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Removed, kLongest);
}

QTEST_GUILESS_MAIN(TestFollowLog)
#include "tst_followlog.moc"
