// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/mailtext.h"

#include "models/notify/messagetext.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kWordBytes = 39; // 52 characters of base64: with its frame and "Subject: " below 76
constexpr qsizetype kLineBytes = 57; // 76 characters of base64
constexpr qsizetype kPlainHeader = 60;

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c < QChar(127); })
           && !text.contains("=?"_L1);
}

QByteArray inLines(const QByteArray &bytes)
{
    QByteArray lines;
    for (qsizetype at = 0; at < bytes.size(); at += kLineBytes)
        lines += bytes.mid(at, kLineBytes).toBase64() + "\r\n";
    return lines;
}

/// The same for the same notice, so that a mail that is sent twice can be known as one.
QByteArray messageId(const NoticeMessage &notice, const MailAddresses &addresses)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(toMillis(notice.at)) + toWord(notice.reason).toUtf8());
    for (const AlertMessage &alert : notice.alerts)
        hash.addData((alert.fingerprint + u' ' + QString::number(toMillis(alert.startsAt))).toUtf8());
    const QByteArray domain = addresses.from.section(u'@', 1).toLatin1();
    return '<' + hash.result().toHex().first(32) + '@' + domain + '>';
}

} // namespace

bool isMailAddress(const QString &address)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}\\z"_s);
    return shape.match(address).hasMatch();
}

QByteArray encodedHeader(const QString &text)
{
    QString clean = text;
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    if (clean.size() <= kPlainHeader && isPlain(clean))
        return clean.toLatin1();
    QByteArrayList words;
    QByteArray word;
    // Words are made of whole characters: each is decoded by itself.
    for (qsizetype at = 0; at < clean.size();) {
        const qsizetype length = clean[at].isHighSurrogate() && at + 1 < clean.size() ? 2 : 1;
        const QByteArray character = clean.mid(at, length).toUtf8();
        if (word.size() + character.size() > kWordBytes)
            words.append(std::exchange(word, {}));
        word += character;
        at += length;
    }
    words.append(word);
    for (QByteArray &one : words)
        one = "=?UTF-8?B?" + one.toBase64() + "?=";
    return words.join("\r\n ");
}

QByteArray mailText(const NoticeMessage &notice, const MailAddresses &addresses)
{
    if (!isMailAddress(addresses.from) || addresses.to.isEmpty()
        || !std::ranges::all_of(addresses.to, isMailAddress))
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(notice.at), Qt::UTC);
    QByteArray text;
    text += "Date: " + QLocale::c().toString(at, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toLatin1() + "\r\n";
    text += "From: <" + addresses.from.toLatin1() + ">\r\n";
    text += "To: <" + addresses.to.join(">,\r\n <"_L1).toLatin1() + ">\r\n";
    text += "Message-ID: " + messageId(notice, addresses) + "\r\n";
    text += "Subject: " + encodedHeader(subjectOf(notice)) + "\r\n";
    text += "Auto-Submitted: auto-generated\r\n";
    text += "MIME-Version: 1.0\r\n";
    text += "Content-Type: text/plain; charset=utf-8\r\n";
    text += "Content-Transfer-Encoding: base64\r\n\r\n";
    return text + inLines(bodyOf(notice).toUtf8());
}

} // namespace stratadeck
