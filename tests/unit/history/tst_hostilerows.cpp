// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rowchecks.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

/// Rows with a right checksum and a wrong content.
class TestHostileRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oldFindingsHold();
    void anyByteMayBeWrong();
};

namespace {

QMap<QString, QByteArray> corpus()
{
    QMap<QString, QByteArray> inputs;
    const QDir folder(QStringLiteral(STRATADECK_TEST_DATA "/fuzz/row"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs.insert(name, file.readAll());
    }
    return inputs;
}

} // namespace

void TestHostileRows::oldFindingsHold()
{
    const auto inputs = corpus();
    int kept = 0;
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        const fuzz::Verdict verdict = fuzz::checkRow(it.value());
        QVERIFY2(verdict != fuzz::Verdict::Broken, qPrintable(it.key()));
        // What is not called so was taken from a real file.
        const bool isReal = !it.key().startsWith(u"found"_s);
        QVERIFY2(!isReal || verdict == fuzz::Verdict::Kept, qPrintable(it.key()));
        kept += verdict == fuzz::Verdict::Kept;
    }
    QVERIFY(kept > 8);
}

void TestHostileRows::anyByteMayBeWrong()
{
    for (const QByteArray &input : corpus()) {
        for (qsizetype i = 0; i < input.size(); ++i) {
            for (const int change : {0x01, 0x80, 0xff}) {
                QByteArray damaged = input;
                damaged[i] = static_cast<char>(damaged[i] ^ change);
                QVERIFY(fuzz::checkRow(damaged) != fuzz::Verdict::Broken);
                QVERIFY(fuzz::checkRow(damaged.first(i)) != fuzz::Verdict::Broken);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestHostileRows)
#include "tst_hostilerows.moc"
