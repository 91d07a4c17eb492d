// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"
#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "models/history/historywriter.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/verify.h"
#include "widgets/chart/timechart.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/kit/theme.h"

#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QWindow>
#include <cmath>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kBase = 20; // per cent of the CPUs allocated, before the test
constexpr double kSpike = 95;
constexpr double kYesterday = 35;
constexpr auto kSpikeBegins = 6min; // before the start of the test
constexpr auto kSpikeEnds = 5min;

// Cells of a line; those that hold commas are quoted.
QStringList cellsOf(const QByteArray &line)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (const QChar letter : QString::fromUtf8(line.trimmed())) {
        if (letter == u'"')
            quoted = !quoted;
        else if (letter == u',' && !quoted)
            cells.append(QString());
        else
            cells.last() += letter;
    }
    return cells;
}

} // namespace

/// What an operator does from "something is slow" to "it is stopped and written down", on the real window with
/// real containers, by nothing but keys. Keys go to the focused window, as from a keyboard; widgets are only
/// looked at. The hours before the test come from a file that the product's own writer has written.
class TestKeyboardJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void findsTheBusiest();
    void opensIt();
    void zoomsToTheSpike();
    void comparesWithYesterday();
    void exportsCsv();
    void exportsPng();
    void stopsIt();
    void seesTheTaskInTheLog();
    void goesFromTheTaskBackToTheContainer();

private:
    QString engine(const QStringList &arguments) const;
    QString state(const QString &name) const
    {
        return engine({u"podman"_s, m_dir->path(), u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, name});
    }
    QStringList source() const { return {u"podman://"_s + m_dir->filePath(u"podman.sock"_s)}; }
    EntityInfo identityOf(const QString &name);
    void writeThePast(const EntityInfo &container);

    MainWindow *window() const { return &m_console->window(); }
    template<typename T>
    T *child(const QString &name) const
    {
        return window()->findChild<T *>(name);
    }
    TimeChart *cpu() const { return child<TimeChart>(u"chart-cpu"_s); }
    const ChartSeries *line(bool earlier) const;
    QString focused() const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void press(int times, Qt::Key key, Qt::KeyboardModifiers modifiers);
    void type(const QString &text);
    /// A command by the palette; the focus is where it was afterwards.
    void command(const QString &words);
    void exportTo(const QString &path, Qt::Key format);

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    TimePoint m_start{};
    std::unique_ptr<Console> m_console;
};

// The focus widget's name, or its class where it has none: what a failed comparison prints.
QString TestKeyboardJourney::focused() const
{
    // What a window manager does when a dialog is gone.
    if (!QGuiApplication::focusWindow() && m_console)
        window()->activateWindow();
    const QWidget *widget = QApplication::activePopupWidget();
    if (!widget)
        widget = QApplication::focusWidget();
    if (!widget)
        return u"nothing"_s;
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

QString TestKeyboardJourney::engine(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/// As the product itself names the container, from a session on a file of its own.
EntityInfo TestKeyboardJourney::identityOf(const QString &name)
{
    SessionOptions options;
    options.databasePath = m_dir->filePath(u"first.db"_s);
    options.sources = source();
    Session session(options, m_clock);
    EntityInfo found;
    const bool known = QTest::qWaitFor(
        [&] {
            const InventoryModel &inventory = session.inventory();
            for (int row = 0; row < inventory.rowCount(); ++row) {
                if (inventory.info(row).name == name)
                    found = inventory.info(row);
            }
            return !found.key.isEmpty();
        },
        20'000);
    if (!known)
        QTest::qFail("the container is not seen", __FILE__, __LINE__);
    session.finish();
    return found;
}

/// Quarter of an hour at one sample a second, yesterday calm and today with a spike of a minute.
void TestKeyboardJourney::writeThePast(const EntityInfo &container)
{
    auto writer = HistoryWriter::open(m_dir->filePath(u"history.db"_s));
    VERIFY_OK(writer);
    const auto entity = (*writer)->entity(container, m_start);
    VERIFY_OK(entity);
    const auto ofAllocation = (*writer)->series(*entity, MetricId::CpuAllocPercent, {});
    const auto ofHost = (*writer)->series(*entity, MetricId::CpuHostPercent, {});
    VERIFY_OK(ofAllocation);
    VERIFY_OK(ofHost);
    const auto write = [&](TimePoint at, double value) {
        const std::array values{SeriesValue{*ofAllocation, value}, SeriesValue{*ofHost, value / 2}};
        VERIFY_OK((*writer)->append(at, values));
    };
    for (TimePoint at = m_start - 24h - 15min; at < m_start - 24h + 5min; at += 1s)
        write(at, kYesterday);
    write(m_start - 24h + 5min, kUnknown);
    for (TimePoint at = m_start - 14min; at < m_start - 5s; at += 1s) {
        const bool spike = at >= m_start - kSpikeBegins && at < m_start - kSpikeEnds;
        write(at, spike ? kSpike : kBase);
    }
    write(m_start - 5s, kUnknown);
}

void TestKeyboardJourney::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_journey-XXXXXX"_s); // socket paths must be short
    engine({u"start"_s, m_dir->path()});
    engine(
        {u"run"_s, m_dir->path(), u"busy"_s, u"sh"_s, u"-c"_s, u"trap 'exit 0' TERM; while :; do :; done"_s});
    engine({u"run"_s, m_dir->path(), u"calm"_s, u"sh"_s, u"-c"_s,
            u"trap 'exit 0' TERM; while :; do sleep 0.2; done"_s});
    // Names begin with those of the busy one, so that order by name would not find it.
    engine({u"run"_s, m_dir->path(), u"archive"_s, u"sleep"_s, u"1000"_s});
    const EntityInfo busy = identityOf(u"busy"_s);
    m_start = std::chrono::floor<std::chrono::seconds>(m_clock.now());
    writeThePast(busy);

    const Console::Options options{m_dir->filePath(u"history.db"_s), source(),
                                   m_dir->filePath(u"settings.ini"_s)};
    Settings(options.settingsFile).set(settings::language, u"en"_s);
    m_console = std::make_unique<Console>(*qApp, m_clock, options);
    window()->resize(1360, 860);
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTRY_COMPARE_WITH_TIMEOUT(focused(), u"inventory"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->session().inventory().rowCount() >= 3, 20'000);
}

void TestKeyboardJourney::cleanupTestCase()
{
    m_console.reset();
    if (m_dir)
        engine({u"stop"_s, m_dir->path()});
}

/// One key to the window that has the keyboard.
void TestKeyboardJourney::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTRY_VERIFY(!focused().isEmpty() && QGuiApplication::focusWindow());
    QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
}

void TestKeyboardJourney::press(int times, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    for (int i = 0; i < times; ++i)
        press(key, modifiers);
}

void TestKeyboardJourney::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
}

void TestKeyboardJourney::command(const QString &words)
{
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"paletteSearch"_s);
    type(words);
    press(Qt::Key_Return);
}

const ChartSeries *TestKeyboardJourney::line(bool earlier) const
{
    for (const ChartSeries &one : cpu()->series()) {
        if (one.earlier == earlier)
            return &one;
    }
    return nullptr;
}

void TestKeyboardJourney::findsTheBusiest()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"filter"_s);
    type(u"kind:container"_s);
    QTRY_COMPARE(child<QTreeView>(u"inventory"_s)->model()->rowCount(), 3);
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"inventory"_s);
    command(u"sort by cpu %"_s);
    QTRY_COMPARE(focused(), u"inventory"_s);
    const QAbstractItemModel *rows = child<QTreeView>(u"inventory"_s)->model();
    QTRY_COMPARE_WITH_TIMEOUT(rows->index(0, InventoryModel::Name).data().toString(), u"busy"_s, 20'000);
    press(Qt::Key_Home);
    QCOMPARE(child<QTreeView>(u"inventory"_s)->currentIndex().siblingAtColumn(0).data().toString(), u"busy"_s);
    QCOMPARE(child<InventoryView>({})->selected().size(), std::size_t(1));
    QVERIFY(rows->index(0, InventoryModel::Cpu).data(InventoryModel::ValueRole).toDouble()
            > rows->index(1, InventoryModel::Cpu).data(InventoryModel::ValueRole).toDouble());
}

void TestKeyboardJourney::opensIt()
{
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
    QTRY_VERIFY(line(false) && !line(false)->data->buckets.empty());
}

void TestKeyboardJourney::zoomsToTheSpike()
{
    command(u"last 15 minutes"_s);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
    QTRY_VERIFY(cpu()->range().length() == 15min && !line(false)->data->buckets.empty()
                && line(false)->data->buckets.front().at < m_start - 10min);
    // To the peak, a little before it, then everything up to a little behind it.
    press(Qt::Key_M);
    QVERIFY(cpu()->cursorTime());
    QCOMPARE(*cpu()->cursorTime(), m_start - kSpikeBegins);
    press(3, Qt::Key_Left, Qt::ControlModifier);
    press(12, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Return);
    const TimePoint from = m_start - kSpikeBegins - 30s;
    QTRY_COMPARE(cpu()->range(), (TimeRange{from, from + 120s + 1ms}));
    QCOMPARE(focused(), u"chart-cpu"_s);
    QTRY_COMPARE(line(false)->data->buckets.size(), std::size_t(121));
    QCOMPARE(line(false)->data->buckets.front().mean, kBase);
    QCOMPARE(line(false)->data->buckets[60].mean, kSpike);
    QCOMPARE(line(false)->data->buckets.back().mean, kBase);
}

void TestKeyboardJourney::comparesWithYesterday()
{
    press(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"compareMenu"_s);
    press(Qt::Key_D);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
    QTRY_VERIFY(line(true) && !line(true)->data->buckets.empty());
    QCOMPARE(line(true)->data->buckets[60].mean, kYesterday);
    QCOMPARE(line(true)->data->buckets[60].at, line(false)->data->buckets[60].at); // on one axis
    QVERIFY2(line(true)->name.contains(u"day"_s), qPrintable(line(true)->name));
}

void TestKeyboardJourney::exportTo(const QString &path, Qt::Key format)
{
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"exportMenu"_s);
    press(format);
    QTRY_VERIFY(child<QFileDialog>(u"exportDialog"_s) && child<QFileDialog>(u"exportDialog"_s)->isVisible());
    QTRY_COMPARE(focused(), u"fileNameEdit"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(path);
    // The first Return may close the list of completions, and the dialog takes the name only when it has read
    // the folder, which it does on a thread of its own: one presses until it is gone.
    const auto closed = [&] {
        const auto *dialog = child<QFileDialog>(u"exportDialog"_s);
        if (dialog && dialog->isVisible())
            press(Qt::Key_Return);
        return !child<QFileDialog>(u"exportDialog"_s);
    };
    QTRY_VERIFY(closed());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 10'000);
}

void TestKeyboardJourney::exportsCsv()
{
    const QString path = m_dir->filePath(u"spike.csv"_s);
    exportTo(path, Qt::Key_C);
    if (QTest::currentTestFailed())
        return;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    const QStringList head = cellsOf(lines.first());
    qsizetype today = -1;
    qsizetype yesterday = -1;
    for (qsizetype column = 1; column < head.size(); ++column) {
        if (!head[column].contains(u"CPU: of allocation"_s))
            continue;
        (head[column].contains(u"1 day earlier"_s) ? yesterday : today) = column;
    }
    QVERIFY2(today > 0 && yesterday > 0, lines.first().constData());
    int both = 0;
    int spike = 0;
    for (const QByteArray &row : lines.mid(1)) {
        const QStringList cells = cellsOf(row);
        if (cells.size() <= std::max(today, yesterday) || cells[today].isEmpty() || cells[yesterday].isEmpty())
            continue;
        ++both;
        QCOMPARE(cells[yesterday].toDouble(), kYesterday);
        spike += cells[today].toDouble() == kSpike ? 1 : 0;
    }
    QCOMPARE(both, 121);
    QCOMPARE(spike, 60);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
}

void TestKeyboardJourney::exportsPng()
{
    const QString path = m_dir->filePath(u"spike.png"_s);
    exportTo(path, Qt::Key_P);
    if (QTest::currentTestFailed())
        return;
    QImage picture;
    QTRY_VERIFY(picture.load(path));
    QVERIFY(picture.width() > 400 && picture.height() > 150);
    const QRgb curve = themeFor(QApplication::palette()).seriesColour(0).rgb();
    int drawn = 0;
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            colours.insert(picture.pixel(x, y));
            drawn += picture.pixel(x, y) == curve ? 1 : 0;
        }
    }
    QVERIFY2(drawn > 100, qPrintable(QString::number(drawn)));
    QVERIFY(colours.size() > 20);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
}

void TestKeyboardJourney::stopsIt()
{
    command(u"stop"_s);
    QTRY_VERIFY(child<QDialog>(u"confirmDialog"_s) && child<QDialog>(u"confirmDialog"_s)->isVisible());
    QTRY_COMPARE(focused(), u"confirm"_s);
    QCOMPARE(child<QPushButton>(u"confirm"_s)->text(), u"Stop"_s);
    QCOMPARE(state(u"busy"_s), u"running"_s); // asked, not done
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(state(u"busy"_s), u"exited"_s, 30'000);
    QCOMPARE(state(u"calm"_s), u"running"_s);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
}

void TestKeyboardJourney::seesTheTaskInTheLog()
{
    press(Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(child<QDockWidget>(u"taskLog"_s)->isVisible());
    QTRY_COMPARE(focused(), u"taskList"_s);
    const QAbstractItemModel *log = child<QTreeView>(u"taskList"_s)->model();
    QTRY_COMPARE(log->rowCount(), 1);
    QTRY_COMPARE(log->index(0, 4).data().toString(), u"Done"_s);
    QCOMPARE(log->index(0, 1).data().toString(), u"Stop"_s);
    QCOMPARE(log->index(0, 2).data().toString(), u"busy"_s);
}

void TestKeyboardJourney::goesFromTheTaskBackToTheContainer()
{
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"inventory"_s);
    auto *list = child<QTreeView>(u"inventory"_s);
    QCOMPARE(list->currentIndex().siblingAtColumn(InventoryModel::Name).data().toString(), u"busy"_s);
    const auto shown = [list] {
        return list->currentIndex()
            .siblingAtColumn(InventoryModel::State)
            .data(InventoryModel::StateRole)
            .toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), static_cast<int>(EntityState::Exited), 20'000);
    press(Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(!child<QDockWidget>(u"taskLog"_s)->isVisible());
    QCOMPARE(focused(), u"inventory"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"chart-cpu"_s);
    press(Qt::Key_Escape); // the cursor
    QVERIFY(!cpu()->cursorTime());
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"inventory"_s);
}

QTEST_MAIN(TestKeyboardJourney)
#include "tst_keyboardjourney.moc"
