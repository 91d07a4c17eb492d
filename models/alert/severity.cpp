// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/severity.h"

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Milliseconds respondTarget(Severity severity)
{
    switch (severity) {
    case Severity::P0:
        return 0h;
    case Severity::P1:
        return 1h;
    case Severity::P2:
        return 4h;
    case Severity::P3:
        return 24h;
    }
    return 0h;
}

QString toWord(Severity severity)
{
    return u'P' + QString::number(static_cast<int>(severity));
}

std::optional<Severity> severityOf(const QString &word)
{
    for (const Severity severity : {Severity::P0, Severity::P1, Severity::P2, Severity::P3}) {
        if (word == toWord(severity))
            return severity;
    }
    return {};
}

} // namespace stratadeck
