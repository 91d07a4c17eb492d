// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/qemuprocesses.h"
#include "tests/support/filetree.h"

#include <QTest>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUuid kGuest = QUuid::fromString("2c1743a3-9130-5fbf-367d-f8e4f069f9f9"_L1);
const QUuid kOther = QUuid::fromString("11111111-9130-5fbf-367d-f8e4f069f9f9"_L1);

// A thousand seconds after the machine booted.
const Stamp kNow{fromMillis(1'764'000'000'000), 1000s};

QByteArray stat(const QByteArray &name, const QByteArray &start)
{
    return "42 (" + name + ") S 1 42 42 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 4 0 " + start + " 1000 10 1844\n";
}

QByteArray startedAfter(qint64 seconds)
{
    return QByteArray::number(seconds * sysconf(_SC_CLK_TCK));
}

QByteArray commandOf(const QUuid &guest)
{
    const QByteArrayList words{"/usr/bin/qemu-system-x86_64", "-name", "guest=a", "-uuid",
                               guest.toByteArray(QUuid::WithoutBraces)};
    return words.join('\0') + '\0';
}

} // namespace

class TestQemuProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_tree = std::make_unique<FileTree>(u"/nonexistent"_s); }
    void startOfAGuest();
    void twoOfOneGuestSayNothing();
    void others_data();
    void others();
    void clockNeverGoesBeforeTheBoot();

private:
    bool add(const QString &pid, const QByteArray &stat, const QByteArray &command)
    {
        return m_tree->write(pid + u"/stat"_s, stat) && m_tree->write(pid + u"/cmdline"_s, command);
    }
    std::unique_ptr<FileTree> m_tree;
};

void TestQemuProcesses::startOfAGuest()
{
    QVERIFY(add(u"42"_s, stat("qemu-system-x86", startedAfter(400)), commandOf(kGuest)));
    QVERIFY(add(u"43"_s, stat("kvm) S 1 (x", startedAfter(900)), commandOf(kOther))); // a name made to mislead
    const auto starts = qemuStarts(m_tree->root(), kNow);
    QCOMPARE(starts.size(), 2);
    QCOMPARE(toMillis(starts.value(kGuest)), toMillis(kNow.at) - 600'000);
    QCOMPARE(toMillis(starts.value(kOther)), toMillis(kNow.at) - 100'000);
}

void TestQemuProcesses::twoOfOneGuestSayNothing()
{
    QVERIFY(add(u"42"_s, stat("qemu-system-x86", startedAfter(400)), commandOf(kGuest)));
    QVERIFY(add(u"43"_s, stat("qemu-system-x86", startedAfter(500)), commandOf(kGuest)));
    QVERIFY(add(u"44"_s, stat("qemu-system-x86", startedAfter(600)), commandOf(kGuest)));
    QVERIFY(qemuStarts(m_tree->root(), kNow).isEmpty());
}

void TestQemuProcesses::others_data()
{
    QTest::addColumn<QString>("pid");
    QTest::addColumn<QByteArray>("stat");
    QTest::addColumn<QByteArray>("command");
    const QByteArray good = stat("qemu-system-x86", startedAfter(1));
    QTest::newRow("no process") << u"self"_s << good << commandOf(kGuest);
    QTest::newRow("another program") << u"7"_s << stat("bash", startedAfter(1)) << commandOf(kGuest);
    QTest::newRow("no guest") << u"7"_s << good
                              << QByteArray("qemu-system-x86_64 -version ").replace(' ', '\0');
    QTest::newRow("option without value") << u"7"_s << good << QByteArray("qemu -uuid").replace(' ', '\0');
    QTest::newRow("no uuid") << u"7"_s << good << QByteArray("qemu -uuid x ").replace(' ', '\0');
    QTest::newRow("cut off") << u"7"_s << good.left(30) << commandOf(kGuest);
    QTest::newRow("no number") << u"7"_s << stat("qemu", "soon") << commandOf(kGuest);
    QTest::newRow("empty") << u"7"_s << QByteArray() << QByteArray();
}

void TestQemuProcesses::others()
{
    QFETCH(QString, pid);
    QFETCH(QByteArray, stat);
    QFETCH(QByteArray, command);
    QVERIFY(add(pid, stat, command));
    QVERIFY(qemuStarts(m_tree->root(), kNow).isEmpty());
}

// A start in the future cannot be; nothing is up for less than no time.
void TestQemuProcesses::clockNeverGoesBeforeTheBoot()
{
    QVERIFY(add(u"42"_s, stat("qemu-system-x86", startedAfter(5000)), commandOf(kGuest)));
    QCOMPARE(qemuStarts(m_tree->root(), kNow).value(kGuest), kNow.at);
}

QTEST_APPLESS_MAIN(TestQemuProcesses)
#include "tst_qemuprocesses.moc"
