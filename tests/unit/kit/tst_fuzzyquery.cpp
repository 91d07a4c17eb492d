// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/fuzzyquery.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestFuzzyQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranks_data();
    void ranks();
    void foldsWhatPeopleDoNotType();
    void closerIsCloser();
    void hugeInputIsCut();
};

void TestFuzzyQuery::ranks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("keywords");
    QTest::addColumn<MatchRank>("rank");
    QTest::newRow("exact") << u"web"_s << u"Web"_s << u""_s << MatchRank::Exact;
    QTest::newRow("prefix") << u"web"_s << u"webserver"_s << u""_s << MatchRank::Prefix;
    QTest::newRow("word start after a dash") << u"web"_s << u"old-web01"_s << u""_s << MatchRank::WordStart;
    QTest::newRow("word start after another hit") << u"we"_s << u"owe we"_s << u""_s << MatchRank::WordStart;
    QTest::newRow("inside a word") << u"web"_s << u"cobweb"_s << u""_s << MatchRank::Substring;
    QTest::newRow("letters in order") << u"wsv"_s << u"webserver"_s << u""_s << MatchRank::Subsequence;
    QTest::newRow("letters out of order") << u"vsw"_s << u"webserver"_s << u""_s << MatchRank::None;
    QTest::newRow("one letter too many") << u"webb"_s << u"web"_s << u""_s << MatchRank::None;
    QTest::newRow("two words") << u"force off"_s << u"Force off"_s << u""_s << MatchRank::Exact;
    QTest::newRow("two words turned") << u"off force"_s << u"Force off"_s << u""_s << MatchRank::WordStart;
    QTest::newRow("one word missing") << u"force on"_s << u"Force off"_s << u""_s << MatchRank::None;
    QTest::newRow("keyword") << u"running"_s << u"web"_s << u"vm on h, running"_s << MatchRank::Keyword;
    QTest::newRow("name and keyword") << u"web vm"_s << u"web"_s << u"vm on h, running"_s << MatchRank::Keyword;
    QTest::newRow("Chinese") << u"暂停"_s << u"暂停图表"_s << u""_s << MatchRank::Prefix;
    QTest::newRow("Chinese inside") << u"图表"_s << u"暂停图表"_s << u""_s << MatchRank::Substring;
    QTest::newRow("longer than the name") << u"a"_s << u""_s << u""_s << MatchRank::None;
}

void TestFuzzyQuery::ranks()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(QString, keywords);
    QTEST(FuzzyQuery(typed).match(foldForMatch(name), foldForMatch(keywords)).rank, "rank");
}

void TestFuzzyQuery::foldsWhatPeopleDoNotType()
{
    QCOMPARE(foldForMatch(u"  Café\t STRASSE "_s), u"cafe strasse"_s);
    QVERIFY(FuzzyQuery(u"  \t"_s).isEmpty());
}

void TestFuzzyQuery::closerIsCloser()
{
    const FuzzyQuery query(u"web"_s);
    QVERIFY(query.match(u"web1"_s).distance < query.match(u"webserver"_s).distance);
    const FuzzyQuery letters(u"ws"_s);
    QVERIFY(letters.match(u"was"_s).distance < letters.match(u"wood houses"_s).distance);
}

void TestFuzzyQuery::hugeInputIsCut()
{
    const QString name(200, u'a');
    QCOMPARE(FuzzyQuery(QString(1'000'000, u'a')).match(name).rank, MatchRank::Exact);
}

QTEST_APPLESS_MAIN(TestFuzzyQuery)
#include "tst_fuzzyquery.moc"
