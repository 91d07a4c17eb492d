// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assesscommands.h"
#include "app/cli/backtestcommand.h"
#include "app/cli/clitext.h"
#include "app/cli/collectcommand.h"
#include "app/cli/dbcheckcommand.h"
#include "app/cli/dbcopycommands.h"
#include "app/cli/dbexportcommand.h"
#include "app/cli/inventorycommand.h"
#include "app/cli/jsonfilecommand.h"
#include "app/cli/metricscommand.h"
#include "app/cli/querycommand.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "models/alert/replay.h"
#include "models/base/heap.h"
#include "models/cost/costfile.h"
#include "models/decide/decidefile.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

void print(std::FILE *file, const QString &text)
{
    std::fputs(text.toUtf8().constData(), file);
}

QString helpText(const auto &commands)
{
    QString text = CliText::tr("Usage: stratadeck-cli COMMAND [options]") + "\n\n"_L1;
    for (const auto &command : commands)
        text += u"  %1  %2\n"_s.arg(command->name(), -12).arg(command->summary());
    return text + u'\n' + CliText::tr("stratadeck-cli COMMAND --help shows the options of a command.") + u'\n';
}

int runCommand(Command &command, QStringList arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    const QCommandLineOption help = parser.addHelpOption();
    command.declare(parser);
    // The parser takes the first argument for the program's name.
    if (!parser.parse(arguments)) {
        print(stderr, u"stratadeck-cli %1: %2\n"_s.arg(command.name(), parser.errorText()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(help)) {
        print(stdout, parser.helpText());
        return static_cast<int>(ExitCode::Done);
    }
    if (const QStringList left = parser.positionalArguments(); left.size() > command.mostArguments()) {
        print(stderr, u"stratadeck-cli %1: unexpected argument '%2'\n"_s.arg(command.name(),
                                                                             left.at(command.mostArguments())));
        return static_cast<int>(ExitCode::Usage);
    }
    return static_cast<int>(command.run(parser));
}

} // namespace

int main(int argc, char *argv[])
{
    keepHeapSmall();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"stratadeck"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STRATADECK_VERSION));
    // What a person must know, a command says itself, in one line; QT_LOGGING_RULES brings the log back.
    QLoggingCategory::setFilterRules(u"stratadeck.*.warning=false"_s);
    installLanguage(application, Settings().get(settings::language));

    std::array<std::unique_ptr<Command>, 18> commands{
        std::make_unique<CollectCommand>(),
        std::make_unique<InventoryCommand>(),
        std::make_unique<QueryCommand>(),
        std::make_unique<MetricsCommand>(),
        std::make_unique<DbCheckCommand>(),
        std::make_unique<DbStatsCommand>(),
        std::make_unique<DbCompactCommand>(),
        std::make_unique<DbBackupCommand>(),
        std::make_unique<DbRestoreCommand>(),
        std::make_unique<DbExportCommand>(),
        std::make_unique<JsonFileCommand>(
            u"alerts replay"_s, CliText::tr("Run alert rules and events of a FILE over simulated time."),
            replayAlerts),
        std::make_unique<BacktestCommand>(),
        std::make_unique<JsonFileCommand>(
            u"decide"_s, CliText::tr("Rank the options of a decision FILE and say how firm that is."),
            answerDecision),
        std::make_unique<AssessListCommand>(),
        std::make_unique<AssessShowCommand>(),
        std::make_unique<AssessExportCommand>(),
        std::make_unique<AssessImportCommand>(),
        std::make_unique<JsonFileCommand>(
            u"cost"_s, CliText::tr("Compute costs, returns and their uncertainty of a FILE."), answerCost)};
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    QString word = arguments.value(0);
    if (word == "--version"_L1 || word == "-v"_L1) {
        print(stdout, u"stratadeck-cli %1\n"_s.arg(QStringLiteral(STRATADECK_VERSION)));
        return 0;
    }
    if (word == "--help"_L1 || word == "-h"_L1 || word == "help"_L1) {
        print(stdout, helpText(commands));
        return 0;
    }
    if ((word == "db"_L1 || word == "alerts"_L1 || word == "assess"_L1) && arguments.size() > 1) {
        arguments.removeFirst();
        word += u' ' + arguments.first();
    }
    const auto command = std::ranges::find(commands, word, [](const auto &c) { return c->name(); });
    if (command == commands.end()) {
        print(stderr, word.isEmpty() ? helpText(commands)
                                     : u"stratadeck-cli: unknown command '%1', see --help\n"_s.arg(word));
        return static_cast<int>(ExitCode::Usage);
    }
    return runCommand(**command, arguments);
}
