// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmanager/amapi.h"

#include <variant>

namespace stratadeck {

/// Shows an Alertmanager that somebody here has an alert: a short silence of exactly its labels, which is made
/// longer while it fires and is acknowledged, and ends with either. What we do not get to end runs out by
/// itself. One thread.
class AckMirror
{
public:
    struct Put {
        QString fingerprint;
        ForeignSilence silence;
    };
    struct End {
        QString fingerprint;
        QString id;
    };
    using Step = std::variant<Put, End>;

    /// Switched off, every silence of ours is to end.
    void setEnabled(bool enabled);
    void acknowledged(const Labels &labels, const QString &by, const QString &note);
    /// The acknowledgement has ended, or the alert.
    void ended(const Labels &labels);

    std::vector<Step> due(TimePoint now) const;
    void wasPut(const Put &put, const QString &id);
    void wasEnded(const End &end) { m_acks.erase(end.fingerprint); }

private:
    struct Ack {
        Labels labels;
        QString by;
        QString note;
        QString id; ///< of the silence; empty until there is one
        TimePoint startsAt{};
        TimePoint endsAt{};
        bool isWanted = true;
    };
    std::map<QString, Ack> m_acks; ///< by fingerprint
    bool m_isEnabled = true;
};

} // namespace stratadeck
