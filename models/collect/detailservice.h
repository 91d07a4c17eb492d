// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/clock.h"
#include "models/collect/container/containerdetails.h"
#include "models/collect/libvirt/callthread.h"
#include "models/collect/libvirt/guestdetails.h"

#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>
#include <variant>

namespace stratadeck {

/// What an engine says of one entity.
struct EntityDetails {
    TimePoint at{}; ///< when it was asked
    std::variant<GuestDetails, ContainerDetails> what;
};

/// Asks engines for the details of one entity at a time, apart from the collectors, which read figures: on a
/// thread and a read-only connection of its own, so a stuck engine holds up neither them nor the window. Used
/// from the thread it lives in and answers there, always later than the call.
class DetailService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailService)
public:
    struct Timing {
        Milliseconds deadline{10'000}; ///< an answer that takes longer is given up
        Milliseconds keepOpen{60'000}; ///< a connection that nobody uses
    };

    explicit DetailService(const Clock &clock, QObject *parent = nullptr);
    DetailService(const Clock &clock, Timing timing, QObject *parent = nullptr);
    /// Gives up what is under way.
    ~DetailService() override;

    /// A newer question takes the place of one that waits or is under way; that one is never answered.
    /// Errors: as of the engine's connection; Timeout; Invalid for a source that gives figures only.
    using Done = std::function<void(const Result<EntityDetails> &)>;
    void ask(const QString &key, const QString &uri, QObject *context, Done done);

    /// Whether a source of this URI can be asked at all.
    static bool canAsk(const QString &uri);

protected:
    void customEvent(QEvent *event) override;

private:
    class Desk;
    struct Question;
    struct Report;

    void begin();
    void answer(const Result<EntityDetails> &result);
    void giveUp();
    bool letGo();
    void closeIdle();

    const Clock &m_clock;
    Timing m_timing;
    std::shared_ptr<Channel<Report>> m_reports;
    std::shared_ptr<Desk> m_desk; // used on the thread only
    std::unique_ptr<CallThread> m_thread;
    std::vector<std::weak_ptr<const void>> m_letGo; // threads that hang
    std::unique_ptr<Question> m_question;           // the latest, not answered yet
    quint64 m_lastId = 0;
    QTimer m_deadline;
    QTimer m_again; // the thread was not free yet
    QTimer m_idle;
};

} // namespace stratadeck
