// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/foreignintake.h"
#include "models/base/jobqueue.h"
#include "models/incident/alertdesk.h"
#include "models/notify/alertmanager/alertmanagerlink.h"
#include "models/notify/alertmanager/silencemirror.h"

#include <QHash>
#include <QTimer>
#include <deque>
#include <memory>

namespace stratadeck {

/// Keeps the board and an Alertmanager in step: our alerts, acknowledgements and silences go there, its alerts
/// come here. Lives in the thread of the desk, never waits.
class AlertmanagerSync final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertmanagerSync)
public:
    /// The desk outlives this.
    AlertmanagerSync(const AlertmanagerSettings &settings, AlertDesk &desk,
                     std::shared_ptr<ForeignIntake> intake, const Clock &clock, QObject *parent = nullptr);

    /// As after a webhook that left alerts out.
    void pullNow() { m_link.pullNow(); }

    /// What alerts that came by pulling are marked with.
    static QString origin();

Q_SIGNALS:
    /// Something went there, or came.
    void worked();
    void failed(const stratadeck::Error &error);

private:
    void takeBoard();
    void tellAlert(const BoardCard &card);
    void tellAcknowledgement(const BoardCard &card);
    void endMissing();
    void mirrorSilences();
    void takeAlerts(const PulledChanges &changes);
    void pulled();
    void endForgotten();
    void give(std::vector<ForeignAlert> alerts);
    void giveNext();

    const AlertmanagerSettings m_settings;
    AlertDesk &m_desk;
    std::shared_ptr<ForeignIntake> m_intake;
    const Clock &m_clock;
    QHash<QString, AlertMessage> m_pushed; ///< ours that fire there, by fingerprint
    QHash<QString, Labels> m_acknowledged; ///< by fingerprint
    QSet<QString> m_there;                 ///< fingerprints of alerts of others that were pulled
    int m_goodPulls = 0;
    SilenceMirror m_silences;
    std::deque<std::vector<ForeignAlert>> m_toGive;
    bool m_isGiving = false;
    QTimer m_retry;
    QTimer m_look; ///< weekly silences begin and end by themselves
    JobQueue m_jobs{1};
    AlertmanagerLink m_link; ///< last: it uses the others
};

} // namespace stratadeck
