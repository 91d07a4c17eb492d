// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruletext.h"
#include "models/history/historyservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/parsedrule.h"
#include "widgets/alert/rules/backtestmodel.h"
#include "widgets/alert/rules/backtestview.h"
#include "widgets/chart/timechart.h"
#include "widgets/kit/noticebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kRule = u"Full: avg(mem.used[30s]) > 50 for 20s clear < 40 keep 5s"_s;
constexpr int kSeconds = 3600;

/// An hour of two VMs: one is well, one is full for some minutes three times, once too short, and unknown for a
/// while.
void record(const Store &store, TimePoint from)
{
    const auto writer = store.writer();
    std::array<SeriesId, 2> series{};
    for (int vm = 0; vm < 2; ++vm) {
        const EntityId entity = require(writer->entity(vmInfo(vm + 1), from));
        series[static_cast<std::size_t>(vm)] = require(writer->series(entity, MetricId::MemUsed, {}));
    }
    for (int second = 0; second < kSeconds; ++second) {
        const bool isFull = (second >= 300 && second < 420) || (second >= 1500 && second < 1700)
                            || (second >= 3500) || (second >= 900 && second < 918);
        const bool isUnknown = second >= 2000 && second < 2300;
        const std::array values{SeriesValue{series[0], 20.0 + second % 7},
                                SeriesValue{series[1], isUnknown ? kUnknown
                                                       : isFull  ? 90.0 + second % 5
                                                                 : 10.0}};
        require(writer->append(from + std::chrono::seconds(second), values));
    }
}

} // namespace

/// Back-tests over a recorded store, as a person sees them.
class TestBacktestView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void countsAreThoseOfTheCommandLine();
    void chartShowsFigureLinesAndFirings();
    void firingsAreCopied();
    void changedRuleMakesItStale();
    void anyRangeMayBeChosen();
    void nothingFired();
    void withoutHistory();
    void canBeCancelled();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_view->findChild<T *>(name);
    }
    void open(const QString &path);
    void run() const
    {
        QSignalSpy finished(m_view.get(), &BacktestView::finished);
        m_view->run();
        QTRY_COMPARE(finished.size(), 1);
    }
    QString cell(const QString &list, int row, int column) const
    {
        return child<QTreeView>(list)->model()->index(row, column).data().toString();
    }
    int rows(const QString &list) const { return child<QTreeView>(list)->model()->rowCount(); }
    QString summary() const { return child<QLabel>(u"backtestSummary"_s)->text(); }

    std::unique_ptr<Store> m_store;
    FakeClock m_clock;
    TimePoint m_from{};
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<BacktestView> m_view;
};

void TestBacktestView::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_from = m_clock.now();
    record(*m_store, m_from);
    m_clock.advance(std::chrono::seconds(kSeconds));
    open(m_store->path);
}

void TestBacktestView::open(const QString &path)
{
    m_view.reset();
    m_history = std::make_unique<HistoryService>(path);
    m_view = std::make_unique<BacktestView>(*m_history, path, m_clock);
    m_view->resize(900, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setRule(parsed(kRule), {});
}

void TestBacktestView::cleanup()
{
    m_view.reset();
    m_history.reset();
    m_store.reset();
}

void TestBacktestView::countsAreThoseOfTheCommandLine()
{
    run();
    const QString rules = m_store->folder.filePath(u"rules.txt"_s);
    QFile file(rules);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kRule.toUtf8()) > 0);
    file.close();
    const TimeRange range = m_view->range();
    QProcess cli;
    cli.start(QStringLiteral(STRATADECK_CLI),
              {u"alerts"_s, u"backtest"_s, u"--db"_s, m_store->path, u"--rules"_s, rules, u"--from"_s,
               QString::number(toMillis(range.from) / 1000), u"--to"_s,
               QString::number(toMillis(range.to) / 1000)});
    QVERIFY(cli.waitForFinished(60'000));
    const QJsonObject answer = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
    const QJsonObject rule = answer[u"rules"_s].toArray().at(0).toObject();
    const QJsonArray incidents = rule[u"incidents"_s].toArray();
    QCOMPARE(incidents.size(), 3);
    QCOMPARE(rows(u"backtestFirings"_s), static_cast<int>(incidents.size()));
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index =
            child<QTreeView>(u"backtestFirings"_s)->model()->index(row, FiringModel::Start);
        const auto at =
            QDateTime::fromString(incidents[row].toObject()[u"from"_s].toString(), Qt::ISODateWithMs);
        QCOMPARE(index.data(FiringModel::kSortRole).toLongLong(), at.toMSecsSinceEpoch());
        const QModelIndex length = index.siblingAtColumn(FiringModel::Length);
        QCOMPARE(length.data(FiringModel::kSortRole).toDouble() / 1000,
                 incidents[row].toObject()[u"firing_s"_s].toDouble());
    }
    QCOMPARE(cell(u"backtestFirings"_s, 2, FiringModel::End), u"still firing"_s);
    QVERIFY2(summary().contains(u"3 time"_s) && summary().contains(u"on 1 of 2"_s), qPrintable(summary()));
    const QString misses = QString::number(rule[u"near_misses"_s].toInt());
    QCOMPARE(misses, u"1"_s);
    QVERIFY2(summary().contains(u"Near misses: %1."_s.arg(misses)), qPrintable(summary()));
    // By entity: the one that fired comes first.
    QCOMPARE(rows(u"backtestEntities"_s), 2);
    QVERIFY(cell(u"backtestEntities"_s, 0, BacktestEntityModel::Place).contains(u"guest2"_s));
    QCOMPARE(cell(u"backtestEntities"_s, 0, BacktestEntityModel::Fired), u"3"_s);
    QCOMPARE(cell(u"backtestEntities"_s, 0, BacktestEntityModel::NearMisses), misses);
    QCOMPARE(cell(u"backtestEntities"_s, 1, BacktestEntityModel::Fired), u"0"_s);
}

void TestBacktestView::chartShowsFigureLinesAndFirings()
{
    run();
    auto *chart = child<TimeChart>(u"backtestChart"_s);
    QTRY_VERIFY(!chart->series().empty());
    const std::shared_ptr<const Series> series = chart->series().front().data;
    QVERIFY(series && !series->buckets.empty());
    QCOMPARE(chart->levels().size(), std::size_t(2));
    QCOMPARE(chart->levels().at(0).value, 50.0);
    QCOMPARE(chart->levels().at(1).value, 40.0);
    QCOMPARE(chart->spans().size(), std::size_t(3));
    // It is the judge's own figure: at each instant at which it fired it was beyond.
    int gaps = 0;
    for (const Bucket &bucket : series->buckets) {
        gaps += bucket.isGap() ? 1 : 0;
        const ChartSpan &first = chart->spans().front();
        if (!bucket.isGap() && bucket.at >= first.range.from && bucket.last < first.range.from + 60s)
            QVERIFY2(bucket.min > 50, qPrintable(QString::number(bucket.min)));
    }
    QVERIFY(gaps > 0); // five minutes are unknown
    const auto knownAt = [&](TimePoint at) {
        return std::ranges::any_of(series->buckets, [&](const Bucket &bucket) {
            return !bucket.isGap() && bucket.at <= at && bucket.last >= at;
        });
    };
    QVERIFY(!knownAt(m_from + 2150s));
    // The other one has a chart, too, and no firings.
    auto *list = child<QTreeView>(u"backtestEntities"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(chart->spans().empty());
    QTRY_VERIFY(!chart->series().empty());
    QVERIFY(chart->title().contains(u"guest1"_s));
    // A firing leads back to its entity.
    auto *firings = child<QTreeView>(u"backtestFirings"_s);
    firings->setCurrentIndex(firings->model()->index(1, 0));
    QVERIFY(chart->title().contains(u"guest2"_s));
    QCOMPARE(chart->cursorTime(), std::optional(chart->spans().at(1).range.from));
}

void TestBacktestView::firingsAreCopied()
{
    run();
    child<QAction>(u"backtestCopy"_s)->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4); // with the head
    QCOMPARE(lines.front().split(u'\t').size(), static_cast<int>(FiringModel::ColumnCount));
    child<QAction>(u"backtestExport"_s)->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = child<QFileDialog>(u"exportDialog"_s)));
    const QString path = m_store->folder.filePath(u"firings.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(child<NoticeBar>(u"backtestNotice"_s)->text().contains(u"firings.csv"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> table = file.readAll().trimmed().split('\n');
    QCOMPARE(table.size(), 4);
    QVERIFY2(table.at(1).contains("Z,"), table.at(1).constData()); // a time that every program reads
}

void TestBacktestView::changedRuleMakesItStale()
{
    run();
    auto *notice = child<NoticeBar>(u"backtestNotice"_s);
    QVERIFY(notice->isHidden());
    RuleDefinition other = parsed(kRule);
    other.summary = u"words"_s;
    m_view->setRule(other, {});
    QVERIFY(notice->isHidden()); // words change nothing of when it fires
    other.clause.threshold = 60;
    m_view->setRule(other, {});
    QVERIFY(notice->text().contains(u"has changed since"_s));
    QCOMPARE(rows(u"backtestFirings"_s), 3); // still there
    QSignalSpy finished(m_view.get(), &BacktestView::finished);
    notice->findChild<QPushButton *>()->click();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(notice->isHidden());
    m_view->setRule(other, u"It cannot be judged."_s);
    QVERIFY(!child<QAction>(u"backtestRun"_s)->isEnabled());
    QCOMPARE(child<QAction>(u"backtestRun"_s)->statusTip(), u"It cannot be judged."_s);
}

void TestBacktestView::anyRangeMayBeChosen()
{
    auto *range = child<QComboBox>(u"backtestRange"_s);
    range->setCurrentIndex(range->count() - 1);
    auto *from = child<QDateTimeEdit>(u"backtestFrom"_s);
    auto *to = child<QDateTimeEdit>(u"backtestTo"_s);
    QVERIFY(from->isVisible() && to->isVisible());
    from->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(m_from)));
    to->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(m_from + 10min)));
    run();
    QCOMPARE(rows(u"backtestFirings"_s), 1);
    to->setDateTime(from->dateTime());
    QVERIFY(!child<QAction>(u"backtestRun"_s)->isEnabled());
}

void TestBacktestView::nothingFired()
{
    m_view->setRule(parsed(u"Full: last(mem.used) > 1000"_s), {});
    run();
    QVERIFY2(summary().contains(u"would not have fired"_s), qPrintable(summary()));
    QCOMPARE(rows(u"backtestEntities"_s), 2); // and the chart shows how far it was away
    QVERIFY(!child<QAction>(u"backtestCopy"_s)->isEnabled());
    m_view->setRule(parsed(u"Far: last(disk.read_latency) > 1000"_s), {});
    run();
    QVERIFY(!child<QTreeView>(u"backtestFirings"_s)->isVisible());
}

void TestBacktestView::withoutHistory()
{
    open(m_store->folder.filePath(u"none.db"_s));
    run();
    QVERIFY(child<NoticeBar>(u"backtestNotice"_s)->text().contains(u"no history yet"_s));
    const QString path = m_store->folder.filePath(u"broken.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    open(path);
    run();
    QVERIFY(child<NoticeBar>(u"backtestNotice"_s)->text().contains(u"broken.db"_s));
}

void TestBacktestView::canBeCancelled()
{
    QSignalSpy finished(m_view.get(), &BacktestView::finished);
    auto *range = child<QComboBox>(u"backtestRange"_s);
    range->setCurrentIndex(2);
    m_view->run();
    QVERIFY(child<QPushButton>(u"backtestCancel"_s)->isVisible());
    QVERIFY(!child<QAction>(u"backtestRun"_s)->isEnabled());
    child<QPushButton>(u"backtestCancel"_s)->click();
    QVERIFY(!child<QPushButton>(u"backtestCancel"_s)->isVisible());
    QVERIFY(child<QAction>(u"backtestRun"_s)->isEnabled());
    // What was given up answers no more; the next one does.
    range->setCurrentIndex(0);
    run();
    QCOMPARE(rows(u"backtestFirings"_s), 3);
    QCOMPARE(finished.size(), 1);
}

QTEST_MAIN(TestBacktestView)
#include "tst_backtestview.moc"
