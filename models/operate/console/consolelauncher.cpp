// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/consolelauncher.h"

#include "models/base/errortext.h"
#include "models/base/logging.h"
#include "models/collect/container/jsonfields.h"
#include "models/history/deskservice.h"
#include "models/operate/taskrunner.h"

#include <QDir>
#include <QPointer>
#include <QProcess>
#include <QTemporaryFile>
#include <QTimer>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLastWords = 2048;

// The last line it wrote: what tools say when they give up.
QString lastLine(QTemporaryFile &file)
{
    if (!file.seek(std::max<qint64>(0, file.size() - kLastWords)))
        return {};
    const QList<QByteArray> lines = file.read(kLastWords).trimmed().split('\n');
    return plainText(QString::fromUtf8(lines.constLast()), kLastWords);
}

} // namespace

struct ConsoleLauncher::Launch {
    ViewerCommand command;
    QPointer<QObject> context;
    Done done;
    qint64 record = 0;
    bool settled = false;
    // A file and not a pipe: nobody reads it any more when we end, and a program that writes into such a pipe
    // dies.
    std::unique_ptr<QTemporaryFile> complaints;
    std::unique_ptr<QProcess> process;
};

ConsoleLauncher::ConsoleLauncher(DeskService &desk, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_who(TaskRunner::whoAmI())
{
}

ConsoleLauncher::~ConsoleLauncher()
{
    for (const auto &launch : m_launches) {
        launch->process->disconnect(this);
        if (launch->process->state() == QProcess::NotRunning)
            continue;
        // Destroying it would end the program, which is a window of the person's own.
        QProcess *process = launch->process.release();
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
}

void ConsoleLauncher::open(ConsoleKind kind, EntityId entity, const QString &name, const ViewerCommand &command,
                           QObject *context, Done done)
{
    auto launch = std::make_shared<Launch>();
    launch->command = command;
    launch->context = context;
    launch->done = std::move(done);
    TaskRecord record;
    record.entity = entity;
    record.name = name;
    record.begun = m_clock.now();
    record.who = m_who;
    record.operation = consoleInfo(kind).word;
    record.detail = QFileInfo(command.program).fileName();
    m_desk.beginTask(record, this, [this, launch](const Result<qint64> &stored) {
        if (stored) {
            launch->record = *stored;
            start(launch);
            return;
        }
        // In the words a person reads: nothing was started.
        if (launch->context)
            launch->done(fail(stored.error().kind, errorText(stored.error()), stored.error().subject));
    });
}

void ConsoleLauncher::start(const std::shared_ptr<Launch> &launch)
{
    launch->complaints = std::make_unique<QTemporaryFile>();
    launch->process = std::make_unique<QProcess>();
    QProcess *process = launch->process.get();
    m_launches.push_back(launch);
    process->setProgram(launch->command.program);
    process->setArguments(launch->command.arguments);
    process->setWorkingDirectory(QDir::homePath());
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    const bool isKept = launch->complaints->open();
    process->setStandardErrorFile(isKept ? launch->complaints->fileName() : QProcess::nullDevice());
    // A session of its own: Ctrl+C in the terminal that we were started from is not meant for it.
    process->setChildProcessModifier([] { ::setsid(); });
    connect(process, &QProcess::errorOccurred, this, [this, launch](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        settle(launch, fail(Error::Kind::Io, launch->process->errorString(), launch->command.program));
        drop(launch);
    });
    connect(process, &QProcess::finished, this, [this, launch](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0) {
            settle(launch, {});
        } else {
            const QString words = lastLine(*launch->complaints);
            const QString ended = u"%1 ended with status %2"_s.arg(launch->command.program).arg(code);
            settle(launch, fail(Error::Kind::Io, words.isEmpty() ? ended : words, launch->command.program));
        }
        drop(launch);
    });
    QTimer::singleShot(kGrace, this, [this, launch] { settle(launch, {}); });
    process->start(QIODevice::NotOpen);
}

void ConsoleLauncher::settle(const std::shared_ptr<Launch> &launch, const Result<> &result)
{
    if (std::exchange(launch->settled, true))
        return;
    if (!result)
        qCWarning(lcOperate) << launch->command.program << ":" << result.error().what;
    m_desk.endTask(launch->record, m_clock.now(), result ? TaskOutcome::Succeeded : TaskOutcome::Failed,
                   result ? QString() : result.error().what);
    if (launch->context)
        launch->done(result);
}

// Called from the process's own signals, so it goes later.
void ConsoleLauncher::drop(const std::shared_ptr<Launch> &launch)
{
    std::erase(m_launches, launch);
    launch->process->disconnect(this);
    launch->process.release()->deleteLater();
}

} // namespace stratadeck
