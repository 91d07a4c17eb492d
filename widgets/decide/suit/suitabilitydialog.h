// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suit/suitability.h"
#include "widgets/decide/table/figuremodel.h"

#include <QDialog>
#include <QTimer>
#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace stratadeck {

class FigureTable;
class NoticeBar;
class QuestionForm;
class TableTools;
class Workbench;
class WorkloadReader;

/// Which workloads of the inventory belong into a VM, into a container, or into both, as far as it is known,
/// and the questions that are still open. Each answer is stored at once and can be undone.
class SuitabilityDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SuitabilityDialog)
public:
    /// The inventory as it is when it is asked for.
    using WorkloadSource = std::function<std::vector<Workload>()>;
    SuitabilityDialog(Workbench &bench, WorkloadSource source, QWidget *parent = nullptr);

    void done(int result) override;

private:
    struct Line {
        Workload workload;
        Suitability suitability;
        std::vector<FigureCell> cells;
    };
    QWidget *buildTop();
    QWidget *buildBottom();
    void readAgain();
    void judge();
    void showTable();
    void follow(int row);
    void selectCurrent();
    void showCurrent();
    void store(WorkloadTopic topic, const std::optional<bool> &isYes, const QString &reason);
    const Line *current() const;
    QString detailsOf(const Line &line) const;

    Workbench &m_bench;
    WorkloadSource m_source;
    TableTools *m_tools;
    WorkloadReader *m_reader;
    NoticeBar *m_notice;
    QLineEdit *m_filter = nullptr;
    QLabel *m_status = nullptr;
    FigureTable *m_table = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QuestionForm *m_questions = nullptr;
    std::vector<Line> m_lines;          ///< by name
    std::vector<std::size_t> m_visible; ///< indices into them, by row of the table
    QString m_currentKey;
    QTimer m_pause; ///< engines answer one by one, faster than a person reads
};

} // namespace stratadeck
