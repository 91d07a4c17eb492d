// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeengine.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/theme.h"
#include "widgets/operate/log/loglist.h"
#include "widgets/operate/log/logwindow.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QtEndian>
#include <ctime>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What this thread has computed so far; what others compute on the same processors does not count.
double threadMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace

// The window of a log, by keyboard, over an engine that says what it is told to.
class TestLogWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void followsUntilScrolledUp();
    void staysWhereItIsWhileLinesAreDropped();
    void findsByKeyboard();
    void brokenExpressionIsTold();
    void hidesWhatDoesNotMatch();
    void showsOneStream();
    void copiesSelectedLines();
    void savesToAFile();
    void endIsToldAndReconnects();
    void emptyLogSaysSo();
    void closesByKeyboard();
    void staysQuickWithManyLines();
    void everyControlHasAName();
    void looksRight();

private:
    static QByteArray frame(char stream, const QByteArray &text)
    {
        QByteArray header(8, '\0');
        header[0] = stream;
        qToBigEndian(static_cast<quint32>(text.size()), header.data() + 4);
        return header + text;
    }
    static QByteArray line(int second, const QByteArray &text, char stream = 1)
    {
        const QByteArray minute = QByteArray::number(second / 60 % 60).rightJustified(2, '0');
        return frame(stream, "2026-11-24T03:" + minute + ':'
                                 + QByteArray::number(second % 60).rightJustified(2, '0') + ".250000000Z "
                                 + text + '\n');
    }
    static QByteArray numbered(int from, int to)
    {
        QByteArray text;
        for (int i = from; i < to; ++i)
            text += line(i, "line " + QByteArray::number(i), i % 10 == 0 ? 2 : 1);
        return text;
    }
    /// Opens the window on a log that goes on, and waits for the lines.
    void open(const QByteArray &body, int lines)
    {
        m_engine->answer("/logs", {body, 200, FakeEngine::Manner::Stream});
        m_window = std::make_unique<LogWindow>(u"web"_s, u"podman://"_s + m_dir->filePath(u"e.sock"_s),
                                               u"container:h/"_s + QString(64, u'a'), LogTiming{20'000ms, 20ms},
                                               nullptr);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->log().model().rowCount(), lines, 20'000);
    }
    void push(const QByteArray &text) { m_engine->push(text.chopped(1)); } // the double adds the line end
    LogList *list() const { return m_window->findChild<LogList *>(u"logLines"_s); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    QLineEdit *field() const { return m_window->findChild<QLineEdit *>(u"logFind"_s); }
    QString label(const QString &name) const { return m_window->findChild<QLabel *>(name)->text(); }
    QToolButton *toggle(const QString &name) const { return m_window->findChild<QToolButton *>(name); }
    QScrollBar *scroll() const { return list()->verticalScrollBar(); }
    QString current() const { return list()->currentIndex().data().toString(); }
    QString top() const { return list()->indexAt({2, 2}).data().toString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<LogWindow> m_window;
};

void TestLogWindow::init()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_dir = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<FakeEngine>(m_dir->filePath(u"e.sock"_s));
    m_engine->answer("/json", {"{\"Id\":\"" + QByteArray(64, 'a') + "\",\"State\":{\"Status\":\"exited\"}}"});
    m_engine->answer("follow=false", {{}, 500});
}

void TestLogWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestLogWindow::followsUntilScrolledUp()
{
    open(numbered(0, 500), 500);
    QAction *follow = action(u"logFollow"_s);
    QVERIFY(follow->isChecked());
    QTRY_COMPARE(scroll()->value(), scroll()->maximum());
    push(line(500, "line 500"));
    QTRY_COMPARE(m_window->log().model().rowCount(), 501);
    QTRY_COMPARE(scroll()->value(), scroll()->maximum());
    QTest::keyClick(list(), Qt::Key_PageUp);
    QVERIFY(!follow->isChecked());
    QTest::keyClick(list(), Qt::Key_Home);
    QTRY_COMPARE(top(), u"line 0"_s);
    push(line(501, "line 501"));
    QTRY_COMPARE(m_window->log().model().rowCount(), 502);
    QTest::qWait(50);
    QCOMPARE(top(), u"line 0"_s);
    QTest::keyClick(list(), Qt::Key_End);
    QVERIFY(follow->isChecked());
    QTRY_COMPARE(scroll()->value(), scroll()->maximum());
    scroll()->triggerAction(QAbstractSlider::SliderSingleStepSub); // as the wheel does
    QVERIFY(!follow->isChecked());
    follow->trigger();
    QTRY_COMPARE(scroll()->value(), scroll()->maximum());
}

void TestLogWindow::staysWhereItIsWhileLinesAreDropped()
{
    LogModel model;
    LogList view(model, nullptr);
    view.setFollowing(false);
    view.resize(300, 200);
    view.show();
    const auto add = [&model](int from, int to) {
        std::vector<LogLine> lines;
        for (int i = from; i < to; ++i)
            lines.push_back({0, LogOrigin::Output, 0, u"line %1"_s.arg(i)});
        model.append(std::move(lines));
    };
    const auto most = static_cast<int>(LogModel::kMostLines);
    add(0, most);
    QCoreApplication::processEvents();
    view.setCurrentIndex(model.index(3));
    view.verticalScrollBar()->setValue(5000);
    QCOMPARE(view.indexAt({2, 2}).data().toString(), u"line 5000"_s);
    add(most, most + 700);
    QTRY_COMPARE(view.indexAt({2, 2}).data().toString(), u"line 5000"_s);
    QVERIFY(!view.currentIndex().isValid()); // it was dropped, and no other took its place
}

void TestLogWindow::findsByKeyboard()
{
    open(numbered(0, 300), 300);
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), u"Line 2"_s);
    QTRY_COMPARE(label(u"logCount"_s), u"111 line(s)"_s);
    QTest::keyClick(field(), Qt::Key_Home); // in the text
    QTest::keyClick(list(), Qt::Key_Home);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(current(), u"line 2"_s);
    QCOMPARE(label(u"logCount"_s), u"1 of 111"_s);
    QVERIFY(!action(u"logFollow"_s)->isChecked());
    QTest::keyClick(field(), Qt::Key_F3);
    QCOMPARE(current(), u"line 20"_s);
    QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(current(), u"line 299"_s); // round
    QCOMPARE(label(u"logCount"_s), u"111 of 111"_s);
    QTest::keyClick(field(), Qt::Key_F3);
    QCOMPARE(current(), u"line 2"_s);
    toggle(u"logMatchCase"_s)->click();
    QTRY_COMPARE(label(u"logCount"_s), u"Not found"_s);
    toggle(u"logMatchCase"_s)->click();
    QTRY_COMPARE(label(u"logCount"_s), u"1 of 111"_s);
    push(line(300, "line 2 again")); // found without being asked again
    QTRY_COMPARE(label(u"logCount"_s), u"1 of 112"_s);
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
}

void TestLogWindow::brokenExpressionIsTold()
{
    open(numbered(0, 30), 30);
    toggle(u"logExpression"_s)->click();
    m_window->findChild<QToolButton *>(u"logOnly"_s)->click();
    QTest::keyClicks(field(), u"line (2|"_s);
    auto *problem = m_window->findChild<QLabel *>(u"logFindProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"at character 9"_s), qPrintable(problem->text()));
    QCOMPARE(field()->accessibleDescription(), problem->text());
    QCOMPARE(m_window->log().model().rowCount(), 30); // hides nothing
    QTest::keyClicks(field(), u"3)$"_s);
    QTRY_VERIFY(!problem->isVisible());
    QTRY_COMPARE(m_window->log().model().rowCount(), 2);
}

void TestLogWindow::hidesWhatDoesNotMatch()
{
    open(numbered(0, 300), 300);
    field()->setText(u"line 29"_s);
    toggle(u"logOnly"_s)->click();
    QTRY_COMPARE(m_window->log().model().rowCount(), 11);
    QCOMPARE(label(u"logStatus"_s), u"300 line(s), 11 of them shown"_s);
    field()->setText(u"nowhere"_s);
    QTRY_COMPARE(m_window->log().model().rowCount(), 0);
    QTRY_VERIFY(!list()->isVisible());
    QVERIFY(!action(u"logSave"_s)->isEnabled());
    field()->clear();
    QTRY_COMPARE(m_window->log().model().rowCount(), 300);
    QVERIFY(list()->isVisible());
}

void TestLogWindow::showsOneStream()
{
    open(numbered(0, 50), 50);
    auto *streams = m_window->findChild<QComboBox *>(u"logStreams"_s);
    QTest::keyClick(streams, Qt::Key_Down);
    QCOMPARE(m_window->log().model().rowCount(), 45);
    QTest::keyClick(streams, Qt::Key_Down);
    QCOMPARE(m_window->log().model().rowCount(), 5);
    QCOMPARE(m_window->log().model().index(1).data().toString(), u"line 10"_s);
}

void TestLogWindow::copiesSelectedLines()
{
    open(numbered(0, 50), 50);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Home);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"line 1\nline 2\n"_s);
    action(u"logTimes"_s)->trigger();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"2026-11-24T03:00:01.250000000Z stdout line 1\n"
                                                "2026-11-24T03:00:02.250000000Z stdout line 2\n"_s);
    list()->clearSelection();
    action(u"logTimes"_s)->trigger();
    action(u"logCopy"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), qsizetype(50));
    // In the field, Ctrl+C is about the field.
    field()->setText(u"mine"_s);
    field()->setFocus();
    field()->selectAll();
    QTest::keyClick(field(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
}

void TestLogWindow::savesToAFile()
{
    open(numbered(0, 50), 50);
    QTest::keyClick(list(), Qt::Key_S, Qt::ControlModifier);
    auto *dialog = m_window->findChild<QFileDialog *>(u"saveLogDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"/web.log"_s));
    const QString path = m_dir->filePath(u"out.log"_s);
    push(line(50, "later")); // what was shown when it was asked for is saved
    QTRY_COMPARE(m_window->log().model().rowCount(), 51);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    auto *notice = m_window->findChild<NoticeBar *>();
    QTRY_COMPARE(notice->text(), u"Saved as %1."_s.arg(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), qsizetype(51));
    QCOMPARE(lines[10], "2026-11-24T03:00:10.250000000Z stderr line 10");
    action(u"logSave"_s)->trigger();
    dialog = m_window->findChild<QFileDialog *>(u"saveLogDialog"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(u"/nowhere/at/all.log"_s);
    dialog->close();
    QTRY_COMPARE(notice->text(), u"/nowhere/at/all.log was not found."_s);
}

void TestLogWindow::endIsToldAndReconnects()
{
    open(numbered(0, 5), 5);
    auto *notice = m_window->findChild<NoticeBar *>();
    QVERIFY(!notice->isVisible());
    QVERIFY(!action(u"logReconnect"_s)->isEnabled());
    m_engine->hangUp();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().startsWith(u"The container has ended"_s), qPrintable(notice->text()));
    m_engine->answer("since=", {numbered(3, 8), 200, FakeEngine::Manner::Stream});
    notice->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QTRY_COMPARE(m_window->log().model().rowCount(), 8);
    QTRY_VERIFY(!notice->isVisible());
    m_engine->answer("/json", {"{}", 404});
    m_engine->hangUp();
    QTRY_VERIFY(notice->text().contains(u"does not exist any more"_s));
    QCOMPARE(m_window->log().model().rowCount(), 8);
    m_engine->answer("since=", {"{\"message\":\"the driver cannot\"}", 500});
    QTest::keyClick(list(), Qt::Key_F5);
    QTRY_VERIFY2(notice->text().endsWith(u"the driver cannot"_s), qPrintable(notice->text()));
    m_engine.reset();
    QTest::keyClick(list(), Qt::Key_F5);
    QTRY_VERIFY(notice->text().startsWith(u"The engine cannot be reached"_s));
}

void TestLogWindow::emptyLogSaysSo()
{
    open({}, 0);
    QTRY_COMPARE(m_window->log().state(), LogState::Following);
    QVERIFY(!list()->isVisible());
    push(line(1, "at last"));
    QTRY_VERIFY(list()->isVisible());
}

void TestLogWindow::closesByKeyboard()
{
    open(numbered(0, 5), 5);
    QTest::keyClick(list(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestLogWindow::staysQuickWithManyLines()
{
    open(numbered(0, 100'000), 100'000);
    const double before = threadMilliseconds();
    LogModel &model = m_window->log().model();
    constexpr int kRounds = 10;
    for (int i = 0; i < kRounds; ++i) {
        std::vector<LogLine> lines;
        for (int j = 0; j < 100; ++j)
            lines.push_back({1, LogOrigin::Output, 0, u"fresh %1"_s.arg(j)});
        model.append(std::move(lines));
        QCoreApplication::processEvents();
    }
    const double each = (threadMilliseconds() - before) / kRounds;
    qInfo("a delivery into 100,000 lines takes %.1f ms of a processor", each);
    QVERIFY2(each < 100, qPrintable(QString::number(each))); // as many as ten a second come
    QElapsedTimer timer;
    timer.start();
    field()->setText(u"99"_s);
    QTRY_VERIFY(!model.found().empty() && !model.isSearching());
    qInfo("finding in 100,000 lines took %lld ms", timer.elapsed());
}

void TestLogWindow::everyControlHasAName()
{
    open(numbered(0, 5), 5);
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
    QAccessibleInterface *lines = QAccessible::queryAccessibleInterface(list());
    QCOMPARE(lines->childCount(), 5);
    QCOMPARE(lines->child(0)->text(QAccessible::Name), u"Error output: line 0"_s);
}

void TestLogWindow::looksRight()
{
    const QByteArray log = line(1, "10.0.0.7 - - \"GET /health HTTP/1.1\" 200 15 \"-\" \"probe/1.4\"")
                           + line(2, "\x1b[33mwarn\x1b[0m: slow request: 1834 ms for /orders?page=12")
                           + line(3, "error: connection to db:5432 refused, retrying in 2 s", 2)
                           + line(4, "Traceback (most recent call last):", 2)
                           + line(5, "  File \"/app/pool.py\", line 88, in acquire", 2)
                           + line(6, "\tConnectionError: refused", 2) + line(7, "retrying … 已重新连接")
                           + line(8, "connection to db:5432 established");
    QByteArray many;
    for (int i = 0; i < 12; ++i)
        many += log;
    open(many, 96);
    field()->setText(u"connection"_s);
    QTRY_COMPARE(label(u"logCount"_s), u"36 line(s)"_s);
    action(u"logTimes"_s)->trigger();
    QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(label(u"logCount"_s), u"36 of 36"_s);
    m_window->resize(1100, 620);
    const QString folder = qEnvironmentVariable("STRATADECK_SCREENSHOTS", m_dir->path());
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme);
        QCoreApplication::processEvents();
        const QPixmap picture = m_window->grab();
        const bool isDark = theme == ThemeChoice::Dark;
        QVERIFY(picture.save(folder + (isDark ? u"/log-dark.png"_s : u"/log-light.png"_s)));
        // What was found is marked in some line, in both looks.
        const Theme &colours = isDark ? darkTheme() : lightTheme();
        const QColor mark = colours.tint(Tone::Warning);
        for (const QColor &text : {colours.text, colours.tone(Tone::Problem)}) {
            for (const QColor &ground : {mark, colours.base, colours.selection})
                QVERIFY(contrastRatio(text, ground) >= 4.5);
        }
        const QImage image = list()->viewport()->grab().toImage();
        int marked = 0;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                marked += image.pixelColor(x, y) == mark ? 1 : 0;
        QVERIFY2(marked > 100, qPrintable(QString::number(marked)));
    }
}

QTEST_MAIN(TestLogWindow)
#include "tst_logwindow.moc"
