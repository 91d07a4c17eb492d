// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <memory>

class QFileDialog;

namespace stratadeck {

/// Asks where to save something and writes it on a thread of its own: whole or not at all.
class FileSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileSaver)
public:
    struct Kind {
        QString suffix; ///< without the dot
        QString filter; ///< as the dialog shows it: "CSV tables (*.csv)"
    };

    /// The dialog belongs to `window`, which outlives this object.
    explicit FileSaver(QWidget &window, QObject *parent = nullptr);
    ~FileSaver() override;

    /// Makes the bytes of the file; called on the writing thread, so it holds values only.
    using Content = std::function<QByteArray()>;
    /// Opens the save dialog and returns. `name` is the file's suggested name without its ending.
    void save(const Kind &kind, const QString &name, Content content);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const stratadeck::Error &error);

private:
    void write(const QString &path, Content content);

    QWidget &m_window;
    QPointer<QFileDialog> m_dialog;
    QString m_folder;                 // where the last file went
    std::unique_ptr<JobQueue> m_jobs; // its thread starts with the first file
};

/// Writes a whole file or leaves what was there. Any thread. Denied, NotFound, Io.
Result<> writeWholeFile(const QString &path, const QByteArray &content);

} // namespace stratadeck
