// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/jsonfields.h"

#include "models/base/samplebatch.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

Result<QJsonDocument> parseJson(const QByteArray &json, const QString &what)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const QString reason = u"%1: %2 at byte %3"_s.arg(what, error.errorString()).arg(error.offset);
        return fail(Error::Kind::Invalid, reason, what);
    }
    return document;
}

double amount(const QJsonObject &object, QLatin1StringView key)
{
    const double number = object[key].toDouble(-1);
    return number >= 0 ? number : kUnknown;
}

QString plainText(const QJsonObject &object, QLatin1StringView key, qsizetype longest)
{
    return plainText(object[key].toString(), longest);
}

bool isContainerId(QStringView text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() >= 12 && text.size() <= 64 && std::all_of(text.begin(), text.end(), isHex);
}

QString containerId(const QJsonObject &object, QLatin1StringView key)
{
    const QString id = object[key].toString();
    return isContainerId(id) ? id : QString();
}

} // namespace stratadeck
