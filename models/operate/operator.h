// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/operate/guestfacts.h"
#include "models/operate/operationrequest.h"
#include "models/operate/operationresult.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace stratadeck {

/// Carries out operations, each on a thread and a connection of its own, so that a stuck one holds up nobody
/// else; answers in the thread it lives in, always later than the call. Every operation ends by its deadline;
/// a call that hangs beyond it is given up. In read-only mode everything is refused and nothing is opened for
/// writing.
class Operator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operator)
public:
    enum class JobId : quint64 {};

    explicit Operator(OperationTiming timing = {}, QObject *parent = nullptr);
    /// Gives up what is under way; it may still happen.
    ~Operator() override;

    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    /// One operation at a time on an entity, else Busy; but one that ends it by force takes over from one that
    /// waits, which then ends as Cancelled. `context` bounds the life of `done`, not that of the operation.
    using Done = std::function<void(const OperationResult &)>;
    JobId perform(const OperationRequest &request, QObject *context, Done done);

    /// Begins no more when it has not begun; else stops waiting for the guest.
    void cancel(JobId id);

    /// What must be known of a VM first; also in read-only mode.
    void askFacts(const EntityInfo &entity, const QString &uri, QObject *context,
                  std::function<void(const Result<GuestFacts> &)> done);

Q_SIGNALS:
    void readOnlyChanged();

protected:
    void customEvent(QEvent *event) override;

private:
    struct Job;
    struct Report;
    using Act = std::function<Report(const std::stop_token &)>;

    JobId add(std::unique_ptr<Job> job);
    void startWaiting();
    void start(Job &job);
    void watch();
    void end(JobId id, const Report &report);
    bool hasPlace(const Job &job) const;
    std::optional<Error> refusal(const OperationRequest &request);

    OperationTiming m_timing;
    bool m_readOnly = false;
    std::shared_ptr<Channel<Report>> m_reports;
    std::vector<std::unique_ptr<Job>> m_jobs; // in the order of the calls
    QTimer m_watch;
    quint64 m_nextId = 1;
};

} // namespace stratadeck
