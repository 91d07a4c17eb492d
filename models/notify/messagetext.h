// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmessage.h"

namespace stratadeck {

// The words of a notice for people. All of it is plain text of bounded length, whatever the labels hold, in the
// language of the program. Any thread.

/// What and where in one line: "CpuHigh on web-1". At most 160 characters.
QString titleOf(const AlertMessage &alert);
/// The severity and the summary or description that the rule gave, in one line; at most 300 characters.
QString detailOf(const AlertMessage &alert);
/// The labels that tell more than the title, "name=value, ...", at most 300 characters.
QString foreignLabelsOf(const AlertMessage &alert);

/// One line for a whole notice: "P1: CpuHigh on web-1", "P0: 3 alerts are firing", "All alerts are resolved".
QString subjectOf(const NoticeMessage &notice);
/// The notice in lines, at most 50 alerts; what is left out is counted.
QString bodyOf(const NoticeMessage &notice);

} // namespace stratadeck
