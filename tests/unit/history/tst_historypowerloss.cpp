// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sqlite.h"
#include "tests/support/faultydisk.h"
#include "tests/support/historysession.h"
#include "tests/support/verify.h"

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

using Call = FaultyDisk::Call;
using Fault = FaultyDisk::Fault;

class TestHistoryPowerLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsDurable();
    void theDiskLosesWhatIsNotSynced();
};

namespace {

/// How often the power goes. For a long run: STRATADECK_POWER_CUTS=20000.
int wantedCuts()
{
    bool given = false;
    const int cuts = qEnvironmentVariableIntValue("STRATADECK_POWER_CUTS", &given);
    return given ? cuts : 400;
}

/// One store in the middle of its life, as the power cut left it.
struct Wreck {
    QTemporaryDir folder{scratchTemplate()};
    HistorySession::Ledger ledger; ///< of the moment of the cut

    QString path() const { return folder.filePath(u"history.db"_s); }
};

bool changesTheDisk(Call call)
{
    return call != Call::Open && call != Call::Read;
}

int countChanges()
{
    const Store store;
    FaultyDisk disk(store.folder.path());
    int changes = 0;
    disk.onCall([&](Call call) {
        changes += changesTheDisk(call);
        return Fault::None;
    });
    HistorySession session(store.path);
    session.run();
    return changes;
}

} // namespace

/// The power goes at a random call of a session, before it or between steps. One run of the session serves many
/// cuts: each is made into a folder of its own, and looked at when no call is under way.
void TestHistoryPowerLoss::keepsWhatIsDurable()
{
    const int changes = countChanges();
    QVERIFY(changes > 200);
    QRandomGenerator random(20261130);
    int cuts = 0;
    while (cuts < wantedCuts()) {
        const Store store;
        FaultyDisk disk(store.folder.path());
        HistorySession session(store.path);
        std::vector<std::unique_ptr<Wreck>> wrecks;
        QStringList found;
        int call = 0;
        // Each cut at one call in eight, so that a session serves some dozens.
        const auto cut = [&] {
            wrecks.push_back(std::make_unique<Wreck>());
            disk.cutPower(wrecks.back()->folder.path(), random);
            wrecks.back()->ledger = session.ledger();
            ++cuts;
        };
        disk.onCall([&](Call kind) {
            call += changesTheDisk(kind);
            if (changesTheDisk(kind) && random.bounded(8) == 0)
                cut();
            return Fault::None;
        });
        session.run([&] {
            if (random.bounded(8) == 0)
                cut();
            for (const auto &wreck : wrecks) {
                if (const QString fault = faultOf(wreck->path(), wreck->ledger); !fault.isEmpty())
                    found << u"cut %1 at call %2: %3"_s.arg(cuts).arg(call).arg(fault);
            }
            wrecks.clear();
        });
        QVERIFY2(session.failures().empty(),
                 session.failures().empty() ? "" : qPrintable(session.failures().front().what));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QCOMPARE(faultOf(store.path, session.ledger()), QString());
    }
    qInfo("%d power cuts in sessions of %d calls", cuts, changes);
}

/// The disk itself: without a sync nothing need be left, and a session that never syncs loses sweeps.
void TestHistoryPowerLoss::theDiskLosesWhatIsNotSynced()
{
    const Store store;
    FaultyDisk disk(store.folder.path());
    const auto db = require(Database::open(store.path, Database::Mode::Create));
    require(db.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(x);"
                       "PRAGMA synchronous=OFF; INSERT INTO t VALUES(1)"));
    QRandomGenerator random(1);
    int lost = 0;
    for (int i = 0; i < 50; ++i) {
        const QTemporaryDir folder(scratchTemplate());
        disk.cutPower(folder.path(), random);
        const auto copy = require(Database::open(folder.filePath(u"history.db"_s), Database::Mode::Write));
        QCOMPARE(require(copy.integer("SELECT count(*) FROM sqlite_master")), qint64(1)); // was synced
        lost += require(copy.integer("SELECT count(*) FROM t")) == 0;
    }
    QVERIFY(lost > 10 && lost < 50);
}

QTEST_GUILESS_MAIN(TestHistoryPowerLoss)
#include "tst_historypowerloss.moc"
