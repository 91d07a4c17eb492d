// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/consolelauncher.h"

#include "models/history/deskservice.h"
#include "models/operate/taskrunner.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <csignal>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

// Starting outside programs, which are small scripts here.
class TestConsoleLauncher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void startsAndWrites();
    void endsWellAtOnce();
    void failsAtOnce_data();
    void failsAtOnce();
    void nothingIsStartedThatCannotBeWritten();
    void outlivesUs();

private:
    QString file(const QString &name) const { return m_store->folder.filePath(name); }
    /// A program that does this; $1 is a file in our folder.
    ViewerCommand script(const QString &body) const
    {
        return {u"/bin/sh"_s, {u"-c"_s, body, u"sh"_s, file(u"told"_s)}};
    }
    QByteArray told() const
    {
        QFile told(file(u"told"_s));
        return told.open(QIODevice::ReadOnly) ? told.readAll() : QByteArray();
    }
    std::vector<TaskRecord> log()
    {
        std::optional<Result<std::vector<TaskRecord>>> answer;
        m_desk->tasks(kAllTime, 100, this,
                      [&](const Result<std::vector<TaskRecord>> &tasks) { answer = tasks; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return {};
        return require(*answer);
    }
    Result<> open(ConsoleLauncher &launcher, const ViewerCommand &command)
    {
        std::optional<Result<>> result;
        launcher.open(ConsoleKind::Shell, m_entity, u"web"_s, command, this,
                      [&result](const Result<> &opened) { result = opened; });
        if (result || !QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            return fail(Error::Kind::Timeout, u"no answer, or too early"_s);
        return *result;
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<DeskService> m_desk;
    EntityId m_entity{};
    FakeClock m_clock;
};

void TestConsoleLauncher::init()
{
    m_writer.reset();
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_entity = require(m_writer->entity(vmInfo(1), second(0)));
    require(m_writer->append(second(1), {}));
    m_desk = std::make_unique<DeskService>(m_store->path);
}

void TestConsoleLauncher::startsAndWrites()
{
    ConsoleLauncher launcher(*m_desk, m_clock);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(
        open(launcher, script(u"read -r line; echo \"$line.$PWD\" >\"$1\"; sleep 3; echo late >>\"$1\""_s)));
    QVERIFY2(timer.elapsed() >= ConsoleLauncher::kGrace.count() * 9 / 10,
             qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY(told().startsWith("." + QDir::homePath().toUtf8() + '\n')); // nothing to read from, at home
    std::vector<TaskRecord> tasks = log();
    QCOMPARE(tasks.size(), std::size_t(1));
    QCOMPARE(tasks[0].operation, u"open-shell"_s);
    QCOMPARE(tasks[0].detail, u"sh"_s);
    QCOMPARE(tasks[0].name, u"web"_s);
    QCOMPARE(tasks[0].who, TaskRunner::whoAmI());
    QCOMPARE(tasks[0].entity, m_entity);
    QTRY_COMPARE(log()[0].outcome, TaskOutcome::Succeeded);
    QTRY_VERIFY(told().endsWith("late\n")); // it went on
    QCOMPARE(log().size(), std::size_t(1));
}

// Terminals that only tell their server to open a window.
void TestConsoleLauncher::endsWellAtOnce()
{
    ConsoleLauncher launcher(*m_desk, m_clock);
    qint64 fastest = ConsoleLauncher::kGrace.count();
    for (int i = 0; i < 5 && fastest >= ConsoleLauncher::kGrace.count(); ++i) { // the machine may be busy
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(open(launcher, script(u"exit 0"_s)));
        fastest = timer.elapsed();
        QTRY_COMPARE(log()[0].outcome, TaskOutcome::Succeeded);
    }
    QVERIFY2(fastest < ConsoleLauncher::kGrace.count(), qPrintable(QString::number(fastest)));
}

void TestConsoleLauncher::failsAtOnce_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("says why") << u"/bin/sh"_s
                              << u"echo 'some warning' >&2; echo 'cannot open display' >&2; exit 1"_s
                              << u"cannot open display"_s;
    QTest::newRow("silent") << u"/bin/sh"_s << u"exit 3"_s << u"/bin/sh ended with status 3"_s;
    QTest::newRow("killed") << u"/bin/sh"_s << u"kill -SEGV $$"_s << u"/bin/sh ended with status"_s;
    QTest::newRow("hostile words") << u"/bin/sh"_s << u"printf 'a\\033[31mb\\001c' >&2; exit 1"_s << u"a"_s;
    QTest::newRow("does not exist") << u"/nowhere/viewer"_s << QString() << u"No such file"_s;
    QTest::newRow("is a folder") << u"/tmp"_s << QString() << u"denied"_s;
}

void TestConsoleLauncher::failsAtOnce()
{
    QFETCH(const QString, program);
    QFETCH(const QString, body);
    QFETCH(const QString, words);
    ConsoleLauncher launcher(*m_desk, m_clock);
    ViewerCommand command = script(body);
    command.program = program;
    const Result<> opened = open(launcher, command);
    VERIFY_FAILS(opened, Error::Kind::Io);
    QVERIFY2(opened.error().what.contains(words), qPrintable(opened.error().what));
    QVERIFY(!opened.error().what.contains(QChar(0x1b)));
    QCOMPARE(opened.error().subject, program);
    QTRY_COMPARE(log()[0].outcome, TaskOutcome::Failed);
    QCOMPARE(log()[0].text, opened.error().what);
}

void TestConsoleLauncher::nothingIsStartedThatCannotBeWritten()
{
    DeskService desk(file(u"nowhere/history.db"_s));
    ConsoleLauncher launcher(desk, m_clock);
    std::optional<Result<>> result;
    launcher.open(ConsoleKind::Shell, m_entity, u"web"_s, script(u"echo started >\"$1\""_s), this,
                  [&result](const Result<> &opened) { result = opened; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QTest::qWait(200);
    QVERIFY(told().isEmpty());
}

void TestConsoleLauncher::outlivesUs()
{
    {
        ConsoleLauncher launcher(*m_desk, m_clock);
        VERIFY_OK(
            open(launcher, script(u"echo $$ >\"$1\"; sleep 4; echo 'a warning' >&2; echo lives >>\"$1\""_s)));
    }
    const auto pid = static_cast<pid_t>(told().trimmed().toInt());
    QVERIFY(pid > 0);
    QCOMPARE(getsid(pid), pid); // Ctrl+C where we were started does not reach it
    QTRY_VERIFY(told().endsWith("lives\n"));
    QTRY_VERIFY(kill(pid, 0) != 0); // and nothing is left of it
}

QTEST_GUILESS_MAIN(TestConsoleLauncher)
#include "tst_consolelauncher.moc"
