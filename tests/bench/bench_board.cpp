// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/history/historywriter.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/alert/incidentview.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeView>

// The Alerts page over a store with many incidents: until the counts on the board are right, until the history
// is shown, and a key in its search field, painted. bench_board [incidents=10000] [open=200].

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint kNow = fromMillis(1'700'000'000'000);

class StandingClock final : public Clock
{
public:
    TimePoint now() const override { return kNow; }
    Ticks ticks() const override { return {}; }
};

EngineMemory memoryOf(int incidents, int open)
{
    EngineMemory memory;
    memory.now = kNow;
    memory.nextIncident = incidents + 1;
    for (int i = 1; i <= incidents; ++i) {
        Incident incident;
        incident.id = i;
        incident.labels = {{u"alertname"_s, u"Rule%1"_s.arg(i % 19)},
                           {u"host"_s, u"host-%1"_s.arg(i % 20)},
                           {u"kind"_s, u"vm"_s},
                           {u"name"_s, u"guest-%1"_s.arg(i)}};
        incident.severity = static_cast<Severity>(i % 4);
        incident.firedAt = kNow - std::chrono::minutes(incidents - i);
        if (i <= incidents - open) {
            incident.resolvedAt = incident.firedAt + std::chrono::minutes(5);
        } else {
            AlertState alert;
            alert.labels = incident.labels;
            alert.severity = incident.severity;
            alert.condition = Condition::Firing;
            alert.incident = i;
            memory.alerts.push_back(alert);
        }
        memory.incidents.push_back(std::move(incident));
    }
    return memory;
}

void must(bool ok, const char *what)
{
    if (!ok)
        qFatal("%s", what);
}

double waited(const QElapsedTimer &timer, const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const int incidents = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int open = argc > 2 ? std::atoi(argv[2]) : 200;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.db"_s);
    {
        const auto writer = HistoryWriter::open(path);
        must(writer.has_value(), "the store cannot be made");
        AlertRows rows;
        rows.prepare(memoryOf(incidents, open));
        const Database &db = (*writer)->database();
        auto transaction = Transaction::begin(db, Transaction::Kind::Write);
        must(transaction.has_value() && rows.write(db).has_value()
                 && db.execute("INSERT INTO alert_engine VALUES('revision', 1)").has_value()
                 && transaction->commit().has_value(),
             "the incidents cannot be stored");
    }
    const StandingClock clock;
    AlertDesk desk(path, u"bench"_s);
    BoardModel board(desk, clock);
    QElapsedTimer timer;
    timer.start();
    desk.follow();
    const double badges = waited(timer, [&] { return board.count().unanswered == open; });

    IncidentView view(desk, clock);
    view.resize(1200, 800);
    auto *range = view.findChild<QComboBox *>(u"incidentRange"_s);
    auto *list = view.findChild<QTreeView *>(u"incidentList"_s);
    range->setCurrentIndex(range->count() - 1);
    timer.restart();
    view.show();
    const double shown = waited(timer, [&] { return list->model()->rowCount() == incidents; });

    auto *field = view.findChild<QLineEdit *>(u"incidentFilter"_s);
    std::vector<double> keys;
    for (const QString &text :
         {u"g"_s, u"gu"_s, u"guest-1"_s, u"guest-12"_s, u"host-3"_s, u"nobody"_s, QString()}) {
        timer.restart();
        field->setText(text);
        view.grab();
        keys.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%d incidents, %d of them open; ms\n", incidents, open);
    std::printf("%-40s %8.1f %8s\n", "until the counts on the board are right", badges, "1000");
    std::printf("%-40s %8.1f\n", "until the history is shown", shown);
    std::ranges::sort(keys);
    std::printf("%-40s %8.1f %8s\n", "a key in the search field, median", keys[keys.size() / 2], "50");
    std::printf("%-40s %8.1f %8s\n", "a key in the search field, worst", keys.back(), "50");
    return 0;
}
