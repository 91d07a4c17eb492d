// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/base/result.h"
#include "models/operate/log/logline.h"

#include <QPointer>
#include <QWidget>
#include <vector>

class QFileDialog;

namespace stratadeck {

/// Asks where to save lines of a log and writes them on a thread of its own: whole or not at all.
class LogSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSaver)
public:
    /// The dialog belongs to `window`, which outlives this object.
    explicit LogSaver(QWidget &window, QObject *parent = nullptr);
    ~LogSaver() override;

    /// Opens the save dialog and returns. `name` is the file's suggested name without its ending.
    void save(const QString &name, std::vector<LogLine> lines);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const stratadeck::Error &error);

private:
    QWidget &m_window;
    QPointer<QFileDialog> m_dialog;
    QString m_folder; // where the last file went
    JobQueue m_jobs{1};
};

/// Writes each line with its time and stream. Any thread. Denied, NotFound, Io.
Result<> writeLog(const QString &path, const std::vector<LogLine> &lines);

} // namespace stratadeck
