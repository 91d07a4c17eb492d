// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordedfleet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <memory>
#include <unistd.h>
#include <vector>

using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// What a screen reader finds: the program on a display and a D-Bus of its own, read over AT-SPI by
/// another program.
class TestAccessibleTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyControlHasAName();
    void cellsOfTheListAreRead();
    void chartsAreNamedWithTheirUnit();
    void paletteRowsAreRead();
    void settingsAreNamed();
    void cleanupTestCase();

private:
    struct Node {
        QString role;
        QString name;
        QString path;
        bool focusable = false;
        bool showing = false;
    };
    QString start(const QString &program, const QStringList &arguments, const QString &firstLine = {});
    std::vector<Node> read(const QStringList &buttons = {});
    QStringList names(const QString &role, const std::vector<Node> &nodes) const;
    static QStringList nameless(const std::vector<Node> &nodes);

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QProcess>> m_started; // each leads a process group of its own
};

// Gives the first line the program writes, to standard output.
QString TestAccessibleTree::start(const QString &program, const QStringList &arguments,
                                  const QString &firstLine)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->setChildProcessModifier([] { setpgid(0, 0); });
    process->start(program, arguments);
    QProcess *started = process.get();
    m_started.push_back(std::move(process));
    if (!started->waitForStarted() || firstLine.isNull())
        return {};
    return QTest::qWaitFor([&] { return started->canReadLine(); }, 20'000)
               ? QString::fromUtf8(started->readLine()).trimmed()
               : QString();
}

void TestAccessibleTree::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>();
    recordFleet(m_dir->filePath(u"session.jsonl"_s), 3000);
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"QT_QPA_PLATFORM"_s, u"WAYLAND_DISPLAY"_s, u"AT_SPI_BUS_ADDRESS"_s})
        m_environment.remove(name);
    for (const QString &name :
         {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_CACHE_HOME"_s})
        m_environment.insert(name, m_dir->path());
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    m_environment.insert(u"LANGUAGE"_s, u"en"_s);

    const QString display = start(
        u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s, u"-nolisten"_s, u"tcp"_s},
        u""_s);
    QVERIFY2(!display.isEmpty(), "Xvfb did not start");
    m_environment.insert(u"DISPLAY"_s, u":"_s + display);
    const QString bus =
        start(u"dbus-daemon"_s,
              {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s, u"--address=unix:dir="_s + m_dir->path()},
              u""_s);
    QVERIFY2(!bus.isEmpty(), "dbus-daemon did not start");
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
    start(u"/usr/libexec/at-spi-bus-launcher"_s, {u"--launch-immediately"_s});
    start(QStringLiteral(STRATADECK_WINDOW),
          {u"--source"_s, u"replay:"_s + m_dir->filePath(u"session.jsonl"_s)});
    const auto ready = [this] {
        const auto nodes = read();
        return names(u"table cell"_s, nodes).contains(u"web"_s)
               && !names(u"filler"_s, nodes).filter(u"CPU in %"_s).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 30'000);
}

void TestAccessibleTree::cleanupTestCase()
{
    while (!m_started.empty()) { // the last first: who is still connected complains
        QProcess &process = *m_started.back();
        const auto group = static_cast<pid_t>(process.processId());
        if (group > 0) {
            ::kill(-group, SIGTERM);
            if (!process.waitForFinished(5000)) {
                ::kill(-group, SIGKILL);
                process.waitForFinished();
            }
        }
        m_started.pop_back();
    }
    m_dir.reset();
}

// The outside program presses these buttons first.
std::vector<TestAccessibleTree::Node> TestAccessibleTree::read(const QStringList &buttons)
{
    QProcess reader;
    reader.setProcessEnvironment(m_environment);
    reader.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString script = QStringLiteral(STRATADECK_SOURCE_DIR "/tests/support/readtree.py");
    reader.start(u"/usr/bin/python3"_s, QStringList{script, u"stratadeck"_s} + buttons);
    if (!reader.waitForFinished(30'000)) {
        reader.kill();
        reader.waitForFinished();
        return {};
    }
    std::vector<Node> nodes;
    for (const QJsonValue &value : QJsonDocument::fromJson(reader.readAllStandardOutput()).array()) {
        const QJsonObject node = value.toObject();
        nodes.push_back({node[u"role"_s].toString(), node[u"name"_s].toString(), node[u"path"_s].toString(),
                         node[u"focusable"_s].toBool(), node[u"showing"_s].toBool()});
    }
    return nodes;
}

QStringList TestAccessibleTree::names(const QString &role, const std::vector<Node> &nodes) const
{
    QStringList found;
    for (const Node &node : nodes) {
        if (node.role == role)
            found.append(node.name);
    }
    return found;
}

QStringList TestAccessibleTree::nameless(const std::vector<Node> &nodes)
{
    QStringList found;
    for (const Node &node : nodes) {
        if (node.showing && node.focusable && node.name.trimmed().isEmpty())
            found.append(node.path);
    }
    return found;
}

void TestAccessibleTree::everyControlHasAName()
{
    const auto nodes = read();
    const auto controls = std::ranges::count_if(nodes, [](const Node &n) { return n.showing && n.focusable; });
    QVERIFY2(controls > 25, qPrintable(QString::number(controls)));
    QVERIFY2(nameless(nodes).isEmpty(), qPrintable(nameless(nodes).join(u'\n')));
}

void TestAccessibleTree::cellsOfTheListAreRead()
{
    const auto nodes = read();
    const QStringList heads = names(u"table column header"_s, nodes);
    QVERIFY2(heads.contains(u"Name"_s) && heads.contains(u"State"_s), qPrintable(heads.join(u'|')));
    const QStringList cells = names(u"table cell"_s, nodes);
    for (const QString &cell : {u"web"_s, u"mail"_s, u"cache"_s, u"Running"_s})
        QVERIFY2(cells.contains(cell), qPrintable(cells.join(u'|')));
    // A figure can be read as well: web uses half of its CPU, but for what rounds.
    static const QRegularExpression figure(u"^(49\\.\\d|50\\.\\d)$"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!names(u"table cell"_s, read()).filter(figure).isEmpty(), 20'000);
}

void TestAccessibleTree::chartsAreNamedWithTheirUnit()
{
    const QStringList fillers = names(u"filler"_s, read());
    QVERIFY2(fillers.contains(u"CPU in %"_s), qPrintable(fillers.join(u'|')));
    QVERIFY2(!fillers.filter(u"Memory in "_s).isEmpty(), qPrintable(fillers.join(u'|')));
}

void TestAccessibleTree::paletteRowsAreRead()
{
    QStringList rows;
    const auto opened = [&] {
        rows = names(u"list item"_s, read({u"Find"_s}));
        return !rows.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(opened(), 20'000);
    QVERIFY2(!rows.filter(u"web, VM on h, "_s).isEmpty(), qPrintable(rows.join(u'|')));
    QVERIFY2(!rows.filter(u"Filter the list, List, Ctrl+F"_s).isEmpty(), qPrintable(rows.join(u'|')));
    QVERIFY(!rows.contains(QString()));
}

void TestAccessibleTree::settingsAreNamed()
{
    auto nodes = read({u"Settings"_s});
    const auto opened = [&] {
        if (!names(u"dialog"_s, nodes).contains(u"Settings"_s))
            nodes = read();
        return names(u"dialog"_s, nodes).contains(u"Settings"_s);
    };
    QTRY_VERIFY2(opened(), qPrintable(names(u"dialog"_s, nodes).join(u'|')));
    QVERIFY2(nameless(nodes).isEmpty(), qPrintable(nameless(nodes).join(u'\n')));
}

QTEST_MAIN(TestAccessibleTree)
#include "tst_accessibletree.moc"
