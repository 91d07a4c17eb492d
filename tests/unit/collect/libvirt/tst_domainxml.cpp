// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/domainxml.h"
#include "tests/support/verify.h"
#include "tests/unit/collect/libvirt/domstats.h"

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestDomainXml : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void running();
    void plugged();
    void truncatedAnywhere();
    void refused_data();
    void refused();
};

void TestDomainXml::running()
{
    const auto xml = DomainXml::parse(recorded("running.xml"));
    VERIFY_OK(xml);
    QCOMPARE(xml->disks, (std::vector<QString>{u"vda"_s, u"sda"_s}));
    QCOMPARE(xml->nics.size(), 1u);
    QCOMPARE(xml->nicName(u"vnet0"_s), u"52:54:00:2c:17:43"_s);
    QCOMPARE(xml->nicName(u"vnet1"_s), QString());
    QCOMPARE(xml->nicName(QString()), QString());
    QCOMPARE(xml->statsPeriod, 1);
}

void TestDomainXml::plugged()
{
    const auto xml = DomainXml::parse(recorded("plugged.xml"));
    VERIFY_OK(xml);
    QCOMPARE(xml->nics.size(), 3u);
    QCOMPARE(xml->nicName(u"vnet0"_s), u"52:54:00:2c:17:43"_s);
    QCOMPARE(xml->nicName(u"vnet7"_s), u"52:54:00:2c:17:43#2"_s);
    QCOMPARE(xml->nics[2].mac, u"52:54:00:2c:ab:cd"_s); // lower case
    QCOMPARE(xml->nics[2].device, QString());
    QCOMPARE(xml->statsPeriod, -1); // no balloon at all
}

void TestDomainXml::truncatedAnywhere()
{
    const QByteArray whole = recorded("running.xml").trimmed();
    QVERIFY(whole.size() > 1000);
    for (qsizetype size = 0; size < whole.size(); size += 7)
        VERIFY_FAILS(DomainXml::parse(whole.left(size)), Error::Kind::Invalid);
}

void TestDomainXml::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no xml") << QByteArray("Domain not found");
    QTest::newRow("no domain") << QByteArray("<network><name>x</name></network>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                                            "<domain><name>&b;</name></domain>");
    QTest::newRow("outside entity") << QByteArray("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                                  "<domain>&x;</domain>");
    QTest::newRow("deep") << QByteArray("<domain>") + QByteArray("<a>").repeated(1000);
    QTest::newRow("huge") << "<domain>" + QByteArray(5 * 1024 * 1024, ' ') + "</domain>";
    QTest::newRow("zeros") << QByteArray(100, '\0');
}

void TestDomainXml::refused()
{
    QFETCH(QByteArray, xml);
    VERIFY_FAILS(DomainXml::parse(xml), Error::Kind::Invalid);
}

QTEST_APPLESS_MAIN(TestDomainXml)
#include "tst_domainxml.moc"
