// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/commandpalette.h"
#include "widgets/kit/palettemodel.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void runsTheBestByKeyboard();
    void keysMoveAndWrap();
    void escapeGivesTheFocusBack();
    void greyedRowsStayAndSayWhy();
    void remembersWhatWasUsed();
    void clickElsewhereCloses();
    void clickRuns();
    void focusElsewhereCloses();
    void rowsAreNamed();
    void fitsItsWindow_data();
    void fitsItsWindow();

private:
    std::vector<PaletteItem> items();
    QString current() const { return m_list->currentIndex().data().toString(); }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    CommandPalette *m_palette = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    QStringList m_ran;
};

void TestCommandPalette::init()
{
    m_ran.clear();
    m_window = std::make_unique<QWidget>();
    m_before = new QLineEdit(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_before);
    layout->addStretch();
    m_palette = new CommandPalette(m_window.get());
    m_search = m_palette->findChild<QLineEdit *>(u"paletteSearch"_s);
    m_list = m_palette->findChild<QListView *>(u"paletteList"_s);
    m_window->resize(900, 600);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_before->setFocus();
}

void TestCommandPalette::cleanup()
{
    m_window.reset();
}

std::vector<PaletteItem> TestCommandPalette::items()
{
    std::vector<PaletteItem> made;
    for (const QString &text : {u"Pause"_s, u"Stop"_s, u"Start"_s, u"web"_s}) {
        PaletteItem item;
        item.id = u"id:"_s + text;
        item.text = text;
        item.detail = u"Test"_s;
        item.run = [this, text] { m_ran.append(text); };
        made.push_back(item);
    }
    made[1].enabled = false;
    made[1].reason = u"It does not run."_s;
    return made;
}

void TestCommandPalette::runsTheBestByKeyboard()
{
    m_palette->open(items());
    QVERIFY(m_search->hasFocus());
    QCOMPARE(m_list->model()->rowCount(), 4);
    QTest::keyClicks(m_search, u"we"_s);
    QCOMPARE(current(), u"web"_s);
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(m_ran, QStringList{u"web"_s});
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_before->hasFocus());
}

void TestCommandPalette::keysMoveAndWrap()
{
    m_palette->open(items());
    QCOMPARE(current(), u"Pause"_s);
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(current(), u"Stop"_s);
    QTest::keyClick(m_search, Qt::Key_PageDown);
    QCOMPARE(current(), u"web"_s);
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(current(), u"Pause"_s);
    QTest::keyClick(m_search, Qt::Key_Up);
    QCOMPARE(current(), u"web"_s);
    QTest::keyClick(m_search, Qt::Key_PageUp);
    QCOMPARE(current(), u"Pause"_s);
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    m_palette->open(items());
    QTest::keyClick(m_search, Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_before->hasFocus());
    QVERIFY(m_ran.isEmpty());
    m_palette->open(items());
    QCOMPARE(m_search->text(), QString());
}

void TestCommandPalette::greyedRowsStayAndSayWhy()
{
    m_palette->open(items());
    QTest::keyClicks(m_search, u"stop"_s);
    QCOMPARE(current(), u"Stop"_s);
    QTest::keyClick(m_search, Qt::Key_Return);
    QVERIFY(m_ran.isEmpty());
    QVERIFY(m_palette->isVisible());
    QCOMPARE(m_search->accessibleDescription(), u"Stop, Test, It does not run."_s);
}

void TestCommandPalette::remembersWhatWasUsed()
{
    m_palette->setRecent({u"id:Start"_s});
    m_palette->open(items());
    QCOMPARE(current(), u"Start"_s);
    QTest::keyClicks(m_search, u"web"_s);
    QTest::keyClick(m_search, Qt::Key_Enter);
    QCOMPARE(m_palette->recent(), (QStringList{u"id:web"_s, u"id:Start"_s}));
    m_palette->open(items());
    QCOMPARE(current(), u"web"_s);
    QStringList many;
    for (int i = 0; i < 100; ++i)
        many.append(QString::number(i));
    m_palette->setRecent(many);
    QCOMPARE(m_palette->recent().size(), CommandPalette::kMostRemembered);
}

void TestCommandPalette::clickElsewhereCloses()
{
    m_palette->open(items());
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {5, 590});
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_ran.isEmpty());
}

void TestCommandPalette::clickRuns()
{
    m_palette->open(items());
    const QRect row = m_list->visualRect(m_list->model()->index(2, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_ran, QStringList{u"Start"_s});
    QVERIFY(!m_palette->isVisible());
}

void TestCommandPalette::focusElsewhereCloses()
{
    m_palette->open(items());
    m_before->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(!m_palette->isVisible());
    QVERIFY(m_before->hasFocus());
}

void TestCommandPalette::rowsAreNamed()
{
    m_palette->open(items());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list);
    QVERIFY(list);
    QCOMPARE(list->childCount(), 4);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Stop, Test, It does not run."_s);
    QTest::keyClicks(m_search, u"qqq"_s);
    const auto labels = m_palette->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, &QLabel::isVisible));
    QVERIFY(!m_list->isVisible());
}

void TestCommandPalette::fitsItsWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(320, 200);
    QTest::newRow("wide") << QSize(2560, 1440);
}

void TestCommandPalette::fitsItsWindow()
{
    QFETCH(QSize, size);
    m_palette->open(items());
    m_window->resize(size);
    QTRY_VERIFY(m_window->rect().contains(m_palette->geometry()));
    QVERIFY(m_palette->width() <= 620);
    const int middle = m_palette->geometry().center().x();
    QVERIFY(std::abs(middle - m_window->rect().center().x()) <= 1);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
