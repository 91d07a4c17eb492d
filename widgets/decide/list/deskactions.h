// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <functional>

class QAction;
class QWidget;

namespace stratadeck {

class AssessmentList;
class TableTools;
class Workbench;

/// What can be done with whole assessments: begin, duplicate, rename, import, export, freeze, archive. Those
/// for a line of the list open it first, as its history has to be read.
class DeskActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskActions)
public:
    DeskActions(Workbench &bench, AssessmentList &list, TableTools &tools, QWidget &page);

    QAction *begin() const { return m_begin; }
    QAction *importFile() const { return m_import; }
    QAction *undo() const { return m_undo; }
    QAction *redo() const { return m_redo; }
    /// For one assessment, in the order of a menu.
    QList<QAction *> forOne() const;
    QList<QAction *> all() const;
    /// Whether the list is what the page shows; else the actions mean the open assessment.
    void setOnList(bool onList);
    void setReadOnly(bool readOnly);
    /// openWanted() follows as soon as it has been read.
    void open(const QString &id);

Q_SIGNALS:
    /// An assessment was asked for: the page shows it as soon as it is there.
    void openWanted();
    void failed(const stratadeck::Error &error);

private:
    QAction *make(const QString &name, const QString &icon, const QString &text);
    void showState();
    void startNew();
    void rename();
    void chooseImport();
    void readImport(const QString &path);
    void exportJson();
    void exportMarkdown();
    void duplicate();
    void freezeOrReopen();
    void archiveOrRestore();
    void report(const Result<> &done);
    /// Runs `then` with the assessment that is meant, open.
    void withMeant(const std::function<void()> &then);
    void askText(const QString &title, const QString &label, const QString &text,
                 const std::function<void(const QString &)> &then);

    Workbench &m_bench;
    AssessmentList &m_list;
    TableTools &m_tools;
    QWidget &m_page;
    QAction *m_begin;
    QAction *m_import;
    QAction *m_duplicate;
    QAction *m_rename;
    QAction *m_exportJson;
    QAction *m_exportMarkdown;
    QAction *m_freeze;
    QAction *m_archive;
    QAction *m_undo;
    QAction *m_redo;
    std::function<void()> m_then; // as soon as it is open
    bool m_isOnList = true;
    bool m_isReadOnly = false;
};

} // namespace stratadeck
