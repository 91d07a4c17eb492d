// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operationresult.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OperationResult)
};

QString ignoredText(Operation operation, const QString &name)
{
    switch (operation) {
    case Operation::Stop:
        return Tr::tr("“%1” was asked to shut down and still runs.").arg(name);
    case Operation::Restart:
        return Tr::tr("“%1” was asked to reboot and has not.").arg(name);
    default:
        return Tr::tr("“%1” was asked, but its guest has not followed.").arg(name);
    }
}

QString failureText(const QString &name, const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return Tr::tr("%2 does not know “%1” any more.").arg(name, error.subject);
    case Error::Kind::Denied:
        return Tr::tr("“%1” was not changed: %2 refused access. Check the permissions of your user or the "
                      "credentials.")
            .arg(name, error.subject);
    case Error::Kind::Unreachable:
        return Tr::tr("%2 could not be reached. Look at the state of “%1” before you try again.")
            .arg(name, error.subject);
    case Error::Kind::Timeout:
        return Tr::tr(
                   "%2 did not answer in time. It may still happen: look at the state of “%1” before you try "
                   "again.")
            .arg(name, error.subject);
    case Error::Kind::Busy:
        return Tr::tr("Another operation on “%1” is still under way.").arg(name);
    case Error::Kind::Cancelled:
        return Tr::tr("Cancelled for “%1”.").arg(name);
    default:
        //: %2 is a sentence in the words of the engine, often English
        return Tr::tr("It did not work for “%1”: %2").arg(name, error.what);
    }
}

} // namespace

QString resultText(Operation operation, EntityKind kind, const QString &name, const OperationResult &result)
{
    if (!result)
        return failureText(name, result.error());
    if (*result == OperationEnd::Ignored)
        return ignoredText(operation, name);
    //: %1 is an operation such as Shut down, %2 a name
    return Tr::tr("%1 of “%2” is done.").arg(operationText(operation, kind), name);
}

} // namespace stratadeck
