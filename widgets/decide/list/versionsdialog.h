// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/differences.h"
#include "models/assess/editing.h"
#include "models/base/jobqueue.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace stratadeck {

class FigureTable;
class TableTools;
class Workbench;

/// Two versions of the open assessment, frozen or after any change, and what is different between them in
/// words.
class VersionsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsDialog)
public:
    VersionsDialog(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

private:
    void fill(QComboBox *chooser, qint64 chosen);
    void compare();
    void showDifferences(const std::vector<Difference> &differences);

    const AssessmentLog m_log;
    QComboBox *m_before;
    QComboBox *m_after;
    QLabel *m_count;
    FigureTable *m_table;
    QPushButton *m_copy;
    JobQueue m_jobs{1}; ///< a long history is replayed off the window's thread
    JobQueue::JobId m_comparing{};
};

} // namespace stratadeck
