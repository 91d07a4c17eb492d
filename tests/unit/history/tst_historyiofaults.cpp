// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultydisk.h"
#include "tests/support/historysession.h"
#include "tests/support/verify.h"

#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

using Call = FaultyDisk::Call;
using Fault = FaultyDisk::Fault;

Q_DECLARE_METATYPE(Fault)

/// Every single call of a session to the disk fails in turn.
class TestHistoryIoFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCall_data();
    void everyCall();

private:
    int m_reads = 0;
    int m_changes = 0;
};

namespace {

bool isRead(Call call)
{
    return call == Call::Read || call == Call::Open;
}

void ignoreWarnings(QtMsgType, const QMessageLogContext &, const QString &) {}

/// The store says on closing that figures stay in its journal, which is as it should be.
class Quiet
{
    Q_DISABLE_COPY_MOVE(Quiet)
public:
    Quiet()
        : m_before(qInstallMessageHandler(ignoreWarnings))
    {
    }
    ~Quiet() { qInstallMessageHandler(m_before); }

private:
    QtMessageHandler m_before;
};

/// An error names the file, and is of a kind that tells the user to look at the disk.
QString wrongError(const std::vector<Error> &failures, const QString &path)
{
    for (const Error &error : failures) {
        const bool isOfDisk = error.kind == Error::Kind::Io || error.kind == Error::Kind::NotFound;
        if (!isOfDisk || error.subject != path || !error.what.contains(path))
            return u"kind %1, subject %2: %3"_s.arg(int(error.kind)).arg(error.subject, error.what);
    }
    return {};
}

} // namespace

void TestHistoryIoFaults::initTestCase()
{
    const Store store;
    FaultyDisk disk(store.folder.path());
    disk.onCall([this](Call call) {
        ++(isRead(call) ? m_reads : m_changes);
        return Fault::None;
    });
    HistorySession session(store.path);
    session.run();
    QVERIFY(session.failures().empty());
    QVERIFY(m_reads > 50 && m_changes > 200);
}

void TestHistoryIoFaults::everyCall_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("reading");
    QTest::addColumn<int>("lasts"); // calls
    QTest::addColumn<int>("step");
    // Every call, too, in a long run: STRATADECK_EVERY_CALL=1.
    const int step = qEnvironmentVariableIsSet("STRATADECK_EVERY_CALL") ? 1 : 3;
    constexpr int forever = std::numeric_limits<int>::max();
    QTest::newRow("an error of writing or syncing") << Fault::IoError << false << 1 << 1;
    QTest::newRow("a short write") << Fault::ShortWrite << false << 1 << 1;
    QTest::newRow("no space for a while") << Fault::Full << false << 25 << step;
    QTest::newRow("no space from then on") << Fault::Full << false << forever << step;
    QTest::newRow("an error of reading") << Fault::IoError << true << 1 << 1;
}

void TestHistoryIoFaults::everyCall()
{
    QFETCH(Fault, fault);
    QFETCH(bool, reading);
    QFETCH(int, lasts);
    QFETCH(int, step);
    QRandomGenerator random(20261130);
    const Quiet quiet;
    const int calls = reading ? m_reads : m_changes;
    int tried = 0;
    int failed = 0;
    for (int nth = 1; nth <= calls; nth += step, ++tried) {
        const Store store;
        const Store afterwards;
        HistorySession session(store.path);
        {
            FaultyDisk disk(store.folder.path());
            int call = 0;
            disk.onCall([&](Call kind) {
                if (isRead(kind) != reading)
                    return Fault::None;
                ++call;
                return call >= nth && call - nth < lasts ? fault : Fault::None;
            });
            session.run();
            disk.cutPower(afterwards.folder.path(), random);
        }
        failed += !session.failures().empty();
        const QString error = wrongError(session.failures(), store.path);
        QVERIFY2(error.isEmpty(), qPrintable(u"call %1: %2"_s.arg(nth).arg(error)));
        // Now and then the power goes on top of it.
        for (const QString &path :
             tried % 5 == 0 ? QStringList{store.path, afterwards.path} : QStringList{store.path}) {
            const QString found = faultOf(path, session.ledger());
            QVERIFY2(found.isEmpty(), qPrintable(u"call %1: %2"_s.arg(nth).arg(found)));
        }
    }
    QVERIFY(failed > tried / 4); // the store noticed: it does not live off calls that nobody needs
}

QTEST_GUILESS_MAIN(TestHistoryIoFaults)
#include "tst_historyiofaults.moc"
