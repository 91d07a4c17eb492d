// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the stored file of the current layout version, so that later versions can prove that they
// still read and migrate it: history_golden <new file>. Run it once for each version, keep the file
// as v<version>.db for ever, and never make an old one again. tst_historymigration knows what is in it.
#include "models/assess/assessmentstore.h"
#include "models/history/sqlite.h"
#include "models/incident/alertkeeper.h"
#include "tests/data/history/golden.h"
#include "tests/data/history/goldenassessment.h"

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;

namespace {

void record(const QString &path)
{
    auto writer = require(HistoryWriter::open(path));
    const auto series = makeGoldenNames(*writer);
    for (int sweep = 0; sweep < kGoldenSweeps; ++sweep) {
        if (sweep == kGoldenSegmentAt)
            require(writer->beginSegment());
        require(writer->append(goldenTime(sweep), goldenValues(sweep, series)));
    }
    makeGoldenDesk(require(DeskStore::open(path)));
    require(require(AssessmentStore::open(path)).save(goldenAssessment()));
    AlertKeeper keeper({});
    require(keeper.load(writer->database(), second(0)));
    writer->setCompanion(&keeper);
    keeper.advanceTo(second(0));
    keeper.engine().fire(goldenAlert(), Severity::P1);
    keeper.engine().suppress({SuppressorKind::Silence,
                              QStringLiteral("s1"),
                              goldenAlert(),
                              second(0),
                              second(60),
                              QStringLiteral("eve"),
                              QStringLiteral("grüße"),
                              {}});
    keeper.finish(writer->database());
    require(writer->storeCompanion());
    _exit(0); // without closing: the last sweeps stay in the journal
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2 || QFile::exists(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: history_golden <file that does not exist>\n");
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const pid_t child = ::fork();
    if (child == 0)
        record(path);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0)
        return 1;
    // One plain file instead of a file and its log.
    const auto db = require(Database::open(path, Database::Mode::Create));
    require(db.execute("PRAGMA journal_mode=DELETE"));
    QFile::remove(path + QStringLiteral(".lock"));
    return 0;
}
