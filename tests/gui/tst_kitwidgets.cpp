// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/numberdelegate.h"
#include "widgets/kit/sparklinedelegate.h"
#include "widgets/kit/statuspill.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <limits>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr double kUnknownValue = std::numeric_limits<double>::quiet_NaN();
constexpr int kValue = Qt::UserRole;
constexpr int kHistory = Qt::UserRole + 1;
constexpr int kScale = Qt::UserRole + 2;

QImage painted(const QAbstractItemDelegate &delegate, const QModelIndex &index, QStyle::State state,
               Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(160, 26, QImage::Format_RGB32);
    image.fill(lightTheme().base);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = state | QStyle::State_Enabled;
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return image;
}

// Pixels between two columns that differ clearly from the background.
int inkBetween(const QImage &image, int from, int to)
{
    int ink = 0;
    for (int x = from; x < to; ++x)
        for (int y = 3; y < image.height() - 3; ++y)
            if (qGray(image.pixel(x, y)) < 190)
                ++ink;
    return ink;
}

} // namespace

class TestKitWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void noticeShowsPlainTextAndActs()
    {
        NoticeBar bar;
        QVERIFY(bar.isHidden());
        bar.showNotice(NoticeBar::Severity::Problem, u"<b>evil</b> does not answer."_s, u"Try now"_s);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.text(), u"<b>evil</b> does not answer."_s);
        QCOMPARE(bar.accessibleName(), bar.text());
        QCOMPARE(bar.findChild<QLabel *>(u"noticeText"_s)->textFormat(), Qt::PlainText);
        const QSignalSpy acted(&bar, &NoticeBar::actionTriggered);
        const QSignalSpy closed(&bar, &NoticeBar::closed);
        bar.findChild<QPushButton *>(u"noticeAction"_s)->click();
        QCOMPARE(acted.count(), 1);
        bar.findChild<QToolButton *>(u"noticeClose"_s)->click();
        QCOMPARE(closed.count(), 1);
        QVERIFY(bar.isHidden());
        bar.showNotice(NoticeBar::Severity::Information, u"Recorded."_s);
        QVERIFY(bar.findChild<QPushButton *>(u"noticeAction"_s)->isHidden());
        bar.clear();
        QCOMPARE(closed.count(), 1);
    }

    void emptyStateSaysWhatToDoAndDoesIt()
    {
        EmptyState empty;
        empty.setContent(
            u"source-failed"_s, u"Nothing is selected"_s,
            u"Choose a host, a VM or a container in the list on the left to see its charts here."_s);
        QAction add(u"Add a source"_s);
        const QSignalSpy added(&add, &QAction::triggered);
        empty.setActions({&add});
        empty.resize(360, 400);
        empty.show();
        QVERIFY(QTest::qWaitForWindowExposed(&empty));
        const auto *advice = empty.findChild<QLabel *>(u"emptyAdvice"_s);
        QVERIFY(advice->height() >= advice->heightForWidth(advice->width())); // not cut
        empty.findChild<QPushButton *>()->click();
        QCOMPARE(added.count(), 1);
        add.setEnabled(false);
        QVERIFY(!empty.findChild<QPushButton *>()->isEnabled());
        empty.setActions({});
        QVERIFY(!empty.findChild<QPushButton *>());
    }

    void pillSpeaksAndKeepsItsToneOverThemes()
    {
        StatusPill pill;
        pill.setStatus(u"source-failed"_s, u"Failed"_s, Tone::Problem, u"<i>why</i>"_s);
        QCOMPARE(pill.accessibleName(), u"Failed"_s);
        QCOMPARE(pill.accessibleDescription(), u"<i>why</i>"_s);
        QVERIFY(!pill.toolTip().contains(u"<i>"_s));
        QVERIFY(pill.focusPolicy() & Qt::TabFocus);
        for (const auto choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(*qApp, choice);
            QTRY_COMPARE(pill.palette().color(QPalette::ButtonText), themeFor(QApplication::palette()).problem);
        }
    }

    void labelElidesOnlyWhenItMust()
    {
        ElidedLabel label(u"a rather long name of a container"_s);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        label.resize(60, label.height());
        QVERIFY(label.isElided());
        QVERIFY(label.minimumSizeHint().width() < 60);
        QCOMPARE(label.accessibleName(), label.text());
    }

    void numbersStandAtTheirEdge_data()
    {
        QTest::addColumn<int>("direction");
        QTest::newRow("left to right") << static_cast<int>(Qt::LeftToRight);
        QTest::newRow("right to left") << static_cast<int>(Qt::RightToLeft);
    }
    void numbersStandAtTheirEdge()
    {
        QFETCH(int, direction);
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        model.setData(cell, 42.5, kValue);
        const SparklineDelegate delegate({kValue, kHistory, kScale}, Unit::Percent);
        const auto way = static_cast<Qt::LayoutDirection>(direction);
        const QImage image = painted(delegate, cell, QStyle::State_None, way);
        // Without a history there is only the number, on the far side of the cell.
        QVERIFY(inkBetween(image, way == Qt::LeftToRight ? 80 : 0, way == Qt::LeftToRight ? 160 : 80) > 20);
        QCOMPARE(inkBetween(image, way == Qt::LeftToRight ? 0 : 80, way == Qt::LeftToRight ? 80 : 160), 0);
    }

    void historyWithAGapLeavesItEmpty()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        QList<double> history(60, 50.0);
        std::fill(history.begin() + 20, history.begin() + 40, kUnknownValue);
        model.setData(cell, kUnknownValue, kValue);
        model.setData(cell, QVariant::fromValue(history), kHistory);
        model.setData(cell, 100.0, kScale);
        const SparklineDelegate delegate({kValue, kHistory, kScale}, Unit::Percent);
        const QImage image = painted(delegate, cell, QStyle::State_None);
        const int number = QFontMetrics(QApplication::font()).horizontalAdvance(u"100.0"_s) + 1;
        const int line = 160 - 3 * 6 - number;
        QVERIFY(inkBetween(image, 6, 6 + line / 3 - 2) > 5);
        QCOMPARE(inkBetween(image, 6 + line / 3 + 2, 6 + 2 * line / 3 - 2), 0);
    }

    void buttonsInLineEditsAreNamed()
    {
        QLineEdit edit;
        addSearchIcon(edit);
        addClearButton(edit);
        edit.setText(u"x"_s);
        const auto buttons = edit.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 2);
        QStringList names;
        for (QToolButton *button : buttons)
            names.append(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name));
        names.sort();
        QCOMPARE(names, (QStringList{u"Clear the text"_s, u"Search"_s}));
    }

    void selectionAndFocusAreSeen()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        const NumberDelegate delegate(kValue, Unit::Count);
        QCOMPARE(painted(delegate, cell, QStyle::State_None).pixelColor(2, 2), lightTheme().base);
        QCOMPARE(painted(delegate, cell, QStyle::State_Selected).pixelColor(2, 2), lightTheme().selection);
        QCOMPARE(painted(delegate, cell, QStyle::State_HasFocus).pixelColor(0, 5), lightTheme().accent);
    }
};

QTEST_MAIN(TestKitWidgets)
#include "tst_kitwidgets.moc"
