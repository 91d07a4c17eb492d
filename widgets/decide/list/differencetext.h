// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/differences.h"

namespace stratadeck {

/// One sentence in the reader's language, as plain text: "Criterion “Security”: worst level was 0 and is 2
/// now."
QString differenceText(const Difference &difference);

/// What became of an assessment: "frozen", "undone" ...
QString eventText(AssessmentEvent::Kind kind);

} // namespace stratadeck
