// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/statsrecord.h"

#include <QFile>

namespace stratadeck::test {

/// Reads what `virsh domstats` printed: a number is a number, anything else is text.
inline DomainFigures figuresOf(const QByteArray &text)
{
    StatsRecord record;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray name = line.left(equals).trimmed();
        const QByteArray value = line.mid(equals + 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber)
            record.number(name, number);
        else
            record.text(name, value);
    }
    return record.take();
}

inline QByteArray recorded(const char *file)
{
    QFile data(QStringLiteral(STRATADECK_TEST_DATA "/libvirt/") + QLatin1String(file));
    return data.open(QIODevice::ReadOnly) ? data.readAll() : QByteArray();
}

} // namespace stratadeck::test
