// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"
#include "models/base/metrics.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <algorithm>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString source;
    QStringList translations; ///< one, or one a plural form
    QString type;             ///< empty when finished
};

/// The texts of a <translation>: one, or one a plural form.
QStringList readTranslation(QXmlStreamReader &xml)
{
    QStringList forms;
    QString whole;
    for (xml.readNext(); !xml.atEnd() && !xml.isEndElement(); xml.readNext()) {
        if (xml.isStartElement())
            forms << xml.readElementText();
        else
            whole += xml.text();
    }
    return forms.isEmpty() ? QStringList(whole) : forms;
}

Entry readEntry(QXmlStreamReader &xml)
{
    Entry entry;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.type = xml.attributes().value("type"_L1).toString();
            entry.translations = readTranslation(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

/// The place markers %1 %L2 %n of a text, sorted, so that a language may order them as it likes.
QStringList markers(const QString &text)
{
    static const QRegularExpression marker(u"%(L?[0-9]{1,2}|n)"_s);
    QStringList found;
    for (auto it = marker.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    std::ranges::sort(found);
    return found;
}

/// What is wrong with the entry, empty when nothing is.
QString fault(const Entry &entry)
{
    if (!entry.type.isEmpty())
        return entry.type;
    for (const QString &text : entry.translations) {
        if (text.trimmed().isEmpty())
            return u"empty"_s;
        if (markers(text) != markers(entry.source))
            return u"place markers differ"_s;
        if (text.contains(u'&') != entry.source.contains(u'&'))
            return u"only one has a mnemonic"_s;
        // Full-width punctuation brings its own room.
        if (text.endsWith(u' ') != entry.source.endsWith(u' ') && !text.endsWith(u'，')
            && !text.endsWith(u'、'))
            return u"only one ends in a space"_s;
    }
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chineseIsComplete();
    void chineseIsEmbedded();
    void everyMetricIsTranslated();
    void englishPluralsAreEmbedded();
};

void TestTranslations::chineseIsComplete()
{
    QFile file(QStringLiteral(STRATADECK_SOURCE_DIR "/translations/stratadeck_zh_CN.ts"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QXmlStreamReader xml(&file);
    QStringList faults;
    int entries = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "message"_L1)
            continue;
        const Entry entry = readEntry(xml);
        ++entries;
        if (const QString wrong = fault(entry); !wrong.isEmpty())
            faults << wrong + u": "_s + entry.source;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(entries > 0);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::chineseIsEmbedded()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/stratadeck_zh_CN.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QString text = errorText({Error::Kind::NotFound, u"no such file"_s, u"/tmp/history.db"_s});
    QCOMPARE(text, u"未找到 /tmp/history.db。"_s);
}

void TestTranslations::everyMetricIsTranslated()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/stratadeck_zh_CN.qm"_s));
    QStringList missing;
    for (const Metric &metric : metricCatalogue()) {
        for (const char *text : {metric.title, metric.definition}) {
            if (translator.translate("Metric", text).isEmpty())
                missing << QString::fromUtf8(text);
        }
    }
    QCOMPARE(missing, QStringList());
}

void TestTranslations::englishPluralsAreEmbedded()
{
    QVERIFY(QFile::exists(u":/i18n/stratadeck_en.qm"_s));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
