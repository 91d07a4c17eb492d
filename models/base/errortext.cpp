// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

QString sentence(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
        return Tr::tr("%1 was not found.");
    case Error::Kind::Denied:
        return Tr::tr("Access to %1 was refused. Check the permissions of your user or the credentials.");
    case Error::Kind::Unreachable:
        return Tr::tr("%1 cannot be reached. Check that it is running; it is tried again by itself.");
    case Error::Kind::Timeout:
        return Tr::tr("%1 did not answer in time. It is tried again by itself.");
    case Error::Kind::Corrupt:
        return Tr::tr("%1 is damaged and was left untouched. Restore a backup or choose another file.");
    case Error::Kind::Foreign:
        return Tr::tr("%1 is not a Stratadeck file and was left untouched. Choose another file.");
    case Error::Kind::TooNew:
        return Tr::tr("%1 was written by a newer version of Stratadeck. It can be read but not changed here.");
    case Error::Kind::Busy:
        return Tr::tr("%1 is being written by another Stratadeck process. It is read only here.");
    case Error::Kind::Invalid:
        return Tr::tr("%1 is not valid.");
    case Error::Kind::Cancelled:
        return Tr::tr("Reading %1 was cancelled.");
    case Error::Kind::Ended:
        return Tr::tr("%1 has ended.");
    case Error::Kind::Io:
        return Tr::tr("%1 could not be read or written. Check free space and permissions.");
    }
    return {};
}

} // namespace

QString errorText(const Error &error)
{
    const QString subject = error.subject.isEmpty() ? Tr::tr("The resource") : error.subject;
    return sentence(error.kind).arg(subject);
}

} // namespace stratadeck
