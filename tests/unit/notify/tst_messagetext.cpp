// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/messagetext.h"
#include "models/notify/rfc3339.h"
#include "tests/support/noticemaker.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestMessageText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatAndWhere();
    void saysOneLineForMany();
    void worstOfThoseThatFire();
    void hostileLabelsStayShortAndPlain();
    void manyAlertsAreCounted();
    void times_data();
    void times();
};

void TestMessageText::saysWhatAndWhere()
{
    const AlertMessage alert = firingAlert(1, Severity::P1);
    QCOMPARE(titleOf(alert), u"CpuHigh on h1"_s);
    QCOMPARE(detailOf(alert), u"P1: processor is busy"_s);
    QCOMPARE(detailOf(resolved(alert)), u"P1, resolved: processor is busy"_s);
    AlertMessage bare;
    bare.labels = {{u"job"_s, u"x"_s}, {u"disk"_s, u"sda"_s}, {u"empty"_s, QString()}};
    QCOMPARE(titleOf(bare), u"Alert without a name on x"_s);
    QCOMPARE(foreignLabelsOf(bare), u"disk=sda"_s);
    QCOMPARE(detailOf(bare), u"P2"_s);
}

void TestMessageText::saysOneLineForMany()
{
    const AlertMessage one = firingAlert(1, Severity::P1);
    const AlertMessage two = firingAlert(2, Severity::P2);
    QCOMPARE(subjectOf(noticeOf({one})), u"P1: CpuHigh on h1"_s);
    QCOMPARE(subjectOf(noticeOf({resolved(one)})), u"Resolved: CpuHigh on h1"_s);
    QCOMPARE(subjectOf(noticeOf({one, two})).left(6), u"P1: 2 "_s);
    QVERIFY(subjectOf(noticeOf({resolved(one), resolved(two)})).contains("resolved"_L1));
    QVERIFY(!subjectOf(noticeOf({})).isEmpty());
    const QString body = bodyOf(noticeOf({resolved(one)}));
    QVERIFY(body.contains("2023-11-14T22:13:20.000Z"_L1));
    QVERIFY(body.contains("2023-11-14T22:18:20.000Z"_L1));
}

void TestMessageText::worstOfThoseThatFire()
{
    const AlertMessage bad = firingAlert(1, Severity::P0);
    const AlertMessage mild = firingAlert(2, Severity::P3);
    QCOMPARE(worstOf(noticeOf({bad, mild})), Severity::P0);
    QCOMPARE(worstOf(noticeOf({resolved(bad), mild})), Severity::P3);
    QCOMPARE(worstOf(noticeOf({resolved(bad), resolved(mild)})), Severity::P0);
}

void TestMessageText::hostileLabelsStayShortAndPlain()
{
    AlertMessage alert = firingAlert(1);
    alert.labels[u"alertname"_s] = QString(1'000'000, u'x');
    alert.labels[u"host"_s] = u"a\nSubject: b\u202E\x07"_s;
    for (int i = 0; i < 100; ++i)
        alert.labels[u"label%1"_s.arg(i)] = QString(1000, u'y');
    alert.annotations[u"summary"_s] = u"line\r\nline "_s + QString(1'000'000, u'z');
    QVERIFY(titleOf(alert).size() <= 160);
    QVERIFY(detailOf(alert).size() <= 300);
    QVERIFY(foreignLabelsOf(alert).size() <= 300);
    for (const QString &text :
         {titleOf(alert), detailOf(alert), foreignLabelsOf(alert), subjectOf(noticeOf({alert}))}) {
        for (const QChar c : text)
            QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format,
                     qPrintable(text));
    }
}

void TestMessageText::manyAlertsAreCounted()
{
    std::vector<AlertMessage> alerts;
    for (int i = 0; i < 60; ++i)
        alerts.push_back(firingAlert(i));
    const QString body = bodyOf(noticeOf(alerts));
    QVERIFY(body.contains("h49"_L1));
    QVERIFY(!body.contains("h50"_L1));
    QVERIFY(body.contains("10 more"_L1));
}

void TestMessageText::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("plain") << u"2023-11-14T22:13:20Z"_s << 1'700'000'000'000LL;
    QTest::newRow("nanoseconds") << u"2023-11-14T22:13:20.123456789Z"_s << 1'700'000'000'123LL;
    QTest::newRow("one digit") << u"2023-11-14T22:13:20.5Z"_s << 1'700'000'000'500LL;
    QTest::newRow("zone") << u"2023-11-15T00:13:20.999999999+02:00"_s << 1'700'000'000'999LL;
    QTest::newRow("none") << u"0001-01-01T00:00:00Z"_s << -1LL;
    QTest::newRow("empty") << QString() << -1LL;
    QTest::newRow("no zone") << u"2023-11-14T22:13:20"_s << -1LL;
    QTest::newRow("no such day") << u"2023-02-31T22:13:20Z"_s << -1LL;
    QTest::newRow("endless") << u"2023-11-14T22:13:20."_s + QString(100'000, u'1') + u'Z' << -1LL;
}

void TestMessageText::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const std::optional<TimePoint> at = fromRfc3339(text);
    QCOMPARE(at ? toMillis(*at) : -1, ms);
    if (at)
        QCOMPARE(fromRfc3339(toRfc3339(*at)), at);
}

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
