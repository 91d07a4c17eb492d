// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/plaintext.h"

namespace stratadeck {

QString plainText(const QString &text, qsizetype longest)
{
    QString plain = text.left(longest);
    plain.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return plain;
}

} // namespace stratadeck
