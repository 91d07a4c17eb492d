// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace stratadeck {

class EmptyState;
class FileSaver;
class IncidentModel;
class NoticeBar;

/// What has happened: incidents of a time, searched, with how long it took to acknowledge and to resolve them.
class IncidentView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IncidentView)
public:
    IncidentView(AlertDesk &desk, const Clock &clock, QWidget *parent = nullptr);

    void load();

Q_SIGNALS:
    void chartWanted(const stratadeck::BoardCard &card);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar();
    void buildList();
    void take(Result<std::vector<Incident>> incidents);
    void search();
    void copy() const;
    void exportCsv();
    QStringList cells(int row) const;
    QStringList head() const;

    AlertDesk &m_desk;
    const Clock &m_clock;
    IncidentModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLineEdit *m_search;
    QComboBox *m_range;
    QComboBox *m_severity;
    QLabel *m_statistics;
    QTreeView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    FileSaver *m_saver;
    QAction *m_copy;
    QAction *m_export;
    bool m_isCut = false; // there are more than are shown
    int m_asked = 0;
};

} // namespace stratadeck
