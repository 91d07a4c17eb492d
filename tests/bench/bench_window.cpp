// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on a thousand guests of libvirt's test driver, beside a bare window with one chart in
// the same run. Arguments: number of guests (1000), seconds to watch (30).
// With --series first: a recording of that many VMs (2000), of which each has twelve series in the store, one
// sweep a second, with the charts of one of them live; what the window, the recorder and all of it take.

#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "models/base/heap.h"
#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/replay/sessionrecorder.h"
#include "models/history/historyreader.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/heartbeat.h"
#include "tests/support/scriptedsource.h"
#include "widgets/chart/timechart.h"
#include "widgets/inventory/monitorpage.h"

#include <QApplication>
#include <QChartView>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>
#include <ctime>
#include <map>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

/// Notes when the first widget of the program is painted after it was made.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QElapsedTimer &timer)
        : m_timer(timer)
    {
        qApp->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_at < 0)
            m_at = m_timer.elapsed();
        return false;
    }
    qint64 at() const { return m_at; }

private:
    QElapsedTimer &m_timer;
    qint64 m_at = -1;
};

double cpuSeconds(clockid_t clock)
{
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

double pssMegabytes()
{
    QFile rollup(u"/proc/self/smaps_rollup"_s);
    if (!rollup.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : rollup.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return -1;
}

qint64 bareWindow()
{
    QElapsedTimer timer;
    timer.start();
    FirstPaint paint(timer);
    QMainWindow window;
    auto *view = new QChartView(&window);
    window.setCentralWidget(view);
    window.resize(1360, 860);
    window.show();
    if (!QTest::qWaitFor([&] { return paint.at() >= 0; }))
        qFatal("a bare window was never painted");
    return paint.at();
}

void writeGuests(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write("<node>");
    for (int i = 0; i < count; ++i) {
        file.write(QStringLiteral("<domain type='test'><name>guest-%1</name>"
                                  "<uuid>00000000-0000-4000-8000-%2</uuid><memory>65536</memory>"
                                  "<vcpu>1</vcpu><os><type>hvm</type></os></domain>")
                       .arg(i, 4, 10, QLatin1Char('0'))
                       .arg(i, 12, 16, QLatin1Char('0'))
                       .toUtf8());
    }
    file.write("</node>");
}

/// What libvirt's test driver, which lives in the process that asks it, takes for the guests themselves: the
/// console has two connections. Elsewhere this is memory of libvirtd.
double driverMegabytes(const QString &uri)
{
    const auto loaded = LibvirtConnection::open(u"test:///default"_s, true);
    const double before = pssMegabytes();
    const auto first = LibvirtConnection::open(uri, true);
    const auto second = LibvirtConnection::open(uri, true);
    if (!loaded || !first || !second)
        qFatal("libvirt's test driver cannot be opened");
    return pssMegabytes() - before;
}

/// Seven counters and gauges a VM; with rates and shares twelve are stored.
void recordVms(const QString &path, int vms, int sweeps)
{
    using namespace std::chrono_literals;
    FakeClock clock;
    ScriptedSource source(clock);
    auto recorder = SessionRecorder::create(path, {u"test:"_s, clock.now(), 1s});
    if (!recorder)
        qFatal("cannot write %s", qPrintable(path));
    BatchBuilder &builder = source.builder();
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        clock.advance(1s);
        for (int i = 0; i < vms; ++i) {
            const EntityRef vm = builder.entity(source.vm(u"vm-%1"_s.arg(i, 4, 10, QLatin1Char('0'))));
            const double pace = 1 + (i * 7919 + sweep * 104'729) % 100;
            builder.add(vm, MetricId::CpuAllocated, 1);
            builder.add(vm, MetricId::CpuTime, sweep * 0.5 + pace / 1000);
            builder.add(vm, MetricId::MemUsed, (256 + pace) * 1024 * 1024);
            builder.add(vm, MetricId::MemAllocated, 1024.0 * 1024 * 1024);
            builder.add(vm, MetricId::DiskReadBytes, sweep * 1e6 + pace * 4096, u"vda"_s);
            builder.add(vm, MetricId::DiskWriteBytes, sweep * 5e5 + pace * 4096, u"vda"_s);
            builder.add(vm, MetricId::NetRxBytes, sweep * 2e5 + pace * 100, u"eth0"_s);
        }
        if (!recorder->add(builder.take()))
            qFatal("cannot write %s", qPrintable(path));
    }
}

/// CPU seconds so far of the threads of this process, by their names.
std::map<QByteArray, double> threadSeconds()
{
    std::map<QByteArray, double> seconds;
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks.filePath(task + u"/comm"_s));
        QFile schedule(tasks.filePath(task + u"/schedstat"_s));
        if (name.open(QIODevice::ReadOnly) && schedule.open(QIODevice::ReadOnly))
            seconds[name.readAll().trimmed()] += schedule.readAll().split(' ').value(0).toDouble() / 1e9;
    }
    return seconds;
}

int watchSeries(QApplication &application, int vms, int seconds)
{
    const QTemporaryDir dir;
    const QString recording = dir.filePath(u"vms.rec"_s);
    recordVms(recording, vms, seconds + 60);
    bareWindow();
    const double bare = pssMegabytes();
    const QString database = dir.filePath(u"history.db"_s);
    static const SystemClock clock;
    Console console(application, clock,
                    {database, {u"replay:"_s + recording}, dir.filePath(u"settings.ini"_s)});
    InventoryModel &inventory = console.session().inventory();
    if (!QTest::qWaitFor([&] { return inventory.rowCount() >= vms; }, 120'000))
        qFatal("only %d of %d VMs were listed", inventory.rowCount(), vms);
    const auto reader = HistoryReader::open(database).value();
    auto *page = console.window().findChild<MonitorPage *>();
    page->selectEntities({reader->entities().value().at(7).id});
    QTest::qWait(10'000);
    const auto before = threadSeconds();
    // Neither a heartbeat nor QTest::qWait(), which wake this thread a hundred times a second.
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, &QEventLoop::quit);
    loop.exec();
    double all = 0;
    std::printf("VMs                            %d\n", vms);
    std::printf("series in the store            %lld\n",
                static_cast<long long>(reader->statistics().value().series));
    std::printf("live charts                    %lld\n",
                static_cast<long long>(console.window().findChildren<TimeChart *>().size()));
    for (const auto &[name, used] : threadSeconds()) {
        const auto earlier = before.find(name);
        const double share = 100 * (used - (earlier == before.end() ? 0 : earlier->second)) / seconds;
        std::printf("CPU of %-23s %.2f %% of a core\n", name.constData(), share);
        all += share;
    }
    std::printf("CPU of the process             %.2f %% of a core\n", all);
    std::printf("PSS, bare window               %.1f MB\n", bare);
    std::printf("PSS                            %.1f MB\n", pssMegabytes());
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    keepHeapSmall();
    QApplication application(argc, argv);
    if (QApplication::arguments().value(1) == "--series"_L1)
        return watchSeries(application, QApplication::arguments().value(2, u"2000"_s).toInt(),
                           QApplication::arguments().value(3, u"30"_s).toInt());
    const int guests = QApplication::arguments().value(1, u"1000"_s).toInt();
    const int seconds = QApplication::arguments().value(2, u"30"_s).toInt();
    const QTemporaryDir dir;
    writeGuests(dir.filePath(u"node.xml"_s), guests);

    bareWindow(); // fonts and plugins are loaded by whoever comes first
    const qint64 bare = bareWindow();
    const double bareMemory = pssMegabytes();
    const QString guestsUri = u"test://"_s + dir.filePath(u"node.xml"_s);
    const double driverMemory = driverMegabytes(guestsUri);

    QElapsedTimer timer;
    timer.start();
    FirstPaint paint(timer);
    static const SystemClock clock;
    Console console(application, clock,
                    {dir.filePath(u"history.db"_s), {u"host:"_s, guestsUri}, dir.filePath(u"settings.ini"_s)});
    InventoryModel &inventory = console.session().inventory();
    const bool listed = QTest::qWaitFor([&] { return inventory.rowCount() > guests; }, 60'000);
    const qint64 listedAt = timer.elapsed();
    if (!listed)
        qFatal("only %d of %d guests were listed", inventory.rowCount(), guests);
    QTest::qWait(3000);

    auto *filter = console.window().findChild<QLineEdit *>(u"filter"_s);
    QElapsedTimer keystroke;
    keystroke.start();
    QTest::keyClicks(filter, u"guest-01"_s);
    QApplication::processEvents();
    const double perKey = static_cast<double>(keystroke.nsecsElapsed()) / 1e6 / 8;
    QTest::keyClick(filter, Qt::Key_Escape);

    const double all = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID);
    const double window = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
    Heartbeat heartbeat;
    QTest::qWait(seconds * 1000);
    std::printf("guests                         %d\n", guests);
    std::printf("first paint, bare window       %lld ms\n", bare);
    std::printf("first paint, console           %lld ms\n", paint.at());
    std::printf("all guests listed              %lld ms\n", listedAt);
    std::printf("filter, a keystroke            %.1f ms\n", perKey);
    std::printf("CPU of the window's thread     %.1f %% of a core\n",
                100 * (cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - window) / seconds);
    std::printf("CPU of the process             %.1f %% of a core\n",
                100 * (cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - all) / seconds);
    std::printf("longest stall of the window    %.1f ms\n", heartbeat.longestStall());
    std::printf("PSS, bare window               %.1f MB\n", bareMemory);
    std::printf("PSS                            %.1f MB\n", pssMegabytes());
    std::printf("  of it the test driver's own  %.1f MB\n", driverMemory);
    return 0;
}
