// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskservice.h"
#include "models/operate/console/consolelauncher.h"
#include "models/operate/guestfacts.h"
#include "tests/support/engines/libvirtengine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QStandardPaths>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

// Real shells and serial lines, in a terminal that types for us; see tests/support/terminal.py.
class TestOpenConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void shellInAContainer();
    void shellInWhatIsGone();
    void serialLineOfAGuest();

private:
    QString file(const QString &name) const { return m_store->folder.filePath(name); }
    QString podman(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    /// What is installed here, but the terminal is ours.
    static Programs programs()
    {
        return findPrograms([](const QString &name) {
            if (name == "xterm"_L1)
                return QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/terminal.py"_s;
            const bool isTool = QStringList{u"sh"_s, u"podman"_s, u"virsh"_s}.contains(name);
            return isTool ? QStandardPaths::findExecutable(name) : QString();
        });
    }
    /// Opens it, types when `awaits` is seen, and gives what the terminal showed in the end.
    Result<QByteArray> open(ConsoleKind kind, const EntityInfo &entity, const QString &uri,
                            const QByteArray &awaits, const QByteArray &types)
    {
        const Result<ViewerCommand> command = viewerCommand(kind, entity, uri, programs());
        if (!command)
            return tl::unexpected(command.error());
        qputenv("TERMINAL_LOG", file(u"shown"_s).toUtf8());
        qputenv("TERMINAL_AWAITS", awaits);
        qputenv("TERMINAL_TYPES", types);
        ConsoleLauncher launcher(*m_desk, m_clock);
        std::optional<Result<>> result;
        launcher.open(kind, m_entity, u"box"_s, *command, this,
                      [&result](const Result<> &opened) { result = opened; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30'000))
            return fail(Error::Kind::Timeout, u"it never answered"_s);
        if (!*result)
            return tl::unexpected(result->error());
        return shown();
    }
    QByteArray shown() const
    {
        QFile shown(file(u"shown"_s));
        return shown.open(QIODevice::ReadOnly) ? shown.readAll() : QByteArray();
    }
    TaskRecord logged()
    {
        std::optional<Result<std::vector<TaskRecord>>> answer;
        m_desk->tasks(kAllTime, 100, this,
                      [&](const Result<std::vector<TaskRecord>> &tasks) { answer = tasks; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return {};
        const std::vector<TaskRecord> tasks = require(*answer);
        return tasks.size() == 1 ? tasks[0] : TaskRecord();
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<DeskService> m_desk;
    std::unique_ptr<QTemporaryDir> m_podman;
    EntityId m_entity{};
    FakeClock m_clock;
};

void TestOpenConsole::init()
{
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_entity = require(m_writer->entity(vmInfo(1), second(0)));
    require(m_writer->append(second(1), {}));
    m_desk = std::make_unique<DeskService>(m_store->path);
}

void TestOpenConsole::cleanup()
{
    if (m_podman)
        podman({u"stop"_s, m_podman->path()});
    m_podman.reset();
    m_desk.reset();
    m_writer.reset();
}

void TestOpenConsole::shellInAContainer()
{
    m_podman = std::make_unique<QTemporaryDir>(u"/tmp/tst_shell-XXXXXX"_s); // socket paths must be short
    podman({u"start"_s, m_podman->path()});
    EntityInfo box;
    box.kind = EntityKind::Container;
    box.key =
        u"container:h/"_s
        + podman({u"run"_s, m_podman->path(), u"box"_s, u"sh"_s, u"-c"_s, u"while :; do sleep 1; done"_s});
    const QString uri = u"podman://"_s + m_podman->path() + u"/podman.sock"_s;
    VERIFY_OK(open(ConsoleKind::Shell, box, uri, "# ", "echo $((6*7)) in $(cat /proc/1/comm); exit\\n"));
    QTRY_VERIFY2(shown().contains("\n42 in sh"), shown().constData());
    QCOMPARE(logged().operation, u"open-shell"_s);
    QTRY_COMPARE(logged().outcome, TaskOutcome::Succeeded);
}

void TestOpenConsole::shellInWhatIsGone()
{
    m_podman = std::make_unique<QTemporaryDir>(u"/tmp/tst_shell-XXXXXX"_s);
    podman({u"start"_s, m_podman->path()});
    EntityInfo box;
    box.kind = EntityKind::Container;
    box.key = u"container:h/"_s + QString(64, u'd');
    const QString uri = u"podman://"_s + m_podman->path() + u"/podman.sock"_s;
    // The terminal stays open with what went wrong until the person has read it.
    const Result<QByteArray> read = open(ConsoleKind::Shell, box, uri, "Press Enter", "\\n");
    QVERIFY(!read);
    QVERIFY2(shown().contains("no such container"), shown().constData());
    QTRY_COMPARE(logged().outcome, TaskOutcome::Failed);
}

void TestOpenConsole::serialLineOfAGuest()
{
    LibvirtEngine engine;
    QVERIFY2(engine.start(), engine.words().constData());
    QVERIFY2(engine.terminal(u"line"_s), engine.words().constData());
    QVERIFY2(engine.virsh({u"domuuid"_s, u"line"_s}), engine.words().constData());
    EntityInfo guest;
    guest.kind = EntityKind::VirtualMachine;
    guest.key = u"vm:h/"_s + QString::fromLatin1(engine.words().trimmed());
    const Result<GuestFacts> facts = readGuestFacts(engine.uri(), guest.key);
    VERIFY_OK(facts);
    QVERIFY(facts->consoles && facts->consoles->hasSerial);
    QVERIFY(facts->consoles->graphics.empty()); // it has no screen
    // What the guest writes arrives, and Ctrl+] ends it.
    VERIFY_OK(open(ConsoleKind::Serial, guest, engine.uri(), "STRATADECK ", "\\x1d"));
    QTRY_VERIFY2(shown().contains("Connected to domain 'line'") && shown().contains("STRATADECK "),
                 shown().constData());
    QCOMPARE(logged().operation, u"open-serial-console"_s);
    QTRY_COMPARE(logged().outcome, TaskOutcome::Succeeded);
}

QTEST_GUILESS_MAIN(TestOpenConsole)
#include "tst_openconsole.moc"
