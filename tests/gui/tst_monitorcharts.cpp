// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/detailservice.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"
#include "widgets/chart/statisticstable.h"
#include "widgets/chart/timechart.h"
#include "widgets/inventory/chartexporter.h"
#include "widgets/inventory/detailspanel.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QSvgRenderer>
#include <QToolButton>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLength = 600; // seconds of figures, today and a day earlier

// Ten minutes of a VM today, busy with a spike, and ten minutes a day earlier at 20 %.
EntityId recordVm(HistoryWriter &writer, int number, double today)
{
    const EntityId entity = require(writer.entity(vmInfo(number), second(0)));
    const SeriesId cpu = require(writer.series(entity, MetricId::CpuAllocPercent, {}));
    const SeriesId memory = require(writer.series(entity, MetricId::MemUsed, {}));
    const SeriesId limit = require(writer.series(entity, MetricId::MemAllocated, {}));
    const SeriesId disk = require(writer.series(entity, MetricId::DiskReadBytes, u"vda"_s));
    const auto append = [&](qint64 at, double share) {
        const std::array values{SeriesValue{cpu, share}, SeriesValue{memory, 1e9}, SeriesValue{limit, 4e9},
                                SeriesValue{disk, static_cast<double>(at)}};
        require(writer.append(second(at), values));
    };
    for (qint64 i = 0; i < kLength; ++i)
        append(i - kDay, 20);
    require(writer.beginSegment());
    for (qint64 i = 0; i < kLength; ++i)
        append(i, i == 300 ? 95 : i >= 400 && i < 410 ? kUnknown : today);
    return entity;
}

} // namespace

/// The charts of the Monitor page on a prepared history, driven by keyboard.
class TestMonitorCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void zoomsAndGoesBackByKeyboard();
    void choosesARangeInThePopup();
    void showsWhatHappened();
    void comparesWithADayEarlier();
    void showsStatisticsAndCopiesThem();
    void keepsTheHighestOfManyLines();
    void fitsTheScale();
    void exportsByKeyboard_data();
    void exportsByKeyboard();
    void exportThatFailsIsTold();
    void showsDetails();
    void copiesDetailsByKeyboard();
    void asksTheEngineForDetails();
    void remembersItsLayout();
    void listEndsWhereAColumnEnds_data();
    void listEndsWhereAColumnEnds();
    void wheelScrollsAndCtrlWheelZooms();

private:
    TimeChart *chart(const QString &id) { return m_page->findChild<TimeChart *>(u"chart-"_s + id); }
    void select(const std::vector<EntityId> &entities);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<Store> m_store;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<InventoryModel> m_inventory;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<MonitorPage> m_page;
    EntityId m_web{};
    EntityId m_mail{};
};

void TestMonitorCharts::init()
{
    m_store = std::make_unique<Store>();
    {
        const auto writer = m_store->writer();
        m_web = recordVm(*writer, 1, 50);
        m_mail = recordVm(*writer, 2, 30);
        require(writer->event({m_web, second(300), u"oom"_s, u"task 42"_s}));
        require(writer->event({m_web, second(-100), u"started"_s, u"booted"_s}));
        require(writer->event({m_mail, second(300), u"paused"_s, {}}));
        require(writer->append(second(kLength), {}));
    }
    m_clock = std::make_unique<FakeClock>(second(kLength));
    m_inventory = std::make_unique<InventoryModel>();
    LiveUpdate update;
    update.entities.push_back({m_web, vmInfo(1), {}, second(kLength)});
    update.entities.push_back({m_mail, vmInfo(2), {}, second(kLength)});
    m_inventory->apply(update);
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_page = std::make_unique<MonitorPage>(*m_inventory, *m_history, *m_clock);
    m_page->resize(1100, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->showRange(15min);
    select({m_web});
}

void TestMonitorCharts::cleanup()
{
    m_page.reset();
    m_history.reset();
    m_inventory.reset();
    m_store.reset();
}

void TestMonitorCharts::select(const std::vector<EntityId> &entities)
{
    m_page->selectEntities(entities);
    QTRY_VERIFY(chart(u"cpu"_s) && chart(u"cpu"_s)->isVisible()
                && chart(u"cpu"_s)->series().size() == entities.size());
}

void TestMonitorCharts::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_page.get(), key, modifiers);
}

void TestMonitorCharts::zoomsAndGoesBackByKeyboard()
{
    const TimeRange whole = chart(u"cpu"_s)->range();
    QCOMPARE(whole, (TimeRange{second(kLength - 900), second(kLength)}));
    chart(u"cpu"_s)->setFocus();
    press(Qt::Key_Home, {}); // the cursor goes to the first sample: the zoom is around it
    press(Qt::Key_Plus, {});
    QTRY_COMPARE(chart(u"cpu"_s)->range().length(), whole.length() / 2);
    const TimeRange once = chart(u"cpu"_s)->range();
    QVERIFY(once.contains(second(0)));
    m_clock->advance(2s); // another step of the history
    press(Qt::Key_Plus, {});
    QTRY_COMPARE(chart(u"cpu"_s)->range().length(), whole.length() / 4);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(chart(u"cpu"_s)->range(), once);
    press(Qt::Key_Left, Qt::AltModifier);
    // Back at the newest figures, and following them.
    QTRY_COMPARE(chart(u"cpu"_s)->range(), (TimeRange{whole.from + 2s, whole.to + 2s}));
    QVERIFY(m_page->findChild<QToolButton *>(u"live"_s)->isChecked());
    QVERIFY(!m_page->findChild<QAction *>(u"zoomBack"_s)->isEnabled());
    press(Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(chart(u"cpu"_s)->range(), once);
    QTest::mouseDClick(chart(u"cpu"_s)->viewport(), Qt::LeftButton, {}, chart(u"cpu"_s)->plotRect().center());
    QTRY_COMPARE(chart(u"cpu"_s)->range().length(), whole.length());
}

void TestMonitorCharts::choosesARangeInThePopup()
{
    press(Qt::Key_G, Qt::ControlModifier);
    auto *popup = m_page->findChild<QWidget *>(u"rangePopup"_s);
    QVERIFY(popup && popup->isVisible());
    auto *from = popup->findChild<QDateTimeEdit *>(u"rangeFrom"_s);
    auto *to = popup->findChild<QDateTimeEdit *>(u"rangeTo"_s);
    QCOMPARE(from->dateTime().toMSecsSinceEpoch(), toMillis(second(kLength - 900)));
    to->setDateTime(from->dateTime().addSecs(-5));
    QVERIFY(!popup->findChild<QPushButton *>(u"rangeApply"_s)->isEnabled());
    from->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(second(100))));
    to->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(second(200))));
    to->setFocus();
    QTest::keyClick(to, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QTRY_COMPARE(chart(u"cpu"_s)->range(), (TimeRange{second(100), second(200)}));
    QVERIFY(!m_page->findChild<QToolButton *>(u"live"_s)->isChecked());
}

void TestMonitorCharts::showsWhatHappened()
{
    m_page->charts().showRange({second(290), second(310)});
    QTRY_COMPARE(chart(u"cpu"_s)->range().length(), Milliseconds(20'000));
    chart(u"cpu"_s)->setCursorTime(second(300));
    const QString words = chart(u"cpu"_s)->accessibleDescription();
    QVERIFY2(words.contains(u"Out of memory (task 42)"_s), qPrintable(words));
    QVERIFY(!words.contains(u"Paused"_s)); // that happened to somebody else
    select({m_web, m_mail});
    chart(u"cpu"_s)->setCursorTime(second(300));
    QVERIFY(chart(u"cpu"_s)->accessibleDescription().contains(u"guest2: Paused"_s));
}

void TestMonitorCharts::comparesWithADayEarlier()
{
    press(Qt::Key_Y, Qt::ControlModifier);
    auto *menu = m_page->findChild<QMenu *>(u"compareMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_D);
    QTRY_COMPARE(chart(u"cpu"_s)->series().size(), std::size_t(2));
    m_page->activateWindow(); // which a real desktop does when a menu closes
    QTRY_VERIFY(QApplication::activeWindow() == m_page.get() && QApplication::focusWidget());
    const ChartSeries &now = chart(u"cpu"_s)->series()[0];
    const ChartSeries &earlier = chart(u"cpu"_s)->series()[1];
    QVERIFY(!now.earlier && earlier.earlier);
    QCOMPARE(earlier.name, now.name + u", 1 day earlier"_s);
    QCOMPARE(earlier.colour, now.colour);
    // The figures of a day ago, moved under today's.
    QCOMPARE(earlier.data->buckets.front().at, second(0));
    QCOMPARE(earlier.data->buckets.front().mean, 20.0);
    press(Qt::Key_T, Qt::ControlModifier);
    const auto *table = m_page->findChild<StatisticsTable *>();
    QTRY_VERIFY(table->figures().rowCount() == 2 && table->figures().rows()[1].statistics);
    QCOMPARE(table->figures().rows()[0].statistics->max, 95.0);
    QCOMPARE(table->figures().rows()[1].statistics->max, 20.0);
    // Several are compared with each other instead.
    select({m_web, m_mail});
    QVERIFY(!m_page->findChild<QAction *>(u"compareEarlier"_s)->isEnabled());
}

void TestMonitorCharts::showsStatisticsAndCopiesThem()
{
    QVERIFY(!m_page->findChild<StatisticsTable *>());
    press(Qt::Key_T, Qt::ControlModifier);
    auto *table = m_page->findChild<StatisticsTable *>();
    QVERIFY(table && table->isVisible());
    QTRY_VERIFY(table->figures().rowCount() == 1 && table->figures().rows()[0].statistics);
    const SeriesStatistics &found = *table->figures().rows()[0].statistics;
    QCOMPARE(found.count, kLength - 10);
    QCOMPARE(found.p50, 50.0);
    QCOMPARE(found.p99, 50.0);
    QCOMPARE(found.max, 95.0);
    QCOMPARE(found.gaps, qint64(1));
    QCOMPARE(found.unknown, Milliseconds(10'000));
    table->setFocus();
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith(u"of allocation\t590\t50.0\t"_s), qPrintable(lines[1]));
    // Sorted by a click on a head.
    select({m_web, m_mail});
    QTRY_VERIFY(m_page->findChild<StatisticsTable *>()->figures().rowCount() == 2);
    table = m_page->findChild<StatisticsTable *>();
    QTRY_VERIFY(table->figures().rows()[0].statistics && table->figures().rows()[1].statistics);
    table->sortByColumn(StatisticsModel::Mean, Qt::AscendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"guest2"_s);
    table->sortByColumn(StatisticsModel::Mean, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"guest1"_s);
}

// Forty vCPUs of which the odd ones work: the charts have room for sixteen lines.
void TestMonitorCharts::keepsTheHighestOfManyLines()
{
    EntityId large{};
    {
        const auto writer = m_store->writer();
        large = require(writer->entity(vmInfo(3), second(kLength)));
        std::vector<SeriesValue> values;
        for (int cpu = 0; cpu < 40; ++cpu) {
            values.push_back({require(writer->series(large, MetricId::VcpuPercent, QString::number(cpu))),
                              cpu % 2 == 1 ? 50.0 + cpu : 1.0});
        }
        values.push_back({require(writer->series(large, MetricId::CpuAllocPercent, {})), 40});
        for (qint64 i = 1; i < 10; ++i)
            require(writer->append(second(kLength + i), values));
    }
    m_clock->advance(10s);
    LiveUpdate update;
    update.entities.push_back({large, vmInfo(3), {}, second(kLength)});
    m_inventory->apply(update);
    select({large});
    QTRY_VERIFY(chart(u"vcpus"_s));
    const TimeChart *vcpus = chart(u"vcpus"_s);
    QCOMPARE(vcpus->series().size(), std::size_t(16));
    for (const ChartSeries &line : vcpus->series())
        QVERIFY2(line.data->buckets.front().mean >= 59, qPrintable(line.name)); // of vCPU 9 and above
    QVERIFY2(vcpus->title().contains(u"highest 16 of 40"_s), qPrintable(vcpus->title()));
}

void TestMonitorCharts::fitsTheScale()
{
    // Axes move in the event loop; what is compared must stand still.
    const auto picture = [this] {
        QTest::qWait(50);
        return chart(u"memory"_s)->grab().toImage();
    };
    const QImage fixed = picture();
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_page->findChild<QAction *>(u"fitScale"_s)->isChecked());
    QVERIFY(picture() != fixed);
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(picture(), fixed);
}

void TestMonitorCharts::exportsByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("file");
    QTest::newRow("csv") << Qt::Key_C << u"a.csv"_s;
    QTest::newRow("json") << Qt::Key_J << u"a.json"_s;
    QTest::newRow("png") << Qt::Key_P << u"a.png"_s;
    QTest::newRow("svg") << Qt::Key_S << u"a.svg"_s;
}

void TestMonitorCharts::exportsByKeyboard()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    const QString path = folder.filePath(file);
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_page->findChild<QMenu *>(u"exportMenu"_s));
    QTest::keyClick(m_page->findChild<QMenu *>(u"exportMenu"_s), key);
    QTRY_VERIFY(m_page->findChild<QFileDialog *>(u"exportDialog"_s));
    auto *dialog = m_page->findChild<QFileDialog *>(u"exportDialog"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name->text().startsWith(u"guest1 "_s));
    name->setCompleter(nullptr); // its list would take the keys
    name->selectAll();
    QTest::keyClicks(name, path);
    // The dialog takes the name when it has read the folder, which it does on a thread of its own.
    const QPointer<QFileDialog> open = dialog;
    QTRY_VERIFY(!open || !QMetaObject::invokeMethod(open, "accept") || !open || !open->isVisible());
    QTRY_VERIFY(QFileInfo::exists(path));
    QTRY_VERIFY(m_page->findChild<NoticeBar *>()->text().contains(path));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    if (key == Qt::Key_C) {
        const QList<QByteArray> lines = content.split('\n');
        QVERIFY2(lines[0].startsWith("time,guest1: CPU: of allocation (%),guest1: Memory: used (B),"),
                 lines[0].constData());
        QCOMPARE(lines.size(), kLength + 3); // head, an event before, and what follows the last line's end
        QCOMPARE(lines[1], QByteArray("2023-11-14T22:11:40.000Z,,,,Started (booted)\r"));
        QVERIFY2(lines[2].startsWith("2023-11-14T22:13:20.000Z,50,1000000000,4000000000"),
                 lines[2].constData());
        QVERIFY2(lines[402].contains(",,"), lines[402].constData()); // unknown is empty
    } else if (key == Qt::Key_P) {
        const QImage picture = QImage::fromData(content, "PNG");
        QVERIFY(picture.width() >= 2 * chart(u"cpu"_s)->width());
    } else if (key == Qt::Key_S) {
        QVERIFY(QSvgRenderer(content).isValid());
        QVERIFY(content.contains("<polyline")); // curves stay lines
        QVERIFY(!content.contains("<image"));
    } else {
        QVERIFY(content.contains("\"value\": null"));
    }
}

void TestMonitorCharts::exportThatFailsIsTold()
{
    const QTemporaryDir folder;
    VERIFY_FAILS(writeWholeFile(folder.filePath(u"none/a.csv"_s), "x"), Error::Kind::NotFound);
    VERIFY_FAILS(writeWholeFile(folder.path(), "x"), Error::Kind::Io); // a folder stands there
    const QString path = folder.filePath(u"a.csv"_s);
    VERIFY_OK(writeWholeFile(path, "one"));
    VERIFY_OK(writeWholeFile(path, "two"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    auto *exporter = m_page->findChild<ChartExporter *>();
    Q_EMIT exporter->failed({Error::Kind::Denied, u"no"_s, u"/there"_s});
    QVERIFY(m_page->findChild<NoticeBar *>()->text().contains(u"/there"_s));
}

void TestMonitorCharts::showsDetails()
{
    auto *details = m_page->findChild<DetailsPanel *>();
    QVERIFY(!details->isVisible());
    press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(details->isVisible());
    QTRY_VERIFY(details->plainText().contains(u"vm:host/1"_s));
    const QString text = details->plainText();
    QVERIFY2(text.contains(u"vda: Bytes read"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Memory allocated\t3.73 GiB\t1 s ago\trecorded figures\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Started (booted)"_s), qPrintable(text)); // what its state dates from
    QVERIFY2(text.contains(u"Up for\tnot known"_s), qPrintable(text));
    QTest::mouseClick(details->findChild<QToolButton *>(u"copyDetails"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), details->plainText());
    select({m_web, m_mail});
    QVERIFY(details->findChild<QLabel *>(u"detailsMessage"_s)->text().contains(u"Select one row"_s));
    QVERIFY(!details->findChild<QTreeView *>(u"detailsTable"_s)->isVisible());
}

void TestMonitorCharts::copiesDetailsByKeyboard()
{
    press(Qt::Key_I, Qt::ControlModifier);
    auto *table = m_page->findChild<QTreeView *>(u"detailsTable"_s);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->focusPolicy() & Qt::TabFocus);
    table->setFocus();
    const auto rowOf = [table](const QString &name) {
        return table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    };
    table->setCurrentIndex(rowOf(u"Name"_s).value(0));
    const QString name = m_inventory->info(0).name;
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Name\t"_s + name);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Name\t%1\nKind\tVM"_s.arg(name));
    table->findChild<QAction *>(u"copyDetailValues"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), name + u"\nVM"_s);
    // What is chosen stays chosen while figures and ages go on.
    m_clock->advance(5s);
    m_page->refresh();
    const auto age = [&] { return rowOf(u"Memory allocated"_s).value(0).siblingAtColumn(2).data().toString(); };
    QTRY_COMPARE(age(), u"6 s ago"_s);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
    table->findChild<QAction *>(u"copyAllDetails"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), m_page->findChild<DetailsPanel *>()->plainText());
}

// The test driver is a libvirt host within this process.
void TestMonitorCharts::asksTheEngineForDetails()
{
    DetailService engines(*m_clock);
    m_page->setEngines(engines);
    SourceStatus libvirt;
    libvirt.id = SourceId(1);
    libvirt.uri = u"test:///default"_s;
    libvirt.state = SourceState::Ready;
    m_inventory->setSources({libvirt}, m_clock->now());
    LiveUpdate update;
    EntityInfo info = vmInfo(1);
    info.key = u"vm:test-default/6695eb01-f6a4-8304-79aa-97f2502e193f"_s;
    info.started = m_clock->now() - 90min;
    update.entities.push_back({m_web, info, SourceId(1), m_clock->now()});
    m_inventory->apply(update);
    press(Qt::Key_I, Qt::ControlModifier);
    const auto *details = m_page->findChild<DetailsPanel *>();
    QTRY_VERIFY(details->plainText().contains(
        u"Number of snapshots\tnone\t0 s ago\tsnapshot list of test:///default"_s));
    const QString text = details->plainText();
    QVERIFY2(text.contains(u"Memory\t2 GiB of at most 8 GiB\t0 s ago\tdomain XML of test:///default"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"Up for\t1 h 30 min, since"_s), qPrintable(text));
    // A source that gives figures only says so, instead of nothing.
    libvirt.uri = u"replay:/tmp/x"_s;
    m_inventory->setSources({libvirt}, m_clock->now());
    select({m_mail});
    select({m_web});
    QTRY_VERIFY(details->plainText().contains(u"Configuration\tNot known here"_s));
    // Nobody is there any more: told, and not left empty.
    libvirt.uri = u"podman:///nonexistent/e.sock"_s;
    m_inventory->setSources({libvirt}, m_clock->now());
    select({m_mail});
    select({m_web});
    QTRY_VERIFY(details->plainText().contains(u"Configuration\tCannot be read: "_s));
    m_page.reset();
}

void TestMonitorCharts::remembersItsLayout()
{
    press(Qt::Key_T, Qt::ControlModifier);
    press(Qt::Key_I, Qt::ControlModifier);
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    const MonitorPage::Layout layout = m_page->saveLayout();
    MonitorPage other(*m_inventory, *m_history, *m_clock);
    other.restoreLayout(layout);
    other.show();
    QVERIFY(other.findChild<DetailsPanel *>()->isVisible());
    QVERIFY(other.findChild<QAction *>(u"showStatistics"_s)->isChecked());
    QVERIFY(other.findChild<QAction *>(u"fitScale"_s)->isChecked());
    QCOMPARE(other.saveLayout().charts.preset, std::chrono::minutes(15));
}

void TestMonitorCharts::listEndsWhereAColumnEnds_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("small") << 940;
    QTest::newRow("usual") << 1300;
    QTest::newRow("wide") << 2400;
}

void TestMonitorCharts::listEndsWhereAColumnEnds()
{
    QFETCH(int, width);
    m_page->resize(width, 700);
    const auto *list = m_page->findChild<QTreeView *>(u"inventory"_s);
    const QHeaderView *head = list->header();
    const int edge = list->viewport()->width();
    // Whole columns, and beside the last one no more than the place of a scroll bar.
    int cut = -1;
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        const int left = head->sectionViewportPosition(column);
        if (!head->isSectionHidden(column) && left < edge && left + head->sectionSize(column) > edge)
            cut = edge - left;
    }
    QVERIFY2(cut <= list->verticalScrollBar()->sizeHint().width(), qPrintable(QString::number(cut)));
    QVERIFY(m_page->list().width() <= width / 2);
    // Whoever drags the handle has the last word.
    auto *splitter = m_page->findChild<QSplitter *>();
    QVERIFY(m_page->saveLayout().splitter.isEmpty());
    splitter->setSizes({500, width - 500});
    Q_EMIT splitter->splitterMoved(500, 1);
    const int dragged = m_page->list().width(); // the charts have a width of their own that they keep
    m_page->resize(width + 1, 700);
    QVERIFY(std::abs(m_page->list().width() - dragged) < 5);
    QVERIFY(!m_page->saveLayout().splitter.isEmpty());
}

void TestMonitorCharts::wheelScrollsAndCtrlWheelZooms()
{
    const TimeRange before = chart(u"cpu"_s)->range();
    auto *cpu = chart(u"cpu"_s);
    const QPoint at = cpu->plotRect().center();
    const auto turn = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(at, cpu->viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(cpu->viewport(), &event);
    };
    turn({});
    QCOMPARE(cpu->range(), before);
    turn(Qt::ControlModifier);
    QTRY_VERIFY(chart(u"cpu"_s)->range().length() < before.length());
}

QTEST_MAIN(TestMonitorCharts)
#include "tst_monitorcharts.moc"
