// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputfile.h"

#include <QFile>
#include <cstdio>

namespace stratadeck {

using namespace Qt::StringLiterals;

Result<QByteArray> readInput(const QString &path)
{
    constexpr qint64 kLargest = 64 * 1024 * 1024;
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        const auto kind = file.exists() ? Error::Kind::Denied : Error::Kind::NotFound;
        return fail(kind, u"%1: %2"_s.arg(path, file.errorString()), path);
    }
    // A byte more than is allowed tells that there is more.
    const QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest)
        return fail(Error::Kind::Invalid, u"document: expected at most 64 MiB"_s, path);
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Kind::Io, u"%1: %2"_s.arg(path, file.errorString()), path);
    return bytes;
}

} // namespace stratadeck
