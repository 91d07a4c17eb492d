// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/editing.h"

#include <QByteArray>

namespace stratadeck {

// One file for another machine.

/// JSON with every event, so nothing is lost; and the state, so that others can read it without replaying.
QByteArray exportAssessment(const AssessmentLog &log);

/// Untrusted. Foreign for another file; TooNew with the version it names; Invalid with the path of what is
/// wrong, or when it is too large (64 MiB); Corrupt with number and hash of the first event that was tampered
/// with, or when the state is not what the events say. An assessment that was exported comes back equal.
Result<AssessmentLog> importAssessment(const QByteArray &json);

/// The decision as Markdown in the form of MADR 4: context, drivers, options, outcome, consequences, evidence.
/// Texts are escaped: none of them can become markup or a link.
QString madrOf(const AssessmentLog &log, TimePoint now);

} // namespace stratadeck
