// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/mailtext.h"
#include "tests/support/noticemaker.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestMailText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data();
    void addresses();
    void headers_data();
    void headers();
    void nothingBeginsAnotherHeader();
    void bodyIsBase64();
};

namespace {

// As a mail program reads encoded words.
QString decoded(const QByteArray &header)
{
    QString text;
    for (const QByteArray &word : header.split(' ')) {
        const QByteArray one = word.trimmed();
        if (one.startsWith("=?UTF-8?B?") && one.endsWith("?="))
            text += QString::fromUtf8(QByteArray::fromBase64(one.mid(10, one.size() - 12)));
        else
            text += (text.isEmpty() ? QString() : u" "_s) + QString::fromUtf8(one);
    }
    return text;
}

} // namespace

void TestMailText::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"ops@example.org"_s << true;
    QTest::newRow("signs") << u"o.p+s_x'y@mail-1.example.org"_s << true;
    QTest::newRow("line break") << u"ops@example.org\r\nBcc: x@y.z"_s << false;
    QTest::newRow("line break at the end") << u"ops@example.org\n"_s << false;
    QTest::newRow("angle") << u"ops@example.org>, <x@y.z"_s << false;
    QTest::newRow("blank") << u"o ps@example.org"_s << false;
    QTest::newRow("two") << u"a@b.c,d@e.f"_s << false;
    QTest::newRow("no at") << u"example.org"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("not ASCII") << u"öps@example.org"_s << false;
    QTest::newRow("long") << QString(u"a@"_s + QString(1'000'000, u'b')) << false;
}

void TestMailText::addresses()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(isMailAddress(address), good);
    QCOMPARE(!mailText(noticeOf({firingAlert(1)}), {u"a@b.c"_s, {address}}).isEmpty(), good);
    QCOMPARE(!mailText(noticeOf({firingAlert(1)}), {address, {u"a@b.c"_s}}).isEmpty(), good);
}

void TestMailText::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << u"P1: CpuHigh on h1"_s;
    QTest::newRow("Chinese") << u"P1：主机 web-1 的处理器很忙，请尽快处理，否则服务会受影响"_s;
    QTest::newRow("pairs") << QString::fromUtf8("\U0001F525").repeated(40);
    QTest::newRow("looks encoded") << u"=?UTF-8?B?eA==?="_s;
    QTest::newRow("long") << QString(200, u'x');
}

void TestMailText::headers()
{
    QFETCH(QString, text);
    const QByteArray header = encodedHeader(text);
    QCOMPARE(decoded(header), text);
    for (const QByteArray &line : header.split('\n'))
        QVERIFY(line.size() <= 78);
}

void TestMailText::nothingBeginsAnotherHeader()
{
    AlertMessage alert = firingAlert(1);
    alert.labels[u"alertname"_s] = u"X\r\nBcc: thief@example.org\r\n\r\n<html>"_s;
    alert.labels[u"host"_s] = u"h\u2028Bcc: y"_s;
    const QByteArray mail = mailText(noticeOf({alert}), {u"a@b.c"_s, {u"d@e.f"_s, u"g@h.i"_s}});
    const QByteArray head = mail.left(mail.indexOf("\r\n\r\n"));
    QStringList names;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.startsWith(' '))
            names.append(QString::fromLatin1(line.left(line.indexOf(':'))));
    }
    QCOMPARE(names.join(u' '), u"Date From To Message-ID Subject Auto-Submitted MIME-Version Content-Type "
                               "Content-Transfer-Encoding"_s);
    QVERIFY(!encodedHeader(u"a\r\nb\nc\x01"_s).contains('\n'));
    QVERIFY(head.contains("Date: Tue, 14 Nov 2023 22:13:50 +0000\r\n"));
}

void TestMailText::bodyIsBase64()
{
    AlertMessage alert = firingAlert(1);
    alert.annotations[u"summary"_s] = u"处理器很忙\n.\nQUIT"_s;
    const QByteArray mail = mailText(noticeOf({alert}), {u"a@b.c"_s, {u"d@e.f"_s}});
    const QByteArray body = mail.mid(mail.indexOf("\r\n\r\n") + 4);
    for (const QByteArray &line : body.split('\n'))
        QVERIFY(line.size() <= 77 && !line.startsWith('.'));
    const QString text = QString::fromUtf8(QByteArray::fromBase64(body));
    QVERIFY(text.contains(u"处理器很忙 . QUIT"_s));
}

QTEST_GUILESS_MAIN(TestMailText)
#include "tst_mailtext.moc"
