// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordedfleet.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>

using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// The program itself, started as a person starts it: without a display, and a second time.
class TestStartup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void textsNeedNoDisplay_data();
    void textsNeedNoDisplay();
    void noDisplayIsOneSentence();
    void secondStartAsksTheFirst();
    void hungFirstHangsNobody();
    void killedFirstLeavesRoom();

private:
    struct Ended {
        int status = -1;
        QString out;
        QString problem;
        qint64 elapsed = 0;
    };
    QProcessEnvironment environment(bool display) const;
    Ended run(const QStringList &arguments, bool display = true) const;
    void startFirst();
    qint64 lockHolder() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_first;
};

void TestStartup::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>();
    recordFleet(m_dir->filePath(u"session.jsonl"_s), 600);
}

void TestStartup::cleanup()
{
    if (!m_first)
        return;
    m_first->kill();
    QVERIFY(m_first->waitForFinished());
    m_first.reset();
}

QProcessEnvironment TestStartup::environment(bool display) const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"WAYLAND_SOCKET"_s, u"QT_QPA_PLATFORM"_s})
        variables.remove(name);
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        variables.insert(name, m_dir->path());
    if (display)
        variables.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return variables;
}

TestStartup::Ended TestStartup::run(const QStringList &arguments, bool display) const
{
    QProcess process;
    process.setProcessEnvironment(environment(display));
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral(STRATADECK_WINDOW), arguments);
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError()), timer.elapsed()};
}

// The process that is the first, 0 when there is none.
qint64 TestStartup::lockHolder() const
{
    const QStringList locks = QDir(m_dir->path()).entryList({u"stratadeck-*.lock"_s}, QDir::Files);
    qint64 holder = 0;
    QString host;
    QString program;
    if (locks.size() == 1)
        QLockFile(m_dir->filePath(locks.front())).getLockInfo(&holder, &host, &program);
    return holder;
}

void TestStartup::startFirst()
{
    m_first = std::make_unique<QProcess>();
    m_first->setProcessEnvironment(environment(true));
    m_first->start(QStringLiteral(STRATADECK_WINDOW),
                   {u"--source"_s, u"replay:"_s + m_dir->filePath(u"session.jsonl"_s)});
    QVERIFY(m_first->waitForStarted());
    // A second start before that would be the first.
    QTRY_COMPARE_WITH_TIMEOUT(lockHolder(), m_first->processId(), 20'000);
    // It answers as soon as it knows its guests.
    QTRY_COMPARE_WITH_TIMEOUT(run({u"--show"_s, u"web"_s}).status, 0, 20'000);
}

void TestStartup::textsNeedNoDisplay_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("words");
    QTest::newRow("help") << u"--help"_s << u"--show <NAME>"_s;
    QTest::newRow("version") << u"--version"_s << u"stratadeck "_s;
}

void TestStartup::textsNeedNoDisplay()
{
    QFETCH(QString, argument);
    QFETCH(QString, words);
    const Ended ended = run({argument}, false);
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.out.contains(words), qPrintable(ended.out));
    QCOMPARE(ended.problem, QString());
}

void TestStartup::noDisplayIsOneSentence()
{
    const Ended ended = run({}, false);
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.problem.startsWith(u"stratadeck: There is no display"_s), qPrintable(ended.problem));
    QCOMPARE(ended.problem.count(u'\n'), 1);
}

void TestStartup::secondStartAsksTheFirst()
{
    startFirst();
    QCOMPARE(run({}).status, 0);
    const Ended refused = run({u"--show"_s, u"nobody"_s});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.problem.contains(u"nobody"_s), qPrintable(refused.problem));
    QCOMPARE(m_first->state(), QProcess::Running);
    // A picture is made by a program of its own, whoever runs.
    const Ended picture = run({u"--db"_s, m_dir->filePath(u"other.db"_s), u"--source"_s,
                               u"replay:"_s + m_dir->filePath(u"session.jsonl"_s), u"--dashboard"_s,
                               m_dir->filePath(u"picture.png"_s), u"--duration"_s, u"3"_s});
    QVERIFY2(QFile::exists(m_dir->filePath(u"picture.png"_s)), qPrintable(picture.problem));
}

void TestStartup::hungFirstHangsNobody()
{
    startFirst();
    QCOMPARE(::kill(static_cast<pid_t>(m_first->processId()), SIGSTOP), 0);
    const Ended ended = run({});
    QCOMPARE(::kill(static_cast<pid_t>(m_first->processId()), SIGCONT), 0);
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.problem.contains(u"does not answer"_s), qPrintable(ended.problem));
    QVERIFY2(ended.elapsed < 15'000, qPrintable(QString::number(ended.elapsed)));
}

// Its socket and its lock stay behind.
void TestStartup::killedFirstLeavesRoom()
{
    startFirst();
    m_first->kill();
    QVERIFY(m_first->waitForFinished());
    startFirst();
    QCOMPARE(m_first->state(), QProcess::Running);
}

QTEST_MAIN(TestStartup)
#include "tst_startup.moc"
