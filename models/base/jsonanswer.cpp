// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonanswer.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

void JsonAnswer::set(const QString &name, double value)
{
    if (std::isfinite(value))
        m_object[name] = value;
    else
        setNull(name, u"not a finite number"_s);
}

void JsonAnswer::set(const QString &name, const std::optional<double> &value, const QString &whyNot)
{
    if (value)
        set(name, *value);
    else
        setNull(name, whyNot);
}

void JsonAnswer::setNull(const QString &name, const QString &why)
{
    m_object[name] = QJsonValue::Null;
    note(name + u": "_s + why);
}

void JsonAnswer::set(const QString &name, std::span<const double> values)
{
    m_object[name] = numbers(values);
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); }))
        note(name + u": not all are finite numbers"_s);
}

void JsonAnswer::note(const QString &text)
{
    if (!m_notes.contains(text))
        m_notes.append(text);
}

QJsonObject JsonAnswer::take(const QJsonObject &conventions)
{
    m_object[u"notes"_s] = m_notes;
    m_object[u"conventions"_s] = conventions;
    return std::move(m_object);
}

QJsonValue JsonAnswer::number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonArray JsonAnswer::numbers(std::span<const double> values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(number(value));
    return array;
}

QJsonArray JsonAnswer::integers(std::span<const int> values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

QJsonArray JsonAnswer::integers(std::span<const std::size_t> values)
{
    QJsonArray array;
    for (const std::size_t value : values)
        array.append(static_cast<qint64>(value));
    return array;
}

} // namespace stratadeck
