// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/csv.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

QByteArray csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    static constexpr QLatin1StringView special(",\"\n\r");
    const bool quoted = std::ranges::any_of(text, [](QChar character) { return special.contains(character); });
    if (!quoted)
        return text.toUtf8();
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QByteArray csvTable(std::span<const QStringList> rows)
{
    QByteArray text;
    for (const QStringList &row : rows) {
        QByteArrayList cells;
        for (const QString &cell : row)
            cells.append(csvCell(cell));
        text += cells.join(',') + "\r\n";
    }
    return text;
}

} // namespace stratadeck
