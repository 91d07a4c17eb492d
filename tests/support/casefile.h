// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <algorithm>
#include <cmath>

namespace stratadeck::test {

/// What of `expected` is not so in `found`, by its path; empty when all is. Numbers within `tolerance`.
inline QString differenceOf(const QJsonValue &found, const QJsonValue &expected, double tolerance,
                            const QString &path = {})
{
    using namespace Qt::StringLiterals;
    const auto told = [&] {
        const auto text = [](const QJsonValue &value) {
            return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        };
        return path + u": "_s + text(found) + u" and not "_s + text(expected);
    };
    if (expected.isObject()) {
        const QJsonObject all = expected.toObject();
        for (auto it = all.begin(); it != all.end(); ++it) {
            const QString inside = differenceOf(found[it.key()], it.value(), tolerance, path + u'.' + it.key());
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    if (expected.isArray()) {
        if (found.toArray().size() != expected.toArray().size())
            return told();
        for (qsizetype i = 0; i < expected.toArray().size(); ++i) {
            const QString inside = differenceOf(found[i], expected[i], tolerance, path + u"[%1]"_s.arg(i));
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    if (expected.isDouble() && found.isDouble()) {
        const double allowed = std::max(tolerance, 1e-12 * std::abs(expected.toDouble()));
        return std::abs(found.toDouble() - expected.toDouble()) <= allowed ? QString() : told();
    }
    return found == expected ? QString() : told();
}

/// Whether every number in it is one: what is not finite would have become null.
inline bool hasNull(const QJsonValue &value)
{
    if (value.isArray())
        return std::ranges::any_of(value.toArray(), [](const QJsonValue &one) { return hasNull(one); });
    return value.isNull();
}

} // namespace stratadeck::test
