// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "widgets/alert/rules/rulebook.h"

#include <QPointer>
#include <memory>

class QFileDialog;

namespace stratadeck {

class FileSaver;

/// Rules from a file and into one; files are read and written on threads of their own.
class RuleFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleFiles)
public:
    /// Dialogs belong to `window`, which outlives this object.
    RuleFiles(RuleBook &book, QWidget &window, QObject *parent = nullptr);
    ~RuleFiles() override;

    /// Asks which file, shows what would become of its rules, then puts them in force.
    void askToImport();
    /// The same of a file that is known.
    void importFrom(const QString &path);
    /// All rules, as a file for Prometheus.
    void askToExport();

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    RuleBook &m_book;
    QWidget &m_window;
    FileSaver *m_saver;
    QPointer<QFileDialog> m_dialog;
    std::unique_ptr<JobQueue> m_jobs; // its thread starts with the first file
};

} // namespace stratadeck
