// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmessage.h"

#include <QByteArray>
#include <QStringList>

namespace stratadeck {

/// Who a mail comes from and goes to: bare addresses.
struct MailAddresses {
    QString from;
    QStringList to;
};

/// An address that can stand in a mail and in what is said to a mail server: letters, digits and
/// ".!#$%&'*+/=?^_`{|}~-" on both sides of one @, at most 254 characters. No display names, no line breaks, no
/// angle brackets.
bool isMailAddress(const QString &address);

/// A header's value for any text: as it is where it is short and ASCII, else as encoded words of UTF-8 (RFC
/// 2047). Control characters are left out, so that no text can begin another header.
QByteArray encodedHeader(const QString &text);

/// The notice as a plain text mail. Its lines end with CR LF; the body is base64, so that no line of it means
/// anything to a mail server. Empty when an address is none.
QByteArray mailText(const NoticeMessage &notice, const MailAddresses &addresses);

} // namespace stratadeck
