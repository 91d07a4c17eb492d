// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/operate/console/viewercommand.h"

#include <QObject>
#include <functional>
#include <vector>

class QProcess;
class QTemporaryFile;

namespace stratadeck {

class DeskService;

/// Starts the programs of consoles and writes each into the task log: before it is started, and whether that
/// went well. What cannot be written is not started. The programs live on when Stratadeck ends. Window thread;
/// never waits.
class ConsoleLauncher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleLauncher)
public:
    /// A program that fails within this time counts as not started; one that ends well or goes on as started.
    static constexpr Milliseconds kGrace{2000};

    ConsoleLauncher(DeskService &desk, const Clock &clock, QObject *parent = nullptr);
    ~ConsoleLauncher() override;

    /// `done` comes once, later. Errors: Io with the program's own words, or why the log refuses. `context`
    /// bounds the life of `done` only.
    using Done = std::function<void(const Result<> &)>;
    void open(ConsoleKind kind, EntityId entity, const QString &name, const ViewerCommand &command,
              QObject *context, Done done);

private:
    struct Launch;
    void start(const std::shared_ptr<Launch> &launch);
    void settle(const std::shared_ptr<Launch> &launch, const Result<> &result);
    void drop(const std::shared_ptr<Launch> &launch);

    DeskService &m_desk;
    const Clock &m_clock;
    const QString m_who;
    std::vector<std::shared_ptr<Launch>> m_launches; // whose program has not ended
};

} // namespace stratadeck
