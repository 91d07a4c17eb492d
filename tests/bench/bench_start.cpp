// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the end of the window's first paint: the console itself beside a bare
// QMainWindow with a QChartView, by turns. Argument: rounds (9). QT_QPA_PLATFORM chooses where: offscreen,
// or xcb under Xvfb.

#include "ratiotable.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

struct Starts {
    QString program;
    QStringList arguments;
    std::vector<double> wall;
    std::vector<double> cpu;

    void measure(bool counts)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STRATADECK_PROBE));
        child.setProcessEnvironment(environment);
        const double from = bench::wallClock();
        child.start(program, arguments);
        if (!child.waitForFinished(60'000) || child.exitCode() != 0)
            qFatal("%s failed", qPrintable(program));
        const QByteArrayList words = child.readAllStandardOutput().trimmed().split(' ');
        if (words.size() != 3 || words[0] != "painted")
            qFatal("%s was never painted", qPrintable(program));
        if (!counts)
            return;
        wall.push_back(words[1].toDouble() - from);
        cpu.push_back(words[2].toDouble());
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int rounds = QCoreApplication::arguments().value(1, u"9"_s).toInt();
    const QTemporaryDir dir;
    Starts bare{QStringLiteral(STRATADECK_BARE), {}, {}, {}};
    Starts console{QStringLiteral(STRATADECK_WINDOW),
                   {u"--db"_s, dir.filePath(u"history.db"_s), u"--config"_s, dir.filePath(u"settings.ini"_s),
                    u"--source"_s, u"host:"_s},
                   {},
                   {}};
    for (int round = 0; round <= rounds; ++round) {
        // In the first, nothing was in the page cache and there was no history.
        bare.measure(round > 0);
        console.measure(round > 0);
    }
    printHead();
    printAtMost("start to first paint, ms", bench::quantile(bare.wall, 0.5), bench::quantile(console.wall, 0.5),
                1.5);
    printAtMost("processor time until then, ms", bench::quantile(bare.cpu, 0.5),
                bench::quantile(console.cpu, 0.5), 1.5);
    return 0;
}
