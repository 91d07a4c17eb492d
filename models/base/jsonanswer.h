// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <optional>
#include <span>

namespace stratadeck {

/// Collects an answer in JSON. JSON knows neither NaN nor infinity: what is not defined becomes null, with a
/// note that says why.
class JsonAnswer
{
public:
    void set(const QString &name, double value);
    void set(const QString &name, const std::optional<double> &value, const QString &whyNot);
    void setNull(const QString &name, const QString &why);
    void set(const QString &name, std::span<const double> values);
    void insert(const QString &name, const QJsonValue &value) { m_object[name] = value; }
    void note(const QString &text);
    /// With "notes" and "conventions". Ends it.
    QJsonObject take(const QJsonObject &conventions);

    static QJsonValue number(double value);
    static QJsonArray numbers(std::span<const double> values);
    static QJsonArray integers(std::span<const int> values);
    static QJsonArray integers(std::span<const std::size_t> values);

private:
    QJsonObject m_object;
    QJsonArray m_notes;
};

} // namespace stratadeck
