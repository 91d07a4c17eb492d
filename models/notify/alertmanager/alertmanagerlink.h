// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/clock.h"
#include "models/base/worker.h"
#include "models/notify/alertmanager/ackmirror.h"
#include "models/notify/alertmanager/pulledalerts.h"
#include "models/notify/alertmanager/pushlist.h"

#include <QObject>

namespace stratadeck {

struct AlertmanagerSettings {
    WebEndpoint endpoint; ///< "http://127.0.0.1:9093"
    bool pulls = true;
    bool pushes = true;
    bool mirrorsAcks = true;
    Milliseconds pullInterval{15'000};
};

/// Everything between us and one Alertmanager but its webhook: pulls its alerts and silences, pushes ours,
/// mirrors acknowledgements as short silences. Calls return at once; a thread of its own asks, answers arrive
/// in the thread that this lives in. While the other side is away, nothing is lost that still counts when it is
/// back.
class AlertmanagerLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertmanagerLink)
public:
    AlertmanagerLink(AlertmanagerSettings settings, const Clock &clock, QObject *parent = nullptr);
    ~AlertmanagerLink() override;

    /// A new state of an alert of ours.
    void push(const AlertMessage &alert);
    void acknowledged(const Labels &labels, const QString &by, const QString &note);
    /// No longer acknowledged, or resolved.
    void acknowledgementEnded(const Labels &labels);
    /// Makes or changes a silence there; silencePut() or silenceFailed() tells how it went.
    void putSilence(const ForeignSilence &silence);
    void endSilence(const QString &id);
    /// Pulls as soon as possible, as after a webhook that left alerts out.
    void pullNow();

    /// The last pull failed, or there was none yet.
    bool isStale() const { return m_isStale; }

Q_SIGNALS:
    /// What the others have, without what we pushed ourselves.
    void alertsChanged(const stratadeck::PulledChanges &changes);
    void silencesChanged(const std::vector<stratadeck::ForeignSilence> &silences);
    /// A good answer; what it says that is new came before.
    void pulled();
    /// The alerts keep the state that they had.
    void wentStale(const stratadeck::Error &error);
    void becameFresh();
    void pushed(int alerts);
    void pushFailed(const stratadeck::Error &error);
    void silencePut(const stratadeck::ForeignSilence &silence); ///< with its id
    void silenceEnded(const QString &id);
    void silenceFailed(const stratadeck::Error &error);

protected:
    void customEvent(QEvent *event) override;

private:
    class Side;
    void tell(std::function<void(Side &)> command);

    using News = std::function<void(AlertmanagerLink &)>;
    Channel<News> m_news{1000};
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void(Side &)>> m_commands;
    bool m_isStale = true;
    Worker m_worker; ///< last: it uses the others
};

} // namespace stratadeck
