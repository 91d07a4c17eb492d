// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheNewest();
    void keepsWithinMemory();
    void streams();
    void finds();
    void findsWhatComesLater();
    void onlyMatches();
    void dropsWhileSearching();
    void brokenPatternHidesNothing();
    void showsLongLinesCut();

private:
    static LogLine line(int number, LogOrigin origin = LogOrigin::Output)
    {
        return {number * 1'000'000'000LL, origin, 0, u"line %1"_s.arg(number)};
    }
    static std::vector<LogLine> lines(int from, int to)
    {
        std::vector<LogLine> lines;
        for (int i = from; i < to; ++i)
            lines.push_back(line(i, i % 3 == 0 ? LogOrigin::Error : LogOrigin::Output));
        return lines;
    }
    static QStringList shown(const LogModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row).data().toString());
        return texts;
    }
};

void TestLogModel::keepsTheNewest()
{
    LogModel model;
    const auto most = static_cast<int>(LogModel::kMostLines);
    model.append(lines(0, most - 1));
    QCOMPARE(model.rowCount(), most - 1);
    QCOMPARE(model.dropped(), 0);
    model.append(lines(most - 1, most + 10));
    QCOMPARE(model.rowCount(), most);
    QCOMPARE(model.dropped(), 10);
    QCOMPARE(model.index(0).data().toString(), u"line 10"_s);
    QCOMPARE(model.index(most - 1).data().toString(), u"line %1"_s.arg(most + 9));
    QCOMPARE(model.index(0).data(LogModel::NumberRole).toLongLong(), 10);
    QCOMPARE(model.rowOf(12), 2);
    QCOMPARE(model.rowOf(3), 0);      // gone: the next that is there
    model.append(lines(0, 2 * most)); // more at once than is kept
    QCOMPARE(model.rowCount(), most);
    QCOMPARE(model.index(0).data().toString(), u"line %1"_s.arg(most));
}

void TestLogModel::keepsWithinMemory()
{
    LogModel model;
    std::vector<LogLine> wide;
    for (int i = 0; i < 1100; ++i)
        wide.push_back({0, LogOrigin::Output, 0, QString(64 * 1024, u'x')});
    model.append(std::move(wide));
    QCOMPARE(model.rowCount(), 1024);
    QCOMPARE(model.dropped(), 1100 - 1024);
}

void TestLogModel::streams()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(lines(0, 6));
    model.append({line(6, LogOrigin::Terminal)});
    model.setStreams(LogModel::Streams::Error);
    QCOMPARE(shown(model), QStringList({u"line 0"_s, u"line 3"_s}));
    model.append(lines(7, 10));
    QCOMPARE(shown(model), QStringList({u"line 0"_s, u"line 3"_s, u"line 9"_s}));
    model.setStreams(LogModel::Streams::Output);
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(shown(model).contains(u"line 6"_s));
    model.setStreams(LogModel::Streams::All);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.index(3).data(Qt::AccessibleTextRole).toString(), u"Error output: line 3"_s);
}

void TestLogModel::finds()
{
    LogModel model;
    model.append(lines(0, 50'000));
    model.setPattern(LogPattern({u"99"_s}));
    QTRY_VERIFY(!model.isSearching());
    const auto expected = [] {
        std::deque<qint64> numbers;
        for (int i = 0; i < 50'000; ++i)
            if (QString::number(i).contains(u"99"_s))
                numbers.push_back(i);
        return numbers;
    }();
    QVERIFY(model.found() == expected);
    QCOMPARE(model.rowCount(), 50'000);
    model.setPattern({});
    QTRY_VERIFY(!model.isSearching());
    QVERIFY(model.found().empty());
}

void TestLogModel::findsWhatComesLater()
{
    LogModel model;
    model.setPattern(LogPattern({u"line 7"_s}));
    model.append(lines(0, 5));
    QTRY_VERIFY(!model.isSearching());
    QVERIFY(model.found().empty());
    const QSignalSpy changed(&model, &LogModel::foundChanged);
    model.append(lines(5, 9));
    QTRY_COMPARE(model.found(), std::deque<qint64>{7});
    QVERIFY(!changed.isEmpty());
}

void TestLogModel::onlyMatches()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(lines(0, 20));
    model.setOnlyMatches(true);
    QCOMPARE(model.rowCount(), 20); // nothing is looked for
    model.setPattern(LogPattern({u"line 1"_s}));
    QTRY_COMPARE(model.rowCount(), 11);
    model.append(lines(100, 102));
    QTRY_COMPARE(model.rowCount(), 13);
    QCOMPARE(shown(model).constLast(), u"line 101"_s);
    model.setStreams(LogModel::Streams::Error);
    QTRY_COMPARE(shown(model), QStringList({u"line 12"_s, u"line 15"_s, u"line 18"_s}));
    model.setStreams(LogModel::Streams::All);
    model.setOnlyMatches(false);
    QCOMPARE(model.rowCount(), 22);
}

void TestLogModel::dropsWhileSearching()
{
    LogModel model;
    const auto most = static_cast<int>(LogModel::kMostLines);
    model.setOnlyMatches(true);
    model.append(lines(0, most));
    model.setPattern(LogPattern({u"line"_s}));
    model.append(lines(most, most + 1000)); // before the search has come anywhere
    QTRY_COMPARE(model.rowCount(), most);
    QCOMPARE(model.found().front(), 1000);
    QCOMPARE(model.found().size(), LogModel::kMostLines);
    model.append(lines(0, 5));
    QTRY_COMPARE(model.found().front(), 1005);
    QTRY_COMPARE(model.rowCount(), most);
}

void TestLogModel::brokenPatternHidesNothing()
{
    LogModel model;
    model.append(lines(0, 5));
    model.setOnlyMatches(true);
    model.setPattern(LogPattern({u"line [1"_s, false, true}));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(model.found().empty());
}

void TestLogModel::showsLongLinesCut()
{
    LogModel model;
    model.append({{0, LogOrigin::Output, 17, QString(5000, u'x')}});
    const QString shown = model.index(0).data().toString();
    QVERIFY(shown.startsWith(QString(LogModel::kMostShown, u'x') + u" …"_s));
    QVERIFY2(shown.endsWith(u"[cut: 17 more byte(s)]"_s), qPrintable(shown.right(40)));
    QCOMPARE(model.longest(), LogModel::kMostShown);
    QCOMPARE(LogModel::textOf(model.line(0), false), QString(5000, u'x') + u" […+17]"_s);
    QCOMPARE(LogModel::textOf({1'795'492'200'123'456'789, LogOrigin::Error, 0, u"a"_s}, true),
             u"2026-11-24T03:50:00.123456789Z stderr a"_s);
    QCOMPARE(LogModel::textOf({0, LogOrigin::Terminal, 0, u"a"_s}, true), u"- stdout a"_s);
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
