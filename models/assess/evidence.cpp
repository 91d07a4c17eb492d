// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/evidence.h"

#include "models/assess/assessmentjson.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace stratadeck {

using namespace Qt::StringLiterals;

QString hashOf(const Evidence &evidence)
{
    QJsonObject object = toJson(evidence);
    for (const QLatin1StringView name : {"id"_L1, "author"_L1, "sha256"_L1})
        object.remove(name);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

EvidenceAge ageOf(const Evidence &evidence, TimePoint now, Milliseconds oldest)
{
    const Milliseconds age = now - evidence.query.to;
    return {age, age > oldest, evidence.sha256 != hashOf(evidence)};
}

} // namespace stratadeck
