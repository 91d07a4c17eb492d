// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/namedelegate.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/numberdelegate.h"
#include "widgets/kit/sparklinedelegate.h"
#include "widgets/kit/statuspill.h"
#include "widgets/kit/textdelegate.h"
#include "widgets/kit/words.h"

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
constexpr double kMostUnlike = 0.02; // of the ink

QImage painted(const QAbstractItemDelegate &delegate, const QModelIndex &index, QStyle::State state,
               Qt::LayoutDirection direction = Qt::LeftToRight, double ratio = 1)
{
    QImage image(QSize(160, 26) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(lightTheme().base);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 160, 26);
    option.state = state | QStyle::State_Enabled;
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    // As a view sets them.
    option.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    option.decorationSize = QSize(16, 16);
    option.decorationAlignment = Qt::AlignCenter;
    option.textElideMode = Qt::ElideRight;
    option.fontMetrics = QFontMetrics(option.font);
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return image;
}

// The same cell as the style draws it; `icon` as NameDelegate has it.
class StyledName final : public QStyledItemDelegate
{
public:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = themedIcon(wordingOf(EntityKind::Container).icon);
    }
};

// The part of two pictures that is far from alike, of the first one's ink; the second moved down by `down`.
double unlike(const QImage &a, const QImage &b, int down)
{
    int ink = 0;
    int different = 0;
    for (int y = 1; y < a.height() - 1; ++y) {
        for (int x = 0; x < a.width(); ++x) {
            ink += qGray(a.pixel(x, y)) < 190;
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y - down))) > 48;
        }
    }
    return ink > 0 ? static_cast<double>(different) / ink : 1;
}

// Between whole pixels the baseline may be rounded to either row.
double unlike(const QImage &a, const QImage &b)
{
    const double ratio = a.devicePixelRatio();
    const double inPlace = unlike(a, b, 0);
    return ratio == std::floor(ratio) ? inPlace : std::min({inPlace, unlike(a, b, -1), unlike(a, b, 1)});
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
        empty.setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(empty.findChild<QPushButton *>()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
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

    void wordsLookAsTheStyleDrawsThem_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("direction");
        QTest::addColumn<double>("ratio");
        const QString longer = u"a name that is far too long for its column"_s;
        for (const double ratio : {1.0, 1.5, 2.0}) {
            for (const Qt::LayoutDirection way : {Qt::LeftToRight, Qt::RightToLeft}) {
                const char *side = way == Qt::LeftToRight ? "ltr" : "rtl";
                QTest::addRow("short, %s, %g", side, ratio) << u"web-1"_s << static_cast<int>(way) << ratio;
                QTest::addRow("elided, %s, %g", side, ratio) << longer << static_cast<int>(way) << ratio;
                QTest::addRow("Hebrew, %s, %g", side, ratio)
                    << u"\u05e9\u05e8\u05ea-7"_s << static_cast<int>(way) << ratio;
            }
        }
    }
    void wordsLookAsTheStyleDrawsThem()
    {
        QFETCH(QString, words);
        QFETCH(int, direction);
        QFETCH(double, ratio);
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        model.setData(cell, words);
        model.setData(cell, static_cast<int>(EntityKind::Container), kValue);
        const auto way = static_cast<Qt::LayoutDirection>(direction);
        const auto compare = [&](const QAbstractItemDelegate &styled, const QAbstractItemDelegate &ours) {
            const QImage wanted = painted(styled, cell, QStyle::State_None, way, ratio);
            for (const char *time : {"shaped", "kept"}) {
                const double found = unlike(wanted, painted(ours, cell, QStyle::State_None, way, ratio));
                QVERIFY2(found <= kMostUnlike, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(time)).arg(found)));
            }
        };
        compare(QStyledItemDelegate(), TextDelegate());
        if (ratio == std::floor(ratio)) // else icon and words are rounded each on its own
            compare(StyledName(), NameDelegate(kValue));
    }

    void wordsFollowFontAndState()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        model.setData(cell, u"web-1"_s);
        const TextDelegate delegate;
        const QImage before = painted(delegate, cell, QStyle::State_None);
        QCOMPARE(painted(delegate, cell, QStyle::State_Selected).pixelColor(2, 2), lightTheme().selection);
        QCOMPARE(painted(delegate, cell, QStyle::State_HasFocus).pixelColor(0, 5), lightTheme().accent);
        const QFont font = QApplication::font();
        QFont larger = font;
        larger.setPointSizeF(font.pointSizeF() * 1.5);
        QApplication::setFont(larger);
        const int ink = inkBetween(painted(delegate, cell, QStyle::State_None), 0, 160);
        QApplication::setFont(font);
        QVERIFY(ink > inkBetween(before, 0, 160));
        QCOMPARE(painted(delegate, cell, QStyle::State_None), before);
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(qGray(painted(delegate, cell, QStyle::State_Selected).pixel(2, 2)) < 128);
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
