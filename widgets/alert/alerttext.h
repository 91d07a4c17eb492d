// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incident/alertdesk.h"
#include "widgets/kit/words.h"

#include <QLocale>
#include <QStringList>

namespace stratadeck {

// The words of alerts. Labels are texts of strangers: what is returned is plain, short, and has no markup.

/// "Unavailable" for P0, and so on.
QString severityName(Severity severity);
/// Within which time somebody should respond.
QString severityTarget(Severity severity);
Tone severityTone(Severity severity);

QString alertTitle(const Labels &labels);
/// What it is about: the name, its host, the disk or the card.
QString alertPlace(const Labels &labels);

/// The badge of a card.
Wording badgeWording(const AlertView &view);
QString conditionText(Condition condition);

/// What the clock says: how much is left, that it is overdue, or that it stands still.
QString clockText(const AlertView &view, const QLocale &locale);
Tone clockTone(const AlertView &view);

/// One sentence for each reason for which an alert is shown or hidden.
QStringList reasonTexts(const BoardCard &card, const AlertView &view, const std::vector<Window> &windows,
                        const QLocale &locale);

QString suppressorName(SuppressorKind kind);
/// A time of today as 14:05, of other days with the date.
QString timeText(TimePoint at, const QLocale &locale);
QString logText(const AlertLogEntry &entry);

/// A card in words, for screen readers and for the clipboard.
QString cardText(const BoardCard &card, const AlertView &view, const QLocale &locale);

} // namespace stratadeck
