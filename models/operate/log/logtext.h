// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace stratadeck {

/// A line as a container wrote it, without its line end, made into plain text: no escape sequences, no control
/// characters but tabs, nothing that turns the direction of writing; what is no UTF-8 shows as U+FFFD. Any
/// thread.
QString plainLogText(QByteArrayView line);

/// "2026-11-24T03:50:00.123456789Z" or with "+01:00" as nanoseconds since 1970; nothing for anything else.
std::optional<qint64> parseLogTime(QByteArrayView text);

} // namespace stratadeck
