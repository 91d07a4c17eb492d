// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/keptfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <sys/resource.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestKeptFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }
    void readsWhatIsThereNow();
    void missingIsNotLookedForAgain();
    void largerThanBuffer();
    void largerThanPage();
    void goneWhenDeletedWithoutBeingKept();
    void shortOfDescriptors();
    void raisesLimit();

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    QTemporaryDir m_dir;
    std::array<char, 8192> m_buffer{};
};

void TestKeptFile::readsWhatIsThereNow()
{
    const QString path = write(u"counter"_s, "1\n");
    KeptFile file(path);
    QCOMPARE(file.read(m_buffer).text, std::string_view("1\n"));
    QVERIFY(file.isKept());
    write(u"counter"_s, "23\n");
    QCOMPARE(file.read(m_buffer).text, std::string_view("23\n"));
    KeptFile moved(std::move(file));
    QCOMPARE(moved.read(m_buffer).text, std::string_view("23\n"));
}

void TestKeptFile::missingIsNotLookedForAgain()
{
    KeptFile file(m_dir.filePath(u"later"_s));
    QCOMPARE(file.read(m_buffer).outcome, KeptFile::Outcome::Missing);
    write(u"later"_s, "1\n");
    QCOMPARE(file.read(m_buffer).outcome, KeptFile::Outcome::Missing);
    KeptFile none;
    QCOMPARE(none.read(m_buffer).outcome, KeptFile::Outcome::Missing);
}

void TestKeptFile::largerThanBuffer()
{
    KeptFile file(write(u"large"_s, QByteArray("line\n").repeated(10'000)));
    const KeptFile::Content content = file.read(m_buffer);
    QCOMPARE(content.outcome, KeptFile::Outcome::Read);
    QVERIFY(content.text.size() > 8000);
    QVERIFY(content.text.ends_with("line\n")); // never half a line
    KeptFile endless(write(u"endless"_s, QByteArray(100'000, 'x')));
    QVERIFY(endless.read(m_buffer).text.empty());
}

void TestKeptFile::largerThanPage()
{
    const QByteArray text = QByteArray("0123456\n").repeated(900);
    KeptFile file(write(u"pages"_s, text));
    QCOMPARE(file.read(m_buffer).text.size(), std::size_t(text.size()));
}

void TestKeptFile::goneWhenDeletedWithoutBeingKept()
{
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit tight = before;
    tight.rlim_cur = 200; // below the reserve: nothing is kept
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &tight), 0);
    const QString path = write(u"short"_s, "1\n");
    KeptFile file(path);
    const KeptFile::Outcome first = file.read(m_buffer).outcome;
    QFile::remove(path);
    const KeptFile::Outcome second = file.read(m_buffer).outcome;
    const KeptFile::Outcome third = file.read(m_buffer).outcome;
    setrlimit(RLIMIT_NOFILE, &before);
    QCOMPARE(first, KeptFile::Outcome::Read);
    QCOMPARE(second, KeptFile::Outcome::Gone);
    QCOMPARE(third, KeptFile::Outcome::Missing);
}

void TestKeptFile::shortOfDescriptors()
{
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit tight = before;
    tight.rlim_cur = 300; // some forty above the reserve
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &tight), 0);
    std::vector<KeptFile> files;
    const QString path = write(u"many"_s, "7\n");
    int kept = 0;
    int read = 0;
    for (int i = 0; i < 500; ++i) {
        files.emplace_back(path);
        read += files.back().read(m_buffer).text == "7\n" ? 1 : 0;
        kept += files.back().isKept() ? 1 : 0;
    }
    setrlimit(RLIMIT_NOFILE, &before);
    QCOMPARE(read, 500); // all of them, though most are opened each time
    QVERIFY(kept > 0);
    QVERIFY(kept < 60);
}

void TestKeptFile::raisesLimit()
{
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit low = before;
    low.rlim_cur = qMin<rlim_t>(before.rlim_max, 512);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
    raiseDescriptorLimit();
    rlimit after{};
    getrlimit(RLIMIT_NOFILE, &after);
    setrlimit(RLIMIT_NOFILE, &before);
    QCOMPARE(after.rlim_cur, before.rlim_max);
}

QTEST_APPLESS_MAIN(TestKeptFile)
#include "tst_keptfile.moc"
