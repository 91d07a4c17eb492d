// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historyservice.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"
#include "widgets/inventory/listcolumns.h"
#include "widgets/inventory/toppanel.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// "Who uses most" on a history of a quarter of an hour: guest0 ... guest24 use 0 ... 24 % of the CPU, but
/// guest24 only began after three quarters of it. Now it is the other way round.
class TestTopPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nowAndOverTheRange();
    void saysHowMuchWasMeasured();
    void anotherRangeIsReadAtOnce();
    void foldsByTag();
    void tagAndEntityAreChosenByKey();
    void moreThanFive();
    void copiesTextAndCsv();
    void choiceComesBack();
    void withoutFiguresItSaysSo();
    void thousandsAreReadWithoutStoppingTheWindow();
    void aRangeThatMovesOnIsReadAtItsPace();
    void pace_data();
    void pace();

private:
    QTreeWidget &rows() { return *m_panel->findChild<QTreeWidget *>(u"top"_s); }
    QString row(int number)
    {
        const QTreeWidgetItem *item = rows().topLevelItem(number);
        QStringList cells;
        for (int column = 0; item && column < rows().columnCount(); ++column) {
            if (!rows().isColumnHidden(column))
                cells.append(item->text(column));
        }
        return cells.join(u" | "_s);
    }
    void lookAtTheRange() { QTest::keyClick(m_panel->findChild<QComboBox *>(u"topWhen"_s), Qt::Key_Down); }
    QAction &action(const QString &name) { return *m_panel->findChild<QAction *>(name); }

    static constexpr int kGuests = 25;
    static constexpr TimeRange kRange{fromMillis(1'700'000'000'000), fromMillis(1'700'000'900'000)};
    Store m_store;
    std::vector<EntityId> m_ids;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<InventoryModel> m_model;
    std::unique_ptr<TopPanel> m_panel;
};

void TestTopPanel::initTestCase()
{
    const auto writer = m_store.writer();
    std::vector<SeriesId> series;
    for (int i = 0; i < kGuests; ++i) {
        m_ids.push_back(require(writer->entity(vmInfo(i), second(0))));
        series.push_back(require(writer->series(m_ids.back(), MetricId::CpuHostPercent, {})));
    }
    for (int at = 0; at < 900; ++at) {
        std::vector<SeriesValue> values;
        for (int i = 0; i < kGuests; ++i) {
            if (i + 1 < kGuests || at >= 675)
                values.push_back({series[static_cast<std::size_t>(i)], i * 1.0});
        }
        VERIFY_OK(writer->append(second(at), values));
    }
}

void TestTopPanel::init()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_history = std::make_unique<HistoryService>(m_store.path);
    m_model = std::make_unique<InventoryModel>();
    LiveUpdate update;
    for (int i = 0; i < kGuests; ++i) {
        const EntityId id = m_ids[static_cast<std::size_t>(i)];
        update.entities.push_back({id, vmInfo(i), SourceId{0}, second(0)});
        update.figures.push_back({id, MetricId::CpuHostPercent, second(900), 30.0 - i});
    }
    m_model->apply(update);
    m_panel = std::make_unique<TopPanel>(*m_model);
    m_panel->setHistory(*m_history);
    m_panel->setRange(kRange);
    m_panel->resize(420, 240);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestTopPanel::cleanup()
{
    m_panel.reset();
    m_model.reset();
    m_history.reset();
}

void TestTopPanel::nowAndOverTheRange()
{
    QCOMPARE(row(0), u"guest0 | 30.0 %"_s);
    QCOMPARE(rows().topLevelItemCount(), 5);
    QVERIFY(rows().isHeaderHidden());
    lookAtTheRange();
    QTRY_COMPARE(row(1), u"guest23 | 23.0 % | 23.0 % | 100 %"_s);
    QVERIFY(!rows().isHeaderHidden());
    QVERIFY(rows().accessibleName().contains(u"range"_s));
    QTest::keyClick(m_panel->findChild<QComboBox *>(u"topWhen"_s), Qt::Key_Up);
    QCOMPARE(row(0), u"guest0 | 30.0 %"_s);
}

void TestTopPanel::saysHowMuchWasMeasured()
{
    lookAtTheRange();
    // 24 % in the quarter that is known; not 6 % of the whole, and not silently 24 % either.
    QTRY_COMPARE(row(0), u"guest24 | 24.0 % | 24.0 % | 25 %"_s);
    QVERIFY(!rows().isColumnHidden(3));
    QVERIFY(rows().topLevelItem(0)->toolTip(0).contains(u"only 25 % of the range"_s));
    QVERIFY(rows().topLevelItem(1)->toolTip(0).isEmpty());
    // Where everything is measured there is nothing to tell.
    m_panel->setRange({second(700), second(900)});
    QTRY_VERIFY(rows().isColumnHidden(3));
    QCOMPARE(row(0), u"guest24 | 24.0 % | 24.0 %"_s);
}

void TestTopPanel::anotherRangeIsReadAtOnce()
{
    lookAtTheRange();
    QTRY_VERIFY(row(0).startsWith(u"guest24"_s));
    m_panel->setRange({second(0), second(600)});
    QTRY_COMPARE(row(0), u"guest23 | 23.0 % | 23.0 %"_s);
    m_panel->setRange({second(-5000), second(-4000)});
    QTRY_COMPARE(row(0), u"Nobody is known to use any. | — | —"_s);
}

void TestTopPanel::foldsByTag()
{
    m_model->setTags({{m_ids[0], {u"prod"_s}}, {m_ids[1], {u"prod"_s, u"web"_s}}, {m_ids[24], {u"web"_s}}});
    action(u"topByTag"_s).trigger();
    QCOMPARE(row(0), u"prod (2) | 59.0 %"_s);
    QCOMPARE(row(1), u"web (2) | 35.0 %"_s);
    QVERIFY2(row(2).startsWith(u"Without a tag (22) | "_s), qPrintable(row(2)));
    auto *note = m_panel->findChild<QLabel *>(u"topNote"_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"1 item(s) with several tags count under each of them."_s);
    lookAtTheRange();
    // guest0 used nothing and guest1 one per cent; of guest24 a quarter is known: 62.5 % of both on average.
    QTRY_COMPARE(row(0), u"web (2) | 7.0 % | 25.0 % | 62 %"_s);
    QCOMPARE(row(1), u"prod (2) | 1.0 % | 1.0 % | 100 %"_s);
    action(u"topByTag"_s).trigger();
    QVERIFY(!note->isVisible());
}

void TestTopPanel::tagAndEntityAreChosenByKey()
{
    const QSignalSpy entity(m_panel.get(), &TopPanel::entityChosen);
    QSignalSpy tag(m_panel.get(), &TopPanel::tagChosen);
    m_panel->focusRows();
    QVERIFY(rows().hasFocus());
    QTest::keyClick(&rows(), Qt::Key_Down);
    QTest::keyClick(&rows(), Qt::Key_Return);
    QCOMPARE(entity.size(), 1);
    QCOMPARE(entity.front().front().value<EntityId>(), m_ids[1]);
    m_model->setTags({{m_ids[3], {u"prod"_s}}});
    action(u"topByTag"_s).trigger();
    QTest::keyClick(&rows(), Qt::Key_Home);
    QTest::keyClick(&rows(), Qt::Key_Return);
    QCOMPARE(tag.size(), 1);
    QCOMPARE(tag.front().front().toString(), u"prod"_s);
    QTest::keyClick(&rows(), Qt::Key_Down); // who has no tag has no name to look for
    QTest::keyClick(&rows(), Qt::Key_Return);
    QCOMPARE(tag.size() + entity.size(), 2);
}

void TestTopPanel::moreThanFive()
{
    const int five = rows().height();
    action(u"topCount-20"_s).trigger();
    QCOMPARE(rows().topLevelItemCount(), 20);
    QVERIFY(rows().height() > five);
    QVERIFY(rows().height() < 3 * five); // what does not fit is scrolled
    action(u"topCount-10"_s).trigger();
    QCOMPARE(rows().topLevelItemCount(), 10);
}

void TestTopPanel::copiesTextAndCsv()
{
    m_panel->focusRows();
    QTest::keyClick(&rows(), Qt::Key_C, Qt::ControlModifier);
    QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), qsizetype(6));
    QCOMPARE(lines[0], u"Name\tCPU of host %"_s);
    QCOMPARE(lines[1], u"guest0\t30.0 %"_s);
    lookAtTheRange();
    QTRY_VERIFY(row(0).startsWith(u"guest24"_s));
    action(u"topCopyCsv"_s).trigger();
    lines = QApplication::clipboard()->text().split(u"\r\n"_s);
    QCOMPARE(lines[0], u"Name,Mean,95 % below,Measured"_s);
    QCOMPARE(lines[1], u"guest24,24.0 %,24.0 %,25 %"_s);
    QCOMPARE(lines.size(), qsizetype(7)); // the last line has an end
}

void TestTopPanel::choiceComesBack()
{
    const QSignalSpy changed(m_panel.get(), &TopPanel::choiceChanged);
    TopPanel::Choice choice{Figure::DiskTotal, true, {10, true}};
    m_panel->setChoice(choice);
    QCOMPARE(m_panel->choice(), choice);
    QVERIFY(!changed.isEmpty());
    listcolumns::State state;
    state.top = choice;
    state.filter = u"kind:vm \"a b\""_s;
    const auto restored = listcolumns::restored(listcolumns::save(state));
    QVERIFY(restored);
    QCOMPARE(restored->top, choice);
    QCOMPARE(restored->filter, state.filter);
    // A file that somebody else has edited.
    choice.list.count = 7;
    choice.figure = Figure::Uptime;
    m_panel->setChoice(choice);
    QCOMPARE(m_panel->choice().list.count, std::size_t(10));
    QCOMPARE(m_panel->choice().figure, Figure::DiskTotal);
}

void TestTopPanel::withoutFiguresItSaysSo()
{
    QTest::keyClick(m_panel->findChild<QComboBox *>(u"topFigure"_s), Qt::Key_End); // network
    QCOMPARE(row(0), u"Nobody is known to use any. | —"_s);
    const QSignalSpy entity(m_panel.get(), &TopPanel::entityChosen);
    m_panel->focusRows();
    QTest::keyClick(&rows(), Qt::Key_Return);
    QTest::keyClick(&rows(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Name\tNetwork"_s);
    QCOMPARE(entity.size(), 0);
}

void TestTopPanel::thousandsAreReadWithoutStoppingTheWindow()
{
    const Store store;
    std::vector<EntityId> ids;
    LiveUpdate update;
    {
        const auto writer = store.writer();
        std::vector<SeriesValue> values;
        for (int i = 0; i < 2000; ++i) {
            ids.push_back(require(writer->entity(vmInfo(i), second(0))));
            values.push_back({require(writer->series(ids.back(), MetricId::CpuHostPercent, {})), i / 100.0});
            update.entities.push_back({ids.back(), vmInfo(i), SourceId{0}, second(0)});
        }
        for (int at = 0; at < 900; at += 5)
            VERIFY_OK(writer->append(second(at), values));
    }
    InventoryModel model;
    model.apply(update);
    HistoryService history(store.path);
    TopPanel panel(model);
    panel.setHistory(history);
    panel.setChoice({Figure::CpuHost, true, {}});
    panel.resize(420, 240);
    panel.show();
    auto *rows = panel.findChild<QTreeWidget *>(u"top"_s);
    QElapsedTimer timer;
    timer.start();
    panel.setRange(kRange);
    QVERIFY(rows->topLevelItem(0)->text(0) != u"guest1999"_s); // read aside; nobody waited for it
    QTRY_COMPARE_WITH_TIMEOUT(rows->topLevelItem(0)->text(0), u"guest1999"_s, 30'000);
    qInfo() << "2,000 VMs over a quarter of an hour:" << timer.elapsed() << "ms";
}

void TestTopPanel::aRangeThatMovesOnIsReadAtItsPace()
{
    HistoryService history(m_store.path);
    TopFeed feed(history);
    QSignalSpy asking(&feed, &TopFeed::asking);
    const QSignalSpy answered(&feed, &TopFeed::answered);
    const auto ask = [&](TimeRange range) { feed.ask({m_ids, {MetricId::CpuHostPercent}, range}); };
    ask({second(0), second(300)});
    QTRY_COMPARE(answered.size(), 1);
    for (int i = 1; i < 8; ++i)
        ask({second(i), second(300 + i)}); // as the charts do while they follow
    QTest::qWait(300);
    QCOMPARE(asking.size(), 1);
    ask({second(100), second(200)}); // somebody has zoomed
    QCOMPARE(asking.size(), 2);
    feed.cancel(); // and looks elsewhere
    QVERIFY(!feed.isAsking());
    QTest::qWait(300);
    QCOMPARE(answered.size(), 1);
}

void TestTopPanel::pace_data()
{
    QTest::addColumn<qint64>("range");
    QTest::addColumn<qint64>("cost");
    QTest::addColumn<qint64>("pace");
    QTest::newRow("short and cheap") << qint64(300'000) << qint64(20) << qint64(10'000);
    QTest::newRow("an hour") << qint64(3'600'000) << qint64(20) << qint64(30'000);
    QTest::newRow("a day") << qint64(86'400'000) << qint64(20) << qint64(60'000);
    QTest::newRow("a day, and reading takes long") << qint64(86'400'000) << qint64(5'000) << qint64(100'000);
}

void TestTopPanel::pace()
{
    QFETCH(qint64, range);
    QFETCH(qint64, cost);
    QFETCH(qint64, pace);
    QCOMPARE(qint64(TopFeed::pace(Milliseconds(range), Milliseconds(cost)).count()), pace);
}

QTEST_MAIN(TestTopPanel)
#include "tst_toppanel.moc"
