// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/alert/weekly.h"
#include "models/base/timerange.h"

#include <QStringList>
#include <optional>

namespace stratadeck {

/// Why nobody is told of an alert. Apart from its condition and its handling: it hides both and changes
/// neither.
enum class SuppressorKind : quint8 { Silence, Inhibition, Maintenance, Hold, Flapping };
QString toWord(SuppressorKind kind);

struct Suppressor {
    SuppressorKind kind{};
    QString id; ///< of the silence or window, the fingerprint of the alert that inhibits, else a word

    bool operator==(const Suppressor &) const = default;
};

/// While one of these alerts fires, those are its consequence. Labels that are missing are equal to empty ones.
struct InhibitRule {
    LabelPattern source;
    LabelPattern target;
    QStringList equal;
};

/// A silence, a maintenance window or a hold: for what, from when to when.
struct Window {
    SuppressorKind kind{};
    QString id;
    Labels pattern;
    TimePoint from{};
    std::optional<TimePoint> to; ///< a silence includes it, the others do not
    QString name;                ///< what it was put as: an edit keeps it, though it may get another id
    int edition = 1;             ///< of that name
    QString by;
    QString why;
    std::optional<Weekly> weekly; ///< only then, between `from` and `to`

    bool operator==(const Window &) const = default;
    /// `isOver`: at the end of the instant, when what ends with it has ended.
    bool covers(TimePoint now, bool isOver) const;
};

/// What a person wants to be suppressed, or an edit of it.
struct WindowRequest {
    SuppressorKind kind{};
    QString id;
    Labels pattern;
    std::optional<TimePoint> from; ///< absent: now, or as before
    std::optional<TimePoint> to;
    QString by;
    QString why;
    std::optional<Weekly> weekly;

    bool operator==(const WindowRequest &) const = default;
};

/// All silences, maintenance windows and holds.
class Windows
{
public:
    /// A new one, or an edit of the one with that id: with the same labels and beginning it gets the new end,
    /// else the old one ends now and a new one begins, with the id "<id>-<n>". Without a beginning: now, or as
    /// before. False when it would end before it begins, or come back at no time.
    bool put(const WindowRequest &request, TimePoint now);
    /// The window with that id ends at `now`; one that has not begun never was. False when there is none.
    bool end(const QString &id, TimePoint now);
    void restore(std::vector<Window> windows) { m_windows = std::move(windows); }
    void forgetEnded(TimePoint now); ///< those that have been over for a day
    const std::vector<Window> &all() const { return m_windows; }

    std::vector<Suppressor> covering(const Labels &labels, TimePoint now, bool isOver) const;
    /// The next beginning or end after `now`.
    std::optional<TimePoint> nextChange(TimePoint now) const;

private:
    Window *newest(SuppressorKind kind, const QString &name);

    std::vector<Window> m_windows;
};

} // namespace stratadeck
