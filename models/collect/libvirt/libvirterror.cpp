// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirterror.h"

#include <cerrno>
#include <libvirt/virterror.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Error::Kind kindOfErrno(int number)
{
    switch (number) {
    case EACCES:
    case EPERM:
        return Error::Kind::Denied;
    case ETIMEDOUT:
        return Error::Kind::Timeout;
    default:
        return Error::Kind::Unreachable;
    }
}

// The ssh transport hands on what ssh wrote; only its words tell a wrong key from a dead host.
bool isSshRefusal(const QString &message)
{
    return message.contains("Permission denied"_L1) || message.contains("Host key verification failed"_L1);
}

Error::Kind kindOf(const LibvirtFailure &failure)
{
    switch (failure.code) {
    case VIR_ERR_AUTH_FAILED:
    case VIR_ERR_AUTH_CANCELLED:
    case VIR_ERR_AUTH_UNAVAILABLE:
    case VIR_ERR_ACCESS_DENIED:
    case VIR_ERR_OPERATION_DENIED:
    case VIR_ERR_NO_CLIENT:
        return Error::Kind::Denied;
    case VIR_ERR_OPERATION_TIMEOUT:
        return Error::Kind::Timeout;
    case VIR_ERR_NO_DOMAIN:
        return Error::Kind::NotFound;
    case VIR_ERR_INVALID_ARG:
    case VIR_ERR_XML_ERROR:
    case VIR_ERR_XML_DETAIL:
    case VIR_ERR_CONF_SYNTAX:
    case VIR_ERR_NO_SUPPORT:
    case VIR_ERR_CONFIG_UNSUPPORTED:
        return Error::Kind::Invalid;
    default:
        break;
    }
    if (isSshRefusal(failure.message))
        return Error::Kind::Denied;
    return kindOfErrno(failure.systemError);
}

} // namespace

LibvirtFailure lastLibvirtFailure()
{
    const virError *error = virGetLastError();
    if (!error)
        return {VIR_ERR_INTERNAL_ERROR, 0, u"no reason given"_s};
    // Only system errors carry an errno there.
    const int systemError = error->code == VIR_ERR_SYSTEM_ERROR ? error->int1 : 0;
    return {error->code, systemError, QString::fromUtf8(error->message).left(1000)};
}

Error toError(const LibvirtFailure &failure, const QString &doing, const QString &uri)
{
    return {kindOf(failure), u"%1: %2: %3"_s.arg(uri, doing, failure.message), uri};
}

bool isUnsupported(const LibvirtFailure &failure)
{
    return failure.code == VIR_ERR_NO_SUPPORT || failure.code == VIR_ERR_OPERATION_UNSUPPORTED
           || failure.code == VIR_ERR_CONFIG_UNSUPPORTED || failure.code == VIR_ERR_ARGUMENT_UNSUPPORTED;
}

} // namespace stratadeck
