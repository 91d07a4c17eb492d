// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessmentstore.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QStackedWidget;

namespace stratadeck {

class AssessmentDesk;
class EmptyState;
class FigureTable;
class TableTools;

/// All assessments of the history file, the latest changed first; archived ones only when they are asked for.
class AssessmentList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssessmentList)
public:
    AssessmentList(AssessmentDesk &desk, TableTools &tools, QWidget *parent = nullptr);

    /// What is offered when there is none yet, and beside the list.
    void setActions(const QList<QAction *> &forEmpty, const QList<QAction *> &forRows);
    /// Of the current row; empty without.
    QString currentId() const;
    QString currentTitle() const;
    bool isCurrentArchived() const;

Q_SIGNALS:
    void opened(const QString &id);
    void currentChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void follow();
    void showEmpty(bool hasArchived);
    const AssessmentSummary *current() const;

    AssessmentDesk &m_desk;
    FigureTable *m_table;
    EmptyState *m_empty;
    QCheckBox *m_showArchived;
    QStackedWidget *m_stack;
    std::vector<AssessmentSummary> m_shown;
};

} // namespace stratadeck
