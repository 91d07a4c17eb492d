// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QListWidget;

namespace stratadeck {

/// All about one alert: what and where, why it is shown or hidden, its clock, who has it, and what became of
/// it. Every text can be selected and is plain.
class AlertDetails final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDetails)
public:
    AlertDetails(AlertDesk &desk, const Clock &clock, QWidget *parent = nullptr);

    /// `others`: how many more are selected.
    void showCard(const BoardCard &card, int others);
    void showNothing();

private:
    QLabel *addRow(const QString &name);
    void showFacts(const BoardCard &card, const AlertView &view);
    void showLog(int incident);

    AlertDesk &m_desk;
    const Clock &m_clock;
    QFormLayout *m_form;
    QLabel *m_title;
    QLabel *m_summary;
    QLabel *m_place;
    QLabel *m_clockText;
    QLabel *m_fired;
    QLabel *m_owner;
    QLabel *m_reasons;
    QLabel *m_labels;
    QListWidget *m_log;
    int m_loggedIncident = 0;
    qint64 m_loggedRevision = -1;
};

} // namespace stratadeck
