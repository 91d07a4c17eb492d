// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/csv.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << u"web 1"_s << QByteArray("web 1");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("quotes") << u"a \"b\""_s << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("line end") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("command") << u"@SUM(A1,B1)"_s << QByteArray("\"'@SUM(A1,B1)\"");
        QTest::newRow("not ASCII") << u"数据库"_s << QByteArray("数据库");
    }
    void cells()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvCell(text), cell);
    }
    void table()
    {
        const QList<QStringList> rows{{u"name"_s, u"use"_s}, {u"a,b"_s, QString()}};
        QCOMPARE(csvTable(rows), QByteArray("name,use\r\n\"a,b\",\r\n"));
        QCOMPARE(csvTable({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
