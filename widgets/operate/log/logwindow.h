// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/log/containerlog.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;

namespace stratadeck {

class EmptyState;
class LogDelegate;
class LogFindBar;
class LogList;
class LogSaver;
class NoticeBar;
class StatusPill;

/// The log of one container in a window of its own, not modal: follows it, finds in it, copies and saves.
class LogWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogWindow)
public:
    /// `name` is the container's; `uri` and `key` as of ContainerLog.
    LogWindow(const QString &name, const QString &uri, const QString &key, LogTiming timing, QWidget *parent);

    ContainerLog &log() { return m_log; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    QWidget *makeBar();
    void connectFinding();
    void useMonospace();
    void copy() const;
    void save();
    void find(int step);
    void showState();
    void showLines();
    void showFound();

    QString m_name;
    ContainerLog m_log;
    NoticeBar *m_notice;
    LogFindBar *m_find;
    QStackedWidget *m_stack;
    LogList *m_list;
    EmptyState *m_empty;
    LogDelegate *m_delegate;
    QLabel *m_lines;
    StatusPill *m_state;
    LogSaver *m_saver;
    QComboBox *m_streams;
    QAction *m_follow;
    QAction *m_times;
    QAction *m_copy;
    QAction *m_save;
    QAction *m_reconnect;
};

} // namespace stratadeck
