// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/channeltext.h"

#include "widgets/alert/alerttext.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

namespace {

constexpr qsizetype kLongestWhat = 200;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChannelText)
};

QString sentenceOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unreachable:
        return Tr::tr("It cannot be reached.");
    case Error::Kind::Timeout:
        return Tr::tr("It did not answer in time.");
    case Error::Kind::Denied:
        return Tr::tr("It refused. Check the address, the token or the password.");
    case Error::Kind::Busy:
        return Tr::tr("It is in use by another program.");
    case Error::Kind::NotFound:
        return Tr::tr("There is no such place, or no token or password is kept for it.");
    case Error::Kind::Io:
        return Tr::tr("What is to be delivered cannot be kept. Check free space and permissions.");
    default:
        return Tr::tr("It does not take what it is sent.");
    }
}

} // namespace

QString channelErrorText(const Error &error)
{
    const QString what = error.what.simplified().left(kLongestWhat);
    const QString sentence = sentenceOf(error.kind);
    //: %1 is a sentence that says what is wrong, %2 what the other side or the system said, in English
    return what.isEmpty() ? sentence : Tr::tr("%1 (%2)").arg(sentence, what);
}

QString channelText(const ChannelState &state)
{
    QStringList parts;
    if (state.workedAt)
        parts.append(Tr::tr("Worked last at %1.").arg(timeText(*state.workedAt, QLocale())));
    if (state.waiting > 0)
        parts.append(Tr::tr("%n notice(s) wait.", nullptr, static_cast<int>(state.waiting)));
    if (state.error)
        parts.append(channelErrorText(*state.error));
    return parts.isEmpty() ? Tr::tr("Nothing was to be sent yet.") : parts.join(u' ');
}

QString channelText(const Notifying *notifying, ChannelState::Kind kind, const QString &name)
{
    if (!notifying)
        return Tr::tr("Another process records, and tells people.");
    const auto &channels = notifying->channels();
    const auto found = std::ranges::find_if(
        channels, [&](const ChannelState &state) { return state.kind == kind && state.name == name; });
    return found == channels.end() ? Tr::tr("Not in use yet.") : channelText(*found);
}

} // namespace stratadeck
