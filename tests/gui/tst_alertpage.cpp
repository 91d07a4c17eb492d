// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertkeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "widgets/alert/alertpage.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/alert/suppressdialog.h"
#include "widgets/kit/noticebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTimeEdit>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Labels alert(const QString &name, const QString &thing)
{
    return {{u"alertname"_s, name}, {u"host"_s, u"h1"_s}, {u"name"_s, thing}};
}

} // namespace

/// The page over a file in which a process of its own judges.
class TestAlertPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void cardsStandInTheirColumns();
    void keysLeadThroughTheBoard();
    void acknowledgingAndTakingItBack();
    void whatFollowsIsFolded();
    void silencesAreMadeAndEnded();
    void silencesComeBackWeekly();
    void holdsNeedAReason();
    void clocksRunAndStandStill();
    void filterFindsCards();
    void detailsTellWhy();
    void hostileLabelsArePlain();
    void incidentsAreFound();
    void readOnlyChangesNothing();
    void chartIsAKeyAway();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QListView *column(int number) const { return child<QListView>(u"board%1"_s.arg(number)); }
    QStringList cards(int number) const;
    void fire(const Labels &labels, Severity severity);
    void resolve(const Labels &labels);
    /// The judging process takes what is in the file, and the page sees what came of it.
    void judge(Milliseconds later = 1s);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        m_page->activateWindow(); // a dialog may have been open
        QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void giveAndJudge();
    bool isBadge(int number, const QString &badge) const
    {
        return QTest::qWaitFor([&] { return cards(number).join(u'|').contains(badge); }, 10'000);
    }

    std::unique_ptr<Store> m_store;
    FakeClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<AlertKeeper> m_keeper;
    std::unique_ptr<AlertDesk> m_desk;
    std::unique_ptr<AlertPage> m_page;
};

void TestAlertPage::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    InhibitRule down;
    (void)down.source.add(u"alertname"_s, u"HostDown"_s);
    (void)down.target.add(u"alertname"_s, u".*"_s);
    down.equal = {u"host"_s};
    m_keeper = std::make_unique<AlertKeeper>(AlertSettings(), std::vector{down});
    require(m_keeper->load(m_writer->database(), m_clock.now()));
    m_writer->setCompanion(m_keeper.get());
    m_desk = std::make_unique<AlertDesk>(m_store->path, u"eve@desk"_s);
    m_page = std::make_unique<AlertPage>(*m_desk, m_clock);
    new QAbstractItemModelTester(&m_page->board(), m_page.get());
    m_page->resize(1300, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_desk->follow();
}

void TestAlertPage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_writer->setCompanion(nullptr);
    m_writer.reset();
    m_keeper.reset();
    m_store.reset();
}

QStringList TestAlertPage::cards(int number) const
{
    QStringList texts;
    const QAbstractItemModel *model = column(number)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data().toString());
    return texts;
}

void TestAlertPage::fire(const Labels &labels, Severity severity)
{
    m_keeper->advanceTo(m_clock.now());
    m_keeper->engine().fire(labels, severity);
    judge();
}

void TestAlertPage::resolve(const Labels &labels)
{
    m_keeper->advanceTo(m_clock.now());
    m_keeper->engine().resolve(labels);
    judge();
}

void TestAlertPage::judge(Milliseconds later)
{
    m_clock.advance(later);
    m_keeper->advanceTo(m_clock.now());
    m_keeper->finish(m_writer->database());
    require(m_writer->storeCompanion());
}

void TestAlertPage::giveAndJudge()
{
    const auto waiting = [&] { return require(waitingCommands(m_writer->database())).size(); };
    QTRY_VERIFY(waiting() > 0);
    judge();
}

void TestAlertPage::cardsStandInTheirColumns()
{
    QTRY_VERIFY(m_desk->board().revision >= 0);
    fire(alert(u"Slow"_s, u"db"_s), Severity::P3);
    fire(alert(u"Down"_s, u"web"_s), Severity::P0);
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(0).size(), 1);
    QVERIFY(cards(0).front().startsWith(u"P0, Down, web · h1, New, due now"_s));
    QTRY_COMPARE(cards(1).size(), 1);
    QVERIFY(cards(2).isEmpty());
    QTRY_VERIFY(cards(3).size() == 1 && cards(3).front().contains(u"left to respond"_s));
    QCOMPARE(child<QLabel>(u"boardHead0"_s)->text(), u"P0 Unavailable (1)"_s);
    QCOMPARE(m_page->board().count().unanswered, 3);
    QCOMPARE(m_page->board().count().worst, Severity::P0);
    resolve(alert(u"Down"_s, u"web"_s));
    QVERIFY(isBadge(0, u"Resolved"_s)); // stays while it can be reopened
    QCOMPARE(m_page->board().count().unanswered, 2);
    judge(11min);
    QTRY_VERIFY(cards(0).isEmpty());
}

void TestAlertPage::keysLeadThroughTheBoard()
{
    fire(alert(u"A"_s, u"one"_s), Severity::P0);
    fire(alert(u"B"_s, u"two"_s), Severity::P2);
    fire(alert(u"C"_s, u"three"_s), Severity::P2);
    QTRY_COMPARE(cards(2).size(), 2);
    column(0)->setFocus();
    press(Qt::Key_Home);
    QCOMPARE(column(0)->selectionModel()->selectedIndexes().size(), 1);
    press(Qt::Key_Right);
    QVERIFY(column(1)->hasFocus()); // empty, and says so
    press(Qt::Key_Right);
    QVERIFY(column(2)->hasFocus());
    press(Qt::Key_Down);
    QCOMPARE(column(2)->currentIndex().row(), 1);
    // Only one column has a selection.
    QTRY_VERIFY(column(0)->selectionModel()->selectedIndexes().isEmpty());
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(column(2)->selectionModel()->selectedIndexes().size(), 2);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 2);
}

void TestAlertPage::acknowledgingAndTakingItBack()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_A);
    auto *notice = child<NoticeBar>(u"alertNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    giveAndJudge();
    QVERIFY(isBadge(1, u"Acknowledged"_s));
    QVERIFY(cards(1).front().contains(u"eve@desk"_s));
    QVERIFY(!cards(1).front().contains(u"left to respond"_s)); // the clock stopped
    QCOMPARE(m_page->board().count().unanswered, 0);
    QVERIFY(!child<QAction>(u"alertAck"_s)->isEnabled());
    notice->findChild<QPushButton *>()->click(); // takes it back
    giveAndJudge();
    QVERIFY(isBadge(1, u"New"_s));
    QVERIFY(cards(1).front().contains(u"left to respond"_s));
}

void TestAlertPage::whatFollowsIsFolded()
{
    fire(alert(u"HostDown"_s, u"h1"_s), Severity::P0);
    fire(alert(u"Slow"_s, u"db"_s), Severity::P3);
    QTRY_COMPARE(m_page->board().rowCount(), 2);
    QVERIFY(cards(3).isEmpty());
    QCOMPARE(column(0)->model()->index(0, 0).data(BoardModel::ChildrenRole).toInt(), 1);
    QCOMPARE(m_page->board().count().suppressed, 1);
    auto *hidden = child<QCheckBox>(u"alertShowHidden"_s);
    QTRY_VERIFY(hidden->text().contains(u"(1)"_s));
    hidden->click();
    QTRY_COMPARE(cards(3).size(), 1);
    QVERIFY(cards(3).front().contains(u"paused"_s)); // its clock stands still meanwhile
}

void TestAlertPage::silencesAreMadeAndEnded()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_S, Qt::ShiftModifier);
    auto *dialog = child<SuppressDialog>(u"suppressDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit *>(u"why"_s)->setText(u"known"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    giveAndJudge();
    QTRY_VERIFY(cards(1).isEmpty());
    auto *tabs = child<QTabWidget>(u"alertTabs"_s);
    tabs->setCurrentIndex(2);
    auto *windows = child<QTreeView>(u"windowList"_s);
    QTRY_COMPARE(windows->model()->rowCount(), 1);
    QCOMPARE(windows->model()->index(0, 1).data().toString(), u"in force"_s);
    QCOMPARE(windows->model()->index(0, 6).data().toString(), u"known"_s);
    windows->setFocus();
    windows->setCurrentIndex(windows->model()->index(0, 0));
    press(Qt::Key_Delete);
    giveAndJudge();
    QTRY_COMPARE(windows->model()->index(0, 1).data().toString(), u"over"_s);
    tabs->setCurrentIndex(0);
    QTRY_COMPARE(cards(1).size(), 1);
    QVERIFY(isBadge(1, u"New"_s));
}

void TestAlertPage::silencesComeBackWeekly()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_S, Qt::ShiftModifier);
    auto *dialog = child<SuppressDialog>(u"suppressDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    dialog->findChild<QComboBox *>(u"repeat"_s)->setCurrentIndex(1);
    QVERIFY(!dialog->findChild<QComboBox *>(u"length"_s)->isVisible());
    auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
    for (int day = 1; day <= 7; ++day)
        dialog->findChild<QCheckBox *>(u"day%1"_s.arg(day))->setChecked(false);
    QVERIFY(!confirm->isEnabled());
    for (int day = 1; day <= 7; ++day)
        dialog->findChild<QCheckBox *>(u"day%1"_s.arg(day))->setChecked(true);
    QVERIFY(confirm->isEnabled());
    auto *from = dialog->findChild<QTimeEdit *>(u"weeklyFrom"_s);
    dialog->findChild<QTimeEdit *>(u"weeklyTo"_s)->setTime(from->time()); // so all day, every day
    auto *zone = dialog->findChild<QComboBox *>(u"zone"_s);
    zone->setCurrentIndex(zone->findText(u"Europe/Berlin"_s));
    confirm->click();
    giveAndJudge();
    QTRY_VERIFY(cards(1).isEmpty());
    child<QTabWidget>(u"alertTabs"_s)->setCurrentIndex(2);
    auto *windows = child<QTreeView>(u"windowList"_s);
    QTRY_COMPARE(windows->model()->rowCount(), 1);
    QCOMPARE(windows->model()->index(0, 1).data().toString(), u"in force"_s);
    QVERIFY(windows->model()->index(0, 3).data().toString().contains(u"(Europe/Berlin)"_s));
    QCOMPARE(windows->model()->index(0, 4).data().toString(), u"without end"_s);
}

void TestAlertPage::holdsNeedAReason()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_H);
    auto *dialog = child<SuppressDialog>(u"suppressDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
    QVERIFY(!confirm->isEnabled());
    dialog->findChild<QLineEdit *>(u"why"_s)->setText(u"waits for a part"_s);
    QVERIFY(confirm->isEnabled());
    confirm->click();
    giveAndJudge();
    child<QCheckBox>(u"alertShowHidden"_s)->click();
    QVERIFY(isBadge(1, u"paused"_s));
}

void TestAlertPage::clocksRunAndStandStill()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QVERIFY(isBadge(1, u"59 min"_s));
    m_clock.advance(30min); // nobody judges meanwhile
    QVERIFY(isBadge(1, u"29 min"_s));
    m_clock.advance(31min);
    QVERIFY(isBadge(1, u"overdue by"_s));
}

void TestAlertPage::filterFindsCards()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    fire(alert(u"Loop"_s, u"web"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 2);
    auto *filter = child<QLineEdit>(u"alertFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"loop WEB"_s);
    QTRY_COMPARE(cards(1).size(), 1);
    QVERIFY(cards(1).front().contains(u"web"_s));
    press(Qt::Key_Escape);
    QTRY_COMPARE(cards(1).size(), 2);
}

void TestAlertPage::detailsTellWhy()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    auto *log = child<QListWidget>(u"alertLog"_s);
    QTRY_COMPARE(log->count(), 1);
    QVERIFY(log->item(0)->text().endsWith(u"Fired"_s));
    QString all;
    for (const QLabel *label : child<QWidget>(u"alertDetails"_s)->findChildren<QLabel *>())
        all += label->text() + u'\n';
    QVERIFY2(all.contains(u"Shown: Loop is firing."_s), qPrintable(all));
    QVERIFY2(all.contains(u"name = api"_s), qPrintable(all));
}

void TestAlertPage::hostileLabelsArePlain()
{
    fire({{u"alertname"_s, u"<b>bold</b>\n\x1b[31m\u202e"_s}, {u"name"_s, QString(1'000'000, u'x')}},
         Severity::P2);
    QTRY_COMPARE(cards(2).size(), 1);
    const QString card = cards(2).front();
    QVERIFY(card.contains(u"<b>bold</b>"_s)); // as text
    QVERIFY(!card.contains(u'\n') && !card.contains(QChar(0x1b)) && !card.contains(QChar(0x202e)));
    QVERIFY(card.size() < 1000);
    column(2)->setFocus();
    press(Qt::Key_Home);
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat() == Qt::RichText, false);
        QVERIFY(label->text().size() < 10'000);
    }
}

void TestAlertPage::incidentsAreFound()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    fire(alert(u"Slow"_s, u"db"_s), Severity::P3);
    resolve(alert(u"Loop"_s, u"api"_s));
    child<QTabWidget>(u"alertTabs"_s)->setCurrentIndex(1);
    auto *list = child<QTreeView>(u"incidentList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(child<QLabel>(u"incidentStatistics"_s)->text().contains(u"Resolved: 1 (mean"_s));
    QTest::keyClicks(child<QLineEdit>(u"incidentFilter"_s), u"db"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 2).data().toString(), u"Slow"_s);
    child<QComboBox>(u"incidentSeverity"_s)->setCurrentIndex(1); // P0
    QTRY_VERIFY(!list->isVisible());
}

void TestAlertPage::readOnlyChangesNothing()
{
    m_page->setReadOnly(true);
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_A);
    for (const QString &name : {u"alertAck"_s, u"alertSilenceHour"_s, u"alertHold"_s}) {
        QVERIFY(!child<QAction>(name)->isEnabled());
        QVERIFY(!child<QAction>(name)->statusTip().isEmpty());
    }
    QVERIFY(require(waitingCommands(m_writer->database())).empty());
}

void TestAlertPage::chartIsAKeyAway()
{
    fire(alert(u"Loop"_s, u"api"_s), Severity::P1);
    QTRY_COMPARE(cards(1).size(), 1);
    int wanted = 0;
    connect(m_page.get(), &AlertPage::chartWanted, this, [&](const BoardCard &card) {
        ++wanted;
        QCOMPARE(labelOf(card.alert.labels, u"name"_s), u"api"_s);
    });
    column(1)->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QCOMPARE(wanted, 1);
    press(Qt::Key_C);
    QCOMPARE(wanted, 2);
}

QTEST_MAIN(TestAlertPage)
#include "tst_alertpage.moc"
