// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmanager/webhookmessage.h"
#include "models/notify/deliver/webcall.h"

#include <QStringList>

namespace stratadeck {

/// An alert as Alertmanager's API tells of it.
struct PulledAlert {
    enum class State : quint8 { Unprocessed, Active, Suppressed };

    ForeignAlert alert; ///< fires, whatever its end says: that lies in the future
    State state = State::Unprocessed;
    QStringList silencedBy;  ///< ids of silences
    QStringList inhibitedBy; ///< fingerprints
    QStringList mutedBy;     ///< names of time intervals; versions before 0.28 do not tell

    bool operator==(const PulledAlert &) const = default;
};

struct SilenceMatcher {
    QString name;
    QString value;
    bool isRegex = false;
    bool isEqual = true;

    bool operator==(const SilenceMatcher &) const = default;
};

struct ForeignSilence {
    enum class State : quint8 { Pending, Active, Expired };

    QString id; ///< empty for a new one
    std::vector<SilenceMatcher> matchers;
    TimePoint startsAt{};
    TimePoint endsAt{};
    QString createdBy;
    QString comment;
    State state = State::Active;

    bool operator==(const ForeignSilence &) const = default;
};

Result<std::vector<PulledAlert>> parseAlerts(const QByteArray &body);
Result<std::vector<ForeignSilence>> parseSilences(const QByteArray &body);
QByteArray silenceJson(const ForeignSilence &silence);

/// Some ten thousand alerts.
inline constexpr qsizetype kLongestAlertmanagerAnswer = qsizetype(16) * 1024 * 1024;

/// Version 2 of Alertmanager's API. Each call blocks until the answer, the deadline or stop. Errors as of
/// callWeb(); a status that says no is Denied (401, 403), NotFound (404), Invalid (other 4xx) or Unreachable.
class AlertmanagerApi
{
public:
    explicit AlertmanagerApi(WebEndpoint endpoint);

    const WebEndpoint &endpoint() const { return m_endpoint; }
    Result<std::vector<PulledAlert>> alerts(const std::stop_token &stop) const;
    /// `alerts` as of pushJson().
    Result<> push(const QByteArray &alerts, const std::stop_token &stop) const;
    Result<std::vector<ForeignSilence>> silences(const std::stop_token &stop) const;
    /// The id, which is another than before when more than the end has changed.
    Result<QString> putSilence(const ForeignSilence &silence, const std::stop_token &stop) const;
    /// Ends it. One that is not there, or has ended, is no error.
    Result<> endSilence(const QString &id, const std::stop_token &stop) const;

private:
    Result<QByteArray> call(WebMethod method, const QString &path, const QByteArray &body,
                            const std::stop_token &stop) const;
    WebEndpoint m_endpoint;
};

} // namespace stratadeck
